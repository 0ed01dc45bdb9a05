//! Buttons on cards that put an item into the shop's cart, for items that need no choice.
//!
//! As a configurator's, such an item goes through a form of the shop's own: `data-buy` names it. Its fields are filled in, and it is sent like a shopper
//! would. A theme that listens to `submit` takes it from there; where none does, the widget sends it and the shopper stays on the page. With
//! `data-buy="event"` or `data-cart="none"` the page does all of it.

use super::Desk;
use crate::embed::lists::{self, card_at, with_item};
use crate::embed::strip::Mounted;
use crate::platform::{console, dom, json, now};
use crate::ui::merchant::{self as ui, State};
use crate::ui::strip::Shelf;
use gloo::events::EventListener;
use haberdash_core::Value;
use haberdash_core::catalog::{Availability, Item, ItemKind};
use haberdash_core::config::CartKind;
use haberdash_core::history::EventKind;
use haberdash_core::number::Digits;
use haberdash_core::signals::Signal;
use js_sys::{Array, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlFormElement};

/// How things get into the cart.
enum Way {
    /// The page hears the event and does it.
    Event,
    /// A form of the shop's.
    Form(HtmlFormElement),
}

/// What became of it.
enum Sent {
    /// The theme took the form.
    ByTheme,
    /// It is on its way: a promise of an answer.
    Later(Promise),
    /// It cannot be sent.
    Not,
}

impl Desk {
    /// How things get into the cart; the error is a sentence.
    fn way(&self, strip: &Mounted) -> Option<Result<Way, &'static str>> {
        let (_, text) = strip.config.wishes.iter().find(|(name, _)| name == "buy")?;
        let text = text.trim();
        if text == "event" || self.site.tag.cart == CartKind::None {
            return Some(Ok(Way::Event));
        }
        let form = dom::find(text).and_then(|found| found.dyn_into().map_err(|_| "is no form"));
        Some(form.map(Way::Form))
    }
}

/// Hears buttons, if cards are to have some.
pub(super) fn attend(desk: &Rc<Desk>, strip: &Rc<Mounted>) -> Option<()> {
    if let Err(why) = desk.way(strip)? {
        let (_, text) = strip.config.wishes.iter().find(|(name, _)| name == "buy")?;
        console::warn(&["data-buy: \"", text, "\" ", why, "; cards have no buttons"].concat());
        return None;
    }
    let root = strip.root()?;
    let status = ui::status(&strip.shelf.locale)?;
    root.append_child(&status).ok()?;
    let weak = Rc::downgrade(desk);
    desk.held.borrow_mut().push(EventListener::new(&root, "click", move |event| {
        let target = event.target().and_then(dom::element);
        let button = target.and_then(|target| target.closest(".add").ok().flatten());
        if let (Some(desk), Some(button)) = (weak.upgrade(), button) {
            desk.press(button, status.clone());
        }
    }));
    Some(())
}

/// Whether an item needs no choice, as far as the catalogue knows.
fn is_plain(item: &Item) -> bool {
    item.kind == ItemKind::Product
        && item.product.is_none()
        && item.price.is_some()
        && item.availability == Availability::InStock
}

impl Desk {
    /// Gives a card its button, if it can have one.
    pub(super) fn add_button(&self, strip: &Mounted, place: &Element, item: usize) -> Option<()> {
        if place.query_selector(".add").ok()?.is_some() {
            return None;
        }
        let locale = &strip.shelf.locale;
        let button = with_item(strip, item, |item| {
            is_plain(item).then(|| ui::button(locale, item.title.get(locale, &strip.shelf.fallback)))
        });
        let button = button.flatten().flatten()?;
        place.append_child(&button).ok().map(drop)
    }

    /// A button was pressed.
    fn press(self: &Rc<Self>, button: Element, status: Element) -> Option<()> {
        let strip = self.strip.upgrade()?;
        if ui::is_busy(&button) {
            return None;
        }
        // Where a browser does not move the keyboard there by itself: cards stay where they are while the shopper is in them.
        dom::focus(Some(button.clone()));
        let (place, item) = card_at(&strip, &button.closest(".item").ok()??)?;
        let catalog = strip.shelf.catalog();
        let item = catalog.items().get(item)?.clone();
        let detail = json::to_js(&detail(&strip, &item));
        if !dom::dispatch(&strip.host, "haberdash:add-to-cart", &detail, true) {
            return None;
        }
        let by_page = dom::get(&detail, "done").map(|done| Promise::resolve(&done));
        let sent = match (by_page, self.way(&strip)) {
            (Some(done), _) => Sent::Later(done),
            (None, Some(Ok(Way::Event))) => Sent::Later(Promise::resolve(&JsValue::TRUE)),
            (None, Some(Ok(Way::Form(form)))) => send(&form, &strip.shelf, &item),
            _ => Sent::Not,
        };
        let locale = strip.shelf.locale.clone();
        let title = item.title.get(&locale, &strip.shelf.fallback).to_owned();
        let show = move |state| ui::show(&button, &status, &locale, &title, state);
        let desk = Rc::clone(self);
        match sent {
            Sent::Not => show(State::Failed),
            Sent::ByTheme => {
                show(State::Done);
                // The theme tells the analytics itself.
                desk.remember(&item);
            }
            Sent::Later(promise) => {
                show(State::Busy);
                spawn_local(async move {
                    let is_done = JsFuture::from(promise).await.is_ok_and(|answer| {
                        // An answer of the shop's, or whatever the page promised.
                        dom::get(&answer, "ok").map_or(answer != JsValue::FALSE, |ok| ok.is_truthy())
                    });
                    show(if is_done { State::Done } else { State::Failed });
                    if is_done {
                        desk.added(&item, place);
                    }
                });
            }
        }
        Some(())
    }

    /// An item is in the cart: the data layer is told, and so the history learns of it, once.
    fn added(&self, item: &Item, place: usize) -> Option<()> {
        self.remember(item);
        let strip = self.strip.upgrade()?;
        let Value::Object(mut fields) = lists::described(&strip, item, Some(place)) else { return None };
        fields.push(("quantity".into(), Value::from(1_i64)));
        let value = item.price.map_or(Value::Null, |price| lists::major(&strip, price.0));
        let currency = strip.shelf.catalog().currency().0.as_ref().to_owned();
        let items = Value::Array(vec![Value::Object(fields)]);
        let ecommerce = [("currency", currency.into()), ("value", value), ("items", items)];
        lists::tell(&self.site, "add_to_cart", Value::record(ecommerce))
    }

    /// The same that the data layer says within half an hour counts once.
    fn remember(&self, item: &Item) {
        self.site.shopper.record(vec![Signal::item(EventKind::CartAdd, &*item.id).at(now())]);
    }
}

/// What the event says.
fn detail(strip: &Mounted, item: &Item) -> Value {
    let shelf = &strip.shelf;
    let price = item.price.map_or(0, |price| price.0);
    Value::record([
        ("item", Value::from(item.id.as_str())),
        ("title", item.title.get(&shelf.locale, &shelf.fallback).into()),
        ("url", (shelf.address)(&item.url.0).into()),
        ("strip", strip.config.strip.word().into()),
        ("unit_price", Value::from(price)),
        ("currency", shelf.catalog().currency().0.as_ref().to_owned().into()),
        ("price_text", (shelf.format)(price).into()),
        ("quantity", Value::from(1_i64)),
    ])
}

/// Fills a form in and sends it.
fn send(form: &HtmlFormElement, shelf: &Shelf, item: &Item) -> Sent {
    let filled = fill(form, shelf, item);
    let answer: Rc<Cell<Option<Sent>>> = Rc::default();
    let heard = Rc::clone(&answer);
    let own = form.clone();
    // The last to hear of it: whoever wants to take it has.
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&dom::window(), "submit", options, move |event| {
        if event.target().is_none_or(|target| *target.unchecked_ref::<Element>() != **own) {
            return;
        }
        if event.default_prevented() {
            heard.set(Some(Sent::ByTheme));
        } else {
            event.prevent_default();
            heard.set(Some(post(&own).map_or(Sent::Not, Sent::Later)));
        }
    });
    dom::call(form, "requestSubmit", &[]);
    drop(listener);
    for (field, value) in filled {
        let _ = Reflect::set(&field, &"value".into(), &value.into());
    }
    answer.take().unwrap_or(Sent::Not)
}

/// Puts what is known of an item in the place of `{id}`, `{title}`, `{price}` and so on, in the values of all fields; those that changed, with what they
/// held.
fn fill(form: &HtmlFormElement, shelf: &Shelf, item: &Item) -> Vec<(JsValue, String)> {
    let price = item.price.map_or(String::new(), |price| price.0.digits());
    let image = item.image.as_ref().map_or(String::new(), |image| (shelf.address)(&image.0));
    let known = [
        ("{id}", item.id.clone()),
        ("{title}", item.title.get(&shelf.locale, &shelf.fallback).to_owned()),
        ("{price}", price),
        ("{currency}", shelf.catalog().currency().0.as_ref().to_owned()),
        ("{url}", (shelf.address)(&item.url.0)),
        ("{image}", image),
    ];
    let mut filled = Vec::new();
    for field in Array::from(&form.elements()).iter() {
        let Some(held) = dom::get(&field, "value").and_then(|value| value.as_string()) else { continue };
        // One after the other: what was put in is not looked through again.
        let mut value = String::new();
        let mut rest = held.as_str();
        while let Some(at) = rest.find('{') {
            let (before, behind) = rest.split_at(at);
            value.push_str(before);
            let found = known.iter().find(|(name, _)| behind.starts_with(name));
            value.push_str(found.map_or("{", |(_, text)| text));
            rest = behind.get(found.map_or(1, |(name, _)| name.len())..).unwrap_or_default();
        }
        value.push_str(rest);
        if value != held && Reflect::set(&field, &"value".into(), &value.into()).is_ok() {
            filled.push((field, held));
        }
    }
    filled
}

/// Sends a form as a browser would, and stays on the page.
fn post(form: &HtmlFormElement) -> Option<Promise> {
    // Fields may be called `action` or `method`.
    let attribute = |name: &str| form.get_attribute(name).unwrap_or_default();
    let data = dom::construct("FormData", &[form.into()])?;
    let body = match &*attribute("enctype") {
        "multipart/form-data" => data,
        _ => dom::construct("URLSearchParams", &[data])?,
    };
    let address = dom::absolute(&attribute("action"), "")?;
    let options = js_sys::Object::new();
    let url = if attribute("method").eq_ignore_ascii_case("post") {
        Reflect::set(&options, &"method".into(), &"POST".into()).ok()?;
        Reflect::set(&options, &"body".into(), &body).ok()?;
        address
    } else {
        let text = dom::call(&body, "toString", &[])?.as_string()?;
        let page = address.split(['?', '#']).next().unwrap_or_default();
        [page, "?", &text].concat()
    };
    dom::call(&dom::window(), "fetch", &[url.into(), options.into()])?.dyn_into().ok()
}
