//! Why a value cannot be had.

use super::Compiled;
use crate::product::Product;
use crate::product::rule::Source;
use crate::rules::Either;
use crate::selection::{Pick, Selection, Touch};

/// Why a value cannot be had. Nothing of it could be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The shopper's picks at work.
    pub picks: Vec<Touch>,
    /// What of the product is at work.
    pub sources: Vec<Source>,
}

impl Compiled {
    /// Why `pick` cannot be had in `option` with the shopper's picks of all others. Older picks are kept out of the reason when they can be.
    /// `None` when it can be had. Of several-of-a-list, `pick` is all that is to be picked.
    pub fn reason(
        &self,
        product: &Product,
        selection: &Selection,
        option: usize,
        pick: &Pick,
    ) -> Option<Reason> {
        let values = self.map.values(product, option, pick);
        let now = |(variable, value): &(usize, u32)| self.map.value(*variable, selection) != *value;
        // Of several-of-a-list, what is different from now is what is asked for.
        let asked: Vec<(usize, u32)> = match values.len() {
            1 => values,
            _ => values.into_iter().filter(now).collect(),
        };
        if self.map.first.get(option)?.is_none() {
            return self.reason_of(selection, None);
        }
        asked.into_iter().find_map(|value| self.reason_of(selection, Some(value)))
    }

    fn reason_of(&self, selection: &Selection, value: Option<(usize, u32)>) -> Option<Reason> {
        let sources = &self.map.sources;
        let mut known: Vec<Source> = sources.iter().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        let group = |constraint: usize| known.binary_search(&self.source(constraint)?).ok();
        let found = self.solver.reason(&self.touched(selection), value, &group)?;
        let touch = |(variable, _): &(usize, Either)| {
            let variable = self.map.variables.get(*variable)?;
            Some(Touch { option: variable.option, choice: variable.choice })
        };
        Some(Reason {
            picks: found.picks.iter().filter_map(touch).collect(),
            sources: found.constraints.iter().map(|group| known[*group]).collect(),
        })
    }
}
