//! The shopper's rights: what is remembered, forget one, pause, clear, and whether it stays on the device.

use super::memo::View;
use super::strip::Shelf;
use super::words::{Word, phrase, word};
use haberdash_core::consent::Mode;
use haberdash_core::history::{Event, EventKind, History};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What the shopper can ask for.
pub enum Right {
    /// Forget everything about one item, search or design.
    Forget(String),
    /// Stop (`true`) or resume remembering.
    Pause(bool),
    /// Forget everything.
    Clear,
    /// Keep it on this device, or do not.
    Remember(bool),
}

/// What is remembered, and what to do about it.
pub struct Panel {
    /// For titles and the language.
    pub shelf: Rc<Shelf>,
    /// What is remembered.
    pub history: History,
    /// How long it lives.
    pub mode: Mode,
    /// Storage took the last write.
    pub stored: bool,
    /// The merchant has it off: there is nothing to ask for.
    pub off: bool,
    /// Called with what the shopper asks for.
    pub on_right: Callback<Right>,
}

impl PartialEq for Panel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shelf, &other.shelf)
            && self.history == other.history
            && self.mode == other.mode
            && self.stored == other.stored
            && self.on_right == other.on_right
    }
}

/// How many entries are listed.
const SHOWN: usize = 60;

impl View for Panel {
    fn view(&self) -> Html {
        let Panel { shelf, history, mode, stored, off, on_right } = self;
        let locale = &shelf.locale;
        let say = |w: Word| word(locale, w);
        let button = |w: Word, right: fn() -> Right| {
            let on_right = on_right.clone();
            let onclick = Callback::from(move |event: MouseEvent| {
                keep_focus(&event);
                on_right.emit(right());
            });
            html! { <button type="button" part="button" {onclick}>{ say(w) }</button> }
        };
        let state = match mode {
            Mode::Off => Word::PanelOff,
            _ if history.paused() => Word::PanelPaused,
            Mode::Device if !stored => Word::PanelStorage,
            Mode::Device => Word::PanelDevice,
            Mode::Memory => Word::PanelMemory,
        };
        html! {
            <details class="rights" part="panel">
                <summary>{ say(Word::PanelTitle) }</summary>
                <div class="body" tabindex="-1">
                    <p role="status">{ say(state) }</p>
                    if !off {
                        if history.is_empty() {
                            <p>{ say(Word::PanelEmpty) }</p>
                        } else {
                            <ul>{ for history.events().iter().rev().take(SHOWN).map(|event| entry(shelf, event, on_right)) }</ul>
                        }
                        <div class="tools">
                            if *mode == Mode::Device {
                                { button(Word::StopRemembering, || Right::Remember(false)) }
                            } else {
                                { button(Word::Remember, || Right::Remember(true)) }
                            }
                            if history.paused() {
                                { button(Word::Resume, || Right::Pause(false)) }
                            } else {
                                { button(Word::Pause, || Right::Pause(true)) }
                            }
                            if !history.is_empty() {
                                { button(Word::Clear, || Right::Clear) }
                            }
                        </div>
                    }
                </div>
            </details>
        }
    }
}

fn entry(shelf: &Rc<Shelf>, event: &Event, on_right: &Callback<Right>) -> Html {
    let locale = &shelf.locale;
    let did = word(
        locale,
        match event.kind {
            EventKind::View => Word::Viewed,
            EventKind::Click => Word::Clicked,
            EventKind::CartAdd => Word::Carted,
            EventKind::CartRemove => Word::Uncarted,
            EventKind::Wish => Word::Wished,
            EventKind::Purchase => Word::Bought,
            EventKind::Search => Word::Searched,
            EventKind::Read => Word::Read,
            EventKind::Configure => Word::Designed,
        },
    );
    let subject = event.subject().to_owned();
    let what = if event.kind == EventKind::Configure {
        event.facets.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    } else {
        shelf.title(&subject).to_owned()
    };
    let label = phrase(locale, Word::ForgetThis, &what);
    let key = [event.kind.word(), ":", &subject, ":", &event.at.to_string()].concat();
    let onclick = {
        let on_right = on_right.clone();
        Callback::from(move |event: MouseEvent| {
            keep_focus(&event);
            on_right.emit(Right::Forget(subject.clone()));
        })
    };
    html! {
        <li {key}>
            <span>{ did }{ ": " }<b>{ what }</b></span>
            <button type="button" part="button" aria-label={label} {onclick}>{ word(locale, Word::Forget) }</button>
        </li>
    }
}

/// The button may go away with what it did: the keyboard stays in the panel.
fn keep_focus(event: &MouseEvent) {
    let body = event.target_dyn_into::<Element>().and_then(|button| button.closest(".body").ok()?);
    if let Some(body) = body.and_then(|body| body.dyn_into::<HtmlElement>().ok()) {
        let _ = body.focus();
    }
}
