//! Rules of a product, see `rules.rs`; strips from an index, see `neighbours.rs`; and what a strip does between its files and its cards, one step at a time: JSON text to a [`Document`], a document to a [`Shelf`], a shelf to a
//! ranking. `tests/bench/ranking.mjs` calls these in a page and holds the clock; the steps are those of `src/embed/site.rs` and
//! `src/embed/strip.rs`.

mod neighbours;
mod rules;

use haberdash_core::catalog::Catalog;
use haberdash_core::history::History;
use haberdash_core::recommend::{Request, Strip, recommend};
use haberdash_core::{Diagnostics, Value};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// A JSON file, parsed.
#[wasm_bindgen]
pub struct Document(Value);

#[wasm_bindgen]
impl Document {
    /// Parses `text` by the browser's parser, as `src/platform/json.rs` does; nothing when it is not JSON.
    pub fn parse(text: &str) -> Option<Document> {
        let value = js_sys::JSON::parse(text).ok()?;
        Value::deserialize(serde_wasm_bindgen::Deserializer::from(value)).ok().map(Document)
    }

    /// Reads the catalogue, with an empty history; nothing when it has a mistake anywhere.
    pub fn shelf(&self) -> Option<Shelf> {
        let mut diagnostics = Diagnostics::new();
        let catalog = Catalog::read(&self.0, &mut diagnostics)?;
        let sound = diagnostics.list().is_empty();
        sound.then_some(Shelf { catalog, history: History::default() })
    }
}

/// A catalogue ready to be ranked, and what the shopper did.
#[wasm_bindgen]
pub struct Shelf {
    catalog: Catalog,
    history: History,
}

#[wasm_bindgen]
impl Shelf {
    /// How many items there are.
    pub fn items(&self) -> usize {
        self.catalog.items().len()
    }

    /// Takes over a stored history as of `now`, in milliseconds since the Unix epoch, and tells how many of its events it kept.
    pub fn remember(&mut self, history: &Document, now: f64) -> usize {
        self.history = History::from_value(&history.0, now as i64).0;
        self.history.events().len()
    }

    /// Ranks the whole catalogue for a strip *for you* of `limit` cards as of `now`, and tells how many cards there are.
    pub fn rank(&self, now: f64, limit: usize) -> usize {
        recommend(&self.catalog, None, &self.history, now as i64, &Request::new(Strip::ForYou, limit)).len()
    }
}
