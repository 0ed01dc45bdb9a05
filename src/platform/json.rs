//! JSON between the page and [`Value`], by the browser's own parser.

use haberdash_core::Value;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// Parses JSON text; `None` when it is none.
pub fn parse(text: &str) -> Option<Value> {
    js_sys::JSON::parse(text).ok().and_then(|value| from_js(&value))
}

/// What `JSON.parse` gives as a [`Value`].
pub fn from_js(value: &JsValue) -> Option<Value> {
    Value::deserialize(serde_wasm_bindgen::Deserializer::from(value.clone())).ok()
}

/// A page's object as a [`Value`]: through JSON, so that getters, cycles and DOM nodes cannot surprise.
pub fn from_page(value: &JsValue) -> Option<Value> {
    js_sys::JSON::stringify(value).ok().and_then(|text| parse(&text.as_string()?))
}

/// The same as an object of the page.
pub fn to_js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap_or(JsValue::NULL)
}
