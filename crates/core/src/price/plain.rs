//! Prices: what they are made of, and the plain ones, which are base price and options in whole minor units. Only what is not plain needs the
//! part of the widget that has rules and price rules (`docs/decisions/parts.md`).

use super::{Pricing, Rounding, breakdown};
use crate::product::attributes::SCALE;
use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection};

/// What a line of a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineOf {
    /// The base price.
    Base,
    /// The option at this position.
    Option(usize),
    /// The price rule at this position, see [`super::Pricing::rules`].
    Rule(usize),
    /// The quantity break at this position, see [`super::Pricing::breaks`].
    Break(usize),
    /// What makes the lines add up.
    Rounding,
}

/// One line of a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceLine {
    /// What it is for.
    pub of: LineOf,
    /// What it adds, in minor units.
    pub amount: i64,
}

/// What one unit costs and why. The lines add up to `unit` exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceBreakdown {
    /// The base price; each option, price rule and quantity break that costs or saves something; the rounding, where there is any. Each is
    /// rounded by itself to show it, which is what the last line makes good.
    pub lines: Vec<PriceLine>,
    /// The price of one unit, in minor units.
    pub unit: i64,
}

/// The largest number that passes to JavaScript unharmed.
pub(super) const MAX_SAFE: i64 = 9_007_199_254_740_991;

impl Pricing {
    /// Whether prices are base price and options in whole minor units.
    fn is_plain(&self) -> bool {
        let Pricing { rules, breaks, rounding, parts } = self;
        rules.is_empty() && breaks.is_empty() && *rounding == Rounding::PLAIN && *parts == 1
    }
}

/// What one unit costs when `quantity` are bought. `None` when that cannot be sold: a size without a price, less than nothing, or more than exact
/// numbers can hold.
pub fn price(product: &Product, selection: &Selection, quantity: i64) -> Option<PriceBreakdown> {
    if !product.pricing.is_plain() {
        return breakdown::price(product, selection, quantity);
    }
    let mut lines = vec![PriceLine { of: LineOf::Base, amount: product.base_price.0 }];
    let mut unit = product.base_price.0;
    for option in 0..product.options.len() {
        let amount = amount(product, option, selection.pick(option)?)?;
        unit = unit.checked_add(amount)?;
        if amount != 0 {
            lines.push(PriceLine { of: LineOf::Option(option), amount });
        }
    }
    (0..=MAX_SAFE).contains(&unit).then_some(PriceBreakdown { lines, unit })
}

/// What the option at `option` costs with `pick`, in minor units; `None` where that is no whole number of them, or overflows.
pub(super) fn amount(product: &Product, option: usize, pick: &Pick) -> Option<i64> {
    match (&product.options.get(option)?.kind, pick) {
        (Kind::Choice(choice), Pick::Choice(index)) => Some(choice.choices.get(*index)?.price.0),
        (Kind::Toggle(toggle), Pick::Toggle(true)) => Some(toggle.price),
        (Kind::Multi(multi), Pick::Multi(list)) => {
            list.iter().try_fold(0_i64, |sum, index| sum.checked_add(multi.choices.get(*index)?.price.0))
        }
        (kind, Pick::Number(step)) => {
            let (steps, price) = kind.numbers()?;
            let number = steps.number(*step);
            let parts = number.checked_mul(price.per_unit.0)?;
            (parts % SCALE == 0).then_some(parts / SCALE)?.checked_add(if number == 0 {
                0
            } else {
                price.once.0
            })
        }
        (Kind::Text(kind), Pick::Text(text)) if !text.is_empty() => {
            kind.per_char.checked_mul(text.chars().count() as i64)?.checked_add(kind.once)
        }
        (Kind::Image(kind), Pick::Image(Some(_))) => Some(kind.once),
        (Kind::Color(kind), Pick::Color(color)) if *color != kind.default => Some(kind.once),
        _ => Some(0),
    }
}

/// `unit` times `quantity`; `None` when it leaves the range of exact numbers.
pub fn total(unit: i64, quantity: i64) -> Option<i64> {
    unit.checked_mul(quantity).filter(|total| (0..=MAX_SAFE).contains(total))
}
