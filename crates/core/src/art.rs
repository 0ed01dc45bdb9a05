//! Art: an SVG file from a merchant, parsed to an allow-list. Nothing scripted, nothing external, nothing that browsers and resvg draw
//! differently gets through; what is dropped is told.
//!
//! The subset is that of DESIGN §5: shapes, groups, gradients, patterns, clip paths and masks with presentation attributes (SVG 1.1).

pub(crate) mod node;
mod opacity;

pub use node::{Node, Token, Tokens};

use crate::diagnostics::{Diagnostics, unknown};
use crate::number;
use crate::scene::decimal;
use crate::xml::{self, Event, More, Stream, Tag};
use node::{DEFS, ELEMENTS, OPACITIES, RECT, SHAPES, SIDES, Writer};
use opacity::Paint;
use std::rc::Rc;

/// The most elements one file may have, and how deep they may be nested: the picture stays drawable on a phone.
pub(crate) const MAX_ELEMENTS: usize = 20_000;
pub(crate) const MAX_DEPTH: usize = 64;
/// The longest file that is parsed, in bytes.
pub const MAX_BYTES: usize = 4_000_000;

/// A parsed drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Art {
    /// Left, top, width and height of its coordinate system.
    pub view_box: [f64; 4],
    /// Gradients, clip paths, masks and patterns that parts refer to, in a `defs` element.
    pub defs: Node,
    /// The whole of it as an element.
    pub area: Node,
    /// All elements that are no definitions.
    drawn: Rc<String>,
    /// Those that have an id, in document order: where in `drawn` the element begins, and its id.
    parts: Vec<(usize, Rc<str>)>,
}

impl Art {
    /// The element called `id`.
    pub fn part(&self, id: &str) -> Option<Node> {
        self.parts.iter().find(|(_, name)| **name == *id).map(|(at, _)| Node::new(&self.drawn, *at))
    }

    /// The ids of all parts.
    pub fn part_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.parts.iter().map(|(_, name)| &**name)
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
            drawn: Writer::of(length),
            defs: Writer::default(),
            parts: Vec::new(),
            open: Vec::new(),
            skipped: 0,
            left: MAX_ELEMENTS,
        };
        reader.defs.start(DEFS);
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
        let Reader { mut drawn, mut defs, parts, .. } = reader;
        defs.end();
        let area = drawn.text.len();
        drawn.start(RECT);
        for (name, length) in SIDES.into_iter().zip(view_box) {
            drawn.attribute(name, &decimal(length));
        }
        drawn.end();
        let (drawn, defs) = (drawn.done(), defs.done());
        Some(Art { view_box, defs: Node::new(&defs, 0), area: Node::new(&drawn, area), drawn, parts })
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
    drawn: Writer,
    /// Definitions, which go here wherever they stand.
    defs: Writer,
    parts: Vec<(usize, Rc<str>)>,
    /// The elements that did not end yet, the root apart.
    open: Vec<(Place, Paint)>,
    /// So many elements that are left out did not end yet.
    skipped: usize,
    left: usize,
}

/// Where an element is written.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Drawn,
    Defs,
    /// What is in it is in [`Place::Defs`], and itself is not written.
    Around,
}

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

    /// Writes what begins, if it is kept.
    fn begin(&mut self, tag: &Tag) -> Option<(Place, Paint)> {
        if self.skipped > 0 || self.left == 0 {
            return None;
        }
        self.left -= 1;
        let name = tag.name;
        let Some(known) = node::element(name) else {
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
        let is_within = self.open.last().is_some_and(|(place, _)| *place != Place::Drawn);
        if !is_within && known == DEFS {
            return Some((Place::Around, Paint::default()));
        }
        let (writer, place) = if is_within || known > DEFS {
            (&mut self.defs, Place::Defs)
        } else {
            if let Some(id) = tag.attribute("id") {
                self.parts.push((self.drawn.text.len(), id.into()));
            }
            (&mut self.drawn, Place::Drawn)
        };
        writer.start(known);
        let around = self.open.last().map_or(Paint::default(), |(_, paint)| *paint);
        let faded = if SHAPES.contains(&known) { around.one(tag) } else { None };
        attributes(writer, tag, faded.is_some(), self.diagnostics);
        if let Some(opacity) = faded {
            // Of both paints: where a bleed grows out of a shape, it is drawn with the other as well.
            OPACITIES[..2].iter().for_each(|name| writer.attribute(*name, &decimal(opacity)));
        }
        Some((place, around.within(tag)))
    }

    /// The innermost element ends.
    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match self.open.pop() {
            Some((Place::Drawn, _)) => self.drawn.end(),
            Some((Place::Defs, _)) => self.defs.end(),
            _ => {}
        }
    }
}

/// Writes those attributes of an element that are kept. What says how opaque it is is not, when it is `faded`: then that is written apart.
fn attributes(writer: &mut Writer, tag: &Tag, faded: bool, diagnostics: &mut Diagnostics) {
    // Names of other namespaces (editors', xlink) are not among them.
    for (name, value) in &tag.attributes {
        let name = *name;
        match node::attribute(name) {
            Some(known) if faded && OPACITIES.contains(&known) => {}
            Some(known) if is_harmless(value) => writer.attribute(known, value),
            Some(_) => {
                diagnostics
                    .warning(say!("{name} refers to something outside of the drawing; it is left out"));
            }
            None if name == "style" || name == "class" || name == "href" || name.starts_with("on") => {
                diagnostics.warning(say!(
                    "the attribute {name} is not used; write presentation attributes such as fill"
                ));
            }
            None => {}
        }
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
        assert_eq!(art.defs.tokens().filter(|token| *token == Token::Start("linearGradient")).count(), 1);
        assert_eq!(art.part("body").unwrap().tokens().filter(|token| *token == Token::End).count(), 2);
        assert!(art.part("a").is_none());
        assert!(art.missing("bodi").contains("did you mean \"body\""));
    }

    #[test]
    fn nothing_scripted_or_external_gets_through() {
        let (art, problems) = parse(
            "<script>alert(1)</script><g id='p' onclick='alert(1)' style='fill:red' fill='url(https://x/#a)'>\
             <image href='https://x/y.png'/><foreignObject/><path d='M0 0' fill='url(#ok)' stroke='URL( \"//x\")'/></g>",
        );
        let part = art.unwrap().part("p").unwrap();
        assert_eq!(format!("{part:?}"), "<g id=\"p\"><path d=\"M0 0\" fill=\"url(#ok)\"/></g>");
        assert_eq!(problems.len(), 7);
    }

    #[test]
    fn the_opacity_of_a_shape_with_one_paint_is_that_of_its_paint() {
        let table = [
            // A fill, or a stroke.
            ("<path opacity='.5'/>", "<path fill-opacity=\"0.5\" stroke-opacity=\"0.5\"/>"),
            (
                "<path opacity='.5' fill='red' fill-opacity='.5' stroke='none'/>",
                "<path fill=\"red\" stroke=\"none\" fill-opacity=\"0.25\" stroke-opacity=\"0.25\"/>",
            ),
            (
                "<rect opacity='2' fill='none' stroke='red' fill-opacity='.1'/>",
                "<rect fill=\"none\" stroke=\"red\" fill-opacity=\"1\" stroke-opacity=\"1\"/>",
            ),
            (
                "<g stroke='red'><path fill='none' opacity='.5'/></g>",
                "<g stroke=\"red\"><path fill=\"none\" fill-opacity=\"0.5\" stroke-opacity=\"0.5\"/></g>",
            ),
            (
                "<g stroke='red'><path stroke='none' opacity='.5'/></g>",
                "<g stroke=\"red\"><path stroke=\"none\" fill-opacity=\"0.5\" stroke-opacity=\"0.5\"/></g>",
            ),
            // Both, or several shapes: they overlap. Or none.
            ("<path stroke='red' opacity='.5'/>", "<path stroke=\"red\" opacity=\".5\"/>"),
            (
                "<g stroke='red'><g><path opacity='.5'/></g></g>",
                "<g stroke=\"red\"><g><path opacity=\".5\"/></g></g>",
            ),
            ("<g opacity='.5'><path/></g>", "<g opacity=\".5\"><path/></g>"),
            ("<path fill='none' opacity='.5'/>", "<path fill=\"none\" opacity=\".5\"/>"),
            // What it depends on is elsewhere, or no number.
            (
                "<g fill-opacity='.5'><path opacity='.5'/></g>",
                "<g fill-opacity=\".5\"><path opacity=\".5\"/></g>",
            ),
            ("<path opacity='50%'/>", "<path opacity=\"50%\"/>"),
            ("<path opacity='.5' fill-opacity='a'/>", "<path opacity=\".5\" fill-opacity=\"a\"/>"),
        ];
        for (given, kept) in table {
            let (art, problems) = parse(&format!("<g id='p'>{given}</g><path id='q' opacity='.5'/>"));
            let art = art.unwrap();
            assert_eq!(problems, Vec::<String>::new());
            assert_eq!(format!("{:?}", art.part("p").unwrap()), format!("<g id=\"p\">{kept}</g>"), "{given}");
            let next = "<path id=\"q\" fill-opacity=\"0.5\" stroke-opacity=\"0.5\"/>";
            assert_eq!(format!("{:?}", art.part("q").unwrap()), next, "after {given}");
        }
    }

    #[test]
    fn definitions_are_apart_wherever_they_stand() {
        let (art, problems) = parse(
            "<g id='a'><clipPath id='c'><path id='x' d='M0 0'/></clipPath><rect id='b' width='1' clip-path='url(#c)'/>\
             <defs><g id='y'/><pattern><defs><mask id='m'/></defs></pattern></defs></g>",
        );
        let art = art.unwrap();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(art.part_ids().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(
            format!("{:?}", art.part("a").unwrap()),
            "<g id=\"a\"><rect id=\"b\" width=\"1\" clip-path=\"url(#c)\"/></g>"
        );
        assert_eq!(
            format!("{:?}", art.defs),
            "<defs><clipPath id=\"c\"><path id=\"x\" d=\"M0 0\"/></clipPath><g id=\"y\"/>\
             <pattern><defs><mask id=\"m\"/></defs></pattern></defs>"
        );
        assert_eq!(format!("{:?}", art.area), "<rect x=\"0\" y=\"0\" width=\"10\" height=\"20\"/>");
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
