//! Short strings one after the other in one piece of memory.
//!
//! A catalogue of hundreds of items and a library of hundreds of choices are mostly such strings: facets, names in five languages. As strings of
//! their own each of them costs a handle of 12 bytes and, in the allocator that pages have, 8 to 23 bytes around it: more than is in most.
//! Each ends with U+0000. Where one has that itself it gets U+FFFD in its place, as in style sheets (CSS Syntax Level 3 §3.3).

use crate::diagnostics::Diagnostics;
use crate::pool;
use crate::read::{Read, list, text, wrong_kind};
use crate::value::Value;
use std::rc::Rc;

const END: char = '\0';

/// Bytes that most items' and choices' strings fit in, so that they are put together without growing; what is left of them is given back.
const ROOM: usize = 96;

/// Strings, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List(Rc<str>);

/// Names with a string each, in order; a name can be there several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Rc<str>);

/// Values by name, `{"color": ["navy", "white"], "pattern": "check"}`: a pair for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets(Pairs);

impl List {
    /// The strings.
    pub fn iter(&self) -> Strings<'_> {
        Strings(&self.0)
    }
}

impl Pairs {
    /// The pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        let mut strings = Strings(&self.0);
        std::iter::from_fn(move || Some((strings.next()?, strings.next()?)))
    }
}

impl Facets {
    /// Each name and value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.0.iter()
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(pairs: I) -> Self {
        let mut packed = String::new();
        for (name, value) in pairs {
            put(&mut packed, name);
            put(&mut packed, value);
        }
        Pairs(packed.into())
    }
}

/// The strings of a list.
#[derive(Clone, Debug)]
pub struct Strings<'a>(&'a str);

impl<'a> Iterator for Strings<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = split(self.0)?;
        self.0 = rest;
        Some(first)
    }
}

#[inline(never)]
fn split(packed: &str) -> Option<(&str, &str)> {
    let end = packed.bytes().position(|byte| byte == 0)?;
    Some((packed.get(..end)?, packed.get(end + 1..)?))
}

#[inline(never)]
fn put(packed: &mut String, part: &str) {
    if part.bytes().any(|byte| byte == 0) {
        for c in part.chars() {
            packed.push(if c == END { char::REPLACEMENT_CHARACTER } else { c });
        }
    } else {
        packed.push_str(part);
    }
    packed.push(END);
}

/// Puts in a string, after its name if it has one.
fn read_into(packed: &mut String, name: Option<&str>, value: &Value, diagnostics: &mut Diagnostics) {
    if let Some(text) = text(value, diagnostics) {
        name.into_iter().chain([&**text]).for_each(|part| put(packed, part));
    }
}

fn read_list(packed: &mut String, name: Option<&str>, items: &[Value], diagnostics: &mut Diagnostics) {
    for (index, item) in items.iter().enumerate() {
        diagnostics.enter_index(index);
        read_into(packed, name, item, diagnostics);
        diagnostics.leave();
    }
}

/// Reads an object of strings, and of lists where `many`.
fn read_pairs(value: &Value, many: bool, diagnostics: &mut Diagnostics) -> Option<Pairs> {
    let Some(fields) = value.as_object() else {
        wrong_kind("an object", value, diagnostics);
        return None;
    };
    let mut packed = String::with_capacity(ROOM);
    for (name, field) in fields {
        diagnostics.enter(name);
        match field {
            Value::Array(items) if many => read_list(&mut packed, Some(name), items, diagnostics),
            one => read_into(&mut packed, Some(name), one, diagnostics),
        }
        diagnostics.leave();
    }
    Some(Pairs(pool::shared(&packed)))
}

impl Read for List {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let items = list(value, diagnostics)?;
        let mut packed = String::with_capacity(ROOM);
        read_list(&mut packed, None, items, diagnostics);
        Some(List(pool::shared(&packed)))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Vec::<String>::schema()
    }
}

impl Read for Pairs {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        read_pairs(value, false, diagnostics)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::Map::<String>::schema()
    }
}

impl Read for Facets {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        read_pairs(value, true, diagnostics).map(Facets)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        crate::read::Map::<crate::read::OneOrMany>::schema()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: Read>(json: &str) -> (Option<T>, usize) {
        let mut diagnostics = Diagnostics::new();
        let value = serde_json::from_str(json).unwrap();
        (T::read(&value, &mut diagnostics), diagnostics.count())
    }

    #[test]
    fn strings_come_back_as_they_were_written() {
        let (list, wrong) = read::<List>(r#"["Shirts", "", "Dress shirts", "قميص"]"#);
        assert_eq!(
            (list.unwrap().iter().collect::<Vec<_>>(), wrong),
            (vec!["Shirts", "", "Dress shirts", "قميص"], 0)
        );
        assert_eq!(List::default().iter().next(), None);
    }

    #[test]
    fn an_end_inside_a_string_does_not_end_it() {
        let pairs: Pairs = [("a\0b", "\0"), ("", "c")].into_iter().collect();
        assert_eq!(pairs.iter().collect::<Vec<_>>(), [("a\u{fffd}b", "\u{fffd}"), ("", "c")]);
    }

    #[test]
    fn facets_have_a_pair_for_each_value() {
        let (facets, wrong) =
            read::<Facets>(r#"{"color": ["navy", "white"], "none": [], "pattern": "check"}"#);
        let facets = facets.unwrap();
        let all: Vec<_> = facets.iter().collect();
        assert_eq!((all, wrong), (vec![("color", "navy"), ("color", "white"), ("pattern", "check")], 0));
    }

    #[test]
    fn what_is_no_string_is_told_and_left_out() {
        let (facets, wrong) = read::<Facets>(r#"{"size": 42, "color": ["navy", 1], "pattern": "check"}"#);
        assert_eq!((facets.unwrap().iter().count(), wrong), (2, 2));
        assert!(
            matches!(read::<Pairs>(r#"{"de": ["Hemd"]}"#), (Some(pairs), 1) if pairs == Pairs::default())
        );
        assert!(matches!(read::<Facets>("[]"), (None, 1)));
        assert!(matches!(read::<List>(r#""x""#), (None, 1)));
    }
}
