//! What a configurator starts with: the product, its rules, and the picks that a link or the page remembers.

use crate::embed::explain;
use crate::platform::companion::Known;
use crate::platform::{companion, console, dom, fetch, json};
use crate::ui::words::{Word, word};
use haberdash_core::config::ConfiguratorConfig;
use haberdash_core::link;
use haberdash_core::price;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::Selection;
use haberdash_core::{Diagnostics, Value};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

pub(super) async fn product(address: &str, file: &Value) -> Result<Product, String> {
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(file, &mut diagnostics);
    let Some(product) = product else { return Err(unusable(address, &file.to_string()).await) };
    if diagnostics.count() > 0 {
        let short = ["the product file ", address, " has problems; haberdash check lists them"].concat();
        warn("product", address, file.to_string(), short);
    }
    Ok(product)
}

/// Why the product file `text` cannot be used.
async fn unusable(address: &str, text: &str) -> String {
    let short = ["the product file ", address, " cannot be used; haberdash check says why"].concat();
    explain::one("product", address, text, "", &short).await
}

/// What goes with what, and what it costs; `None` where every pick goes with every other, and prices are plain sums.
pub(super) async fn rules(
    product: &Product,
    file: &Value,
    currency: Option<&str>,
    (locale, fallback): (&str, &str),
    (address, base): (&str, &str),
) -> Result<Option<Known>, String> {
    let limited = product.options.iter().any(|option| matches!(option.kind, Kind::Multi(_)));
    let ruled = file.get("rules").and_then(Value::as_array).is_some_and(|rules| !rules.is_empty());
    let other = currency.filter(|other| **other != *product.currency.0);
    if !limited && !ruled && other.is_none() && price::is_plain(file) {
        return Ok(None);
    }
    let text = file.to_string();
    let stored =
        file.get("compiled").and_then(Value::as_str).and_then(|address| dom::absolute(address, base));
    let stored = match stored {
        // Without it the companion compiles.
        Some(address) => fetch::bytes(&address).await.unwrap_or_default(),
        None => JsValue::UNDEFINED,
    };
    let known = match companion::rules(&text, &stored, locale, fallback, currency.unwrap_or_default()).await {
        Ok(known) => known,
        Err(why) if !why.is_empty() => return Err(why),
        Err(_) => return Err(unusable(address, &text).await),
    };
    if let Some(currency) = currency.filter(|asked| known.currencies.first().is_none_or(|own| own != asked)) {
        let there_are = known.currencies.join(", ");
        console::warn(
            &["data-currency: the product has no prices in ", currency, "; there are: ", &there_are].concat(),
        );
    }
    Ok(Some(known))
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
        warn("preset", id, file.to_string(), ["data-preset: there is no preset \"", id, "\""].concat());
        Value::Object(Vec::new())
    })
}

/// What the page had before a reload or Back, else what its link says; with a sentence for the shopper where that could not be followed.
pub(super) fn restored(product: &Product, key: &str, locale: &str) -> Option<(Value, &'static str)> {
    let state = dom::window().history().ok().and_then(|history| history.state().ok()).unwrap_or_default();
    let own = dom::get(&state, "haberdash").and_then(|all| dom::get(&all, key));
    match own.as_ref().and_then(json::from_page) {
        Some(value) => Some((value, "")),
        None => linked(product, locale),
    }
}

/// What the page's link says, if it is about this product.
pub(super) fn linked(product: &Product, locale: &str) -> Option<(Value, &'static str)> {
    let fragment = dom::window().location().hash().ok()?;
    let value = link::decode(&fragment)?.ok().and_then(|text| json::parse(&text));
    let Some(value) = value else {
        return Some((Value::Object(Vec::new()), word(locale, Word::LinkDamaged)));
    };
    // A link to another product of the page is that one's business.
    let (id, selection) = link::parts(&value)?;
    if id != product.id.as_str() {
        return None;
    }
    let (_, problems) = Selection::from_value(product, selection);
    Some((selection.clone(), if problems.is_empty() { "" } else { word(locale, Word::LinkPartly) }))
}
