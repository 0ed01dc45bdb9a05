//! What the script tag sets up for all hosts of a page.

use super::{attributes, explain, index, page, reading, registry, strip};
use crate::app::shopper::Shopper;
use crate::platform::intl::Money;
use crate::platform::json::{self, Piece, Pieces};
use crate::platform::{console, dom, fetch, now, parts};
use crate::ui::strip::Shelf;
use gloo::events::EventListener;
use haberdash_core::catalog::{Catalog, Counting, ItemsReader};
use haberdash_core::config::{self, TagConfig};
use haberdash_core::history::EventKind;
use haberdash_core::{Diagnostics, Value};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Element, HtmlElement};

/// What all hosts of a page share.
pub struct Site {
    /// The script tag, checked.
    pub tag: TagConfig,
    /// The address of the loader: what belongs to the widget lies beside it.
    pub base: String,
    /// The shopper.
    pub shopper: Rc<Shopper>,
    /// The item the page is about, by JSON-LD or the data layer.
    pub current: RefCell<Option<String>>,
    /// There is an index, and what reads it.
    pub indexed: Cell<bool>,
    shelf: OnceCell<Result<Rc<Shelf>, String>>,
    loading: RefCell<Option<js_sys::Promise>>,
    ranking: Cell<bool>,
    _listeners: RefCell<Vec<EventListener>>,
}

/// Sets the page up as the script tag says.
pub fn start(script: &Element) -> Rc<Site> {
    let mut diagnostics = Diagnostics::new();
    let list = attributes::of(script);
    let tag = config::tag(&list, &mut diagnostics);
    attributes::report("tag", &list, &diagnostics);
    let shop = tag.shop.clone().or_else(|| dom::window().location().origin().ok()).unwrap_or_default();
    let key = ["haberdash:v1:", &shop].concat();
    let shopper = Shopper::new(key.clone(), tag.consent, page::gpc(), console::warn);
    let source = script.get_attribute("src").unwrap_or_default();
    let site = Rc::new(Site {
        tag,
        base: dom::absolute(&source, "").unwrap_or_default(),
        shopper,
        current: RefCell::default(),
        indexed: Cell::new(false),
        shelf: OnceCell::new(),
        loading: RefCell::default(),
        ranking: Cell::new(false),
        _listeners: RefCell::default(),
    });
    let items = page::items();
    *site.current.borrow_mut() = items.first().and_then(|item| item.ids.first().cloned());
    // A page about many things is a list; only what a page is about was looked at.
    if let [item] = items.as_slice()
        && let Some(signal) = item.signal()
    {
        site.shopper.record(vec![signal.at(now())]);
    }
    listen(&site, key);
    registry::watch(&site);
    if let (Some(host), Some(tag_host)) = (site.tag.host.clone(), script.dyn_ref::<HtmlElement>()) {
        mount_tag(&site, tag_host, host);
    }
    site
}

/// A tag that is a host itself: a script is never drawn, so an element right after it is.
fn mount_tag(site: &Rc<Site>, script: &HtmlElement, config: config::HostConfig) {
    let made =
        dom::document().create_element("div").ok().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let (Some(host), Some(parent)) = (made, script.parent_node())
        && parent.insert_before(&host, script.next_sibling().as_ref()).is_ok()
    {
        registry::mount(site, &host, Some(config));
    }
}

/// What other tabs and the browser's page cache do.
fn listen(site: &Rc<Site>, key: String) {
    let window = dom::window();
    let shopper = Rc::clone(&site.shopper);
    let storage = EventListener::new(&window, "storage", move |event| {
        let changed = dom::get(event, "key").and_then(|key| key.as_string());
        if changed.is_none_or(|changed| changed == key) {
            shopper.refresh();
        }
    });
    let shopper = Rc::clone(&site.shopper);
    let shown = EventListener::new(&window, "pageshow", move |event| {
        if dom::get(event, "persisted").is_some_and(|flag| flag.is_truthy()) {
            shopper.refresh();
        }
    });
    site._listeners.borrow_mut().extend([storage, shown]);
    let weak = Rc::downgrade(site);
    // As long as the page lives.
    std::mem::forget(site.shopper.store.subscribe(move |_| {
        if let Some(site) = weak.upgrade() {
            strip::rank_soon(&site);
        }
    }));
}

impl Site {
    /// An entry of the page's data layer.
    pub fn data_layer(self: &Rc<Self>, entry: &Value) {
        let viewed = haberdash_core::signals::data_layer(entry)
            .into_iter()
            .find(|signal| signal.kind == EventKind::View);
        if let Some(item) = viewed.and_then(|signal| signal.item) {
            // What the page is about may be said after its strips were ranked.
            if self.current.borrow_mut().replace(item.clone()) != Some(item) {
                strip::rank_soon(self);
            }
        }
        self.shopper.data_layer(entry);
    }

    /// The interface's language at `host`.
    pub fn locale(&self, host: &Element) -> String {
        self.tag.locale.clone().unwrap_or_else(|| page::language(host))
    }

    /// Whether strips are about to be ranked anew; sets it.
    pub fn ranking(&self, value: bool) -> bool {
        self.ranking.replace(value)
    }

    /// The catalogue, fetched once for all strips. The error is a sentence.
    pub async fn shelf(self: &Rc<Self>, host: &Element) -> Result<Rc<Shelf>, String> {
        if self.shelf.get().is_none() {
            let promise = self.loading.borrow().clone();
            let promise = promise.unwrap_or_else(|| {
                let (site, locale) = (Rc::clone(self), self.locale(host));
                let promise = future_to_promise(async move {
                    let shelf = load(&site, locale).await;
                    let _ = site.shelf.set(shelf);
                    Ok(JsValue::UNDEFINED)
                });
                *self.loading.borrow_mut() = Some(promise.clone());
                promise
            });
            let _ = JsFuture::from(promise).await;
        }
        self.shelf.get().cloned().unwrap_or_else(|| Err("the catalogue cannot be loaded".to_owned()))
    }
}

async fn load(site: &Rc<Site>, locale: String) -> Result<Rc<Shelf>, String> {
    let why_not = match &site.tag.index {
        Some(folder) => index::load(site, folder).await,
        None => Some(String::new()),
    };
    site.indexed.set(why_not.is_none());
    let (catalog, base) = match (&site.tag.catalog, why_not) {
        (Some(address), why_not) => {
            if let Some(why) = why_not.filter(|why| !why.is_empty()) {
                console::warn(&[&why, "; strips are ranked by content"].concat());
            }
            whole(address).await?
        }
        (None, None) => {
            index::cards().ok_or("an index without cards needs data-catalog on the script tag")?
        }
        (None, Some(why)) if !why.is_empty() => return Err(why),
        _ => return Err("recommendations need data-catalog on the script tag".to_owned()),
    };
    let money = Money::new(&locale, catalog.currency(), false);
    let fallback = page::language(&dom::document().document_element().ok_or("no document")?);
    Ok(Rc::new(Shelf {
        catalog: RefCell::new(Rc::new(catalog)),
        fallback,
        locale,
        format: Rc::new(move |amount| money.text(amount)),
        address: Rc::new(move |address| dom::absolute(address, &base).unwrap_or_default()),
    }))
}

/// So many items are prepared in one task.
const AT_ONCE: usize = 250;

/// The catalogue at `address`, and the address that its own are relative to.
async fn whole(address: &str) -> Result<(Catalog, String), String> {
    let base = dom::absolute(address, "").ok_or("data-catalog is no address")?;
    let mut text = fetch::pieces(&base).await?;
    reading::no_product().await;
    let mut diagnostics = Diagnostics::new();
    let mut items = ItemsReader::default();
    let mut count = 0;
    let mut more = |least| text.next(least);
    let mut pieces = Pieces::new(&mut more, "items");
    let rest = loop {
        if count % AT_ONCE == 0 {
            let _ = parts::turn().await;
        }
        match pieces.take() {
            Some(Piece::Item(item)) => items.add(&item, &mut diagnostics),
            Some(Piece::Rest(rest)) => break rest,
            // It may be a list, of which more can be said.
            None => match json::parse(&text.whole()) {
                Some(all) => break all,
                None => return Err([&base, " is not JSON"].concat()),
            },
        }
        count += 1;
    };
    let Some(mut file) = Catalog::file(&rest, &mut diagnostics) else {
        let short = ["the catalogue ", address, " cannot be used; haberdash check says why"].concat();
        return Err(explain::one("catalogue", address, &text.whole(), "", &short).await);
    };
    if count > 0 {
        file.items = items.done(&mut diagnostics);
    }
    if diagnostics.has_errors() {
        let address = address.to_owned();
        spawn_local(async move {
            let text = text.whole();
            let short = ["problems in the catalogue ", &address, "; haberdash check lists them"].concat();
            explain::warn("catalogue", &address, &text, "", &short).await;
        });
    }
    let mut counting = Counting::default();
    for items in file.items.list_mut().chunks_mut(AT_ONCE) {
        let _ = parts::turn().await;
        counting.add(items);
    }
    Ok((Catalog::new(file, counting.done()), base))
}
