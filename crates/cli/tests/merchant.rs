//! A merchant's rules for strips, in `haberdash check`, `index` and `recommend`.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_haberdash")).args(arguments).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Ten things that are looked at one after the other, in two colours, at 10 to 100 euros.
fn catalogue(rules: &str) -> String {
    let item = |at: usize| {
        let color = ["navy", "red"][at % 2];
        format!(
            r#"{{"id": "r{at}", "title": "Thing {at}", "url": "u{at}", "price": {}, "facets": {{"color": "{color}"}}}}"#,
            (at + 1) * 1000
        )
    };
    let items: Vec<String> = (0..10).map(item).collect();
    format!(r#"{{"version": 1, "currency": "EUR", "rules": {rules}, "items": [{}]}}"#, items.join(",\n"))
}

fn shop(name: &str, rules: &str) -> PathBuf {
    let folder = folder(name);
    let mut events = String::from("time\tuser\titem\n");
    for shopper in 0..400 {
        (0..5).for_each(|step| writeln!(events, "{step}\tu{shopper}\tr{}", (shopper + step) % 10).unwrap());
    }
    fs::write(folder.join("events.tsv"), events).unwrap();
    fs::write(folder.join("catalog.json"), catalogue(rules)).unwrap();
    fs::write(folder.join("cases.tsv"), "case\thistory\n1\tr2 r3\n").unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let built = run(&[
        "index",
        "--events",
        &path("events.tsv"),
        "--items",
        &path("catalog.json"),
        "--out",
        &path("index"),
    ]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    folder
}

fn recommended(folder: &Path, more: &[&str]) -> (Vec<String>, String) {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (index, items, cases) = (path("index"), path("catalog.json"), path("cases.tsv"));
    let mut arguments =
        vec!["recommend", "--index", &index, "--items", &items, "--cases", &cases, "--exclude-seen"];
    arguments.extend(more);
    let output = run(&arguments);
    let (text, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    let line = text.lines().nth(1).unwrap().split_once('\t').unwrap().1;
    (line.split(' ').map(str::to_owned).collect(), said.into_owned())
}

#[test]
fn rules_hold_for_what_an_index_recommends() {
    let folder =
        shop("merchant-rules", r#"{"pin": "r9", "exclude": "r4", "filter": "color:red", "price": "-80"}"#);
    let catalogue = folder.join("catalog.json").to_str().unwrap().to_owned();
    let (plain, _) = recommended(&folder, &["--limit", "10"]);
    assert_eq!(plain[0], "r4", "without rules it is what came next");
    let (list, said) = recommended(&folder, &["--limit", "10", "--rules", &catalogue]);
    assert_eq!((list[0].as_str(), said.as_str()), ("r9", ""));
    let mut rest = list[1..].to_vec();
    rest.sort();
    assert_eq!(rest, ["r1", "r5", "r7"]);
    // A file of its own.
    let own = folder.join("rules.json");
    fs::write(&own, r#"{"boost": ["color:navy^100"], "bury": "r4 r99"}"#).unwrap();
    let (list, said) = recommended(&folder, &["--limit", "10", "--rules", own.to_str().unwrap()]);
    assert_eq!(list.last().map(String::as_str), Some("r4"), "{list:?}");
    assert!(list[..3].iter().all(|id| ["r0", "r6", "r8"].contains(&id.as_str())), "{list:?}");
    assert!(said.contains("/rules/bury: unknown item \"r99\""), "{said}");
    // Cards come from the index, and so do the rules.
    let manifest = fs::read_to_string(folder.join("index/manifest.json")).unwrap();
    assert!(manifest.contains(r#""exclude": "r4""#), "{manifest}");
}

#[test]
fn check_tells_what_is_wrong_with_rules() {
    let folder = folder("merchant-check");
    let file = folder.join("catalog.json");
    fs::write(&file, catalogue(r#"{"pins": "r1", "boost": ["colr:navy"], "exclude": "color:rde"}"#)).unwrap();
    let output = run(&["check", file.to_str().unwrap()]);
    let said = [String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)].concat();
    for expected in [
        "unknown field \"pins\"; did you mean \"pin\"?",
        "unknown facet \"colr\"; did you mean \"color\"?",
        "unknown value of color \"rde\"; did you mean \"red\"?",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    fs::write(&file, catalogue(r#"{"pin": ["r1", "r2"], "diversity": "color:2"}"#)).unwrap();
    assert!(run(&["check", file.to_str().unwrap()]).status.success());
}
