//! Finds how a shop's events are best used: the latest sequences are put aside, rows are made of the others, and each setting is tried in turn (coordinate
//! search) for what finds most of what came next in those put aside. Nothing but the events is looked at.

use super::count::{Built, Settings};
use super::events::Sequences;
use super::features::Features;
use super::{further, threads};
use haberdash_core::index::{self, Method, Row, score};
use std::ops::Range;

/// Where the search begins.
pub(super) const START: Settings = Settings {
    back: 0.5,
    distance: 0.5,
    own_power: 0.5,
    other_power: 0.35,
    shrink: 5.0,
    length: 0.25,
    age: 0.0,
    trend: 0.0,
    alike: 0.1,
    alike_popular: 1.0,
    further: 0.0,
    decay: 0.65,
    repeat: 0.0,
    repeat_latest: 0.5,
    repeat_decay: 0.6,
    own: 1.0,
};

/// A setting: how it is reached, and what is tried.
type Dial = (fn(&mut Settings) -> &mut f32, &'static [f32]);

/// Those that need other rows.
const OF_ROWS: &[Dial] = &[
    (|s| &mut s.further, &[0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0]),
    (|s| &mut s.shrink, &[0.5, 1.0, 2.0, 5.0, 10.0, 20.0]),
    (|s| &mut s.other_power, &[0.0, 0.1, 0.2, 0.35, 0.5, 0.6]),
    (|s| &mut s.own_power, &[0.25, 0.4, 0.5, 0.6, 0.75]),
    // Never nothing: it is all that items have that nobody had yet.
    (|s| &mut s.alike, &[0.01, 0.05, 0.1, 0.15, 0.25]),
    (|s| &mut s.back, &[0.1, 0.2, 0.35, 0.5, 0.7, 1.0]),
    (|s| &mut s.distance, &[0.0, 0.25, 0.5, 0.75, 1.0]),
    (|s| &mut s.age, &[0.0, 1.0, 2.0, 4.0]),
    (|s| &mut s.trend, &[0.0, 0.1, 0.2, 0.35]),
    (|s| &mut s.length, &[0.0, 0.25, 0.5]),
    (|s| &mut s.alike_popular, &[0.5, 1.0, 2.0]),
];

/// Those that rows are added up by.
const OF_SUMS: &[Dial] = &[
    (|s| &mut s.repeat, &[0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0]),
    (|s| &mut s.decay, &[0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    (|s| &mut s.repeat_latest, &[0.0, 0.25, 0.5, 0.75, 1.0]),
    (|s| &mut s.repeat_decay, &[0.4, 0.5, 0.6, 0.75, 0.9]),
    (|s| &mut s.own, &[0.0, 0.5, 1.0, 2.0]),
];

/// Sequences are put aside for so many cases at most, and so many events of the others are used to try settings.
const CASES: usize = 25_000;
const EVENTS: usize = 1_000_000;
/// Of a sequence, what came next is looked for at so many moments, the latest.
const MOMENTS: usize = 10;
/// So many items of a history count.
const DEPTH: usize = 30;

/// A history, the latest first and each item once, and what came next.
struct Case {
    history: Vec<u32>,
    next: u32,
}

/// The best settings found.
pub fn learn(sequences: &Sequences, features: &Features, neighbours: u8, say: &dyn Fn(&str)) -> Settings {
    let trial = Trial::new(sequences, features, usize::from(neighbours));
    if trial.cases.len() < 50 {
        say("too few sequences to learn from: the usual settings");
        return START;
    }
    let mut settings = START;
    let mut built = trial.rows(&settings);
    let mut best = trial.found(&settings, &built);
    search(&mut settings, OF_SUMS, &mut best, |settings| (trial.found(settings, &built), None), &mut |_| {});
    for round in 0..2 {
        let before = best;
        let mut kept = None;
        search(
            &mut settings,
            OF_ROWS,
            &mut best,
            |settings| {
                let rows = trial.rows(settings);
                (trial.found(settings, &rows), Some(rows))
            },
            &mut |rows| kept = rows,
        );
        if let Some(rows) = kept {
            built = rows;
        }
        search(
            &mut settings,
            OF_SUMS,
            &mut best,
            |settings| (trial.found(settings, &built), None),
            &mut |_| {},
        );
        say(&format!(
            "learned, round {}: {best:.4} of what came next (discounted, first 20) in {} cases",
            round + 1,
            trial.cases.len()
        ));
        if best - before < 0.001 {
            break;
        }
    }
    settings
}

/// Tries each dial in turn: from where it is in both directions, as long as that is better.
fn search(
    settings: &mut Settings,
    dials: &[Dial],
    best: &mut f64,
    value: impl Fn(&Settings) -> (f64, Option<Built>),
    keep: &mut dyn FnMut(Option<Built>),
) {
    for (dial, steps) in dials {
        let now = *dial(settings);
        let at = steps.partition_point(|step| *step < now);
        let above: Vec<f32> = steps[at..].iter().copied().filter(|step| *step != now).collect();
        let below: Vec<f32> = steps[..at].iter().rev().copied().collect();
        for direction in [above, below] {
            let mut gained = false;
            for step in direction {
                let mut other = *settings;
                *dial(&mut other) = step;
                let (found, rows) = value(&other);
                if found <= *best {
                    break;
                }
                (*best, *settings, gained) = (found, other, true);
                keep(rows);
            }
            if gained {
                break;
            }
        }
    }
}

struct Trial<'s> {
    /// What rows are made of.
    train: Sequences,
    features: &'s Features,
    cases: Vec<Case>,
    /// The items whose rows are needed, and how often.
    needed: Vec<bool>,
    often: Vec<f32>,
    neighbours: usize,
}

impl Trial<'_> {
    fn new<'s>(sequences: &Sequences, features: &'s Features, neighbours: usize) -> Trial<'s> {
        // The latest, as an index is built before what it is used for.
        let all = sequences.len();
        let mut found = 0;
        let aside = (0..all).rev().take(all / 4).take_while(|at| {
            found += moments(sequences.get(*at)).len();
            found <= CASES
        });
        let kept = all - aside.count();
        // Of very many events the latest are enough.
        let mut events = 0;
        let first = (0..kept).rev().take_while(|at| {
            events += sequences.get(*at).len();
            events <= EVENTS
        });
        let first = first.last().unwrap_or(kept);
        let train = Sequences::new((first..kept).map(|at| sequences.get(at).to_vec()));
        let (mut needed, mut often) = (vec![false; features.of.len()], vec![0.0; features.of.len()]);
        let cases = (kept..all).flat_map(|at| {
            let own = sequences.get(at);
            moments(own).map(|end| Case { history: distinct(&own[..end]), next: own[end] })
        });
        let cases: Vec<Case> = cases.collect();
        for item in cases.iter().flat_map(|case| &case.history) {
            needed[*item as usize] = true;
            often[*item as usize] += 1.0;
        }
        Trial { train, features, cases, needed, often, neighbours }
    }

    fn rows(&self, settings: &Settings) -> Built {
        further::rows(&self.train, self.features, settings, self.neighbours, Some(&self.needed))
    }

    /// How much of what came next is among the first 20, those further down less (normalised discounted cumulative gain).
    fn found(&self, settings: &Settings, built: &Built) -> f64 {
        let method = method(settings, built, &self.often);
        let row = |item: usize| Row::new(String::new(), item as u32, built.own[item], &built.rows[item]);
        let rows = threads::each(built.rows.len(), || (), |item, ()| self.needed[item].then(|| row(item)));
        let of_case = |case: &Case| {
            let history: Vec<Option<&Row>> =
                case.history.iter().map(|item| rows[*item as usize].as_ref()).collect();
            let list = score(&method, &history, 20);
            let place = list.iter().position(|(item, _)| *item == case.next);
            place.map_or(0.0, |place| 1.0 / (place as f64 + 2.0).log2())
        };
        let half = self.cases.len() / 2;
        let (one, other) = self.cases.split_at(half);
        let sum = |cases: &[Case]| cases.iter().map(of_case).sum::<f64>();
        let (one, other) = std::thread::scope(|scope| {
            let thread = scope.spawn(|| sum(one));
            let other = sum(other);
            (thread.join().unwrap_or(0.0), other)
        });
        (one + other) / self.cases.len() as f64
    }
}

/// The places of a sequence that are looked for, each by what was before it.
fn moments(own: &[u32]) -> Range<usize> {
    own.len().saturating_sub(MOMENTS).max(1)..own.len()
}

/// A history as it counts: the latest first, each item once, as far back as it counts.
pub fn distinct(history: &[u32]) -> Vec<u32> {
    let mut list = index::distinct(history);
    list.truncate(DEPTH);
    list
}

/// How rows are added up, for core. `often` is how often each row is used: the mean is of the rows as they are met.
pub fn method(settings: &Settings, built: &Built, often: &[f32]) -> Method {
    let mut all = (0.0, 0.0);
    for (row, often) in built.rows.iter().zip(often) {
        if let Some((_, strongest)) = row.first() {
            let often = f64::from(*often);
            all = (all.0 + often, all.1 + often * f64::from(*strongest));
        }
    }
    // A few digits are enough, and read the same everywhere.
    let rounded = |number: f64| format!("{number:.6e}").parse().unwrap_or(number);
    Method {
        depth: DEPTH as u32,
        decay: rounded(f64::from(settings.decay)),
        repeat: rounded(f64::from(settings.repeat)),
        repeat_latest: rounded(f64::from(settings.repeat_latest)),
        repeat_decay: rounded(f64::from(settings.repeat_decay)),
        own: rounded(f64::from(settings.own)),
        mean: rounded(if all.0 > 0.0 { all.1 / all.0 } else { 0.0 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_sequence_the_latest_moments_are_cases() {
        assert_eq!(moments(&[]).len(), 0);
        assert_eq!(moments(&[7]).len(), 0);
        assert_eq!(moments(&[7, 8, 9]), 1..3);
        assert_eq!(moments(&[0; 50]), 40..50);
    }

    #[test]
    fn the_mean_is_of_rows_as_they_are_met() {
        let rows = vec![vec![(1, 4.0), (2, 1.0)], vec![(0, 1.0)], vec![]];
        let built = Built { rows, own: vec![0.0; 3], counts: vec![3.0, 1.0, 9.0] };
        assert!((method(&START, &built, &built.counts).mean - 3.25).abs() < 1e-9);
        assert!(method(&START, &built, &[0.0; 3]).mean.abs() < 1e-9);
    }

    /// Sixty kinds of eight items; who wants a kind takes three of it by chance.
    #[test]
    fn where_few_had_each_pair_neighbours_of_neighbours_count() {
        let mut state = 1_u32;
        let mut chance = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        let sequences = Sequences::new((0..1_200).map(|_| {
            let kind = chance(60);
            (0..3).map(|_| kind * 8 + chance(8)).collect()
        }));
        let features = Features { of: vec![Vec::new(); 480], with: Vec::new() };
        let settings = learn(&sequences, &features, 20, &|_| {});
        assert!(settings.further > 0.0);
        assert_eq!(settings, learn(&sequences, &features, 20, &|_| {}));
    }
}
