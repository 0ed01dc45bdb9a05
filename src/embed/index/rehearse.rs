//! A first strip calls hundreds of functions that were never called before, and a browser compiles each when it is called. While the files of an index
//! are on their way there is time for that: a strip of one card is ranked, then drawn where nobody sees it, and taken away again.

use crate::app::roots::{Rendered, StripRoot, render};
use crate::app::store::Store;
use crate::embed::site::Site;
use crate::platform::intl::Money;
use crate::platform::{dom, json, now};
use crate::ui::strip::Shelf;
use haberdash_core::Diagnostics;
use haberdash_core::catalog::Catalog;
use haberdash_core::recommend::{Request, Strip, recommend};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What is on the card, as it would be in a catalogue, under a name that no shop has. No picture: some browser might fetch it.
const FILE: &str = r#"{"version":1,"currency":"EUR","items":[{"id":"haberdash:","title":"a","url":"a","price":1,"category":["a"],"tags":["a"]}]}"#;

/// The strip that nobody sees.
#[derive(Default)]
pub(super) struct Rehearsal {
    is_done: Cell<bool>,
    strip: Cell<Option<StripRoot>>,
    drawn: Cell<Option<Rendered>>,
}

impl Rehearsal {
    /// Ranks it, the first time.
    pub(super) fn rank(&self, site: &Site) {
        if !self.is_done.replace(true) {
            self.strip.set(ranked(site));
        }
    }

    /// Draws it, if it was ranked.
    pub(super) fn draw(&self) {
        if let (Some(strip), Ok(element)) = (self.strip.take(), dom::document().create_element("div")) {
            self.drawn.set(Some(render(element, strip)));
        }
    }

    /// Takes it away.
    pub(super) fn end(&self) {
        self.drawn.take().into_iter().for_each(Rendered::destroy);
    }
}

fn ranked(site: &Site) -> Option<StripRoot> {
    let catalog = Catalog::read(&json::parse(FILE)?, &mut Diagnostics::new())?;
    let history = &site.shopper.store.get().history;
    let cards = recommend(&catalog, None, history, now(), &Request::new(Strip::ForYou, 1));
    let money = Money::new("en", catalog.currency(), false);
    let shelf = Rc::new(Shelf {
        catalog: RefCell::new(Rc::new(catalog)),
        locale: "en".to_owned(),
        fallback: "en".to_owned(),
        format: Rc::new(move |amount| money.text(amount)),
        address: Rc::new(|address| dom::absolute(address, "").unwrap_or_default()),
    });
    Some(StripRoot::new(Rc::clone(&site.shopper), shelf, String::new(), Store::new(cards)))
}
