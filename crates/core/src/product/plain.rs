//! What a product file can do without: files beside it, products that are plain (every pick goes with every other, and prices are base price and
//! options in whole minor units), and such that are basic (no more than options of the common kinds).

use crate::value::Value;

fn list<'v>(object: &'v Value, name: &str) -> &'v [Value] {
    object.get(name).and_then(Value::as_array).unwrap_or_default()
}

fn has(object: &Value, names: &[&str]) -> bool {
    names.iter().any(|name| object.get(name).is_some())
}

fn is_one_of(option: &Value, name: &str, words: &[&str]) -> bool {
    option.get(name).and_then(Value::as_str).is_some_and(|word| words.contains(&word))
}

fn any_choice(option: &Value, is: &dyn Fn(&Value) -> bool) -> bool {
    list(option, "choices").iter().any(is)
}

/// Whether `file` has no rules, no price rules, and no options that bring either along. It may not be a product file at all. Where it is `false` in
/// the widget, the part with rules must be there before [`super::Product::read`] is called.
pub fn is_plain(file: &Value) -> bool {
    let is_gone = |choice: &Value| choice.get("stock").and_then(Value::as_f64) == Some(0.0);
    let limited = |option: &Value| {
        // A part of a unit may cost a part of a cent.
        is_one_of(option, "kind", &["multi"])
            || option.get("price").is_some_and(|price| has(price, &["per_unit"]))
            || any_choice(option, &is_gone)
    };
    !has(file, &["rules", "prices", "quantity_breaks", "rounding", "price_lists"])
        && !list(file, "options").iter().any(limited)
}

/// Whether `file` has neither steps nor stock nor delivery nor tools, and no options that are numbers or colours or take a font from another. Where it is `false` in the widget, the part
/// `fields` must be there before [`super::Product::read`] is called.
pub fn is_basic(file: &Value) -> bool {
    let special = |option: &Value| {
        is_one_of(option, "kind", &["color", "quantity", "measure"])
            || has(option, &["font_by"])
            || any_choice(option, &|choice| has(choice, &["stock", "lead_days"]))
    };
    !has(file, &["steps", "layout", "lead_days", "facet_titles", "tools"])
        && !list(file, "options").iter().any(special)
}

/// Whether `file` has options for letters, or fonts. Where it is `true` in the widget, the part `text` must be there before
/// [`super::Product::read`] is called.
pub fn has_text(file: &Value) -> bool {
    has(file, &["fonts"]) || list(file, "options").iter().any(|option| is_one_of(option, "kind", &["text"]))
}

/// Whether an option of `file` is shown as a grid.
pub fn has_grid(file: &Value) -> bool {
    list(file, "options").iter().any(|option| {
        let is_many = || super::choice::is_many(list(option, "choices").len());
        is_one_of(option, "display", &["grid"])
            || is_one_of(option, "display", &["swatch", "texture"]) && is_many()
    })
}

/// Whether `file` names no other files that belong into it, see [`super::resolve`].
pub fn is_whole(file: &Value) -> bool {
    let names_library = |option: &Value| any_choice(option, &|choice| has(choice, &["library"]));
    file.get("extend").is_none() && !names_library(file) && !list(file, "options").iter().any(names_library)
}
