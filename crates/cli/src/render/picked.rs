//! What is drawn: a selection from the command line, held to the product and its rules.

use crate::{input, json, report};
use haberdash_core::Value;
use haberdash_core::compat::{self, Compiled, change_sentence};
use haberdash_core::diagnostics::unknown;
use haberdash_core::product::Product;
use haberdash_core::selection::Selection;
use std::path::Path;

/// What the command line says about it.
pub struct Wish<'a> {
    /// A file, `-`, or JSON.
    pub selection: Option<&'a str>,
    /// A preset's id.
    pub preset: Option<&'a str>,
    /// Whether what does not fit is mended.
    pub repair: bool,
    /// For what was changed.
    pub language: &'a str,
}

/// The selection; `Ok(Err(…))` says why there is none that fits.
pub fn read(product: &Product, wish: &Wish) -> Result<Result<Selection, Vec<String>>, String> {
    if let Some(id) = wish.preset {
        let ids = product.presets.iter().map(|preset| preset.id.as_str());
        return Selection::preset(product, id).map(Ok).ok_or_else(|| unknown("preset", id, ids));
    }
    let Some(given) = wish.selection else { return Ok(Ok(Selection::defaults(product))) };
    let text = match given {
        "-" => input::stdin().map_err(|why| format!("stdin {why}"))?,
        json if json.trim_start().starts_with('{') => json.to_owned(),
        file => input::text(Path::new(file)).map_err(|why| format!("{file} {why}"))?,
    };
    let document = match json::parse(&text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.place;
            let (line, column) = (place.line, place.column);
            return Ok(Err(vec![format!("the selection, line {line}, column {column}: {}", error.message)]));
        }
    };
    let (value, mut problems) = in_claim(product, &document.value);
    let (selection, wrong) = Selection::from_value(product, value);
    problems.extend(wrong);
    let broken = product.broken(&selection);
    problems.extend(broken.into_iter().map(|source| compat::sentence(product, source, "en")));
    if problems.is_empty() {
        return Ok(Ok(selection));
    }
    if !wish.repair {
        return Ok(Err(problems));
    }
    problems.iter().for_each(|problem| report::say(&report::printable(&format!("mended: {problem}"))));
    let Some(mended) = Compiled::new(product).repair(product, &selection) else {
        return Ok(Err(vec!["the rules allow no selection at all".to_owned()]));
    };
    for change in &mended.changes {
        report::say(&report::printable(&change_sentence(product, change, wish.language)));
    }
    Ok(Ok(mended.selection))
}

/// The selection in `value`, when that is an order claim, else `value`; with what is wrong with the claim for a picture.
fn in_claim<'v>(product: &Product, value: &'v Value) -> (&'v Value, Vec<String>) {
    let selection = value.get("selection").filter(|selection| selection.as_object().is_some());
    let (Some(selection), Some(_)) = (selection, value.get("v")) else { return (value, Vec::new()) };
    let mut problems = Vec::new();
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    if text("product") != Some(product.id.as_str()) {
        let named = text("product").unwrap_or_default();
        problems
            .push(format!("product: the claim is of \"{named}\", the product file of \"{}\"", product.id));
    } else if text("hash") != Some(&product.hash) {
        problems
            .push("hash: the claim was made from another product file (or another version of it)".to_owned());
    }
    (selection, problems)
}
