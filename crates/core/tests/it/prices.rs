//! Prices of every kind: examples, mistakes, and files that are damaged.

use crate::products::{any_value, damaged, product, read, value};
use haberdash_core::cart::{line_item, verify};
use haberdash_core::compat::Compiled;
use haberdash_core::price::{LineOf, price};
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A blind with one price of every kind.
fn blind() -> Value {
    serde_json::from_str(include_str!("../../../cli/tests/data/blind.json")).unwrap()
}

fn pick(product: &Product, picks: Value) -> Selection {
    let (selection, problems) = Selection::from_value(product, &value(&picks));
    assert_eq!(problems, Vec::<String>::new());
    selection
}

#[test]
fn every_kind_of_price_has_its_line() {
    let product = product(&blind());
    let all =
        json!({"width": 1100, "height": 800, "cloth": "blackout", "cord": 0.7, "motor": true, "name": "EVA"});
    let selection = pick(&product, all);
    let found = price(&product, &selection, 12).unwrap();
    let lines: Vec<(LineOf, i64)> = found.lines.iter().map(|line| (line.of, line.amount)).collect();
    // 1000 + 1100 + 1500 + 283.1 + 9900 + 160 + 6000 + 2500 − 187.5 = 22255.6; + 3.3 % = 22990.0348; − 5 % = 21840.53306 → 21840
    assert_eq!(
        lines,
        [
            (LineOf::Base, 1000),
            (LineOf::Option(0), 1100),
            (LineOf::Option(2), 1500),
            (LineOf::Option(3), 283),
            (LineOf::Option(4), 9900),
            (LineOf::Option(5), 160),
            (LineOf::Rule(0), 6000),
            (LineOf::Rule(1), 2500),
            (LineOf::Rule(2), -187),
            (LineOf::Rule(3), 734),
            (LineOf::Break(0), -1150),
        ]
    );
    assert_eq!(found.unit, 21840);
    let fixed = price(&product, &selection, 50).unwrap();
    assert_eq!((fixed.unit, fixed.lines.last().unwrap().of), (5000, LineOf::Rounding));
    assert_eq!(price(&product, &selection, 9).unwrap().unit, 22990);
}

#[test]
fn sizes_without_a_price_are_not_on_offer_and_say_so() {
    let product = product(&blind());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    let wide = compiled.pick(&product, &start, 0, Pick::Number(700)).unwrap().selection;
    let offers = compiled.offers(&product, &wide);
    assert!(!offers.exact);
    assert_eq!(offers.number(&product, 1, 501), None);
    assert!(offers.number(&product, 1, 500).is_some());
    assert_eq!(price(&product, &pick(&product, json!({"width": 1000, "height": 1001})), 1), None);
    let reason = compiled.reason(&product, &wide, 1, &Pick::Number(501)).unwrap();
    let said = haberdash_core::compat::reason_sentence(&product, &wide, &reason, "de");
    assert!(said.contains("Diese Größe wird nicht gefertigt."), "{said}");
}

#[test]
fn every_currency_has_prices_of_its_own() {
    let product = product(&blind());
    assert_eq!(product.currencies(), ["EUR", "JPY", "KWD"]);
    let picks =
        json!({"width": 1100, "height": 800, "cloth": "blackout", "cord": 0.7, "motor": true, "name": "EVA"});
    // JPY: 160 + 2200 + 240 + 45.1 + 1600 + 25 + 960 + 400 − 30 = 5600.1; + 3.3 % = 5784.9033 → 5790
    // KWD: 340 + 1100 + 510 + 96.1 + 3370 + 55 + 2040 + 850 − 63.75 = 8297.35; + 3.3 % = 8571.16255 → 8571
    for (code, expected, many) in [("EUR", 22990, 5000), ("JPY", 5790, 800), ("KWD", 8571, 8571)] {
        let other = product.in_currency(code).unwrap();
        assert_eq!(&*other.currency.0, code);
        let selection = pick(&other, picks.clone());
        assert_eq!(price(&other, &selection, 1).unwrap().unit, expected, "{code}");
        assert_eq!(price(&other, &selection, 50).unwrap().unit, many, "{code}");
        let line = line_item(&other, &selection, 50, "", "").unwrap();
        assert_eq!(line.claim.get("currency").and_then(|c| c.as_str()), Some(code));
        // The claim is the same whichever currency the back office reads the file in.
        assert!(verify(&product, &line.claim).is_ok());
        assert!(verify(&product.in_currency("KWD").unwrap(), &line.claim).is_ok());
        // And back again.
        assert_eq!(price(&other.in_currency("EUR").unwrap(), &selection, 1).unwrap().unit, 22990);
    }
    assert!(product.in_currency("USD").is_none());
}

/// `json` with the value at `pointer` replaced; `null` takes it out.
fn with(mut json: Value, pointer: &str, new: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap() {
        Value::Object(map) if new.is_null() => drop(map.remove(name)),
        Value::Object(map) => drop(map.insert(name.to_owned(), new)),
        other => other[name.parse::<usize>().unwrap()] = new,
    }
    json
}

#[test]
fn mistakes_in_prices_are_told_with_their_places() {
    let table = [
        (
            "/prices/0",
            json!({"title": "x"}),
            "Error /prices/0: a price rule needs exactly one of \"add\", \"percent\" and \"table\"",
        ),
        ("/prices/1/title", Value::Null, "Error /prices/1: \"title\" is missing"),
        ("/prices/1/add", json!(2.5), "Error /prices/1/add: expected a price in whole minor units"),
        ("/prices/1/percent", json!(5), "Error /prices/1: a price rule needs exactly one of"),
        ("/prices/1/of", json!(["cloth"]), "Error /prices/1/of: this belongs to a rule with \"percent\""),
        (
            "/prices/1/when/moter",
            json!(true),
            "Error /prices/1/when/moter: unknown option \"moter\"; did you mean \"motor\"?",
        ),
        (
            "/prices/2/percent",
            json!(0.0001),
            "Error /prices/2/percent: expected a percentage from -100 to 1000, with three decimals at most",
        ),
        (
            "/prices/2/of",
            json!(["clot"]),
            "Error /prices/2/of/0: unknown option \"clot\"; did you mean \"cloth\"?",
        ),
        (
            "/prices/2/of",
            json!("base"),
            "Error /prices/2/of: expected a list of option ids, or \"base_price\"",
        ),
        ("/prices/2/addd", json!(1), "Warning /prices/2/addd: unknown field \"addd\"; did you mean \"add\"?"),
        (
            "/prices/0/table/width",
            json!("cloth"),
            "Error /prices/0/table/width: expected an option of kind quantity or measure",
        ),
        (
            "/prices/0/table/height",
            json!("width"),
            "Error /prices/0/table/height: width and height are the same option",
        ),
        (
            "/prices/0/table/columns",
            json!([600, 600]),
            "Error /prices/0/table/columns/1: expected a number larger than the one before it",
        ),
        ("/prices/0/table/rows", Value::Null, "Error /prices/0/table: \"rows\" is missing"),
        (
            "/prices/0/table/prices/1",
            json!([1]),
            "Error /prices/0/table/prices/1: expected 2 prices, one for each column",
        ),
        (
            "/prices/0/table/prices",
            json!([[1, 2]]),
            "Error /prices/0/table/prices: expected 2 lists, one for each row",
        ),
        (
            "/prices/0/table/columns",
            json!([600, 1100]),
            "Warning /prices/0/table/columns: \"width\" goes to 1200, and nothing beyond 1100 has a price: it cannot be bought",
        ),
        (
            "/quantity_breaks/0/from",
            json!(1),
            "Error /quantity_breaks/0/from: expected a number from 2 to 1000000",
        ),
        (
            "/quantity_breaks/1/from",
            json!(10),
            "Error /quantity_breaks/1/from: expected a number from 2 to 1000000",
        ),
        (
            "/quantity_breaks/1/percent",
            json!(1),
            "Error /quantity_breaks/1: a quantity break needs exactly one of",
        ),
        (
            "/quantity_breaks/1/unit_price",
            json!(-1),
            "Error /quantity_breaks/1/unit_price: a unit cannot cost less than nothing",
        ),
        (
            "/rounding/to",
            json!(0),
            "Error /rounding/to: expected a whole number of minor units from 1 to 1000000",
        ),
        (
            "/rounding/mode",
            json!("half-upp"),
            "Error /rounding/mode: unknown rounding \"half-upp\"; did you mean \"half-up\"?",
        ),
        (
            "/price_lists/0/currency",
            json!("EUR"),
            "Error /price_lists/0/currency: there are prices in this currency already",
        ),
        (
            "/price_lists/1/currency",
            json!("JPY"),
            "Error /price_lists/1/currency: there are prices in this currency already",
        ),
        ("/price_lists/0/base_price", Value::Null, "Error /price_lists/0: \"base_price\" is missing"),
        (
            "/price_lists/0/options/motor",
            Value::Null,
            "Error /price_lists/0/options: option \"motor\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/cloth/blackout",
            Value::Null,
            "Error /price_lists/0/options/cloth: choice \"blackout\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/cloth/blackuot",
            json!(3),
            "Error /price_lists/0/options/cloth/blackuot: unknown choice \"blackuot\"; did you mean \"blackout\"?",
        ),
        (
            "/price_lists/0/options/cord/once",
            Value::Null,
            "Error /price_lists/0/options/cord: price \"once\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/moter",
            json!(3),
            "Error /price_lists/0/options/moter: unknown option \"moter\"; did you mean \"motor\"?",
        ),
        ("/price_lists/0/prices", Value::Null, "Error /price_lists/0: \"prices\" is missing"),
        (
            "/price_lists/0/prices",
            json!([]),
            "Error /price_lists/0/prices: expected 4 price rules, as the product has",
        ),
        ("/price_lists/0/prices/1", json!({}), "Error /price_lists/0/prices/1: \"add\" is missing"),
        (
            "/price_lists/0/prices/1/when",
            json!({}),
            "Error /price_lists/0/prices/1/when: this differs from the product's rule",
        ),
        (
            "/price_lists/0/prices/0/table/prices/1/1",
            json!(5),
            "Error /price_lists/0/prices/0/table/prices: expected prices for the sizes that have one",
        ),
        (
            "/price_lists/0/quantity_breaks",
            Value::Null,
            "Error /price_lists/0: \"quantity_breaks\" is missing",
        ),
        (
            "/price_lists/0/base_price",
            json!(-9000),
            "Error /price_lists/0/base_price: the cheapest selection would cost -",
        ),
        ("/options/2/price", json!(1), "Warning /options/2/price: unknown field"),
    ];
    for (pointer, new, expected) in table {
        let (found, problems) = read(&with(blind(), pointer, new));
        assert!(problems.iter().any(|problem| problem.starts_with(expected)), "{pointer}: {problems:#?}");
        assert_eq!(found.is_none(), expected.starts_with("Error"), "{problems:?}");
    }
}

#[test]
fn percentages_of_percentages_beyond_exactness_are_refused() {
    let rule = json!({"title": "x", "percent": 0.001});
    let (found, problems) = read(&with(blind(), "/prices", json!([rule, rule, rule, rule])));
    assert!(found.is_none());
    assert!(problems[0].starts_with("Error /prices/2: so many percentages of one another"), "{problems:?}");
    // Those with few decimals can be many.
    let rule = json!({"title": "x", "percent": 10});
    let json = with(with(blind(), "/price_lists", json!([])), "/prices", Value::Array(vec![rule; 7]));
    assert!(read(&json).0.is_some());
}

#[test]
fn what_costs_less_than_nothing_is_refused_where_that_is_known() {
    let simple = |prices: Value, rules: Value| {
        json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 100, "prices": prices, "rules": rules,
            "options": [{"id": "a", "kind": "toggle", "price": -80}, {"id": "b", "kind": "toggle", "price": -30}]})
    };
    assert_eq!(
        read(&simple(json!([]), json!([]))).1,
        ["Error /base_price: the cheapest selection would cost -10 minor units, which is less than nothing"]
    );
    // A rule keeps both from being had.
    assert!(read(&simple(json!([]), json!([{"when": {"a": true}, "exclude": {"b": true}}]))).0.is_some());
    // So does an addition, which may or may not do: the price itself knows.
    let found =
        product(&simple(json!([{"title": "x", "when": {"a": true, "b": true}, "add": 10}]), json!([])));
    assert_eq!(price(&found, &pick(&found, json!({"a": true, "b": true})), 1).unwrap().unit, 0);
    let found =
        product(&simple(json!([{"title": "x", "when": {"a": true, "b": true}, "add": 9}]), json!([])));
    assert_eq!(price(&found, &pick(&found, json!({"a": true, "b": true})), 1), None);
    assert!(read(&simple(json!([{"title": "x", "add": -101}]), json!([]))).0.is_none());
}

#[test]
fn the_largest_amounts_never_overflow() {
    let most = 1_000_000_000_000_i64;
    let json = json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": most,
        "options": [
            {"id": "m", "kind": "measure", "unit": "m", "min": 0, "max": 999_999_999, "step": 100, "price": {"per_unit": most, "once": most}},
            {"id": "t", "kind": "text", "max_chars": 1000, "price": {"per_char": most, "once": most}}],
        "prices": [{"title": "x", "percent": 1000}, {"title": "x", "percent": 1000}]});
    let (found, problems) = read(&json);
    assert!(found.is_none());
    assert_eq!(problems, ["Error /options: this could make the price too large to be exact"]);
    let json = with(json, "/options/0/max", json!(1000));
    let json = with(json, "/prices", json!([{"title": "x", "percent": 1000}]));
    let found = product(&json);
    let huge = Selection::defaults(&found).with(&found, 1, Pick::Text("x".repeat(1000)));
    assert_eq!(price(&found, &huge, 1_000_000), None);
    let offers = Compiled::new(&found).offers_for(&found, &huge, i64::MAX);
    assert!(offers.whole().unwrap().1 > 9_007_199_254_740_991);
    let many = Value::Array(vec![json!({"title": "x", "percent": 1000}); 60]);
    let (_, problems) = read(&with(json, "/prices", many));
    assert!(problems[0].contains("too large to be exact"), "{problems:?}");
}

proptest! {
    #[test]
    fn damaged_price_files_are_read_or_refused(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..4),
        numbers in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(haberdash_core::Value::from),
            (-2_000_000_000_000..2_000_000_000_000_i64).prop_map(haberdash_core::Value::from),
            (-200..1200_i64).prop_map(haberdash_core::Value::from)]), 0..6),
        strong in any::<bool>(), quantity in any::<i64>(),
    ) {
        let file = damaged(&value(&blind()), &numbers);
        let file = if strong { damaged(&file, &damage) } else { file };
        let mut diagnostics = haberdash_core::Diagnostics::new();
        if let Some(product) = Product::read(&file, &mut diagnostics) {
            for code in product.currencies() {
                let other = product.in_currency(code).unwrap();
                for pick in [Pick::Toggle(true), Pick::Number(900)] {
                    let selection = (0..other.options.len()).fold(Selection::defaults(&other), |s, o| s.with(&other, o, pick.clone()));
                    if let Some(found) = price(&other, &selection, quantity) {
                        prop_assert_eq!(found.lines.iter().map(|line| line.amount).sum::<i64>(), found.unit);
                    }
                }
            }
            let terms = haberdash_core::price::bounds::Terms::new(&product);
            prop_assert!(terms.whole(quantity).0 <= terms.whole(quantity).1);
        }
    }
}
