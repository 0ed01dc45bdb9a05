//! Art: an SVG file from a merchant, parsed to an allow-list. Nothing scripted, nothing external, nothing that browsers and resvg draw
//! differently gets through; what is dropped is told.
//!
//! The subset is that of DESIGN §5: shapes, groups, gradients, patterns, clip paths and masks with presentation attributes (SVG 1.1).

use crate::diagnostics::{Diagnostics, unknown};
use crate::number;
use crate::pool;
use crate::scene::decimal;
use crate::xml::{self, Event, More, Stream, Tag};
use std::rc::Rc;

/// Elements that are kept.
pub(crate) const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
];

/// Attributes that are kept.
pub(crate) const ATTRIBUTES: &[&str] = &[
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

/// The most elements one file may have, and how deep they may be nested: the picture stays drawable on a phone.
pub(crate) const MAX_ELEMENTS: usize = 20_000;
pub(crate) const MAX_DEPTH: usize = 64;
/// The longest file that is parsed, in bytes.
pub const MAX_BYTES: usize = 4_000_000;

/// Attributes of an element, names and values. A name is where its text is, which is one word and not two: art has tens of thousands of attributes.
pub type Attributes = Vec<(&'static &'static str, Rc<str>)>;

/// An element of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Attributes,
    /// What is in it.
    pub children: Vec<Rc<Node>>,
}

impl Node {
    /// The attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| **key == name).map(|(_, value)| &**value)
    }
}

/// A parsed drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Art {
    /// Left, top, width and height of its coordinate system.
    pub view_box: [f64; 4],
    /// Gradients, clip paths, masks and patterns that parts refer to.
    pub defs: Rc<[Rc<Node>]>,
    /// The whole of it as an element.
    pub area: Rc<Node>,
    /// Elements that have an id, outside of definitions, in document order.
    parts: Vec<(String, Rc<Node>)>,
}

impl Art {
    /// The element called `id`.
    pub fn part(&self, id: &str) -> Option<&Rc<Node>> {
        self.parts.iter().find(|(name, _)| name == id).map(|(_, node)| node)
    }

    /// The ids of all parts.
    pub fn part_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.parts.iter().map(|(name, _)| name.as_str())
    }

    /// A sentence about a part that is missing, with the nearest name.
    pub fn missing(&self, id: &str) -> String {
        unknown("part of the art", id, self.part_ids())
    }

    /// Parses an SVG file. `None` when it cannot be drawn at all; what was dropped is in `diagnostics`.
    pub fn parse(text: &str, diagnostics: &mut Diagnostics) -> Option<Art> {
        if text.len() <= MAX_BYTES
            && let Err((line, column)) = xml::parse(text)
        {
            diagnostics.error(say!("not well-formed XML at line {line}, column {column}"));
            return None;
        }
        let mut whole = Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
        Art::read(text.len(), &mut |_| whole.take(), diagnostics)
    }

    /// Reads an SVG file of `length` bytes that comes in pieces, and never has all of it in memory. The same as [`Art::parse`], but for where the file is
    /// not well-formed, which is not said.
    #[inline(never)]
    pub fn read(length: usize, more: More, diagnostics: &mut Diagnostics) -> Option<Art> {
        if length > MAX_BYTES {
            diagnostics.error(say!("the drawing is larger than {MAX_BYTES} bytes"));
            return None;
        }
        let mut reader = Reader {
            diagnostics,
            parts: Vec::new(),
            defs: Vec::new(),
            open: Vec::new(),
            skipped: 0,
            left: MAX_ELEMENTS,
            long: Vec::new(),
        };
        let mut stream = Stream::new(more);
        let Event::Start(root) = stream.next()? else { return None };
        if root.name != "svg" {
            reader.diagnostics.error(say!("expected an SVG drawing, found <{}>", root.name));
            return None;
        }
        let view_box = view_box(&root).or_else(|| {
            reader.diagnostics.error("the drawing needs a viewBox with a width and height above 0");
            None
        })?;
        loop {
            match stream.next()? {
                Event::Start(tag) => reader.start(&tag),
                Event::End => reader.end(),
                Event::Done => break,
            }
        }
        if reader.left == 0 {
            reader.diagnostics.error(say!("the drawing has more than {MAX_ELEMENTS} elements"));
            return None;
        }
        let Reader { parts, defs, .. } = reader;
        let sides = [&"x", &"y", &"width", &"height"].into_iter().zip(view_box);
        let attributes = sides.map(|(name, length)| (name, decimal(length).into())).collect();
        let area = Rc::new(Node { tag: "rect", attributes, children: Vec::new() });
        Some(Art { view_box, defs: defs.into(), area, parts })
    }
}

fn view_box(root: &Tag) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = match root.attribute("viewBox") {
        Some(text) => text
            .split(&[' ', ',', '\n', '\t'][..])
            .filter(|s| !s.is_empty())
            .filter_map(number::parse)
            .collect(),
        None => {
            let side = |name| {
                let text = root.attribute(name)?;
                number::parse(text.strip_suffix("px").unwrap_or(text))
            };
            vec![0.0, 0.0, side("width")?, side("height")?]
        }
    };
    let found: [f64; 4] = numbers.try_into().ok()?;
    let sound = found.iter().all(|n| n.is_finite() && n.abs() < 1e6) && found[2] > 0.0 && found[3] > 0.0;
    sound.then_some(found)
}

struct Reader<'d> {
    diagnostics: &'d mut Diagnostics,
    parts: Vec<(String, Rc<Node>)>,
    defs: Vec<Rc<Node>>,
    /// The elements that did not end yet, the root apart, each with whether it is in definitions.
    open: Vec<(Node, bool)>,
    /// So many elements that are left out did not end yet.
    skipped: usize,
    left: usize,
    /// Long values, each once.
    long: Vec<Rc<str>>,
}

/// So many long values before it are compared with one.
const LONG: usize = 256;

impl Reader<'_> {
    fn start(&mut self, tag: &Tag) {
        match self.begin(tag) {
            Some(begun) => {
                self.open.push(begun);
                if tag.empty {
                    self.end();
                }
            }
            None if !tag.empty => self.skipped += 1,
            None => {}
        }
    }

    /// The element that begins, if it is kept.
    fn begin(&mut self, tag: &Tag) -> Option<(Node, bool)> {
        if self.skipped > 0 || self.left == 0 {
            return None;
        }
        self.left -= 1;
        let name = tag.name;
        let Some(known) = ELEMENTS.iter().copied().find(|known| *known == name) else {
            // Titles, descriptions and editors' notes are no loss.
            if !matches!(name, "title" | "desc" | "metadata" | "namedview") {
                self.diagnostics.warning(say!("<{name}> is not drawn: {} are", ELEMENTS[1..9].join(", ")));
            }
            return None;
        };
        if self.open.len() > MAX_DEPTH {
            self.diagnostics.warning(say!("elements nested deeper than {MAX_DEPTH} are not drawn"));
            return None;
        }
        let in_defs = self.open.last().is_some_and(|(node, in_defs)| *in_defs || node.tag == "defs");
        let attributes = self.attributes(tag);
        Some((Node { tag: known, attributes, children: Vec::new() }, in_defs))
    }

    /// The innermost element ends. Definitions go to `defs` wherever they stand.
    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some((mut node, in_defs)) = self.open.pop() else { return };
        let tag = node.tag;
        if tag == "defs" {
            self.defs.extend(node.children);
            return;
        }
        node.children.shrink_to_fit();
        let node = Rc::new(node);
        let is_definition =
            matches!(tag, "linearGradient" | "radialGradient" | "clipPath" | "mask" | "pattern");
        if is_definition && !in_defs {
            self.defs.push(node);
            return;
        }
        if !in_defs && let Some(id) = node.attribute("id") {
            self.parts.push((id.to_owned(), Rc::clone(&node)));
        }
        if let Some((parent, _)) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    /// `value` in memory, where it shares that of an equal one. Paths are long, and come again: filled, outlined, as a clip, as a shadow.
    fn shared(&mut self, value: &str) -> Rc<str> {
        if value.len() <= pool::LONGEST {
            return pool::shared(value);
        }
        let known = self.long.iter().rev().take(LONG).find(|known| ***known == *value);
        known.cloned().unwrap_or_else(|| {
            let new: Rc<str> = value.into();
            self.long.push(Rc::clone(&new));
            new
        })
    }

    fn attributes(&mut self, tag: &Tag) -> Attributes {
        let mut kept = Vec::with_capacity(tag.attributes.len());
        // Names of other namespaces (editors', xlink) are not among them.
        for (name, value) in &tag.attributes {
            let name = *name;
            match ATTRIBUTES.iter().find(|known| **known == name) {
                Some(known) if is_harmless(value) => kept.push((known, self.shared(value))),
                Some(_) => self
                    .diagnostics
                    .warning(say!("{name} refers to something outside of the drawing; it is left out")),
                None if name == "style" || name == "class" || name == "href" || name.starts_with("on") => {
                    self.diagnostics.warning(say!(
                        "the attribute {name} is not used; write presentation attributes such as fill"
                    ));
                }
                None => {}
            }
        }
        kept.shrink_to_fit();
        kept
    }
}

/// `text` in pieces, as `str::split` makes them, without the library's clever search: values are short.
fn pieces<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut list, mut start) = (Vec::new(), 0);
    for (at, _) in text.char_indices() {
        if at >= start && text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(separator.as_bytes()))
        {
            list.extend(text.get(start..at));
            start = at + separator.len();
        }
    }
    list.extend(text.get(start..));
    list
}

/// A value may point into the same file, `url(#id)`, and nowhere else. Other functions take addresses too, as quoted strings:
/// `image-set("https://…" 1x)`.
pub(crate) fn is_harmless(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let is_quoted = |text: &str| text.contains(['"', '\'']);
    let contains = |text: &str| pieces(&lower, text).len() > 1;
    let mut pieces = pieces(&lower, "url(").into_iter();
    let before = pieces.next().unwrap_or_default();
    !contains("javascript:")
        && !contains("//")
        && !lower.contains('\\')
        && !is_quoted(before)
        && pieces.all(|piece| {
            let (address, after) = piece.split_once(')').unwrap_or((piece, ""));
            address.trim_start_matches(['"', '\'', ' ']).starts_with('#') && !is_quoted(after)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(body: &str) -> (Option<Art>, Vec<String>) {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 20\">{body}</svg>");
        let mut diagnostics = Diagnostics::new();
        let art = Art::parse(&text, &mut diagnostics);
        (art, diagnostics.into_list().into_iter().map(|d| d.message).collect())
    }

    #[test]
    fn parts_and_definitions_are_told_apart() {
        let (art, problems) = parse(
            "<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs><g id='body'><path id='x' d='M0 0'/></g>",
        );
        let art = art.unwrap();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(art.view_box, [0.0, 0.0, 10.0, 20.0]);
        assert_eq!(art.defs.len(), 1);
        assert_eq!(art.part("body").unwrap().children.len(), 1);
        assert!(art.part("a").is_none());
        assert!(art.missing("bodi").contains("did you mean \"body\""));
    }

    #[test]
    fn nothing_scripted_or_external_gets_through() {
        let (art, problems) = parse(
            "<script>alert(1)</script><g id='p' onclick='alert(1)' style='fill:red' fill='url(https://x/#a)'>\
             <image href='https://x/y.png'/><foreignObject/><path d='M0 0' fill='url(#ok)' stroke='URL( \"//x\")'/></g>",
        );
        let part = art.unwrap().part("p").unwrap().clone();
        assert_eq!(part.attributes.len(), 1, "only the id stays");
        assert_eq!(part.children.len(), 1, "only the path stays");
        assert_eq!(part.children[0].attributes.iter().map(|a| *a.0).collect::<Vec<_>>(), ["d", "fill"]);
        assert_eq!(problems.len(), 7);
    }

    #[test]
    fn equal_values_are_in_memory_once() {
        let (art, _) = parse("<g id='a' fill='none' stroke='none'/><g id='b' fill='none' stroke='#000'/>");
        let art = art.unwrap();
        let value = |id: &str, name: &str| {
            art.part(id).unwrap().attributes.iter().find(|(key, _)| **key == name).unwrap().1.clone()
        };
        assert!(Rc::ptr_eq(&value("a", "fill"), &value("b", "fill")));
        assert!(Rc::ptr_eq(&value("a", "fill"), &value("a", "stroke")));
        assert_eq!(&*value("b", "stroke"), "#000");
        // Paths, too, which are long.
        let path = "M0 0".repeat(100);
        let (art, _) =
            parse(&format!("<path id='a' d='{path}'/><path id='b' d='{path}'/><path id='c' d='{path}Z'/>"));
        let art = art.unwrap();
        let path = |id: &str| art.part(id).unwrap().attributes[1].1.clone();
        assert!(Rc::ptr_eq(&path("a"), &path("b")) && !Rc::ptr_eq(&path("a"), &path("c")));
    }

    #[test]
    fn bombs_and_nonsense_are_refused() {
        let mut diagnostics = Diagnostics::new();
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg viewBox='0 0 1 1'>&a;</svg>";
        assert!(Art::parse(bomb, &mut diagnostics).is_none());
        assert!(Art::parse("<html/>", &mut diagnostics).is_none());
        assert!(Art::parse("<svg viewBox='0 0 0 1'/>", &mut diagnostics).is_none());
        let deep = format!("<svg viewBox='0 0 1 1'>{}{}</svg>", "<g>".repeat(500), "</g>".repeat(500));
        assert!(Art::parse(&deep, &mut diagnostics).is_some());
        let many = format!("<svg viewBox='0 0 1 1'>{}</svg>", "<g/>".repeat(MAX_ELEMENTS + 1));
        assert!(Art::parse(&many, &mut diagnostics).is_none());
    }
}
