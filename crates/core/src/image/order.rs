//! What an order says about pictures.

use super::Files;
use crate::product::{Kind, Product};
use crate::selection::{Pick, Selection};
use crate::text::language_of;
use crate::value::Value;

/// What an order says, in words, where a picture was picked.
#[inline(never)]
pub fn words(language: &str) -> &'static str {
    match language_of(language) {
        "de" => "Eigenes Bild",
        "fr" => "Image personnelle",
        "es" => "Imagen propia",
        "ar" => "صورة خاصة",
        _ => "Own picture",
    }
}

/// The files that `selection` uses, each once, in the product's order: `{name, sha256, size}`. What is not at hand is left out.
#[inline(never)]
pub fn list(product: &Product, selection: &Selection, files: &Files) -> Value {
    let mut list: Vec<Value> = Vec::new();
    for sha256 in hashes(product, selection) {
        if let Some(file) = files.get(&sha256) {
            list.push(entry(&file.name, &sha256, file.bytes));
        }
    }
    Value::Array(list)
}

fn entry(name: &str, sha256: &str, bytes: i64) -> Value {
    Value::record([
        ("name", Value::from(name)),
        ("sha256", Value::from(sha256)),
        ("size", Value::from(bytes)),
    ])
}

/// The hashes of the pictures that are picked, each once, in the product's order.
pub fn hashes(product: &Product, selection: &Selection) -> Vec<std::rc::Rc<str>> {
    let mut list: Vec<std::rc::Rc<str>> = Vec::new();
    for option in 0..product.options.len() {
        if let Some(Pick::Image(Some(placed))) = selection.pick(option)
            && !list.contains(&placed.file)
        {
            list.push(placed.file.clone());
        }
    }
    list
}

/// The longest name of a file that is believed.
const MAX_NAME: usize = 400;

/// What the field `files` of a claim should be, where it has `found`: names and sizes are only known there. What is wrong with them is told.
pub fn expected(
    product: &Product,
    selection: &Selection,
    found: &Value,
    problems: &mut Vec<String>,
) -> Value {
    let entries = found.as_array().unwrap_or_default();
    let mut list = Vec::new();
    for sha256 in hashes(product, selection) {
        let named =
            entries.iter().find(|entry| entry.get("sha256").and_then(Value::as_str) == Some(&*sha256));
        let Some(named) = named else {
            problems.push(say!("files: the picture {sha256} is picked and not listed"));
            continue;
        };
        let name = named.get("name").and_then(Value::as_str).filter(|name| name.len() <= MAX_NAME);
        let bytes = named.get("size").and_then(Value::as_i64);
        let most = product.options.iter().enumerate().filter_map(|(at, option)| {
            match (&option.kind, selection.pick(at)) {
                (Kind::Image(kind), Some(Pick::Image(Some(placed)))) if placed.file == sha256 => {
                    Some(kind.max_bytes)
                }
                _ => None,
            }
        });
        match (name, bytes, most.min()) {
            (Some(name), Some(bytes), Some(most)) if (1..=most).contains(&bytes) => {
                list.push(entry(name, &sha256, bytes));
            }
            (_, _, most) => problems.push(say!(
                "files: the picture {sha256} needs a name and a size of {} bytes at most",
                most.unwrap_or_default()
            )),
        }
    }
    Value::Array(list)
}
