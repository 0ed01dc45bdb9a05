//! What is wrong with a file, an attribute or a link: every problem at once, where it is, and the nearest right name.

use crate::letters::lower_text;
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

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was ignored or replaced by its default; the rest works.
    Warning,
    /// The whole cannot be used.
    Error,
}

/// One problem.
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

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        f.write_str(&self.message)
    }
}

/// The most problems of either severity that are kept.
pub const MOST: usize = 500;

/// Collects problems while something is read.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// How many warnings and how many errors there were.
    counts: [usize; 2],
    path: Vec<Step>,
}

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

    /// Runs `read` one step deeper, in field `name`.
    pub fn within<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(name);
        let result = read(self);
        self.leave();
        result
    }

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

    /// Runs `read` one step deeper, at position `index` of a list.
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter_index(index);
        let result = read(self);
        self.leave();
        result
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
                Step::Index(index) => out.push_str(&index.to_string()),
            }
        }
        out
    }

    /// Whether anything collected makes the whole unusable.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
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

/// The candidate nearest to `name` by optimal string alignment distance, when it is near enough to be what was meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(name, &candidates.into_iter().collect::<Vec<_>>())
}

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
pub fn unknown<'a>(what: &str, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    unknown_among(what, name, &candidates.into_iter().collect::<Vec<_>>())
}

/// The same with a list of candidates.
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

#[cfg(test)]
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

    #[test]
    fn pointers_are_escaped_and_nested() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.within("a/b~", |d| d.at_index(3, |d| d.error("no")));
        assert_eq!(diagnostics.list()[0].at, "/a~1b~0/3");
        assert!(diagnostics.has_errors());
    }
}
