//! Elements of a drawing, one after the other in one text. Drawings have thousands of them, most of a few attributes with short values: each on
//! its own in memory takes three times as much, and the allocator's time.
//!
//! An element is a letter for its name, its attributes, the elements in it, and [`END`]. An attribute is a letter for its name, its value, and
//! [`STOP`]. Values that are longer than [`SHORT`] and were there lately are [`AGAIN`] and where they were, in decimal: outlines of parts come
//! again as clips, shadows and seams. XML has none of these three characters (XML 1.0 §2.2); a value with one is left out.

use crate::number::push_whole;
use std::fmt;
use std::rc::Rc;

/// Elements that are kept.
pub const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "stop",
    "defs",
    "linearGradient",
    "radialGradient",
    "clipPath",
    "mask",
    "pattern",
];

/// The place of `defs` in [`ELEMENTS`]; what comes after it is a definition wherever it stands.
pub const DEFS: usize = 10;

/// The places of shapes.
pub const SHAPES: std::ops::RangeInclusive<usize> = 2..=8;

/// The place of `rect`.
pub const RECT: usize = 3;

/// Attributes that are kept.
pub const ATTRIBUTES: &[&str] = &[
    "id",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "width",
    "height",
    "points",
    "transform",
    "viewBox",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-miterlimit",
    "opacity",
    "offset",
    "stop-color",
    "stop-opacity",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "patternUnits",
    "patternContentUnits",
    "patternTransform",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "mask",
    "maskUnits",
    "maskContentUnits",
    "preserveAspectRatio",
    "paint-order",
    "vector-effect",
];

/// The places of `x`, `y`, `width` and `height`.
pub const SIDES: [usize; 4] = [2, 3, 15, 16];

/// The places of `fill-opacity`, `stroke-opacity` and `opacity`.
pub const OPACITIES: [usize; 3] = [21, 25, 31];

/// The place of an element in [`ELEMENTS`].
pub fn element(name: &str) -> Option<usize> {
    ELEMENTS.iter().position(|known| *known == name)
}

/// The place of an attribute in [`ATTRIBUTES`].
pub fn attribute(name: &str) -> Option<usize> {
    ATTRIBUTES.iter().position(|known| *known == name)
}

/// The letter of the first attribute, and of the first element.
const ATTRIBUTE: u8 = b' ';
const ELEMENT: u8 = b'`';
const _: () = assert!(ATTRIBUTES.len() <= (ELEMENT - ATTRIBUTE) as usize && ELEMENTS.len() <= 0x1f);

const STOP: char = '\u{0}';
const END: char = '\u{1}';
const AGAIN: char = '\u{2}';

/// Values up to so many bytes are written again each time.
const SHORT: usize = 12;
/// So many longer values before it are compared with one.
const LATELY: usize = 256;

/// An element of a drawing, with all that is in it.
#[derive(Clone)]
pub struct Node {
    text: Rc<String>,
    at: usize,
}

/// What an element consists of, in the order of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token<'t> {
    /// An element of this name begins.
    Start(&'static str),
    /// An attribute of the element that began last: its name and its value.
    Attribute(&'static str, &'t str),
    /// The innermost element that did not end yet ends.
    End,
}

impl Node {
    /// The element that begins at `at` of what a [`Writer`] wrote.
    pub fn new(text: &Rc<String>, at: usize) -> Node {
        Node { text: Rc::clone(text), at }
    }

    /// A `defs` element with nothing in it.
    pub fn no_defs() -> Node {
        let mut writer = Writer::default();
        writer.start(DEFS);
        writer.end();
        Node::new(&writer.done(), 0)
    }

    /// What it consists of, itself first.
    pub fn tokens(&self) -> Tokens<'_> {
        Tokens { text: &self.text, at: self.at, depth: 0 }
    }

    /// Its name.
    pub fn tag(&self) -> &'static str {
        match self.tokens().next() {
            Some(Token::Start(tag)) => tag,
            _ => "",
        }
    }

    /// The value of its attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        for token in self.tokens().skip(1) {
            match token {
                Token::Attribute(known, value) if known == name => return Some(value),
                Token::Attribute(..) => {}
                _ => break,
            }
        }
        None
    }
}

/// The same element of the same drawing.
impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        self.at == other.at && Rc::ptr_eq(&self.text, &other.text)
    }
}

/// As markup.
impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&crate::svg::markup(self))
    }
}

/// Goes through an element.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Tokens<'t> {
    /// The value that begins at `start`, and where the text goes on after it.
    fn value(&self, start: usize) -> Option<(&'t str, usize)> {
        let length = self.text.as_bytes().get(start..)?.iter().position(|byte| *byte == STOP as u8)?;
        Some((self.text.get(start..start + length)?, start + length + 1))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline(never)]
    fn next(&mut self) -> Option<Token<'t>> {
        let letter = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        if letter == END as u8 {
            self.depth = self.depth.saturating_sub(1);
            if self.depth == 0 {
                self.at = self.text.len();
            }
            return Some(Token::End);
        }
        if letter >= ELEMENT {
            self.depth += 1;
            return ELEMENTS.get(usize::from(letter - ELEMENT)).map(|tag| Token::Start(tag));
        }
        let name = ATTRIBUTES.get(usize::from(letter.wrapping_sub(ATTRIBUTE)))?;
        let (mut value, next) = self.value(self.at)?;
        self.at = next;
        if let Some(place) = value.strip_prefix(AGAIN) {
            let place = place
                .bytes()
                .fold(0_usize, |place, digit| place.wrapping_mul(10).wrapping_add(usize::from(digit & 15)));
            value = self.value(place)?.0;
        }
        Some(Token::Attribute(name, value))
    }
}

/// Writes elements.
#[derive(Default)]
pub struct Writer {
    /// What was written.
    pub text: String,
    /// Where longer values are.
    long: Vec<(usize, usize)>,
}

impl Writer {
    /// One with room for what files of so many bytes mostly come to: half of that, or less.
    pub fn of(length: usize) -> Writer {
        Writer { text: String::with_capacity(length / 2), long: Vec::new() }
    }

    /// What was written, where it is: to copy it would need as much again.
    pub fn done(mut self) -> Rc<String> {
        self.text.shrink_to_fit();
        Rc::new(self.text)
    }

    /// Begins an element: its place in [`ELEMENTS`].
    pub fn start(&mut self, element: usize) {
        self.text.push(char::from(ELEMENT + element as u8));
    }

    /// Gives the element that began last an attribute: its place in [`ATTRIBUTES`] and its value.
    pub fn attribute(&mut self, name: usize, value: &str) {
        if value.bytes().any(|byte| byte <= AGAIN as u8) {
            return;
        }
        self.text.push(char::from(ATTRIBUTE + name as u8));
        let is_long = value.len() > SHORT;
        let mut lately = self.long.iter().rev().take(if is_long { LATELY } else { 0 });
        match lately.find(|(from, to)| self.text.get(*from..*to) == Some(value)) {
            Some((from, _)) => {
                self.text.push(AGAIN);
                push_whole(*from as i64, &mut self.text);
            }
            None => {
                let start = self.text.len();
                self.text.push_str(value);
                if is_long {
                    self.long.push((start, self.text.len()));
                }
            }
        }
        self.text.push(STOP);
    }

    /// Ends the innermost element.
    pub fn end(&mut self) {
        self.text.push(END);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_written_is_read() {
        let mut writer = Writer::default();
        let long = "M0 0h10v10H0z M5 5";
        writer.start(element("g").unwrap());
        writer.attribute(attribute("id").unwrap(), "a");
        let inner = writer.text.len();
        writer.start(element("path").unwrap());
        writer.attribute(attribute("d").unwrap(), long);
        writer.end();
        writer.start(element("path").unwrap());
        writer.attribute(attribute("vector-effect").unwrap(), "");
        writer.attribute(attribute("d").unwrap(), long);
        writer.end();
        writer.end();
        writer.start(element("pattern").unwrap());
        writer.end();
        assert_eq!(writer.text.matches(long).count(), 1, "it is there once");
        let text = writer.done();
        let node = Node::new(&text, 0);
        assert_eq!(
            node.tokens().collect::<Vec<_>>(),
            [
                Token::Start("g"),
                Token::Attribute("id", "a"),
                Token::Start("path"),
                Token::Attribute("d", long),
                Token::End,
                Token::Start("path"),
                Token::Attribute("vector-effect", ""),
                Token::Attribute("d", long),
                Token::End,
                Token::End,
            ]
        );
        assert_eq!((node.tag(), node.attribute("id"), node.attribute("d")), ("g", Some("a"), None));
        let inner = Node::new(&text, inner);
        assert_eq!(inner.tokens().count(), 3, "it ends where it ends");
        assert_eq!((inner.tag(), inner.attribute("d")), ("path", Some(long)));
        assert_ne!(node, inner);
    }

    #[test]
    fn places_are_what_they_are_called() {
        assert_eq!(ELEMENTS[RECT], "rect");
        assert_eq!(ELEMENTS[SHAPES], ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);
        assert_eq!(OPACITIES.map(|at| ATTRIBUTES[at]), ["fill-opacity", "stroke-opacity", "opacity"]);
        assert_eq!(SIDES.map(|at| ATTRIBUTES[at]), ["x", "y", "width", "height"]);
        assert_eq!(
            ELEMENTS[DEFS..],
            ["defs", "linearGradient", "radialGradient", "clipPath", "mask", "pattern"]
        );
    }

    proptest! {
        #[test]
        fn any_value_that_xml_can_have_comes_back(values in prop::collection::vec("\\PC{0,20}|[\u{0}-\u{3}a]{0,20}|abcdefghijklmnop", 0..40)) {
            let mut writer = Writer::default();
            writer.start(0);
            for (at, value) in values.iter().enumerate() {
                writer.attribute(at % ATTRIBUTES.len(), value);
            }
            writer.end();
            let node = Node::new(&writer.done(), 0);
            let read: Vec<String> = node.tokens().filter_map(|token| match token {
                Token::Attribute(_, value) => Some(value.to_owned()),
                _ => None,
            }).collect();
            let sound: Vec<String> = values.into_iter().filter(|value| !value.contains(['\0', '\u{1}', '\u{2}'])).collect();
            prop_assert_eq!(read, sound);
        }

        #[test]
        fn any_text_can_be_gone_through(text in "[\u{0}-\u{3} -~]{0,60}", at in 0..60_usize) {
            let node = Node::new(&Rc::new(text.to_string()), at);
            prop_assert!(node.tokens().count() <= text.len());
        }
    }
}
