//! Ranks the catalogue for one strip of one page.
//!
//! What may not be shown is barred first ([`barred`]), the rest is scored, the best are taken in a total order (score, then id), strips that
//! show taste are mixed ([`diverse`]), and what is left is told why ([`reason`]). A merchant may have a word in all of that ([`merchant`]).

mod diverse;
pub mod merchant;
mod reason;

pub use reason::Reason;

use crate::catalog::{Availability, Catalog, Item, ItemKind};
use crate::history::{EventKind, History};
use crate::profile::{Profile, halved};

words! {
    /// What a strip recommends.
    pub enum Strip, "strip" {
        /// Products that fit the shopper's taste.
        ForYou = "for-you",
        /// Products like the page's own.
        Similar = "similar",
        /// What shoppers of the page's own product, or of what is in the cart, take as well. It needs an index.
        BoughtTogether = "bought-together",
        /// Products looked at lately, the latest first.
        Recent = "recent",
        /// What is popular.
        Trending = "trending",
        /// Articles and videos that fit the shopper's taste.
        Content = "content",
        /// Other products that can wear what the shopper designed last.
        YourDesign = "your-design",
    }
}

/// What an index ([`crate::index`]) says for the items of a catalogue, for one request.
pub trait Neighbours {
    /// How strongly an item goes with what the request is about, relative to what usually goes best; 0 where the index says nothing.
    fn score(&self, item: usize) -> f64;
    /// The event, by its position in the history, about the item without which the score would be lower by most.
    fn event(&self, item: usize) -> Option<usize>;
}

/// What a merchant's rules ([`merchant`]) make of a strip. Items are named by their positions.
pub trait Arrange {
    /// Whether an item may be shown again some time after it was bought.
    fn again(&self, item: usize) -> bool;
    /// The items to show, the best first, with their scores: those that are not `barred`, by what is `scored`.
    fn pick(
        &self,
        catalog: &Catalog,
        barred: &[bool],
        request: &Request,
        scored: &dyn Fn(usize) -> f64,
    ) -> Vec<(f64, usize)>;
    /// What is left to do with a list that was picked, or remembered.
    fn finish(&self, catalog: &Catalog, request: &Request, list: &mut Vec<Recommendation>);
}

/// What a strip asks for. Ids are as the page calls the items.
#[derive(Clone, Debug)]
pub struct Request {
    /// What to recommend.
    pub strip: Strip,
    /// How many at most.
    pub limit: usize,
    /// The item that the page is about.
    pub current: Option<String>,
    /// What is in the cart.
    pub in_cart: Vec<String>,
    /// What other strips of the page show already.
    pub exclude: Vec<String>,
}

impl Request {
    /// A request for `limit` items, on a page about nothing in particular with an empty cart.
    pub fn new(strip: Strip, limit: usize) -> Request {
        Request { strip, limit, current: None, in_cart: Vec::new(), exclude: Vec::new() }
    }
}

/// One item to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// Its position in [`Catalog::items`].
    pub item: usize,
    /// How well it fits, before mixing; comparable within one answer only. Of `recent`: when it was looked at, in milliseconds since the Unix
    /// epoch.
    pub score: f64,
    /// Why it is shown.
    pub reason: Reason,
}

// What popularity counts for a shopper of whom nothing is known, beside a product just looked at (1 at most).
const PRIOR: f64 = 0.3;
// How much of a good fit is down to popularity.
const POPULAR_FIT: f64 = 0.25;
// What the neighbour that goes best with what was looked at last counts: as much as choices in a configurator.
const NEIGHBOUR: f64 = 5.0;
// What likeness counts to things of another department (the first level of their category): a black shirt is no alternative to a black computer.
const ELSEWHERE: f64 = 0.5;
const DAY_MS: i64 = 86_400_000;
// Things that are used up may be shown again so long after they were bought.
const USED_UP_MS: i64 = 21 * DAY_MS;
// After so long the advantage of a new article has halved.
const NEWS_MS: i64 = 60 * DAY_MS;

/// The items to show, the best first; without an index, by content alone. Never those that are out of stock, in the cart, hidden, already
/// bought (but for what is used up, three weeks later), the page's own or excluded. The same arguments always give the same answer, in every browser.
pub fn recommend(
    catalog: &Catalog,
    index: Option<&dyn Neighbours>,
    history: &History,
    now: i64,
    request: &Request,
) -> Vec<Recommendation> {
    arranged(catalog, (index, None), history, now, request)
}

/// The same under a merchant's rules, where there are any.
pub fn arranged(
    catalog: &Catalog,
    (index, rules): (Option<&dyn Neighbours>, Option<&dyn Arrange>),
    history: &History,
    now: i64,
    request: &Request,
) -> Vec<Recommendation> {
    let profile = Profile::build(catalog, history, now);
    let current = request.current.as_deref().and_then(|id| catalog.find(id));
    let mut barred = barred(catalog, &profile, rules, now, request);
    let own = history.design().filter(|_| request.strip == Strip::YourDesign);
    // What was designed is not another product.
    if let Some(flag) = own.and_then(|own| barred.get_mut(catalog.find(&own.subject)?)) {
        *flag = true;
    }
    let strip = request.strip;
    let neighbour = |item: usize| index.map_or(0.0, |index| index.score(item));
    let prior = |item: usize| prior(catalog, item, now);
    let with_popular = |fit: f64, item: usize| fit * (1.0 + POPULAR_FIT * popularity(catalog, item));
    let alike = current.filter(|_| strip == Strip::Similar).map(|own| catalog.features().weighted(own));
    if strip == Strip::Similar && alike.is_none() {
        return Vec::new();
    }
    let department = |item: usize| catalog.items().get(item).and_then(|item| item.category.iter().next());
    let own_department = current.and_then(department);
    let scored = |item: usize| match strip {
        Strip::Recent | Strip::Trending => prior(item),
        Strip::Similar => match catalog.features().fit(alike.as_deref().unwrap_or_default(), item) {
            // Nothing in common is not similar, however popular.
            0.0 => f64::NEG_INFINITY,
            likeness => {
                let elsewhere = match (own_department, department(item)) {
                    (Some(own), Some(other)) => !own.eq_ignore_ascii_case(other),
                    _ => false,
                };
                let likeness = if elsewhere { likeness * ELSEWHERE } else { likeness };
                likeness * (1.0 + POPULAR_FIT * popularity(catalog, item) + neighbour(item))
            }
        },
        Strip::BoughtTogether if neighbour(item) > 0.0 => neighbour(item),
        Strip::YourDesign
            if own.is_some() && catalog.items().get(item).is_some_and(|item| item.product.is_some()) =>
        {
            profile.score(catalog, item) + prior(item)
        }
        Strip::BoughtTogether | Strip::YourDesign => f64::NEG_INFINITY,
        Strip::ForYou | Strip::Content => {
            with_popular(profile.score(catalog, item), item) + NEIGHBOUR * neighbour(item) + prior(item)
        }
    };
    let reason = |item: usize| match strip {
        Strip::Similar => {
            let own = current.and_then(|own| catalog.items().get(own));
            Reason::SimilarTo(own.map_or(String::new(), |own| own.id.clone()))
        }
        // Whether it wears the design, and how, shows when it is drawn.
        Strip::BoughtTogether | Strip::YourDesign => Reason::Range,
        Strip::ForYou | Strip::Content => {
            let taste = with_popular(profile.score(catalog, item), item);
            let by_index = NEIGHBOUR * neighbour(item);
            let says_most = if by_index > taste {
                index.and_then(|index| index.event(item))
            } else {
                profile.strongest(catalog, item)
            };
            let event = says_most.filter(|_| taste + by_index > prior(item));
            let reason = event.and_then(|event| reason::of_event(catalog, history, event, item));
            reason.unwrap_or_else(|| reason::of_prior(catalog, item))
        }
        Strip::Recent | Strip::Trending => reason::of_prior(catalog, item),
    };
    if strip == Strip::YourDesign {
        let mut families = Vec::new();
        for (_, item) in best(catalog, &barred, catalog.items().len(), &scored) {
            let own = family(catalog, item);
            match barred.get_mut(item) {
                Some(flag) if families.contains(&own) => *flag = true,
                _ => families.push(own),
            }
        }
    }
    let picked = match rules {
        _ if strip == Strip::Recent => Vec::new(),
        Some(rules) => rules.pick(catalog, &barred, request, &scored),
        None if matches!(strip, Strip::ForYou | Strip::Content) => {
            diverse::mix(catalog, best(catalog, &barred, enough(request.limit), &scored), request.limit)
        }
        None => best(catalog, &barred, request.limit, &scored),
    };
    let shown = |(score, item)| Recommendation { item, score, reason: reason(item) };
    let mut list: Vec<Recommendation> = picked.into_iter().map(shown).collect();
    if strip == Strip::Recent {
        list = recent(&profile, &barred, if rules.is_some() { usize::MAX } else { request.limit });
    }
    if let Some(rules) = rules {
        rules.finish(catalog, request, &mut list);
    }
    list
}

/// So many are enough to mix so many from.
fn enough(limit: usize) -> usize {
    limit.saturating_mul(4).saturating_add(16)
}

/// Whether each item may not be shown, by its position.
fn barred(
    catalog: &Catalog,
    profile: &Profile,
    rules: Option<&dyn Arrange>,
    now: i64,
    request: &Request,
) -> Vec<bool> {
    let content = request.strip == Strip::Content;
    let wrong = |item: &Item| {
        item.availability == Availability::OutOfStock || (item.kind != ItemKind::Product) != content
    };
    let mut barred: Vec<bool> = catalog.items().iter().map(wrong).collect();
    let mut bar = |item: usize| {
        if let Some(flag) = barred.get_mut(item) {
            *flag = true;
        }
    };
    let named = request.current.iter().chain(&request.in_cart).chain(&request.exclude);
    named.filter_map(|id| catalog.find(id)).for_each(&mut bar);
    profile.in_cart().iter().chain(profile.hidden()).for_each(|item| bar(*item as usize));
    for (item, at) in profile.bought() {
        let is_used_up = catalog.items().get(*item as usize).is_some_and(|item| item.consumable)
            || rules.is_some_and(|rules| rules.again(*item as usize));
        let used_up = is_used_up && now.saturating_sub(*at) >= USED_UP_MS;
        if !used_up {
            bar(*item as usize);
        }
    }
    barred
}

/// What an item that can wear a design is one of: its group, else what has its product file.
fn family(catalog: &Catalog, item: usize) -> Option<&str> {
    let item = catalog.items().get(item)?;
    item.group.as_deref().or(item.product.as_ref().map(|file| &*file.0))
}

fn popularity(catalog: &Catalog, item: usize) -> f64 {
    catalog.items().get(item).map_or(0.0, |item| item.popularity)
}

/// The score of an item for anybody: its popularity, and that an article is new.
fn prior(catalog: &Catalog, item: usize, now: i64) -> f64 {
    let Some(item) = catalog.items().get(item) else { return 0.0 };
    let published = if item.kind == ItemKind::Product { None } else { item.published_ms() };
    let news = published.map_or(0.0, |at| halved(now.saturating_sub(at), NEWS_MS));
    PRIOR * (item.popularity + 0.5 * news)
}

fn recent(profile: &Profile, barred: &[bool], limit: usize) -> Vec<Recommendation> {
    let allowed = profile.seen().iter().filter(|(item, _)| barred.get(*item as usize) == Some(&false));
    let shown = |(item, at): &(u32, i64)| Recommendation {
        item: *item as usize,
        score: *at as f64,
        reason: Reason::Recent,
    };
    allowed.take(limit).map(shown).collect()
}

/// The `limit` best items that may be shown, by score, then id. `scored` gives minus infinity for what does not qualify.
fn best(
    catalog: &Catalog,
    barred: &[bool],
    limit: usize,
    scored: &dyn Fn(usize) -> f64,
) -> Vec<(f64, usize)> {
    let mut best: Vec<(f64, usize)> = Vec::new();
    for (item, _) in barred.iter().enumerate().filter(|(_, barred)| !**barred) {
        let score = scored(item);
        if score == f64::NEG_INFINITY {
            continue;
        }
        let before = |other: &(f64, usize)| {
            other.0 > score || other.0 == score && catalog.rank(other.1) < catalog.rank(item)
        };
        let place = best.partition_point(before);
        if place < limit {
            best.truncate(limit - 1);
            best.insert(place, (score, item));
        }
    }
    best
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::type_complexity)]
mod tests;
