//! The widget's companion module: sentences about what is wrong. The main module only counts it; where there is something to say, the loader
//! fetches this one. Why: `docs/decisions/companion-module.md`.
//!
//! It reads the same text with the same core, so that it finds what the main module counted.

mod explain;
#[path = "../../../src/platform/json.rs"]
pub mod json;

use wasm_bindgen::prelude::*;

/// Says what is wrong, as the lines for the console or the answers of the API. `kind` is one of:
///
/// | kind | name | text | other | the answer |
/// |---|---|---|---|---|
/// | `tag`, `host` | | attributes, JSON `[[name, value], …]` | | a line for each problem; one line for a host that cannot be mounted |
/// | `product` | its address | the file | | one line |
/// | `catalogue` | its address | the file | | one line |
/// | `rules` | the catalogue's address | attributes, JSON `[[name, value], …]` | the catalogue | a line for each problem |
/// | `art` | its address | the file | | one line |
/// | `preset` | its id | the product file | | one line |
/// | `parts` | the view's position | the product file | the art | a line for each part that is missing |
/// | `pick` | the option's id | the product file | the value, JSON | one sentence |
/// | `selection` | | the product file | the selection, JSON | a sentence for each entry that does not fit |
///
/// Where nothing is wrong, or the input is none of that, the list is empty.
#[wasm_bindgen]
pub fn explain(kind: &str, name: &str, text: &str, other: &str) -> JsValue {
    let json = |text: &str| json::parse(text).unwrap_or_default();
    let lines = match kind {
        "tag" => explain::tag(&json(text)),
        "host" => explain::host(&json(text)),
        "product" => explain::product(name, &json(text)),
        "catalogue" => explain::catalogue(name, &json(text)),
        "rules" => explain::rules(name, &json(text), &json(other)),
        "art" => explain::art(name, text),
        "preset" => explain::preset(name, &json(text)),
        "parts" => explain::parts(name, &json(text), other),
        "pick" => explain::pick(name, &json(text), &json(other)),
        "selection" => explain::selection(&json(text), &json(other)),
        _ => Vec::new(),
    };
    serde_wasm_bindgen::to_value(&lines).unwrap_or(JsValue::NULL)
}
