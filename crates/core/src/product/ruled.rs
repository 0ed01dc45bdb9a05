//! Reads what only some products have: rules, and prices that are no plain sums. See [`super::is_plain`].

use super::check::Lost;
use super::extras;
use super::rule::{self, Condition, Entry, Logic, Names, Rule, RuleKind, Wanted};
use super::{Product, ProductFile, ProductOption};
use crate::diagnostics::Diagnostics;
use crate::price::{self, Pricing};
use crate::text::Text;

/// The rules, the options that they show as in [`Product::shows`], and the pricing where it can be used.
type Ruled = (Vec<Rule>, Vec<(usize, Vec<usize>)>, Option<Pricing>);

/// Looks up the names in rules and price rules.
#[inline(never)]
pub(super) fn read(
    file: &ProductFile,
    options: &[ProductOption],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) -> Ruled {
    let sorted = Names::sorted(options);
    let names = Names::new(options, &sorted, lost);
    let (rules, shows) = diagnostics.within("rules", |d| rule::read(&file.rules, names, d));
    let pricing = price::read(file, names, diagnostics);
    (rules, shows, pricing)
}

/// Checks what the whole can cost, and reads the price lists.
#[inline(never)]
pub(super) fn check_prices(
    product: &mut Product,
    file: &ProductFile,
    lost: Lost,
    diagnostics: &mut Diagnostics,
) {
    product.rules.extend(extras::sold_out(&product.options));
    price::check(product, file, lost, diagnostics);
}

/// The rule that these choices of an option cannot be had, because they are sold out.
pub(super) fn never(option: usize, choices: Vec<usize>) -> Rule {
    const SOLD_OUT: [(&str, &str); 5] = [
        ("en", "Sold out."),
        ("de", "Ausverkauft."),
        ("fr", "Épuisé."),
        ("es", "Agotado."),
        ("ar", "نفدت الكمية."),
    ];
    let then = Condition(vec![Entry { option, wanted: Wanted::Choices(choices) }]);
    Rule {
        id: None,
        because: Some(Text::Languages(SOLD_OUT.into_iter().collect())),
        kind: RuleKind::Exclude(Logic { when: Condition::default(), then }),
    }
}
