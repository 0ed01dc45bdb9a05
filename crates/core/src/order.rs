//! One merge sort for all lists: each closure given to `slice::sort_by` brings one along, half a kilobyte each (`docs/decisions/size.md`).

use std::cmp::Ordering;

/// Sorts positions, stably, by what stands at them.
#[inline(never)]
pub fn sort_positions(list: &mut [u32], order: &dyn Fn(usize, usize) -> Ordering) {
    list.sort_by(|a, b| order(*a as usize, *b as usize));
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

#[cfg(test)]
mod tests {
    use super::sort_by;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(mut list: Vec<(u8, u16)>) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut list, &|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(list, expected);
        }
    }
}
