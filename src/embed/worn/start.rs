//! The line that says that a configurator started from the shopper's taste, with the way back to the merchant's own. It stands above the options from the
//! first paint on, and keeps its place.

use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::app::roots::Extra;
use crate::platform::dom;
use crate::ui::marks::write;
use crate::ui::worn::{Worn, worn};
use haberdash_core::selection::Selection;
use std::cell::RefCell;
use web_sys::Element;

struct Line {
    host: Element,
    locale: String,
    /// The line, its sentence and its button.
    drawn: RefCell<Option<[Element; 3]>>,
    /// The merchant's own.
    own: RefCell<Option<Selection>>,
}

/// The line for the configurator at `host`.
pub(super) fn line(host: &Element, locale: &str) -> Box<dyn Extra> {
    let (host, locale) = (host.clone(), locale.to_owned());
    Box::new(Line { host, locale, drawn: RefCell::default(), own: RefCell::default() })
}

impl Line {
    fn draw(&self) -> Option<[Element; 3]> {
        if let Some(drawn) = &*self.drawn.borrow() {
            return Some(drawn.clone());
        }
        let options = self.host.shadow_root()?.query_selector(".options").ok()??;
        let create = |tag: &str, attributes: &[(&str, &str)]| {
            let element = dom::document().create_element(tag).ok()?;
            attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value)).ok()?;
            Some(element)
        };
        let line = create("p", &[("class", "tools started"), ("part", "started"), ("tabindex", "-1")])?;
        let sentence = create("span", &[("class", "help"), ("role", "status")])?;
        let button = create("button", &[("type", "button"), ("part", "button"), ("data-click", "reset")])?;
        write(&button, worn(&self.locale, Worn::BackToOwn));
        line.append_child(&sentence).ok()?;
        line.append_child(&button).ok()?;
        options.insert_before(&line, options.first_child().as_ref()).ok()?;
        let drawn = [line, sentence, button];
        *self.drawn.borrow_mut() = Some(drawn.clone());
        Some(drawn)
    }
}

impl Extra for Line {
    fn show(&self, state: &State) {
        let Some([line, sentence, button]) = self.draw() else { return };
        let mut own = self.own.borrow_mut();
        let own = own.get_or_insert_with(|| Selection::from_value(&state.setting.product, &state.start).0);
        let is_own = *own == state.selection;
        write(&sentence, worn(&self.locale, if is_own { Worn::IsOwn } else { Worn::Started }));
        if is_own && button.is_connected() {
            // The keyboard is not to fall back to the top of the page.
            let had_focus = button.matches(":focus").unwrap_or(false);
            button.remove();
            if had_focus {
                dom::focus(Some(line));
            }
        } else if !is_own && !button.is_connected() {
            let _ = line.append_child(&button);
        }
    }

    fn hear(&self, _: &Ask) {}

    fn open(&self, _: usize) {}
}
