//! JSON with positions: strict parsing, places in the text by JSON Pointer, and pretty printing.
//!
//! What is taken is what `JSON.parse` in the shopper's browser takes, so that a file that passes here loads there. Two things are
//! refused although a browser would take them: a lone surrogate in a string and a number too large for a double.

use crate::report::Place;
use haberdash_core::{Name, Value};
use jsonc_parser::ast::{Object, Value as Ast};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The largest text that is parsed, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// How deep lists and objects may be nested, counting both.
const MAX_DEPTH: usize = 128;

/// A parsed text.
pub struct Document<'t> {
    text: &'t str,
    ast: Ast<'t>,
    /// The offsets at which lines begin.
    lines: Vec<usize>,
    /// What the text says.
    pub value: Value,
    /// Names that an object has a second time: the pointer, and where the later one stands.
    pub duplicates: Vec<(String, Place)>,
}

/// Why a text is not JSON.
#[derive(Debug, PartialEq)]
pub struct SyntaxError {
    /// Where parsing stopped.
    pub place: Place,
    /// What is wrong there, as a sentence.
    pub message: String,
}

/// Parses `text`.
pub fn parse(text: &str) -> Result<Document<'_>, SyntaxError> {
    let lines = line_starts(text);
    let fail = |offset: usize, message: String| SyntaxError { place: place(text, &lines, offset), message };
    if text.len() > MAX_BYTES {
        return Err(fail(0, format!("the file is larger than {} MB", MAX_BYTES >> 20)));
    }
    // Depth first: the parser below and everything that walks its tree calls itself once per level.
    if let Some((offset, message)) = shallow_scan(text) {
        // What stands before it may be wrong as well, and is then the better answer.
        let before = parse_strictly(&text[..offset]).err().filter(|(at, _)| *at + 1 < offset);
        let (offset, message) = match before {
            Some(earlier) if !is_unfinished(&earlier.1) => earlier,
            _ => (offset, message),
        };
        return Err(fail(offset, message));
    }
    let ast = parse_strictly(text).map_err(|(offset, message)| fail(offset, message))?;
    let mut reader = Reader { text, lines: &lines, duplicates: Vec::new() };
    let value = reader.value(&ast, &mut String::new()).map_err(|(offset, message)| fail(offset, message))?;
    let duplicates = reader.duplicates;
    Ok(Document { text, ast, lines, value, duplicates })
}

/// What a text that was cut off gets told.
fn is_unfinished(message: &str) -> bool {
    message.contains("unterminated") || message.contains("value after colon") || message.contains("empty")
}

fn parse_strictly(text: &str) -> Result<Ast<'_>, (usize, String)> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict)
        .map_err(|error| (error.range().start, sentence(error.kind())))?;
    parsed.value.ok_or_else(|| (0, "the file is empty: expected a JSON value".to_owned()))
}

fn sentence(kind: &ParseErrorKind) -> String {
    let text = kind.to_string();
    let mut chars = text.chars();
    let lower: String = chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect();
    format!("this is not JSON: {lower}")
}

/// Looks for what the parser lets through or would go too deep for: the first offset and a sentence about it.
fn shallow_scan(text: &str) -> Option<(usize, String)> {
    let (mut in_string, mut escaped, mut depth) = (false, false, 0_usize);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if std::mem::take(&mut escaped) => {}
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            0..0x20 if in_string => {
                return Some((
                    offset,
                    "this is not JSON: control character in a string; write \\n, \\t or \\u00…".into(),
                ));
            }
            _ if in_string => {}
            b'[' | b'{' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some((
                        offset,
                        format!("lists and objects nested deeper than {MAX_DEPTH} are not read"),
                    ));
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            0x0b | 0x0c | 0x80.. => {
                return Some((offset, "this is not JSON: unexpected character outside of a string".into()));
            }
            _ => {}
        }
    }
    None
}

/// Turns the parser's tree into the core's.
struct Reader<'t, 'l> {
    text: &'t str,
    lines: &'l [usize],
    duplicates: Vec<(String, Place)>,
}

impl Reader<'_, '_> {
    fn value(&mut self, ast: &Ast, pointer: &mut String) -> Result<Value, (usize, String)> {
        Ok(match ast {
            Ast::NullKeyword(_) => Value::Null,
            Ast::BooleanLit(flag) => Value::Bool(flag.value),
            Ast::StringLit(string) => Value::from(&*string.value),
            Ast::NumberLit(number) => match number.value.parse::<f64>() {
                Ok(parsed) if parsed.is_finite() => Value::Number(parsed),
                _ => return Err((number.range.start, "the number is too large".to_owned())),
            },
            Ast::Array(array) => {
                let mut items = Vec::with_capacity(array.elements.len());
                for (index, element) in array.elements.iter().enumerate() {
                    let length = pointer.len();
                    pointer.push_str(&format!("/{index}"));
                    items.push(self.value(element, pointer)?);
                    pointer.truncate(length);
                }
                Value::Array(items)
            }
            Ast::Object(object) => Value::Object(self.fields(object, pointer)?),
        })
    }

    fn fields(
        &mut self,
        object: &Object,
        pointer: &mut String,
    ) -> Result<Vec<(Name, Value)>, (usize, String)> {
        let mut fields = Vec::with_capacity(object.properties.len());
        let mut seen = std::collections::BTreeSet::new();
        for property in &object.properties {
            let name = property.name.as_str();
            let length = pointer.len();
            pointer.push('/');
            pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            if !seen.insert(name) {
                self.duplicates.push((pointer.clone(), place(self.text, self.lines, property.range.start)));
            }
            fields.push((name.into(), self.value(&property.value, pointer)?));
            pointer.truncate(length);
        }
        Ok(fields)
    }
}

impl Document<'_> {
    /// The place that `pointer` (RFC 6901) names: the value there, or its name when `at_name`. Of a pointer that leads nowhere, the place
    /// that its longest leading part names.
    pub fn locate(&self, pointer: &str, at_name: bool) -> Place {
        let mut here = &self.ast;
        let mut offset = here.start();
        let steps: Vec<&str> = pointer.split('/').skip(1).collect();
        for (index, step) in steps.iter().enumerate() {
            let is_last = index + 1 == steps.len();
            let name = step.replace("~1", "/").replace("~0", "~");
            let next = match here {
                Ast::Array(array) => {
                    name.parse().ok().and_then(|i: usize| array.elements.get(i)).map(|v| (v.start(), v))
                }
                // Of equal names the last one counts.
                Ast::Object(object) => object
                    .properties
                    .iter()
                    .rev()
                    .find(|p| p.name.as_str() == name)
                    .map(|p| (if at_name && is_last { p.range.start } else { p.value.start() }, &p.value)),
                _ => None,
            };
            let Some((start, value)) = next else { break };
            (offset, here) = (start, value);
        }
        place(self.text, &self.lines, offset)
    }
}

/// The offsets at which lines begin; a line ends with a line feed, a carriage return or both, as editors count.
pub fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|(i, b)| **b == b'\n' || **b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
}

/// The line and column of the byte at `offset`, of a text whose lines begin at `lines`.
pub fn place(text: &str, lines: &[usize], offset: usize) -> Place {
    let line = lines.partition_point(|start| *start <= offset).max(1);
    let start = lines.get(line - 1).copied().unwrap_or(0);
    let column = text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
    Place { line, column }
}

/// `value` as JSON with two spaces per level, fields in their order.
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out
}

fn write(value: &Value, level: usize, out: &mut String) {
    let line = |level: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", level));
    };
    let fields = value.as_object().unwrap_or_default();
    match value {
        Value::Array(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(level + 1, out);
                write(item, level + 1, out);
            }
            line(level, out);
            out.push(']');
        }
        Value::Object(_) | Value::Shared(_) if !fields.is_empty() => {
            out.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(level + 1, out);
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                write(field, level + 1, out);
            }
            line(level, out);
            out.push('}');
        }
        // Scalars and what is empty have one spelling, the canonical one.
        other => out.push_str(&other.to_string()),
    }
}

/// The longest list or object that [`tidy`] writes in one line, in bytes.
const WIDE: usize = 120;

/// `value` as JSON for people: what is short stands in one line.
pub fn tidy(value: &Value) -> String {
    let mut out = String::new();
    write_tidy(value, 0, &mut out);
    out
}

/// `value` in one line, unless it becomes longer than [`WIDE`].
fn one_line(value: &Value, out: &mut String) -> bool {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                if !one_line(item, out) {
                    return false;
                }
            }
            out.push(']');
        }
        Value::Object(_) | Value::Shared(_) => {
            let fields = value.as_object().unwrap_or_default();
            out.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                if !one_line(field, out) {
                    return false;
                }
            }
            out.push('}');
        }
        other => out.push_str(&other.to_string()),
    }
    out.len() <= WIDE
}

fn write_tidy(value: &Value, level: usize, out: &mut String) {
    let mut line = "  ".repeat(level);
    let fits = level > 0 && one_line(value, &mut line);
    let begin = |index: usize, out: &mut String| {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        out.extend(std::iter::repeat_n("  ", level + 1));
    };
    let end = |out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", level));
    };
    let fields = value.as_object().unwrap_or_default();
    match value {
        Value::Array(items) if !fits && !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                begin(index, out);
                write_tidy(item, level + 1, out);
            }
            end(out);
            out.push(']');
        }
        Value::Object(_) | Value::Shared(_) if !fits && !fields.is_empty() => {
            out.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                begin(index, out);
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                write_tidy(field, level + 1, out);
            }
            end(out);
            out.push('}');
        }
        Value::Array(_) | Value::Object(_) | Value::Shared(_) if fits => out.push_str(&line[2 * level..]),
        other => out.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests;
