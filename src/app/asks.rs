//! What shoppers ask for, heard once for a whole root.
//!
//! Views carry no callbacks. An element says what a click, a change or a letter in it asks for by `data-click`, `data-change` or `data-input`:
//! a word, and perhaps the position it is about (`"preset 2"`).

use crate::platform::dom;
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;

/// Hears what is asked for: the word, the position (0 where none is written), the element that says so, and the one it happened on.
pub type Hear = Rc<dyn Fn(&str, usize, &Element, &Element)>;

/// Calls `hear` whenever something in `root` asks for something, until what is given back is dropped.
pub fn listen(root: &Element, hear: &Hear) -> Vec<EventListener> {
    let kinds = ["click", "change", "input"];
    let listeners = kinds.into_iter().map(|kind| {
        let (hear, name) = (Rc::clone(hear), ["data-", kind].concat());
        let selector = ["[", &name, "]"].concat();
        EventListener::new(root, kind, move |event| {
            let Some(target) = event.target().and_then(dom::element) else { return };
            let Ok(Some(asker)) = target.closest(&selector) else { return };
            let Some(words) = asker.get_attribute(&name) else { return };
            let (word, at) = words.split_once(' ').unwrap_or((&words, "0"));
            hear(word, at.parse().unwrap_or(0), &asker, &target);
        })
    });
    listeners.collect()
}
