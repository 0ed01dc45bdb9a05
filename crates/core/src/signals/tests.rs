use super::*;
use crate::catalog::tests::{any_value, catalog, json};
use proptest::prelude::*;

#[test]
fn data_layer_entries_become_signals() {
    // Entry; the kind's word and what it is about.
    let table: [(&str, &[(&str, &str)]); 22] = [
        (
            r#"{"event": "view_item", "ecommerce": {"value": "89.00", "items": [{"item_id": "A", "price": "x"}]}}"#,
            &[("view", "A")],
        ),
        (r#"["event", "view_item", {"items": [{"item_id": 77, "price": 89}]}]"#, &[("view", "77")]),
        (r#"{"0": "event", "1": "view_item", "2": {"items": [{"item_id": "A"}]}}"#, &[("view", "A")]),
        (r#"{"event": "view_item", "eventModel": {"items": [{"item_id": "A"}]}}"#, &[("view", "A")]),
        (r#"{"event": "select_item", "ecommerce": {"items": [{"item_id": "A"}]}}"#, &[("click", "A")]),
        (
            r#"{"event": "add_to_cart", "ecommerce": {"items": [{"item_name": "Oxford shirt"}]}}"#,
            &[("cart-add", "Oxford shirt")],
        ),
        (r#"{"event": "begin_checkout", "ecommerce": {"items": [{"item_id": "A"}]}}"#, &[("cart-add", "A")]),
        (
            r#"{"event": "remove_from_cart", "ecommerce": {"items": [{"item_id": "A"}]}}"#,
            &[("cart-remove", "A")],
        ),
        (r#"{"event": "add_to_wishlist", "ecommerce": {"items": [{"item_id": "A"}]}}"#, &[("wish", "A")]),
        (
            r#"{"event": "purchase", "ecommerce": {"transaction_id": "T", "items": [{"item_id": "A"}, null, {"item_id": {}}, {"item_id": "B"}, {"item_id": "A"}]}}"#,
            &[("purchase", "A"), ("purchase", "B")],
        ),
        (r#"{"event": "search", "search_term": " navy shirt "}"#, &[("search", "navy shirt")]),
        (r#"["event", "view_search_results", {"search_term": "cap"}]"#, &[("search", "cap")]),
        (r#"{"event": "search", "search_term": ""}"#, &[]),
        (r#"{"event": "search"}"#, &[]),
        (r#"{"event": "view_item_list", "ecommerce": {"items": [{"item_id": "A"}]}}"#, &[]),
        (r#"{"event": "haberdash_customize", "haberdash": {"items": [{"item_id": "A"}]}}"#, &[]),
        (r#"["event", "haberdash_customize", {"items": [{"item_id": "A"}]}]"#, &[]),
        (r#"{"event": "gtm.js", "gtm.start": 1}"#, &[]),
        (r#"["config", "G-1", {}]"#, &[]),
        (r#"{"ecommerce": null}"#, &[]),
        (r#"{"event": "view_item", "ecommerce": {"items": [{"item_id": 1.5}, {"item_id": "  "}]}}"#, &[]),
        ("null", &[]),
    ];
    for (entry, expected) in table {
        let signals = data_layer(&json(entry));
        let seen: Vec<(&str, &str)> = signals
            .iter()
            .map(|s| (s.kind.word(), s.item.as_deref().or(s.query.as_deref()).unwrap()))
            .collect();
        assert_eq!(seen, expected, "{entry}");
    }
}

#[test]
fn consent_entries_are_read_in_both_forms() {
    let entry = |update, regional, personalization, functionality| {
        Some(Consent { update, regional, personalization, functionality })
    };
    let table = [
        (r#"["consent", "default", {"ad_storage": "denied"}]"#, entry(false, false, None, None)),
        (
            r#"["consent", "default", {"personalization_storage": "denied"}]"#,
            entry(false, false, Some(false), None),
        ),
        (
            r#"{"0": "consent", "1": "update", "2": {"personalization_storage": "granted", "functionality_storage": "maybe"}, "length": 3}"#,
            entry(true, false, Some(true), None),
        ),
        (
            r#"["consent", "default", {"functionality_storage": "granted", "region": ["DE"]}]"#,
            entry(false, true, None, Some(true)),
        ),
        (r#"["consent", "later", {}]"#, None),
        (r#"["consent", "update"]"#, None),
        (r#"{"event": "consent"}"#, None),
        ("[]", None),
    ];
    for (text, expected) in table {
        assert_eq!(consent(&json(text)), expected, "{text}");
    }
}

#[test]
fn json_ld_says_what_a_page_is_about() {
    let table: [(&str, &[(PageKind, &[&str])]); 11] = [
        (r#"{"@type": "Product", "sku": "A", "offers": {"price": {}}}"#, &[(PageKind::Product, &["A"])]),
        (r#"[{"@type": ["Thing", "https://schema.org/Product"], "sku": 5}]"#, &[(PageKind::Product, &["5"])]),
        (
            r#"{"@graph": [{"@type": "BreadcrumbList"}, {"@type": "Product", "productID": "A", "mpn": "M"}]}"#,
            &[(PageKind::Product, &["A", "M"])],
        ),
        (
            r#"{"@type": "ProductGroup", "productGroupID": "G", "hasVariant": [{"@type": "Product", "sku": "V1"}, {"sku": "V2"}]}"#,
            &[(PageKind::Product, &["G", "V1", "V2"])],
        ),
        (
            r#"{"@type": "ItemPage", "mainEntity": {"@type": "Product", "sku": "A"}}"#,
            &[(PageKind::Product, &["A"])],
        ),
        (
            r#"{"@type": "Product", "sku": "A", "isRelatedTo": [{"@type": "Product", "sku": "B"}]}"#,
            &[(PageKind::Product, &["A"])],
        ),
        (r#"{"@type": "ItemList", "itemListElement": [{"@type": "Product", "sku": "B"}]}"#, &[]),
        (
            r#"{"@type": "BlogPosting", "identifier": {"@type": "PropertyValue", "value": "post-1"}}"#,
            &[(PageKind::Article, &["post-1"])],
        ),
        (r#"{"@type": "VideoObject", "identifier": ["v1", "v2"]}"#, &[(PageKind::Video, &["v1", "v2"])]),
        (r#"{"@type": "Article", "headline": "No id"}"#, &[(PageKind::Article, &[])]),
        (r#"{"@type": 5, "sku": "A"}"#, &[]),
    ];
    for (text, expected) in table {
        let items = json_ld(&json(text));
        let seen: Vec<(PageKind, Vec<&str>)> =
            items.iter().map(|item| (item.kind, item.ids.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(PageKind, Vec<&str>)> =
            expected.iter().map(|(k, ids)| (*k, ids.to_vec())).collect();
        assert_eq!(seen, expected, "{text}");
    }
    let article = json_ld(&json(r#"{"@type": "Article", "sku": "x"}"#));
    assert_eq!(article[0].signal(), Some(Signal::item(EventKind::Read, "x")));
}

#[test]
fn a_page_about_several_products_has_no_current_item() {
    let catalog = catalog(
        r#"{"id": "A", "title": "A", "url": "a", "price": 1}, {"id": "B", "title": "B", "url": "b", "price": 1}"#,
    );
    let table = [
        (r#"{"@type": "Product", "sku": "B"}"#, Some(1)),
        (r#"{"@type": "Product", "sku": "unknown", "mpn": "A"}"#, Some(0)),
        (r#"{"@type": "ProductGroup", "productGroupID": "G", "hasVariant": {"sku": "A"}}"#, Some(0)),
        (r#"[{"@type": "Product", "sku": "A"}, {"@type": "Product", "sku": "A"}]"#, Some(0)),
        (r#"[{"@type": "Product", "sku": "A"}, {"@type": "Product", "sku": "B"}]"#, None),
        (r#"[{"@type": "Product", "sku": "A"}, {"@type": "WebSite"}]"#, Some(0)),
        ("[]", None),
    ];
    for (text, expected) in table {
        assert_eq!(current_item(&json_ld(&json(text)), &catalog), expected, "{text}");
    }
}

const NAMES: &[&str] = &[
    "event",
    "ecommerce",
    "eventModel",
    "items",
    "item_id",
    "item_name",
    "search_term",
    "0",
    "1",
    "2",
    "@type",
    "@graph",
    "mainEntity",
    "hasVariant",
    "sku",
    "identifier",
    "value",
    "productID",
    "region",
    "personalization_storage",
];
const WORDS: &[&str] = &[
    "event",
    "view_item",
    "search",
    "purchase",
    "consent",
    "update",
    "default",
    "granted",
    "Product",
    "Article",
    "A",
];

proptest! {
    #[test]
    fn nothing_on_a_page_panics(entry in any_value(NAMES, WORDS)) {
        for signal in data_layer(&entry) {
            prop_assert!(signal.item.is_some() != signal.query.is_some());
        }
        consent(&entry);
        for item in json_ld(&entry) {
            item.signal();
        }
    }

    #[test]
    fn one_odd_item_never_costs_the_others(odd in any_value(NAMES, WORDS)) {
        let items = Value::Array(vec![odd, json(r#"{"item_id": "good"}"#)]);
        let entry = Value::object([("event", Value::from("purchase")), ("ecommerce", Value::object([("items", items)]))]);
        prop_assert!(data_layer(&entry).iter().any(|signal| signal.item.as_deref() == Some("good")));
    }
}
