//! What keys ask for in a configurator: Ctrl or Cmd with Z goes back, with Shift and Z, or with Y, forth again.

use crate::app::configurator::Action;
use crate::platform::dom;
use web_sys::Event;

/// Where keys are the browser's own: what is written, and other windows.
const OWN: &str = "[type=text],[type=number],textarea,.desk";

/// What a pressed key asks for.
pub(super) fn asked(event: &Event) -> Option<Action> {
    let is = |name: &str| dom::get(event, name).is_some_and(|flag| flag.is_truthy());
    if !is("ctrlKey") && !is("metaKey") || is("altKey") {
        return None;
    }
    let target = event.target().and_then(dom::element)?;
    if !matches!(target.closest(OWN), Ok(None)) {
        return None;
    }
    match &*dom::get(event, "key")?.as_string()? {
        "y" | "Y" => Some(Action::Redo),
        "z" | "Z" if is("shiftKey") => Some(Action::Redo),
        "z" | "Z" => Some(Action::Undo),
        _ => None,
    }
}
