//! What rules make of picks, and what that costs. The page does not know rules itself: it asks whoever knows them, which is the companion.

use haberdash_core::Value;
use haberdash_core::price::{self, LineOf, PriceBreakdown, PriceLine};
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;

/// Someone who knows the rules of one product. Texts go in and come out as JSON; `memory` is what the last answer said.
pub trait Rules {
    /// The nearest allowed selection to `picks`, as in a link.
    fn repair(&self, picks: &str, quantity: i64) -> Option<Value>;
    /// `value` is picked in `option`. `None` when nothing has that.
    fn pick(&self, memory: &str, option: usize, value: &str, quantity: i64) -> Option<Value>;
    /// The same selection in another quantity.
    fn price(&self, memory: &str, quantity: i64) -> Option<Value>;
    /// Why `value` cannot be had in `option`, or what everything costs at least with it.
    fn look(&self, memory: &str, option: usize, value: &str) -> Option<Look>;
}

/// What looking at a choice shows.
pub enum Look {
    /// It cannot be had, for this reason.
    Reason(String),
    /// The least price of all with it, in minor units.
    From(i64),
}

/// What rules made of a pick.
#[derive(Clone)]
pub struct Answer {
    /// What is picked now.
    pub selection: Selection,
    /// What else changed, in a sentence; empty when nothing did.
    pub told: String,
    /// How things stand.
    pub standing: Standing,
}

/// What is known about a selection besides its picks.
#[derive(Clone)]
pub struct Standing {
    /// For the next question.
    memory: Rc<str>,
    /// By option: the choices that cannot be had; 0 for a toggle that cannot change.
    pub off: Rc<[Vec<usize>]>,
    /// What it costs.
    pub price: Rc<PriceBreakdown>,
}

impl Answer {
    fn read(product: &Product, answer: &Value) -> Option<Answer> {
        let positions = |list: &Value| -> Vec<usize> {
            let items = list.as_array().unwrap_or_default().iter();
            items.filter_map(|item| usize::try_from(item.as_i64()?).ok()).collect()
        };
        let off = answer.get("off")?.as_array()?.iter().map(positions);
        let line = |line: &Value| {
            let [what, title, amount] = line.as_array()? else { return None };
            let of = match what.as_str()? {
                "base" => LineOf::Base,
                "break" => LineOf::Break,
                "rounding" => LineOf::Rounding,
                _ => LineOf::Said(title.as_str()?.into()),
            };
            Some(PriceLine { of, amount: amount.as_i64()? })
        };
        let price = PriceBreakdown {
            lines: answer.get("lines")?.as_array()?.iter().filter_map(line).collect(),
            unit: answer.get("unit")?.as_i64()?,
        };
        Some(Answer {
            selection: Selection::shown(product, answer.get("picks")?, answer.get("hidden")?)?,
            told: answer.get("told")?.as_str()?.to_owned(),
            standing: Standing {
                memory: answer.get("memory")?.as_str()?.into(),
                off: off.collect(),
                price: Rc::new(price),
            },
        })
    }

    /// The allowed selection nearest to `picks`, as in a link. What does not fit the product keeps its default.
    pub fn replace(
        rules: Option<&dyn Rules>,
        product: &Product,
        picks: &Value,
        quantity: i64,
    ) -> Option<Answer> {
        if let Some(rules) = rules {
            return Self::read(product, &rules.repair(&picks.to_string(), quantity)?);
        }
        let selection = Selection::from_value(product, picks).0;
        let price = Rc::new(price::price(product, &selection, quantity)?);
        let standing = Standing { memory: "".into(), off: Rc::new([]), price };
        Some(Answer { selection, told: String::new(), standing })
    }

    /// `pick` is picked in `option`.
    pub fn pick(
        rules: &dyn Rules,
        product: &Product,
        standing: &Standing,
        (option, pick): (usize, &Pick),
        quantity: i64,
    ) -> Option<Answer> {
        let value = value(product, option, pick)?;
        Self::read(product, &rules.pick(&standing.memory, option, &value, quantity)?)
    }
}

impl Standing {
    /// The same in another quantity.
    pub fn in_quantity(&self, rules: &dyn Rules, product: &Product, quantity: i64) -> Option<Standing> {
        Some(Answer::read(product, &rules.price(&self.memory, quantity)?)?.standing)
    }

    /// What looking at `pick` in `option` shows.
    pub fn look(&self, rules: &dyn Rules, product: &Product, option: usize, pick: &Pick) -> Option<Look> {
        rules.look(&self.memory, option, &value(product, option, pick)?)
    }
}

fn value(product: &Product, option: usize, pick: &Pick) -> Option<String> {
    let option = product.options.get(option)?;
    // An empty text is nothing in links, but a pick all the same.
    Some(pick.to_value(option).unwrap_or_else(|| Value::from("")).to_string())
}
