//! Price lists: what a product costs in other currencies. Only amounts differ; conditions, sizes and percentages of a list are the product's.

use super::{BreakKind, PriceRuleKind, Pricing, Rounding, check};
use crate::diagnostics::{Diagnostics, unknown};
use crate::number::Digits;
use crate::product::rule::Names;
use crate::product::{
    Amount, Choice, ColorOption, Currency, ImagePrice, Kind, NumberPrice, Product, ProductFile,
    ProductOption, TextPrice,
};
use crate::read::{self, Read, optional, required};
use crate::value::Value;
use std::rc::Rc;

/// What a product costs in another currency.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceList {
    /// The currency.
    pub currency: Currency,
    base_price: Amount,
    /// What each option costs, in the product's order.
    options: Vec<Cost>,
    pricing: Pricing,
}

/// What an option costs.
#[derive(Clone, Debug, PartialEq)]
enum Cost {
    Choices(Vec<Amount>),
    Toggle(i64),
    Number(NumberPrice),
    Text(i64, i64),
    Image(i64),
    Color(i64),
}

impl Product {
    /// The same product, priced in `currency`; `None` when it has no prices in it.
    pub fn in_currency(&self, currency: &str) -> Option<Product> {
        if &*self.currency.0 == currency {
            return Some(self.clone());
        }
        let at = self.price_lists.iter().position(|list| &*list.currency.0 == currency)?;
        let mut other = self.clone();
        // What was the product's own is a list now.
        let own = PriceList {
            currency: self.currency.clone(),
            base_price: self.base_price,
            options: self.options.iter().map(|option| cost(&option.kind)).collect(),
            pricing: self.pricing.clone(),
        };
        let list = std::mem::replace(&mut other.price_lists[at], own);
        other.currency = list.currency;
        other.base_price = list.base_price;
        other.pricing = list.pricing;
        for (option, cost) in other.options.iter_mut().zip(list.options) {
            put(&mut option.kind, cost);
        }
        Some(other)
    }

    /// The currencies that the product has prices in, its own first.
    pub fn currencies(&self) -> Vec<&str> {
        let lists = self.price_lists.iter().map(|list| &*list.currency.0);
        std::iter::once(&*self.currency.0).chain(lists).collect()
    }
}

fn cost(kind: &Kind) -> Cost {
    let prices = |choices: &[Rc<Choice>]| Cost::Choices(choices.iter().map(|choice| choice.price).collect());
    match kind {
        Kind::Choice(kind) => prices(&kind.choices),
        Kind::Multi(kind) => prices(&kind.choices),
        Kind::Toggle(kind) => Cost::Toggle(kind.price),
        Kind::Quantity(kind) => Cost::Number(kind.price.clone()),
        Kind::Measure(kind) => Cost::Number(kind.price.clone()),
        Kind::Text(kind) => Cost::Text(kind.per_char, kind.once),
        Kind::Image(kind) => Cost::Image(kind.once),
        Kind::Color(kind) => Cost::Color(kind.once),
    }
}

fn put(kind: &mut Kind, cost: Cost) {
    let choices = |choices: &mut [Rc<Choice>], prices: Vec<Amount>| {
        for (choice, price) in choices.iter_mut().zip(prices) {
            if choice.price != price {
                Rc::make_mut(choice).price = price;
            }
        }
    };
    match (kind, cost) {
        (Kind::Choice(kind), Cost::Choices(prices)) => choices(&mut kind.choices, prices),
        (Kind::Multi(kind), Cost::Choices(prices)) => choices(&mut kind.choices, prices),
        (Kind::Toggle(kind), Cost::Toggle(price)) => kind.price = price,
        (Kind::Quantity(kind), Cost::Number(price)) => kind.price = price,
        (Kind::Measure(kind), Cost::Number(price)) => kind.price = price,
        (Kind::Color(kind), Cost::Color(once)) if kind.once != once => {
            *kind = Rc::new(ColorOption { once, ..ColorOption::clone(kind) });
        }
        (Kind::Text(kind), Cost::Text(per_char, once)) => (kind.per_char, kind.once) = (per_char, once),
        (Kind::Image(kind), Cost::Image(once)) => kind.once = once,
        _ => {}
    }
}

const FIELDS: &[&str] = &["currency", "base_price", "options", "prices", "quantity_breaks", "rounding"];

/// Reads the price lists of a product that was read otherwise.
pub(super) fn read(
    product: &Product,
    file: &ProductFile,
    names: Names,
    d: &mut Diagnostics,
) -> Vec<PriceList> {
    let mut lists: Vec<PriceList> = Vec::new();
    for (index, value) in file.price_lists.iter().enumerate() {
        d.at_index(index, |d| {
            let Some(list) = one(product, file, &value.0, names, d) else { return };
            let is_same = |other: &Currency| *other == list.currency;
            if is_same(&product.currency) || lists.iter().any(|other| is_same(&other.currency)) {
                d.within("currency", |d| d.error("there are prices in this currency already"));
            }
            lists.push(list);
        });
    }
    lists
}

fn one(
    product: &Product,
    file: &ProductFile,
    value: &Value,
    names: Names,
    d: &mut Diagnostics,
) -> Option<PriceList> {
    read::object(value, FIELDS, d)?;
    let currency = required(value, "currency", d);
    let base_price = required(value, "base_price", d);
    let nothing = Value::Object(Vec::new());
    let options = match value.get("options") {
        Some(options) => d.within("options", |d| read_options(product, options, d)),
        None => read_options(product, &nothing, d),
    };
    let rules = read_prices(product, file, value, names, d);
    let breaks = match value.get("quantity_breaks") {
        Some(breaks) => d.within("quantity_breaks", |d| check::read_breaks(read::list(breaks, d)?.iter(), d)),
        None => {
            let has_amounts =
                product.pricing.breaks.iter().any(|own| matches!(own.kind, BreakKind::UnitPrice(_)));
            if has_amounts {
                d.error("\"quantity_breaks\" is missing: the product's have prices in its own currency");
            }
            Some(product.pricing.breaks.clone())
        }
    };
    let rounding: Option<Rounding> = check::read_rounding(value, d);
    let rounding = rounding.unwrap_or_else(|| product.pricing.rounding.clone());
    let mut other: Vec<ProductOption> = product.options.clone();
    let options = options?;
    for (option, cost) in other.iter_mut().zip(&options) {
        put(&mut option.kind, cost.clone());
    }
    let pricing = check::assemble(rules?, breaks?, rounding, &other, d)?;
    Some(PriceList { currency: currency?, base_price: base_price?, options, pricing })
}

fn left_out(what: &str, id: &str, d: &mut Diagnostics) {
    d.error([what, " \"", id, "\" has a price and is left out here"].concat());
}

fn read_options(product: &Product, value: &Value, d: &mut Diagnostics) -> Option<Vec<Cost>> {
    let Some(fields) = value.as_object() else {
        read::wrong_kind("an object from option ids to prices", value, d);
        return None;
    };
    let ids = || product.options.iter().map(|option| option.id.as_str());
    for (name, _) in fields {
        if product.option_index(name).is_none() {
            d.within(name, |d| d.error(unknown("option", name, ids())));
        }
    }
    let mut list = Vec::new();
    for option in &product.options {
        let id = option.id.as_str();
        let own = cost(&option.kind);
        list.push(match value.get(id) {
            Some(value) => d.within(id, |d| read_cost(option, &own, value, d)).unwrap_or(own),
            None => {
                if is_something(&own) {
                    left_out("option", id, d);
                }
                own
            }
        });
    }
    Some(list)
}

fn is_something(cost: &Cost) -> bool {
    match cost {
        Cost::Choices(prices) => prices.iter().any(|price| price.0 != 0),
        Cost::Toggle(price) | Cost::Color(price) => *price != 0,
        Cost::Number(price) => price.per_unit.0 != 0 || price.once.0 != 0,
        Cost::Text(per_char, once) => *per_char != 0 || *once != 0,
        Cost::Image(once) => *once != 0,
    }
}

fn read_cost(option: &ProductOption, own: &Cost, value: &Value, d: &mut Diagnostics) -> Option<Cost> {
    let also = |names: &[&str], is_there: &[bool], d: &mut Diagnostics| {
        for (name, is_there) in names.iter().zip(is_there) {
            if *is_there && value.as_object().is_some() && value.get(name).is_none() {
                left_out("price", name, d);
            }
        }
    };
    match own {
        Cost::Toggle(_) => Amount::read(value, d).map(|price| Cost::Toggle(price.0)),
        Cost::Number(price) => {
            also(&["per_unit", "once"], &[price.per_unit.0 != 0, price.once.0 != 0], d);
            NumberPrice::read(value, d).map(Cost::Number)
        }
        Cost::Text(per_char, once) => {
            also(&["per_char", "once"], &[*per_char != 0, *once != 0], d);
            TextPrice::read(value, d).map(|price| Cost::Text(price.per_char.0, price.once.0))
        }
        Cost::Image(once) => {
            also(&["once"], &[*once != 0], d);
            ImagePrice::read(value, d).map(|price| Cost::Image(price.once.0))
        }
        Cost::Color(once) => {
            also(&["once"], &[*once != 0], d);
            let once: Option<Amount> = optional(read::object(value, &["once"], d)?, "once", d);
            Some(Cost::Color(once.unwrap_or_default().0))
        }
        Cost::Choices(_) => {
            let Some(fields) = value.as_object() else {
                read::wrong_kind("an object from choice ids to prices", value, d);
                return None;
            };
            let choices = option.kind.choices().unwrap_or_default();
            let ids = || choices.iter().map(|choice| choice.id.as_str());
            for (name, _) in fields {
                if ids().all(|id| id != name.as_str()) {
                    d.within(name, |d| d.error(unknown("choice", name, ids())));
                }
            }
            let mut prices = Vec::new();
            for choice in choices {
                let price: Option<Amount> = optional(value, choice.id.as_str(), d);
                if value.get(choice.id.as_str()).is_none() && choice.price.0 != 0 {
                    left_out("choice", choice.id.as_str(), d);
                }
                prices.push(price.unwrap_or_default());
            }
            Some(Cost::Choices(prices))
        }
    }
}

/// The price rules of a list: the product's, with other amounts.
fn read_prices(
    product: &Product,
    file: &ProductFile,
    value: &Value,
    names: Names,
    d: &mut Diagnostics,
) -> Option<Vec<super::PriceRule>> {
    let own = &file.prices;
    let Some(value) = value.get("prices") else {
        let has_amounts =
            product.pricing.rules.iter().any(|rule| !matches!(rule.kind, PriceRuleKind::Percent(..)));
        if has_amounts {
            d.error("\"prices\" is missing: the product's have amounts in its own currency");
        }
        return Some(product.pricing.rules.clone());
    };
    d.within("prices", |d| {
        let items = read::list(value, d)?;
        if items.len() != own.len() {
            d.error(["expected ", &own.len().digits(), " price rules, as the product has"].concat());
            return None;
        }
        let mut merged = Vec::new();
        for (index, (item, own)) in items.iter().zip(own).enumerate() {
            merged.push(d.at_index(index, |d| with_own(item, &own.0, d))?);
        }
        let rules = check::read_rules(merged.iter(), names, d)?;
        let mut is_same = true;
        for (index, (rule, own)) in rules.iter().zip(&product.pricing.rules).enumerate() {
            if let (PriceRuleKind::Table(table), PriceRuleKind::Table(own)) = (&rule.kind, &own.kind)
                && table.prices.iter().zip(&own.prices).any(|(price, own)| price.is_some() != own.is_some())
            {
                is_same = false;
                let sentence = "expected prices for the sizes that have one in the product's own currency";
                d.at_index(index, |d| d.within("table", |d| d.within("prices", |d| d.error(sentence))));
            }
        }
        is_same.then_some(rules)
    })
}

/// The fields of a list's rule that are amounts; all others are the product's.
const AMOUNTS: [&str; 4] = ["add", "percent", "prices", "title"];

/// A rule of a list with what it leaves out taken from the product's.
fn with_own(item: &Value, own: &Value, d: &mut Diagnostics) -> Option<Value> {
    let (Some(fields), Some(own_fields)) = (item.as_object(), own.as_object()) else {
        read::wrong_kind("an object", item, d);
        return None;
    };
    for (name, value) in fields {
        let same = match own.get(name) {
            Some(own) => AMOUNTS.contains(&&**name) || name == "table" || own == value,
            None => false,
        };
        if !same {
            d.within(name, |d| d.error("this differs from the product's rule; in a list only amounts can"));
        }
    }
    let mut merged = Vec::new();
    for (name, own) in own_fields {
        let value = match item.get(name) {
            Some(table) if name == "table" => d.within("table", |d| with_own(table, own, d))?,
            // An amount is needed here; a percentage is the same in every currency.
            None if name == "add" || name == "prices" => {
                d.error(["\"", name, "\" is missing"].concat());
                return None;
            }
            Some(value) => value.clone(),
            None if name == "table" => {
                d.error("\"table\" is missing");
                return None;
            }
            None => own.clone(),
        };
        merged.push((name.clone(), value));
    }
    Some(Value::Object(merged))
}

#[cfg(feature = "schema")]
pub(super) fn schema() -> Value {
    let amount = Amount::schema;
    let object = Value::object([("type", Value::from("object"))]);
    let cost = Value::object([("oneOf", Value::Array(vec![amount(), object.clone()]))]);
    let options = Value::object([("type", Value::from("object")), ("additionalProperties", cost)]);
    let rules = Value::object([("type", Value::from("array")), ("items", object)]);
    let breaks = Value::object([("type", Value::from("array")), ("items", super::breaks::schema())]);
    read::schema::record(
        "Prices in another currency.",
        vec![
            ("currency", "ISO 4217 code.", true, Currency::schema()),
            ("base_price", "The price before any option, in minor units.", true, amount()),
            ("options", "By option: a price, an object of prices, or a price by choice.", false, options),
            ("prices", "The product's price rules with amounts of this currency.", false, rules),
            ("quantity_breaks", "The product's where left out.", false, breaks),
            ("rounding", "The product's where left out.", false, Rounding::schema()),
        ],
    )
}
