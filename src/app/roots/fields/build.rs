//! What a product file's `tools` ask for: the cheapest that has what the shopper picked, and the parts list. Both are brought up to date a moment
//! after the last change.

mod list;

use super::{find, flag, set};
use crate::app::configurator::{Action, State};
use crate::app::roots::act;
use crate::app::rules::{self, Cheapest};
use crate::app::store::Store;
use crate::platform::dom;
use crate::ui::marks::write;
use crate::ui::texts::fill;
use crate::ui::words::{PartWord, Word, part_phrase, word};
use gloo::timers::callback::Timeout;
use haberdash_core::selection::{Pick, Selection};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, ShadowRoot};

/// So long after the last change nobody is in the middle of something.
const SETTLED_MS: u32 = 150;

/// Both tools of one configurator.
pub(super) struct Build {
    store: Rc<Store<State>>,
    shadow: ShadowRoot,
    /// What was last looked at: what was picked, and how many.
    seen: RefCell<Option<(Selection, i64)>>,
    /// The cheapest with that.
    found: RefCell<Option<Cheapest>>,
    /// What the cheapest chose when it was last taken: not the shopper's own picks, until they pick something else there.
    chosen: RefCell<Vec<(usize, Pick)>>,
    /// What was taken last, while it says what changed.
    taken: RefCell<Option<Selection>>,
    waiting: RefCell<Option<Timeout>>,
}

impl Build {
    pub(super) fn new(store: &Rc<Store<State>>, shadow: &ShadowRoot) -> Rc<Build> {
        Rc::new(Build {
            store: Rc::clone(store),
            shadow: shadow.clone(),
            seen: RefCell::default(),
            found: RefCell::default(),
            chosen: RefCell::default(),
            taken: RefCell::default(),
            waiting: RefCell::default(),
        })
    }

    /// Follows the state: at first at once, so that nothing moves later.
    pub(super) fn show(self: &Rc<Self>, state: &State) {
        let is_first = self.seen.borrow().is_none();
        let is_same = |(selection, quantity): &(Selection, i64)| {
            *selection == state.selection && *quantity == state.quantity
        };
        if self.seen.borrow().as_ref().is_some_and(is_same) {
            return;
        }
        *self.seen.borrow_mut() = Some((state.selection.clone(), state.quantity));
        self.forget(&state.selection);
        if is_first {
            return self.look(state);
        }
        let weak = Rc::downgrade(self);
        let settled = move || {
            if let Some(build) = weak.upgrade() {
                build.look(&build.store.get());
            }
        };
        *self.waiting.borrow_mut() = Some(Timeout::new(SETTLED_MS, settled));
    }

    /// Drops what is not so any more: what the cheapest chose where the shopper has picked, and what is said about it.
    fn forget(&self, selection: &Selection) {
        let touched = selection.touched();
        let last = touched.last().map(|touch| touch.option);
        self.chosen.borrow_mut().retain(|(option, pick)| {
            let is_there = touched.iter().any(|touch| touch.option == *option);
            is_there && (selection.pick(*option) == Some(pick) || last != Some(*option))
        });
        let is_over = self.taken.borrow().as_ref().is_some_and(|taken| taken != selection);
        if !is_over {
            return;
        }
        *self.taken.borrow_mut() = None;
        let Some(line) = self.find(".cheapest .told") else { return };
        let has_focus = matches!(line.query_selector(":focus"), Ok(Some(_)));
        line.set_text_content(None);
        if has_focus {
            dom::focus(self.find(".cheapest>button"));
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.shadow.query_selector(selector).ok().flatten()
    }

    /// Brings both up to date.
    fn look(&self, state: &State) {
        self.waiting.borrow_mut().take();
        if let Some(block) = self.find(".cheapest") {
            self.look_for_cheapest(state, &block);
        }
        if let Some(table) = self.find(".parts table") {
            list::show(state, &table);
        }
    }

    fn look_for_cheapest(&self, state: &State, block: &Element) {
        let found = state.rules.as_ref().and_then(|(compiled, _)| {
            let free: Vec<usize> = self.chosen.borrow().iter().map(|(option, _)| *option).collect();
            rules::cheapest(&state.setting, compiled, (&state.selection, state.quantity), &free)
        });
        let Some(button) = find(block, "button") else { return };
        let locale = &state.setting.locale;
        let money = |amount: i64| state.setting.money(amount);
        let saved = found.as_ref().map_or(0, |found| state.price.unit - found.unit);
        let text = found.as_ref().and_then(|found| {
            let offered = if found.exact { PartWord::Cheapest } else { PartWord::Cheaper };
            match (saved > 0, found.exact) {
                (true, _) => Some(fill(&part_phrase(locale, offered, &money(found.unit)), &money(saved))),
                (false, true) => Some(part_phrase(locale, PartWord::IsCheapest, &money(found.unit))),
                // Nobody knows whether there is a cheaper one.
                (false, false) => None,
            }
        });
        flag(block, "hidden", text.is_none());
        write(&button, &text.unwrap_or_default());
        match saved > 0 {
            true => drop(button.remove_attribute("aria-disabled")),
            false => set(&button, "aria-disabled", "true"),
        }
        *self.found.borrow_mut() = found.filter(|_| saved > 0);
    }

    /// Takes the cheapest, in one step, and says what changed.
    pub(super) fn take(self: &Rc<Self>) {
        let before = self.store.get();
        if self.waiting.borrow().is_some() {
            self.look(&before);
        }
        let Some(found) = self.found.take() else { return };
        let own = |option: usize| {
            let is_chosen = self.chosen.borrow().iter().any(|(other, _)| *other == option);
            !is_chosen && before.selection.touched().iter().any(|touch| touch.option == option)
        };
        let product = &before.setting.product;
        let chosen = (0..product.options.len()).filter(|option| !own(*option));
        let chosen =
            chosen.filter_map(|option| Some((option, found.selection.pick(option)?.clone()))).collect();
        act(&self.store, Action::Replace(found.selection.to_value(product)));
        let state = self.store.get();
        if state.selection != found.selection {
            return;
        }
        *self.chosen.borrow_mut() = chosen;
        self.look(&state);
        self.tell(&state, &found.told);
        *self.taken.borrow_mut() = Some(found.selection);
    }

    fn tell(&self, state: &State, told: &str) -> Option<()> {
        let line = self.find(".cheapest .told")?;
        let (text, undo) =
            (list::make("span", told)?, list::make("button", word(&state.setting.locale, Word::Undo))?);
        for (name, value) in [("type", "button"), ("part", "button"), ("data-click", "undo")] {
            set(&undo, name, value);
        }
        line.set_text_content(None);
        line.append_child(&text).ok()?;
        line.append_child(&undo).ok()?;
        Some(())
    }
}
