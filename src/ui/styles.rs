//! Style sheets for shadow roots. Everything inherits the theme's font and colours; `--haberdash-*` properties and `::part()` change the rest.

use haberdash_core::product::{Kind, Product};

/// The sheet that all roots share.
pub const BASE: &str = include_str!("styles.css");

/// One rule for each choice with a colour or picture: `style` attributes would not pass a strict `style-src`.
pub fn chips(product: &Product, address: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    for (index, option) in product.options.iter().enumerate() {
        let Kind::Choice(kind) = &option.kind else { continue };
        for (position, choice) in kind.choices.iter().enumerate() {
            let picture = choice.image.as_ref().or(choice.texture.as_ref());
            if picture.is_none() && choice.color.is_none() {
                continue;
            }
            out.push('.');
            out.push_str(&super::option::chip_class(index, position));
            out.push('{');
            if let Some(color) = choice.color {
                out.push_str("background-color:");
                out.push_str(&color.to_string());
                out.push(';');
            }
            if let Some(picture) = picture {
                out.push_str("background-image:url(\"");
                css_string(&address(&picture.0), &mut out);
                out.push_str("\")");
            }
            out.push('}');
        }
    }
    out
}

/// Writes `text` into a quoted CSS string: whatever could end it is written as an escape (CSS Syntax Level 3, §4.3.7).
fn css_string(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '<') || c.is_control() {
            out.push('\\');
            out.push_str(&format!("{:x} ", u32::from(c)));
        } else {
            out.push(c);
        }
    }
}
