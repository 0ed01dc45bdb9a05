//! Options where several of a list are picked.

use super::{Choice, Display, Id, Kind, ProductOption, Role};
use crate::text::Text;
use std::rc::Rc;

record! {
    /// An option where several of a list are picked.
    pub struct MultiFile {
        /// `multi`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// How the choices are shown.
        def display: Display = Display::Card,
        /// The fewest that are picked.
        def min: i64 = 0,
        /// The most that are picked; all of them where left out.
        opt max: i64,
        /// The choices picked at first.
        def default: Vec<Id> = Vec::new(),
        /// What can be picked.
        req choices: Vec<Rc<Choice>>,
    }
}

/// Several of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiOption {
    /// How the choices are shown.
    pub display: Display,
    /// The fewest that are picked.
    pub min: usize,
    /// The most that are picked.
    pub max: usize,
    /// The ids picked at first, as written; checked to exist.
    pub default_ids: Vec<Id>,
    /// The positions of the choices picked at first, ascending.
    pub default: Vec<usize>,
    /// What can be picked; at least one.
    pub choices: Vec<Rc<Choice>>,
    /// The limits as the file has them, for checking.
    pub(super) limits: (i64, Option<i64>),
}

impl MultiOption {
    /// The position of the choice called `id`.
    pub fn index(&self, id: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.id.as_str() == id)
    }
}

impl From<MultiFile> for ProductOption {
    fn from(file: MultiFile) -> Self {
        let all = file.choices.len();
        let most = file.max.map_or(all, |max| max.clamp(0, all as i64) as usize);
        let kind = Kind::Multi(MultiOption {
            display: file.display.of(all),
            min: file.min.clamp(0, all as i64) as usize,
            max: most,
            default_ids: file.default,
            default: Vec::new(),
            limits: (file.min, file.max),
            choices: file.choices,
        });
        ProductOption::new(file.id, file.title, file.help, file.role, kind)
    }
}
