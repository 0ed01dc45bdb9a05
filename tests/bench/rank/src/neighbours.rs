//! Strips from the shards of an index, as `src/embed/index.rs` and `src/embed/strip.rs` rank them. `tests/bench/neighbours.mjs` calls these in a page and
//! holds the clock.

use crate::Document;
use haberdash_core::catalog::Catalog;
use haberdash_core::history::{Event, EventKind, History};
use haberdash_core::index::{BLOCK, Index, Manifest, Said, Subject, rows, score, subjects};
use haberdash_core::recommend::{Request, Strip, recommend};
use haberdash_core::{Diagnostics, Value};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// An index as far as it was fetched, a catalogue of what it recommends, and what the shopper did.
#[wasm_bindgen]
pub struct Hand {
    index: Rc<Index>,
    catalog: Catalog,
    history: History,
}

#[wasm_bindgen]
impl Hand {
    /// Begins with a manifest and with views of `items`, a second apart up to `now`; nothing when it is no manifest.
    pub fn new(manifest: &Document, items: Vec<String>, now: f64) -> Option<Hand> {
        let index = Rc::new(Index::new(Manifest::from_value(&manifest.0)?));
        let mut history = History::default();
        let count = items.len();
        for (place, item) in items.into_iter().enumerate() {
            let at = now as i64 - 1000 * (count - place) as i64;
            let (kind, item) = (EventKind::View, Some(item));
            history.record(Event { at, kind, item, query: None, facets: Vec::new() }, now as i64);
        }
        Some(Hand { index, catalog: catalog(&[])?, history })
    }

    /// The shards with the rows of the history.
    pub fn shards(&self) -> Vec<u32> {
        self.subjects().iter().flat_map(|subject| self.index.shards_of(&subject.id)).collect()
    }

    /// Takes a file with rows; whether it is one.
    pub fn rows(&mut self, shard: u32, bytes: &[u8]) -> bool {
        Rc::make_mut(&mut self.index).put_rows(shard, bytes).is_ok()
    }

    /// The blocks with the names of the 200 best.
    pub fn blocks(&self) -> Vec<u32> {
        self.best().into_iter().map(|number| number / BLOCK).collect()
    }

    /// Takes a file with names; whether it is one.
    pub fn names(&mut self, block: u32, bytes: &[u8]) -> bool {
        Rc::make_mut(&mut self.index).put_names(block, bytes).is_ok()
    }

    /// Makes a catalogue of the 200 best, as cards would be; how many it has.
    pub fn shelve(&mut self) -> usize {
        let ids: Vec<String> =
            self.best().into_iter().filter_map(|number| self.index.id(number)).map(str::to_owned).collect();
        if let Some(catalog) = catalog(&ids) {
            self.catalog = catalog;
        }
        self.catalog.items().len()
    }

    /// How many items of the history the rows are there of.
    pub fn known(&self) -> usize {
        rows(&self.index, &self.subjects()).into_iter().flatten().count()
    }

    /// Ranks for a strip *for you* of `limit` cards as of `now`, and tells how many cards there are.
    pub fn rank(&self, now: f64, limit: usize) -> usize {
        let request = Request::new(Strip::ForYou, limit);
        let said = Said::new(Rc::clone(&self.index), &self.catalog, subjects(&self.history, &request));
        recommend(&self.catalog, Some(&said), &self.history, now as i64, &request).len()
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.history, &Request::new(Strip::ForYou, 1))
    }

    fn best(&self) -> Vec<u32> {
        let list = score(&self.index.manifest().method, &rows(&self.index, &self.subjects()));
        list.into_iter().take(200).map(|(number, _)| number).collect()
    }
}

fn catalog(ids: &[String]) -> Option<Catalog> {
    let item = |id: &String| {
        Value::record([
            ("id", Value::from(id.as_str())),
            ("title", Value::from(id.as_str())),
            ("url", Value::from("p")),
            ("price", Value::Number(1000.0)),
        ])
    };
    let file = Value::record([
        ("version", Value::Number(1.0)),
        ("currency", Value::from("EUR")),
        ("items", Value::Array(ids.iter().map(item).collect())),
    ]);
    Catalog::read(&file, &mut Diagnostics::new())
}
