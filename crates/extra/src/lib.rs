//! The widget's companion module: what few pages need. The main module only counts what is wrong with a file and draws no letters; where there
//! is something to say or to letter, or a product has rules, the loader fetches this one and both work together. Why: `docs/decisions/companion-module.md`.
//!
//! It reads the same text with the same core, so that it finds what the main module counted.

mod explain;
#[path = "../../../src/platform/json.rs"]
pub mod json;
mod phrases;
mod rules;

use haberdash_core::font::Font;
use haberdash_core::outline::Letters as _;
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// Says what is wrong, as the lines for the console or the answers of the API. `kind` is one of:
///
/// | kind | name | text | other | the answer |
/// |---|---|---|---|---|
/// | `tag`, `host` | | attributes, JSON `[[name, value], …]` | | a line for each problem; one line for a host that cannot be mounted |
/// | `product` | its address | the file | | one line |
/// | `catalogue` | its address | the file | | one line |
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
        "art" => explain::art(name, text),
        "preset" => explain::preset(name, &json(text)),
        "parts" => explain::parts(name, &json(text), other),
        "pick" => explain::pick(name, &json(text), &json(other)),
        "selection" => explain::selection(&json(text), &json(other)),
        _ => Vec::new(),
    };
    serde_wasm_bindgen::to_value(&lines).unwrap_or(JsValue::NULL)
}

/// A font that was parsed.
#[wasm_bindgen]
pub struct Letters(Font);

/// Parses a font file. What is thrown is a sentence for the merchant.
#[wasm_bindgen]
pub fn letters(data: Vec<u8>) -> Result<Letters, JsValue> {
    Font::parse(data).map(Letters).map_err(|why| JsValue::from_str(&why))
}

#[wasm_bindgen]
impl Letters {
    /// The first character of `text` that the font cannot draw.
    pub fn lacks(&self, text: &str) -> Option<String> {
        self.0.lacks(text).map(String::from)
    }

    /// `text` as `[path data, width, top, bottom, left, right]` in font units, y downwards; `undefined` when a character is missing.
    pub fn outline(&self, text: &str) -> Option<Array> {
        let outline = self.0.outline(text)?;
        let list = Array::of1(&JsValue::from_str(&outline.d));
        let ((top, bottom), (left, right)) = (outline.extent, outline.span);
        for number in [outline.width, top, bottom, left, right] {
            list.push(&JsValue::from_f64(number));
        }
        Some(list)
    }
}
