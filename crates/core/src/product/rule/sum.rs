//! Rules that add an attribute up over what is picked: watts, slots, millimetres.

use super::{Names, Side, no_attribute};
use crate::diagnostics::Diagnostics;
use crate::product::attributes::scaled;
use crate::product::{Product, ProductOption};
use crate::read::{self, wrong_kind};
use crate::selection::{Pick, Selection};
use crate::value::Value;

/// All numbers of a sum together may be so large, in ten-thousandths.
const MOST_TOTAL: i64 = 100_000_000_000_000_000;

/// An attribute, added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The attribute. What lacks it counts as 0.
    pub attribute: String,
    /// The options over which it is added up. A quantity or measure counts with its number.
    pub of: Vec<usize>,
    /// The least sum.
    pub at_least: Option<Limit>,
    /// The largest sum.
    pub at_most: Option<Limit>,
}

/// A limit of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Always the same, in ten-thousandths.
    Number(i64),
    /// What an option's pick says. Where it says nothing, there is no limit; of a multi what is picked is added up.
    Of(Side),
}

impl Limit {
    /// The option it comes from.
    pub fn option(&self) -> Option<usize> {
        match self {
            Limit::Number(_) => None,
            Limit::Of(side) => Some(side.option),
        }
    }

    fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Limit> {
        match value {
            Value::String(text) => Side::read(text, names, true, diagnostics).map(Limit::Of),
            Value::Number(number) => {
                let limit = scaled(*number);
                if limit.is_none() {
                    diagnostics.error("expected a number below a milliard, with four decimals at most");
                }
                limit.map(Limit::Number)
            }
            other => {
                wrong_kind("a number or \"option.attribute\"", other, diagnostics);
                None
            }
        }
    }

    /// The JSON Schema of what `read` takes.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        Value::object([("type", Value::from(vec!["number", "string"]))])
    }

    /// The limit; `None` where there is none.
    fn of(&self, product: &Product, selection: &Selection) -> Option<i64> {
        match self {
            Limit::Number(number) => Some(*number),
            Limit::Of(side) => {
                let option = product.options.get(side.option)?;
                match selection.pick(side.option)? {
                    Pick::Multi(list) => {
                        Some(list.iter().map(|c| number(side, option, *c).unwrap_or(0)).sum())
                    }
                    Pick::Hidden if matches!(option.kind, crate::product::Kind::Multi(_)) => Some(0),
                    Pick::Choice(choice) => number(side, option, *choice),
                    Pick::Toggle(on) => number(side, option, usize::from(*on)),
                    Pick::Number(step) => number(side, option, *step as usize),
                    _ => None,
                }
            }
        }
    }
}

fn number(side: &Side, option: &ProductOption, value: usize) -> Option<i64> {
    side.of(option, value)?.number()
}

impl Sum {
    /// The side whose numbers an option adds.
    pub fn side(&self, option: usize) -> Side {
        Side { option, attribute: Some(self.attribute.clone()) }
    }

    /// Whether the sum over what is picked stays within the limits.
    pub fn holds(&self, product: &Product, selection: &Selection) -> bool {
        let mut sum = 0;
        for option in &self.of {
            let (side, option) = (self.side(*option), &product.options[*option]);
            sum += match selection.pick(side.option) {
                Some(Pick::Choice(choice)) => number(&side, option, *choice).unwrap_or(0),
                Some(Pick::Toggle(on)) => number(&side, option, usize::from(*on)).unwrap_or(0),
                Some(Pick::Number(step)) => number(&side, option, *step as usize).unwrap_or(0),
                Some(Pick::Multi(list)) => {
                    list.iter().map(|choice| number(&side, option, *choice).unwrap_or(0)).sum()
                }
                _ => 0,
            };
        }
        let limit = |limit: &Option<Limit>| limit.as_ref().and_then(|limit| limit.of(product, selection));
        limit(&self.at_least).is_none_or(|least| sum >= least)
            && limit(&self.at_most).is_none_or(|most| sum <= most)
    }

    pub(super) fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Sum> {
        let attribute = read::required::<String>(value, "sum", diagnostics);
        let of = match value.get("of") {
            Some(of) => diagnostics.within("of", |d| names.options(of, d)),
            None => {
                diagnostics.error("a sum needs \"of\", a list of options");
                None
            }
        };
        let mut limit = |name: &str| {
            let limit = value.get(name)?;
            diagnostics.within(name, |d| Limit::read(limit, names, d))
        };
        let (at_least, at_most) = (limit("at_least"), limit("at_most"));
        if value.get("at_least").is_none() && value.get("at_most").is_none() {
            diagnostics.error("a sum needs \"at_most\" or \"at_least\"");
        }
        let (attribute, of) = (attribute?, of?);
        let (mut any, mut total) = (false, 0_i64);
        for (at, option) in of.iter().enumerate() {
            let option = &names.options[*option];
            let all = option.kind.choices().unwrap_or_default().iter().map(|choice| &choice.attributes);
            let own = match &option.kind {
                crate::product::Kind::Toggle(toggle) => Some(&toggle.attributes),
                crate::product::Kind::Text(_) | crate::product::Kind::Image(_) => {
                    let sentence = "rules cannot look at texts and pictures: there are too many";
                    diagnostics.within("of", |d| d.at_index(at, |d| d.error(sentence)));
                    None
                }
                crate::product::Kind::Color(_) => {
                    let sentence = "rules cannot look at colours that shoppers mix";
                    diagnostics.within("of", |d| d.at_index(at, |d| d.error(sentence)));
                    None
                }
                _ => None,
            };
            any |= option.kind.numbers().is_some();
            for value in all.chain(own).filter_map(|map| map.get(&attribute)) {
                any = true;
                total = total.saturating_add(value.number().map_or(0, i64::abs));
                if value.number().is_none() {
                    let sentence = "this needs numbers, and the attribute is none in some choices";
                    diagnostics.within("of", |d| d.at_index(at, |d| d.error(sentence)));
                    break;
                }
            }
        }
        if total > MOST_TOTAL {
            diagnostics.within("sum", |d| d.error("these numbers are too large to be added up"));
        }
        if let (false, Some(first)) = (any, of.first()) {
            diagnostics.within("sum", |d| no_attribute(&names.options[*first], &attribute, d));
        }
        Some(Sum { attribute, of, at_least, at_most })
    }
}
