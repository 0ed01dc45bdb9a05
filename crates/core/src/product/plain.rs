//! What a product file can do without: files beside it, and products that are plain: every pick goes with every other, and prices are base price and options in whole minor units.

use crate::value::Value;

/// Whether `file` has no rules, no price rules, and no options that bring either along. It may not be a product file at all. Where it is `false` in
/// the widget, the part with rules must be there before [`super::Product::read`] is called.
pub fn is_plain(file: &Value) -> bool {
    let ruled = ["rules", "prices", "quantity_breaks", "rounding", "price_lists"];
    let options = file.get("options").and_then(Value::as_array).unwrap_or_default();
    let limited = |option: &Value| {
        let has = |value: Option<&Value>, name: &str| value.is_some_and(|value| value.get(name).is_some());
        // A part of a unit may cost a part of a cent.
        option.get("kind").and_then(Value::as_str) == Some("multi") || has(option.get("price"), "per_unit")
    };
    !ruled.iter().any(|name| file.get(name).is_some()) && !options.iter().any(limited)
}

/// Whether `file` names no other files that belong into it, see [`super::resolve`].
pub fn is_whole(file: &Value) -> bool {
    let options = file.get("options").and_then(Value::as_array).unwrap_or_default();
    let names_library = |option: &Value| {
        let choices = option.get("choices").and_then(Value::as_array).unwrap_or_default();
        choices.iter().any(|choice| choice.get("library").is_some())
    };
    file.get("extend").is_none() && !names_library(file) && !options.iter().any(names_library)
}
