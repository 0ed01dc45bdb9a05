//! Prices add up, and no claim but the true one holds.

use crate::products::{any_selection, any_value, damaged, mug, product};
use haberdash_core::cart::{MAX_QUANTITY, line_item, verify};
use haberdash_core::price::{LineOf, price, total};
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::{Value, canonical};
use proptest::prelude::*;
use serde_json::json;

/// The price from the file and the written selection alone.
fn naive(file: &serde_json::Value, selection: &Value) -> i128 {
    let mut sum = i128::from(file["base_price"].as_i64().unwrap());
    for option in file["options"].as_array().unwrap() {
        let Some(picked) = selection.get(option["id"].as_str().unwrap()).and_then(Value::as_str) else {
            continue;
        };
        let amount = |value: &serde_json::Value| i128::from(value.as_i64().unwrap_or(0));
        sum += match option["kind"].as_str().unwrap() {
            "choice" => {
                let choices = option["choices"].as_array().unwrap();
                amount(&choices.iter().find(|choice| choice["id"] == picked).unwrap()["price"])
            }
            _ if picked.is_empty() => 0,
            _ => {
                amount(&option["price"]["once"])
                    + amount(&option["price"]["per_char"]) * picked.chars().count() as i128
            }
        };
    }
    sum
}

#[test]
fn a_breakdown_has_a_line_for_every_cent() {
    let product = product(&mug());
    let selection = Selection::defaults(&product)
        .with(&product, 0, Pick::Choice(2))
        .with(&product, 1, Pick::Choice(1))
        .with(&product, 2, Pick::Text("EVA".into()));
    let price = price(&product, &selection, 1).unwrap();
    let lines: Vec<(LineOf, i64)> = price.lines.iter().map(|line| (line.of, line.amount)).collect();
    assert_eq!(
        lines,
        [
            (LineOf::Base, 1200),
            (LineOf::Option(0), -250),
            (LineOf::Option(1), -100),
            (LineOf::Option(2), 350)
        ]
    );
    assert_eq!(price.unit, 1200);
    let line = line_item(&product, &selection, 3, "de", "en").unwrap();
    assert_eq!(line.total, 3600);
    let properties = [("Glasur", "Seconds"), ("handle", "none"), ("Name", "EVA")];
    assert_eq!(line.properties, properties.map(|(k, v)| (k.to_owned(), v.to_owned())));
}

#[test]
fn the_claim_is_canonical_json_of_nine_fields() {
    let product = product(&mug());
    let claim = line_item(&product, &Selection::defaults(&product), 2, "en", "").unwrap().claim;
    let expected = format!(
        "{{\"currency\":\"EUR\",\"files\":[],\"hash\":\"{}\",\"product\":\"mug\",\"quantity\":2,\
         \"selection\":{{\"glaze\":\"white\",\"handle\":\"round\"}},\"total\":2400,\"unit_price\":1200,\"v\":1}}",
        product.hash
    );
    assert_eq!(canonical::to_string(&claim), expected);
}

#[test]
fn sums_that_are_not_exact_are_none() {
    assert_eq!(total(9_007_199_254_740_991, 1), Some(9_007_199_254_740_991));
    assert_eq!(total(9_007_199_254_740_991, 2), None);
    assert_eq!(total(i64::MAX, 2), None);
    assert_eq!(total(-1, 1), None);
    // Ten texts of a thousand letters at the highest price each: beyond 2^53 together, though no amount is.
    let option = |i: usize| json!({"id": format!("t{i}"), "kind": "text", "max_chars": 1000, "price": {"per_char": 1_000_000_000_000_i64}});
    let product = product(&json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 0,
        "options": (0..10).map(option).collect::<Vec<_>>()}));
    let long = || Pick::Text("x".repeat(1000));
    let some = (0..9).fold(Selection::defaults(&product), |s, i| s.with(&product, i, long()));
    assert_eq!(price(&product, &some, 1).unwrap().unit, 9_000_000_000_000_000);
    assert!(line_item(&product, &some, 2, "", "").is_none());
    assert!(price(&product, &some.with(&product, 9, long()), 1).is_none());
}

#[test]
fn quantities_are_brought_into_range_when_made_and_refused_when_claimed() {
    let product = product(&mug());
    let defaults = Selection::defaults(&product);
    for (asked, made) in [(i64::MIN, 1), (0, 1), (1, 1), (7, 7), (i64::MAX, MAX_QUANTITY)] {
        assert_eq!(line_item(&product, &defaults, asked, "", "").unwrap().quantity, made);
    }
    for quantity in [json!(0), json!(-1), json!(1.5), json!("2"), json!(MAX_QUANTITY + 1), json!(null)] {
        let mut claim = line_item(&product, &defaults, 1, "", "").unwrap().claim;
        let Value::Object(fields) = &mut claim else { panic!() };
        fields.iter_mut().find(|(name, _)| name == "quantity").unwrap().1 =
            serde_json::from_value(quantity).unwrap();
        let problems = verify(&product, &claim).unwrap_err();
        assert_eq!(problems, ["quantity: expected a whole number from 1 to 1000000"]);
    }
}

proptest! {
    #[test]
    fn prices_are_the_naive_sum((file, product, selection) in any_selection(), quantity in 1..1000_i64) {
        let price = price(&product, &selection, 1).unwrap();
        prop_assert_eq!(i128::from(price.unit), naive(&file, &selection.to_value(&product)));
        prop_assert_eq!(price.lines.iter().map(|line| line.amount).sum::<i64>(), price.unit);
        prop_assert!(price.lines.iter().skip(1).all(|line| line.amount != 0));
        let line = line_item(&product, &selection, quantity, "en", "").unwrap();
        prop_assert_eq!(line.total, price.unit * quantity);
    }

    #[test]
    fn a_true_claim_holds((_, product, selection) in any_selection(), quantity in 1..MAX_QUANTITY) {
        let line = line_item(&product, &selection, quantity, "en", "").unwrap();
        let sent: Value = serde_json::from_str(&canonical::to_string(&line.claim)).unwrap();
        prop_assert_eq!(verify(&product, &sent), Ok(line.price));
    }

    #[test]
    fn no_other_claim_holds(
        (_, product, selection) in any_selection(), quantity in 1..1000_i64,
        damage in (any::<prop::sample::Index>(), prop_oneof![any_value(), (0..5000_i64).prop_map(Value::from)]),
        gone in any::<prop::sample::Index>(), extra in any::<String>(),
    ) {
        let claim = line_item(&product, &selection, quantity, "en", "").unwrap().claim;
        let Value::Object(fields) = &claim else { panic!() };
        let changed = damaged(&claim, &[damage]);
        if canonical::to_string(&changed) != canonical::to_string(&claim) && verify(&product, &changed).is_ok() {
            // The one thing that can be another and still be true: a selection that costs the same.
            let Value::Object(mut others) = changed.clone() else { panic!("{changed}") };
            let (mine, theirs) = (claim.get("selection"), changed.get("selection"));
            prop_assert_ne!(mine, theirs);
            let (_, problems) = Selection::from_value(&product, theirs.unwrap());
            prop_assert_eq!(problems, Vec::<String>::new());
            others.iter_mut().filter(|(name, _)| name == "selection").for_each(|(_, s)| *s = mine.unwrap().clone());
            prop_assert_eq!(canonical::to_string(&Value::Object(others)), canonical::to_string(&claim));
        }
        let mut fewer = fields.clone();
        let (gone, _) = fewer.remove(gone.index(fields.len()));
        prop_assert!(verify(&product, &Value::Object(fewer)).is_err(), "without {:?}", gone);
        if !fields.iter().any(|(name, _)| **name == extra) {
            let more = [fields.clone(), vec![(extra.into(), Value::Null)]].concat();
            prop_assert!(verify(&product, &Value::Object(more)).is_err());
        }
    }

    #[test]
    fn any_value_can_be_verified(claim in any_value()) {
        prop_assert!(verify(&product(&mug()), &claim).is_err());
    }
}
