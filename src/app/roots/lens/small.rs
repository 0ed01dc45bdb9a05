//! A small live picture on the button of each view. They follow the picks when the shopper has stopped for a moment: never in a click.
//!
//! Each is in a shadow root of its own: ids of patterns and masks are the same in all pictures of a product.

use super::{Stage, find};
use crate::app::configurator::State;
use crate::app::store::Store;
use crate::platform::dom;
use crate::ui::preview::Preview;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use haberdash_core::scene;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// So long after the last pick the small pictures follow.
const SETTLED_MS: u32 = 250;

struct Small {
    store: Rc<Store<State>>,
    load: Rc<dyn Fn(usize)>,
    /// One for each view.
    pictures: RefCell<Vec<Preview>>,
    /// How many views' art was asked for.
    asked: RefCell<usize>,
    waiting: RefCell<Option<Timeout>>,
}

pub(super) fn attach(stage: &Stage, held: &mut Vec<Box<dyn Any>>) -> Option<()> {
    let views = find(&stage.element, ".views")?;
    let keys = views.clone();
    held.push(Box::new(EventListener::new(&views, "keydown", move |event| {
        let key = dom::get(event, "key").and_then(|key| key.as_string()).unwrap_or_default();
        step(&keys, &key);
    })));
    let spots = views.query_selector_all(".thumb").ok()?;
    let mut pictures = Vec::new();
    for index in 0..spots.length() {
        let spot: Element = spots.item(index)?.dyn_into().ok()?;
        let root = dom::shadow(&spot).ok()?;
        dom::adopt(&root, &[crate::ui::styles::BASE.to_owned()]).ok()?;
        let picture = Preview::new(stage.addresses.clone())?;
        root.append_child(&picture.svg).ok()?;
        pictures.push(picture);
    }
    let small = Rc::new(Small {
        store: Rc::clone(&stage.store),
        load: Rc::clone(&stage.load),
        pictures: RefCell::new(pictures),
        asked: RefCell::default(),
        waiting: RefCell::default(),
    });
    small.follow();
    let weak = Rc::downgrade(&small);
    held.push(Box::new(stage.store.subscribe(move |_| {
        let Some(small) = weak.upgrade() else { return };
        let weak = weak.clone();
        *small.waiting.borrow_mut() = Some(Timeout::new(SETTLED_MS, move || {
            dom::idle(move || {
                if let Some(small) = weak.upgrade() {
                    small.follow();
                }
            });
        }));
    })));
    held.push(Box::new(small));
    Some(())
}

impl Small {
    /// Brings all pictures up to date, and asks for art that is not there: of one view after the other.
    fn follow(&self) {
        let state = self.store.get();
        for (index, picture) in self.pictures.borrow_mut().iter_mut().enumerate() {
            let Some(Some(art)) = state.art.get(index) else {
                if *self.asked.borrow() <= index {
                    *self.asked.borrow_mut() = index + 1;
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

/// Arrow keys go from button to button.
fn step(views: &HtmlElement, key: &str) -> Option<()> {
    let towards_end = match key {
        "ArrowRight" | "ArrowLeft" => {
            (key == "ArrowRight") != matches!(views.closest("[dir=rtl]"), Ok(Some(_)))
        }
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return None,
    };
    let focused = views.query_selector("button:focus").ok()??;
    let next = if towards_end { focused.next_element_sibling() } else { focused.previous_element_sibling() };
    dom::focus(next);
    Some(())
}
