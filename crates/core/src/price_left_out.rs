//! Prices to a module that leaves price rules to another: the base price and what options add, as long as that comes out in whole minor units.
//! [`is_plain`] says of which files that is all.

use crate::diagnostics::Diagnostics;
use crate::product::attributes::SCALE;
use crate::product::rule::Names;
use crate::product::{Kind, Product, ProductFile};
use crate::read::Read;
use crate::selection::{Pick, Selection};
use crate::value::Value;
use std::rc::Rc;

/// What a line of a price is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOf {
    /// The base price.
    Base,
    /// The option at this position.
    Option(usize),
    /// What many cost.
    Break,
    /// What makes the lines add up.
    Rounding,
    /// Something that whoever knows the price rules has words for.
    Said(Rc<str>),
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
    /// The base price, then each option that costs or saves something.
    pub lines: Vec<PriceLine>,
    /// The price of one unit, in minor units.
    pub unit: i64,
}

/// The largest number that passes to JavaScript unharmed.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// Whether a product file has nothing that makes prices other than base price and options in whole minor units.
pub fn is_plain(file: &Value) -> bool {
    let has = |value: &Value, name: &str| value.get(name).is_some();
    let rules = ["prices", "quantity_breaks", "rounding"].iter().any(|name| has(file, name));
    let options = file.get("options").and_then(Value::as_array).unwrap_or_default();
    // A part of a unit may cost a part of a cent.
    let parts = options.iter().any(|option| option.get("price").is_some_and(|price| has(price, "per_unit")));
    !rules && !parts
}

/// Adds a selection up, one of any number of units. `None` when the sum is no whole number, or leaves the range of exact numbers.
pub fn price(product: &Product, selection: &Selection, _: i64) -> Option<PriceBreakdown> {
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

fn amount(product: &Product, option: usize, pick: &Pick) -> Option<i64> {
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
        _ => Some(0),
    }
}

/// `unit` times `quantity`; `None` when it leaves the range of exact numbers.
pub fn total(unit: i64, quantity: i64) -> Option<i64> {
    unit.checked_mul(quantity).filter(|total| (0..=MAX_SAFE).contains(total))
}

macro_rules! left_out {
    ($($name:ident)*) => { $(
        /// Read by whoever knows price rules.
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {}

        impl Read for $name {
            fn read(_: &Value, _: &mut Diagnostics) -> Option<Self> {
                None
            }
            #[cfg(feature = "schema")]
            fn schema() -> Value {
                Value::Bool(true)
            }
        }
    )* };
}

left_out! { PriceRuleFile BreakFile PriceListFile PriceList Rounding }

/// How prices come together: plainly.
#[derive(Clone, Debug, PartialEq)]
pub struct Pricing;

impl Pricing {
    pub(crate) fn nothing() -> Pricing {
        Pricing
    }
}

pub(crate) fn read(_: &ProductFile, _: Names, _: &mut Diagnostics) -> Option<Pricing> {
    None
}

pub(crate) fn check(_: &mut Product, _: &ProductFile, _: Names, _: &mut Diagnostics) {}
