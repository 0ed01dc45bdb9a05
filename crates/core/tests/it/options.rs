//! Colours, steps, stock, delivery, and fonts by an option.

use crate::products::{product, read, value};
use haberdash_core::cart;
use haberdash_core::compat::Compiled;
use haberdash_core::link;
use haberdash_core::price::price;
use haberdash_core::product::extras::Layout;
use haberdash_core::product::{Color, Display, Kind, Product, has_grid, is_basic, is_plain};
use haberdash_core::selection::{Pick, Selection};
use serde_json::{Value, json};

fn poster() -> Value {
    json!({
        "version": 1, "id": "poster", "title": "Poster", "currency": "EUR", "base_price": 1000, "lead_days": 4,
        "fonts": [{"id": "a", "src": "a.ttf"}, {"id": "b", "src": "b.ttf"}],
        "layout": "accordion",
        "steps": [{"id": "look", "title": "Look", "options": ["ink", "paper"]}],
        "facet_titles": {"navy": {"en": "Navy", "de": "Marineblau"}},
        "options": [
            {"id": "paper", "kind": "choice", "choices": [
                {"id": "plain", "color": "#eeeeee"}, {"id": "gone", "stock": 0}, {"id": "few", "stock": 2, "lead_days": 5}]},
            {"id": "ink", "kind": "color", "default": "#1f3a5f", "contrast_with": "paper", "price": {"once": 500},
             "palette": [{"id": "navy", "title": {"en": "Navy", "de": "Marineblau"}, "color": "#1f3a5f"}, {"id": "red", "color": "#c0392b"}]},
            {"id": "edge", "kind": "color", "default": "#ffffff", "free": false,
             "palette": [{"id": "white", "color": "#fff"}, {"id": "black", "color": "#000"}]},
            {"id": "words", "kind": "text", "max_chars": 9, "fonts": ["a"], "font_by": "letters", "paint": "ink"},
            {"id": "letters", "kind": "choice", "choices": [{"id": "one"}, {"id": "two", "font": "b"}]},
            {"id": "extras", "kind": "multi", "choices": [{"id": "x", "lead_days": 9}, {"id": "y", "stock": 0}, {"id": "z"}]}]
    })
}

fn picked(product: &Product, picks: Value) -> Selection {
    let (selection, problems) = Selection::from_value(product, &value(&picks));
    assert_eq!(problems, Vec::<String>::new());
    selection
}

fn wrong(pointer: &str, new: Value, expected: &[&str]) {
    let mut json = poster();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    json.pointer_mut(parent).unwrap()[name] = new;
    assert_eq!(read(&json).1, expected, "{pointer}");
}

#[test]
fn colours_are_picked_priced_written_and_read() {
    let poster = product(&poster());
    let first = Selection::defaults(&poster);
    assert_eq!(first.pick(1), Some(&Pick::Color(Color(0x1f_3a_5f))));
    assert_eq!(price(&poster, &first, 1).unwrap().unit, 1000);
    let red = picked(&poster, json!({"ink": "#C0392B", "edge": "#333"}));
    assert_eq!(price(&poster, &red, 1).unwrap().unit, 1500, "once, for any other than the default");
    assert_eq!(red.to_value(&poster).get("ink").unwrap().as_str(), Some("#c0392b"));
    assert_eq!(red.pick(2), Some(&Pick::Color(Color(0))), "only what the palette has, the nearest of it");
    assert!(!Selection::fits(&poster, 2, &Pick::Color(Color(0x33_33_33))));
    assert_eq!(cart::pick_text(&poster, &first, 1, "de", "en"), "Marineblau");
    assert_eq!(cart::pick_text(&poster, &red, 1, "de", "en"), "#c0392b", "without a title its code");
    // The whole design travels in a link.
    let text = link::decode(&link::encode(&poster, &red)).unwrap().unwrap();
    let (_, inner) = {
        let parsed = value(&serde_json::from_str(&text).unwrap());
        let (id, inner) = link::parts(&parsed).unwrap();
        (id.to_owned(), inner.clone())
    };
    assert_eq!(Selection::from_value(&poster, &inner).0, red);
    for wrong in [json!("red"), json!("#12"), json!(7), json!(null), json!("#12345g")] {
        assert!(Selection::check_pick(&poster, "ink", &value(&wrong)).is_err(), "{wrong}");
    }
}

#[test]
fn colours_have_prices_in_lists() {
    let mut json = poster();
    json["price_lists"] = json!([{"currency": "JPY", "base_price": 1500, "options": {"ink": {"once": 700}}}]);
    let yen = product(&json).in_currency("JPY").unwrap();
    assert_eq!(price(&yen, &picked(&yen, json!({"ink": "#000000"})), 1).unwrap().unit, 2200);
    json["price_lists"][0]["options"] = json!({});
    assert_eq!(
        read(&json).1,
        ["Error /price_lists/0/options: option \"ink\" has a price and is left out here"]
    );
    json["price_lists"][0]["options"] = json!({"ink": {"per_unit": 1, "once": 2}});
    assert!(
        read(&json).1[0].starts_with("Warning /price_lists/0/options/ink/per_unit: "),
        "{:?}",
        read(&json).1
    );
}

#[test]
fn rules_hide_colours_and_cannot_look_at_them() {
    let mut json = poster();
    json["rules"] = json!([{"when": {"letters": "two"}, "show": ["ink"]}]);
    let product = product(&json);
    let hidden = Selection::defaults(&product);
    assert_eq!(hidden.pick(1), Some(&Pick::Hidden));
    let compiled = Compiled::new(&product);
    let shown = compiled.pick(&product, &hidden, 4, Pick::Choice(1)).unwrap().selection;
    let red = compiled.pick(&product, &shown, 1, Pick::Color(Color(0xff_00_00))).unwrap().selection;
    assert_eq!(red.pick(1), Some(&Pick::Color(Color(0xff_00_00))));
    // What it costs is in the bounds.
    let (least, most) = compiled.offers(&product, &hidden).choice(4, 1).unwrap();
    assert_eq!((least, most), (1000, 1500));
    for (rule, at) in [
        (json!({"when": {"ink": "#fff"}, "require": {"letters": "one"}}), "when/ink"),
        (json!({"table": {"options": ["letters", "ink"], "rows": [["one", "*"]]}}), "table/options/1"),
        (json!({"sum": "x", "of": ["ink"], "at_most": 1}), "of/0"),
    ] {
        json["rules"] = json!([rule]);
        let problems = read(&json).1;
        assert!(
            problems
                .iter()
                .any(|line| line.starts_with(&format!("Error /rules/0/{at}: rules cannot look at"))),
            "{problems:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_colours_is_told() {
    wrong(
        "/options/1/default",
        json!("blue"),
        &["Error /options/1/default: expected a colour such as \"#1f3a5f\""],
    );
    wrong(
        "/options/2/default",
        json!("#333333"),
        &["Error /options/2/default: where \"free\" is false this must be a colour of the palette"],
    );
    wrong(
        "/options/2/palette",
        json!([]),
        &["Error /options/2/palette: where \"free\" is false there must be colours to pick from"],
    );
    wrong(
        "/options/1/palette/1/id",
        json!("navy"),
        &["Error /options/1/palette/1/id: there are two colours called \"navy\""],
    );
    wrong(
        "/options/1/contrast_with",
        json!("papre"),
        &["Error /options/1/contrast_with: unknown option \"papre\"; did you mean \"paper\"?"],
    );
    wrong(
        "/options/1/contrast_with",
        json!("words"),
        &[
            "Error /options/1/contrast_with: expected an option of kind choice or color, or a colour such as \"#ffffff\"",
        ],
    );
}

#[test]
fn fonts_go_by_another_option() {
    let poster = product(&poster());
    let Kind::Text(text) = &poster.options[3].kind else { panic!() };
    assert_eq!(text.font(&picked(&poster, json!({}))), Some(0), "without a font of its own the first one");
    assert_eq!(text.font(&picked(&poster, json!({"letters": "two"}))), Some(1));
    wrong(
        "/options/3/font_by",
        json!("ink"),
        &["Error /options/3/font_by: expected an option of kind choice, whose choices name fonts"],
    );
    wrong(
        "/options/3/font_by",
        json!("paper"),
        &["Error /options/3/font_by: no choice of this option names a font; give them \"font\""],
    );
    wrong(
        "/options/4/choices/1/font",
        json!("c"),
        &["Error /options/3/font_by: unknown font \"c\"; did you mean \"a\"?"],
    );
}

#[test]
fn what_is_sold_out_cannot_be_had() {
    let json = poster();
    assert!(!is_plain(&value(&json)), "it takes a rule");
    let poster = product(&json);
    let compiled = Compiled::new(&poster);
    let first = Selection::defaults(&poster);
    let offers = compiled.offers(&poster, &first);
    assert!(offers.choice(0, 1).is_none() && offers.choice(0, 2).is_some());
    assert!(offers.choice(5, 1).is_none() && offers.choice(5, 2).is_some());
    let reason = compiled.reason(&poster, &first, 0, &Pick::Choice(1)).unwrap();
    let sentence = haberdash_core::compat::reason_sentence(&poster, &first, &reason, "de");
    assert_eq!(sentence, "Never to be had. Ausverkauft.");
    // A link with it comes to the nearest that can be had.
    let old = Selection::from_value(&poster, &value(&json!({"paper": "gone", "ink": "#123456"}))).0;
    let mended = compiled.repair(&poster, &old).unwrap().selection;
    assert_eq!((mended.choice(0), mended.pick(1)), (Some(0), Some(&Pick::Color(Color(0x12_34_56)))));
    assert_eq!(compiled.lint(&poster), [], "that is meant");
    wrong(
        "/options/0/default",
        json!("gone"),
        &["Error /options: what is picked at first breaks that something is not to be had: Sold out."],
    );
    let preset = json!([{"id": "p", "selection": {"extras": ["y"]}}]);
    let mut with_preset = json.clone();
    with_preset["presets"] = preset;
    assert_eq!(
        read(&with_preset).1,
        ["Error /presets/0: this breaks that something is not to be had: Sold out."]
    );
    wrong(
        "/options/0/choices/2/stock",
        json!(-1),
        &["Error /options/0/choices/2/stock: expected how many there are, 0 or more"],
    );
    wrong(
        "/options/0/choices/2/stock",
        json!(1.5),
        &["Error /options/0/choices/2/stock: expected a whole number, found a number"],
    );
}

#[test]
fn delivery_waits_for_what_takes_longest() {
    let poster = product(&poster());
    let days = |picks: Value| poster.delivery(&picked(&poster, picks));
    assert_eq!(days(json!({})), Some(4));
    assert_eq!(days(json!({"paper": "few"})), Some(9));
    assert_eq!(days(json!({"paper": "few", "extras": ["x", "z"]})), Some(13), "the longest, not the sum");
    wrong("/lead_days", json!(1001), &["Error /lead_days: expected a whole number of days from 0 to 1000"]);
    wrong(
        "/options/0/choices/2/lead_days",
        json!(-1),
        &["Error /options/0/choices/2/lead_days: expected a whole number of days from 0 to 1000"],
    );
    let mut silent = self::poster();
    silent.as_object_mut().unwrap().remove("lead_days");
    silent["options"][0]["choices"][2].as_object_mut().unwrap().remove("lead_days");
    silent["options"][5]["choices"][0].as_object_mut().unwrap().remove("lead_days");
    let silent = product(&silent);
    assert_eq!(silent.delivery(&Selection::defaults(&silent)), None);
}

#[test]
fn steps_have_all_options() {
    let poster = product(&poster());
    let extras = poster.extras.as_ref().unwrap();
    assert_eq!(extras.layout, Layout::Accordion);
    let steps: Vec<(bool, &[usize])> =
        extras.steps.iter().map(|step| (step.title.is_some(), &step.options[..])).collect();
    assert_eq!(steps, [(true, &[1, 0][..]), (false, &[2, 3, 4, 5][..])], "the rest comes last");
    wrong("/layout", json!("stepz"), &["Error /layout: unknown layout \"stepz\"; did you mean \"steps\"?"]);
    wrong(
        "/steps/0/options",
        json!(["ink", "papre", "ink"]),
        &[
            "Error /steps/0/options/1: unknown option \"papre\"; did you mean \"paper\"?",
            "Error /steps/0/options/2: this option is in a step already",
        ],
    );
    wrong(
        "/layout",
        json!("all"),
        &["Warning /steps: steps are shown only with the layout \"accordion\" or \"steps\""],
    );
    let mut each = self::poster();
    each.as_object_mut().unwrap().remove("steps");
    assert_eq!(product(&each).extras.as_ref().unwrap().steps.len(), 6, "without steps each option is one");
}

#[test]
fn hundreds_are_shown_as_a_grid() {
    let choices = |count: usize| (0..count).map(|i| json!({"id": format!("c{i}")})).collect::<Vec<_>>();
    let with = |kind: &str, display: &str, count: usize| {
        let file = json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 0,
            "options": [{"id": "o", "kind": kind, "display": display, "choices": choices(count)}]});
        let product = product(&file);
        assert_eq!(has_grid(&value(&file)), product.options[0].kind.is_grid(), "{kind} {display} {count}");
        assert!(is_basic(&value(&file)));
        match &product.options[0].kind {
            Kind::Choice(kind) => kind.display,
            Kind::Multi(kind) => kind.display,
            _ => panic!(),
        }
    };
    assert_eq!(with("choice", "grid", 3), Display::Grid);
    assert_eq!(with("multi", "grid", 3), Display::Grid);
    assert_eq!(with("choice", "texture", 60), Display::Texture);
    assert_eq!(with("choice", "texture", 61), Display::Grid);
    assert_eq!(with("multi", "swatch", 61), Display::Grid);
    assert_eq!(with("choice", "card", 61), Display::Card);
}

#[test]
fn tools_are_read_and_the_cheapest_without_rules_is_a_warning() {
    let with = |tools: serde_json::Value, rules: serde_json::Value| {
        let mut file = crate::products::mug();
        file["tools"] = tools;
        if !rules.is_null() {
            file["rules"] = rules;
        }
        let (product, problems) = crate::products::read(&file);
        let extras = product.and_then(|product| product.extras);
        (extras.map(|extras| (extras.cheapest, extras.parts_list)), problems)
    };
    let rules = serde_json::json!([{"when": {"handle": "none"}, "exclude": {"glaze": "seconds"}}]);
    let both = serde_json::json!(["cheapest", "parts_list"]);
    assert_eq!(with(both.clone(), rules.clone()), (Some((true, true)), vec![]));
    assert_eq!(
        with(serde_json::json!(["parts_list"]), serde_json::Value::Null),
        (Some((false, true)), vec![])
    );
    let (found, problems) = with(both, serde_json::Value::Null);
    assert_eq!(found, Some((true, true)));
    assert_eq!(
        problems,
        ["Warning /tools: the cheapest is offered only where the product has rules or price rules"]
    );
    let (_, problems) = with(serde_json::json!(["cheepest"]), rules);
    assert!(problems.len() == 1 && problems[0].contains("did you mean \"cheapest\""), "{problems:?}");
}
