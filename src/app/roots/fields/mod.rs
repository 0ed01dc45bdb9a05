//! Numbers, colours, steps and delivery of a configurator, shown and heard by hand. In the part `fields` (`docs/decisions/parts.md`): whoever makes
//! one has waited for that.

mod build;
mod color;
mod delivery;
mod number;
mod steps;

use super::{Extra, act};
use crate::app::asks::Ask;
use crate::app::configurator::{Action, State};
use crate::app::store::Store;
use crate::ui::marks::write;
use crate::ui::setting::Setting;
use build::Build;
use haberdash_core::number::Digits;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ShadowRoot};

/// What the part adds to a configurator.
struct Fields {
    store: Rc<Store<State>>,
    shadow: ShadowRoot,
    /// The step that is shown.
    step: Cell<usize>,
    /// What numbers and colours were last shown of: what is being written is not taken back when something else is told.
    seen: RefCell<Option<Selection>>,
    /// What each step was last said to have picked in it.
    said: RefCell<Vec<String>>,
    /// What the product file's tools ask for.
    build: Option<Rc<Build>>,
}

/// Adds what the part has to the configurator of `store`, in `shadow`.
#[inline(never)]
pub fn new(store: &Rc<Store<State>>, shadow: &ShadowRoot) -> Box<dyn Extra> {
    let state = store.get();
    let extras = state.setting.product.extras.as_ref();
    Box::new(Fields {
        store: Rc::clone(store),
        shadow: shadow.clone(),
        step: Cell::new(0),
        seen: RefCell::default(),
        said: RefCell::default(),
        build: extras.filter(|own| own.cheapest || own.parts_list).map(|_| Build::new(store, shadow)),
    })
}

impl Extra for Fields {
    fn show(&self, state: &State) {
        self.show_entered(state);
        self.show_steps(state);
        delivery::show(state, &self.shadow);
        if let Some(build) = &self.build {
            build.show(state);
        }
    }

    fn hear(&self, ask: &Ask) {
        let state = self.store.get();
        match ask.word {
            "step" => return self.go(&state, ask.at, true),
            "cheapest" => return self.build.iter().for_each(Build::take),
            _ => {}
        }
        let Some(option) = state.setting.product.options.get(ask.at) else { return };
        let Some(group) = self.group(ask.at) else { return };
        let heard = match &option.kind {
            Kind::Color(kind) => color::hear(&state, kind, ask),
            kind => number::hear(&state, kind, ask),
        };
        let Some(Heard { pick, problem }) = heard else { return };
        let line = find(&group, ".problem");
        if let Some(line) = line.filter(|line| line.text_content().unwrap_or_default() != problem) {
            write(&line, &problem);
        }
        if let Some(field) = find(&group, "input:not([type=color])") {
            let _ = match problem.is_empty() {
                true => field.remove_attribute("aria-invalid"),
                false => field.set_attribute("aria-invalid", "true"),
            };
        }
        if let Some(pick) = pick {
            act(&self.store, Action::Pick(ask.at, pick));
        }
        // What was written may be the same pick, written otherwise.
        self.seen.take();
        self.show(&self.store.get());
    }

    fn open(&self, option: usize) {
        let state = self.store.get();
        let extras = state.setting.product.extras.as_ref();
        let at =
            extras.and_then(|extras| extras.steps.iter().position(|step| step.options.contains(&option)));
        if let Some(at) = at {
            self.go(&state, at, false);
        }
    }
}

impl Fields {
    /// Shows numbers and colours.
    fn show_entered(&self, state: &State) {
        if self.seen.borrow().as_ref() == Some(&state.selection) {
            return;
        }
        let mut are_drawn = true;
        for (index, option) in state.setting.product.options.iter().enumerate() {
            let Some(pick) = state.selection.pick(index) else { continue };
            if !option.kind.is_special() || option.kind.is_grid() || *pick == Pick::Hidden {
                continue;
            }
            let Some(group) = self.group(index) else {
                are_drawn = false;
                continue;
            };
            match (&option.kind, pick) {
                (Kind::Color(kind), Pick::Color(color)) => color::show(state, kind, *color, &group),
                (kind, Pick::Number(step)) => number::show(state, kind, *step, &group),
                _ => None,
            };
        }
        self.seen.replace(are_drawn.then(|| state.selection.clone()));
    }
}

/// What something that was asked for comes to.
struct Heard {
    /// What is picked by it.
    pick: Option<Pick>,
    /// What is wrong with it, in words; empty when nothing is.
    problem: String,
}

impl Heard {
    fn pick(pick: Pick) -> Option<Heard> {
        Some(Heard { pick: Some(pick), problem: String::new() })
    }
}

impl Fields {
    fn group(&self, option: usize) -> Option<Element> {
        self.shadow.get_element_by_id(&["o", &option.digits()].concat())
    }
}

fn find(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn field(within: &Element, selector: &str) -> Option<HtmlInputElement> {
    find(within, selector)?.dyn_into().ok()
}

/// Sets an attribute where it differs: setting one costs, also when nothing changes.
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets or takes away an attribute without a value.
fn flag(element: &Element, name: &str, on: bool) {
    if element.has_attribute(name) != on {
        let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
    }
}

/// Sets what a field shows, where it differs: that moves the cursor.
fn set_value(field: &HtmlInputElement, value: &str) {
    if field.value() != value {
        field.set_value(value);
    }
}

/// The titles of options, for sentences.
fn title(setting: &Setting, product: &Product, option: usize) -> String {
    product.options.get(option).map_or(String::new(), |option| setting.text(&option.title).to_owned())
}
