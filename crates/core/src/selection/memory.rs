//! A selection with what the shopper touched, as the page keeps it between two questions to the companion: picks, then positions.

use super::{Pick, Selection, Touch};
use crate::product::Product;
use crate::value::Value;

impl Selection {
    /// `{"picks": as in a link, "hidden": [option], "touched": [[option, choice or -1]], "asleep": [[option, value]]}`
    pub fn to_memory(&self, product: &Product) -> Value {
        let position = |at: usize| Value::from(at as i64);
        let hidden = self.picks.iter().enumerate().filter(|(_, pick)| **pick == Pick::Hidden);
        let touched = self.touched.iter().map(|touch| {
            let choice = touch.choice.map_or(Value::from(-1_i64), position);
            Value::Array(vec![position(touch.option), choice])
        });
        let asleep = self.asleep.iter().map(|(option, pick)| {
            let value = product.options.get(*option).and_then(|own| pick.to_value(own));
            Value::Array(vec![position(*option), value.unwrap_or_default()])
        });
        Value::record([
            ("picks", self.to_value(product)),
            ("hidden", Value::Array(hidden.map(|(at, _)| position(at)).collect())),
            ("touched", Value::Array(touched.collect())),
            ("asleep", Value::Array(asleep.collect())),
        ])
    }

    /// Reads what [`Selection::to_memory`] wrote; `None` when it is nothing of `product`.
    pub fn from_memory(product: &Product, memory: &Value) -> Option<Selection> {
        let list = |name: &str| memory.get(name)?.as_array();
        let option = |value: &Value| {
            let at = usize::try_from(value.as_i64()?).ok()?;
            (at < product.options.len()).then_some(at)
        };
        let mut selection = Selection::shown(product, memory.get("picks")?, memory.get("hidden")?)?;
        selection.touched.clear();
        for entry in list("touched")? {
            let [at, choice] = entry.as_array()? else { return None };
            let (at, choice) = (option(at)?, usize::try_from(choice.as_i64()?).ok());
            let choices = product.options[at].kind.choices().map_or(0, <[_]>::len);
            if choice.is_none_or(|choice| choice < choices) {
                selection.touched.push(Touch { option: at, choice });
            }
        }
        for entry in list("asleep")? {
            let [at, value] = entry.as_array()? else { return None };
            let at = option(at)?;
            let pick = match value {
                Value::Null => Pick::Text(String::new()),
                value => Self::read_pick(&product.options[at], value).ok()?,
            };
            selection.asleep.push((at, pick));
        }
        Some(selection)
    }
}
