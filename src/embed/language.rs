//! The interface's words in the language of a page: a file beside the module, where it is not English.

use super::site::Site;
use crate::platform::{console, dom, fetch};
use crate::ui::words;
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
