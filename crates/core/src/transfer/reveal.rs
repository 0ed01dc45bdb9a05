//! Options that rules show only with other picks: what has to be picked so that they are shown.

use crate::product::rule::{Entry, RuleKind, Wanted};
use crate::product::{Content, Kind, Product};
use crate::scene::is_shown;
use crate::selection::{Pick, Selection};

/// So many ways at most are looked at for one option.
const WAYS: usize = 12;

/// Picks that show an option.
pub(super) type Way = Vec<(usize, Pick)>;

/// The ways in which `option` is shown, each as what has to be picked besides `selection`, in the order of the file. Without any it cannot be shown,
/// or nothing is missing.
pub(super) fn ways(product: &Product, selection: &Selection, option: usize) -> Vec<Way> {
    let found = steps(product, (Way::new(), selection.clone()), option);
    found.into_iter().map(|(way, _)| way).filter(|way| !way.is_empty()).collect()
}

/// What shows `option` after the picks of `from`, and what is picked then. Rules that show options by each other in a circle are refused with the
/// file, so this ends.
fn steps(product: &Product, from: (Way, Selection), option: usize) -> Vec<(Way, Selection)> {
    let rules = product.shows.iter().filter(|(shown, _)| *shown == option).flat_map(|(_, rules)| rules);
    let entries = rules.flat_map(|rule| match &product.rules[*rule].kind {
        RuleKind::Show(when, _) => when.0.as_slice(),
        _ => &[],
    });
    let mut found = vec![from];
    for entry in entries {
        let mut next = Vec::new();
        for step in found {
            if entry.holds(&step.1) {
                next.push(step);
                continue;
            }
            for (way, selection) in steps(product, step, entry.option) {
                for pick in picks(product, &selection, entry) {
                    let with = selection.with(product, entry.option, pick.clone());
                    next.push(([way.as_slice(), &[(entry.option, pick)]].concat(), with));
                }
            }
        }
        next.truncate(WAYS);
        found = next;
    }
    found
}

/// The picks that are what `entry` wants.
fn picks(product: &Product, selection: &Selection, entry: &Entry) -> Vec<Pick> {
    let picked = selection.pick(entry.option);
    match (&entry.wanted, &product.options[entry.option].kind) {
        (Wanted::Choices(wanted), Kind::Multi(_)) => {
            let mut several = match picked {
                Some(Pick::Multi(several)) => several.clone(),
                _ => Vec::new(),
            };
            let first = wanted.first().into_iter();
            let with = first.map(|choice| {
                several.push(*choice);
                several.sort_unstable();
                Pick::Multi(std::mem::take(&mut several))
            });
            with.collect()
        }
        (Wanted::Choices(wanted), _) => wanted.iter().map(|choice| Pick::Choice(*choice)).collect(),
        (Wanted::Toggle(wanted), _) => vec![Pick::Toggle(*wanted)],
        (Wanted::Steps(ranges), _) => ranges.iter().map(|(first, _)| Pick::Number(*first)).collect(),
    }
}

/// Whether the first view, which is what cards show, has `option` somewhere.
pub(super) fn in_first_view(product: &Product, selection: &Selection, option: usize) -> bool {
    let layers = product.views.first().map_or(&[][..], |view| &view.layers);
    layers.iter().any(|layer| {
        matches!(layer.content, Content::Zone { option: own, .. } if own == option)
            && is_shown(layer, selection)
    })
}
