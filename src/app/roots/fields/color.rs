//! Colours: mixed, written as a code, or taken from the palette.

use super::{Heard, field, find, find_all, flag, set, set_value, title};
use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::ui::marks::write;
use crate::ui::words::{PartWord, part_phrase, part_word};
use haberdash_core::cart;
use haberdash_core::color::contrast;
use haberdash_core::product::color_option::{Against, Swatch};
use haberdash_core::product::{Color, ColorOption};
use haberdash_core::selection::Pick;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Below this, in hundredths, parts of a picture are hard to tell apart (WCAG 2.2, 1.4.11).
const ENOUGH: u32 = 300;

pub(super) fn show(state: &State, kind: &ColorOption, color: Color, group: &Element) -> Option<()> {
    let setting = &state.setting;
    let locale = &setting.locale;
    let code = color.hex();
    if let (Some(mixer), Some(written)) = (field(group, "[type=color]"), field(group, ".code")) {
        set_value(&mixer, &code);
        set_value(&written, &code);
    }
    for (chip, swatch) in find_all(group, ".palette button").into_iter().zip(&kind.palette) {
        set(&chip, "aria-pressed", if swatch.color == color { "true" } else { "false" });
        if let Some(chip) = chip.first_element_child().and_then(|chip| chip.dyn_into::<HtmlElement>().ok()) {
            let _ = chip.style().set_property("background-color", &swatch.color.hex());
        }
    }
    let named = kind.palette.iter().find(|swatch| swatch.color == color);
    let name = |swatch: &Swatch| {
        swatch.title.as_ref().map_or(swatch.id.as_str(), |title| setting.text(title)).to_owned()
    };
    write(&find(group, ".chosen")?, &named.map_or_else(|| code.clone(), name));
    if let Some(button) = find(group, ".near") {
        let near = kind.near(color).filter(|_| named.is_none());
        flag(&button, "hidden", near.is_none());
        if let Some(near) = near {
            write(&button, &part_phrase(locale, PartWord::Nearest, &name(near)));
        }
    }
    let hint = match against(state, kind) {
        Some((other, of)) if contrast(color, other) < ENOUGH => {
            part_phrase(locale, PartWord::LowContrast, &of)
        }
        _ => String::new(),
    };
    let line = find(group, ".hint")?;
    if line.text_content().unwrap_or_default() != hint {
        write(&line, &hint);
    }
    Some(())
}

/// The colour that this one should stand out from, and what that is called.
fn against(state: &State, kind: &ColorOption) -> Option<(Color, String)> {
    let setting = &state.setting;
    match kind.contrast? {
        Against::Color(color) => Some((color, part_word(&setting.locale, PartWord::Background))),
        Against::Option(option) => {
            let product = &setting.product;
            let color = match state.selection.pick(option)? {
                Pick::Color(color) => Some(*color),
                Pick::Choice(choice) => product.options.get(option)?.kind.choices()?.get(*choice)?.color,
                _ => None,
            };
            let (language, fallback) = (&setting.locale, &setting.fallback);
            let picked = cart::pick_text(product, &state.selection, option, language, fallback);
            Some((color?, [&title(setting, product, option), ": ", &*picked].concat()))
        }
    }
}

pub(super) fn hear(state: &State, kind: &ColorOption, ask: &Ask) -> Option<Heard> {
    let written = || ask.target.dyn_ref::<web_sys::HtmlInputElement>();
    let color = match ask.word {
        "mix" => Color::parse(&written()?.value())?,
        "code" => {
            let text = written()?.value();
            let text = text.trim();
            let with_sign = if text.starts_with('#') { text.to_owned() } else { ["#", text].concat() };
            let Some(color) = Color::parse(&with_sign) else {
                let problem = part_phrase(&state.setting.locale, PartWord::NoColor, text);
                return Some(Heard { pick: None, problem });
            };
            color
        }
        "swatch" => {
            let at: usize = ask.asker.get_attribute("value")?.parse().ok()?;
            kind.palette.get(at)?.color
        }
        "near" => match state.selection.pick(ask.at)? {
            Pick::Color(color) => kind.near(*color)?.color,
            _ => return None,
        },
        _ => return None,
    };
    Heard::pick(Pick::Color(kind.snapped(color)))
}
