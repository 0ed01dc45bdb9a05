//! Texts that are files beside the module, `haberdash_KIND_LANGUAGE.txt`: a line for each phrase, in the order of the list that names them. They are
//! fetched by [`crate::embed::language`], each once for a page, and stay as long as the page.

use haberdash_core::text::language_of;
use std::cell::RefCell;

/// The languages besides English.
pub const LANGUAGES: [&str; 4] = ["de", "fr", "es", "ar"];

thread_local! {
    /// Kind, language and text of each file that is there.
    static TAKEN: RefCell<Vec<(&'static str, &'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// The language of the interface for `locale`; `None` where that is English.
pub fn language(locale: &str) -> Option<&'static str> {
    LANGUAGES.into_iter().find(|other| other.eq_ignore_ascii_case(language_of(locale)))
}

fn text(kind: &str, language: &str) -> Option<&'static str> {
    TAKEN.with_borrow(|taken| {
        let found = taken.iter().find(|(other, own, _)| *other == kind && *own == language);
        found.map(|(.., text)| *text)
    })
}

/// Whether a file is there.
pub fn is_there(kind: &str, language: &str) -> bool {
    text(kind, language).is_some()
}

/// Takes a file, once.
pub fn take(kind: &'static str, language: &'static str, text: String) {
    if is_there(kind, language) {
        return;
    }
    let text: &'static str = Box::leak(text.into_boxed_str());
    TAKEN.with_borrow_mut(|taken| taken.push((kind, language, text)));
}

/// A line of a file; `None` where it is not there, or nothing stands in it.
pub fn line(kind: &str, language: &str, at: usize) -> Option<&'static str> {
    text(kind, language)?.split('\n').nth(at).filter(|line| !line.is_empty())
}

/// `words` with `text` in their first gap.
pub fn fill(words: &str, text: &str) -> String {
    match words.split_once('{') {
        Some((before, after)) => [before, text, after.strip_prefix('}').unwrap_or(after)].concat(),
        None => words.to_owned(),
    }
}
