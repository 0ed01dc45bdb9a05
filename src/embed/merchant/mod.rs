//! What a merchant may want of a strip besides cards: rules ([`cards`]), what the page's data layer is told about it ([`lists`]), and buttons that put
//! things into the cart ([`buy`]). In the part `merchant` (`docs/decisions/parts.md`): whoever calls it has waited for that.

mod buy;
mod lists;

use super::attributes;
use super::explain;
use super::site::Site;
use super::strip::Mounted;
use crate::platform::{console, dom, fetch, now};
use gloo::events::EventListener;
use haberdash_core::Diagnostics;
use haberdash_core::catalog::{Catalog, Item};
use haberdash_core::recommend::merchant::{Rules, read};
use haberdash_core::recommend::{Neighbours, Recommendation, Request, arranged};
use js_sys::{Array, Function};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
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
}

/// An observer of the browser's that was made without bindings of its own.
struct Watcher(JsValue, #[allow(dead_code, reason = "the browser calls it")] Closure<dyn FnMut(JsValue)>);

impl Watcher {
    /// A new `class` that calls `hear` and observes `element`.
    fn new(
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

thread_local! {
    /// The lines that were written into the console: what is wrong in the catalogue is told once, and not for every strip.
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The desk of a strip, which is made when it is first needed and goes with its view.
fn desk(site: &Rc<Site>, strip: &Rc<Mounted>) -> Rc<Desk> {
    let known = strip.desk.borrow().clone().and_then(|desk| desk.downcast::<Desk>().ok());
    known.unwrap_or_else(|| {
        let desk = Rc::new(Desk {
            site: Rc::clone(site),
            strip: Rc::downgrade(strip),
            rules: RefCell::default(),
            held: RefCell::default(),
            watchers: RefCell::default(),
        });
        *strip.desk.borrow_mut() = Some(desk.clone());
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

/// A strip was drawn: it tells the data layer about itself from now on, and its cards have buttons if they are to have some.
#[inline(never)]
pub fn attend(site: &Rc<Site>, strip: &Rc<Mounted>) {
    let desk = desk(site, strip);
    if desk.held.borrow().is_empty() {
        lists::attend(&desk, strip);
        buy::attend(&desk, strip);
    }
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

/// The card that an element is in: its place in the strip, and its item's in the catalogue.
fn card_at(strip: &Mounted, element: &Element) -> Option<(usize, usize)> {
    let item = element.closest(".item").ok()??;
    let list = Array::from(&item.parent_element()?.children());
    let place = list.index_of(&item, 0);
    let place = usize::try_from(place).ok()?;
    Some((place, strip.cards.get().get(place)?.item))
}

/// The item at a place of the catalogue.
fn with_item<T>(strip: &Mounted, item: usize, get: impl FnOnce(&Item) -> T) -> Option<T> {
    let catalog = strip.shelf.catalog();
    catalog.items().get(item).map(get)
}

/// Calls a function of the page's.
fn push(layer: &str, entry: &JsValue) -> Option<()> {
    let list = dom::get(&js_sys::global(), layer)?;
    let push: Function = dom::get(&list, "push")?.dyn_into().ok()?;
    push.call1(&list, entry).ok().map(drop)
}
