//! Grids of hundreds of choices: searched, filtered, scrolled, and gone through with the keyboard. In the part `grid` (`docs/decisions/parts.md`):
//! whoever makes one has waited for that.
//!
//! A box has a native radio button or box to tick for each tile that is seen, and for the one that is picked wherever it is, so that the keyboard
//! gets there. Arrow keys go over all that was found, drawn or not.

mod one;

use super::Extra;
use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::app::store::Store;
use crate::platform::{dom, parts};
use crate::ui::preview::Addresses;
use gloo::events::{EventListener, EventListenerOptions};
use haberdash_core::number::Digits;
use one::Grid;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, ShadowRoot};

struct Grids {
    store: Rc<Store<State>>,
    shadow: ShadowRoot,
    addresses: Addresses,
    grids: Rc<RefCell<Vec<Rc<Grid>>>>,
    _keys: EventListener,
}

/// Adds grids to the configurator of `store`, in `shadow`.
#[inline(never)]
pub fn new(store: &Rc<Store<State>>, shadow: &ShadowRoot, addresses: &Addresses) -> Box<dyn Extra> {
    let grids: Rc<RefCell<Vec<Rc<Grid>>>> = Rc::default();
    let all = Rc::clone(&grids);
    // Above the root of the configurator, which hears first that a key was pressed: what comes of it is told from a click.
    let options = EventListenerOptions::enable_prevent_default();
    let keys = EventListener::new_with_options(shadow, "keydown", options, move |event| {
        let key = dom::get(event, "key").and_then(|key| key.as_string()).unwrap_or_default();
        let is_held = |name: &&str| dom::get(event, name).is_some_and(|is| is.is_truthy());
        if ["ctrlKey", "altKey", "metaKey"].iter().any(is_held) {
            return;
        }
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let grids: Vec<Rc<Grid>> = all.borrow().clone();
        if grids.iter().any(|grid| grid.key(&input, &key)) {
            event.prevent_default();
        }
    });
    Box::new(Rc::new(Grids {
        store: Rc::clone(store),
        shadow: shadow.clone(),
        addresses: addresses.clone(),
        grids,
        _keys: keys,
    }))
}

impl Grids {
    /// Shows the state once more, after a turn for the page.
    fn show_later(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let _ = parts::turn().await;
            if let Some(grids) = weak.upgrade() {
                grids.show(&grids.store.get());
            }
        });
    }

    fn grid(&self, option: usize) -> Option<Rc<Grid>> {
        self.grids.borrow().iter().find(|grid| grid.option == option).cloned()
    }
}

impl Extra for Rc<Grids> {
    fn show(&self, state: &State) {
        let mut has_made = false;
        for (index, option) in state.setting.product.options.iter().enumerate() {
            if !option.kind.is_grid() {
                continue;
            }
            // Rules may hide an option, and show it again: then it is drawn anew.
            let mut grid = self.grid(index).filter(|grid| grid.holder.is_connected());
            let mut holder = None;
            if grid.is_none() {
                self.grids.borrow_mut().retain(|grid| grid.option != index);
                let selector = ["#o", &index.digits(), " .choices"].concat();
                holder = self.shadow.query_selector(&selector).ok().flatten();
            }
            if let Some(holder) = holder {
                // Each is made in a task of its own.
                if has_made {
                    self.show_later();
                    return;
                }
                has_made = true;
                grid = Grid::new(state, index, holder, self.addresses.clone());
                self.grids.borrow_mut().extend(grid.clone());
            }
            if let Some(grid) = grid {
                grid.show(state);
            }
        }
    }

    fn hear(&self, ask: &Ask) {
        let Some(grid) = self.grid(ask.at) else { return };
        match ask.word {
            "seek" => grid.seek(),
            "facet" => {
                let get = |name: &str| ask.asker.get_attribute(name).unwrap_or_default();
                grid.filter(&get("data-facet"), &get("data-value"));
            }
            "clear" => grid.clear(),
            _ => return,
        }
        grid.show(&self.store.get());
    }

    fn open(&self, _: usize) {}
}
