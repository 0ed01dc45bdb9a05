//! Style sheets for shadow roots. Everything inherits the theme's font and colours; `--haberdash-*` properties and `::part()` change the rest.

use haberdash_core::canonical::hex;
use haberdash_core::product::{Choice, Product};
use std::cell::{Cell, RefCell};

/// The sheet of strips; of configurators as well, and what they have besides.
pub const BASE: &str = include_str!("styles.css");
const CONFIGURATOR: &str = include_str!("configurator.css");

thread_local! {
    /// What parts look like, where one was asked for.
    static PARTS: RefCell<String> = const { RefCell::new(String::new()) };
}

thread_local! {
    /// What rules need besides, where there are some.
    static RULED: Cell<&'static str> = const { Cell::new("") };
}

/// Takes the sheet of rules.
pub fn take_ruled(sheet: &'static str) {
    RULED.set(sheet);
}

/// Takes the sheet of parts.
pub fn take(sheet: &str) {
    PARTS.with_borrow_mut(|parts| sheet.clone_into(parts));
}

/// The sheet of configurators.
pub fn configurator() -> String {
    PARTS.with_borrow(|parts| [BASE, CONFIGURATOR, RULED.get(), parts].concat())
}

/// One rule for each choice with a colour: `style` attributes would not pass a strict `style-src`.
pub fn chip_colors(product: &Product) -> String {
    chips(product, &|choice, out| {
        let color = choice.color?;
        out.push_str("background-color:");
        out.push_str(&color.hex());
        Some(())
    })
    .concat()
}

/// One rule for each choice with a picture, to be adopted when nothing more important is waiting for the network, a few at a time.
pub fn chip_pictures(product: &Product, address: &dyn Fn(&str) -> String) -> Vec<String> {
    chips(product, &|choice, out| {
        let picture = choice.image.as_ref().or(choice.texture.as_ref())?;
        out.push_str("background-image:url(\"");
        css_string(&address(&picture.0), out);
        out.push_str("\")");
        Some(())
    })
}

fn chips(product: &Product, declare: &dyn Fn(&Choice, &mut String) -> Option<()>) -> Vec<String> {
    let mut out = Vec::new();
    // Of hundreds, those that are drawn get theirs when they are.
    for (index, option) in product.options.iter().enumerate().filter(|(_, option)| !option.kind.is_grid()) {
        for (position, choice) in option.kind.choices().unwrap_or_default().iter().enumerate() {
            let mut body = String::new();
            if declare(choice, &mut body).is_some() {
                out.push([".", &super::option::chip_class(index, position), "{", &body, "}"].concat());
            }
        }
    }
    out
}

/// Writes `text` into a quoted CSS string: whatever could end it is written as an escape (CSS Syntax Level 3, §4.3.7).
pub fn css_string(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '<') || c.is_control() {
            out.push('\\');
            // All of them are below 256.
            out.push_str(&hex(&[c as u8]));
            out.push(' ');
        } else {
            out.push(c);
        }
    }
}
