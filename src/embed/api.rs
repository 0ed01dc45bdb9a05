//! What the loader calls, and through `window.Haberdash` the page. Typed in `www/haberdash.d.ts`.

use super::registry::{self, Held};
use super::site::{self, Site};
#[cfg(debug_assertions)]
use crate::platform::console;
use crate::platform::{fetch, json, now, parts};
use haberdash_core::consent::Mode;
use haberdash_core::history::EventKind;
use haberdash_core::signals::Signal;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

thread_local! {
    static SITE: RefCell<Option<Rc<Site>>> = const { RefCell::new(None) };
}

fn site() -> Option<Rc<Site>> {
    SITE.with_borrow(Clone::clone)
}

/// Starts on the page: `script` is the tag, `early` what the loader has already asked for (absolute address → promise of a response),
/// `more` the loader's function that answers with a promise of a part, or of the companion module.
#[wasm_bindgen]
pub fn start(script: &Element, early: Option<js_sys::Object>, more: Option<js_sys::Function>) {
    // Release builds stop without a word: `docs/decisions/size.md`.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| console::error(&format!("this is a defect in haberdash: {info}"))));
    fetch::set_early(early);
    parts::set(more);
    let site = site::start(script);
    SITE.with_borrow_mut(|slot| *slot = Some(site));
}

/// Takes an entry of the page's data layer, as JSON text.
#[wasm_bindgen(js_name = dataLayer)]
pub fn data_layer(entry: &str) {
    if let (Some(site), Some(value)) = (site(), json::parse(entry)) {
        site.data_layer(&value);
    }
}

/// Mounts a host by its attributes, unless it is mounted.
#[wasm_bindgen]
pub fn mount(host: &HtmlElement) {
    if let Some(site) = site() {
        registry::remount(&site, host);
    }
}

/// Ends a host: its fallback is shown again.
#[wasm_bindgen]
pub fn unmount(host: &Element) {
    registry::unmount(host);
}

/// The configuration at `host`: the detail of `haberdash:change`; `null` where no configurator is.
#[wasm_bindgen]
pub fn configuration(host: &Element) -> JsValue {
    match registry::held(host) {
        Some(Held::Configurator(mounted)) => json::to_js(&mounted.detail()),
        _ => JsValue::NULL,
    }
}

/// Picks `value` in `option` at `host`. The answer is `null`, or a promise of a sentence that says why not.
#[wasm_bindgen]
pub fn select(host: &Element, option: &str, value: &JsValue) -> JsValue {
    match registry::held(host) {
        Some(Held::Configurator(mounted)) => {
            match mounted.select(option, &json::from_page(value).unwrap_or_default()) {
                None => JsValue::NULL,
                Some(sentence) => sentence.into(),
            }
        }
        _ => "no configurator is mounted here".into(),
    }
}

/// Replaces the whole selection at `host`. The answer lists a sentence for each entry that does not fit, or is a promise of that.
#[wasm_bindgen]
pub fn configure(host: &Element, selection: &JsValue) -> JsValue {
    let refused = |why: &str| Array::of1(&why.into()).into();
    match (registry::held(host), json::from_page(selection)) {
        (Some(Held::Configurator(mounted)), Some(value)) => {
            mounted.replace(&value).map_or_else(|| Array::new().into(), JsValue::from)
        }
        (Some(Held::Configurator(_)), None) => refused("expected a selection"),
        _ => refused("no configurator is mounted here"),
    }
}

/// Records what the shopper did: `kind` as in the stored history, and the item or, for a search, the words. `false` when it is no event.
#[wasm_bindgen]
pub fn track(kind: &str, subject: &str) -> bool {
    let (Some(site), Some(kind)) = (site(), EventKind::from_word(kind)) else { return false };
    let signal =
        if kind == EventKind::Search { Signal::search(subject) } else { Signal::item(kind, subject) };
    site.shopper.record(vec![signal.at(now())]);
    true
}

/// The history as it is remembered.
#[wasm_bindgen]
pub fn history() -> JsValue {
    site().map_or(JsValue::NULL, |site| json::to_js(&site.shopper.store.get().history.to_value()))
}

/// Forgets everything about one item or search, or with nothing named, everything. The loader has waited for the part `seldom`.
#[wasm_bindgen]
pub fn forget(subject: Option<String>) {
    if let Some(site) = site() {
        match subject {
            Some(subject) => site.shopper.forget(&subject),
            None => site.shopper.clear(),
        }
    }
}

/// The shopper's word on remembering on this device, for shops that ask in a dialogue of their own.
#[wasm_bindgen]
pub fn remember(yes: bool) {
    if let Some(site) = site() {
        site.shopper.remember(yes);
    }
}

/// How long history lives now: `off`, `memory` or `device`.
#[wasm_bindgen]
pub fn mode() -> String {
    let mode = site().map_or(Mode::Off, |site| site.shopper.store.get().mode);
    match mode {
        Mode::Off => "off",
        Mode::Memory => "memory",
        Mode::Device => "device",
    }
    .to_owned()
}
