//! Which values can be had now, and for how much a whole product with them.

use super::model::Mapping;
use super::{Compiled, Variable};
use crate::price::bounds::{Finish, Sums, Terms};
use crate::product::{Kind, Product};
use crate::rules::Bounds;
use crate::selection::{Pick, Selection};

/// What can be had with the shopper's picks of all other options.
#[derive(Clone, Debug, PartialEq)]
pub struct Offers {
    bounds: Bounds,
    first: Vec<Option<usize>>,
    /// By option: whether it is several-of-a-list.
    multi: Vec<bool>,
    /// By option that is no variable: the least and the largest amount it can add, with the shopper's pick of it; in units, as all sums here.
    free: Vec<Option<(i64, i64)>>,
    /// What the options that are no variables add, and the base price.
    rest: (i64, i64),
    /// The least and the largest sum of all that can be had with the shopper's picks; `None` when nothing can.
    whole: Option<(i64, i64)>,
    finish: Finish,
    sums: Sums,
    /// Whether prices are exact, but for what would cost less than nothing and so cannot be bought.
    pub adds_up: bool,
    /// Whether prices are exact. Otherwise they are bounds: nothing costs less, or more. Whether something can be had is always exact.
    pub exact: bool,
}

/// By variable and value: the least and the largest amount that it adds, in units of [`Terms`].
pub(super) fn amounts(product: &Product, map: &Mapping) -> Amounts {
    let terms = Terms::new(product);
    let of = |variable: &Variable| {
        let option = variable.option;
        let mut list: Vec<(i64, i64)> = match &product.options[option].kind {
            Kind::Text(_) | Kind::Image(_) | Kind::Color(_) => vec![terms.option(option)],
            Kind::Multi(_) => {
                let picked = variable.choice.into_iter().collect();
                vec![(0, 0), terms.amount(option, &Pick::Multi(picked))]
            }
            kind => (0..variable.size)
                .map(|value| {
                    let pick = match kind {
                        Kind::Choice(_) => Pick::Choice(value as usize),
                        Kind::Toggle(_) => Pick::Toggle(value == 1),
                        _ => Pick::Number(value),
                    };
                    terms.amount(option, &pick)
                })
                .collect(),
        };
        if variable.hides {
            list.push((0, 0));
        }
        list
    };
    let mut all: Vec<Vec<(i64, i64)>> = map.variables.iter().map(of).collect();
    // Nothing can be sold at such prices; walks over diagrams must not leave the range of numbers for them.
    let largest = |list: &Vec<(i64, i64)>| list.iter().map(|(a, b)| a.abs().max(b.abs())).max().unwrap_or(0);
    if all.iter().fold(0_i64, |sum, list| sum.saturating_add(largest(list))) > MOST_TOTAL {
        all.iter_mut().for_each(|list| list.fill((0, 0)));
    }
    Amounts { of: all, sums: terms.sums() }
}

/// All amounts together may be so large.
const MOST_TOTAL: i64 = 1 << 57;

/// What picks add to the price, whatever the shopper has touched.
#[derive(Clone, Debug)]
pub(super) struct Amounts {
    /// By variable and value: the least and the largest.
    pub(super) of: Vec<Vec<(i64, i64)>>,
    sums: Sums,
}

impl Compiled {
    /// What can be had with the shopper's picks in `selection`: those they touched; everything else may still change.
    pub fn offers(&self, product: &Product, selection: &Selection) -> Offers {
        self.offers_for(product, selection, 1)
    }

    /// The same when `quantity` units are bought.
    pub fn offers_for(&self, product: &Product, selection: &Selection, quantity: i64) -> Offers {
        let terms = Terms::with(product, self.amounts.sums);
        let picks = self.own_picks(selection);
        let is_touched = |option: usize| selection.touched().iter().any(|touch| touch.option == option);
        let fixed = |option: usize, pick: Option<&Pick>| pick.map(|pick| terms.amount(option, pick));
        // A text or picture that may be hidden costs what is written in it, while it is shown.
        let texts: Vec<Option<(i64, i64)>> = self
            .map
            .variables
            .iter()
            .map(|variable| {
                let option = variable.option;
                let kind = &product.options[option].kind;
                let is_text =
                    matches!(kind, Kind::Text(_) | Kind::Image(_) | Kind::Color(_)) && is_touched(option);
                let pick = selection.asleep(option).or_else(|| selection.pick(option));
                is_text.then(|| fixed(option, pick)).flatten()
            })
            .collect();
        let price = |variable: usize, value: u32| match texts.get(variable) {
            None => (0, 0),
            Some(Some(amount)) if value == 0 => *amount,
            Some(_) => self.amounts.of[variable][value as usize],
        };
        let bounds = self.solver.bounds(&picks, &price);
        let mut rest = terms.rest();
        let mut free = Vec::with_capacity(product.options.len());
        for option in 0..product.options.len() {
            let own = self.map.first[option].is_none().then(|| {
                let own = is_touched(option).then(|| fixed(option, selection.pick(option))).flatten();
                own.unwrap_or_else(|| terms.option(option))
            });
            let (low, high) = own.unwrap_or((0, 0));
            rest = (rest.0.saturating_add(low), rest.1.saturating_add(high));
            free.push(own);
        }
        let multi = product.options.iter().map(|option| matches!(option.kind, Kind::Multi(_))).collect();
        let whole = bounds.whole.map(|(low, high)| (low.saturating_add(rest.0), high.saturating_add(rest.1)));
        let finish = Finish::new(&terms, quantity);
        // What would cost less than nothing cannot be bought: then the least that can be is not known.
        let adds_up = bounds.exact && terms.adds_up();
        let exact = adds_up && !terms.may_be_negative();
        let first = self.map.first.clone();
        Offers { adds_up, exact, finish, sums: terms.sums(), first, multi, bounds, free, rest, whole }
    }
}

impl Offers {
    /// The least and the largest price of one unit with this value, all told; `None` when it cannot be had.
    fn of(&self, (variable, value): (usize, u32)) -> Option<(i64, i64)> {
        let (low, high) = self.bounds.get(variable, value)?;
        Some(self.prices((low.saturating_add(self.rest.0), high.saturating_add(self.rest.1))))
    }

    fn has(&self, at: Option<(usize, u32)>) -> bool {
        at.is_some_and(|(variable, value)| self.bounds.get(variable, value).is_some())
    }

    /// The variable and the value that an option with this choice is.
    fn with(&self, option: usize, choice: usize) -> Option<(usize, u32)> {
        let first = self.first.get(option).copied().flatten()?;
        Some(if self.multi[option] { (first + choice, 1) } else { (first, choice as u32) })
    }

    /// Whether this choice of an option can be had; of several-of-a-list, with it among them. What [`Offers::choice`] costs is not worked out.
    pub fn has_choice(&self, option: usize, choice: usize) -> bool {
        self.has(self.with(option, choice))
    }

    /// The same without this choice of several-of-a-list.
    pub fn has_without(&self, option: usize, choice: usize) -> bool {
        self.has(self.with(option, choice).map(|(variable, _)| (variable, 0)))
    }

    fn prices(&self, (low, high): (i64, i64)) -> (i64, i64) {
        (self.finish.price(low), self.finish.price(high))
    }

    /// The same with this choice of an option; of several-of-a-list, with it among them.
    pub fn choice(&self, option: usize, choice: usize) -> Option<(i64, i64)> {
        self.of(self.with(option, choice)?)
    }

    /// The same without this choice of several-of-a-list.
    pub fn without(&self, option: usize, choice: usize) -> Option<(i64, i64)> {
        let (variable, _) = self.with(option, choice)?;
        self.of((variable, 0))
    }

    /// The same with a toggle on or off.
    pub fn toggle(&self, option: usize, on: bool) -> Option<(i64, i64)> {
        self.of((self.first.get(option).copied().flatten()?, u32::from(on)))
    }

    /// The same with a quantity or measure at a step.
    pub fn number(&self, product: &Product, option: usize, step: u32) -> Option<(i64, i64)> {
        if let Some(first) = self.first.get(option).copied().flatten() {
            return self.of((first, step));
        }
        let (low, high) = self.free.get(option).copied().flatten()?;
        let amount = Terms::with(product, self.sums).amount(option, &Pick::Number(step));
        let (least, most) = self.whole?;
        Some(self.prices((least - low + amount.0, most - high + amount.1)))
    }

    /// The least and the largest price of one unit with the shopper's picks; `None` when nothing has them all.
    pub fn whole(&self) -> Option<(i64, i64)> {
        self.whole.map(|ends| self.prices(ends))
    }
}
