//! The price of a selection, line by line.

use super::exact::Rounding;
use super::plain::{self, LineOf, MAX_SAFE, PriceBreakdown, PriceLine};
use super::{BreakKind, PriceRule};
use crate::product::Product;
use crate::product::attributes::SCALE;
use crate::selection::{Pick, Selection};

/// What the option at `option` costs with `pick`, in parts of a minor unit; `None` when it overflows.
pub(super) fn option_parts(product: &Product, option: usize, pick: &Pick) -> Option<i128> {
    let parts = product.pricing.parts;
    let Pick::Number(step) = pick else {
        return i128::from(plain::amount(product, option, pick)?).checked_mul(parts);
    };
    let (steps, price) = product.options.get(option)?.kind.numbers()?;
    let number = i128::from(steps.number(*step));
    if number == 0 {
        return Some(0);
    }
    // The parts of a minor unit are so many that this comes out even.
    let of_units = number.checked_mul(i128::from(price.per_unit.0))?.checked_mul(parts)?;
    let once = i128::from(price.once.0).checked_mul(parts)?;
    (of_units / i128::from(SCALE)).checked_add(once)
}

/// The lines so far, in parts of a minor unit.
struct Sum {
    lines: Vec<(LineOf, i128)>,
    total: i128,
}

impl Sum {
    fn add(&mut self, of: LineOf, amount: i128) -> Option<()> {
        self.total = self.total.checked_add(amount)?;
        self.lines.push((of, amount));
        Some(())
    }
}

/// [`super::price`] of what is not plain.
#[inline(never)]
pub(super) fn price(product: &Product, selection: &Selection, quantity: i64) -> Option<PriceBreakdown> {
    let pricing = &product.pricing;
    let parts = pricing.parts;
    let base = i128::from(product.base_price.0).checked_mul(parts)?;
    let mut sum = Sum { lines: vec![(LineOf::Base, base)], total: base };
    for option in 0..product.options.len() {
        let amount = option_parts(product, option, selection.pick(option)?)?;
        if amount != 0 {
            sum.add(LineOf::Option(option), amount)?;
        }
    }
    for (index, rule) in pricing.rules.iter().enumerate() {
        if rule.when.holds(selection) {
            sum.add(LineOf::Rule(index), rule_parts(product, selection, rule, sum.total)?)?;
        }
    }
    if let Some(index) = super::breaks::at(&pricing.breaks, quantity) {
        let amount = match pricing.breaks[index].kind {
            BreakKind::Percent(percent) => percent.of(sum.total)?,
            BreakKind::UnitPrice(price) => i128::from(price).checked_mul(parts)?.checked_sub(sum.total)?,
        };
        sum.add(LineOf::Break(index), amount)?;
    }
    let unit = i64::try_from(pricing.rounding.round(sum.total, parts)?).ok()?;
    (0..=MAX_SAFE).contains(&unit).then_some(())?;
    let (mut lines, mut left) = (Vec::with_capacity(sum.lines.len() + 1), unit);
    for (of, amount) in sum.lines {
        let amount = i64::try_from(Rounding::PLAIN.round(amount, parts)?).ok()?;
        left = left.checked_sub(amount)?;
        if amount != 0 || of == LineOf::Base {
            lines.push(PriceLine { of, amount });
        }
    }
    if left != 0 {
        lines.push(PriceLine { of: LineOf::Rounding, amount: left });
    }
    Some(PriceBreakdown { lines, unit })
}

/// What a rule that applies adds to what there is `before` it.
fn rule_parts(product: &Product, selection: &Selection, rule: &PriceRule, before: i128) -> Option<i128> {
    use super::{Of, PriceRuleKind};
    let parts = product.pricing.parts;
    match &rule.kind {
        PriceRuleKind::Add(amount) => i128::from(*amount).checked_mul(parts),
        PriceRuleKind::Table(table) => i128::from(table.price(product, selection)?).checked_mul(parts),
        PriceRuleKind::Percent(percent, Of::All) => percent.of(before),
        PriceRuleKind::Percent(percent, Of::Base) => {
            percent.of(i128::from(product.base_price.0).checked_mul(parts)?)
        }
        PriceRuleKind::Percent(percent, Of::Options(list)) => {
            let mut sum = 0_i128;
            for option in list {
                sum = sum.checked_add(option_parts(product, *option, selection.pick(*option)?)?)?;
            }
            percent.of(sum)
        }
    }
}
