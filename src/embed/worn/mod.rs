//! What a shopper designed before, on what is here now: other products in strips ([`cards`]), what a configurator starts with and how it orders choices
//! ([`start`]), and what of another product's design did not come along. All of this is in the part `worn` (`docs/decisions/parts.md`): whoever calls it has
//! waited for that.

pub mod cards;
mod product;
mod start;

use super::configurator::links;
use super::configurator::logo::known;
use super::language;
use super::site::Site;
use crate::app::roots::Extra;
use crate::app::rules;
use crate::platform::parts::{self, Part};
use crate::platform::{console, dom, now};
use crate::ui::texts;
use crate::ui::worn::{self, WORN, Worn};
use haberdash_core::Value;
use haberdash_core::compat::Compiled;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::Selection;
use haberdash_core::transfer::{Left, Taste};
use js_sys::{Array, Object, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// What a configurator begins with besides its product.
#[derive(Default)]
pub struct Begun {
    /// Picks as in a link, by the shopper's taste.
    pub picks: Option<Value>,
    /// By option, the order of its choices, where it is not the merchant's.
    pub order: Vec<Option<Vec<usize>>>,
    /// What says so above the options.
    pub extra: Option<Box<dyn Extra>>,
}

/// Sees to it that the words are there, and that it is known which pictures the page's link brings. The promise is kept when they are.
#[inline(never)]
pub fn open(site: &Rc<Site>, locale: &str) -> Promise {
    let (site, language) = (Rc::clone(site), worn::language(locale));
    future_to_promise(async move {
        match language::fetched(&site, WORN, language).await {
            Ok(()) => {
                // Whether the pictures are there that the page's link has tickets for is said with what was left out.
                if links::tickets().is_some() && parts::there(parts::promise(Part::Logo)).await {
                    let _ = JsFuture::from(known::follow(&site)).await;
                }
                Ok(JsValue::UNDEFINED)
            }
            Err(why) => {
                console::warn(&why);
                Err(JsValue::UNDEFINED)
            }
        }
    })
}

/// What a configurator begins with: by taste what it starts with, and the order of choices, each if asked for; and a sentence about what its link
/// left behind.
#[inline(never)]
pub fn begin(
    site: &Rc<Site>,
    locale: &str,
    (product, rules): (&Product, Option<&Compiled>),
    (start, order): (bool, bool),
    left: Option<&Value>,
) -> Begun {
    let mut begun = Begun::default();
    let taste = Taste::of(&site.shopper.store.get().history, now());
    if start {
        begun.picks = taste.start(product, &|selection| mended(product, rules, selection));
    }
    if begun.picks.is_some() {
        begun.extra = start::line(locale);
    }
    if order {
        begun.order = (0..product.options.len()).map(|option| taste.order(product, option)).collect();
    }
    let words = left.and_then(Value::as_array).unwrap_or_default();
    let mut lost: Vec<Left> = words.iter().filter_map(|word| Left::from_word(word.as_str()?)).collect();
    if left.is_some() && !lost.contains(&Left::Logo) && !pictures_came(product) {
        lost.push(Left::Logo);
    }
    if !lost.is_empty() {
        begun.extra = start::note(&texts::fill(worn::worn(locale, Worn::Came), &listed(locale, &lost)));
    }
    begun
}

/// Whether the pictures that the page's link has tickets for are on `product`.
fn pictures_came(product: &Product) -> bool {
    links::tickets().is_none() || takes_pictures(product) && known::came(product)
}

/// Whether `product` has an option for a picture: then the part `logo` is there.
fn takes_pictures(product: &Product) -> bool {
    product.options.iter().any(|option| matches!(option.kind, Kind::Image(_)))
}

/// The nearest to `selection` that rules allow.
fn mended(product: &Product, compiled: Option<&Compiled>, selection: &Selection) -> Option<Selection> {
    match compiled {
        Some(compiled) => rules::nearest(product, compiled, selection),
        None => Some(selection.clone()),
    }
}

/// What did not come along, as a list in words: "pattern and monogram" (ECMA-402, `Intl.ListFormat`).
fn listed(locale: &str, left: &[Left]) -> String {
    let words: Vec<&str> = left.iter().map(|left| worn::left(locale, *left)).collect();
    let list: Array = words.iter().map(|word| JsValue::from(*word)).collect();
    let format = || {
        let class = dom::get(&dom::get(&dom::window(), "Intl")?, "ListFormat")?;
        let class: js_sys::Function = class.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"conjunction".into()).ok()?;
        let format = Reflect::construct(&class, &Array::of2(&locale.into(), &options)).ok()?;
        dom::call(&format, "format", &[list.into()])?.as_string()
    };
    format().unwrap_or_else(|| words.join(", "))
}
