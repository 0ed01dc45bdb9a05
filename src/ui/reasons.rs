//! Why something cannot be had, and what a pick changed, in the shopper's words.

use super::setting::Setting;
use super::words::rule_phrase;
use haberdash_core::compat::{Change, Reason, Speaker};
use haberdash_core::selection::Selection;

fn speaker(setting: &Setting) -> Speaker<'_> {
    Speaker {
        product: &setting.product,
        language: &setting.locale,
        fallback: &setting.fallback,
        phrase: rule_phrase,
    }
}

/// Why something cannot be had.
pub fn reason(setting: &Setting, selection: &Selection, reason: &Reason) -> String {
    speaker(setting).reason(selection, reason)
}

/// What else a pick changed: what the shopper had picked, and what is asked for or not any more. That a default follows needs no words.
pub fn changes(setting: &Setting, changes: &[Change]) -> String {
    let told = changes.iter().filter(|change| change.own || !change.is_default());
    told.map(|change| speaker(setting).change(change)).collect::<Vec<_>>().join(" ")
}
