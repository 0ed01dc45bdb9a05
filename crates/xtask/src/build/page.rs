//! The front page as Trunk leaves it still has the element that told Trunk what to compile.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Takes Trunk's own elements out of `index.html`.
pub(super) fn finish(site: &Path) -> Result<()> {
    let file = site.join("index.html");
    let html = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    fs::write(&file, without_trunk(&html)).with_context(|| format!("{} cannot be written", file.display()))
}

/// Removes every `<link data-trunk …>`, with its line if it has one to itself.
fn without_trunk(html: &str) -> String {
    const START: &str = "<link data-trunk";
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(START) {
        let Some(length) = rest[at..].find('>') else { break };
        page.push_str(&rest[..at]);
        rest = &rest[at + length + 1..];
        let line_start = page.trim_end_matches([' ', '\t']).len();
        if (line_start == 0 || page[..line_start].ends_with('\n'))
            && let Some(after) = rest.strip_prefix('\n')
        {
            page.truncate(line_start);
            rest = after;
        }
    }
    page.push_str(rest);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_the_element_and_its_line() {
        let html =
            "<head>\n  <link data-trunk rel=\"rust\" data-trunk-id=\"0\">\n  <link rel=\"icon\">\n</head>";
        assert_eq!(without_trunk(html), "<head>\n  <link rel=\"icon\">\n</head>");
    }

    #[test]
    fn keeps_what_shares_its_line() {
        let html = "<head><link data-trunk rel=\"rust\"><title>Shop</title>\n</head>";
        assert_eq!(without_trunk(html), "<head><title>Shop</title>\n</head>");
        assert_eq!(without_trunk("<link data-trunk"), "<link data-trunk");
    }
}
