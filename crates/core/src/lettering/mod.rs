//! Letters in their zone: in a box, or along a path.
//!
//! Along a path they stand as SVG 2 puts them (§11.8.3, *Text on a path layout rules*): each at the distance of its middle, turned to the
//! path's direction there. Distances come from [`track`].

mod track;

use crate::art::Node;
use crate::outline::Letters;
use crate::scene::decimal;
use track::Track;

/// Where letters go.
pub struct Place<'p> {
    /// The box: left edge, upper edge, width and height.
    pub area: [f64; 4],
    /// Degrees that the box is turned about its middle.
    pub rotate: f64,
    /// The path that they stand on in place of the box; of that, only the height counts then.
    pub path: Option<&'p Node>,
}

/// Letters that were put in their place.
pub struct Lettering {
    /// SVG path data.
    pub d: String,
    /// Puts the path into the picture.
    pub transform: String,
    /// How tall the letters came out, from the highest to the lowest point.
    pub height: f64,
}

/// Puts `text` in its place: centred, as large as fits. `None` when `font` cannot draw it, or the path is none.
#[inline(never)]
pub fn put(font: &dyn Letters, text: &str, place: &Place) -> Option<Lettering> {
    match place.path {
        Some(path) => along(font, text, path, place.area[3]),
        None => in_box(font, text, place.area, place.rotate),
    }
}

fn in_box(font: &dyn Letters, text: &str, area: [f64; 4], rotate: f64) -> Option<Lettering> {
    let outline = font.outline(text)?;
    let [x, y, width, height] = area;
    let (left, right) = outline.span;
    let (top, bottom) = outline.extent;
    let scale = (width / (right - left).max(1.0)).min(height / (bottom - top).max(1.0));
    let (cx, cy) = (x + width / 2.0, y + height / 2.0);
    let dx = cx - (left + right) / 2.0 * scale;
    let dy = cy - (top + bottom) / 2.0 * scale;
    let mut transform = String::new();
    if rotate != 0.0 {
        transform = ["rotate(", &decimal(rotate), " ", &decimal(cx), " ", &decimal(cy), ") "].concat();
    }
    transform += &["translate(", &decimal(dx), " ", &decimal(dy), ") scale(", &decimal(scale), ")"].concat();
    Some(Lettering { d: outline.d, transform, height: (bottom - top) * scale })
}

fn along(font: &dyn Letters, text: &str, path: &Node, height: f64) -> Option<Lettering> {
    let track = Track::new(path.attribute("d")?, path.attribute("transform").unwrap_or_default());
    let outline = font.outline(text)?;
    let tall = (outline.extent.1 - outline.extent.0).max(1.0);
    let scale = (height / tall).min(track.length() / outline.width.max(1.0));
    if scale.is_nan() || scale <= 0.0 {
        return None;
    }
    // The path is brought to the letters' own units: whole numbers are exact enough there.
    let mut d = String::new();
    let mut at = (track.length() / scale - outline.width) / 2.0;
    for letter in text.chars() {
        let outline = font.outline(letter.encode_utf8(&mut [0; 4]))?;
        let middle = outline.width / 2.0;
        let ((x, y), (along_x, along_y)) = track.at((at + middle) * scale)?;
        let (x, y) = (x / scale, y / scale);
        moved(&outline.d, &mut d, |(from_x, from_y)| {
            let from_x = from_x - middle;
            (x + from_x * along_x - from_y * along_y, y + from_x * along_y + from_y * along_x)
        });
        at += outline.width;
    }
    let transform = ["scale(", &decimal(scale), ")"].concat();
    Some(Lettering { d, transform, height: tall * scale })
}

/// Adds `d`, path data of pairs of numbers as [`crate::font`] writes it, to `out`, with each point moved to where `place` says.
fn moved(d: &str, out: &mut String, place: impl Fn((f64, f64)) -> (f64, f64)) {
    let mut x = None;
    for piece in track::pieces(d) {
        match (piece, x) {
            (track::Piece::Command(letter), _) => out.push(char::from(letter)),
            (track::Piece::Number(number), None) => x = Some(number),
            (track::Piece::Number(y), Some(from_x)) => {
                let (to_x, to_y) = place((from_x, y));
                if !out.ends_with(|c: char| c.is_ascii_alphabetic()) {
                    out.push(' ');
                }
                let rounded = |n: f64| decimal((n * 10.0).round() / 10.0);
                out.push_str(&[&*rounded(to_x), " ", &*rounded(to_y)].concat());
                x = None;
            }
        }
    }
}
