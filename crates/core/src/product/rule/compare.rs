//! Rules that compare what choices say about themselves: `["cpu.socket", "=", "board.socket"]`.

use super::{Names, no_attribute};
use crate::diagnostics::Diagnostics;
use crate::product::attributes::{Attribute, Datum};
use crate::product::{Kind, Product, ProductOption};
use crate::read::{self, wrong_kind};
use crate::selection::{Pick, Selection};
use crate::value::Value;

words! {
    /// How two things are compared.
    pub enum Order, "comparison" {
        /// They share a value.
        Equal = "=",
        /// They share no value.
        Unequal = "!=",
        /// Less.
        Less = "<",
        /// Less or the same.
        AtMost = "<=",
        /// More.
        More = ">",
        /// More or the same.
        AtLeast = ">=",
    }
}

/// An attribute of what is picked in an option; of quantities and measures the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The option's position.
    pub option: usize,
    /// The attribute's name; `None` for the number itself.
    pub attribute: Option<String>,
}

/// What a side is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    /// Another option's.
    Side(Side),
    /// Always the same.
    Value(Attribute),
}

/// A comparison. Where either side has nothing to compare, it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The left side.
    pub left: Side,
    /// How they are compared.
    pub order: Order,
    /// The right side.
    pub right: Right,
}

impl Right {
    /// The option on this side.
    pub fn option(&self) -> Option<usize> {
        match self {
            Right::Side(side) => Some(side.option),
            Right::Value(_) => None,
        }
    }
}

impl Order {
    /// Whether two values are in this order.
    pub fn holds(self, left: &Attribute, right: &Attribute) -> bool {
        let share = || left.0.iter().any(|datum| right.0.contains(datum));
        let (a, b) = (left.number(), right.number());
        match self {
            Order::Equal => share(),
            Order::Unequal => !share(),
            Order::Less => a < b,
            Order::AtMost => a <= b,
            Order::More => a > b,
            Order::AtLeast => a >= b,
        }
    }

    /// Whether it needs numbers.
    pub fn is_of_numbers(self) -> bool {
        !matches!(self, Order::Equal | Order::Unequal)
    }
}

impl Side {
    /// What one of the option's values says: choice, step, or 1 for a toggle that is on.
    pub fn of(&self, option: &ProductOption, value: usize) -> Option<Attribute> {
        if let Some((steps, _)) = option.kind.numbers() {
            return Some(Attribute(vec![Datum::Number(steps.number(u32::try_from(value).ok()?))]));
        }
        let name = self.attribute.as_deref()?;
        match &option.kind {
            Kind::Toggle(toggle) => toggle.attributes.get(name).filter(|_| value == 1).cloned(),
            kind => kind.choices()?.get(value)?.attributes.get(name).cloned(),
        }
    }

    /// What all that is picked says.
    fn picked(&self, product: &Product, selection: &Selection) -> Vec<Attribute> {
        let Some(option) = product.options.get(self.option) else { return Vec::new() };
        let values: &[usize] = match selection.pick(self.option) {
            Some(Pick::Choice(choice)) => &[*choice],
            Some(Pick::Toggle(on)) => &[usize::from(*on)],
            Some(Pick::Number(step)) => &[*step as usize],
            Some(Pick::Multi(list)) => list,
            _ => &[],
        };
        values.iter().filter_map(|value| self.of(option, *value)).collect()
    }

    /// `option.attribute`, or `option` alone for quantities and measures.
    pub(super) fn read(
        text: &str,
        names: Names,
        of_numbers: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<Side> {
        let (name, attribute) = match text.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (text, None),
        };
        let option = names.option(name, diagnostics)?;
        let found = &names.options[option];
        let is_number = found.kind.numbers().is_some();
        let Some(attribute) = attribute.filter(|_| !is_number) else {
            if attribute.is_some() {
                diagnostics
                    .error("a quantity or measure has no attributes: write its id alone, for its number");
                return None;
            }
            if !is_number {
                diagnostics.error("expected \"option.attribute\"; only quantities and measures stand alone");
                return None;
            }
            return Some(Side { option, attribute: None });
        };
        let mut all: Vec<&Attribute> = Vec::new();
        let mut is_wrong = false;
        let each = found.kind.choices().unwrap_or_default().iter().map(|choice| &choice.attributes);
        let own = match &found.kind {
            Kind::Toggle(toggle) => Some(&toggle.attributes),
            _ => None,
        };
        for value in each.chain(own).filter_map(|map| map.get(attribute)) {
            is_wrong |= of_numbers && value.number().is_none();
            all.push(value);
        }
        if all.is_empty() {
            // What could not be read was told.
            if !matches!(found.kind, Kind::Choice(_) | Kind::Multi(_))
                || found.kind.choices().is_some_and(|choices| !choices.is_empty())
            {
                no_attribute(found, attribute, diagnostics);
            }
            return None;
        }
        if is_wrong {
            diagnostics.error("this needs numbers, and the attribute is none in some choices");
            return None;
        }
        Some(Side { option, attribute: Some(attribute.to_owned()) })
    }
}

impl Compare {
    /// Whether what is picked is in this order.
    pub fn holds(&self, product: &Product, selection: &Selection) -> bool {
        let right = match &self.right {
            Right::Side(side) => &side.picked(product, selection)[..],
            Right::Value(value) => std::slice::from_ref(value),
        };
        let left = self.left.picked(product, selection);
        left.iter().all(|left| right.iter().all(|right| self.order.holds(left, right)))
    }

    pub(super) fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Compare> {
        let Some([left, order, right]) = value.as_array() else {
            diagnostics.error("expected [\"option.attribute\", \"=\", \"option.attribute\" or a value]");
            return None;
        };
        let order = diagnostics.at_index(1, |d| <Order as read::Read>::read(order, d));
        let of_numbers = order.is_some_and(Order::is_of_numbers);
        let left = diagnostics.at_index(0, |d| Side::read(read::text(left, d)?, names, of_numbers, d));
        let right = diagnostics.at_index(2, |d| match right {
            Value::String(text) => Side::read(text, names, of_numbers, d).map(Right::Side),
            Value::Number(_) | Value::Bool(_) => {
                Datum::read(right, d).map(|datum| Right::Value(Attribute(vec![datum])))
            }
            Value::Object(_) => {
                read::object(right, &["value"], d)?;
                let value = read::required::<Value>(right, "value", d)?;
                d.within("value", |d| Datum::read(&value, d))
                    .map(|datum| Right::Value(Attribute(vec![datum])))
            }
            other => {
                wrong_kind("\"option.attribute\", a number, or {\"value\": \"text\"}", other, d);
                None
            }
        });
        if let Some(Right::Value(value)) = &right
            && of_numbers
            && value.number().is_none()
        {
            diagnostics.at_index(2, |d| d.error("this comparison needs a number"));
        }
        Some(Compare { left: left?, order: order?, right: right? })
    }

    /// The JSON Schema of what `read` takes.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        let side = read::schema::of_type("string");
        let order = <Order as read::Read>::schema();
        let right = Value::object([("type", Value::from(vec!["string", "number", "boolean", "object"]))]);
        Value::object([
            ("type", Value::from("array")),
            ("prefixItems", Value::Array(vec![side, order, right])),
            ("minItems", Value::from(3_i64)),
            ("maxItems", Value::from(3_i64)),
        ])
    }
}
