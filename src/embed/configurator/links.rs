//! Designs that come by the page's link. Following one is in the part `seldom`: few visits begin with a link. What is said of tickets for pictures is where those
//! are needed, in the parts `worn` and `logo`.

use super::Mounted;
use super::begin::Restored;
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::platform::parts::{self, Part};
use crate::platform::{dom, json};
use crate::ui::words::{SeldomWord, Word, seldom_word, word};
use haberdash_core::Value;
use haberdash_core::link;
use haberdash_core::product::Product;
use haberdash_core::selection::Selection;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What stands after the address of the page, from `#` on.
fn fragment() -> String {
    dom::window().location().hash().unwrap_or_default()
}

/// What the page's link says, if it has one and that is about this product.
pub(super) async fn follow(product: &Product, locale: &str) -> Option<Restored> {
    if !fragment().split(&['#', '&'][..]).any(|field| field.starts_with(link::PARAMETER)) {
        return None;
    }
    if parts::there(parts::promise(Part::Seldom)).await {
        return linked(product, locale);
    }
    Some(Restored { picks: None, notice: word(locale, Word::NotLoaded), left: None })
}

/// What the page's link says, if it is about this product.
#[inline(never)]
fn linked(product: &Product, locale: &str) -> Option<Restored> {
    let value = link::decode(&fragment())?.ok().and_then(|text| json::parse(&text));
    let Some(value) = value else {
        let notice = seldom_word(locale, SeldomWord::LinkDamaged);
        return Some(Restored { picks: Some(Value::Object(Vec::new())), notice, left: None });
    };
    // A link to another product of the page is that one's business.
    let (id, selection) = link::parts(&value)?;
    if id != product.id.as_str() {
        return None;
    }
    let (_, problems) = Selection::from_value(product, selection);
    let mut selection = selection.clone();
    let lacks = link::drop_pictures(product, &mut selection) || link::lacks_pictures(&value);
    let tickets = value.get(link::TICKETS);
    // What has tickets for its pictures may have them yet.
    let notice = if lacks && tickets.is_none() {
        seldom_word(locale, SeldomWord::LinkWithoutPicture)
    } else if problems.is_empty() {
        ""
    } else {
        seldom_word(locale, SeldomWord::LinkPartly)
    };
    Some(Restored { picks: Some(selection), notice, left: value.get(link::LEFT).or(tickets).cloned() })
}

/// What the page's link carries.
#[inline(never)]
fn carried() -> Option<Value> {
    json::parse(&link::decode(&fragment())?.ok()?)
}

/// The tickets for pictures that the page's link has, by option.
#[inline(never)]
pub(in crate::embed) fn tickets() -> Option<Value> {
    carried()?.get(link::TICKETS).filter(|tickets| tickets.as_object().is_some()).cloned()
}

/// Whether the page's link is about `product`.
#[inline(never)]
pub(super) fn is_for(product: &Product) -> bool {
    carried().is_some_and(|value| link::parts(&value).is_some_and(|(id, _)| id == product.id.as_str()))
}

/// Takes tickets out of the page's address, which shoppers may pass on: the page remembers the pictures by itself now.
#[inline(never)]
pub(super) fn drop_tickets() -> Option<()> {
    let mut value = carried()?;
    if let Value::Object(fields) = &mut value {
        fields.retain(|(name, _)| name != link::TICKETS);
    }
    let page = dom::window().location().href().ok()?;
    let address = [page.split('#').next()?, "#", &link::write(&value)].concat();
    let history = dom::window().history().ok()?;
    history.replace_state_with_url(&history.state().ok()?, "", Some(&address)).ok()
}

/// Says that `link` was copied when `written` is kept, else what it is.
#[inline(never)]
pub(super) fn copied(mounted: Rc<Mounted>, link: String, written: Option<JsFuture>) {
    spawn_local(async move {
        let copied = match written {
            Some(written) => written.await.is_ok(),
            None => false,
        };
        let locale = &mounted.store.get().setting.locale;
        let mut text = if copied {
            word(locale, Word::LinkCopied).to_owned()
        } else {
            [word(locale, Word::LinkHere), " ", &link].concat()
        };
        if let Some(desk) = mounted.desk.get() {
            text.push_str(desk.about_link());
        }
        act(&mounted.store, Action::Notice(text));
    });
}
