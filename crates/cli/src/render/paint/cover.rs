//! Which pixels a shape covers, and how much of each.

use super::canvas::Area;
use resvg::tiny_skia::{self, Color, Mask, Paint, Path, PathStroker, Pixmap, Shader, Stroke, Transform};
use resvg::usvg::FillRule;

/// So many times finer are shapes looked at, across and down: tiny-skia takes samples, sixteen for each pixel, where Chromium computes areas.
const FINE: usize = 4;

/// How much of each pixel is covered, of 255; nothing outside of the area.
pub struct Cover {
    pub area: Area,
    pub data: Vec<u8>,
}

impl Cover {
    /// The pixels of `row` from `left` to `right`, which are within the area.
    pub fn row(&self, row: i32, left: i32, right: i32) -> &[u8] {
        self.data.get(self.area.row(row, left, right)).unwrap_or_default()
    }

    /// What both cover.
    pub fn times(&self, other: &Cover) -> Cover {
        let area = self.area.common(other.area);
        let mut data = Vec::with_capacity(area.width() * area.height());
        for y in area.top..area.bottom {
            let (a, b) = (self.row(y, area.left, area.right), other.row(y, area.left, area.right));
            data.extend(a.iter().zip(b).map(|(a, b)| ((u32::from(*a) * u32::from(*b) + 127) / 255) as u8));
        }
        Cover { area, data }
    }
}

/// The inside of `path`, put there by `transform`, as far as it is in `within`. `None` where it covers nothing.
pub fn fill(
    path: &Path,
    rule: FillRule,
    is_smooth: bool,
    transform: Transform,
    within: Area,
) -> Option<Cover> {
    let bounds = path.bounds();
    // Lines have no inside.
    if bounds.width() == 0.0 || bounds.height() == 0.0 {
        return None;
    }
    inside(path.clone().transform(transform)?, rule, is_smooth, within)
}

/// The line along `path`.
pub fn stroke(
    path: &Path,
    stroke: &Stroke,
    is_smooth: bool,
    transform: Transform,
    within: Area,
) -> Option<Cover> {
    let scale = PathStroker::compute_resolution_scale(&transform);
    let dashed = match &stroke.dash {
        Some(dash) => Some(path.dash(dash, scale)?),
        None => None,
    };
    let path = dashed.as_ref().unwrap_or(path);
    if is_smooth && is_hairline(stroke.width, transform) {
        return hairline(path, stroke, transform, within);
    }
    inside(path.stroke(stroke, scale)?.transform(transform)?, FillRule::NonZero, is_smooth, within)
}

/// What a path of the canvas has inside.
fn inside(path: Path, rule: FillRule, is_smooth: bool, within: Area) -> Option<Cover> {
    let area = within.common(Area::around(path.bounds()));
    if area.is_empty() {
        return None;
    }
    let rule = match rule {
        FillRule::NonZero => tiny_skia::FillRule::Winding,
        FillRule::EvenOdd => tiny_skia::FillRule::EvenOdd,
    };
    let to = Transform::from_translate(-area.left as f32, -area.top as f32);
    if !is_smooth {
        let mut mask = Mask::new(area.width() as u32, area.height() as u32)?;
        mask.fill_path(&path, rule, is_smooth, to);
        return Some(Cover { area, data: mask.take() });
    }
    let mut mask = Mask::new((area.width() * FINE) as u32, (area.height() * FINE) as u32)?;
    mask.fill_path(&path, rule, true, to.post_scale(FINE as f32, FINE as f32));
    Some(Cover { area, data: coarse(mask.data(), area.width()) })
}

/// Averages of `FINE` by `FINE` numbers, in rows that become `width` long.
fn coarse(fine: &[u8], width: usize) -> Vec<u8> {
    let mut data = Vec::with_capacity(fine.len() / FINE / FINE);
    let mut sums = vec![0_u32; width];
    for rows in fine.chunks_exact(width * FINE * FINE) {
        sums.fill(0);
        for row in rows.chunks_exact(width * FINE) {
            for (sum, numbers) in sums.iter_mut().zip(row.chunks_exact(FINE)) {
                *sum += numbers.iter().map(|number| u32::from(*number)).sum::<u32>();
            }
        }
        let count = (FINE * FINE) as u32;
        data.extend(sums.iter().map(|sum| ((sum + count / 2) / count) as u8));
    }
    data
}

/// Lines thinner than a pixel are drawn as wide as one, and paler.
fn is_hairline(width: f32, transform: Transform) -> bool {
    let length = |x: f32, y: f32| {
        let (x, y) = ((x * width).abs(), (y * width).abs());
        x.max(y) + x.min(y) / 2.0
    };
    length(transform.sx, transform.ky) <= 1.0 && length(transform.kx, transform.sy) <= 1.0
}

/// Such a line, which tiny-skia draws as Skia does.
fn hairline(path: &Path, stroke: &Stroke, transform: Transform, within: Area) -> Option<Cover> {
    let area = within.common(Area::around(path.bounds().transform(transform)?));
    if area.is_empty() {
        return None;
    }
    let mut pixels = Pixmap::new(area.width() as u32, area.height() as u32)?;
    let paint = Paint { shader: Shader::SolidColor(Color::WHITE), ..Paint::default() };
    let transform = Transform::from_translate(-area.left as f32, -area.top as f32).pre_concat(transform);
    pixels.stroke_path(path, &paint, &Stroke { dash: None, ..stroke.clone() }, transform, None);
    let data = pixels.data().chunks_exact(4).map(|pixel| pixel.last().copied().unwrap_or_default());
    Some(Cover { area, data: data.collect() })
}
