//! A colour: the browser's own field, its code, and chips of a palette.

use crate::ui::el::el;
use crate::ui::option::{Head, why};
use crate::ui::setting::Setting;
use crate::ui::words::{PartWord, part_word};
use haberdash_core::number::Digits;
use haberdash_core::product::ColorOption;
use yew::Html;

/// A colour. What it shows is written by hand: see `app/roots/fields`.
pub fn view(setting: &Setting, kind: &ColorOption, head: &Head) -> Html {
    let word = |word: PartWord| part_word(&setting.locale, word);
    let mix = kind.free.then(|| {
        let described = [head.help_id().unwrap_or_default(), head.id("e")].join(" ");
        el!("div" "class" = "mix";
            el!("input" "id" = head.id("f"), "type" = "color", "aria-label" = head.title, "data-input" = head.asks("mix")),
            el!("input" "type" = "text", "class" = "code", "aria-label" = word(PartWord::ColorCode), "autocomplete" = "off",
                "spellcheck" = "false", "maxlength" = "32", "dir" = "ltr", "aria-describedby" = described,
                "data-change" = head.asks("code")),
            el!("button" "type" = "button", "part" = "button", "class" = "near", "hidden" = "", "data-click" = head.asks("near")))
    });
    let chips = kind.palette.iter().enumerate().map(|(at, swatch)| {
        let title = swatch.title.as_ref().map_or(swatch.id.as_str(), |title| setting.text(title));
        el!("button" "type" = "button", "class" = "swatch", "part" = "swatch", "title" = title, "aria-label" = title,
            "data-click" = head.asks("swatch"), "value" = at.digits();
            el!("span" "class" = "chip", "part" = "chip"))
    });
    let palette = (!kind.palette.is_empty()).then(|| {
        el!("div" "class" = "palette", "role" = "group", "aria-label" = word(PartWord::Palette); chips.collect::<Vec<_>>())
    });
    el!("fieldset" "class" = "option color", "part" = "option", "id" = head.name.as_str(), "aria-describedby" = head.help_id();
        el!("legend"; head.title, el!("bdi" "class" = "chosen")),
        head.help(),
        mix,
        palette,
        el!("p" "class" = "help hint", "role" = "status"),
        super::problem(head),
        why(head))
}
