//! One merge sort for all lists: each closure given to `slice::sort_by` brings one along, half a kilobyte each (`docs/decisions/size.md`).

use std::cmp::Ordering;

/// Sorts positions, stably, by what stands at them.
#[inline(never)]
pub fn sort_positions(list: &mut [u32], order: &dyn Fn(usize, usize) -> Ordering) {
    let order = |a: &u32, b: &u32| order(*a as usize, *b as usize);
    // What is in order already, as shops' lists often are, takes no more than a look.
    if !list.is_sorted_by(|a, b| order(a, b).is_le()) {
        list.sort_by(order);
    }
}

/// Sorts a list, stably.
pub fn sort_by<T>(list: &mut Vec<T>, order: &dyn Fn(&T, &T) -> Ordering) {
    let mut positions: Vec<u32> = (0..list.len() as u32).collect();
    sort_positions(&mut positions, &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(positions.into_iter().filter_map(|at| taken.get_mut(at as usize)?.take()));
}

/// Adds a number to a sorted list that has each once.
pub fn put<T: Ord>(list: &mut Vec<T>, number: T) {
    if let Err(place) = list.binary_search(&number) {
        list.insert(place, number);
    }
}

#[cfg(test)]
mod tests {
    use super::{put, sort_by};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(mut list: Vec<(u8, u16)>) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut list, &|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(list, expected);
        }

        #[test]
        fn what_is_put_in_is_there_once_and_in_order(numbers: Vec<u8>) {
            let mut list = Vec::new();
            numbers.iter().for_each(|number| put(&mut list, *number));
            let expected: Vec<u8> = std::collections::BTreeSet::from_iter(numbers).into_iter().collect();
            prop_assert_eq!(list, expected);
        }
    }
}
