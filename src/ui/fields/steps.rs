//! Options in steps: one at a time, or as an accordion.

use crate::ui::el::el;
use crate::ui::setting::Setting;
use crate::ui::words::{PartWord, part_word};
use haberdash_core::number::Digits;
use haberdash_core::product::Extras;
use haberdash_core::product::extras::Layout;
use yew::Html;

/// The options in the layout that `extras` asks for. Which step is open, and what is picked in it, is shown by hand: see `app/roots/fields`.
#[inline(never)]
pub fn arrange(setting: &Setting, extras: &Extras, mut options: Vec<Html>) -> Vec<Html> {
    if extras.layout == Layout::All {
        return options;
    }
    let locale = setting.locale.as_str();
    let title = |at: usize| match extras.steps.get(at).and_then(|step| step.title.as_ref()) {
        Some(title) => setting.text(title).to_owned(),
        None => part_word(locale, PartWord::Rest),
    };
    let own = |at: usize, options: &mut Vec<Html>| -> Vec<Html> {
        let list = extras.steps.get(at).map_or(&[][..], |step| &step.options);
        list.iter().filter_map(|option| options.get_mut(*option).map(std::mem::take)).collect()
    };
    let count = extras.steps.len();
    if extras.layout == Layout::Accordion {
        let step = |at: usize| {
            el!("details" "class" = "step", "part" = "step", "name" = "step", "open" = (at == 0).then_some("");
                el!("summary"; el!("span" "class" = "title"; title(at)), el!("span" "class" = "picks")),
                own(at, &mut options))
        };
        return (0..count).map(step).collect();
    }
    let button = |word: PartWord, to: usize, class: &'static str| {
        (to < count).then(|| {
            el!("button" "type" = "button", "part" = "button", "class" = class, "data-click" = ["step ", &to.digits()].concat();
                part_word(locale, word))
        })
    };
    let progress = (0..count).map(|at| {
        el!("li"; el!("button" "type" = "button", "data-click" = ["step ", &at.digits()].concat(); title(at)))
    });
    let progress = el!("nav" "class" = "progress", "aria-label" = part_word(locale, PartWord::Steps);
        el!("ol"; progress.collect::<Vec<_>>()));
    let step = |at: usize| {
        let id = ["s", &at.digits()].concat();
        el!("section" "class" = "step", "part" = "step", "aria-labelledby" = id.as_str();
            el!("h2" "id" = id.as_str(), "tabindex" = "-1"; title(at)),
            own(at, &mut options),
            el!("div" "class" = "tools";
                button(PartWord::Back, at.wrapping_sub(1), "back"),
                button(PartWord::Next, at + 1, "next")))
    };
    std::iter::once(progress).chain((0..count).map(step)).collect()
}
