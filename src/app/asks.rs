//! What shoppers ask for, heard once for a whole root.
//!
//! Views carry no callbacks. An element says what a click, a change or a letter in it asks for by `data-click`, `data-change` or `data-input`:
//! a word, and perhaps the position it is about (`"preset 2"`). Pointing at what could be changed, or going there with the keyboard, asks for a
//! `look`.

use crate::platform::dom;
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;

/// Something that is asked for.
pub struct Ask<'e> {
    /// What; `look`, `key`, `point`, `press` and `leave` are not written by elements.
    pub word: &'e str,
    /// The position it is about; 0 where none is written.
    pub at: usize,
    /// The element that says so.
    pub asker: &'e Element,
    /// The element it happened on.
    pub target: &'e Element,
    /// The key that was pressed, for `key`.
    pub key: String,
}

/// Hears what is asked for.
pub type Hear = Rc<dyn Fn(&Ask)>;

/// Event, the attribute that says what it asks for, and the word that counts in its place.
const KINDS: [(&str, &str, &str); 9] = [
    ("click", "data-click", ""),
    ("change", "data-change", ""),
    ("input", "data-input", ""),
    ("compositionend", "data-input", ""),
    ("pointerover", "data-change", "look"),
    ("focusin", "data-change", "look"),
    ("keydown", "data-change", "key"),
    ("pointerdown", "data-change", "point"),
    ("focusout", "data-input", "leave"),
];

/// Calls `hear` whenever something in `root` asks for something, until what is given back is dropped.
pub fn listen(root: &Element, hear: &Hear) -> Vec<EventListener> {
    let listeners = KINDS.iter().map(|(kind, attribute, instead)| {
        let hear = Rc::clone(hear);
        // Where a click asks for nothing itself, it may be on what can be changed: one search for both.
        let or_press = if *kind == "click" { ",[data-change]" } else { "" };
        let selector = ["[", attribute, "]", or_press].concat();
        EventListener::new(root, *kind, move |event| {
            let Some(target) = event.target().and_then(dom::element) else { return };
            let Ok(Some(asker)) = target.closest(&selector) else { return };
            // A letter that is still being put together is not there yet.
            if *attribute == "data-input" && dom::get(event, "isComposing").is_some_and(|is| is.is_truthy()) {
                return;
            }
            let words = asker.get_attribute(attribute);
            let instead = if words.is_none() { "press" } else { *instead };
            let Some(words) = words.or_else(|| asker.get_attribute("data-change")) else { return };
            let (word, at) = words.split_once(' ').unwrap_or((&words, "0"));
            let word = if instead.is_empty() { word } else { instead };
            let key =
                if word == "key" { dom::get(event, "key").and_then(|key| key.as_string()) } else { None };
            let (asker, target) = (&asker, &target);
            hear(&Ask { word, at: at.parse().unwrap_or(0), asker, target, key: key.unwrap_or_default() });
        })
    });
    listeners.collect()
}
