//! Views: pictures of the product, as layers that follow the selection.

use super::{Address, Id};
use crate::read::Map;
use crate::text::Text;

words! {
    /// How a layer is put on what is below it.
    pub enum Blend, "blend" {
        /// Darkens: shadows and folds.
        Multiply = "multiply",
        /// Lightens: highlights.
        Screen = "screen",
    }
}

record! {
    /// One layer of a view. Exactly one of `part`, `photo`, `shade`, `zone`, or else `mask` alone, says what it is.
    pub struct LayerFile {
        /// The id of an element of the art.
        opt part: String,
        /// A picture over the whole view, such as photographed shadows.
        opt shade: Address,
        /// A picture over the whole view, such as a photo of what is never painted.
        opt photo: Address,
        /// A picture over the whole view that cuts the layer out: it is drawn where the mask is white, and not where it is black. Alone it cuts
        /// `paint` out of the whole view.
        opt mask: Address,
        /// A box that a text or a picture goes into; the name is for orders and messages.
        opt zone: Id,
        /// The option whose colour or texture fills the part.
        opt paint: Id,
        /// How many degrees the texture is turned.
        def angle: f64 = 0.0,
        /// How the layer is put on what is below it.
        opt blend: Blend,
        /// Draws the layer only while each named option has one of the listed choices.
        def when: Map<Vec<String>> = Map::default(),
        /// The option that a click on it opens; where left out, that of `paint`, `content` or the first of `when`.
        opt opens: Id,
        /// The option, of kind text or image, that a zone shows.
        opt content: Id,
        /// The zone's left edge, in the view's units.
        def x: f64 = 0.0,
        /// The zone's upper edge.
        def y: f64 = 0.0,
        /// The zone's width.
        def width: f64 = 0.0,
        /// The zone's height.
        def height: f64 = 0.0,
        /// How many degrees the zone is turned about its middle.
        def rotate: f64 = 0.0,
        /// The id of a path of the art that the zone's letters stand on, in place of a box; `height` is theirs then.
        opt path: String,
        /// Letters of the zone that come out lower than this, in the view's units, do not fit.
        def min_height: f64 = 0.0,
    }
}

record! {
    /// A picture of the product.
    pub struct ViewFile {
        /// Its id.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// An SVG file whose elements have ids; its viewBox gives the view's units.
        req art: Address,
        /// What is drawn, from the bottom up.
        req layers: Vec<LayerFile>,
        /// How many millimetres one unit of the view is, for print.
        opt mm_per_unit: f64,
    }
}

/// A picture of the product, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// The SVG file.
    pub art: Address,
    /// What is drawn, from the bottom up.
    pub layers: Vec<Layer>,
    /// How many millimetres one unit of the view is, for print.
    pub mm_per_unit: Option<f64>,
}

/// A layer, with options and choices as positions.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What it shows.
    pub content: Content,
    /// How it is put on what is below it.
    pub blend: Option<Blend>,
    /// A picture over the whole view that cuts it out: white stays, black goes.
    pub mask: Option<Address>,
    /// Drawn only while each option (position) has one of the choices (positions).
    pub when: Vec<(usize, Vec<usize>)>,
    /// The option that a click on it opens.
    pub opens: Option<usize>,
}

/// What a layer shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// An element of the art, painted by an option or as it is.
    Part {
        /// The element's id.
        id: String,
        /// What fills it.
        paint: Option<Paint>,
    },
    /// The whole view, painted. It is cut by a mask, and clicks pass through it.
    Area(Paint),
    /// A picture over the whole view.
    Shade(Address),
    /// A box that a text or the shopper's picture goes into.
    Zone {
        /// The zone's name.
        id: Id,
        /// The text or image option, as a position.
        option: usize,
        /// Left edge, upper edge, width and height in the view's units.
        area: [f64; 4],
        /// Degrees about its middle.
        rotate: f64,
        /// The id of the path of the art that the letters stand on, in place of the box.
        path: Option<String>,
        /// Letters that come out lower than this do not fit.
        min_height: f64,
    },
}

/// What fills a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The option, as a position.
    pub option: usize,
    /// How many degrees the texture is turned.
    pub angle: f64,
}
