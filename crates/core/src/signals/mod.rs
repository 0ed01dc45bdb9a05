//! What the page itself says, without any work by the merchant: entries of the data layer (Google Analytics 4 and Google Consent Mode) and
//! JSON-LD (schema.org). One odd field never costs the rest.
//!
//! Sources: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>,
//! <https://developers.google.com/tag-platform/security/guides/consent>, <https://schema.org/Product>.

mod json_ld;

pub use json_ld::{PageItem, PageKind, current_item, json_ld};

use crate::history::{Event, EventKind, checked_id};
use crate::number::Digits;
use crate::value::Value;

/// Something that happens now. [`Signal::at`] makes it an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// What.
    pub kind: EventKind,
    /// The item, as the page calls it.
    pub item: Option<String>,
    /// What was searched for.
    pub query: Option<String>,
    /// The facets of what was chosen.
    pub facets: Vec<(String, String)>,
}

impl Signal {
    /// Something done with an item.
    pub fn item(kind: EventKind, id: impl Into<String>) -> Signal {
        Signal { kind, item: Some(id.into()), query: None, facets: Vec::new() }
    }

    /// A search.
    pub fn search(query: impl Into<String>) -> Signal {
        Signal { kind: EventKind::Search, item: None, query: Some(query.into()), facets: Vec::new() }
    }

    /// Choices in a configurator: the item, when it is known, and the facets of what was chosen.
    pub fn configure(item: Option<String>, facets: Vec<(String, String)>) -> Signal {
        Signal { kind: EventKind::Configure, item, query: None, facets }
    }

    /// The event, `at` milliseconds after the Unix epoch.
    pub fn at(self, at: i64) -> Event {
        Event { at, kind: self.kind, item: self.item, query: self.query, facets: self.facets }
    }
}

// An order has so many different items at most that are worth remembering.
const MAX_ITEMS: usize = 50;

/// What one entry of the data layer says the shopper does. Takes the form of Google Tag Manager (`{event, ecommerce: {items}}`), that of gtag
/// (`["event", name, params]`, as a list or as the `arguments` object with the names "0", "1", "2"), and what gtag makes of it in a container
/// (`{event, eventModel}`). Lists that were merely shown say nothing, and neither do Haberdash's own entries.
pub fn data_layer(entry: &Value) -> Vec<Signal> {
    let Some((name, params)) = named_event(entry) else { return Vec::new() };
    let kind = match name {
        "view_item" => EventKind::View,
        "select_item" => EventKind::Click,
        "add_to_cart" | "begin_checkout" => EventKind::CartAdd,
        "remove_from_cart" => EventKind::CartRemove,
        "add_to_wishlist" => EventKind::Wish,
        "purchase" => EventKind::Purchase,
        "search" | "view_search_results" => EventKind::Search,
        // This covers `haberdash_customize` and whatever else we write there ourselves.
        _ => return Vec::new(),
    };
    // Where the parameters may be, the most specific place first.
    let places = [params.get("ecommerce"), params.get("eventModel"), Some(params)];
    let find = |name: &str| places.iter().flatten().find_map(|place| place.get(name));
    if kind == EventKind::Search {
        let query = find("search_term").and_then(Value::as_str).unwrap_or("").trim();
        return if query.is_empty() { Vec::new() } else { vec![Signal::search(query)] };
    }
    let items = find("items").and_then(Value::as_array).unwrap_or(&[]);
    let mut signals: Vec<Signal> = Vec::new();
    for item in items.iter().take(MAX_ITEMS) {
        let id = item.get("item_id").and_then(id_text).or_else(|| item.get("item_name").and_then(id_text));
        if let Some(signal) = id.map(|id| Signal::item(kind, id))
            && !signals.contains(&signal)
        {
            signals.push(signal);
        }
    }
    signals
}

/// An entry of Google Consent Mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// An update, after the shopper was asked; otherwise a default.
    pub update: bool,
    /// It holds for some regions only.
    pub regional: bool,
    /// `personalization_storage`: granted, denied, or not named.
    pub personalization: Option<bool>,
    /// `functionality_storage`: granted, denied, or not named.
    pub functionality: Option<bool>,
}

/// What one entry of the data layer says about consent: `["consent", "default" | "update", {…}]`, as a list or as an `arguments` object.
pub fn consent(entry: &Value) -> Option<Consent> {
    if argument(entry, 0)?.as_str()? != "consent" {
        return None;
    }
    let update = match argument(entry, 1)?.as_str()? {
        "update" => true,
        "default" => false,
        _ => return None,
    };
    let params = argument(entry, 2)?;
    let answer = |name: &str| match params.get(name)?.as_str()? {
        "granted" => Some(true),
        "denied" => Some(false),
        _ => None,
    };
    let regional = params.get("region").is_some_and(|region| *region != Value::Null);
    let (personalization, functionality) =
        (answer("personalization_storage"), answer("functionality_storage"));
    Some(Consent { update, regional, personalization, functionality })
}

// The name and parameters of an event in either form.
fn named_event(entry: &Value) -> Option<(&str, &Value)> {
    if let Some(name) = entry.get("event").and_then(Value::as_str) {
        return Some((name, entry));
    }
    let command = argument(entry, 0)?.as_str()?;
    (command == "event").then_some(())?;
    Some((argument(entry, 1)?.as_str()?, argument(entry, 2)?))
}

fn argument(entry: &Value, index: usize) -> Option<&Value> {
    match entry {
        Value::Array(list) => list.get(index),
        other => other.get(["0", "1", "2"].get(index)?),
    }
}

// Ids come as strings and as numbers.
fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => checked_id(text),
        other => other.as_i64().map(|number| number.digits()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::type_complexity)]
mod tests;
