//! Small live pictures: of presets, and in the windows about designs. They are drawn when they can be seen, some at a time. In the part `designs`.

use super::{Mounted, fonts};
use crate::app::{small, typing};
use crate::platform::dom;
use crate::ui::preview::Preview;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use haberdash_core::selection::Selection;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// So many new pictures are drawn in one go: each is hundreds of elements.
const AT_ONCE: usize = 1;
/// So long a frame takes, and a little.
const FRAME_MS: u32 = 20;

/// The pictures of one place.
#[derive(Default)]
pub(super) struct Looks {
    /// By where it is: the picture; `None` where it stays as it is, since what it takes to change it is as large as the drawing.
    pictures: RefCell<Vec<(Element, Option<Preview>)>>,
    /// Whether a picture that has all of its fonts stays as it is.
    are_final: bool,
}

/// What the picture in a place shows, and which view, by the place and its position.
type What<'a> = &'a dyn Fn(&Element, usize) -> Option<(Selection, usize)>;

impl Looks {
    /// Draws in each place that the selector finds, and that is as near as said ([`small::is_near`]), what `what` says. Whether there is more to
    /// draw at once.
    pub(super) fn fill(
        &self,
        mounted: &Rc<Mounted>,
        root: &ShadowRoot,
        (selector, ahead): (&str, f64),
        what: What,
    ) -> bool {
        let state = mounted.store.get();
        let Ok(places) = root.query_selector_all(selector) else { return false };
        let mut looks = self.pictures.borrow_mut();
        looks.retain(|(place, _)| place.is_connected());
        let places: Vec<Element> = (0..places.length())
            .filter_map(|at| places.item(at).and_then(|node| node.dyn_into::<Element>().ok()))
            .collect();
        // Asked of all before anything changes: the browser lays the page out once at most.
        let near: Vec<bool> = places
            .iter()
            .map(|place| !looks.iter().any(|(other, _)| other == place) && small::is_near(place, ahead))
            .collect();
        let mut drawn = 0;
        for (at, (place, is_near)) in places.into_iter().zip(near).enumerate() {
            let known = looks.iter().position(|(other, _)| *other == place);
            // What a picture shows takes longer to find out than whether it is wanted.
            match known {
                None if !is_near => continue,
                None if drawn == AT_ONCE => return true,
                Some(known) if looks[known].1.is_none() => continue,
                _ => {}
            }
            let Some((selection, view)) = what(&place, at) else { continue };
            let Some(scene) = state.scene_of(&selection, view) else { continue };
            let missing =
                if mounted.has_fonts() { typing::missing_fonts(&state, &selection) } else { Vec::new() };
            let is_final = self.are_final && missing.is_empty();
            if let Some((_, picture)) = known.and_then(|at| looks.get_mut(at)) {
                picture.iter_mut().for_each(|preview| preview.show(&scene));
                picture.take_if(|_| is_final);
                continue;
            }
            if !missing.is_empty() {
                fonts::fetch_all(mounted, missing);
            }
            let sheets = mounted.host.shadow_root().and_then(|root| small::sheets(&root));
            let made = sheets.and_then(|sheets| small::make(&place, &sheets, &mounted.addresses));
            if let Some(mut preview) = made {
                preview.show(&scene);
                looks.push((place, Some(preview).filter(|_| !is_final)));
                drawn += 1;
            }
        }
        false
    }

    fn count(&self) -> usize {
        self.pictures.borrow().len()
    }
}

/// The pictures of a product's presets.
struct Presets {
    mounted: Weak<Mounted>,
    looks: Looks,
    /// How far ahead they are drawn: not at all while the page has its hands full with its own start.
    ahead: Cell<f64>,
}

/// Draws the pictures of presets, now or when the shopper comes to them.
pub(super) fn presets(mounted: &Rc<Mounted>) {
    let looks = Looks { are_final: true, ..Looks::default() };
    let presets = Rc::new(Presets { mounted: Rc::downgrade(mounted), looks, ahead: Cell::new(0.0) });
    presets.soon();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    for kind in ["scroll", "click"] {
        let presets = Rc::clone(&presets);
        let listener = EventListener::new_with_options(&dom::window(), kind, options, move |_| {
            presets.ahead.set(small::AHEAD);
            presets.draw();
        });
        mounted.held.borrow_mut().push(Box::new(listener));
    }
    // A font came, perhaps.
    let followed = mounted.store.subscribe({
        let fonts = Cell::new(0);
        move |state| {
            let count = state.fonts.0.iter().flatten().count();
            if fonts.replace(count) != count {
                presets.draw_all();
            }
        }
    });
    mounted.held.borrow_mut().push(Box::new(followed));
}

impl Presets {
    fn draw(self: &Rc<Self>) {
        let is_done =
            |mounted: Rc<Mounted>| self.looks.count() >= mounted.store.get().setting.product.presets.len();
        if !self.mounted.upgrade().is_none_or(is_done) {
            self.draw_all();
        }
    }

    fn draw_all(self: &Rc<Self>) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let Some(root) = mounted.host.shadow_root() else { return };
        let state = mounted.store.get();
        let product = &state.setting.product;
        let has_more = self.looks.fill(&mounted, &root, (".presets .look", self.ahead.get()), &|_, at| {
            let preset = product.preset(product.presets.get(at)?.id.as_str())?;
            Some((Selection::from_value(product, &preset).0, 0))
        });
        if has_more {
            self.soon();
        }
    }

    /// Draws when the next frame is over, as a rule: the page is laid out then.
    fn soon(self: &Rc<Self>) {
        let presets = Rc::clone(self);
        Timeout::new(FRAME_MS, move || presets.draw()).forget();
    }
}
