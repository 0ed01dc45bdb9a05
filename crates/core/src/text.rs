//! Text that a merchant writes: one string, or one per language.

use crate::diagnostics::Diagnostics;
use crate::packed::Pairs;
use crate::read::Read;
use crate::value::Value;
use std::rc::Rc;

/// A string, or a map from BCP 47 tags to strings.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// The same in every language.
    Plain(Rc<str>),
    /// One string per language tag, in written order.
    Languages(Pairs),
}

impl Default for Text {
    fn default() -> Self {
        Text::Plain("".into())
    }
}

impl Text {
    /// The text for the language `tag`: that tag, then its language, then `fallback` (the merchant's default), then the first.
    /// Tags are compared without regard to case (RFC 5646 §2.1.1).
    pub fn get(&self, tag: &str, fallback: &str) -> &str {
        match self {
            Text::Plain(text) => text,
            Text::Languages(pairs) => {
                let find = |wanted: &str| {
                    pairs.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted)).map(|(_, text)| text)
                };
                find(tag)
                    .or_else(|| find(language_of(tag)))
                    .or_else(|| find(fallback))
                    .or_else(|| find(language_of(fallback)))
                    .or_else(|| pairs.iter().next().map(|(_, text)| text))
                    .unwrap_or("")
            }
        }
    }

    /// All wordings, for searching.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (one, many) = match self {
            Text::Plain(text) => (Some(&**text), None),
            Text::Languages(pairs) => (None, Some(pairs.iter().map(|(_, text)| text))),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }
}

/// The primary language of a BCP 47 tag: `de` of `de-CH`.
pub fn language_of(tag: &str) -> &str {
    tag.split(&['-', '_'][..]).next().unwrap_or(tag)
}

impl Read for Text {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        match value {
            Value::String(text) => Some(Text::Plain(Rc::clone(text))),
            Value::Object(fields) if fields.is_empty() => {
                diagnostics.error("expected at least one language, such as {\"en\": \"…\"}");
                None
            }
            Value::Object(_) => Pairs::read(value, diagnostics).map(Text::Languages),
            other => {
                crate::read::wrong_kind(
                    "text, or texts by language such as {\"en\": \"…\"}",
                    other,
                    diagnostics,
                );
                None
            }
        }
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([("oneOf", Value::from(vec![String::schema(), Pairs::schema()]))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requested_then_language_then_default_then_first() {
        let text =
            Text::Languages([("fr", "chemise"), ("de", "Hemd"), ("pt-BR", "camisa")].into_iter().collect());
        assert_eq!(text.get("pt-br", "fr"), "camisa");
        assert_eq!(text.get("de-AT", "fr"), "Hemd");
        assert_eq!(text.get("ja", "de"), "Hemd");
        assert_eq!(text.get("ja", "ko"), "chemise");
        assert_eq!(Text::Plain("x".into()).get("en", "de"), "x");
    }
}
