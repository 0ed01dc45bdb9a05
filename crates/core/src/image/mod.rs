//! The shopper's own picture: recognised by what is in the file, whatever its name says, and refused where it cannot be printed. Nothing here decodes
//! pixels: headers say what is needed, and the browser or the command draws.
//!
//! [`sniff`] looks at a file, [`drawing::read`] makes an SVG file harmless, [`Placed`] is where the shopper put the picture, [`File`] what a scene
//! draws of it.

pub mod drawing;
mod exif;
mod file;
mod jpeg;
pub mod order;
mod place;
mod placed;
mod png;
mod style;
mod webp;

#[cfg(test)]
mod tests;

pub use drawing::Drawing;
pub use file::{File, Files, Picture};
pub use place::content;
pub use placed::{Frame, Placed, frame, read as read_placed, to_value};

pub use crate::product::Format;

/// The most pixels: 50 megapixels take 200 MB to draw.
pub const MAX_PIXELS: u64 = 50_000_000;
/// The longest side, in pixels.
pub const MAX_SIDE: u32 = 30_000;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// Its kind, by what is in it.
    pub format: Format,
    /// Its width in pixels, as it is shown; 0 for a drawing, see [`drawing::read`].
    pub width: u32,
    /// Its height in pixels, as it is shown.
    pub height: u32,
    /// How a photograph has to be turned to be upright, 1 to 8 (EXIF 2.32, tag 0x0112); `width` and `height` are after that.
    pub orientation: u8,
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is no picture.
    NotAnImage,
    /// It is a picture of a kind that cannot be used: its name.
    Unsupported(&'static str),
    /// It has too many pixels, or a side is too long.
    TooManyPixels(u32, u32),
    /// It moves.
    Animated,
    /// Its colours are those of printing inks: screens and presses show them differently, and so would this picture and the print.
    Cmyk,
    /// It is damaged or cut off.
    Broken,
    /// A drawing with entities of its own.
    SvgEntities,
    /// A drawing whose elements are nested too deeply.
    SvgTooDeep,
    /// A drawing with too many elements, also by way of what refers to each other.
    SvgTooComplex,
    /// A drawing of no size.
    SvgNoSize,
    /// A drawing in which nothing can be printed.
    SvgEmpty,
}

/// Looks at a file. Of PNG and JPEG files the first few megabytes are enough.
///
/// # Errors
/// Why it cannot be used.
pub fn sniff(bytes: &[u8]) -> Result<Info, Refusal> {
    match bytes {
        [] => Err(Refusal::Empty),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => png::read(bytes),
        [0xff, 0xd8, 0xff, ..] => jpeg::read(bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp::read(bytes),
        _ => match other(bytes) {
            Some(name) => Err(Refusal::Unsupported(name)),
            None if drawing::is_one(bytes) => {
                Ok(Info { format: Format::Svg, width: 0, height: 0, orientation: 1 })
            }
            None => Err(Refusal::NotAnImage),
        },
    }
}

/// Kinds of files that shoppers take for pictures, by how they begin.
fn other(bytes: &[u8]) -> Option<&'static str> {
    let brand = match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => brand.get(..4).unwrap_or_default(),
        _ => &[],
    };
    match brand {
        b"avif" | b"avis" => return Some("AVIF"),
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => return Some("HEIC"),
        b"crx " => return Some("RAW"),
        [] => {}
        _ => return Some("MP4"),
    }
    const BEGINNINGS: &[(&[u8], &str)] = &[
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"%PDF", "PDF"),
        (b"%!PS", "EPS"),
        (b"\xc5\xd0\xd3\xc6", "EPS"),
        (b"8BPS", "PSD"),
        (b"\x1f\x8b", "SVGZ"),
        (b"\0\0\x01\0", "ICO"),
        (b"\xff\x0a", "JPEG XL"),
        (b"\0\0\0\x0cJXL ", "JPEG XL"),
        (b"\0\0\0\x0cjP  ", "JPEG 2000"),
        (b"PK\x03\x04", "ZIP"),
    ];
    BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name)
}

/// What a header says, when it can be drawn.
fn checked(format: Format, width: u32, height: u32, orientation: u8) -> Result<Info, Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::Broken);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE {
        return Err(Refusal::TooManyPixels(width, height));
    }
    let (width, height) = if orientation > 4 { (height, width) } else { (width, height) };
    Ok(Info { format, width, height, orientation })
}

/// The big-endian number at the start of `bytes`.
fn u32_be(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
}

fn u16_be(bytes: &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(..2)?.try_into().ok()?))
}
