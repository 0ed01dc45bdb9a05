//! JSON between the page and [`Value`].
//!
//! Text is read here and not by `JSON.parse`: to bring its result over value by value takes five times as long as reading the text.

use haberdash_core::{Name, Value, pool};
use js_sys::JSON;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Parses JSON text (RFC 8259); `None` when it is none, or deeper than 128 levels.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader::new(text);
    let value = reader.value(DEPTH)?;
    reader.space();
    (reader.at == text.len()).then_some(value)
}

/// What gives a text from the front: about as many bytes as are asked for, nothing at the end.
pub type More<'m> = &'m mut dyn FnMut(usize) -> Option<String>;

/// Reads a large file that comes in pieces, and never has all of it in memory: the items of its list one after the other, then all else.
pub struct Pieces<'m> {
    more: More<'m>,
    /// What came and is not read yet, from `at` on.
    text: String,
    at: usize,
    /// Nothing more comes.
    is_last: bool,
    name: &'static str,
    fields: Vec<(Name, Value)>,
    begun: bool,
    /// Nothing came since the latest opening brace or bracket.
    at_first: bool,
    in_list: bool,
}

/// What comes next of [`Pieces`].
pub enum Piece {
    /// The list's next item.
    Item(Value),
    /// The end: the whole file, in which the list is empty.
    Rest(Value),
}

/// What is read at once.
enum Step {
    Begin,
    Item(Value),
    Field(Name, Value),
    List(Name),
    ListEnd,
    End,
}

/// So many bytes are asked for at a time.
const AT_ONCE: usize = 1 << 15;

impl<'m> Pieces<'m> {
    /// The pieces of a JSON object, of which the list is called `name`.
    pub fn new(more: More<'m>, name: &'static str) -> Self {
        let (text, fields) = (String::new(), Vec::new());
        Pieces {
            more,
            text,
            at: 0,
            is_last: false,
            name,
            fields,
            begun: false,
            at_first: true,
            in_list: false,
        }
    }

    /// The next piece; `None` when the text is no JSON object. Not to be called after the end.
    pub fn take(&mut self) -> Option<Piece> {
        loop {
            let mut reader = Reader { at: self.at, ..Reader::new(&self.text) };
            let step = self.step(&mut reader);
            let at = reader.at;
            // What ends where the text ends may go on in the next piece, and what is wrong may be so for want of it.
            if !self.is_last && (step.is_none() || at == self.text.len()) {
                let more = (self.more)(AT_ONCE);
                self.is_last = more.is_none();
                self.text = [&self.text[self.at..], &more.unwrap_or_default()].concat();
                self.at = 0;
                continue;
            }
            self.at = at;
            self.at_first = matches!(step, Some(Step::Begin | Step::List(_)));
            match step? {
                Step::Begin => self.begun = true,
                Step::Item(item) => return Some(Piece::Item(item)),
                Step::Field(name, value) => self.fields.push((name, value)),
                Step::List(name) => {
                    self.in_list = true;
                    self.fields.push((name, Value::Array(Vec::new())));
                }
                Step::ListEnd => self.in_list = false,
                Step::End => return Some(Piece::Rest(Value::Object(std::mem::take(&mut self.fields)))),
            }
        }
    }

    fn step(&self, reader: &mut Reader) -> Option<Step> {
        if !self.begun {
            return reader.takes(b'{').then_some(Step::Begin);
        }
        if self.in_list && reader.takes(b']') {
            return Some(Step::ListEnd);
        }
        if !self.in_list && reader.takes(b'}') {
            reader.space();
            return (reader.at == reader.text.len()).then_some(Step::End);
        }
        if !self.at_first {
            reader.takes(b',').then_some(())?;
        }
        if self.in_list {
            return reader.value(DEPTH - 2).map(Step::Item);
        }
        let name = reader.name()?;
        if name == *self.name && reader.takes(b'[') {
            return Some(Step::List(name));
        }
        Some(Step::Field(name, reader.value(DEPTH - 1)?))
    }
}

/// So deep may lists and objects stand in each other.
const DEPTH: u32 = 128;

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// What lists and objects have so far, those further out first: each gets a vector as large as it is, once.
    items: Vec<Value>,
    fields: Vec<(Name, Value)>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Reader { text, bytes, at: 0, items: Vec::new(), fields: Vec::new() }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is no space; stays before it.
    fn next(&mut self) -> Option<u8> {
        self.space();
        self.peek()
    }

    /// Takes `byte` if it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.next() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let found = self.bytes.get(self.at..)?.starts_with(word.as_bytes());
        self.at += word.len();
        found.then_some(value)
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        match self.next()? {
            b'"' => self.string().map(Value::String),
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        self.at += 1;
        let start = self.items.len();
        if !self.takes(b']') {
            loop {
                let item = self.value(depth)?;
                self.items.push(item);
                if self.takes(b']') {
                    break;
                }
                self.takes(b',').then_some(())?;
            }
        }
        Some(Value::Array(self.items.split_off(start)))
    }

    fn object(&mut self, depth: u32) -> Option<Value> {
        self.at += 1;
        let start = self.fields.len();
        if !self.takes(b'}') {
            loop {
                let field = (self.name()?, self.value(depth)?);
                self.fields.push(field);
                if self.takes(b'}') {
                    break;
                }
                self.takes(b',').then_some(())?;
            }
        }
        Some(Value::Object(self.fields.split_off(start)))
    }

    /// A field's name and its colon.
    fn name(&mut self) -> Option<Name> {
        (self.next() == Some(b'"')).then_some(())?;
        let start = self.at;
        let plain = self.plain()?;
        let name = if self.peek()? == b'"' {
            self.at += 1;
            pool::shared(plain)
        } else {
            self.at = start;
            self.string()?
        };
        self.takes(b':').then_some(())?;
        Some(name.into())
    }

    /// The bytes up to the next that ends a string or is no plain part of one.
    fn plain(&mut self) -> Option<&'t str> {
        self.at += 1;
        let start = self.at;
        while !matches!(self.peek()?, b'"' | b'\\' | 0..=31) {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    /// A string; stands on its opening quote.
    fn string(&mut self) -> Option<Rc<str>> {
        let plain = self.plain()?;
        if self.peek()? == b'"' {
            self.at += 1;
            return Some(plain.into());
        }
        let mut out = plain.to_owned();
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.escape(&mut out)?,
                _ => return None,
            }
            out.push_str(self.plain()?);
        }
        self.at += 1;
        Some(out.into())
    }

    /// An escape; stands on its backslash, and afterwards on its last byte.
    fn escape(&mut self, out: &mut String) -> Option<()> {
        self.at += 1;
        let c = match self.peek()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode()?,
            other @ (b'"' | b'\\' | b'/') => char::from(other),
            _ => return None,
        };
        out.push(c);
        Some(())
    }

    /// `uXXXX`, or two of them that are one character. Half of a pair becomes U+FFFD, as everywhere where JavaScript's text becomes Rust's.
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit(self.at + 1)?;
        self.at += 4;
        let pair = self.bytes.get(self.at + 1..).is_some_and(|rest| rest.starts_with(b"\\u"));
        let second = if pair { self.unit(self.at + 3) } else { None };
        if let (0xD800..=0xDBFF, Some(second @ 0xDC00..=0xDFFF)) = (first, second) {
            self.at += 6;
            return char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..at + 4)?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    }

    /// Numbers of up to 15 digits without an exponent are read here: such a whole number is exact, and so is the power of ten that it is divided
    /// by, so the quotient is rounded once (Clinger, How to read floating point numbers accurately, 1990). All others are the browser's.
    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        let (mut whole, mut scale, mut digits, mut point) = (0i64, 1.0, 0, 0);
        let is_negative = self.peek() == Some(b'-');
        self.at += usize::from(is_negative);
        let first = self.at;
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' => {
                    whole = whole.wrapping_mul(10).wrapping_add(i64::from(byte - b'0'));
                    digits += 1;
                    scale *= if point > 0 { 10.0 } else { 1.0 };
                }
                b'.' => {
                    // Anything but one, after a digit and before another, is no number, and the browser says so.
                    digits += if point > 0 || digits == 0 { 16 } else { 0 };
                    point = self.at;
                }
                b'-' | b'+' | b'e' | b'E' => digits += 16,
                _ => break,
            }
            self.at += 1;
        }
        let leads = self.bytes.get(first) == Some(&b'0') && self.at > first + 1 && point != first + 1;
        if (1..16).contains(&digits) && !leads && point + 1 != self.at {
            let value = whole as f64 / scale;
            return Some(Value::Number(if is_negative { -value } else { value }));
        }
        JSON::parse(self.text.get(start..self.at)?).ok()?.as_f64().map(Value::from)
    }
}

/// A page's object as a [`Value`]: through JSON, so that getters, cycles and DOM nodes cannot surprise.
pub fn from_page(value: &JsValue) -> Option<Value> {
    JSON::stringify(value).ok().and_then(|text| parse(&text.as_string()?))
}

/// The same as an object of the page.
pub fn to_js(value: &Value) -> JsValue {
    JSON::parse(&value.json()).unwrap_or(JsValue::NULL)
}
