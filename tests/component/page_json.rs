//! What pages hand over.

use crate::platform::{intl::Money, json, storage};
use haberdash_core::Value;
use haberdash_core::product::Currency;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn values_survive_the_way_there_and_back() {
    let text = r#"{"a":[1,2.5,"x",null,true],"b":{"é😀":-3}}"#;
    let value = json::parse(text).unwrap();
    assert_eq!(value.to_string(), text);
    assert_eq!(json::from_page(&json::to_js(&value)), Some(value));
}

#[wasm_bindgen_test]
fn objects_that_fight_back_are_refused() {
    let cycle = js_sys::eval("(() => { const a = {}; a.a = a; return a; })()").unwrap();
    let thrower = js_sys::eval("({ get a() { throw new Error('no') } })").unwrap();
    assert_eq!(json::from_page(&cycle), None);
    assert_eq!(json::from_page(&thrower), None);
    assert_eq!(json::from_page(&JsValue::UNDEFINED), None);
    assert_eq!(json::parse("{"), None);
}

#[wasm_bindgen_test]
fn money_is_written_by_the_browser() {
    let money = |locale: &str, code: &str| Money::new(locale, &Currency(code.into()), false).text(123_456);
    assert_eq!(money("en", "EUR"), "€1,234.56");
    assert_eq!(money("ja", "JPY").replace('￥', "¥"), "¥123,456");
    assert!(money("en", "KWD").contains("123.456"));
    assert_eq!(Money::new("en", &Currency("EUR".into()), true).text(150), "+€1.50");
    // A locale that is none must not cost the price.
    assert_eq!(money("not a locale!", "EUR"), "123456 EUR");
}

#[wasm_bindgen_test]
fn storage_gives_back_what_it_took() {
    assert!(storage::write("haberdash-test", "x"));
    assert_eq!(storage::read("haberdash-test").as_deref(), Some("x"));
    storage::remove("haberdash-test");
    assert_eq!(storage::read("haberdash-test"), None);
    // More than any browser gives an origin.
    assert!(!storage::write("haberdash-test", &"x".repeat(30_000_000)));
    assert_eq!(Value::Null.to_string(), "null");
}
