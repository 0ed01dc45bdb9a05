//! Numbers: their steps, their limits, and measures in the other system of units.

use super::{Heard, field, find, find_all, set, set_value};
use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::ui::marks::write;
use crate::ui::texts::fill;
use crate::ui::words::{PartWord, part_phrase, part_word};
use haberdash_core::product::attributes::{SCALE, unscaled};
use haberdash_core::product::units::{self, Entered};
use haberdash_core::product::{Kind, Steps};
use haberdash_core::scene::decimal;
use haberdash_core::selection::Pick;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

thread_local! {
    /// Whether measures are shown in metric units, where the shopper has said so. As long as the page.
    static METRIC: Cell<Option<bool>> = const { Cell::new(None) };
}

/// The unit of a number, and the one it is shown in.
fn units(kind: &Kind) -> (&str, &str) {
    let Kind::Measure(measure) = kind else { return ("", "") };
    let unit = measure.unit.as_str();
    let is_other = METRIC.get().is_some_and(|metric| units::is_metric(unit) == Some(!metric));
    (unit, units::other(unit).filter(|_| is_other).unwrap_or(unit))
}

fn text(steps: &Steps, (unit, shown): (&str, &str), step: u32) -> String {
    decimal(unscaled(units::shown(steps, unit, shown, step)))
}

/// The number at `step` with its unit, in words.
fn amount(steps: &Steps, of: (&str, &str), step: u32) -> String {
    let text = text(steps, of, step);
    if of.1.is_empty() { text } else { [&text, " ", of.1].concat() }
}

pub(super) fn show(state: &State, kind: &Kind, step: u32, group: &Element) -> Option<()> {
    let (steps, _) = kind.numbers()?;
    let of = units(kind);
    let input = field(group, "input")?;
    set(&input, "min", &text(steps, of, 0));
    set(&input, "max", &text(steps, of, steps.last));
    let is_own = of.0 == of.1;
    set(&input, "step", &if is_own { decimal(unscaled(steps.step)) } else { "any".to_owned() });
    set_value(&input, &text(steps, of, step));
    for (class, is_end) in [(".less", step == 0), (".more", step == steps.last)] {
        if let Some(button) = find(group, class) {
            set(&button, "aria-disabled", if is_end { "true" } else { "false" });
        }
    }
    for button in find_all(group, ".units button") {
        let is_shown = button.get_attribute("value").as_deref() == Some(of.1);
        set(&button, "aria-pressed", if is_shown { "true" } else { "false" });
    }
    let limits = find(group, ".amount+.help")?;
    let ends = part_word(&state.setting.locale, PartWord::Between);
    let ends = fill(&fill(&ends, &text(steps, of, 0)), &amount(steps, of, steps.last));
    if limits.text_content().as_deref() != Some(&ends) {
        write(&limits, &ends);
    }
    Some(())
}

pub(super) fn hear(state: &State, kind: &Kind, ask: &Ask) -> Option<Heard> {
    let (steps, _) = kind.numbers()?;
    let Pick::Number(now) = state.selection.pick(ask.at)? else { return None };
    match ask.word {
        "less" => Heard::pick(Pick::Number(now.saturating_sub(1))),
        "more" => Heard::pick(Pick::Number((now + 1).min(steps.last))),
        "unit" => {
            METRIC.set(units::is_metric(&ask.asker.get_attribute("value")?));
            Some(Heard { pick: None, problem: String::new() })
        }
        "set" => Some(entered(state, kind, steps, ask.target.dyn_ref()?)),
        _ => None,
    }
}

fn entered(state: &State, kind: &Kind, steps: &Steps, input: &HtmlInputElement) -> Heard {
    let of = units(kind);
    let locale = &state.setting.locale;
    let number = input.value_as_number();
    if !number.is_finite() {
        return Heard { pick: None, problem: part_word(locale, PartWord::NoNumber) };
    }
    let number = (number * SCALE as f64 + 0.5).floor() as i64;
    let (step, problem) = match units::entered(steps, of.0, of.1, number) {
        Entered::Step(step) => (step, String::new()),
        Entered::TooLittle => (0, part_phrase(locale, PartWord::AtLeastNumber, &amount(steps, of, 0))),
        Entered::TooMuch => {
            (steps.last, part_phrase(locale, PartWord::AtMostNumber, &amount(steps, of, steps.last)))
        }
    };
    Heard { pick: Some(Pick::Number(step)), problem }
}
