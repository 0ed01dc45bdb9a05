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
    let bad = format!("{}9\tA\t\tr1-1\n", events(400));
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

/// Lists for the given histories, of an index that is built of `name` in `folder` with these arguments.
fn lists(folder: &Path, name: &str, more: &[&str], cases: &str) -> (String, Vec<String>) {
    let path = |name: &str| path(folder, name);
    fs::write(folder.join("cases.tsv"), format!("case\thistory\n{cases}")).unwrap();
    let (events, index, cases) = (path(name), path("index"), path("cases.tsv"));
    let build = run(&[&["index", "--events", &events, "--out", &index], more].concat());
    out(&build);
    let text = out(&run(&["recommend", "--index", &index, "--cases", &cases, "--exclude-seen"]));
    let list = |line: &str| line.split_once('\t').unwrap().1.to_owned();
    (String::from_utf8_lossy(&build.stderr).into_owned(), text.lines().skip(1).map(list).collect())
}

#[test]
fn shopify_orders_are_read() {
    let folder = folder("index-shopify");
    let mut text = String::from(
        "Name,Email,Financial Status,Paid at,Currency,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Notes\n",
    );
    let mut order = 1001;
    let mut put = |email: &str, day: u32, lines: &[(&str, i32)], cancelled: &str| {
        for (at, (sku, quantity)) in lines.iter().enumerate() {
            let (paid, when, off) = match at {
                0 => ("paid", format!("2025-03-{day:02} 10:14:12 -0500"), cancelled),
                _ => ("", String::new(), ""),
            };
            writeln!(text, "#{order},{email},{paid},{when},EUR,10.00,{when},{quantity},\"Tea, \"\"{sku}\"\"\",5.00,{sku},{off},\"a\nnote\"").unwrap();
        }
        order += 1;
    };
    for day in 1..=20 {
        put(&format!("a{day}@example.com"), day, &[("TEA", 1), ("POT", 1)], "");
        put(&format!("b{day}@example.com"), day, &[("CUP", 2)], "");
        // The same shopper, written another way, a week later.
        put(&format!("B{day}@Example.com"), day + 7, &[("SPOON", 1)], "");
        put("", day, &[("TEA", 1), ("SOCKS", 1)], "2025-03-22 08:00:00 -0500");
    }
    put("c@example.com", 3, &[("", 1)], "");
    fs::write(folder.join("orders.csv"), text).unwrap();
    let (said, lists) = lists(&folder, "orders.csv", &["--most-bad", "0.02"], "1\tTEA\n2\tCUP\n");
    assert!(lists[0].starts_with("POT"), "{lists:?}");
    assert!(lists[1].starts_with("SPOON"), "{lists:?}");
    assert!(!lists.concat().contains("SOCKS"), "cancelled orders say nothing");
    assert!(said.contains("row 121 is skipped: no Lineitem sku"), "{said}");
    assert!(said.contains("40 of 121 rows are about something else"), "{said}");
}

#[test]
fn the_export_of_google_analytics_is_read() {
    let folder = folder("index-ga4");
    let mut text = String::new();
    let mut put = |user: &str, second: u64, name: &str, items: &[&str]| {
        let items: Vec<String> = items
            .iter()
            .map(|id| format!(r#"{{"item_id":"{id}","item_name":"x","quantity":null,"price":9.5}}"#))
            .collect();
        let stamp = 1_612_069_510_766_593 + second * 1_000_000;
        writeln!(text, r#"{{"event_date":"20210131","event_timestamp":"{stamp}","event_name":"{name}","event_params":[{{"key":"ga_session_id","value":{{"int_value":"661084800"}}}}],"user_id":null,"user_pseudo_id":"{user}.4271112504","items":[{}]}}"#, items.join(",")).unwrap();
    };
    for user in 0..40 {
        let user = user.to_string();
        // Written in another order than done.
        put(&user, 60, "add_to_cart", &["B"]);
        put(&user, 0, "view_item", &["A"]);
        put(&user, 20, "page_view", &[]);
        put(&user, 90, "view_item", &["Y", "Z"]);
        put(&user, 120, "purchase", &["B", "C"]);
    }
    text.push_str("{\"event_name\":\"view_item\"\n");
    fs::write(folder.join("events.jsonl"), &text).unwrap();
    let (said, plain) = lists(&folder, "events.jsonl", &[], "1\tA\n2\tB\n");
    assert!(plain[0].starts_with("B"), "{plain:?}");
    assert!(plain[1].starts_with("C"), "{plain:?}");
    assert!(!plain.concat().contains('Z'), "a list was looked at, not each of it");
    assert!(said.contains("row 201 is skipped: it is not JSON") && said.contains("80 of 201 rows"), "{said}");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gzip, text.as_bytes()).unwrap();
    fs::write(folder.join("events.jsonl.gz"), gzip.finish().unwrap()).unwrap();
    assert_eq!(lists(&folder, "events.jsonl.gz", &[], "1\tA\n2\tB\n").1, plain);
}

#[test]
fn what_was_given_back_says_nothing() {
    let folder = folder("index-orders");
    let mut text = String::from("Order ID;Bought;SKU;Qty;Event\n");
    for order in 0..60 {
        writeln!(text, "{order};2025-05-{:02};TEA;1;purchase", order % 28 + 1).unwrap();
        writeln!(text, "{order};2025-05-{:02};POT;1;purchase", order % 28 + 1).unwrap();
        writeln!(text, "{order};2025-05-{:02};HAT;-1;purchase", order % 28 + 1).unwrap();
        writeln!(text, "{order};2025-05-{:02};BAG;1;remove_from_cart", order % 28 + 1).unwrap();
    }
    fs::write(folder.join("orders.csv"), text).unwrap();
    let columns = "user=Order ID,item=SKU,time=Bought,quantity=Qty,type=Event";
    let (_, lists) = lists(&folder, "orders.csv", &["--columns", columns], "1\tTEA\n");
    assert_eq!(lists, ["POT"], "nothing else was kept");
}

#[test]
fn cards_of_a_catalogue_are_written() {
    let folder = folder("index-cards");
    let path = |name: &str| path(&folder, name);
    fs::write(folder.join("events.tsv"), events(600)).unwrap();
    let item = |id: &str| {
        format!(
            r#"{{"id":"{id}","title":{{"en":"Thing {id}","de":"Ding {id}"}},"url":"p?id={id}","image":"/art/{id}.svg","price":1200,"facets":{{"ring":"{}"}},"tags":["x"],"text":"Words to find it by."}}"#,
            &id[..2]
        )
    };
    let ids: Vec<String> = (0..60).map(|at| format!("r{}-{}", at / 10, at % 10)).collect();
    let items: Vec<String> = ids.iter().map(|id| item(id)).collect();
    fs::write(
        folder.join("catalog.json"),
        format!(r#"{{"version":1,"currency":"EUR","items":[{}]}}"#, items.join(",\n")),
    )
    .unwrap();
    fs::write(
        folder.join("catalog.jsonl"),
        format!("{{\"version\":1,\"currency\":\"EUR\"}}\n{}\n", items.join("\n")),
    )
    .unwrap();
    let build = |items: &str, to: &str| {
        let base = "https://shop.example/de/catalog.json";
        out(&run(&[
            "index",
            "--events",
            &path("events.tsv"),
            "--items",
            &path(items),
            "--base",
            base,
            "--out",
            &path(to),
        ]));
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder.join(to).join("cards")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| fs::read_to_string(file).unwrap()).collect::<Vec<String>>()
    };
    let cards = build("catalog.json", "one");
    assert_eq!(cards.len(), 2);
    assert_eq!(cards, build("catalog.jsonl", "other"), "a catalogue as lines is the same");
    let files: Vec<serde_json::Value> =
        cards.iter().map(|file| serde_json::from_str(file).unwrap()).collect();
    let sizes = files.iter().map(|file| (file["currency"].as_str(), file["items"].as_array().unwrap().len()));
    assert_eq!(sizes.collect::<Vec<_>>(), [(Some("EUR"), 32), (Some("EUR"), 28)]);
    let all = || files.iter().flat_map(|file| file["items"].as_array().unwrap());
    let mut written: Vec<&str> = all().map(|card| card["id"].as_str().unwrap()).collect();
    written.sort_unstable();
    assert_eq!(written, ids, "each once");
    let first = all().find(|card| card["id"] == "r3-2").unwrap();
    assert_eq!(first["url"], "https://shop.example/de/p?id=r3-2");
    assert_eq!(first["image"], "https://shop.example/art/r3-2.svg");
    assert!(first.get("text").is_none() && first["popularity"].as_f64().unwrap() > 0.5, "{first}");
    let manifest = fs::read_to_string(folder.join("one/manifest.json")).unwrap();
    assert!(manifest.contains("\"currency\": \"EUR\""));
}
