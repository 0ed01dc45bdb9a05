//! `count`, `compile`, and what `check` and `quote` say about rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output =
        Command::new(env!("CARGO_BIN_EXE_haberdash")).args(arguments).current_dir(folder).output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A fresh folder with `desk.json` in it.
fn folder(name: &str, product: &Value) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("desk.json"), serde_json::to_string_pretty(product).unwrap()).unwrap();
    folder
}

fn desk() -> Value {
    json!({
        "version": 1, "id": "desk", "title": "Desk", "currency": "EUR", "base_price": 20000,
        "options": [
            {"id": "top", "kind": "choice", "choices": [{"id": "oak"}, {"id": "glass", "price": 9000}, {"id": "stone", "price": 20000}]},
            {"id": "drawers", "kind": "quantity", "min": 0, "max": 3, "price": {"per_unit": 2500}},
            {"id": "lamp", "kind": "toggle", "price": 4900},
            {"id": "engraving", "kind": "text", "max_chars": 12}],
        "rules": [
            {"id": "glass-top", "when": {"top": "glass"}, "require": {"drawers": 0}, "because": "Glass carries no drawers."},
            {"when": {"top": "glass"}, "exclude": {"drawers": 1}}]
    })
}

#[test]
fn configurations_are_counted() {
    let folder = folder("count", &desk());
    let Run { code, out, err } = run(&folder, &["count", "desk.json"]);
    // (4 + 1 + 4) tops with drawers, with or without a lamp.
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "18\n", "left out, for they take any text: engraving\n")
    );
    let json: Value = serde_json::from_str(&run(&folder, &["count", "--json", "desk.json"]).out).unwrap();
    assert_eq!(json, json!({"product": "desk", "count": "18", "left_out": ["engraving"]}));
}

#[test]
fn what_cannot_be_counted_is_refused_by_name() {
    let mut json = desk();
    json["rules"][0]["when"] = json!({"engraving": true});
    let text = run(&folder("count-text", &json), &["count", "desk.json"]);
    assert_eq!((text.code, text.out.as_str()), (2, ""));
    assert!(
        text.err.contains("desk.json:") && text.err.contains("rules cannot look at texts"),
        "{}",
        text.err
    );
    let mut json = desk();
    json["options"][1]["max"] = json!(20_000);
    let many = run(&folder("count-many", &json), &["count", "desk.json"]);
    assert_eq!(many.code, 2);
    assert!(many.err.contains("option \"drawers\" has 20001"), "{}", many.err);
}

#[test]
fn rules_are_checked_and_measured() {
    let Run { code, err, .. } = run(&folder("check", &desk()), &["check", "desk.json"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains(": note: this rule follows from the others\n"), "{err}");
    assert!(err.contains(": note: 2 constraints in 1 part: 3 nodes, 6 edges, compiled in 0."), "{err}");
    let mut json = desk();
    json["rules"].as_array_mut().unwrap().extend([
        json!({"exclude": {"top": "stone"}}),
        json!({"when": {"top": "stone"}, "require": {"lamp": true}}),
        json!({"require": {"lamp": true}}),
        json!({"when": {"topp": "oak"}, "show": ["lamp"]}),
    ]);
    let wrong = run(&folder("check-wrong", &json), &["check", "desk.json"]).err;
    assert!(wrong.contains("error: unknown option \"topp\"; did you mean \"top\"?"), "{wrong}");
    json["rules"].as_array_mut().unwrap().pop();
    let lint = run(&folder("check-lint", &json), &["check", "desk.json"]);
    assert_eq!(lint.code, 1);
    for sentence in [
        "error: what is picked at first breaks rule 5",
        "warning: this choice can never be had: the rules exclude it",
        "warning: this rule never applies: its condition cannot hold",
        "note: \"lamp\" is always on",
    ] {
        assert!(lint.err.contains(sentence), "{sentence}: {}", lint.err);
    }
    json["rules"].as_array_mut().unwrap().push(json!({"exclude": {"lamp": true}}));
    let nobody = run(&folder("check-nobody", &json), &["check", "desk.json"]);
    assert!(nobody.err.contains("error: nobody can buy this"), "{}", nobody.err);
}

#[test]
fn compiled_files_lie_beside_the_product() {
    let folder = folder("compile", &desk());
    let Run { code, out, err } = run(&folder, &["compile", "desk.json"]);
    assert_eq!((code, out.as_str()), (0, "desk.rules\n"), "{err}");
    assert!(err.contains("3 nodes, 6 edges") && err.contains(" bytes\n"), "{err}");
    let written = std::fs::read(folder.join("desk.rules")).unwrap();
    assert!(written.starts_with(b"hbrules\x01"));
    assert_eq!(run(&folder, &["compile", "desk.json", "-o", "other"]).out, "other\n");
    assert_eq!(std::fs::read(folder.join("other")).unwrap(), written);
}

#[test]
fn an_order_that_breaks_a_rule_does_not_hold() {
    let folder = folder("quote", &desk());
    let hash = run(&folder, &["hash", "desk.json"]).out;
    let claim = json!({"v": 1, "product": "desk", "hash": hash.trim(), "quantity": 1, "currency": "EUR", "files": [],
        "selection": {"top": "glass", "drawers": 2, "lamp": false}, "unit_price": 34000, "total": 34000});
    let Run { code, err, .. } = run(&folder, &["quote", "desk.json", &claim.to_string()]);
    assert_eq!((code, err.as_str()), (1, "selection: Glass carries no drawers.\nthe claim does not hold\n"));
}

/// Two measures of 10,000 steps each resisted compiling, and each of 20,000 values was searched from nothing: it took minutes.
#[test]
fn what_resists_compiling_is_told_and_still_checked() {
    let mut json = desk();
    let measure =
        |id: &str| json!({"id": id, "kind": "measure", "unit": "mm", "min": 1, "max": 10000, "step": 1});
    json["options"].as_array_mut().unwrap().extend([measure("width"), measure("height")]);
    json["rules"].as_array_mut().unwrap().push(json!({"compare": ["width", "<=", "height"]}));
    let folder = folder("resists", &json);
    let Run { code, err, .. } = run(&folder, &["check", "desk.json"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        err.contains("the rules about width, height need more than 400000 edges and are searched instead"),
        "{err}"
    );
    let count = run(&folder, &["count", "desk.json"]);
    assert_eq!((count.code, count.out.as_str()), (2, ""));
}
