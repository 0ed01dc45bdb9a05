//! The shopper's rights: what is remembered, forget one, pause, clear, and whether it stays on the device. In the part `seldom`.

use super::el::{el, with_key};
use super::strip::Shelf;
use super::texts::fill;
use super::words::{SeldomWord, seldom_word};
use haberdash_core::consent::Mode;
use haberdash_core::history::{Event, EventKind, History};
use haberdash_core::number::Digits;
use yew::Html;

/// What is remembered, and what to do about it.
pub struct Panel<'p> {
    /// For titles and the language.
    pub shelf: &'p Shelf,
    /// What is remembered.
    pub history: &'p History,
    /// How long it lives.
    pub mode: Mode,
    /// Storage took the last write.
    pub stored: bool,
    /// The merchant has it off: there is nothing to ask for.
    pub off: bool,
}

/// How many entries are listed.
const SHOWN: usize = 60;

impl Panel<'_> {
    /// What is below its heading.
    pub fn view(&self) -> Vec<Html> {
        let Panel { shelf, history, mode, stored, off } = self;
        let say = |what: SeldomWord| seldom_word(&shelf.locale, what);
        let button = |what: SeldomWord, asks: &'static str| el!("button" "type" = "button", "part" = "button", "data-click" = asks; say(what));
        let state = match mode {
            Mode::Off => SeldomWord::PanelOff,
            _ if history.paused() => SeldomWord::PanelPaused,
            Mode::Device if !stored => SeldomWord::PanelStorage,
            Mode::Device => SeldomWord::PanelDevice,
            Mode::Memory => SeldomWord::PanelMemory,
        };
        let list = || {
            let events = history.events().iter().rev().take(SHOWN);
            el!("ul"; events.map(|event| entry(shelf, event)).collect::<Vec<_>>())
        };
        let list = if history.is_empty() { el!("p"; say(SeldomWord::PanelEmpty)) } else { list() };
        let tools = || {
            let remember = match mode {
                Mode::Device => button(SeldomWord::StopRemembering, "no"),
                _ => button(SeldomWord::Remember, "remember"),
            };
            let pause = if history.paused() {
                button(SeldomWord::Resume, "resume")
            } else {
                button(SeldomWord::Pause, "pause")
            };
            let clear = (!history.is_empty()).then(|| button(SeldomWord::Clear, "clear"));
            el!("div" "class" = "tools"; remember, pause, clear)
        };
        let mut body = vec![el!("p" "role" = "status"; say(state))];
        if !off {
            body.extend([list, tools()]);
        }
        body
    }
}

fn entry(shelf: &Shelf, event: &Event) -> Html {
    let locale = &shelf.locale;
    let did = match event.kind {
        EventKind::View => SeldomWord::Viewed,
        EventKind::Click => SeldomWord::Clicked,
        EventKind::CartAdd => SeldomWord::Carted,
        EventKind::CartRemove => SeldomWord::Uncarted,
        EventKind::Wish => SeldomWord::Wished,
        EventKind::Purchase => SeldomWord::Bought,
        EventKind::Search => SeldomWord::Searched,
        EventKind::Read => SeldomWord::Read,
        EventKind::Configure => SeldomWord::Designed,
    };
    let subject = event.subject();
    let what = if event.kind == EventKind::Configure && !event.facets.is_empty() {
        shelf.facets(&event.facets)
    } else {
        shelf.title(subject)
    };
    let label = fill(seldom_word(locale, SeldomWord::ForgetThis), &what);
    let key = [event.kind.word(), ":", subject, ":", &event.at.digits()].concat();
    let item = el!("li";
        el!("span"; seldom_word(locale, did), ": ", el!("b"; what)),
        el!("button" "type" = "button", "part" = "button", "aria-label" = label, "data-click" = "forget", "data-subject" = subject;
            seldom_word(locale, SeldomWord::Forget)));
    with_key(item, &key)
}
