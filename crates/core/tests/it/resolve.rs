//! Products of several files: what comes of them, what is told, and where each part was written.

use crate::products::{any_product, any_value, damaged, mug, value};
use haberdash_core::product::Product;
use haberdash_core::product::resolve::{LARGEST, Resolution, Resolver, join};
use haberdash_core::{Diagnostics, Value, canonical};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Resolves `files`, the product first.
fn resolve(files: &[(&str, Json)]) -> Resolution {
    let files: Vec<(String, Value)> =
        files.iter().map(|(name, file)| ((*name).into(), value(file))).collect();
    resolve_values(&files)
}

fn resolve_values(files: &[(String, Value)]) -> Resolution {
    let mut resolver = Resolver::new(&files[0].0, files[0].1.clone());
    for round in 0.. {
        assert!(round < 100, "it must come to an end");
        let needs = resolver.needs();
        if needs.is_empty() {
            break;
        }
        for address in needs {
            let found = files.iter().find(|(name, _)| *name == address);
            let answer = found.map(|(_, file)| file.clone()).ok_or_else(|| "is not here".to_owned());
            resolver.give(&address, answer);
        }
    }
    resolver.finish()
}

/// What was told, as `file#pointer: message`; warnings with a question mark.
fn told(resolution: &Resolution) -> Vec<String> {
    let line = |(file, d): &(usize, haberdash_core::Diagnostic)| {
        let mark = if d.severity == haberdash_core::Severity::Error { "" } else { "?" };
        format!("{mark}{}#{}: {}", resolution.files[*file], d.at, d.message)
    };
    resolution.problems.iter().map(line).collect()
}

fn resolved(files: &[(&str, Json)]) -> Value {
    let resolution = resolve(files);
    assert_eq!(told(&resolution), Vec::<String>::new());
    resolution.value.unwrap()
}

fn threads() -> Json {
    json!({"version": 1, "choices": [
        {"id": "red", "texture": "red.webp", "facets": {"color": "red", "material": ["silk", "cotton"]}},
        {"id": "navy", "image": "../art/navy.webp", "facets": {"color": "navy", "material": "cotton"}},
        {"id": "gold", "price": 100, "facets": {"color": "gold", "material": "metal"}}]})
}

#[test]
fn a_product_that_names_no_other_file_is_not_changed() {
    let file = value(&mug());
    let resolution = resolve_values(&[("mug.json".into(), file.clone())]);
    assert_eq!(resolution.value, Some(file));
    assert_eq!(resolution.place("/options/0/id"), (0, "/options/0/id".to_owned()));
}

#[test]
fn objects_merge_things_with_ids_merge_by_id_and_the_rest_is_replaced() {
    let table = [
        (
            json!({"a": 1, "b": {"c": 1, "d": 2}}),
            json!({"b": {"d": 3, "e": 4}, "f": 5}),
            json!({"a": 1, "b": {"c": 1, "d": 3, "e": 4}, "f": 5}),
        ),
        (json!({"title": {"en": "A", "de": "B"}}), json!({"title": "C"}), json!({"title": "C"})),
        (json!({"a": [1, 2]}), json!({"a": [3]}), json!({"a": [3]})),
        (json!({"a": [{"id": "x"}]}), json!({"a": []}), json!({"a": []})),
        (
            json!({"a": [{"id": "x", "n": 1}, {"id": "y"}]}),
            json!({"a": [{"id": "z"}, {"id": "x", "m": 2}]}),
            json!({"a": [{"id": "x", "n": 1, "m": 2}, {"id": "y"}, {"id": "z"}]}),
        ),
        (
            json!({"a": [{"id": "x"}, {"id": "y"}]}),
            json!({"a": [{"id": "x", "remove": true}]}),
            json!({"a": [{"id": "y"}]}),
        ),
        (
            json!({"a": [{"id": "x", "n": 1}]}),
            json!({"a": [{"id": "x", "remove": true}, {"id": "x", "m": 1}]}),
            json!({"a": [{"id": "x", "m": 1}]}),
        ),
        // Things without an id stay when things with one come to them, and are replaced by others without one.
        (
            json!({"rules": [{"n": 1}]}),
            json!({"rules": [{"id": "r"}]}),
            json!({"rules": [{"n": 1}, {"id": "r"}]}),
        ),
        (json!({"rules": [{"id": "r"}]}), json!({"rules": [{"n": 1}]}), json!({"rules": [{"n": 1}]})),
        (json!({"$schema": "x", "$comment": "base"}), json!({"$comment": "own"}), json!({"$comment": "own"})),
    ];
    for (base, mut over, mut expected) in table {
        let mut base = base;
        base["version"] = json!(1);
        expected["version"] = json!(1);
        over["extend"] = json!("base.json");
        let shown = over.to_string();
        let found = resolved(&[("p.json", over), ("base.json", base)]);
        assert_eq!(found.to_string(), value(&expected).to_string(), "{shown}");
    }
}

#[test]
fn of_equal_names_the_last_one_counts() {
    let over = Value::object([
        ("extend", Value::from("base.json")),
        ("a", value(&json!({"x": 1}))),
        ("a", value(&json!({"y": 2}))),
    ]);
    let base =
        Value::object([("version", Value::from(1_i64)), ("a", Value::Null), ("a", value(&json!({"z": 3})))]);
    let found = resolve_values(&[("p.json".into(), over), ("base.json".into(), base)]).value.unwrap();
    assert_eq!(found.to_string(), r#"{"a":{"y":2,"z":3},"version":1}"#);
}

#[test]
fn libraries_stand_where_they_are_named() {
    let with = |entry: Json| {
        let product = json!({"options": [{"id": "thread", "choices": [{"id": "own"}, entry]}]});
        let found = resolved(&[("p.json", product), ("lib/threads.json", threads())]);
        let choices = found.get("options").unwrap().as_array().unwrap()[0].get("choices").unwrap().clone();
        let ids: Vec<String> = choices
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c.get("id").unwrap().as_str().unwrap().to_owned())
            .collect();
        (ids.join(" "), choices)
    };
    let library = "lib/threads.json";
    let (ids, choices) = with(json!({"library": library, "$comment": "all"}));
    assert_eq!(ids, "own red navy gold");
    let choices = choices.as_array().unwrap();
    assert_eq!(choices[1].get("texture"), Some(&Value::from("lib/red.webp")));
    assert_eq!(choices[2].get("image"), Some(&Value::from("art/navy.webp")));
    let table = [
        (json!({"library": library, "only": ["gold", "red"]}), "own gold red"),
        (json!({"library": library, "facets": {"material": "cotton"}}), "own red navy"),
        (json!({"library": library, "facets": {"material": ["metal", "silk"]}}), "own red gold"),
        (json!({"library": library, "facets": {"material": "cotton", "color": "navy"}}), "own navy"),
        (json!({"library": library, "facets": {"material": "cotton"}, "only": ["navy"]}), "own navy"),
    ];
    for (entry, expected) in table {
        let shown = entry.to_string();
        assert_eq!(with(entry).0, expected, "{shown}");
    }
}

#[test]
fn what_a_base_takes_from_a_library_can_be_changed() {
    let product = json!({"extend": "shared/base.json", "options": [{"id": "thread", "choices": [
        {"id": "red", "price": 50}, {"id": "navy", "remove": true}, {"library": "more.json"}]}]});
    let base = json!({"version": 1, "id": "base", "fonts": [{"id": "f", "src": "f.ttf"}], "options": [
        {"id": "thread", "kind": "choice", "choices": [{"library": "../lib/threads.json"}]}],
        "views": [{"id": "v", "art": "v.svg", "layers": [{"shade": "/s.webp"}]}],
        "presets": [{"id": "p", "selection": {"texture": "red"}}]});
    let more = json!({"version": 1, "choices": [{"id": "white"}]});
    let files = [
        ("p.json", product),
        ("shared/base.json", base),
        ("lib/threads.json", threads()),
        ("more.json", more),
    ];
    let expected = json!({"version": 1, "id": "base", "fonts": [{"id": "f", "src": "shared/f.ttf"}], "options": [
        {"id": "thread", "kind": "choice", "choices": [
            {"id": "red", "texture": "lib/red.webp", "price": 50, "facets": {"color": "red", "material": ["silk", "cotton"]}},
            {"id": "gold", "price": 100, "facets": {"color": "gold", "material": "metal"}},
            {"id": "white"}]}],
        "views": [{"id": "v", "art": "shared/v.svg", "layers": [{"shade": "/s.webp"}]}],
        "presets": [{"id": "p", "selection": {"texture": "red"}}]});
    assert_eq!(resolved(&files).to_string(), value(&expected).to_string());
    let resolution = resolve(&files);
    let table = [
        ("", "shared/base.json", ""),
        ("/options/0/choices/0/texture", "lib/threads.json", "/choices/0/texture"),
        ("/options/0/choices/0/price", "p.json", "/options/0/choices/0/price"),
        ("/options/0/choices/1/price", "lib/threads.json", "/choices/2/price"),
        ("/options/0/choices/2", "more.json", "/choices/0"),
        ("/options/0/kind", "shared/base.json", "/options/0/kind"),
        ("/views/0/layers/0/shade", "shared/base.json", "/views/0/layers/0/shade"),
    ];
    for (pointer, file, at) in table {
        let (found, found_at) = resolution.place(pointer);
        assert_eq!((resolution.files[found].as_str(), found_at.as_str()), (file, at), "{pointer}");
    }
}

#[test]
fn what_is_wrong_is_told_where_it_was_written() {
    let with_library = |entry: Json| json!({"options": [{"choices": [entry]}]});
    let table = [
        (
            json!({"extend": 1}),
            "p.json#/extend: expected the address of a file, relative to this one or with https",
        ),
        (
            json!({"extend": "javascript:x"}),
            "p.json#/extend: expected the address of a file, relative to this one or with https",
        ),
        (json!({"extend": "missing.json"}), "p.json#/extend: \"missing.json\" is not here"),
        (json!({"extend": "p.json"}), "p.json#/extend: this leads in a circle: \"p.json\" leads here"),
        (
            json!({"extend": "circle.json"}),
            "circle.json#/extend: this leads in a circle: \"p.json\" leads here",
        ),
        (json!({"extend": "threads.json"}), "p.json#/extend: \"threads.json\" is no product file"),
        (json!({"extend": "later.json"}), "later.json#/version: \"version\" must be 1"),
        (
            json!({"extend": "good.json", "options": [{"id": "szie", "remove": true}]}),
            "?p.json#/options/0/id: there is nothing to remove: unknown id \"szie\"; did you mean \"size\"?",
        ),
        (
            json!({"extend": "good.json", "views": [{"id": "v", "remove": true}]}),
            "?p.json#/views/0/id: there is nothing to remove: unknown id \"v\"",
        ),
        (
            json!({"extend": "good.json", "options": [{"id": "size"}, {"id": "size"}]}),
            "p.json#/options/1/id: \"size\" is here a second time",
        ),
        (
            with_library(json!({"library": "good.json"})),
            "p.json#/options/0/choices/0/library: \"good.json\" is no library: it has no list of choices",
        ),
        (
            with_library(json!({"library": "round.json"})),
            "round.json#/choices/0/library: this leads in a circle: \"round.json\" leads here",
        ),
        (
            with_library(json!({"library": "threads.json", "only": ["rde"]})),
            "p.json#/options/0/choices/0/only/0: unknown choice \"rde\"; did you mean \"red\"?",
        ),
        (
            with_library(json!({"library": "threads.json", "only": ["red", "red"]})),
            "p.json#/options/0/choices/0/only/1: \"red\" is here a second time",
        ),
        (
            with_library(json!({"library": "threads.json", "only": "red"})),
            "p.json#/options/0/choices/0/only: expected a list, found a string",
        ),
        (
            with_library(json!({"library": "threads.json", "only": [1]})),
            "p.json#/options/0/choices/0/only/0: expected a string, found a number",
        ),
        (
            with_library(json!({"library": "threads.json", "facets": {"color": "blue"}})),
            "?p.json#/options/0/choices/0/facets: no choice of the library has these facets",
        ),
        (
            with_library(json!({"library": "threads.json", "facets": 1})),
            "p.json#/options/0/choices/0/facets: expected an object, found a number",
        ),
        (
            with_library(json!({"library": "threads.json", "onyl": []})),
            "?p.json#/options/0/choices/0/onyl: unknown field \"onyl\"; did you mean \"only\"?",
        ),
        (
            with_library(json!({"library": "odd.json"})),
            "?odd.json#/choses: unknown field \"choses\"; did you mean \"choices\"?",
        ),
    ];
    for (product, expected) in table {
        let shown = product.to_string();
        let resolution = resolve(&[
            ("p.json", product),
            ("threads.json", threads()),
            ("circle.json", json!({"version": 1, "extend": "./x/../p.json"})),
            ("later.json", json!({"version": 2, "options": []})),
            ("good.json", json!({"version": 1, "options": [{"id": "size"}]})),
            ("round.json", json!({"version": 1, "choices": [{"library": "round.json"}]})),
            ("odd.json", json!({"version": 1, "choices": [], "choses": []})),
        ]);
        assert_eq!(told(&resolution), [expected], "{shown}");
        assert_eq!(resolution.errors, usize::from(!expected.starts_with('?')));
    }
}

#[test]
fn too_many_files_and_too_long_ways_are_told() {
    let file = |i: usize| {
        (format!("b{i}.json"), value(&json!({"version": 1, "extend": format!("b{}.json", i + 1)})))
    };
    let mut chain: Vec<_> = (0..9).map(file).collect();
    chain[8].1 = value(&json!({"version": 1}));
    assert_eq!(told(&resolve_values(&chain)), Vec::<String>::new());
    chain[8].1 = value(&json!({"version": 1, "extend": "b9.json"}));
    chain.push(("b9.json".into(), value(&json!({"version": 1}))));
    let resolution = resolve_values(&chain);
    assert_eq!(told(&resolution), ["b8.json#/extend: no more than 8 files may lead to another"]);
    assert_eq!(resolution.value, None);

    let entries: Vec<Json> = (0..70).map(|i| json!({"library": format!("l{i}.json")})).collect();
    let mut files = vec![("p.json".to_owned(), value(&json!({"options": [{"choices": entries}]})))];
    files.extend((0..70).map(|i| (format!("l{i}.json"), value(&json!({"version": 1, "choices": []})))));
    let problems = told(&resolve_values(&files));
    assert_eq!(problems.len(), 7);
    assert_eq!(problems[0], "p.json#/options/0/choices/63/library: a product is made of 64 files at most");
}

#[test]
fn what_doubles_at_every_step_stays_bounded() {
    for last in [json!([]), json!([{"id": "x", "title": "x".repeat(100_000)}])] {
        let entries = |i: usize| vec![json!({"library": format!("l{i}.json")}); 300];
        let mut files = vec![("p.json", json!({"options": [{"choices": entries(0)}]}))];
        let names: Vec<String> = (0..8).map(|i| format!("l{i}.json")).collect();
        for (i, name) in names.iter().enumerate() {
            let choices = if i == 7 { last.clone() } else { json!(entries(i + 1)) };
            files.push((name, json!({"version": 1, "choices": choices})));
        }
        let resolution = resolve(&files);
        assert_eq!(told(&resolution), ["p.json#: with all that it names the product is too large"]);
        assert_eq!(resolution.value, None);
    }
    let long = "x".repeat(LARGEST);
    let resolution =
        resolve(&[("p.json", json!({"extend": "b.json"})), ("b.json", json!({"version": 1, "title": long}))]);
    assert_eq!(resolution.errors, 1);
}

/// Random bits, over and over.
struct Bits(Vec<bool>, usize);

impl Bits {
    fn next(&mut self) -> bool {
        self.1 += 1;
        self.0[self.1 % self.0.len()]
    }

    fn below(&mut self, most: usize) -> usize {
        (0..most).filter(|_| self.next()).count()
    }
}

const ADDRESSES: [&str; 5] = ["src", "texture", "image", "art", "shade"];

/// A product with addresses of many kinds.
fn with_addresses(mut product: Json, bits: &mut Bits) -> Json {
    let addresses = ["a.webp", "art/a.webp", "../art/a.webp", "/a.webp", "https://cdn.example/a.webp"];
    product["fonts"] = json!([{"id": "f", "src": addresses[bits.below(4)]}]);
    product["title"] = json!({"en": "P", "de": "Q"});
    product["views"] = json!([
        {"id": "v", "art": addresses[bits.below(4)], "layers": [{"shade": addresses[bits.below(4)]}, {"part": "x"}]},
        {"id": "w", "art": addresses[bits.below(4)], "layers": [{"part": "y"}]}]);
    for option in product["options"].as_array_mut().unwrap() {
        for choice in option.get_mut("choices").and_then(Json::as_array_mut).into_iter().flatten() {
            if bits.next() {
                choice["texture"] = json!(addresses[bits.below(4)]);
                choice["facets"] = json!({"color": ["red", "blue"], "texture": "rough"});
            }
        }
    }
    product
}

/// Two values of which the second on top of the first is `value`.
fn split(value: &Json, bits: &mut Bits) -> (Option<Json>, Option<Json>) {
    match value {
        Json::Object(fields) => {
            let (mut base, mut over) = (serde_json::Map::new(), serde_json::Map::new());
            for (name, field) in fields {
                let parts = if name == "id" {
                    (Some(field.clone()), Some(field.clone()))
                } else {
                    split(field, bits)
                };
                base.extend(parts.0.map(|part| (name.clone(), part)));
                over.extend(parts.1.map(|part| (name.clone(), part)));
            }
            (Some(Json::Object(base)), Some(Json::Object(over)))
        }
        Json::Array(items) if !items.is_empty() && items.iter().all(|item| item.get("id").is_some()) => {
            let (mut base, mut over) = (Vec::new(), Vec::new());
            let first = bits.below(items.len());
            for (index, item) in items.iter().enumerate() {
                if index < first {
                    let parts = split(item, bits);
                    base.extend(parts.0);
                    over.extend(parts.1);
                } else {
                    over.push(item.clone());
                }
            }
            if bits.next() {
                base.insert(bits.below(base.len()), json!({"id": "junk", "title": "Junk"}));
                over.insert(bits.below(over.len()), json!({"id": "junk", "remove": true}));
            }
            (Some(Json::Array(base)), (!over.is_empty()).then_some(Json::Array(over)))
        }
        _ => match bits.below(2) {
            0 => (Some(value.clone()), None),
            1 => (None, Some(value.clone())),
            _ => (Some(json!("something else")), Some(value.clone())),
        },
    }
}

/// Makes all addresses in `value` relative to a folder beside the product file.
fn moved(value: &mut Json, inside_facets: bool) {
    match value {
        Json::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Json::String(address) if ADDRESSES.contains(&name.as_str()) && !inside_facets => {
                        if !address.starts_with('/')
                            && !address.starts_with("https:")
                            && address != "something else"
                        {
                            address.insert_str(0, "../");
                        }
                    }
                    field => moved(field, name == "facets"),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| moved(item, false)),
        _ => {}
    }
}

/// Moves runs of choices into libraries.
fn with_libraries(file: &mut Json, prefix: &str, files: &mut Vec<(String, Json)>, bits: &mut Bits) {
    for option in file.get_mut("options").and_then(Json::as_array_mut).into_iter().flatten() {
        let Some(choices) = option.get_mut("choices").and_then(Json::as_array_mut) else { continue };
        let start = bits.below(choices.len());
        let end = start + bits.below(choices.len() - start);
        if choices[start..end].iter().any(|choice| choice.get("remove").is_some()) || bits.next() {
            continue;
        }
        let name = format!("lib/l{}.json", files.len());
        let mut entry = json!({"library": format!("{prefix}{name}")});
        let mut run: Vec<Json> = choices.splice(start..end, [Json::Null]).collect();
        if bits.next() {
            entry["only"] = run.iter().map(|choice| choice["id"].clone()).collect();
            run.insert(bits.below(run.len()), json!({"id": "unwanted", "texture": "u.webp"}));
            let by = bits.below(run.len() - 1);
            run.rotate_left(by);
        }
        choices[start] = entry;
        // Those of the base stand in a folder beside already.
        if prefix.is_empty() {
            run.iter_mut().for_each(|choice| moved(choice, false));
        }
        files.push((name, json!({"version": 1, "choices": run})));
    }
}

fn leaves(value: &Value, pointer: &str, out: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves(field, &format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{pointer}/{index}"), out);
            }
        }
        leaf => out.push((pointer.to_owned(), leaf.clone())),
    }
}

proptest! {
    #[test]
    fn a_product_in_several_files_is_the_same_product(
        product in any_product(), bits in prop::collection::vec(any::<bool>(), 97)
    ) {
        let mut bits = Bits(bits, 0);
        let product = with_addresses(product, &mut bits);
        let (base, over) = split(&product, &mut bits);
        let (mut base, mut over) = (base.unwrap(), over.unwrap());
        moved(&mut base, false);
        base["version"] = json!(1);
        base["$schema"] = json!("base.schema.json");
        over["extend"] = json!("shared/base.json");
        let mut files = vec![("p.json".to_owned(), Json::Null), ("shared/base.json".to_owned(), Json::Null)];
        with_libraries(&mut over, "", &mut files, &mut bits);
        with_libraries(&mut base, "../", &mut files, &mut bits);
        (files[0].1, files[1].1) = (over, base);
        let files: Vec<(String, Value)> = files.into_iter().map(|(name, file)| (name, value(&file))).collect();
        let resolution = resolve_values(&files);
        prop_assert_eq!(told(&resolution), Vec::<String>::new());
        let found = resolution.value.as_ref().unwrap();
        prop_assert_eq!(canonical::to_string(found), canonical::to_string(&value(&product)));
        prop_assert_eq!(canonical::hash(found), Product::read(&value(&product), &mut Diagnostics::new()).unwrap().hash);
        // Each part is found where it was written.
        let mut all = Vec::new();
        leaves(found, "", &mut all);
        for (pointer, leaf) in all {
            let (file, at) = resolution.place(&pointer);
            let (name, file) = &files[file];
            prop_assert_eq!(name, &resolution.files[resolution.place(&pointer).0]);
            let mut written = Vec::new();
            leaves(file, "", &mut written);
            let written = written.into_iter().find(|(place, _)| *place == at);
            let written = written.unwrap_or_else(|| panic!("{pointer} is not at {at} in {name}")).1;
            let seen = match (&written, leaf.as_str()) {
                (Value::String(address), Some(leaf)) if **address != *leaf => Value::from(join(name, address)),
                _ => written,
            };
            prop_assert_eq!(seen, leaf);
        }
    }

    #[test]
    fn any_files_can_be_resolved(
        other in any_value(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any_reference()), 0..6),
        more in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 0..4)
    ) {
        let base = json!({"version": 1, "extend": "c.json", "options": [{"id": "o", "choices": [{"id": "a"}, {"library": "b.json"}]}]});
        let product = json!({"extend": "a.json", "options": [{"id": "o", "choices": [{"id": "a"}, {"library": "b.json", "only": ["red"], "facets": {"color": "red"}}]}]});
        let files = [("p.json", product), ("a.json", base), ("b.json", threads()), ("c.json", mug())];
        let mut files: Vec<(String, Value)> = files.iter().map(|(name, file)| ((*name).to_owned(), value(file))).collect();
        for (index, (_, file)) in files.iter_mut().enumerate() {
            *file = damaged(file, damage.get(index..).unwrap_or_default());
            *file = damaged(file, more.get(index..).unwrap_or_default());
        }
        files.push(("other.json".to_owned(), other.clone()));
        for first in [files[0].1.clone(), other] {
            files[0].1 = first;
            let resolution = resolve_values(&files);
            prop_assert_eq!(told(&resolution).len(), resolution.errors + resolution.warnings);
            prop_assert!(resolution.value.is_some() || resolution.errors > 0);
            if let Some(value) = &resolution.value {
                let mut diagnostics = Diagnostics::new();
                let _ = Product::read(value, &mut diagnostics);
                for problem in diagnostics.list() {
                    prop_assert!(resolution.place(&problem.at).0 < resolution.files.len());
                }
            }
        }
    }

    #[test]
    fn any_addresses_can_be_joined(base in ".{0,30}", address in "[./:?#a ]{0,12}|.{0,20}") {
        let joined = join(&base, &address);
        prop_assert!(joined.len() <= base.len() + address.len() + 3);
        // What is refused stays refused.
        let read = |text: &str| <haberdash_core::product::Address as haberdash_core::read::Read>::read(&Value::from(text), &mut Diagnostics::new());
        if read(&address).is_none() {
            prop_assert!(read(&joined).is_none());
        }
    }
}

/// Values that files refer to each other by.
fn any_reference() -> impl Strategy<Value = Value> {
    let names =
        vec!["p.json", "a.json", "b.json", "c.json", "other.json", "../x.json", "https://cdn.example/x.json"];
    let name = prop::sample::select(names);
    prop_oneof![
        name.clone().prop_map(Value::from),
        name.clone().prop_map(|name| value(&json!({"library": name}))),
        name.clone().prop_map(|name| value(&json!([{"library": name, "only": ["a"]}, {"id": "a"}, {"id": "a", "remove": true}]))),
        name.prop_map(|name| value(&json!({"version": 1, "extend": name, "choices": [{"library": name}], "options": [{"id": "o", "remove": true}]}))),
    ]
}
