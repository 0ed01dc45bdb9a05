//! What every kind of feature model is read into.

use crate::report::Place;

/// A tree of features with constraints across it.
#[derive(Clone, Debug, Default)]
pub struct FeatureModel {
    /// Its name; empty when the file has none.
    pub name: String,
    /// The root first; parents before children.
    pub features: Vec<Feature>,
    /// What must hold besides the tree.
    pub constraints: Vec<Constraint>,
    /// The ISO 4217 code that the file's prices are in, when it says so.
    pub currency: Option<String>,
}

/// Something that a configuration has or has not.
#[derive(Clone, Debug)]
pub struct Feature {
    /// What the file calls it.
    pub name: String,
    /// What shoppers read.
    pub title: String,
    /// What is below it.
    pub groups: Vec<Group>,
    /// What it costs, a plain decimal number.
    pub price: Option<String>,
    /// Where it stands in the file.
    pub place: Place,
}

impl Feature {
    /// A feature called `name`, nothing below it.
    pub fn new(name: &str, place: Place) -> Feature {
        Feature { name: name.to_owned(), title: name.to_owned(), groups: Vec::new(), price: None, place }
    }
}

/// Children of a feature that are picked by one rule.
#[derive(Clone, Debug)]
pub struct Group {
    /// The rule.
    pub kind: GroupKind,
    /// The children.
    pub members: Vec<usize>,
    /// Where it stands in the file.
    pub place: Place,
}

/// How many children of a group a configuration with their parent has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// All of them.
    Mandatory,
    /// Each or not.
    Optional,
    /// From `least` to `most`; `None` is all there are.
    Choose {
        /// The fewest.
        least: usize,
        /// The most.
        most: Option<usize>,
    },
}

impl GroupKind {
    /// Exactly one.
    pub const ALTERNATIVE: GroupKind = GroupKind::Choose { least: 1, most: Some(1) };
    /// At least one.
    pub const OR: GroupKind = GroupKind::Choose { least: 1, most: None };
}

/// A formula that every configuration fulfils.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// The formula.
    pub formula: Formula,
    /// Why, in the file's own words.
    pub because: Option<String>,
    /// Where it stands in the file.
    pub place: Place,
}

/// How deep a formula may be nested: what walks it calls itself once per level.
pub const MAX_DEPTH: usize = 1000;

/// A propositional formula over features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The feature is selected.
    Feature(usize),
    /// Always or never.
    Constant(bool),
    /// Not.
    Not(Box<Formula>),
    /// All; true when empty.
    And(Vec<Formula>),
    /// At least one; false when empty.
    Or(Vec<Formula>),
    /// Not the first, or the second.
    Implies(Box<Formula>, Box<Formula>),
    /// Both or neither.
    Same(Box<Formula>, Box<Formula>),
    /// One or none.
    AtMostOne(Vec<Formula>),
}

#[cfg(test)]
impl Formula {
    /// Whether it holds of the features that are `on`.
    pub fn holds(&self, on: &[bool]) -> bool {
        match self {
            Formula::Feature(feature) => on[*feature],
            Formula::Constant(value) => *value,
            Formula::Not(inner) => !inner.holds(on),
            Formula::And(all) => all.iter().all(|f| f.holds(on)),
            Formula::Or(any) => any.iter().any(|f| f.holds(on)),
            Formula::Implies(a, b) => !a.holds(on) || b.holds(on),
            Formula::Same(a, b) => a.holds(on) == b.holds(on),
            Formula::AtMostOne(some) => some.iter().filter(|f| f.holds(on)).count() < 2,
        }
    }
}

#[cfg(test)]
impl FeatureModel {
    /// Whether the features that are `on` are a configuration.
    pub fn holds(&self, on: &[bool]) -> bool {
        let groups_hold = self.features.iter().enumerate().all(|(index, feature)| {
            feature.groups.iter().all(|group| {
                let count = group.members.iter().filter(|m| on[**m]).count();
                let all = group.members.len();
                if !on[index] || all == 0 {
                    return count == 0;
                }
                match group.kind {
                    GroupKind::Mandatory => count == all,
                    GroupKind::Optional => true,
                    GroupKind::Choose { least, most } => least <= count && count <= most.unwrap_or(all),
                }
            })
        });
        on[0] && groups_hold && self.constraints.iter().all(|c| c.formula.holds(on))
    }
}
