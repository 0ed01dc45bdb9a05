//! The pages in www/ name the loader as a file beside them, so that they also work from a plain
//! folder. Served as a shop, they name it as merchants do: on the CDN, with its hash.

use crate::build::LOADER;

/// Where the loader is, and what it must be.
pub(super) struct Published<'a> {
    pub(super) cdn_url: &'a str,
    pub(super) version: &'a str,
    pub(super) integrity: &'a str,
}

/// Points every `src="haberdash.js"` (also `./` and `../` forms) of a page to the CDN.
pub(super) fn loader(html: &str, published: &Published<'_>) -> String {
    const ATTRIBUTE: &str = "src=\"";
    let mut page = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(at) = rest.find(ATTRIBUTE) {
        let (before, value) = rest.split_at(at + ATTRIBUTE.len());
        let end = value.find('"').unwrap_or(value.len());
        let preceded_by_space = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
        if preceded_by_space && names_loader(&value[..end]) {
            page.push_str(&rest[..at]);
            page.push_str(&attributes(published, tag_around(rest, at)));
            rest = value.get(end + 1..).unwrap_or_default();
        } else {
            page.push_str(before);
            rest = value;
        }
    }
    page.push_str(rest);
    page
}

fn names_loader(value: &str) -> bool {
    value.trim_start_matches("./").trim_start_matches("../") == LOADER
}

/// The start tag that holds the byte at `at`, as far as it can be told.
fn tag_around(html: &str, at: usize) -> &str {
    let start = html[..at].rfind('<').unwrap_or(at);
    let end = html[at..].find('>').map_or(html.len(), |length| at + length);
    &html[start..end]
}

/// A hash is checked across origins only with `crossorigin`, which the tag may have already.
fn attributes(Published { cdn_url, version, integrity }: &Published<'_>, tag: &str) -> String {
    let crossorigin = if tag.contains("crossorigin") { "" } else { " crossorigin=\"anonymous\"" };
    format!("src=\"{cdn_url}/{version}/{LOADER}\" integrity=\"{integrity}\"{crossorigin}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(html: &str) -> String {
        let published = Published { cdn_url: "http://cdn", version: "1.2.3", integrity: "sha384-x" };
        loader(html, &published)
    }

    const TAG: &str = r#"src="http://cdn/1.2.3/haberdash.js" integrity="sha384-x" crossorigin="anonymous""#;

    #[test]
    fn rewrites_each_tag_and_keeps_its_other_attributes() {
        assert_eq!(
            rewritten(r#"<script async src="haberdash.js" data-cart="form"></script>"#),
            format!(r#"<script async {TAG} data-cart="form"></script>"#)
        );
        assert_eq!(
            rewritten("<script src=\"../haberdash.js\"></script>\n<script\nsrc=\"haberdash.js\"></script>"),
            format!("<script {TAG}></script>\n<script\n{TAG}></script>")
        );
    }

    #[test]
    fn asks_for_cors_once() {
        let page = rewritten(r#"<i></i><script async src="haberdash.js" crossorigin="anonymous"></script>"#);
        assert_eq!(page.matches("crossorigin").count(), 1);
        assert!(page.contains(r#"integrity="sha384-x" crossorigin="anonymous">"#), "{page}");
    }

    #[test]
    fn leaves_everything_else() {
        for html in [
            r#"<script src="shop.js"></script>"#,
            r#"<script src="https://example.com/haberdash.js"></script>"#,
            r#"<div data-src="haberdash.js"></div>"#,
            r#"<img src="haberdash.js.png">"#,
            r#"<img src=""#,
            "ünïcode, no tag",
        ] {
            assert_eq!(rewritten(html), html);
        }
    }
}
