//! The interface's words in the language of a page: files beside the module.

use super::site::Site;
use crate::platform::{console, dom, fetch};
use crate::ui::texts;
use crate::ui::words::WORDS;
use web_sys::Element;

/// Sees to it that the texts of `kind` are there in `language`. The error says why they cannot be had.
pub async fn fetched(site: &Site, kind: &'static str, language: &'static str) -> Result<(), String> {
    if !texts::is_there(kind, language) {
        let file = ["haberdash_", kind, "_", language, ".txt"].concat();
        let text = fetch::text(&dom::absolute(&file, &site.base).unwrap_or_default()).await?;
        texts::take(kind, language, text);
    }
    Ok(())
}

/// Sees to it that the words for `host` are there. Where they cannot be had the interface is English.
pub async fn ready(site: &Site, host: &Element) {
    let Some(language) = texts::language(&site.locale(host)) else { return };
    if let Err(why) = fetched(site, WORDS, language).await {
        console::warn(&[&why, ": the interface is in English"].concat());
    }
}
