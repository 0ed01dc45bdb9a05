//! XML 1.0 without a document type, as far as drawings need it: elements, their attributes and what is in them. Text is checked and skipped.
//!
//! Written for hostile files: no recursion, a limit on elements, an error as a position. Names with a prefix keep what follows it, attributes
//! with a prefix are left out (but for `xlink:href`, which keeps it), and prefixes need not be declared. Why not a library: `docs/decisions/size.md`.

mod stream;

pub use stream::{Event, More, Stream};

use std::borrow::Cow;

/// Where an element begins.
#[derive(Debug)]
pub struct Tag<'t> {
    /// Its name, without a prefix.
    pub name: &'t str,
    /// Its attributes without a prefix, in the file's order.
    pub attributes: Vec<(&'t str, Cow<'t, str>)>,
    /// Whether it ends here as well.
    pub empty: bool,
    /// Its name as it is written.
    full: &'t str,
}

impl Tag<'_> {
    /// The attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

fn attribute<'a>(attributes: &'a [(&str, Cow<str>)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
}

/// An element.
#[derive(Debug)]
pub struct Element<'t> {
    /// Its name, without a prefix.
    pub name: &'t str,
    /// Its attributes without a prefix, in the file's order.
    pub attributes: Vec<(&'t str, Cow<'t, str>)>,
    /// The position after the last element in it.
    end: usize,
}

impl Element<'_> {
    /// The attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

/// The elements of a file in its order, the root first.
#[derive(Debug)]
pub struct Document<'t>(Vec<Element<'t>>);

impl<'t> Document<'t> {
    /// Element number `index`; 0 is the root.
    pub fn element(&self, index: usize) -> Option<&Element<'t>> {
        self.0.get(index)
    }

    /// The elements directly in element number `index`.
    pub fn children(&self, index: usize) -> Vec<usize> {
        let mut list = Vec::new();
        let end = self.0.get(index).map_or(0, |element| element.end);
        let mut next = index + 1;
        while next < end {
            list.push(next);
            next = self.0.get(next).map_or(end, |element| element.end);
        }
        list
    }
}

/// The most elements that are read.
const MOST: usize = 200_000;

/// Reads a file. The error is the line and column of what is not well-formed, both from 1.
pub fn parse(text: &str) -> Result<Document<'_>, (usize, usize)> {
    let mut reader = Reader { text, at: 0 };
    reader.document().ok_or_else(|| {
        let before = text.as_bytes().get(..reader.at).unwrap_or(text.as_bytes());
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n');
        // Characters, not bytes: those that continue one do not count.
        (line + 1, column.filter(|byte| **byte & 0xc0 != 0x80).count() + 1)
    })
}

/// Every method that gives `None` leaves `at` where the file is wrong.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn is(&self, token: &str) -> bool {
        self.rest().starts_with(token.as_bytes())
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.is(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn spaces(&mut self) -> bool {
        let start = self.at;
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.at > start
    }

    /// The next byte, which is then behind; `None` at the end and at characters that XML has not.
    fn byte(&mut self) -> Option<u8> {
        let byte = match self.rest() {
            [0xef, 0xbf, 0xbe | 0xbf, ..] => return None,
            [byte @ (0x20.. | b'\t' | b'\r' | b'\n'), ..] => *byte,
            _ => return None,
        };
        self.at += 1;
        Some(byte)
    }

    /// What comes before `token`, which is then behind.
    fn until(&mut self, token: &str) -> Option<&'t str> {
        let start = self.at;
        while !self.is(token) {
            self.byte()?;
        }
        self.at += token.len();
        self.text.get(start..self.at - token.len())
    }

    /// A name, in which colons are like letters (XML 1.0 §2.3).
    fn word(&mut self) -> Option<&'t str> {
        let start = self.at;
        if matches!(self.peek()?, b'0'..=b'9' | b'-' | b'.') {
            return None;
        }
        while matches!(
            self.peek(),
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' | b':' | 0x80..)
        ) {
            self.byte()?;
        }
        self.text.get(start..self.at).filter(|word| !word.is_empty())
    }

    /// The name of an element or attribute, and the part after its prefix (Namespaces in XML 1.0 §4). A colon before it is an empty prefix,
    /// that is none.
    fn name(&mut self) -> Option<(&'t str, &'t str)> {
        let word = self.word()?;
        let name = word.strip_prefix(':').unwrap_or(word);
        let local = name.split_once(':').map_or(name, |(_, local)| local);
        let colons = word.bytes().filter(|byte| *byte == b':').count();
        (!local.is_empty() && colons < 2).then_some((name, local))
    }

    /// A comment or processing instruction, if there is one.
    fn aside(&mut self) -> Option<bool> {
        if self.eat("<!--") {
            // Two hyphens can only end it.
            self.until("--")?;
            return self.eat(">").then_some(true);
        }
        if self.is("<?xml ") || !self.eat("<?") {
            return Some(false);
        }
        self.word()?;
        self.until("?>")?;
        Some(true)
    }

    fn asides(&mut self) -> Option<()> {
        loop {
            self.spaces();
            if !self.aside()? {
                return Some(());
            }
        }
    }

    fn document(&mut self) -> Option<Document<'t>> {
        self.eat("\u{feff}");
        if self.is("<?xml ") {
            self.until("?>")?;
        }
        self.asides()?;
        let mut elements = Vec::new();
        // The elements that are not closed yet: position and full name.
        let mut open: Vec<(usize, &'t str)> = Vec::new();
        self.start(&mut elements, &mut open)?;
        while let Some((index, name)) = open.last().copied() {
            if !self.is("<") {
                self.characters()?;
            } else if self.is("</") {
                self.close(name)?;
                let end = elements.len();
                elements.get_mut(index).map(|element: &mut Element| element.end = end)?;
                open.pop();
            } else if self.eat("<![CDATA[") {
                self.until("]]>")?;
            } else if !self.aside()? {
                self.start(&mut elements, &mut open)?;
            }
        }
        self.asides()?;
        self.rest().is_empty().then_some(Document(elements))
    }

    /// Text between elements.
    fn characters(&mut self) -> Option<()> {
        while !self.is("<") {
            if self.is("&") {
                self.reference()?;
            } else if self.is("]]>") {
                return None;
            } else {
                self.byte()?;
            }
        }
        Some(())
    }

    /// The end of the element whose full name is `name`.
    fn close(&mut self, name: &str) -> Option<()> {
        self.eat("</");
        let start = self.at;
        if self.name()?.0 != name {
            self.at = start;
            return None;
        }
        self.spaces();
        self.eat(">").then_some(())
    }

    fn start(&mut self, elements: &mut Vec<Element<'t>>, open: &mut Vec<(usize, &'t str)>) -> Option<()> {
        let Tag { name, attributes, empty, full } = self.tag()?;
        if elements.len() >= MOST {
            return None;
        }
        elements.push(Element { name, attributes, end: elements.len() + 1 });
        if !empty {
            open.push((elements.len() - 1, full));
        }
        Some(())
    }

    fn tag(&mut self) -> Option<Tag<'t>> {
        self.eat("<").then_some(())?;
        let (own, name) = self.name()?;
        let mut attributes = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        let empty = loop {
            let spaced = self.spaces();
            if self.eat("/>") {
                break true;
            }
            if self.eat(">") {
                break false;
            }
            spaced.then_some(())?;
            let start = self.at;
            let (full, name) = self.name()?;
            // Few attributes: drawings have a dozen at most, and hostile files a limit.
            if seen.contains(&full) || seen.len() >= 1000 {
                self.at = start;
                return None;
            }
            seen.push(full);
            self.spaces();
            self.eat("=").then_some(())?;
            self.spaces();
            let value = self.value()?;
            if full == name && name != "xmlns" || full == "xlink:href" {
                attributes.push((full, value));
            }
        };
        Some(Tag { name, attributes, empty, full: own })
    }

    /// A quoted value. White space in it is a space each (XML 1.0 §3.3.3).
    fn value(&mut self) -> Option<Cow<'t, str>> {
        let quote = if self.eat("\"") {
            "\""
        } else if self.eat("'") {
            "'"
        } else {
            return None;
        };
        // Nearly all are as they are in the file, up to the quote.
        let start = self.at;
        while !matches!(self.peek()?, b'"' | b'\'' | b'&' | b'<' | ..b' ') {
            self.byte()?;
        }
        let plain = self.text.get(start..self.at)?;
        if self.eat(quote) {
            return Some(Cow::Borrowed(plain));
        }
        let mut value = plain.as_bytes().to_vec();
        while !self.eat(quote) {
            if self.is("&") {
                let c = self.reference()?;
                value.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                continue;
            }
            if self.is("<") {
                return None;
            }
            // The end of a line is one character (§2.11).
            if self.is("\r\n") {
                self.at += 1;
            }
            let byte = self.byte()?;
            value.push(if byte < b' ' { b' ' } else { byte });
        }
        String::from_utf8(value).ok().map(Cow::Owned)
    }

    /// One of the five entities, or a character by its number.
    fn reference(&mut self) -> Option<char> {
        let start = self.at;
        self.eat("&");
        let number = self.eat("#");
        let found = self.until(";").and_then(|body| match (number, body) {
            (true, body) => {
                let (digits, radix) = match body.strip_prefix('x') {
                    Some(hex) => (hex, 16),
                    None => (body, 10),
                };
                let c = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
                let sound = !digits.starts_with('+')
                    && (c >= ' ' || matches!(c, '\t' | '\r' | '\n'))
                    && !matches!(c, '\u{fffe}' | '\u{ffff}');
                sound.then_some(c)
            }
            (_, "lt") => Some('<'),
            (_, "gt") => Some('>'),
            (_, "amp") => Some('&'),
            (_, "quot") => Some('"'),
            (_, "apos") => Some('\''),
            _ => None,
        });
        if found.is_none() {
            self.at = start;
        }
        found
    }
}

#[cfg(test)]
mod tests;
