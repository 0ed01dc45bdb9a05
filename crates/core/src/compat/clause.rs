//! Puts constraints together: literals, helpers, sums.

use super::model::{Mapping, values_of};
use crate::product::attributes::Attribute;
use crate::product::rule::{Compare, Condition, Entry, Order, Side, Source, Wanted};
use crate::product::{Kind, Product};
use crate::rules::{Constraint, Model, Values};

/// A variable has one of these values.
pub(super) type Literal = (usize, Values);

/// Collects the constraints of a product.
pub(super) struct Builder<'p> {
    pub product: &'p Product,
    pub map: &'p Mapping,
    model: Model,
    sources: Vec<Option<Source>>,
    /// Helpers that say whether any of some variables is 1.
    any: Vec<(Vec<usize>, usize)>,
}

impl<'p> Builder<'p> {
    pub fn new(product: &'p Product, map: &'p Mapping, domains: Vec<u32>) -> Builder<'p> {
        let model = Model { domains, constraints: Vec::new() };
        Builder { product, map, model, sources: Vec::new(), any: Vec::new() }
    }

    pub fn finish(self) -> (Model, Vec<Option<Source>>) {
        (self.model, self.sources)
    }

    pub fn push(&mut self, source: Option<Source>, constraint: Constraint) {
        self.model.constraints.push(constraint);
        self.sources.push(source);
    }

    fn helper(&mut self) -> usize {
        self.model.domains.push(2);
        self.model.domains.len() - 1
    }

    /// One of `literals` holds. Those about the same variable become one.
    pub fn clause(&mut self, source: Option<Source>, literals: &[Literal]) {
        let mut merged: Vec<Literal> = Vec::new();
        for (variable, values) in literals {
            match merged.iter_mut().find(|(other, _)| other == variable) {
                Some((_, all)) => all.extend(values),
                None => merged.push((*variable, values.clone())),
            }
        }
        for (variable, values) in &mut merged {
            values.sort_unstable();
            values.dedup();
            if values.len() as u32 == self.model.domains[*variable] {
                return;
            }
        }
        if merged.is_empty() {
            let nothing = self.helper();
            merged.push((nothing, Vec::new()));
        }
        self.push(source, Constraint::Clause(merged));
    }

    /// The literal that holds just when `literal` does not.
    pub fn not(&self, (variable, values): &Literal) -> Literal {
        let all = 0..self.model.domains[*variable];
        (*variable, all.filter(|value| values.binary_search(value).is_err()).collect())
    }

    /// The values of an option's own variable that are wanted.
    pub fn wanted(&self, option: usize, wanted: &Wanted) -> Values {
        match wanted {
            Wanted::Choices(choices) => choices.iter().map(|choice| *choice as u32).collect(),
            Wanted::Toggle(on) => vec![u32::from(*on)],
            Wanted::Steps(ranges) => {
                let size = self.map.first[option].map_or(0, |first| self.map.variables[first].size);
                let within = |step: &u32| ranges.iter().any(|(first, last)| (first..=last).contains(&step));
                (0..size).filter(within).collect()
            }
        }
    }

    /// The literals one of which holds just when `entry` does.
    pub fn positive(&self, entry: &Entry) -> Vec<Literal> {
        let Some(first) = self.map.first[entry.option] else { return Vec::new() };
        match (&self.product.options[entry.option].kind, &entry.wanted) {
            (Kind::Multi(_), Wanted::Choices(choices)) => {
                choices.iter().map(|choice| (first + choice, vec![1])).collect()
            }
            _ => vec![(first, self.wanted(entry.option, &entry.wanted))],
        }
    }

    /// The literals one of which holds just when `condition` does not.
    pub fn unless(&mut self, condition: &Condition) -> Vec<Literal> {
        let mut literals = Vec::new();
        for entry in &condition.0 {
            let literal = match (&self.product.options[entry.option].kind, &entry.wanted) {
                (Kind::Multi(_), Wanted::Choices(choices)) => {
                    let any = self.any_of(entry.option, choices);
                    self.not(&(any, vec![1]))
                }
                _ => {
                    let positive = self.positive(entry);
                    let Some(literal) = positive.first() else { continue };
                    self.not(literal)
                }
            };
            literals.push(literal);
        }
        literals
    }

    /// A variable that is 1 just when one of these choices of several-of-a-list is picked.
    pub fn any_of(&mut self, option: usize, choices: &[usize]) -> usize {
        let first = self.map.first[option].unwrap_or(0);
        let variables: Vec<usize> = choices.iter().map(|choice| first + choice).collect();
        if let [only] = variables[..] {
            return only;
        }
        if let Some((_, helper)) = self.any.iter().find(|(of, _)| *of == variables) {
            return *helper;
        }
        let helper = self.helper();
        let mut some: Vec<Literal> = vec![(helper, vec![0])];
        for variable in &variables {
            let not = self.not(&(*variable, vec![1]));
            self.clause(None, &[not, (helper, vec![1])]);
            some.push((*variable, vec![1]));
        }
        self.clause(None, &some);
        self.any.push((variables, helper));
        helper
    }

    /// The values that say something on a side, and what they say.
    pub fn atoms(&self, side: &Side) -> Vec<(usize, u32, Attribute)> {
        let option = &self.product.options[side.option];
        let values = values_of(self.product, self.map, side).into_iter();
        let said = values.filter_map(|(variable, value)| {
            let position = self.map.variables[variable].choice.unwrap_or(value as usize);
            Some((variable, value, side.of(option, position)?))
        });
        said.collect()
    }

    /// Adds what a side says, times `sign`, to the weights of its variables. `nothing` is for values of an option that say nothing; choices of
    /// several-of-a-list that say nothing weigh 0.
    pub fn add_weights(&self, terms: &mut Vec<(usize, Vec<i64>)>, side: &Side, sign: i64, nothing: i64) {
        let Some(first) = self.map.first[side.option] else { return };
        let is_multi = self.map.variables[first].choice.is_some();
        let option = &self.product.options[side.option];
        let mut last = usize::MAX;
        for (variable, value) in values_of(self.product, self.map, side) {
            if variable != last {
                last = variable;
                let none = if is_multi { 0 } else { nothing };
                let own = vec![none; self.model.domains[variable] as usize];
                match terms.iter_mut().find(|(other, _)| *other == variable) {
                    Some((_, weights)) => weights.iter_mut().for_each(|weight| *weight += none),
                    None => terms.push((variable, own)),
                }
            }
            let position = self.map.variables[variable].choice.unwrap_or(value as usize);
            let Some(number) = side.of(option, position).and_then(|attribute| attribute.number()) else {
                continue;
            };
            if let Some((_, weights)) = terms.iter_mut().find(|(other, _)| *other == variable) {
                weights[value as usize] += sign * number - if is_multi { 0 } else { nothing };
            }
        }
    }

    /// A comparison of two numbers by their difference, where that says it; `None` where it has to be said value by value.
    pub fn ordered(&self, rule: &Compare, right: &Side) -> Option<Vec<Constraint>> {
        let is_number = |side: &Side| self.product.options[side.option].kind.numbers().is_some();
        if !is_number(&rule.left) || !is_number(right) || rule.order == Order::Unequal {
            return None;
        }
        // Left less right: at most …, and at least … .
        let (most, least) = match rule.order {
            Order::Equal => (Some(0), Some(0)),
            Order::Less => (Some(-1), None),
            Order::AtMost => (Some(0), None),
            Order::More => (None, Some(1)),
            Order::AtLeast => (None, Some(0)),
            Order::Unequal => (None, None),
        };
        let constraint = |limit: i64, is_most: bool| {
            // Hidden on either side, there is nothing to compare.
            let far = if is_most { -(1 << 45) } else { 1 << 45 };
            let mut terms = Vec::new();
            self.add_weights(&mut terms, &rule.left, 1, far);
            self.add_weights(&mut terms, right, -1, far);
            let (least, most) = if is_most { (-(1 << 50), limit) } else { (limit, 1 << 50) };
            Constraint::Sum { terms, least, most }
        };
        let most = most.map(|limit| constraint(limit, true));
        let least = least.map(|limit| constraint(limit, false));
        Some(most.into_iter().chain(least).collect())
    }

    /// A sum that stays within a range. Variables that add nothing are left out.
    pub fn sum(&mut self, source: Source, mut terms: Vec<(usize, Vec<i64>)>, range: (i64, i64)) {
        terms.retain(|(_, weights)| weights.iter().any(|weight| *weight != 0));
        let end = |pick: fn(&Vec<i64>) -> i64| terms.iter().map(|(_, weights)| pick(weights)).sum::<i64>();
        let low = end(|weights| weights.iter().min().copied().unwrap_or(0));
        let high = end(|weights| weights.iter().max().copied().unwrap_or(0));
        if range.0 <= low && high <= range.1 {
            return;
        }
        if high < range.0 || low > range.1 {
            self.clause(Some(source), &[]);
            return;
        }
        let (least, most) = (range.0.max(low), range.1.min(high));
        self.push(Some(source), Constraint::Sum { terms, least, most });
    }
}
