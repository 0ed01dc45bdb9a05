//! A small live picture: of a view, a preset, a saved design, another product. Each is in a shadow root of its own, since ids of patterns and masks are the
//! same in all pictures of a product. This is the one way to draw them; who shows what is said where they are used. Only parts of the module do.

use crate::platform::dom;
use crate::ui::preview::{Addresses, Preview};
use wasm_bindgen::JsValue;
use web_sys::{Element, ShadowRoot};

/// How far ahead of a shopper who is on the move pictures are drawn, in heights of the window.
pub const AHEAD: f64 = 0.25;

const SHEETS: &str = "adoptedStyleSheets";

/// The style sheets of a root, to share.
pub fn sheets(root: &ShadowRoot) -> Option<JsValue> {
    dom::get(root, SHEETS)
}

/// Gives `root` one more style sheet; all that it has then.
pub fn add_sheet(root: &ShadowRoot, css: &str) -> Option<JsValue> {
    let sheet = dom::sheet(css).ok()?;
    let sheets = js_sys::Array::from(&sheets(root)?);
    sheets.push(&sheet);
    js_sys::Reflect::set(root, &SHEETS.into(), &sheets).ok()?;
    Some(sheets.into())
}

/// An empty picture that fills `place`, in the style of `sheets`.
pub fn make(place: &Element, sheets: &JsValue, addresses: &Addresses) -> Option<Preview> {
    let root = dom::shadow(place).ok()?;
    js_sys::Reflect::set(&root, &SHEETS.into(), sheets).ok()?;
    let preview = Preview::new(addresses.clone())?;
    // What stands beside it says it in words.
    preview.svg.remove_attribute("role").ok()?;
    let over = dom::document().create_element("div").ok()?;
    over.set_class_name("over");
    over.append_child(&preview.svg).ok()?;
    root.append_child(&over).ok()?;
    Some(preview)
}

/// Whether a place can be seen, or is no farther from it than `ahead` times the window's height.
pub fn is_near(place: &Element, ahead: f64) -> bool {
    let height =
        dom::get(&dom::window(), "innerHeight").and_then(|height| height.as_f64()).unwrap_or_default();
    let rect = place.get_bounding_client_rect();
    rect.height() > 0.0 && rect.top() < height * (1.0 + ahead) && rect.bottom() > height * -ahead
}
