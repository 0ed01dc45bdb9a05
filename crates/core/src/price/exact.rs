//! Exact amounts: whole numbers of equal parts of a minor unit, percentages of them, and the one rounding at the end.

use crate::diagnostics::Diagnostics;
use crate::product::attributes::scaled;
use crate::read::{Read, wrong_kind};
use crate::value::Value;

/// So many thousandths of a percent the whole is.
const WHOLE: i128 = 100_000;

/// More parts than this a minor unit cannot have: with them the largest price there can be stays far below 2^127.
pub const MOST_PARTS: i128 = 1_000_000_000_000;

/// The largest common divisor.
pub fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The least common multiple of numbers above 0, none above [`MOST_PARTS`].
pub fn lcm(a: i128, b: i128) -> i128 {
    a / gcd(a, b).max(1) * b
}

/// A percentage in thousandths of a percent: −100 % to 1000 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub i64);

impl Percent {
    /// The percentage of `amount`. It is exact where a minor unit has parts enough; otherwise the parts below it are dropped.
    pub fn of(self, amount: i128) -> Option<i128> {
        Some(amount.checked_mul(i128::from(self.0))?.div_euclid(WHOLE))
    }

    /// By what the parts of a minor unit have to be multiplied for it to be exact.
    pub fn parts(self) -> i128 {
        WHOLE / gcd(i128::from(self.0), WHOLE)
    }
}

impl Read for Percent {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(number) = value.as_f64() else {
            wrong_kind("a number", value, diagnostics);
            return None;
        };
        // What is read is the decimal number that this double stands for, or nothing.
        let thousandths = scaled(number).filter(|n| n % 10 == 0).map(|n| n / 10);
        let found = thousandths.filter(|n| (-100_000..=1_000_000).contains(n));
        if found.is_none() {
            diagnostics.error("expected a percentage from -100 to 1000, with three decimals at most");
        }
        found.map(Percent)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([
            ("type", Value::from("number")),
            ("minimum", Value::from(-100_i64)),
            ("maximum", Value::from(1000_i64)),
        ])
    }
}

words! {
    /// Which way a price is rounded.
    pub enum Mode, "rounding" {
        /// To the nearest; what is half way to the larger one.
        HalfUp = "half-up",
        /// To the nearest; what is half way to the even one.
        HalfEven = "half-even",
        /// To the larger one.
        Up = "up",
        /// To the smaller one.
        Down = "down",
    }
}

record! {
    /// The one rounding, at the end.
    pub struct Rounding {
        /// The price of one unit is a multiple of so many minor units: 5 for five cents.
        def to: i64 = 1,
        /// Which way it is rounded.
        def mode: Mode = Mode::HalfUp,
    }
}

impl Rounding {
    /// To whole minor units, half up.
    pub const PLAIN: Rounding = Rounding { to: 1, mode: Mode::HalfUp };

    /// `amount`, in parts of which a minor unit has `parts`, as minor units.
    pub fn round(&self, amount: i128, parts: i128) -> Option<i128> {
        let unit = parts.checked_mul(i128::from(self.to)).filter(|unit| *unit > 0)?;
        let (floor, rest) = (amount.div_euclid(unit), amount.rem_euclid(unit));
        let up = match self.mode {
            Mode::HalfUp => rest >= unit - rest,
            Mode::HalfEven => rest > unit - rest || rest == unit - rest && floor % 2 != 0,
            Mode::Up => rest > 0,
            Mode::Down => false,
        };
        (floor + i128::from(up)).checked_mul(i128::from(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_and_negative_amounts_go_where_the_mode_says() {
        // Tenths of a minor unit, the step, and what becomes of them half up, half even, up, down.
        let table = [
            (5, 1, [1, 0, 1, 0]),
            (15, 1, [2, 2, 2, 1]),
            (25, 1, [3, 2, 3, 2]),
            (-5, 1, [0, 0, 0, -1]),
            (-15, 1, [-1, -2, -1, -2]),
            (-25, 1, [-2, -2, -2, -3]),
            (24, 1, [2, 2, 3, 2]),
            (26, 1, [3, 3, 3, 2]),
            (-26, 1, [-3, -3, -2, -3]),
            (30, 1, [3, 3, 3, 3]),
            (0, 5, [0, 0, 0, 0]),
            (25, 5, [5, 0, 5, 0]),
            (75, 5, [10, 10, 10, 5]),
            (-25, 5, [0, 0, 0, -5]),
            (1, 5, [0, 0, 5, 0]),
            (1234, 100, [100, 100, 200, 100]),
        ];
        let modes = [Mode::HalfUp, Mode::HalfEven, Mode::Up, Mode::Down];
        for (tenths, to, expected) in table {
            for (mode, expected) in modes.into_iter().zip(expected) {
                assert_eq!(Rounding { to, mode }.round(tenths, 10), Some(expected), "{tenths} {to} {mode:?}");
            }
        }
        assert_eq!(Rounding { to: i64::MAX, mode: Mode::Up }.round(i128::MAX, i128::MAX), None);
        assert_eq!(Rounding { to: 0, mode: Mode::Up }.round(1, 1), None);
    }

    #[test]
    fn percentages_are_the_decimals_that_are_written() {
        let read = |number: f64| Percent::read(&Value::from(number), &mut Diagnostics::new()).map(|p| p.0);
        let table = [
            (19.0, Some(19_000)),
            (7.7, Some(7_700)),
            (0.001, Some(1)),
            (-12.345, Some(-12_345)),
            (-100.0, Some(-100_000)),
            (-100.001, None),
            (1000.0, Some(1_000_000)),
            (1000.001, None),
            (0.0001, None),
            (1.0 / 3.0, None),
            (f64::MAX, None),
        ];
        for (number, expected) in table {
            assert_eq!(read(number), expected, "{number}");
        }
        // Every one of them.
        for thousandths in -100_000..=1_000_000_i64 {
            let number: f64 = format!("{thousandths}e-3").parse().unwrap();
            assert_eq!(read(number), Some(thousandths));
        }
        assert_eq!(
            (Percent(-10_000).parts(), Percent(19_000).parts(), Percent(1).parts()),
            (10, 100, 100_000)
        );
        assert_eq!(Percent(7_700).of(1000), Some(77));
        assert_eq!(Percent(1_000_000).of(i128::MAX), None);
    }
}
