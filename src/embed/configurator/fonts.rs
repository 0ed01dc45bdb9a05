//! Fonts of a configurator, each asked for once. In the part `text`; the fonts themselves are read in the part `letters`.

use super::Mounted;
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::app::typing;
use crate::embed::fonts::letters;
use crate::platform::parts::{self, Part};
use crate::platform::{console, dom, fetch};
use haberdash_core::product::Kind;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Fetches the fonts that are needed for the letters there are now.
#[inline(never)]
pub(super) fn load(mounted: &Rc<Mounted>) {
    let state = mounted.store.get();
    fetch_all(mounted, typing::missing_fonts(&state, &state.selection));
}

/// Letters are about to be typed: fetches the fonts of all fields.
#[inline(never)]
pub(super) fn expect(mounted: &Rc<Mounted>, event: &web_sys::Event) {
    let field = event.target().and_then(|target| dom::get(&target, "type")?.as_string());
    if field.as_deref() != Some("text") {
        return;
    }
    let state = mounted.store.get();
    let font = |kind: &Kind| match kind {
        Kind::Text(text) => text.font(&state.selection),
        _ => None,
    };
    let options = state.setting.product.options.iter();
    fetch_all(mounted, options.filter_map(|option| font(&option.kind)).collect());
}

/// Fetches fonts, each once, and with the first of them the part that draws letters.
#[inline(never)]
pub(super) fn fetch_all(mounted: &Rc<Mounted>, fonts: Vec<usize>) {
    let state = mounted.store.get();
    for index in fonts {
        let Some(font) = state.setting.product.fonts.get(index) else { continue };
        let url = (mounted.addresses.0)(&font.src.0);
        if !mounted.asks_first(&url) {
            continue;
        }
        // Both are on their way side by side.
        let asked = parts::promise(Part::Letters);
        let mounted = Rc::clone(mounted);
        spawn_local(async move {
            let letters = match fetch::bytes(&url).await {
                Ok(data) => letters(asked, &data).await.map_err(|why| [&url, ": ", &why].concat()),
                Err(message) => Err(message),
            };
            match letters {
                Ok(letters) => act(&mounted.store, Action::Font(index, letters)),
                Err(message) => console::error(&message),
            }
        });
    }
}
