//! Rules to a module that leaves them to another: they are not read, and nothing is known to be broken.

use super::check::Lost;
use super::{Product, ProductOption};
use crate::diagnostics::Diagnostics;
use crate::read::Read;
use crate::selection::Selection;
use crate::value::Value;

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {}

/// A rule as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFile;

impl Read for RuleFile {
    fn read(_: &Value, _: &mut Diagnostics) -> Option<Self> {
        None
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::Bool(true)
    }
}

/// What a selection must fulfil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {}

/// The options that rules are about: none are looked up.
#[derive(Clone, Copy)]
pub(crate) struct Names;

impl Names {
    pub(super) fn new(_: &[ProductOption], _: &[u32], _: Lost) -> Names {
        Names
    }

    pub(super) fn sorted(_: &[ProductOption]) -> Vec<u32> {
        Vec::new()
    }
}

/// Rules, and the options that they show.
type Checked = (Vec<Rule>, Vec<(usize, Vec<usize>)>);

pub(super) fn read(_: &[RuleFile], _: Names, _: &mut Diagnostics) -> Checked {
    (Vec::new(), Vec::new())
}

impl Product {
    /// What `selection` breaks: not known here.
    pub fn broken(&self, _: &Selection) -> Vec<Source> {
        Vec::new()
    }

    pub(super) fn source_name(&self, source: Source) -> String {
        match source {}
    }
}
