//! What is allowed in a product file and yet surely not meant.

use super::Compiled;
use crate::product::rule::{Condition, RuleKind, Source, Wanted};
use crate::product::{Kind, Product};
use crate::rules::{Constraint, Values};

/// Something that is surely not meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing can be bought.
    Impossible,
    /// A choice that can never be had: option and choice.
    DeadChoice(usize, usize),
    /// A toggle that can never be on, or never off.
    DeadToggle(usize, bool),
    /// A number that can never be had: option and step. Only the first one of each option is told.
    DeadNumber(usize, u32),
    /// A rule whose condition can never hold.
    NeverFires(usize),
    /// A rule that follows from the others; a remark, no mistake.
    Redundant(usize),
}

/// With more constraints than this it is not looked for rules that follow from others: that takes a search for each.
const MOST_CONSTRAINTS: usize = 400;

impl Compiled {
    /// All that is surely not meant, in the product's order.
    pub fn lint(&self, product: &Product) -> Vec<Finding> {
        if !self.is_possible() {
            return vec![Finding::Impossible];
        }
        let mut found = self.dead(product);
        // Rules that come from tables of prices are nobody's mistake.
        for (index, rule) in product.rules.iter().enumerate().take(product.own_rules) {
            let when = match &rule.kind {
                RuleKind::Require(rule) | RuleKind::RequireAny(rule) | RuleKind::Exclude(rule) => &rule.when,
                RuleKind::Show(when, _) => when,
                RuleKind::Default(rule) => &rule.when,
                _ => continue,
            };
            if !self.can_hold(product, when, index) {
                found.push(Finding::NeverFires(index));
            }
        }
        if self.solver.model().constraints.len() <= MOST_CONSTRAINTS {
            found.extend((0..product.own_rules).filter(|rule| self.follows(*rule)).map(Finding::Redundant));
        }
        found
    }

    fn dead(&self, product: &Product) -> Vec<Finding> {
        let nothing = vec![None; self.solver.model().domains.len()];
        let bounds = self.solver.bounds(&nothing, &|_, _| (0, 0));
        let mut found = Vec::new();
        // What is sold out is meant to be.
        let is_gone = |option: usize, choice: usize| {
            let choices = product.options[option].kind.choices().unwrap_or_default();
            choices.get(choice).is_some_and(|choice| choice.stock == Some(0))
        };
        for (variable, of) in self.map.variables.iter().enumerate() {
            let option = of.option;
            let dead = |value: &u32| bounds.get(variable, *value).is_none();
            match (&product.options[option].kind, of.choice) {
                (Kind::Choice(_), _) => {
                    found.extend(
                        (0..of.size).filter(dead).map(|value| Finding::DeadChoice(option, value as usize)),
                    );
                }
                (Kind::Multi(_), Some(choice)) if dead(&1) => found.push(Finding::DeadChoice(option, choice)),
                (Kind::Toggle(_), _) => {
                    found.extend((0..2).filter(dead).map(|value| Finding::DeadToggle(option, value == 1)));
                }
                (Kind::Quantity(_) | Kind::Measure(_), _) => {
                    found.extend((0..of.size).find(dead).map(|value| Finding::DeadNumber(option, value)));
                }
                _ => {}
            }
        }
        found.retain(
            |found| !matches!(found, Finding::DeadChoice(option, choice) if is_gone(*option, *choice)),
        );
        found
    }

    /// Whether a rule's condition can hold, by itself or with all other rules.
    fn can_hold(&self, product: &Product, when: &Condition, rule: usize) -> bool {
        let mut allowed: Vec<(usize, Values)> = Vec::new();
        for entry in &when.0 {
            let Some(first) = self.map.first[entry.option] else { continue };
            let values = match (&product.options[entry.option].kind, &entry.wanted) {
                // One of several choices: looked at only where it is one.
                (Kind::Multi(_), Wanted::Choices(choices)) => match choices[..] {
                    [choice] => {
                        allowed.push((first + choice, vec![1]));
                        continue;
                    }
                    _ => continue,
                },
                (_, Wanted::Choices(choices)) => choices.iter().map(|choice| *choice as u32).collect(),
                (_, Wanted::Toggle(on)) => vec![u32::from(*on)],
                (_, Wanted::Steps(ranges)) => {
                    ranges.iter().flat_map(|(first, last)| *first..=*last).collect()
                }
            };
            allowed.push((first, values));
        }
        // A rule that forbids its own condition is one way to write that this is not to be had.
        self.solver.possible(&allowed)
            || self.solver.possible_without(&allowed, &|c| self.source(c) == Some(Source::Rule(rule)))
    }

    /// Whether all that a rule says follows from the rest. Only rules that are clauses are looked at.
    fn follows(&self, rule: usize) -> bool {
        let constraints = &self.solver.model().constraints;
        let is_own = |constraint: usize| self.source(constraint) == Some(Source::Rule(rule));
        let mut own = (0..constraints.len()).filter(|constraint| is_own(*constraint)).peekable();
        if own.peek().is_none() {
            return false;
        }
        own.all(|constraint| match &constraints[constraint] {
            Constraint::Clause(literals) => {
                let against: Vec<(usize, Values)> = literals
                    .iter()
                    .map(|(variable, values)| {
                        let all = 0..self.solver.model().domains[*variable];
                        (*variable, all.filter(|value| values.binary_search(value).is_err()).collect())
                    })
                    .collect();
                !self.solver.possible_without(&against, &is_own)
            }
            _ => false,
        })
    }
}
