//! The cheapest of all that has the shopper's picks: what to choose for the rest so that the price is the least.
//!
//! What each pick adds by itself adds up ([`crate::price::bounds`]), so the least sum is a shortest path through the decision diagrams (Andersen,
//! Hadzic and Pisinger, *Interactive Cost Configuration Over Decision Diagrams*, Journal of Artificial Intelligence Research 37, 2010). Price rules whose condition looks at
//! several options, and percentages under a condition, do not add up. Each of them is settled beforehand, one case after the other: either all of
//! its condition holds, and it always applies, or a certain entry does not, and it never does. Each case is a shortest path of its own.

use super::Compiled;
use super::model::Mapping;
use super::offer::amounts;
use crate::price::bounds::Terms;
use crate::price::{self, PriceRule, PriceRuleKind};
use crate::product::rule::{Condition, Wanted};
use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection};

/// The cheapest that can be had.
#[derive(Clone, Debug)]
pub struct Cheapest {
    /// It breaks no rule. What the shopper touched is in it.
    pub selection: Selection,
    /// What one unit of it costs, in minor units.
    pub unit: i64,
    /// The options that are not as before, in the product's order; those that are hidden or shown now are among them.
    pub changes: Vec<usize>,
    /// Whether nothing costs less. It is not known where prices depend on a size that is still open, on too many conditions at once, or where
    /// something would cost less than nothing.
    pub exact: bool,
}

/// So many cases are tried at most.
const CASES: usize = 64;
/// More than all prices and changes together.
const FAR: u128 = 1 << 110;
/// So far above the changes are the prices.
const PRICE: u32 = 40;

/// Something that a case asks of an option: that its pick is wanted, or that it is not.
#[derive(Clone)]
struct Limit {
    option: usize,
    wanted: Wanted,
    fits: bool,
}

impl Limit {
    fn allows(&self, pick: &Pick) -> bool {
        self.wanted.fits(pick) == self.fits
    }
}

impl Compiled {
    /// The cheapest with what the shopper touched in `selection`, when `quantity` units are bought; of what they touched, options for which
    /// `keeps` is `false` may change as well. Letters, pictures and colours stay as they are; among what costs the same the fewest options
    /// change. `None` when a part of the rules resisted compiling: to search it could take too long.
    pub fn cheapest(
        &self,
        product: &Product,
        selection: &Selection,
        quantity: i64,
        keeps: &dyn Fn(usize) -> bool,
    ) -> Option<Cheapest> {
        if self.solver.diagrams().any(|diagram| diagram.is_none()) {
            return None;
        }
        let kept: Vec<bool> = (0..product.options.len())
            .map(|option| keeps(option) && selection.touched().iter().any(|touch| touch.option == option))
            .collect();
        // Price rules by case: by rule, its cases; each with what it asks for, and whether the rule applies.
        let mut cases = Vec::new();
        let mut all = 1_usize;
        let mut exact = true;
        for (index, rule) in product.pricing.rules.iter().enumerate() {
            if Terms::adds_up_alone(product, rule) {
                continue;
            }
            let own = cases_of(product, rule);
            if all.saturating_mul(own.len()) > CASES {
                exact = false;
                continue;
            }
            all *= own.len();
            cases.push((index, own));
        }
        let mut priced = product.clone();
        // At worst it stays as it is.
        let now = product.broken(selection).is_empty().then(|| price::price(product, selection, quantity));
        let mut best = now.flatten().map(|now| Cheapest {
            selection: selection.clone(),
            unit: now.unit,
            changes: Vec::new(),
            exact: true,
        });
        for number in 0..all {
            let mut left = number;
            let mut limits: Vec<&Limit> = Vec::new();
            let mut gone = Vec::new();
            priced.pricing.rules.clone_from(&product.pricing.rules);
            for (index, own) in &cases {
                let (asks, applies) = &own[left % own.len()];
                left /= own.len();
                limits.extend(asks);
                priced.pricing.rules[*index].when = Condition::default();
                if !applies {
                    gone.push(*index);
                }
            }
            gone.iter().rev().for_each(|index| {
                priced.pricing.rules.remove(*index);
            });
            let Some((next, adds_up)) = self.least(&priced, selection, &kept, &limits) else { continue };
            let Some(found) = price::price(product, &next, quantity) else {
                exact = false;
                continue;
            };
            exact &= adds_up;
            let changed = |option: &usize| next.pick(*option) != selection.pick(*option);
            let changes: Vec<usize> = (0..product.options.len()).filter(changed).collect();
            let is_better = |best: &Cheapest| (found.unit, changes.len()) < (best.unit, best.changes.len());
            if best.as_ref().is_none_or(is_better) {
                best = Some(Cheapest { selection: next, unit: found.unit, changes, exact: true });
            }
        }
        best.map(|best| Cheapest { exact, ..best })
    }

    /// The selection with the least sum, and whether that is its price. `priced` is the product with the price rules of one case, which asks for
    /// `limits`.
    fn least(
        &self,
        priced: &Product,
        selection: &Selection,
        kept: &[bool],
        limits: &[&Limit],
    ) -> Option<(Selection, bool)> {
        let terms = Terms::new(priced);
        let costs = self.prices(priced, &terms, selection, kept, limits);
        let cost = |variable: usize, value: u32| {
            costs.get(variable).and_then(|own| own.get(value as usize)).copied().unwrap_or(0)
        };
        let values = self.solver.nearest(&cost, &[])?;
        if costs
            .iter()
            .zip(&values)
            .any(|(own, value)| own.get(*value as usize).is_none_or(|cost| *cost >= FAR))
        {
            return None;
        }
        let mut picks = Vec::with_capacity(priced.options.len());
        for (option, is_kept) in kept.iter().enumerate() {
            let number = || free_number(priced, &terms, selection, option, *is_kept, limits);
            picks.push(match (self.map.first[option], priced.options[option].kind.numbers()) {
                (None, Some(_)) => Some(number()?),
                _ => self.pick_of(priced, option, &values),
            });
        }
        let next = selection.replaced(priced, |option| picks[option].clone());
        priced.broken(&next).is_empty().then_some((next, terms.adds_up()))
    }

    /// By variable and value: what it costs above the least that the variable can cost, and less than any price whether it changes anything.
    fn prices(
        &self,
        priced: &Product,
        terms: &Terms,
        selection: &Selection,
        kept: &[bool],
        limits: &[&Limit],
    ) -> Vec<Vec<u128>> {
        let mut all = amounts(priced, &self.map).of;
        for (at, (amounts, variable)) in all.iter_mut().zip(&self.map.variables).enumerate() {
            let option = variable.option;
            if matches!(priced.options[option].kind, Kind::Text(_) | Kind::Image(_) | Kind::Color(_)) {
                // It stays as it is, while it is shown.
                let pick = selection.asleep(option).or_else(|| selection.pick(option));
                amounts[0] = pick.map_or((0, 0), |pick| terms.amount(option, pick));
            }
            debug_assert_eq!(amounts.len(), self.solver.model().domains[at] as usize, "one for each value");
        }
        let of = |(at, amounts): (usize, Vec<(i64, i64)>)| {
            let variable = &self.map.variables[at];
            let least = amounts.iter().map(|(low, _)| *low).min().unwrap_or(0);
            let now = self.map.value(at, selection);
            let own = limits.iter().filter(|limit| limit.option == variable.option).collect::<Vec<_>>();
            // What was touched stays, and asleep may wake as it was.
            let asleep = selection.asleep(variable.option).map(|pick| self.map.pick_value(at, pick));
            let is_touched = selection
                .touched()
                .iter()
                .any(|touch| (touch.option, touch.choice) == (variable.option, variable.choice));
            let fixed = (is_touched && kept[variable.option]).then_some(now);
            let cost = |(value, (low, _)): (usize, &(i64, i64))| {
                let value = value as u32;
                let stays = fixed.is_none_or(|fixed| value == fixed || Some(value) == asleep);
                if !stays || !own.iter().all(|limit| self.allowed(limit, at, value)) {
                    return FAR;
                }
                (u128::from(low.abs_diff(least)) << PRICE) + u128::from(value != now)
            };
            amounts.iter().enumerate().map(cost).collect()
        };
        all.into_iter().enumerate().map(of).collect()
    }

    /// Whether a value is one that the limit of its option leaves.
    fn allowed(&self, limit: &Limit, variable: usize, value: u32) -> bool {
        let Mapping { variables, .. } = &self.map;
        let super::Variable { choice, size, .. } = variables[variable];
        let pick = match (&limit.wanted, choice) {
            // Of several-of-a-list one choice is asked for, or none of them may be there.
            (Wanted::Choices(wanted), Some(choice)) => {
                return !wanted.contains(&choice) || (value == 1) == limit.fits;
            }
            _ if value == size => Pick::Hidden,
            (Wanted::Choices(_), None) => Pick::Choice(value as usize),
            (Wanted::Toggle(_), _) => Pick::Toggle(value == 1),
            (Wanted::Steps(_), _) => Pick::Number(value),
        };
        limit.allows(&pick)
    }
}

/// The cheapest pick of a number that is no variable; `None` where the limits leave none.
fn free_number(
    priced: &Product,
    terms: &Terms,
    selection: &Selection,
    option: usize,
    is_kept: bool,
    limits: &[&Limit],
) -> Option<Pick> {
    let last = priced.options[option].kind.numbers()?.0.last;
    let own = || limits.iter().filter(|limit| limit.option == option);
    // The first of the cheapest is taken: as it is now, where that is one.
    let mut picks: Vec<Pick> = selection.pick(option).cloned().into_iter().collect();
    if !is_kept {
        picks.extend(terms.extremes(option));
        // Between these it goes up or down evenly.
        for limit in own() {
            let Wanted::Steps(ranges) = &limit.wanted else { continue };
            for (first, end) in ranges {
                let around = [first.saturating_sub(1), *first, *end, end.saturating_add(1)];
                picks.extend(around.into_iter().filter(|step| *step <= last).map(Pick::Number));
            }
        }
    }
    picks.retain(|pick| own().all(|limit| limit.allows(pick)));
    picks.into_iter().min_by_key(|pick| terms.amount(option, pick).0)
}

/// The cases of a price rule that does not add up: what each asks for, and whether the rule applies in it.
fn cases_of(product: &Product, rule: &PriceRule) -> Vec<(Vec<Limit>, bool)> {
    let mut holds: Vec<Vec<Limit>> = vec![Vec::new()];
    let mut fails = Vec::new();
    for entry in &rule.when.0 {
        let limit = |wanted: Wanted, fits| Limit { option: entry.option, wanted, fits };
        let each: Vec<Wanted> = match (&product.options[entry.option].kind, &entry.wanted) {
            (Kind::Multi(_), Wanted::Choices(list)) => {
                list.iter().map(|choice| Wanted::Choices(vec![*choice])).collect()
            }
            (_, wanted) => vec![wanted.clone()],
        };
        holds = holds
            .iter()
            .flat_map(|case| each.iter().map(|wanted| [&case[..], &[limit(wanted.clone(), true)]].concat()))
            .collect();
        fails.push(vec![limit(entry.wanted.clone(), false)]);
    }
    holds.into_iter().map(|case| (case, true)).chain(fails.into_iter().map(|case| (case, false))).collect()
}

impl Terms<'_> {
    /// Whether the sum of the terms takes account of the rule whatever is picked, or cannot at all: a table.
    fn adds_up_alone(product: &Product, rule: &PriceRule) -> bool {
        match &rule.kind {
            _ if rule.when.0.is_empty() => true,
            PriceRuleKind::Table(_) => true,
            PriceRuleKind::Percent(..) => false,
            PriceRuleKind::Add(_) => {
                let [entry] = &rule.when.0[..] else { return false };
                let is_multi = matches!(product.options[entry.option].kind, Kind::Multi(_));
                !(is_multi && matches!(&entry.wanted, Wanted::Choices(list) if list.len() != 1))
            }
        }
    }
}
