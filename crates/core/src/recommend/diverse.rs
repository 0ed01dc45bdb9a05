//! Mixes a strip, so that it is not eight times the same shirt.

use crate::catalog::Catalog;

// What likeness to something already in the strip costs, of the score (maximal marginal relevance; Carbonell and Goldstein 1998).
const LIKENESS: f64 = 0.3;
// How many of one category may follow each other, as long as there is something else.
const RUN: usize = 3;

/// Takes `limit` of `pool`, which is sorted by score, then id.
pub fn mix(catalog: &Catalog, mut pool: Vec<(f64, usize)>, limit: usize) -> Vec<(f64, usize)> {
    let mut mixed: Vec<(f64, usize)> = Vec::new();
    // Per item of the pool: its greatest likeness to what was taken.
    let mut likeness = vec![0.0_f64; pool.len()];
    while mixed.len() < limit && !pool.is_empty() {
        let full = full_category(catalog, &mixed);
        let fits = |item: usize| full.is_none() || catalog.features().category(item) != full;
        let worth =
            |i: usize, score: f64| score - LIKENESS * score.abs() * likeness.get(i).copied().unwrap_or(0.0);
        let mut next: Option<(bool, f64, usize)> = None;
        for (i, (score, item)) in pool.iter().enumerate() {
            let (fits, worth) = (fits(*item), worth(i, *score));
            // Of equals the first one stays: the pool's order decides.
            if next.is_none_or(|(best_fits, best, _)| (fits, worth) > (best_fits, best)) {
                next = Some((fits, worth, i));
            }
        }
        let Some((_, _, place)) = next else { break };
        let taken = pool.remove(place);
        likeness.remove(place);
        let weighted = catalog.features().weighted(taken.1);
        for ((_, item), likeness) in pool.iter().zip(&mut likeness) {
            *likeness = likeness.max(catalog.features().fit(&weighted, *item));
        }
        mixed.push(taken);
    }
    mixed
}

// The category of the last items taken, when it has been in a row often enough.
fn full_category(catalog: &Catalog, mixed: &[(f64, usize)]) -> Option<u32> {
    let last = mixed.get(mixed.len().checked_sub(RUN)?..)?;
    let category = catalog.features().category(last.first()?.1)?;
    last.iter().all(|(_, item)| catalog.features().category(*item) == Some(category)).then_some(category)
}
