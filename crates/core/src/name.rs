//! The name of a field of a JSON object.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// The name of a field. Files have few different ones and say them often, so copies share their text, and what reads files has each in memory once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Rc<str>);

impl Name {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Name {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Name(text.into())
    }
}
impl From<String> for Name {
    fn from(text: String) -> Self {
        Name(text.into())
    }
}
impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

/// Gives out names such that each is in memory once, however often it is asked for.
#[derive(Default)]
pub struct Interner {
    known: Vec<Name>,
    /// Where the latest stands: records have the same fields in the same order, so the next is most likely the one after it.
    at: usize,
}

/// So many different names are looked through, so that a file with thousands of them is read in linear time. Files of ours have some hundred.
const MOST: usize = 256;

impl Interner {
    /// `text` as a name.
    pub fn intern(&mut self, text: &str) -> Name {
        let (before, after) = self.known.split_at(self.at);
        let mut likely = after.iter().chain(before);
        match likely.position(|known| known == text) {
            Some(further) => self.at = (self.at + further) % self.known.len(),
            None if self.known.len() == MOST => return text.into(),
            None => {
                self.at = self.known.len();
                self.known.push(text.into());
            }
        }
        let name = self.known.get(self.at).cloned();
        self.at += 1;
        name.unwrap_or_else(|| text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Interner, MOST, Name};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_given_out_is_what_was_asked_for(asked in prop::collection::vec("[a-c]{0,2}", 0..60)) {
            let mut interner = Interner::default();
            let names: Vec<Name> = asked.iter().map(|text| interner.intern(text)).collect();
            prop_assert!(names.iter().zip(&asked).all(|(name, text)| name.as_str() == text));
            for (name, text) in names.iter().zip(&asked) {
                let first = names.iter().find(|first| first.as_str() == text);
                prop_assert!(first.is_some_and(|first| std::rc::Rc::ptr_eq(&first.0, &name.0)), "in memory once");
            }
        }
    }

    #[test]
    fn a_thousand_different_names_are_names_all_the_same() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for number in 0..1000 {
                let text = format!("name {number}");
                assert_eq!(interner.intern(&text).as_str(), text, "round {round}");
            }
        }
        assert_eq!(interner.known.len(), MOST);
    }
}
