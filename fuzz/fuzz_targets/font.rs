//! A font file from a merchant, and letters drawn with it.
#![no_main]

use haberdash_core::font::Font;
use haberdash_core::outline::Letters;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(font) = Font::parse(bytes.to_vec()) {
        for text in ["A", "Ab &.", "ß\u{301}é", "\u{0}\u{10ffff}"] {
            if let Some(outline) = font.outline(text) {
                assert!(outline.width.is_finite());
            }
            let _ = font.lacks(text);
        }
    }
});
