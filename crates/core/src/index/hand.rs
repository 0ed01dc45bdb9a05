//! An index as far as it is at hand: all of it in the back office, what was fetched in a browser.

use super::{BLOCK, CARDS, Manifest, Names, Row, Shard, Unreadable, shard_of};
use crate::catalog;
use std::collections::BTreeMap;

/// An index, as far as it is at hand.
#[derive(Clone, Debug)]
pub struct Index {
    manifest: Manifest,
    shards: BTreeMap<u32, Shard>,
    names: BTreeMap<u32, Names>,
    cards: BTreeMap<u32, Vec<String>>,
}

impl Index {
    /// The index of which nothing but the manifest is at hand.
    pub fn new(manifest: Manifest) -> Index {
        Index { manifest, shards: BTreeMap::new(), names: BTreeMap::new(), cards: BTreeMap::new() }
    }

    /// Its head.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Takes the file of a shard of rows.
    pub fn put_rows(&mut self, shard: u32, bytes: &[u8]) -> Result<(), Unreadable> {
        let read = Shard::from_bytes(bytes)?;
        self.shards.insert(shard, read);
        Ok(())
    }

    /// Takes the file of a block of names.
    pub fn put_names(&mut self, block: u32, bytes: &[u8]) -> Result<(), Unreadable> {
        self.names.insert(block, Names::from_bytes(bytes)?);
        Ok(())
    }

    /// Takes the ids of a file of cards, in the order of numbers; empty where there is no card.
    pub fn put_cards(&mut self, file: u32, ids: Vec<String>) {
        self.cards.insert(file, ids);
    }

    /// The shards that may have the row of the item that a page calls `id`: see [`catalog::names_of`].
    pub fn shards_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = u32> + 'a {
        catalog::names_of(id).into_iter().flatten().map(|name| shard_of(name, self.manifest.shards))
    }

    /// The row of the item that a page calls `id`.
    pub fn row(&self, id: &str) -> Option<&Row> {
        let find = |name: &str| self.shards.get(&shard_of(name, self.manifest.shards))?.row(name);
        catalog::names_of(id).into_iter().flatten().find_map(find)
    }

    /// The id of the item that is `number`, by the names or cards at hand.
    pub fn id(&self, number: u32) -> Option<&str> {
        let card = self.cards.get(&(number / CARDS)).and_then(|ids| ids.get((number % CARDS) as usize));
        match card.filter(|id| !id.is_empty()) {
            Some(id) => Some(id),
            None => self.names.get(&(number / BLOCK))?.get(number),
        }
    }
}
