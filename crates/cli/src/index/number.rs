//! The numbers of items: what goes together is close, so a strip's names and cards lie in few files.

use haberdash_core::index::CARDS;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The items in the order of their numbers. `rows` has the neighbours of each and how strong they are, `popular` all items, the most popular first.
///
/// A file of cards begins with the most popular item that has no number yet; what the items of the file name most strongly, in sum, is the next in it
/// (greedy graph growing, Karypis and Kumar 1998, <https://doi.org/10.1137/S1064827595287997>).
pub fn order(rows: &[Vec<(u32, f32)>], popular: &[u32]) -> Vec<u32> {
    let mut seeds = popular.iter().copied();
    let mut has_number = vec![false; rows.len()];
    let mut pull = vec![0.0_f32; rows.len()];
    let mut pulled: Vec<u32> = Vec::new();
    let mut order: Vec<u32> = Vec::with_capacity(rows.len());
    // By pull, which as bits is in the same order where it is not below 0; of the same the first item. What was pulled more since lies further up, and has
    // a number when its older entries come.
    let mut near: BinaryHeap<(u32, Reverse<u32>)> = BinaryHeap::new();
    while let Some(item) = near.pop().map(|(_, Reverse(item))| item).or_else(|| seeds.next()) {
        if std::mem::replace(&mut has_number[item as usize], true) {
            continue;
        }
        order.push(item);
        if order.len().is_multiple_of(CARDS as usize) {
            near.clear();
            pulled.drain(..).for_each(|item| pull[item as usize] = 0.0);
            continue;
        }
        for (neighbour, strength) in &rows[item as usize] {
            let at = *neighbour as usize;
            if has_number.get(at) == Some(&false) && *strength > 0.0 {
                pull[at] += strength;
                pulled.push(*neighbour);
                near.push((pull[at].to_bits(), Reverse(*neighbour)));
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_together_lies_together() {
        // Forty groups of 32, their items far apart; within a group all name each other in a ring, and each names something of the next group, weakly.
        let groups = 40_u32;
        let item = |group: u32, place: u32| place * groups + group;
        let mut rows = vec![Vec::new(); (groups * CARDS) as usize];
        for group in 0..groups {
            for place in 0..CARDS {
                let ring = (1..8).map(|step| (item(group, (place + step) % CARDS), 1.0));
                let other = (item((group + 1) % groups, place), 0.1);
                rows[item(group, place) as usize] = ring.chain([other]).collect();
            }
        }
        let count = rows.len() as u32;
        let mut popular: Vec<u32> = (0..count).collect();
        popular.sort_by_key(|item| Reverse(item % 7));
        let order = order(&rows, &popular);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..count).collect::<Vec<_>>(), "each once");
        for file in order.chunks(CARDS as usize) {
            assert!(file.iter().all(|item| item % groups == file[0] % groups), "one group: {file:?}");
        }
        assert_eq!(order[0], 6, "the most popular, and of those the first");
    }

    #[test]
    fn items_without_neighbours_come_by_popularity() {
        let rows = vec![Vec::new(), vec![(3, f32::NAN), (9, 1.0), (2, 0.0)], Vec::new(), Vec::new()];
        assert_eq!(order(&rows, &[1, 3, 2, 0]), [1, 3, 2, 0]);
        assert_eq!(order(&[], &[]), [0_u32; 0]);
    }
}
