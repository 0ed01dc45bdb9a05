//! Which items go with which: an index that `haberdash index` builds from a shop's events, as a folder of static files.
//!
//! A [`Manifest`] says how many shards there are and how rows are to be used ([`Method`]). The row of an item is in the [`Shard`] that
//! [`shard_of`] names, so a browser fetches only the shards of the items in its history. Neighbours are numbers; what a number stands for is in the
//! [`names`](Names) of its block. [`score`] adds the rows of a history up.
//!
//! The method is item-to-item co-occurrence in sequences (Linden, Smith, York 2003) with direction, distance and recency, combined at request time with
//! a decay over the history; `docs/decisions/index.md` has what was measured.

mod hand;
mod manifest;
mod names;
mod said;
mod shard;

use crate::fnv;

pub use hand::Index;
pub use manifest::{CARDS, Manifest, Method};
pub use names::{BLOCK, Names};
pub use said::{Said, Subject, rows, subjects};
pub use shard::{Row, Shard, Unreadable};

/// The shard that has the row of the item called `id`: FNV-1a (Fowler, Noll, Vo) over its bytes, modulo the number of shards.
pub fn shard_of(id: &str, shards: u32) -> u32 {
    fnv::of(id) % shards.max(1)
}

/// Adds up what the items of a history say for others. `rows` are theirs, the latest first, each item once; `None` for items that the index does not
/// know. What comes back are the `most` best numbers with scores above 0, the best first, equal ones by number.
pub fn score(method: &Method, rows: &[Option<&Row>], most: usize) -> Vec<(u32, f64)> {
    let rows = rows.get(..rows.len().min(method.depth as usize)).unwrap_or_default();
    let mut sums = Sums::new(rows.iter().flatten().map(|row| row.neighbours().len() + 1).sum());
    let (mut weight, mut again) = (1.0, method.repeat);
    for (place, row) in rows.iter().enumerate() {
        if let Some(row) = row {
            for (number, strength) in row.neighbours() {
                sums.add(number, weight * strength);
            }
            let factor = if place == 0 { method.repeat_latest } else { 1.0 };
            let repeated = again * factor * (method.mean + method.own * row.own());
            if repeated > 0.0 {
                sums.add(row.number(), repeated);
            }
        }
        weight *= method.decay;
        again *= method.repeat_decay;
    }
    let mut list = sums.list;
    list.retain(|(_, score)| *score > 0.0);
    let before = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if list.len() > most {
        list.select_nth_unstable_by(most, before);
        list.truncate(most);
    }
    list.sort_unstable_by(before);
    list
}

/// Sums by number. Open addressing: a tree takes several times as long.
struct Sums {
    list: Vec<(u32, f64)>,
    /// 0 where free, else one more than a place in `list`. Its length is a power of two, half of it free at least.
    table: Vec<u32>,
}

impl Sums {
    /// For up to `count` numbers.
    fn new(count: usize) -> Sums {
        Sums { list: Vec::with_capacity(count), table: vec![0; (2 * count).next_power_of_two()] }
    }

    fn add(&mut self, number: u32, amount: f64) {
        let mask = self.table.len() - 1;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        let mut slot = (number.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
        while let Some(entry) = self.table.get_mut(slot) {
            match self.list.get_mut((*entry).wrapping_sub(1) as usize) {
                Some((other, sum)) if *other == number => {
                    *sum += amount;
                    return;
                }
                Some(_) => slot = (slot + 1) & mask,
                None => {
                    self.list.push((number, amount));
                    *entry = self.list.len() as u32;
                    return;
                }
            }
        }
    }
}

/// Of `rows`, as for [`score`], the place of the one without which `number` would lose most; `None` when it would lose with none of them. Without a row
/// those after it move up.
pub fn strongest(method: &Method, rows: &[Option<&Row>], number: u32) -> Option<usize> {
    let of_row = |row: &Row| {
        let strength =
            row.neighbours().find(|(other, _)| *other == number).map_or(0.0, |(_, strength)| strength);
        let repeated = if row.number() == number { method.mean + method.own * row.own() } else { 0.0 };
        (strength, repeated)
    };
    let parts: Vec<(f64, f64)> = rows.iter().map(|row| row.map_or((0.0, 0.0), of_row)).collect();
    let without = |left_out: Option<usize>| {
        let (mut sum, mut weight, mut again) = (0.0, 1.0, method.repeat * method.repeat_latest);
        let left = parts.iter().enumerate().filter(|(place, _)| Some(*place) != left_out);
        for (place, (_, (strength, repeated))) in left.take(method.depth as usize).enumerate() {
            if place == 1 {
                again = method.repeat * method.repeat_decay;
            }
            sum += weight * strength + again * repeated;
            weight *= method.decay;
            again *= method.repeat_decay;
        }
        sum
    };
    let all = without(None);
    let mut best: Option<(usize, f64)> = None;
    for (place, _) in parts.iter().enumerate().filter(|(_, part)| **part != (0.0, 0.0)) {
        let lost = all - without(Some(place));
        if lost > best.map_or(0.0, |(_, most)| most) {
            best = Some((place, lost));
        }
    }
    best.map(|(place, _)| place)
}

/// A history as it counts: of `history`, the oldest first, each once where it is latest, the latest first.
pub fn distinct<T: PartialEq + Copy>(history: &[T]) -> Vec<T> {
    let mut list: Vec<T> = Vec::new();
    for item in history.iter().rev() {
        if !list.contains(item) {
            list.push(*item);
        }
    }
    list
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
