//! Where the shopper put a picture: in thousandths of the zone, so that it is the same in every view and on paper.

use crate::angle;
use crate::value::Value;
use std::rc::Rc;

/// A picture and its place in a zone. Whole numbers, so that links, claims and hashes are the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// SHA-256 of the file, 64 hex digits in lower case.
    pub file: Rc<str>,
    /// The middle of the picture, in thousandths of the zone's width from its left edge.
    pub x: i32,
    /// The same of its height, from its upper edge.
    pub y: i32,
    /// 1000 is the largest that fits the zone unturned.
    pub scale: i32,
    /// Degrees clockwise, −179 to 180.
    pub rotate: i32,
}

/// The middle may lie so far outside of the zone, in thousandths.
pub const PLACES: (i32, i32) = (-1000, 2000);
/// The least and the largest scale, in thousandths.
pub const SCALES: (i32, i32) = (20, 10_000);

impl Placed {
    /// In the middle, as large as fits.
    pub fn new(file: Rc<str>) -> Placed {
        Placed { file, x: 500, y: 500, scale: 1000, rotate: 0 }
    }

    /// The same, brought to what is allowed: for what a shopper drags.
    #[must_use]
    pub fn within(self) -> Placed {
        let (least, most) = PLACES;
        Placed {
            x: self.x.clamp(least, most),
            y: self.y.clamp(least, most),
            scale: self.scale.clamp(SCALES.0, SCALES.1),
            rotate: (self.rotate % 360 + 540 - 1) % 360 - 179,
            ..self
        }
    }
}

/// As it is written into claims.
#[inline(never)]
pub fn to_value(placed: &Placed) -> Value {
    let number = |value: i32| Value::from(i64::from(value));
    Value::record([
        ("file", Value::from(&*placed.file)),
        ("rotate", number(placed.rotate)),
        ("scale", number(placed.scale)),
        ("x", number(placed.x)),
        ("y", number(placed.y)),
    ])
}

/// Reads what [`to_value`] writes; what is left out is as at first. `None` for anything else.
#[inline(never)]
pub fn read(value: &Value) -> Option<Placed> {
    let fields = value.as_object()?;
    let file = value.get("file")?.as_str()?;
    let is_hash = file.len() == 64 && file.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_hash || fields.iter().any(|(name, _)| !["file", "x", "y", "scale", "rotate"].contains(&&**name)) {
        return None;
    }
    let first = Placed::new(file.into());
    let number = |name: &str, at_first: i32| match value.get(name) {
        Some(value) => value.as_i64().and_then(|number| i32::try_from(number).ok()),
        None => Some(at_first),
    };
    let placed = Placed {
        x: number("x", first.x)?,
        y: number("y", first.y)?,
        scale: number("scale", first.scale)?,
        rotate: number("rotate", first.rotate)?,
        file: first.file,
    };
    (placed.clone().within() == placed).then_some(placed)
}

/// A picture in a zone, in the zone's own units, before the zone is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its middle.
    pub middle: (f64, f64),
    /// Its width and height before it is turned.
    pub size: (f64, f64),
    /// Degrees clockwise about its middle.
    pub rotate: f64,
    /// Whether part of it lies outside of the zone, and is cut off.
    pub is_cropped: bool,
}

/// Where `placed` puts a picture of `size` in the zone with this left edge, upper edge, width and height.
pub fn frame(placed: &Placed, size: (f64, f64), area: [f64; 4]) -> Frame {
    let [left, top, width, height] = area;
    let fits = (width / size.0).min(height / size.1);
    let fits = if fits.is_finite() { fits * f64::from(placed.scale) / 1000.0 } else { 0.0 };
    let size = (size.0 * fits, size.1 * fits);
    let middle = (left + width * f64::from(placed.x) / 1000.0, top + height * f64::from(placed.y) / 1000.0);
    let (sin, cos) = angle::sin_cos(f64::from(placed.rotate));
    let (sin, cos) = (sin.abs(), cos.abs());
    // Half of the box around it once it is turned.
    let half = ((size.0 * cos + size.1 * sin) / 2.0, (size.0 * sin + size.1 * cos) / 2.0);
    // Rounded numbers must not warn of a hair's breadth.
    let slack = (width.max(height)) * 0.002;
    let is_cropped = middle.0 - half.0 < left - slack
        || middle.0 + half.0 > left + width + slack
        || middle.1 - half.1 < top - slack
        || middle.1 + half.1 > top + height + slack;
    Frame { middle, size, rotate: f64::from(placed.rotate), is_cropped }
}

impl Frame {
    /// How many pixels of a picture `pixels` wide come on an inch, where one unit is `mm` millimetres.
    pub fn dpi(&self, pixels: f64, mm: f64) -> f64 {
        pixels / (self.size.0 * mm / 25.4)
    }
}
