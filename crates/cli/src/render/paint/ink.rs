//! What a shape is filled with.

use super::canvas::Rounding;
use super::gradient::Gradient;
use super::level::Look;
use resvg::tiny_skia::{Point, Transform};

/// A colour for each pixel.
pub enum Ink {
    /// The same for all, premultiplied.
    Flat([f32; 4]),
    /// A gradient, with what brings pixels to its coordinates.
    Gradient(Gradient, Transform),
    /// A picture, with what brings pixels to its own, and its opacity.
    Picture(Look, Transform, f32),
}

impl Ink {
    /// One colour. Browsers keep it in bytes.
    pub fn flat(color: [u8; 3], opacity: f32, rounding: Rounding) -> Ink {
        let round = |value: f32| if rounding == Rounding::Skia { value.round() } else { value };
        let alpha = round(opacity * 255.0);
        let [red, green, blue] = color.map(|value| round(f32::from(value) * alpha / 255.0));
        Ink::Flat([red, green, blue, alpha])
    }

    /// `gradient` on a shape that `transform` puts on the canvas.
    pub fn gradient(gradient: Gradient, transform: Transform) -> Option<Ink> {
        let back = transform.pre_concat(gradient.transform).invert()?;
        Some(Ink::Gradient(gradient, back))
    }

    /// A picture whose pixels `transform` puts on the canvas.
    pub fn picture(picture: Look, transform: Transform, opacity: f32) -> Option<Ink> {
        Some(Ink::Picture(picture, transform.invert()?, opacity))
    }

    /// The premultiplied colour of a pixel.
    pub fn at(&self, x: i32, y: i32) -> [f32; 4] {
        let place = |back: &Transform| {
            let mut point = Point::from_xy(x as f32 + 0.5, y as f32 + 0.5);
            back.map_point(&mut point);
            point
        };
        match self {
            Ink::Flat(color) => *color,
            Ink::Gradient(gradient, back) => {
                let point = place(back);
                gradient.at(point.x, point.y)
            }
            Ink::Picture(picture, back, opacity) => {
                let point = place(back);
                picture.at(point.x, point.y).map(|value| value * opacity)
            }
        }
    }
}
