//! Where the cheapest that has what was picked is offered, and the parts list. What is in them is put there by hand: see `app/roots/fields`.

use crate::ui::el::el;
use crate::ui::setting::Setting;
use crate::ui::words::{PartWord, part_word};
use yew::Html;

/// The button that takes the cheapest, and what it says afterwards.
pub(super) fn cheapest() -> Html {
    el!("div" "class" = "cheapest", "part" = "cheapest";
        el!("button" "type" = "button", "part" = "button", "data-click" = "cheapest"),
        el!("p" "class" = "told", "role" = "status"))
}

/// The parts list, folded.
pub(super) fn parts(setting: &Setting) -> Html {
    let say = |what: PartWord| part_word(&setting.locale, what);
    let columns = [PartWord::PartOf, PartWord::ItemNumber, PartWord::Pieces, PartWord::PriceEach];
    let heads = columns.map(|what| el!("th" "scope" = "col"; say(what))).to_vec();
    el!("details" "class" = "parts", "part" = "parts";
        el!("summary"; say(PartWord::PartsList)),
        el!("table" "aria-label" = say(PartWord::PartsList); el!("thead"; el!("tr"; heads)), el!("tbody"), el!("tfoot")))
}
