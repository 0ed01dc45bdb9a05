//! A picture comes with the link of a card: the design of another product, with the shopper's own picture on. The link has a ticket for it, and this browser the
//! picture.

use super::{Counter, known, run};
use crate::app::configurator::{Action, State};
use crate::app::steps::Steps;
use crate::embed::configurator::links;
use crate::platform::dom;
use crate::platform::parts::{self, Part};
use crate::ui::logo::words::Phrase;
use gloo::events::EventListener;
use haberdash_core::image::Placed;
use haberdash_core::selection::Pick;
use std::rc::Rc;

/// Hears that a link was opened on this very page.
pub(super) fn listen(counter: &Rc<Counter>) -> EventListener {
    let weak = Rc::downgrade(counter);
    EventListener::new(&dom::window(), "hashchange", move |_| {
        if let Some(counter) = weak.upgrade() {
            run(Box::pin(async move {
                // All else that the link carries comes first: that waits for this part, and asked before.
                if parts::there(parts::promise(Part::Seldom)).await {
                    counter.come(false).await;
                }
            }));
        }
    })
}

impl Counter {
    /// Puts the pictures that the page's link brings into their options; `first` where nothing was drawn yet. Of one that is not there any more that is said.
    pub(super) async fn come(&self, first: bool) -> Option<()> {
        let mounted = self.mounted.upgrade()?;
        let product = &mounted.store.get().setting.product;
        // What the page had before a reload or Back wins.
        if !links::is_for(product) || first && self.has_own_state() {
            return None;
        }
        let led = known::look_up(&self.cupboard).await?;
        let mut came = false;
        for (id, _) in links::tickets()?.as_object().unwrap_or_default() {
            // Hidden by a rule there is no place for it.
            let Some(option) = product
                .option_index(id)
                .filter(|option| matches!(mounted.store.get().selection.pick(*option), Some(Pick::Image(_))))
            else {
                continue;
            };
            let found = match led.iter().find(|led| *led.option == **id) {
                Some(led) => self.kept(option, &led.sha256).await,
                None => None,
            };
            let Some((taken, kept)) = found else {
                let lost = self.words.of(Phrase::Lost).to_owned();
                self.say(option, |said| said.problem = lost);
                continue;
            };
            let placed = Placed::new(Rc::clone(&taken.file.sha256));
            self.have(option, taken, &kept.file);
            came = true;
            if !first {
                self.pick(option, Some(placed));
                continue;
            }
            // It is what the page starts with, as all else that the link carries: no pick of the shopper's, and nothing to undo.
            let before = mounted.store.get();
            let next = before.reduce(Action::Pick(option, Pick::Image(Some(placed))));
            let State { picks, view, redraw, spelled, .. } = *before;
            let state =
                State { picks, view, redraw, spelled, steps: Steps::default(), ..State::clone(&next) };
            mounted.shown.replace(Some(state.selection.clone()));
            mounted.store.set(Rc::new(state));
        }
        if came {
            mounted.remember_in_page();
            links::drop_tickets();
        }
        Some(())
    }

    /// Whether the page remembers picks of this configurator's.
    fn has_own_state(&self) -> bool {
        let own = || {
            let mounted = self.mounted.upgrade()?;
            let state = dom::window().history().ok()?.state().ok()?;
            dom::get(&dom::get(&state, "haberdash")?, &mounted.key)
        };
        own().is_some_and(|own| own.is_object())
    }
}
