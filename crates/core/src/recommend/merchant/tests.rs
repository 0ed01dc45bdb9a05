use super::super::{Recommendation, arranged};
use super::*;
use crate::catalog::tests::catalog;
use crate::diagnostics::Diagnostics;
use crate::history::{Event, EventKind, History};
use proptest::prelude::*;

const NOW: i64 = 1_800_000_000_000;
const DAY: i64 = 86_400_000;

fn item(id: &str, category: &str, color: &str, price: i64, popularity: f64, more: &str) -> String {
    format!(
        r#"{{"id": "{id}", "title": "{category} {id}", "url": "u", "price": {price}, "category": ["Things", "{category}"],
            "facets": {{"Color": "{color}"}}, "popularity": {popularity} {more}}}"#
    )
}

/// Three shirts, two caps, a bag, soap, an article; the first the most popular.
fn items() -> String {
    [
        item("s1", "Dress shirts", "navy", 8900, 0.9, r#", "brand": "Acme""#),
        item("s2", "Dress shirts", "white", 7200, 0.8, r#", "brand": "Acme""#),
        item("s3", "Dress shirts", "red", 4000, 0.7, r#", "brand": "O'Neill""#),
        item("c1", "Caps", "navy", 1990, 0.69, r#", "tags": ["sale"]"#),
        item("c2", "Caps", "red", 2000, 0.68, ""),
        item("gid://shop/Bag", "Bags", "green", 8001, 0.67, r#", "tags": ["sale"]"#),
        item("soap", "Care", "white", 500, 0.3, ""),
        item("gone", "Caps", "navy", 500, 1.0, r#", "availability": "out_of_stock""#),
        r#"{"id": "ties", "title": "Ties", "url": "u", "kind": "article", "category": ["Journal"]}"#
            .to_owned(),
    ]
    .join(",")
}

fn own(rules: &[(&str, &str)]) -> Vec<(String, String)> {
    rules.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn shown(events: &[Event], rules: &[(&str, &str)], strip: Strip, limit: usize) -> Vec<(String, Reason)> {
    let catalog = catalog(&items());
    let mut diagnostics = Diagnostics::new();
    let rules = read(&catalog, &own(rules), true, &mut diagnostics);
    assert_eq!(diagnostics.count(), 0, "{:?}", diagnostics.into_list());
    let mut history = History::default();
    for event in events {
        history.record(event.clone(), NOW);
    }
    let list = arranged(&catalog, (None, Some(&rules)), &history, NOW, &Request::new(strip, limit));
    named(&catalog, list)
}

fn named(catalog: &Catalog, list: Vec<Recommendation>) -> Vec<(String, Reason)> {
    list.into_iter().map(|shown| (catalog.items()[shown.item].id.clone(), shown.reason)).collect()
}

fn ids(rules: &[(&str, &str)], strip: Strip, limit: usize) -> String {
    let list: Vec<String> = shown(&[], rules, strip, limit).into_iter().map(|(id, _)| id).collect();
    list.join(" ")
}

fn event(kind: EventKind, item: &str, age: i64) -> Event {
    Event { at: NOW - age, kind, item: Some(item.into()), query: None, facets: Vec::new() }
}

#[test]
fn each_rule_does_what_it_says() {
    const ALL: &str = "s1 s2 s3 c1 c2 gid://shop/Bag soap";
    struct Case(&'static [(&'static str, &'static str)], &'static str);
    let table = [
        Case(&[], ALL),
        Case(&[("pin", "soap, c2")], "soap c2 s1 s2 s3 c1 gid://shop/Bag"),
        // What may not be shown is not shown for being pinned.
        Case(&[("pin", "gone soap soap")], "soap s1 s2 s3 c1 c2 gid://shop/Bag"),
        Case(&[("pin", "gid://shop/Bag id:c2")], "gid://shop/Bag c2 s1 s2 s3 c1 soap"),
        Case(&[("boost", "color:navy")], "s1 c1 s2 s3 c2 gid://shop/Bag soap"),
        Case(&[("boost", "color:Red^3")], "s3 c2 s1 s2 c1 gid://shop/Bag soap"),
        Case(&[("bury", "category:'Dress shirts'")], "c1 c2 gid://shop/Bag soap s1 s2 s3"),
        Case(&[("bury", "brand:O'Neill c1")], "s1 s2 c2 gid://shop/Bag soap s3 c1"),
        Case(&[("exclude", "brand:acme soap")], "s3 c1 c2 gid://shop/Bag"),
        Case(&[("pin", "s1"), ("exclude", "s1")], "s2 s3 c1 c2 gid://shop/Bag soap"),
        Case(&[("filter", "category:caps")], "c1 c2"),
        Case(&[("filter", "category:things color:navy color:white")], "s1 s2 c1 soap"),
        Case(&[("filter", "tag:sale"), ("pin", "s3")], "s3 c1 gid://shop/Bag"),
        Case(&[("price", "20-80")], "s2 s3 c2"),
        Case(&[("price", "-19.90")], "c1 soap"),
        Case(&[("price", "80.01..")], "s1 gid://shop/Bag"),
        Case(&[("diversity", "category:1")], "s1 c1 gid://shop/Bag soap"),
        Case(&[("diversity", "color:1, category:2")], "s1 s2 c2 gid://shop/Bag"),
        Case(&[("pin", "c2"), ("diversity", "category:1")], "c2 s1 gid://shop/Bag soap"),
        Case(&[("boost", "none"), ("pin", " ")], ALL),
    ];
    for Case(rules, expected) in table {
        assert_eq!(ids(rules, Strip::Trending, 9), expected, "{rules:?}");
    }
    assert_eq!(ids(&[("pin", "soap c2 c1")], Strip::Trending, 2), "soap c2");
}

#[test]
fn strips_that_show_taste_are_mixed_within_the_rules() {
    let rules = [("bury", "category:'dress shirt'")];
    // What is buried stays behind, however much it would be mixed.
    assert_eq!(ids(&rules, Strip::ForYou, 9), "c1 gid://shop/Bag c2 soap s1 s2 s3");
    assert_eq!(ids(&[("diversity", "off")], Strip::ForYou, 9), ids(&[], Strip::Trending, 9));
    assert_ne!(ids(&[], Strip::ForYou, 9), ids(&[], Strip::Trending, 9), "it is mixed otherwise");
    let one_each = ids(&[("diversity", "category:1")], Strip::ForYou, 9);
    assert_eq!(one_each, "s1 c2 gid://shop/Bag soap");
}

#[test]
fn reasons_stay_true() {
    let wish = [event(EventKind::Wish, "s1", 0)];
    let list = shown(&wish, &[("pin", "soap"), ("boost", "color:navy")], Strip::ForYou, 9);
    assert_eq!(list[0], ("soap".to_owned(), Reason::Pinned));
    // The shirt of the same brand, and the cap in navy, are there for what was wished for.
    let because = |id: &str| list.iter().find(|(other, _)| other == id).map(|(_, reason)| reason.clone());
    assert_eq!(because("s2"), Some(Reason::Wished("s1".into())));
    assert_eq!(because("c1"), Some(Reason::Wished("s1".into())));
    let view = [event(EventKind::View, "s1", DAY)];
    // What was looked at is looked at, pinned or not; and nothing else comes in.
    let list = shown(&view, &[("pin", "soap s1")], Strip::Recent, 9);
    assert_eq!(list, [("s1".to_owned(), Reason::Recent)]);
    assert_eq!(shown(&view, &[("exclude", "s1")], Strip::Recent, 9), []);
    assert_eq!(shown(&view, &[("price", "-20")], Strip::Recent, 9), []);
    // A strip of likenesses shows what is pinned even where nothing is like it.
    assert_eq!(
        shown(&[], &[("pin", "soap")], Strip::BoughtTogether, 9),
        [("soap".to_owned(), Reason::Pinned)]
    );
    assert_eq!(shown(&[], &[("pin", "soap")], Strip::YourDesign, 9), [], "there is no design to wear");
    assert_eq!(ids(&[("price", "20-80")], Strip::Content, 9), "ties", "articles have no price");
}

#[test]
fn what_is_used_up_may_come_again_after_three_weeks() {
    let bought = |days: i64, rules: &[(&str, &str)]| {
        let list = shown(&[event(EventKind::Purchase, "soap", days * DAY)], rules, Strip::Trending, 9);
        list.iter().any(|(id, _)| id == "soap")
    };
    assert!(!bought(22, &[]));
    assert!(bought(22, &[("again", "category:care")]));
    assert!(!bought(20, &[("again", "category:care")]));
    assert!(!bought(22, &[("again", "category:caps")]));
}

#[test]
fn the_catalogues_rules_hold_for_all_strips_and_a_strips_own_before_them() {
    let file = format!(
        r#"{{"version": 1, "currency": "EUR", "items": [{}],
            "rules": {{"pin": ["soap", "c2"], "exclude": "s1", "boost": ["color:red"], "price": "-50"}}}}"#,
        items()
    );
    let value = crate::catalog::tests::json(&file);
    let catalog = Catalog::read(&value, &mut Diagnostics::new()).unwrap();
    let list = |rules: &[(&str, &str)]| {
        let mut diagnostics = Diagnostics::new();
        let rules = read(&catalog, &own(rules), true, &mut diagnostics);
        assert_eq!(diagnostics.count(), 0);
        let request = Request::new(Strip::Trending, 9);
        let list = arranged(&catalog, (None, Some(&rules)), &History::default(), NOW, &request);
        let ids: Vec<String> = named(&catalog, list).into_iter().map(|(id, _)| id).collect();
        ids.join(" ")
    };
    assert_eq!(list(&[]), "soap c2 s3 c1");
    assert_eq!(list(&[("pin", "none")]), "s3 c2 c1 soap");
    assert_eq!(
        list(&[("pin", "none"), ("price", "none"), ("exclude", "s3")]),
        "c2 s2 c1 gid://shop/Bag soap"
    );
}

#[cfg(feature = "sentences")]
#[test]
fn what_is_wrong_is_told_with_the_nearest_right_name() {
    let catalog = catalog(&items());
    struct Case(&'static str, &'static str, &'static str);
    let table = [
        Case("pin", "sop", "/data-pin: unknown item \"sop\"; did you mean \"soap\"?"),
        Case("pin", "color:navy", "/data-pin: \"color:navy\": only items can be pinned, by their ids"),
        Case("boost", "colr:navy", "/data-boost: unknown facet \"colr\"; did you mean \"Color\"?"),
        Case("bury", "color:nvy", "/data-bury: unknown value of color \"nvy\"; did you mean \"navy\"?"),
        Case("exclude", "brand:acm", "/data-exclude: unknown value of brand \"acm\"; did you mean \"Acme\"?"),
        Case("filter", "category:shirtz", "/data-filter: unknown value of category \"shirtz\""),
        Case(
            "boost",
            "color:navy^0",
            "/data-boost: \"0\": expected a number from 1 to 100 behind ^; 2 is used",
        ),
        Case("bury", "c1^2", "/data-bury: \"c1\": a number behind ^ is for data-boost only"),
        Case("price", "cheap", "/data-price: expected what items cost, from and to"),
        Case("price", "80-20", "found \"80-20\"; every price is let in"),
        Case("price", "1.999-", "expected what items cost"),
        Case("diversity", "high", "/data-diversity: expected off, or how many of a kind at most"),
        Case("diversity", "brnd:2", "/data-diversity: unknown facet \"brnd\"; did you mean \"brand\"?"),
    ];
    for Case(name, text, expected) in table {
        let mut diagnostics = Diagnostics::new();
        let rules = read(&catalog, &own(&[(name, text)]), true, &mut diagnostics);
        let list: Vec<String> = diagnostics.into_list().iter().map(ToString::to_string).collect();
        assert!(matches!(&list[..], [line] if line.contains(expected)), "{name} {text}: {list:?}");
        // What is wrong is left out, and the rest is shown.
        let request = Request::new(Strip::Trending, 9);
        let list = arranged(&catalog, (None, Some(&rules)), &History::default(), NOW, &request);
        assert_eq!(list.len(), 7, "{name} {text}");
        // Of a part of the catalogue nobody can know.
        let mut diagnostics = Diagnostics::new();
        read(&catalog, &own(&[(name, text)]), false, &mut diagnostics);
        assert!(expected.contains("unknown") != (diagnostics.count() > 0), "{name} {text}");
    }
    let file = crate::catalog::tests::json(&format!(
        r#"{{"version": 1, "currency": "EUR", "items": [{}], "rules": {{"pins": "s1", "bury": ["c1", "color:nvy"], "price": 20}}}}"#,
        items()
    ));
    let catalog = Catalog::read(&file, &mut Diagnostics::new()).unwrap();
    let mut diagnostics = Diagnostics::new();
    read(&catalog, &[], true, &mut diagnostics);
    let list: Vec<String> = diagnostics.into_list().iter().map(ToString::to_string).collect();
    assert_eq!(list.len(), 3, "{list:?}");
    assert!(list[0].contains("did you mean \"pin\"?") && list[1].starts_with("/rules/price: "), "{list:?}");
    assert!(list[2].starts_with("/rules/bury: unknown value of color \"nvy\""), "{list:?}");
}

#[test]
fn terms_are_split_at_spaces_and_commas_outside_of_quotes() {
    let texts = |text: &str| term::split(text).into_iter().map(|term| term.text).collect::<Vec<_>>();
    assert_eq!(texts(" a,b  c, "), ["a", "b", "c"]);
    assert_eq!(
        texts("brand:'Otterby, Sons' \"x y\" tag:\"it's\""),
        ["brand:Otterby, Sons", "x y", "tag:it's"]
    );
    assert_eq!(texts("brand:O'Neill b"), ["brand:O'Neill", "b"]);
    assert_eq!(texts("tag:'open end"), ["tag:open end"]);
    let [term] = &term::split("category:'A b'^2.5")[..] else { panic!("one term") };
    assert_eq!(term.parts, Some(("category".to_owned(), "A b".to_owned())));
    assert_eq!(term.number.as_deref(), Some("2.5"));
}

proptest! {
    #[test]
    fn nothing_that_is_written_breaks_a_strip(
        texts in prop::collection::vec("[a-c1-3: ,^'\"\\-.éO]{0,12}|s1|soap|color:navy|category:2", 8),
        strip in 0_usize..7,
        limit in 0_usize..5,
    ) {
        let catalog = catalog(&items());
        let own: Vec<_> = NAMES.iter().map(|name| (*name).to_owned()).zip(texts).collect();
        let rules = read(&catalog, &own, true, &mut Diagnostics::new());
        let strip = Strip::from_word(Strip::WORDS[strip]).unwrap();
        let mut history = History::default();
        history.record(event(EventKind::View, "s1", 0), NOW);
        let list = arranged(&catalog, (None, Some(&rules)), &history, NOW, &Request::new(strip, limit));
        prop_assert!(list.len() <= limit);
        let mut seen: Vec<usize> = list.iter().map(|shown| shown.item).collect();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), list.len(), "nothing is shown twice");
        prop_assert!(list.iter().all(|shown| catalog.items()[shown.item].id != "gone" && !shown.score.is_nan()));
    }
}
