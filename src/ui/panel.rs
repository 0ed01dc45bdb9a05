//! The shopper's rights: what is remembered, forget one, pause, clear, and whether it stays on the device.

use super::el::{el, with_key};
use super::memo::View;
use super::strip::Shelf;
use super::words::{Word, phrase, word};
use haberdash_core::consent::Mode;
use haberdash_core::history::{Event, EventKind, History};
use std::rc::Rc;
use yew::Html;

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
}

impl PartialEq for Panel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shelf, &other.shelf)
            && self.history == other.history
            && self.mode == other.mode
            && self.stored == other.stored
    }
}

/// How many entries are listed.
const SHOWN: usize = 60;

impl View for Panel {
    fn view(&self) -> Html {
        let Panel { shelf, history, mode, stored, off } = self;
        let say = |what: Word| word(&shelf.locale, what);
        let button = |what: Word, asks: &'static str| el!("button" "type" = "button", "part" = "button", "data-click" = asks; say(what));
        let state = match mode {
            Mode::Off => Word::PanelOff,
            _ if history.paused() => Word::PanelPaused,
            Mode::Device if !stored => Word::PanelStorage,
            Mode::Device => Word::PanelDevice,
            Mode::Memory => Word::PanelMemory,
        };
        let list = || {
            let events = history.events().iter().rev().take(SHOWN);
            el!("ul"; events.map(|event| entry(shelf, event)).collect::<Vec<_>>())
        };
        let list = if history.is_empty() { el!("p"; say(Word::PanelEmpty)) } else { list() };
        let tools = || {
            let remember = match mode {
                Mode::Device => button(Word::StopRemembering, "no"),
                _ => button(Word::Remember, "remember"),
            };
            let pause =
                if history.paused() { button(Word::Resume, "resume") } else { button(Word::Pause, "pause") };
            let clear = (!history.is_empty()).then(|| button(Word::Clear, "clear"));
            el!("div" "class" = "tools"; remember, pause, clear)
        };
        el!("details" "class" = "rights", "part" = "panel";
            el!("summary"; say(Word::PanelTitle)),
            el!("div" "class" = "body", "tabindex" = "-1";
                el!("p" "role" = "status"; say(state)),
                (!off).then_some(list),
                (!off).then(tools)))
    }
}

fn entry(shelf: &Shelf, event: &Event) -> Html {
    let locale = &shelf.locale;
    let did = match event.kind {
        EventKind::View => Word::Viewed,
        EventKind::Click => Word::Clicked,
        EventKind::CartAdd => Word::Carted,
        EventKind::CartRemove => Word::Uncarted,
        EventKind::Wish => Word::Wished,
        EventKind::Purchase => Word::Bought,
        EventKind::Search => Word::Searched,
        EventKind::Read => Word::Read,
        EventKind::Configure => Word::Designed,
    };
    let subject = event.subject();
    let what = if event.kind == EventKind::Configure && !event.facets.is_empty() {
        shelf.facets(&event.facets)
    } else {
        shelf.title(subject).to_owned()
    };
    let label = phrase(locale, Word::ForgetThis, &what);
    let key = [event.kind.word(), ":", subject, ":", &event.at.to_string()].concat();
    let item = el!("li";
        el!("span"; word(locale, did), ": ", el!("b"; what)),
        el!("button" "type" = "button", "part" = "button", "aria-label" = label, "data-click" = "forget", "data-subject" = subject;
            word(locale, Word::Forget)));
    with_key(item, &key)
}
