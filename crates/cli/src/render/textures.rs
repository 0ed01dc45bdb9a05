//! Pictures made ready for pixels. resvg rounds the tile of a pattern to whole pixels, so that small tiles drift, and takes single pixels out of a
//! picture that it makes much smaller, which flickers. Browsers do neither. So pictures are brought to their size here: a texture over the
//! whole view, turned as it is worn, or where that is too much as so many tiles as come to a whole number of pixels. PDF and SVG need none of
//! this: there pictures stay as they are.

use super::pictures::{Picture, Pictures};
use super::pixels::Pixels;
use super::raster;
use haberdash_core::art::Node;
use haberdash_core::scene::{Fill, Scene, SceneContent};
use haberdash_core::svg;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::rc::Rc;

/// The largest side of what is made here, in pixels.
const LARGEST: f64 = 2048.0;
/// So wide tiles together are at least looked at for a whole number of pixels.
const CELL: f64 = 400.0;

/// `scene` as it is drawn with `scale` pixels for one unit, its pictures brought to their size. What cannot be brought there stays as it is.
pub fn ready(scene: &Scene, pictures: &mut Pictures, scale: f64) -> Scene {
    let mut scene = scene.clone();
    let view_box = scene.view_box;
    for layer in &mut scene.layers {
        match &mut layer.content {
            SceneContent::Part { node, fill: Some(Fill::Texture { href, scale: tile, angle, .. }) } => {
                let over =
                    if is_moved(node) { None } else { over(pictures, href, *tile, *angle, view_box, scale) };
                if let Some((name, side)) = over {
                    (*href, *tile, *angle) = (name, side, 0.0);
                } else if let Some((name, side)) = several(pictures, href, *tile, scale) {
                    (*href, *tile) = (name, side);
                }
            }
            SceneContent::Shade(href) => {
                if let Some(name) = once(pictures, href, [view_box[2] * scale, view_box[3] * scale]) {
                    *href = name;
                }
            }
            _ => {}
        }
    }
    scene
}

/// Whether `node`, or something in it, has coordinates of its own: there a texture begins elsewhere.
fn is_moved(node: &Node) -> bool {
    node.attribute("transform").is_some() || node.children.iter().any(|child| is_moved(child))
}

/// The texture at `href` over the whole view, turned by `angle`: the name of the new picture, and how wide it is in the view's units.
fn over(
    pictures: &mut Pictures,
    href: &str,
    tile: f64,
    angle: f64,
    [left, top, width, height]: [f64; 4],
    scale: f64,
) -> Option<(Rc<str>, f64)> {
    let side = (width.max(height) * scale).ceil();
    let across = tile * scale;
    if side > LARGEST || !(1.0..=LARGEST).contains(&across) {
        return None;
    }
    let name = format!("{across} {angle} {side} {left} {top} {href}");
    made(pictures, &name, |pictures| {
        let pixels = across.ceil() as usize;
        let texture = drawn(pictures, href, [pixels, pixels])?;
        let (sin, cos) = angle.to_radians().sin_cos();
        // The first pixel at or beyond the view's edge that stands for this one: the picture repeats, like a tile.
        let from = |edge: f64, at: usize| {
            let at = at as f64 + 0.5;
            at + side * ((edge * scale - at) / side).ceil()
        };
        Some(texture.sampled(side as usize, |x, y| {
            let (x, y) = (from(left, x), from(top, y));
            [(x * cos + y * sin) / across, (y * cos - x * sin) / across].map(|tiles| tiles * pixels as f64)
        }))
    })
    .map(|name| (name, side / scale))
}

/// So many tiles of the texture at `href` that they come to a whole number of pixels.
fn several(pictures: &mut Pictures, href: &str, tile: f64, scale: f64) -> Option<(Rc<str>, f64)> {
    let (count, side) = cell(tile * scale);
    if f64::from(side) > LARGEST {
        return None;
    }
    let name = format!("{count} in {side} {href}");
    made(pictures, &name, |pictures| {
        let pixels = (tile * scale).ceil().max(1.0) as usize;
        Some(drawn(pictures, href, [pixels, pixels])?.repeated(
            f64::from(count),
            side as usize,
            side as usize,
        ))
    })
    .map(|name| (name, tile * f64::from(count)))
}

/// The picture at `href` in so many pixels.
fn once(pictures: &mut Pictures, href: &str, size: [f64; 2]) -> Option<Rc<str>> {
    let [width, height] = size.map(|side| side.ceil().max(1.0));
    if width.max(height) > LARGEST {
        return None;
    }
    let name = format!("{width} by {height} {href}");
    made(pictures, &name, |pictures| drawn(pictures, href, [width as usize, height as usize]))
}

/// How many tiles of `tile` pixels come nearest to a whole number of pixels for their number, and that number.
fn cell(tile: f64) -> (u32, u32) {
    let most = (CELL / tile.max(1.0)).ceil().clamp(1.0, 64.0) as u32;
    let off = |count: u32| {
        let pixels = f64::from(count) * tile;
        (pixels - pixels.round()).abs() / f64::from(count)
    };
    let best = (1..=most).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(1);
    (best, (f64::from(best) * tile).round().clamp(1.0, 1e9) as u32)
}

/// Makes the picture called `name`, unless it was made before.
fn made(
    pictures: &mut Pictures,
    name: &str,
    make: impl FnOnce(&Pictures) -> Option<Pixels>,
) -> Option<Rc<str>> {
    if !pictures.0.contains_key(name) {
        let pixels = make(pictures)?.rounded()?;
        let size = [pixels.width(), pixels.height()];
        pictures.0.insert(name.to_owned(), Picture::png(raster::encode_fast(pixels).ok()?, size));
    }
    Some(name.into())
}

/// The picture at `href`, as a browser draws it in so many pixels.
fn drawn(pictures: &Pictures, href: &str, [width, height]: [usize; 2]) -> Option<Pixels> {
    // Drawings have no pixels of their own.
    let own = pictures.0.get(href)?.size.unwrap_or([width as u32, height as u32]);
    Some(Pixels::of(&decoded(pictures, href, own)?).drawn(width, height))
}

/// The picture at `href` as premultiplied pixels.
fn decoded(pictures: &Pictures, href: &str, [width, height]: [u32; 2]) -> Option<Pixmap> {
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><image width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\"{}\"/></svg>",
        svg::escaped(href)
    );
    let tree = Tree::from_str(&text, &pictures.options()).ok()?;
    let mut pixmap = Pixmap::new(width, height)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Some(pixmap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_come_to_whole_pixels() {
        assert_eq!(cell(15.6), (5, 78));
        assert_eq!(cell(9.6), (5, 48));
        assert_eq!(cell(20.0), (1, 20));
        assert_eq!(cell(700.2), (1, 700));
        let (count, pixels) = cell(0.01);
        assert!(count >= 1 && pixels >= 1);
    }
}
