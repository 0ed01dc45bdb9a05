//! What a merchant may want of a strip besides cards: rules ([`cards`]), and buttons that put things into the cart ([`buy`]). In the part `merchant` (`docs/decisions/parts.md`): whoever calls it has waited for that.

mod buy;
mod template;

use super::attributes;
use super::explain;
use super::lists::Watcher;
use super::site::Site;
use super::strip::Mounted;
use crate::app::small;
use crate::platform::{console, dom, fetch, now};
use crate::ui::merchant as ui;
use gloo::events::EventListener;
use haberdash_core::Diagnostics;
use haberdash_core::catalog::Catalog;
use haberdash_core::recommend::merchant::{Rules, read};
use haberdash_core::recommend::{Neighbours, Recommendation, Request, arranged};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// What belongs to one strip.
struct Desk {
    site: Rc<Site>,
    strip: Weak<Mounted>,
    /// Its rules, and the catalogue that they were looked up in.
    rules: RefCell<Option<(Rc<Catalog>, Rc<Rules>)>>,
    held: RefCell<Vec<EventListener>>,
    watchers: RefCell<Vec<Watcher>>,
    /// Cards as the merchant draws them.
    copies: RefCell<Vec<template::Copy>>,
}

thread_local! {
    /// The lines that were written into the console: what is wrong in the catalogue is told once, and not for every strip.
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The desk of a strip, which is made when it is first needed and goes with its view.
fn desk(site: &Rc<Site>, strip: &Rc<Mounted>) -> Rc<Desk> {
    let known = strip.extras.borrow().iter().find_map(|extra| Rc::clone(extra).downcast::<Desk>().ok());
    known.unwrap_or_else(|| {
        let desk = Rc::new(Desk {
            site: Rc::clone(site),
            strip: Rc::downgrade(strip),
            rules: RefCell::default(),
            held: RefCell::default(),
            watchers: RefCell::default(),
            copies: RefCell::default(),
        });
        strip.extras.borrow_mut().push(desk.clone());
        desk
    })
}

/// What a strip shows under the merchant's rules.
#[inline(never)]
pub fn cards(
    site: &Rc<Site>,
    strip: &Rc<Mounted>,
    said: Option<&dyn Neighbours>,
    request: &Request,
) -> Vec<Recommendation> {
    let catalog = strip.shelf.catalog();
    let rules = desk(site, strip).rules(&catalog, &strip.config.wishes);
    let state = site.shopper.store.get();
    arranged(&catalog, (said, Some(&*rules)), &state.history, now(), request)
}

/// A strip was drawn: its cards have buttons from now on, if they are to have some.
#[inline(never)]
pub fn attend(site: &Rc<Site>, strip: &Rc<Mounted>) {
    furnish(&desk(site, strip), strip);
}

/// Gives the cards what they are to have besides, now and when others come.
fn furnish(desk: &Rc<Desk>, strip: &Rc<Mounted>) -> Option<()> {
    let (buys, template) = (buy::attend(desk, strip).is_some(), template::find(strip));
    if !buys && template.is_none() {
        return None;
    }
    let (root, shadow) = (strip.root()?, strip.host.shadow_root()?);
    small::add_sheet(&shadow, ui::styles())?;
    let weak = Rc::downgrade(desk);
    let each = move || {
        let desk = weak.upgrade()?;
        let strip = desk.strip.upgrade()?;
        let list = strip.root()?.query_selector_all(".item").ok()?;
        for (place, card) in strip.cards.get().iter().enumerate() {
            let place = list.item(place as u32).and_then(|node| node.dyn_into::<Element>().ok());
            let Some(place) = place else { continue };
            if let Some(template) = &template {
                desk.copy(&strip, template, &place, card);
            }
            if buys {
                desk.add_button(&strip, &place, card.item);
            }
        }
        Some(())
    };
    each();
    // A reason may change without the card. All of the strip is watched: the list may not be drawn yet.
    let what = ["childList", "subtree", "characterData"].map(|what| (what, JsValue::TRUE));
    let hear = move |_| {
        each();
    };
    desk.watchers.borrow_mut().extend(Watcher::new("MutationObserver", &what, &root, hear));
    Some(())
}

impl Desk {
    /// The rules, looked up in the catalogue as it is now.
    fn rules(&self, catalog: &Rc<Catalog>, wishes: &[(String, String)]) -> Rc<Rules> {
        if let Some((known, rules)) = &*self.rules.borrow()
            && Rc::ptr_eq(known, catalog)
        {
            return Rc::clone(rules);
        }
        let address = self.site.tag.catalog.as_deref().and_then(|address| dom::absolute(address, ""));
        let mut diagnostics = Diagnostics::new();
        let rules = Rc::new(read(catalog, wishes, address.is_some(), &mut diagnostics));
        if diagnostics.count() > 0 {
            let pairs = attributes::to_json(wishes);
            spawn_local(async move { tell(address.unwrap_or_default(), pairs).await });
        }
        *self.rules.borrow_mut() = Some((Rc::clone(catalog), Rc::clone(&rules)));
        rules
    }
}

/// Writes what is wrong with rules into the console.
async fn tell(address: String, pairs: String) {
    let file =
        if address.is_empty() { String::new() } else { fetch::text(&address).await.unwrap_or_default() };
    let short = "some rules of strips are not as they should be";
    for line in explain::list("rules", &address, &pairs, &file, short).await.iter() {
        let line = line.as_string().unwrap_or_default();
        let is_new = TOLD.with_borrow_mut(|told| {
            let is_new = !told.contains(&line);
            if is_new {
                told.push(line.clone());
            }
            is_new
        });
        if is_new {
            console::warn(&line);
        }
    }
}
