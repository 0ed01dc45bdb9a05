//! What is said about a file that is imported.

use crate::report::{Place, printable};
use haberdash_core::Value;

/// The most remarks that are kept.
const MOST: usize = 500;

/// Problems and notices, in the order they were found.
#[derive(Debug, Default)]
pub struct Found {
    list: Vec<Remark>,
    left_out: usize,
    errors: usize,
}

#[derive(Debug)]
struct Remark {
    place: Option<Place>,
    is_error: bool,
    message: String,
}

impl Found {
    /// Something that cannot be taken: no product is made.
    pub fn error(&mut self, place: impl Into<Option<Place>>, message: impl Into<String>) {
        self.errors += 1;
        self.add(Remark { place: place.into(), is_error: true, message: message.into() });
    }

    /// Something that was taken in a way worth knowing.
    pub fn notice(&mut self, place: impl Into<Option<Place>>, message: impl Into<String>) {
        self.add(Remark { place: place.into(), is_error: false, message: message.into() });
    }

    fn add(&mut self, remark: Remark) {
        if self.list.len() < MOST || (remark.is_error && self.errors == 1) {
            self.list.push(remark);
        } else {
            self.left_out += 1;
        }
    }

    /// Whether anything cannot be taken.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// `file:line:column: error: sentence`, a line for each, in the file's order.
    pub fn lines(&mut self, file: &str) -> Vec<String> {
        self.sort();
        let mut lines: Vec<String> = self
            .list
            .iter()
            .map(|remark| {
                let place = remark.place.map_or(String::new(), |p| format!("{}:{}:", p.line, p.column));
                printable(&format!("{file}:{place} {}: {}", remark.word(), remark.message))
            })
            .collect();
        if self.left_out > 0 {
            lines.push(format!("… and {} more", self.left_out));
        }
        lines
    }

    /// The same for programs.
    pub fn values(&mut self) -> Value {
        self.sort();
        let number = |n: usize| Value::from(n as i64);
        let one = |remark: &Remark| {
            Value::object([
                ("line", remark.place.map_or(Value::Null, |p| number(p.line))),
                ("column", remark.place.map_or(Value::Null, |p| number(p.column))),
                ("severity", Value::from(remark.word())),
                ("message", Value::from(remark.message.as_str())),
            ])
        };
        Value::Array(self.list.iter().map(one).collect())
    }

    fn sort(&mut self) {
        self.list.sort_by_key(|remark| remark.place);
    }
}

impl Remark {
    fn word(&self) -> &'static str {
        if self.is_error { "error" } else { "notice" }
    }
}
