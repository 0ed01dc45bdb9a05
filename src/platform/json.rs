//! JSON between the page and [`Value`], by the browser's own parser.

use haberdash_core::Value;
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Parses JSON text; `None` when it is none.
pub fn parse(text: &str) -> Option<Value> {
    JSON::parse(text).ok().map(|value| from_js(&value))
}

/// What `JSON.parse` gives as a [`Value`].
fn from_js(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        return text.into();
    }
    if let Some(number) = value.as_f64() {
        return number.into();
    }
    if let Some(flag) = value.as_bool() {
        return flag.into();
    }
    if Array::is_array(value) {
        return Value::Array(value.unchecked_ref::<Array>().iter().map(|item| from_js(&item)).collect());
    }
    if !value.is_object() {
        return Value::Null;
    }
    let entries = Object::entries(value.unchecked_ref());
    let field = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), from_js(&entry.get(1)))
    };
    Value::Object(entries.iter().map(field).collect())
}

/// A page's object as a [`Value`]: through JSON, so that getters, cycles and DOM nodes cannot surprise.
pub fn from_page(value: &JsValue) -> Option<Value> {
    JSON::stringify(value).ok().and_then(|text| parse(&text.as_string()?))
}

/// The same as an object of the page.
pub fn to_js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap_or(JsValue::NULL)
}
