//! One line in the console for each thing that is wrong; nothing else is ever written there.

use wasm_bindgen::JsValue;

/// Something was ignored or replaced by its default.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&["[haberdash] ", message].concat()));
}

/// Something does not work.
pub fn error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(&["[haberdash] ", message].concat()));
}
