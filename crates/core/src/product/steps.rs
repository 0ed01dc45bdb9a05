//! Numbers from a least to a largest one, by steps: what quantities and measures have in common.

use super::Amount;
use super::attributes::{SCALE, scaled};
use crate::scene::decimal;

record! {
    /// What a number costs.
    pub struct NumberPrice {
        /// For each unit, in minor units.
        def per_unit: Amount = Amount(0),
        /// Once, as soon as the number is not 0, in minor units.
        def once: Amount = Amount(0),
    }
}

/// So many steps a number may have.
const MOST_STEPS: i64 = 10_000_000;

/// The numbers that can be picked, in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The least one.
    pub min: i64,
    /// From one to the next.
    pub step: i64,
    /// How many steps there are; one number more than this.
    pub last: u32,
    /// The step picked at first.
    pub default: u32,
}

impl Steps {
    /// Checks what a file says; the sentence says what is wrong.
    pub(super) fn new(
        min: Option<i64>,
        max: Option<i64>,
        step: Option<i64>,
        default: Option<Option<i64>>,
    ) -> Result<Steps, &'static str> {
        let (Some(min), Some(max), Some(step)) = (min, max, step) else {
            return Err(sentence!("expected numbers below a milliard, with four decimals at most"));
        };
        if min < 0 || max < min || step <= 0 {
            return Err(sentence!("expected 0 ≤ min ≤ max, and a step above 0"));
        }
        let last = (max - min) / step;
        if last > MOST_STEPS {
            return Err(sentence!("there are more than 10000000 steps from min to max; take a larger step"));
        }
        let steps = Steps { min, step, last: last as u32, default: 0 };
        match default {
            None => Ok(steps),
            Some(default) => match default.and_then(|default| steps.at(default)) {
                Some(default) => Ok(Steps { default, ..steps }),
                None => Err(sentence!("the default is not one of the steps from min to max")),
            },
        }
    }

    /// The only number 0, for a file that is wrong.
    pub(super) fn nothing() -> Steps {
        Steps { min: 0, step: SCALE, last: 0, default: 0 }
    }

    /// The number at `step`, in ten-thousandths.
    pub fn number(&self, step: u32) -> i64 {
        self.min + self.step * i64::from(step)
    }

    /// The step that a number, in ten-thousandths, is.
    pub fn at(&self, number: i64) -> Option<u32> {
        let over = number - self.min;
        let step = over / self.step;
        (over >= 0 && over % self.step == 0 && step <= i64::from(self.last)).then_some(step as u32)
    }

    /// The step that a number is.
    pub fn find(&self, number: f64) -> Option<u32> {
        scaled(number).and_then(|number| self.at(number))
    }

    /// The step nearest to a number; `None` when it is none.
    pub fn nearest(&self, number: f64) -> Option<u32> {
        if !number.is_finite() {
            return None;
        }
        let steps = (number * SCALE as f64 - self.min as f64) / self.step as f64;
        Some((steps + 0.5).clamp(0.0, f64::from(self.last)) as u32)
    }

    /// The first and the last step within `min` and `max`, in ten-thousandths; `None` when there is none.
    pub fn within(&self, min: i64, max: i64) -> Option<(u32, u32)> {
        let (below, above) = (min.saturating_sub(self.min), max.saturating_sub(self.min));
        if above < 0 {
            return None;
        }
        let first = if below <= 0 { 0 } else { (below - 1) / self.step + 1 };
        let last = (above / self.step).min(i64::from(self.last));
        (first <= last).then_some((first as u32, last as u32))
    }

    /// The number at `step`, as people write it.
    pub fn text(&self, step: u32) -> String {
        decimal(super::attributes::unscaled(self.number(step)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_found_and_bounded() {
        let steps = Steps::new(Some(5_000), Some(30_000), Some(2_500), Some(Some(10_000))).unwrap();
        assert_eq!((steps.last, steps.default, steps.number(2)), (10, 2, 10_000));
        assert_eq!((steps.find(0.75), steps.find(0.6), steps.find(0.25)), (Some(1), None, None));
        assert_eq!(steps.within(6_000, 10_000), Some((1, 2)));
        assert_eq!(steps.within(-1, 99_999_999), Some((0, 10)));
        assert_eq!(steps.within(5_001, 7_499), None);
        assert_eq!(steps.within(0, 4_999), None);
        assert_eq!(steps.text(1), "0.75");
        assert!(Steps::new(Some(0), Some(10), Some(0), None).is_err());
        assert!(Steps::new(Some(10), Some(0), Some(1), None).is_err());
        assert!(Steps::new(Some(0), Some(1_000_000_000), Some(1), None).is_err());
        assert!(Steps::new(Some(0), Some(10), Some(1), Some(Some(11))).is_err());
    }
}
