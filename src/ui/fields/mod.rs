//! Options that are numbers or colours, steps, and what is said of stock and delivery. In the part `fields` (`docs/decisions/parts.md`): whoever
//! calls it has waited for that.

mod build;
mod color;
mod number;
mod steps;

pub use steps::arrange;

use super::el::el;
use super::option::Head;
use super::setting::Setting;
use super::words::{PartWord, part_phrase, part_word};
use haberdash_core::number::Digits;
use haberdash_core::product::{Choice, Extras, Kind};
use yew::Html;

/// An option that is a number or a colour.
#[inline(never)]
pub fn view(setting: &Setting, index: usize, head: &Head) -> Html {
    match setting.product.options.get(index).map(|option| &option.kind) {
        Some(Kind::Quantity(_)) => number::view(setting, None, head),
        Some(Kind::Measure(kind)) => number::view(setting, Some(&kind.unit), head),
        Some(Kind::Color(kind)) => color::view(setting, kind, head),
        _ => Html::default(),
    }
}

/// What stands below the price: where the earliest delivery is said, and the tools that the product file asks for.
#[inline(never)]
pub fn below(setting: &Setting, extras: &Extras) -> Html {
    el!("div" "class" = "below";
        el!("p" "class" = "delivery", "part" = "delivery"),
        extras.cheapest.then(build::cheapest),
        extras.parts_list.then(|| build::parts(setting)))
}

/// What stock and delivery say about a choice; empty where they say nothing.
#[inline(never)]
pub fn note(locale: &str, choice: &Choice, later: fn(&str, i64) -> String) -> String {
    /// So few are few.
    const FEW: i64 = 5;
    let stock = match choice.stock {
        Some(0) => Some(part_word(locale, PartWord::SoldOut)),
        Some(left @ 1..=FEW) => Some(part_phrase(locale, PartWord::OnlyLeft, &left.digits())),
        _ => None,
    };
    let longer = choice.lead_days.filter(|days| *days > 0).map(|days| later(locale, days));
    stock.into_iter().chain(longer).collect::<Vec<_>>().join(" · ")
}

/// The line for what is wrong with what was written.
fn problem(head: &Head) -> Html {
    el!("p" "class" = "problem", "id" = head.id("e"), "role" = "alert")
}
