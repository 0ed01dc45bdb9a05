//! One picture per phenomenon. `tests/scene/<name>.json` has the options, the layers and the selection, `tests/scene/art.svg` is the drawing,
//! and `tests/scene/<name>.svg` is what must come out. `UPDATE_GOLDENS=1` writes what does come out.

use crate::font;
use crate::products::{product, value};
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::font::Font;
use haberdash_core::scene::{self, Fonts, SceneContent};
use haberdash_core::selection::Selection;
use haberdash_core::svg;
use serde_json::json;
use std::path::PathBuf;
use std::rc::Rc;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scene")
}

fn art() -> Art {
    let mut diagnostics = Diagnostics::new();
    let art = Art::parse(&std::fs::read_to_string(folder().join("art.svg")).unwrap(), &mut diagnostics);
    assert!(diagnostics.list().is_empty(), "{:?}", diagnostics.list());
    art.unwrap()
}

fn build(case: &serde_json::Value) -> scene::Scene {
    let product = product(&json!({
        "version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 0,
        "fonts": [{"id": "letters", "src": "letters.ttf"}, {"id": "not-loaded", "src": "other.ttf"}],
        "options": case["options"], "views": [case["view"].as_object().map_or(json!({"id": "front", "art": "art.svg", "layers": case["layers"]}), |view| {
            let mut view = view.clone();
            view.extend([("id".into(), "front".into()), ("art".into(), "art.svg".into()), ("layers".into(), case["layers"].clone())]);
            view.into()
        })]
    }));
    let (selection, problems) = Selection::from_value(&product, &value(&case["selection"]));
    assert_eq!(problems, Vec::<String>::new());
    let fonts = Fonts(vec![Some(Rc::new(Font::parse(font::file()).unwrap())), None]);
    scene::build(&product, &selection, &product.views[0], &art(), &fonts)
}

#[test]
fn every_phenomenon_is_drawn_as_it_was() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    cases.sort();
    assert!(cases.len() >= 10, "the cases are not there");
    let mut differences = String::new();
    for path in cases {
        let case = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        // A tag per line: readable, and the same picture.
        let drawn = svg::write(&build(&case), "P & Q", &|address| format!("files/{address}"))
            .replace("><", ">\n<")
            + "\n";
        let golden = path.with_extension("svg");
        if update {
            std::fs::write(&golden, &drawn).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        if drawn != expected {
            let name = path.file_stem().unwrap().to_string_lossy();
            differences += &format!("{name}.svg, - expected, + drawn:\n{}\n", difference(&expected, &drawn));
        }
    }
    assert!(
        differences.is_empty(),
        "{differences}Where this is right, run again with UPDATE_GOLDENS=1 and look at the pictures."
    );
}

/// The lines that differ, with one line around them.
fn difference(expected: &str, drawn: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), drawn.lines().collect());
    // The length of the longest common subsequence of what is left from (i, j) on.
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            lines.push((' ', a[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            lines.push(('-', a[i]));
            i += 1;
        } else {
            lines.push(('+', b[j]));
            j += 1;
        }
    }
    let near =
        |k: usize| lines[k.saturating_sub(1)..(k + 2).min(lines.len())].iter().any(|line| line.0 != ' ');
    let shown = (0..lines.len()).filter(|k| near(*k)).map(|k| format!("  {} {}\n", lines[k].0, lines[k].1));
    shown.collect()
}

#[test]
fn differences_are_readable() {
    assert_eq!(difference("a\nb\nc\nd\ne", "a\nb\nx\nd\ne"), "    b\n  - c\n  + x\n    d\n");
    assert_eq!(difference("", "a"), "  + a\n");
}

#[test]
fn a_layer_keeps_its_key_when_others_come_and_go() {
    let case = |handle: &str| {
        json!({
            "options": [{"id": "handle", "kind": "choice", "choices": [{"id": "yes"}, {"id": "no"}]}],
            "layers": [{"part": "ring", "when": {"handle": ["yes"]}}, {"part": "body"}],
            "selection": {"handle": handle}
        })
    };
    let keys = |handle| build(&case(handle)).layers.iter().map(|layer| layer.key).collect::<Vec<_>>();
    assert_eq!(keys("yes"), [0, 1]);
    assert_eq!(keys("no"), [1]);
}

#[test]
fn the_same_selection_is_an_equal_scene() {
    let case: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(folder().join("zone.json")).unwrap()).unwrap();
    let (one, other) = (build(&case), build(&case));
    assert!(matches!(one.layers[1].content, SceneContent::Text { .. }));
    assert_eq!(one.layers[1], other.layers[1]);
    assert_ne!(one.layers[0], other.layers[0], "each drawing that is parsed has elements of its own");
}
