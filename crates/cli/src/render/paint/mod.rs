//! Drawings as pixels, the way browsers draw them. usvg reads the drawing and tiny-skia says which pixels a shape covers; colours are put on each
//! other here, as floating-point numbers. resvg does that in whole numbers, on layers of their own wherever something is cut out: with dozens
//! of translucent layers the rounding is seen. Patterns and pictures are brought to their size by Skia's rules, which are Chromium's.
//!
//! The measure of all this is the test of pictures against Chromium, `tests/e2e/render.test.mjs`; `docs/decisions/print.md` has the figures.

mod canvas;
mod clip;
mod cover;
mod gradient;
mod ink;
mod level;
mod skia;

pub use canvas::Rounding;
use canvas::{Area, Canvas};
use cover::Cover;
use ink::Ink;
use level::Levels;
use resvg::tiny_skia::{IntSize, PathBuilder, Pixmap, Rect, Transform};
use resvg::usvg::{
    BlendMode, FillRule, Group, Image, ImageKind, ImageRendering, Node, Paint, PaintOrder, Path, Pattern,
    Tree,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// So many pixels are drawn at once: large sheets in strips, from the top down. Each layer in a layer takes as many once more.
const STRIP: usize = 1_000_000;
/// The largest tile of a pattern, in pixels; larger ones are drawn coarser.
const TILE: f32 = 16_000_000.0;
/// Its longest side.
const SIDE: f32 = 32_768.0;

/// Draws `tree` into `width` by `height` pixels, on nothing, put there by `transform`. `None` where there is no room for so many.
pub fn draw(
    tree: &Tree,
    width: u32,
    height: u32,
    transform: Transform,
    rounding: Rounding,
) -> Option<Pixmap> {
    strips(tree, [width, height], transform, rounding, (STRIP / (width as usize).max(1)).max(1))
}

/// The same in strips of so many rows.
fn strips(
    tree: &Tree,
    [width, height]: [u32; 2],
    transform: Transform,
    rounding: Rounding,
    rows: usize,
) -> Option<Pixmap> {
    let mut painter = Painter::default();
    let mut data = Vec::new();
    data.try_reserve_exact(width as usize * height as usize * 4).ok()?;
    // Where nothing is blended, browsers need no layer for the whole, and put all of it on the page.
    let is_on_page = rounding == Rounding::Skia && !blends(tree.root());
    for top in (0..i32::try_from(height).ok()?).step_by(rows) {
        let bottom = top.saturating_add(i32::try_from(rows).ok()?).min(i32::try_from(height).ok()?);
        let area = Area { left: 0, top, right: i32::try_from(width).ok()?, bottom };
        let mut canvas = if is_on_page { Canvas::white(area, rounding) } else { Canvas::new(area, rounding) };
        painter.group(tree.root(), transform, None, &mut canvas);
        if is_on_page {
            canvas.without_white();
        }
        canvas.bytes_into(&mut data);
    }
    Pixmap::from_vec(data, IntSize::from_wh(width, height)?)
}

/// Whether something in `group` is blended with what is below.
fn blends(group: &Group) -> bool {
    group.blend_mode() != BlendMode::Normal
        || group.children().iter().any(|node| matches!(node, Node::Group(group) if blends(group)))
}

/// What was made ready for drawing, kept for the next strip.
#[derive(Default)]
struct Painter {
    /// By where the file's bytes are.
    pictures: BTreeMap<usize, Option<Rc<Levels>>>,
    /// By where the pattern is, and how large it is drawn.
    tiles: BTreeMap<(usize, [u32; 2]), Option<Rc<Levels>>>,
}

impl Painter {
    fn group(
        &mut self,
        group: &Group,
        transform: Transform,
        clip: Option<&Cover>,
        canvas: &mut Canvas,
    ) -> Option<()> {
        if !group.filters().is_empty() {
            return foreign(group, transform, clip, canvas);
        }
        let transform = transform.pre_concat(group.transform());
        let mut within = canvas.area.common(clip.map_or(canvas.area, |clip| clip.area));
        let is_layer = group.opacity().get() < 1.0
            || group.blend_mode() != BlendMode::Normal
            || group.mask().is_some()
            || group.isolate() && blends(group);
        if is_layer || group.clip_path().is_some() {
            within = within.common(Area::around(group.layer_bounding_box().transform(transform)?.to_rect()));
        }
        if within.is_empty() {
            return None;
        }
        // What is cut out by a shape is drawn where it is, cut off; no layer of its own.
        let cut = match group.clip_path() {
            Some(path) => Some(clip::cover(path, transform, within)?),
            None => None,
        };
        if !is_layer {
            let both = match (&cut, clip) {
                (Some(cut), Some(clip)) => Some(cut.times(clip)),
                _ => None,
            };
            let clip = both.as_ref().or(cut.as_ref()).or(clip);
            group.children().iter().for_each(|node| self.node(node, transform, clip, canvas));
            return Some(());
        }
        let mut layer = Canvas::new(within, canvas.rounding);
        group.children().iter().for_each(|node| self.node(node, transform, cut.as_ref(), &mut layer));
        if let Some(mask) = group.mask() {
            clip::mask(self, mask, transform, &mut layer);
        }
        canvas.merge(&layer, group.opacity().get(), group.blend_mode(), clip);
        Some(())
    }

    fn node(&mut self, node: &Node, transform: Transform, clip: Option<&Cover>, canvas: &mut Canvas) {
        match node {
            Node::Group(group) => drop(self.group(group, transform, clip, canvas)),
            Node::Path(path) => self.path(path, transform, clip, canvas),
            Node::Image(image) => drop(self.image(image, transform, clip, canvas)),
            // Letters are outlines, and there are no fonts.
            Node::Text(_) => {}
        }
    }

    fn path(&mut self, path: &Path, transform: Transform, clip: Option<&Cover>, canvas: &mut Canvas) {
        if !path.is_visible() {
            return;
        }
        let is_smooth = path.rendering_mode().use_shape_antialiasing();
        let within = canvas.area.common(clip.map_or(canvas.area, |clip| clip.area));
        let fill = |painter: &mut Painter, canvas: &mut Canvas| {
            let fill = path.fill()?;
            let cover = cover::fill(path.data(), fill.rule(), is_smooth, transform, within)?;
            let ink = painter.ink(fill.paint(), fill.opacity().get(), transform, canvas.rounding)?;
            canvas.put(&cover, clip, &ink);
            Some(())
        };
        let stroke = |painter: &mut Painter, canvas: &mut Canvas| {
            let stroke = path.stroke()?;
            let cover = cover::stroke(path.data(), &stroke.to_tiny_skia(), is_smooth, transform, within)?;
            let ink = painter.ink(stroke.paint(), stroke.opacity().get(), transform, canvas.rounding)?;
            canvas.put(&cover, clip, &ink);
            Some(())
        };
        if path.paint_order() == PaintOrder::FillAndStroke {
            fill(self, canvas);
            stroke(self, canvas);
        } else {
            stroke(self, canvas);
            fill(self, canvas);
        }
    }

    /// What `paint` is, where the shape that wears it is put by `transform`.
    fn ink(&mut self, paint: &Paint, opacity: f32, transform: Transform, rounding: Rounding) -> Option<Ink> {
        match paint {
            Paint::Color(color) => Some(Ink::flat([color.red, color.green, color.blue], opacity, rounding)),
            Paint::LinearGradient(gradient) => Ink::gradient(gradient::linear(gradient, opacity), transform),
            Paint::RadialGradient(gradient) => Ink::gradient(gradient::radial(gradient, opacity), transform),
            Paint::Pattern(pattern) => self.pattern(pattern, opacity, transform, rounding),
        }
    }

    /// A tile is drawn once, in whole pixels, and these are stretched and repeated: Skia's `SkPictureShader`.
    fn pattern(
        &mut self,
        pattern: &Pattern,
        opacity: f32,
        transform: Transform,
        rounding: Rounding,
    ) -> Option<Ink> {
        let rect = pattern.rect();
        let turned = transform.pre_concat(pattern.transform());
        let (x, y) = turned.get_scale();
        let sides = [rect.width() * x, rect.height() * y];
        let shrink = (TILE / (sides[0] * sides[1])).sqrt().min(1.0);
        let [width, height] = sides.map(|side| (side * shrink).ceil().clamp(1.0, SIDE));
        if width.is_nan() || height.is_nan() {
            return None;
        }
        let key = (std::ptr::from_ref(pattern) as usize, [width.to_bits(), height.to_bits()]);
        let tile = match self.tiles.get(&key) {
            Some(tile) => tile.clone(),
            None => {
                let area = Area { left: 0, top: 0, right: width as i32, bottom: height as i32 };
                let mut canvas = Canvas::new(area, rounding);
                let scale = Transform::from_scale(width / rect.width(), height / rect.height());
                self.group(pattern.root(), scale, None, &mut canvas);
                let tile = canvas.level().map(|level| Rc::new(Levels::new(level)));
                self.tiles.insert(key, tile.clone());
                tile
            }
        }?;
        let place =
            turned.pre_translate(rect.x(), rect.y()).pre_scale(rect.width() / width, rect.height() / height);
        Ink::picture(tile.look(1.0, true)?, place, opacity)
    }

    fn image(
        &mut self,
        image: &Image,
        transform: Transform,
        clip: Option<&Cover>,
        canvas: &mut Canvas,
    ) -> Option<()> {
        if !image.is_visible() {
            return None;
        }
        let bytes = match image.kind() {
            ImageKind::SVG(tree) if tree.filters().is_empty() => {
                return self.group(tree.root(), transform, clip, canvas);
            }
            ImageKind::SVG(tree) => return foreign(tree.root(), transform, clip, canvas),
            ImageKind::JPEG(bytes)
            | ImageKind::PNG(bytes)
            | ImageKind::GIF(bytes)
            | ImageKind::WEBP(bytes) => bytes,
        };
        let key = Arc::as_ptr(bytes) as usize;
        let picture = match self.pictures.get(&key) {
            Some(picture) => picture.clone(),
            None => {
                let picture = level::decoded(image).map(|level| Rc::new(Levels::new(level)));
                self.pictures.insert(key, picture.clone());
                picture
            }
        }?;
        let (width, height) = (image.size().width(), image.size().height());
        let within = canvas.area.common(clip.map_or(canvas.area, |clip| clip.area));
        let outline = PathBuilder::from_rect(Rect::from_xywh(0.0, 0.0, width, height)?);
        let cover = cover::fill(&outline, FillRule::NonZero, true, transform, within)?;
        let is_smooth = !matches!(
            image.rendering_mode(),
            ImageRendering::OptimizeSpeed | ImageRendering::CrispEdges | ImageRendering::Pixelated
        );
        let (x, y) = transform.get_scale();
        let scale = if is_smooth { (x * y).sqrt() } else { f32::INFINITY };
        canvas.put(&cover, clip, &Ink::picture(picture.look(scale, false)?, transform, 1.0)?);
        Some(())
    }
}

/// What has filters, which only pictures can that are SVG files: resvg draws it.
fn foreign(group: &Group, transform: Transform, clip: Option<&Cover>, canvas: &mut Canvas) -> Option<()> {
    let area = canvas.area;
    let mut pixels = Pixmap::new(area.width() as u32, area.height() as u32)?;
    let node = Node::Group(Box::new(group.clone()));
    let corner = node.abs_layer_bounding_box()?;
    let transform = Transform::from_translate(-area.left as f32, -area.top as f32).pre_concat(transform);
    resvg::render_node(&node, transform.pre_translate(corner.x(), corner.y()), &mut pixels.as_mut())?;
    canvas.merge(&Canvas::of(area, &pixels), 1.0, BlendMode::Normal, clip);
    Some(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use resvg::usvg::Options;

    fn tree(width: u32, height: u32, body: &str) -> Tree {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}'>{body}</svg>"
        );
        Tree::from_str(&text, &Options::default()).unwrap()
    }

    /// The pixels of a row, not premultiplied.
    fn row(body: &str, width: u32, y: u32, rounding: Rounding) -> Vec<[u8; 4]> {
        let pixels = draw(&tree(width, 4, body), width, 4, Transform::identity(), rounding).unwrap();
        let pixel = |x| pixels.pixel(x, y).unwrap().demultiply();
        (0..width).map(pixel).map(|p| [p.red(), p.green(), p.blue(), p.alpha()]).collect()
    }

    #[test]
    fn layers_are_put_on_each_other_unrounded_for_print_and_as_seen_for_pictures() {
        let faint = "<rect width='2' height='4' fill='#fff'/>".to_owned()
            + &"<g opacity='.012'><rect width='2' height='4'/><rect width='1' height='4'/></g>".repeat(10);
        // 255 · 0.988¹⁰ = 226; Chromium lets remainders fall away each time.
        assert_eq!(row(&faint, 2, 1, Rounding::Last)[1], [226, 226, 226, 255]);
        assert_eq!(row(&faint, 2, 1, Rounding::Skia)[1], [215, 215, 215, 255]);
    }

    #[test]
    fn on_nothing_it_is_what_looks_alike_on_white() {
        let shade =
            "<g opacity='.012'><rect width='2' height='4' fill='#1a1408'/><rect width='1' height='4'/></g>";
        let [red, _, _, alpha] = row(shade, 2, 1, Rounding::Skia)[1];
        assert_eq!(255 - u32::from(alpha) + u32::from(red) * u32::from(alpha) / 255, 251);
    }

    #[test]
    fn shapes_cut_masks_fade_and_blends_darken() {
        let cut = "<clipPath id='c'><rect x='1' width='1.5' height='4'/></clipPath><g clip-path='url(#c)'><rect width='4' height='4' fill='#f00'/></g>";
        let alpha: Vec<u8> = row(cut, 4, 2, Rounding::Last).iter().map(|pixel| pixel[3]).collect();
        assert_eq!(alpha, [0, 255, 128, 0]);
        let faded = "<mask id='m' maskUnits='userSpaceOnUse' width='4' height='4'><rect width='2' height='4' fill='#808080'/></mask><rect mask='url(#m)' width='4' height='4' fill='#0f0'/>";
        assert_eq!(row(faded, 4, 2, Rounding::Last)[1..3], [[0, 255, 0, 128], [0, 0, 0, 0]]);
        let blended = "<rect width='4' height='4' fill='#808000'/><g style='mix-blend-mode:multiply'><rect width='2' height='4' fill='#ff8080'/></g><g style='mix-blend-mode:screen'><rect x='2' width='1' height='4' fill='#000080'/></g>";
        let found = row(blended, 4, 2, Rounding::Last);
        assert_eq!(found[1..4], [[128, 64, 0, 255], [128, 128, 128, 255], [128, 128, 0, 255]]);
    }

    #[test]
    fn tiles_of_broken_widths_do_not_drift() {
        let tiles = "<pattern id='p' width='2.5' height='4' patternUnits='userSpaceOnUse'><rect width='1.25' height='4'/></pattern><rect width='40' height='4' fill='url(#p)'/>";
        let found = row(tiles, 40, 2, Rounding::Last);
        assert_eq!(found[0..5], found[35..40]);
        let ink: f32 = found.iter().map(|pixel| f32::from(pixel[3])).sum::<f32>() / 255.0;
        assert!((ink - 20.0).abs() < 1.0, "{ink}");
    }

    #[test]
    fn tiles_of_any_size_leave_the_rest_alone() {
        for (width, height) in [("1e9", ".001"), ("1e-9", "1e-9"), ("1e30", "1e30")] {
            let tiles = format!(
                "<rect width='2' height='4'/><pattern id='p' width='{width}' height='{height}' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern><rect x='2' width='6' height='4' fill='url(#p)'/>"
            );
            assert_eq!(row(&tiles, 8, 2, Rounding::Skia)[1], [0, 0, 0, 255], "{width} by {height}");
        }
    }

    #[test]
    fn strips_fit_together() {
        let body = "<pattern id='p' width='3.3' height='3.3' patternUnits='userSpaceOnUse' patternTransform='rotate(9)'><circle cx='1.5' cy='1.5' r='1.2' fill='#06c'/></pattern>\
            <radialGradient id='g'><stop stop-color='#fff'/><stop offset='1' stop-color='#c04'/></radialGradient>\
            <circle cx='20' cy='20' r='19' fill='url(#g)' stroke='#123' stroke-width='.6'/><g opacity='.7'><path d='M2 2 38 12 20 38Z' fill='url(#p)' stroke='#000' stroke-dasharray='3 2'/></g>";
        let tree = tree(40, 40, body);
        for rounding in [Rounding::Last, Rounding::Skia] {
            let of = |rows| strips(&tree, [40, 40], Transform::identity(), rounding, rows).unwrap();
            let (whole, pieces) = (of(40), of(7));
            let off = whole.data().iter().zip(pieces.data()).map(|(a, b)| a.abs_diff(*b)).max();
            // Curves are cut in other places, and so become other lines.
            assert!(off.unwrap() <= 12, "{rounding:?}: {off:?}");
        }
    }
}
