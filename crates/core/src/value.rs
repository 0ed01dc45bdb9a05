//! A JSON value: what every file, link, claim and stored record is before it is checked.

use crate::name::Name;
use std::fmt;
use std::rc::Rc;

/// A JSON value. Objects keep the order they were written in; numbers are IEEE doubles, as in JSON for JavaScript.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// A string. Copies share it, and so does what is read from it.
    String(Rc<str>),
    /// An array.
    Array(Vec<Value>),
    /// An object, in written order. Of equal names the last one counts, as in `JSON.parse`.
    Object(Vec<(Name, Value)>),
    /// The same, of which copies share the fields: a choice of a library, in each of the options that offer it.
    Shared(Rc<Vec<(Name, Value)>>),
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(own), Value::Bool(other)) => own == other,
            (Value::Number(own), Value::Number(other)) => own == other,
            (Value::String(own), Value::String(other)) => own == other,
            (Value::Array(own), Value::Array(other)) => own == other,
            _ => self.as_object().is_some_and(|own| other.as_object() == Some(own)),
        }
    }
}

impl Value {
    /// The field `name` of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The fields, when this is an object.
    pub fn as_object(&self) -> Option<&[(Name, Value)]> {
        match self {
            Value::Object(fields) => Some(fields),
            Value::Shared(fields) => Some(fields),
            _ => None,
        }
    }

    /// The items, when this is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The text, when this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number, when this is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, when it is whole and exactly representable (|n| < 2^53).
    pub fn as_i64(&self) -> Option<i64> {
        self.as_f64().filter(|n| n.trunc() == *n && n.abs() < 9_007_199_254_740_992.0).map(|n| n as i64)
    }

    /// The truth value, when this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// What kind of value this is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) | Value::Shared(_) => "an object",
        }
    }

    /// Has copies of it share its fields, when it is an object.
    pub fn share(&mut self) {
        if let Value::Object(fields) = self {
            *self = Value::Shared(Rc::new(std::mem::take(fields)));
        }
    }

    /// Has fields of its own, which may be changed, when it is an object.
    pub fn own(&mut self) {
        if let Value::Shared(fields) = self {
            *self = Value::Object(Rc::unwrap_or_clone(std::mem::take(fields)));
        }
    }

    /// An object with these names and values. Like [`Value::object`], with less code wherever it is called.
    pub fn record<const N: usize>(mut fields: [(&str, Value); N]) -> Value {
        #[inline(never)]
        fn record(fields: &mut [(&str, Value)]) -> Value {
            Value::Object(
                fields.iter_mut().map(|(name, value)| ((*name).into(), std::mem::take(value))).collect(),
            )
        }
        record(&mut fields)
    }

    /// An object from names and values.
    pub fn object<K: Into<Name>, I: IntoIterator<Item = (K, Value)>>(fields: I) -> Value {
        Value::Object(fields.into_iter().map(|(k, v)| (k.into(), v)).collect())
    }

    /// The canonical form, see [`crate::canonical`]. As `to_string`, without formatting.
    pub fn json(&self) -> String {
        crate::canonical::to_string(self)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::String(text.into())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::String(text.into())
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number as f64)
    }
}
impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}
impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}
impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Value::Array(items.into_iter().map(Into::into).collect())
    }
}

/// Shows the canonical form, see [`crate::canonical`].
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.json())
    }
}

#[cfg(feature = "serde")]
mod de {
    use super::Value;
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use std::fmt;

    impl<'de> Deserialize<'de> for Value {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(ValueVisitor)
        }
    }

    struct ValueVisitor;

    impl<'de> Visitor<'de> for ValueVisitor {
        type Value = Value;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a JSON value")
        }
        fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
            Ok(Value::Bool(flag))
        }
        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }
        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }
        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(if number.is_finite() { Value::Number(number) } else { Value::Null })
        }
        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(Value::String(text.into()))
        }
        fn visit_string<E>(self, text: String) -> Result<Value, E> {
            Ok(Value::String(text.into()))
        }
        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }
        fn visit_none<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }
        fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
            Deserialize::deserialize(inner)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
            let mut items = Vec::new();
            while let Some(item) = seq.next_element()? {
                items.push(item);
            }
            Ok(Value::Array(items))
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
            let mut fields = Vec::new();
            while let Some((name, value)) = map.next_entry::<String, Value>()? {
                fields.push((name.into(), value));
            }
            Ok(Value::Object(fields))
        }
    }
}
