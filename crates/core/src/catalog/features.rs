//! What items are compared by: facets, categories, brand and words as small integers, prepared once when a catalogue is read.

use super::Item;
use super::names::Names;
use super::words::{each_word, normal};
use crate::letters;

/// How much one kind of feature says about an item, before its rarity counts.
const FACET: f32 = 1.0;
const CATEGORY: f32 = 1.0;
const BRAND: f32 = 0.7;
const WORD: f32 = 0.4;

/// The features of every item, and the weight of every feature.
#[derive(Clone, Debug, Default)]
pub struct Features {
    names: Names,
    // Per feature: its kind's factor times its rarity.
    weights: Vec<f32>,
    // The sorted features of item i are `lists[ends[i-1]..ends[i]]`.
    lists: Vec<u32>,
    ends: Vec<u32>,
    // Per item: one over the length of its weight vector; 0 for an item without features.
    scales: Vec<f32>,
    // Per item: its most specific category.
    categories: Vec<Option<u32>>,
}

/// Features while items are still being added.
#[derive(Default)]
pub struct Counting {
    features: Features,
    // Per feature: how many items have it.
    counts: Vec<u32>,
}

impl Counting {
    /// Adds items, in the catalogue's order.
    pub fn add(&mut self, items: &[Item]) {
        let Counting { features, counts } = self;
        let mut list: Vec<u32> = Vec::new();
        for item in items {
            list.clear();
            features.collect(item, &mut list);
            list.sort_unstable();
            list.dedup();
            counts.resize(features.names.len(), 0);
            for feature in &list {
                if let Some(count) = counts.get_mut(*feature as usize) {
                    *count += 1;
                }
            }
            features.lists.extend_from_slice(&list);
            features.ends.push(features.lists.len() as u32);
        }
    }

    /// The features of all items that were added, weighed.
    pub fn done(self) -> Features {
        let Counting { mut features, counts } = self;
        let items = features.ends.len();
        for (weight, count) in features.weights.iter_mut().zip(&counts) {
            *weight *= log2((items + 1) as f32 / *count as f32);
        }
        for item in 0..items {
            let sum: f32 = features.list(item).iter().map(|f| features.weight(*f)).map(|w| w * w).sum();
            features.scales.push(if sum > 0.0 { 1.0 / sum.sqrt() } else { 0.0 });
        }
        features
    }
}

impl Features {
    /// The sorted features of item number `item`.
    pub fn list(&self, item: usize) -> &[u32] {
        let end_of = |item: usize| self.ends.get(item).map_or(0, |end| *end as usize);
        let start = if item == 0 { 0 } else { end_of(item - 1) };
        self.lists.get(start..end_of(item)).unwrap_or(&[])
    }

    /// How many different features there are.
    pub fn count(&self) -> usize {
        self.weights.len()
    }

    /// The weight of a feature: what its kind says times how rare it is (inverse document frequency; Spärck Jones 1972).
    pub fn weight(&self, feature: u32) -> f32 {
        self.weights.get(feature as usize).copied().unwrap_or(0.0)
    }

    /// One over the length of the item's weight vector.
    pub fn scale(&self, item: usize) -> f32 {
        self.scales.get(item).copied().unwrap_or(0.0)
    }

    /// The item's most specific category.
    pub fn category(&self, item: usize) -> Option<u32> {
        self.categories.get(item).copied().flatten()
    }

    /// What a vector over features says for an item: the sum of its entries at the item's features times their weights, over the length of the
    /// item's own vector. `weighted` has the weights multiplied in.
    pub fn fit(&self, weighted: &[f64], item: usize) -> f64 {
        let mut sum = 0.0;
        for feature in self.list(item) {
            if let Some(entry) = weighted.get(*feature as usize) {
                sum += entry;
            }
        }
        sum * f64::from(self.scale(item))
    }

    /// The vector of an item, of length one, with the weights multiplied in: [`Features::fit`] of it is the cosine of two items, 0 for nothing
    /// in common and 1 for the same features.
    pub fn weighted(&self, item: usize) -> Vec<f64> {
        let mut weighted = vec![0.0; self.count()];
        for feature in self.list(item) {
            if let Some(entry) = weighted.get_mut(*feature as usize) {
                let weight = f64::from(self.weight(*feature));
                *entry = weight * weight * f64::from(self.scale(item));
            }
        }
        weighted
    }

    /// The feature of facet `name` having `value`, when some item has it.
    pub fn facet(&self, name: &str, value: &str) -> Option<u32> {
        self.names.find(b'f', &facet_name(name, value))
    }

    /// The features of the words of a search, sorted; words that no item has are left out.
    pub fn of_query(&self, query: &str) -> Vec<u32> {
        let mut list = Vec::new();
        each_word(query, &mut |word| list.extend(self.names.find(b'w', word)));
        list.sort_unstable();
        list.dedup();
        list
    }

    fn collect(&mut self, item: &Item, list: &mut Vec<u32>) {
        for (name, values) in &item.facets.0 {
            for value in &values.0 {
                list.push(self.intern(b'f', &facet_name(name, value), FACET));
                self.words(value, list);
            }
        }
        let mut path = String::new();
        let mut category = None;
        for level in &item.category {
            path.push_str(&normal(level));
            path.push(SEPARATOR);
            let feature = self.intern(b'c', &path, CATEGORY);
            list.push(feature);
            category = Some(feature);
            self.words(level, list);
        }
        self.categories.push(category);
        if let Some(brand) = &item.brand {
            list.push(self.intern(b'b', &normal(brand), BRAND));
            self.words(brand, list);
        }
        for tag in &item.tags {
            self.words(tag, list);
        }
        for text in item.title.all().chain(item.text.iter().flat_map(|text| text.all())) {
            self.words(text, list);
        }
    }

    fn words(&mut self, text: &str, list: &mut Vec<u32>) {
        each_word(text, &mut |word| list.push(self.intern(b'w', word, WORD)));
    }

    fn intern(&mut self, kind: u8, name: &str, factor: f32) -> u32 {
        let id = self.names.intern(kind, name);
        if id as usize == self.weights.len() {
            self.weights.push(factor);
        }
        id
    }
}

const SEPARATOR: char = '\u{1f}';

fn facet_name(name: &str, value: &str) -> String {
    let mut key = String::with_capacity(name.len() + value.len() + 1);
    letters::push_lower(&mut key, name.trim());
    key.push(SEPARATOR);
    key.push_str(&normal(value));
    key
}

/// The binary logarithm of a normal number of at least 1, linear between powers of two (Mitchell 1962). Rarity needs no more, and unlike
/// a library's `ln` it gives the same bits in every browser and in the back office.
fn log2(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    exponent as f32 + (mantissa - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log2_is_exact_at_powers_and_linear_between() {
        for (x, expected) in [(1.0, 0.0), (1.5, 0.5), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (1024.0, 10.0)] {
            assert_eq!(log2(x), expected, "{x}");
        }
    }
}
