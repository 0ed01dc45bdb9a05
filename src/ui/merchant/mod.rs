//! The button on a card that puts it into the cart, and what it says. In the part `merchant`.

use super::words::{MerchantWord, Word, direction, merchant_word, word};
use crate::platform::dom;
use haberdash_core::catalog::{Availability, Item, ItemKind};
use web_sys::Element;

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is on its way into the cart.
    Busy,
    /// It is there.
    Done,
    /// It is not.
    Failed,
}

/// The style sheet.
pub fn styles() -> &'static str {
    include_str!("styles.css")
}

/// Where it is said what became of it.
pub fn status(locale: &str) -> Option<Element> {
    let status = dom::document().create_element("div").ok()?;
    for (name, value) in
        [("class", "spoken"), ("role", "status"), ("lang", locale), ("dir", direction(locale))]
    {
        status.set_attribute(name, value).ok()?;
    }
    Some(status)
}

/// The button of the card called `title`.
pub fn button(locale: &str, title: &str) -> Option<Element> {
    let button = dom::document().create_element("button").ok()?;
    let label = dom::document().create_element("span").ok()?;
    let spoken = dom::document().create_element("span").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_class_name("add");
    button.set_attribute("part", "add").ok()?;
    label.set_text_content(Some(&merchant_word(locale, MerchantWord::Add, "")));
    // What is seen comes first in its name.
    spoken.set_class_name("spoken");
    spoken.set_text_content(Some(&[" ", title].concat()));
    button.append_child(&label).ok()?;
    button.append_child(&spoken).ok()?;
    Some(button)
}

/// What a card says about its item besides.
pub fn badge(locale: &str, item: &Item) -> &'static str {
    match (item.kind, item.availability) {
        (ItemKind::Video, _) => word(locale, Word::Video),
        (ItemKind::Article, _) => word(locale, Word::Article),
        (_, Availability::Preorder) => word(locale, Word::Preorder),
        _ => "",
    }
}

/// Whether a button is at work.
pub fn is_busy(button: &Element) -> bool {
    button.has_attribute("aria-busy")
}

/// Shows and says how far it is.
pub fn show(button: &Element, status: &Element, locale: &str, title: &str, state: State) {
    let (word, sentence, name) = match state {
        State::Busy => (MerchantWord::Adding, MerchantWord::Adding, "busy"),
        State::Done => (MerchantWord::Added, MerchantWord::IsAdded, "done"),
        State::Failed => (MerchantWord::AddFailed, MerchantWord::IsNotAdded, "failed"),
    };
    // Not `disabled`: the keyboard would be nowhere.
    let _ = match state {
        State::Busy => button.set_attribute("aria-busy", "true"),
        _ => button.remove_attribute("aria-busy"),
    };
    let _ = button.set_attribute("data-state", name);
    let _ = button.set_attribute("part", &["add add-", name].concat());
    if let Some(label) = button.first_element_child() {
        label.set_text_content(Some(&merchant_word(locale, word, "")));
    }
    status.set_text_content(Some(&merchant_word(locale, sentence, title)));
}
