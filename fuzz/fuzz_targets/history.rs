//! What a browser has stored of a shopper: another script's, cut off, or of a later version.
#![no_main]

use haberdash_core::Value;
use haberdash_core::history::{History, Notice};
use libfuzzer_sys::fuzz_target;

const NOW: i64 = 1_800_000_000_000;

/// Words of the format, and some that are not.
const WORDS: [&str; 24] = [
    "v", "events", "at", "kind", "item", "query", "facets", "hidden", "forgotten", "paused", "cleared_at", "design", "subject", "file", "link", "view",
    "purchase", "search", "configure", "click", "SH-001", "navy", "", "\u{202e}\u{0}İ",
];

/// A value made of `bytes`, as deep as `depth`.
fn made(bytes: &mut impl Iterator<Item = u8>, depth: u32) -> Value {
    let mut next = || bytes.next().unwrap_or_default();
    let (kind, much) = (next(), next());
    let word = |byte: u8| WORDS[usize::from(byte) % WORDS.len()];
    match kind % 8 {
        0 => Value::Null,
        1 => Value::Bool(much % 2 == 0),
        2 => Value::Number(f64::from(much)),
        3 => Value::Number([NOW as f64, 1e300, -1.0, 0.5, 1.0, NOW as f64 - 6e8][usize::from(much) % 6]),
        4 => Value::from(word(much).repeat(1 + usize::from(kind) / 64 * 40)),
        5 if depth > 0 => Value::Array((0..much % 6).map(|_| made(bytes, depth - 1)).collect()),
        _ if depth > 0 => {
            let fields = (0..much % 12).map(|_| (word(bytes.next().unwrap_or_default()).to_owned(), made(bytes, depth - 1)));
            Value::object(fields)
        }
        _ => Value::from(word(much)),
    }
}

/// A history as it may be stored: mostly with a head and lists that are right.
fn stored(bytes: &mut impl Iterator<Item = u8>) -> Value {
    let mut fields = Vec::new();
    for (name, lists) in [("events", true), ("hidden", true), ("forgotten", true), ("paused", false), ("cleared_at", false), ("design", false)] {
        let much = bytes.next().unwrap_or_default();
        let value = if lists { Value::Array((0..much % 16).map(|_| made(bytes, 4)).collect()) } else { made(bytes, 4) };
        fields.push((name.to_owned(), value));
    }
    let v = if bytes.next().unwrap_or_default() % 8 == 7 { made(bytes, 1) } else { Value::Number(1.0) };
    fields.push(("v".to_owned(), v));
    Value::object(fields)
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let [one, other] = [(); 2].map(|()| History::from_value(&stored(&mut bytes), NOW));
    for (history, notices) in [&one, &other] {
        assert_eq!(History::from_value(&history.to_value(), NOW), (history.clone(), Vec::<Notice>::new()));
        assert!(notices.len() < 2);
    }
    let both = one.0.merge(&other.0);
    assert_eq!(both, other.0.merge(&one.0));
    assert_eq!(both.merge(&one.0), both);
});
