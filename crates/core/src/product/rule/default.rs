//! Rules that say what is picked at first, while something else is picked.

use super::{Condition, Names};
use crate::diagnostics::Diagnostics;
use crate::read::wrong_kind;
use crate::selection::{Pick, Selection};
use crate::value::Value;

/// What options take that the shopper has not touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Default {
    /// While all of this holds.
    pub when: Condition,
    /// The options, and what they take.
    pub picks: Vec<(usize, Pick)>,
}

/// Reads an object from option ids to picks.
pub(super) fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Vec<(usize, Pick)>> {
    let Some(fields) = value.as_object() else {
        wrong_kind("an object from option ids to picks", value, diagnostics);
        return None;
    };
    if fields.is_empty() {
        diagnostics.error("expected at least one option");
    }
    let mut picks = Vec::new();
    for (name, value) in fields {
        diagnostics.within(name, |d| {
            let Some(option) = names.option(name, d) else { return };
            match Selection::read_pick(&names.options[option], value) {
                Ok(pick) => picks.push((option, pick)),
                Err(sentence) => d.error(sentence),
            }
        });
    }
    Some(picks)
}
