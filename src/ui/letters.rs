//! A field for letters. In the part `text`.

use super::el::el;
use super::option::{Head, OptionView};
use super::words::{TextWord, text_phrase};
use haberdash_core::number::Digits;
use haberdash_core::product::TextOption;
use yew::Html;

/// A field for letters. What cannot be had is refused in words, and what was typed before stays.
#[inline(never)]
pub fn view(view: &OptionView, kind: &TextOption, head: &Head) -> Html {
    let OptionView { setting, draft, text, .. } = view;
    let locale = &setting.locale;
    let (field, hint, error) = (head.id("f"), head.id("h"), head.id("e"));
    let count = draft.text.as_deref().unwrap_or(text).chars().count();
    let mut hints = vec![text_phrase(locale, TextWord::UpTo, &kind.max_chars.digits())];
    if count > 0 {
        hints.push([&count.digits(), "/", &kind.max_chars.digits()].concat());
    }
    if !kind.charset_text.is_empty() {
        hints.push(kind.charset_text.clone());
    }
    let per_char = kind.per_char;
    if per_char != 0 {
        hints.push(text_phrase(locale, TextWord::EachCharacter, &setting.money(per_char)));
    }
    let help = head.help.map(|help| el!("p" "class" = "help", "dir" = "auto"; help));
    el!("div" "class" = "option text", "part" = "option", "id" = head.name.as_str();
        el!("label" "for" = field.as_str(); head.title),
        help,
        el!("input" "id" = field.as_str(), "type" = "text", "autocomplete" = "off", "autocapitalize" = "characters",
            "spellcheck" = "false", "value" = draft.text.as_deref().unwrap_or(text), "data-input" = head.asks("type"),
            "aria-describedby" = [&hint, " ", &error].concat(), "aria-invalid" = draft.text.as_ref().map(|_| "true")),
        el!("p" "class" = "help", "id" = hint.as_str(); hints.join(" · ")),
        el!("p" "class" = "problem", "id" = error.as_str(), "role" = "alert"; draft.problem.as_deref().unwrap_or_default()))
}
