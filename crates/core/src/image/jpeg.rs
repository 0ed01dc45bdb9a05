//! JPEG (ITU-T T.81): size and number of inks from the frame header, which way is up from EXIF.

use super::{Format, Info, Refusal, checked, exif, u16_be};

/// Reads the segments before the pixels.
pub(super) fn read(bytes: &[u8]) -> Result<Info, Refusal> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    let mut orientation = None;
    loop {
        // Markers may be padded with 0xFF.
        let (marker, after) = match rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            [0xff, marker, after @ ..] => (*marker, after),
            _ => return Err(Refusal::Broken),
        };
        // These have no length.
        if matches!(marker, 0x01 | 0xd0..=0xd8) {
            rest = after;
            continue;
        }
        let length = usize::from(u16_be(after).ok_or(Refusal::Broken)?);
        let body = after.get(2..length).ok_or(Refusal::Broken)?;
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let [_, high, low, wide, narrow, inks, ..] = body else { return Err(Refusal::Broken) };
                let height = u32::from(u16::from_be_bytes([*high, *low]));
                let width = u32::from(u16::from_be_bytes([*wide, *narrow]));
                return match inks {
                    1 | 3 => checked(Format::Jpeg, width, height, orientation.unwrap_or(1)),
                    // With Adobe's segment (APP14) or without: four are cyan, magenta, yellow and black.
                    4 => Err(Refusal::Cmyk),
                    _ => Err(Refusal::Broken),
                };
            }
            // Pixels, or the end, before the frame.
            0xd9 | 0xda => return Err(Refusal::Broken),
            0xe1 if orientation.is_none() => {
                orientation = body.strip_prefix(b"Exif\0\0").and_then(exif::orientation);
            }
            _ => {}
        }
        rest = after.get(length..).unwrap_or_default();
    }
}
