//! `haberdash index`, `recommend` and `eval`, as they are run.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_haberdash")).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Shoppers who go from an item to the next one of its ring, six rings of ten; some look at something else between.
fn events(shoppers: u32) -> String {
    let mut text = String::from("time\tshop\tuser\titem\n");
    for shopper in 0..shoppers {
        let (ring, start) = (shopper % 6, shopper / 6 % 10);
        for step in 0..5 {
            let other = if step == 2 && shopper % 3 == 0 { (ring + 1) % 6 } else { ring };
            writeln!(text, "{}\tA\tu{shopper}\tr{other}-{}", step + 1, (start + step) % 10).unwrap();
        }
    }
    text
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn what_came_next_for_others_is_recommended() {
    let folder = folder("index-next");
    let path = |name: &str| path(&folder, name);
    fs::write(folder.join("events.tsv"), events(1200)).unwrap();
    fs::write(folder.join("cases.tsv"), "case\thistory\n1\tr2-3 r2-4\n2\tnever-seen\n3\t\n").unwrap();
    let build = run(&["index", "--events", &path("events.tsv"), "--out", &path("index")]);
    assert!(String::from_utf8_lossy(&build.stderr).contains("not used: shop"));
    out(&build);
    let lists = out(&run(&[
        "recommend",
        "--index",
        &path("index"),
        "--cases",
        &path("cases.tsv"),
        "--exclude-seen",
        "--limit",
        "5",
    ]));
    let list = |case: usize| {
        lists
            .lines()
            .nth(case)
            .unwrap()
            .split_once('\t')
            .unwrap()
            .1
            .split(' ')
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(list(1)[0], "r2-5", "{lists}");
    assert!(!list(1).contains(&"r2-4".to_owned()));
    assert_eq!(list(2).len(), 5, "popular things for those of whom nothing is known");
    assert_eq!(list(2), list(3));

    let found = out(&run(&["eval", "--events", &path("events.tsv"), "--k", "5"]));
    let number = |name: &str| -> f64 {
        let line = found.lines().find(|line| line.starts_with(name)).unwrap();
        line.split(['\t', ' ']).nth(1).unwrap().parse().unwrap()
    };
    assert!(number("HR@5") > 0.95, "{found}");
    assert!(number("NDCG@5") <= number("HR@5") && number("MRR@5") <= number("NDCG@5"));
    assert!(number("coverage@5") > 0.9);
    // Items by chance: five of sixty.
    let late = out(&run(&["eval", "--events", &path("events.tsv"), "--k", "5", "--split", "time", "--json"]));
    assert!(late.contains("\"HR@5\": 0.9") || late.contains("\"HR@5\": 1"), "{late}");
}

#[test]
fn the_same_events_give_the_same_bytes() {
    let folder = folder("index-same");
    let path = |name: &str| path(&folder, name);
    fs::write(folder.join("events.csv"), events(300).replace('\t', ",")).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gzip, events(300).as_bytes()).unwrap();
    fs::write(folder.join("events.tsv.gz"), gzip.finish().unwrap()).unwrap();
    let read = |name: &str| {
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for kind in ["", "rows", "names"] {
            let entries =
                fs::read_dir(folder.join(name).join(kind)).unwrap().map(|entry| entry.unwrap().path());
            files.extend(entries.filter(|path| path.is_file()).map(|path| {
                (format!("{kind}/{}", path.file_name().unwrap().to_str().unwrap()), fs::read(&path).unwrap())
            }));
        }
        files.sort();
        files
    };
    out(&run(&["index", "--events", &path("events.csv"), "--out", &path("one")]));
    out(&run(&["index", "--events", &path("events.tsv.gz"), "--out", &path("other")]));
    // Once more over an older one: nothing of it is left.
    out(&run(&["index", "--events", &path("events.csv"), "--out", &path("other")]));
    assert!(!read("one").is_empty());
    assert_eq!(read("one"), read("other"));
}

#[test]
fn items_that_nobody_had_are_like_others() {
    let folder = folder("index-cold");
    let path = |name: &str| path(&folder, name);
    fs::write(folder.join("events.tsv"), events(600)).unwrap();
    let mut items = String::from("item\tcolour\n");
    for ring in 0..6 {
        (0..10).for_each(|step| writeln!(items, "r{ring}-{step}\tcolour{ring}").unwrap());
    }
    items.push_str("new\tcolour4\n");
    fs::write(folder.join("items.tsv"), items).unwrap();
    fs::write(folder.join("cases.tsv"), "case\thistory\n1\tnew\n").unwrap();
    out(&run(&[
        "index",
        "--events",
        &path("events.tsv"),
        "--items",
        &path("items.tsv"),
        "--out",
        &path("index"),
    ]));
    let lists = out(&run(&[
        "recommend",
        "--index",
        &path("index"),
        "--items",
        &path("items.tsv"),
        "--cases",
        &path("cases.tsv"),
        "--limit",
        "5",
    ]));
    assert!(
        lists.lines().nth(1).unwrap().split('\t').nth(1).unwrap().split(' ').all(|id| id.starts_with("r4-")),
        "{lists}"
    );
}

#[test]
fn what_cannot_be_used_is_counted_shown_and_refused() {
    let folder = folder("index-bad");
    let path = |name: &str| path(&folder, name);
    let bad = format!("{}x\tA\t\tr1-1\n", events(400));
    fs::write(folder.join("events.tsv"), &bad).unwrap();
    let build = run(&["index", "--events", &path("events.tsv"), "--out", &path("index")]);
    let said = String::from_utf8_lossy(&build.stderr).into_owned();
    assert!(build.status.success() && said.contains("row 2001 is skipped: no shopper"), "{said}");
    assert!(said.contains("1 of 2001 rows were skipped"), "{said}");
    let strict = run(&["index", "--events", &path("events.tsv"), "--out", &path("index"), "--most-bad", "0"]);
    assert_eq!(strict.status.code(), Some(2));
    fs::write(folder.join("odd.tsv"), "a\tb\n1\t2\n").unwrap();
    let odd = run(&["index", "--events", &path("odd.tsv"), "--out", &path("index")]);
    assert!(
        String::from_utf8_lossy(&odd.stderr).contains("has no column user or"),
        "{}",
        String::from_utf8_lossy(&odd.stderr)
    );
    let mapped =
        run(&["index", "--events", &path("odd.tsv"), "--columns", "user=a,item=b", "--out", &path("index")]);
    assert!(mapped.status.success());
    fs::write(folder.join("index/manifest.json"), "{}").unwrap();
    let broken = run(&["recommend", "--index", &path("index"), "--cases", &path("odd.tsv")]);
    assert!(String::from_utf8_lossy(&broken.stderr).contains("no manifest of an index"));
}
