//! A strip of recommendations: a labelled region with a list of links, each saying why it is there.

use super::el::{el, with_key};
use super::texts;
use super::words::{MerchantWord, Word, direction, merchant_word, phrase, word};
use haberdash_core::catalog::{Availability, Catalog, ItemKind};
use haberdash_core::number::Digits;
use haberdash_core::recommend::{Reason, Recommendation, Strip as StripKind};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Html;

/// What all strips of a page share.
pub struct Shelf {
    /// What is for sale. Where cards come from an index it grows: what is in it keeps its place.
    pub catalog: RefCell<Rc<Catalog>>,
    /// The BCP 47 tag of the interface.
    pub locale: String,
    /// The merchant's own language.
    pub fallback: String,
    /// Writes minor units of the catalogue's currency.
    pub format: Rc<dyn Fn(i64) -> String>,
    /// Turns an address of the catalogue into an absolute one.
    pub address: Rc<dyn Fn(&str) -> String>,
}

impl Shelf {
    /// What is for sale, now.
    pub fn catalog(&self) -> Rc<Catalog> {
        Rc::clone(&self.catalog.borrow())
    }

    /// The title of the item called `id`; the id where the catalogue has none.
    pub fn title(&self, id: &str) -> String {
        let catalog = self.catalog();
        let item = catalog.find(id).and_then(|index| catalog.items().get(index));
        item.map_or(id, |item| item.title.get(&self.locale, &self.fallback)).to_owned()
    }

    /// Values of facets in the shopper's language, where the catalogue has them in it.
    pub fn facets(&self, facets: &[(String, String)]) -> String {
        // In English they stand before each other, as in navy cotton check.
        let between = if texts::language(&self.locale).is_none() { " " } else { ", " };
        let (catalog, mut names) = (self.catalog(), String::new());
        for (_, value) in facets {
            if !names.is_empty() {
                names.push_str(between);
            }
            let title = catalog.facet_title(value);
            names.push_str(title.map_or(value, |title| title.get(&self.locale, &self.fallback)));
        }
        names
    }
}

/// A strip of cards, with the panel that says what is remembered.
pub struct Strip {
    /// What all strips share.
    pub shelf: Rc<Shelf>,
    /// Its heading.
    pub title: String,
    /// What is shown, the best first.
    pub cards: Rc<Vec<Recommendation>>,
    /// What is in the panel below it; empty until that was opened.
    pub panel: Vec<Html>,
}

/// The heading of a strip whose merchant gave none.
pub fn heading(kind: StripKind, locale: &str) -> &'static str {
    word(
        locale,
        match kind {
            StripKind::ForYou => Word::ForYou,
            StripKind::Similar => Word::Similar,
            StripKind::BoughtTogether => Word::Together,
            StripKind::Recent => Word::Recent,
            StripKind::Trending => Word::Trending,
            StripKind::Content => Word::Content,
            StripKind::YourDesign => Word::YourDesign,
        },
    )
}

impl Strip {
    /// Draws it. Every change of state does: a component for each card would take longer than it saves.
    pub fn view(self) -> Html {
        let locale = self.shelf.locale.as_str();
        let cards = self.cards.iter().map(|own| with_key(card(&self.shelf, own), &own.item.digits()));
        el!("section" "class" = "strip", "part" = "strip", "aria-labelledby" = "title", "lang" = locale, "dir" = direction(locale);
            el!("h2" "id" = "title", "part" = "title"; self.title),
            el!("ul" "class" = "cards", "part" = "cards", "tabindex" = "-1"; cards.collect::<Vec<_>>()),
            el!("details" "class" = "rights", "part" = "panel";
                el!("summary" "data-click" = "panel"; word(locale, Word::PanelTitle)),
                el!("div" "class" = "body", "tabindex" = "-1"; self.panel)))
    }
}

/// One card.
fn card(shelf: &Shelf, card: &Recommendation) -> Html {
    let Shelf { locale, fallback, format, address, .. } = shelf;
    let catalog = shelf.catalog();
    let Some(item) = catalog.items().get(card.item) else { return Html::default() };
    let title = item.title.get(locale, fallback);
    let badge = match (item.kind, item.availability) {
        (ItemKind::Video, _) => Some(Word::Video),
        (ItemKind::Article, _) => Some(Word::Article),
        (_, Availability::Preorder) => Some(Word::Preorder),
        _ => None,
    };
    let was = item.list_price.filter(|list| item.price.is_some_and(|price| price.0 < list.0));
    let was = was
        .map(|was| el!("s"; el!("span" "class" = "spoken"; word(locale, Word::Before), " "), format(was.0)));
    let apart = if item.price.is_some() { "badge apart" } else { "badge" };
    let image = item.image.as_ref().map(|image| address(&image.0));
    el!("li" "class" = "item", "part" = "item";
        el!("a" "href" = address(&item.url.0), "part" = "card";
            el!("img" "src" = image, "alt" = "", "width" = "320", "height" = "320", "loading" = "lazy", "decoding" = "async", "part" = "image"),
            el!("span" "class" = "title", "dir" = "auto"; title),
            el!("span" "class" = "cost", "part" = "price";
                item.price.map(|price| format(price.0)).unwrap_or_default(),
                was,
                badge.map(|badge| el!("span" "class" = apart; word(locale, badge)))),
            el!("span" "class" = "reason", "dir" = "auto", "part" = "reason"; reason(shelf, &card.reason))))
}

/// A reason in words.
pub fn reason(shelf: &Shelf, reason: &Reason) -> String {
    let because = |phrase_of: Word, id: &str| phrase(&shelf.locale, phrase_of, &shelf.title(id));
    match reason {
        Reason::Popular => word(&shelf.locale, Word::Popular).to_owned(),
        Reason::Range => String::new(),
        Reason::SimilarTo(id) => because(Word::BecauseSimilar, id),
        Reason::Viewed(id) => because(Word::BecauseViewed, id),
        Reason::Bought(id) => because(Word::BecauseBought, id),
        Reason::InCart(id) => because(Word::BecauseInCart, id),
        Reason::Wished(id) => because(Word::BecauseWished, id),
        Reason::Read(id) => because(Word::BecauseRead, id),
        Reason::Recent => word(&shelf.locale, Word::BecauseRecent).to_owned(),
        // Where that is, the part is.
        Reason::Pinned => merchant_word(&shelf.locale, MerchantWord::Pinned, ""),
        Reason::Searched(query) => phrase(&shelf.locale, Word::BecauseSearched, query),
        Reason::Designed { facets } => phrase(&shelf.locale, Word::BecauseDesigned, &shelf.facets(facets)),
    }
}
