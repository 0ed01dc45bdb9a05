//! The shopper's history on this page and, where it may be kept, on the device.
//!
//! Nothing is read from or written to storage before consent says so ([`Mode::Device`]); until then history lives in this page. Several tabs
//! write the same record: each write reads, merges and writes.

use super::store::Store;
use crate::platform::{json, now, storage};
use haberdash_core::Value;
use haberdash_core::consent::{self, Click, Google, Mode, Said, Setting};
use haberdash_core::history::{Event, History, Notice};
use haberdash_core::signals;
use std::cell::Cell;
use std::rc::Rc;

/// What strips and panels look at.
#[derive(Clone)]
pub struct ShopperState {
    /// What the shopper did.
    pub history: History,
    /// How long it lives.
    pub mode: Mode,
    /// Storage took the last write.
    pub stored: bool,
    /// Who decides about keeping it; `Off` hides the panel's buttons.
    pub setting: Setting,
}

/// One shopper of one shop.
pub struct Shopper {
    /// What strips and panels look at.
    pub store: Rc<Store<ShopperState>>,
    key: String,
    said: Cell<Said>,
    /// What is stored was written by a later version: it is left alone.
    foreign: Cell<bool>,
    /// Called once with what is wrong with the stored record: it is read again on every change.
    warn: fn(&str),
    told: Cell<bool>,
}

impl Shopper {
    /// A shopper whose record is stored under `key`, where it may be.
    pub fn new(key: String, setting: Setting, gpc: bool, warn: fn(&str)) -> Rc<Shopper> {
        // The shopper's own word about storing has to be stored, or it could not be kept.
        let click = match storage::read(&[&key, ":consent"].concat()).as_deref() {
            Some("remember") => Some(Click::Remember),
            Some("no") => Some(Click::DoNotRemember),
            _ => None,
        };
        let said = Said { setting, google: Google::default(), gpc, click };
        let state = ShopperState { history: History::default(), mode: Mode::Memory, stored: true, setting };
        let shopper = Rc::new(Shopper {
            store: Store::new(state),
            key,
            said: Cell::new(said),
            foreign: Cell::new(false),
            warn,
            told: Cell::new(false),
        });
        shopper.decide();
        shopper
    }

    /// The key that the history is stored under.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Adds what the shopper just did.
    pub fn record(&self, events: Vec<Event>) {
        self.record_with(events, None);
    }

    /// The same, and what was designed: the item, the address of the product file, and what a link to the design carries.
    #[inline(never)]
    pub fn record_with(&self, events: Vec<Event>, design: Option<(&str, &str, Value)>) {
        let state = self.store.get();
        if events.is_empty() && design.is_none() || state.mode == Mode::Off {
            return;
        }
        let mut next = ShopperState::clone(&state);
        let now = now();
        let mut changed = false;
        if let Some((item, file, link)) = design {
            changed = next.history.keep_design(item, file, link, now);
        }
        for event in events {
            changed |= next.history.record(event, now);
        }
        if changed {
            self.keep(next);
        }
    }

    /// Takes an entry of the page's data layer: what it says the shopper does, and what it says about consent.
    pub fn data_layer(&self, entry: &Value) {
        if let Some(consent) = signals::consent(entry) {
            let mut said = self.said.get();
            said.google.take(&consent);
            self.said.set(said);
            let was = self.store.get().mode;
            self.decide();
            // Consent that was withdrawn takes what was stored with it; a default that has yet to be updated does not.
            let withdrawn =
                consent.update && said.google.granted() == Some(false) && said.setting == Setting::Google;
            if withdrawn
                && said.click.is_none()
                && (was == Mode::Device || storage::read(&self.key).is_some())
            {
                storage::remove(&self.key);
            }
        }
        let at = now();
        self.record(signals::data_layer(entry).into_iter().map(|signal| signal.at(at)).collect());
    }

    /// The shopper says whether to remember on this device.
    pub fn remember(&self, yes: bool) {
        let mut said = self.said.get();
        said.click = Some(if yes { Click::Remember } else { Click::DoNotRemember });
        self.said.set(said);
        if !yes {
            storage::remove(&self.key);
        }
        let stored = storage::write(&[&self.key, ":consent"].concat(), if yes { "remember" } else { "no" });
        let mut next = ShopperState::clone(&self.store.get());
        next.stored = stored;
        self.store.set(Rc::new(next));
        self.decide();
    }

    // These are in the part `seldom`: whoever calls them has waited for it.

    /// Forgets one item, search or design.
    #[inline(never)]
    pub fn forget(&self, subject: &str) {
        self.change(|history, now| history.forget(subject, now));
    }

    /// Forgets everything.
    #[inline(never)]
    pub fn clear(&self) {
        // Also what was stored when it still might be.
        if !self.foreign.get() {
            storage::remove(&self.key);
        }
        self.change(|history, now| history.clear(now));
    }

    /// Stops or resumes remembering.
    pub fn pause(&self, paused: bool) {
        self.change(|history, now| history.set_paused(paused, now));
    }

    fn change(&self, change: impl Fn(&mut History, i64)) {
        let mut next = ShopperState::clone(&self.store.get());
        // What another tab stored meanwhile must not come back by the merge: the change is made to both.
        if next.mode == Mode::Device
            && let Some(stored) = self.read()
        {
            next.history = next.history.merge(&stored);
        }
        change(&mut next.history, now());
        self.keep(next);
    }

    /// Reads again what is stored: another tab wrote, or the page came back from the cache.
    pub fn refresh(&self) {
        let state = self.store.get();
        let Some(stored) = self.read().filter(|_| state.mode == Mode::Device) else { return };
        let merged = state.history.merge(&stored);
        if merged != state.history {
            self.store.set(Rc::new(ShopperState { history: merged, ..ShopperState::clone(&state) }));
        }
    }

    fn decide(&self) {
        let state = self.store.get();
        let mode = consent::decide(&self.said.get());
        if mode == state.mode {
            return;
        }
        let mut next = ShopperState { mode, ..ShopperState::clone(&state) };
        match mode {
            // With what is stored.
            Mode::Device => self.keep(next),
            Mode::Memory => self.store.set(Rc::new(next)),
            Mode::Off => {
                next.history = History::default();
                storage::remove(&self.key);
                self.store.set(Rc::new(next));
            }
        }
    }

    /// Takes `next` over, and stores it where it may be stored.
    fn keep(&self, mut next: ShopperState) {
        if next.mode == Mode::Device && !self.foreign.get() {
            if let Some(stored) = self.read() {
                next.history = next.history.merge(&stored);
            }
            if !self.foreign.get() {
                next.stored = storage::write(&self.key, &next.history.to_value().json());
            }
        }
        self.store.set(Rc::new(next));
    }

    /// What is stored, if it can be read.
    fn read(&self) -> Option<History> {
        let text = storage::read(&self.key)?;
        // Not JSON is as corrupt as JSON that is no history.
        let value = json::parse(&text).unwrap_or(Value::Bool(false));
        let (history, notices) = History::from_value(&value, now());
        for notice in notices {
            let message = match notice {
                Notice::Foreign => {
                    self.foreign.set(true);
                    "the stored history was written by a later version: it is left alone, and history lives on this page only"
                }
                Notice::Corrupt => "the stored history could not be read: it starts anew",
                Notice::Dropped(_) => "some of the stored history could not be read and was left out",
            };
            if !self.told.replace(true) {
                (self.warn)(message);
            }
        }
        Some(history).filter(|_| !self.foreign.get())
    }
}
