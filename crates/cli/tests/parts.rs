//! Products of several files, from disk: `check`, `quote`, `hash`, `count`, `compile`, `resolve`, and their schemas.
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

/// A fresh shop: skins for phones, one of many devices, and a book of textures.
fn shop(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (path, text) in [
        ("p/phone.json", PHONE),
        ("shared/skin.json", SKIN),
        ("textures/book.json", BOOK),
        ("textures/oak.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
        ("textures/slate.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
        (
            "p/phone.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect id=\"back\" width=\"9\" height=\"9\"/></svg>",
        ),
    ] {
        write(&folder, path, text);
    }
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

const PHONE: &str = r#"{
  "version": 1,
  "extend": "../shared/skin.json",
  "id": "phone-skin",
  "title": "Phone skin",
  "base_price": 1900,
  "options": [
    { "id": "back", "choices": [{ "id": "slate", "price": 300 }] },
    { "id": "camera", "title": "Camera ring", "kind": "toggle", "price": 200 }
  ],
  "views": [{ "id": "back", "art": "phone.svg", "layers": [{ "part": "back", "paint": "back" }] }]
}
"#;

const SKIN: &str = r#"{
  "version": 1,
  "currency": "EUR",
  "options": [
    { "id": "back", "title": "Back", "kind": "choice", "display": "texture",
      "choices": [{ "id": "none", "title": "None" }, { "library": "../textures/book.json" }] }
  ]
}
"#;

const BOOK: &str = r#"{
  "version": 1,
  "choices": [
    { "id": "oak", "title": "Oak", "texture": "oak.svg", "price": 100 },
    { "id": "slate", "title": "Slate", "texture": "slate.svg", "price": 100 }
  ]
}
"#;

/// The same in one file.
fn whole() -> Value {
    json!({
        "version": 1, "id": "phone-skin", "title": "Phone skin", "currency": "EUR", "base_price": 1900,
        "options": [
            {"id": "back", "title": "Back", "kind": "choice", "display": "texture", "choices": [
                {"id": "none", "title": "None"},
                {"id": "oak", "title": "Oak", "texture": "../textures/oak.svg", "price": 100},
                {"id": "slate", "title": "Slate", "texture": "../textures/slate.svg", "price": 300}]},
            {"id": "camera", "title": "Camera ring", "kind": "toggle", "price": 200}],
        "views": [{"id": "back", "art": "phone.svg", "layers": [{"part": "back", "paint": "back"}]}]
    })
}

#[test]
fn several_files_are_one_product() {
    let shop = shop("several");
    write(&shop, "p/whole.json", &whole().to_string());
    let Run { code, err, .. } = run(&shop, &["check", "p/phone.json", "textures/book.json", "p/whole.json"]);
    assert_eq!((code, err.as_str()), (0, "0 errors, 0 warnings in 3 files\n"));
    let hash = run(&shop, &["hash", "p/phone.json"]).out;
    assert_eq!(hash, run(&shop, &["hash", "p/whole.json"]).out);
    assert_eq!(run(&shop.join("p"), &["hash", "phone.json"]).out, hash);
    assert_eq!(run(&shop, &["count", "p/phone.json"]).out, "6\n");
    let compiled = run(&shop, &["compile", "p/phone.json", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&compiled.out).unwrap()["hash"], hash.trim());
}

#[test]
fn what_is_resolved_can_be_archived() {
    let shop = shop("archive");
    let printed = run(&shop, &["resolve", "p/phone.json"]);
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(serde_json::from_str::<Value>(&printed.out).unwrap(), whole());
    std::fs::create_dir(shop.join("archive")).unwrap();
    let written = run(&shop, &["resolve", "p/phone.json", "-o", "archive/one.json"]);
    assert_eq!((written.code, written.out.as_str()), (0, "archive/one.json\n"));
    assert_eq!(std::fs::read_to_string(shop.join("archive/one.json")).unwrap(), printed.out);
    let told = run(&shop, &["resolve", "p/phone.json", "-o", "archive/one.json", "--json"]).out;
    let hash = run(&shop, &["hash", "p/phone.json"]).out.trim().to_owned();
    assert_eq!(
        serde_json::from_str::<Value>(&told).unwrap(),
        json!({"file": "archive/one.json", "hash": hash})
    );

    let claim =
        json!({"v": 1, "product": "phone-skin", "hash": hash, "selection": {"back": "slate", "camera": true},
        "quantity": 1, "currency": "EUR", "unit_price": 2400, "total": 2400, "files": []})
        .to_string();
    assert_eq!(run(&shop, &["quote", "p/phone.json", &claim]).code, 0);
    // The book changes: the old order is still readable from the archive, and from nowhere else.
    write(&shop, "textures/book.json", &BOOK.replace("100", "120"));
    assert_eq!(run(&shop, &["quote", "p/phone.json", &claim]).code, 1);
    let Run { code, out, err } = run(&shop, &["quote", "--archive", "archive", &claim]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Back: Slate") && out.contains("24.00 EUR"), "{out}");
    // A folder of files as they are will do as well.
    write(&shop, "textures/book.json", BOOK);
    assert_eq!(run(&shop, &["quote", "--archive", "p", &claim]).code, 0);
}

#[test]
fn problems_are_told_where_they_were_written() {
    let shop = shop("places");
    write(
        &shop,
        "textures/book.json",
        &BOOK
            .replace("\"price\": 100 }\n", "\"prize\": 100, \"texture\": 3 }\n")
            .replace("oak.svg", "oaf.svg"),
    );
    write(&shop, "shared/skin.json", &SKIN.replace("\"texture\"", "\"textur\""));
    write(
        &shop,
        "p/phone.json",
        &PHONE
            .replace("\"paint\": \"back\"", "\"paint\": \"bakc\"")
            .replace("{ \"id\": \"slate\"", "{ \"id\": \"oka\", \"remove\": true }, { \"id\": \"slate\""),
    );
    let Run { code, err, .. } = run(&shop, &["check", "p/phone.json"]);
    assert_eq!(code, 1);
    assert_eq!(
        err.lines().collect::<Vec<_>>(),
        [
            "p/phone.json:8:41: warning: there is nothing to remove: unknown id \"oka\"; did you mean \"oak\"?",
            "p/phone.json:11:87: error: unknown option \"bakc\"; did you mean \"back\"?",
            "shared/skin.json:5:67: error: unknown display \"textur\"; did you mean \"texture\"?",
            "textures/book.json:4:47: error: unknown file \"oaf.svg\"; did you mean \"oak.svg\"?",
            "textures/book.json:5:64: warning: unknown field \"prize\"; did you mean \"price\"?",
            "textures/book.json:5:78: warning: \"texture\" is here a second time; the last one counts",
            "textures/book.json:5:89: error: expected a string, found a number",
            "4 errors, 3 warnings in 1 file",
        ]
    );
    let told: Value = serde_json::from_str(&run(&shop, &["check", "p/phone.json", "--json"]).out).unwrap();
    let display =
        told["problems"].as_array().unwrap().iter().find(|p| p["file"] == "shared/skin.json").unwrap();
    assert_eq!(
        (display["line"].as_i64(), display["pointer"].as_str()),
        (Some(5), Some("/options/0/display"))
    );
    // What two products share is told once.
    write(&shop, "p/tablet.json", PHONE);
    let Run { err, .. } = run(&shop, &["check", "p/phone.json", "p/tablet.json"]);
    assert_eq!(err.matches("textures/book.json:5:64").count(), 1, "{err}");
    // The other commands say the same and stop.
    for command in
        [&["quote", "p/phone.json", "{}"][..], &["hash", "p/phone.json"], &["count", "p/phone.json"]]
    {
        let Run { code, err, .. } = run(&shop, command);
        assert_eq!(code, 2, "{command:?}");
        assert!(err.contains("shared/skin.json:5:67: error: unknown display"), "{err}");
    }
}

#[test]
fn files_that_cannot_be_had_are_told() {
    let table = [
        (
            "../shared/skim.json",
            "p/phone.json:3:13: error: \"../shared/skim.json\" is not there; did you mean \"skin.json\"?",
        ),
        ("elsewhere/x.json", "p/phone.json:3:13: error: \"elsewhere/x.json\" is not there"),
        (
            "https://cdn.example/skin.json",
            "p/phone.json:3:13: error: \"https://cdn.example/skin.json\" is not fetched by this command: keep a copy, and name it by a relative address",
        ),
        (
            "/shared/skin.json",
            "p/phone.json:3:13: error: \"/shared/skin.json\" is not fetched by this command: keep a copy, and name it by a relative address",
        ),
        ("phone.json", "p/phone.json:3:13: error: this leads in a circle: \"phone.json\" leads here"),
        ("../textures/book.json", "p/phone.json:3:13: error: \"../textures/book.json\" is no product file"),
        ("phone.svg", "p/phone.svg:1:1: error: this is not JSON: unexpected token"),
    ];
    let shop = shop("missing");
    for (address, expected) in table {
        write(&shop, "p/phone.json", &PHONE.replace("../shared/skin.json", address));
        let Run { code, err, .. } = run(&shop, &["check", "p/phone.json"]);
        assert_eq!(code, 1, "{address}");
        assert!(err.contains(expected), "{address}: {err}");
        assert!(!err.contains("is missing"), "what follows from it is not told: {err}");
        let Run { code, out, err } = run(&shop, &["resolve", "p/phone.json"]);
        assert_eq!((code, out.as_str()), (2, ""), "{address}");
        assert!(err.contains(expected), "{address}: {err}");
    }
    // A mistake in the text of a library has its place there, and is named where it is wanted.
    write(&shop, "p/phone.json", PHONE);
    write(&shop, "textures/book.json", &BOOK.replace("\"oak\",", "\"oak\""));
    let Run { err, .. } = run(&shop, &["check", "p/phone.json"]);
    assert!(err.contains("textures/book.json:4:18: error: this is not JSON"), "{err}");
    assert!(err.contains("shared/skin.json:6:67: error: \"../textures/book.json\" cannot be used"), "{err}");
}

#[test]
fn libraries_are_checked_by_themselves() {
    let shop = shop("library");
    let book = r#"{
  "version": 1,
  "chocies": [],
  "choices": [
    { "id": "oak", "texture": "oka.svg" },
    { "id": "oak", "color": "brown" },
    { "library": "book.json" }
  ]
}"#;
    write(&shop, "textures/bad.json", book);
    let Run { code, err, .. } = run(&shop, &["check", "textures/bad.json"]);
    assert_eq!(code, 1);
    assert_eq!(
        err.lines().collect::<Vec<_>>(),
        [
            "textures/bad.json:3:3: warning: unknown field \"chocies\"; did you mean \"choices\"?",
            "textures/bad.json:5:31: error: unknown file \"oka.svg\"; did you mean \"oak.svg\"?",
            "textures/bad.json:6:13: error: there are two choices called \"oak\"",
            "textures/bad.json:6:29: error: expected a colour such as \"#1f3a5f\"",
            "textures/book.json:4:13: error: there are two choices called \"oak\"",
            "4 errors, 1 warning in 1 file",
        ]
    );
}

#[test]
fn schemas_take_what_the_command_takes() {
    let validator = |format: &str| {
        let schema: Value = serde_json::from_str(&run(Path::new("."), &["schema", format]).out).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    };
    let (product, library) = (validator("product"), validator("library"));
    let json = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let errors = |validator: &jsonschema::Validator, value: &Value| -> Vec<String> {
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path)).collect()
    };
    assert_eq!(errors(&product, &whole()), Vec::<String>::new());
    assert_eq!(errors(&product, &json(PHONE)), Vec::<String>::new());
    assert_eq!(errors(&library, &json(BOOK)), Vec::<String>::new());
    let more = json!({"extend": "a.json", "options": [{"id": "x", "remove": true}, {"id": "back", "choices": [
        {"id": "y", "remove": true}, {"library": "b.json", "only": ["oak"], "facets": {"material": ["wood"]}}]}]});
    assert_eq!(errors(&product, &more), Vec::<String>::new());
    let nested = json!({"$schema": "x", "version": 1, "choices": [{"library": "b.json"}]});
    assert_eq!(errors(&library, &nested), Vec::<String>::new());
    let wrong = [
        json!({"extend": 1}),
        json!({"extend": "a.json", "optoins": []}),
        json!({"extend": "a.json", "base_price": "x"}),
        json!({"extend": "a.json", "options": [{"id": "back", "choices": [{"library": 1}]}]}),
    ];
    for value in &wrong {
        assert!(!product.is_valid(value), "{value}");
    }
    let mut lacking = whole();
    lacking.as_object_mut().unwrap().remove("currency");
    assert!(!product.is_valid(&lacking));
    assert!(!library.is_valid(&json!({"version": 1, "choices": [{"library": "b.json", "onyl": []}]})));
}
