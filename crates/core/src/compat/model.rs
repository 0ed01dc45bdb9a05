//! From a product to variables and constraints.
//!
//! An option is a variable, and being hidden is one more value of it. Each choice of several-of-a-list is a variable of its own: not picked,
//! picked, or hidden with the option. Quantities and measures become variables only where a rule is about them, texts only where a rule hides them.
//! *Helpers* stand for something that the other variables settle, so they change no count.

use super::clause::Builder;
use crate::product::rule::{Compare, Limit, Logic, Right, RuleKind, Side, Source, Sum, Table, Wanted};
use crate::product::{Kind, Product, Rule};
use crate::rules::{Constraint, Model};
use crate::selection::{Pick, Selection};

/// What one variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The option.
    pub option: usize,
    /// Of several-of-a-list, the choice.
    pub choice: Option<usize>,
    /// How many values it has, being hidden not counted.
    pub size: u32,
    /// Whether being hidden is one more.
    pub hides: bool,
}

/// Which variable stands for what. Helpers come after all of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The variables of options, in file order.
    pub variables: Vec<Variable>,
    /// By option: its first variable.
    pub first: Vec<Option<usize>>,
    /// By constraint: what it comes from; `None` for what defines a helper.
    pub sources: Vec<Option<Source>>,
}

impl Mapping {
    /// The value of a variable in `selection`.
    pub fn value(&self, variable: usize, selection: &Selection) -> u32 {
        selection.pick(self.variables[variable].option).map_or(0, |pick| self.pick_value(variable, pick))
    }

    /// The value of a variable with this pick of its option.
    pub fn pick_value(&self, variable: usize, pick: &Pick) -> u32 {
        let Variable { choice, size, .. } = self.variables[variable];
        pick_value(pick, choice, size)
    }

    /// The variable and value that a pick is; of several-of-a-list one for each choice.
    pub fn values(&self, product: &Product, option: usize, pick: &Pick) -> Vec<(usize, u32)> {
        let Some(first) = self.first[option] else { return Vec::new() };
        let count = match &product.options[option].kind {
            Kind::Multi(multi) => multi.choices.len(),
            _ => 1,
        };
        let own = first..first + count;
        own.map(|at| (at, self.pick_value(at, pick))).collect()
    }
}

fn pick_value(pick: &Pick, choice: Option<usize>, size: u32) -> u32 {
    match (pick, choice) {
        (Pick::Multi(list), Some(choice)) => u32::from(list.contains(&choice)),
        (Pick::Hidden, _) => size,
        (Pick::Choice(choice), _) => *choice as u32,
        (Pick::Toggle(on), _) => u32::from(*on),
        (Pick::Number(step), _) => *step,
        (Pick::Text(_) | Pick::Image(_) | Pick::Color(_) | Pick::Multi(_), _) => 0,
    }
}

/// The model of `product`.
pub fn build(product: &Product) -> (Model, Mapping) {
    let mut map = Mapping { variables: Vec::new(), first: Vec::new(), sources: Vec::new() };
    let hides = |option: usize| product.shows.iter().any(|(shown, _)| *shown == option);
    let mut is_named = vec![false; product.options.len()];
    let limiting = product.rules.iter().filter(|rule| !matches!(rule.kind, RuleKind::Default(_)));
    limiting.flat_map(Rule::options).for_each(|option| is_named[option] = true);
    for (option, kind) in product.options.iter().enumerate() {
        let start = map.variables.len();
        let hides = hides(option);
        let mut add = |choice, size, hides| map.variables.push(Variable { option, choice, size, hides });
        match &kind.kind {
            Kind::Choice(choice) => add(None, choice.choices.len() as u32, hides),
            Kind::Toggle(_) => add(None, 2, hides),
            Kind::Multi(multi) => (0..multi.choices.len()).for_each(|choice| add(Some(choice), 2, hides)),
            Kind::Text(_) | Kind::Image(_) | Kind::Color(_) if hides => add(None, 1, true),
            Kind::Text(_) | Kind::Image(_) | Kind::Color(_) => {}
            Kind::Quantity(_) | Kind::Measure(_) => {
                if let Some((steps, _)) = kind.kind.numbers().filter(|_| is_named[option]) {
                    add(None, steps.last + 1, hides);
                }
            }
        }
        map.first.push((map.variables.len() > start).then_some(start));
    }
    let domains = map.variables.iter().map(|variable| variable.size + u32::from(variable.hides)).collect();
    let mut builder = Builder::new(product, &map, domains);
    for (index, option) in product.options.iter().enumerate() {
        if let Kind::Multi(multi) = &option.kind {
            limits(&mut builder, index, multi.min, multi.max, multi.choices.len());
        }
    }
    for (option, rules) in &product.shows {
        show(&mut builder, *option, rules);
    }
    for (index, rule) in product.rules.iter().enumerate() {
        let source = Source::Rule(index);
        match &rule.kind {
            RuleKind::Require(logic) => require(&mut builder, source, logic),
            RuleKind::RequireAny(logic) => require_any(&mut builder, source, logic),
            RuleKind::Exclude(logic) => exclude(&mut builder, source, logic),
            RuleKind::Table(rule) => table(&mut builder, source, rule),
            RuleKind::Compare(rule) => compare(&mut builder, source, rule),
            RuleKind::Sum(rule) => sum(&mut builder, source, rule),
            RuleKind::Show(..) | RuleKind::Default(_) => {}
        }
    }
    let (model, sources) = builder.finish();
    map.sources = sources;
    (model, map)
}

/// How few and how many choices are picked. Hidden choices count as enough.
fn limits(builder: &mut Builder, option: usize, min: usize, max: usize, count: usize) {
    if min == 0 && max == count {
        return;
    }
    let Some(first) = builder.map.first[option] else { return };
    let (least, most) = (min as i64, max as i64);
    let term = |variable: usize| {
        let mut weights = vec![0, 1];
        if builder.map.variables[variable].hides {
            weights.push(if variable == first { least } else { 0 });
        }
        (variable, weights)
    };
    let terms = (first..first + count).map(term).collect();
    builder.push(Some(Source::Limits(option)), Constraint::Sum { terms, least, most });
}

/// The option is hidden just while a condition of its rules does not hold.
fn show(builder: &mut Builder, option: usize, rules: &[usize]) {
    let source = Some(Source::Shown(option));
    let own: Vec<usize> =
        (0..builder.map.variables.len()).filter(|at| builder.map.variables[*at].option == option).collect();
    let product = builder.product;
    let conditions = rules.iter().filter_map(|rule| match &product.rules[*rule].kind {
        RuleKind::Show(when, _) => Some(when),
        _ => None,
    });
    let mut otherwise = Vec::new();
    for condition in conditions {
        for entry in &condition.0 {
            let holds = builder.positive(entry);
            for variable in &own {
                let hidden = (*variable, vec![builder.map.variables[*variable].size]);
                builder.clause(source, &[&holds[..], &[hidden]].concat());
            }
        }
        otherwise.extend(builder.unless(condition));
    }
    for variable in own {
        let seen = (variable, (0..builder.map.variables[variable].size).collect());
        builder.clause(source, &[&otherwise[..], &[seen]].concat());
    }
}

fn require(builder: &mut Builder, source: Source, logic: &Logic) {
    let unless = builder.unless(&logic.when);
    for entry in &logic.then.0 {
        let then = builder.positive(entry);
        builder.clause(Some(source), &[&unless[..], &then].concat());
    }
}

fn require_any(builder: &mut Builder, source: Source, logic: &Logic) {
    let mut literals = builder.unless(&logic.when);
    for entry in &logic.then.0 {
        literals.extend(builder.positive(entry));
    }
    builder.clause(Some(source), &literals);
}

fn exclude(builder: &mut Builder, source: Source, logic: &Logic) {
    let unless = builder.unless(&logic.when);
    for entry in &logic.then.0 {
        for literal in builder.positive(entry) {
            let not = builder.not(&literal);
            builder.clause(Some(source), &[&unless[..], &[not]].concat());
        }
    }
}

fn table(builder: &mut Builder, source: Source, table: &Table) {
    let mut variables = Vec::new();
    // Of several-of-a-list, each cell that there is becomes a column: whether any of it is picked.
    let mut columns: Vec<(usize, Option<&Wanted>)> = Vec::new();
    for (at, option) in table.options.iter().enumerate() {
        let Some(first) = builder.map.first[*option] else { continue };
        if !matches!(builder.product.options[*option].kind, Kind::Multi(_)) {
            variables.push(first);
            columns.push((at, None));
            continue;
        }
        for cell in table.rows.iter().filter_map(|row| row[at].as_ref()) {
            if !columns.contains(&(at, Some(cell))) {
                let Wanted::Choices(choices) = cell else { continue };
                variables.push(builder.any_of(*option, choices));
                columns.push((at, Some(cell)));
            }
        }
    }
    let cell = |row: &Vec<Option<Wanted>>, (at, only): &(usize, Option<&Wanted>)| match (&row[*at], only) {
        (None, _) => None,
        (Some(wanted), None) => Some(builder.wanted(table.options[*at], wanted)),
        (Some(wanted), Some(only)) => (wanted == *only).then(|| vec![1]),
    };
    let rows =
        table.rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
    if variables.is_empty() {
        return;
    }
    builder.push(Some(source), Constraint::Table { variables, rows });
}

fn compare(builder: &mut Builder, source: Source, rule: &Compare) {
    let left = builder.atoms(&rule.left);
    let side = match &rule.right {
        Right::Side(side) => side,
        Right::Value(value) => {
            for (variable, of, attribute) in left {
                if !rule.order.holds(&attribute, value) {
                    let not = builder.not(&(variable, vec![of]));
                    builder.clause(Some(source), &[not]);
                }
            }
            return;
        }
    };
    if let Some(sums) = builder.ordered(rule, side) {
        sums.into_iter().for_each(|sum| builder.push(Some(source), sum));
        return;
    }
    let right = builder.atoms(side);
    // Values on the left that go with the same on the right share their clauses.
    let mut groups: Vec<(usize, Vec<u32>, Vec<usize>)> = Vec::new();
    for (variable, value, attribute) in &left {
        let barred = right.iter().enumerate().filter(|(_, (.., other))| !rule.order.holds(attribute, other));
        let barred: Vec<usize> = barred.map(|(at, _)| at).collect();
        match groups.iter_mut().find(|(v, _, other)| v == variable && *other == barred) {
            Some((_, values, _)) => values.push(*value),
            None => groups.push((*variable, vec![*value], barred)),
        }
    }
    for (variable, values, barred) in groups {
        let unless = builder.not(&(variable, values));
        let mut at = 0;
        while at < barred.len() {
            let other = right[barred[at]].0;
            let same = barred[at..].iter().take_while(|atom| right[**atom].0 == other).count();
            let values = barred[at..at + same].iter().map(|atom| right[*atom].1).collect();
            let not = builder.not(&(other, values));
            builder.clause(Some(source), &[unless.clone(), not]);
            at += same;
        }
    }
}

fn sum(builder: &mut Builder, source: Source, rule: &Sum) {
    let mut terms: Vec<(usize, Vec<i64>)> = Vec::new();
    for option in &rule.of {
        builder.add_weights(&mut terms, &rule.side(*option), 1, 0);
    }
    let far: i64 = terms.iter().map(|(_, weights)| weights.iter().map(|w| w.abs()).max().unwrap_or(0)).sum();
    for (limit, is_most) in [(&rule.at_most, true), (&rule.at_least, false)] {
        let mut terms = terms.clone();
        let limit = match limit {
            None => continue,
            Some(Limit::Number(limit)) => *limit,
            Some(Limit::Of(side)) => {
                // Where it says nothing, it is far enough away to limit nothing.
                builder.add_weights(&mut terms, side, -1, if is_most { -far } else { far });
                0
            }
        };
        builder.sum(source, terms, if is_most { (i64::MIN, limit) } else { (limit, i64::MAX) });
    }
}

/// Used by [`Builder::atoms`] and [`Builder::add_weights`]: the values of a side, with what each says.
pub(super) fn values_of(product: &Product, map: &Mapping, side: &Side) -> Vec<(usize, u32)> {
    let Some(first) = map.first[side.option] else { return Vec::new() };
    match &product.options[side.option].kind {
        Kind::Multi(multi) => (0..multi.choices.len()).map(|choice| (first + choice, 1)).collect(),
        _ => (0..map.variables[first].size).map(|value| (first, value)).collect(),
    }
}
