//! What cannot be had, and what was mended, look like this. In the part `rules`.

/// The style sheet.
#[inline(never)]
pub fn styles() -> &'static str {
    include_str!("ruled.css")
}
