//! The rules of a product, asked as `src/app/rules.rs` asks them. `tests/bench/rules.mjs` calls these in a page and holds the clock.

use crate::Document;
use haberdash_core::Diagnostics;
use haberdash_core::compat::{Compiled, Phrase, Picked, Speaker};
use haberdash_core::price;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use wasm_bindgen::prelude::*;

/// A product with its rules, and what is picked.
#[wasm_bindgen]
pub struct Rules {
    product: Product,
    compiled: Compiled,
    selection: Selection,
    off: Vec<(usize, usize)>,
}

#[wasm_bindgen]
impl Rules {
    /// Reads a product file and the compiled rules in `stored`, or compiles them; nothing when the file cannot be used, or the rules do not fit.
    pub fn read(file: &Document, stored: Option<Vec<u8>>) -> Option<Rules> {
        let product = Product::read(&file.0, &mut Diagnostics::new())?;
        let compiled = match stored {
            Some(bytes) => Compiled::from_bytes(&product, &bytes).ok()?,
            None => Compiled::new(&product),
        };
        let selection = Selection::defaults(&product);
        let mut rules = Rules { product, compiled, selection, off: Vec::new() };
        rules.reset();
        Some(rules)
    }

    /// Starts over.
    pub fn reset(&mut self) {
        let start = Selection::defaults(&self.product);
        if let Some(picked) = self.compiled.repair(&self.product, &start) {
            self.take(picked);
        }
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.product.options.len()
    }

    /// How many values an option has.
    pub fn values(&self, option: usize) -> usize {
        self.product.options[option].kind.choices().map_or(2, <[_]>::len)
    }

    /// Picks a value; answers how many other picks changed, with the sentence that says so made, or nothing when nothing has the value.
    pub fn pick(&mut self, option: usize, value: usize) -> Option<usize> {
        let picked = self.compiled.pick(&self.product, &self.selection, option, self.value(option, value))?;
        Some(self.take(picked))
    }

    /// How many values cannot be had now.
    pub fn off(&self) -> usize {
        self.off.len()
    }

    /// Why the value at `at` of those that cannot be had is none: how long the sentence is.
    pub fn reason(&self, at: usize) -> Option<usize> {
        let (option, value) = self.off[at];
        let pick = self.value(option, value);
        let reason = self.compiled.reason(&self.product, &self.selection, option, &pick)?;
        Some(self.speaker().reason(&self.selection, &reason).len())
    }

    fn value(&self, option: usize, value: usize) -> Pick {
        match &self.product.options[option].kind {
            Kind::Toggle(_) => Pick::Toggle(value == 1),
            Kind::Multi(_) => Pick::Multi(vec![value]),
            _ => Pick::Choice(value),
        }
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker {
            product: &self.product,
            language: "en",
            fallback: "en",
            phrase: |_, phrase: Phrase| phrase.english(),
        }
    }

    /// Takes over a pick, with price, sentences and what cannot be had after it.
    fn take(&mut self, picked: Picked) -> usize {
        let told = self.speaker().changes(&picked.changes.iter().collect::<Vec<_>>());
        let count = picked.changes.len().min(told.len());
        self.selection = picked.selection;
        let _ = price::price(&self.product, &self.selection, 1);
        let offers = self.compiled.offers(&self.product, &self.selection);
        let mut off = Vec::new();
        for option in 0..self.options() {
            match self.selection.pick(option) {
                Some(Pick::Choice(_)) => {
                    off.extend(
                        (0..self.values(option))
                            .filter(|value| !offers.has_choice(option, *value))
                            .map(|value| (option, value)),
                    );
                }
                Some(Pick::Toggle(on)) if offers.toggle(option, !on).is_none() => {
                    off.push((option, usize::from(!on)))
                }
                _ => {}
            }
        }
        self.off = off;
        count
    }
}
