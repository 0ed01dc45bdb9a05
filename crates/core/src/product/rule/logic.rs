//! Rules of the form *while this holds, that holds*: `require`, `require_any`, `exclude`.

use super::Condition;

/// A condition and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logic {
    /// While all of this holds …
    pub when: Condition,
    /// … this holds: all entries of it, at least one, or none, by the kind of rule.
    pub then: Condition,
}
