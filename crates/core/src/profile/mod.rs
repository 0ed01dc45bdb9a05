//! What the history adds up to: a taste over the features of the catalogue.
//!
//! Every event is a vector over features, of length one: that of its item, of the words of a search, or of the facets chosen in a
//! configurator. Taste is their sum, each times
//!
//! - the weight of its kind: buying and configuring say more than looking;
//! - time decay: half of it halves every two weeks, half every twenty minutes, so that this visit counts most;
//! - for searches, position decay: of the same search made again and again, the n-th latest counts 1/n.
//!
//! Looking at a thing, putting it into the cart and buying it are steps towards the same end: of all that was done with one item, what says
//! most counts, and the rest adds a fifth of that at most.
//!
//! It is a plain sum on purpose. Taking away an event that speaks for an item always lowers the item's score, so a reason that names it is
//! true: had it not happened, the item would rank lower. (A position among *all* events would not do that: taking one away would lift all
//! before it.)

use crate::catalog::{Catalog, Names};
use crate::history::{Event, EventKind, History};
use crate::order;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
// A shopper who puts something into the cart and is not seen to take it out again: pages do not tell reliably.
const CART_MS: i64 = 7 * DAY_MS;

/// The event that speaks most for a feature, by its position in the history, and how much.
#[derive(Clone, Copy, Debug, Default)]
struct Strongest {
    event: u32,
    share: f64,
}

/// What the history adds up to, for one catalogue. Items are positions in it.
#[derive(Clone, Debug)]
pub struct Profile {
    // Per feature: how much the shopper likes it, times the feature's own weight.
    tastes: Vec<f64>,
    strongest: Vec<Strongest>,
    // What the shopper's own doings with an item say for that item. Sorted by item.
    own: Vec<(u32, f64)>,
    seen: Vec<(u32, i64)>,
    in_cart: Vec<u32>,
    bought: Vec<(u32, i64)>,
    hidden: Vec<u32>,
}

impl Profile {
    /// Adds up `history` as of `now` (milliseconds since the Unix epoch).
    pub fn build(catalog: &Catalog, history: &History, now: i64) -> Profile {
        let mut profile = Profile {
            tastes: vec![0.0; catalog.features().count()],
            strongest: vec![Strongest::default(); catalog.features().count()],
            own: Vec::new(),
            seen: Vec::new(),
            in_cart: Vec::new(),
            bought: Vec::new(),
            hidden: Vec::new(),
        };
        let hidden = history.hidden().filter_map(|id| catalog.find(id));
        hidden.for_each(|item| order::put(&mut profile.hidden, item as u32));
        // How often each thing was done, by its number among the names.
        let (mut names, mut repeats) = (Names::default(), Vec::new());
        let mut carted: Vec<u32> = Vec::new();
        let doings = doings(catalog, history, now);
        // The latest first: that is the order of the position decay.
        for (place, event) in history.events().iter().enumerate().rev() {
            let item = event.item.as_deref().and_then(|id| catalog.find(id)).map(|item| item as u32);
            if let Some(item) = item {
                if profile.hidden.binary_search(&item).is_ok() {
                    continue;
                }
                profile.note(item, event, now, &mut carted);
            }
            // Two sets of choices are not the same thing done again.
            let again = match event.kind {
                EventKind::Configure => 1,
                kind => {
                    let name = names.intern(kind as u8, event.subject()) as usize;
                    repeats.resize(names.len(), 0);
                    repeats.get_mut(name).map_or(1, |count: &mut u32| {
                        *count += 1;
                        *count
                    })
                }
            };
            let weight = match doings.iter().find(|done| Some(done.item) == item && is_doing(event.kind)) {
                Some(done) if done.event == place => {
                    done.weight * (1.0 + 0.2 * (1.0 - 1.0 / f64::from(done.count)))
                }
                Some(_) => continue,
                None => event_weight(event, now) / f64::from(again),
            };
            profile.taste(catalog, place as u32, event, item, weight);
        }
        order::sort_by(&mut profile.own, &|a, b| a.0.cmp(&b.0));
        profile.own.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 += later.1;
            }
            same
        });
        profile
    }

    /// How well `item` fits the taste: the sum over events of their weight times the cosine between event and item. What the shopper did with
    /// the item itself counts little: it is known already.
    pub fn score(&self, catalog: &Catalog, item: usize) -> f64 {
        let own = self.own.binary_search_by_key(&(item as u32), |(item, _)| *item).ok();
        let own = own.and_then(|i| self.own.get(i)).map_or(0.0, |(_, own)| own * 0.7);
        catalog.features().fit(&self.tastes, item) - own
    }

    /// The event that speaks most for `item`, by its position in the history.
    pub fn strongest(&self, catalog: &Catalog, item: usize) -> Option<usize> {
        // Few features lead to few events.
        let mut found: Vec<(u32, f64)> = Vec::new();
        for feature in catalog.features().list(item) {
            let Some(strongest) = self.strongest.get(*feature as usize).filter(|s| s.share > 0.0) else {
                continue;
            };
            match found.iter_mut().find(|(event, _)| *event == strongest.event) {
                Some((_, sum)) => *sum += strongest.share,
                None => found.push((strongest.event, strongest.share)),
            }
        }
        let best = found.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        best.map(|(event, _)| event as usize)
    }

    /// The items looked at, read or configured, and when last; the latest first.
    pub fn seen(&self) -> &[(u32, i64)] {
        &self.seen
    }

    /// The items that were put into the cart within a week, and neither taken out nor bought since; sorted.
    pub fn in_cart(&self) -> &[u32] {
        &self.in_cart
    }

    /// The items bought, and when last; the latest first.
    pub fn bought(&self) -> &[(u32, i64)] {
        &self.bought
    }

    /// The items that the shopper does not want to see; sorted.
    pub fn hidden(&self) -> &[u32] {
        &self.hidden
    }

    // Events come latest first. `carted` are the items on which the cart's latest word has been heard.
    fn note(&mut self, item: u32, event: &Event, now: i64, carted: &mut Vec<u32>) {
        let bought = self.bought.iter().any(|(other, _)| *other == item);
        match event.kind {
            EventKind::Purchase if !bought => self.bought.push((item, event.at)),
            EventKind::View | EventKind::Click | EventKind::Read | EventKind::Configure
                if !self.seen.iter().any(|(other, _)| *other == item) =>
            {
                self.seen.push((item, event.at));
            }
            _ => {}
        }
        if matches!(event.kind, EventKind::CartAdd | EventKind::CartRemove) && !carted.contains(&item) {
            carted.push(item);
            if event.kind == EventKind::CartAdd && !bought && now.saturating_sub(event.at) < CART_MS {
                order::put(&mut self.in_cart, item);
            }
        }
    }

    fn taste(&mut self, catalog: &Catalog, place: u32, event: &Event, item: Option<u32>, weight: f64) {
        let features = catalog.features();
        match (event.kind, &event.query, item) {
            (EventKind::Configure, _, _) => {
                let mut list: Vec<u32> = Vec::new();
                let found = event.facets.iter().filter_map(|(name, value)| features.facet(name, value));
                found.for_each(|feature| order::put(&mut list, feature));
                self.add(catalog, place, &list, weight);
            }
            (EventKind::Search, Some(query), _) => {
                self.add(catalog, place, &features.of_query(query), weight)
            }
            (_, _, Some(item)) => {
                let list = features.list(item as usize);
                self.add(catalog, place, list, weight);
                if !list.is_empty() {
                    self.own.push((item, weight));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, catalog: &Catalog, place: u32, list: &[u32], weight: f64) {
        let features = catalog.features();
        let squares: f64 = list.iter().map(|f| f64::from(features.weight(*f))).map(|w| w * w).sum();
        if squares <= 0.0 {
            return;
        }
        let scale = weight / squares.sqrt();
        for feature in list {
            let own = f64::from(features.weight(*feature));
            let share = scale * own * own;
            if let Some(taste) = self.tastes.get_mut(*feature as usize) {
                *taste += share;
            }
            if let Some(strongest) = self.strongest.get_mut(*feature as usize)
                && share > strongest.share
            {
                *strongest = Strongest { event: place, share };
            }
        }
    }
}

/// All that was done with one item.
struct Doing {
    item: u32,
    /// What says most, by its position in the history, and its weight.
    event: usize,
    weight: f64,
    count: u32,
}

/// What speaks for an item; the rest is searches, choices, and what was taken out of the cart.
fn is_doing(kind: EventKind) -> bool {
    use EventKind::{CartAdd, Click, Purchase, Read, View, Wish};
    matches!(kind, View | Click | CartAdd | Wish | Purchase | Read)
}

fn doings(catalog: &Catalog, history: &History, now: i64) -> Vec<Doing> {
    let mut list: Vec<Doing> = Vec::new();
    for (event, done) in history.events().iter().enumerate().filter(|(_, event)| is_doing(event.kind)) {
        let Some(item) = done.item.as_deref().and_then(|id| catalog.find(id)) else { continue };
        let (item, weight) = (item as u32, event_weight(done, now));
        match list.iter_mut().find(|doing| doing.item == item) {
            Some(doing) => {
                doing.count += 1;
                if weight >= doing.weight {
                    (doing.event, doing.weight) = (event, weight);
                }
            }
            None => list.push(Doing { item, event, weight, count: 1 }),
        }
    }
    list
}

/// How much an event says by itself.
pub(crate) fn event_weight(event: &Event, now: i64) -> f64 {
    kind_weight(event.kind) * time_decay(now.saturating_sub(event.at))
}

fn kind_weight(kind: EventKind) -> f64 {
    match kind {
        EventKind::Click => 0.5,
        EventKind::View | EventKind::Read => 1.0,
        EventKind::Purchase => 3.5,
        EventKind::Search | EventKind::Wish | EventKind::CartAdd => 3.0,
        EventKind::CartRemove => -2.0,
        EventKind::Configure => 5.0,
    }
}

fn time_decay(age_ms: i64) -> f64 {
    0.5 * halved(age_ms, 14 * DAY_MS) + 0.5 * halved(age_ms, 20 * MINUTE_MS)
}

/// 1 at age 0, halved every `half_life`, linear between: exact arithmetic, so every machine gets the same bits. For ages before 0: 1.
pub(crate) fn halved(age: i64, half_life: i64) -> f64 {
    let age = age.max(0);
    let (halvings, rest) = (age / half_life, age % half_life);
    let whole = if halvings < 60 { 1.0 / (1_u64 << halvings) as f64 } else { 0.0 };
    whole * (1.0 - 0.5 * (rest as f64 / half_life as f64))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::type_complexity)]
mod tests;
