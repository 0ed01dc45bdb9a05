//! Cards as a merchant draws them: `data-template` names a `<template>` in the page, of which each card gets a copy. The copy is in the page's own tree and shown through a
//! slot, so the page's style sheets are what it looks like. It is filled where `data-field` says so, with texts, the address of a link and of a picture, and
//! nothing else.

use super::Desk;
use crate::embed::lists::with_item;
use crate::embed::strip::Mounted;
use crate::platform::{console, dom};
use crate::ui::merchant as ui;
use crate::ui::strip::reason;
use haberdash_core::catalog::Item;
use haberdash_core::number::Digits;
use haberdash_core::recommend::Recommendation;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What `data-field` may say.
const FIELDS: [&str; 8] = ["title", "price", "was", "reason", "badge", "brand", "image", "url"];

/// A card in the page's own tree.
pub(super) struct Copy {
    /// The place in the strip that it is shown in.
    place: Element,
    element: Element,
}

impl Drop for Copy {
    fn drop(&mut self) {
        self.element.remove();
    }
}

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// The template of a strip; `None` where it has none, which is told when it should have one.
pub(super) fn find(strip: &Mounted) -> Option<Element> {
    let (_, selector) = strip.config.wishes.iter().find(|(name, _)| name == "template")?;
    let found = dom::find(selector.trim());
    let found = found.and_then(|found| match dom::get(&found, "content") {
        Some(_) => Ok(found),
        None => Err("is no template"),
    });
    match found {
        Ok(found) => {
            told(&found);
            Some(found.into())
        }
        Err(why) => {
            console::warn(&["data-template: \"", selector, "\" ", why, "; cards are as usual"].concat());
            None
        }
    }
}

/// Says which fields of a template there are not.
fn told(template: &Element) -> Option<()> {
    let content = dom::get(template, "content")?;
    let list = dom::call(&content, "querySelectorAll", &["[data-field]".into()])?;
    for element in js_sys::Array::from(&list).iter().filter_map(|element| element.dyn_into::<Element>().ok())
    {
        let names = element.get_attribute("data-field").unwrap_or_default();
        for name in names.split_ascii_whitespace().filter(|name| !FIELDS.contains(name)) {
            console::warn(&["data-field: \"", name, "\" is none of ", &FIELDS.join(", ")].concat());
        }
    }
    Some(())
}

impl Desk {
    /// Gives the place of a card its copy of the template, and fills it.
    pub(super) fn copy(
        &self,
        strip: &Mounted,
        template: &Element,
        place: &Element,
        card: &Recommendation,
    ) -> Option<()> {
        let mut copies = self.copies.borrow_mut();
        copies.retain(|copy| copy.place.is_connected());
        let known = copies.iter().find(|copy| copy.place == *place).map(|copy| copy.element.clone());
        let element = match known {
            Some(element) => element,
            None => {
                let content = dom::get(template, "content")?;
                let copy = dom::call(&dom::document(), "importNode", &[content, JsValue::TRUE])?;
                let element: Element = dom::get(&copy, "firstElementChild")?.dyn_into().ok()?;
                let name = ["haberdash-card-", &NEXT.replace(NEXT.get() + 1).digits()].concat();
                let slot = dom::document().create_element("slot").ok()?;
                slot.set_attribute("name", &name).ok()?;
                element.set_attribute("slot", &name).ok()?;
                place.append_child(&slot).ok()?;
                strip.host.append_child(&element).ok()?;
                copies.push(Copy { place: place.clone(), element: element.clone() });
                element
            }
        };
        with_item(strip, card.item, |item| fill(strip, item, card, &element))
    }
}

/// Fills a card in; what is the same stays as it is.
fn fill(strip: &Mounted, item: &Item, card: &Recommendation, element: &Element) {
    let list = element.query_selector_all("[data-field]").ok();
    let within = (0..list.as_ref().map_or(0, |list| list.length())).filter_map(|at| list.as_ref()?.item(at));
    let within = within.filter_map(|node| node.dyn_into::<Element>().ok());
    for field in within.chain([element.clone()]) {
        let names = field.get_attribute("data-field").unwrap_or_default();
        for name in names.split_ascii_whitespace() {
            put(strip, item, card, &field, name);
        }
    }
}

fn put(strip: &Mounted, item: &Item, card: &Recommendation, field: &Element, name: &str) -> Option<()> {
    let shelf = &strip.shelf;
    let locale = &shelf.locale;
    let attribute = match (name, &*field.tag_name()) {
        ("url", "A") => Some(("href", Some((shelf.address)(&item.url.0)))),
        ("image", "IMG") => Some(("src", item.image.as_ref().map(|image| (shelf.address)(&image.0)))),
        _ => None,
    };
    if let Some((name, value)) = attribute {
        show(field, value.is_some());
        let value = value?;
        if field.get_attribute(name).as_deref() != Some(&*value) {
            field.set_attribute(name, &value).ok()?;
        }
        return Some(());
    }
    let text = match name {
        "title" => item.title.get(locale, &shelf.fallback).to_owned(),
        "price" => item.price.map(|price| (shelf.format)(price.0)).unwrap_or_default(),
        "was" => item.list_price.map(|price| (shelf.format)(price.0)).unwrap_or_default(),
        "reason" => reason(shelf, &card.reason),
        "badge" => ui::badge(locale, item).to_owned(),
        "brand" => item.brand.clone().unwrap_or_default(),
        _ => return None,
    };
    show(field, !text.is_empty());
    if field.text_content().as_deref() != Some(&*text) {
        field.set_text_content(Some(&text));
    }
    Some(())
}

/// What has nothing to say is not there.
fn show(field: &Element, is_shown: bool) {
    if field.has_attribute("hidden") == is_shown {
        let _ = if is_shown { field.remove_attribute("hidden") } else { field.set_attribute("hidden", "") };
    }
}
