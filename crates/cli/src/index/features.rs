//! The items, and what they are like.

use super::table::{self, Table};
use crate::input;
use csv::ByteRecord;
use haberdash_core::Diagnostics;
use haberdash_core::catalog::Catalog;
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

    /// Reads a table of items, or a catalogue.
    pub fn read(&mut self, path: &Path) -> Result<(), String> {
        self.listed = true;
        let mut start = [0; 64];
        let read = table::open(path)?.read(&mut start).unwrap_or(0);
        let text = String::from_utf8_lossy(start.get(..read).unwrap_or_default()).into_owned();
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            return self.read_catalogue(path);
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

    fn read_catalogue(&mut self, path: &Path) -> Result<(), String> {
        let file = input::text(path)?;
        let document = crate::json::parse(&file).map_err(|_| format!("{} is not JSON", path.display()))?;
        let catalog = Catalog::read(&document.value, &mut Diagnostics::new())
            .ok_or_else(|| format!("{} is no catalogue; `haberdash check` says why", path.display()))?;
        for item in catalog.items() {
            let place = self.place(&item.id);
            let facets = item
                .facets
                .0
                .iter()
                .flat_map(|(name, values)| values.0.iter().map(move |value| format!("{name}:{value}")));
            let mut words: Vec<String> = facets.collect();
            words.extend(item.brand.iter().map(|brand| format!("brand:{brand}")));
            words.extend(item.category.iter().map(|category| format!("category:{category}")));
            words.extend(item.tags.iter().map(|tag| format!("tag:{tag}")));
            words.extend(
                item.title.get("en", "").to_lowercase().split_whitespace().map(|word| format!("word:{word}")),
            );
            words.iter().for_each(|word| self.add(place, word));
        }
        Ok(())
    }

    fn add(&mut self, item: u32, word: &str) {
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
