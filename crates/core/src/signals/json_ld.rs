//! What a page is about, from its JSON-LD.

use super::{Signal, id_text};
use crate::catalog::Catalog;
use crate::history::EventKind;
use crate::value::Value;

/// What a thing on a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// `Product` or `ProductGroup`.
    Product,
    /// `Article`, `BlogPosting` and the like.
    Article,
    /// `VideoObject`
    Video,
}

/// A thing that the page says it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageItem {
    /// What it is.
    pub kind: PageKind,
    /// What it is called, the most specific first: `sku`, `productID`, `identifier`, `productGroupID`, `mpn`, `gtin`, then those of its variants.
    pub ids: Vec<String>,
}

impl PageItem {
    /// That the shopper looks at it: a view of a product, or the reading of an article or video.
    pub fn signal(&self) -> Option<Signal> {
        let kind = if self.kind == PageKind::Product { EventKind::View } else { EventKind::Read };
        Some(Signal::item(kind, self.ids.first()?))
    }
}

/// The things that a JSON-LD script is about, in its order. Takes an object, lists, `@graph`, and a page's `mainEntity`; `@type` as one or many.
/// Things merely mentioned (`isRelatedTo`, an `ItemList`) are left out.
pub fn json_ld(value: &Value) -> Vec<PageItem> {
    let mut items = Vec::new();
    collect(value, 0, &mut items);
    items
}

/// The catalogue's position of what the page is about. A page about several products is a list: it has no current item.
pub fn current_item(items: &[PageItem], catalog: &Catalog) -> Option<usize> {
    let mut found = None;
    for item in items {
        // The group and its variant may both be there.
        let Some(index) = item.ids.iter().find_map(|id| catalog.find(id)) else { continue };
        if found.is_some_and(|other| other != index) {
            return None;
        }
        found = Some(index);
    }
    found
}

const MAX_DEPTH: usize = 4;
const MAX_ITEMS: usize = 100;
const IDS: [&str; 10] = [
    "sku",
    "productID",
    "identifier",
    "productGroupID",
    "mpn",
    "gtin",
    "gtin13",
    "gtin12",
    "gtin14",
    "gtin8",
];

fn collect(value: &Value, depth: usize, items: &mut Vec<PageItem>) {
    if depth > MAX_DEPTH || items.len() >= MAX_ITEMS {
        return;
    }
    if let Some(list) = value.as_array() {
        for entry in list {
            collect(entry, depth + 1, items);
        }
        return;
    }
    if let Some(kind) = kind(value) {
        let mut ids = Vec::new();
        add_ids(value, &mut ids);
        for variant in one_or_many(value.get("hasVariant")) {
            add_ids(variant, &mut ids);
        }
        items.push(PageItem { kind, ids });
    }
    for name in ["@graph", "mainEntity"] {
        if let Some(inner) = value.get(name) {
            collect(inner, depth + 1, items);
        }
    }
}

fn kind(value: &Value) -> Option<PageKind> {
    one_or_many(value.get("@type")).iter().filter_map(Value::as_str).find_map(|name| {
        // Also `https://schema.org/Product` and `schema:Product`.
        match name.rsplit(&['/', ':', '#'][..]).next()? {
            "Product" | "ProductGroup" | "ProductModel" | "IndividualProduct" => Some(PageKind::Product),
            "Article" | "NewsArticle" | "BlogPosting" | "TechArticle" | "HowTo" | "Recipe" => {
                Some(PageKind::Article)
            }
            "VideoObject" => Some(PageKind::Video),
            _ => None,
        }
    })
}

fn add_ids(value: &Value, ids: &mut Vec<String>) {
    for name in IDS {
        for entry in one_or_many(value.get(name)) {
            // `identifier` may be a `PropertyValue`.
            let id = id_text(entry.get("value").unwrap_or(entry));
            if let Some(id) = id.filter(|id| !ids.contains(id) && ids.len() < MAX_ITEMS) {
                ids.push(id);
            }
        }
    }
}

fn one_or_many(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}
