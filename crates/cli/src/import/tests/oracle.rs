//! What the rules of a product file mean, read from the file: once as a predicate over whole selections, once for the solver.

use haberdash_core::Value;
use haberdash_core::rules::{Constraint, EDGES, Model, Solver};

/// An option: its kind, id and choices.
struct Picks {
    kind: String,
    id: String,
    choices: Vec<String>,
    attributes: Vec<Value>,
    range: (i64, i64),
    first: usize,
}

pub struct Oracle {
    options: Vec<Picks>,
    rules: Vec<Value>,
    pub domains: Vec<u32>,
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().map(|item| item.as_str().unwrap().to_owned()).collect(),
        one => vec![one.as_str().unwrap().to_owned()],
    }
}

impl Oracle {
    pub fn new(product: &Value) -> Oracle {
        let mut domains = Vec::new();
        let mut options = Vec::new();
        for option in product.get("options").unwrap().as_array().unwrap() {
            let text = |name: &str| option.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let kind = text("kind");
            let choices = option.get("choices").and_then(Value::as_array).unwrap_or_default();
            let first = domains.len();
            match kind.as_str() {
                "toggle" => domains.push(2),
                "choice" => domains.push(choices.len() as u32),
                "multi" => domains.extend(choices.iter().map(|_| 2)),
                other => panic!("{other}"),
            }
            let number = |name: &str, default: i64| option.get(name).map_or(default, |v| v.as_i64().unwrap());
            let attributes = |thing: &Value| thing.get("attributes").cloned().unwrap_or_default();
            options.push(Picks {
                id: text("id"),
                choices: choices.iter().map(|c| c.get("id").unwrap().as_str().unwrap().to_owned()).collect(),
                attributes: if kind == "toggle" {
                    vec![attributes(option)]
                } else {
                    choices.iter().map(attributes).collect()
                },
                range: (number("min", 0), number("max", choices.len() as i64)),
                kind,
                first,
            });
        }
        let rules = product.get("rules").and_then(Value::as_array).unwrap_or_default().to_vec();
        Oracle { options, rules, domains }
    }

    fn option(&self, id: &str) -> &Picks {
        self.options.iter().find(|option| option.id == id).unwrap_or_else(|| panic!("no option {id}"))
    }

    /// The values of variables of which one must be had for an entry of a condition to hold.
    fn literals(&self, id: &str, wanted: &Value) -> Vec<(usize, Vec<u32>)> {
        let option = self.option(id);
        if let Value::Bool(on) = wanted {
            assert_eq!(option.kind, "toggle");
            return vec![(option.first, vec![u32::from(*on)])];
        }
        let place = |id: &String| {
            option.choices.iter().position(|c| c == id).unwrap_or_else(|| panic!("no choice {id}"))
        };
        let places = strings(wanted).iter().map(place).collect::<Vec<_>>();
        match option.kind.as_str() {
            "choice" => {
                let mut values: Vec<u32> = places.iter().map(|p| *p as u32).collect();
                values.sort_unstable();
                vec![(option.first, values)]
            }
            _ => places.iter().map(|p| (option.first + p, vec![1])).collect(),
        }
    }

    fn entries<'v>(rule: &'v Value, name: &str) -> &'v [(haberdash_core::Name, Value)] {
        rule.get(name).and_then(Value::as_object).unwrap_or_default()
    }

    /// Whether a whole assignment is a valid selection.
    pub fn holds(&self, values: &[u32]) -> bool {
        let entry = |(id, wanted): &(haberdash_core::Name, Value)| {
            self.literals(id, wanted).iter().any(|(variable, set)| set.contains(&values[*variable]))
        };
        let in_range = self.options.iter().filter(|option| option.kind == "multi").all(|option| {
            let count: u32 = values[option.first..option.first + option.choices.len()].iter().sum();
            (option.range.0..=option.range.1).contains(&i64::from(count))
        });
        in_range
            && self.rules.iter().all(|rule| {
                if let Some(one) = self.sum_or_table(rule) {
                    return one.holds(values);
                }
                let applies = Self::entries(rule, "when").iter().all(entry);
                let (require, any, exclude) = (
                    Self::entries(rule, "require"),
                    Self::entries(rule, "require_any"),
                    Self::entries(rule, "exclude"),
                );
                assert!(!require.is_empty() || !any.is_empty() || !exclude.is_empty(), "{rule}");
                !applies
                    || (require.iter().all(entry)
                        && (any.is_empty() || any.iter().any(entry))
                        && !exclude.iter().any(entry))
            })
    }

    fn sum_or_table(&self, rule: &Value) -> Option<Constraint> {
        if rule.get("sum").is_some() {
            return Some(self.sum(rule));
        }
        let table = rule.get("table")?;
        let ids = strings(table.get("options").unwrap());
        let rows = table.get("rows").unwrap().as_array().unwrap().iter().map(|row| {
            let cells = ids.iter().zip(row.as_array().unwrap());
            cells.map(|(id, cell)| self.literals(id, cell).pop().map(|literal| literal.1)).collect()
        });
        let variables = ids.iter().map(|id| self.option(id).first).collect();
        Some(Constraint::Table { variables, rows: rows.collect() })
    }

    fn sum(&self, rule: &Value) -> Constraint {
        let name = rule.get("sum").unwrap().as_str().unwrap();
        let mut terms = Vec::new();
        for id in strings(rule.get("of").unwrap()) {
            let option = self.option(&id);
            let weights: Vec<i64> =
                option.attributes.iter().map(|a| a.get(name).map_or(0, |v| v.as_i64().unwrap())).collect();
            match option.kind.as_str() {
                "choice" => terms.push((option.first, weights)),
                _ => terms.extend(weights.iter().enumerate().map(|(p, w)| (option.first + p, vec![0, *w]))),
            }
        }
        let limit = |name: &str, default: i64| rule.get(name).map_or(default, |v| v.as_i64().unwrap());
        Constraint::Sum { terms, least: limit("at_least", -1_000_000), most: limit("at_most", 1_000_000) }
    }

    /// The same for the solver.
    pub fn model(&self) -> Model {
        let mut constraints = Vec::new();
        for option in self.options.iter().filter(|option| option.kind == "multi") {
            let terms = (0..option.choices.len()).map(|p| (option.first + p, vec![0, 1])).collect();
            constraints.push(Constraint::Sum { terms, least: option.range.0, most: option.range.1 });
        }
        for rule in &self.rules {
            if let Some(one) = self.sum_or_table(rule) {
                constraints.push(one);
                continue;
            }
            // What makes an entry of "when" not hold is all its literals turned round: one clause for each way to have it.
            let mut clauses = vec![Vec::new()];
            for (id, wanted) in Self::entries(rule, "when") {
                let off = self.literals(id, wanted).into_iter().map(|literal| self.opposite(literal));
                let off = off.collect::<Vec<_>>();
                clauses = clauses
                    .iter()
                    .flat_map(|c| off.iter().map(|l| [c.clone(), vec![l.clone()]].concat()))
                    .collect();
            }
            let mut then = Vec::new();
            then.extend(Self::entries(rule, "require").iter().map(|(id, wanted)| self.literals(id, wanted)));
            let any = Self::entries(rule, "require_any");
            if !any.is_empty() {
                then.push(any.iter().flat_map(|(id, wanted)| self.literals(id, wanted)).collect());
            }
            let off =
                Self::entries(rule, "exclude").iter().flat_map(|(id, wanted)| self.literals(id, wanted));
            then.extend(off.map(|literal| vec![self.opposite(literal)]));
            for clause in &clauses {
                for then in &then {
                    constraints.extend(self.clause([clause.clone(), then.clone()].concat()));
                }
            }
        }
        Model { domains: self.domains.clone(), constraints }
    }

    fn opposite(&self, (variable, values): (usize, Vec<u32>)) -> (usize, Vec<u32>) {
        (variable, (0..self.domains[variable]).filter(|v| !values.contains(v)).collect())
    }

    /// Each variable once; `None` when it always holds.
    fn clause(&self, literals: Vec<(usize, Vec<u32>)>) -> Option<Constraint> {
        let mut out = std::collections::BTreeMap::<usize, Vec<u32>>::new();
        for (variable, values) in literals {
            let set = out.entry(variable).or_default();
            set.extend(values);
            set.sort_unstable();
            set.dedup();
        }
        let always = out.iter().any(|(variable, set)| set.len() == self.domains[*variable] as usize);
        (!always).then(|| Constraint::Clause(out.into_iter().collect()))
    }

    /// How many valid selections there are, by trying all.
    pub fn tried(&self) -> u64 {
        let mut values = vec![0; self.domains.len()];
        let mut count = 0;
        loop {
            count += u64::from(self.holds(&values));
            let Some(at) = (0..values.len()).find(|at| values[*at] + 1 < self.domains[*at]) else {
                return count;
            };
            values[..at].fill(0);
            values[at] += 1;
        }
    }

    /// The same, counted by the solver.
    pub fn counted(&self) -> String {
        let solver = Solver::new(self.model(), EDGES);
        solver.count(&vec![None; self.domains.len()]).unwrap().to_string()
    }

    /// What the product with these values costs: base, choices and conditional prices.
    pub fn price(&self, product: &Value, values: &[u32]) -> i64 {
        let amount = |value: Option<&Value>| value.map_or(0, |v| v.as_i64().unwrap());
        let mut sum = amount(product.get("base_price"));
        for (option, file) in self.options.iter().zip(product.get("options").unwrap().as_array().unwrap()) {
            assert_eq!(option.kind, "choice");
            let choices = file.get("choices").unwrap().as_array().unwrap();
            sum += amount(choices[values[option.first] as usize].get("price"));
        }
        for rule in product.get("prices").and_then(Value::as_array).unwrap_or_default() {
            let mut when = Self::entries(rule, "when").iter();
            if when.all(|(id, wanted)| {
                self.literals(id, wanted).iter().any(|(v, set)| set.contains(&values[*v]))
            }) {
                sum += amount(rule.get("add"));
            }
        }
        sum
    }

    /// The selection that the defaults make.
    pub fn defaults(&self, product: &Value) -> Vec<u32> {
        let mut values = vec![0; self.domains.len()];
        for (option, file) in self.options.iter().zip(product.get("options").unwrap().as_array().unwrap()) {
            let Some(default) = file.get("default") else { continue };
            for (variable, set) in self.literals(&option.id, default) {
                values[variable] = set[0];
            }
        }
        values
    }
}
