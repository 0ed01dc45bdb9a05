//! What rules bring about by themselves: which options are shown, and what those take that the shopper has not touched.

use super::{Pick, Selection, Touch, default_pick, touched_value};
use crate::product::rule::RuleKind;
use crate::product::{Kind, Product};

/// What untouched options should take, by the defaults and by those rules that hold with the picks of `selection`.
#[inline(never)]
pub(crate) fn wishes(product: &Product, selection: &Selection) -> Vec<Pick> {
    let mut wishes: Vec<Pick> = product.options.iter().map(default_pick).collect();
    for rule in &product.rules {
        if let RuleKind::Default(rule) = &rule.kind
            && rule.when.holds(selection)
        {
            for (option, pick) in &rule.picks {
                wishes[*option].clone_from(pick);
            }
        }
    }
    wishes
}

impl Selection {
    /// Gives untouched options what they should take and hides what is not to be shown, until nothing changes. Rules that pick by each other
    /// in a circle end after as many rounds as there are rules.
    #[inline(never)]
    pub(super) fn settle(&mut self, product: &Product) {
        let defaults = product.rules.iter().filter(|rule| matches!(rule.kind, RuleKind::Default(_))).count();
        // Without such rules nothing depends on what is picked, but for what is hidden in the end.
        let rounds = if defaults == 0 { 1 } else { defaults + 2 };
        for _ in 0..rounds {
            let before = self.picks.clone();
            let wishes = wishes(product, self);
            for (option, wish) in wishes.into_iter().enumerate() {
                self.wake(product, option, wish);
            }
            self.hide(product);
            if self.picks == before {
                break;
            }
        }
    }

    /// What each option should be: as the shopper picked it, where they did, else what `last` has it take at first.
    pub(crate) fn wishes(&self, product: &Product, last: &Selection) -> Vec<Pick> {
        let mut own = self.clone();
        for (option, wish) in wishes(product, last).into_iter().enumerate() {
            own.wake(product, option, wish);
        }
        own.picks
    }

    /// The same with other picks of some options. What the shopper touched and has no longer is not theirs any more; what is hidden now sleeps.
    pub(crate) fn replaced(&self, product: &Product, pick: impl Fn(usize) -> Option<Pick>) -> Selection {
        let own = self.wishes(product, self);
        let mut next = self.clone();
        for (option, slot) in next.picks.iter_mut().enumerate() {
            if let Some(pick) = pick(option) {
                *slot = pick;
            } else if *slot == Pick::Hidden {
                // Whether it is shown now is decided below.
                slot.clone_from(&own[option]);
            }
        }
        next.asleep.clear();
        next.hide(product);
        for (option, own) in own.iter().enumerate() {
            if next.picks[option] == Pick::Hidden && next.touched.iter().any(|touch| touch.option == option) {
                next.asleep.retain(|(other, _)| *other != option);
                next.asleep.push((option, own.clone()));
            }
        }
        let Selection { picks, touched, .. } = &mut next;
        touched.retain(|touch| {
            let now = &picks[touch.option];
            *now == Pick::Hidden || touched_value(now, *touch) == touched_value(&own[touch.option], *touch)
        });
        next
    }

    /// The same with one other pick, and with what is hidden and shown then.
    pub(crate) fn reverted(&self, product: &Product, option: usize, pick: &Pick) -> Selection {
        if !product.shows.is_empty() {
            return self.replaced(product, |other| (other == option).then(|| pick.clone()));
        }
        let mut next = self.clone();
        next.picks[option] = pick.clone();
        next
    }

    /// Puts the wish in, but for what the shopper touched.
    fn wake(&mut self, product: &Product, option: usize, wish: Pick) {
        let own = match self.asleep.iter().position(|(other, _)| *other == option) {
            Some(at) => self.asleep.swap_remove(at).1,
            None => std::mem::replace(&mut self.picks[option], Pick::Hidden),
        };
        let touched = |choice| self.touched.contains(&Touch { option, choice });
        self.picks[option] = match (&product.options[option].kind, own, wish) {
            (Kind::Multi(multi), own, Pick::Multi(wish)) => {
                let own = if let Pick::Multi(own) = own { own } else { Vec::new() };
                let has = |choice: &usize| {
                    if touched(Some(*choice)) { own.contains(choice) } else { wish.contains(choice) }
                };
                Pick::Multi((0..multi.choices.len()).filter(has).collect())
            }
            (_, Pick::Hidden, wish) => wish,
            (_, own, _) if touched(None) => own,
            (.., wish) => wish,
        };
    }

    /// Hides what is not to be shown with the picks there are; what the shopper touched there is kept for later.
    fn hide(&mut self, product: &Product) {
        for (option, rules) in &product.shows {
            let is_shown = rules.iter().all(|rule| match &product.rules[*rule].kind {
                RuleKind::Show(when, _) => when.holds(self),
                _ => true,
            });
            if is_shown {
                continue;
            }
            let pick = std::mem::replace(&mut self.picks[*option], Pick::Hidden);
            if pick != Pick::Hidden && self.touched.iter().any(|touch| touch.option == *option) {
                self.asleep.push((*option, pick));
            }
        }
    }
}
