//! The data attributes of an element, and what is wrong with them in the console.

use crate::platform::console;
use haberdash_core::Diagnostics;
use web_sys::Element;

/// All `data-` attributes of `element`, names without the prefix.
pub fn of(element: &Element) -> Vec<(String, String)> {
    let names = element.get_attribute_names();
    let names = names.iter().filter_map(|name| name.as_string());
    names
        .filter_map(|name| {
            let short = name.strip_prefix("data-")?.to_owned();
            Some((short, element.get_attribute(&name)?))
        })
        .collect()
}

/// Writes what was found into the console, a line each.
pub fn report(diagnostics: &Diagnostics) {
    for diagnostic in diagnostics.list() {
        console::warn(diagnostic.to_string().trim_start_matches('/'));
    }
}
