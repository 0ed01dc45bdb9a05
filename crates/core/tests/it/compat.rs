//! Rules of products: examples of each kind.

use crate::products::{any_value, damaged, product, read, value};
use haberdash_core::compat::{Compiled, Phrase, Speaker, Why};
use haberdash_core::product::rule::Source;
use haberdash_core::selection::{Pick, Selection};
use serde_json::{Value, json};

/// A shirt with rules of every kind.
fn shirt() -> Value {
    json!({
        "version": 1, "id": "shirt", "title": "Shirt", "currency": "EUR", "base_price": 8900,
        "options": [
            {"id": "collar", "kind": "choice", "choices": [{"id": "kent"}, {"id": "wing", "price": 500}]},
            {"id": "buttons", "kind": "choice", "choices": [{"id": "two"}, {"id": "four", "price": 150}]},
            {"id": "engraved", "kind": "toggle", "price": 300},
            {"id": "letters", "kind": "text", "max_chars": 3, "charset": "A-Z", "price": {"per_char": 100}},
            {"id": "extras", "kind": "multi", "max": 2, "choices": [
                {"id": "pocket", "price": 100, "attributes": {"grams": 10}},
                {"id": "epaulettes", "price": 200, "attributes": {"grams": 25.5}},
                {"id": "lining", "price": 900, "attributes": {"grams": 80}}]},
            {"id": "spares", "kind": "quantity", "min": 0, "max": 4, "price": {"per_unit": 50}},
            {"id": "length", "kind": "measure", "unit": "cm", "min": 60, "max": 80, "step": 2.5, "default": 70}],
        "rules": [
            {"id": "wing", "when": {"collar": "wing"}, "require": {"buttons": "four"}, "because": "A wing collar needs four buttons."},
            {"when": {"engraved": true}, "show": ["letters"]},
            {"sum": "grams", "of": ["extras"], "at_most": 90},
            {"when": {"collar": "wing"}, "default": {"spares": 2}},
            {"when": {"length": {"max": 65}}, "exclude": {"extras": "pocket"}}]
    })
}

fn text(product: &haberdash_core::product::Product, selection: &Selection) -> String {
    selection.to_value(product).to_string()
}

#[test]
fn a_pick_takes_along_what_it_needs_and_says_why() {
    let product = product(&shirt());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    assert_eq!(
        text(&product, &start),
        r#"{"buttons":"two","collar":"kent","engraved":false,"extras":[],"length":70,"spares":0}"#
    );
    let picked = compiled.pick(&product, &start, 0, Pick::Choice(1)).unwrap();
    assert_eq!(
        text(&product, &picked.selection),
        r#"{"buttons":"four","collar":"wing","engraved":false,"extras":[],"length":70,"spares":2}"#
    );
    let why: Vec<(usize, &Why)> = picked.changes.iter().map(|change| (change.option, &change.why)).collect();
    assert_eq!(why, [(1, &Why::Rules(vec![Source::Rule(0)])), (5, &Why::Default(Some(3)))]);
    // The newest pick wins, and buttons of the shopper's own go with a wing collar no longer.
    let back = compiled.pick(&product, &picked.selection, 1, Pick::Choice(0)).unwrap();
    assert_eq!(back.selection.choice(0), Some(0));
    assert!(back.changes.iter().any(|change| change.option == 0 && change.own));
}

#[test]
fn what_is_hidden_costs_nothing_and_comes_back() {
    let product = product(&shirt());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    assert_eq!(start.pick(3), Some(&Pick::Hidden));
    let on = compiled.pick(&product, &start, 2, Pick::Toggle(true)).unwrap().selection;
    let typed = compiled.pick(&product, &on, 3, Pick::Text("EVA".into())).unwrap().selection;
    let price = |selection: &Selection| haberdash_core::price::price(&product, selection, 1).unwrap().unit;
    assert_eq!((price(&start), price(&typed)), (8900, 9500));
    let off = compiled.pick(&product, &typed, 2, Pick::Toggle(false)).unwrap().selection;
    assert_eq!((price(&off), off.pick(3)), (8900, Some(&Pick::Hidden)));
    let again = compiled.pick(&product, &off, 2, Pick::Toggle(true)).unwrap().selection;
    assert_eq!(again.text(3), "EVA");
    let offers = compiled.offers(&product, &typed);
    assert!(offers.exact);
    assert_eq!(offers.toggle(2, false).unwrap().0, 8900);
    assert_eq!(offers.toggle(2, true).unwrap().0, 9500);
}

#[test]
fn a_third_of_two_takes_the_oldest_out() {
    let product = product(&shirt());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    let one = compiled.pick(&product, &start, 4, Pick::Multi(vec![1])).unwrap().selection;
    let two = compiled.pick(&product, &one, 4, Pick::Multi(vec![0, 1])).unwrap();
    assert_eq!(two.changes, []);
    let three = compiled.pick(&product, &two.selection, 4, Pick::Multi(vec![0, 1, 2])).unwrap();
    // 80 g and 25.5 g are too much together, 80 g and 10 g are not.
    assert_eq!(three.selection.pick(4), Some(&Pick::Multi(vec![0, 2])));
    assert_eq!(three.changes.len(), 1);
}

#[test]
fn a_start_that_breaks_rules_is_an_error_that_names_them() {
    let mut json = shirt();
    json["options"][0]["default"] = json!("wing");
    json["presets"] = json!([{"id": "bad", "selection": {"collar": "wing", "buttons": "two"}}]);
    let (found, problems) = read(&json);
    assert!(found.is_none());
    assert_eq!(
        problems,
        [
            "Error /options: what is picked at first breaks rule \"wing\": A wing collar needs four buttons.",
            "Error /presets/0: this breaks rule \"wing\": A wing collar needs four buttons."
        ]
    );
}

#[test]
fn selections_of_all_kinds_survive_links_and_claims() {
    let product = product(&shirt());
    let given = json!({"collar": "wing", "buttons": "four", "engraved": true, "letters": "AB", "extras": ["lining", "pocket"], "spares": 0, "length": 72.5});
    let (selection, problems) = Selection::from_value(&product, &value(&given));
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(
        text(&product, &selection),
        r#"{"buttons":"four","collar":"wing","engraved":true,"extras":["pocket","lining"],"length":72.5,"letters":"AB","spares":0}"#
    );
    let link = haberdash_core::link::encode(&product, &selection);
    let json = haberdash_core::link::decode(&link).unwrap().unwrap();
    let decoded: haberdash_core::Value = serde_json::from_str(&json).unwrap();
    let (again, problems) = Selection::from_value(&product, haberdash_core::link::parts(&decoded).unwrap().1);
    assert_eq!((again, problems), (selection.clone(), Vec::new()));
    let line = haberdash_core::cart::line_item(&product, &selection, 2, "de", "en").unwrap();
    assert_eq!(
        line.properties,
        [
            ("collar", "wing"),
            ("buttons", "four"),
            ("engraved", "ja"),
            ("letters", "AB"),
            ("extras", "pocket, lining"),
            ("spares", "0"),
            ("length", "72.5 cm")
        ]
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert_eq!(
        haberdash_core::cart::verify(&product, &line.claim).unwrap().unit,
        8900 + 500 + 150 + 300 + 200 + 1000
    );
}

proptest::proptest! {
    /// A product file with any mistakes is read or refused; what is read can be compiled and configured with whatever is asked for.
    #[test]
    fn any_rules_can_be_read(
        damage in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), any_value()), 0..4),
        asked in any_value(),
    ) {
        let file = damaged(&value(&shirt()), &damage);
        let mut diagnostics = haberdash_core::Diagnostics::new();
        if let Some(product) = haberdash_core::product::Product::read_with_any_start(&file, &mut diagnostics) {
            let compiled = Compiled::with_limit(&product, 20_000);
            let _ = (compiled.lint(&product), compiled.count(&product));
            let (selection, _) = Selection::from_value(&product, &asked);
            let _ = compiled.offers(&product, &selection);
            if let Some(mended) = compiled.repair(&product, &selection) {
                proptest::prop_assert_eq!(product.broken(&mended.selection), vec![]);
            }
            let bytes = compiled.to_bytes(&product);
            proptest::prop_assert!(Compiled::from_bytes(&product, &bytes).is_ok());
        } else {
            proptest::prop_assert!(diagnostics.has_errors());
        }
    }
}

/// 24,000 draws over all configurations of a product with hidden options, several-of-a-list and numbers: chi-square far from its tail.
#[test]
fn random_configurations_of_products_are_equally_likely() {
    let mut json = shirt();
    json["options"][4]["choices"].as_array_mut().unwrap().pop();
    json["options"][6]["max"] = json!(70);
    let product = product(&json);
    let compiled = Compiled::new(&product);
    let all: usize = compiled.count(&product).unwrap().to_string().parse().unwrap();
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut seen = std::collections::BTreeMap::new();
    let each = 100;
    for _ in 0..all * each {
        let drawn = compiled.random(&product, &mut random).unwrap();
        *seen.entry(text(&product, &drawn)).or_insert(0_usize) += 1;
    }
    assert_eq!(seen.len(), all, "all are drawn, and nothing else");
    let chi: f64 = seen.values().map(|n| (*n as f64 - each as f64).powi(2) / each as f64).sum();
    let freedom = all as f64 - 1.0;
    // Normal beyond 30 degrees of freedom: 3.1 standard deviations are p = 0.001.
    assert!(chi < freedom + 3.1 * (2.0 * freedom).sqrt(), "{all} configurations, chi-square {chi}");
}

#[test]
fn what_changed_for_one_reason_is_one_sentence() {
    let zone = |id: &str| json!({"id": id, "kind": "choice", "choices": [{"id": "black"}, {"id": "white"}]});
    let apart = |id: &str| json!({"when": {"zones": "apart"}, "show": [id], "because": "Each on its own."});
    let product = product(&json!({
        "version": 1, "id": "skin", "title": "Skin", "currency": "EUR", "base_price": 1990,
        "options": [
            {"id": "back", "kind": "choice", "choices": [{"id": "vinyl"}, {"id": "leather"}]},
            {"id": "zones", "kind": "choice", "choices": [{"id": "alike"}, {"id": "apart"}]},
            zone("sides"), zone("lens"), {"id": "gloss", "kind": "toggle"}],
        "rules": [
            {"when": {"back": "leather"}, "require": {"zones": "apart"}, "because": "Leather is too thick."},
            apart("sides"), apart("lens"),
            {"when": {"zones": "alike"}, "show": ["gloss"], "because": "Leather is too thick."}]
    }));
    let compiled = Compiled::new(&product);
    let leather = compiled.pick(&product, &Selection::defaults(&product), 0, Pick::Choice(1)).unwrap();
    let changes: Vec<_> = leather.changes.iter().collect();
    let phrase = |_: &str, phrase: Phrase| phrase.english();
    let speaker = Speaker { product: &product, language: "en", fallback: "en", phrase };
    assert_eq!(
        speaker.changes(&changes),
        "Now zones: apart. Leather is too thick. Each on its own. Now sides: black; lens: black. gloss is not asked for any more.",
        "the reasons of the zones are said once"
    );
    assert_eq!(speaker.changes(&[]), "");
}

#[test]
fn reasons_read_as_sentences() {
    let product = product(&shirt());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    let wing = compiled.pick(&product, &start, 0, Pick::Choice(1)).unwrap();
    let changes: Vec<String> = wing
        .changes
        .iter()
        .map(|change| haberdash_core::compat::change_sentence(&product, change, "en"))
        .collect();
    assert_eq!(
        changes,
        [
            "Now buttons: four. A wing collar needs four buttons.",
            "Now spares: 2. collar: wing comes with spares: 2."
        ]
    );
    let reason = compiled.reason(&product, &wing.selection, 1, &Pick::Choice(0)).unwrap();
    assert_eq!(
        haberdash_core::compat::reason_sentence(&product, &wing.selection, &reason, "en"),
        "Not with collar: wing. A wing collar needs four buttons."
    );
    let sentences: Vec<String> =
        [2, 4].map(|rule| haberdash_core::compat::sentence(&product, Source::Rule(rule), "en")).to_vec();
    assert_eq!(
        sentences,
        ["grams of extras together must be at most 90.", "length: 60 to 65 does not go with extras: pocket."]
    );
    assert_eq!(
        haberdash_core::compat::sentence(&product, Source::Limits(4), "en"),
        "extras takes 0 to 2 choices."
    );
}
