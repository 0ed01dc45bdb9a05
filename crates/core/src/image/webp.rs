//! WebP (RFC 9649): size, and whether it moves.

use super::{Format, Info, Refusal, checked};

/// Reads the first chunk.
pub(super) fn read(bytes: &[u8]) -> Result<Info, Refusal> {
    let (name, body) = bytes.get(12..).and_then(|rest| rest.split_at_checked(4)).ok_or(Refusal::Broken)?;
    // The chunk's length comes first.
    let body = body.get(4..).ok_or(Refusal::Broken)?;
    let (width, height) = match name {
        b"VP8 " => match body {
            [_, _, _, 0x9d, 0x01, 0x2a, w, wide, h, high, ..] => {
                let side = |low: u8, high: u8| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
                (side(*w, *wide), side(*h, *high))
            }
            _ => return Err(Refusal::Broken),
        },
        b"VP8L" => match body {
            [0x2f, a, b, c, d, ..] => {
                let bits = u32::from_le_bytes([*a, *b, *c, *d]);
                ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
            }
            _ => return Err(Refusal::Broken),
        },
        b"VP8X" => match body {
            [flags, ..] if flags & 2 != 0 => return Err(Refusal::Animated),
            [_, _, _, _, a, b, c, d, e, f, ..] => {
                (u32::from_le_bytes([*a, *b, *c, 0]) + 1, u32::from_le_bytes([*d, *e, *f, 0]) + 1)
            }
            _ => return Err(Refusal::Broken),
        },
        _ => return Err(Refusal::Broken),
    };
    checked(Format::WebP, width, height, 1)
}
