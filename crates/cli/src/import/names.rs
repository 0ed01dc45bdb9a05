//! Ids made from names.

use std::collections::BTreeSet;

/// The longest id.
const LONGEST: usize = 64;

/// Ids that are taken.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// An id like `name`: lower-case, accents dropped, a hyphen for what ids cannot have. `otherwise` when nothing is left of it. A number is
    /// added where it is taken.
    pub fn take(&mut self, name: &str, otherwise: &str) -> String {
        let mut base = slug(name);
        if base.is_empty() {
            base = otherwise.to_owned();
        }
        let mut id = base.clone();
        let mut number = 2;
        while !self.0.insert(id.clone()) {
            let suffix = format!("-{number}");
            let kept = base[..base.len().min(LONGEST - suffix.len())].trim_end_matches('-');
            id = format!("{kept}{suffix}");
            number += 1;
        }
        id
    }
}

/// The letters, digits, hyphens and underscores of `name`.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            '_' if !out.is_empty() => out.push(c),
            // Combining marks: accents of letters before them.
            '\u{300}'..='\u{36f}' => {}
            _ => match plain(c) {
                Some(letters) => out.push_str(letters),
                None if out.is_empty() || out.ends_with('-') => {}
                None => out.push('-'),
            },
        }
    }
    // All of it is ASCII.
    out.truncate(LONGEST);
    out.trim_end_matches(['-', '_']).to_owned()
}

/// Latin letters without their accents.
fn plain(c: char) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 23] = [
        ("àáâãäåāăą", "a"),
        ("çćĉċč", "c"),
        ("ďđð", "d"),
        ("èéêëēĕėęě", "e"),
        ("ĝğġģ", "g"),
        ("ĥħ", "h"),
        ("ìíîïĩīĭįı", "i"),
        ("ĵ", "j"),
        ("ķ", "k"),
        ("ĺļľŀł", "l"),
        ("ñńņň", "n"),
        ("òóôõöøōŏő", "o"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ţťŧț", "t"),
        ("ùúûüũūŭůűų", "u"),
        ("ŵ", "w"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ß", "ss"),
        ("þ", "th"),
    ];
    LETTERS.iter().find(|(from, _)| from.contains(c)).map(|(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_like_names() {
        let table = [
            ("M.2 SSD", "m-2-ssd"),
            ("Größe", "grosse"),
            ("Cafe\u{301} noir!", "cafe-noir"),
            ("_a_b_", "a_b"),
            ("15.6'' - Bright", "15-6-bright"),
            ("日本", ""),
            ("DVD+-RW", "dvd-rw"),
            ("Intel® Core™", "intel-core"),
        ];
        for (name, id) in table {
            assert_eq!(slug(name), id);
        }
    }

    #[test]
    fn ids_are_unique_and_short() {
        let mut names = Names::default();
        assert_eq!(names.take("A b", "x"), "a-b");
        assert_eq!(names.take("a-B", "x"), "a-b-2");
        assert_eq!(names.take("a b 2", "x"), "a-b-2-2");
        assert_eq!(names.take("日本", "option"), "option");
        assert_eq!(names.take("中国", "option"), "option-2");
        let long = "y".repeat(200);
        assert_eq!(names.take(&long, "x"), "y".repeat(64));
        assert_eq!(names.take(&long, "x"), format!("{}-2", "y".repeat(62)));
    }
}
