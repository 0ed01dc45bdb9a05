//! A number with its limits: a quantity with − and +, a measure in either system of units.

use crate::ui::el::el;
use crate::ui::option::{Head, why};
use crate::ui::setting::Setting;
use crate::ui::words::{PartWord, part_word};
use haberdash_core::product::units;
use yew::Html;

/// A quantity, or a measure in `unit`. What it shows is written by hand: see `app/roots/fields`.
pub fn view(setting: &Setting, unit: Option<&str>, head: &Head) -> Html {
    let word = |word: PartWord| part_word(&setting.locale, word);
    let (field, limits) = (head.id("f"), head.id("l"));
    let described = [head.help_id().unwrap_or_default(), limits.clone(), head.id("e")].join(" ");
    let step = |sign: &str, asks: &str, name: PartWord| {
        unit.is_none().then(|| {
            let label = [&word(name), ": ", head.title].concat();
            el!("button" "type" = "button", "part" = "button", "class" = asks, "aria-label" = label, "data-click" = head.asks(asks); sign)
        })
    };
    let shown = match unit.map(|unit| (unit, units::other(unit))) {
        Some((unit, Some(other))) => {
            Some(el!("span" "class" = "units", "role" = "group", "aria-label" = word(PartWord::Unit);
            [unit, other].map(|unit| {
                el!("button" "type" = "button", "part" = "button", "data-click" = head.asks("unit"), "value" = unit; unit)
            }).to_vec()))
        }
        Some((unit, None)) => Some(el!("span"; unit)),
        None => None,
    };
    el!("div" "class" = "option number", "part" = "option", "id" = head.name.as_str(), "data-change" = head.asks("set");
        el!("label" "for" = field.as_str(); head.title),
        head.help(),
        el!("div" "class" = "amount";
            step("−", "less", PartWord::Less),
            el!("input" "id" = field.as_str(), "type" = "number", "inputmode" = "decimal", "aria-describedby" = described),
            step("+", "more", PartWord::More),
            shown),
        el!("p" "class" = "help", "id" = limits),
        super::problem(head),
        why(head))
}
