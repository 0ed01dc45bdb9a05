//! What cuts drawings out: paths, and masks.

use super::Painter;
use super::canvas::{Area, Canvas};
use super::cover::{self, Cover};
use resvg::tiny_skia::{PathBuilder, Transform};
use resvg::usvg::{ClipPath, FillRule, Group, Mask, MaskType, Node};

/// What of `within` the clip path leaves.
pub fn cover(path: &ClipPath, transform: Transform, within: Area) -> Option<Cover> {
    let own = union(path.root(), transform.pre_concat(path.transform()), within);
    match path.clip_path() {
        Some(other) => Some(own?.times(&cover(other, transform, within)?)),
        None => own,
    }
}

/// What the shapes of `group` cover together.
fn union(group: &Group, transform: Transform, within: Area) -> Option<Cover> {
    let mut all: Option<Cover> = None;
    for node in group.children() {
        let one = match node {
            Node::Path(path) if path.is_visible() => path.fill().and_then(|fill| {
                let is_smooth = path.rendering_mode().use_shape_antialiasing();
                cover::fill(path.data(), fill.rule(), is_smooth, transform, within)
            }),
            Node::Group(group) => {
                let transform = transform.pre_concat(group.transform());
                let own = union(group, transform, within);
                match group.clip_path() {
                    Some(path) => own.zip(cover(path, transform, within)).map(|(own, cut)| own.times(&cut)),
                    None => own,
                }
            }
            _ => None,
        };
        let Some(one) = one else { continue };
        all = Some(match all {
            Some(all) => both(&all, &one, within),
            None => one,
        });
    }
    all
}

/// What one of two covers, or the other.
fn both(a: &Cover, b: &Cover, within: Area) -> Cover {
    let mut data = vec![0; within.width() * within.height()];
    for cover in [a, b] {
        let area = cover.area;
        for y in area.top..area.bottom {
            let row = data.get_mut(within.row(y, area.left, area.right)).unwrap_or_default();
            for (value, covered) in row.iter_mut().zip(cover.row(y, area.left, area.right)) {
                let left = u32::from(255 - *value) * u32::from(255 - *covered);
                *value = 255 - ((left + 127) / 255) as u8;
            }
        }
    }
    Cover { area: within, data }
}

/// Cuts `layer` out by `mask`.
pub fn mask(painter: &mut Painter, mask: &Mask, transform: Transform, layer: &mut Canvas) {
    if let Some(other) = mask.mask() {
        self::mask(painter, other, transform, layer);
    }
    let mut seen = Canvas::new(layer.area, layer.rounding);
    let outline = PathBuilder::from_rect(mask.rect().to_rect());
    if let Some(within) = cover::fill(&outline, FillRule::NonZero, true, transform, layer.area) {
        painter.group(mask.root(), transform, Some(&within), &mut seen);
    }
    for (pixel, [red, green, blue, alpha]) in layer.data.iter_mut().zip(seen.data) {
        let stays = match mask.kind() {
            // CSS Masking Module Level 1, §7.10.1.
            MaskType::Luminance => 0.2126 * red + 0.7152 * green + 0.0722 * blue,
            MaskType::Alpha => alpha,
        };
        *pixel = pixel.map(|value| value * stays / 255.0);
    }
}
