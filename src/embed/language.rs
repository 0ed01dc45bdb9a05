//! The interface's words in the language of a page: a file beside the module, where it is not English.

use super::site::Site;
use crate::platform::{console, dom, fetch};
use crate::ui::{styles, words};
use web_sys::Element;

/// Sees to it that the words for `host` are there. Where they cannot be had the interface is English.
pub async fn ready(site: &Site, host: &Element) {
    let Some(language) = words::wanted(&site.locale(host)) else { return };
    let file = ["haberdash_words_", language, ".txt"].concat();
    match fetch::text(&dom::absolute(&file, &site.base).unwrap_or_default()).await {
        Ok(lines) => words::take(language, lines),
        Err(why) => console::warn(&[&why, ": the interface is in English"].concat()),
    }
}

/// Sees to it that what parts say in English and look like is there; whether it is.
pub async fn of_parts(site: &Site) -> bool {
    match fetch::text(&dom::absolute("haberdash_parts.txt", &site.base).unwrap_or_default()).await {
        Ok(file) => {
            let (lines, sheet) = file.split_once("\n\n").unwrap_or_default();
            words::take_parts(lines);
            styles::take(sheet);
            true
        }
        Err(why) => {
            console::warn(&why);
            false
        }
    }
}
