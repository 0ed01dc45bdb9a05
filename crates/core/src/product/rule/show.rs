//! Rules that show options only while something else is picked.

use super::{Rule, RuleKind};
use crate::diagnostics::Diagnostics;
use crate::product::ProductOption;

/// The options that rules show, each with the positions of those rules, an option after all that it depends on.
pub(super) fn order(
    rules: &[Rule],
    options: &[ProductOption],
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, Vec<usize>)> {
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let RuleKind::Show(_, shown) = &rule.kind else { continue };
        for option in shown {
            match open.iter_mut().find(|(other, _)| other == option) {
                Some((_, rules)) => rules.push(at),
                None => open.push((*option, vec![at])),
            }
        }
    }
    let mut order = Vec::new();
    while !open.is_empty() {
        let waits = |(_, of): &(usize, Vec<usize>)| {
            of.iter().any(|rule| match &rules[*rule].kind {
                RuleKind::Show(when, _) => {
                    when.0.iter().any(|entry| open.iter().any(|(other, _)| *other == entry.option))
                }
                _ => false,
            })
        };
        let Some(next) = open.iter().position(|entry| !waits(entry)) else {
            let names: Vec<&str> = open.iter().map(|(option, _)| options[*option].id.as_str()).collect();
            diagnostics.error(["rules show options by each other in a circle: ", &names.join(", ")].concat());
            break;
        };
        order.push(open.remove(next));
    }
    order
}
