//! Designs on other products, and what a taste starts with: tables, properties on random products with rules, and the demo shop's own products.

use crate::products::{product, value};
use haberdash_core::compat::Compiled;
use haberdash_core::history::{Event, EventKind, History};
use haberdash_core::link;
use haberdash_core::product::resolve::Resolver;
use haberdash_core::product::{Format, Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::transfer::{Has, Left, Taste, Transfer, transfer};
use haberdash_core::{Diagnostics, Value};
use proptest::prelude::*;
use serde_json::json;
use std::path::Path;

fn put(from: &Product, selection: &Selection, to: &Product) -> Option<Transfer> {
    put_with(from, selection, to, &|_, _| true)
}

/// The same, where not every picture can be had.
fn put_with(from: &Product, selection: &Selection, to: &Product, has: Has) -> Option<Transfer> {
    let compiled = Compiled::new(to);
    transfer(from, selection, to, &|selection| Some(compiled.repair(to, selection)?.selection), has)
}

fn select(product: &Product, picks: serde_json::Value) -> Selection {
    let (selection, problems) = Selection::from_value(product, &value(&picks));
    assert_eq!(problems, Vec::<String>::new());
    selection
}

fn picks(product: &Product, selection: &Selection) -> serde_json::Value {
    serde_json::from_str(&selection.to_value(product).to_string()).unwrap()
}

/// A shirt: fabrics by facets, a thread, letters, a picture.
fn shirt() -> Product {
    product(
        &json!({"version": 1, "id": "shirt", "title": "Shirt", "currency": "EUR", "base_price": 1, "options": [
        {"id": "fabric", "kind": "choice", "role": "primary", "choices": [
            {"id": "white", "color": "#ffffff", "facets": {"color": "white", "pattern": "plain"}},
            {"id": "navy", "color": "#22335a", "facets": {"color": "navy", "pattern": "plain"}},
            {"id": "navy-check", "texture": "navy-check.webp", "facets": {"color": ["navy", "white"], "pattern": "check"}},
            {"id": "red-dots", "texture": "red-dots.webp", "facets": {"color": "red", "pattern": "dots"}}]},
        {"id": "collar", "kind": "choice", "choices": [{"id": "kent"}, {"id": "band"}]},
        {"id": "thread", "kind": "choice", "role": "accent", "choices": [{"id": "white", "color": "#fff"}, {"id": "red", "color": "#c0201f"}]},
        {"id": "monogram", "kind": "text", "role": "monogram", "max_chars": 4},
        {"id": "logo", "kind": "image", "role": "logo"}]}),
    )
}

fn target(options: serde_json::Value, rules: serde_json::Value) -> Product {
    product(
        &json!({"version": 1, "id": "other", "title": "Other", "currency": "EUR", "base_price": 1, "options": options, "rules": rules}),
    )
}

const FILE: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn colour_and_pattern_come_by_facets_else_by_what_looks_alike() {
    struct Case(&'static str, serde_json::Value, Option<&'static str>, &'static [Left]);
    let choice = |id: &str, color: Option<&str>, facets: serde_json::Value| {
        let mut choice = json!({"id": id, "facets": facets});
        if let Some(color) = color {
            choice["color"] = json!(color);
        }
        choice
    };
    let table = [
        // Colour and pattern.
        Case(
            "navy-check",
            json!([
                choice("a", None, json!({"color": "navy", "pattern": "plain"})),
                choice("b", None, json!({"color": "navy", "pattern": "check"}))
            ]),
            Some("b"),
            &[],
        ),
        // The colour in another pattern says more than the pattern in another colour, and plain more than a third pattern.
        Case(
            "navy-check",
            json!([
                choice("a", None, json!({"color": "red", "pattern": "check"})),
                choice("b", None, json!({"color": "navy", "pattern": "stripes"})),
                choice("c", None, json!({"color": "navy", "pattern": "plain"}))
            ]),
            Some("c"),
            &[Left::Pattern],
        ),
        // Plural and case make no difference.
        Case(
            "red-dots",
            json!([
                choice("a", None, json!({"color": "red"})),
                choice("b", None, json!({"color": "Red", "pattern": "dot"}))
            ]),
            Some("b"),
            &[],
        ),
        // By the eye: of a pattern, the colour that a plain one of that name has.
        Case(
            "navy",
            json!([choice("a", Some("#5588cc"), json!({})), choice("b", Some("#24324f"), json!({}))]),
            Some("b"),
            &[],
        ),
        Case(
            "navy-check",
            json!([choice("a", Some("#24324f"), json!({})), choice("b", Some("#ffffff"), json!({}))]),
            Some("a"),
            &[Left::Pattern],
        ),
        // Nothing like it.
        Case(
            "red-dots",
            json!([choice("a", Some("#5588cc"), json!({"color": "sky"}))]),
            None,
            &[Left::Color, Left::Pattern],
        ),
        // What is plain does not become tartan while there is a plain one.
        Case(
            "navy",
            json!([
                choice("a", None, json!({"color": "navy", "pattern": "tartan"})),
                choice("b", None, json!({"color": "navy"}))
            ]),
            Some("b"),
            &[],
        ),
        // What is sold out cannot be had.
        Case(
            "navy",
            json!([{"id": "a", "stock": 0, "facets": {"color": "navy"}}, choice("b", None, json!({"color": ["grey", "navy"]}))]),
            Some("b"),
            &[],
        ),
    ];
    let shirt = shirt();
    for Case(fabric, mut choices, expected, left) in table {
        choices.as_array_mut().unwrap().insert(0, json!({"id": "own", "facets": {"color": "brown"}}));
        for role in ["primary", "pattern"] {
            let other =
                target(json!([{"id": "o", "kind": "choice", "role": role, "choices": choices}]), json!([]));
            let put = put(&shirt, &select(&shirt, json!({"fabric": fabric})), &other).unwrap();
            assert_eq!(picks(&other, &put.selection)["o"], expected.unwrap_or("own"), "{fabric} {choices}");
            assert_eq!((&put.left[..], put.came), (left, expected.is_some()), "{fabric} {choices}");
        }
    }
}

#[test]
fn letters_pictures_and_details_come_where_there_is_a_place() {
    let shirt = shirt();
    let design = select(
        &shirt,
        json!({"thread": "red", "monogram": "ABC", "logo": {"file": FILE, "x": 1, "y": 2, "scale": 30, "rotate": 4}}),
    );
    let cloth = json!({"id": "cloth", "kind": "choice", "role": "primary", "choices": [{"id": "grey"}, {"id": "white", "facets": {"color": "white"}}]});
    let bare = target(json!([cloth]), json!([]));
    let nothing = put(&shirt, &design, &bare).unwrap();
    assert!(!nothing.came, "what was left as it was offered says nothing");
    assert_eq!(nothing.left, [Left::Accent, Left::Monogram, Left::Logo]);
    assert_eq!(picks(&bare, &nothing.selection), json!({"cloth": "grey"}));
    let rich = target(
        json!([cloth,
            {"id": "seam", "kind": "choice", "role": "accent", "choices": [{"id": "blue", "color": "#00f"}, {"id": "red", "color": "#c42020"}]},
            {"id": "edge", "kind": "color", "role": "accent", "default": "#000000"},
            {"id": "name", "kind": "text", "role": "monogram", "max_chars": 8, "charset": "a-z"},
            {"id": "second", "kind": "text", "role": "monogram", "max_chars": 8},
            {"id": "mark", "kind": "image", "role": "logo"}]),
        json!([]),
    );
    let all = put(&shirt, &design, &rich).unwrap();
    assert_eq!((&all.left[..], all.came), (&[][..], true));
    let expected = json!({"cloth": "grey", "seam": "red", "edge": "#c0201f", "name": "abc", "mark": {"file": FILE, "x": 500, "y": 500, "scale": 1000, "rotate": 0}});
    assert_eq!(picks(&rich, &all.selection), expected);
    // Letters that cannot be had are not cut short.
    for field in [json!({"max_chars": 2}), json!({"max_chars": 9, "charset": "0-9"})] {
        let mut option = json!({"id": "name", "kind": "text", "role": "monogram"});
        option.as_object_mut().unwrap().extend(field.as_object().unwrap().clone());
        let put =
            put(&shirt, &select(&shirt, json!({"monogram": "ABC"})), &target(json!([option]), json!([])))
                .unwrap();
        assert_eq!((&put.left[..], put.came), (&[Left::Monogram][..], false));
    }
}

#[test]
fn a_picture_comes_where_it_is_at_hand_and_taken_once_for_each_option() {
    const OTHER: &str = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";
    let at_first = |file: &str| json!({"file": file, "x": 500, "y": 500, "scale": 1000, "rotate": 0});
    let shirt = shirt();
    let one = select(&shirt, json!({"logo": {"file": FILE, "x": 1, "y": 2, "scale": 30, "rotate": 4}}));
    let two_places = target(
        json!([{"id": "front", "kind": "image", "role": "logo"}, {"id": "back", "kind": "image", "role": "logo"}, {"id": "photo", "kind": "image"}]),
        json!([]),
    );
    let put = put_with(&shirt, &one, &two_places, &|_, file| file == FILE).unwrap();
    assert_eq!(picks(&two_places, &put.selection), json!({"front": at_first(FILE)}), "the first takes it");
    assert_eq!((&put.left[..], put.came), (&[][..], true));
    // Not on this device any more.
    let put = put_with(&shirt, &one, &two_places, &|_, _| false).unwrap();
    assert_eq!(picks(&two_places, &put.selection), json!({}));
    assert_eq!((&put.left[..], put.came), (&[Left::Logo][..], false));
    // A drawing, where only pixels are taken; and a file that is too large.
    let drawing: Has = &|kind, _| kind.formats[Format::Svg as usize] && kind.max_bytes >= 5_000;
    for (field, value, comes) in [
        ("formats", json!(["png", "svg"]), true),
        ("formats", json!(["png", "jpeg"]), false),
        ("max_bytes", json!(5_000), true),
        ("max_bytes", json!(4_999), false),
        // How fine it is is said there, as of any picture.
        ("min_dpi", json!(9_000), true),
    ] {
        let mut option = json!({"id": "mark", "kind": "image", "role": "logo"});
        option[field] = value;
        let other = target(json!([option]), json!([]));
        let put = put_with(&shirt, &one, &other, drawing).unwrap();
        assert_eq!((put.came, put.left.is_empty()), (comes, comes), "{field}");
        assert_eq!(picks(&other, &put.selection).get("mark").is_some(), comes, "{field}");
    }
    // Two pictures go to two places; of one place the first.
    let both = select(&two_places, json!({"front": {"file": FILE}, "back": {"file": OTHER}}));
    let mut twin = two_places.clone();
    twin.id = shirt.id.clone();
    let put = put_with(&two_places, &both, &twin, &|_, _| true).unwrap();
    assert_eq!(picks(&twin, &put.selection), json!({"front": at_first(FILE), "back": at_first(OTHER)}));
    let put = put_with(&two_places, &both, &shirt, &|_, _| true).unwrap();
    assert_eq!(picks(&shirt, &put.selection)["logo"], at_first(FILE));
    assert_eq!(put.left, [Left::Logo], "and the other is named");
}

#[test]
fn a_picture_that_rules_hide_comes_with_what_shows_it() {
    let shirt = shirt();
    let design = select(&shirt, json!({"fabric": "navy", "monogram": "ABC", "logo": {"file": FILE}}));
    let options = json!([
        {"id": "side", "kind": "choice", "role": "primary", "choices": [{"id": "white", "facets": {"color": "white"}}, {"id": "navy", "facets": {"color": "navy"}}]},
        {"id": "print", "kind": "choice", "choices": [{"id": "no"}, {"id": "yes"}, {"id": "large"}]},
        {"id": "gloss", "kind": "toggle"},
        {"id": "extras", "kind": "multi", "choices": [{"id": "box"}, {"id": "card"}, {"id": "ribbon"}], "default": ["ribbon"]},
        {"id": "count", "kind": "quantity", "min": 0, "max": 9, "default": 1},
        {"id": "name", "kind": "text", "role": "monogram", "max_chars": 8},
        {"id": "mark", "kind": "image", "role": "logo"}]);
    let with = |rules: serde_json::Value| {
        let other = target(options.clone(), rules);
        let put = put(&shirt, &design, &other).unwrap();
        assert!(other.broken(&put.selection).is_empty());
        assert_eq!(picks(&other, &put.selection)["side"], "navy", "the colour has not to give way");
        (picks(&other, &put.selection), put.left)
    };
    struct Case(serde_json::Value, serde_json::Value, &'static [Left]);
    let show = |when: serde_json::Value| json!({"when": when, "show": ["mark"]});
    let table = [
        Case(json!([]), json!({"print": "no", "gloss": false}), &[]),
        Case(json!([show(json!({"side": "navy"}))]), json!({"print": "no"}), &[]),
        // The first that does; of each kind; together.
        Case(json!([show(json!({"print": ["yes", "large"]}))]), json!({"print": "yes"}), &[]),
        Case(json!([show(json!({"gloss": true}))]), json!({"gloss": true, "print": "no"}), &[]),
        Case(json!([show(json!({"extras": ["card"]}))]), json!({"extras": ["card", "ribbon"]}), &[]),
        Case(json!([show(json!({"count": [4, 6]}))]), json!({"count": 4}), &[]),
        Case(
            json!([show(json!({"print": "yes", "gloss": true})), show(json!({"count": 2}))]),
            json!({"print": "yes", "gloss": true, "count": 2}),
            &[],
        ),
        // What shows it is shown by something else itself.
        Case(
            json!([show(json!({"gloss": true})), {"when": {"print": "large"}, "show": ["gloss"]}]),
            json!({"print": "large", "gloss": true}),
            &[],
        ),
        // What costs less of the design wins.
        Case(
            json!([show(json!({"print": ["yes", "large"]})), {"when": {"print": ["no", "large"]}, "show": ["name"]}]),
            json!({"print": "large", "name": "ABC"}),
            &[],
        ),
        // Letters alike.
        Case(
            json!([{"when": {"print": "large"}, "show": ["name"]}]),
            json!({"print": "large", "name": "ABC"}),
            &[],
        ),
        // Where it cannot be shown with this colour, or at all, nothing else is changed for it.
        Case(
            json!([show(json!({"print": "yes"})), {"when": {"side": "navy"}, "exclude": {"print": "yes"}}]),
            json!({"print": "no", "name": "ABC"}),
            &[Left::Logo],
        ),
        Case(json!([show(json!({"side": "white"}))]), json!({"print": "no", "name": "ABC"}), &[Left::Logo]),
        // Either, not both: letters matter more.
        Case(
            json!([show(json!({"print": "yes"})), {"when": {"print": "no"}, "show": ["name"]}]),
            json!({"print": "no", "name": "ABC"}),
            &[Left::Logo],
        ),
    ];
    for Case(rules, expected, left) in table {
        let (there, was) = with(rules.clone());
        assert_eq!(was, left, "{rules}");
        assert_eq!(there.get("mark").is_some(), left.is_empty(), "{rules}");
        for (option, pick) in expected.as_object().unwrap() {
            assert_eq!(&there[option], pick, "{rules}");
        }
    }
}

#[test]
fn what_shows_letters_is_picked_for_as_many_as_come_and_no_sooner() {
    let shirt = product(
        &json!({"version": 1, "id": "shirt", "title": "Shirt", "currency": "EUR", "base_price": 1, "options": [
        {"id": "name", "kind": "text", "role": "monogram", "max_chars": 4}, {"id": "number", "kind": "text", "role": "monogram", "max_chars": 4},
        {"id": "third", "kind": "text", "role": "monogram", "max_chars": 4}, {"id": "logo", "kind": "image", "role": "logo"}]}),
    );
    let letters = select(&shirt, json!({"name": "ANNA", "number": "7"}));
    let logo = select(&shirt, json!({"logo": {"file": FILE}}));
    let on = |design: &Selection, options: serde_json::Value, rules: serde_json::Value| {
        let other = target(options, rules);
        let put = put(&shirt, design, &other).unwrap();
        assert!(other.broken(&put.selection).is_empty());
        (picks(&other, &put.selection), put.left)
    };
    let text = |id: &str| json!({"id": id, "kind": "text", "role": "monogram", "max_chars": 8});
    let toggle = |id: &str| json!({"id": id, "kind": "toggle"});
    // Each by a pick of its own, and one of them where another cannot come.
    let both = json!([toggle("back"), toggle("sleeve"), text("on-back"), text("on-sleeve")]);
    let rules = json!([{"when": {"back": true}, "show": ["on-back"]}, {"when": {"sleeve": true}, "show": ["on-sleeve"]}]);
    let (there, left) = on(&letters, both.clone(), rules.clone());
    assert_eq!((&there["on-back"], &there["on-sleeve"], left), (&json!("ANNA"), &json!("7"), vec![]));
    let three = select(&shirt, json!({"name": "ANNA", "number": "7", "third": "X"}));
    let (there, left) = on(&three, both, rules);
    assert_eq!(
        (&there["on-back"], &there["on-sleeve"], left),
        (&json!("ANNA"), &json!("7"), vec![Left::Monogram])
    );
    // Instead of each other: what is there stays.
    let style = json!({"id": "style", "kind": "choice", "choices": [{"id": "a"}, {"id": "b"}]});
    let rules =
        json!([{"when": {"style": "a"}, "show": ["first"]}, {"when": {"style": "b"}, "show": ["second"]}]);
    let (there, left) = on(&letters, json!([style, text("first"), text("second")]), rules);
    assert_eq!((&there["style"], &there["first"], left), (&json!("a"), &json!("ANNA"), vec![Left::Monogram]));
    // What was hidden itself is as the shop has it, where that will do.
    let mark = json!({"id": "mark", "kind": "image", "role": "logo"});
    let places = json!({"id": "place", "kind": "choice", "default": "chest", "choices": [{"id": "arm", "price": 100}, {"id": "chest"}, {"id": "none"}]});
    let rules = json!([{"when": {"print": true}, "show": ["place"]}, {"when": {"place": ["arm", "chest"]}, "show": ["mark"]}]);
    let (there, _) = on(&logo, json!([toggle("print"), places, mark]), rules);
    assert_eq!((&there["print"], &there["place"]), (&json!(true), &json!("chest")));
    // The first of several may be sold out, or ruled out.
    let extras = json!({"id": "extras", "kind": "multi", "choices": [{"id": "box", "stock": 0}, {"id": "card"}, {"id": "tag"}]});
    let rules = json!([{"when": {"extras": ["box", "card", "tag"]}, "show": ["mark"]}, {"when": {}, "exclude": {"extras": ["card"]}}]);
    let (there, left) = on(&logo, json!([extras, mark]), rules);
    assert_eq!((&there["extras"], left), (&json!(["tag"]), vec![]));
    let mut spots = vec![json!({"id": "no"})];
    spots.extend((0..30).map(|spot| json!({"id": format!("s{spot}")})));
    let options = json!([{"id": "print", "kind": "choice", "choices": [{"id": "no"}, {"id": "a"}, {"id": "b"}, {"id": "c"}]},
        {"id": "spot", "kind": "choice", "choices": spots}, mark]);
    let ids: Vec<String> = (0..30).map(|spot| format!("s{spot}")).collect();
    let rules = json!([{"when": {"print": ["a", "b", "c"], "spot": ids}, "show": ["mark"]}, {"when": {"spot": ids}, "exclude": {"print": ["a", "b"]}}]);
    let (there, left) = on(&logo, options, rules);
    assert_eq!((&there["print"], left), (&json!("c"), vec![]));
}

#[test]
fn options_shown_by_options_by_options_are_not_looked_through_for_ever() {
    // A tree: each option is shown by picks in two others.
    let tree = |options: usize| {
        let choices: Vec<_> = (0..13).map(|at| json!({"id": format!("c{at}")})).collect();
        let wanted: Vec<String> = (1..13).map(|at| format!("c{at}")).collect();
        let option = |at: usize| json!({"id": format!("n{at}"), "kind": "choice", "choices": choices});
        let mut list: Vec<_> = (1..options).map(option).collect();
        let show = |at: usize| {
            let below = [2 * at, 2 * at + 1].map(|below| (format!("n{below}"), json!(wanted)));
            json!({"when": serde_json::Map::from_iter(below), "show": [format!("n{at}")]})
        };
        let mut rules: Vec<_> = (1..options / 2).map(show).collect();
        list.push(json!({"id": "mark", "kind": "image", "role": "logo"}));
        rules.push(json!({"when": {"n1": wanted}, "show": ["mark"]}));
        target(json!(list), json!(rules))
    };
    let shirt = shirt();
    let design = select(&shirt, json!({"logo": {"file": FILE}}));
    let small = put(&shirt, &design, &tree(32)).unwrap();
    assert_eq!(small.left, [], "what shows it is found");
    for options in [64, 1024] {
        let mended = std::cell::Cell::new(0);
        let mend = |selection: &Selection| {
            mended.set(mended.get() + 1);
            Some(selection.clone())
        };
        let large = transfer(&shirt, &design, &tree(options), &mend, &|_, _| true).unwrap();
        assert!(large.left.is_empty() || large.left == [Left::Logo]);
        assert!(mended.get() < 50, "{options}: mended {} times", mended.get());
    }
}

#[test]
fn of_several_places_a_picture_takes_one_that_cards_show() {
    let mug = of_shop("mug.json");
    let sneaker = of_shop("sneaker.json");
    let design = select(&mug, json!({"colour": "ink", "logo": {"file": FILE}}));
    let put = put(&mug, &design, &sneaker).unwrap();
    assert_eq!((&put.left[..], put.came), (&[][..], true));
    let there = picks(&sneaker, &put.selection);
    assert_eq!(
        (&there["logo-place"], &there["emblem"]),
        (&json!("side"), &json!("none")),
        "the heel and the tongue come first in the file, but the first view is from the side"
    );
    assert_eq!(there["logo"]["file"], FILE);
    assert!(sneaker.broken(&put.selection).is_empty());
    // Where the file cannot be had, nothing is changed for it.
    let without = put_with(&mug, &design, &sneaker, &|_, _| false).unwrap();
    assert_eq!(picks(&sneaker, &without.selection)["logo-place"], "none");
    assert_eq!(without.left, [Left::Logo]);
}

#[test]
fn what_is_kept_of_a_design_has_its_pictures_and_no_link_has_them() {
    let shirt = shirt();
    let picked = json!({"fabric": "navy", "logo": {"file": FILE, "x": 1, "y": 2, "scale": 30, "rotate": 4}});
    let design = select(&shirt, picked);
    let carried = link::value(&shirt, &design);
    let mut kept = carried.clone();
    link::keep_pictures(&shirt, &design, &mut kept);
    let (opened, problems) = Selection::from_value(&shirt, &link::whole_picks(&kept));
    assert_eq!((opened, problems), (design.clone(), vec![]));
    for text in [carried.to_string(), link::decode(&link::encode(&shirt, &design)).unwrap().unwrap()] {
        assert!(!text.contains(FILE) && text.contains("\"w\":true"), "{text}");
    }
    // It is kept with the design, read back, and forgotten with it.
    let mut history = History::default();
    assert!(history.keep_design("SH-1", "https://shop.example/shirt.json", kept.clone(), NOW));
    let (read, notices) = History::from_value(&history.to_value(), NOW);
    assert_eq!((&read, notices), (&history, vec![]));
    assert_eq!(read.design().unwrap().link, kept);
    history.forget("SH-1", NOW);
    assert!(!history.to_value().to_string().contains(FILE));
    // Without a picture nothing is added, and of what an older version kept there is none.
    let plain = select(&shirt, json!({"fabric": "navy"}));
    let mut kept = link::value(&shirt, &plain);
    link::keep_pictures(&shirt, &plain, &mut kept);
    assert_eq!(kept, link::value(&shirt, &plain));
    assert_eq!(link::whole_picks(&carried).as_object().unwrap().len(), 1);
    for wrong in [json!(null), json!({"s": 1, "pictures": []}), json!([])] {
        assert_eq!(link::whole_picks(&value(&wrong)), value(&json!({})));
    }
}

#[test]
fn on_the_product_itself_only_a_picture_that_is_gone_is_left_out() {
    let shirt = shirt();
    let picked = json!({"fabric": "navy", "logo": {"file": FILE, "x": 1, "y": 2, "scale": 30, "rotate": 4}});
    let design = select(&shirt, picked);
    let same = put(&shirt, &design, &shirt).unwrap();
    assert_eq!((&same.selection, &same.left[..]), (&design, &[][..]));
    let without = put_with(&shirt, &design, &shirt, &|_, _| false).unwrap();
    let left = picks(&shirt, &without.selection);
    assert_eq!((&left["fabric"], left.get("logo")), (&json!("navy"), None));
    assert_eq!(without.left, [Left::Logo]);
}

#[test]
fn options_of_other_kinds_with_the_same_role_take_no_place() {
    let shirt = shirt();
    let design = select(&shirt, json!({"fabric": "navy", "monogram": "ABC"}));
    let other = target(
        json!([
            {"id": "crest", "kind": "image", "role": "monogram"},
            {"id": "name", "kind": "text", "role": "monogram", "max_chars": 8},
            {"id": "motto", "kind": "text", "role": "primary", "max_chars": 8},
            {"id": "side", "kind": "choice", "role": "primary", "choices": [{"id": "white", "facets": {"color": "white"}}, {"id": "navy", "facets": {"color": "navy"}}]}]),
        json!([]),
    );
    let put = put(&shirt, &design, &other).unwrap();
    assert_eq!(
        (&picks(&other, &put.selection)["name"], &picks(&other, &put.selection)["side"]),
        (&json!("ABC"), &json!("navy"))
    );
    assert_eq!(put.left, []);
}

#[test]
fn rules_of_the_other_product_have_the_last_word_and_it_is_said() {
    let shirt = shirt();
    let design = select(&shirt, json!({"fabric": "navy", "thread": "red", "monogram": "ABC"}));
    let options = json!([
        {"id": "side", "kind": "choice", "role": "primary", "choices": [{"id": "white", "facets": {"color": "white"}}, {"id": "navy", "facets": {"color": "navy"}}]},
        {"id": "lace", "kind": "choice", "role": "accent", "choices": [{"id": "white", "color": "#fff"}, {"id": "red", "color": "#c0201f"}]},
        {"id": "print", "kind": "choice", "choices": [{"id": "no"}, {"id": "yes"}]},
        {"id": "name", "kind": "text", "role": "monogram", "max_chars": 8}]);
    let rules = json!([
        {"when": {"side": "navy"}, "exclude": {"lace": "red"}},
        {"when": {"print": "yes"}, "show": ["name"]},
        {"when": {"side": "navy"}, "exclude": {"print": "yes"}}]);
    let other = target(options, rules);
    let put = put(&shirt, &design, &other).unwrap();
    assert_eq!(picks(&other, &put.selection), json!({"side": "navy", "lace": "white", "print": "no"}));
    assert_eq!((&put.left[..], put.came), (&[Left::Accent, Left::Monogram][..], true));
    assert!(other.broken(&put.selection).is_empty());
}

// ---------------------------------------------------------------- random products

/// What an option is made of: its kind, its choices (facets, colour, whether with a texture), its role and its default.
type Seed = (usize, Vec<(serde_json::Value, Option<u32>, bool)>, &'static str, prop::sample::Index);

/// A product of options with and without roles, with rules between them; and picks for it.
fn any_design(id: &'static str) -> impl Strategy<Value = (Product, Selection)> {
    let facets = (0..4_usize, 0..4_usize).prop_map(|(color, pattern)| {
        let mut facets = serde_json::Map::new();
        if color < 3 {
            facets.insert("color".into(), json!(["navy", "red", "white"][color]));
        }
        if pattern < 3 {
            facets.insert("pattern".into(), json!(["plain", "check", "dots"][pattern]));
        }
        json!(facets)
    });
    let choice = (facets, prop::option::of(0..0x100_0000_u32), any::<bool>());
    let roles =
        prop::sample::select(vec!["primary", "secondary", "accent", "pattern", "monogram", "logo", ""]);
    let option = (0..6_usize, prop::collection::vec(choice, 1..5), roles, any::<prop::sample::Index>());
    let rule = (any::<bool>(), any::<[prop::sample::Index; 4]>(), 0..3_usize);
    let pick = (any::<prop::sample::Index>(), any::<u32>(), "[A-C]{0,4}");
    (prop::collection::vec(option, 1..7), prop::collection::vec(rule, 0..4), prop::collection::vec(pick, 8)).prop_filter_map("can be bought", move |(options, rules, seeds)| {
        let make = |(at, (kind, choices, role, default)): (usize, &Seed)| {
            let id = format!("o{at}");
            let mut option = match kind {
                0 => json!({"id": id, "kind": "text", "max_chars": 3}),
                1 => json!({"id": id, "kind": "image"}),
                2 => json!({"id": id, "kind": "color", "default": "#ffffff"}),
                _ => {
                    let list = choices.iter().enumerate().map(|(at, (facets, color, texture))| {
                        let mut choice = json!({"id": format!("c{at}"), "facets": facets});
                        if let Some(color) = color {
                            choice["color"] = json!(format!("#{color:06x}"));
                        }
                        if *texture {
                            choice["texture"] = json!(format!("t{at}.webp"));
                        }
                        choice
                    });
                    json!({"id": id, "kind": "choice", "default": format!("c{}", default.index(choices.len())), "choices": list.collect::<Vec<_>>()})
                }
            };
            if !role.is_empty() {
                option["role"] = json!(role);
            }
            option
        };
        let list: Vec<serde_json::Value> = options.iter().enumerate().map(make).collect();
        let with_choices: Vec<(usize, usize)> = options.iter().enumerate().filter(|(_, o)| o.0 > 2).map(|(at, o)| (at, o.1.len())).collect();
        let rule = |(is_show, at, kind): &(bool, [prop::sample::Index; 4], usize)| {
            let (when, choices) = *with_choices.get(at[0].index(with_choices.len().max(1)))?;
            let when = json!({format!("o{when}"): format!("c{}", at[1].index(choices))});
            if *is_show {
                // Shown by what stands before it: no circle.
                let hidden = list.len() - 1;
                return (with_choices.last()?.0 != hidden || with_choices[0].0 != hidden && when.get(format!("o{hidden}")).is_none())
                    .then(|| json!({"when": when, "show": [format!("o{hidden}")]}));
            }
            let (then, choices) = *with_choices.get(at[2].index(with_choices.len().max(1)))?;
            let then = json!({format!("o{then}"): format!("c{}", at[3].index(choices))});
            Some(json!({"when": when, (if *kind == 0 { "require" } else { "exclude" }): then}))
        };
        let rules: Vec<serde_json::Value> = rules.iter().filter_map(rule).collect();
        let json = json!({"version": 1, "id": id, "title": "P", "currency": "EUR", "base_price": 100, "options": list, "rules": rules});
        let product = Product::read(&value(&json), &mut Diagnostics::new())?;
        let compiled = Compiled::new(&product);
        let mut selection = Selection::defaults(&product);
        for (index, (choice, number, letters)) in seeds.iter().enumerate().take(product.options.len()) {
            let pick = match &product.options[index].kind {
                Kind::Choice(kind) => Pick::Choice(choice.index(kind.choices.len())),
                Kind::Text(_) => Pick::Text(letters.chars().take(3).collect()),
                Kind::Color(_) => Pick::Color(haberdash_core::product::Color(number & 0xff_ffff)),
                _ => continue,
            };
            selection = selection.with(&product, index, pick);
        }
        let selection = compiled.repair(&product, &selection)?.selection;
        Some((product, selection))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_comes_is_always_allowed_and_always_the_same((from, design) in any_design("a"), (to, _) in any_design("b")) {
        let one = put(&from, &design, &to).unwrap();
        prop_assert!(to.broken(&one.selection).is_empty());
        let again = put(&from, &design, &to).unwrap();
        prop_assert_eq!(&one.selection, &again.selection);
        prop_assert_eq!(&one.left, &again.left);
        // A link to it opens the same.
        let (opened, _) = Selection::from_value(&to, &one.selection.to_value(&to));
        prop_assert_eq!(&opened, &one.selection);
        prop_assert!(one.left.is_sorted_by_key(|left| *left as u8));
    }

    #[test]
    fn on_the_product_itself_a_design_stays((product, design) in any_design("a")) {
        let one = put(&product, &design, &product).unwrap();
        prop_assert_eq!(&one.selection, &design);
        prop_assert_eq!(&one.left, &[]);
    }

    #[test]
    fn letters_that_came_along_come_along_again((from, design) in any_design("a"), (to, _) in any_design("b")) {
        // Once more, onto a product of another name that is the same.
        let one = put(&from, &design, &to).unwrap();
        let mut twin = to.clone();
        twin.id = from.id.clone();
        let two = put(&to, &one.selection, &twin).unwrap();
        prop_assert!(twin.broken(&two.selection).is_empty());
        // Of choices that look alike another may be taken then, and a rule may hide the letters for it; nothing else takes them away.
        let lettered = |index: usize| matches!(one.selection.pick(index), Some(Pick::Text(text)) if !text.is_empty());
        let hidden = (0..to.options.len()).any(|index| lettered(index) && two.selection.pick(index).is_none());
        prop_assert!(hidden || !two.left.contains(&Left::Monogram));
    }

    #[test]
    fn a_taste_starts_with_what_can_be_had_and_orders_all_choices((product, _) in any_design("a"), liked in prop::collection::vec((0..3_usize, 0..3_usize), 0..4)) {
        let taste = taste(&liked.iter().map(|(color, pattern)| [("color", ["navy", "red", "white"][*color]), ("pattern", ["plain", "check", "dots"][*pattern])]).collect::<Vec<_>>());
        let compiled = Compiled::new(&product);
        if let Some(start) = taste.start(&product, &|selection| Some(compiled.repair(&product, selection)?.selection)) {
            let (selection, problems) = Selection::from_value(&product, &start);
            prop_assert_eq!(problems, Vec::<String>::new());
            prop_assert!(product.broken(&selection).is_empty());
            prop_assert_ne!(selection, Selection::defaults(&product));
        }
        for (index, option) in product.options.iter().enumerate() {
            if let Some(mut order) = taste.order(&product, index) {
                order.sort_unstable();
                let all = option.kind.choices().map_or(0, <[_]>::len);
                prop_assert_eq!(order, (0..all).collect::<Vec<_>>());
            }
        }
    }
}

// ---------------------------------------------------------------- taste

const NOW: i64 = 1_800_000_000_000;

fn taste(designs: &[[(&str, &str); 2]]) -> Taste {
    let mut history = History::default();
    for (at, design) in designs.iter().enumerate() {
        let facets = design.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let event =
            Event { at: NOW, kind: EventKind::Configure, item: Some(format!("p{at}")), query: None, facets };
        history.record(event, NOW);
    }
    Taste::of(&history, NOW)
}

fn start(product: &Product, taste: &Taste) -> Option<serde_json::Value> {
    let compiled = Compiled::new(product);
    let start = taste.start(product, &|selection| Some(compiled.repair(product, selection)?.selection))?;
    Some(serde_json::from_str(&start.to_string()).unwrap())
}

#[test]
fn a_product_starts_with_the_first_preset_that_fits_or_with_what_is_liked() {
    let with = |presets: serde_json::Value| {
        let mut file = json!({"version": 1, "id": "shoe", "title": "Shoe", "currency": "EUR", "base_price": 1, "options": [
            {"id": "side", "kind": "choice", "role": "primary", "choices": [
                {"id": "white", "facets": {"color": "white", "pattern": "plain"}},
                {"id": "navy", "facets": {"color": "navy", "pattern": "plain"}},
                {"id": "navy-check", "facets": {"color": "navy", "pattern": "checks"}},
                {"id": "red", "facets": {"color": "red", "pattern": "plain"}}]},
            {"id": "lace", "kind": "choice", "choices": [{"id": "white"}, {"id": "black"}]}],
            "rules": [{"when": {"side": "navy-check"}, "require": {"lace": "black"}}]});
        file["presets"] = presets;
        product(&file)
    };
    let presets = json!([{"id": "first", "selection": {"side": "red", "lace": "black"}}, {"id": "second", "selection": {"side": "navy", "lace": "black"}}, {"id": "third", "selection": {"side": "navy"}}]);
    let (shoe, bare) = (with(presets), with(json!([])));
    let check = taste(&[[("color", "navy"), ("pattern", "check")]]);
    let plain = taste(&[[("color", "navy"), ("pattern", "plain")]]);
    assert_eq!(start(&shoe, &plain), Some(json!({"side": "navy", "lace": "black"})));
    assert_eq!(start(&bare, &plain), Some(json!({"side": "navy", "lace": "white"})));
    assert_eq!(
        start(&shoe, &check),
        Some(json!({"side": "navy-check", "lace": "black"})),
        "no preset is checked: mended by the rules"
    );
    assert_eq!(
        start(&shoe, &taste(&[[("color", "white"), ("pattern", "plain")]])),
        None,
        "the merchant's own is liked already"
    );
    assert_eq!(start(&shoe, &taste(&[[("color", "teal"), ("pattern", "plain")]])), None, "nothing fits");
    assert_eq!(start(&shoe, &Taste::default()), None);
    assert_eq!(
        start(&shoe, &taste(&[[("color", "navy"), ("pattern", "dots")]])),
        Some(json!({"side": "navy", "lace": "black"})),
        "the colour alone"
    );
    // Too long ago.
    let mut history = History::default();
    let facets = vec![("color".to_owned(), "navy".to_owned())];
    history.record(
        Event {
            at: NOW - 70 * 86_400_000,
            kind: EventKind::Configure,
            item: Some("p".into()),
            query: None,
            facets,
        },
        NOW,
    );
    assert!(Taste::of(&history, NOW).is_empty());
    // Most liked first, else as the merchant has them.
    assert_eq!(check.order(&shoe, 0), Some(vec![2, 1, 0, 3]));
    assert_eq!(taste(&[[("color", "teal"), ("pattern", "dots")]]).order(&shoe, 0), None);
    assert_eq!(check.order(&shoe, 1), None);
}

// ---------------------------------------------------------------- the demo shop

/// A product file of the demo shop, with all that it names.
pub fn of_shop(path: &str) -> Product {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/p");
    let file = |name: &str| -> Value {
        let text = std::fs::read_to_string(folder.join(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
        value(&serde_json::from_str(&text).unwrap())
    };
    let mut resolver = Resolver::new(path.rsplit('/').next().unwrap(), file(path));
    let own = Path::new(path).parent().unwrap();
    loop {
        let needs = resolver.needs();
        if needs.is_empty() {
            break;
        }
        for need in needs {
            let there = own.join(&need);
            resolver.give(&need, Ok(file(there.to_str().unwrap())));
        }
    }
    Product::read(&resolver.finish().value.unwrap(), &mut Diagnostics::new()).unwrap()
}

#[test]
fn a_navy_check_shirt_makes_the_shops_other_products_navy() {
    let shirt = of_shop("oxford-shirt.json");
    let design = select(&shirt, json!({"fabric": "navy-gingham", "monogram": "ABC"}));
    let table = [
        ("sneaker.json", json!({"quarter": "canvas-gingham", "heel-text": "ABC"}), vec![]),
        ("skins/larch-5.json", json!({"back": "gingham-navy"}), vec![Left::Monogram]),
        ("mug.json", json!({"colour": "ink", "name": "ABC"}), vec![Left::Pattern]),
        ("bag.json", json!({"canvas": "navy", "name": "ABC"}), vec![Left::Pattern]),
        ("poster.json", json!({"paper": "gingham-navy", "caption": "ABC"}), vec![]),
    ];
    for (path, expected, left) in table {
        let to = of_shop(path);
        let put = put(&shirt, &design, &to).unwrap();
        let there = picks(&to, &put.selection);
        for (option, pick) in expected.as_object().unwrap() {
            assert_eq!(&there[option], pick, "{path}");
        }
        assert_eq!((put.left, put.came), (left, true), "{path}");
    }
}
