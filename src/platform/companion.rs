//! The companion module, `crates/extra`: sentences about what is wrong, and letters as outlines. The loader fetches it when it is first asked for.

use super::json;
use crate::app::rules::{Look, Rules};
use haberdash_core::Value;
use haberdash_core::outline::{Letters, Outline};
use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What the companion's glue exports.
    type Companion;

    #[wasm_bindgen(method, catch)]
    fn explain(this: &Companion, kind: &str, name: &str, text: &str, other: &str)
    -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn letters(this: &Companion, data: &JsValue) -> Result<Drawn, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn rules(
        this: &Companion,
        file: &str,
        stored: &JsValue,
        language: &str,
        fallback: &str,
        currency: &str,
    ) -> Result<JsValue, JsValue>;

    /// The rules of a product.
    type Compiled;

    #[wasm_bindgen(method, catch)]
    fn repair(this: &Compiled, selection: &str, quantity: i32) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn price(this: &Compiled, memory: &str, quantity: i32) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn currencies(this: &Compiled) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn extras(this: &Compiled) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn pick(
        this: &Compiled,
        memory: &str,
        option: usize,
        value: &str,
        quantity: i32,
    ) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn look(this: &Compiled, memory: &str, option: usize, value: &str) -> Result<JsValue, JsValue>;

    /// A font that the companion parsed.
    type Drawn;

    #[wasm_bindgen(method, catch)]
    fn lacks(this: &Drawn, text: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn outline(this: &Drawn, text: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The loader's function that answers with a promise of the companion, the same each time.
    static ASK: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes over the loader's way to the companion.
pub fn set(ask: Option<Function>) {
    ASK.with_borrow_mut(|slot| *slot = ask);
}

/// Asks for the companion. Asked early it is there when it is needed.
pub fn ask() -> Option<Promise> {
    let ask = ASK.with_borrow(Clone::clone)?;
    ask.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}

async fn companion(asked: Option<Promise>) -> Option<Companion> {
    JsFuture::from(asked?).await.ok().map(JsCast::unchecked_into)
}

/// What is wrong, as a list of sentences for the page; empty when the companion cannot be had, or finds nothing. For what to pass see the
/// table at `explain` in `crates/extra`.
pub async fn explain(kind: &str, name: &str, text: &str, other: &str) -> Array {
    let lines = match companion(ask()).await {
        Some(companion) => companion.explain(kind, name, text, other).ok(),
        None => None,
    };
    lines.and_then(|lines| lines.dyn_into().ok()).unwrap_or_default()
}

/// Parses a font. The error is a sentence.
pub async fn letters(asked: Option<Promise>, data: &JsValue) -> Result<Rc<dyn Letters>, String> {
    let Some(companion) = companion(asked).await else {
        return Err("letters cannot be drawn: a part of the widget cannot be loaded".to_owned());
    };
    let letters = companion.letters(data).map_err(|why| why.as_string().unwrap_or_default())?;
    Ok(Rc::new(letters))
}

/// The rules of a product, with what they say about its currency.
pub struct Known {
    /// The rules.
    pub rules: Rc<dyn Rules>,
    /// The currencies that there are prices in, the one that counts first.
    pub currencies: Vec<String>,
    /// By option: what its choices add in that currency; of a toggle what it adds; of a text by character and once.
    pub extras: Vec<Vec<i64>>,
}

/// The rules of the product in `file`, with what `haberdash compile` made of them in `stored`, with prices in `currency` where there are any. The
/// error is a sentence; an empty one when the file cannot be used.
pub async fn rules(
    file: &str,
    stored: &JsValue,
    language: &str,
    fallback: &str,
    currency: &str,
) -> Result<Known, String> {
    let Some(companion) = companion(ask()).await else {
        return Err(
            "the rules of the product cannot be used: a part of the widget cannot be loaded".to_owned()
        );
    };
    let rules = match companion.rules(file, stored, language, fallback, currency) {
        Ok(rules) if rules.is_object() => rules.unchecked_into::<Compiled>(),
        _ => return Err(String::new()),
    };
    let currencies = rules.currencies().unwrap_or_default();
    let currencies = currencies.iter().filter_map(|code| code.as_string()).collect();
    let extras = rules.extras().ok().and_then(|text| json::parse(&text)).unwrap_or_default();
    let amounts = |list: &Value| {
        let amounts = list.as_array().unwrap_or_default().iter();
        amounts.map(|amount| amount.as_i64().unwrap_or_default()).collect()
    };
    let extras = extras.as_array().unwrap_or_default().iter().map(amounts).collect();
    Ok(Known { rules: Rc::new(rules), currencies, extras })
}

fn number(quantity: i64) -> i32 {
    i32::try_from(quantity).unwrap_or(i32::MAX)
}

impl Rules for Compiled {
    fn repair(&self, picks: &str, quantity: i64) -> Option<Value> {
        json::parse(&self.repair(picks, number(quantity)).ok()??)
    }

    fn pick(&self, memory: &str, option: usize, value: &str, quantity: i64) -> Option<Value> {
        json::parse(&self.pick(memory, option, value, number(quantity)).ok()??)
    }

    fn price(&self, memory: &str, quantity: i64) -> Option<Value> {
        json::parse(&self.price(memory, number(quantity)).ok()??)
    }

    fn look(&self, memory: &str, option: usize, value: &str) -> Option<Look> {
        let look = self.look(memory, option, value).ok()?;
        match look.as_f64() {
            Some(least) => Some(Look::From(least as i64)),
            None => look.as_string().map(Look::Reason),
        }
    }
}

impl Letters for Drawn {
    fn lacks(&self, text: &str) -> Option<char> {
        self.lacks(text).ok()??.chars().next()
    }

    fn outline(&self, text: &str) -> Option<Outline> {
        let list: Array = self.outline(text).ok()?.dyn_into().ok()?;
        let number = |index| list.get(index).as_f64().unwrap_or_default();
        Some(Outline {
            d: list.get(0).as_string()?,
            width: number(1),
            extent: (number(2), number(3)),
            span: (number(4), number(5)),
        })
    }
}
