//! What goes with the neighbours of an item goes with it too, if less: a walk of two steps (as Cooper, Lee, Radzik and Siantos 2014, "Random walks in
//! recommender systems"). It fills the rows of items that few had, and tells chance from custom in the others.
//!
//! To a row the rows of its first neighbours are added, each as strongly as the neighbour is of all of them, all together by the setting
//! [`further`](Settings::further).

use super::count::{self, Built, Settings, strongest};
use super::events::Sequences;
use super::features::Features;
use super::threads;

/// The rows of so many neighbours are added: what the others say changes nothing.
const STEPS: usize = 20;
/// Before that a row has so many neighbours.
const KEPT: usize = 50;

/// Counts the rows of all items, or of those that are `true` in `only`, and cuts them to `neighbours`.
pub fn rows(
    sequences: &Sequences,
    features: &Features,
    settings: &Settings,
    neighbours: usize,
    only: Option<&[bool]>,
) -> Built {
    if settings.further <= 0.0 {
        return count::rows(sequences, features, settings, neighbours, only);
    }
    let kept = neighbours.max(KEPT);
    let mut built = count::rows(sequences, features, settings, kept, only);
    if let Some(only) = only {
        let mut reached = vec![false; built.rows.len()];
        for (item, _) in built.rows.iter().flat_map(|row| row.iter().take(STEPS)) {
            reached[*item as usize] = !only[*item as usize];
        }
        let more = count::rows(sequences, features, settings, kept, Some(&reached));
        for (item, row) in more.rows.into_iter().enumerate().filter(|(item, _)| reached[*item]) {
            built.rows[item] = row;
        }
    }
    built.rows = mixed(&built.rows, settings.further, neighbours, only);
    built
}

/// Adds to each row those of its neighbours, by `further`.
fn mixed(
    rows: &[Vec<(u32, f32)>],
    further: f32,
    neighbours: usize,
    only: Option<&[bool]>,
) -> Vec<Vec<(u32, f32)>> {
    let scratch = || (vec![0.0_f32; rows.len()], Vec::new());
    threads::each(rows.len(), scratch, |item, (sums, touched): &mut (Vec<f32>, Vec<u32>)| {
        if only.is_some_and(|only| !only[item]) {
            return Vec::new();
        }
        let mut add = |other: u32, strength: f32| {
            let sum = &mut sums[other as usize];
            if *sum == 0.0 {
                touched.push(other);
            }
            *sum += strength;
        };
        let own = &rows[item];
        own.iter().for_each(|(other, strength)| add(*other, *strength));
        let first = &own[..own.len().min(STEPS)];
        let all: f32 = first.iter().map(|(_, strength)| strength).sum();
        for (between, strength) in first {
            let weight = further * strength / all;
            for (other, strength) in
                rows[*between as usize].iter().filter(|(other, _)| *other as usize != item)
            {
                add(*other, weight * strength);
            }
        }
        let list = touched.drain(..).map(|other| (other, std::mem::take(&mut sums[other as usize])));
        strongest(list.collect(), neighbours)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_with_a_neighbour_is_added_by_its_share() {
        // 0 goes with 1 and 2, 1 with 3, 2 with 0 and 3; nothing is known of 3.
        let rows = [vec![(1, 3.0), (2, 1.0)], vec![(3, 4.0)], vec![(0, 2.0), (3, 2.0)], vec![]];
        let far = mixed(&rows, 0.5, 20, None);
        // 3 by 1: 0.5 × 3/4 × 4; by 2: 0.5 × 1/4 × 2. An item is no neighbour of its own.
        assert_eq!(far[0], [(1, 3.0), (3, 1.75), (2, 1.0)]);
        // 2 leads to 0 and back, and by 0 to 1: 0.5 × 2/4 × 3.
        assert_eq!(far[2], [(0, 2.0), (3, 2.0), (1, 0.75)]);
        assert!(far[3].is_empty());
        assert_eq!(mixed(&rows, 0.5, 2, None)[0], [(1, 3.0), (3, 1.75)]);
        let only = mixed(&rows, 0.5, 20, Some(&[false, true, false, false]));
        assert_eq!(only, [vec![], vec![(3, 4.0)], vec![], vec![]]);
    }

    #[test]
    fn some_rows_are_as_among_all() {
        let sequences =
            Sequences::new((0..40_u32).map(|at| vec![at % 7, (at * 3) % 11, at % 5, (at * 7) % 11]));
        let features = Features { of: vec![Vec::new(); 11], with: Vec::new() };
        let settings = Settings { further: 0.75, ..super::super::learn::START };
        let all = rows(&sequences, &features, &settings, 4, None);
        let only: Vec<bool> = (0..11).map(|item| item % 3 == 0).collect();
        let some = rows(&sequences, &features, &settings, 4, Some(&only));
        for item in (0..11).filter(|item| only[*item]) {
            assert_eq!(some.rows[item], all.rows[item]);
        }
        let near = count::rows(&sequences, &features, &settings, 4, None);
        assert_ne!(near.rows, all.rows);
    }
}
