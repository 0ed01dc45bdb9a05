//! What pages hand over.

use crate::platform::json::{Piece, Pieces};
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

/// To the last bit, whatever the digits and wherever the point.
#[wasm_bindgen_test]
fn decimals_are_rounded_as_the_browser_rounds_them() {
    let mut state = 7u64;
    for _ in 0..20_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut text = ((state >> 8) % 10u64.pow(1 + (state >> 59) as u32 % 17)).to_string();
        let digits = text.len();
        text.insert(1 + (state >> 3) as usize % digits, '.');
        let text = [&text, "7"].concat();
        let browsers = js_sys::JSON::parse(&text).ok().and_then(|value| value.as_f64()).map(f64::to_bits);
        assert_eq!(json::parse(&text).and_then(|value| value.as_f64()).map(f64::to_bits), browsers, "{text}");
    }
}

/// What `JSON.parse` takes is taken, and comes out the same; what it refuses is refused.
#[wasm_bindgen_test]
fn texts_are_read_as_the_browser_reads_them() {
    let right = [
        "0",
        "-0",
        "-12",
        "1.5e3",
        "0.1",
        "1E400",
        "9007199254740993",
        "123456789012345678901",
        r#""""#,
        "[]",
        "{}",
        " [ 1 , { \"a\" : [ ] } ] ",
        r#""\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t""#,
        "\"é😀\"",
        "[true,false,null]",
        "\u{feff}",
        "",
        "01",
        "-",
        "1.",
        ".5",
        "+1",
        "1e",
        "[1,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "tru",
        "nulls",
        "\"\t\"",
        r#""\x""#,
        r#""\u12g4""#,
        r#""\u+123""#,
        "\"",
        "[",
        "1 2",
        "NaN",
        "-01",
        "--1",
        "0.5",
        "-0.5",
        "-0.0",
        "1.2.3",
        "0.",
        "-.5",
        "00.5",
        "1-2",
        "1.-2",
        "0.30000000000000004",
        "123456789012345.6",
        "\u{a0}1",
    ];
    for text in right {
        let ours = json::parse(text).map(|value| value.to_string());
        let browsers = js_sys::JSON::parse(text)
            .ok()
            .and_then(|value| js_sys::JSON::stringify(&value).ok()?.as_string());
        // Numbers beyond all bounds are null there, and here.
        assert_eq!(ours, browsers, "{text}");
    }
    assert_eq!(
        json::parse(r#""\ud800x\udc00""#).unwrap().as_str(),
        Some("\u{fffd}x\u{fffd}"),
        "halves of pairs"
    );
    assert_eq!(json::parse(&"[".repeat(100_000)), None);
    assert!(json::parse(&["[".repeat(128), "]".repeat(128)].concat()).is_some());
}

/// The file that the pieces of `text` come from, which comes so many letters at a time.
fn together(text: &str, at_once: usize) -> Option<Value> {
    let letters: Vec<char> = text.chars().collect();
    let mut chunks = letters.chunks(at_once);
    let mut more = |_| chunks.next().map(|chunk| chunk.iter().collect());
    let mut pieces = Pieces::new(&mut more, "items");
    let mut list = Vec::new();
    loop {
        match pieces.take()? {
            Piece::Item(item) => list.push(item),
            Piece::Rest(mut rest) => {
                if let Value::Object(fields) = &mut rest {
                    for (name, value) in fields {
                        if name == "items" && matches!(value, Value::Array(own) if own.is_empty()) {
                            *value = Value::Array(std::mem::take(&mut list));
                        }
                    }
                }
                return Some(rest);
            }
        }
    }
}

#[wasm_bindgen_test]
fn a_file_read_in_pieces_is_the_same_file() {
    let whole = [
        r#"{"version": 1, "items": [{"id": "a"}, 2, [[]]], "rules": {"items": [1, 2]}}"#,
        r#" {"items" : [ ] , "x":1} "#,
        r#"{"items":[1]}"#,
        r#"{"items":{"a":[1]},"x":[]}"#,
        r#"{"items":"none"}"#,
        r#"{"items":[12, 345.5 ,"x\u00e9\"é",true], "n": 67}"#,
        "{}",
    ];
    let broken = [
        "",
        "{",
        "[",
        r#"{"items":[1,]}"#,
        r#"{"items":[,1]}"#,
        r#"{"items":[1 2]}"#,
        r#"{"items":[1],}"#,
        r#"{,"items":[1]}"#,
        r#"{"items":[1]"#,
        r#"{"items":[1}"#,
        r#"{"items":[1]]}"#,
        r#"{"items":[1]} x"#,
        r#"{"items" [1]}"#,
        r#"{"a":1 "items":[1]}"#,
        r#"{items:[1]}"#,
    ];
    for text in whole {
        assert!(json::parse(text).is_some(), "{text}");
        for at_once in 1..=text.len() {
            assert_eq!(together(text, at_once), json::parse(text), "{text} by {at_once}");
        }
        // Cut anywhere it is no JSON any more, but for spaces.
        for (end, _) in text.trim_end().char_indices() {
            let cut = &text[..end];
            assert_eq!(together(cut, 3), json::parse(cut), "{cut}");
        }
    }
    for text in broken {
        assert_eq!(json::parse(text), None, "{text}");
        for at_once in 1..=text.len().max(1) {
            assert_eq!(together(text, at_once), None, "{text} by {at_once}");
        }
    }
    // These are read as a whole.
    for text in ["[1,2]", "7"] {
        assert_eq!(together(text, 2), None, "{text}");
    }
    let deep = |depth| ["{\"items\":[", &"[".repeat(depth), &"]".repeat(depth), "]}"].concat();
    assert!(together(&deep(126), 50).is_some() && json::parse(&deep(126)).is_some());
    assert!(together(&deep(127), 50).is_none() && json::parse(&deep(127)).is_none());
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
