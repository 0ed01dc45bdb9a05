//! A sheet's page: how large it is, what of the view is on it, and where it is cut. All in millimetres.

use haberdash_core::product::artwork::Sheet;
use resvg::tiny_skia::{Path, PathBuilder, Transform};

/// From the bleed to crop marks, and how long these are.
const MARK_GAP: f64 = 1.0;
const MARK: f64 = 5.0;
/// From crop marks to the edge of the page.
const MARK_MARGIN: f64 = 1.0;

/// Where things are on the page.
pub struct Layout {
    /// Left, top, width and height of what is printed, in the view's units.
    pub area: [f64; 4],
    /// How many degrees the view is turned about the middle of that, so that it stands upright.
    pub turn: f64,
    /// Millimetres for one unit.
    pub mm_per_unit: f64,
    /// From the edge of the page to the trim.
    margin: f64,
    bleed: f64,
    marks: bool,
}

impl Layout {
    /// The page of `sheet` with `area` on it.
    pub fn new(sheet: &Sheet, area: [f64; 4], turn: f64) -> Layout {
        let bleed = sheet.bleed_mm;
        let margin = bleed + if sheet.marks { MARK_GAP + MARK + MARK_MARGIN } else { 0.0 };
        Layout { area, turn, mm_per_unit: sheet.mm_per_unit, margin, bleed, marks: sheet.marks }
    }

    /// Width and height of what stays once it is cut.
    pub fn trim_size(&self) -> [f64; 2] {
        [self.area[2] * self.mm_per_unit, self.area[3] * self.mm_per_unit]
    }

    /// Width and height of the page.
    pub fn size(&self) -> [f64; 2] {
        self.trim_size().map(|side| side + 2.0 * self.margin)
    }

    /// What stays: left, top, width, height.
    pub fn trim(&self) -> [f64; 4] {
        let [width, height] = self.trim_size();
        [self.margin, self.margin, width, height]
    }

    /// The same with the bleed.
    pub fn bleed(&self) -> [f64; 4] {
        let [left, top, width, height] = self.trim();
        let bleed = self.bleed;
        [left - bleed, top - bleed, width + 2.0 * bleed, height + 2.0 * bleed]
    }

    /// How far colours go on beyond the edge, in the view's units.
    pub fn bleed_in_units(&self) -> f64 {
        self.bleed / self.mm_per_unit
    }

    /// Puts the view on the page, as an SVG transform.
    pub fn transform(&self) -> String {
        let [x, y, width, height] = self.area;
        let mut text = format!(
            "translate({m} {m}) scale({}) translate({} {})",
            self.mm_per_unit,
            -x,
            -y,
            m = self.margin
        );
        if self.turn != 0.0 {
            text.push_str(&format!(" rotate({} {} {})", -self.turn, x + width / 2.0, y + height / 2.0));
        }
        text
    }

    /// A path of the view on the page; for pages that are not turned.
    pub fn place(&self, path: &Path) -> Option<Path> {
        let (scale, margin) = (self.mm_per_unit, self.margin);
        let [x, y, ..] = self.area;
        let [dx, dy] = [margin - x * scale, margin - y * scale].map(|side| side as f32);
        path.clone().transform(Transform::from_row(scale as f32, 0.0, 0.0, scale as f32, dx, dy))
    }

    /// Crop marks: two short lines at each corner, outside of the bleed, that point at where it is cut.
    pub fn marks(&self) -> Option<Path> {
        if !self.marks {
            return None;
        }
        let [left, top, width, height] = self.trim();
        let (near, far) = (self.bleed + MARK_GAP, self.bleed + MARK_GAP + MARK);
        let mut builder = PathBuilder::new();
        for (x, outward) in [(left, -1.0), (left + width, 1.0)] {
            for (y, down) in [(top, -1.0), (top + height, 1.0)] {
                let mut line = |from: [f64; 2], to: [f64; 2]| {
                    builder.move_to(from[0] as f32, from[1] as f32);
                    builder.line_to(to[0] as f32, to[1] as f32);
                };
                line([x + outward * near, y], [x + outward * far, y]);
                line([x, y + down * near], [x, y + down * far]);
            }
        }
        builder.finish()
    }
}
