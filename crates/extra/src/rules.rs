//! What goes with what, and what it costs: the rules of a product, asked by the main module after every pick.

use crate::json;
use haberdash_core::Text;
use haberdash_core::compat::{Compiled, Offers, Picked, Speaker};
use haberdash_core::price::{self, LineOf, PriceLine};
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::{Diagnostics, Value};
use wasm_bindgen::prelude::*;

/// The rules of a product, compiled. Every answer is JSON:
/// `{"memory": to be passed to the next question, "picks", "hidden", "told": what else changed, in a sentence, "off": by option, the choices that
/// cannot be had, "unit": the price of one, "lines": [[what, title, amount]]}`. A toggle that cannot change has the choice 0 in `off`. What a line
/// is for is `base`, `break`, `rounding`, or empty when the title says it. `undefined` is no answer: nothing has that, or it has no price.
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
pub fn rules(
    file: &str,
    stored: Option<Vec<u8>>,
    language: String,
    fallback: String,
    currency: &str,
) -> Option<Rules> {
    let product = Product::read(&json::parse(file)?, &mut Diagnostics::new())?;
    let stored = stored.and_then(|bytes| Compiled::from_bytes(&product, &bytes).ok());
    let compiled = stored.unwrap_or_else(|| Compiled::new(&product));
    Some(match product.in_currency(currency) {
        Some(product) => Rules { compiled: compiled.repriced(&product), product, language, fallback },
        None => Rules { product, compiled, language, fallback },
    })
}

#[wasm_bindgen]
impl Rules {
    /// The nearest allowed selection to `selection`, as in a link.
    pub fn repair(&self, selection: &str, quantity: i32) -> Option<String> {
        let (selection, _) = Selection::from_value(&self.product, &json::parse(selection)?);
        let picked = self.compiled.repair(&self.product, &selection)?;
        self.answer(&picked, quantity)
    }

    /// The same selection in another quantity.
    pub fn price(&self, memory: &str, quantity: i32) -> Option<String> {
        self.answer(&Picked { selection: self.memory(memory)?, changes: Vec::new() }, quantity)
    }

    /// The currencies that there are prices in, the one that counts first.
    pub fn currencies(&self) -> Vec<String> {
        let own = self.product.currency.0.to_string();
        let others = self.product.currencies().into_iter().filter(|other| *other != own).map(str::to_owned);
        [own.clone()].into_iter().chain(others.collect::<Vec<_>>()).collect()
    }

    /// What options add, in that currency: by option a list, of the choices, of a toggle what it adds, of a text by character and once.
    pub fn extras(&self) -> String {
        let amounts = self.product.options.iter().map(|option| {
            let amounts: Vec<i64> = match &option.kind {
                Kind::Toggle(toggle) => vec![toggle.price],
                Kind::Text(text) => vec![text.per_char, text.once],
                kind => kind.choices().unwrap_or_default().iter().map(|choice| choice.price.0).collect(),
            };
            Value::Array(amounts.into_iter().map(Value::from).collect())
        });
        Value::Array(amounts.collect()).to_string()
    }

    /// Picks `value`, as in a link, in the option at `option`. `undefined` when nothing has that pick.
    pub fn pick(&self, memory: &str, option: usize, value: &str, quantity: i32) -> Option<String> {
        let selection = self.memory(memory)?;
        let pick = Selection::read_pick(self.product.options.get(option)?, &json::parse(value)?).ok()?;
        self.answer(&self.compiled.pick(&self.product, &selection, option, pick)?, quantity)
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

    fn answer(&self, picked: &Picked, quantity: i32) -> Option<String> {
        let selection = &picked.selection;
        let price = price::price(&self.product, selection, i64::from(quantity.max(1)))?;
        let lines = price.lines.iter().map(|line| self.line(line));
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
        let answer = Value::record([
            ("unit", Value::from(price.unit)),
            ("lines", Value::Array(lines.collect())),
            ("picks", part("picks")),
            ("hidden", part("hidden")),
            ("off", Value::Array(off.collect())),
            ("told", Value::from(told)),
            ("memory", Value::from(memory.to_string())),
        ]);
        Some(answer.to_string())
    }

    fn line(&self, line: &PriceLine) -> Value {
        let text = |text: &Text| text.get(&self.language, &self.fallback).to_owned();
        let (what, title) = match line.of {
            LineOf::Base => ("base", String::new()),
            LineOf::Break(_) => ("break", String::new()),
            LineOf::Rounding => ("rounding", String::new()),
            LineOf::Option(option) => ("", text(&self.product.options[option].title)),
            LineOf::Rule(rule) => ("", text(&self.product.pricing.rules[rule].title)),
        };
        Value::Array(vec![Value::from(what), Value::from(title), Value::from(line.amount)])
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
