//! Text as outlines, from a font file that the product names: the same on screen and on paper.
//!
//! TrueType outlines (`glyf`) and horizontal advances only; no shaping. A character that the font lacks is refused in words by the caller.

use std::fmt::Write;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// A font that was parsed.
pub struct Font {
    data: Vec<u8>,
}

/// A line of text as one path, starting at the origin, its baseline on y = 0, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// SVG path data in font units.
    pub d: String,
    /// The sum of the advances, in font units.
    pub width: f64,
    /// The highest and lowest point of the letters above and below the baseline, in font units: (top, bottom), y downwards.
    pub extent: (f64, f64),
    /// The leftmost and rightmost point of the letters, in font units.
    pub span: (f64, f64),
}

impl Font {
    /// Takes a font file. The error is a sentence for the merchant.
    pub fn parse(data: Vec<u8>) -> Result<Font, String> {
        let face = Face::parse(&data, 0).map_err(|_| "this is not a TrueType font file".to_owned())?;
        if face.tables().glyf.is_none() {
            return Err("the font has no TrueType outlines (no glyf table)".to_owned());
        }
        Ok(Font { data })
    }

    /// The first character of `text` that the font cannot draw.
    pub fn lacks(&self, text: &str) -> Option<char> {
        let Ok(face) = Face::parse(&self.data, 0) else { return text.chars().next() };
        text.chars().find(|c| face.glyph_index(*c).is_none())
    }

    /// Draws `text`. `None` when a character is missing.
    pub fn outline(&self, text: &str) -> Option<Outline> {
        let face = Face::parse(&self.data, 0).ok()?;
        let glyf = face.tables().glyf?;
        let mut path = Path {
            d: String::new(),
            dx: 0.0,
            top: f32::MAX,
            bottom: f32::MIN,
            left: f32::MAX,
            right: f32::MIN,
        };
        for c in text.chars() {
            let glyph: GlyphId = face.glyph_index(c)?;
            glyf.outline(glyph, &mut path);
            path.dx += f32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        }
        let drawn = path.top <= path.bottom;
        let bound = |value: f32| if drawn { f64::from(value) } else { 0.0 };
        Some(Outline {
            extent: (bound(path.top), bound(path.bottom)),
            span: (bound(path.left), bound(path.right)),
            width: f64::from(path.dx),
            d: path.d,
        })
    }
}

/// Writes path data, turning the font's y upwards into the picture's y downwards.
struct Path {
    d: String,
    dx: f32,
    top: f32,
    bottom: f32,
    left: f32,
    right: f32,
}

impl Path {
    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.d.push(letter);
        for (i, (x, y)) in points.iter().enumerate() {
            let (x, y) = (x + self.dx, -y);
            self.left = self.left.min(x);
            self.right = self.right.max(x);
            self.top = self.top.min(y);
            self.bottom = self.bottom.max(y);
            if i > 0 {
                self.d.push(' ');
            }
            // Font units: whole numbers are a thousandth of the letter's size or finer.
            let _ = write!(self.d, "{} {}", round(x), round(y));
        }
    }
}

/// Rounds half away from zero without pulling float formatting in.
fn round(value: f32) -> i32 {
    (if value < 0.0 { value - 0.5 } else { value + 0.5 }) as i32
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.command('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.command('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.d.push('Z');
    }
}
