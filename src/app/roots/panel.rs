//! What is remembered, and what is asked for in there. In the part `seldom`.

use crate::app::asks::Ask;
use crate::app::shopper::Shopper;
use crate::app::small::add_sheet;
use crate::platform::dom;
use crate::ui::panel::Panel;
use crate::ui::strip::Shelf;
use haberdash_core::consent::{Mode, Setting};
use wasm_bindgen::JsCast;
use yew::Html;

/// Gives the root that `heading` is in the style sheet of the panel.
#[inline(never)]
pub fn dress(heading: &web_sys::Element) {
    if let Ok(root) = heading.get_root_node().dyn_into() {
        add_sheet(&root, include_str!("../../ui/panel.css"));
    }
}

/// What is below its heading.
#[inline(never)]
pub fn view(shopper: &Shopper, shelf: &Shelf) -> Vec<Html> {
    let state = shopper.store.get();
    let (history, mode, stored) = (&state.history, state.mode, state.stored);
    let off = mode == Mode::Off || state.setting == Setting::Off;
    Panel { shelf, history, mode, stored, off }.view()
}

/// Does what is asked for.
#[inline(never)]
pub fn hear(shopper: &Shopper, ask: &Ask) {
    // The button may go away with what it did: the keyboard stays in the panel.
    dom::focus(ask.asker.closest(".body").ok().flatten());
    match ask.word {
        "forget" => shopper.forget(&ask.asker.get_attribute("data-subject").unwrap_or_default()),
        "pause" => shopper.pause(true),
        "resume" => shopper.pause(false),
        "clear" => shopper.clear(),
        "remember" => shopper.remember(true),
        "no" => shopper.remember(false),
        _ => {}
    }
}
