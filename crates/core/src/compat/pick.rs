//! Picking: the newest pick is kept, and as little as possible of the rest changes.

use super::Compiled;
use crate::product::rule::{RuleKind, Source};
use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection, Touch};

/// What a pick led to.
#[derive(Clone, Debug)]
pub struct Picked {
    /// The new selection. It breaks no rule.
    pub selection: Selection,
    /// What else is different from before, in the product's order.
    pub changes: Vec<Change>,
}

/// An option whose pick was changed, hidden or shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The option's position.
    pub option: usize,
    /// Its pick before.
    pub before: Pick,
    /// Its pick now.
    pub after: Pick,
    /// Whether the shopper had picked it.
    pub own: bool,
    /// What made it so.
    pub why: Why,
}

impl Change {
    /// Whether it is only that an option takes what is picked at first in it.
    pub fn is_default(&self) -> bool {
        matches!(self.why, Why::Default(_))
    }
}

/// What made a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// With the pick as before, this would be broken.
    Rules(Vec<Source>),
    /// These rules show or hide the option.
    Shown(Vec<usize>),
    /// This rule says what is picked at first now; without one it is the option's own default.
    Default(Option<usize>),
}

/// What it costs to change one of the shopper's own picks, beside how new it is, and what to change a default.
const OWN: u128 = 1 << 100;
const DEFAULT: u128 = 1;
/// The newest so many own picks are told apart; the oldest of them costs this.
const TOLD_APART: usize = 48;
const OLDEST: u128 = 1 << 48;

impl Compiled {
    /// Picks `pick` in `option`. Other picks change where rules ask for it: the fewest of the shopper's own, of those the oldest ones; then the
    /// fewest defaults; then by file order. `None` when no product has that pick, or it does not fit the option.
    pub fn pick(
        &self,
        product: &Product,
        selection: &Selection,
        option: usize,
        pick: Pick,
    ) -> Option<Picked> {
        if !Selection::fits(product, option, &pick) {
            return None;
        }
        let next = selection.with(product, option, pick.clone());
        if next.pick(option) == Some(&pick) && product.broken(&next).is_empty() {
            return Some(self.picked(product, selection, next, Some((option, &pick))));
        }
        let mut fixed = self.map.values(product, option, &pick);
        if let Pick::Multi(_) = pick {
            // Picked is what is different from before: the other choices may change.
            fixed.retain(|(variable, value)| self.map.value(*variable, selection) != *value);
        }
        let next = self.mend(product, selection, next, &fixed)?;
        Some(self.picked(product, selection, next, Some((option, &pick))))
    }

    /// The allowed selection nearest to `selection`, as from a link. `None` when nothing can be bought at all.
    pub fn repair(&self, product: &Product, selection: &Selection) -> Option<Picked> {
        if product.broken(selection).is_empty() {
            return Some(Picked { selection: selection.clone(), changes: Vec::new() });
        }
        let next = self.mend(product, selection, selection.clone(), &[])?;
        Some(self.picked(product, selection, next, None))
    }

    /// The allowed selection nearest to `wanted`, with the values of `fixed`. What untouched options should take depends on the rest, so it is
    /// looked at again until it stays the same, a few times at most.
    fn mend(
        &self,
        product: &Product,
        before: &Selection,
        wanted: Selection,
        fixed: &[(usize, u32)],
    ) -> Option<Selection> {
        let mut last = wanted.clone();
        let may_move = product.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Default(_)));
        let mut costs = self.costs(product, before, &wanted, &last);
        for _ in 0..4 {
            let values = self.solver.nearest(&|variable, value| costs.of(variable, value), fixed)?;
            last = wanted.replaced(product, |option| self.pick_of(product, option, &values));
            if !may_move {
                break;
            }
            let next = self.costs(product, before, &wanted, &last);
            if next == costs {
                break;
            }
            costs = next;
        }
        product.broken(&last).is_empty().then_some(last)
    }

    /// The pick of `option` in a whole assignment; `None` when it is no variable.
    pub(super) fn pick_of(&self, product: &Product, option: usize, values: &[u32]) -> Option<Pick> {
        let first = self.map.first[option]?;
        let (value, size) = (values[first], self.map.variables[first].size);
        Some(match &product.options[option].kind {
            _ if value == size => Pick::Hidden,
            Kind::Multi(multi) => {
                Pick::Multi((0..multi.choices.len()).filter(|choice| values[first + choice] == 1).collect())
            }
            Kind::Choice(_) => Pick::Choice(value as usize),
            Kind::Toggle(_) => Pick::Toggle(value == 1),
            Kind::Text(_) | Kind::Image(_) | Kind::Color(_) => return None,
            _ => Pick::Number(value),
        })
    }

    /// What each variable costs where it is not as wished: as the shopper picked it in `wanted`, else as `last` has it picked at first.
    fn costs(&self, product: &Product, before: &Selection, wanted: &Selection, last: &Selection) -> Costs {
        let wishes = wanted.wishes(product, last);
        let touched = wanted.touched();
        let of = |(at, variable): (usize, &super::Variable)| {
            let value = self.map.pick_value(at, &wishes[variable.option]);
            let touch = Touch { option: variable.option, choice: variable.choice };
            let rank = touched.iter().rev().position(|other| *other == touch);
            // Hiding a default costs nothing, and neither does an own pick that is hidden already.
            let hides_freely = rank.is_none() || before.pick(variable.option) == Some(&Pick::Hidden);
            let weight = match rank {
                None => DEFAULT,
                Some(rank) if rank < TOLD_APART => OWN + (OLDEST << (TOLD_APART - 1 - rank)),
                Some(_) => OWN,
            };
            Cost { value, size: variable.size, hides_freely: hides_freely && variable.hides, weight }
        };
        Costs(self.map.variables.iter().enumerate().map(of).collect())
    }

    /// Lists what is different from `before`, and from what was picked.
    fn picked(
        &self,
        product: &Product,
        before: &Selection,
        selection: Selection,
        picked: Option<(usize, &Pick)>,
    ) -> Picked {
        let mut changes = Vec::new();
        for option in 0..product.options.len() {
            let (Some(old), Some(new)) = (before.pick(option), selection.pick(option)) else { continue };
            let old = picked.filter(|(own, _)| *own == option).map_or(old, |(_, pick)| pick);
            if old == new {
                continue;
            }
            let own = before.touched().iter().any(|touch| touch.option == option);
            let why = self.why(product, &selection, option, old, new);
            changes.push(Change { option, before: old.clone(), after: new.clone(), own, why });
        }
        Picked { selection, changes }
    }

    fn why(&self, product: &Product, selection: &Selection, option: usize, old: &Pick, new: &Pick) -> Why {
        if (*old == Pick::Hidden) != (*new == Pick::Hidden) {
            let rules = product.shows.iter().find(|(shown, _)| *shown == option);
            return Why::Shown(rules.map_or_else(Vec::new, |(_, rules)| rules.clone()));
        }
        let reverted = selection.reverted(product, option, old);
        let mut broken = product.broken_limits(&reverted);
        let rules = self.rules[option].iter().map(|rule| *rule as usize);
        broken.extend(rules.filter(|at| !product.rules[*at].holds(product, &reverted)).map(Source::Rule));
        // Or it would hide or show something else.
        let is_hidden = |selection: &Selection, other: usize| selection.pick(other) == Some(&Pick::Hidden);
        let shows = product.shows.iter().map(|(other, _)| *other);
        let moved = shows.filter(|other| is_hidden(&reverted, *other) != is_hidden(selection, *other));
        broken.extend(moved.map(Source::Shown));
        if !broken.is_empty() {
            return Why::Rules(broken);
        }
        let sets = product.rules.iter().rposition(|rule| match &rule.kind {
            RuleKind::Default(rule) => {
                rule.picks.iter().any(|(other, pick)| *other == option && pick == new)
                    && rule.when.holds(selection)
            }
            _ => false,
        });
        Why::Default(sets)
    }
}

/// What the values of one variable cost.
#[derive(PartialEq)]
struct Cost {
    value: u32,
    size: u32,
    hides_freely: bool,
    weight: u128,
}

#[derive(PartialEq)]
struct Costs(Vec<Cost>);

impl Costs {
    fn of(&self, variable: usize, value: u32) -> u128 {
        match self.0.get(variable) {
            None => 0,
            Some(cost) if value == cost.value || value == cost.size && cost.hides_freely => 0,
            Some(cost) => cost.weight,
        }
    }
}
