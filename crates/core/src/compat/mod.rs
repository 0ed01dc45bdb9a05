//! What goes with what: a product's rules, compiled once, and every question that a configurator asks of them.
//!
//! [`Compiled::new`] makes a [`crate::rules::Model`] of the product ([`model`]) and compiles it. Then, after every click: which values can still
//! be had and at what price ([`Compiled::offers`]), what else changes when one is picked ([`Compiled::pick`]), and why one cannot be had
//! ([`Compiled::reason`]). Counting, drawing at random, the cheapest of all
//! ([`Compiled::cheapest`]), the stored form and the lint stand beside.

mod cheapest;
mod clause;
mod count;
mod lint;
mod model;
mod offer;
mod pick;
mod reason;
mod stored;
mod words;

pub use cheapest::Cheapest;
pub use lint::Finding;
pub use model::Variable;
pub use offer::Offers;
pub use pick::{Change, Picked, Why};
pub use reason::Reason;
pub use stored::Unusable;
pub use words::{Phrase, Speaker, change_sentence, reason_sentence, sentence};

use crate::product::Product;
use crate::product::rule::Source;
use crate::rules::{EDGES, Either, Solver};
use crate::selection::{Selection, Touch};
use model::Mapping;

/// A product's rules, compiled. It belongs to the product that it was made of; every call needs that one.
#[derive(Clone, Debug)]
pub struct Compiled {
    solver: Solver,
    map: Mapping,
    amounts: offer::Amounts,
    /// By option: the rules that are about it.
    rules: Vec<Vec<u32>>,
}

/// How large a part of the rules is. Options that no rule connects are parts of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The options in it, as positions.
    pub options: Vec<usize>,
    /// How many constraints hold it together.
    pub constraints: usize,
    /// How many nodes and edges its diagram has; `None` when it resisted compiling, and is searched.
    pub diagram: Option<(usize, usize)>,
}

impl Compiled {
    /// Compiles the rules of `product`.
    pub fn new(product: &Product) -> Compiled {
        Self::with_limit(product, EDGES)
    }

    /// The same with another limit on the edges of each diagram; what needs more is searched.
    pub fn with_limit(product: &Product, limit: usize) -> Compiled {
        let (model, map) = model::build(product);
        Self::of(product, Solver::new(model, limit), map)
    }

    fn of(product: &Product, solver: Solver, map: Mapping) -> Compiled {
        let mut rules = vec![Vec::new(); product.options.len()];
        for (index, rule) in product.rules.iter().enumerate() {
            rule.options().into_iter().for_each(|option| rules[option].push(index as u32));
        }
        Compiled { amounts: offer::amounts(product, &map), solver, map, rules }
    }

    /// The same for `product`, which is the one it was made of in another currency.
    pub fn repriced(&self, product: &Product) -> Compiled {
        Compiled { amounts: offer::amounts(product, &self.map), ..self.clone() }
    }

    /// The parts that the rules fall into.
    pub fn parts(&self) -> Vec<Part> {
        let options = |variables: &[usize]| {
            let own = variables.iter().filter_map(|at| self.map.variables.get(*at));
            let mut list: Vec<usize> = own.map(|variable| variable.option).collect();
            list.sort_unstable();
            list.dedup();
            list
        };
        let parts = self.solver.parts().map(|(variables, constraints, diagram)| Part {
            options: options(variables),
            constraints: constraints.len(),
            diagram: diagram.map(|diagram| (diagram.nodes(), diagram.edge_count())),
        });
        parts.collect()
    }

    /// Whether anything can be bought at all.
    pub fn is_possible(&self) -> bool {
        self.solver.consistent(&[])
    }

    /// By variable: what the shopper's picks leave to it.
    fn own_picks(&self, selection: &Selection) -> Vec<Option<Either>> {
        let mut picks = vec![None; self.solver.model().domains.len()];
        for (variable, values) in self.touched(selection) {
            picks[variable] = Some(values);
        }
        picks
    }

    /// What the shopper touched, as variables and what is left to them, the latest last. An option that may be hidden may become so: what was
    /// picked in it is kept for when it is shown again.
    fn touched(&self, selection: &Selection) -> Vec<(usize, Either)> {
        let variable = |touch: &Touch| {
            let variable = self.map.first.get(touch.option).copied().flatten()? + touch.choice.unwrap_or(0);
            let Variable { size, hides, .. } = self.map.variables[variable];
            let pick = selection.asleep(touch.option).or_else(|| selection.pick(touch.option))?;
            let value = self.map.pick_value(variable, pick);
            Some((variable, (value, if hides { size } else { value })))
        };
        selection.touched().iter().filter_map(variable).collect()
    }

    /// What a constraint comes from.
    fn source(&self, constraint: usize) -> Option<Source> {
        self.map.sources.get(constraint).copied().flatten()
    }
}
