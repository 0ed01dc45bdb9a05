//! The text of a model, whatever it is encoded in, and places in it.

use super::found::Found;
use crate::json::{line_starts, place};
use crate::report::Place;

/// A text with places.
pub struct Source {
    /// The text, without a byte order mark.
    pub text: String,
    lines: Vec<usize>,
}

impl Source {
    /// A text.
    pub fn new(text: impl Into<String>) -> Source {
        let text = text.into();
        let lines = line_starts(&text);
        Source { text, lines }
    }

    /// The place of the byte at `offset`.
    pub fn place(&self, offset: usize) -> Place {
        place(&self.text, &self.lines, offset)
    }
}

/// Reads UTF-8, UTF-16 with a byte order mark, and else windows-1252, of which it gives notice.
pub fn decode(bytes: &[u8], found: &mut Found) -> Source {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Source::new(encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Source::new(encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Source::new(text),
        Err(error) => {
            let source = Source::new(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0);
            // Before the first byte that is not UTF-8 both texts are not the same when they are not ASCII; the line is.
            let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            found.notice(
                None,
                format!("not UTF-8, see line {line}: read as windows-1252; look whether the letters with accents are right"),
            );
            source
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let table: [(&[u8], &str, usize); 5] = [
            ("\u{feff}é".as_bytes(), "é", 0),
            (b"a\n\x80 \xae \x99", "a\n€ ® ™", 1),
            (b"\xff\xfea\0\xe9\0", "aé", 0),
            (b"\xfe\xff\0a", "a", 0),
            (b"", "", 0),
        ];
        for (bytes, text, notices) in table {
            let mut found = Found::default();
            assert_eq!(decode(bytes, &mut found).text, text);
            assert_eq!(found.lines("f").len(), notices);
            assert!(!found.has_errors());
        }
    }
}
