//! Comma-separated values (RFC 4180) as cells with places.

use super::super::found::Found;
use super::super::source::Source;

/// A cell and where it begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is in it, without blanks around it.
    pub text: String,
    /// Where it begins.
    pub offset: usize,
}

/// The rows that have anything in them. Cells stand between commas, semicolons or tabs: those that most lines have as many
/// of as the first one.
pub fn rows(source: &Source, found: &mut Found) -> Vec<Vec<Cell>> {
    let text = source.text.as_str();
    let (mut at, separator) = separator(text);
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while at < text.len() || !row.is_empty() {
        let (cell, end) = cell(source, at, separator, found);
        row.push(cell);
        at = end;
        match text[at..].chars().next() {
            Some(c) if c == separator => at += 1,
            other => {
                at += match other {
                    Some('\r') if text[at + 1..].starts_with('\n') => 2,
                    Some(_) => 1,
                    None => 0,
                };
                let done: Vec<Cell> = std::mem::take(&mut row);
                if done.iter().any(|cell| !cell.text.is_empty()) {
                    rows.push(done);
                }
            }
        }
    }
    rows
}

/// Where the table begins, after a line such as `sep=;` that spreadsheets write, and what separates its cells.
fn separator(text: &str) -> (usize, char) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(c @ (',' | ';' | '\t' | '|')) = rest.chars().next()
    {
        return (text.find('\n').map_or(text.len(), |at| at + 1), c);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let score = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
        let first = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| first > 0 && **count == first).count();
        (alike, first)
    };
    // Of equal ones the last one is the greatest.
    (0, ['\t', ';', ','].into_iter().max_by_key(|separator| score(*separator)).unwrap_or(','))
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut in_quotes = false;
    let counts = line.chars().filter(|c| {
        in_quotes ^= *c == '"';
        !in_quotes && *c == separator
    });
    counts.count()
}

/// The cell that begins at `at`, and where what ends it stands.
fn cell(source: &Source, at: usize, separator: char, found: &mut Found) -> (Cell, usize) {
    let text = source.text.as_str();
    let ends = |c: char| c == separator || c == '\n' || c == '\r';
    let blank = text[at..].find(|c: char| !(c == ' ' || c == '\t') || c == separator).unwrap_or(0);
    let begin = at + blank;
    if !text[begin..].starts_with('"') {
        let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
        return (Cell { text: text[at..end].trim().to_owned(), offset: begin.min(end) }, end);
    }
    let mut out = String::new();
    let mut here = begin + 1;
    loop {
        match text[here..].find('"') {
            Some(end) => {
                out.push_str(&text[here..here + end]);
                here += end + 1;
                if !text[here..].starts_with('"') {
                    break;
                }
                out.push('"');
                here += 1;
            }
            None => {
                found.error(source.place(begin), "this quotation mark is never closed");
                out.push_str(&text[here..]);
                here = text.len();
                break;
            }
        }
    }
    // What stands after the closing mark belongs to it, as spreadsheets have it.
    let end = text[here..].find(ends).map_or(text.len(), |end| here + end);
    out.push_str(&text[here..end]);
    let words: Vec<&str> = out.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect();
    (Cell { text: words.join(" "), offset: begin }, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let mut found = Found::default();
        let rows = rows(&Source::new(text), &mut found);
        assert!(!found.has_errors());
        rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_are_found() {
        let table: [(&str, &[&[&str]]); 9] = [
            ("a,b\n1,2", &[&["a", "b"], &["1", "2"]]),
            ("a;b,c\r\n1;2\r\n\r\n", &[&["a", "b,c"], &["1", "2"]]),
            ("a\tb\n\t2\n", &[&["a", "b"], &["", "2"]]),
            ("a,b\n\"x, \"\"y\"\"\", z ", &[&["a", "b"], &["x, \"y\"", "z"]]),
            ("a,b\r\"1\n2\",\r", &[&["a", "b"], &["1 2", ""]]),
            ("sep=;\na;b,c\n", &[&["a", "b,c"]]),
            ("\"a;b\",c\n;,d", &[&["a;b", "c"], &[";", "d"]]),
            ("a\nb,\n,\n", &[&["a"], &["b", ""]]),
            ("", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_never_closed_is_told() {
        let mut found = Found::default();
        rows(&Source::new("a,b\n1, \"2\n3"), &mut found);
        assert_eq!(found.lines("f"), ["f:2:4: error: this quotation mark is never closed"]);
    }
}
