//! Foreign input of any shape: told, never a panic.

use crate::products::{any_value, damaged, mug, value};
use haberdash_core::catalog::Catalog;
use haberdash_core::outline::Letters;
use haberdash_core::product::Product;
use haberdash_core::selection::Selection;
use haberdash_core::{Diagnostics, Value, config, font::Font, price};
use proptest::prelude::*;
use serde_json::json;

fn catalog() -> serde_json::Value {
    json!({"version": 1, "currency": "EUR", "items": [
        {"id": "A", "title": {"en": "Mug"}, "url": "a.html", "image": "a.svg", "price": 1200, "list_price": 1500,
         "availability": "in_stock", "kind": "product", "brand": "B", "category": ["Kitchen", "Mugs"],
         "facets": {"color": ["white"], "material": "clay"}, "tags": ["gift"], "popularity": 0.5, "consumable": false,
         "published": "2026-09-01", "text": "A mug."},
        {"id": "B", "title": "How clay is thrown", "url": "b.html", "kind": "article", "published": "2026-13-01"}]})
}

fn any_damage() -> impl Strategy<Value = Vec<(prop::sample::Index, Value)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any_value()), 0..5)
}

fn any_attributes() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = vec![
        "haberdash",
        "product",
        "preset",
        "price-target",
        "strip",
        "limit",
        "title",
        "item",
        "catalog",
        "cart",
        "consent",
        "shop",
        "locale",
        "layer",
        "index",
        "limti",
    ];
    let name = prop_oneof![prop::sample::select(names).prop_map(str::to_owned), any::<String>()];
    let texts = vec![
        "configurator",
        "recommendations",
        "recomendations",
        "8",
        "-1",
        "99999999999999999999",
        "de-CH",
        "form",
        "google",
    ];
    let text = prop_oneof![prop::sample::select(texts).prop_map(str::to_owned), any::<String>()];
    prop::collection::vec((name, text), 0..8)
}

proptest! {
    #[test]
    fn any_product_file_can_be_read(other in any_value(), damage in any_damage()) {
        for value in [other, damaged(&value(&mug()), &damage)] {
            let mut diagnostics = Diagnostics::new();
            let product = Product::read(&value, &mut diagnostics);
            prop_assert_eq!(product.is_none(), diagnostics.has_errors());
            if let Some(product) = product {
                prop_assert!(price::price(&product, &Selection::defaults(&product), 1).is_some());
            }
        }
    }

    #[test]
    fn any_catalogue_can_be_read(other in any_value(), damage in any_damage()) {
        for value in [other, damaged(&value(&catalog()), &damage)] {
            let mut diagnostics = Diagnostics::new();
            let catalog = Catalog::read(&value, &mut diagnostics);
            prop_assert!(catalog.is_some() || diagnostics.has_errors());
            if let Some(catalog) = catalog {
                let ids: Vec<&str> = catalog.items().iter().map(|item| item.id.as_str()).collect();
                prop_assert!(ids.iter().enumerate().all(|(i, id)| catalog.find(id) == Some(i)));
            }
        }
    }

    #[test]
    fn any_attributes_can_be_read(attributes in any_attributes()) {
        let mut diagnostics = Diagnostics::new();
        let host = config::host(&attributes, &mut diagnostics);
        prop_assert!(host.is_some() || diagnostics.has_errors());
        if let Some(config::HostConfig::Recommendations(strip)) = host {
            prop_assert!((1..=24).contains(&strip.limit));
        }
        let tag = config::tag(&attributes, &mut diagnostics);
        prop_assert!(!tag.layer.is_empty());
    }

    #[test]
    fn any_font_file_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12)) {
        let mut damaged = crate::font::file();
        // With debug assertions, ttf-parser stops at counts of more than 2^32 bytes, which are in the tables before the outlines.
        let safe = if cfg!(debug_assertions) { crate::font::OUTLINES } else { 0 };
        for (at, byte) in damage {
            let at = safe + at.index(damaged.len() - safe);
            damaged[at] = byte;
        }
        for file in [bytes, damaged] {
            if let Ok(font) = Font::parse(file) {
                let _ = font.outline("ABC");
                let _ = font.lacks("ABCD");
            }
        }
    }
}

#[test]
fn a_list_of_mistakes_does_not_grow_without_bound() {
    let fields = Value::object((0..10_000).map(|i| (format!("x{i}"), Value::Null)));
    let mut diagnostics = Diagnostics::new();
    assert!(Product::read(&fields, &mut diagnostics).is_none());
    assert!(diagnostics.has_errors(), "warnings must not crowd out the error that stops the product");
    assert!(diagnostics.list().len() < 600);
}

#[test]
fn the_catalogue_used_here_is_sound() {
    let mut diagnostics = Diagnostics::new();
    assert!(Catalog::read(&value(&catalog()), &mut diagnostics).is_some());
    let messages: Vec<String> = diagnostics.list().iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 1, "only the thirteenth month: {messages:?}");
}
