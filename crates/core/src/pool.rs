//! Strings that come again share their memory: names of fields, `none` and `#222` in drawings, a texture's name in five languages in each of the
//! options that offer it.
//!
//! A table with a place for each of so many hashes (FNV-1a), at which the latest string with that hash is.
//! Nothing has to be looked through, and what is pushed out is only not shared any more.

use crate::fnv;
use std::cell::RefCell;
use std::rc::Rc;

const PLACES: usize = 2048;
/// Longer strings, in bytes, seldom come again.
pub const LONGEST: usize = 128;

thread_local! {
    static POOL: RefCell<Vec<Rc<str>>> = const { RefCell::new(Vec::new()) };
}

/// `text` in memory, where it shares that of an equal one if there was one lately.
#[inline(never)]
pub fn shared(text: &str) -> Rc<str> {
    if text.len() > LONGEST {
        return text.into();
    }
    let hash = fnv::of(text);
    POOL.with_borrow_mut(|pool| {
        if pool.is_empty() {
            *pool = vec!["".into(); PLACES];
        }
        let Some(known) = pool.get_mut(hash as usize % PLACES) else { return text.into() };
        if **known != *text {
            *known = text.into();
        }
        Rc::clone(known)
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, shared};
    use proptest::prelude::*;
    use std::rc::Rc;

    #[test]
    fn equal_strings_are_in_memory_once() {
        assert!(Rc::ptr_eq(&shared("none"), &shared("none")));
        assert!(Rc::ptr_eq(&shared(""), &shared("")));
        let long = "x".repeat(LONGEST + 1);
        assert!(!Rc::ptr_eq(&shared(&long), &shared(&long)));
    }

    proptest! {
        #[test]
        fn what_is_given_out_is_what_was_asked_for(asked: Vec<String>) {
            let all: Vec<Rc<str>> = asked.iter().map(|text| shared(text)).collect();
            prop_assert!(all.iter().zip(&asked).all(|(given, text)| **given == **text));
        }
    }

    #[test]
    fn more_than_there_are_places_for() {
        for round in 0..2 {
            for number in 0..5000 {
                let text = format!("name {number}");
                assert_eq!(&*shared(&text), text, "round {round}");
            }
        }
    }
}
