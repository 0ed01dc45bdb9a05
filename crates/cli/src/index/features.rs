//! The items, and what they are like.

use super::cards::Cards;
use super::table::{self, Table};
use csv::ByteRecord;
use haberdash_core::catalog::names_of;
use std::collections::HashMap;
use std::io::Read as _;
use std::path::Path;

/// Items by id, in the order they were first met.
#[derive(Default)]
pub struct Items {
    ids: Vec<String>,
    places: HashMap<String, u32>,
    /// By item the words that say what it is like.
    words: Vec<Vec<u32>>,
    names: HashMap<String, u32>,
    /// Whether items come from a list; then events about others are no news of new items.
    pub listed: bool,
    /// Their cards.
    pub(super) cards: Cards,
}

/// What items are like, as vectors of length one.
pub struct Features {
    /// By item, which features it has and how strongly.
    pub of: Vec<Vec<(u32, f32)>>,
    /// By feature, which items have it and how strongly.
    pub with: Vec<Vec<(u32, f32)>>,
}

impl Items {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The id of an item.
    pub fn id(&self, item: usize) -> &str {
        self.ids.get(item).map_or("", String::as_str)
    }

    /// Whether there is an item called `id`.
    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// The position of the item that an event calls `id`, which may be decorated, as [`names_of`] tells.
    pub fn place_of_event(&mut self, id: &str) -> u32 {
        let known = names_of(id).into_iter().flatten().find_map(|name| self.places.get(name));
        known.copied().unwrap_or_else(|| self.place(id))
    }

    /// The position of the item called `id`, which is added where it is new.
    pub fn place(&mut self, id: &str) -> u32 {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.ids.len() as u32;
        self.ids.push(id.to_owned());
        self.words.push(Vec::new());
        self.places.insert(id.to_owned(), place);
        place
    }

    /// Reads a table of items, or a catalogue, whose addresses are seen from `base`.
    pub fn read(&mut self, path: &Path, base: &str) -> Result<(), String> {
        self.listed = true;
        let mut start = [0; 64];
        let read = table::open(path)?.read(&mut start).unwrap_or(0);
        let text = String::from_utf8_lossy(start.get(..read).unwrap_or_default()).into_owned();
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            return self.read_catalogue(path, base);
        }
        let mut table = Table::open(path)?;
        let id = table.column(&["item", "item_id", "id", "sku", "product_id"]).unwrap_or(0);
        let mut row = ByteRecord::new();
        while table.next(&mut row).map_err(|why| format!("{}: {why}", path.display()))? {
            let Some(own) = row.get(id).map(String::from_utf8_lossy).filter(|own| !own.trim().is_empty())
            else {
                continue;
            };
            let item = self.place(own.trim());
            for (column, cell) in row.iter().enumerate().filter(|(column, _)| *column != id) {
                let cell = String::from_utf8_lossy(cell).to_lowercase();
                for word in cell
                    .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
                    .filter(|word| !word.is_empty())
                {
                    self.add(item, &format!("{column}:{word}"));
                }
            }
        }
        Ok(())
    }

    pub(super) fn add(&mut self, item: u32, word: &str) {
        let next = self.names.len() as u32;
        let word = match self.names.get(word) {
            Some(word) => *word,
            None => *self.names.entry(word.to_owned()).or_insert(next),
        };
        if let Some(words) = self.words.get_mut(item as usize)
            && !words.contains(&word)
        {
            words.push(word);
        }
    }

    /// What items are like: each feature weighs as much as it is rare (inverse document frequency, Spärck Jones 1972). What one item alone has, such as a
    /// number of its own, says nothing about others.
    pub fn features(&self) -> Features {
        let mut counts = vec![0_u32; self.names.len()];
        self.words.iter().flatten().for_each(|word| counts[*word as usize] += 1);
        let all = self.ids.len() as f32 + 1.0;
        let rarity = |word: u32| (all / counts[word as usize] as f32).ln();
        let mut with = vec![Vec::new(); self.names.len()];
        let of = self.words.iter().enumerate().map(|(item, words)| {
            let mut list: Vec<(u32, f32)> = words.iter().map(|word| (*word, rarity(*word))).collect();
            let length = list.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            list.iter_mut().for_each(|(_, weight)| *weight /= length.max(f32::MIN_POSITIVE));
            list.retain(|(word, _)| counts[*word as usize] > 1);
            for (word, weight) in &list {
                with[*word as usize].push((item as u32, *weight));
            }
            list
        });
        let of = of.collect();
        Features { of, with }
    }
}
