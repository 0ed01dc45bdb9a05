//! What the page's data layer is told about a strip, in the form of Google Analytics 4 (<https://developers.google.com/analytics/devguides/collection/ga4/reference/events>):
//! `view_item_list` when it is first seen, `select_item` when a card is followed. Only what happened is told: what a strip shows by the shopper's history is
//! inferred, and is not listed (`docs/decisions/lists-in-the-data-layer.md`). In the part `lists`.

use super::site::Site;
use super::strip::Mounted;
use crate::platform::{dom, json};
use gloo::events::EventListener;
use haberdash_core::catalog::Item;
use haberdash_core::number::Digits;
use haberdash_core::recommend::Strip;
use haberdash_core::{Name, Value};
use js_sys::{Array, Function};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// A middle click opens a card in another tab.
const MIDDLE: f64 = 1.0;
/// So much of the cards is to be seen at least.
const SEEN: f64 = 0.5;

/// Tells about one strip.
struct Teller {
    site: Rc<Site>,
    strip: Weak<Mounted>,
    is_seen: Cell<bool>,
    held: RefCell<Vec<EventListener>>,
    watcher: RefCell<Option<Watcher>>,
}

/// An observer of the browser's that was made without bindings of its own.
pub(super) struct Watcher(
    JsValue,
    #[allow(dead_code, reason = "the browser calls it")] Closure<dyn FnMut(JsValue)>,
);

impl Watcher {
    /// A new `class` that calls `hear` and observes `element`.
    pub(super) fn new(
        class: &str,
        options: &[(&str, JsValue)],
        element: &Element,
        hear: impl FnMut(JsValue) + 'static,
    ) -> Option<Watcher> {
        let hear = Closure::<dyn FnMut(JsValue)>::new(hear);
        let bag = js_sys::Object::new();
        for (name, value) in options {
            js_sys::Reflect::set(&bag, &(*name).into(), value).ok()?;
        }
        let watcher = dom::construct(class, &[hear.as_ref().clone(), bag.clone().into()])?;
        dom::call(&watcher, "observe", &[element.into(), bag.into()])?;
        Some(Watcher(watcher, hear))
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        dom::call(&self.0, "disconnect", &[]);
    }
}

/// A strip was drawn: the data layer is told about it from now on.
#[inline(never)]
pub fn attend(site: &Rc<Site>, strip: &Rc<Mounted>) {
    let teller = Rc::new(Teller {
        site: Rc::clone(site),
        strip: Rc::downgrade(strip),
        is_seen: Cell::default(),
        held: RefCell::default(),
        watcher: RefCell::default(),
    });
    strip.extras.borrow_mut().push(teller.clone());
    listen(&teller, strip);
}

fn listen(teller: &Rc<Teller>, strip: &Rc<Mounted>) -> Option<()> {
    let root = strip.root()?;
    let listeners = ["click", "auxclick"].map(|kind| {
        let weak = Rc::downgrade(teller);
        EventListener::new(&root, kind, move |event| {
            let is_middle = dom::get(event, "button").and_then(|button| button.as_f64()) == Some(MIDDLE);
            let counts = (kind == "click" || is_middle) && !event.default_prevented();
            if let Some(teller) = weak.upgrade().filter(|_| counts) {
                teller.selected(event);
            }
        })
    });
    teller.held.borrow_mut().extend(listeners);
    let list = root.query_selector(".cards").ok()??;
    let weak = Rc::downgrade(teller);
    let hear = move |entries: JsValue| {
        let is_seen = |entry: JsValue| {
            dom::get(&entry, "intersectionRatio").and_then(|ratio| ratio.as_f64()) >= Some(SEEN)
        };
        if let Some(teller) = weak.upgrade().filter(|_| Array::from(&entries).iter().any(is_seen)) {
            teller.seen();
        }
    };
    let watcher = Watcher::new("IntersectionObserver", &[("threshold", SEEN.into())], &list, hear);
    *teller.watcher.borrow_mut() = watcher;
    Some(())
}

impl Teller {
    /// A card was followed.
    fn selected(&self, event: &web_sys::Event) -> Option<()> {
        let strip = self.strip.upgrade()?;
        dom::element(event.target()?)?.closest("a").ok()??;
        // A card that the merchant draws is not in the list but in the page, and shown there.
        let path = Array::from(&dom::call(event, "composedPath", &[])?);
        let mut path = path.iter().filter_map(|node| node.dyn_into::<Element>().ok());
        let place = path.find(|element| matches!(element.matches(".item"), Ok(true)))?;
        let (place, item) = card_at(&strip, &place)?;
        let item = with_item(&strip, item, |item| described(&strip, item, Some(place)))?;
        tell(&self.site, "select_item", Value::Object(of_list(&strip, vec![item])))
    }

    /// The strip is seen for the first time.
    fn seen(&self) -> Option<()> {
        let strip = self.strip.upgrade()?;
        if self.is_seen.replace(true) {
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
        tell(&self.site, "view_item_list", Value::Object(of_list(&strip, items.collect())))
    }
}

/// Pushes an event of GA4. What the entry before it said of `ecommerce` is taken back first, as Google asks.
pub(super) fn tell(site: &Site, event: &str, ecommerce: Value) -> Option<()> {
    let list = dom::get(&js_sys::global(), &site.tag.layer)?;
    let push: Function = dom::get(&list, "push")?.dyn_into().ok()?;
    let put = |entry| push.call1(&list, &json::to_js(&entry)).ok();
    put(Value::record([("ecommerce", Value::Null)]))?;
    put(Value::record([("event", event.into()), ("ecommerce", ecommerce)])).map(drop)
}

/// The card that is at a place of the list: where it is in the strip, and its item in the catalogue.
pub(super) fn card_at(strip: &Mounted, place: &Element) -> Option<(usize, usize)> {
    let list = Array::from(&dom::get(&dom::get(place, "parentElement")?, "children")?);
    let place = usize::try_from(list.index_of(place, 0)).ok()?;
    Some((place, strip.cards.get().get(place)?.item))
}

/// The item at a place of the catalogue.
pub(super) fn with_item<T>(strip: &Mounted, item: usize, get: impl FnOnce(&Item) -> T) -> Option<T> {
    let catalog = strip.shelf.catalog();
    catalog.items().get(item).map(get)
}

fn list_id(strip: &Mounted) -> String {
    ["haberdash_", strip.config.strip.word()].concat()
}

fn of_list(strip: &Mounted, items: Vec<Value>) -> Vec<(Name, Value)> {
    let currency = strip.shelf.catalog().currency().0.as_ref().to_owned();
    vec![
        ("item_list_id".into(), list_id(strip).into()),
        ("item_list_name".into(), strip.title().into()),
        ("currency".into(), currency.into()),
        ("items".into(), Value::Array(items)),
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
        ("item_id".into(), Value::from(item.id.as_str())),
        ("item_name".into(), item.title.get(&shelf.locale, &shelf.fallback).into()),
        ("item_list_id".into(), list_id(strip).into()),
        ("item_list_name".into(), strip.title().into()),
    ];
    fields.extend(place.map(|place| ("index".into(), Value::from(place as i64))));
    fields.extend(item.price.map(|price| ("price".into(), major(strip, price.0))));
    fields.extend(item.brand.as_deref().map(|brand| ("item_brand".into(), brand.into())));
    for (level, category) in item.category.iter().take(5).enumerate() {
        let number = if level == 0 { String::new() } else { (level + 1).digits() };
        fields.push((["item_category", &number].concat().into(), category.into()));
    }
    Value::Object(fields)
}
