//! Upper and lower case of the alphabets that have them and are sold in: Latin (with Latin-1 and Extended-A), Greek, Cyrillic.
//!
//! The standard library's tables cover every script ever encoded and cost the page 24 KB. Letters of other scripts stay as they are; so does
//! Greek with two marks, and the final sigma is not told apart from the others. `docs/decisions/size.md` has the figures.

/// The lower-case letter of `c`; `c` itself where it has none.
pub fn lower(c: char) -> char {
    let code = u32::from(c);
    let moved = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        // Turkish dotted İ, then the pairs of Extended-A: first those that begin at even numbers.
        0x130 => 0x69,
        0x100..=0x137 | 0x14a..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        0x4c0 => 0x4cf,
        0x1e9e => 0xdf,
        0x4c1..=0x4ce => code + code % 2,
        _ => code,
    };
    char::from_u32(moved).unwrap_or(c)
}

/// The upper-case letter of `c`; `c` itself where it has none. `ß` has two, which [`upper_text`] knows.
pub fn upper(c: char) -> char {
    match c {
        'µ' => 'Μ',
        'ı' => 'I',
        'ÿ' => 'Ÿ',
        'ſ' => 'S',
        'ς' => 'Σ',
        'ӏ' => 'Ӏ',
        'ά' => 'Ά',
        'ό' => 'Ό',
        // Whatever `lower` leads here from.
        _ => [32, 1, 80, 37, 63]
            .into_iter()
            .filter_map(|distance| char::from_u32(u32::from(c).checked_sub(distance)?))
            .find(|before| *before != c && lower(*before) == c)
            .unwrap_or(c),
    }
}

/// `c` in upper case, as text: `ß` is written `SS`.
pub fn upper_text(c: char) -> String {
    if c == 'ß' { "SS".to_owned() } else { upper(c).to_string() }
}

/// Adds `text` in lower case to `out`.
pub fn push_lower(out: &mut String, text: &str) {
    // Most text is ASCII, and done at once.
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
    } else {
        out.extend(text.chars().map(lower));
    }
}

/// `text` in lower case.
pub fn lower_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_lower(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library does with two letters, or what needs more than a letter.
    const SPECIAL: &str = "ßİŉΐΰſıµς";

    #[test]
    fn letters_are_those_of_the_standard_library() {
        let ranges = [0..=0x17f, 0x386..=0x3ce, 0x400..=0x52f];
        for c in ranges.into_iter().flatten().filter_map(char::from_u32).filter(|c| !SPECIAL.contains(*c)) {
            assert_eq!(lower(c).to_string(), c.to_lowercase().to_string(), "{c}");
            assert_eq!(upper(c).to_string(), c.to_uppercase().to_string(), "{c}");
        }
    }

    #[test]
    fn special_letters() {
        assert_eq!("İſıµς".chars().map(lower).collect::<String>(), "iſıµς");
        assert_eq!("ßſıµςΐΰŉ".chars().map(upper).collect::<String>(), "ßSIΜΣΐΰŉ");
        assert_eq!(upper_text('ß'), "SS");
        assert_eq!(upper_text('é'), "É");
        assert_eq!(lower_text("ÜBERGRÖẞE Ωμέγα Ёлка قميص"), "übergröße ωμέγα ёлка قميص");
    }
}
