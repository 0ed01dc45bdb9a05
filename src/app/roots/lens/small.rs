//! A small live picture on the button of each view. They follow the picks when the shopper has stopped for a moment: never in a click.

use super::Stage;
use crate::app::configurator::State;
use crate::app::small;
use crate::app::store::Store;
use crate::platform::dom;
use crate::ui::preview::Preview;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use haberdash_core::scene;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// So long after the last pick the small pictures follow.
const SETTLED_MS: u32 = 250;

struct Small {
    store: Rc<Store<State>>,
    load: Rc<dyn Fn(usize)>,
    /// One for each view.
    pictures: RefCell<Vec<Preview>>,
    /// How many views' art was asked for.
    asked: Cell<usize>,
    waiting: RefCell<Option<Timeout>>,
}

pub(super) fn attach(stage: &Stage, sheets: &JsValue, held: &mut Vec<Box<dyn Any>>) -> Option<()> {
    let views = stage.root.query_selector(".views").ok()??;
    let keys = views.clone();
    held.push(Box::new(EventListener::new(&views, "keydown", move |event| {
        let key = dom::get(event, "key").and_then(|key| key.as_string()).unwrap_or_default();
        step(&keys, &key);
    })));
    let mut pictures = Vec::new();
    let mut button = first(&views);
    while let Some(element) = button {
        let spot = dom::document().create_element("span").ok()?;
        spot.set_attribute("class", "thumb").ok()?;
        spot.set_attribute("aria-hidden", "true").ok()?;
        let picture = small::make(&spot, sheets, &stage.addresses)?;
        element.append_child(&spot).ok()?;
        pictures.push(picture);
        button = sibling(&element, "nextElementSibling");
    }
    let small = Rc::new(Small {
        store: Rc::clone(&stage.store),
        load: Rc::clone(&stage.load),
        pictures: RefCell::new(pictures),
        asked: Cell::new(0),
        waiting: RefCell::default(),
    });
    small.later();
    let weak = Rc::downgrade(&small);
    held.push(Box::new(stage.store.subscribe(move |_| {
        if let Some(small) = weak.upgrade() {
            small.later();
        }
    })));
    held.push(Box::new(small));
    Some(())
}

impl Small {
    /// Brings all pictures up to date when there is nothing else to do.
    fn later(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let settled = move || {
            dom::idle(2_000, move || {
                if let Some(small) = weak.upgrade() {
                    small.follow();
                }
            });
        };
        *self.waiting.borrow_mut() = Some(Timeout::new(SETTLED_MS, settled));
    }

    /// Asks for art that is not there as well: of one view after the other.
    fn follow(&self) {
        let state = self.store.get();
        for (index, picture) in self.pictures.borrow_mut().iter_mut().enumerate() {
            let Some(Some(art)) = state.art.get(index) else {
                if self.asked.get() <= index {
                    self.asked.set(index + 1);
                    (self.load)(index);
                }
                continue;
            };
            let shown = state.scene.as_ref().filter(|_| index == state.view);
            let product = &state.setting.product;
            let scene = match (shown, product.views.get(index)) {
                (Some(scene), _) => Rc::clone(scene),
                (None, Some(view)) => {
                    Rc::new(scene::build(product, &state.selection, view, art, &state.fonts))
                }
                (None, None) => continue,
            };
            picture.show(&scene);
        }
    }
}

fn sibling(element: &Element, which: &str) -> Option<Element> {
    dom::get(element, which)?.dyn_into().ok()
}

fn first(element: &Element) -> Option<Element> {
    sibling(element, "firstElementChild")
}

/// Arrow keys go from button to button.
fn step(views: &Element, key: &str) -> Option<()> {
    let is_rtl = || matches!(views.closest("[dir=rtl]"), Ok(Some(_)));
    let towards_end = match key {
        "ArrowRight" | "ArrowLeft" => (key == "ArrowRight") != is_rtl(),
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return None,
    };
    let focused = views.query_selector("button:focus").ok()??;
    let which = if towards_end { "nextElementSibling" } else { "previousElementSibling" };
    dom::focus(sibling(&focused, which));
    Some(())
}
