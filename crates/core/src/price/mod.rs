//! What a selection costs, with a line for every cent.
//!
//! Everything is added up in whole numbers of equal parts of a minor unit ([`exact`]), so small that every percentage and every part of a metre
//! is one: nothing is rounded on the way. One rounding, at the end, makes the price of one unit of it. `docs/decisions/rounding.md` says why.

pub mod bounds;
mod breakdown;
mod breaks;
mod check;
pub mod exact;
mod list;
mod plain;
mod rule;
mod table;

pub use breaks::{Break, BreakKind};
pub use exact::{Mode, Percent, Rounding};
pub use list::PriceList;
pub use plain::{LineOf, PriceBreakdown, PriceLine, price, total};
pub use rule::{Of, PriceRule, PriceRuleKind};
pub use table::Table;

pub use check::below_nothing;
pub(crate) use check::{check, read};

use crate::read::Read;
use crate::value::Value;

/// How the prices of a product come together, in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Pricing {
    /// What comes on top of the base price and the options, in order.
    pub rules: Vec<PriceRule>,
    /// What one unit costs when many are bought; by ascending number.
    pub breaks: Vec<Break>,
    /// The rounding at the end.
    pub rounding: Rounding,
    /// So many parts a minor unit has in calculations: every percentage and every part of a unit is a whole number of them.
    pub parts: i128,
}

impl Pricing {
    /// Nothing but base price and options, in whole minor units.
    pub(crate) fn nothing() -> Pricing {
        Pricing { rules: Vec::new(), breaks: Vec::new(), rounding: Rounding::PLAIN, parts: 1 }
    }
}

/// Prices as they are written. Names are looked up when all options are known.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRuleFile(pub(crate) Value);

/// A quantity break as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakFile(pub(crate) Value);

/// A price list as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceListFile(pub(crate) Value);

macro_rules! kept {
    ($($name:ident, $schema:path;)*) => { $(
        impl Read for $name {
            fn read(value: &Value, _: &mut crate::diagnostics::Diagnostics) -> Option<Self> {
                Some($name(value.clone()))
            }
            #[cfg(feature = "schema")]
            fn schema() -> Value {
                $schema()
            }
        }
    )* };
}

kept! {
    PriceRuleFile, rule::schema;
    BreakFile, breaks::schema;
    PriceListFile, list::schema;
}
