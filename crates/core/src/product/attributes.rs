//! What choices say about themselves, for rules to compare and add up; and exact decimal numbers.

use crate::diagnostics::Diagnostics;
use crate::read::{Read, wrong_kind};
use crate::value::Value;

/// Numbers of attributes, quantities and measures are kept as whole ten-thousandths: 12.5 is 125,000.
pub const SCALE: i64 = 10_000;

/// `number` in ten-thousandths; `None` when it has more decimals, or is beyond a milliard.
pub fn scaled(number: f64) -> Option<i64> {
    if number.is_nan() || number.abs() > 1e9 {
        return None;
    }
    let whole = (number * SCALE as f64 + 0.5).floor();
    (whole / SCALE as f64 == number).then_some(whole as i64)
}

/// The number that `scaled` stands for.
pub fn unscaled(scaled: i64) -> f64 {
    scaled as f64 / SCALE as f64
}

/// One thing that an attribute says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A number, in ten-thousandths.
    Number(i64),
    /// A word.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

impl Datum {
    /// Reads a number, a string, true or false.
    pub(super) fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Datum> {
        match value {
            Value::String(text) => Some(Datum::Text(String::from(&**text))),
            Value::Bool(flag) => Some(Datum::Flag(*flag)),
            Value::Number(number) => {
                let scaled = scaled(*number);
                if scaled.is_none() {
                    diagnostics.error("expected a number below a milliard, with four decimals at most");
                }
                scaled.map(Datum::Number)
            }
            other => {
                wrong_kind("a number, a string, true or false", other, diagnostics);
                None
            }
        }
    }
}

/// What an attribute says: one thing, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute(pub Vec<Datum>);

impl Attribute {
    /// Its number, when it is one.
    pub fn number(&self) -> Option<i64> {
        match self.0.as_slice() {
            [Datum::Number(number)] => Some(*number),
            _ => None,
        }
    }
}

impl Read for Attribute {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Value::Array(items) = value else {
            return Datum::read(value, diagnostics).map(|datum| Attribute(vec![datum]));
        };
        let mut list = Vec::new();
        for (index, item) in items.iter().enumerate() {
            list.extend(diagnostics.at_index(index, |d| Datum::read(item, d)));
        }
        Some(Attribute(list))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        let words = Value::from(vec!["number", "string", "boolean"]);
        let one = || Value::object([("type", words.clone())]);
        let list = Value::object([("type", Value::from("array")), ("items", one())]);
        Value::object([("oneOf", Value::Array(vec![one(), list]))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_refused() {
        let table = [
            (0.1, Some(1000)),
            (-2.0625, Some(-20_625)),
            (1e9, Some(10_000_000_000_000)),
            (0.000_01, None),
            (1.0 / 3.0, None),
            (1e10, None),
            (f64::NAN, None),
            (123_456_789.123_4, Some(1_234_567_891_234)),
        ];
        for (number, expected) in table {
            assert_eq!(scaled(number), expected, "{number}");
            if let Some(scaled) = expected {
                assert_eq!(unscaled(scaled), number);
            }
        }
    }
}
