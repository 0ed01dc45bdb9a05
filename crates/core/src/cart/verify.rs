//! Whether an order claim says what this code would have written.

use super::{MAX_QUANTITY, line_item};
use crate::canonical;
use crate::compat;
use crate::diagnostics::unknown;
use crate::image::order;
use crate::price::PriceBreakdown;
use crate::product::Product;
use crate::selection::Selection;
use crate::value::Value;

/// The product with the prices of the claim's currency, when it has some, else with its own.
pub fn in_claimed_currency(product: &Product, claim: &Value) -> Option<Product> {
    product.in_currency(claim.get("currency")?.as_str()?)
}

/// Re-prices a claim from the product file, by the price list of the claim's currency. `Ok` is the price when every field is as this code would have written it; `Err` names each field that differs.
pub fn verify(product: &Product, claim: &Value) -> Result<PriceBreakdown, Vec<String>> {
    let other = in_claimed_currency(product, claim);
    let product = other.as_ref().unwrap_or(product);
    let mut problems = Vec::new();
    let Some(fields) = claim.as_object() else {
        return Err(vec![say!("a claim is an object, this is {}", claim.kind())]);
    };
    if claim.get("hash").and_then(Value::as_str) != Some(&product.hash) {
        problems
            .push("hash: the claim was made from another product file (or another version of it)".to_owned());
    }
    let empty = Value::Object(Vec::new());
    let (selection, wrong) = Selection::from_value(product, claim.get("selection").unwrap_or(&empty));
    problems.extend(wrong.into_iter().map(|problem| say!("selection: {problem}")));
    for source in product.broken(&selection) {
        problems.push(["selection: ", &compat::sentence(product, source, "en")].concat());
    }
    let quantity = claim.get("quantity").and_then(Value::as_i64);
    let quantity = quantity.filter(|q| (1..=MAX_QUANTITY).contains(q)).unwrap_or_else(|| {
        problems.push(say!("quantity: expected a whole number from 1 to {MAX_QUANTITY}"));
        1
    });
    let Some(line) = line_item(product, &selection, quantity, "", "") else {
        problems.push("total: this has no price, or one below nothing or too large to be exact".to_owned());
        return Err(problems);
    };
    let nothing = Value::Array(Vec::new());
    let files = order::expected(product, &selection, claim.get("files").unwrap_or(&nothing), &mut problems);
    for (name, expected) in line.claim.as_object().unwrap_or_default() {
        let expected = if name == "files" { &files } else { expected };
        let found = claim.get(name);
        let same = found.is_some_and(|found| canonical::to_string(found) == canonical::to_string(expected));
        if !same && name != "hash" && !(name == "quantity" && found.and_then(Value::as_i64) != Some(quantity))
        {
            let found = found.map_or("nothing".to_owned(), |v| shorten(&canonical::to_string(v)));
            problems.push(say!("{}: expected {expected}, the claim has {found}", name.as_str()));
            if name == "currency" && !product.price_lists.is_empty() {
                problems.push(["currency: there are prices in ", &product.currencies().join(", ")].concat());
            }
        }
    }
    for (name, _) in fields {
        let known = line.claim.as_object().unwrap_or_default();
        if !known.iter().any(|(k, _)| k == name) {
            problems.push(unknown("field", name, known.iter().map(|(k, _)| k.as_str())));
        }
    }
    if problems.is_empty() { Ok(line.price) } else { Err(problems) }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= 200 {
        return text.to_owned();
    }
    text.chars().take(199).chain(['…']).collect()
}
