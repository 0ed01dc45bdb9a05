//! What typing does. In the part `text`.

use super::configurator::State;
use crate::ui::option::Draft;
use crate::ui::words::{TextWord, text_phrase};
use haberdash_core::number::Digits;
use haberdash_core::product::{Kind, TextProblem};
use haberdash_core::scene::{SceneContent, SceneLayer};
use haberdash_core::selection::Selection;

/// What typing `raw` does: the draft to show, and the text to keep, if any. What cannot be had is refused in words.
#[inline(never)]
pub fn typed(state: &State, option: usize, raw: &str) -> Option<(Draft, Option<String>)> {
    let Kind::Text(kind) = &state.setting.product.options.get(option)?.kind else { return None };
    let locale = &state.setting.locale;
    let (clean, problem) = kind.clean(raw);
    let font = kind.font(&state.selection).and_then(|font| state.fonts.0.get(font)?.as_ref());
    let lacking = font.and_then(|font| font.lacks(&clean));
    let (text, word, about) = match (problem, lacking) {
        (Some(TextProblem::NotAllowed(c)), _) => {
            let rest = clean.chars().filter(|c| kind.allows(*c)).take(kind.max_chars).collect();
            (rest, TextWord::NotAllowed, c.to_string())
        }
        (Some(TextProblem::TooLong(most)), _) => {
            (clean.chars().take(most).collect(), TextWord::TooLong, most.digits())
        }
        (Some(TextProblem::TooShort(least)), _) => {
            let problem = Some(text_phrase(locale, TextWord::TooShort, &least.digits()));
            return Some((Draft { text: Some(clean), problem }, Some(String::new())));
        }
        (None, Some(c)) => {
            (clean.chars().filter(|other| *other != c).collect(), TextWord::NotInFont, c.to_string())
        }
        (None, None) => return Some((Draft::default(), Some(clean))),
    };
    Some((Draft { text: None, problem: Some(text_phrase(locale, word, &about)) }, Some(text)))
}

/// What is typed in the text option at `option` while it cannot be had, and why; or that it cannot be read.
#[inline(never)]
pub fn draft(state: &State, option: usize) -> Draft {
    let mut draft = state.drafts.get(option).cloned().unwrap_or_default();
    let is_small = |layer: &SceneLayer| matches!(layer.content, SceneContent::Text { small: Some(of), .. } if of == option);
    if draft.problem.is_none() && state.scene.iter().any(|scene| scene.layers.iter().any(is_small)) {
        draft.problem = Some(text_phrase(&state.setting.locale, TextWord::TooSmall, ""));
    }
    draft
}

/// The fonts that are needed for the letters in `selection`, and are not there.
#[inline(never)]
pub fn missing_fonts(state: &State, selection: &Selection) -> Vec<usize> {
    let options = state.setting.product.options.iter().enumerate();
    let mut list: Vec<usize> = options
        .filter_map(|(index, option)| match &option.kind {
            Kind::Text(text) if !selection.text(index).is_empty() => text.font(selection),
            _ => None,
        })
        .filter(|font| state.fonts.0.get(*font).is_some_and(Option::is_none))
        .collect();
    list.dedup();
    list
}
