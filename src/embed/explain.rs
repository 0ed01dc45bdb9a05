//! What is wrong, in words: the companion's, else a short sentence of our own. Files and attributes are only counted as wrong or right here.

use crate::platform::console;
use crate::platform::parts::{self, Part};
use js_sys::Array;
use std::pin::Pin;
use wasm_bindgen::JsValue;

/// In a box: otherwise whoever waits for it would carry the code of all of it.
pub(super) type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The companion's sentences; `short` alone when there are none.
pub fn list<'a>(
    kind: &'a str,
    name: &'a str,
    text: &'a str,
    other: &'a str,
    short: &'a str,
) -> Later<'a, Array> {
    Box::pin(async move {
        let lines = match parts::there(parts::promise(Part::Seldom)).await {
            true => asked(kind, name, text, other).await,
            false => Array::new(),
        };
        if lines.length() == 0 {
            lines.push(&JsValue::from_str(short));
        }
        lines
    })
}

/// What the companion says. In the part `seldom`: few pages have anything wrong.
#[inline(never)]
fn asked<'a>(kind: &'a str, name: &'a str, text: &'a str, other: &'a str) -> Later<'a, Array> {
    Box::pin(parts::explain(kind, name, text, other))
}

/// The same as one sentence, where the companion has one.
pub async fn one(kind: &str, name: &str, text: &str, other: &str, short: &str) -> String {
    list(kind, name, text, other, short).await.get(0).as_string().unwrap_or_default()
}

/// Writes the sentences into the console, a line each.
pub async fn warn(kind: &str, name: &str, text: &str, other: &str, short: &str) {
    for line in list(kind, name, text, other, short).await.iter() {
        console::warn(&line.as_string().unwrap_or_default());
    }
}
