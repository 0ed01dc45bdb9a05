//! Which pixels a shape covers, and how much of each.

use super::canvas::Area;
use resvg::tiny_skia::{self, Color, Mask, Paint, Path, PathStroker, Pixmap, Shader, Stroke, Transform};
use resvg::usvg::FillRule;

/// So many times finer are shapes looked at, across and down: tiny-skia takes samples, sixteen for each pixel, where Chromium computes areas.
const FINE: usize = 4;
/// Of more pixels than this, which no strip has, shapes are looked at no finer than they are.
const MOST: usize = 8_000_000;
/// So far beyond what is asked for hairlines are drawn, in pixels.
const EDGE: i32 = 4;

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
    if !is_smooth || area.width() * area.height() > MOST {
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
    // At the very edge it draws some of them wrongly: a few pixels more are drawn, and cut off.
    let [left, top] = [area.left, area.top].map(|side| side.saturating_sub(EDGE));
    let [right, bottom] = [area.right, area.bottom].map(|side| side.saturating_add(EDGE));
    let drawn = Area { left, top, right, bottom };
    let mut pixels = Pixmap::new(drawn.width() as u32, drawn.height() as u32)?;
    let paint = Paint { shader: Shader::SolidColor(Color::WHITE), ..Paint::default() };
    let transform = Transform::from_translate(-left as f32, -top as f32).pre_concat(transform);
    pixels.stroke_path(path, &paint, &Stroke { dash: None, ..stroke.clone() }, transform, None);
    let data = pixels.data().chunks_exact(4).map(|pixel| pixel.last().copied().unwrap_or_default());
    let drawn = Cover { area: drawn, data: data.collect() };
    let rows = (area.top..area.bottom).flat_map(|y| drawn.row(y, area.left, area.right));
    Some(Cover { area, data: rows.copied().collect() })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{PathBuilder, Rect};

    const ALL: Area = Area { left: 0, top: 0, right: 6, bottom: 6 };

    #[test]
    fn edges_are_covered_by_what_lies_inside() {
        let path = PathBuilder::from_rect(Rect::from_ltrb(1.25, 1.0, 3.5, 5.0).unwrap());
        let cover = fill(&path, FillRule::NonZero, true, Transform::identity(), ALL).unwrap();
        assert_eq!(cover.row(2, 1, 5), [191, 255, 128, 0]);
        let circle = PathBuilder::from_circle(3.0, 3.0, 1.1).unwrap();
        let cover = fill(&circle, FillRule::NonZero, true, Transform::identity(), ALL).unwrap();
        let area = cover.data.iter().map(|value| f32::from(*value)).sum::<f32>() / 255.0;
        // Curves are drawn as a few lines, inside of them.
        assert!((area - 1.21 * std::f32::consts::PI).abs() < 0.1, "{area}");
    }

    #[test]
    fn what_lies_elsewhere_covers_nothing() {
        let path = PathBuilder::from_rect(Rect::from_ltrb(10.0, 0.0, 12.0, 4.0).unwrap());
        assert!(fill(&path, FillRule::NonZero, true, Transform::identity(), ALL).is_none());
        let huge = PathBuilder::from_rect(Rect::from_ltrb(-1e5, -1e5, 1e5, 1e5).unwrap());
        let cover = fill(&huge, FillRule::NonZero, true, Transform::identity(), ALL).unwrap();
        assert_eq!(cover.row(3, 0, 6), [255; 6]);
    }

    #[test]
    fn hairlines_are_paler_and_not_thinner() {
        let mut builder = PathBuilder::new();
        builder.move_to(0.0, 2.5);
        builder.line_to(6.0, 2.5);
        let path = builder.finish().unwrap();
        let cover = |width| {
            let stroke = Stroke { width, ..Stroke::default() };
            super::stroke(&path, &stroke, true, Transform::identity(), ALL).unwrap()
        };
        let seen = cover(0.5).row(2, 3, 4).to_vec();
        assert!((118..=136).contains(&seen[0]), "{seen:?}");
        assert_eq!(cover(3.0).row(2, 3, 4), [255]);
    }
}
