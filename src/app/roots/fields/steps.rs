//! Which step is open, and what is picked in each.

use super::{Fields, find, find_all, flag, set};
use crate::app::configurator::State;
use crate::platform::dom;
use crate::ui::marks::write;
use crate::ui::setting::Setting;
use haberdash_core::cart;
use haberdash_core::number::Digits;
use haberdash_core::product::Extras;
use haberdash_core::product::extras::Layout;
use haberdash_core::selection::Pick;
use web_sys::Element;

/// Whether anything of a step is shown.
fn has_any(state: &State, extras: &Extras, at: usize) -> bool {
    let is_shown = |option: &usize| !matches!(state.selection.pick(*option), None | Some(Pick::Hidden));
    extras.steps.get(at).is_some_and(|step| step.options.iter().any(is_shown))
}

impl Fields {
    fn elements(&self) -> Vec<Element> {
        let Ok(Some(options)) = self.shadow.query_selector(".options") else { return Vec::new() };
        find_all(&options, ".step")
    }

    pub(super) fn show_steps(&self, state: &State) {
        let Some(extras) = state.setting.product.extras.as_ref().filter(|own| own.layout != Layout::All)
        else {
            return;
        };
        let elements = self.elements();
        let mut said = self.said.borrow_mut();
        said.resize_with(elements.len(), String::new);
        if !has_any(state, extras, self.step.get())
            && let Some(other) = (0..extras.steps.len()).find(|at| has_any(state, extras, *at))
        {
            self.step.set(other);
        }
        let items = self.shadow.query_selector(".progress").ok().flatten();
        let items = items.map_or_else(Vec::new, |list| find_all(&list, "li"));
        for (at, element) in elements.iter().enumerate() {
            let is_there = has_any(state, extras, at);
            if extras.layout == Layout::Accordion {
                flag(element, "hidden", !is_there);
                self.say_picks(state, extras, at, element, &mut said);
                continue;
            }
            flag(element, "hidden", !is_there || at != self.step.get());
            let Some(item) = items.get(at) else { continue };
            flag(item, "hidden", !is_there);
            if let Some(button) = item.first_element_child() {
                match at == self.step.get() {
                    true => set(&button, "aria-current", "step"),
                    false => drop(button.remove_attribute("aria-current")),
                }
            }
            // Past what is hidden there may be nothing more.
            let next = (at + 1..extras.steps.len()).find(|at| has_any(state, extras, *at));
            let back = (0..at).rev().find(|at| has_any(state, extras, *at));
            for (class, to) in [(".next", next), (".back", back)] {
                let Some(button) = find(element, class) else { continue };
                flag(&button, "hidden", to.is_none());
                if let Some(to) = to {
                    set(&button, "data-click", &["step ", &to.digits()].concat());
                }
            }
        }
    }

    /// Says in the head of a step what is picked in it, each once: "none" of five things is said once, and what is on by its name.
    fn say_picks(&self, state: &State, extras: &Extras, at: usize, element: &Element, said: &mut [String]) {
        let setting = &state.setting;
        let options = extras.steps.get(at).map_or(&[][..], |step| &step.options).iter();
        let Setting { product, locale, fallback, .. } = &**setting;
        let mut picks: Vec<String> = Vec::new();
        for option in options {
            let text = match (state.selection.pick(*option), product.options.get(*option)) {
                (Some(Pick::Toggle(true)), Some(option)) => option.title.get(locale, fallback).to_owned(),
                _ => cart::pick_text(product, &state.selection, *option, locale, fallback),
            };
            if !text.is_empty() && !picks.contains(&text) {
                picks.push(text);
            }
        }
        let text = picks.join(", ");
        if let (Some(said), Some(line)) = (said.get_mut(at), find(element, "summary .picks"))
            && (*said != text || line.first_child().is_none())
        {
            write(&line, &text);
            *said = text;
        }
    }

    /// Opens a step, and brings the keyboard to it where `focus` says so.
    pub(super) fn go(&self, state: &State, at: usize, focus: bool) {
        let Some(extras) = state.setting.product.extras.as_ref() else { return };
        if !has_any(state, extras, at) {
            return;
        }
        self.step.set(at);
        if extras.layout == Layout::Accordion {
            if let Some(element) = self.elements().get(at) {
                flag(element, "open", true);
            }
            return;
        }
        self.show_steps(state);
        if focus {
            dom::focus(self.elements().get(at).and_then(|element| find(element, "h2")));
        }
    }
}
