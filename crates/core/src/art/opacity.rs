//! The opacity of a shape that has one paint only, a fill or a stroke, is the opacity of that paint.
//!
//! The picture is the same (SVG 1.1 §14.5: `opacity` is that of the element drawn on its own, and there is nothing to overlap). A browser keeps what has an
//! `opacity` apart, and goes through all that is apart whenever it lays its layers out anew: a picture with a hundred such shapes costs each pick more
//! than the pick itself. `docs/decisions/picture-by-hand.md` has the figures.

use crate::number;
use crate::xml::Tag;

/// What elements inherit.
#[derive(Clone, Copy, Default)]
pub struct Paint {
    /// A stroke.
    strokes: bool,
    /// `fill-opacity` or `stroke-opacity`.
    fades: bool,
}

impl Paint {
    /// What elements in `tag` inherit, when `tag` itself inherits `self`.
    pub fn within(self, tag: &Tag) -> Paint {
        let states = |name| tag.attribute(name).is_some();
        Paint {
            strokes: tag.attribute("stroke").map_or(self.strokes, |stroke| stroke != "none"),
            fades: self.fades || states("fill-opacity") || states("stroke-opacity"),
        }
    }

    /// The opacity of the one paint of the shape `tag`, which inherits `self`. `None`: it has none, or two, or it cannot be told.
    ///
    /// A part is drawn without what stands around it, so that nothing relies on what is inherited: only that it is not.
    pub fn one(self, tag: &Tag) -> Option<f64> {
        let opacity = number::parse(tag.attribute("opacity")?)?;
        let fills = tag.attribute("fill") != Some("none");
        if fills == self.within(tag).strokes {
            return None;
        }
        let paint = match tag.attribute(if fills { "fill-opacity" } else { "stroke-opacity" }) {
            Some(paint) => number::parse(paint)?,
            None if self.fades => return None,
            None => 1.0,
        };
        Some(opacity.clamp(0.0, 1.0) * paint.clamp(0.0, 1.0))
    }
}
