//! The live picture: a scene as SVG in the page.
//!
//! It is not drawn by yew. A picture is hundreds of elements that never change but for a fill and for being there; each is made once, kept, and
//! put in or taken out. `docs/decisions/picture-by-hand.md` has the figures.

use super::logo;
use haberdash_core::art::{Node, Token, Tokens};
use haberdash_core::number::Digits;
use haberdash_core::product::{Blend, Color};
use haberdash_core::scene::{Fill, Scene, SceneContent, SceneLayer, decimal};
use haberdash_core::svg::{clip_id, mask_id, pattern_id};
use std::rc::Rc;
use web_sys::Element;

/// Turns an address of the product file into an absolute one.
#[derive(Clone)]
pub struct Addresses(pub Rc<dyn Fn(&str) -> String>);

impl PartialEq for Addresses {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// So many textures stay at hand: going back to one of them shows it at once.
const TEXTURES: usize = 24;

/// The live picture of one view.
pub struct Preview {
    /// The `svg` element.
    pub svg: Element,
    definitions: Element,
    addresses: Addresses,
    /// By the key of the layer.
    layers: Vec<Option<Layer>>,
    /// The last used is the last.
    textures: Vec<Texture>,
    made: u32,
    shown: Option<Rc<Scene>>,
}

/// A layer that was shown at least once.
struct Layer {
    group: Element,
    /// What turns its texture, once it wore one.
    pattern: Option<Element>,
    /// The paint it has.
    fill: String,
    content: SceneContent,
    in_picture: bool,
}

/// A picture that is repeated.
struct Texture {
    href: Rc<str>,
    scale: f64,
    below: Option<Color>,
    id: String,
    element: Element,
}

impl Preview {
    /// An empty picture. A part that belongs to an option asks for `open` when it is clicked.
    pub fn new(addresses: Addresses) -> Option<Preview> {
        let svg = create("svg", &[("class", "picture"), ("part", "picture"), ("role", "img")])?;
        let definitions = create("defs", &[])?;
        svg.append_child(&definitions).ok()?;
        Some(Preview {
            svg,
            definitions,
            addresses,
            layers: Vec::new(),
            textures: Vec::new(),
            made: 0,
            shown: None,
        })
    }

    /// Says in words what it shows.
    pub fn label(&self, label: &str) {
        let _ = self.svg.set_attribute("aria-label", label);
    }

    /// Shows `scene`.
    pub fn show(&mut self, scene: &Rc<Scene>) {
        if self.shown.as_ref().is_some_and(|shown| Rc::ptr_eq(shown, scene)) {
            return;
        }
        if self.shown.is_none() {
            append(&self.svg, &scene.defs);
            let view_box = scene.view_box.map(decimal).join(" ");
            let _ = self.svg.set_attribute("viewBox", &view_box);
        }
        self.shown = Some(Rc::clone(scene));
        let most = scene.layers.last().map_or(0, |layer| layer.key + 1).max(self.layers.len());
        self.layers.resize_with(most, || None);
        let mut wanted = scene.layers.iter().rev().peekable();
        let mut above = None;
        for key in (0..most).rev() {
            match wanted.next_if(|layer| layer.key == key) {
                Some(layer) => {
                    self.put(scene, layer, above);
                    above = Some(key);
                }
                None => {
                    if let Some(layer) = self.layers[key].as_mut().filter(|layer| layer.in_picture) {
                        layer.group.remove();
                        layer.in_picture = false;
                    }
                }
            }
        }
    }

    /// Makes what a scene needs that may be shown next. What is made with the pick itself takes a third of that click's time.
    pub fn prepare(&mut self, scene: &Scene) {
        for layer in &scene.layers {
            if let SceneContent::Part { fill: Some(fill), .. } = &layer.content {
                self.texture(fill);
            }
        }
    }

    /// Brings one layer up to date and into the picture, below the layer `above`.
    fn put(&mut self, scene: &Scene, layer: &SceneLayer, above: Option<usize>) -> Option<()> {
        let new = self.layers[layer.key].is_none();
        if new {
            self.layers[layer.key] = make(scene, layer, &self.addresses);
        }
        let changed = new || self.layers[layer.key].as_ref()?.content != layer.content;
        if changed {
            let fill = match &layer.content {
                SceneContent::Part { fill: Some(Fill::Color(color)), .. } => color.hex(),
                SceneContent::Part { fill: Some(texture), .. } => self.paint(layer.key, texture)?,
                SceneContent::Text { color, .. } => color.hex(),
                _ => String::new(),
            };
            let kept = self.layers[layer.key].as_mut()?;
            if kept.fill != fill {
                match &*fill {
                    "" => kept.group.remove_attribute("fill").ok()?,
                    fill => kept.group.set_attribute("fill", fill).ok()?,
                }
                kept.fill = fill;
            }
            if let (SceneContent::Text { d, transform, .. }, Some(path)) =
                (&layer.content, kept.group.query_selector("path").ok().flatten())
            {
                path.set_attribute("d", d).ok()?;
                path.set_attribute("transform", transform).ok()?;
            }
            if let SceneContent::Image { .. } = &layer.content {
                logo::draw(&kept.group, &layer.content, &clip_id(layer.key));
            }
            kept.content = layer.content.clone();
        }
        if !self.layers[layer.key].as_ref()?.in_picture {
            let above = above.and_then(|key| self.layers[key].as_ref()).map(|layer| layer.group.as_ref());
            self.svg.insert_before(&self.layers[layer.key].as_ref()?.group, above).ok()?;
            self.layers[layer.key].as_mut()?.in_picture = true;
        }
        Some(())
    }

    /// The id of the pattern that holds `fill`'s picture: one for all parts that wear it, whichever way they turn it.
    fn texture(&mut self, fill: &Fill) -> Option<String> {
        let Fill::Texture { href, scale, below, .. } = fill else { return None };
        let known = self
            .textures
            .iter()
            .position(|texture| texture.href == *href && texture.scale == *scale && texture.below == *below);
        let texture = match known {
            Some(known) => self.textures.remove(known),
            None => {
                if self.textures.len() >= TEXTURES {
                    self.drop_texture();
                }
                let id = ["hb-texture-", &self.made.digits()].concat();
                self.made += 1;
                let pattern = Self::pattern(*scale, *below)?;
                pattern.set_attribute("id", &id).ok()?;
                let href = Rc::clone(href);
                let address = (self.addresses.0)(&href);
                pattern.last_element_child()?.set_attribute("href", &address).ok()?;
                self.definitions.append_child(&pattern).ok()?;
                Texture { href, scale: *scale, below: *below, id, element: pattern }
            }
        };
        let id = texture.id.clone();
        self.textures.push(texture);
        Some(id)
    }

    /// A pattern of tiles of `scale`, still without a picture.
    fn pattern(scale: f64, below: Option<Color>) -> Option<Element> {
        let size = decimal(scale);
        let sides = [("width", &*size), ("height", &*size)];
        let pattern = create("pattern", &[("patternUnits", "userSpaceOnUse"), sides[0], sides[1]])?;
        if let Some(color) = below {
            let below = create("rect", &[sides[0], sides[1], ("fill", &color.hex())])?;
            pattern.append_child(&below).ok()?;
        }
        let image = create("image", &[sides[0], sides[1], ("preserveAspectRatio", "none")])?;
        pattern.append_child(&image).ok()?;
        Some(pattern)
    }

    /// Lets go of the texture that was used longest ago and is not worn.
    fn drop_texture(&mut self) {
        let Some(scene) = &self.shown else { return };
        let worn = |texture: &Texture| {
            scene.layers.iter().any(|layer| {
                matches!(&layer.content, SceneContent::Part { fill: Some(Fill::Texture { href, .. }), .. } if *href == texture.href)
            })
        };
        if let Some(oldest) = self.textures.iter().position(|texture| !worn(texture)) {
            self.textures.remove(oldest).element.remove();
        }
    }

    /// How the group of layer `key` wears a texture: by a pattern of its own, which turns the shared one.
    fn paint(&mut self, key: usize, fill: &Fill) -> Option<String> {
        let Fill::Texture { angle, .. } = fill else { return None };
        let texture = ["#", &self.texture(fill)?].concat();
        if *angle == 0.0 {
            return Some(["url(", &texture, ")"].concat());
        }
        let id = pattern_id(key);
        let layer = self.layers[key].as_mut()?;
        match &layer.pattern {
            Some(pattern) => pattern.set_attribute("href", &texture).ok()?,
            None => {
                let turn = ["rotate(", &decimal(*angle), ")"].concat();
                let pattern =
                    create("pattern", &[("id", &id), ("patternTransform", &turn), ("href", &texture)])?;
                self.definitions.append_child(&pattern).ok()?;
                layer.pattern = Some(pattern);
            }
        }
        Some(["url(#", &id, ")"].concat())
    }
}

/// Makes the elements of a layer; its fill comes after.
fn make(scene: &Scene, layer: &SceneLayer, addresses: &Addresses) -> Option<Layer> {
    let class = match (layer.blend, layer.opens) {
        (Some(Blend::Multiply), _) => "multiply",
        (Some(Blend::Screen), _) => "screen",
        (None, Some(_)) => "opens",
        (None, None) => "plain",
    };
    let group = create("g", &[("class", class)])?;
    if let Some(option) = layer.opens {
        group.set_attribute("data-click", &["open ", &option.digits()].concat()).ok()?;
    }
    let [x, y, width, height] = scene.view_box.map(decimal);
    let sides = [("x", &*x), ("y", &y), ("width", &width), ("height", &height)];
    let picture = |src: &str| {
        let image = create("image", &sides)?;
        image.set_attribute("preserveAspectRatio", "none").ok()?;
        image.set_attribute("href", &(addresses.0)(src)).ok()?;
        Some(image)
    };
    let mut within = group.clone();
    if layer.blend.is_some() {
        // Chromium splits what is blended and does not hang together into surfaces, dozens of them, each drawn a fraction of a pixel off. What
        // covers all of the view, and is not seen, holds it together: `docs/decisions/print.md`.
        let veil = create("rect", &sides)?;
        veil.set_attribute("fill-opacity", "0").ok()?;
        group.append_child(&veil).ok()?;
    }
    if let Some(src) = &layer.mask {
        let id = mask_id(layer.key);
        let mask = create("mask", &sides)?;
        mask.set_attribute("id", &id).ok()?;
        mask.set_attribute("maskUnits", "userSpaceOnUse").ok()?;
        mask.append_child(&*picture(src)?).ok()?;
        within = create("g", &[("mask", &["url(#", &id, ")"].concat())])?;
        group.append_child(&mask).ok()?;
        group.append_child(&within).ok()?;
    }
    match &layer.content {
        SceneContent::Part { node, .. } => append(&within, node)?,
        SceneContent::Shade(src) => {
            within.append_child(&*picture(src)?).ok()?;
        }
        SceneContent::Image { .. } => {}
        SceneContent::Text { .. } => {
            within.append_child(&*create("path", &[])?).ok()?;
        }
    }
    Some(Layer {
        group,
        pattern: None,
        fill: String::new(),
        content: layer.content.clone(),
        in_picture: false,
    })
}

pub(super) fn create(tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let element = document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(element)
}

/// Draws an element of the art, and what is in it, into `parent`.
pub(super) fn append(parent: &Element, node: &Node) -> Option<()> {
    fill(parent, &mut node.tokens())
}

/// Fills an element up to where it ends. Art has a limited depth, see [`haberdash_core::art`].
fn fill(element: &Element, tokens: &mut Tokens) -> Option<()> {
    while let Some(token) = tokens.next() {
        match token {
            Token::Start(tag) => {
                let child = create(tag, &[])?;
                fill(&child, tokens)?;
                element.append_child(&child).ok()?;
            }
            Token::Attribute(name, value) => element.set_attribute(name, value).ok()?,
            Token::End => break,
        }
    }
    Some(())
}
