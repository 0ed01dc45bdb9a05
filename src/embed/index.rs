//! What an index says, from its files: only those that the history needs are fetched, side by side and once a page, and no more than [`MOST`].
//!
//! All but [`load`] is in the part `index`. Where files are missing or damaged, what is there is used.

mod rehearse;

use self::rehearse::Rehearsal;
use super::attributes;
use super::site::Site;
use crate::platform::parts::Part;
use crate::platform::{console, dom, fetch, json, now, parts};
use crate::ui::strip::Shelf;
use haberdash_core::catalog::Catalog;
use haberdash_core::config::{self, HostConfig};
use haberdash_core::history::History;
use haberdash_core::index::{BLOCK, CARDS, Index, Manifest, Said, Subject, rows, score, subjects};
use haberdash_core::number::Digits;
use haberdash_core::recommend::{Neighbours, Request, Strip};
use haberdash_core::{Diagnostics, Name, Value};
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Element;

/// So many files a page asks for, with the manifest.
const MOST: u32 = 32;
/// So many more when the shopper does something else.
const MORE: u32 = 8;
/// So many shards of rows are asked for at a time: what was done before counts little.
const ROWS: usize = 10;
/// Nor is a row asked for that counts less than this beside the latest.
const LEAST: f64 = 0.03;
/// So many of the best are looked at.
const BEST: usize = 200;
/// So many of the best are looked for by name.
const NAMED: usize = 60;
/// So many items more than are shown are looked for: some may not be shown.
const SPARE: usize = 4;

/// The index of a page.
struct Desk {
    /// The address of the manifest; the other files lie below it.
    base: String,
    index: RefCell<Rc<Index>>,
    /// The cards that were read, as a catalogue.
    cards: RefCell<Value>,
    /// The files of cards that were fetched.
    files: RefCell<Vec<File>>,
    /// What was asked for: it is there, or known to be missing, when the promise is kept.
    asked: RefCell<Vec<(&'static str, u32, Promise)>>,
    left: Cell<u32>,
    /// What the shopper did something with last.
    latest: RefCell<Option<Subject>>,
    told: Cell<bool>,
    rehearsal: Rc<Rehearsal>,
}

/// A file of cards: a line each, so that only those are read that may be shown.
struct File {
    number: u32,
    text: String,
    /// The ids of those that were read; empty for others.
    ids: Vec<String>,
}

/// Files that took longer than this come from afar, and so will others.
const AFAR_MS: i64 = 45;

thread_local! {
    static DESK: RefCell<Option<Rc<Desk>>> = const { RefCell::new(None) };
}

fn desk() -> Option<Rc<Desk>> {
    DESK.with_borrow(Clone::clone)
}

/// Gets the index in `folder` as far as the strips of the page need it now, and what reads it. What comes back says why it cannot be used.
pub async fn load(site: &Rc<Site>, folder: &str) -> Option<String> {
    if !parts::there(parts::promise(Part::Index)).await {
        return Some("haberdash_index.wasm cannot be loaded".to_owned());
    }
    JsFuture::from(begin(site, folder)).await.err().map(|why| why.as_string().unwrap_or_default())
}

#[inline(never)]
fn begin(site: &Rc<Site>, folder: &str) -> Promise {
    let address = [folder.trim_end_matches('/'), "/manifest.json"].concat();
    let site = Rc::clone(site);
    future_to_promise(async move {
        let base = dom::absolute(&address, "").ok_or("data-index is no address")?;
        let value = fetch::value(&base).await?;
        let manifest = Manifest::from_value(&value)
            .ok_or_else(|| [&base, " is no index, or of another version"].concat())?;
        let currency = manifest.currency.clone().map_or(Value::Null, Value::from);
        let mut cards: Vec<(Name, Value)> =
            vec![("version".into(), Value::Number(1.0)), ("currency".into(), currency)];
        cards.extend(manifest.rules.clone().map(|rules| ("rules".into(), rules)));
        cards.push(("items".into(), Value::Array(Vec::new())));
        let desk = Rc::new(Desk {
            base,
            index: RefCell::new(Rc::new(Index::new(manifest))),
            cards: RefCell::new(Value::Object(cards)),
            files: RefCell::default(),
            asked: RefCell::default(),
            left: Cell::new(MOST - 1),
            latest: RefCell::default(),
            told: Cell::new(false),
            rehearsal: Rc::default(),
        });
        desk.fill(&site).await;
        DESK.set(Some(desk));
        Ok(JsValue::UNDEFINED)
    })
}

/// Adds a number to a list that has each once.
fn add(list: &mut Vec<u32>, number: u32) {
    if !list.contains(&number) {
        list.push(number);
    }
}

/// A rule, as it is written.
type Wish = (String, String);

/// What the strips of the page ask for, and the merchant of them.
fn requests(site: &Site) -> Vec<(Request, Vec<Wish>)> {
    let Ok(list) = dom::document().query_selector_all("[data-haberdash=recommendations]") else {
        return Vec::new();
    };
    let hosts = (0..list.length()).filter_map(|at| list.item(at)?.dyn_into::<Element>().ok());
    let config = hosts.filter_map(|host| config::host(&attributes::of(&host), &mut Diagnostics::new()));
    let request = |config| match config {
        HostConfig::Recommendations(config) => Some((super::strip::request(site, &config), config.wishes)),
        HostConfig::Configurator(_) => None,
    };
    config.filter_map(request).collect()
}

/// The cards that were fetched, as a catalogue, and the address that theirs are relative to; `None` where the index has no cards.
#[inline(never)]
pub fn cards() -> Option<(Catalog, String)> {
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

/// Fetches what the strips need now, then ranks them.
#[inline(never)]
pub fn follow(site: &Rc<Site>, shelf: Rc<Shelf>, rank: fn(&Rc<Site>)) {
    let Some(desk) = desk() else { return };
    let site = Rc::clone(site);
    spawn_local(async move {
        desk.fill(&site).await;
        if site.tag.catalog.is_none()
            && let Some((catalog, _)) = cards()
        {
            shelf.catalog.replace(Rc::new(catalog));
        }
        rank(&site);
    });
}

/// Waits for files, and does something meanwhile.
async fn wait(files: Promise, meanwhile: impl FnOnce() + 'static) {
    // Behind the requests, which are tasks as well.
    spawn_local(async move { meanwhile() });
    let _ = JsFuture::from(files).await;
}

impl Desk {
    /// Fetches what the strips of the page need now.
    async fn fill(self: &Rc<Self>, site: &Rc<Site>) {
        let history = site.shopper.store.get().history.clone();
        let latest = subjects(&history, &Request::new(Strip::ForYou, 1)).into_iter().next();
        if latest.as_ref().map(|one| &one.id) != self.latest.borrow().as_ref().map(|one| &one.id) {
            self.left.set(self.left.get().max(MORE));
        }
        self.latest.replace(latest);
        let requests = requests(site);
        let mut all: Vec<Vec<Subject>> =
            requests.iter().map(|(request, _)| subjects(&history, request)).collect();
        let pins = if site.tag.catalog.is_none() { self.pins(&requests) } else { Vec::new() };
        all.push(pins);
        let (rehearsal, of, asked) = (Rc::clone(&self.rehearsal), Rc::clone(site), now());
        wait(self.get("rows", &self.shards(&requests, &all)), move || rehearsal.rank(&of)).await;
        let is_afar = now() - asked > AFAR_MS;
        let pins = all.pop().unwrap_or_default();
        let mut files: Vec<u32> = Vec::new();
        for number in rows(&self.index.borrow(), &pins).into_iter().flatten().map(|row| row.number()) {
            add(&mut files, number / CARDS);
        }
        // What may be shown by what it is only shows when it is read.
        let by_what_it_is = |(request, wishes): &(Request, Vec<Wish>)| {
            !wishes.is_empty() || matches!(request.strip, Strip::Content | Strip::YourDesign)
        };
        let reads_all = self.index.borrow().manifest().rules.is_some() || requests.iter().any(by_what_it_is);
        for (place, ((request, wishes), subjects)) in requests.iter().zip(&all).enumerate() {
            if site.tag.catalog.is_some() {
                self.names(subjects, &mut files);
            } else {
                let left = (self.left.get() as usize).saturating_sub(files.len());
                let share = files.len() + left / (requests.len() - place);
                // What may be shown is only known when it is there.
                let is_ruled = self.index.borrow().manifest().rules.is_some() || !wishes.is_empty();
                let enough = request.limit * (1 + 2 * usize::from(is_ruled)) + SPARE;
                self.files(subjects, request.strip, enough, share, &mut files);
            }
        }
        let is_named = site.tag.catalog.is_some();
        let rehearsal = Rc::clone(&self.rehearsal);
        let files = self.get(if is_named { "names" } else { "cards" }, &files);
        wait(files, move || rehearsal.draw(is_afar)).await;
        self.rehearsal.end();
        if is_named {
            return;
        }
        let mut wanted: Vec<u32> = self.index.borrow().manifest().popular.clone();
        for subjects in &all {
            wanted.extend(rows(&self.index.borrow(), subjects).into_iter().flatten().map(|row| row.number()));
            wanted.extend(self.best(subjects));
        }
        self.read(|number| reads_all || wanted.contains(&number));
    }

    /// Reads the cards that are `wanted` and were not read before.
    fn read(&self, wanted: impl Fn(u32) -> bool) {
        let mut cards = self.cards.borrow_mut();
        let Value::Object(fields) = &mut *cards else { return };
        let Some((_, Value::Array(all))) = fields.last_mut() else { return };
        for File { number, text, ids } in &mut *self.files.borrow_mut() {
            for ((place, line), id) in (*number * CARDS..).zip(text.lines().skip(1)).zip(&mut *ids) {
                if id.is_empty()
                    && wanted(place)
                    && let Some(card) = json::parse(line.trim_end_matches(','))
                    && let Some(own) = card.get("id").and_then(Value::as_str)
                {
                    own.clone_into(id);
                    all.push(card);
                }
            }
            Rc::make_mut(&mut self.index.borrow_mut()).put_cards(*number, ids.clone());
        }
    }

    /// The shards with the rows of `all` subjects, those of requests first, as far back as they count.
    fn shards(&self, requests: &[(Request, Vec<Wish>)], all: &[Vec<Subject>]) -> Vec<u32> {
        let index = self.index.borrow();
        let decay = index.manifest().method.decay;
        let counts = std::iter::successors(Some(1.0), |weight| Some(weight * decay));
        let rows = counts.take(ROWS).take_while(|weight| *weight >= LEAST).count();
        let mut wanted: Vec<u32> = Vec::new();
        for (place, subjects) in all.iter().enumerate() {
            let is_neighbours = |(request, _): &(Request, _)| request.strip != Strip::Recent;
            // Where items themselves are looked for, all count alike.
            let most = if requests.get(place).is_some_and(is_neighbours) { rows } else { ROWS };
            let shards = subjects.iter().take(most).flat_map(|subject| index.shards_of(&subject.id));
            shards.for_each(|shard| add(&mut wanted, shard));
        }
        wanted
    }

    /// What merchants put first. Quotes are of no account here: what is no item is not found.
    fn pins(&self, requests: &[(Request, Vec<Wish>)]) -> Vec<Subject> {
        let index = self.index.borrow();
        let of_all = index.manifest().rules.as_ref().and_then(|rules| rules.get("pin"));
        let of_all = of_all.map(|pin| pin.as_array().map_or_else(|| vec![pin.clone()], <[Value]>::to_vec));
        let of_all = of_all.unwrap_or_default();
        let own = requests.iter().flat_map(|(_, wishes)| wishes).filter(|(name, _)| name == "pin");
        let texts = own.map(|(_, text)| text.as_str()).chain(of_all.iter().filter_map(Value::as_str));
        let ids =
            texts.flat_map(|text| text.split([' ', ',', '\'', '"', '\n', '\t'])).filter(|id| !id.is_empty());
        ids.take(ROWS)
            .map(|id| Subject { id: id.strip_prefix("id:").unwrap_or(id).to_owned(), event: None })
            .collect()
    }

    /// The numbers of what the rows at hand say most for, the best first.
    fn best(&self, subjects: &[Subject]) -> Vec<u32> {
        let index = self.index.borrow();
        let list = score(&index.manifest().method, &rows(&index, subjects), BEST);
        list.into_iter().map(|(number, _)| number).collect()
    }

    /// Adds the blocks with the names of the best to `wanted`.
    fn names(&self, subjects: &[Subject], wanted: &mut Vec<u32>) {
        self.best(subjects).into_iter().take(NAMED).for_each(|number| add(wanted, number / BLOCK));
    }

    /// Adds the files with cards of the best to `wanted`, of what they are there for, and of popular things where there are too few; up to `most` files.
    fn files(&self, subjects: &[Subject], strip: Strip, enough: usize, most: usize, wanted: &mut Vec<u32>) {
        let want = |number: u32| {
            let file = number / CARDS;
            let is_new = !self.asked.borrow().iter().any(|(kind, at, _)| *kind == "cards" && *at == file);
            if is_new && wanted.len() < most {
                add(wanted, file);
            }
        };
        let index = self.index.borrow();
        let own = rows(&index, subjects).into_iter().flatten().map(|row| row.number());
        let popular = index.manifest().popular.iter().copied();
        match strip {
            Strip::Recent => own.take(enough).for_each(want),
            Strip::Trending => popular.take(enough).for_each(want),
            _ => {
                own.take(2).chain(self.best(subjects).into_iter().chain(popular).take(enough)).for_each(want)
            }
        }
    }

    /// Fetches files that were not asked for yet, as many as are left; the promise is kept when all of them are there.
    fn get(self: &Rc<Self>, kind: &'static str, numbers: &[u32]) -> Promise {
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
        Promise::all(&list).unchecked_into()
    }

    async fn take(&self, kind: &'static str, number: u32) -> Result<(), String> {
        let build = self.index.borrow().manifest().build.clone();
        let end = if kind == "cards" { ".json" } else { ".bin" };
        let path = [kind, "/", &build, "-", &number.digits(), end].concat();
        let address = dom::absolute(&path, &self.base).unwrap_or(path);
        let damaged = || [&address, " is damaged"].concat();
        if kind == "cards" {
            let text = fetch::text(&address).await?;
            // A head, the cards, an end.
            if !text.starts_with("{\"version\":1,") || !text.trim_end().ends_with("\n]}") {
                return Err(damaged());
            }
            let ids = vec![String::new(); CARDS as usize];
            self.files.borrow_mut().push(File { number, text, ids });
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
