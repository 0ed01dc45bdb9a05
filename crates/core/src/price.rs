//! What a selection costs, with a line for every cent.
//!
//! Whole minor units, checked addition; nothing is rounded because nothing is divided. A product whose prices could overflow or fall below
//! zero does not pass [`crate::product`]'s checks, but every sum is checked here all the same.

use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection};

/// One line of a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceLine {
    /// The option it is for, as a position; `None` for the base price.
    pub option: Option<usize>,
    /// What it adds, in minor units.
    pub amount: i64,
}

/// What one unit costs and why. The lines add up to the total exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceBreakdown {
    /// The base price, then each option that costs or saves something.
    pub lines: Vec<PriceLine>,
    /// The price of one unit, in minor units.
    pub unit: i64,
}

/// The largest number that passes to JavaScript unharmed.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// What `option` adds with `pick`, in minor units; `None` when it overflows.
pub fn amount(product: &Product, option: usize, pick: &Pick) -> Option<i64> {
    match (&product.options.get(option)?.kind, pick) {
        (Kind::Choice(choice), Pick::Choice(index)) => Some(choice.choices.get(*index)?.price.0),
        (Kind::Toggle(toggle), Pick::Toggle(true)) => Some(toggle.price),
        (Kind::Multi(multi), Pick::Multi(list)) => {
            list.iter().try_fold(0_i64, |sum, index| sum.checked_add(multi.choices.get(*index)?.price.0))
        }
        (kind @ (Kind::Quantity(_) | Kind::Measure(_)), Pick::Number(step)) => {
            let (steps, price) = kind.numbers()?;
            price.amount(steps.number(*step))
        }
        (Kind::Text(_), Pick::Text(text)) if text.is_empty() => Some(0),
        (Kind::Text(kind), Pick::Text(text)) => {
            let count = i64::try_from(text.chars().count()).ok()?;
            kind.per_char.checked_mul(count)?.checked_add(kind.once)
        }
        _ => Some(0),
    }
}

/// Adds a selection up. `None` when the sum leaves the range of exact numbers.
pub fn price(product: &Product, selection: &Selection) -> Option<PriceBreakdown> {
    let mut lines = vec![PriceLine { option: None, amount: product.base_price.0 }];
    let mut unit = product.base_price.0;
    for option in 0..product.options.len() {
        let amount = amount(product, option, selection.pick(option)?)?;
        unit = unit.checked_add(amount)?;
        if amount != 0 {
            lines.push(PriceLine { option: Some(option), amount });
        }
    }
    (0..=MAX_SAFE).contains(&unit).then_some(PriceBreakdown { lines, unit })
}

/// `unit` times `quantity`; `None` when it leaves the range of exact numbers.
pub fn total(unit: i64, quantity: i64) -> Option<i64> {
    unit.checked_mul(quantity).filter(|total| (0..=MAX_SAFE).contains(total))
}
