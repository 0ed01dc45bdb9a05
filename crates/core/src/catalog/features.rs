//! What items are compared by: facets, categories, brand and words as small integers, prepared once when a catalogue is read.

use super::Item;
use super::names::Names;
use super::words::{each_word, normal};
use crate::order::put;
use std::ops::Range;

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
    // Facets, categories, brands and tags as they are written. Nearly all come again and again.
    written: Names,
    // What came of number i of them is `made[ends[i-1]..ends[i]]`: the feature itself, but for tags, and its words.
    made: Vec<u32>,
    ends: Vec<u32>,
}

impl Counting {
    /// Adds items, in the catalogue's order. Their texts are gone then: nobody needs them any more.
    pub fn add(&mut self, items: &mut [Item]) {
        let mut list: Vec<u32> = Vec::new();
        for item in items {
            list.clear();
            self.collect(item, &mut list);
            let Counting { features, counts, .. } = &mut *self;
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

    fn collect(&mut self, item: &mut Item, list: &mut Vec<u32>) {
        for (name, value) in item.facets.iter() {
            self.add_written(b'f', FACET, &[name, value], list);
        }
        let mut category = None;
        let levels: Vec<&str> = item.category.iter().collect();
        for level in 1..=levels.len() {
            category = self.add_written(b'c', CATEGORY, levels.get(..level).unwrap_or_default(), list);
        }
        self.features.categories.push(category);
        if let Some(brand) = &item.brand {
            self.add_written(b'b', BRAND, &[brand], list);
        }
        for tag in item.tags.iter() {
            self.add_written(b't', 0.0, &[tag], list);
        }
        let text = item.text.take();
        for text in item.title.all().chain(text.iter().flat_map(|text| text.all())) {
            self.features.words(text, list);
        }
    }

    /// Adds what is called `path` and the words of its last part. What has no `factor` is only its words; the feature of other things comes back.
    fn add_written(&mut self, kind: u8, factor: f32, path: &[&str], list: &mut Vec<u32>) -> Option<u32> {
        let Counting { features, written, made, ends, .. } = self;
        let number = written.intern(kind, &path.join(SEPARATOR)) as usize;
        if number == ends.len() {
            if factor > 0.0 {
                made.push(features.intern(kind, &named(path), factor));
            }
            each_word(path.last()?, &mut |word| made.push(features.intern(b'w', word, WORD)));
            ends.push(made.len() as u32);
        }
        let own = made.get(part(ends, number))?;
        own.iter().for_each(|feature| put(list, *feature));
        own.first().copied()
    }

    /// The features of all items that were added, weighed.
    pub fn done(self) -> Features {
        let Counting { mut features, counts, .. } = self;
        features.names.shrink();
        features.lists.shrink_to_fit();
        features.weights.shrink_to_fit();
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
        self.lists.get(part(&self.ends, item)).unwrap_or(&[])
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
        self.names.find(b'f', &named(&[name, value]))
    }

    /// The features of the words of a search, sorted; words that no item has are left out.
    pub fn of_query(&self, query: &str) -> Vec<u32> {
        let mut list = Vec::new();
        each_word(query, &mut |word| {
            if let Some(feature) = self.names.find(b'w', word) {
                put(&mut list, feature);
            }
        });
        list
    }

    fn words(&mut self, text: &str, list: &mut Vec<u32>) {
        each_word(text, &mut |word| put(list, self.intern(b'w', word, WORD)));
    }

    fn intern(&mut self, kind: u8, name: &str, factor: f32) -> u32 {
        let id = self.names.intern(kind, name);
        if id as usize == self.weights.len() {
            self.weights.push(factor);
        }
        id
    }
}

/// Where list number `number` lies, of lists that end at `ends`.
fn part(ends: &[u32], number: usize) -> Range<usize> {
    let end_of = |number: usize| ends.get(number).map_or(0, |end| *end as usize);
    number.checked_sub(1).map_or(0, end_of)..end_of(number)
}

const SEPARATOR: &str = "\u{1f}";

/// A facet's name and value, or categories from wide to narrow, as they are compared.
fn named(path: &[&str]) -> String {
    path.iter().map(|part| normal(part)).collect::<Vec<_>>().join(SEPARATOR)
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
