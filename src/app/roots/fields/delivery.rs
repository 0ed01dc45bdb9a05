//! When what is picked can be there.

use crate::app::configurator::State;
use crate::platform::{intl, now};
use crate::ui::marks::write;
use crate::ui::words::{PartWord, part_phrase};
use web_sys::ShadowRoot;

pub(super) fn show(state: &State, shadow: &ShadowRoot) -> Option<()> {
    let line = shadow.query_selector(".delivery").ok().flatten()?;
    let days = state.setting.product.delivery(&state.selection)?;
    let locale = &state.setting.locale;
    let text = part_phrase(locale, PartWord::Delivery, &intl::in_days(locale, days, now()));
    if line.text_content().unwrap_or_default() != text {
        write(&line, &text);
    }
    Some(())
}
