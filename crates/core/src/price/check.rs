//! Reads how the prices of a product come together, and refuses what could not be priced exactly or would cost less than nothing.

use super::exact::{MOST_PARTS, Percent, Rounding, gcd, lcm};
use super::{Break, BreakKind, Of, PriceRule, PriceRuleKind, Pricing, bounds, breaks, list, rule, table};
use crate::diagnostics::Diagnostics;
use crate::number::Digits;
use crate::product::attributes::SCALE;
use crate::product::rule::{Names, RuleKind};
use crate::product::{Lost, Product, ProductFile, ProductOption};
use crate::read::optional;
use crate::value::Value;

/// The most minor units a price may be rounded to.
const MOST_STEP: i64 = 1_000_000;

/// Reads the pricing of `file`; `None` when there are errors in it, which were told.
pub(crate) fn read(file: &ProductFile, names: Names, diagnostics: &mut Diagnostics) -> Option<Pricing> {
    let rules = file.prices.iter().map(|rule| &rule.0);
    let rules = diagnostics.within("prices", |d| read_rules(rules, names, d));
    let breaks = file.quantity_breaks.iter().map(|own| &own.0);
    let breaks = diagnostics.within("quantity_breaks", |d| read_breaks(breaks, d));
    let rounding = file.rounding.clone().unwrap_or(Rounding::PLAIN);
    diagnostics.within("rounding", |d| check_rounding(&rounding, d));
    assemble(rules?, breaks?, rounding, names.all(), diagnostics)
}

/// Reads a list of price rules.
pub(super) fn read_rules<'v>(
    values: impl Iterator<Item = &'v Value>,
    names: Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<PriceRule>> {
    let (mut list, mut count) = (Vec::new(), 0);
    for (index, value) in values.enumerate() {
        list.extend(diagnostics.at_index(index, |d| rule::one(value, names, d)));
        count += 1;
    }
    (list.len() == count).then_some(list)
}

/// Reads a list of quantity breaks.
pub(super) fn read_breaks<'v>(
    values: impl Iterator<Item = &'v Value>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Break>> {
    let (mut list, mut count, mut before) = (Vec::new(), 0, 1);
    for (index, value) in values.enumerate() {
        let own = diagnostics.at_index(index, |d| breaks::one(value, before, d));
        before = own.map_or(before, |own| own.from.max(before));
        list.extend(own);
        count += 1;
    }
    (list.len() == count).then_some(list)
}

/// Reads and checks a rounding.
pub(super) fn read_rounding(value: &Value, diagnostics: &mut Diagnostics) -> Option<Rounding> {
    let rounding: Option<Rounding> = optional(value, "rounding", diagnostics);
    if let Some(rounding) = &rounding {
        diagnostics.within("rounding", |d| check_rounding(rounding, d));
    }
    rounding
}

fn check_rounding(rounding: &Rounding, diagnostics: &mut Diagnostics) {
    if !(1..=MOST_STEP).contains(&rounding.to) {
        diagnostics.within("to", |d| d.error("expected a whole number of minor units from 1 to 1000000"));
    }
}

/// Puts rules, breaks and rounding together: into so many parts a minor unit falls that every percentage comes out even.
pub(super) fn assemble(
    rules: Vec<PriceRule>,
    breaks: Vec<Break>,
    rounding: Rounding,
    options: &[ProductOption],
    diagnostics: &mut Diagnostics,
) -> Option<Pricing> {
    let of_options: Vec<i128> = options.iter().map(option_parts).collect();
    let mut parts = of_options.iter().fold(1, |all, own| lcm(all, *own));
    let too_many = "so many percentages of one another cannot be added up exactly; give them fewer decimals";
    for (index, rule) in rules.iter().enumerate() {
        let PriceRuleKind::Percent(percent, of) = &rule.kind else { continue };
        parts = match of {
            Of::All => parts * percent.parts(),
            Of::Base => lcm(parts, percent.parts()),
            Of::Options(list) => {
                list.iter().fold(parts, |all, option| lcm(all, of_options[*option] * percent.parts()))
            }
        };
        if parts > MOST_PARTS {
            diagnostics.within("prices", |d| d.at_index(index, |d| d.error(too_many)));
            return None;
        }
    }
    let percents = breaks.iter().filter_map(|own| match own.kind {
        BreakKind::Percent(percent) => Some(percent),
        BreakKind::UnitPrice(_) => None,
    });
    let of_breaks = percents.map(Percent::parts).fold(1, lcm);
    if parts * of_breaks > MOST_PARTS {
        diagnostics.within("quantity_breaks", |d| d.error(too_many));
        return None;
    }
    Some(Pricing { rules, breaks, rounding, parts: parts * of_breaks })
}

/// Into so many parts a minor unit falls in what an option costs.
fn option_parts(option: &ProductOption) -> i128 {
    let scale = i128::from(SCALE);
    match option.kind.numbers() {
        Some((steps, price)) => {
            let step = gcd(i128::from(steps.min), i128::from(steps.step));
            scale / gcd(scale, step * i128::from(price.per_unit.0)).max(1)
        }
        None => 1,
    }
}

/// Checks what the whole can cost, in the product's own currency and by each of its lists, which it reads.
pub(crate) fn check(product: &mut Product, file: &ProductFile, lost: Lost, diagnostics: &mut Diagnostics) {
    for (index, rule) in product.pricing.rules.iter().enumerate() {
        if let PriceRuleKind::Table(table) = &rule.kind {
            diagnostics.within("prices", |d| {
                d.at_index(index, |d| d.within("table", |d| table.warn(&product.options, d)));
            });
            let rules = table::rules(rule, table, &product.options);
            product.rules.extend(rules);
        }
    }
    let sorted = Names::sorted(&product.options);
    let names = Names::new(&product.options, &sorted, lost);
    let lists = diagnostics.within("price_lists", |d| list::read(product, file, names, d));
    range(product, diagnostics);
    product.price_lists = lists;
    for (index, list) in product.price_lists.iter().enumerate() {
        let Some(other) = product.in_currency(&list.currency.0) else { continue };
        diagnostics.within("price_lists", |d| d.at_index(index, |d| range(&other, d)));
    }
}

/// What costs surely less than nothing, or could cost more than can be added up, is refused.
fn range(product: &Product, diagnostics: &mut Diagnostics) {
    let terms = bounds::Terms::new(product);
    if let Some(place) = terms.too_large() {
        let sentence = "this could make the price too large to be exact";
        match place {
            bounds::Place::Options => diagnostics.within("options", |d| d.error(sentence)),
            bounds::Place::Rule(index) => {
                diagnostics.within("prices", |d| d.at_index(index, |d| d.error(sentence)));
            }
        }
        return;
    }
    // What rules of the product keep from being picked may be what would cost too little: then it is `check` that knows, and the price itself.
    let is_free = product.rules.iter().all(|rule| matches!(rule.kind, RuleKind::Default(_)));
    let (least, most) = terms.whole(1);
    if most < 0 || least < 0 && is_free && terms.adds_up() {
        diagnostics.within("base_price", |d| {
            d.error(below_nothing(least));
        });
    }
}

/// A sentence about a product whose cheapest selection costs less than nothing.
pub fn below_nothing(least: i64) -> String {
    ["the cheapest selection would cost ", &least.digits(), " minor units, which is less than nothing"]
        .concat()
}
