//! What the page says about itself.

use crate::platform::{dom, json};
use haberdash_core::signals::{PageItem, json_ld};
use haberdash_core::text::language_of;
use web_sys::Element;

/// The things the page's JSON-LD is about.
pub fn items() -> Vec<PageItem> {
    let mut list = Vec::new();
    let Ok(scripts) = dom::document().query_selector_all("script[type=\"application/ld+json\"]") else {
        return list;
    };
    // A page can carry any number of them.
    for index in 0..scripts.length().min(50) {
        let text = scripts.item(index).and_then(|script| script.text_content());
        if let Some(value) = text.and_then(|text| json::parse(&text)) {
            list.extend(json_ld(&value));
        }
    }
    list
}

/// The language of `element`: its nearest `lang`, then the browser's.
pub fn language(element: &Element) -> String {
    let declared = element.closest("[lang]").ok().flatten().and_then(|e| e.get_attribute("lang"));
    let declared = declared.filter(|lang| !language_of(lang).is_empty());
    declared.or_else(|| dom::window().navigator().language()).unwrap_or_else(|| "en".to_owned())
}

/// Whether the browser asks not to be profiled: Global Privacy Control.
pub fn gpc() -> bool {
    dom::get(&dom::window().navigator(), "globalPrivacyControl").is_some_and(|flag| flag.is_truthy())
}
