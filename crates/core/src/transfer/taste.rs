//! What the shopper's own designs say about taste, for products that are yet to be designed: what to start with, and which choices come first.
//!
//! Only what was designed counts: it is known without the shop's catalogue, which a product page need not wait for.

use super::look::{COLOR, Look, PATTERN};
use super::{Repair, Role};
use crate::catalog::words::normal;
use crate::history::{EventKind, History};
use crate::product::{Kind, Product};
use crate::profile;
use crate::selection::Selection;
use crate::value::Value;

/// How much the shopper likes values of facets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taste {
    // Facet, value and how much, what is liked most first.
    likes: Vec<(String, String, f64)>,
}

/// A design half as old as the one that counts least, see [`profile`]: some six weeks.
const LEAST: f64 = 0.5;

impl Taste {
    /// What `history` says as of `now`, in milliseconds since the Unix epoch.
    pub fn of(history: &History, now: i64) -> Taste {
        let mut likes: Vec<(String, String, f64)> = Vec::new();
        for event in history.events().iter().filter(|event| event.kind == EventKind::Configure) {
            let weight = profile::event_weight(event, now);
            for (name, value) in &event.facets {
                let value = normal(value);
                match likes.iter_mut().find(|(other, own, _)| other == name && *own == value) {
                    Some((.., sum)) => *sum += weight,
                    None => likes.push((name.clone(), value, weight)),
                }
            }
        }
        likes.retain(|(.., sum)| *sum >= LEAST);
        likes.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
        Taste { likes }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.likes.is_empty()
    }

    /// The colour and the pattern that are liked most.
    fn look(&self) -> Look {
        let most = |facet: &str| self.likes.iter().find(|(name, ..)| name == facet);
        let pairs = [COLOR, PATTERN].into_iter().filter_map(most);
        let facets = pairs.map(|(name, value, _)| (name.clone(), value.clone())).collect();
        Look { facets, ..Look::default() }
    }

    /// What to start `product` with, as in a link: the first preset that has the colour and the pattern that are liked most; else the merchant's defaults in
    /// these; else the same with the colour alone. `None` when the merchant's defaults will do, or nothing fits.
    pub fn start(&self, product: &Product, repair: Repair) -> Option<Value> {
        let look = self.look();
        if look.facets.is_empty() {
            return None;
        }
        let main = |role: Role| product.options.iter().position(|option| option.role == Some(role));
        let option = main(Role::Primary).or_else(|| main(Role::Pattern))?;
        let Kind::Choice(kind) = &product.options.get(option)?.kind else { return None };
        let has = |selection: &Selection, whole: bool| {
            let choice = selection.choice(option).and_then(|choice| kind.choices.get(choice));
            choice.map(Look::of_choice).is_some_and(|other| match whole {
                true => look.is_in(&other),
                false => look.color_fits(&other) == Some(true),
            })
        };
        let defaults = Selection::defaults(product);
        for whole in [true, false] {
            if has(&defaults, whole) {
                return None;
            }
            for preset in &product.presets {
                if let Some(picks) = product.preset(preset.id.as_str())
                    && has(&Selection::from_value(product, &picks).0, whole)
                {
                    return Some(picks);
                }
            }
            let liked = look.pick(product.options.get(option)?)?;
            let mended = repair(&defaults.with(product, option, liked))?;
            if has(&mended, whole) {
                return Some(mended.to_value(product));
            }
        }
        None
    }

    /// The choices of the option at `option`, those that are liked most first; of equals as the merchant has them. `None` where none of them is
    /// liked more than another.
    pub fn order(&self, product: &Product, option: usize) -> Option<Vec<usize>> {
        let choices = product.options.get(option)?.kind.choices()?;
        let liked = |at: &usize| {
            let look = choices.get(*at).map(Look::of_choice).unwrap_or_default();
            let own =
                self.likes.iter().filter(|(name, value, _)| look.values(name).any(|other| other == value));
            own.map(|(.., weight)| weight).sum::<f64>()
        };
        let mut order: Vec<(f64, usize)> = (0..choices.len()).map(|at| (liked(&at), at)).collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let order: Vec<usize> = order.into_iter().map(|(_, at)| at).collect();
        (!order.is_sorted()).then_some(order)
    }
}
