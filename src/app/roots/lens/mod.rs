//! What makes a live picture handier: a small picture on the button of each view, and a closer look. In the part `picture`, which is fetched when
//! the configurator is ready and nothing else is waiting.

mod closer;
mod small;

use crate::app::configurator::State;
use crate::app::store::Store;
use crate::ui::preview::Addresses;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What a picture needs to be made handier.
pub struct Stage {
    /// The configurator.
    pub store: Rc<Store<State>>,
    /// Where its pictures are.
    pub addresses: Addresses,
    /// The element that has the picture and the buttons of its views.
    pub element: Element,
    /// Gets the art of a view.
    pub load: Rc<dyn Fn(usize)>,
}

/// Makes the picture of `stage` handier until what is given back is dropped.
#[inline(never)]
pub fn attach(stage: Stage) -> Vec<Box<dyn Any>> {
    let mut held = Vec::new();
    small::attach(&stage, &mut held);
    closer::attach(&stage, &mut held);
    held
}

/// The HTML element that `selector` finds in `element`.
fn find(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok()??.dyn_into().ok()
}

/// A number that an event or something in it carries.
fn number(object: &JsValue, name: &str) -> f64 {
    crate::platform::dom::get(object, name).and_then(|value| value.as_f64()).unwrap_or(0.0)
}

/// Calls a method with one argument, where there is one.
fn call(object: &JsValue, name: &str, argument: &JsValue) {
    let method =
        crate::platform::dom::get(object, name).and_then(|value| value.dyn_into::<js_sys::Function>().ok());
    if let Some(method) = method {
        let _ = method.call1(object, argument);
    }
}
