//! The rules of a product: which combinations are allowed, what is shown when, and what is picked at first when.
//!
//! One file for each kind: how it is read and checked, and whether a selection fulfils it. [`crate::compat`] compiles them.

mod compare;
mod condition;
mod default;
mod logic;
mod show;
mod sum;
mod table;

pub use compare::{Compare, Order, Right, Side};
pub use condition::{Condition, Entry, Wanted};
pub use default::Default;
pub use logic::Logic;
pub use sum::{Limit, Sum};
pub use table::Table;

use super::check::{Lost, position};
use super::{Id, Kind, Product, ProductOption};
use crate::diagnostics::{Diagnostics, unknown};
use crate::number::Digits;
use crate::read::{self, Read, optional};
use crate::selection::{Pick, Selection};
use crate::text::Text;
use crate::value::Value;

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id, where it has one.
    pub id: Option<Id>,
    /// What a shopper reads about it.
    pub because: Option<Text>,
    /// What it says.
    pub kind: RuleKind,
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleKind {
    /// While all of the first holds, all of the second holds.
    Require(Logic),
    /// While all of the first holds, at least one entry of the second holds.
    RequireAny(Logic),
    /// While all of the first holds, no entry of the second holds.
    Exclude(Logic),
    /// The options are shown only while the condition holds.
    Show(Condition, Vec<usize>),
    /// While the condition holds, options that the shopper has not touched take these picks.
    Default(Default),
    /// One row fits.
    Table(Table),
    /// Two attributes, or an attribute and a value, are in this order.
    Compare(Compare),
    /// An attribute, added up over what is picked, stays within limits.
    Sum(Sum),
}

/// What a selection must fulfil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The rule at this position.
    Rule(usize),
    /// The rules that show the option at this position.
    Shown(usize),
    /// How few and how many choices the option at this position takes.
    Limits(usize),
}

/// A rule as it is written. Names are looked up when all options are known.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFile(Value);

const FIELDS: &[&str] = &[
    "id",
    "because",
    "when",
    "require",
    "require_any",
    "exclude",
    "show",
    "default",
    "table",
    "compare",
    "sum",
    "of",
    "at_least",
    "at_most",
];

/// The fields that say what kind of rule it is.
const KINDS: [&str; 8] = ["require", "require_any", "exclude", "show", "default", "table", "compare", "sum"];

impl Read for RuleFile {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        read::object(value, FIELDS, diagnostics).map(|value| RuleFile(value.clone()))
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        let text = |text: &str| Value::object([("description", Value::from(text))]);
        let fields = vec![
            ("id", "Its id, for messages.", false, Id::schema()),
            ("because", "What a shopper reads about it.", false, Text::schema()),
            ("when", "While all of this holds; always where left out.", false, Condition::schema()),
            ("require", "All of this holds.", false, Condition::schema()),
            ("require_any", "At least one entry of this holds.", false, Condition::schema()),
            ("exclude", "No entry of this holds.", false, Condition::schema()),
            ("show", "These options are shown only while `when` holds.", false, Vec::<Id>::schema()),
            ("default", "What options take that the shopper has not touched.", false, text("")),
            ("table", "One row of it fits.", false, Table::schema()),
            ("compare", "[option.attribute, order, option.attribute or a value]", false, Compare::schema()),
            ("sum", "The attribute that is added up.", false, String::schema()),
            ("of", "The options over which it is added up.", false, Vec::<Id>::schema()),
            ("at_least", "The least sum: a number, or option.attribute.", false, Limit::schema()),
            ("at_most", "The largest sum: a number, or option.attribute.", false, Limit::schema()),
        ];
        let mut schema = read::schema::record("A rule: exactly one of its kinds.", fields);
        let one = |kind: &&str| Value::object([("required", Value::from(vec![*kind]))]);
        if let Value::Object(entries) = &mut schema {
            entries.push(("oneOf".into(), Value::Array(KINDS.iter().map(one).collect())));
        }
        schema
    }
}

/// The options that rules are about, by name.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    options: &'a [ProductOption],
    /// Positions of options, by their ids in order: large products have thousands of names to look up.
    sorted: &'a [u32],
    lost: Lost<'a>,
}

impl<'a> Names<'a> {
    /// `sorted` comes from [`Names::sorted`].
    pub(crate) fn new(options: &'a [ProductOption], sorted: &'a [u32], lost: Lost<'a>) -> Names<'a> {
        Names { options, sorted, lost }
    }

    /// Positions of options, by their ids in order.
    pub(crate) fn sorted(options: &[ProductOption]) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..options.len() as u32).collect();
        sorted.sort_unstable_by_key(|at| options[*at as usize].id.as_str());
        sorted
    }

    /// All options.
    pub(crate) fn all(self) -> &'a [ProductOption] {
        self.options
    }

    /// The position of the option called `name`, or an error here.
    pub(crate) fn option(self, name: &str, diagnostics: &mut Diagnostics) -> Option<usize> {
        let id = |at: &u32| self.options[*at as usize].id.as_str();
        if let Ok(at) = self.sorted.binary_search_by(|at| id(at).cmp(name)) {
            return Some(self.sorted[at] as usize);
        }
        let names = self.options.iter().map(|o| o.id.as_str());
        position("option", name, names, self.lost.has("options", name), diagnostics)
    }

    /// The options in the list `value`.
    pub(crate) fn options(self, value: &Value, diagnostics: &mut Diagnostics) -> Option<Vec<usize>> {
        let items = read::list(value, diagnostics)?;
        if items.is_empty() {
            diagnostics.error("expected at least one option");
        }
        let mut found = Vec::new();
        for (index, item) in items.iter().enumerate() {
            diagnostics.at_index(index, |d| {
                let option = read::text(item, d).and_then(|name| self.option(name, d));
                match option {
                    Some(option) if found.contains(&option) => d.error("this option is here a second time"),
                    Some(option) => found.push(option),
                    None => {}
                }
            });
        }
        Some(found)
    }

    /// The position of the choice called `id` in an option, or an error here.
    fn choice(self, option: usize, id: &str, diagnostics: &mut Diagnostics) -> Option<usize> {
        let option = &self.options[option];
        let names = option.kind.choices()?.iter().map(|c| c.id.as_str());
        position("choice", id, names, self.lost.has_choice(&option.id, id), diagnostics)
    }
}

/// Rules, and the options that they show, as [`Product::shows`].
type Checked = (Vec<Rule>, Vec<(usize, Vec<usize>)>);

/// Looks the names in rules up.
pub(super) fn read(files: &[RuleFile], names: Names, diagnostics: &mut Diagnostics) -> Checked {
    let options = names.options;
    let mut rules = Vec::new();
    for (index, file) in files.iter().enumerate() {
        rules.extend(diagnostics.at_index(index, |d| rule(&file.0, names, d)));
    }
    for (index, rule) in rules.iter().enumerate() {
        let Rule { id: Some(id), .. } = rule else { continue };
        if rules[..index].iter().any(|other: &Rule| other.id.as_ref() == Some(id)) {
            let sentence = say!("there are two rules called \"{id}\"");
            diagnostics.at_index(index, |d| d.within("id", |d| d.error(sentence)));
        }
    }
    for (index, rule) in rules.iter().enumerate() {
        if !matches!(rule.kind, RuleKind::Default(_)) {
            diagnostics.at_index(index, |d| check_numbers(rule, options, d));
        }
    }
    let shows = show::order(&rules, options, diagnostics);
    (rules, shows)
}

/// So many values an option may have that a rule looks at, and so many pairs of values two options that must differ.
pub(crate) const MOST_VALUES: u32 = 10_000;
const MOST_PAIRS: usize = 1_000_000;

/// Rules look at each value of an option: there must not be too many.
fn check_numbers(rule: &Rule, options: &[ProductOption], diagnostics: &mut Diagnostics) {
    let values = |option: usize| options[option].kind.numbers().map(|(steps, _)| steps.last + 1);
    for option in rule.options() {
        if let Some(count) = values(option).filter(|count| *count > MOST_VALUES) {
            let id = options[option].id.as_str();
            let sentence =
                ["a rule can look at 10000 values at most, and option \"", id, "\" has ", &count.digits()];
            diagnostics.error(sentence.concat());
        }
    }
    // Two numbers in order are told by their difference, all else pair by pair.
    if let RuleKind::Compare(Compare { left, order, right: Right::Side(right) }) = &rule.kind {
        let (a, b) = (values(left.option), values(right.option));
        let count = |option: usize, numbers: Option<u32>| {
            numbers
                .map_or_else(|| options[option].kind.choices().map_or(2, <[_]>::len), |count| count as usize)
        };
        let is_pairwise = *order == Order::Unequal || a.is_none() || b.is_none();
        if is_pairwise && count(left.option, a).saturating_mul(count(right.option, b)) > MOST_PAIRS {
            diagnostics
                .error("these two options have too many values to be compared, more than 1000000 pairs");
        }
    }
}

fn rule(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Rule> {
    let mut kinds = KINDS.iter().filter(|kind| value.get(kind).is_some());
    let (Some(kind), None) = (kinds.next(), kinds.next()) else {
        diagnostics.error(["a rule needs exactly one of ", &KINDS.join(", ")].concat());
        return None;
    };
    let id = optional(value, "id", diagnostics);
    let because = optional(value, "because", diagnostics);
    let when = match value.get("when") {
        Some(when) => diagnostics.within("when", |d| Condition::read(when, names, true, d)),
        None => Some(Condition::default()),
    };
    let of_sum = ["of", "at_least", "at_most"].into_iter().find(|name| value.get(name).is_some());
    if let Some(name) = of_sum.filter(|_| *kind != "sum") {
        diagnostics.within(name, |d| d.error("this belongs to a rule with \"sum\""));
    }
    if value.get("when").is_some() && matches!(*kind, "table" | "compare" | "sum") {
        diagnostics
            .within("when", |d| d.error("tables, comparisons and sums always hold; take \"when\" out"));
    }
    let field = value.get(kind)?;
    diagnostics.enter(kind);
    let condition = |d: &mut Diagnostics| Condition::read(field, names, false, d);
    let kind = match *kind {
        "require" => {
            condition(diagnostics).zip(when).map(|(then, when)| RuleKind::Require(Logic { when, then }))
        }
        "require_any" => {
            condition(diagnostics).zip(when).map(|(then, when)| RuleKind::RequireAny(Logic { when, then }))
        }
        "exclude" => {
            condition(diagnostics).zip(when).map(|(then, when)| RuleKind::Exclude(Logic { when, then }))
        }
        "show" => names.options(field, diagnostics).zip(when).map(|(list, when)| RuleKind::Show(when, list)),
        "default" => {
            let picks = default::read(field, names, diagnostics);
            picks.zip(when).map(|(picks, when)| RuleKind::Default(Default { when, picks }))
        }
        "table" => Table::read(field, names, diagnostics).map(RuleKind::Table),
        "compare" => Compare::read(field, names, diagnostics).map(RuleKind::Compare),
        _ => None,
    };
    diagnostics.leave();
    let kind = match kind {
        None if value.get("sum").is_some() => Sum::read(value, names, diagnostics).map(RuleKind::Sum),
        kind => kind,
    };
    Some(Rule { id, because, kind: kind? })
}

impl Rule {
    /// Whether `selection` fulfils it. What is shown, and what is picked at first, is brought about and not checked.
    pub fn holds(&self, product: &Product, selection: &Selection) -> bool {
        match &self.kind {
            RuleKind::Require(rule) => {
                !rule.when.holds(selection) || rule.then.0.iter().all(|entry| entry.holds(selection))
            }
            RuleKind::RequireAny(rule) => {
                !rule.when.holds(selection) || rule.then.0.iter().any(|entry| entry.holds(selection))
            }
            RuleKind::Exclude(rule) => {
                !rule.when.holds(selection) || !rule.then.0.iter().any(|entry| entry.holds(selection))
            }
            RuleKind::Table(table) => table.holds(selection),
            RuleKind::Compare(compare) => compare.holds(product, selection),
            RuleKind::Sum(sum) => sum.holds(product, selection),
            RuleKind::Show(..) | RuleKind::Default(_) => true,
        }
    }

    /// The options whose pick it looks at or speaks of, each once.
    pub fn options(&self) -> Vec<usize> {
        let of = |condition: &Condition| condition.0.iter().map(|entry| entry.option).collect::<Vec<_>>();
        let mut list = match &self.kind {
            RuleKind::Require(rule) | RuleKind::RequireAny(rule) | RuleKind::Exclude(rule) => {
                [of(&rule.when), of(&rule.then)].concat()
            }
            RuleKind::Show(when, options) => [of(when), options.clone()].concat(),
            RuleKind::Default(rule) => {
                rule.picks.iter().map(|(option, _)| *option).chain(of(&rule.when)).collect()
            }
            RuleKind::Table(table) => table.options.clone(),
            RuleKind::Compare(compare) => {
                std::iter::once(compare.left.option).chain(compare.right.option()).collect()
            }
            RuleKind::Sum(sum) => {
                let limits = [&sum.at_least, &sum.at_most];
                let limits = limits.into_iter().flatten().filter_map(Limit::option);
                sum.of.iter().copied().chain(limits).collect()
            }
        };
        list.sort_unstable();
        list.dedup();
        list
    }
}

impl Product {
    /// What `selection` breaks.
    #[inline(never)]
    pub fn broken(&self, selection: &Selection) -> Vec<Source> {
        let rules = self.rules.iter().enumerate();
        let rules = rules.filter(|(_, rule)| !rule.holds(self, selection)).map(|(at, _)| Source::Rule(at));
        let mut list = self.broken_limits(selection);
        list.extend(rules);
        list
    }

    /// What `selection` breaks of the limits of options.
    pub(crate) fn broken_limits(&self, selection: &Selection) -> Vec<Source> {
        let mut list = Vec::new();
        for (index, option) in self.options.iter().enumerate() {
            if let (Kind::Multi(multi), Some(Pick::Multi(picked))) = (&option.kind, selection.pick(index))
                && !(multi.min..=multi.max).contains(&picked.len())
            {
                list.push(Source::Limits(index));
            }
        }
        list
    }

    /// What a message calls `source`: its id or number, and the merchant's own sentence.
    pub(super) fn source_name(&self, source: Source) -> String {
        match source {
            Source::Rule(index) => {
                let Some(rule) = self.rules.get(index) else { return String::new() };
                if let (true, Some(because)) = (index >= self.own_rules, &rule.because) {
                    return ["that something is not to be had: ", because.get("en", "")].concat();
                }
                let mut name = match &rule.id {
                    Some(id) => ["rule \"", id.as_str(), "\""].concat(),
                    None => ["rule ", &(index + 1).digits()].concat(),
                };
                if let Some(because) = &rule.because {
                    name.push_str(": ");
                    name.push_str(because.get("en", ""));
                }
                name
            }
            Source::Shown(option) | Source::Limits(option) => {
                let id = self.options.get(option).map_or("", |option| option.id.as_str());
                ["the number of choices of option \"", id, "\""].concat()
            }
        }
    }
}

/// A sentence about an attribute that nothing has.
fn no_attribute(option: &ProductOption, name: &str, diagnostics: &mut Diagnostics) {
    let mut names: Vec<&str> = Vec::new();
    let each = option.kind.choices().unwrap_or_default().iter().map(|choice| &choice.attributes);
    let own = match &option.kind {
        Kind::Toggle(toggle) => Some(&toggle.attributes),
        _ => None,
    };
    for (name, _) in each.chain(own).flat_map(|map| &map.0) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    diagnostics.error(unknown("attribute", name, names));
}
