//! The cards of a strip `your-design`: each draws its product in what the shopper designed last, when it can be seen, says what could not come along, and leads
//! to that design.
//!
//! By hand, on what yew drew: a card is a link with a picture, a price and a line for the reason.

use super::product::{Loaded, load};
use super::{listed, open, takes_pictures};
use crate::app::small;
use crate::embed::configurator::logo::known;
use crate::embed::site::Site;
use crate::embed::strip::Mounted;
use crate::platform::{console, dom};
use crate::ui::preview::Preview;
use crate::ui::texts;
use crate::ui::worn::{Worn, styles, worn};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use haberdash_core::history::Design;
use haberdash_core::link;
use haberdash_core::price;
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::transfer::{Left, Transfer};
use haberdash_core::{Name, Value};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

/// So many products are drawn at most: each is a product file with all that it names.
const MOST: usize = 8;

/// What a strip's cards wear.
struct Wardrobe {
    site: Rc<Site>,
    strip: Weak<Mounted>,
    /// The products that were fetched, by the positions of their items; `None` for those that cannot be had.
    products: RefCell<Vec<(usize, Option<Rc<Loaded>>)>>,
    /// The design, and the product that it is one of.
    origin: RefCell<Option<(Rc<Design>, Rc<Loaded>)>>,
    cards: RefCell<Vec<Card>>,
    is_busy: Cell<bool>,
    is_asked: Cell<bool>,
    is_styled: Cell<bool>,
    _held: RefCell<Vec<EventListener>>,
}

/// A card that was drawn.
struct Card {
    item: usize,
    element: Element,
    place: Element,
    note: Element,
    preview: Preview,
    /// When the design that it wears was made.
    at: i64,
}

/// Has the cards of `strip` wear what the shopper designed last, and goes on doing so.
#[inline(never)]
pub fn dress(site: &Rc<Site>, strip: &Rc<Mounted>) {
    let known = strip.extras.borrow().iter().find_map(|extra| Rc::clone(extra).downcast::<Wardrobe>().ok());
    let wardrobe = known.unwrap_or_else(|| {
        let wardrobe = Rc::new(Wardrobe {
            site: Rc::clone(site),
            strip: Rc::downgrade(strip),
            products: RefCell::default(),
            origin: RefCell::default(),
            cards: RefCell::default(),
            is_busy: Cell::new(false),
            is_asked: Cell::new(false),
            is_styled: Cell::new(false),
            _held: RefCell::default(),
        });
        let weak = Rc::downgrade(&wardrobe);
        // Of what is scrolled, the page and the cards alike.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let scrolled = EventListener::new_with_options(&dom::window(), "scroll", options, move |_| {
            if let Some(wardrobe) = weak.upgrade() {
                wardrobe.ask();
            }
        });
        wardrobe._held.borrow_mut().push(scrolled);
        strip.extras.borrow_mut().push(wardrobe.clone());
        wardrobe
    });
    wardrobe.ask();
}

impl Wardrobe {
    /// Does what there is to do, now or as soon as what is being done is done.
    fn ask(self: &Rc<Self>) {
        self.is_asked.set(true);
        if self.is_busy.replace(true) {
            return;
        }
        let wardrobe = Rc::clone(self);
        spawn_local(async move {
            while wardrobe.is_asked.replace(false) {
                if let Err(why) = wardrobe.work().await {
                    console::warn(&why);
                }
            }
            wardrobe.is_busy.set(false);
        });
    }

    /// The last design.
    fn design(&self) -> Option<Rc<Design>> {
        self.site.shopper.store.get().history.design().cloned()
    }

    /// Draws all cards that can be seen and do not wear the last design yet.
    async fn work(self: &Rc<Self>) -> Result<(), String> {
        let Some(strip) = self.strip.upgrade() else { return Ok(()) };
        self.cards.borrow_mut().retain(|card| card.element.is_connected());
        loop {
            let Some(design) = self.design() else { return Ok(()) };
            let Some((item, element)) = self.next(&strip, &design) else { return Ok(()) };
            let locale = &strip.shelf.locale;
            if JsFuture::from(open(&self.site, locale)).await.is_err() {
                return Ok(());
            }
            let Some(from) = self.origin(&strip, &design).await? else { return Ok(()) };
            let Some(to) = self.product(&strip, item).await else { continue };
            let (selection, _) = Selection::from_value(&from.product, &link::whole_picks(&design.link));
            let own: Vec<Rc<str>> = pictures(&from.product, &selection).map(|(_, file)| file).collect();
            let is_shown = !own.is_empty() && takes_pictures(&to.product);
            if is_shown {
                let _ = JsFuture::from(known::bring(&self.site, own.clone())).await;
            }
            let Some(mut worn) = to.wear(&from.product, &selection) else {
                self.lose(item);
                continue;
            };
            // One without a role has no place anywhere else, and one that was kept by an older version is not known.
            let there: Vec<Rc<str>> = pictures(&to.product, &worn.selection).map(|(_, file)| file).collect();
            let all = !own.is_empty() && own.iter().all(|file| there.contains(file));
            if link::lacks_pictures(&design.link) && !all && !worn.left.contains(&Left::Logo) {
                worn.left.push(Left::Logo);
            }
            let files = is_shown.then(known::files);
            let scene = to.scene(&worn.selection, files.as_ref()).await;
            // Meanwhile the shopper may have gone on, or cards may have moved.
            if self.design().is_none_or(|now| now.at != design.at) || !element.is_connected() {
                continue;
            }
            let card = match scene {
                Ok(scene) => self.card(&strip, item, &element, &to).map(|card| (card, scene)),
                Err(why) => {
                    console::warn(&why);
                    None
                }
            };
            let Some((mut card, scene)) = card else {
                self.lose(item);
                continue;
            };
            card.preview.show(&scene);
            card.at = design.at;
            tell(&strip, &card, &to, &worn);
            self.cards.borrow_mut().push(card);
        }
    }

    /// The next card to draw: the position of its item, and its element.
    fn next(&self, strip: &Mounted, design: &Design) -> Option<(usize, Element)> {
        let list = strip.host.shadow_root()?.query_selector_all(".item").ok()?;
        let cards = strip.cards.get();
        let mut count = 0;
        for (at, card) in cards.iter().enumerate() {
            let product = self
                .products
                .borrow()
                .iter()
                .find(|(item, _)| *item == card.item)
                .map(|(_, product)| product.is_some());
            // What cannot be had is not asked for again.
            if product == Some(false) {
                continue;
            }
            count += 1;
            if count > MOST {
                return None;
            }
            let element = list.item(at as u32).and_then(|node| node.dyn_into::<Element>().ok())?;
            let is_drawn =
                self.cards.borrow().iter().any(|drawn| drawn.element == element && drawn.at == design.at);
            if !is_drawn && small::is_near(&element, small::AHEAD) {
                return Some((card.item, element));
            }
        }
        None
    }

    /// The product that was designed. Only a file that the catalogue names is fetched: what is stored could name any.
    async fn origin(&self, strip: &Mounted, design: &Rc<Design>) -> Result<Option<Rc<Loaded>>, String> {
        if let Some((known, product)) = &*self.origin.borrow()
            && known.file == design.file
        {
            return Ok(Some(Rc::clone(product)));
        }
        let catalog = strip.shelf.catalog();
        let mut files = catalog.items().iter().filter_map(|item| item.product.as_ref());
        if !files.any(|file| (strip.shelf.address)(&file.0) == design.file) {
            return Ok(None);
        }
        let product = Rc::new(load(&design.file).await?);
        *self.origin.borrow_mut() = Some((Rc::clone(design), Rc::clone(&product)));
        Ok(Some(product))
    }

    async fn product(&self, strip: &Mounted, item: usize) -> Option<Rc<Loaded>> {
        if let Some((_, known)) = self.products.borrow().iter().find(|(other, _)| *other == item) {
            return known.clone();
        }
        let catalog = strip.shelf.catalog();
        let file = catalog.items().get(item)?.product.as_ref()?;
        let product = match load(&(strip.shelf.address)(&file.0)).await {
            Ok(product) => Some(Rc::new(product)),
            Err(why) => {
                console::warn(&why);
                None
            }
        };
        self.products.borrow_mut().push((item, product.clone()));
        product
    }

    /// The product of `item` cannot be drawn.
    fn lose(&self, item: usize) {
        self.products
            .borrow_mut()
            .iter_mut()
            .filter(|(other, _)| *other == item)
            .for_each(|(_, product)| *product = None);
    }

    /// The card of `item`, taken out of those that were drawn, or made.
    fn card(&self, strip: &Mounted, item: usize, element: &Element, to: &Loaded) -> Option<Card> {
        let mut cards = self.cards.borrow_mut();
        if let Some(at) = cards.iter().position(|card| card.element == *element && card.item == item) {
            return Some(cards.swap_remove(at));
        }
        let root = strip.host.shadow_root()?;
        let locale = &strip.shelf.locale;
        let sheets = match self.is_styled.replace(true) {
            false => small::add_sheet(&root, styles(locale))?,
            true => small::sheets(&root)?,
        };
        let create = |class: &str| {
            let span = dom::document().create_element("span").ok()?;
            span.set_class_name(class);
            Some(span)
        };
        let (place, note) = (create("worn")?, create("note")?);
        place.set_attribute("part", "worn").ok()?;
        place.set_attribute("aria-hidden", "true").ok()?;
        let preview = small::make(&place, &sheets, &to.addresses)?;
        element.query_selector("a").ok()??.append_child(&place).ok()?;
        element.query_selector(".reason").ok()??.append_child(&note).ok()?;
        Some(Card { item, element: element.clone(), place, note, preview, at: 0 })
    }
}

/// The pictures of the shopper's own in a selection: the option of each, and its file.
fn pictures<'p>(
    product: &'p Product,
    selection: &'p Selection,
) -> impl Iterator<Item = (&'p str, Rc<str>)> + 'p {
    product.options.iter().enumerate().filter_map(|(index, option)| match selection.pick(index)? {
        Pick::Image(Some(placed)) => Some((option.id.as_str(), Rc::clone(&placed.file))),
        _ => None,
    })
}

/// Writes what a card says and where it leads.
fn tell(strip: &Mounted, card: &Card, to: &Loaded, worn_by: &Transfer) -> Option<()> {
    let shelf = &strip.shelf;
    let catalog = shelf.catalog();
    let item = catalog.items().get(card.item)?;
    let locale = &shelf.locale;
    let note = match worn_by.left.is_empty() {
        true => worn(locale, Worn::InYours).to_owned(),
        false => texts::fill(worn(locale, Worn::Without), &listed(locale, &worn_by.left)),
    };
    card.note.set_text_content(Some(&note));
    let _ = card.place.set_attribute("data-came", if worn_by.came { "true" } else { "false" });
    let mut value = link::value(&to.product, &worn_by.selection);
    if let Value::Object(fields) = &mut value
        && !worn_by.left.is_empty()
    {
        let left = worn_by.left.iter().map(|left| Value::from(left.word())).collect();
        fields.push((link::LEFT.into(), Value::Array(left)));
    }
    // The link finds pictures by tickets, which say nothing to anybody else.
    let tickets = pictures(&to.product, &worn_by.selection)
        .filter_map(|(option, file)| Some((option.into(), Value::from(known::ticket(&file)?))));
    let tickets: Vec<(Name, Value)> = tickets.collect();
    if let Value::Object(fields) = &mut value
        && !tickets.is_empty()
    {
        fields.push((link::TICKETS.into(), Value::Object(tickets)));
    }
    let page = (shelf.address)(&item.url.0);
    let page = page.split('#').next().unwrap_or_default();
    let link = card.element.query_selector("a").ok()??;
    link.set_attribute("href", &[page, "#", &link::write(&value)].concat()).ok()?;
    // What it costs like this, where that is a price in the same money.
    if item.list_price.is_none() && to.product.currency == *catalog.currency() {
        let price = price::price(&to.product, &worn_by.selection, 1)?;
        let cost = card.element.query_selector(".cost").ok()??;
        cost.first_child()?.set_node_value(Some(&(shelf.format)(price.unit)));
    }
    Some(())
}
