//! What a configurator starts with: the product, its rules, and the picks that a link or the page remembers.

use super::links;
use crate::app::rules;
use crate::embed::explain;
use crate::embed::site::Site;
use crate::platform::hash::sha256;
use crate::platform::parts::{self, Part};
use crate::platform::{console, dom, fetch, json};
use crate::ui::{ruled, styles, texts, words};
use haberdash_core::compat::Compiled;
use haberdash_core::config::{ConfiguratorConfig, Preference};
use haberdash_core::product::{Product, has_grid, has_image, has_text, is_basic, is_plain};
use haberdash_core::{Diagnostics, Value, canonical};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Waits for the parts that a product file needs before it is read; whether all are there.
pub(in crate::embed) async fn parts_for(file: &Value) -> bool {
    let needed = [
        (!is_plain(file), Part::Rules),
        (!is_basic(file), Part::Fields),
        (has_grid(file), Part::Grid),
        (has_text(file), Part::Text),
        (has_image(file), Part::Logo),
    ];
    parts::all(needed, looks).await
}

/// Reads a product file, waiting for the parts that it needs.
pub(super) async fn product(address: &str, file: &Value) -> Result<Product, String> {
    if !parts_for(file).await {
        return Err(NO_PART.to_owned());
    }
    let hash = hash(file).await.ok_or(NO_PART)?;
    let mut diagnostics = Diagnostics::new();
    let read = Product::file(file, &mut diagnostics);
    let _ = parts::turn().await;
    let product = read.and_then(|read| Product::checked(read, file, hash, &mut diagnostics));
    let Some(product) = product else { return Err(unusable(address, &file.json()).await) };
    if diagnostics.count() > 0 {
        let short = ["the product file ", address, " has problems; haberdash check lists them"].concat();
        warn("product", address, file.json(), short);
    }
    Ok(product)
}

/// Why a product cannot be shown, where a part that it needs cannot be had.
pub(super) const NO_PART: &str = "the product cannot be used: a part of the widget cannot be loaded";

/// The hash of a product file. What comes after it is a task of its own.
pub(in crate::embed) async fn hash(file: &Value) -> Option<String> {
    let (mut pieces, mut length) = (Vec::new(), 0);
    canonical::in_pieces(file, &mut |piece| {
        pieces.push((length, Uint8Array::from(piece.as_bytes())));
        length += piece.len() as u32;
    });
    let bytes = Uint8Array::new_with_length(length);
    pieces.iter().for_each(|(at, piece)| bytes.set(piece, *at));
    sha256(&bytes).await
}

/// Takes what parts say in English, a line for each phrase, and what they look like.
fn looks(text: &str) {
    let (lines, sheet) = text.split_once('\u{1}').unwrap_or((text, ""));
    texts::take(words::PARTS_IN_ENGLISH, "en", lines.to_owned());
    styles::take(sheet);
}

/// Why the product file `text` cannot be used.
async fn unusable(address: &str, text: &str) -> String {
    let short = ["the product file ", address, " cannot be used; haberdash check says why"].concat();
    explain::one("product", address, text, "", &short).await
}

/// The product in `currency`, where it has prices in it, and what goes with what; `None` where every pick goes with every other.
pub(in crate::embed) async fn rules(
    product: Product,
    file: Value,
    currency: Option<&str>,
    base: &str,
) -> (Product, Option<Rc<Compiled>>) {
    let own = product.currency.0.clone();
    let (product, compiled) = match is_plain(&file) {
        true => (product, None),
        false => compiled(product, file, currency, base).await,
    };
    if let Some(asked) = currency.filter(|asked| *asked != &*product.currency.0) {
        let others = product.price_lists.iter().map(|list| &*list.currency.0);
        let there_are = [&*own].into_iter().chain(others).collect::<Vec<_>>().join(", ");
        console::warn(
            &["data-currency: the product has no prices in ", asked, "; there are: ", &there_are].concat(),
        );
    }
    (product, compiled)
}

/// The same of a product with rules. In the part `rules`.
#[inline(never)]
fn compiled<'a>(
    product: Product,
    file: Value,
    currency: Option<&'a str>,
    base: &'a str,
) -> explain::Later<'a, (Product, Option<Rc<Compiled>>)> {
    Box::pin(async move {
        let stored = file.get("compiled").and_then(Value::as_str);
        let stored = stored.and_then(|address| dom::absolute(address, base));
        // Not in memory beside what is made now.
        drop(file);
        let stored = match stored {
            // Without it they are compiled here.
            Some(address) => fetch::bytes(&address).await.ok(),
            None => None,
        };
        let stored = stored.map(|bytes| Uint8Array::new(&bytes).to_vec());
        styles::take_ruled(ruled::styles());
        let (product, compiled) = rules::compile(product, stored.as_deref(), currency);
        (product, Some(Rc::new(compiled)))
    })
}

/// Writes sentences about a product file into the console, when the companion has them.
pub(super) fn warn(kind: &'static str, name: &str, text: String, short: String) {
    let name = name.to_owned();
    spawn_local(async move { explain::warn(kind, &name, &text, "", &short).await });
}

/// The picks to start with: those of the preset that the host names, else none but the merchant's defaults.
pub(super) fn picks(product: &Product, file: &Value, config: &ConfiguratorConfig) -> Value {
    let Some(id) = &config.preset else { return Value::Object(Vec::new()) };
    product.preset(id).unwrap_or_else(|| {
        warn("preset", id, file.json(), ["data-preset: there is no preset \"", id, "\""].concat());
        Value::Object(Vec::new())
    })
}

/// Picks to start with.
pub(super) struct Restored {
    /// As in a link; none where it cannot be followed now.
    pub picks: Option<Value>,
    /// A sentence for the shopper where a link could not be followed.
    pub notice: &'static str,
    /// What of another product's design did not come along, as the link says.
    pub left: Option<Value>,
}

/// Whether the shopper's taste is asked for, and known, to start with or to put choices in order.
pub(super) fn tastes(site: &Site, config: &ConfiguratorConfig, is_restored: bool) -> (bool, bool) {
    let state = site.shopper.store.get();
    let is_known = state.history.events().iter().any(|event| !event.facets.is_empty());
    let asks = |preference: Preference| is_known && preference == Preference::Taste;
    (asks(config.start) && !is_restored, asks(config.order))
}

/// What the page had before a reload or Back, else what its link says, where that can be followed.
pub(super) async fn restored(product: &Product, key: &str, locale: &str) -> Option<Restored> {
    let state = dom::window().history().ok().and_then(|history| history.state().ok()).unwrap_or_default();
    let own = dom::get(&state, "haberdash").and_then(|all| dom::get(&all, key));
    match own.as_ref().and_then(json::from_page) {
        Some(picks) => Some(Restored { picks: Some(picks), notice: "", left: None }),
        None => links::follow(product, locale).await,
    }
}
