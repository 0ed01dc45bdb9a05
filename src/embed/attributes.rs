//! The data attributes of an element, and what is wrong with them in the console.

use super::explain;
use haberdash_core::{Diagnostics, Value};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// All `data-` attributes of `element`, names without the prefix.
pub fn of(element: &Element) -> Vec<(String, String)> {
    let names = element.get_attribute_names();
    let names = names.iter().filter_map(|name| name.as_string());
    names
        .filter_map(|name| {
            let short = name.strip_prefix("data-")?.to_owned();
            Some((short, element.get_attribute(&name)?))
        })
        .collect()
}

/// The same as JSON, for the companion.
pub fn to_json(list: &[(String, String)]) -> String {
    let pair =
        |(name, value): &(String, String)| Value::Array(vec![name.as_str().into(), value.as_str().into()]);
    Value::Array(list.iter().map(pair).collect()).json()
}

/// Writes what was found into the console, a line each; `kind` is whose attributes they are, `tag` or `host`.
pub fn report(kind: &'static str, list: &[(String, String)], diagnostics: &Diagnostics) {
    if diagnostics.count() > 0 {
        let text = to_json(list);
        spawn_local(async move {
            explain::warn(kind, "", &text, "", "some data attributes are not as they should be").await;
        });
    }
}
