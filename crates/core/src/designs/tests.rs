use super::*;
use proptest::prelude::*;

fn design(id: &str, product: &str, at: i64) -> Design {
    let selection = Value::record([("fabric", Value::from("navy"))]);
    Design { id: id.into(), product: product.into(), name: ["My ", id].concat(), selection, at }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn ids<'d>(designs: &'d Designs, product: &'d str) -> Vec<&'d str> {
    designs.of(product).map(|design| design.id.as_str()).collect()
}

#[test]
fn the_latest_is_first_and_other_products_are_kept() {
    let mut designs = Designs::default();
    for (id, product, at) in [("a", "shirt", 1), ("b", "mug", 2), ("c", "shirt", 3), ("d", "shirt", 3)] {
        assert!(designs.add(design(id, product, at)));
    }
    assert_eq!(ids(&designs, "shirt"), ["c", "d", "a"]);
    let removed = designs.remove("c").unwrap();
    assert_eq!(ids(&designs, "shirt"), ["d", "a"]);
    // What was taken out can be put back, to where it was.
    assert!(designs.add(removed));
    assert_eq!(ids(&designs, "shirt"), ["c", "d", "a"]);
    assert_eq!(designs.remove_all("shirt").len(), 3);
    assert_eq!(ids(&designs, "mug"), ["b"]);
    assert_eq!(designs.remove("c"), None);
}

#[test]
fn there_are_limits() {
    let mut designs = Designs::default();
    for at in 0..MOST as i64 {
        assert!(designs.add(design(&at.to_string(), "shirt", at)));
    }
    assert!(!designs.add(design("more", "shirt", 99)), "one too many of the product");
    assert!(designs.add(design("0", "shirt", 0)), "the same once more is none more");
    assert!(designs.add(design("mug", "mug", 1)), "another product's");
    let mut large = design("large", "cap", 1);
    large.selection = Value::record([("text", Value::from("x".repeat(SELECTION)))]);
    assert!(!designs.add(large), "too large a selection");
    for product in 0..20 {
        for at in 0..MOST as i64 {
            designs.add(design(&format!("{product}-{at}"), &product.to_string(), at));
        }
    }
    assert_eq!(designs.0.len(), MOST_OF_ALL);
}

#[test]
fn names_are_one_line_and_not_too_long() {
    let mut designs = Designs::default();
    assert!(designs.add(Design { name: "  For\n the\u{0}office ".into(), ..design("a", "shirt", 1) }));
    assert_eq!(designs.get("a").unwrap().name, "For the office");
    designs.rename("a", " \t ");
    assert_eq!(designs.get("a").unwrap().name, "For the office", "no name is no name");
    designs.rename("a", &"ü".repeat(200));
    assert_eq!(designs.get("a").unwrap().name, "ü".repeat(NAME));
    designs.rename("b", "Nobody");
    assert!(!designs.add(Design { name: "\u{7f}".into(), ..design("b", "shirt", 1) }));
}

#[test]
fn what_is_stored_is_read_again() {
    let mut designs = Designs::default();
    designs.add(design("a", "shirt", 1));
    designs.add(design("b", "mug", 2));
    assert_eq!(Designs::from_value(&designs.to_value()), (designs, None));
    assert_eq!(Designs::from_value(&Value::Null), (Designs::default(), None));
}

#[test]
fn what_others_stored_is_told_apart() {
    let good = r#"{"id":"a","product":"shirt","name":"A","selection":{},"at":5}"#;
    let table = [
        (r#"{"v":2,"designs":[]}"#.to_owned(), 0, Some(Notice::Foreign)),
        (r#"{"v":"1"}"#.to_owned(), 0, Some(Notice::Corrupt)),
        ("[]".to_owned(), 0, Some(Notice::Corrupt)),
        ("false".to_owned(), 0, Some(Notice::Corrupt)),
        (r#"{"v":1}"#.to_owned(), 0, None),
        (r#"{"v":1,"designs":{"a":1}}"#.to_owned(), 0, None),
        (format!(r#"{{"v":1,"designs":[{good},null,3,{{"id":"b"}}]}}"#), 1, Some(Notice::Dropped)),
        (format!(r#"{{"v":1,"designs":[{good},{good}]}}"#), 1, Some(Notice::Dropped)),
        (format!(r#"{{"v":1,"designs":[{}]}}"#, good.replace("{}", "[]")), 0, Some(Notice::Dropped)),
        (format!(r#"{{"v":1,"designs":[{}]}}"#, good.replace("\"A\"", "\" \"")), 0, Some(Notice::Dropped)),
        (
            format!(r#"{{"v":1,"designs":[{}]}}"#, good.replace("\"at\":5", "\"at\":0.5")),
            0,
            Some(Notice::Dropped),
        ),
    ];
    for (text, count, notice) in table {
        let (designs, found) = Designs::from_value(&parse(&text));
        assert_eq!((designs.0.len(), found), (count, notice), "{text}");
    }
    // Thousands of one product: the latest stay.
    let many = (0..3000).map(|at| design(&at.to_string(), "shirt", at).to_test_value());
    let many = Value::record([("v", Value::from(1_i64)), ("designs", Value::Array(many.collect()))]);
    let (designs, notice) = Designs::from_value(&many);
    assert_eq!((designs.0.len(), notice), (MOST, Some(Notice::Dropped)));
    assert_eq!(designs.0[0].id, "2999");
}

impl Design {
    fn to_test_value(&self) -> Value {
        let one = Designs(vec![self.clone()]).to_value();
        one.get("designs").unwrap().as_array().unwrap()[0].clone()
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(|n| Value::from(i64::from(n))),
        "[a-z]{0,6}".prop_map(Value::from),
    ];
    let name = prop_oneof!["id|product|name|selection|at|v|designs", "[a-z]{1,3}"];
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(Value::object),
        ]
    })
}

proptest! {
    #[test]
    fn anything_can_be_read_and_what_is_read_is_stored_the_same(entries in prop::collection::vec(any_value(), 0..6), whole in any_value()) {
        let record = Value::record([("v", Value::from(1_i64)), ("designs", Value::Array(entries))]);
        for value in [record, whole] {
            let (designs, _) = Designs::from_value(&value);
            prop_assert_eq!(Designs::from_value(&designs.to_value()), (designs, None));
        }
    }
}
