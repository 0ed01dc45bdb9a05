//! What goes with what: the rules of a product, asked by the main module after every pick.

use crate::json;
use haberdash_core::compat::{Compiled, Offers, Picked, Speaker};
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::{Diagnostics, Value};
use wasm_bindgen::prelude::*;

/// The rules of a product, compiled. Every answer is JSON:
/// `{"memory": to be passed to the next question, "picks", "hidden", "told": what else changed, in a sentence, "off": by option, the choices that
/// cannot be had}`. A toggle that cannot change has the choice 0 in `off`.
#[wasm_bindgen]
pub struct Rules {
    product: Product,
    compiled: Compiled,
    language: String,
    fallback: String,
}

/// Compiles the rules of a product file, or reads what `haberdash compile` wrote; `undefined` when the file cannot be used. A compiled file that
/// does not fit is passed over.
#[wasm_bindgen]
pub fn rules(file: &str, stored: Option<Vec<u8>>, language: String, fallback: String) -> Option<Rules> {
    let product = Product::read(&json::parse(file)?, &mut Diagnostics::new())?;
    let stored = stored.and_then(|bytes| Compiled::from_bytes(&product, &bytes).ok());
    let compiled = stored.unwrap_or_else(|| Compiled::new(&product));
    Some(Rules { product, compiled, language, fallback })
}

#[wasm_bindgen]
impl Rules {
    /// The nearest allowed selection to `selection`, as in a link.
    pub fn repair(&self, selection: &str) -> Option<String> {
        let (selection, _) = Selection::from_value(&self.product, &json::parse(selection)?);
        let picked = self.compiled.repair(&self.product, &selection)?;
        Some(self.answer(&picked))
    }

    /// Picks `value`, as in a link, in the option at `option`. `undefined` when nothing has that pick.
    pub fn pick(&self, memory: &str, option: usize, value: &str) -> Option<String> {
        let selection = self.memory(memory)?;
        let pick = Selection::read_pick(self.product.options.get(option)?, &json::parse(value)?).ok()?;
        Some(self.answer(&self.compiled.pick(&self.product, &selection, option, pick)?))
    }

    /// Why `value` cannot be had in the option at `option`, in a sentence; else the least price of all with it, as a number.
    pub fn look(&self, memory: &str, option: usize, value: &str) -> Option<JsValue> {
        let selection = self.memory(memory)?;
        let pick = Selection::read_pick(self.product.options.get(option)?, &json::parse(value)?).ok()?;
        if let Some(reason) = self.compiled.reason(&self.product, &selection, option, &pick) {
            return Some(self.speaker().reason(&selection, &reason).into());
        }
        let offers = self.compiled.offers(&self.product, &selection);
        let (least, _) = match pick {
            Pick::Choice(choice) => offers.choice(option, choice),
            Pick::Toggle(on) => offers.toggle(option, on),
            Pick::Number(step) => offers.number(&self.product, option, step),
            _ => None,
        }?;
        Some((least as f64).into())
    }

    fn memory(&self, memory: &str) -> Option<Selection> {
        Selection::from_memory(&self.product, &json::parse(memory)?)
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker {
            product: &self.product,
            language: &self.language,
            fallback: &self.fallback,
            phrase: crate::phrases::phrase,
        }
    }

    fn answer(&self, picked: &Picked) -> String {
        let selection = &picked.selection;
        let memory = selection.to_memory(&self.product);
        let offers = self.compiled.offers(&self.product, selection);
        let off = (0..self.product.options.len()).map(|option| {
            let off = off(&self.product, selection, &offers, option).into_iter();
            Value::Array(off.map(|choice| Value::from(choice as i64)).collect())
        });
        // What the shopper had picked, and what is asked for or not any more. That a default follows needs no words.
        let told = picked.changes.iter().filter(|change| change.own || !change.is_default());
        let told = told.map(|change| self.speaker().change(change)).collect::<Vec<_>>().join(" ");
        let part = |name: &str| memory.get(name).cloned().unwrap_or_default();
        Value::record([
            ("picks", part("picks")),
            ("hidden", part("hidden")),
            ("off", Value::Array(off.collect())),
            ("told", Value::from(told)),
            ("memory", Value::from(memory.to_string())),
        ])
        .to_string()
    }
}

/// The choices of an option that cannot be had; of several, those that can be neither ticked nor unticked; of a toggle, 0 when it cannot change.
fn off(product: &Product, selection: &Selection, offers: &Offers, option: usize) -> Vec<usize> {
    let choices = product.options[option].kind.choices().map_or(0, <[_]>::len);
    match selection.pick(option) {
        Some(Pick::Choice(_)) => {
            (0..choices).filter(|choice| offers.choice(option, *choice).is_none()).collect()
        }
        Some(Pick::Multi(picked)) => {
            let cannot = |choice: &usize| match picked.contains(choice) {
                true => offers.without(option, *choice).is_none(),
                false => offers.choice(option, *choice).is_none(),
            };
            (0..choices).filter(cannot).collect()
        }
        Some(Pick::Toggle(on)) if offers.toggle(option, !on).is_none() => vec![0],
        _ => Vec::new(),
    }
}
