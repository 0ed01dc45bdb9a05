//! A merchant's own rules for strips: what comes first, counts more or less, is left out or let in, and how mixed it is.
//!
//! They are written in data attributes of a strip, and in the catalogue for all strips, in one grammar ([`term`]); read against the items that there
//! are, so that a name that none of them has is told; and answer what the ranking asks of an [`Arrange`]. In the part `merchant`
//! (`docs/decisions/parts.md`): whoever calls it has waited for that.

mod read;
mod term;

pub use read::{NAMES, read};
use term::Term;

use super::{Arrange, Reason, Recommendation, Request, Strip, best, diverse};
use crate::catalog::Catalog;

/// Rules, looked up in one catalogue.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Positions of items that come first, in this order.
    pins: Vec<usize>,
    /// What the score of each item is multiplied with; empty where nothing is boosted.
    boosts: Vec<f64>,
    /// By item: [`BURIED`], [`OUT`], [`AGAIN`] and [`UNFIT`].
    marks: Vec<u8>,
    /// So many of one brand, category or value of a facet at most.
    caps: Vec<(Term, usize)>,
    /// Strips that show taste are not mixed.
    unmixed: bool,
}

/// It comes after all others.
const BURIED: u8 = 1;
/// It is excluded.
const OUT: u8 = 2;
/// It may be recommended again some time after it was bought.
const AGAIN: u8 = 4;
/// It is not what is asked for: another category, another price.
const UNFIT: u8 = 8;

/// What a boosted item gets besides, for each time that its score is added to itself: otherwise boosting nothing would be nothing.
const HEAD_START: f64 = 0.01;
/// So many are looked through where only so many of a kind may be shown.
const DEEP: usize = 512;

impl Rules {
    fn is(&self, item: usize, mark: u8) -> bool {
        self.marks.get(item).is_some_and(|marks| marks & mark != 0)
    }

    fn boosted(&self, item: usize, score: f64) -> f64 {
        let factor = self.boosts.get(item).copied().unwrap_or(1.0);
        let more = if score < 0.0 { score / factor } else { score * factor };
        more + HEAD_START * (factor - 1.0)
    }

    /// A pool, sorted by score, then id, in the order in which it is shown.
    fn mixed(&self, catalog: &Catalog, pool: Vec<(f64, usize)>, request: &Request) -> Vec<(f64, usize)> {
        if self.unmixed || !matches!(request.strip, Strip::ForYou | Strip::Content) {
            return pool;
        }
        // Where some of a kind are left out, more are needed.
        let enough = if self.caps.is_empty() { request.limit } else { super::enough(request.limit) };
        let mut mixed = diverse::mix(catalog, pool.clone(), enough);
        if !self.caps.is_empty() {
            let rest = pool.into_iter().filter(|(_, item)| !mixed.iter().any(|(_, other)| other == item));
            let rest: Vec<(f64, usize)> = rest.collect();
            mixed.extend(rest);
        }
        mixed
    }
}

impl Arrange for Rules {
    fn again(&self, item: usize) -> bool {
        self.is(item, AGAIN)
    }

    fn pick(
        &self,
        catalog: &Catalog,
        barred: &[bool],
        request: &Request,
        scored: &dyn Fn(usize) -> f64,
    ) -> Vec<(f64, usize)> {
        let mut tally = Tally::new(&self.caps);
        let mut list: Vec<(f64, usize)> = Vec::new();
        for pin in &self.pins {
            let score = scored(*pin);
            // Without a design to wear, or nothing to wear it on, there is nothing to show.
            let can = request.strip != Strip::YourDesign || score > f64::NEG_INFINITY;
            let free = barred.get(*pin) == Some(&false) && !self.is(*pin, OUT);
            if can && free && list.len() < request.limit {
                tally.add(catalog, *pin);
                list.push((score.max(0.0), *pin));
            }
        }
        let first = list.len();
        for tier in [0, BURIED] {
            let weighed = |item: usize| {
                let marks = self.marks.get(item).copied().unwrap_or_default();
                let is_pinned = list.iter().take(first).any(|(_, pin)| *pin == item);
                match marks & (OUT | UNFIT) == 0 && marks & BURIED == tier && !is_pinned {
                    true => self.boosted(item, scored(item)),
                    false => f64::NEG_INFINITY,
                }
            };
            let depth = if self.caps.is_empty() { super::enough(request.limit) } else { DEEP };
            let pool = best(catalog, barred, depth, &weighed);
            for (score, item) in self.mixed(catalog, pool, request) {
                if list.len() < request.limit && tally.add(catalog, item) {
                    list.push((score, item));
                }
            }
        }
        list
    }

    fn finish(&self, catalog: &Catalog, request: &Request, list: &mut Vec<Recommendation>) {
        match request.strip {
            // Its order is the shopper's, and so is what is in it.
            Strip::Recent => {
                let mut tally = Tally::new(&self.caps);
                list.retain(|shown| !self.is(shown.item, OUT | UNFIT) && tally.add(catalog, shown.item));
                list.truncate(request.limit);
            }
            // What a card there says is said of the design.
            Strip::YourDesign => {}
            _ => {
                for shown in list.iter_mut().filter(|shown| self.pins.contains(&shown.item)) {
                    shown.reason = Reason::Pinned;
                }
            }
        }
    }
}

/// How many of each kind there are already.
struct Tally<'r> {
    caps: &'r [(Term, usize)],
    /// By cap, values and how many have them.
    counts: Vec<Vec<(String, usize)>>,
}

impl<'r> Tally<'r> {
    fn new(caps: &'r [(Term, usize)]) -> Self {
        Tally { caps, counts: vec![Vec::new(); caps.len()] }
    }

    /// Counts an item; `false`, and it is not counted, when there are as many like it as may be.
    fn add(&mut self, catalog: &Catalog, item: usize) -> bool {
        let Some(item) = catalog.items().get(item) else { return false };
        let values: Vec<Vec<String>> = self.caps.iter().map(|(kind, _)| kind.kinds(item)).collect();
        for (((_, most), counts), values) in self.caps.iter().zip(&self.counts).zip(&values) {
            if counts.iter().any(|(value, count)| count >= most && values.contains(value)) {
                return false;
            }
        }
        for (counts, values) in self.counts.iter_mut().zip(values) {
            for value in values {
                match counts.iter_mut().find(|(other, _)| *other == value) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((value, 1)),
                }
            }
        }
        true
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
