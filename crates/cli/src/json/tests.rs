#![allow(clippy::unwrap_used, clippy::panic)]

//! Strictness is compared with serde_json's, which is RFC 8259.

use super::*;
use proptest::prelude::*;

fn error(text: &str) -> (usize, usize, String) {
    match parse(text) {
        Err(error) => (error.place.line, error.place.column, error.message),
        Ok(document) => panic!("{text:?} was taken as {}", document.value),
    }
}

#[test]
fn what_is_not_json_is_told_where_it_stands() {
    let table = [
        ("", 1, 1, "empty"),
        ("{\n  // remark\n  \"a\": 1\n}", 2, 3, "comments are not allowed"),
        ("{\"a\": 1, // it's \"so\n}", 1, 10, "comments are not allowed"),
        ("{\n  \"a\": [1, 2,]\n}", 2, 13, "trailing commas"),
        ("{\"é\": 'x'}", 1, 7, "single-quoted"),
        ("{\"a\": 1\n \"b\": 2}", 1, 8, "expected comma"),
        ("{a: 1}", 1, 2, "expected string"),
        ("[1, 2", 1, 1, "unterminated array"),
        ("{\"a\": 1} x", 1, 10, "more than one"),
        ("[\"a\nb\"]", 1, 4, "control character"),
        ("[1,\u{a0}2]", 1, 4, "unexpected character"),
        ("[0x10]", 1, 2, "hexadecimal"),
        ("[1e999]", 1, 2, "too large"),
        ("\r\n\r\n[NaN]", 3, 2, ""),
        ("\r\r[,]", 3, 2, "comma"),
        ("[\"\\ud800\"]", 1, 3, "unicode escape"),
    ];
    for (text, line, column, part) in table {
        let found = error(text);
        assert_eq!((found.0, found.1), (line, column), "{text:?}: {}", found.2);
        assert!(found.2.contains(part), "{text:?}: {}", found.2);
    }
}

#[test]
fn nesting_is_limited_and_does_not_overflow_the_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deepest = format!("{}1{}", open.repeat(MAX_DEPTH), close.repeat(MAX_DEPTH));
        assert!(parse(&deepest).is_ok());
        for text in
            [format!("{}1{}", open.repeat(1_000_000), close.repeat(1_000_000)), open.repeat(1_000_000)]
        {
            let (line, column, message) = error(&text);
            assert_eq!((line, column), (1, open.len() * MAX_DEPTH + 1));
            assert!(message.contains("deeper than 128"), "{message}");
        }
    }
}

#[test]
fn pointers_lead_to_values_and_names() {
    let text = "{\n  \"a/b\": [10, {\"ü~\": true}],\n  \"c\": 1, \"c\": 2\n}";
    let document = parse(text).unwrap();
    let at = |pointer, at_name| {
        let place = document.locate(pointer, at_name);
        (place.line, place.column)
    };
    assert_eq!(at("", false), (1, 1));
    assert_eq!(at("/a~1b", false), (2, 10));
    assert_eq!(at("/a~1b", true), (2, 3));
    assert_eq!(at("/a~1b/1/ü~0", false), (2, 22));
    assert_eq!(at("/a~1b/1/ü~0", true), (2, 16));
    assert_eq!(at("/a~1b/7/x", true), (2, 10), "the longest part that leads somewhere");
    assert_eq!(at("/c", false), (3, 16), "of equal names the last one counts");
    assert_eq!(document.duplicates, [("/c".to_owned(), Place { line: 3, column: 11 })]);
    assert_eq!(document.value.get("c"), Some(&Value::from(2_i64)));
}

#[test]
fn pretty_printing_keeps_the_order_and_the_value() {
    let text = "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\\n\": \"é\",\n  \"c\": []\n}";
    assert_eq!(pretty(&parse(text).unwrap().value), text);
}

fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| format!("{n:?}")),
        any::<i64>().prop_map(|n| n.to_string()),
        any::<String>().prop_map(|s| serde_json::to_string(&s).unwrap()),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((any::<String>(), inner), 0..5).prop_map(|fields| {
                let fields =
                    fields.iter().map(|(k, v)| format!("{}: {v}", serde_json::to_string(k).unwrap()));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(",\n"))
            }),
        ]
    })
}

/// Scraps that JSON's relatives allow.
const SCRAPS: [&str; 24] = [
    ",", ":", "[", "]", "{", "}", "\"", "'", "//", "/* */", "\\", "\n", "\u{b}", "\u{a0}", "0", ".", "-",
    "+", "e", "0x1", "NaN", "\\u", "\u{feff}", "a",
];

proptest! {
    #[test]
    fn json_is_read_as_serde_json_reads_it(text in any_json()) {
        let expected: Value = serde_json::from_str(&text).unwrap();
        let document = parse(&text).unwrap();
        prop_assert_eq!(&document.value, &expected);
        let printed = pretty(&document.value);
        let again = serde_json::from_str::<Value>(&printed).unwrap();
        prop_assert_eq!(again.to_string(), document.value.to_string());
    }

    #[test]
    fn broken_json_is_refused_as_serde_json_refuses_it(
        text in any_json(), at in any::<prop::sample::Index>(), cut in 0..3_usize, scrap in prop::sample::select(&SCRAPS[..]),
    ) {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        let end = (at + cut).min(chars.len());
        chars.splice(at..end, scrap.chars());
        let text: String = chars.into_iter().collect();
        let expected = serde_json::from_str::<Value>(&text);
        let found = parse(&text);
        prop_assert_eq!(found.is_ok(), expected.is_ok(), "{:?}: {:?}", text, expected);
        if let Ok(document) = found {
            prop_assert_eq!(document.value, expected.unwrap());
        }
    }

    #[test]
    fn no_text_and_no_pointer_makes_it_panic(text in any::<String>(), json in any_json(), pointer in any::<String>()) {
        let _ = parse(&text);
        let _ = parse(&json).unwrap().locate(&pointer, true);
    }
}
