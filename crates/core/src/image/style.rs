//! As much of CSS as drawing programs write into SVG files: rules with plain selectors (an element, a class, an id), and declarations. Values are
//! checked like attributes by whoever uses them.

use crate::xml::Element;

/// So many rules are looked at.
const MOST_RULES: usize = 500;

/// The declarations in `text`: names in lower case as they are written, values without `!important`.
pub(super) fn declarations(text: &str) -> Vec<(&str, &str)> {
    let parts = text.split(';').filter_map(|part| part.split_once(':'));
    let trimmed = parts.map(|(name, value)| {
        let value = value.trim();
        (name.trim(), value.strip_suffix("!important").unwrap_or(value).trim())
    });
    trimmed.filter(|(name, value)| !name.is_empty() && !value.is_empty()).collect()
}

/// A rule: one plain selector, and what it declares.
struct Rule<'t> {
    selector: &'t str,
    body: &'t str,
}

/// The rules of a file's `style` elements.
pub(super) struct Sheet<'t> {
    rules: Vec<Rule<'t>>,
}

impl<'t> Sheet<'t> {
    /// Reads them out of the text of a file that is well-formed.
    pub(super) fn read(text: &'t str) -> Sheet<'t> {
        let mut rules = Vec::new();
        let mut rest = text;
        while let Some((_, after)) = rest.split_once("<style") {
            let Some((_, body)) = after.split_once('>') else { break };
            let (css, behind) = body.split_once("</style").unwrap_or((body, ""));
            let css = css.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
            parse(css, &mut rules);
            rest = behind;
        }
        Sheet { rules }
    }

    /// What the rules declare for `element`: of elements, then of classes, then of ids.
    pub(super) fn of(&self, element: &Element) -> Vec<(&'t str, &'t str)> {
        let mut list = Vec::new();
        if self.rules.is_empty() {
            return list;
        }
        let classes: Vec<&str> =
            element.attribute("class").unwrap_or_default().split_ascii_whitespace().collect();
        let id = element.attribute("id").unwrap_or_default();
        let fits = |selector: &str, strength: u8| match (strength, selector.split_at_checked(1)) {
            (1, Some((".", class))) => classes.contains(&class),
            (2, Some(("#", name))) => name == id,
            (0, _) => selector == "*" || selector == element.name,
            _ => false,
        };
        for strength in 0..3 {
            for rule in self.rules.iter().filter(|rule| fits(rule.selector, strength)) {
                list.extend(declarations(rule.body));
            }
        }
        list
    }
}

/// Adds the rules of `css`. What begins with `@`, and selectors that are not plain, are passed over.
fn parse<'t>(css: &'t str, rules: &mut Vec<Rule<'t>>) {
    let mut rest = css;
    while rules.len() < MOST_RULES {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if rest.starts_with('@') {
            rest = after_at_rule(rest);
        } else {
            let Some((selectors, after)) = rest.split_once('{') else { return };
            let (body, behind) = after.split_once('}').unwrap_or((after, ""));
            for selector in selectors.split(',').map(str::trim) {
                let plain = selector.trim_start_matches(['.', '#']);
                let is_plain = selector == "*"
                    || !plain.is_empty()
                        && plain
                            .chars()
                            .all(|c| c.is_ascii_alphanumeric() || !c.is_ascii() || matches!(c, '-' | '_'));
                if is_plain {
                    rules.push(Rule { selector, body });
                }
            }
            rest = behind;
        }
    }
}

/// What comes after an `@` rule: after its semicolon, or after its block with all that is in it.
fn after_at_rule(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ';' | '}') {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}
