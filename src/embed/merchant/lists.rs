//! What the page's data layer is told about a strip, in the form of Google Analytics 4 (<https://developers.google.com/analytics/devguides/collection/ga4/reference/events>):
//! `view_item_list` when it is first seen, `select_item` when a card is followed. Only what happened is told: what a strip shows by the shopper's history is
//! inferred, and is not listed (`docs/decisions/lists-in-the-data-layer.md`).

use super::{Desk, Watcher, card_at, push, with_item};
use crate::embed::strip::Mounted;
use crate::platform::{dom, json};
use gloo::events::EventListener;
use haberdash_core::Value;
use haberdash_core::catalog::Item;
use haberdash_core::recommend::Strip;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A middle click opens a card in another tab.
const MIDDLE: f64 = 1.0;
/// So much of the cards is to be seen at least.
const SEEN: f64 = 0.5;

/// Begins to tell.
pub(super) fn attend(desk: &Rc<Desk>, strip: &Rc<Mounted>) -> Option<()> {
    let root = strip.root()?;
    let listeners = ["click", "auxclick"].map(|kind| {
        let weak = Rc::downgrade(desk);
        EventListener::new(&root, kind, move |event| {
            let is_middle = dom::get(event, "button").and_then(|button| button.as_f64()) == Some(MIDDLE);
            if let Some(desk) =
                weak.upgrade().filter(|_| (kind == "click" || is_middle) && !event.default_prevented())
            {
                desk.selected(event);
            }
        })
    });
    desk.held.borrow_mut().extend(listeners);
    let list = root.query_selector(".cards").ok()??;
    let weak = Rc::downgrade(desk);
    let hear = move |entries: JsValue| {
        let is_seen = |entry: JsValue| {
            dom::get(&entry, "intersectionRatio").and_then(|ratio| ratio.as_f64()) >= Some(SEEN)
        };
        if let Some(desk) = weak.upgrade().filter(|_| Array::from(&entries).iter().any(is_seen)) {
            desk.seen();
        }
    };
    let watcher = Watcher::new("IntersectionObserver", &[("threshold", SEEN.into())], &list, hear)?;
    desk.watchers.borrow_mut().push(watcher);
    Some(())
}

impl Desk {
    /// A card was followed.
    fn selected(&self, event: &web_sys::Event) -> Option<()> {
        let strip = self.strip.upgrade()?;
        let link = dom::element(event.target()?)?.closest("a").ok()??;
        let (place, item) = card_at(&strip, &link)?;
        let item = with_item(&strip, item, |item| described(&strip, item, Some(place)))?;
        self.tell("select_item", Value::Object(of_list(&strip, vec![item])))
    }

    /// The strip is seen for the first time.
    fn seen(&self) -> Option<()> {
        let strip = self.strip.upgrade()?;
        if strip.is_told.replace(true) {
            return None;
        }
        let catalog = strip.shelf.catalog();
        let is_same_for_all = match strip.config.strip {
            Strip::Trending | Strip::Similar => true,
            Strip::BoughtTogether => self.site.current.borrow().is_some() || strip.config.item.is_some(),
            _ => false,
        };
        let cards = strip.cards.get();
        let items = cards.iter().enumerate().filter(|_| is_same_for_all);
        let items = items.filter_map(|(place, card)| {
            catalog.items().get(card.item).map(|item| described(&strip, item, Some(place)))
        });
        self.tell("view_item_list", Value::Object(of_list(&strip, items.collect())))
    }

    /// Pushes an event of GA4. What the entry before it said of `ecommerce` is taken back first, as Google asks.
    pub(super) fn tell(&self, event: &str, ecommerce: Value) -> Option<()> {
        let layer = &self.site.tag.layer;
        push(layer, &json::to_js(&Value::record([("ecommerce", Value::Null)])))?;
        push(layer, &json::to_js(&Value::record([("event", event.into()), ("ecommerce", ecommerce)])))
    }
}

fn list_id(strip: &Mounted) -> String {
    ["haberdash_", strip.config.strip.word()].concat()
}

fn of_list(strip: &Mounted, items: Vec<Value>) -> Vec<(String, Value)> {
    let currency = strip.shelf.catalog().currency().0.to_string();
    vec![
        ("item_list_id".to_owned(), list_id(strip).into()),
        ("item_list_name".to_owned(), strip.title().into()),
        ("currency".to_owned(), currency.into()),
        ("items".to_owned(), Value::Array(items)),
    ]
}

/// An amount as GA4 has it: not in minor units.
pub(super) fn major(strip: &Mounted, amount: i64) -> Value {
    let digits = strip.shelf.catalog().currency().digits();
    Value::Number(amount as f64 / (0..digits).fold(1.0, |power, _| power * 10.0))
}

/// An item as GA4 has it.
pub(super) fn described(strip: &Mounted, item: &Item, place: Option<usize>) -> Value {
    let shelf = &strip.shelf;
    let mut fields = vec![
        ("item_id".to_owned(), Value::from(item.id.as_str())),
        ("item_name".to_owned(), item.title.get(&shelf.locale, &shelf.fallback).into()),
        ("item_list_id".to_owned(), list_id(strip).into()),
        ("item_list_name".to_owned(), strip.title().into()),
    ];
    fields.extend(place.map(|place| ("index".to_owned(), Value::from(place as i64))));
    fields.extend(item.price.map(|price| ("price".to_owned(), major(strip, price.0))));
    fields.extend(item.brand.as_deref().map(|brand| ("item_brand".to_owned(), brand.into())));
    for (level, category) in item.category.iter().take(5).enumerate() {
        let number = if level == 0 { String::new() } else { (level + 1).to_string() };
        fields.push((["item_category", &number].concat(), category.as_str().into()));
    }
    Value::Object(fields)
}
