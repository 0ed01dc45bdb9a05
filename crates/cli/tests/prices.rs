//! `quote` and `check` on prices of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// Exit code, stdout, stderr.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_haberdash"));
    let output = command.args(arguments).current_dir(data()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A claim on the blind.
fn claim(selection: Value, quantity: i64, currency: &str, unit: i64) -> Value {
    let (_, hash, _) = run(&["hash", "blind.json"]);
    json!({"v": 1, "product": "blind", "hash": hash.trim_end(), "selection": selection, "quantity": quantity, "currency": currency,
        "unit_price": unit, "total": unit * quantity, "files": []})
}

fn everything() -> Value {
    json!({"width": 1100, "height": 800, "cloth": "blackout", "cord": 0.7, "motor": true, "name": "EVA"})
}

#[test]
fn every_kind_of_price_is_quoted() {
    let quote = |claim: &Value| run(&["quote", "blind.json", &claim.to_string(), "--language", "de"]);
    let (code, out, err) = quote(&claim(everything(), 12, "EUR", 21840));
    let expected = "Rollo
  Base price           10.00
  Width: 1100 mm       11.00
  Cloth: Blackout      15.00
  Cord: 0.7 m           2.83
  Motor: ja            99.00
  Name: EVA             1.60
  Größe                60.00
  Wide motor           25.00
  Cloth offer          -1.87
  Surcharge             7.34
  Quantity discount   -11.50
  One unit            218.40
  Total for 12       2620.80 EUR
";
    assert_eq!((code, out.as_str(), err.as_str()), (0, expected, ""));
    let (code, out, _) = quote(&claim(everything(), 50, "EUR", 5000));
    assert!(
        code == 0
            && out.lines().any(|line| line.trim_start().starts_with("Rounding") && line.ends_with(" 0.01")),
        "{out}"
    );
    let (code, out, _) = quote(&claim(everything(), 2, "JPY", 5790));
    assert!(code == 0 && out.ends_with("  One unit          5790\n  Total for 2      11580 JPY\n"), "{out}");
    let (code, out, _) = quote(&claim(everything(), 2, "KWD", 8571));
    assert!(code == 0 && out.contains("17.142 KWD") && out.contains("Base price        0.340"), "{out}");
    let (_, out, _) =
        run(&["quote", "blind.json", &claim(everything(), 2, "JPY", 5790).to_string(), "--json"]);
    let quote: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&quote["currency"], &quote["total"]), (&json!("JPY"), &json!(11580)));
    assert_eq!(quote["lines"][6], json!({"option": null, "title": "Size", "picked": "", "amount": 960}));
}

#[test]
fn each_touched_field_is_named_whatever_the_price_is_made_of() {
    let small = || json!({"width": 600, "height": 900, "cloth": "plain", "cord": 0, "motor": false});
    let table = [
        // What is picked and what it costs do not go together: size, length, letters, condition, percentage, quantity.
        ("/selection/width", json!(601), "unit_price: "),
        ("/selection/height", json!(1001), "unit_price: "),
        ("/selection/cord", json!(0.1), "unit_price: "),
        ("/selection/cord", json!(0.05), "selection: "),
        ("/selection/motor", json!(true), "unit_price: "),
        ("/selection/cloth", json!("blackout"), "unit_price: "),
        ("/selection/name", json!("A"), "unit_price: "),
        ("/quantity", json!(10), "unit_price: "),
        ("/quantity", json!(2), "total: "),
        ("/unit_price", json!(5783), "unit_price: expected 5785"),
        ("/total", json!(1), "total: "),
        ("/currency", json!("JPY"), "unit_price: "),
        ("/currency", json!("USD"), "currency: there are prices in EUR, JPY, KWD"),
        ("/currency", json!("eur"), "currency: expected \"EUR\""),
        ("/currency", json!(1), "currency: "),
        ("/hash", json!("0"), "hash: "),
    ];
    let whole = claim(small(), 1, "EUR", 5785);
    let (code, out, err) = run(&["quote", "blind.json", &whole.to_string()]);
    assert_eq!(code, 0, "{out}{err}");
    for (pointer, new, named) in table {
        let mut touched = whole.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        touched.pointer_mut(parent).unwrap()[name] = new;
        let (code, out, err) = run(&["quote", "blind.json", &touched.to_string()]);
        assert_eq!((code, out.as_str()), (1, ""), "{pointer}");
        assert!(err.lines().any(|line| line.starts_with(named)), "{pointer}: {err}");
    }
    // A size that is not made has no price at all.
    let none = claim(
        json!({"width": 1100, "height": 1500, "cloth": "plain", "cord": 0, "motor": false}),
        1,
        "EUR",
        0,
    );
    let (code, _, err) = run(&["quote", "blind.json", &none.to_string()]);
    assert_eq!(code, 1);
    assert!(
        err.contains("selection: This size is not made.") && err.contains("total: this has no price"),
        "{err}"
    );
}

#[test]
fn check_says_which_sizes_have_no_price_and_what_may_cost_too_little() {
    let (code, out, err) = run(&["check", "blind.json"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("sizes without a price in this table, which cannot be bought: 1"), "{err}");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("prices");
    std::fs::create_dir_all(&folder).unwrap();
    let check = |rules: Value, prices: Value| {
        let product = json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 100, "prices": prices, "rules": rules,
            "options": [{"id": "a", "kind": "toggle", "price": -80}, {"id": "b", "kind": "toggle", "price": -30}, {"id": "c", "kind": "toggle"}]});
        let file = folder.join("product.json");
        std::fs::write(&file, product.to_string()).unwrap();
        run(&["check", file.to_str().unwrap()])
    };
    let either = json!([{"when": {"a": true}, "exclude": {"b": true}}]);
    let (code, _, err) = check(either.clone(), json!([]));
    assert_eq!(code, 0, "{err}");
    // Rules that leave the cheapest one in are seen through.
    let (code, _, err) = check(json!([{"when": {"a": true}, "require": {"c": true}}]), json!([]));
    assert!(code == 1 && err.contains("the cheapest selection would cost -10 minor units"), "{err}");
    let offer = json!([{"title": "x", "when": {"a": true, "c": true}, "percent": -100, "of": "base_price"}]);
    let (code, _, err) = check(either, offer);
    assert!(
        code == 0 && err.contains("some selections may cost less than nothing: those cannot be ordered"),
        "{err}"
    );
}

#[test]
fn the_schema_takes_prices_of_every_kind() {
    let schema: Value = serde_json::from_str(&run(&["schema", "product"]).1).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let product: Value =
        serde_json::from_str(&std::fs::read_to_string(data().join("blind.json")).unwrap()).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&product).map(|e| format!("{}: {e}", e.instance_path)).collect();
    assert_eq!(errors, Vec::<String>::new());
    for (pointer, wrong) in [
        ("/prices/1/add", json!(1.5)),
        ("/prices/2/percent", json!(2000)),
        ("/quantity_breaks/0/from", json!(1)),
        ("/rounding/mode", json!("even")),
        ("/price_lists/0/currency", json!("yen")),
    ] {
        let mut product = product.clone();
        *product.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&product), "{pointer}");
    }
}
