//! Unsigned LEB128, as WebAssembly writes its numbers (core specification, §5.2.2).

/// Writes a number behind `out`.
pub(super) fn write(mut number: usize, out: &mut Vec<u8>) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}
