//! Canonical JSON (RFC 8785, JSON Canonicalization Scheme): the one spelling of a value that can be hashed and compared.
//!
//! Names are sorted by UTF-16 code units, numbers are written as ECMAScript writes them, and nothing is put between tokens.
//! A lone surrogate cannot occur, since Rust strings are UTF-8.

use crate::name::Name;
use crate::number::{push_whole, shortest};
use crate::order;
use crate::value::Value;
use sha2::{Digest, Sha256};
use std::cmp::Ordering;

/// The canonical spelling of `value`.
pub fn to_string(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out, &mut |_| ());
    out
}

/// The canonical spelling of `value` in pieces of some kilobytes: that of a large file need not be in memory as a whole.
pub fn in_pieces(value: &Value, take: &mut dyn FnMut(&str)) {
    let mut out = String::new();
    write_value(value, &mut out, &mut |out| {
        if out.len() > PIECE {
            take(out);
            out.clear();
        }
    });
    take(&out);
}

/// A piece is a little longer, in bytes.
const PIECE: usize = 16_384;

/// SHA-256 of the canonical spelling, as 64 lower-case hex digits.
pub fn hash(value: &Value) -> String {
    hash_bytes(to_string(value).as_bytes())
}

/// SHA-256 of `bytes`, as 64 lower-case hex digits.
#[inline(never)]
pub fn hash_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// `bytes` as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in bytes {
        hex.push(nibble(byte >> 4));
        hex.push(nibble(*byte));
    }
    hex
}

/// Calls `between` wherever `out` may be taken away.
fn write_value(value: &Value, out: &mut String, between: &mut dyn FnMut(&mut String)) {
    between(out);
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(*number, out),
        Value::String(text) => write_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_value(item, out, between);
            }
            out.push(']');
        }
        Value::Object(_) | Value::Shared(_) => {
            let fields = value.as_object().unwrap_or_default();
            // Of equal names the last one counts, as in JSON.parse: sort stably, then keep the last of each run.
            let mut sorted: Vec<u32> = (0..fields.len() as u32).collect();
            let name = |at: usize| fields.get(at).map_or("", |(name, _)| name.as_str());
            order::sort_positions(&mut sorted, &|a, b| by_units(name(a), name(b)));
            let sorted: Vec<&(Name, Value)> =
                sorted.into_iter().filter_map(|at| fields.get(at as usize)).collect();
            out.push('{');
            let mut first = true;
            for (i, (name, field)) in sorted.iter().enumerate() {
                if sorted.get(i + 1).is_some_and(|next| next.0 == *name) {
                    continue;
                }
                if !std::mem::take(&mut first) {
                    out.push(',');
                }
                write_string(name, out);
                out.push(':');
                write_value(field, out, between);
            }
            out.push('}');
        }
    }
}

/// The order of UTF-16 code units. It is that of bytes where neither has a character from U+E000 on.
fn by_units(a: &str, b: &str) -> Ordering {
    if a.bytes().chain(b.bytes()).all(|byte| byte < 0xee) {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    // What needs no escape is copied in pieces.
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
        out.push('\\');
        let last = match byte {
            8 => 'b',
            9 => 't',
            10 => 'n',
            12 => 'f',
            13 => 'r',
            0..0x20 => {
                out.push_str("u00");
                out.push(nibble(byte >> 4));
                nibble(byte & 15)
            }
            other => char::from(other),
        };
        out.push(last);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out.push('"');
}

fn nibble(value: u8) -> char {
    char::from(b"0123456789abcdef"[usize::from(value & 15)])
}

/// ECMAScript's `Number::toString` (ECMA-262 §6.1.6.1.20), on the shortest digits that read back as the number.
fn write_number(number: f64, out: &mut String) {
    // Integers are nearly all there is: no float formatting for them.
    if number.trunc() == number && number.abs() < 9_007_199_254_740_992.0 {
        push_whole(number as i64, out);
        return;
    }
    if !number.is_finite() {
        out.push_str("null");
        return;
    }
    let (digits, power) = shortest(number.abs());
    let (k, n) = (digits.len() as i32, power + 1);
    if number < 0.0 {
        out.push('-');
    }
    let zeros = |count: i32, out: &mut String| (0..count).for_each(|_| out.push('0'));
    if k <= n && n <= 21 {
        out.push_str(&digits);
        zeros(n - k, out);
    } else if 0 < n && n <= 21 {
        out.push_str(&digits[..n as usize]);
        out.push('.');
        out.push_str(&digits[n as usize..]);
    } else if -6 < n && n <= 0 {
        out.push_str("0.");
        zeros(-n, out);
        out.push_str(&digits);
    } else {
        out.push_str(&digits[..1]);
        if k > 1 {
            out.push('.');
            out.push_str(&digits[1..]);
        }
        out.push('e');
        out.push(if n > 0 { '+' } else { '-' });
        push_whole(i64::from((n - 1).abs()), out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_ecmascript_writes_them() {
        // From RFC 8785, appendix B, and ECMA-262.
        let table = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (1e21, "1e+21"),
            (999_999_999_999_999_900_000.0, "999999999999999900000"),
            (9_007_199_254_740_992.0, "9007199254740992"),
            (1e-6, "0.000001"),
            (1e-7, "1e-7"),
            (5e-324, "5e-324"),
            (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"),
            (333_333_333.333_333_3, "333333333.3333333"),
            (1.2e-9, "1.2e-9"),
        ];
        for (number, text) in table {
            assert_eq!(to_string(&Value::Number(number)), text);
        }
    }

    #[test]
    fn names_are_sorted_by_utf16_units_and_strings_escaped() {
        // RFC 8785 §3.2.3: U+1F600 (surrogates D83D…) sorts before U+FB33.
        let value = Value::object([
            ("\u{fb33}", Value::from(1_i64)),
            ("\u{1f600}", Value::from(2_i64)),
            ("a\"\n\u{1}", Value::Null),
        ]);
        assert_eq!(to_string(&value), "{\"a\\\"\\n\\u0001\":null,\"\u{1f600}\":2,\"\u{fb33}\":1}");
    }

    #[test]
    fn of_equal_names_the_last_one_counts() {
        let value = Value::object([("a", Value::from(1_i64)), ("a", Value::from(2_i64))]);
        assert_eq!(to_string(&value), "{\"a\":2}");
        assert_eq!(value.get("a"), Some(&Value::from(2_i64)));
    }

    #[test]
    fn pieces_are_the_same_spelling() {
        let long = "x".repeat(PIECE / 3);
        let list: Vec<Value> =
            (0..10).map(|at| Value::object([("b", Value::from(&*long)), ("a", Value::from(at))])).collect();
        for value in [Value::Null, Value::from(list)] {
            let mut pieces: Vec<String> = Vec::new();
            in_pieces(&value, &mut |piece| pieces.push(piece.to_owned()));
            assert_eq!(pieces.concat(), to_string(&value));
            assert!(pieces.iter().all(|piece| piece.len() < 2 * PIECE), "none is much longer");
        }
    }

    #[test]
    fn the_hash_is_sha256_of_the_canonical_form() {
        // sha256 of the two bytes `{}`.
        assert_eq!(
            hash(&Value::Object(Vec::new())),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
