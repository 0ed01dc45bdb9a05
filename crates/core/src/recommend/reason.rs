//! Why an item is shown. True, or not said: without the event that it names, the item's score would be lower.

use super::{EventKind, History};
use crate::catalog::Catalog;
use crate::history::Event;

/// Why an item is shown. Ids are as the catalogue has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is at least as popular as the typical item of the catalogue.
    Popular,
    /// It is in the shop's range, nothing more: say nothing.
    Range,
    /// It is like this item: the page's own, or one that was in the cart for a while.
    SimilarTo(String),
    /// The shopper looked at this item.
    Viewed(String),
    /// The shopper bought this item; it may be the recommended one itself, when that is used up.
    Bought(String),
    /// The shopper put this item into the cart.
    InCart(String),
    /// The shopper put this item on the wish list.
    Wished(String),
    /// The shopper searched for this, and a word of it is in the item's title, text, tags, category, brand or facets.
    Searched(String),
    /// The shopper chose this in a configurator, and the item has it.
    Designed {
        /// Facets and their values: ("color", "navy").
        facets: Vec<(String, String)>,
    },
    /// The shopper looked at the item itself, or had it in the cart or on the wish list.
    Recent,
    /// The shopper read or watched this item.
    Read(String),
    /// The merchant put it there.
    Pinned,
}

/// The reason of an item that anybody would be shown.
pub fn of_prior(catalog: &Catalog, item: usize) -> Reason {
    let popularity = catalog.items().get(item).map_or(0.0, |item| item.popularity);
    if popularity > 0.0 && popularity >= catalog.typical_popularity() {
        Reason::Popular
    } else {
        Reason::Range
    }
}

/// The reason of an item that fits: `event` is the position of the one that speaks most for it.
pub fn of_event(catalog: &Catalog, history: &History, event: usize, item: usize) -> Option<Reason> {
    let event = history.events().get(event)?;
    let named = event.item.as_deref().and_then(|id| catalog.find(id));
    match event.kind {
        EventKind::Search => return event.query.clone().map(Reason::Searched),
        EventKind::Configure => {
            let list = catalog.features().list(item);
            let has = |(name, value): &&(String, String)| {
                catalog
                    .features()
                    .facet(name, value)
                    .is_some_and(|feature| list.binary_search(&feature).is_ok())
            };
            return Some(Reason::Designed { facets: event.facets.iter().filter(has).cloned().collect() });
        }
        _ => {}
    }
    let named = named?;
    let id = catalog.items().get(named)?.id.clone();
    Some(match event.kind {
        EventKind::Purchase => Reason::Bought(id),
        _ if named == item => Reason::Recent,
        EventKind::Read => Reason::Read(id),
        EventKind::CartAdd if !taken_out(history, event) => Reason::InCart(id),
        EventKind::Wish => Reason::Wished(id),
        EventKind::View | EventKind::Click => Reason::Viewed(id),
        _ => Reason::SimilarTo(id),
    })
}

/// Whether what `event` put into the cart was taken out again later.
fn taken_out(history: &History, event: &Event) -> bool {
    history
        .events()
        .iter()
        .any(|e| e.kind == EventKind::CartRemove && e.item == event.item && e.at >= event.at)
}
