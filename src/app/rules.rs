//! What rules make of picks, and what that costs. All of this is in the part `rules` (`docs/decisions/parts.md`): whoever calls it has waited for
//! that.

use crate::ui::setting::Setting;
use crate::ui::texts::fill;
use crate::ui::words::rule_phrase;
use haberdash_core::compat::{Change, Compiled, Offers, Phrase, Picked, Speaker};
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;

/// What rules made of a pick.
pub struct Answer {
    /// What is picked now.
    pub selection: Selection,
    /// What else changed, in a sentence; empty when nothing did.
    pub told: String,
    /// What cannot be had now.
    pub off: Off,
}

/// By option: the choices that cannot be had; of several, those that can be neither ticked nor unticked; 0 for a toggle that cannot change.
pub type Off = Rc<[Vec<usize>]>;

/// The rules of `product`, with what `haberdash compile` made of them in `stored`; what does not fit is passed over, and they are compiled here. The
/// product comes back in `currency`, if it has prices in it.
#[inline(never)]
pub fn compile(product: Product, stored: Option<&[u8]>, currency: Option<&str>) -> (Product, Compiled) {
    let stored = stored.and_then(|bytes| Compiled::from_bytes(&product, bytes).ok());
    let compiled = stored.unwrap_or_else(|| Compiled::new(&product));
    match currency.and_then(|currency| product.in_currency(currency)) {
        Some(other) => {
            let compiled = compiled.repriced(&other);
            (other, compiled)
        }
        None => (product, compiled),
    }
}

/// The nearest allowed selection to `selection`; `None` when there is none.
#[inline(never)]
pub fn repair(setting: &Setting, compiled: &Compiled, selection: &Selection) -> Option<Answer> {
    Some(answer(setting, compiled, compiled.repair(&setting.product, selection)?))
}

/// The same without words.
#[inline(never)]
pub fn nearest(product: &Product, compiled: &Compiled, selection: &Selection) -> Option<Selection> {
    compiled.repair(product, selection).map(|picked| picked.selection)
}

/// `pick` is picked in `option`; `None` when nothing has that.
#[inline(never)]
pub fn pick(
    setting: &Setting,
    compiled: &Compiled,
    selection: &Selection,
    (option, pick): (usize, Pick),
) -> Option<Answer> {
    Some(answer(setting, compiled, compiled.pick(&setting.product, selection, option, pick)?))
}

/// Why `pick` cannot be had in `option`, else the least price of all with it, in words; nothing where there is nothing to say. `by_key` adds how keys
/// take it all the same.
#[inline(never)]
pub fn look(
    setting: &Setting,
    compiled: &Compiled,
    selection: &Selection,
    (option, pick): (usize, &Pick),
    by_key: bool,
) -> String {
    let said = said(setting, compiled, selection, option, pick).unwrap_or_default();
    match by_key {
        true => [&said, " ", rule_phrase(&setting.locale, Phrase::Anyway)].concat(),
        false => said,
    }
}

fn said(
    setting: &Setting,
    compiled: &Compiled,
    selection: &Selection,
    option: usize,
    pick: &Pick,
) -> Option<String> {
    let product = &setting.product;
    if let Some(reason) = compiled.reason(product, selection, option, pick) {
        return Some(speaker(setting).reason(selection, &reason));
    }
    let offers = compiled.offers(product, selection);
    let (least, _) = match pick {
        Pick::Choice(choice) => offers.choice(option, *choice),
        Pick::Toggle(on) => offers.toggle(option, *on),
        Pick::Number(step) => offers.number(product, option, *step),
        _ => None,
    }?;
    Some(fill(rule_phrase(&setting.locale, Phrase::From), &setting.money(least)))
}

fn speaker(setting: &Setting) -> Speaker<'_> {
    let Setting { product, locale, fallback, .. } = setting;
    Speaker { product, language: locale, fallback, phrase: rule_phrase }
}

fn answer(setting: &Setting, compiled: &Compiled, picked: Picked) -> Answer {
    let Picked { selection, changes } = picked;
    let product = &setting.product;
    let offers = compiled.offers(product, &selection);
    let off = (0..product.options.len()).map(|option| off(product, &selection, &offers, option)).collect();
    // What the shopper had picked, and what is asked for or not any more. That a default follows needs no words.
    let told: Vec<&Change> = changes.iter().filter(|change| change.own || !change.is_default()).collect();
    let told = speaker(setting).changes(&told);
    Answer { selection, told, off }
}

fn off(product: &Product, selection: &Selection, offers: &Offers, option: usize) -> Vec<usize> {
    let choices = product.options[option].kind.choices().map_or(0, <[_]>::len);
    match selection.pick(option) {
        Some(Pick::Choice(_)) => (0..choices).filter(|choice| !offers.has_choice(option, *choice)).collect(),
        Some(Pick::Multi(picked)) => {
            let cannot = |choice: &usize| match picked.contains(choice) {
                true => !offers.has_without(option, *choice),
                false => !offers.has_choice(option, *choice),
            };
            (0..choices).filter(cannot).collect()
        }
        Some(Pick::Toggle(on)) if offers.toggle(option, !on).is_none() => vec![0],
        _ => Vec::new(),
    }
}

/// The cheapest that has what the shopper picked.
pub struct Cheapest {
    /// What it is made of.
    pub selection: Selection,
    /// What one costs, in minor units.
    pub unit: i64,
    /// Whether nothing costs less.
    pub exact: bool,
    /// What is different from before, in a sentence.
    pub told: String,
}

/// The cheapest with what the shopper touched in a selection, but for the options in `free`, when so many are bought. `None` where that
/// is not known.
#[inline(never)]
pub fn cheapest(
    setting: &Setting,
    compiled: &Compiled,
    (selection, quantity): (&Selection, i64),
    free: &[usize],
) -> Option<Cheapest> {
    let keeps = |option: usize| !free.contains(&option);
    let found = compiled.cheapest(&setting.product, selection, quantity, &keeps)?;
    let told = speaker(setting).now(&found.changes, &found.selection);
    Some(Cheapest { selection: found.selection, unit: found.unit, exact: found.exact, told })
}

/// A design at random, each that goes with the numbers and letters of `selection` as likely as any other.
#[inline(never)]
pub fn random(
    setting: &Setting,
    compiled: &Compiled,
    selection: &Selection,
    random: &mut dyn FnMut() -> f64,
) -> Option<Selection> {
    compiled.random_with(&setting.product, selection, random)
}
