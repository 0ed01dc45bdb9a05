use super::*;
use crate::catalog::tests::catalog;
use crate::history::Event;
use crate::value::Value;
use proptest::prelude::*;

const NOW: i64 = 1_800_000_000_000;

/// Twelve products in three categories, four colours and three patterns; two articles and a video.
fn shop() -> Catalog {
    let (colors, patterns) = (["navy", "red", "white", "green"], ["check", "plain", "stripe"]);
    let kinds = [("Shirts", "Oxford shirt"), ("Caps", "Baseball cap"), ("Bags", "Canvas bag")];
    let mut items: Vec<String> = Vec::new();
    for i in 0..12 {
        let (category, title) = kinds[i % 3];
        let (color, pattern) = (colors[i / 3], patterns[(i / 3 + i) % 3]);
        items.push(format!(
            r#"{{"id": "{color}-{pattern}-{}", "title": "{title}", "url": "u", "price": 1, "category": ["{category}"], "brand": "Acme",
                "facets": {{"color": "{color}", "pattern": "{pattern}"}}, "popularity": 0.{}}}"#,
            i % 3,
            99 - i
        ));
    }
    items.extend(
        [
            r#"{"id": "gone", "title": "Navy shirt", "url": "u", "price": 1, "facets": {"color": "navy"}, "popularity": 1, "availability": "out_of_stock"}"#,
            r#"{"id": "soon", "title": "Linen trousers", "url": "u", "price": 1, "category": ["Trousers"], "popularity": 0.01, "availability": "preorder"}"#,
            r#"{"id": "soap", "title": "Soap", "url": "u", "price": 1, "category": ["Care"], "popularity": 0.5, "consumable": true}"#,
            r#"{"id": "ties", "title": "How to tie a tie", "url": "u", "kind": "article", "facets": {"style": "formal"}, "published": "2020-01-01"}"#,
            r#"{"id": "caps", "title": "Caps of the season", "url": "u", "kind": "video", "category": ["Caps"], "published": "2027-01-10"}"#,
            r#"{"id": "navy", "title": "Wear navy", "url": "u", "kind": "article", "facets": {"color": "navy"}, "published": "2019-01-01"}"#,
        ]
        .map(str::to_owned),
    );
    catalog(&items.join(","))
}

fn event(kind: EventKind, item: &str, age: i64) -> Event {
    Event { at: NOW - age, kind, item: Some(item.into()), query: None, facets: Vec::new() }
}

fn search(query: &str) -> Event {
    Event { at: NOW, kind: EventKind::Search, item: None, query: Some(query.into()), facets: Vec::new() }
}

fn design(facets: &[(&str, &str)]) -> Event {
    let facets = facets.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    Event { facets, ..event(EventKind::Configure, "configurable", 0) }
}

fn history(events: &[Event]) -> History {
    let mut history = History::default();
    for event in events {
        history.record(event.clone(), NOW);
    }
    history
}

fn ids<'c>(catalog: &'c Catalog, shown: &[Recommendation]) -> Vec<&'c str> {
    shown.iter().map(|r| catalog.items()[r.item].id.as_str()).collect()
}

fn strip(catalog: &Catalog, events: &[Event], strip: Strip, limit: usize) -> Vec<Recommendation> {
    recommend(catalog, None, &history(events), NOW, &Request::new(strip, limit))
}

#[test]
fn a_cold_shopper_gets_popular_things() {
    let shop = shop();
    for kind in [Strip::ForYou, Strip::Trending] {
        let shown = strip(&shop, &[], kind, 4);
        assert_eq!(shown.len(), 4);
        assert_eq!(shop.items()[shown[0].item].popularity, 0.99);
        assert!(
            shown.iter().all(|r| r.reason == Reason::Popular && shop.items()[r.item].popularity > 0.8),
            "{shown:?}"
        );
    }
    assert_eq!(strip(&shop, &[], Strip::Recent, 4), []);
    assert_eq!(strip(&shop, &[], Strip::Similar, 4), []);
    // Nothing is known, not even popularity: the range, in the order of ids.
    let plain = catalog(
        r#"{"id": "b", "title": "B", "url": "b", "price": 1}, {"id": "a", "title": "A", "url": "a", "price": 1}"#,
    );
    let shown = strip(&plain, &[], Strip::ForYou, 4);
    assert_eq!(ids(&plain, &shown), ["a", "b"]);
    assert!(shown.iter().all(|r| r.reason == Reason::Range));
}

#[test]
fn what_is_designed_moves_what_looks_like_it_up() {
    let shop = shop();
    let shown = strip(
        &shop,
        &[design(&[("color", "green"), ("pattern", "stripe"), ("cut", "slim")])],
        Strip::ForYou,
        4,
    );
    let top = &shop.items()[shown[0].item];
    assert!(top.id.starts_with("green-stripe"), "{}", top.id);
    let facets =
        [("color", "green"), ("pattern", "stripe")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
    assert_eq!(shown[0].reason, Reason::Designed { facets });
    // It outweighs a look at something else.
    let events =
        [event(EventKind::View, "red-plain-0", 0), design(&[("color", "navy"), ("pattern", "check")])];
    let shown = strip(&shop, &events, Strip::ForYou, 4);
    assert!(ids(&shop, &shown)[0].starts_with("navy-check"), "{:?}", ids(&shop, &shown));
}

#[test]
fn a_design_is_worn_by_other_products_that_have_a_product_file() {
    let item = |id: &str, product: &str, more: &str| {
        format!(r#"{{"id": "{id}", "title": "{id}", "url": "u", "price": 1 {product} {more}}}"#)
    };
    let file = |name: &str| format!(r#", "product": "{name}.json""#);
    let shop = catalog(
        &[
            item("shirt", &file("p"), ""),
            item("tie", "", r#", "popularity": 1"#),
            item("mug", &file("mug"), ""),
            item("bag", &file("bag"), r#", "facets": {"color": "navy"}"#),
            item("sold", &file("sold"), r#", "availability": "out_of_stock""#),
        ]
        .join(","),
    );
    let request = Request::new(Strip::YourDesign, 9);
    let mut history = history(&[Event { item: Some("shirt".into()), ..design(&[("color", "navy")]) }]);
    assert_eq!(recommend(&shop, None, &history, NOW, &request), [], "there is no design");
    let link =
        Value::object([("p", Value::from("shirt")), ("s", Value::object([("fabric", Value::from("navy"))]))]);
    history.keep_design("shirt", "p.json", link, NOW);
    assert_eq!(ids(&shop, &recommend(&shop, None, &history, NOW, &request)), ["bag", "mug"]);
    history.clear(NOW);
    assert_eq!(recommend(&shop, None, &history, NOW, &request), []);
}

#[test]
fn a_design_is_on_one_of_each_family() {
    let item = |(id, file, group, popularity): (&str, &str, Option<&str>, f64)| {
        let group = group.map_or(String::new(), |group| format!(r#", "group": "{group}""#));
        format!(
            r#"{{"id": "{id}", "title": "{id}", "url": "u", "product": "{file}", "popularity": {popularity}{group}}}"#
        )
    };
    // The skins are the most popular by far; the two mugs have one product file.
    let items = [
        ("skin-a", "a.json", Some("skins"), 0.9),
        ("skin-b", "b.json", Some("skins"), 0.8),
        ("skin-c", "c.json", Some("skins"), 0.7),
        ("mug-red", "mug.json", None, 0.3),
        ("mug-blue", "mug.json", None, 0.2),
        ("bag", "bag.json", None, 0.1),
        ("shirt", "shirt.json", None, 0.0),
    ];
    let shop = catalog(&items.map(item).join(","));
    let mut history = history(&[]);
    let link =
        Value::object([("p", Value::from("shirt")), ("s", Value::object([("fabric", Value::from("navy"))]))]);
    history.keep_design("shirt", "shirt.json", link, NOW);
    let shown = |limit: usize| {
        let shown = recommend(&shop, None, &history, NOW, &Request::new(Strip::YourDesign, limit));
        ids(&shop, &shown).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(shown(2), ["skin-a", "mug-red"]);
    assert_eq!(shown(3), ["skin-a", "mug-red", "bag"]);
    assert_eq!(shown(9), ["skin-a", "mug-red", "bag"]);
}

#[test]
fn searches_and_purchases_matter() {
    let shop = shop();
    let shown = strip(&shop, &[search("Green BAGS")], Strip::ForYou, 3);
    let top = &shop.items()[shown[0].item];
    assert!(top.id.starts_with("green") && top.category.iter().eq(["Bags"]), "{}", top.id);
    assert_eq!(shown[0].reason, Reason::Searched("Green BAGS".into()));

    let bought = "green-stripe-2";
    assert!(shop.find(bought).is_some());
    let shown = strip(&shop, &[event(EventKind::Purchase, bought, 0)], Strip::ForYou, 3);
    assert!(!ids(&shop, &shown).contains(&bought));
    assert_eq!(shown[0].reason, Reason::Bought(bought.into()));
    let top = &shop.items()[shown[0].item];
    assert!(top.category.iter().eq(["Bags"]) || top.id.starts_with("green"), "{}", top.id);
}

#[test]
fn each_event_gives_its_own_reason() {
    use EventKind::{CartAdd, CartRemove, Click, Purchase, Read, View, Wish};
    let shop = shop();
    let id = "green-check-0";
    let item = || id.to_owned();
    let table = [
        (vec![event(View, id, 0)], Reason::Viewed(item())),
        (vec![event(Click, id, 0)], Reason::Viewed(item())),
        (vec![event(Purchase, id, 0)], Reason::Bought(item())),
        (vec![event(CartAdd, id, 0)], Reason::InCart(item())),
        (vec![event(CartAdd, id, 9), event(CartRemove, id, 0)], Reason::SimilarTo(item())),
        (vec![event(Wish, id, 0)], Reason::Wished(item())),
        (vec![event(View, id, 3), event(CartAdd, id, 2), event(Purchase, id, 0)], Reason::Bought(item())),
        (vec![event(Read, "navy", 0)], Reason::Read("navy".into())),
        (vec![event(View, "shopify_DE_green-check-0", 0)], Reason::Viewed(item())),
        (vec![event(View, "unknown", 0)], Reason::Popular),
    ];
    assert!(shop.find(id).is_some());
    for (events, expected) in table {
        let shown = strip(&shop, &events, Strip::ForYou, 12);
        let seen: Vec<&Reason> = shown.iter().map(|r| &r.reason).collect();
        assert!(seen.contains(&&expected), "{events:?}: {seen:?}");
    }
}

#[test]
fn what_may_not_be_shown_is_not() {
    let shop = shop();
    let all = |events: &[Event], change: &dyn Fn(&mut Request)| {
        let mut request = Request::new(Strip::ForYou, 99);
        change(&mut request);
        let shown = recommend(&shop, None, &history(events), NOW, &request);
        ids(&shop, &shown).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let has = |list: &[String], id: &str| list.iter().any(|other| other == id);
    let cold = all(&[], &|_| {});
    assert_eq!(cold.len(), 14);
    assert!(!has(&cold, "gone") && !has(&cold, "ties") && has(&cold, "soon"));
    let current = |request: &mut Request| request.current = Some("soap".into());
    let in_cart = |request: &mut Request| request.in_cart = vec!["soap".into()];
    let exclude = |request: &mut Request| request.exclude = vec!["soap".into()];
    assert!(!has(&all(&[], &current), "soap"));
    assert!(!has(&all(&[], &in_cart), "soap"));
    assert!(!has(&all(&[], &exclude), "soap"));
    assert!(!has(&all(&[event(EventKind::CartAdd, "soap", 0)], &|_| {}), "soap"));
    assert!(!has(&all(&[event(EventKind::Purchase, "soap", USED_UP_MS - 1)], &|_| {}), "soap"));
    assert!(has(&all(&[event(EventKind::Purchase, "soap", USED_UP_MS)], &|_| {}), "soap"));
    assert!(!has(&all(&[event(EventKind::Purchase, "soon", 700 * DAY_MS)], &|_| {}), "soon"));
    let mut history = history(&[]);
    history.set_hidden("soap", true, NOW);
    let shown = recommend(&shop, None, &history, NOW, &Request::new(Strip::ForYou, 99));
    assert!(!ids(&shop, &shown).contains(&"soap"));
    assert_eq!(strip(&shop, &[], Strip::ForYou, 0), []);
    assert_eq!(strip(&shop, &[], Strip::ForYou, usize::MAX).len(), 14);
    assert_eq!(strip(&shop, &[], Strip::Trending, 0), []);
}

#[test]
fn what_is_similar_is_of_the_same_department_before_it_only_looks_alike() {
    let shop = catalog(
        r#"{"id": "case", "title": "Tower", "url": "u", "price": 1, "category": ["Computers", "Cases"], "facets": {"color": ["black", "teal"], "finish": "matt"}},
           {"id": "shirt", "title": "Shirt", "url": "u", "price": 1, "category": ["Shirts"], "facets": {"color": ["black", "teal"], "finish": "matt"}, "popularity": 1},
           {"id": "fan", "title": "Fan", "url": "u", "price": 1, "category": ["Computers", "Fans"], "facets": {"color": ["black", "teal"]}},
           {"id": "mug", "title": "Mug", "url": "u", "price": 1, "category": ["Kitchen"], "facets": {"color": "white"}}"#,
    );
    let mut request = Request::new(Strip::Similar, 4);
    request.current = Some("case".into());
    let shown = recommend(&shop, None, &history(&[]), NOW, &request);
    assert_eq!(ids(&shop, &shown), ["fan", "shirt"]);
    // Without a category, nothing is of another department.
    request.current = Some("none".into());
    let shop = catalog(
        r#"{"id": "none", "title": "Tower", "url": "u", "price": 1, "facets": {"color": "black"}},
           {"id": "a", "title": "Shirt", "url": "u", "price": 1, "category": ["Shirts"], "facets": {"color": "black"}},
           {"id": "b", "title": "Cap", "url": "u", "price": 1, "category": ["shirts"], "facets": {"color": "black"}}"#,
    );
    let shown = recommend(&shop, None, &history(&[]), NOW, &request);
    let features = shop.features();
    assert_eq!(shown[0].score, features.fit(&features.weighted(0), 1), "all of its likeness");
    for (current, other) in [("a", 0), ("a", 2), ("b", 1)] {
        request.current = Some(current.into());
        let shown = recommend(&shop, None, &history(&[]), NOW, &request);
        let score = shown.iter().find(|r| r.item == other).map(|r| r.score);
        let own = features.weighted(shop.find(current).unwrap());
        assert_eq!(
            score,
            Some(features.fit(&own, other)),
            "{current} {other}: as written, or without a category"
        );
    }
}

#[test]
fn similar_recent_and_content_are_what_they_say() {
    let shop = shop();
    let mut request = Request::new(Strip::Similar, 3);
    request.current = Some("red-plain-0".into());
    assert!(shop.find("red-plain-0").is_some());
    let shown = recommend(&shop, None, &History::default(), NOW, &request);
    for r in &shown {
        let item = &shop.items()[r.item];
        assert!(item.id.starts_with("red") || item.category.iter().eq(["Shirts"]), "{}", item.id);
        assert_eq!(r.reason, Reason::SimilarTo("red-plain-0".into()));
    }

    let events = [
        event(EventKind::View, "soap", 300),
        event(EventKind::View, "red-plain-0", 200),
        event(EventKind::View, "gone", 100),
        event(EventKind::Click, "soon", 50),
        event(EventKind::Read, "ties", 10),
    ];
    let shown = strip(&shop, &events, Strip::Recent, 9);
    assert_eq!(ids(&shop, &shown), ["soon", "red-plain-0", "soap"]);
    assert!(shown.iter().all(|r| r.reason == Reason::Recent));

    // Nothing is known: the newest. A taste for navy: what is about it.
    let cold = strip(&shop, &[], Strip::Content, 9);
    assert_eq!(ids(&shop, &cold), ["caps", "ties", "navy"]);
    let shown = strip(&shop, &[design(&[("color", "navy")])], Strip::Content, 9);
    assert_eq!(ids(&shop, &shown)[0], "navy");
}

#[test]
fn what_was_looked_at_is_not_all_that_is_shown() {
    let shop = shop();
    let shown = strip(&shop, &[event(EventKind::View, "green-check-0", 0)], Strip::ForYou, 14);
    let place = ids(&shop, &shown).iter().position(|id| *id == "green-check-0").unwrap();
    assert!(place > 0);
    assert_ne!(shown[place].reason, Reason::Viewed("green-check-0".into()));
}

#[test]
fn no_category_comes_more_than_three_times_in_a_row_while_there_is_another() {
    let item = |i: usize| {
        let category = if i < 20 { "Shirts" } else { "Caps" };
        format!(
            r#"{{"id": "{i:02}", "title": "Thing {i}", "url": "u", "price": 1, "category": ["{category}"], "popularity": 0.{}}}"#,
            99 - i
        )
    };
    let catalog = catalog(&(0..24).map(item).collect::<Vec<_>>().join(","));
    let shown = strip(&catalog, &[], Strip::ForYou, 12);
    let caps: Vec<bool> = shown.iter().map(|r| r.item >= 20).collect();
    assert_eq!(caps.len(), 12);
    assert!(caps.windows(4).all(|four| four.contains(&true)), "{caps:?}");
    assert!(!caps[0]);
}

/// A shop of 5,000 items, two languages each, made of a small fixed sequence.
fn large() -> Catalog {
    let mut state = 1_u32;
    let mut next = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % n
    };
    let item = |i: usize| {
        format!(
            r#"{{"id": "i{i}", "title": {{"en": "Thing w{} w{}", "de": "Ding v{} v{}"}}, "url": "u", "price": 1, "category": ["c{}", "d{}"],
               "brand": "b{}", "facets": {{"color": "k{}", "pattern": ["p{}"], "material": "m{}"}}, "popularity": 0.{}, "text": "A w{} of w{}."}}"#,
            next(900),
            next(900),
            next(900),
            next(900),
            next(12),
            next(60),
            next(80),
            next(18),
            next(10),
            next(30),
            next(100),
            next(900),
            next(900)
        )
    };
    catalog(&(0..5000).map(item).collect::<Vec<_>>().join(","))
}

#[test]
fn five_thousand_items_and_two_hundred_events() {
    let shop = large();
    let mut history = History::default();
    for i in 0..200_i64 {
        let kind =
            [EventKind::View, EventKind::Click, EventKind::View, EventKind::CartAdd, EventKind::Purchase]
                [i as usize % 5];
        history.record(event(kind, &format!("i{}", i * 23 % 5000), i * 3_600_000), NOW);
    }
    assert_eq!(history.events().len(), 200);
    for strip in [Strip::ForYou, Strip::Similar, Strip::Recent, Strip::Trending] {
        let mut request = Request::new(strip, 24);
        request.current = Some("i77".into());
        let shown = recommend(&shop, None, &history, NOW, &request);
        assert_eq!(shown.len(), 24, "{strip:?}");
        assert_eq!(shown, recommend(&shop, None, &history.clone(), NOW, &request));
    }
}

fn any_history() -> impl Strategy<Value = Vec<Event>> {
    let names =
        || shop().items().iter().map(|item| item.id.clone()).chain(["?".to_owned()]).collect::<Vec<_>>();
    prop::collection::vec(crate::history::tests::event(prop::sample::select(names())), 0..40)
}

/// The events that a reason names.
fn named(reason: &Reason, item: &Item, event: &Event) -> bool {
    use EventKind::{CartAdd, Click, Configure, Purchase, Read, Search, View, Wish};
    let about =
        |id: &String, kinds: &[EventKind]| event.item.as_ref() == Some(id) && kinds.contains(&event.kind);
    match reason {
        Reason::Popular | Reason::Range | Reason::Pinned => false,
        Reason::Viewed(id) => about(id, &[View, Click]),
        Reason::Bought(id) => about(id, &[Purchase]),
        Reason::InCart(id) => about(id, &[CartAdd]),
        Reason::Read(id) => about(id, &[Read]),
        Reason::SimilarTo(id) => about(id, &[CartAdd]),
        Reason::Wished(id) => about(id, &[Wish]),
        Reason::Recent => about(&item.id, &[View, Click, Read, Wish, CartAdd]),
        Reason::Searched(query) => event.kind == Search && event.query.as_ref() == Some(query),
        Reason::Designed { facets } => {
            event.kind == Configure && facets.iter().all(|facet| event.facets.contains(facet))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn forbidden_items_are_never_shown_and_the_order_is_total(
        events in any_history(),
        hidden in 0..18_usize,
        picks in prop::collection::vec(0..18_usize, 3),
        place in 0..Strip::WORDS.len(),
        limit in 0..20_usize,
    ) {
        let shop = shop();
        let id = |i: usize| shop.items()[i].id.clone();
        let mut history = history(&events);
        history.set_hidden(&id(hidden), true, NOW);
        let strip = Strip::from_word(Strip::WORDS[place]).unwrap();
        let request = Request {
            strip,
            limit,
            current: Some(id(picks[0])),
            in_cart: vec![id(picks[1])],
            exclude: vec![id(picks[2]), "?".into()],
        };
        let shown = recommend(&shop, None, &history, NOW, &request);
        prop_assert!(shown.len() <= limit);
        for (i, r) in shown.iter().enumerate() {
            let item = &shop.items()[r.item];
            prop_assert!(r.score.is_finite());
            prop_assert!(item.availability != Availability::OutOfStock);
            prop_assert_eq!(item.kind == ItemKind::Product, strip != Strip::Content);
            prop_assert!(r.item != hidden && !picks.contains(&r.item));
            prop_assert!(!history.events().iter().any(|e| e.kind == EventKind::Purchase && e.item.as_deref() == Some(&item.id)));
            prop_assert!(shown[i + 1..].iter().all(|other| other.item != r.item));
        }
        // The same things done, told in another order: the same answer.
        let turned: Vec<Event> = history.events().iter().rev().cloned().collect();
        let mut again = self::history(&turned);
        again.set_hidden(&id(hidden), true, NOW);
        prop_assert_eq!(&again, &history);
        prop_assert_eq!(recommend(&shop, None, &again, NOW, &request), shown);
    }

    #[test]
    fn reasons_are_true(events in any_history(), content in any::<bool>()) {
        let shop = shop();
        let history = history(&events);
        let strip = if content { Strip::Content } else { Strip::ForYou };
        let request = Request::new(strip, 8);
        for r in recommend(&shop, None, &history, NOW, &request) {
            let item = &shop.items()[r.item];
            match &r.reason {
                Reason::Popular => prop_assert!(item.popularity > 0.0),
                Reason::Range => {}
                reason => {
                    let mut without = History::default();
                    let kept = history.events().iter().filter(|event| !named(reason, item, event));
                    for event in kept.clone() {
                        without.record(event.clone(), NOW);
                    }
                    prop_assert!(kept.count() < history.events().len(), "{:?} names nothing", reason);
                    let all = recommend(&shop, None, &without, NOW, &Request::new(strip, 99));
                    let score = all.iter().find(|other| other.item == r.item).map(|other| other.score);
                    // Without what took it out of the cart it may be barred; otherwise it scores less.
                    prop_assert!(score.is_none_or(|score| score < r.score), "{:?} {:?} {}", reason, score, r.score);
                }
            }
            if let Reason::Searched(query) = &r.reason {
                let found = shop.features().of_query(query);
                prop_assert!(found.iter().any(|word| shop.features().list(r.item).contains(word)));
            }
            if let Reason::Designed { facets } = &r.reason {
                prop_assert!(!facets.is_empty());
                for (name, value) in facets {
                    prop_assert!(item.facets.iter().any(|own| own == (name, value)));
                }
            }
        }
    }
}
