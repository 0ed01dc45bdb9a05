//! The table of sizes that a build ends with.

use std::fmt::Write;

use super::Integrity;

pub(super) fn table(integrity: &Integrity) -> String {
    let mut text = String::new();
    row(&mut text, "file", "bytes", "brotli");
    for (name, file) in &integrity.files {
        row(&mut text, name, &grouped(file.bytes), &grouped(file.brotli));
    }
    let bytes = integrity.files.values().map(|file| file.bytes).sum();
    row(&mut text, "together", &grouped(bytes), &grouped(integrity.brotli_total()));
    text
}

fn row(text: &mut String, name: &str, bytes: &str, brotli: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{name:<24}{bytes:>12}{brotli:>12}");
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

    #[test]
    fn groups_digits_by_three() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(123_456), "123,456");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let file = |bytes, brotli| File { sha384: String::new(), bytes, brotli };
        let integrity = Integrity {
            version: "0.1.0".to_owned(),
            files: [("a".to_owned(), file(1000, 10)), ("b".to_owned(), file(1, 2))].into(),
        };
        let last = table(&integrity).lines().last().unwrap().to_owned();
        assert_eq!(last.split_whitespace().collect::<Vec<_>>(), ["together", "1,001", "12"]);
    }
}
