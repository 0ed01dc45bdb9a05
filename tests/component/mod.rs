//! Component tests: the edge in a real browser, without a shop around it. They are part of the crate, since a `cdylib` cannot be linked to.

#[cfg(target_arch = "wasm32")]
mod allocator;
mod cart_form;
mod options;
mod page_json;
mod preview;
mod steps;
mod store;

use haberdash_core::product::Product;
use haberdash_core::{Diagnostics, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A fresh element in the document.
fn element(tag: &str) -> HtmlElement {
    let document = crate::platform::dom::document();
    let element: HtmlElement = document.create_element(tag).unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    element
}

/// A product of a choice, a drop-down list and letters.
fn product() -> Product {
    let json = r##"{
        "version": 1, "id": "cap", "title": "Cap", "currency": "EUR", "base_price": 1000,
        "options": [
            {"id": "cloth", "title": "Cloth", "kind": "choice", "display": "swatch", "choices": [
                {"id": "red", "title": "Red", "color": "#ff0000"}, {"id": "blue", "title": "Blue", "color": "#0000ff", "price": 250}]},
            {"id": "size", "title": "Size", "kind": "choice", "display": "dropdown", "choices": [{"id": "s"}, {"id": "l", "price": -100}]},
            {"id": "name", "title": "Name", "kind": "text", "max_chars": 3, "charset": "A-Z", "price": {"per_char": 50}}],
        "views": [{"id": "front", "art": "cap.svg", "layers": [{"part": "body", "paint": "cloth"}]}]
    }"##;
    let value = crate::platform::json::parse(json).unwrap();
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(&value, &mut diagnostics);
    assert_eq!(diagnostics.count(), 0);
    product.unwrap()
}

/// Lets yew draw what is due.
async fn drawn() {
    let next = js_sys::Promise::new(&mut |ok, _| {
        let window = crate::platform::dom::window();
        window.set_timeout_with_callback(&ok).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(next).await.unwrap();
}

fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let list = root.query_selector_all(selector).unwrap();
    (0..list.length()).map(|i| list.item(i).unwrap().dyn_into().unwrap()).collect()
}

fn object(json: &str) -> Value {
    crate::platform::json::parse(json).unwrap()
}
