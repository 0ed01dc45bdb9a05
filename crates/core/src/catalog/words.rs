//! Words of titles and searches, so that the two meet: lower case, without a plural ending, in any script.

use crate::letters;

/// Calls `take` with every word of `text`. A single ASCII letter or digit is no word (the `t` of *t-shirt*); a single letter of another script is one.
pub fn each_word(text: &str, take: &mut dyn FnMut(&str)) {
    let mut word = String::new();
    let mut end = |part: &str| {
        word.clear();
        letters::push_lower(&mut word, part);
        // A letter of another script is a word.
        if word.len() > 1 {
            stem(&mut word);
            take(&word);
        }
    };
    let mut split = |part: &str, is_ascii: bool| match is_ascii {
        true => end(part),
        false => part.split(|c: char| !c.is_ascii() && !is_word(c)).for_each(&mut end),
    };
    // By bytes: most text is ASCII.
    let (mut start, mut is_ascii) = (0, true);
    for (at, byte) in text.bytes().enumerate() {
        if !byte.is_ascii() {
            is_ascii = false;
        } else if !byte.is_ascii_alphanumeric() {
            split(text.get(start..at).unwrap_or_default(), is_ascii);
            (start, is_ascii) = (at + 1, true);
        }
    }
    split(text.get(start..).unwrap_or_default(), is_ascii);
}

/// One name (a facet's value, a brand) as it is compared: trimmed, lower case, without a plural ending.
pub fn normal(name: &str) -> String {
    let mut name = letters::lower_text(name.trim());
    stem(&mut name);
    name
}

// Of what is no ASCII letter or digit, everything but signs and the punctuation blocks: the tables of `char::is_alphanumeric` are not
// worth their bytes here.
fn is_word(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{bf}' | '×' | '÷'
        | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{640}'
        | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{27bf}'
        | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

// English plurals, after step 1a of Porter's algorithm (Program 14(3), 1980). Other languages lose a final s on both sides alike.
fn stem(word: &mut String) {
    let cut = |word: &mut String, bytes: usize| word.truncate(word.len() - bytes);
    let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    if !plural || word.chars().count() < 4 {
        return;
    }
    if word.ends_with("ies") && word.len() > 4 {
        cut(word, 3);
        word.push('y');
    } else if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) {
        cut(word, 2);
    } else {
        cut(word, 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut list = Vec::new();
        each_word(text, &mut |word| list.push(word.to_owned()));
        list
    }

    #[test]
    fn words_meet_their_plurals_in_any_script() {
        let table: [(&str, &[&str]); 10] = [
            ("Navy Shirts", &["navy", "shirt"]),
            ("dress, dresses", &["dress", "dress"]),
            ("box/boxes", &["box", "box"]),
            ("Parties—party", &["party", "party"]),
            ("T-shirt (men’s)", &["shirt", "men"]),
            ("gas bus", &["gas", "bus"]),
            ("ÜBERGRÖẞE", &["übergröße"]),
            ("قميص، أزرق", &["قميص", "أزرق"]),
            // In lower case it is an ASCII letter.
            ("İ x", &[]),
            ("  \u{2003}…!", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(words(text), expected, "{text}");
        }
        assert_eq!(normal("  Stripes "), "stripe");
    }
}
