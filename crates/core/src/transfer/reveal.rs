//! Options that rules show only with other picks: what has to be picked so that they are shown.

use crate::product::rule::{Entry, RuleKind, Wanted};
use crate::product::{Content, Kind, Product};
use crate::scene::is_shown;
use crate::selection::{Pick, Selection};

/// So many ways at most are looked at for one option.
const WAYS: usize = 12;
/// And so many for an option that has to be shown for that.
const NESTED: usize = 2;
/// So many picks at most are tried to find them: rules may show options by options by options.
const TRIES: usize = 300;

/// Picks that show an option.
pub(super) type Way = Vec<(usize, Pick)>;

/// A way, and what is picked then.
type Step = (Way, Selection);

/// The ways in which `option` is shown, each as what has to be picked besides `selection`, in the order of the file. Without any it cannot be shown,
/// or nothing is missing.
pub(super) fn ways(product: &Product, selection: &Selection, option: usize) -> Vec<Way> {
    let found = Search { product, left: TRIES }.shown((Way::new(), selection.clone()), option, WAYS);
    found.into_iter().map(|(way, _)| way).filter(|way| !way.is_empty()).collect()
}

struct Search<'p> {
    product: &'p Product,
    /// How many more picks are tried.
    left: usize,
}

impl Search<'_> {
    /// What shows `option` after the picks of `from`, `most` ways at most.
    fn shown(&mut self, from: Step, option: usize, most: usize) -> Vec<Step> {
        let product = self.product;
        let rules = product.shows.iter().filter(|(shown, _)| *shown == option).flat_map(|(_, rules)| rules);
        let entries = rules.flat_map(|rule| match &product.rules[*rule].kind {
            RuleKind::Show(when, _) => when.0.as_slice(),
            _ => &[],
        });
        let mut found = vec![from];
        for entry in entries {
            let each = most.div_ceil(found.len().max(1));
            let lists = found.into_iter().map(|step| self.held(step, entry, each)).collect();
            found = in_turns(lists, most);
        }
        found
    }

    /// What has `entry` hold after the picks of `step`, `most` ways at most.
    fn held(&mut self, step: Step, entry: &Entry, most: usize) -> Vec<Step> {
        if entry.holds(&step.1) {
            return vec![step];
        }
        let mut found = Vec::new();
        if self.left == 0 {
            return found;
        }
        for (way, selection) in self.shown(step, entry.option, NESTED) {
            // What was hidden may be picked as wanted at first.
            if entry.holds(&selection) {
                found.push((way, selection));
                continue;
            }
            for pick in picks(self.product, &selection, entry) {
                if self.left == 0 || found.len() >= most {
                    break;
                }
                self.left -= 1;
                let with = selection.with(self.product, entry.option, pick.clone());
                if entry.holds(&with) {
                    found.push(([way.as_slice(), &[(entry.option, pick)]].concat(), with));
                }
            }
        }
        found
    }
}

/// The first of each list, then the second of each, and so on, as many as there may be: what is wrong with one of them is wrong with all that follow
/// from it.
fn in_turns(lists: Vec<Vec<Step>>, most: usize) -> Vec<Step> {
    let mut lists: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    let mut found = Vec::new();
    loop {
        let before = found.len();
        for list in &mut lists {
            found.extend(list.next().filter(|_| before < most));
        }
        if found.len() == before {
            found.truncate(most);
            return found;
        }
    }
}

/// The picks that are what `entry` wants, without what is sold out.
fn picks(product: &Product, selection: &Selection, entry: &Entry) -> Vec<Pick> {
    let kind = &product.options[entry.option].kind;
    let is_there = |choice: &usize| {
        kind.choices().and_then(|list| list.get(*choice)).is_some_and(|own| own.stock != Some(0))
    };
    match (&entry.wanted, kind) {
        (Wanted::Choices(wanted), Kind::Multi(_)) => {
            let picked = match selection.pick(entry.option) {
                Some(Pick::Multi(picked)) => picked.as_slice(),
                _ => &[],
            };
            let with = |choice: &usize| {
                let mut several = [picked, &[*choice]].concat();
                several.sort_unstable();
                several.dedup();
                Pick::Multi(several)
            };
            wanted.iter().filter(|choice| is_there(choice)).map(with).collect()
        }
        (Wanted::Choices(wanted), _) => {
            wanted.iter().filter(|choice| is_there(choice)).map(|choice| Pick::Choice(*choice)).collect()
        }
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
