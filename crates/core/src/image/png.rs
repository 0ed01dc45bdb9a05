//! PNG (W3C Portable Network Graphics, third edition): size, and whether it moves (APNG's `acTL`).

use super::{Format, Info, Refusal, checked, u32_be};

/// Reads the chunks before the pixels.
pub(super) fn read(bytes: &[u8]) -> Result<Info, Refusal> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    let mut size = None;
    loop {
        let length = u32_be(rest).ok_or(Refusal::Broken)? as usize;
        let (name, body) = rest.get(4..).and_then(|rest| rest.split_at_checked(4)).ok_or(Refusal::Broken)?;
        match (name, size) {
            (b"IHDR", None) => {
                let width = u32_be(body).ok_or(Refusal::Broken)?;
                let height = body.get(4..).and_then(u32_be).ok_or(Refusal::Broken)?;
                if length != 13 || width > i32::MAX as u32 || height > i32::MAX as u32 {
                    return Err(Refusal::Broken);
                }
                size = Some((width, height));
            }
            // What moves says so before the first pixel. One frame stands still.
            (b"acTL", Some(_)) if u32_be(body).is_some_and(|frames| frames > 1) => {
                return Err(Refusal::Animated);
            }
            (b"IDAT", Some((width, height))) => return checked(Format::Png, width, height, 1),
            (b"IEND" | b"IHDR", _) | (_, None) => return Err(Refusal::Broken),
            _ => {}
        }
        // A chunk ends with a checksum, which whoever decodes it looks at.
        rest = length.checked_add(4).and_then(|skip| body.get(skip..)).ok_or(Refusal::Broken)?;
        // The size alone is enough to refuse what is too large, also where the file is cut off.
        if let Some((width, height)) = size {
            checked(Format::Png, width, height, 1)?;
        }
    }
}
