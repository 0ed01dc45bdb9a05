//! EXIF (CIPA DC-008): which way is up.

/// The orientation in a TIFF block, 1 to 8; `None` where it has none.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let is_big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let u16_at = |at: usize| -> Option<u16> {
        let pair = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let u32_at = |at: usize| -> Option<u32> {
        let four = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let list = u32_at(4)? as usize;
    for entry in 0..usize::from(u16_at(list)?) {
        let at = list.checked_add(2 + entry * 12)?;
        if u16_at(at)? == 0x0112 {
            // A short number stands in the entry itself.
            let value = u16_at(at.checked_add(8)?)?;
            return u8::try_from(value).ok().filter(|value| (1..=8).contains(value));
        }
    }
    None
}
