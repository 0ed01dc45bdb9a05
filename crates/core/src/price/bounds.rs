//! What every pick adds to the price by itself, and within which ends all the rest lies: for the least and the largest price of what can be had.
//!
//! An option, an addition without a condition, and one whose condition looks at a single pick add up; a percentage without a condition makes each
//! of them larger by itself. What is left (conditions on several options, percentages under a condition, tables) is an interval around the sum:
//! the true price lies within, so ends stay ends, and are not said to be exact.

use super::breakdown::option_parts;
use super::{BreakKind, Of, PriceRule, PriceRuleKind, breaks};
use crate::image::Placed;
use crate::product::rule::Wanted;
use crate::product::{Color, Kind, Product};
use crate::selection::Pick;

type Ends = (i128, i128);

/// Where something is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An option.
    Options,
    /// The price rule at this position.
    Rule(usize),
}

/// More than this no price may come to, in minor units: with it every calculation stays below 2^127.
const TOO_LARGE: i128 = 10_000_000_000_000_000_000;
/// Below this, sums in an `i64` are safe from overflow.
const SAFE: i128 = 1 << 56;

/// The terms that a product's price is the sum of.
#[derive(Clone, Debug)]
pub struct Terms<'p> {
    product: &'p Product,
    sums: Sums,
}

/// What is the same for all picks. Worked out once for a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// The base price and all additions that always apply, in parts of a minor unit.
    fixed: i128,
    /// What does not add up.
    slack: Ends,
    /// All together.
    all: Ends,
    too_large: Option<Place>,
    /// So many parts a unit of [`Terms::units`] has: 1, or all that a minor unit has.
    step: i128,
}

/// What a term is part of: which percentages concern it.
#[derive(Clone, Copy)]
enum Part {
    Base,
    Option(usize),
    Rule,
}

impl<'p> Terms<'p> {
    /// The terms of a product.
    pub fn new(product: &'p Product) -> Terms<'p> {
        let parts = product.pricing.parts;
        let base = i128::from(product.base_price.0) * parts;
        let sums = Sums { fixed: 0, slack: (0, 0), all: (0, 0), too_large: None, step: 1 };
        let mut terms = Terms { product, sums };
        terms.sums.fixed = terms.carried(0, Part::Base, base);
        let own: Vec<Ends> = (0..product.options.len()).map(|option| terms.raw(option)).collect();
        let mut run = own.iter().fold((base, base), |sum, own| plus(sum, *own));
        terms.bounded(run, Place::Options);
        for (index, rule) in product.pricing.rules.iter().enumerate() {
            let always = rule.when.0.is_empty();
            let adds = terms.adds(rule, run, base, &own);
            match &rule.kind {
                PriceRuleKind::Add(_) if always => {
                    terms.sums.fixed =
                        terms.sums.fixed.saturating_add(terms.carried(index + 1, Part::Rule, adds.0));
                }
                PriceRuleKind::Add(_) if terms.single(index).is_some() => {}
                PriceRuleKind::Percent(..) if always => {}
                _ => {
                    let carried = |end| terms.carried(index + 1, Part::Rule, end);
                    terms.sums.slack = plus(terms.sums.slack, (carried(adds.0), carried(adds.1)));
                }
            }
            run = match &rule.kind {
                // At least −100 %: the order of both ends stays.
                PriceRuleKind::Percent(percent, Of::All) if always => {
                    let more = |end: i128| end.saturating_add(percent.of(end).unwrap_or(0));
                    (more(run.0), more(run.1))
                }
                _ => plus(run, adds),
            };
            terms.bounded(run, Place::Rule(index));
        }
        terms.sums.all = (
            terms.sums.fixed.saturating_add(terms.sums.slack.0),
            terms.sums.fixed.saturating_add(terms.sums.slack.1),
        );
        let mut widest = far(terms.sums.all).saturating_add(far(terms.sums.slack));
        for option in 0..product.options.len() {
            let ends = terms.option_ends(option);
            widest = widest.saturating_add(far(ends));
            terms.sums.all = plus(terms.sums.all, ends);
        }
        if widest >= SAFE {
            terms.sums.step = parts;
        }
        terms
    }

    /// What a rule adds at least and at most. `run` is what there is before it, and `own` what each option costs by itself.
    fn adds(&self, rule: &PriceRule, run: Ends, base: i128, own: &[Ends]) -> Ends {
        let parts = self.product.pricing.parts;
        let ends = match &rule.kind {
            PriceRuleKind::Add(amount) => hull(i128::from(*amount) * parts, i128::from(*amount) * parts),
            PriceRuleKind::Percent(percent, of) => {
                let (low, high) = match of {
                    Of::All => run,
                    Of::Base => (base, base),
                    Of::Options(list) => list.iter().fold((0, 0), |sum, option| plus(sum, own[*option])),
                };
                hull(percent.of(low).unwrap_or(0), percent.of(high).unwrap_or(0))
            }
            PriceRuleKind::Table(table) => {
                let (low, high) = table.ends(&self.product.options).unwrap_or((0, 0));
                let ends = (i128::from(low) * parts, i128::from(high) * parts);
                let hides = self.hides(table.width) || self.hides(table.height);
                if hides { with_nothing(ends) } else { ends }
            }
        };
        if rule.when.0.is_empty() { ends } else { with_nothing(ends) }
    }

    /// The same from sums that were worked out before, for this very product.
    pub fn with(product: &'p Product, sums: Sums) -> Terms<'p> {
        Terms { product, sums }
    }

    /// What is the same for all picks.
    pub fn sums(&self) -> Sums {
        self.sums
    }

    fn bounded(&mut self, run: Ends, place: Place) {
        let most = TOO_LARGE.saturating_mul(self.product.pricing.parts);
        if (run.0 < -most || run.1 > most) && self.sums.too_large.is_none() {
            self.sums.too_large = Some(place);
        }
    }

    /// What could cost too much to be added up.
    pub fn too_large(&self) -> Option<Place> {
        self.sums.too_large
    }

    /// Whether the sum of the terms is the price, and not only near it.
    pub fn adds_up(&self) -> bool {
        self.sums.slack == (0, 0) && (self.sums.step == 1 || self.product.pricing.parts == 1)
    }

    /// Whether a selection could cost less than nothing, as far as is seen from here.
    pub fn may_be_negative(&self) -> bool {
        self.sums.all.0 < 0
    }

    /// The least and the largest price of one unit when `quantity` are bought, whatever rules of the product say.
    pub fn whole(&self, quantity: i64) -> (i64, i64) {
        (self.price(self.units(self.sums.all).0, quantity), self.price(self.units(self.sums.all).1, quantity))
    }

    /// Whether a rule hides the option.
    fn hides(&self, option: usize) -> bool {
        self.product.shows.iter().any(|(shown, _)| *shown == option)
    }

    /// The option and what is wanted of it, when the rule at `index` is an addition that looks at a single pick.
    fn single(&self, index: usize) -> Option<(usize, &Wanted)> {
        let rule = self.product.pricing.rules.get(index)?;
        let ([entry], PriceRuleKind::Add(_)) = (&rule.when.0[..], &rule.kind) else { return None };
        let is_multi = matches!(self.product.options[entry.option].kind, Kind::Multi(_));
        let several = matches!(&entry.wanted, Wanted::Choices(list) if list.len() != 1);
        (!(is_multi && several)).then_some((entry.option, &entry.wanted))
    }

    /// What an amount becomes by the percentages from rule `from` on that always apply.
    fn carried(&self, from: usize, part: Part, amount: i128) -> i128 {
        let mut sum = amount;
        for rule in self.product.pricing.rules.iter().skip(from) {
            let PriceRuleKind::Percent(percent, of) = &rule.kind else { continue };
            if !rule.when.0.is_empty() {
                continue;
            }
            let of = match (of, part) {
                (Of::All, _) => sum,
                (Of::Base, Part::Base) => amount,
                (Of::Options(list), Part::Option(option)) if list.contains(&option) => amount,
                _ => continue,
            };
            sum = sum.saturating_add(percent.of(of).unwrap_or(0));
        }
        sum
    }

    /// What a pick adds, in parts of a minor unit.
    fn parts(&self, option: usize, pick: &Pick) -> i128 {
        let own = option_parts(self.product, option, pick).unwrap_or(0);
        let mut sum = self.carried(0, Part::Option(option), own);
        for (index, rule) in self.product.pricing.rules.iter().enumerate() {
            if let (Some((of, wanted)), PriceRuleKind::Add(amount)) = (self.single(index), &rule.kind)
                && of == option
                && wanted.fits(pick)
            {
                let amount = i128::from(*amount) * self.product.pricing.parts;
                sum = sum.saturating_add(self.carried(index + 1, Part::Rule, amount));
            }
        }
        sum
    }

    /// Picks of an option among which are the one that adds the least and the one that adds the most, where each pick is one of a row.
    pub(crate) fn extremes(&self, option: usize) -> Vec<Pick> {
        let kind = &self.product.options[option].kind;
        match kind {
            Kind::Choice(choice) => (0..choice.choices.len()).map(Pick::Choice).collect(),
            Kind::Toggle(_) => vec![Pick::Toggle(false), Pick::Toggle(true)],
            Kind::Multi(multi) => (0..multi.choices.len()).map(|choice| Pick::Multi(vec![choice])).collect(),
            Kind::Text(text) => {
                let letters = |count: usize| Pick::Text("x".repeat(count));
                vec![letters(0), letters(text.min_chars.max(1)), letters(text.max_chars)]
            }
            Kind::Image(_) => vec![Pick::Image(None), Pick::Image(Some(Placed::new("".into())))],
            Kind::Color(color) => {
                // Where there is no other than the default, nothing else is picked.
                let other = Color(color.default.0 ^ 1);
                let own = color.palette.iter().map(|swatch| swatch.color).find(|own| *own != color.default);
                let other = if color.free { Some(other) } else { own };
                std::iter::once(color.default).chain(other).map(Pick::Color).collect()
            }
            Kind::Quantity(_) | Kind::Measure(_) => {
                let last = kind.numbers().map_or(0, |(steps, _)| steps.last);
                let mut steps = vec![0, 1.min(last), last];
                // Between these the price goes up or down evenly.
                for index in 0..self.product.pricing.rules.len() {
                    if let Some((of, Wanted::Steps(ranges))) = self.single(index)
                        && of == option
                    {
                        for (first, end) in ranges {
                            let around = [first.saturating_sub(1), *first, *end, end.saturating_add(1)];
                            steps.extend(around.into_iter().filter(|step| *step <= last));
                        }
                    }
                }
                steps.into_iter().map(Pick::Number).collect()
            }
        }
    }

    /// The least and the largest that the option by itself costs, nothing while hidden.
    fn raw(&self, option: usize) -> Ends {
        self.ends(option, &|pick| option_parts(self.product, option, pick).unwrap_or(0))
    }

    fn option_ends(&self, option: usize) -> Ends {
        self.ends(option, &|pick| self.parts(option, pick))
    }

    fn ends(&self, option: usize, of: &dyn Fn(&Pick) -> i128) -> Ends {
        let mut amounts: Vec<i128> = self.extremes(option).iter().map(of).collect();
        let ends = match &self.product.options[option].kind {
            Kind::Multi(multi) => {
                amounts.sort_unstable();
                let taken = |at: usize, is_wanted: bool| at < multi.max && (at < multi.min || is_wanted);
                let cheap = amounts.iter().enumerate().filter(|(at, amount)| taken(*at, **amount < 0));
                let dear = amounts.iter().rev().enumerate().filter(|(at, amount)| taken(*at, **amount > 0));
                (cheap.map(|(_, amount)| amount).sum(), dear.map(|(_, amount)| amount).sum())
            }
            _ => {
                let low = amounts.iter().min().copied().unwrap_or(0);
                (low, amounts.iter().max().copied().unwrap_or(0))
            }
        };
        if self.hides(option) { with_nothing(ends) } else { ends }
    }

    /// Whole units of these ends: parts of a minor unit where an `i64` has room for them, else minor units, the least rounded down and the most
    /// up.
    fn units(&self, (low, high): Ends) -> (i64, i64) {
        let high = -(-high).div_euclid(self.sums.step);
        (narrow(low.div_euclid(self.sums.step)), narrow(high))
    }

    /// What a pick adds, in units, least and most.
    pub fn amount(&self, option: usize, pick: &Pick) -> (i64, i64) {
        let parts = self.parts(option, pick);
        self.units((parts, parts))
    }

    /// The least and the most that any pick of an option adds that is no list; being hidden is not looked at.
    pub fn option(&self, option: usize) -> (i64, i64) {
        let amounts: Vec<i128> = self.extremes(option).iter().map(|pick| self.parts(option, pick)).collect();
        let low = amounts.iter().min().copied().unwrap_or(0);
        self.units((low, amounts.iter().max().copied().unwrap_or(0)))
    }

    /// The base price and all else that no pick adds by itself, in units.
    pub fn rest(&self) -> (i64, i64) {
        self.units((
            self.sums.fixed.saturating_add(self.sums.slack.0),
            self.sums.fixed.saturating_add(self.sums.slack.1),
        ))
    }

    /// The price of one unit, in minor units, that a sum in units comes to when `quantity` are bought.
    pub fn price(&self, units: i64, quantity: i64) -> i64 {
        Finish::new(self, quantity).price(units)
    }
}

/// How a sum becomes a price.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    step: i128,
    parts: i128,
    at: Option<BreakKind>,
    rounding: super::Rounding,
}

impl Finish {
    /// For `quantity` units of the product of `terms`.
    pub fn new(terms: &Terms, quantity: i64) -> Finish {
        let pricing = &terms.product.pricing;
        Finish {
            step: terms.sums.step,
            parts: pricing.parts,
            at: breaks::at(&pricing.breaks, quantity).map(|at| pricing.breaks[at].kind),
            rounding: pricing.rounding.clone(),
        }
    }

    /// The price of one unit, in minor units, that a sum in units comes to. A larger sum never gives a smaller price.
    pub fn price(&self, units: i64) -> i64 {
        let sum = i128::from(units) * self.step;
        let sum = match self.at {
            None => sum,
            Some(BreakKind::Percent(percent)) => sum.saturating_add(percent.of(sum).unwrap_or(0)),
            Some(BreakKind::UnitPrice(price)) => i128::from(price) * self.parts,
        };
        self.rounding.round(sum, self.parts).map_or(0, narrow)
    }
}

fn plus(a: Ends, b: Ends) -> Ends {
    (a.0.saturating_add(b.0), a.1.saturating_add(b.1))
}

fn far(ends: Ends) -> i128 {
    ends.0.saturating_abs().max(ends.1.saturating_abs())
}

fn hull(a: i128, b: i128) -> Ends {
    (a.min(b), a.max(b))
}

fn with_nothing(ends: Ends) -> Ends {
    (ends.0.min(0), ends.1.max(0))
}

/// The nearest number that is no extreme one: sums of a few of them do not overflow.
fn narrow(number: i128) -> i64 {
    number.clamp(-(1 << 60), 1 << 60) as i64
}
