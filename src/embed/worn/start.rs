//! The line above the options that says what a configurator started with: from the shopper's taste, with the way back to the merchant's own; or with a design of
//! another product, and what of it did not come along. It is there from the first paint on, and keeps its place.

use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::app::roots::Extra;
use crate::platform::dom;
use crate::ui::marks::write;
use crate::ui::worn::{Worn, worn};
use haberdash_core::selection::Selection;
use std::cell::RefCell;
use web_sys::Element;
use yew::Html;

struct Line {
    locale: String,
    line: Element,
    sentence: Element,
    button: Element,
    /// The merchant's own.
    own: RefCell<Option<Selection>>,
}

fn create(tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = dom::document().create_element(tag).ok()?;
    attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value)).ok()?;
    Some(element)
}

/// An empty line, and its sentence.
fn empty(text: &str) -> Option<(Element, Element)> {
    let line = create("p", &[("class", "tools started"), ("part", "started"), ("tabindex", "-1")])?;
    let sentence = create("span", &[("class", "help"), ("role", "status")])?;
    write(&sentence, text);
    line.append_child(&sentence).ok()?;
    Some((line, sentence))
}

/// The line about a start from taste; `None` where it cannot be made.
pub(super) fn line(locale: &str) -> Option<Box<dyn Extra>> {
    let (line, sentence) = empty(worn(locale, Worn::Started))?;
    let button = create("button", &[("type", "button"), ("part", "button"), ("data-click", "reset")])?;
    write(&button, worn(locale, Worn::BackToOwn));
    line.append_child(&button).ok()?;
    Some(Box::new(Line { locale: locale.to_owned(), line, sentence, button, own: RefCell::default() }))
}

/// The line that only says something; `None` where it cannot be made.
pub(super) fn note(text: &str) -> Option<Box<dyn Extra>> {
    Some(Box::new(Note(empty(text)?.0)))
}

struct Note(Element);

impl Extra for Note {
    fn head(&self) -> Option<Html> {
        Some(Html::VRef(self.0.clone().into()))
    }

    fn show(&self, _: &State) {}

    fn hear(&self, _: &Ask) {}

    fn open(&self, _: usize) {}
}

impl Extra for Line {
    fn head(&self) -> Option<Html> {
        Some(Html::VRef(self.line.clone().into()))
    }

    fn show(&self, state: &State) {
        let Line { line, sentence, button, .. } = self;
        let mut own = self.own.borrow_mut();
        let own = own.get_or_insert_with(|| Selection::from_value(&state.setting.product, &state.start).0);
        let is_own = *own == state.selection;
        let says = worn(&self.locale, if is_own { Worn::IsOwn } else { Worn::Started });
        // Written again it would be read out again.
        if sentence.text_content().as_deref() != Some(says) {
            write(sentence, says);
        }
        if is_own && button.is_connected() {
            // The keyboard is not to fall back to the top of the page.
            let had_focus = button.matches(":focus").unwrap_or(false);
            button.remove();
            if had_focus {
                dom::focus(Some(line.clone()));
            }
        } else if !is_own && !button.is_connected() {
            let _ = line.append_child(button);
        }
    }

    fn hear(&self, _: &Ask) {}

    fn open(&self, _: usize) {}
}
