//! A drawing as pixels.

use super::paint::{self, Rounding};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

/// The largest picture that is written, in pixels.
const MAX_PIXELS: f64 = 200_000_000.0;

/// `size` in whole pixels, where so many can be drawn.
pub fn fits(size: [f64; 2]) -> Result<[f64; 2], String> {
    let [width, height] = size.map(|side| side.round().max(1.0));
    if width * height <= MAX_PIXELS {
        return Ok([width, height]);
    }
    let most = MAX_PIXELS / 1_000_000.0;
    Err(format!("{width} × {height} pixels are too many: {most} megapixels at most"))
}

/// Draws `tree` as a PNG of `size` pixels, see [`fits`]: whole in it, in the middle, on nothing. With `dpi` the file says how large that is on paper.
pub fn draw(
    tree: &Tree,
    [width, height]: [f64; 2],
    rounding: Rounding,
    dpi: Option<f64>,
) -> Result<Vec<u8>, String> {
    let own = tree.size();
    let scale = (width as f32 / own.width()).min(height as f32 / own.height());
    let left = (width as f32 - own.width() * scale) / 2.0;
    let top = (height as f32 - own.height() * scale) / 2.0;
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
    let pixels = paint::draw(tree, width as u32, height as u32, transform, rounding)
        .ok_or("there is no room for so many pixels")?;
    encode(pixels, dpi).map_err(|error| format!("the PNG cannot be written: {error}"))
}

fn encode(pixels: Pixmap, dpi: Option<f64>) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    if let Some(dpi) = dpi {
        let per_metre = (dpi / 0.0254).round() as u32;
        let unit = png::Unit::Meter;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit }));
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.take_demultiplied())?;
    writer.finish()?;
    Ok(bytes)
}
