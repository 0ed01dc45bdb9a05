//! What a pick will need of the picture, made while the shopper points at it: pointers are over a choice, and fingers on it, a while before the click.

use crate::app::configurator::{Action, State};
use crate::app::roots::act;
use crate::app::store::Store;
use crate::platform::dom;
use gloo::events::EventListener;
use haberdash_core::selection::Pick;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Event, ShadowRoot};

/// Listens in the root that has the options.
pub(super) fn attach(store: &Rc<Store<State>>, options: &ShadowRoot, held: &mut Vec<Box<dyn Any>>) {
    let last = Rc::new(Cell::default());
    for kind in ["pointerover", "focusin"] {
        let (store, last) = (Rc::clone(store), Rc::clone(&last));
        held.push(Box::new(EventListener::new(options, kind, move |event| {
            prepare(&store, &last, event);
        })));
    }
}

fn prepare(store: &Rc<Store<State>>, last: &Cell<(usize, usize)>, event: &Event) -> Option<()> {
    let target = event.target().and_then(dom::element)?;
    let field = target.closest("label").ok()??.query_selector("input[type=radio]").ok()??;
    let asks = field.closest("[data-change]").ok()??.get_attribute("data-change")?;
    let option = asks.strip_prefix("pick ")?.parse().ok()?;
    let choice = dom::get(&field, "value")?.as_string()?.parse().ok()?;
    let state = store.get();
    // Both are said of the same choice when it is clicked.
    if last.replace((option, choice)) == (option, choice)
        || !matches!(state.selection.pick(option)?, Pick::Choice(_))
    {
        return None;
    }
    let selection = state.selection.with(&state.setting.product, option, Pick::Choice(choice));
    act(store, Action::Ahead(state.scene_of(&selection, state.view)?));
    Some(())
}
