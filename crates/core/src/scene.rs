//! The scene: what one view of a configured product shows, layer by layer. The live preview draws it in the page, the command writes it to a file.

use crate::art::{Art, Node};
use crate::image::{self, File, Files};
use crate::lettering::{self, Place};
use crate::number::push_whole;
use crate::outline::Letters;
use crate::product::{Address, Blend, Color, Content, Kind, Layer, Paint, Product, View};
use crate::selection::{Pick, Selection};
use std::rc::Rc;

/// What one view shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Left, top, width and height.
    pub view_box: [f64; 4],
    /// Gradients and the like that parts refer to, in a `defs` element.
    pub defs: Node,
    /// From the bottom up. `key` is the layer's position in the product file, so that the same layer keeps its identity.
    pub layers: Vec<SceneLayer>,
}

/// One layer that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneLayer {
    /// The position of the layer in the view.
    pub key: usize,
    /// How it is put on what is below it.
    pub blend: Option<Blend>,
    /// The option that a click opens, as a position.
    pub opens: Option<usize>,
    /// A picture over the whole view that cuts it out: white stays, black goes.
    pub mask: Option<Rc<str>>,
    /// What is drawn.
    pub content: SceneContent,
}

/// What a layer draws.
#[derive(Clone, Debug)]
pub enum SceneContent {
    /// An element of the art; `fill` is what its shapes inherit.
    Part {
        /// The element.
        node: Node,
        /// What fills it.
        fill: Option<Fill>,
    },
    /// A picture over the whole view.
    Shade(Rc<str>),
    /// Letters as a path.
    Text {
        /// SVG path data.
        d: Rc<str>,
        /// Puts the path into its zone.
        transform: Rc<str>,
        /// The colour of the letters.
        color: Color,
        /// The text option, as a position, when the letters came out lower than the zone allows.
        small: Option<usize>,
    },
    /// The shopper's own picture, cut off at the edges of its zone.
    Image {
        /// The picture.
        file: Rc<File>,
        /// Its width and height.
        size: (f64, f64),
        /// Turns it, and moves its middle, which is at the origin, to its place.
        transform: Rc<str>,
        /// The zone: left edge, upper edge, width and height.
        area: [f64; 4],
        /// What turns the zone; empty where it is not turned.
        turn: Rc<str>,
    },
}

/// Parts are equal when they are the same element: art is parsed once and shared.
impl PartialEq for SceneContent {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Part { node: a, fill: f }, Self::Part { node: b, fill: g }) => a == b && f == g,
            (Self::Shade(a), Self::Shade(b)) => a == b,
            (
                Self::Text { d: a, transform: t, color: c, .. },
                Self::Text { d: b, transform: u, color: e, .. },
            ) => a == b && t == u && c == e,
            // Its place and size follow from the transform and the size: the zone does not change.
            (
                Self::Image { file: a, size: s, transform: t, .. },
                Self::Image { file: b, size: z, transform: u, .. },
            ) => Rc::ptr_eq(a, b) && s == z && t == u,
            _ => false,
        }
    }
}

/// What fills a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// One colour.
    Color(Color),
    /// A square picture, repeated.
    Texture {
        /// The picture's address, as the product file has it.
        href: Rc<str>,
        /// The width of one tile in the view's units.
        scale: f64,
        /// Degrees it is turned.
        angle: f64,
        /// What is seen until the picture is here.
        below: Option<Color>,
    },
}

/// What a product's files have become: one entry for each font of the product, where it is loaded.
#[derive(Clone, Default)]
pub struct Fonts(pub Vec<Option<Rc<dyn Letters>>>);

/// The colour of letters whose option names none.
const INK: Color = Color(0x22_22_22);

/// Whether `layer` is shown with what is picked.
pub fn is_shown(layer: &Layer, selection: &Selection) -> bool {
    layer
        .when
        .iter()
        .all(|(option, choices)| selection.choice(*option).is_some_and(|choice| choices.contains(&choice)))
}

/// The addresses of the pictures that `view` draws, each once, as the product file has them. It takes no art: they can be asked for early.
pub fn pictures(product: &Product, selection: &Selection, view: &View) -> Vec<Rc<str>> {
    let mut list: Vec<Rc<str>> = Vec::new();
    let mut add = |address: &Rc<str>| {
        if !list.contains(address) {
            list.push(Rc::clone(address));
        }
    };
    for layer in view.layers.iter().filter(|layer| is_shown(layer, selection)) {
        layer.mask.iter().for_each(|Address(src)| add(src));
        match &layer.content {
            Content::Shade(Address(src)) => add(src),
            Content::Part { paint: Some(paint), .. } | Content::Area(paint) => {
                if let Some(Fill::Texture { href, .. }) = fill(product, selection, view, *paint) {
                    add(&href);
                }
            }
            _ => {}
        }
    }
    list
}

/// Builds the scene of `view`, without pictures of the shopper's own.
pub fn build(product: &Product, selection: &Selection, view: &View, art: &Art, fonts: &Fonts) -> Scene {
    build_with(product, selection, view, art, fonts, &Files::default())
}

/// Builds the scene of `view` with the shopper's `files`; one that is not at hand is not drawn.
pub fn build_with(
    product: &Product,
    selection: &Selection,
    view: &View,
    art: &Art,
    fonts: &Fonts,
    files: &Files,
) -> Scene {
    let mut layers = Vec::with_capacity(view.layers.len());
    for (key, layer) in view.layers.iter().enumerate() {
        if !is_shown(layer, selection) {
            continue;
        }
        let content = match &layer.content {
            Content::Part { id, paint } => art.part(id).map(|node| SceneContent::Part {
                node,
                fill: paint.and_then(|paint| fill(product, selection, view, paint)),
            }),
            // Without a paint it would be black.
            Content::Area(paint) => fill(product, selection, view, *paint)
                .map(|fill| SceneContent::Part { node: art.area.clone(), fill: Some(fill) }),
            Content::Shade(Address(src)) => Some(SceneContent::Shade(Rc::clone(src))),
            Content::Zone { option, area, rotate, path, min_height, .. } => match selection.pick(*option) {
                Some(Pick::Image(Some(placed))) => image::content(placed, files, *area, *rotate),
                // In the widget what draws letters is there with options for them.
                Some(Pick::Text(text)) if !text.is_empty() => {
                    let track = path.as_ref().and_then(|id| art.part(id));
                    // A path that is not there leaves nothing to stand on.
                    let stands = path.is_none() || track.is_some();
                    let place = Place { area: *area, rotate: *rotate, path: track.as_ref() };
                    letters(product, selection, view, *option, &place, *min_height, fonts).filter(|_| stands)
                }
                _ => None,
            },
        };
        if let Some(content) = content {
            // What is cut out of the whole view is no shape that could be pointed at.
            let opens = layer.opens.filter(|_| !matches!(layer.content, Content::Area(_)));
            let mask = layer.mask.as_ref().map(|Address(src)| Rc::clone(src));
            layers.push(SceneLayer { key, blend: layer.blend, opens, mask, content });
        }
    }
    Scene { view_box: art.view_box, defs: art.defs.clone(), layers }
}

/// The fill that the choice picked at the option of `paint` gives. A tile is as wide as it is in the world, where file and view say that.
fn fill(product: &Product, selection: &Selection, view: &View, paint: Paint) -> Option<Fill> {
    let Paint { option, angle } = paint;
    if let Some(Pick::Color(color)) = selection.pick(option) {
        return Some(Fill::Color(*color));
    }
    let Kind::Choice(kind) = &product.options.get(option)?.kind else { return None };
    let choice = kind.choices.get(selection.choice(option)?)?;
    match &choice.texture {
        Some(Address(href)) => {
            let real = choice.width_mm.zip(view.mm_per_unit).map(|(width, unit)| width / unit);
            // In whole units: browsers and resvg draw tiles of broken widths differently. Smaller ones would be a grey that takes long to draw.
            let scale = real.map_or(choice.scale, |scale| (scale + 0.5).floor().clamp(1.0, 10_000.0));
            Some(Fill::Texture { href: Rc::clone(href), scale, angle, below: choice.color })
        }
        None => choice.color.map(Fill::Color),
    }
}

/// The letters of a text option, in their place.
#[inline(never)]
fn letters(
    product: &Product,
    selection: &Selection,
    view: &View,
    option: usize,
    place: &Place,
    min_height: f64,
    fonts: &Fonts,
) -> Option<SceneContent> {
    let Kind::Text(kind) = &product.options.get(option)?.kind else { return None };
    let text = selection.text(option);
    let font = fonts.0.get(kind.font(selection)?)?.as_ref()?;
    let put = lettering::put(&**font, text, place)?;
    let painted =
        kind.paint.and_then(|option| match fill(product, selection, view, Paint { option, angle: 0.0 })? {
            Fill::Color(color) => Some(color),
            Fill::Texture { below, .. } => below,
        });
    let color = painted.or(kind.color).unwrap_or(INK);
    let small = (put.height < min_height).then_some(option);
    Some(SceneContent::Text { d: put.d.into(), transform: put.transform.into(), color, small })
}

/// A number for an SVG attribute: at most four decimals, the same everywhere, without float formatting.
pub fn decimal(value: f64) -> String {
    let scaled = if value.is_finite() { (value * 10_000.0).clamp(-1e15, 1e15) } else { 0.0 };
    let rounded = (if scaled < 0.0 { scaled - 0.5 } else { scaled + 0.5 }) as i64;
    let (whole, part) = (rounded.unsigned_abs() / 10_000, rounded.unsigned_abs() % 10_000);
    let mut out = String::new();
    if rounded < 0 {
        out.push('-');
    }
    push_whole(whole as i64, &mut out);
    if part != 0 {
        // With a digit in front, so that zeros after the point stay.
        let point = out.len();
        push_whole(part as i64 + 10_000, &mut out);
        out.replace_range(point..=point, ".");
        out.truncate(out.trim_end_matches('0').len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_short_and_exact() {
        let table = [
            (0.0, "0"),
            (-0.5, "-0.5"),
            (12.345_67, "12.3457"),
            (100.0, "100"),
            (-0.000_01, "0"),
            (0.05, "0.05"),
        ];
        for (value, text) in table {
            assert_eq!(decimal(value), text);
        }
        assert_eq!(decimal(f64::NAN), "0");
    }
}
