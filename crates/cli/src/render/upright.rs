//! Photographs that say how they have to be turned (EXIF 2.32, tag 0x0112), turned: browsers do that, drawing libraries do not.

use super::paint::Rounding;
use super::pictures::{Picture, Pictures};
use super::raster;
use resvg::usvg::Tree;

/// The name of the one picture in the drawing that turns it.
const NAME: &str = "picture";

/// `picture` upright, of which EXIF says `orientation`, 1 to 8. The error goes on after its name.
pub fn picture(picture: &Picture, orientation: u8) -> Result<Picture, String> {
    let Some([width, height]) = picture.size else { return Ok(picture.clone()) };
    let matrix = match orientation {
        2 => format!("-1 0 0 1 {width} 0"),
        3 => format!("-1 0 0 -1 {width} {height}"),
        4 => format!("1 0 0 -1 0 {height}"),
        5 => "0 1 1 0 0 0".to_owned(),
        6 => format!("0 1 -1 0 {height} 0"),
        7 => format!("0 -1 -1 0 {height} {width}"),
        8 => format!("0 -1 1 0 0 {width}"),
        _ => return Ok(picture.clone()),
    };
    let (across, down) = if orientation > 4 { (height, width) } else { (width, height) };
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across}\" height=\"{down}\"><image href=\"{NAME}\" width=\"{width}\" height=\"{height}\" image-rendering=\"optimizeSpeed\" transform=\"matrix({matrix})\"/></svg>"
    );
    let mut pictures = Pictures::default();
    pictures.0.insert(NAME.to_owned(), picture.clone());
    let tree =
        Tree::from_str(&text, &pictures.options()).map_err(|error| format!("cannot be turned: {error}"))?;
    let size = raster::fits([f64::from(across), f64::from(down)])?;
    Ok(Picture::png(raster::draw(&tree, size, Rounding::Last, None)?, [across, down]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

    /// Three pixels in a row: red, green, blue. And what of them is where, upright.
    #[test]
    fn every_way_to_hold_a_camera() {
        let mut row = Pixmap::new(3, 1).unwrap();
        for (pixel, [r, g, b]) in row.pixels_mut().iter_mut().zip([[255, 0, 0], [0, 255, 0], [0, 0, 255]]) {
            *pixel = PremultipliedColorU8::from_rgba(r, g, b, 255).unwrap();
        }
        let row = Picture::new(row.encode_png().unwrap()).unwrap();
        // By orientation: width, height, and whether red comes last.
        let expected = [
            (1, 3, 1, false),
            (2, 3, 1, true),
            (3, 3, 1, true),
            (4, 3, 1, false),
            (5, 1, 3, false),
            (6, 1, 3, false),
            (7, 1, 3, true),
            (8, 1, 3, true),
        ];
        for (orientation, width, height, is_last) in expected {
            let turned = picture(&row, orientation).unwrap();
            assert_eq!(turned.size, Some([width, height]), "{orientation}");
            let pixels = Pixmap::decode_png(turned.bytes()).unwrap();
            let red: Vec<bool> =
                pixels.pixels().iter().map(|pixel| pixel.red() > 200 && pixel.green() < 50).collect();
            assert_eq!(red, [!is_last, false, is_last], "{orientation}");
        }
    }
}
