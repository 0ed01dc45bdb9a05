//! What is counted without the feature `sentences` is what is told with it: `tests/counts.txt` has the numbers, and this test runs both ways.
//!
//! ```console
//! $ cargo test -p haberdash-core --test counts
//! $ cargo test -p haberdash-core --test counts --no-default-features
//! ```
//!
//! `UPDATE_GOLDENS=1` writes the numbers, with sentences only.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use haberdash_core::art::Art;
use haberdash_core::catalog::Catalog;
use haberdash_core::product::Product;
use haberdash_core::product::resolve::Resolver;
use haberdash_core::selection::Selection;
use haberdash_core::{Diagnostics, Value, config};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// serde's own reader needs a feature that the widget does without.
fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Bool(*flag),
        serde_json::Value::Number(number) => Value::Number(number.as_f64().unwrap()),
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(list) => Value::Array(list.iter().map(value).collect()),
        serde_json::Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, field)| (name.as_str().into(), value(field))).collect())
        }
    }
}

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn parsed(path: &str) -> serde_json::Value {
    serde_json::from_str(&file(path)).unwrap()
}

/// Every way to break one place: the value replaced, the field taken out or renamed.
fn damaged(sound: &serde_json::Value) -> Vec<(String, Vec<serde_json::Value>)> {
    let mut places = Vec::new();
    collect(sound, &mut String::new(), &mut places);
    places.into_iter().map(|place| (place.clone(), damaged_at(sound, &place))).collect()
}

fn damaged_at(sound: &serde_json::Value, place: &str) -> Vec<serde_json::Value> {
    let wrong = [json!(null), json!(-7.5), json!("nearr"), json!([1, "a", {}])];
    let mut list: Vec<serde_json::Value> = wrong
        .into_iter()
        .map(|wrong| {
            let mut broken = sound.clone();
            *broken.pointer_mut(place).unwrap() = wrong;
            broken
        })
        .collect();
    let (parent, field) = place.rsplit_once('/').unwrap();
    let mut broken = sound.clone();
    if let Some(fields) = broken.pointer_mut(parent).unwrap().as_object_mut()
        && let Some(taken) = fields.remove(field)
    {
        list.push(broken.clone());
        broken.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(format!("{field}x"), taken);
        list.push(broken);
    }
    list
}

fn collect(value: &serde_json::Value, at: &mut String, places: &mut Vec<String>) {
    let mut step = |name: &str, value: &serde_json::Value| {
        let length = at.len();
        at.push('/');
        at.push_str(&name.replace('~', "~0").replace('/', "~1"));
        places.push(at.clone());
        collect(value, at, places);
        at.truncate(length);
    };
    match value {
        serde_json::Value::Array(list) => {
            // The first ones of a list are like the others.
            list.iter().take(2).enumerate().for_each(|(i, item)| step(&i.to_string(), item));
        }
        serde_json::Value::Object(fields) => fields.iter().for_each(|(name, field)| step(name, field)),
        _ => {}
    }
}

/// Whether anything usable is there, how many errors, how many warnings: `yes 0+1`.
fn verdict(there: bool, diagnostics: &Diagnostics) -> String {
    let warnings = diagnostics.count() - diagnostics.errors();
    format!("{} {}+{warnings}", if there { "yes" } else { "no" }, diagnostics.errors())
}

/// A line for each place of `sound`, with a verdict for each way to break it.
fn files(
    out: &mut String,
    name: &str,
    sound: &serde_json::Value,
    read: fn(&Value, &mut Diagnostics) -> bool,
) {
    let verdict = |file: &serde_json::Value| {
        let mut diagnostics = Diagnostics::new();
        let there = read(&value(file), &mut diagnostics);
        verdict(there, &diagnostics)
    };
    let _ = writeln!(out, "{name}: {}", verdict(sound));
    for (place, list) in damaged(sound) {
        let verdicts: Vec<String> = list.iter().map(verdict).collect();
        let _ = writeln!(out, "{name} {place}: {}", verdicts.join(", "));
    }
}

/// The demo's shirt as one file. Without its rules: who leaves rules to another module counts no mistakes in them.
fn shirt() -> serde_json::Value {
    let mut resolver = Resolver::new("oxford-shirt.json", value(&parsed("../../www/p/oxford-shirt.json")));
    for name in resolver.needs() {
        let file = value(&parsed(&format!("../../www/p/{name}")));
        resolver.give(&name, Ok(file));
    }
    let whole = resolver.finish().value.unwrap().to_string();
    let mut shirt: serde_json::Value = serde_json::from_str(&whole).unwrap();
    shirt.as_object_mut().unwrap().remove("rules");
    shirt
}

/// What the demo's shirt has none of: colours, numbers, steps, stock, delivery, fonts by an option. Plain as well.
fn poster() -> serde_json::Value {
    json!({
        "version": 1, "id": "poster", "title": "Poster", "currency": "EUR", "base_price": 1000, "lead_days": 4,
        "fonts": [{"id": "a", "src": "a.ttf"}, {"id": "b", "src": "b.ttf"}],
        "layout": "steps",
        "steps": [{"id": "look", "title": "Look", "options": ["paper", "ink"]}, {"id": "size", "options": ["width"]}],
        "facet_titles": {"navy": {"en": "Navy"}, "color": "Colour"},
        "options": [
            {"id": "ink", "kind": "color", "default": "#fff", "contrast_with": "paper", "free": false, "price": {"once": 500},
             "palette": [{"id": "white", "title": "White", "color": "#ffffff"}, {"id": "red", "color": "#c0392b"}]},
            {"id": "paper", "kind": "choice", "display": "grid", "choices": [
                {"id": "plain", "color": "#eee", "stock": 3}, {"id": "few", "font": "b", "lead_days": 5}]},
            {"id": "words", "kind": "text", "max_chars": 9, "fonts": ["a"], "font_by": "paper", "paint": "ink"},
            {"id": "width", "kind": "measure", "unit": "cm", "min": 10, "max": 20, "step": 0.5, "price": {"once": 100}}]
    })
}

fn counted() -> String {
    let mut out = String::new();
    let shirt = shirt();
    let read = |file: &Value, d: &mut Diagnostics| Product::read(file, d).is_some();
    files(&mut out, "mug", &parsed("../cli/tests/data/mistakes/mug.json"), read);
    files(&mut out, "shirt", &shirt, read);
    files(&mut out, "bag", &parsed("../../www/p/bag.json"), read);
    files(&mut out, "poster", &poster(), read);
    let mut catalog = parsed("tests/catalog.json");
    catalog["facet_titles"] = json!({"navy": {"en": "navy"}, "check": "check"});
    files(&mut out, "catalog", &catalog, |file, d| Catalog::read(file, d).is_some());
    let product = Product::read(&value(&shirt), &mut Diagnostics::new()).unwrap();
    for (name, wrong) in
        [("fabric", "whit"), ("fabrc", "white"), ("monogram", "toolong!"), ("fabric", "white")]
    {
        let (_, problems) = Selection::from_value(&product, &Value::object([(name, Value::from(wrong))]));
        let _ = writeln!(out, "selection {name} {wrong}: {}", problems.len());
    }
    attributes(&mut out);
    for body in ["<g id='a'/>", "<script/><g style='x' onclick='y'/>", "<image href='x'/>", "<g", ""] {
        let mut diagnostics = Diagnostics::new();
        let text = format!("<svg viewBox='0 0 1 1'>{body}</svg>");
        let art = Art::parse(&text, &mut diagnostics);
        let _ = writeln!(out, "art {body}: {}", verdict(art.is_some(), &diagnostics));
    }
    files(&mut out, "logo", &logo(), read);
    out
}

/// A product that takes the shopper's own picture.
fn logo() -> serde_json::Value {
    json!({
        "version": 1, "id": "mug", "title": "Mug", "currency": "EUR", "base_price": 1900,
        "options": [{
            "kind": "image", "id": "logo", "title": "Logo", "help": "Yours", "role": "logo", "max_bytes": 1000,
            "formats": ["png", "svg"], "min_dpi": 150, "price": {"once": 400},
        }],
        "views": [{"id": "front", "art": "a.svg", "mm_per_unit": 0.5, "layers": [
            {"zone": "front", "content": "logo", "x": 10, "y": 20, "width": 40, "height": 20},
        ]}],
    })
}

fn attributes(out: &mut String) {
    let names = [
        "product", "prodct", "strip", "strp", "limit", "catalog", "catalgo", "consent", "gsap-id", "pre",
        "ünd",
    ];
    let values = ["", "configurator", "recommendations", "for-yuo", "3", "99", "granted", "grantd"];
    let owned = |(k, v): (&str, &str)| (k.to_owned(), v.to_owned());
    for name in names {
        let mut verdicts = Vec::new();
        for text in values {
            for kind in ["configurator", "recommendations", "configuratr"] {
                let mut diagnostics = Diagnostics::new();
                let host = config::host(&[("haberdash", kind), (name, text)].map(owned), &mut diagnostics);
                verdicts.push(verdict(host.is_some(), &diagnostics));
            }
            let mut diagnostics = Diagnostics::new();
            config::tag(&[(name, text)].map(owned), &mut diagnostics);
            verdicts.push(verdict(true, &diagnostics));
        }
        let _ = writeln!(out, "attribute {name}: {}", verdicts.join(", "));
    }
}

#[test]
fn what_is_counted_is_what_is_told() {
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/counts.txt");
    let counted = counted();
    if cfg!(feature = "sentences") && std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&golden, &counted).unwrap();
    }
    let expected = std::fs::read_to_string(&golden).unwrap();
    assert_eq!(counted.lines().count(), expected.lines().count());
    for (found, expected) in counted.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
}

#[cfg(feature = "sentences")]
#[test]
fn every_problem_has_a_sentence() {
    let mug = parsed("../cli/tests/data/mistakes/mug.json");
    for (place, list) in damaged(&mug) {
        for broken in list {
            let mut diagnostics = Diagnostics::new();
            Product::read(&value(&broken), &mut diagnostics);
            assert_eq!(diagnostics.list().len(), diagnostics.count(), "{place}");
            assert!(diagnostics.list().iter().all(|d| !d.message.is_empty()), "{place}");
        }
    }
}
