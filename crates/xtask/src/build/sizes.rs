//! The table of sizes that a build ends with.

use std::fmt::Write;

use super::Integrity;

pub(super) fn table(integrity: &Integrity) -> String {
    let mut text = String::new();
    row(&mut text, "file", "bytes", "brotli");
    part(&mut text, integrity, true, "together");
    part(&mut text, integrity, false, "on demand");
    text
}

fn part(text: &mut String, integrity: &Integrity, on_every_page: bool, name: &str) {
    let (mut bytes, mut brotli) = (0, 0);
    for (name, file) in integrity.of_every_page(on_every_page) {
        row(text, name, &grouped(file.bytes), &grouped(file.brotli));
        bytes += file.bytes;
        brotli += file.brotli;
    }
    row(text, name, &grouped(bytes), &grouped(brotli));
}

fn row(text: &mut String, name: &str, bytes: &str, brotli: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{name:<26}{bytes:>12}{brotli:>12}");
}

/// 1234567 → "1,234,567".
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::integrity::File;
    use crate::build::{EXTRA_GLUE, EXTRA_WASM, GLUE, WASM};

    #[test]
    fn groups_digits_by_three() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(123_456), "123,456");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn the_sum_is_of_what_every_page_fetches() {
        let file = |bytes, brotli| File { sha384: String::new(), bytes, brotli };
        let files =
            [(GLUE, file(1000, 10)), (WASM, file(1, 2)), (EXTRA_GLUE, file(5, 3)), (EXTRA_WASM, file(6, 4))];
        let integrity = Integrity {
            version: "0.1.0".to_owned(),
            files: files.map(|(name, file)| (name.to_owned(), file)).into(),
        };
        let text = table(&integrity);
        let line = |start: &str| {
            let line = text.lines().find(|line| line.starts_with(start)).unwrap();
            line.split_whitespace().rev().take(2).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(line("together"), ["12", "1,001"]);
        assert_eq!(line("on demand"), ["7", "11"]);
    }
}
