//! Designs that come by the page's link. Following one is in the part `seldom`: few visits begin with a link.

use super::begin::Restored;
use crate::platform::parts::{self, Part};
use crate::platform::{dom, json};
use crate::ui::words::{Word, word};
use haberdash_core::Value;
use haberdash_core::link;
use haberdash_core::product::Product;
use haberdash_core::selection::Selection;

/// What stands after the address of the page, from `#` on.
fn fragment() -> String {
    dom::window().location().hash().unwrap_or_default()
}

/// Waits for what is needed to follow the page's link; whether that is there. Without a link nothing is.
pub(super) async fn can_follow() -> bool {
    let is_linked = fragment().split(&['#', '&'][..]).any(|field| field.starts_with(link::PARAMETER));
    is_linked && parts::there(parts::promise(Part::Seldom)).await
}

/// What the page's link says, if it is about this product.
#[inline(never)]
pub(super) fn linked(product: &Product, locale: &str) -> Option<Restored> {
    let value = link::decode(&fragment())?.ok().and_then(|text| json::parse(&text));
    let Some(value) = value else {
        let notice = word(locale, Word::LinkDamaged);
        return Some(Restored { picks: Value::Object(Vec::new()), notice, left: None });
    };
    // A link to another product of the page is that one's business.
    let (id, selection) = link::parts(&value)?;
    if id != product.id.as_str() {
        return None;
    }
    let (_, problems) = Selection::from_value(product, selection);
    let mut selection = selection.clone();
    let notice = if link::drop_pictures(product, &mut selection) || link::lacks_pictures(&value) {
        word(locale, Word::LinkWithoutPicture)
    } else if problems.is_empty() {
        ""
    } else {
        word(locale, Word::LinkPartly)
    };
    Some(Restored { picks: selection, notice, left: value.get(link::LEFT).cloned() })
}
