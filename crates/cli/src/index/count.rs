//! Counts which items go with which, and makes the rows of it.
//!
//! What comes after an item within a window counts by one over a power of its distance, what comes before it the same at a discount; long sequences and old ones
//! count less. The sum is divided by powers of how often both items occur, plus a constant that keeps rare pairs from the top. What items are like is
//! added, more for popular ones, which also serves items that nobody had yet.

use super::events::Sequences;
use super::features::Features;
use super::threads;

/// How a shop's events are best used; see [`super::learn`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// What comes before an item counts so much of what comes after it.
    pub back: f32,
    /// Distance counts by its power of this, below one.
    pub distance: f32,
    /// By which powers of how often both items occur sums are divided: of the row's own, and of the neighbour.
    pub own_power: f32,
    /// See `own_power`.
    pub other_power: f32,
    /// Added to how often items occur.
    pub shrink: f32,
    /// A sequence counts by its length to this power, below one.
    pub length: f32,
    /// How much less the oldest sequence counts than the latest: by the exponential of this.
    pub age: f32,
    /// Of neighbours, how much it counts that they are bought lately more than before: a power.
    pub trend: f32,
    /// What being alike counts.
    pub alike: f32,
    /// How much more of it counts for the most popular item.
    pub alike_popular: f32,
    /// What goes with the neighbours of an item counts so much of what goes with it: see [`super::further`].
    pub further: f32,
    /// How the rows of a history are added up: see core.
    pub decay: f32,
    /// See [`haberdash_core::index::Method`].
    pub repeat: f32,
    /// The same.
    pub repeat_latest: f32,
    /// The same.
    pub repeat_decay: f32,
    /// The same.
    pub own: f32,
}

/// The rows of all items, or of some.
pub struct Built {
    /// By item its neighbours, the strongest first.
    pub rows: Vec<Vec<(u32, f32)>>,
    /// By item how strongly it leads to itself.
    pub own: Vec<f32>,
    /// By item how often it occurs, old events less.
    pub counts: Vec<f32>,
}

/// So far apart two events may be.
const WINDOW: usize = 20;
/// What is lately is the last so many parts of the sequences.
const LATELY: f32 = 32.0;
/// Added to how often an item occurs before lately is compared with ever.
const STEADY: f32 = 2.0;
/// Of one item so many events are looked at, the latest: more change nothing but the time it takes.
const MOST_EVENTS: usize = 20_000;
/// A feature that so many items have tells them apart no more.
const MOST_ALIKE: usize = 20_000;

/// What all rows need.
struct Shop<'s> {
    sequences: &'s Sequences,
    features: &'s Features,
    settings: &'s Settings,
    /// By sequence what it counts, and by item where it occurs: sequence and place.
    weights: Vec<f32>,
    starts: Vec<u32>,
    places: Vec<(u32, u32)>,
    counts: Vec<f32>,
    /// By item: one over the power of its count, times its trend.
    divided: Vec<f32>,
    /// By item what being alike to it counts.
    alike: Vec<f32>,
    distances: [f32; WINDOW + 1],
    neighbours: usize,
}

/// Counts the rows of all items, or of those that are `true` in `only`.
pub fn rows(
    sequences: &Sequences,
    features: &Features,
    settings: &Settings,
    neighbours: usize,
    only: Option<&[bool]>,
) -> Built {
    let shop = Shop::new(sequences, features, settings, neighbours);
    let items = shop.counts.len();
    let scratch = || Sums { co: vec![0.0; items], alike: vec![0.0; items], touched: Vec::new() };
    let slots = threads::each(items, scratch, |item, sums| {
        let is_asked = only.is_none_or(|only| only.get(item) == Some(&true));
        if is_asked { shop.row(item, sums) } else { (Vec::new(), 0.0) }
    });
    let (rows, own) = slots.into_iter().unzip();
    Built { rows, own, counts: shop.counts }
}

/// Sums by item, and which of them are not 0.
struct Sums {
    co: Vec<f32>,
    alike: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    fn touch(&mut self, item: usize) {
        if self.co[item] == 0.0 && self.alike[item] == 0.0 {
            self.touched.push(item as u32);
        }
    }
}

impl<'s> Shop<'s> {
    fn new(
        sequences: &'s Sequences,
        features: &'s Features,
        settings: &'s Settings,
        neighbours: usize,
    ) -> Shop<'s> {
        let items = features.of.len();
        let all = sequences.len() as f32;
        let older = |at: usize| (all - at as f32) / all;
        let ages: Vec<f32> = (0..sequences.len()).map(|at| (-older(at) * settings.age).exp()).collect();
        let (mut counts, mut lately, mut often) =
            (vec![0.0_f32; items], vec![0.0_f32; items], vec![0_u32; items + 1]);
        for ((at, own), age) in sequences.iter().enumerate().zip(&ages) {
            let late = (-older(at) * LATELY).exp();
            for item in own {
                counts[*item as usize] += age;
                lately[*item as usize] += late;
                often[*item as usize + 1] += 1;
            }
        }
        for item in 0..items {
            often[item + 1] += often[item];
        }
        let (starts, mut next) = (often.clone(), often);
        let mut places = vec![(0, 0); sequences.events()];
        for (at, own) in sequences.iter().enumerate() {
            for (place, item) in own.iter().enumerate() {
                let slot = &mut next[*item as usize];
                places[*slot as usize] = (at as u32, place as u32);
                *slot += 1;
            }
        }
        let share = counts.iter().sum::<f32>() / lately.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        let most = counts.iter().fold(1.0_f32, |most, count| most.max(*count));
        let divided = counts.iter().zip(&lately).map(|(count, lately)| {
            let trend = ((lately * share + STEADY) / (count + STEADY)).powf(settings.trend);
            trend * (count + settings.shrink).powf(-settings.other_power)
        });
        let alike = counts
            .iter()
            .map(|count| settings.alike * (1.0 + settings.alike_popular * count.ln_1p() / most.ln_1p()));
        let mut distances = [0.0; WINDOW + 1];
        for (distance, weight) in distances.iter_mut().enumerate().skip(1) {
            *weight = (distance as f32).powf(-settings.distance);
        }
        let lengths =
            sequences.iter().zip(&ages).map(|(own, age)| age * (own.len() as f32).powf(-settings.length));
        Shop {
            weights: lengths.collect(),
            divided: divided.collect(),
            alike: alike.collect(),
            sequences,
            features,
            settings,
            starts,
            places,
            counts,
            distances,
            neighbours,
        }
    }

    /// The neighbours of an item, and how strongly it leads to itself.
    fn row(&self, item: usize, sums: &mut Sums) -> (Vec<(u32, f32)>, f32) {
        let (start, end) = (self.starts[item] as usize, self.starts[item + 1] as usize);
        let start = start.max(end.saturating_sub(MOST_EVENTS));
        for (at, place) in &self.places[start..end] {
            let (own, place) = (self.sequences.get(*at as usize), *place as usize);
            let weight = self.weights[*at as usize];
            for (distance, other) in own[place + 1..].iter().take(WINDOW).enumerate() {
                sums.touch(*other as usize);
                sums.co[*other as usize] += weight * self.distances[distance + 1];
            }
            for (distance, other) in own[..place].iter().rev().take(WINDOW).enumerate() {
                sums.touch(*other as usize);
                sums.co[*other as usize] += weight * self.settings.back * self.distances[distance + 1];
            }
        }
        if self.settings.alike > 0.0 {
            for (feature, weight) in &self.features.of[item] {
                let with = &self.features.with[*feature as usize];
                for (other, own) in with.iter().filter(|_| with.len() <= MOST_ALIKE) {
                    sums.touch(*other as usize);
                    sums.alike[*other as usize] += weight * own;
                }
            }
        }
        let divided = (self.counts[item] + self.settings.shrink).powf(-self.settings.own_power);
        let (mut list, mut itself) = (Vec::with_capacity(sums.touched.len()), 0.0);
        for other in sums.touched.drain(..) {
            let at = other as usize;
            let (co, alike) = (std::mem::take(&mut sums.co[at]), std::mem::take(&mut sums.alike[at]));
            let strength = co * divided * self.divided[at];
            if at == item {
                itself = strength;
            } else {
                list.push((other, strength + alike * self.alike[at]));
            }
        }
        list.retain(|(_, strength)| *strength > 0.0);
        (strongest(list, self.neighbours), itself)
    }
}

/// The strongest `most` of a list in order, equal ones by number.
pub fn strongest(mut list: Vec<(u32, f32)>, most: usize) -> Vec<(u32, f32)> {
    let before = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if list.len() > most {
        list.select_nth_unstable_by(most, before);
        list.truncate(most);
        list.shrink_to_fit();
    }
    list.sort_unstable_by(before);
    list
}
