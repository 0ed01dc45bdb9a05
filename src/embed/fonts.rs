//! Fonts become letters that can be drawn.

use crate::platform::parts;
use haberdash_core::font::Font;
use haberdash_core::outline::Letters;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Parses a font, when the part that can is there, which was asked for. The error is a sentence.
pub async fn letters(asked: Option<js_sys::Promise>, data: &JsValue) -> Result<Rc<dyn Letters>, String> {
    if !parts::there(asked).await {
        return Err("letters cannot be drawn: a part of the widget cannot be loaded".to_owned());
    }
    Ok(Rc::new(Font::parse(js_sys::Uint8Array::new(data).to_vec())?))
}
