//! What is wrong with a file, an attribute or a link: every problem at once, where it is, and the nearest right name.
//!
//! Without the feature `sentences` problems are only counted, and nothing is said about them: the widget's main module asks its companion for
//! the words (`docs/decisions/companion-module.md`).

use crate::letters::lower_text;
#[cfg(feature = "sentences")]
use crate::number::Digits;
#[cfg(feature = "sentences")]
use std::fmt;

/// `format!` for sentences about problems. Without the feature `sentences` it is an empty text, and what it would say is not even computed.
#[cfg(feature = "sentences")]
macro_rules! say {
    ($($part:tt)*) => { format!($($part)*) };
}

/// `format!` for sentences about problems: empty, since there are none here. What it would say is checked and left out.
#[cfg(not(feature = "sentences"))]
macro_rules! say {
    ($($part:tt)*) => {{
        let _ = || format!($($part)*);
        String::new()
    }};
}

/// A sentence about a problem that needs nothing filled in. Without the feature `sentences` it is empty, as with `say!`: a text that is passed on before it is
/// dropped would stay in the module.
#[cfg(feature = "sentences")]
macro_rules! sentence {
    ($text:literal) => {
        $text
    };
}

/// A sentence about a problem, where there are none: empty.
#[cfg(not(feature = "sentences"))]
macro_rules! sentence {
    ($text:literal) => {
        ""
    };
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was ignored or replaced by its default; the rest works.
    Warning,
    /// The whole cannot be used.
    Error,
}

/// One problem.
#[cfg(feature = "sentences")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where: a JSON Pointer (RFC 6901) into the file, or the name of an attribute.
    pub at: String,
    /// True when the problem is the name at `at`, not its value.
    pub at_name: bool,
    /// What is wrong and what was expected, as a sentence.
    pub message: String,
}

#[cfg(feature = "sentences")]
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        f.write_str(&self.message)
    }
}

/// The most problems of either severity that are kept.
#[cfg(feature = "sentences")]
pub const MOST: usize = 500;

/// Collects problems while something is read.
#[derive(Debug, Default)]
pub struct Diagnostics {
    /// How many warnings and how many errors there were.
    counts: [usize; 2],
    #[cfg(feature = "sentences")]
    list: Vec<Diagnostic>,
    #[cfg(feature = "sentences")]
    path: Vec<Step>,
}

#[cfg(feature = "sentences")]
#[derive(Debug)]
enum Step {
    Name(String),
    Index(usize),
}

impl Diagnostics {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many problems there were, also beyond what is kept.
    pub fn count(&self) -> usize {
        self.counts[0] + self.counts[1]
    }

    /// How many of them make the whole unusable.
    pub fn errors(&self) -> usize {
        self.counts[Severity::Error as usize]
    }

    /// Whether anything collected makes the whole unusable.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// Runs `read` one step deeper, in field `name`.
    #[cfg_attr(not(feature = "sentences"), inline(always))]
    pub fn within<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(name);
        let result = read(self);
        self.leave();
        result
    }

    /// Runs `read` one step deeper, at position `index` of a list.
    #[cfg_attr(not(feature = "sentences"), inline(always))]
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter_index(index);
        let result = read(self);
        self.leave();
        result
    }
}

#[cfg(feature = "sentences")]
impl Diagnostics {
    /// Goes one step deeper, into field `name`, until [`Diagnostics::leave`].
    #[inline(never)]
    pub(crate) fn enter(&mut self, name: &str) {
        self.path.push(Step::Name(name.to_owned()));
    }

    /// The same into position `index` of a list.
    #[inline(never)]
    pub(crate) fn enter_index(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    /// Goes back up.
    #[inline(never)]
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Adds an error here.
    pub fn error(&mut self, message: impl Into<String>) {
        self.add(Severity::Error, false, message.into());
    }

    /// Adds a warning here.
    pub fn warning(&mut self, message: impl Into<String>) {
        self.add(Severity::Warning, false, message.into());
    }

    /// Adds a warning about the name of field `name` of what is being read.
    pub fn warning_on_name(&mut self, name: &str, message: impl Into<String>) {
        let message = message.into();
        self.within(name, |d| d.add(Severity::Warning, true, message));
    }

    #[inline(never)]
    fn add(&mut self, severity: Severity, at_name: bool, message: String) {
        // Hostile input must not make the list of its mistakes grow without bound, nor hide errors behind many warnings.
        let count = &mut self.counts[severity as usize];
        *count += 1;
        if *count <= MOST {
            let at = self.pointer();
            self.list.push(Diagnostic { severity, at, at_name, message });
        }
    }

    fn pointer(&self) -> String {
        let mut out = String::new();
        for step in &self.path {
            out.push('/');
            match step {
                Step::Name(name) => out.push_str(&name.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => out.push_str(&index.digits()),
            }
        }
        out
    }

    /// All that was collected, in reading order.
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }

    /// All that was collected so far.
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }
}

/// Only counts. All of it is inlined away but for the counting.
#[cfg(not(feature = "sentences"))]
impl Diagnostics {
    #[inline(always)]
    pub(crate) fn enter(&mut self, _: &str) {}

    #[inline(always)]
    pub(crate) fn enter_index(&mut self, _: usize) {}

    #[inline(always)]
    pub(crate) fn leave(&mut self) {}

    /// Counts an error.
    #[inline(always)]
    pub fn error(&mut self, _: impl Into<String>) {
        self.counts[1] += 1;
    }

    /// Counts a warning.
    #[inline(always)]
    pub fn warning(&mut self, _: impl Into<String>) {
        self.counts[0] += 1;
    }

    /// Counts a warning.
    #[inline(always)]
    pub fn warning_on_name(&mut self, _: &str, message: impl Into<String>) {
        self.warning(message);
    }
}

/// Whether `name` is near enough to `candidate` to be what was meant: few edits (of optimal string alignment) away, or its beginning.
pub fn is_near(name: &str, candidate: &str) -> bool {
    // Foreign input: searching for edits takes time.
    if name.len() > 64 {
        return false;
    }
    let lower = lower_text(name);
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    candidate.starts_with(&*lower) && lower.len() > 2
        || edits(&letters(&lower), &letters(&lower_text(candidate)), allowed)
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// Whether `a` becomes `b` by at most `left` insertions, deletions, replacements and swaps of neighbours.
fn edits(mut a: &[char], mut b: &[char], left: usize) -> bool {
    while let ([x, rest @ ..], [y, others @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (rest, others);
    }
    if a.len().abs_diff(b.len()) > left {
        return false;
    }
    if left == 0 || a.is_empty() || b.is_empty() {
        // As many as one is longer are put in or taken out.
        return a.is_empty() || b.is_empty();
    }
    let skip = |list: &'_ [char], by: usize| list.len().min(by);
    let (a1, b1) = (&a[skip(a, 1)..], &b[skip(b, 1)..]);
    let swapped = matches!((a, b), ([p, q, ..], [r, s, ..]) if p == s && q == r);
    edits(a1, b1, left - 1)
        || edits(a1, b, left - 1)
        || edits(a, b1, left - 1)
        || swapped && edits(&a[2..], &b[2..], left - 1)
}

/// The candidate nearest to `name` by optimal string alignment distance, when it is near enough to be what was meant.
#[cfg(feature = "sentences")]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(name, &candidates.into_iter().collect::<Vec<_>>())
}

#[cfg(feature = "sentences")]
#[inline(never)]
fn nearest_of<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    // Foreign input: the distance is quadratic in the length.
    if name.len() > 64 {
        return None;
    }
    let lower = lower_text(name);
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = strsim::osa_distance(&lower, &lower_text(candidate));
        let near = distance <= allowed || candidate.starts_with(&*lower) && lower.len() > 2;
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A sentence about an unknown name: the nearest right one, or all there are when they are few.
#[cfg(feature = "sentences")]
pub fn unknown<'a>(what: &str, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    unknown_among(what, name, &candidates.into_iter().collect::<Vec<_>>())
}

/// The same with a list of candidates.
#[cfg(feature = "sentences")]
#[inline(never)]
pub fn unknown_among(what: &str, name: &str, candidates: &[&str]) -> String {
    // A name can be as long as whoever wrote it wanted.
    let shown: String = name.chars().take(64).collect();
    let mut message = format!("unknown {what} \"{shown}\"");
    if let Some(near) = nearest_of(name, candidates) {
        message.push_str("; did you mean \"");
        message.push_str(near);
        message.push_str("\"?");
    } else if !candidates.is_empty() && candidates.len() < 12 {
        message.push_str("; there are: ");
        message.push_str(&candidates.join(", "));
    }
    message
}

/// No sentence, and no look at the candidates.
#[cfg(not(feature = "sentences"))]
#[inline(always)]
pub fn nearest<'a>(_: &str, _: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    None
}

/// No sentence, and no look at the candidates.
#[cfg(not(feature = "sentences"))]
#[inline(always)]
pub fn unknown<'a>(_: &str, _: &str, _: impl IntoIterator<Item = &'a str>) -> String {
    String::new()
}

/// No sentence, and no look at the candidates.
#[cfg(not(feature = "sentences"))]
#[inline(always)]
pub fn unknown_among(_: &str, _: &str, _: &[&str]) -> String {
    String::new()
}

#[cfg(all(test, feature = "sentences"))]
mod tests {
    use super::*;

    #[test]
    fn nearest_name_is_found_and_far_names_are_not() {
        let names = ["swatch", "texture", "card", "dropdown"];
        assert_eq!(nearest("swatsh", names), Some("swatch"));
        assert_eq!(nearest("Swatch", names), Some("swatch"));
        assert_eq!(nearest("drop", names), Some("dropdown"));
        assert_eq!(nearest("carousel", names), None);
        assert_eq!(nearest(&"x".repeat(10_000), names), None);
    }

    proptest::proptest! {
        #[test]
        fn near_without_distances_is_what_is_near_by_them(name in "[a-dA-Dé]{0,9}", candidate in "[a-dé]{0,9}") {
            proptest::prop_assert_eq!(is_near(&name, &candidate), nearest(&name, [&*candidate]).is_some());
        }
    }

    #[test]
    fn pointers_are_escaped_and_nested() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.within("a/b~", |d| d.at_index(3, |d| d.error("no")));
        assert_eq!(diagnostics.list()[0].at, "/a~1b~0/3");
        assert!(diagnostics.has_errors());
    }
}
