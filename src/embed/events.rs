//! Events out: `haberdash:*` on the host, and explicit actions into the page's data layer.

use crate::platform::{dom, json};
use haberdash_core::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Sends `haberdash:NAME`. `false` when a listener prevented its default.
pub fn send(host: &Element, name: &str, detail: &Value, cancelable: bool) -> bool {
    dom::dispatch(host, &["haberdash:", name].concat(), &json::to_js(detail), cancelable)
}

/// Pushes `{event: "haberdash_NAME", haberdash: detail}` into the data layer. Only what the shopper did on purpose goes there.
pub fn push(layer: &str, name: &str, detail: Value) {
    let entry = Value::record([("event", Value::from(["haberdash_", name].concat())), ("haberdash", detail)]);
    let pushed = dom::get(&js_sys::global(), layer).and_then(|list| {
        let push: js_sys::Function = dom::get(&list, "push")?.dyn_into().ok()?;
        push.call1(&list, &json::to_js(&entry)).ok()
    });
    // A page without a data layer has nobody to tell.
    let _: Option<JsValue> = pushed;
}
