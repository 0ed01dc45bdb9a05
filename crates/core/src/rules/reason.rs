//! Why a value cannot be had: a smallest set of picks, and of constraints, that exclude it together.
//!
//! QuickXplain (Junker, *QUICKXPLAIN: Preferred Explanations and Relaxations for Over-Constrained Problems*, AAAI 2004): what comes first in the
//! list is kept out of the reason when it can be.

use super::Either;

/// Why a value cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reason {
    /// The picks at work, as variable and value. None of them could be left out.
    pub picks: Vec<(usize, Either)>,
    /// The constraints at work, as the groups that were asked for. None of them could be left out.
    pub constraints: Vec<usize>,
}

/// The smallest part of `items` that is in conflict, when all of them are; `consistent` says of a part whether it is not. Smallest means that
/// nothing of it can be left out.
pub fn explain<T: Copy>(items: &[T], consistent: &mut dyn FnMut(&[T]) -> bool) -> Vec<T> {
    if consistent(items) {
        return Vec::new();
    }
    let mut background = Vec::new();
    split(&mut background, true, items, consistent)
}

/// `fresh`: `background` has not been looked at since it grew.
fn split<T: Copy>(
    background: &mut Vec<T>,
    fresh: bool,
    items: &[T],
    consistent: &mut dyn FnMut(&[T]) -> bool,
) -> Vec<T> {
    if items.is_empty() || fresh && !consistent(background) {
        return Vec::new();
    }
    if let [one] = items {
        return vec![*one];
    }
    let (first, second) = items.split_at(items.len() / 2);
    let depth = background.len();
    background.extend_from_slice(first);
    let mut found = split(background, true, second, consistent);
    background.truncate(depth);
    background.extend_from_slice(&found);
    let rest = split(background, !found.is_empty(), first, consistent);
    background.truncate(depth);
    found.extend(rest);
    found
}
