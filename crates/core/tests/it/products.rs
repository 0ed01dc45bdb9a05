//! Products and selections, given and random.

use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::{Diagnostics, Value};
use proptest::prelude::*;
use serde_json::json;

/// A value from JSON.
pub fn value(json: &serde_json::Value) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

/// Reads a product; the problems are `severity pointer: message`.
pub fn read(json: &serde_json::Value) -> (Option<Product>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(&value(json), &mut diagnostics);
    let line = |d: &haberdash_core::Diagnostic| format!("{:?} {}: {}", d.severity, d.at, d.message);
    (product, diagnostics.list().iter().map(line).collect())
}

/// Reads a product that has no problems.
pub fn product(json: &serde_json::Value) -> Product {
    let (product, problems) = read(json);
    assert_eq!(problems, Vec::<String>::new());
    product.unwrap()
}

/// A mug with one of everything.
pub fn mug() -> serde_json::Value {
    json!({
        "version": 1, "id": "mug", "sku": "MUG", "title": {"en": "Mug", "de": "Becher"}, "currency": "EUR", "base_price": 1200,
        "fonts": [{"id": "plain", "src": "plain.ttf"}],
        "options": [
            {"id": "glaze", "title": {"en": "Glaze", "de": "Glasur"}, "kind": "choice", "display": "swatch", "role": "primary",
             "default": "white", "choices": [
                {"id": "white", "title": "White", "color": "#fff", "facets": {"color": "white"}},
                {"id": "speckled", "texture": "speckled.webp", "scale": 24, "price": 300, "facets": {"color": ["white", "grey"]}},
                {"id": "seconds", "title": "Seconds", "color": "#eee", "price": -250}]},
            {"id": "handle", "kind": "choice", "choices": [{"id": "round"}, {"id": "none", "price": -100}]},
            {"id": "name", "title": "Name", "kind": "text", "role": "monogram", "max_chars": 8, "charset": "A-Z", "fonts": ["plain"],
             "color": "#123", "price": {"per_char": 50, "once": 200}}],
        "views": [{"id": "front", "art": "mug.svg", "layers": [
            {"part": "body", "paint": "glaze"},
            {"part": "handle", "paint": "glaze", "when": {"handle": ["round"]}},
            {"zone": "belly", "content": "name", "x": 10, "y": 20, "width": 30, "height": 10}]}],
        "presets": [{"id": "gift", "title": "Gift", "selection": {"glaze": "speckled", "name": "EVA"}}]
    })
}

/// Random product files that are right: up to six options, prices that also go down, but never below nothing.
pub fn any_product() -> impl Strategy<Value = serde_json::Value> {
    let choices = prop::collection::vec(-300..2_000_i64, 1..6);
    let choice = (choices, any::<prop::sample::Index>()).prop_map(|(prices, default)| {
        let default = default.index(prices.len());
        let choices =
            prices.iter().enumerate().map(|(i, price)| json!({"id": format!("c{i}"), "price": price}));
        json!({"kind": "choice", "default": format!("c{default}"), "choices": choices.collect::<Vec<_>>()})
    });
    let charsets = prop::sample::select(vec!["A-Z", "a-z0-9", "A-Za-z &-", "äöüß", "-"]);
    let text = (1..12_i64, prop::option::of(charsets), -20..60_i64, -40..300_i64).prop_map(
        |(most, charset, per_char, once)| {
            let mut option =
                json!({"kind": "text", "max_chars": most, "price": {"per_char": per_char, "once": once}});
            if let Some(charset) = charset {
                option["charset"] = json!(charset);
            }
            option
        },
    );
    let options = prop::collection::vec(prop_oneof![choice, text], 1..7);
    (options, 2_500..1_000_000_i64).prop_map(|(mut options, base_price)| {
        for (index, option) in options.iter_mut().enumerate() {
            option["id"] = json!(format!("o{index}"));
        }
        json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": base_price, "options": options})
    })
}

/// A random product and a random selection of it.
pub fn any_selection() -> impl Strategy<Value = (serde_json::Value, Product, Selection)> {
    let seeds =
        prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(any::<char>(), 0..14)), 6);
    (any_product(), seeds).prop_map(|(json, seeds)| {
        let product = product(&json);
        let mut selection = Selection::defaults(&product);
        for (index, (seed, letters)) in seeds.iter().enumerate().take(product.options.len()) {
            let pick = match &product.options[index].kind {
                Kind::Choice(choice) => Pick::Choice(seed.index(choice.choices.len())),
                Kind::Text(text) => {
                    // Letters that are not allowed become allowed ones.
                    let ranges = &text.charset;
                    let allowed = |c: &char| match ranges.get(seed.index(ranges.len().max(1))) {
                        Some((from, to)) if !text.allows(*c) => char::from_u32(
                            u32::from(*from) + u32::from(*c) % (u32::from(*to) - u32::from(*from) + 1),
                        )
                        .unwrap(),
                        _ => *c,
                    };
                    let typed: String = letters
                        .iter()
                        .map(allowed)
                        .filter(|c| !c.is_control())
                        .take(text.max_chars)
                        .collect();
                    Pick::Text(typed.trim().to_owned())
                }
                _ => unreachable!("only these kinds are made above"),
            };
            selection = selection.with(&product, index, pick);
        }
        (json, product, selection)
    })
}

/// Random values, as foreign JSON may be.
pub fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_filter("JSON has finite numbers only", |n| n.is_finite()).prop_map(Value::Number),
        (-9_007_199_254_740_991..=9_007_199_254_740_991_i64).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "choice", "text", "#fff", "A-Z", "glaze", "white", "EUR", "body", "in_stock"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6).prop_map(Value::object),
        ]
    })
}

/// `value` with some of its parts replaced: each entry picks one of all places in it.
pub fn damaged(value: &Value, damage: &[(prop::sample::Index, Value)]) -> Value {
    let mut value = value.clone();
    for (index, replacement) in damage {
        let place = index.index(count(&value));
        replace(&mut value, &mut { place }, replacement);
    }
    value
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.iter().map(|(_, field)| count(field)).sum::<usize>(),
        _ => 0,
    }
}

/// Puts `replacement` at the `left`th place, counting from the outside in and from left to right.
fn replace(value: &mut Value, left: &mut usize, replacement: &Value) -> bool {
    if *left == 0 {
        *value = replacement.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| replace(item, left, replacement)),
        Value::Object(fields) => fields.iter_mut().any(|(_, field)| replace(field, left, replacement)),
        _ => false,
    }
}
