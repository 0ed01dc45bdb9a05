//! A shopper's SVG file, made harmless: only elements and attributes of [`crate::art`]'s lists come through, so that it can neither run nor fetch
//! anything; ids get a prefix, so that it cannot touch the product's art; what refers to each other is counted, so that it cannot grow without end.
//!
//! Beyond art, which merchants write for us, files of drawing programs are understood: `style` attributes, `style` elements with plain selectors,
//! `use` and `symbol`, gradients that continue another one, a document type without entities.

use super::Refusal;
use super::style::{Sheet, declarations};
use crate::art::node::{self, ATTRIBUTES, ELEMENTS, Writer};
use crate::art::{MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, Node, is_harmless};
use crate::number;
use crate::xml::{self, Document, Element};

/// A drawing that can be put into any picture, as an `svg` element with this view box.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Left, top, width and height of its coordinate system.
    pub view_box: [f64; 4],
    /// What is in it, as an element.
    pub node: Node,
}

/// Attributes of an element, names and values.
type Attributes = Vec<(&'static str, String)>;

/// An element while it is being made.
struct Tree {
    tag: &'static str,
    attributes: Attributes,
    children: Vec<Tree>,
}

impl Tree {
    /// Trees are no deeper than [`MAX_DEPTH`].
    fn write(&self, writer: &mut Writer) {
        let Some(tag) = node::element(self.tag) else { return };
        writer.start(tag);
        for (name, value) in &self.attributes {
            if let Some(name) = node::attribute(name) {
                writer.attribute(name, value);
            }
        }
        self.children.iter().for_each(|child| child.write(writer));
        writer.end();
    }
}

/// So many shapes may come of all references together.
const MOST_DRAWN: usize = 200_000;
/// So many names of what was left out are told.
const MOST_TOLD: usize = 6;

/// Whether `bytes` look like an SVG file.
pub fn is_one(bytes: &[u8]) -> bool {
    let Some(start) = bytes.iter().position(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf))
    else {
        return false;
    };
    let head = bytes.get(start..bytes.len().min(start + 20_000)).unwrap_or_default();
    head.first() == Some(&b'<') && head.windows(4).any(|window| window == b"<svg" || window == b":svg")
}

/// Reads an SVG file; its ids begin with `prefix`. Beside it the names of what was left out.
///
/// # Errors
/// Why it cannot be used.
pub fn read(bytes: &[u8], prefix: &str) -> Result<(Drawing, Vec<String>), Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::SvgTooComplex);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Broken)?;
    let text = without_doctype(text)?;
    let document = xml::parse(&text).map_err(|_| Refusal::Broken)?;
    let root = document.element(0).filter(|root| root.name == "svg").ok_or(Refusal::NotAnImage)?;
    let view_box = view_box(root).ok_or(Refusal::SvgNoSize)?;
    let mut reader = Reader {
        sheet: Sheet::read(&text),
        ids: ids(&document),
        document: &document,
        prefix,
        told: Vec::new(),
        left: MAX_ELEMENTS,
        failed: None,
    };
    // What the root says about paint holds for all that is in it.
    let attributes = reader.attributes(root, false).unwrap_or_default();
    let inherited = attributes.into_iter().filter(|(name, _)| is_paint(name)).collect();
    let children = reader.children(0, 1, true);
    if let Some(why) = reader.failed {
        return Err(why);
    }
    let tree = Tree { tag: "g", attributes: inherited, children };
    if !has_shape(&tree) {
        return Err(Refusal::SvgEmpty);
    }
    if Cost::new(&tree).of(&tree, 0).is_none_or(|cost| cost > MOST_DRAWN) {
        return Err(Refusal::SvgTooComplex);
    }
    let mut writer = Writer::default();
    tree.write(&mut writer);
    Ok((Drawing { view_box, node: Node::new(&writer.text.into(), 0) }, reader.told))
}

/// `text` without a document type. One that declares something of its own is refused: that is how a few bytes become gigabytes.
fn without_doctype(text: &str) -> Result<String, Refusal> {
    let Some(start) = text.find("<!DOCTYPE").filter(|start| text.find("<svg").is_none_or(|svg| *start < svg))
    else {
        return Ok(text.to_owned());
    };
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find('>').ok_or(Refusal::Broken)?;
    if rest.get(..end).is_some_and(|inside| inside.contains('[')) {
        return Err(Refusal::SvgEntities);
    }
    Ok([text.get(..start).unwrap_or_default(), rest.get(end + 1..).unwrap_or_default()].concat())
}

fn view_box(root: &Element) -> Option<[f64; 4]> {
    let found: [f64; 4] = match root.attribute("viewBox") {
        Some(text) => {
            let numbers = text.split([' ', ',', '\n', '\t', '\r']).filter(|part| !part.is_empty());
            numbers.map(number::parse).collect::<Option<Vec<f64>>>()?.try_into().ok()?
        }
        None => {
            // Any unit will do: only the shape counts.
            let side = |name| {
                let text = root.attribute(name)?.trim();
                number::parse(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
            };
            [0.0, 0.0, side("width")?, side("height")?]
        }
    };
    let sound = found.iter().all(|n| n.is_finite() && n.abs() < 1e6) && found[2] > 1e-3 && found[3] > 1e-3;
    sound.then_some(found)
}

/// Presentation attributes: those that a style may set, and an element inherit or wear.
fn is_paint(name: &str) -> bool {
    name.contains('-') || matches!(name, "fill" | "stroke" | "opacity" | "mask")
}

fn is_shape(tag: &str) -> bool {
    matches!(tag, "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon")
}

fn is_definition(tag: &str) -> bool {
    matches!(tag, "defs" | "linearGradient" | "radialGradient" | "clipPath" | "mask" | "pattern")
}

/// Whether anything is drawn. Trees are no deeper than [`MAX_DEPTH`].
fn has_shape(node: &Tree) -> bool {
    is_shape(node.tag) || !is_definition(node.tag) && node.children.iter().any(has_shape)
}

/// The elements of `document` that have an id, sorted by it; of several with one id the first.
fn ids<'d>(document: &'d Document<'d>) -> Vec<(&'d str, usize)> {
    let mut list = Vec::new();
    let mut index = 0;
    while let Some(element) = document.element(index) {
        list.extend(element.attribute("id").map(|id| (id, index)));
        index += 1;
    }
    list.sort();
    list.dedup_by_key(|(id, _)| *id);
    list
}

struct Reader<'d> {
    document: &'d Document<'d>,
    /// The elements that have an id, by that.
    ids: Vec<(&'d str, usize)>,
    sheet: Sheet<'d>,
    prefix: &'d str,
    told: Vec<String>,
    left: usize,
    failed: Option<Refusal>,
}

impl<'d> Reader<'d> {
    fn fail(&mut self, why: Refusal) {
        self.failed.get_or_insert(why);
    }

    /// `name` was left out.
    fn tell(&mut self, name: &str) {
        let shown: String = name.chars().take(40).collect();
        if self.told.len() < MOST_TOLD && !self.told.contains(&shown) {
            self.told.push(shown);
        }
    }

    fn children(&mut self, index: usize, depth: usize, has_ids: bool) -> Vec<Tree> {
        let children = self.document.children(index);
        children.into_iter().filter_map(|child| self.element(child, depth, has_ids)).collect()
    }

    /// An element and what is in it. What is drawn once more by `use` has no ids.
    fn element(&mut self, index: usize, depth: usize, has_ids: bool) -> Option<Tree> {
        let element = self.document.element(index)?;
        if self.failed.is_some() {
            return None;
        }
        if self.left == 0 {
            self.fail(Refusal::SvgTooComplex);
            return None;
        }
        if depth > MAX_DEPTH {
            self.fail(Refusal::SvgTooDeep);
            return None;
        }
        self.left -= 1;
        let name = element.name;
        match name {
            // These say nothing that is drawn, or were read already.
            "title" | "desc" | "metadata" | "namedview" | "style" | "symbol" => return None,
            "use" => return self.used(element, depth),
            // A link around something: what is in it is drawn.
            "a" | "switch" => {
                let attributes = self.attributes(element, has_ids)?;
                let children = self.children(index, depth + 1, has_ids);
                return Some(Tree { tag: "g", attributes, children });
            }
            _ => {}
        }
        let Some(tag) = ELEMENTS.iter().copied().find(|tag| *tag == name) else {
            // Editors keep notes of their own.
            if !matches!(name, "RDF" | "i" | "switch" | "pgf" | "sfw" | "page" | "guide" | "grid") {
                self.tell(&["<", name, ">"].concat());
            }
            return None;
        };
        let mut attributes = self.attributes(element, has_ids)?;
        let mut children = self.children(index, depth + 1, has_ids);
        if matches!(tag, "linearGradient" | "radialGradient") {
            self.continued(element, &mut attributes, &mut children);
        }
        Some(Tree { tag, attributes, children })
    }

    /// The element that `element` refers to.
    fn target(&self, element: &Element) -> Option<usize> {
        let href = element.attribute("href").or_else(|| element.attribute("xlink:href"))?;
        let id = href.trim().strip_prefix('#')?;
        let at = self.ids.binary_search_by_key(&id, |(name, _)| *name).ok()?;
        self.ids.get(at).map(|(_, index)| *index)
    }

    /// What `use` draws once more. Circles end at the limit of depth, and growth at that of elements.
    fn used(&mut self, element: &Element, depth: usize) -> Option<Tree> {
        let Some(target) = self.target(element) else {
            self.tell("<use>");
            return None;
        };
        let mut attributes = self.attributes(element, false)?;
        let number = |name: &str| element.attribute(name).and_then(number::parse).unwrap_or(0.0);
        let (x, y) = (number("x"), number("y"));
        attributes.retain(|(name, _)| !matches!(*name, "x" | "y" | "width" | "height"));
        if x != 0.0 || y != 0.0 {
            let moved =
                ["translate(", &crate::scene::decimal(x), " ", &crate::scene::decimal(y), ")"].concat();
            match attributes.iter_mut().find(|(name, _)| *name == "transform") {
                Some((_, value)) => *value = [&**value, " ", &moved].concat(),
                None => attributes.push(("transform", moved)),
            }
        }
        let is_symbol = self.document.element(target).is_some_and(|target| target.name == "symbol");
        let child = if is_symbol {
            self.symbol(element, target, depth)
        } else {
            self.element(target, depth + 1, false)
        };
        Some(Tree { tag: "g", attributes, children: child.into_iter().collect() })
    }

    /// A symbol in a window as large as the `use` says.
    fn symbol(&mut self, element: &Element, target: usize, depth: usize) -> Option<Tree> {
        let symbol = self.document.element(target)?;
        let mut attributes = self.attributes(symbol, false)?;
        attributes.retain(|(name, _)| !matches!(*name, "x" | "y" | "width" | "height" | "id"));
        for name in ["width", "height"] {
            if let Some(value) =
                element.attribute(name).or_else(|| symbol.attribute(name)).filter(|value| is_harmless(value))
            {
                attributes.push((name, value.to_owned()));
            }
        }
        let children = self.children(target, depth + 2, false);
        Some(Tree { tag: "svg", attributes, children })
    }

    /// A gradient may take its stops and what it does not say itself from another one.
    fn continued(&mut self, element: &Element, attributes: &mut Attributes, children: &mut Vec<Tree>) {
        let mut next = self.target(element);
        for _ in 0..8 {
            let Some((index, other)) = next.and_then(|index| Some((index, self.document.element(index)?)))
            else {
                return;
            };
            if !matches!(other.name, "linearGradient" | "radialGradient") {
                return;
            }
            for (name, value) in self.attributes(other, false).unwrap_or_default() {
                if !attributes.iter().any(|(known, _)| *known == name) {
                    attributes.push((name, value));
                }
            }
            if children.is_empty() {
                *children = self.children(index, 2, false);
            }
            next = self.target(other);
        }
    }

    /// What is kept of an element's attributes and styles. `None` where it is not shown at all.
    fn attributes(&mut self, element: &Element, has_id: bool) -> Option<Attributes> {
        let mut kept: Attributes = Vec::new();
        let mut is_shown = true;
        for (name, value) in &element.attributes {
            match *name {
                "id" if has_id => self.put(&mut kept, "id", &[self.prefix, value].concat()),
                "id" | "class" | "style" | "href" | "xlink:href" => {}
                name if name.starts_with("on") => self.tell(name),
                "display" => is_shown &= value.trim() != "none",
                "visibility" => is_shown &= !matches!(value.trim(), "hidden" | "collapse"),
                name => self.put(&mut kept, name, value),
            }
        }
        let sheet = self.sheet.of(element);
        let own = element.attribute("style").map(declarations).unwrap_or_default();
        for (name, value) in sheet.into_iter().chain(own) {
            match name {
                "display" => is_shown &= value != "none",
                "visibility" => is_shown &= !matches!(value, "hidden" | "collapse"),
                name if is_paint(name) => self.put(&mut kept, name, value),
                _ => {}
            }
        }
        if element.name != "use"
            && matches!(element.attribute("href").or(element.attribute("xlink:href")), Some(href) if !href.trim().starts_with('#'))
        {
            self.tell("href");
        }
        is_shown.then_some(kept)
    }

    fn put(&mut self, kept: &mut Attributes, name: &str, value: &str) {
        let Some(known) = ATTRIBUTES.iter().copied().find(|known| *known == name) else { return };
        if !is_harmless(value) || value.contains("var(") {
            self.tell(name);
            return;
        }
        let value = if value.trim().eq_ignore_ascii_case("currentcolor") {
            // A file of its own has no surroundings: letters are black.
            "#000000".to_owned()
        } else {
            prefixed(value, self.prefix)
        };
        kept.retain(|(other, _)| *other != known);
        kept.push((known, value));
    }
}

/// `value` with `prefix` before the id of each `url(#id)`.
fn prefixed(value: &str, prefix: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let (mut out, mut done) = (String::new(), 0);
    while let Some(at) = lower.get(done..).and_then(|rest| rest.find("url(")) {
        let start = done + at;
        out.push_str(value.get(done..start).unwrap_or_default());
        let rest = value.get(start..).unwrap_or_default();
        let end = rest.find(')').unwrap_or(rest.len());
        let id = rest.get(4..end).unwrap_or_default().trim_matches(['"', '\'', ' ']).trim_start_matches('#');
        out.extend(["url(#", prefix, id, ")"]);
        done = (start + end + 1).min(value.len());
    }
    out.push_str(value.get(done..).unwrap_or_default());
    out
}

/// The id that a value refers to.
fn reference(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once("url(#")?;
    rest.split_once(')').map(|(id, _)| id)
}

/// How many shapes a browser draws for an element, with what it refers to counted as often as it is drawn.
struct Cost<'n> {
    /// The elements that have an id, sorted by it.
    named: Vec<(&'n str, &'n Tree)>,
    /// What each of them costs, once it is known. While it is being found out, coming back to it is a circle.
    known: Vec<Option<Option<usize>>>,
}

impl<'n> Cost<'n> {
    fn new(root: &'n Tree) -> Cost<'n> {
        let mut named = Vec::new();
        collect(root, &mut named);
        named.sort_by_key(|(id, _)| *id);
        Cost { known: vec![None; named.len()], named }
    }

    /// `None` for circles, and for chains that are too long.
    fn of(&mut self, node: &'n Tree, depth: usize) -> Option<usize> {
        let mut cost = 1_usize;
        for (name, value) in &node.attributes {
            if matches!(*name, "fill" | "stroke" | "clip-path" | "mask")
                && let Some(id) = reference(value)
            {
                cost = cost.saturating_add(self.of_id(id, depth + 1)?);
            }
        }
        for child in &node.children {
            cost = cost.saturating_add(self.of(child, depth + 1)?);
        }
        Some(cost)
    }

    fn of_id(&mut self, id: &'n str, depth: usize) -> Option<usize> {
        let Ok(at) = self.named.binary_search_by_key(&id, |(name, _)| *name) else { return Some(0) };
        if let Some(cost) = self.known.get(at)? {
            return *cost;
        }
        if depth > 8 * MAX_DEPTH {
            return None;
        }
        self.known[at] = Some(None);
        let cost = self.of(self.named.get(at)?.1, depth + 1);
        self.known[at] = Some(cost);
        cost
    }
}

fn collect<'n>(node: &'n Tree, named: &mut Vec<(&'n str, &'n Tree)>) {
    if let Some((_, id)) = node.attributes.iter().find(|(name, _)| *name == "id") {
        named.push((id, node));
    }
    node.children.iter().for_each(|child| collect(child, named));
}
