//! FNV-1a with 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv): a few instructions a byte. For tables, and for which file of an index an item is
//! in, not against forgery.

/// The hash of nothing.
pub const START: u32 = 0x811c_9dc5;

/// The hash of what `hash` is of, and `byte`.
#[inline]
pub fn add(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of `text`.
pub fn of(text: &str) -> u32 {
    text.bytes().fold(START, add)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_drafts_own_vectors() {
        for (text, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(of(text), hash, "{text:?}");
        }
    }
}
