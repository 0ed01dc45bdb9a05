//! A first strip calls hundreds of functions that were never called before, and a browser compiles each when it is called. While the files of an index
//! are on their way there is time for that: a strip of one card is ranked, then drawn where nobody sees it, and taken away again. If
//! a frame comes before the files do, the browser has laid it out by then, in the fonts of the place: the first letters of a font take it longer than
//! all cards.

use crate::app::roots::{Rendered, StripRoot, render};
use crate::app::store::Store;
use crate::embed::site::Site;
use crate::embed::strip::show_fallback;
use crate::platform::intl::Money;
use crate::platform::{dom, json, now};
use crate::ui::strip::Shelf;
use crate::ui::styles;
use haberdash_core::Diagnostics;
use haberdash_core::catalog::Catalog;
use haberdash_core::recommend::{Request, Strip, recommend};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What is on the card, as it would be in a catalogue, under a name that no shop has. No picture: some browser might fetch it.
const FILE: &str = r#"{"version":1,"currency":"EUR","items":[{"id":"haberdash:","title":"a","url":"a","price":1,"category":["a"],"tags":["a"]}]}"#;

/// The strip that nobody sees.
#[derive(Default)]
pub(super) struct Rehearsal {
    is_done: Cell<bool>,
    strip: Cell<Option<StripRoot>>,
    /// What is drawn, and what is to be removed with it.
    drawn: Cell<Option<(Rendered, Element)>>,
}

impl Rehearsal {
    /// Ranks it, the first time.
    pub(super) fn rank(&self, site: &Site) {
        if !self.is_done.replace(true) {
            self.strip.set(ranked(site));
        }
    }

    /// Draws it, if it was ranked: in the page if there is time for a frame.
    pub(super) fn draw(&self, in_page: bool) {
        let Some(strip) = self.strip.take() else { return };
        let staged = if in_page { staged() } else { None };
        if let Some((stage, root)) = staged.or_else(apart) {
            self.drawn.set(Some((render(root, strip), stage)));
        }
    }

    /// Takes it away.
    pub(super) fn end(&self) {
        if let Some((rendered, stage)) = self.drawn.take() {
            stage.remove();
            rendered.destroy();
        }
    }
}

/// Two elements, to be put together.
fn apart() -> Option<(Element, Element)> {
    let make = || dom::document().create_element("div").ok();
    Some((make()?, make()?))
}

/// An element in the first strip of the page, neither seen nor in the way, and one in it to draw in. What the page has written there is shown as before.
fn staged() -> Option<(Element, Element)> {
    let host = dom::document().query_selector("[data-haberdash=recommendations]").ok()??;
    if host.shadow_root().is_some() {
        return None;
    }
    let (stage, root) = apart()?;
    let style = stage.unchecked_ref::<HtmlElement>().style();
    // Nothing can be scrolled to that is fixed.
    let hidden = [
        ("position", "fixed"),
        ("top", "0"),
        ("left", "0"),
        ("width", "100%"),
        ("height", "0"),
        ("overflow", "hidden"),
        ("visibility", "hidden"),
    ];
    for (name, value) in hidden {
        style.set_property(name, value).ok()?;
    }
    let shadow = dom::shadow(&stage).ok()?;
    dom::adopt(&shadow, styles::BASE, "").ok()?;
    shadow.append_child(&root).ok()?;
    let place = dom::shadow(&host).ok()?;
    show_fallback(&host);
    place.append_child(&stage).ok()?;
    Some((stage, root))
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
    Some(StripRoot::new(Rc::clone(&site.shopper), shelf, "a".to_owned(), Store::new(cards)))
}
