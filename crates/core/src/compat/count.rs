//! How many configurations there are, and one of them at random.

use super::Compiled;
use crate::product::{Kind, Product};
use crate::rules::Count;
use crate::selection::{Pick, Selection};

impl Compiled {
    /// How many configurations there are over all options with finitely many values. `None` when a part of the rules resisted compiling.
    pub fn count(&self, product: &Product) -> Option<Count> {
        let mut count = self.solver.count(&vec![None; self.solver.model().domains.len()])?;
        for (option, kind) in product.options.iter().enumerate() {
            if let (None, Some((steps, _))) = (self.map.first[option], kind.kind.numbers()) {
                count = count.times(&Count::from(u64::from(steps.last) + 1));
            }
        }
        Some(count)
    }

    /// How many are left with the shopper's picks in `selection`, in floating point; infinite beyond some 10^308.
    pub fn about(&self, product: &Product, selection: &Selection) -> Option<f64> {
        let mut count = self.solver.about(&self.own_picks(selection))?;
        for (option, kind) in product.options.iter().enumerate() {
            let is_touched = selection.touched().iter().any(|touch| touch.option == option);
            if let (None, Some((steps, _)), false) = (self.map.first[option], kind.kind.numbers(), is_touched)
            {
                count *= f64::from(steps.last) + 1.0;
            }
        }
        Some(count)
    }

    /// A configuration, each as likely as any other; texts stay as they are picked at first. `random` gives numbers from 0 up to, not including,
    /// 1. `None` when there is none. A part that resisted compiling gives one that can be had, not each as likely.
    pub fn random(&self, product: &Product, random: &mut dyn FnMut() -> f64) -> Option<Selection> {
        let values = self.solver.random(&vec![None; self.solver.model().domains.len()], random)?;
        let mut picks = Vec::new();
        for (option, kind) in product.options.iter().enumerate() {
            let pick = match (self.pick_of(product, option, &values), kind.kind.numbers()) {
                (None, Some((steps, _))) => {
                    let step = (random() * (f64::from(steps.last) + 1.0)) as u32;
                    Some(Pick::Number(step.min(steps.last)))
                }
                (pick, _) => pick,
            };
            picks.extend(pick.filter(|pick| *pick != Pick::Hidden).map(|pick| (option, pick)));
        }
        let selection = Selection::given(product, picks);
        product.broken(&selection).is_empty().then_some(selection)
    }

    /// Another configuration with the numbers and letters of `selection`, each as likely as any other, see [`Self::random`].
    pub fn random_with(
        &self,
        product: &Product,
        selection: &Selection,
        random: &mut dyn FnMut() -> f64,
    ) -> Option<Selection> {
        let mut fixed = vec![None; self.solver.model().domains.len()];
        for (option, kind) in product.options.iter().enumerate() {
            if let (Some(first), true, Some(pick)) =
                (self.map.first[option], kind.kind.numbers().is_some(), selection.pick(option))
            {
                let (size, hides) = (self.map.variables[first].size, self.map.variables[first].hides);
                let value = self.map.pick_value(first, pick);
                // A number that is hidden now may be asked for then, and the other way round.
                fixed[first] = match (pick, hides) {
                    (Pick::Hidden, _) => None,
                    (_, true) => Some((value, size)),
                    (_, false) => Some((value, value)),
                };
            }
        }
        let values = self.solver.random(&fixed, random)?;
        let mut picks = Vec::new();
        for option in 0..product.options.len() {
            let pick = self.pick_of(product, option, &values).or_else(|| selection.pick(option).cloned());
            picks.extend(pick.filter(|pick| *pick != Pick::Hidden).map(|pick| (option, pick)));
        }
        let selection = Selection::given(product, picks);
        product.broken(&selection).is_empty().then_some(selection)
    }

    /// The options without finitely many values.
    pub fn left_out(product: &Product) -> Vec<usize> {
        let options = product.options.iter().enumerate();
        options
            .filter(|(_, option)| matches!(option.kind, Kind::Text(_) | Kind::Image(_) | Kind::Color(_)))
            .map(|(at, _)| at)
            .collect()
    }
}
