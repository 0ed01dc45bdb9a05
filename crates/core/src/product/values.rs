//! The kinds of values in a product file: ids, colours, addresses, money.

use crate::diagnostics::Diagnostics;
use crate::read::{Read, text};
use crate::value::Value;
use std::fmt;
use std::rc::Rc;

/// The largest amount of money a file may name, in minor units: a trillion leaves room to add and multiply below 2^53.
pub const MAX_AMOUNT: i64 = 1_000_000_000_000;

/// An identifier in a product file: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// In place of one that could not be read.
    pub(super) fn none() -> Id {
        Id("".into())
    }

    /// The identifier itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for Id {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = text(value, diagnostics)?;
        let fits = !text.is_empty()
            && text.len() <= 64
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
            && !text.starts_with(['-', '_']);
        if !fits {
            let shown: String = text.chars().take(64).collect();
            diagnostics.error(say!(
                "\"{shown}\" is not an id: use lower-case letters, digits and hyphens, 64 at most"
            ));
            return None;
        }
        Some(Id(Rc::clone(text)))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::schema::pattern("^[a-z0-9][a-z0-9_-]{0,63}$")
    }
}

/// An opaque sRGB colour, 0xRRGGBB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u32);

impl Color {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Color> {
        let hex = text.strip_prefix('#')?;
        let number = hex.chars().try_fold(0_u32, |number, c| Some(number << 4 | c.to_digit(16)?))?;
        match hex.len() {
            6 => Some(Color(number)),
            3 => {
                let [r, g, b] = [number >> 8, number >> 4 & 15, number & 15];
                Some(Color(r * 0x11_0000 + g * 0x1100 + b * 0x11))
            }
            _ => None,
        }
    }

    /// `#rrggbb`
    pub fn hex(self) -> String {
        let [_, r, g, b] = self.0.to_be_bytes();
        ["#", &crate::canonical::hex(&[r, g, b])].concat()
    }
}

/// `#rrggbb`
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl Read for Color {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let color = Color::parse(text(value, diagnostics)?);
        if color.is_none() {
            diagnostics.error("expected a colour such as \"#1f3a5f\"");
        }
        color
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::schema::pattern("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")
    }
}

/// The address of a file beside the product file: relative, or absolute with http or https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub Rc<str>);

/// Whether `text` can be the address of a file: relative, or absolute with http or https.
pub(super) fn is_address(text: &str) -> bool {
    let scheme = super::resolve::scheme(text);
    !text.is_empty()
        // Browsers drop space and control characters before a scheme: "\u{1} javascript:" must not hide behind them.
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && text.len() <= 2000
        && !text.chars().any(char::is_control)
        && scheme.is_none_or(|s| s.eq_ignore_ascii_case("https") || s.eq_ignore_ascii_case("http"))
}

impl Read for Address {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = text(value, diagnostics)?;
        if !is_address(text) {
            diagnostics.error("expected the address of a file, relative to this one or with https");
            return None;
        }
        Some(Address(Rc::clone(text)))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::schema::of_type("string")
    }
}

/// Money: whole minor units (cents), from 0 (or below, where a discount makes sense) to [`MAX_AMOUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Amount(pub i64);

impl Read for Amount {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let amount = value.as_i64().filter(|a| a.abs() <= MAX_AMOUNT);
        if amount.is_none() {
            diagnostics.error(say!(
                "expected a price in whole minor units, such as 8900 for 89.00, found {}",
                match value {
                    Value::Number(_) => "a number with a fraction or out of range",
                    other => other.kind(),
                }
            ));
        }
        amount.map(Amount)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([
            ("type", Value::from("integer")),
            ("minimum", Value::from(-MAX_AMOUNT)),
            ("maximum", Value::from(MAX_AMOUNT)),
        ])
    }
}

/// An ISO 4217 currency code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency(pub Rc<str>);

impl Currency {
    /// How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, list one).
    pub fn digits(&self) -> u32 {
        match &*self.0 {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }
}

impl Read for Currency {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = text(value, diagnostics)?;
        if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Some(Currency(Rc::clone(text)));
        }
        diagnostics.error("expected an ISO 4217 currency code such as \"EUR\"");
        None
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::schema::pattern("^[A-Z]{3}$")
    }
}
