//! The shopper's own pictures on other products: what cards wear, and what a link of a card's brings. Both are looked up among those that this browser keeps.
//!
//! Callers are in the part `worn`. They wait for the part `logo`, which is there where a product has an option for a picture.

use super::read::{Reader, look, takes};
use crate::embed::configurator::links;
use crate::embed::site::Site;
use crate::platform::dom;
use crate::platform::files::{self, Cupboard};
use crate::ui::logo::words::Words;
use haberdash_core::Value;
use haberdash_core::image::{File, Files};
use haberdash_core::product::{Format, ImageOption, Kind, Product};
use js_sys::Promise;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// A picture that cards wear.
struct Known {
    file: Rc<File>,
    format: Format,
    ticket: String,
    /// `blob:` addresses of it, to be given back.
    addresses: Vec<String>,
}

/// A picture that the page's link brings.
#[derive(Clone)]
pub(super) struct Led {
    /// The id of the option that it is for.
    pub option: String,
    pub sha256: Rc<str>,
    bytes: i64,
    format: Format,
}

thread_local! {
    static KNOWN: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
    /// The tickets of the page's link that were looked up last, and what was found.
    static LED: RefCell<Option<(Value, Vec<Led>)>> = const { RefCell::new(None) };
    /// What is being kept right now.
    static KEEPING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Where the shopper's files are.
pub(super) fn cupboard(site: &Site) -> Cupboard {
    let origin = || dom::window().location().origin().unwrap_or_default();
    let shop = site.tag.shop.clone().unwrap_or_else(origin);
    Cupboard(["haberdash:files:", &shop].concat())
}

/// A picture is being kept: who looks for it waits.
pub(super) fn wait_for(keeping: &Promise) {
    KEEPING.set(Some(keeping.clone()));
}

/// So many tickets of a link are looked up: anybody can write one.
const MOST: usize = 8;

/// Any file of any kind.
const ANY: ImageOption = ImageOption { max_bytes: i64::MAX, formats: [true; 4], min_dpi: None, once: 0 };

type Task = Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>;

/// Looks for the pictures with these hashes. When the promise is kept, [`files`] has those that are there.
#[inline(never)]
pub(in crate::embed) fn bring(site: &Rc<Site>, hashes: Vec<Rc<str>>) -> Promise {
    let cupboard = cupboard(site);
    let task: Task = Box::pin(async move {
        if let Some(keeping) = KEEPING.take() {
            let _ = JsFuture::from(keeping).await;
        }
        for sha256 in hashes {
            bring_one(&cupboard, &sha256).await;
        }
        Ok(JsValue::UNDEFINED)
    });
    future_to_promise(task)
}

async fn bring_one(cupboard: &Cupboard, sha256: &Rc<str>) {
    let is_known = || KNOWN.with_borrow(|known| known.iter().any(|known| known.file.sha256 == *sha256));
    // It is asked for each time: it may have been cleared away meanwhile. Without a ticket no link leads to it.
    let kept = cupboard.find(sha256).await;
    let Some(mut kept) = kept else { return lose(sha256) };
    if kept.ticket.is_empty() {
        // Kept by an older version.
        let at = crate::platform::now() as f64;
        let _ = cupboard.keep(sha256, &kept.file, &kept.name, at).await;
        kept.ticket = cupboard.find(sha256).await.map(|kept| kept.ticket).unwrap_or_default();
    }
    if is_known() || kept.ticket.is_empty() {
        return;
    }
    let reader = Reader { words: Words("en"), addresses: RefCell::default() };
    let Ok(taken) = reader.read(&ANY, &kept.file, &kept.name).await else { return };
    if taken.file.sha256 == *sha256 && !is_known() {
        let addresses = reader.addresses.take();
        let known = Known { file: Rc::new(taken.file), format: taken.format, ticket: kept.ticket, addresses };
        KNOWN.with_borrow_mut(|list| list.push(known));
    }
}

/// The picture is not there any more.
fn lose(sha256: &str) {
    KNOWN.with_borrow_mut(|list| {
        list.retain(|known| {
            let stays = *known.file.sha256 != *sha256;
            if !stays {
                known.addresses.iter().for_each(|address| files::forget(address));
            }
            stays
        });
    });
}

/// The pictures that were found.
#[inline(never)]
pub(in crate::embed) fn files() -> Files {
    Files(KNOWN.with_borrow(|list| list.iter().map(|known| Rc::clone(&known.file)).collect()))
}

/// Whether the picture was found, and an option of this kind takes it.
#[inline(never)]
pub(in crate::embed) fn fits(kind: &ImageOption, sha256: &str) -> bool {
    let is_it = |known: &Known| *known.file.sha256 == *sha256 && takes(kind, known.file.bytes, known.format);
    KNOWN.with_borrow(|list| list.iter().any(is_it))
}

/// What a link finds the picture by.
#[inline(never)]
pub(in crate::embed) fn ticket(sha256: &str) -> Option<String> {
    let ticket = |known: &Known| (*known.file.sha256 == *sha256).then(|| known.ticket.clone());
    KNOWN.with_borrow(|list| list.iter().find_map(ticket))
}

/// Looks up the tickets of the page's link.
#[inline(never)]
pub(in crate::embed) fn follow(site: &Rc<Site>) -> Promise {
    let cupboard = cupboard(site);
    let task: Task = Box::pin(async move {
        look_up(&cupboard).await;
        Ok(JsValue::UNDEFINED)
    });
    future_to_promise(task)
}

/// What the tickets of the page's link stand for, in the options of the link; `None` where it has none.
pub(super) async fn look_up(cupboard: &Cupboard) -> Option<Vec<Led>> {
    let tickets = links::tickets()?;
    let known = LED.with_borrow(|led| led.clone().filter(|(own, _)| *own == tickets));
    if let Some((_, led)) = known {
        return Some(led);
    }
    let mut list = Vec::new();
    for (option, ticket) in tickets.as_object().unwrap_or_default().iter().take(MOST) {
        let Some(ticket) = ticket.as_str().filter(|ticket| !ticket.is_empty()) else { continue };
        if let Some((sha256, kept)) = cupboard.find_by(ticket).await
            && let Ok((_, info)) = look(&kept.file).await
        {
            let (bytes, format) = (files::length(&kept.file), info.format);
            list.push(Led { option: option.as_str().to_owned(), sha256: sha256.into(), bytes, format });
        }
    }
    LED.set(Some((tickets, list.clone())));
    Some(list)
}

/// Whether `product` has a place for every picture that the page's link brings, once they were looked up, and all are there.
#[inline(never)]
pub(in crate::embed) fn came(product: &Product) -> bool {
    let Some(tickets) = links::tickets() else { return true };
    let fits = |led: &Led| {
        let option = product.option_index(&led.option).and_then(|index| product.options.get(index));
        matches!(option.map(|option| &option.kind), Some(Kind::Image(kind)) if takes(kind, led.bytes, led.format))
    };
    let all = tickets.as_object().map_or(0, <[_]>::len);
    LED.with_borrow(|led| {
        led.as_ref()
            .is_some_and(|(own, list)| *own == tickets && list.iter().filter(|led| fits(led)).count() == all)
    })
}
