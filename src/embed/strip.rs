//! A strip: catalogue and history in, cards out.

use super::site::Site;
use super::{index, lists, merchant, registry, worn};
use crate::app::roots::{Rendered, StripRoot, render};
use crate::app::store::Store;
use crate::platform::parts::{self, Part};
use crate::platform::{dom, now};
use crate::ui::{strip, styles};
use gloo::timers::callback::Timeout;
use haberdash_core::config::StripConfig;
use haberdash_core::product::Address;
use haberdash_core::recommend::{Recommendation, Request, Strip, recommend};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// A mounted strip.
pub struct Mounted {
    pub(super) host: HtmlElement,
    pub(super) config: StripConfig,
    pub(super) shelf: Rc<strip::Shelf>,
    pub(super) cards: Rc<Store<Vec<Recommendation>>>,
    view: std::cell::RefCell<Option<(Rendered, Element)>>,
    /// What parts keep for it, as long as it is drawn.
    pub(super) extras: std::cell::RefCell<Vec<Rc<dyn std::any::Any>>>,
    /// The merchant has rules for it, and what applies them is there.
    is_ruled: bool,
}

/// Mounts a strip. The error is a sentence, and nothing was changed then.
pub async fn mount(site: &Rc<Site>, host: &HtmlElement, config: StripConfig) -> Result<Rc<Mounted>, String> {
    if !config.wishes.is_empty() {
        drop(parts::promise(Part::Merchant));
    }
    let shelf = site.shelf(host).await?;
    let is_ruled = !config.wishes.is_empty() || shelf.catalog().rules().is_some();
    // What is excluded must not be shown: better nothing.
    if is_ruled && !parts::there(parts::promise(Part::Merchant)).await {
        return Err("haberdash_merchant.wasm cannot be loaded".to_owned());
    }
    // All strips of a page get it at once: each is drawn in a task of its own.
    let _ = parts::turn().await;
    let mounted = Rc::new(Mounted {
        host: host.clone(),
        shelf,
        cards: Store::new(Vec::new()),
        view: std::cell::RefCell::default(),
        extras: std::cell::RefCell::default(),
        is_ruled,
        config,
    });
    let taken = shown_by_others(host);
    mounted.rank(site, &taken);
    // Drawing is a task of its own: the other strips of the page are ranked first.
    mounted.later(site, 0, Mounted::show);
    // What came to the page late may need more of an index.
    if site.indexed.get() {
        rank_soon(site);
    }
    Ok(mounted)
}

/// What the strips of the page show, but for that of `host`: strips do not repeat each other.
fn shown_by_others(host: &HtmlElement) -> Vec<String> {
    let others = registry::strips().into_iter().filter(|strip| strip.host != *host);
    others.flat_map(|strip| strip.ids()).collect()
}

/// What a strip asks for.
pub fn request(site: &Site, config: &StripConfig) -> Request {
    let mut request = Request::new(config.strip, config.limit);
    request.current = config.item.clone().or_else(|| site.current.borrow().clone());
    request
}

impl Mounted {
    /// The ids of what is shown.
    fn ids(&self) -> Vec<String> {
        let catalog = self.shelf.catalog();
        let items = catalog.items();
        self.cards.get().iter().filter_map(|card| items.get(card.item)).map(|item| item.id.clone()).collect()
    }

    /// Finds out what it shows. What it shows already, when it is drawn, follows.
    fn rank(self: &Rc<Self>, site: &Rc<Site>, taken: &[String]) {
        let mut request = request(site, &self.config);
        // What was looked at lately may be recommended elsewhere on the page as well.
        if self.config.strip != Strip::Recent {
            request.exclude = taken.to_vec();
        }
        let history = &site.shopper.store.get().history;
        let catalog = self.shelf.catalog();
        if self.config.strip == Strip::YourDesign
            && let Some(design) = history.design()
        {
            // Whatever the page calls it, what was designed is not another product.
            let is_own = |file: &Address| (self.shelf.address)(&file.0) == design.file;
            let own = catalog.items().iter().filter(|item| item.product.as_ref().is_some_and(is_own));
            request.exclude.extend(own.map(|item| item.id.clone()));
        }
        let said = if site.indexed.get() { index::said(&catalog, history, &request) } else { None };
        let cards = match self.is_ruled {
            true => merchant::cards(site, self, said.as_deref(), &request),
            false => recommend(&catalog, said.as_deref(), history, now(), &request),
        };
        if *self.cards.get() != cards {
            self.cards.set(Rc::new(cards));
        }
    }

    /// Draws it when it is not drawn and has something to show, and says how far it is.
    fn show(self: &Rc<Self>, site: &Rc<Site>) {
        let shown = !self.cards.get().is_empty();
        if shown && self.view.borrow().is_none() {
            let view = self.draw(site);
            *self.view.borrow_mut() = view;
            if self.is_ruled {
                self.with(site, Part::Merchant, merchant::attend);
            }
            // When the cards are on the screen.
            self.later(site, 50, |strip, site| strip.with(site, Part::Lists, lists::attend));
        }
        if !shown && self.config.strip == Strip::YourDesign && !self.panel_is_open() {
            self.undraw();
        }
        let drawn = self.view.borrow().is_some();
        registry::set_state(&self.host, if drawn { "ready" } else { "empty" });
        if drawn && self.config.strip == Strip::YourDesign {
            self.with(site, Part::Worn, worn::cards::dress);
        }
    }

    /// Does something so many milliseconds later, if it is there still.
    fn later(self: &Rc<Self>, site: &Rc<Site>, ms: u32, run: fn(&Rc<Self>, &Rc<Site>)) {
        let (site, weak) = (Rc::clone(site), Rc::downgrade(self));
        Timeout::new(ms, move || {
            if let Some(strip) = weak.upgrade() {
                run(&strip, &site);
            }
        })
        .forget();
    }

    /// Does something when a part is there.
    fn with(self: &Rc<Self>, site: &Rc<Site>, part: Part, run: fn(&Rc<Site>, &Rc<Self>)) {
        let (site, strip) = (Rc::clone(site), Rc::clone(self));
        parts::when(
            part,
            Box::new(move |is_there| {
                if is_there {
                    run(&site, &strip)
                }
            }),
        );
    }

    fn draw(&self, site: &Rc<Site>) -> Option<(Rendered, Element)> {
        let shadow = dom::shadow(&self.host).ok()?;
        dom::adopt(&shadow, styles::BASE, "").ok()?;
        shadow.set_text_content(None);
        // A fresh element for each mount: yew's listeners stay on it for good.
        let root = dom::document().create_element("div").ok()?;
        shadow.append_child(&root).ok()?;
        let title = self.title();
        let cards = Rc::clone(&self.cards);
        let strip = StripRoot::new(Rc::clone(&site.shopper), Rc::clone(&self.shelf), title, cards);
        let handle = render(root.clone(), strip);
        Some((handle, root))
    }

    /// Its heading.
    pub(super) fn title(&self) -> String {
        let title = self.config.title.clone();
        title.unwrap_or_else(|| strip::heading(self.config.strip, &self.shelf.locale).to_owned())
    }

    /// The element that it is drawn in, while it is.
    pub(super) fn root(&self) -> Option<Element> {
        self.view.borrow().as_ref().map(|(_, root)| root.clone())
    }

    /// Shows the fallback again.
    fn undraw(&self) {
        self.extras.take();
        if let Some((handle, root)) = self.view.take() {
            handle.destroy();
            root.remove();
            show_fallback(&self.host);
        }
    }

    /// The shopper is pointing at it or in it with the keyboard: cards must not move away now.
    fn is_in_use(&self) -> bool {
        self.host.matches(":hover").unwrap_or(false) || self.host.matches(":focus-within").unwrap_or(false)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.undraw();
    }
}

/// Shows the fallback markup of a host whose shadow root has nothing to show any more.
pub fn show_fallback(host: &Element) {
    if let (Some(shadow), Ok(slot)) = (host.shadow_root(), dom::document().create_element("slot")) {
        let _ = shadow.append_child(&slot);
    }
}

/// Ranks all strips anew, a moment from now, when the shopper does nothing that has to be drawn: one visit records several events at once.
pub fn rank_soon(site: &Rc<Site>) {
    if site.ranking(true) {
        return;
    }
    let site = Rc::clone(site);
    Timeout::new(150, move || {
        dom::idle(1_000, move || {
            site.ranking(false);
            let strips = registry::strips();
            match strips.first().filter(|_| site.indexed.get()) {
                Some(strip) => index::follow(&site, Rc::clone(&strip.shelf), rank_all),
                None => rank_all(&site),
            }
        });
    })
    .forget();
}

fn rank_all(site: &Rc<Site>) {
    let mut taken = Vec::new();
    for strip in registry::strips() {
        // Rights are exercised inside of the strip: what was forgotten must not stay on show.
        let in_use = strip.is_in_use() && !site.shopper.store.get().history.is_empty();
        if !in_use || strip.panel_is_open() {
            strip.rank(site, &taken);
            strip.show(site);
        }
        taken.extend(strip.ids());
    }
}

impl Mounted {
    fn panel_is_open(&self) -> bool {
        let panel =
            self.host.shadow_root().and_then(|shadow| shadow.query_selector("details[open]").ok().flatten());
        panel.is_some()
    }
}
