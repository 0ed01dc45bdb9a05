//! What goes into the shop's cart: properties a person can read, the exact price, and the order claim a back office can verify.

pub mod parts;
mod verify;

use crate::image::{Files, order};
use crate::price::{self, PriceBreakdown};
use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection};
use crate::text::language_of;
use crate::value::Value;

pub use verify::{in_claimed_currency, verify};

/// The most units one line may have.
pub const MAX_QUANTITY: i64 = 1_000_000;

/// A configured product as a line of a cart.
#[derive(Clone, Debug, PartialEq)]
pub struct LineItem {
    /// What a person reads: option title and choice title or text, in the product's order. Options where this is empty are left out.
    /// Last, where the product file asks for it, the [parts list](parts).
    pub properties: Vec<(String, String)>,
    /// The price of one unit in minor units, and why.
    pub price: PriceBreakdown,
    /// How many.
    pub quantity: i64,
    /// `price.unit` times `quantity`.
    pub total: i64,
    /// The order claim, see [`claim`].
    pub claim: Value,
}

impl LineItem {
    /// Lists the shopper's files that `selection` uses in the claim: their names and sizes are known only where the files are.
    pub fn list_files(&mut self, product: &Product, selection: &Selection, files: &Files) {
        let list = order::list(product, selection, files);
        if let Value::Object(fields) = &mut self.claim
            && let Some((_, value)) = fields.iter_mut().find(|(name, _)| name == "files")
        {
            *value = list;
        }
    }
}

/// Makes the line of `quantity` units (brought into 1 to [`MAX_QUANTITY`]), with words in `language`.
/// `None` when the total leaves the range of exact numbers.
pub fn line_item(
    product: &Product,
    selection: &Selection,
    quantity: i64,
    language: &str,
    fallback: &str,
) -> Option<LineItem> {
    let quantity = quantity.clamp(1, MAX_QUANTITY);
    let price = price::price(product, selection, quantity)?;
    line_at(product, selection, quantity, price, language, fallback)
}

/// The same at a `price` that is known: of one of `quantity` units.
pub fn line_at(
    product: &Product,
    selection: &Selection,
    quantity: i64,
    price: PriceBreakdown,
    language: &str,
    fallback: &str,
) -> Option<LineItem> {
    let quantity = quantity.clamp(1, MAX_QUANTITY);
    let total = price::total(price.unit, quantity)?;
    let mut properties = Vec::new();
    for (index, option) in product.options.iter().enumerate() {
        let text = pick_text(product, selection, index, language, fallback);
        if !text.is_empty() {
            properties.push((option.title.get(language, fallback).to_owned(), text));
        }
    }
    if product.extras.is_some() {
        parts::add(product, selection, &price, (language, fallback), &mut properties);
    }
    let claim = claim(product, selection, quantity, price.unit, total);
    Some(LineItem { properties, price, quantity, total, claim })
}

/// What was picked in the option at `index`, in words; empty for toggles that are off, empty texts and hidden options.
pub fn pick_text(
    product: &Product,
    selection: &Selection,
    index: usize,
    language: &str,
    fallback: &str,
) -> String {
    selection.pick(index).map_or(String::new(), |pick| text_of(product, index, pick, language, fallback))
}

/// A pick of the option at `index`, in words.
pub fn text_of(product: &Product, index: usize, pick: &Pick, language: &str, fallback: &str) -> String {
    let Some(option) = product.options.get(index) else { return String::new() };
    let name = |position: &usize| match option.kind.choices().and_then(|choices| choices.get(*position)) {
        Some(choice) => match &choice.title {
            Some(title) => title.get(language, fallback).to_owned(),
            None => choice.id.as_str().to_owned(),
        },
        None => String::new(),
    };
    match pick {
        Pick::Choice(position) => name(position),
        Pick::Multi(list) => list.iter().map(name).collect::<Vec<_>>().join(", "),
        Pick::Toggle(true) => yes(language).to_owned(),
        Pick::Number(step) => {
            let number = option.kind.numbers().map_or(String::new(), |(steps, _)| steps.text(*step));
            match &option.kind {
                Kind::Measure(measure) => [&number, " ", &measure.unit].concat(),
                _ => number,
            }
        }
        Pick::Text(text) => text.clone(),
        Pick::Color(color) => {
            let Kind::Color(kind) = &option.kind else { return String::new() };
            let named = kind.palette.iter().find(|swatch| swatch.color == *color);
            let title = named.and_then(|swatch| swatch.title.as_ref());
            title.map_or_else(|| color.hex(), |title| title.get(language, fallback).to_owned())
        }
        Pick::Image(Some(_)) => order::words(language).to_owned(),
        Pick::Toggle(false) | Pick::Image(None) | Pick::Hidden => String::new(),
    }
}

/// What a toggle that is on says in an order.
fn yes(language: &str) -> &'static str {
    match language_of(language) {
        "de" => "ja",
        "fr" => "oui",
        "es" => "sí",
        "ar" => "نعم",
        _ => "yes",
    }
}

/// The order claim: what was ordered and what the browser says it costs. In canonical JSON it is the same to the byte wherever it is made.
pub fn claim(product: &Product, selection: &Selection, quantity: i64, unit_price: i64, total: i64) -> Value {
    Value::record([
        ("v", Value::from(1_i64)),
        ("product", Value::from(product.id.as_str())),
        ("hash", Value::from(product.hash.as_str())),
        ("selection", selection.to_value(product)),
        ("quantity", Value::from(quantity)),
        ("currency", Value::from(&*product.currency.0)),
        ("unit_price", Value::from(unit_price)),
        ("total", Value::from(total)),
        ("files", Value::Array(Vec::new())),
    ])
}
