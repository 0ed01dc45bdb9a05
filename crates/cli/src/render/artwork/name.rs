//! What files are called: a pattern, filled in, and nothing in it that a file system takes for more than a name.

use haberdash_core::product::artwork::FIELDS;

/// The longest name, without its ending, in characters.
const LONGEST: usize = 120;

/// `pattern` with `values` for its fields, in the order of [`FIELDS`]. What stands for nothing leaves no hyphens behind.
pub fn fill(pattern: &str, values: [&str; FIELDS.len()]) -> String {
    let mut name = pattern.to_owned();
    for (field, value) in FIELDS.iter().zip(values) {
        // A value in braces is not filled in once more.
        name = name.replace(&format!("{{{field}}}"), &safe(value));
    }
    safe(&name)
}

/// Letters, digits, hyphens, underscores and single points; everything else is a hyphen. Never empty, never hidden, no name that Windows keeps for
/// devices.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().take(LONGEST) {
        let c = if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '{' | '}') { c } else { '-' };
        // Two in a row are one: of what stands for nothing, and of "..".
        if !(matches!(c, '-' | '.' | '_') && name.ends_with(['-', '.', '_'])) {
            name.push(c);
        }
    }
    name.trim_matches(['-', '.', '_']).to_owned()
}

/// `name` as it can stand in a folder, where `taken` are there already.
pub fn unique(name: &str, taken: &[String]) -> String {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let is_device = matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
    let name = name.replace(['{', '}'], "");
    let name = if name.is_empty() || is_device { format!("sheet-{name}") } else { name };
    let is_taken = |name: &String| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    if !is_taken(&name) {
        return name;
    }
    (2..).map(|count| format!("{name}-{count}")).find(|name| !is_taken(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_become_names() {
        let values = ["shirt", "cuff", "back", "wrist", "", "No. 12/ä"];
        let table = [
            ("{product}-{sheet}-{order}", "shirt-cuff-No.12-ä"),
            ("{product}-{preset}-{zone}", "shirt-wrist"),
            ("{preset}", ""),
            ("../../{product}/x", "shirt-x"),
            ("C:\\{view}", "C-back"),
            (".hidden", "hidden"),
            ("{preset}_{product}", "shirt"),
            ("a..b", "a.b"),
        ];
        for (pattern, name) in table {
            assert_eq!(fill(pattern, values), name, "{pattern}");
        }
        assert_eq!(fill("{order}", ["", "", "", "", "", "../{product}\u{0}"]), "{product}");
        assert!(fill(&"x".repeat(500), values).len() <= LONGEST);
    }

    #[test]
    fn no_two_files_have_one_name_and_none_is_a_device() {
        let taken = ["shirt".to_owned(), "shirt-2".to_owned()];
        assert_eq!(unique("Shirt", &taken), "Shirt-3");
        assert_eq!(unique("con", &[]), "sheet-con");
        assert_eq!(unique("lpt1.x", &[]), "sheet-lpt1.x");
        assert_eq!(unique("", &[]), "sheet-");
        assert_eq!(unique("{product}", &[]), "product");
    }
}
