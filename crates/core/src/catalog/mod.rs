//! The catalogue: what a shop has to recommend, read from its file and prepared for ranking.
//!
//! One bad item never takes the others down: it is left out and told about. Comparing items is prepared once, in [`Catalog::read`], so that
//! ranking thousands of them is a walk over small integers.

mod features;
mod names;
mod rules;
pub mod words;

pub use features::{Counting, Features};
pub(crate) use names::Names;
pub use rules::RulesFile;

use crate::diagnostics::Diagnostics;
use crate::history::MAX_ID;
use crate::order;
use crate::packed::{Facets, List};
use crate::product::{Address, Amount, Currency};
use crate::read::{Map, Raw, Read};
use crate::text::Text;
use crate::value::Value;

words! {
    /// Whether an item can be had.
    pub enum Availability, "availability" {
        /// It can be bought now.
        InStock = "in_stock",
        /// It cannot be bought: never recommended.
        OutOfStock = "out_of_stock",
        /// It can be ordered before it is there.
        Preorder = "preorder",
    }
}

words! {
    /// What an item is.
    pub enum ItemKind, "kind" {
        /// Something for sale.
        Product = "product",
        /// Something to read.
        Article = "article",
        /// Something to watch.
        Video = "video",
    }
}

record! {
    /// One thing to recommend: a product, an article or a video.
    pub struct Item {
        /// Names the item in the shop's own events and pages (GA4 `item_id`, JSON-LD `sku`); at most 128 characters.
        req id: String,
        /// Its name as shoppers read it.
        req title: Text,
        /// Its page, relative to the catalogue file.
        req url: Address,
        /// Its picture, relative to the catalogue file.
        opt image: Address,
        /// The product file of what can be customized, relative to the catalogue file: it can wear what the shopper designed last.
        opt product: Address,
        /// Products that are kinds of one share it (`item_group_id` in Google's product data, `inProductGroupWithID` in schema.org).
        opt group: String,
        /// What it costs, in minor units.
        opt price: Amount,
        /// What it cost before, in minor units; above the price.
        opt list_price: Amount,
        /// Whether it can be had.
        def availability: Availability = Availability::InStock,
        /// What it is.
        def kind: ItemKind = ItemKind::Product,
        /// Who makes it.
        opt brand: String,
        /// Where it belongs, from wide to narrow: ["Shirts", "Dress shirts"].
        def category: List = List::default(),
        /// What it is like: {"color": ["navy"], "pattern": "check"}.
        def facets: Facets = Facets::default(),
        /// Further words that it is found by.
        def tags: List = List::default(),
        /// How popular it is, from 0 to 1.
        def popularity: f64 = 0.0,
        /// Whether it is used up, so that it may be recommended again some time after it was bought.
        def consumable: bool = false,
        /// The day it came out, such as 2026-09-01; newer articles and videos come first.
        opt published: String,
        /// One short sentence that it is found by.
        opt text: Text,
    }
}

impl Item {
    /// The first moment (UTC) of the day it came out, in milliseconds since the Unix epoch.
    pub fn published_ms(&self) -> Option<i64> {
        day_ms(self.published.as_deref()?)
    }
}

/// The items of a catalogue file; those with errors are left out.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Items {
    list: Vec<Item>,
    // Positions sorted by id.
    by_id: Vec<u32>,
}

impl Items {
    /// The items, in the file's order.
    pub fn list_mut(&mut self) -> &mut [Item] {
        &mut self.list
    }
}

/// Reads the items of a catalogue file one after the other: a page need not have all of them in memory as JSON at a time.
#[derive(Default)]
pub struct ItemsReader {
    list: Vec<Item>,
    // Their places in the file.
    places: Vec<usize>,
    count: usize,
}

impl ItemsReader {
    /// Reads the file's next item.
    pub fn add(&mut self, value: &Value, diagnostics: &mut Diagnostics) {
        let index = self.count;
        self.count += 1;
        let mut own = Diagnostics::new();
        let item = read_item(value, &mut own);
        if own.count() > 0 {
            // Again, to tell it with its place in the file. Few items need this.
            diagnostics.at_index(index, |d| read_item(value, d));
        }
        if !own.has_errors() {
            // A quarter more at a time: twice as much in one piece would be the most memory that a page with a small shop needs.
            if self.list.len() == self.list.capacity() {
                self.list.reserve_exact(self.list.len() / 4 + 16);
            }
            self.places.extend(item.as_ref().map(|_| index));
            self.list.extend(item);
        }
    }

    /// All good items. Of those with the same id the first is kept.
    pub fn done(self, diagnostics: &mut Diagnostics) -> Items {
        let ItemsReader { mut list, places, .. } = self;
        let mut by_id = sorted(&list);
        let id = |at: u32| list.get(at as usize).map(|item| item.id.as_str());
        let mut repeats = vec![false; list.len()];
        for pair in by_id.windows(2) {
            if let [first, second] = pair
                && id(*first) == id(*second)
                && let Some(repeats) = repeats.get_mut(*second as usize)
            {
                *repeats = true;
            }
        }
        if repeats.contains(&true) {
            for ((item, index), repeats) in list.iter().zip(&places).zip(&repeats) {
                if *repeats {
                    let message = say!("\"{}\" is the id of an earlier item; this one is left out", item.id);
                    diagnostics.at_index(*index, |d| d.within("id", |d| d.error(message)));
                }
            }
            let mut repeats = repeats.iter();
            list.retain(|_| repeats.next() == Some(&false));
            by_id = sorted(&list);
        }
        list.shrink_to_fit();
        Items { list, by_id }
    }
}

/// The positions in the order of their ids; those with the same id in their own.
fn sorted(list: &[Item]) -> Vec<u32> {
    let id = |at: usize| list.get(at).map(|item| item.id.as_str());
    let mut by_id: Vec<u32> = (0..list.len() as u32).collect();
    order::sort_positions(&mut by_id, &|a, b| id(a).cmp(&id(b)));
    by_id
}

impl Read for Items {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(list) = value.as_array() else {
            crate::read::wrong_kind("a list", value, diagnostics);
            return None;
        };
        let mut reader = ItemsReader::default();
        for value in list {
            reader.add(value, diagnostics);
        }
        Some(reader.done(diagnostics))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Vec::<Item>::schema()
    }
}

record! {
    /// A Haberdash catalogue file.
    pub struct CatalogFile {
        /// The version of the format: 1.
        req version: i64,
        /// ISO 4217 code of all prices in this file.
        req currency: Currency,
        /// What there is to recommend.
        req items: Items,
        /// What values of facets are called, in one or many languages: {"navy": {"en": "navy", "de": "marineblau"}}.
        def facet_titles: Map<Text> = Map::default(),
        /// What the merchant wants of all strips.
        opt rules: Raw<RulesFile>,
    }
}

/// A catalogue, prepared for ranking. An item is named by its position, as in `catalog.items()[index]`.
#[derive(Clone, Debug)]
pub struct Catalog {
    currency: Currency,
    items: Vec<Item>,
    facet_titles: Map<Text>,
    rules: Option<Raw<RulesFile>>,
    features: Features,
    // Positions sorted by id, and each item's place in that order.
    by_id: Vec<u32>,
    ranks: Vec<u32>,
    typical: f64,
}

impl Catalog {
    /// Reads a catalogue file. It is there with all its good items even when `diagnostics` has errors about bad ones; `None` only when
    /// the file as a whole says nothing: no list of items, no currency, another version.
    pub fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Catalog> {
        let mut file = Self::file(value, diagnostics)?;
        let mut counting = Counting::default();
        counting.add(file.items.list_mut());
        Some(Catalog::new(file, counting.done()))
    }

    /// The first half of [`Catalog::read`], for pages, which do it in several tasks: the items. What they are like is [counted](Counting) next.
    /// Where the items were [read one by one](ItemsReader) the file has none of them, and gets them now.
    pub fn file(value: &Value, diagnostics: &mut Diagnostics) -> Option<CatalogFile> {
        let file = CatalogFile::read(value, diagnostics)?;
        if file.version != 1 {
            diagnostics.within("version", |d| d.error("this Haberdash reads catalogues of version 1"));
            return None;
        }
        Some(file)
    }

    /// The JSON Schema of a catalogue file.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        crate::read::schema::document("Haberdash catalogue", CatalogFile::schema())
    }

    /// The last of [`Catalog::read`]: all together. `features` are those of the file's items.
    pub fn new(file: CatalogFile, features: Features) -> Catalog {
        let CatalogFile { currency, items: Items { list: items, by_id }, facet_titles, rules, .. } = file;
        let mut ranks = vec![0; items.len()];
        for (rank, index) in by_id.iter().enumerate() {
            if let Some(place) = ranks.get_mut(*index as usize) {
                *place = rank as u32;
            }
        }
        let sum: f64 = items.iter().map(|item| item.popularity).sum();
        // A whisker less than the mean, so that equally popular items are all as popular as the typical one.
        let typical = sum / items.len().max(1) as f64 * 0.999_999;
        Catalog { currency, items, facet_titles, rules, features, by_id, ranks, typical }
    }

    /// The currency of all prices.
    pub fn currency(&self) -> &Currency {
        &self.currency
    }

    /// All items, in the file's order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What the catalogue calls the value of a facet, where it says so.
    pub fn facet_title(&self, value: &str) -> Option<&Text> {
        self.facet_titles.0.iter().find(|(name, _)| name == value).map(|(_, title)| title)
    }

    /// What the merchant wants of all strips, as it is written: see [`crate::recommend::merchant`].
    pub fn rules(&self) -> Option<&Raw<RulesFile>> {
        self.rules.as_ref()
    }

    /// What the items are compared by.
    pub fn features(&self) -> &Features {
        &self.features
    }

    /// The position of the item that a page or an event calls `id`: its own id, or what is left of it after the decoration that shops'
    /// tags add (`shopify_DE_<product>_<variant>`, `gid://shopify/Product/<product>`).
    pub fn find(&self, id: &str) -> Option<usize> {
        names_of(id).into_iter().flatten().find_map(|name| self.find_exact(name))
    }

    fn find_exact(&self, id: &str) -> Option<usize> {
        let item_id = |index: &u32| self.items.get(*index as usize).map_or("", |item| item.id.as_str());
        let place = self.by_id.binary_search_by(|index| item_id(index).cmp(id)).ok()?;
        self.by_id.get(place).map(|index| *index as usize)
    }

    /// The place of an item when all are sorted by id: breaks ties.
    pub fn rank(&self, item: usize) -> u32 {
        self.ranks.get(item).copied().unwrap_or(u32::MAX)
    }

    /// The popularity of the typical item (the mean).
    pub fn typical_popularity(&self) -> f64 {
        self.typical
    }
}

/// What an item may be called that a page or an event calls `id`, the likeliest first: see [`Catalog::find`].
pub fn names_of(id: &str) -> [Option<&str>; 3] {
    if let Some(rest) = id.strip_prefix("shopify_") {
        let mut parts = rest.split('_').skip(1);
        let (product, variant) = (parts.next(), parts.next());
        return [Some(id), variant, product];
    }
    [Some(id), id.strip_prefix("gid://").and_then(|rest| rest.rsplit('/').next()), None]
}

fn read_item(value: &Value, diagnostics: &mut Diagnostics) -> Option<Item> {
    let mut item = Item::read(value, diagnostics)?;
    if item.id.trim().is_empty() || item.id.chars().count() > MAX_ID || item.id.chars().any(char::is_control)
    {
        diagnostics.within("id", |d| d.error("expected an id of 1 to 128 characters"));
    }
    for (name, address) in
        [("url", Some(&item.url)), ("image", item.image.as_ref()), ("product", item.product.as_ref())]
    {
        // Browsers skip spaces before a scheme.
        if address.is_some_and(|address| address.0.trim() != &*address.0) {
            diagnostics.within(name, |d| d.error("an address cannot begin or end with a space"));
        }
    }
    for (name, price) in [("price", item.price), ("list_price", item.list_price)] {
        if price.is_some_and(|price| price.0 < 0) {
            diagnostics.within(name, |d| d.error("a price cannot be below 0"));
        }
    }
    if item.kind == ItemKind::Product && item.price.is_none() {
        diagnostics.warning("\"price\" is missing: the item is shown without one");
    }
    if item.list_price.is_some() && item.list_price <= item.price {
        diagnostics.within("list_price", |d| d.warning("is not above the price, and is not shown"));
        item.list_price = None;
    }
    if !(0.0..=1.0).contains(&item.popularity) {
        diagnostics.within("popularity", |d| d.warning("expected a number from 0 to 1; the nearest is used"));
        item.popularity = if item.popularity > 0.0 { item.popularity.min(1.0) } else { 0.0 };
    }
    if item.published.is_some() && item.published_ms().is_none() {
        diagnostics.within("published", |d| d.warning("expected a day such as 2026-09-01; it is ignored"));
        item.published = None;
    }
    Some(item)
}

const DAY_MS: i64 = 86_400_000;

// Days from civil, Howard Hinnant, "chrono-compatible low-level date algorithms" (2013); what follows the day (a time) is ignored.
fn day_ms(text: &str) -> Option<i64> {
    let part = |range: std::ops::Range<usize>| {
        // Four digits at most.
        let more = |number: i64, b: u8| b.is_ascii_digit().then(|| number * 10 + i64::from(b - b'0'));
        text.get(range)?.bytes().try_fold(0, more)
    };
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let separated = text.get(4..5)? == "-" && text.get(7..8)? == "-";
    if !separated || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month > 2 { year } else { year - 1 };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some((era * 146_097 + day_of_era - 719_468) * DAY_MS)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::type_complexity)]
pub(crate) mod tests;
