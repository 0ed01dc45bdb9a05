//! Quantity breaks: what one unit costs when many are bought.

use super::exact::Percent;
use crate::diagnostics::Diagnostics;
use crate::product::Amount;
use crate::read::{self, optional, required};
use crate::value::Value;

/// From a number on, another price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// From so many units on.
    pub from: i64,
    /// What changes.
    pub kind: BreakKind,
}

/// What changes from a number on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// A percentage of all before it is added to it.
    Percent(Percent),
    /// This is what one unit costs, in minor units.
    UnitPrice(i64),
}

/// The position of the break that counts for `quantity` units: the last one that begins at or below it.
pub fn at(breaks: &[Break], quantity: i64) -> Option<usize> {
    breaks.iter().rposition(|own| own.from <= quantity)
}

const FIELDS: &[&str] = &["from", "percent", "unit_price"];

/// Reads the break `value`, which comes after one from `before` on.
pub(super) fn one(value: &Value, before: i64, diagnostics: &mut Diagnostics) -> Option<Break> {
    read::object(value, FIELDS, diagnostics)?;
    let from: Option<i64> = required(value, "from", diagnostics);
    if from.is_some_and(|from| from <= before || from > crate::cart::MAX_QUANTITY) {
        diagnostics.within("from", |d| {
            d.error("expected a number from 2 to 1000000, larger than that of the break before it");
        });
    }
    let percent: Option<Percent> = optional(value, "percent", diagnostics);
    let unit: Option<Amount> = optional(value, "unit_price", diagnostics);
    if value.get("percent").is_some() == value.get("unit_price").is_some() {
        diagnostics.error("a quantity break needs exactly one of \"percent\" and \"unit_price\"");
    }
    if unit.is_some_and(|unit| unit.0 < 0) {
        diagnostics.within("unit_price", |d| d.error("a unit cannot cost less than nothing"));
    }
    let kind = percent.map(BreakKind::Percent).or(unit.map(|unit| BreakKind::UnitPrice(unit.0)))?;
    Some(Break { from: from?, kind })
}

#[cfg(feature = "schema")]
pub(super) fn schema() -> Value {
    use crate::read::Read;
    let from = Value::object([("type", Value::from("integer")), ("minimum", Value::from(2_i64))]);
    read::schema::record(
        "Another price from a number of units on: a percentage or a price.",
        vec![
            ("from", "From so many units on.", true, from),
            ("percent", "What is added to all before it; negative for a discount.", false, Percent::schema()),
            ("unit_price", "What one unit costs, in minor units.", false, Amount::schema()),
        ],
    )
}
