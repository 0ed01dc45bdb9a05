//! Problems as lines that editors and terminals can click on, and as JSON.

use haberdash_core::{Diagnostic, Severity, Value};
use std::io::Write;

/// A place in a file: line and column, from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named on the command line or found from there.
    pub file: String,
    /// Where in the file; `None` when it is the whole of it.
    pub place: Option<Place>,
    /// The same as a JSON Pointer, in JSON files.
    pub pointer: Option<String>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    /// An error about a whole file.
    pub fn of_file(file: &str, message: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            place: None,
            pointer: None,
            severity: Severity::Error,
            message: message.into(),
        }
    }

    /// What the core said about the JSON file `file`, found in its text by `locate`.
    pub fn of_json(file: &str, diagnostic: Diagnostic, locate: impl Fn(&str, bool) -> Place) -> Problem {
        let Diagnostic { severity, at, at_name, message } = diagnostic;
        let place = Some(locate(&at, at_name));
        Problem { file: file.to_owned(), place, pointer: Some(at), severity, message }
    }

    /// `file:line:column: error: sentence`, as compilers write it.
    pub fn line(&self) -> String {
        let place = self.place.map_or(String::new(), |p| format!("{}:{}:", p.line, p.column));
        printable(&format!("{}:{place} {}: {}", self.file, word(self.severity), self.message))
    }

    /// The same for programs.
    pub fn to_value(&self) -> Value {
        let number = |n: usize| Value::from(n as i64);
        Value::object([
            ("file", Value::from(self.file.as_str())),
            ("line", self.place.map_or(Value::Null, |p| number(p.line))),
            ("column", self.place.map_or(Value::Null, |p| number(p.column))),
            ("pointer", self.pointer.as_deref().map_or(Value::Null, Value::from)),
            ("severity", Value::from(word(self.severity))),
            ("message", Value::from(self.message.as_str())),
        ])
    }
}

/// A name that an object of `file` has a second time, as [`crate::json::Document::duplicates`] has it.
pub fn duplicate(file: &str, (pointer, place): &(String, Place)) -> Problem {
    let name = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
    let name: String = name.chars().take(64).collect();
    Problem {
        file: file.to_owned(),
        place: Some(*place),
        pointer: Some(pointer.clone()),
        severity: Severity::Warning,
        message: format!("\"{name}\" is here a second time; the last one counts"),
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Says something about the result, on stderr.
pub fn say(text: &str) {
    // Nobody listening to remarks is no reason to fail.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Says why the command could not do its work.
pub fn complain(sentence: &str) {
    say(&printable(&format!("haberdash: error: {sentence}")));
}

/// Writes the result, on stdout. The error is a sentence.
pub fn result(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("the result cannot be written: {error}"))
        }
        _ => Ok(()),
    }
}

/// Files are foreign: what they hold must not steer the terminal.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // Besides control characters, those that turn the direction of what follows.
        if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_files_hold_does_not_steer_the_terminal() {
        let problem = Problem::of_file("a.json", "unknown \"\u{1b}[2J\n\u{202e}\"");
        assert_eq!(problem.line(), "a.json: error: unknown \"\\u{1b}[2J\\u{a}\\u{202e}\"");
    }
}
