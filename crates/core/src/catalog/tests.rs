use super::*;
use crate::diagnostics::Severity;
use proptest::prelude::*;

/// JSON text as a value.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Any value at all, made of names and words that a reader looks for, so that it gets far into the reader.
pub fn any_value(
    names: &'static [&'static str],
    words: &'static [&'static str],
) -> impl Strategy<Value = Value> {
    let word = prop_oneof![4 => prop::sample::select(words).prop_map(str::to_owned), 1 => any::<String>()];
    let name = prop_oneof![9 => prop::sample::select(names).prop_map(str::to_owned), 1 => any::<String>()];
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        2 => (-3_i64..10).prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::Number),
        6 => word.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 80, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::vec((name.clone(), inner), 0..12).prop_map(Value::object),
        ]
    })
}

/// A catalogue of these items, which have no errors.
pub fn catalog(items: &str) -> Catalog {
    let mut diagnostics = Diagnostics::new();
    let text = format!("{{\"version\": 1, \"currency\": \"EUR\", \"items\": [{items}]}}");
    let catalog = Catalog::read(&json(&text), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{:?}", diagnostics.list());
    catalog.unwrap()
}

fn read(items: &str) -> (Vec<String>, Vec<(Severity, String)>) {
    let mut diagnostics = Diagnostics::new();
    let text = format!("{{\"version\": 1, \"currency\": \"EUR\", \"items\": [{items}]}}");
    let catalog = Catalog::read(&json(&text), &mut diagnostics).unwrap();
    let told = diagnostics.into_list().into_iter().map(|d| (d.severity, d.at)).collect();
    (catalog.items().iter().map(|item| item.id.clone()).collect(), told)
}

#[test]
fn a_bad_item_is_left_out_and_told_and_the_others_stay() {
    const GOOD: &str = r#"{"id": "good", "title": "A", "url": "a", "price": 1}"#;
    use Severity::{Error, Warning};
    // What is changed in an otherwise good item; what is told, and where; whether the item stays.
    let table = [
        (r#""availability": "instock""#, Some((Error, "availability")), false),
        (r#""availability": "preorder""#, None, true),
        (r#""price": "89.00""#, Some((Error, "price")), false),
        (r#""price": -1"#, Some((Error, "price")), false),
        (r#""list_price": 1"#, Some((Warning, "list_price")), true),
        (r#""list_price": -5"#, Some((Error, "list_price")), false),
        (r#""id": """#, Some((Error, "id")), false),
        (r#""id": "good""#, Some((Error, "id")), false),
        (r#""id": 5"#, Some((Error, "id")), false),
        (r#""url": "javascript:alert(1)""#, Some((Error, "url")), false),
        (r#""image": "data:text/html,x""#, Some((Error, "image")), false),
        (r#""popularity": 7"#, Some((Warning, "popularity")), true),
        (r#""published": "soon""#, Some((Warning, "published")), true),
        (r#""facets": {"color": "navy", "size": ["s", "m"]}"#, None, true),
        (r#""facets": {"size": 42}"#, Some((Error, "facets/size")), false),
        (r#""colour": "navy""#, Some((Warning, "colour")), true),
        (r#""kind": "article", "price": null"#, Some((Error, "price")), false),
    ];
    for (change, expected, stays) in table {
        // Of equal names the last one counts.
        let changed = format!(r#"{{"id": "x", "title": "X", "url": "x", "price": 1, {change}}}"#);
        let (ids, told) =
            read(&format!(r#"{GOOD}, {changed}, {{"id": "z", "title": "Z", "url": "z", "price": 1}}"#));
        let expected: Vec<(Severity, String)> =
            expected.into_iter().map(|(severity, at)| (severity, format!("/items/1/{at}"))).collect();
        let seen: Vec<_> = told.iter().filter(|(_, at)| at != "/items/1").cloned().collect();
        if change.contains("\"list_price\": -5") {
            assert!(seen.contains(&expected[0]), "{change}: {told:?}");
        } else {
            assert_eq!(seen, expected, "{change}");
        }
        assert_eq!(ids.len() == 3, stays, "{change}");
        assert!(ids.contains(&"good".into()) && ids.contains(&"z".into()), "{change}");
    }
    let long = format!(r#"{{"id": "{}", "title": "X", "url": "x", "price": 1}}"#, "i".repeat(129));
    assert_eq!(read(&long).0.len(), 0);
}

#[test]
fn what_is_no_catalogue_is_none_and_told() {
    for text in [
        "null",
        "[]",
        "{}",
        r#"{"version": 1, "currency": "EUR"}"#,
        r#"{"version": 1, "items": []}"#,
        r#"{"version": 1, "currency": "euro", "items": []}"#,
        r#"{"version": 2, "currency": "EUR", "items": []}"#,
        r#"{"version": 1, "currency": "EUR", "items": {}}"#,
    ] {
        let mut diagnostics = Diagnostics::new();
        assert!(Catalog::read(&json(text), &mut diagnostics).is_none(), "{text}");
        assert!(diagnostics.has_errors(), "{text}");
    }
    assert_eq!(catalog("").items().len(), 0);
}

#[test]
fn items_are_found_under_the_names_that_shops_tags_give_them() {
    let item = |id: &str| format!(r#"{{"id": "{id}", "title": "T", "url": "u", "price": 1}}"#);
    let catalog = catalog(&["SH-2", "SH-1", "77", "88"].map(item).join(","));
    let table = [
        ("SH-1", Some(1)),
        ("SH-2", Some(0)),
        ("sh-1", None),
        ("", None),
        ("shopify_DE_77_99", Some(2)),
        ("shopify_DE_11_88", Some(3)),
        ("shopify_DE_11", None),
        ("shopify_", None),
        ("gid://shopify/Product/77", Some(2)),
        ("gid://", None),
    ];
    for (id, expected) in table {
        assert_eq!(catalog.find(id), expected, "{id}");
    }
    assert!(catalog.rank(1) < catalog.rank(0));
}

#[test]
fn days_are_days_since_the_epoch() {
    let table = [
        ("1970-01-01", Some(0)),
        ("2000-03-01", Some(11_017)),
        ("2026-09-01", Some(20_697)),
        ("2024-02-29T12:00:00Z", Some(19_782)),
        ("1969-12-31", Some(-1)),
        ("2026-13-01", None),
        ("2026-9-1", None),
        ("+026-09-01", None),
        ("２０２６-09-01", None),
        ("", None),
    ];
    for (text, days) in table {
        assert_eq!(day_ms(text), days.map(|d: i64| d * DAY_MS), "{text}");
    }
}

#[test]
fn likeness_is_one_with_itself_and_grows_with_what_is_shared() {
    let catalog = catalog(
        r#"{"id": "a", "title": "Oxford shirt", "url": "a", "price": 1, "category": ["Shirts"], "facets": {"color": "navy", "pattern": "check"}},
           {"id": "b", "title": "Linen shirts", "url": "b", "price": 1, "category": ["Shirts"], "facets": {"color": ["Navy"], "pattern": ["Checks"]}},
           {"id": "c", "title": "Cap", "url": "c", "price": 1, "category": ["Hats"], "facets": {"color": "navy"}},
           {"id": "d", "title": "Gift", "url": "d", "price": 1}"#,
    );
    let like = |a, b| catalog.features().fit(&catalog.features().weighted(a), b);
    assert!((like(0, 0) - 1.0).abs() < 1e-5);
    assert!(like(0, 1) > like(0, 2) && like(0, 2) > 0.0, "{} {}", like(0, 1), like(0, 2));
    assert_eq!(like(0, 3), 0.0);
    assert!((like(0, 1) - like(1, 0)).abs() < 1e-6);
    assert_eq!(catalog.features().facet("Color", " NAVY "), catalog.features().facet("color", "navy"));
    assert_eq!(catalog.features().facet("colour", "navy"), None);
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_names_every_field_and_what_is_required() {
    let schema = Catalog::schema();
    assert_eq!(schema.get("title").and_then(Value::as_str), Some("Haberdash catalogue"));
    let item = schema.get("properties").and_then(|p| p.get("items")).and_then(|i| i.get("items")).unwrap();
    assert_eq!(item.get("required"), Some(&Value::from(vec!["id", "title", "url"])));
    assert!(item.get("properties").and_then(|p| p.get("published")).is_some());
}

const NAMES: &[&str] = &[
    "version",
    "currency",
    "items",
    "id",
    "title",
    "url",
    "image",
    "price",
    "list_price",
    "availability",
    "kind",
    "brand",
    "category",
    "facets",
    "tags",
    "popularity",
    "consumable",
    "published",
    "text",
    "en",
];
const WORDS: &[&str] =
    &["EUR", "a", "in_stock", "product", "article", "2026-01-01", "navy", "", "javascript:x"];

proptest! {
    #[test]
    fn reading_never_panics(value in any_value(NAMES, WORDS)) {
        Catalog::read(&value, &mut Diagnostics::new());
    }

    #[test]
    fn reading_items_never_panics(items in prop::collection::vec(any_value(NAMES, WORDS), 0..4)) {
        let file = Value::object([
            ("version", Value::from(1_i64)),
            ("currency", Value::from("EUR")),
            ("items", Value::Array(items)),
        ]);
        prop_assert!(Catalog::read(&file, &mut Diagnostics::new()).is_some());
    }

    #[test]
    fn words_of_any_text_are_found_again(text in any::<String>()) {
        words::each_word(&text, &mut |word| {
            let mut again = Vec::new();
            words::each_word(word, &mut |w| again.push(w.to_owned()));
            assert!(again.len() <= 1, "{word:?} {again:?}");
        });
    }
}

#[test]
fn addresses_that_a_browser_would_run_are_refused() {
    for url in [
        "javascript:x",
        "JaVaScRiPt:x",
        " javascript:x",
        "java\tscript:x",
        "\u{1}javascript:x",
        "data:text/html,x",
    ] {
        let item = Value::object([
            ("id", Value::from("x")),
            ("title", Value::from("X")),
            ("url", Value::from(url)),
            ("price", Value::from(1_i64)),
        ]);
        let mut diagnostics = Diagnostics::new();
        read_item(&item, &mut diagnostics);
        assert!(diagnostics.has_errors(), "{url:?}");
    }
}
