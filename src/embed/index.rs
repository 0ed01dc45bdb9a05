//! What an index says, from its files: only those that the history needs are fetched, side by side and once a page, and no more than [`MOST`].
//!
//! All but [`load`] is in the part `index`. Where files are missing or damaged, what is there is used.

use super::registry;
use super::site::Site;
use crate::platform::parts::Part;
use crate::platform::{console, dom, fetch, parts};
use crate::ui::strip::Shelf;
use haberdash_core::catalog::Catalog;
use haberdash_core::history::History;
use haberdash_core::index::{BLOCK, CARDS, Index, Manifest, Said, Subject, rows, score, subjects};
use haberdash_core::recommend::{Neighbours, Request, Strip};
use haberdash_core::{Diagnostics, Value};
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// So many files a page asks for, with the manifest.
const MOST: u32 = 32;
/// So many more when the shopper does something else.
const MORE: u32 = 8;
/// So many shards of rows are asked for at a time: what was done before counts little.
const ROWS: usize = 10;
/// So many items more than are shown are looked for: some may not be shown.
const SPARE: usize = 4;

/// The index of a page.
struct Desk {
    /// The address of the manifest; the other files lie below it.
    base: String,
    index: RefCell<Rc<Index>>,
    /// The cards that were fetched, as a catalogue.
    cards: RefCell<Value>,
    /// What was asked for: it is there, or known to be missing, when the promise is kept.
    asked: RefCell<Vec<(&'static str, u32, Promise)>>,
    left: Cell<u32>,
    /// So many strips have not been filled yet.
    waiting: Cell<u32>,
    latest: RefCell<Vec<Subject>>,
    told: Cell<bool>,
}

thread_local! {
    static DESK: RefCell<Option<Rc<Desk>>> = const { RefCell::new(None) };
}

fn desk() -> Option<Rc<Desk>> {
    DESK.with_borrow(Clone::clone)
}

/// Gets the head of the index in `folder`, and what reads it. What comes back says why it cannot be used.
pub async fn load(folder: &str) -> Option<String> {
    if !parts::there(parts::promise(Part::Index)).await {
        return Some("haberdash_index.wasm cannot be loaded".to_owned());
    }
    JsFuture::from(begin(folder)).await.err().map(|why| why.as_string().unwrap_or_default())
}

#[inline(never)]
fn begin(folder: &str) -> Promise {
    let address = [folder.trim_end_matches('/'), "/manifest.json"].concat();
    future_to_promise(async move {
        let base = dom::absolute(&address, "").ok_or("data-index is no address")?;
        let value = fetch::value(&base).await?;
        let manifest = Manifest::from_value(&value)
            .ok_or_else(|| [&base, " is no index, or of another version"].concat())?;
        let currency = manifest.currency.clone().map_or(Value::Null, Value::String);
        let cards =
            [("version", Value::Number(1.0)), ("currency", currency), ("items", Value::Array(Vec::new()))];
        let desk = Desk {
            base,
            index: RefCell::new(Rc::new(Index::new(manifest))),
            cards: RefCell::new(Value::record(cards)),
            asked: RefCell::default(),
            left: Cell::new(MOST - 1),
            waiting: Cell::new(strips()),
            latest: RefCell::default(),
            told: Cell::new(false),
        };
        DESK.set(Some(Rc::new(desk)));
        Ok(JsValue::UNDEFINED)
    })
}

/// How many strips there are on the page.
fn strips() -> u32 {
    dom::document().query_selector_all("[data-haberdash=recommendations]").map_or(1, |list| list.length())
}

/// The catalogue that cards are put into, and the address that theirs are relative to; `None` where the index has no cards.
#[inline(never)]
pub fn empty() -> Option<(Catalog, String)> {
    let desk = desk()?;
    let catalog = Catalog::read(&desk.cards.borrow(), &mut Diagnostics::new())?;
    Some((catalog, desk.base.clone()))
}

/// What the index says for one strip, from the files that were fetched.
#[inline(never)]
pub fn said(catalog: &Catalog, history: &History, request: &Request) -> Option<Box<dyn Neighbours>> {
    let index = Rc::clone(&desk()?.index.borrow());
    Some(Box::new(Said::new(index, catalog, subjects(history, request))))
}

/// Fetches what one strip needs. The promise is kept in any case.
#[inline(never)]
pub fn fill(site: &Rc<Site>, shelf: &Rc<Shelf>, request: &Request) -> Promise {
    let subjects = subjects(&site.shopper.store.get().history, request);
    let (request, shelf, is_whole) = (request.clone(), Rc::clone(shelf), site.tag.catalog.is_some());
    future_to_promise(async move {
        if let Some(desk) = desk() {
            desk.latest.replace(subjects.clone());
            desk.rows(&subjects).await;
            if is_whole {
                desk.names(&subjects).await;
            } else {
                desk.cards(&subjects, &request).await;
                desk.shelve(&shelf);
            }
        }
        Ok(JsValue::UNDEFINED)
    })
}

/// Fetches what all strips need now, then ranks them.
#[inline(never)]
pub fn follow(site: &Rc<Site>, rank: fn(&Rc<Site>)) {
    let Some(desk) = desk() else { return };
    let strips = registry::strips();
    desk.waiting.set(strips.len() as u32);
    let latest = subjects(&site.shopper.store.get().history, &Request::new(Strip::ForYou, 1));
    if latest.first().map(|one| &one.id) != desk.latest.borrow().first().map(|one| &one.id) {
        desk.left.set(desk.left.get().max(MORE));
    }
    let site = Rc::clone(site);
    spawn_local(async move {
        let all: Array = strips.iter().map(|strip| strip.fill(&site)).collect();
        let _ = JsFuture::from(Promise::all(&all)).await;
        rank(&site);
    });
}

impl Desk {
    /// Fetches the rows of `subjects`, as far back as they count.
    async fn rows(self: &Rc<Self>, subjects: &[Subject]) {
        let mut wanted: Vec<u32> = Vec::new();
        {
            let index = self.index.borrow();
            for shard in subjects.iter().flat_map(|subject| index.shards_of(&subject.id)) {
                if wanted.len() < ROWS && !wanted.contains(&shard) {
                    wanted.push(shard);
                }
            }
        }
        self.get("rows", &wanted).await;
    }

    /// The numbers of what the rows at hand say most for, the best first.
    fn best(&self, subjects: &[Subject]) -> Vec<u32> {
        let index = self.index.borrow();
        let list = score(&index.manifest().method, &rows(&index, subjects));
        list.into_iter().map(|(number, _)| number).collect()
    }

    /// Fetches what the best are called.
    async fn names(self: &Rc<Self>, subjects: &[Subject]) {
        let mut wanted: Vec<u32> = Vec::new();
        for number in self.best(subjects).into_iter().take(60) {
            if !wanted.contains(&(number / BLOCK)) {
                wanted.push(number / BLOCK);
            }
        }
        self.get("names", &wanted).await;
    }

    /// Fetches cards of the best, of what they are there for, and of popular things where there are too few.
    async fn cards(self: &Rc<Self>, subjects: &[Subject], request: &Request) {
        let waiting = self.waiting.get().max(1);
        self.waiting.set(waiting - 1);
        let share = self.left.get() / waiting;
        let mut wanted: Vec<u32> = Vec::new();
        let mut want = |number: u32| {
            let file = number / CARDS;
            let is_new = !self.asked.borrow().iter().any(|(kind, at, _)| *kind == "cards" && *at == file);
            if is_new && !wanted.contains(&file) && wanted.len() < share as usize {
                wanted.push(file);
            }
        };
        let enough = request.limit + SPARE;
        {
            let index = self.index.borrow();
            let own = rows(&index, subjects).into_iter().flatten().map(|row| row.number());
            let popular = index.manifest().popular.iter().copied();
            match request.strip {
                Strip::Recent => own.take(enough).for_each(want),
                Strip::Trending => popular.take(enough).for_each(want),
                _ => {
                    own.take(2).for_each(&mut want);
                    self.best(subjects).into_iter().chain(popular).take(enough).for_each(want);
                }
            }
        }
        self.get("cards", &wanted).await;
    }

    /// Puts the cards into the catalogue.
    fn shelve(&self, shelf: &Shelf) {
        let cards = self.cards.borrow();
        let count = cards.get("items").and_then(Value::as_array).map_or(0, <[Value]>::len);
        if count > 0
            && let Some(catalog) = Catalog::read(&cards, &mut Diagnostics::new())
        {
            shelf.catalog.replace(Rc::new(catalog));
        }
    }

    /// Fetches files that were not asked for yet, as many as are left, and waits for all of them.
    async fn get(self: &Rc<Self>, kind: &'static str, numbers: &[u32]) {
        let list = Array::new();
        for number in numbers {
            let known = self
                .asked
                .borrow()
                .iter()
                .find(|(of, at, _)| (*of, at) == (kind, number))
                .map(|(.., promise)| promise.clone());
            let promise = match known {
                Some(promise) => promise,
                None if self.left.get() == 0 => continue,
                None => {
                    self.left.set(self.left.get() - 1);
                    let (desk, number) = (Rc::clone(self), *number);
                    let promise = future_to_promise(async move {
                        if let Err(why) = desk.take(kind, number).await
                            && !desk.told.replace(true)
                        {
                            console::warn(&[&why, "; the index is used without it"].concat());
                        }
                        Ok(JsValue::UNDEFINED)
                    });
                    self.asked.borrow_mut().push((kind, number, promise.clone()));
                    promise
                }
            };
            list.push(&promise);
        }
        let _ = JsFuture::from(Promise::all(&list)).await;
    }

    async fn take(&self, kind: &'static str, number: u32) -> Result<(), String> {
        let build = self.index.borrow().manifest().build.clone();
        let end = if kind == "cards" { ".json" } else { ".bin" };
        let path = [kind, "/", &build, "-", &number.to_string(), end].concat();
        let address = dom::absolute(&path, &self.base).unwrap_or(path);
        let damaged = || [&address, " is damaged"].concat();
        if kind == "cards" {
            let value = fetch::value(&address).await?;
            let items = value.get("items").and_then(Value::as_array).ok_or_else(damaged)?;
            let id = |item: &Value| item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let ids = items.iter().map(id).collect();
            Rc::make_mut(&mut self.index.borrow_mut()).put_cards(number, ids);
            if let Value::Object(fields) = &mut *self.cards.borrow_mut()
                && let Some((_, Value::Array(all))) = fields.last_mut()
            {
                all.extend(items.iter().filter(|item| **item != Value::Null).cloned());
            }
            return Ok(());
        }
        let bytes = fetch::bytes(&address).await?;
        let bytes = Uint8Array::new(&bytes).to_vec();
        let mut index = self.index.borrow_mut();
        let index = Rc::make_mut(&mut index);
        let read =
            if kind == "rows" { index.put_rows(number, &bytes) } else { index.put_names(number, &bytes) };
        read.map_err(|_| damaged())
    }
}
