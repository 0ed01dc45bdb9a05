//! Price rules: what comes on top of the base price and the options.

use super::exact::Percent;
use super::table::Table;
use crate::diagnostics::Diagnostics;
use crate::product::Amount;
use crate::product::rule::{Condition, Names};
#[cfg(feature = "schema")]
use crate::read::Read;
use crate::read::{self, required, wrong_kind};
use crate::text::Text;
use crate::value::Value;

/// One price rule.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRule {
    /// What shoppers read beside the amount.
    pub title: Text,
    /// While all of this holds.
    pub when: Condition,
    /// What it adds.
    pub kind: PriceRuleKind,
}

/// What a price rule adds.
#[derive(Clone, Debug, PartialEq)]
pub enum PriceRuleKind {
    /// An amount, in minor units.
    Add(i64),
    /// A percentage.
    Percent(Percent, Of),
    /// A price by width and height.
    Table(Table),
}

/// What a percentage is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Everything before it.
    All,
    /// The base price.
    Base,
    /// These options.
    Options(Vec<usize>),
}

const FIELDS: &[&str] = &["title", "when", "add", "percent", "of", "table"];
const KINDS: [&str; 3] = ["add", "percent", "table"];

/// Reads the price rule `value`.
pub(super) fn one(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<PriceRule> {
    read::object(value, FIELDS, diagnostics)?;
    let title = required(value, "title", diagnostics);
    let when = match value.get("when") {
        Some(when) => diagnostics.within("when", |d| Condition::read(when, names, true, d)),
        None => Some(Condition::default()),
    };
    let mut kinds = KINDS.iter().filter(|kind| value.get(kind).is_some());
    let (Some(kind), None) = (kinds.next(), kinds.next()) else {
        diagnostics.error("a price rule needs exactly one of \"add\", \"percent\" and \"table\"");
        return None;
    };
    if value.get("of").is_some() && *kind != "percent" {
        diagnostics.within("of", |d| d.error("this belongs to a rule with \"percent\""));
    }
    let kind = match *kind {
        "add" => required(value, "add", diagnostics).map(|add: Amount| PriceRuleKind::Add(add.0)),
        "percent" => {
            let percent: Option<Percent> = required(value, "percent", diagnostics);
            let of = match value.get("of") {
                None => Some(Of::All),
                Some(of) => diagnostics.within("of", |d| read_of(of, names, d)),
            };
            percent.zip(of).map(|(percent, of)| PriceRuleKind::Percent(percent, of))
        }
        _ => {
            let table = value.get("table")?;
            diagnostics.within("table", |d| Table::read(table, names, d)).map(PriceRuleKind::Table)
        }
    };
    Some(PriceRule { title: title?, when: when?, kind: kind? })
}

fn read_of(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Of> {
    match value {
        Value::Array(_) => names.options(value, diagnostics).map(Of::Options),
        Value::String(word) if **word == *"base_price" => Some(Of::Base),
        other => {
            wrong_kind("a list of option ids, or \"base_price\"", other, diagnostics);
            None
        }
    }
}

#[cfg(feature = "schema")]
pub(super) fn schema() -> Value {
    let base = Value::object([("const", Value::from("base_price"))]);
    let of = Value::object([("oneOf", Value::from(vec![base, Vec::<crate::product::Id>::schema()]))]);
    let fields = vec![
        ("title", "What shoppers read beside the amount.", true, Text::schema()),
        ("when", "While all of this holds; always where left out.", false, Condition::schema()),
        ("add", "An amount, in minor units.", false, Amount::schema()),
        ("percent", "A percentage, with three decimals at most.", false, Percent::schema()),
        ("of", "What it is of; all before it where left out.", false, of),
        ("table", "Prices by width and height.", false, Table::schema()),
    ];
    let mut schema = read::schema::record("A price rule: exactly one of its kinds.", fields);
    let one = |kind: &&str| Value::object([("required", Value::from(vec![*kind]))]);
    if let Value::Object(entries) = &mut schema {
        entries.push(("oneOf".into(), Value::Array(KINDS.iter().map(one).collect())));
    }
    schema
}
