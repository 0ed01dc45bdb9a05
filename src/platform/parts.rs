//! Parts of this module that come on demand (`docs/decisions/parts.md`), and the companion module, which has sentences about what is wrong. The loader
//! fetches each when it is first asked for.

use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A part, by the name that `crates/xtask/src/build/split` gives it.
#[derive(Clone, Copy)]
pub enum Part {
    /// What goes with what, and prices that are no plain sums.
    Rules,
    /// Fonts.
    Letters,
    /// What makes one product of several files.
    Files,
    /// Small pictures of views, and a closer look.
    Picture,
    /// The shopper's own pictures.
    Logo,
    /// Options that are numbers or colours, steps, stock and delivery.
    Fields,
    /// Hundreds of choices to search, filter and scroll through.
    Grid,
    /// Saved designs, pictures of presets and files of them.
    Designs,
    /// QR codes.
    Qr,
    /// Recommendations from an index.
    Index,
    /// Options for letters.
    Text,
    /// What few visits need: links to designs, what is remembered.
    Seldom,
    /// Designs on other products, and what a taste starts with.
    Worn,
    /// A merchant's rules for strips, and buttons on cards.
    Merchant,
    /// What the data layer is told about strips.
    Lists,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Rules => "rules",
            Part::Letters => "letters",
            Part::Files => "files",
            Part::Picture => "picture",
            Part::Logo => "logo",
            Part::Fields => "fields",
            Part::Grid => "grid",
            Part::Designs => "designs",
            Part::Qr => "qr",
            Part::Index => "index",
            Part::Text => "text",
            Part::Seldom => "seldom",
            Part::Worn => "worn",
            Part::Merchant => "merchant",
            Part::Lists => "lists",
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// What the companion's glue exports.
    type Companion;

    #[wasm_bindgen(method, catch)]
    fn explain(this: &Companion, kind: &str, name: &str, text: &str, other: &str)
    -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The loader's function that answers with a promise of a part or of the companion, the same each time.
    static ASK: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes over the loader's way to parts.
pub fn set(ask: Option<Function>) {
    ASK.with_borrow_mut(|slot| *slot = ask);
}

/// Asks for something by its name. Asked early it is there when it is needed.
fn ask(name: &str) -> Option<Promise> {
    let ask = ASK.with_borrow(Clone::clone)?;
    ask.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// Asks for a part; the promise is kept when it can be called. Where no loader is, all parts are in the module.
pub fn promise(part: Part) -> Option<Promise> {
    ask(part.name())
}

/// Waits for what [`promise`] gave; whether it is there.
pub async fn there(promised: Option<Promise>) -> bool {
    match promised {
        Some(promised) => JsFuture::from(promised).await.is_ok(),
        None => ASK.with_borrow(Option::is_none),
    }
}

/// A turn for the page: what comes after it is a task of its own. Where no loader is there is no waiting.
#[inline(never)]
pub fn turn() -> JsFuture {
    JsFuture::from(ask("turn").unwrap_or_else(|| Promise::resolve(&JsValue::UNDEFINED)))
}

/// Does something when it is known whether a part is there.
pub fn when(part: Part, run: Box<dyn FnOnce(bool)>) {
    let asked = promise(part);
    wasm_bindgen_futures::spawn_local(async move { run(there(asked).await) });
}

/// Waits for those `parts` that are needed, side by side; whether all of them are there. With numbers, colours and grids comes what they say and look like: that
/// is given to `take`.
pub async fn all(needed: [(bool, Part); 5], take: fn(&str)) -> bool {
    let list = Array::new();
    for (_, part) in needed.iter().filter(|(is_needed, _)| *is_needed) {
        list.push(&promise(*part).map_or(JsValue::UNDEFINED, Into::into));
    }
    if needed[1].0 || needed[2].0 {
        list.push(&ask("looks").map_or(JsValue::UNDEFINED, Into::into));
    }
    let Ok(got) = JsFuture::from(Promise::all(&list)).await else { return false };
    let text = Array::from(&got).pop().as_string();
    if let Some(text) = &text {
        take(text);
    }
    true
}

/// What is wrong, as a list of sentences for the page; empty when the companion cannot be had, or finds nothing. For what to pass see the
/// table at `explain` in `crates/extra`.
pub async fn explain(kind: &str, name: &str, text: &str, other: &str) -> Array {
    let asked = async { JsFuture::from(ask("explain")?).await.ok() };
    let lines = match asked.await {
        Some(companion) => companion.unchecked_into::<Companion>().explain(kind, name, text, other).ok(),
        None => None,
    };
    lines.and_then(|lines| lines.dyn_into().ok()).unwrap_or_default()
}
