//! Which combinations of values are allowed, answered at once.
//!
//! A [`Model`] has variables with finitely many values and constraints over them; it knows nothing of products. [`Solver::new`] compiles it, once, into decision diagrams; after that every question is one or two walks
//! over them: which values still lead somewhere, how many configurations there are, the cheapest and the dearest, the nearest, a random one.
//!
//! Source: multi-valued decision diagrams built from the top down by merging equal states (Andersen, Hadzic, Hooker and Tiedemann, *A
//! Constraint Store Based on Multivalued Decision Diagrams*, 2007; Bergman, Cire, van Hoeve and Hooker, *Decision Diagrams for Optimization*,
//! 2016), for interactive configuration (Hadzic et al., *Fast Backtrack-Free Product Configuration Using a Precompiled Solution Space
//! Representation*, 2004). `docs/decisions/decision-diagram.md` has what was tried.

mod bounds;
mod cheapest;
mod compile;
mod count;
mod diagram;
mod order;
mod reason;
mod search;
mod solver;
#[cfg(test)]
mod tests;

pub use bounds::{Bounds, Prices};
pub use count::Count;
pub use diagram::{Diagram, Edge};
pub use reason::Reason;
pub use solver::{EDGES, Solver};

/// Values of one variable, ascending, each once.
pub type Values = Vec<u32>;

/// What a pick leaves to a variable: one of two values, which may be the same.
pub type Either = (u32, u32);

/// Something that every configuration fulfils, about at least one variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// At least one of these holds: the variable has one of the values. Each variable occurs once.
    Clause(Vec<(usize, Values)>),
    /// The variables have the values of one row; `None` stands for any value.
    Table {
        /// The variables, each once.
        variables: Vec<usize>,
        /// The rows, one entry for each variable.
        rows: Vec<Vec<Option<Values>>>,
    },
    /// The weights of the variables' values add up to a number in a range.
    Sum {
        /// Variables, each once, with the weight of each value.
        terms: Vec<(usize, Vec<i64>)>,
        /// The least sum.
        least: i64,
        /// The largest sum.
        most: i64,
    },
}

impl Constraint {
    /// The variables it is about.
    pub fn variables(&self) -> Vec<usize> {
        match self {
            Constraint::Clause(literals) => literals.iter().map(|(variable, _)| *variable).collect(),
            Constraint::Table { variables, .. } => variables.clone(),
            Constraint::Sum { terms, .. } => terms.iter().map(|(variable, _)| *variable).collect(),
        }
    }

    /// Whether a whole assignment fulfils it.
    pub fn holds(&self, values: &[u32]) -> bool {
        match self {
            Constraint::Clause(literals) => {
                literals.iter().any(|(variable, set)| set.binary_search(&values[*variable]).is_ok())
            }
            Constraint::Table { variables, rows } => rows.iter().any(|row| {
                row.iter().zip(variables).all(|(cell, variable)| {
                    cell.as_ref().is_none_or(|set| set.binary_search(&values[*variable]).is_ok())
                })
            }),
            Constraint::Sum { terms, least, most } => {
                let sum: i64 =
                    terms.iter().map(|(variable, weights)| weights[values[*variable] as usize]).sum();
                (*least..=*most).contains(&sum)
            }
        }
    }
}

/// Variables with finitely many values, and what is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// How many values each variable has: 0, 1, … below this number. At least one.
    pub domains: Vec<u32>,
    /// What every configuration fulfils. Weights of sums stay so small that no sum overflows.
    pub constraints: Vec<Constraint>,
}

impl Model {
    /// Whether a whole assignment fulfils all constraints.
    pub fn holds(&self, values: &[u32]) -> bool {
        self.constraints.iter().all(|constraint| constraint.holds(values))
    }
}
