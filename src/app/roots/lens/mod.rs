//! What makes a live picture handier: a small picture on the button of each view, a closer look, and what the next pick
//! will need. In the part `picture`, which is fetched when
//! the configurator is ready; its style sheet, `src/ui/picture.css`, comes with it.

mod ahead;
mod closer;
mod small;

use crate::app::configurator::State;
use crate::app::small::add_sheet;
use crate::app::store::Store;
use crate::platform::dom;
use crate::ui::preview::Addresses;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ShadowRoot;

/// What a picture needs to be made handier.
pub struct Stage {
    /// The configurator.
    pub store: Rc<Store<State>>,
    /// Where its pictures are.
    pub addresses: Addresses,
    /// The root that has the picture and the buttons of its views.
    pub root: ShadowRoot,
    /// The root that has the options.
    pub options: ShadowRoot,
    /// Gets the art of a view.
    pub load: Rc<dyn Fn(usize)>,
}

/// Makes the picture of `stage` handier until what is given back is dropped.
pub fn attach(stage: &Stage, css: &str) -> Vec<Box<dyn Any>> {
    let mut held = Vec::new();
    // Asked before anything changes: afterwards the browser would have to lay the page out for the answer.
    let frame = stage.root.query_selector(".frame").ok().flatten();
    let width = frame.as_ref().map_or(0.0, |frame| number(frame, "clientWidth"));
    if let Some(sheets) = add_sheet(&stage.root, css) {
        small::attach(stage, &sheets, &mut held);
        if let Some(frame) = frame {
            closer::attach(stage, frame, width, &mut held);
        }
        ahead::attach(&stage.store, &stage.options, &mut held);
    }
    held
}

/// A number that an event or an element has.
fn number(object: &JsValue, name: &str) -> f64 {
    dom::get(object, name).and_then(|value| value.as_f64()).unwrap_or(0.0)
}

/// Calls a method with one argument, where there is one.
fn call(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    dom::get(object, name)?.dyn_into::<js_sys::Function>().ok()?.call1(object, argument).ok()
}
