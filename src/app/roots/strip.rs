//! A strip and its panel.

use super::Root;
use crate::app::asks::Ask;
use crate::app::shopper::{Shopper, ShopperState};
use crate::app::store::{Store, Subscription};
use crate::platform::dom;
use crate::ui::memo::memo;
use crate::ui::panel::Panel;
use crate::ui::strip::{Shelf, Strip};
use haberdash_core::consent::{Mode, Setting as Consent};
use haberdash_core::recommend::Recommendation;
use std::rc::Rc;
use yew::prelude::*;

/// A strip and its panel.
pub struct StripRoot {
    shopper: Rc<Shopper>,
    shelf: Rc<Shelf>,
    title: String,
    cards: Rc<Store<Vec<Recommendation>>>,
}

impl StripRoot {
    /// The strip that shows `cards`.
    pub fn new(
        shopper: Rc<Shopper>,
        shelf: Rc<Shelf>,
        title: String,
        cards: Rc<Store<Vec<Recommendation>>>,
    ) -> Self {
        StripRoot { shopper, shelf, title, cards }
    }
}

impl Root for StripRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        let also = Rc::clone(&redraw);
        vec![self.shopper.store.subscribe(move |_| redraw()), self.cards.subscribe(move |_| also())]
    }

    fn view(&self) -> Html {
        let state: Rc<ShopperState> = self.shopper.store.get();
        let panel = memo(Panel {
            shelf: Rc::clone(&self.shelf),
            history: state.history.clone(),
            mode: state.mode,
            stored: state.stored,
            off: state.mode == Mode::Off || state.setting == Consent::Off,
        });
        Strip { shelf: Rc::clone(&self.shelf), title: self.title.clone(), cards: self.cards.get(), panel }
            .view()
    }

    fn hear(&self, ask: &Ask) {
        // The button may go away with what it did: the keyboard stays in the panel.
        dom::focus(ask.asker.closest(".body").ok().flatten());
        match ask.word {
            "forget" => self.shopper.forget(&ask.asker.get_attribute("data-subject").unwrap_or_default()),
            "pause" => self.shopper.pause(true),
            "resume" => self.shopper.pause(false),
            "clear" => self.shopper.clear(),
            "remember" => self.shopper.remember(true),
            "no" => self.shopper.remember(false),
            _ => {}
        }
    }
}
