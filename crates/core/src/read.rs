//! Reading checked types out of a [`Value`]: all problems at once, unknown names with the nearest right one.
//!
//! [`record!`] and [`words!`] declare a type, how it is read, and its JSON Schema in one place, so that the three cannot differ.
//! Why this and not serde's derive: `docs/decisions/reading-files.md`.

use crate::diagnostics::{Diagnostics, unknown_among};
use crate::name::Name;
use crate::value::Value;
use std::marker::PhantomData;
use std::rc::Rc;

/// A type that can be read from a JSON value.
pub trait Read: Sized {
    /// Reads `value`, adding what is wrong to `diagnostics`; `None` when nothing usable is there.
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self>;

    /// The JSON Schema (draft 2020-12) of what `read` takes.
    #[cfg(feature = "schema")]
    fn schema() -> Value;
}

/// Reports that `value` is not what was `expected`.
pub fn wrong_kind(expected: &str, value: &Value, diagnostics: &mut Diagnostics) {
    diagnostics.error(say!("expected {expected}, found {}", value.kind()));
}

/// The fields of an object; reports other kinds of values and unknown names.
#[inline(never)]
pub fn object<'v>(
    value: &'v Value,
    names: &'static [&'static str],
    diagnostics: &mut Diagnostics,
) -> Option<&'v Value> {
    let Some(fields) = value.as_object() else {
        wrong_kind("an object", value, diagnostics);
        return None;
    };
    for (name, _) in fields {
        // `$schema` and `$comment` are for editors and people.
        if !names.contains(&name.as_str()) && !name.starts_with('$') {
            diagnostics.warning_on_name(name, unknown_among("field", name, names));
        }
    }
    Some(value)
}

// What is the same for all types stays out of the functions below: they are compiled for each type.

/// Goes one step deeper, into field `name`, if it is there.
#[inline(never)]
fn enter<'v>(object: &'v Value, name: &str, diagnostics: &mut Diagnostics) -> Option<&'v Value> {
    let value = object.get(name)?;
    diagnostics.enter(name);
    Some(value)
}

#[inline(never)]
fn enter_required<'v>(object: &'v Value, name: &str, diagnostics: &mut Diagnostics) -> Option<&'v Value> {
    let value = enter(object, name, diagnostics);
    if value.is_none() {
        diagnostics.error(say!("\"{name}\" is missing"));
    }
    value
}

/// Field `name`, which must be there.
pub fn required<T: Read>(object: &Value, name: &str, diagnostics: &mut Diagnostics) -> Option<T> {
    let read = T::read(enter_required(object, name, diagnostics)?, diagnostics);
    diagnostics.leave();
    read
}

/// Field `name`, which may be left out.
pub fn optional<T: Read>(object: &Value, name: &str, diagnostics: &mut Diagnostics) -> Option<T> {
    let read = T::read(enter(object, name, diagnostics)?, diagnostics);
    diagnostics.leave();
    read
}

/// The text of a string; reports other kinds of values.
#[inline(never)]
pub fn text<'v>(value: &'v Value, diagnostics: &mut Diagnostics) -> Option<&'v Rc<str>> {
    if let Value::String(text) = value {
        return Some(text);
    }
    wrong_kind("a string", value, diagnostics);
    None
}

/// The items of a list; reports other kinds of values.
#[inline(never)]
pub fn list<'v>(value: &'v Value, diagnostics: &mut Diagnostics) -> Option<&'v [Value]> {
    let items = value.as_array();
    if items.is_none() {
        wrong_kind("a list", value, diagnostics);
    }
    items
}

/// Which of `words` the string is; reports everything else. `what` says in a message what the words are.
#[inline(never)]
pub fn word(what: &str, words: &[&str], value: &Value, diagnostics: &mut Diagnostics) -> Option<usize> {
    let word = &**text(value, diagnostics)?;
    let found = words.iter().position(|w| *w == word);
    if found.is_none() {
        diagnostics.error(unknown_among(what, word, words));
    }
    found
}

impl Read for String {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        text(value, diagnostics).map(|text| String::from(&**text))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        schema::of_type("string")
    }
}

impl Read for bool {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        value.as_bool().or_else(|| {
            wrong_kind("true or false", value, diagnostics);
            None
        })
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        schema::of_type("boolean")
    }
}

impl Read for i64 {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        value.as_i64().or_else(|| {
            wrong_kind("a whole number", value, diagnostics);
            None
        })
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        schema::of_type("integer")
    }
}

impl Read for f64 {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        value.as_f64().or_else(|| {
            wrong_kind("a number", value, diagnostics);
            None
        })
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        schema::of_type("number")
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let list = list(value, diagnostics)?;
        let mut items = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            diagnostics.enter_index(index);
            if let Some(item) = T::read(item, diagnostics) {
                items.push(item);
            }
            diagnostics.leave();
        }
        Some(items)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([("type", Value::from("array")), ("items", T::schema())])
    }
}

/// An object whose names are free, in written order.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<T>(pub Vec<(Name, T)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Map(Vec::new())
    }
}

impl<T> Map<T> {
    /// The entry called `name`.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

impl<T: Read> Read for Map<T> {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(fields) = value.as_object() else {
            wrong_kind("an object", value, diagnostics);
            return None;
        };
        let mut map = Vec::with_capacity(fields.len());
        for (name, field) in fields {
            diagnostics.enter(name);
            if let Some(item) = T::read(field, diagnostics) {
                map.push((name.clone(), item));
            }
            diagnostics.leave();
        }
        Some(Map(map))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([("type", Value::from("object")), ("additionalProperties", T::schema())])
    }
}

/// One item or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OneOrMany(pub Vec<String>);

impl Read for OneOrMany {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        match value {
            Value::String(text) => Some(OneOrMany(vec![String::from(&**text)])),
            other => Vec::read(other, diagnostics).map(OneOrMany),
        }
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([("oneOf", Value::from(vec![String::schema(), Vec::<String>::schema()]))])
    }
}

/// Any value, kept as it is.
impl Read for Value {
    fn read(value: &Value, _: &mut Diagnostics) -> Option<Self> {
        Some(value.clone())
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::Bool(true)
    }
}

/// A `T` that is still to be read, by whoever has use for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw<T>(pub Value, PhantomData<T>);

impl<T: Read> Raw<T> {
    /// Reads it, as field `name`.
    pub fn read_as(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<T> {
        diagnostics.within(name, |d| T::read(&self.0, d))
    }
}

impl<T: Read> Read for Raw<T> {
    fn read(value: &Value, _: &mut Diagnostics) -> Option<Self> {
        Some(Raw(value.clone(), PhantomData))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        T::schema()
    }
}

/// Declares a struct that is read from an object: `req` fields must be there, `opt` fields are `Option`, `def` fields have a default.
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $( $(#[doc = $field_doc:literal])* $mode:ident $field:ident $(as $json:literal)? : $type:ty $(= $default:expr)? , )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $field_doc])* pub $field: $crate::record!(@type $mode $type), )*
        }

        impl $crate::read::Read for $name {
            fn read(value: &$crate::value::Value, diagnostics: &mut $crate::diagnostics::Diagnostics) -> Option<Self> {
                const NAMES: &[&str] = &[ $( $crate::record!(@name $field $($json)?) ),* ];
                let object = $crate::read::object(value, NAMES, diagnostics)?;
                // Every field is read before a missing one ends it, so that all problems are told. All are looked at before any is
                // taken: otherwise each would have code of its own that drops those before it.
                $( let $field = $crate::record!(@read $mode object, $crate::record!(@name $field $($json)?), diagnostics, $type $(, $default)?); )*
                if !(true $( && $crate::record!(@there $mode $field) )*) {
                    return None;
                }
                Some($name { $( $field: $crate::record!(@take $mode $field), )* })
            }

            #[cfg(feature = "schema")]
            fn schema() -> $crate::value::Value {
                $crate::read::schema::record(
                    concat!($($doc),*),
                    vec![ $( (
                        $crate::record!(@name $field $($json)?),
                        concat!($($field_doc),*),
                        $crate::record!(@is_required $mode),
                        <$type as $crate::read::Read>::schema(),
                    ) ),* ],
                )
            }
        }
    };
    (@type req $type:ty) => { $type };
    (@type opt $type:ty) => { Option<$type> };
    (@type def $type:ty) => { $type };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $json:literal) => { $json };
    (@read req $object:ident, $name:expr, $d:ident, $type:ty) => { $crate::read::required::<$type>($object, $name, $d) };
    (@read opt $object:ident, $name:expr, $d:ident, $type:ty) => { $crate::read::optional::<$type>($object, $name, $d) };
    (@read def $object:ident, $name:expr, $d:ident, $type:ty, $default:expr) => {
        $crate::read::optional::<$type>($object, $name, $d).unwrap_or_else(|| $default)
    };
    (@there req $field:ident) => { $field.is_some() };
    (@there opt $field:ident) => { true };
    (@there def $field:ident) => { true };
    (@take req $field:ident) => { $field? };
    (@take opt $field:ident) => { $field };
    (@take def $field:ident) => { $field };
    (@is_required req) => { true };
    (@is_required opt) => { false };
    (@is_required def) => { false };
}

/// Declares an enum that is read from a fixed set of words.
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident, $what:literal {
            $( $(#[doc = $variant_doc:literal])* $variant:ident = $word:literal, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[doc = $variant_doc])* $variant, )* }

        impl $name {
            /// All words, in order.
            pub const WORDS: &'static [&'static str] = &[ $($word),* ];

            /// The word for this.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// What `word` stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.get(Self::WORDS.iter().position(|w| *w == word)?).copied()
            }

            const ALL: &[$name] = &[ $($name::$variant),* ];
        }

        impl $crate::read::Read for $name {
            fn read(value: &$crate::value::Value, diagnostics: &mut $crate::diagnostics::Diagnostics) -> Option<Self> {
                Self::ALL.get($crate::read::word($what, Self::WORDS, value, diagnostics)?).copied()
            }
            #[cfg(feature = "schema")]
            fn schema() -> $crate::value::Value {
                $crate::value::Value::object([("enum", $crate::value::Value::from(Self::WORDS.to_vec()))])
            }
        }
    };
}

/// Building blocks of JSON Schemas.
#[cfg(feature = "schema")]
pub mod schema {
    use crate::name::Name;
    use crate::value::Value;

    /// `{"type": name}`
    pub fn of_type(name: &str) -> Value {
        Value::object([("type", Value::from(name))])
    }

    /// A string that matches `pattern`.
    pub fn pattern(pattern: &str) -> Value {
        Value::object([("type", Value::from("string")), ("pattern", Value::from(pattern))])
    }

    /// An object with known fields: (name, description, required, schema).
    pub fn record(description: &str, fields: Vec<(&str, &str, bool, Value)>) -> Value {
        let required: Vec<&str> = fields.iter().filter(|f| f.2).map(|f| f.0).collect();
        let mut properties: Vec<(Name, Value)> = Vec::new();
        for (name, text, _, mut schema) in fields {
            if let Value::Object(entries) = &mut schema {
                entries.retain(|(key, _)| key != "description");
                entries.push(("description".into(), Value::from(text.trim())));
            }
            properties.push((name.into(), schema));
        }
        Value::object([
            ("type", Value::from("object")),
            ("description", Value::from(description.trim())),
            ("properties", Value::Object(properties)),
            ("required", Value::from(required)),
            ("additionalProperties", Value::Bool(false)),
        ])
    }

    /// A whole schema document: `root` plus what every schema document carries. `$schema` and `$comment` are allowed at the top.
    pub fn document(title: &str, mut root: Value) -> Value {
        if let Value::Object(entries) = &mut root {
            if let Some((_, Value::Object(properties))) = entries.iter_mut().find(|(k, _)| k == "properties")
            {
                properties.push(("$schema".into(), of_type("string")));
                properties.push(("$comment".into(), of_type("string")));
            }
            entries.insert(0, ("title".into(), Value::from(title)));
            entries
                .insert(0, ("$schema".into(), Value::from("https://json-schema.org/draft/2020-12/schema")));
        }
        root
    }
}
