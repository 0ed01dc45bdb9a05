//! A strip and its panel.

use super::{Root, panel};
use crate::app::asks::Ask;
use crate::app::shopper::Shopper;
use crate::app::store::{Store, Subscription};
use crate::platform::parts::{self, Part};
use crate::ui::strip::{Shelf, Strip};
use crate::ui::words::{Word, word};
use haberdash_core::recommend::Recommendation;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A strip and its panel.
pub struct StripRoot {
    shopper: Rc<Shopper>,
    shelf: Rc<Shelf>,
    title: String,
    cards: Rc<Store<Vec<Recommendation>>>,
    /// Whether the part with what is in the panel is there; `None` until that is known. It is asked for when the panel is first opened.
    panel: Rc<Cell<Option<bool>>>,
    redraw: RefCell<Option<Rc<dyn Fn()>>>,
}

impl StripRoot {
    /// The strip that shows `cards`.
    pub fn new(
        shopper: Rc<Shopper>,
        shelf: Rc<Shelf>,
        title: String,
        cards: Rc<Store<Vec<Recommendation>>>,
    ) -> Self {
        StripRoot { shopper, shelf, title, cards, panel: Rc::default(), redraw: RefCell::default() }
    }
}

impl Root for StripRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        *self.redraw.borrow_mut() = Some(Rc::clone(&redraw));
        let also = Rc::clone(&redraw);
        vec![self.shopper.store.subscribe(move |_| redraw()), self.cards.subscribe(move |_| also())]
    }

    fn view(&self) -> Html {
        let panel = match self.panel.get() {
            Some(true) => panel::view(&self.shopper, &self.shelf),
            Some(false) => vec![word(&self.shelf.locale, Word::NotLoaded).into()],
            None => Vec::new(),
        };
        Strip { shelf: Rc::clone(&self.shelf), title: self.title.clone(), cards: self.cards.get(), panel }
            .view()
    }

    fn hear(&self, ask: &Ask) {
        match (ask.word, self.panel.get()) {
            ("panel", Some(true)) => {}
            ("panel", _) => {
                let (panel, redraw) = (Rc::clone(&self.panel), self.redraw.borrow().clone());
                let heading = ask.asker.clone();
                let draw = move |is_there| {
                    if is_there {
                        panel::dress(&heading);
                    }
                    panel.set(Some(is_there));
                    if let Some(redraw) = redraw {
                        redraw();
                    }
                };
                parts::when(Part::Seldom, Box::new(draw));
            }
            (_, Some(true)) => panel::hear(&self.shopper, ask),
            _ => {}
        }
    }
}
