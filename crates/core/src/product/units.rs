//! Measures in the other system of units. In the part `fields` of the widget.
//!
//! Numbers are ten-thousandths, as everywhere ([`super::Steps`]); conversions are fractions of whole numbers, since an inch is 25.4 mm and a pound
//! 453.59237 g exactly (International yard and pound agreement, 1959).

use super::Steps;

/// A unit, the one of the other system that takes its place, and its size: lengths in tenths of a millimetre, weights in 1/1600000 of a gram.
const UNITS: [(&str, &str, i64); 9] = [
    ("mm", "in", 10),
    ("cm", "in", 100),
    ("m", "ft", 10_000),
    ("in", "cm", 254),
    ("ft", "m", 3_048),
    ("g", "oz", 1_600_000),
    ("kg", "lb", 1_600_000_000),
    ("oz", "g", 45_359_237),
    ("lb", "kg", 725_747_792),
];

/// Beyond this, in ten-thousandths, nothing is told apart: no measure is a milliard.
const MOST: i64 = 10_000_000_000_000;

/// Whether `unit` is metric; `None` where it is in neither system.
pub fn is_metric(unit: &str) -> Option<bool> {
    other(unit).map(|_| !matches!(unit, "in" | "ft" | "oz" | "lb"))
}

/// The unit of the other system that takes the place of `unit`.
pub fn other(unit: &str) -> Option<&'static str> {
    UNITS.iter().find(|(own, ..)| *own == unit).map(|(_, other, _)| *other)
}

fn size(unit: &str) -> i64 {
    UNITS.iter().find(|(own, ..)| *own == unit).map_or(1, |(.., size)| *size)
}

/// A number of `from` as one of `to`: the nearest ten-thousandth, halves up.
pub fn convert(number: i64, from: &str, to: &str) -> i64 {
    let (from, to) = (size(from), size(to));
    let number = number.clamp(-MOST, MOST);
    // In two parts, neither of which leaves 64 bits: the first is at most 10^13 / 10 · 10^4, or 10^13 / 4.5·10^7 · 1.6·10^9; the second twice the
    // product of two sizes.
    let (whole, rest) = (number.div_euclid(to), number.rem_euclid(to));
    whole * from + (rest * from * 2 + to).div_euclid(to * 2)
}

/// What someone who writes numbers of `shown` gets of steps that are in `unit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// This step.
    Step(u32),
    /// The first one: it was less.
    TooLittle,
    /// The last one: it was more.
    TooMuch,
}

/// The step nearest to `number`, in ten-thousandths of `shown`.
pub fn entered(steps: &Steps, unit: &str, shown: &str, number: i64) -> Entered {
    let number = convert(number, shown, unit);
    // What is shown of the ends is rounded: whoever writes it means the end.
    let slack = if unit == shown { 0 } else { convert(100, shown, unit) / 2 };
    let (least, most) = (steps.number(0), steps.number(steps.last));
    if number < least - slack {
        return Entered::TooLittle;
    }
    if number > most + slack {
        return Entered::TooMuch;
    }
    let over = (number.clamp(least, most) - least) * 2 + steps.step;
    Entered::Step((over / (steps.step * 2)).min(i64::from(steps.last)) as u32)
}

/// The number at `step`, in ten-thousandths of `shown`: exact in its own unit, else the nearest hundredth.
pub fn shown(steps: &Steps, unit: &str, shown: &str, step: u32) -> i64 {
    let number = steps.number(step);
    if unit == shown {
        return number;
    }
    (convert(number, unit, shown) + 50).div_euclid(100) * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(min: i64, max: i64, step: i64) -> Steps {
        Steps { min: min * 10_000, step: step * 10_000, last: ((max - min) / step) as u32, default: 0 }
    }

    #[test]
    fn conversions_are_exact() {
        for (number, from, to, expected) in [
            (10_000, "in", "cm", 25_400),
            (10_000, "in", "mm", 254_000),
            (254_000, "mm", "in", 10_000),
            (10_000, "ft", "m", 3_048),
            (10_000, "lb", "g", 4_535_924),
            (10_000, "oz", "g", 283_495),
            (10_000, "kg", "lb", 22_046),
            (300_000, "cm", "cm", 300_000),
        ] {
            assert_eq!(convert(number, from, to), expected, "{number} {from} in {to}");
        }
        assert_eq!((other("cm"), other("ft"), other("pieces")), (Some("in"), Some("m"), None));
        assert_eq!((is_metric("kg"), is_metric("lb"), is_metric("px")), (Some(true), Some(false), None));
    }

    #[test]
    fn what_is_shown_means_the_step_it_was_shown_for() {
        for (own, unit, other) in [(steps(30, 120, 1), "cm", "in"), (steps(1, 90, 1), "in", "cm")] {
            for step in 0..=own.last {
                let shown = shown(&own, unit, other, step);
                assert_eq!(entered(&own, unit, other, shown), Entered::Step(step), "{shown}");
            }
        }
    }

    #[test]
    fn ends_are_kept() {
        let own = steps(30, 120, 1);
        assert_eq!(entered(&own, "cm", "cm", 299_999), Entered::TooLittle);
        assert_eq!(entered(&own, "cm", "cm", 1_200_001), Entered::TooMuch);
        assert_eq!(entered(&own, "cm", "in", 110_000), Entered::TooLittle);
        assert_eq!(entered(&own, "cm", "in", 500_000), Entered::TooMuch);
        assert_eq!(entered(&own, "cm", "in", 120_000), Entered::Step(0), "30.48 cm is nearest to 30");
        assert_eq!(entered(&own, "cm", "cm", 304_999), Entered::Step(0));
        assert_eq!(entered(&own, "cm", "cm", 305_000), Entered::Step(1), "halves go up");
        assert_eq!(entered(&own, "cm", "in", i64::MAX / 2), Entered::TooMuch);
        assert_eq!(entered(&own, "cm", "in", i64::MIN / 2), Entered::TooLittle);
    }
}
