//! A link as a QR code (ISO/IEC 18004), made by the crate `qrcodegen`.

use crate::number::Digits;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest symbol: 117 modules wide, of which a telephone's screen still shows each. It takes links of some 1,200 characters.
const LARGEST: u8 = 25;
/// The white border that a symbol needs, in modules.
const QUIET: i32 = 4;

/// A QR code.
pub struct Code {
    /// How many modules it is wide and high, with its white border.
    pub size: i32,
    /// The dark modules as SVG path data.
    pub d: String,
}

/// The code of `text`; `None` when it is too long.
#[inline(never)]
pub fn code(text: &str) -> Option<Code> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::new(LARGEST),
        None,
        true,
    )
    .ok()?;
    let size = code.size();
    let mut d = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                d.push('M');
                for (number, after) in
                    [(start + QUIET, ' '), (y + QUIET, 'h'), (x - start, 'v'), (1, 'h'), (start - x, 'z')]
                {
                    d.push_str(&number.digits());
                    d.push(after);
                }
            }
            x += 1;
        }
    }
    Some(Code { size: size + 2 * QUIET, d })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another program reads in the picture that the path draws.
    fn read(code: &Code) -> String {
        const SCALE: usize = 4;
        let side = code.size as usize;
        let mut dark = vec![false; side * side];
        for bar in code.d.split('M').skip(1) {
            let numbers: Vec<usize> =
                bar.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, 1, back] = numbers[..] else { panic!("{bar}") };
            assert_eq!(width, back, "a bar is closed: {bar}");
            (x..x + width).for_each(|x| dark[y * side + x] = true);
        }
        let pixel = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code is found");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn another_program_reads_what_was_written() {
        let long = format!("https://shop.example/shirt.html#hb=1{}", "eyJwIjoib3hmb3JkLXNoaXJ0".repeat(45));
        for text in ["https://shop.example/#hb=1e30", &long, "https://shop.example/ü?مرحبا", ""] {
            assert_eq!(read(&code(text).unwrap()), text);
        }
        assert!(long.len() > 1100);
    }

    #[test]
    fn the_border_is_white_and_what_is_too_long_is_none() {
        let small = code("x").unwrap();
        assert_eq!(small.size, 21 + 8);
        assert!(small.d.starts_with("M4 4h7v1h-7z"), "{}", small.d);
        assert!(code(&"x".repeat(1_273)).is_some());
        assert!(code(&"x".repeat(1_274)).is_none());
    }
}
