//! What is said about a choice that the shopper looks at: that it cannot be had and why, or what everything costs at least with it. And the keyboard
//! among choices that cannot be had. In the part `rules`: without rules every choice can be had.

use super::act;
use super::configurator::{ConfiguratorRoot, field_of, set_to};
use crate::app::asks::Ask;
use crate::app::configurator::{Action, State};
use crate::platform::dom;
use crate::ui::marks;
use haberdash_core::number::Digits;
use haberdash_core::selection::Pick;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What the keyboard does in one configurator, and what is said there.
#[derive(Default)]
pub struct Hints {
    /// The last thing done in an option was to press a key that moves among radio buttons.
    by_key: Cell<bool>,
    /// What the keyboard went to and cannot be had: taken with Enter only.
    pending: RefCell<Option<(usize, Pick)>>,
    /// The option where something is said about a choice.
    said: Cell<Option<usize>>,
    /// What something was last asked for at: an option, or a button outside of the note about what that changed.
    last: RefCell<Option<Element>>,
}

/// Hears what is asked for in an option.
#[inline(never)]
pub(super) fn hear(root: &ConfiguratorRoot, ask: &Ask) {
    match ask.word {
        "look" => drop(look(root, ask.at, ask.target)),
        "key" => key(root, ask),
        "point" => root.hints.by_key.set(false),
        "press" => press(root, ask.at, ask.target),
        _ => {}
    }
}

/// Whether `pick` is only passed by, and not made. Arrow keys pick as they pass: what cannot be had is only looked at, or passing by would change
/// other picks.
#[inline(never)]
pub(super) fn only_passes(root: &ConfiguratorRoot, option: usize, pick: &Pick, field: &Element) -> bool {
    let Hints { by_key, pending, last, .. } = &root.hints;
    last.replace(place(field));
    if by_key.get() && field.get_attribute("aria-disabled").is_some() && !is(field, "SELECT") {
        say(root, option, &root.store.get().look(option, pick, true));
        pending.replace(Some((option, pick.clone())));
        return true;
    }
    // What was gone to in this option the browser has taken back itself.
    pending.borrow_mut().take_if(|(other, _)| *other == option);
    hush(root);
    false
}

/// Something was asked for at `asker`. When that goes with the note it is in, the keyboard goes back to where the note came from: in an option, to
/// what is picked there now.
#[inline(never)]
pub(super) fn asked(root: &ConfiguratorRoot, asker: &Element) {
    let last = &root.hints.last;
    if !matches!(asker.closest(".mended"), Ok(Some(_))) {
        last.replace(place(asker));
    } else if let Some(last) = &*last.borrow() {
        dom::focus_in_place(field_of(last).or_else(|| Some(last.clone())));
    }
}

/// What stays of where something was asked for: the option, since a grid lets tiles go that are out of view, or else the element itself.
fn place(asker: &Element) -> Option<Element> {
    asker.closest("[data-change]").ok().flatten().or_else(|| Some(asker.clone()))
}

/// Takes back what is said, and what the keyboard went to.
#[inline(never)]
pub(super) fn hush(root: &ConfiguratorRoot) {
    let pending = root.hints.pending.take();
    if let Some((option, _)) = pending {
        root.show_again(option);
    }
    if let Some(option) = root.hints.said.get() {
        say(root, option, "");
    }
}

/// The shopper looks at something: where it cannot be had, it is said why.
fn look(root: &ConfiguratorRoot, option: usize, target: &Element) -> Option<()> {
    let (state, pending) = (root.store.get(), &root.hints.pending);
    let is_elsewhere = pending.borrow().as_ref().is_some_and(|(other, _)| *other != option);
    // Only where the keyboard is counts: a page that scrolls to what the keyboard goes to moves other choices below a pointer that rests.
    if is_elsewhere && target.matches(":focus").unwrap_or(false) {
        hush(root);
    }
    let label = target.closest("label,input").ok()??;
    let field = if is(&label, "INPUT") { label } else { label.query_selector("input").ok()?? };
    if pending.borrow().is_none() {
        let pick = offered(&state, option, &field)?;
        say(root, option, &state.look(option, &pick, false));
    }
    Some(())
}

fn key(root: &ConfiguratorRoot, ask: &Ask) {
    let key = &*ask.key;
    let moves = ["Arrow", "Page", "Home", "End"];
    root.hints.by_key.set(moves.iter().any(|move_| key.starts_with(move_)));
    match key {
        "Enter" => take(root),
        "Escape" => {
            act(&root.store, Action::Close);
            asked(root, ask.asker);
        }
        _ => {}
    }
}

/// A click, or the space bar. On what the keyboard went to it changes nothing in the browser's eyes: it is marked already.
fn press(root: &ConfiguratorRoot, option: usize, field: &Element) {
    let pressed = offered(&root.store.get(), option, field).map(|pick| (option, pick));
    if pressed.is_some() && *root.hints.pending.borrow() == pressed {
        take(root);
    }
}

/// Takes what the keyboard went to.
fn take(root: &ConfiguratorRoot) {
    let Some((option, pick)) = root.hints.pending.take() else { return };
    hush(root);
    act(&root.store, Action::Pick(option, pick));
}

/// Says something at an option, and nothing at any other.
fn say(root: &ConfiguratorRoot, option: usize, text: &str) {
    if let Some(other) = root.hints.said.replace(Some(option)).filter(|other| *other != option) {
        say_at(root, other, "");
    }
    say_at(root, option, text);
}

fn say_at(root: &ConfiguratorRoot, option: usize, text: &str) {
    if let Some(line) = root.shadow.get_element_by_id(&["o", &option.digits(), "w"].concat()) {
        marks::write(&line, text);
    }
}

fn is(element: &Element, tag: &str) -> bool {
    element.tag_name() == tag
}

/// What pointing at `field` is about: picking it, or taking it out.
fn offered(state: &State, option: usize, field: &Element) -> Option<Pick> {
    let input = field.dyn_ref::<HtmlInputElement>()?;
    let is_box = input.type_() == "checkbox";
    set_to(state, option, input, !(is_box && input.checked()))
}
