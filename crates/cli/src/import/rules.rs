//! Clauses as the rules of a product file.

use super::cnf::Clause;
use super::mapped::{Kind, Mapped};
use haberdash_core::Value;
use haberdash_core::rules::Constraint;

/// The rules, in order.
#[derive(Debug, Default)]
pub struct Rules {
    /// As the product file says them.
    pub list: Vec<Value>,
    /// Whether something was said that nothing fulfils.
    impossible: bool,
    /// How many attributes were named for them.
    attributes: usize,
}

/// Options and what they must be, one entry each.
type Entries = Vec<(usize, Value)>;

impl Rules {
    /// While any member of the multi at `variable` is picked, so is what is above it.
    pub fn belongs(mapped: &mut Mapped, variable: usize, above: (usize, u32)) {
        let option = mapped.variables[variable].0;
        let all = (0..mapped.options[option].entries.len()).collect::<Vec<_>>();
        let any = vec![(option, mapped.ids(option, &all))];
        let (parent, entry) = mapped.entry(above.0, above.1);
        let on = vec![(parent, mapped.ids(parent, &[entry]))];
        let rule = [("when", mapped.object(&any)), ("require", mapped.object(&on))];
        mapped.rules.list.push(Value::object(rule));
    }

    /// While what is above it is picked, at least so many members of the multi at `variable` are: one for each member, less `least` for the
    /// parent, is not below nothing.
    pub fn at_least(mapped: &mut Mapped, variable: usize, above: (usize, u32), least: i64) {
        let option = mapped.variables[variable].0;
        let name = mapped.rules.attribute();
        for entry in &mut mapped.options[option].entries {
            entry.attributes.push((name.clone(), 1));
        }
        let (parent, entry) = mapped.entry(above.0, above.1);
        mapped.options[parent].entries[entry].attributes.push((name.clone(), -least));
        let of = vec![mapped.id(option), mapped.id(parent)];
        let rule = [("sum", name.into()), ("of", Value::Array(of)), ("at_least", Value::from(0_i64))];
        mapped.rules.list.push(Value::object(rule));
    }

    /// A clause, with the file's reason for it.
    pub fn clause(mapped: &mut Mapped, clause: &Clause, because: Option<&str>) {
        let begin = mapped.rules.list.len();
        if clause.is_empty() {
            mapped.rules.impossible = true;
            return;
        }
        match conditions(mapped, clause) {
            Some((when, any)) => {
                let rule = implication(mapped, when, any);
                mapped.rules.list.push(rule);
            }
            None => sum(mapped, clause),
        }
        let text = because.map(str::trim).filter(|text| !text.is_empty());
        for rule in &mut mapped.rules.list[begin..] {
            if let (Value::Object(fields), Some(text)) = (rule, text) {
                fields.push(("because".into(), text.into()));
            }
        }
    }

    fn attribute(&mut self) -> String {
        self.attributes += 1;
        format!("rule-{}", self.attributes)
    }
}

impl Mapped {
    fn id(&self, option: usize) -> Value {
        Value::from(self.options[option].id.as_str())
    }

    /// What a rule says for these entries of an option: `true`, an id or a list of ids.
    fn ids(&self, option: usize, entries: &[usize]) -> Value {
        let option = &self.options[option];
        let id = |entry: &usize| Value::from(option.entries[*entry].id.as_str());
        match entries {
            _ if option.kind == Kind::Toggle => Value::from(true),
            [one] => id(one),
            several => Value::Array(several.iter().map(id).collect()),
        }
    }

    fn object(&self, entries: &Entries) -> Value {
        Value::object(entries.iter().map(|(option, value)| (self.options[*option].id.clone(), value.clone())))
    }
}

/// Of a literal of a choice: whether it is said as what must not be, and the values that are named.
fn named(mapped: &Mapped, variable: usize, values: &[u32]) -> (bool, Vec<usize>) {
    let option = &mapped.options[mapped.variables[variable].0];
    let kept = |wanted: bool| {
        let all = 0..mapped.model.domains[variable];
        all.filter(|v| values.contains(v) == wanted).map(|v| v as usize).collect::<Vec<_>>()
    };
    let (ours, others) = (kept(true), kept(false));
    // The shorter list; of two as long the one without "none".
    let without_none = option.kind == Kind::Choice { none: true } && ours.contains(&0);
    let negative = (others.len(), !without_none) < (ours.len(), without_none);
    (negative, if negative { others } else { ours })
}

/// A clause as "while all of these hold, one of those does". `None` where a multi would have to be named twice.
fn conditions(mapped: &Mapped, clause: &Clause) -> Option<(Entries, Entries)> {
    let (mut when, mut any) = (Entries::new(), Entries::new());
    let mut at = 0;
    while let Some((variable, values)) = clause.get(at) {
        let option = mapped.variables[*variable].0;
        match mapped.options[option].kind {
            Kind::Toggle => {
                let side = if values.as_slice() == [1] { &mut any } else { &mut when };
                side.push((option, Value::from(true)));
                at += 1;
            }
            Kind::Choice { .. } => {
                let (negative, entries) = named(mapped, *variable, values);
                let side = if negative { &mut when } else { &mut any };
                side.push((option, mapped.ids(option, &entries)));
                at += 1;
            }
            Kind::Multi { .. } => {
                let end =
                    clause[at..].iter().take_while(|(v, _)| mapped.variables[*v].0 == option).count() + at;
                let side = |on: u32| {
                    let some = clause[at..end].iter().filter(|(_, values)| values.as_slice() == [on]);
                    some.map(|(v, _)| mapped.variables[*v].1).collect::<Vec<_>>()
                };
                let (off, on) = (side(0), side(1));
                if off.len() > 1 {
                    return None;
                }
                for (entries, side) in [(off, &mut when), (on, &mut any)] {
                    if !entries.is_empty() {
                        side.push((option, mapped.ids(option, &entries)));
                    }
                }
                at = end;
            }
        }
    }
    Some((when, any))
}

fn implication(mapped: &Mapped, mut when: Entries, any: Entries) -> Value {
    let mut fields = Vec::new();
    let (word, then) = match any.len() {
        0 => ("exclude", when.pop().into_iter().collect()),
        1 => ("require", any),
        _ => ("require_any", any),
    };
    if !when.is_empty() {
        fields.push(("when", mapped.object(&when)));
    }
    fields.push((word, mapped.object(&then)));
    Value::object(fields)
}

/// A clause as a limit: one for each thing that must not be, less one for each that may, is less than the former together.
fn sum(mapped: &mut Mapped, clause: &Clause) {
    let name = mapped.rules.attribute();
    let (mut of, mut negatives) = (Vec::<usize>::new(), 0_i64);
    for (variable, values) in clause {
        let option = mapped.variables[*variable].0;
        let (negative, entries) = match mapped.options[option].kind {
            Kind::Choice { .. } => named(mapped, *variable, values),
            _ => (values.as_slice() == [0], vec![mapped.variables[*variable].1]),
        };
        for entry in entries {
            let weight = if negative { 1 } else { -1 };
            mapped.options[option].entries[entry].attributes.push((name.clone(), weight));
        }
        negatives += i64::from(negative);
        if of.last() != Some(&option) {
            of.push(option);
        }
    }
    let of = of.into_iter().map(|option| mapped.id(option)).collect();
    let rule = [("sum", name.into()), ("of", Value::Array(of)), ("at_most", Value::from(negatives - 1))];
    mapped.rules.list.push(Value::object(rule));
}

/// What cannot be, when that was said: an option must have one of its values and must have none.
pub fn finish(mapped: &mut Mapped) {
    if !mapped.rules.impossible || mapped.options.is_empty() {
        return;
    }
    let all = (0..mapped.options[0].entries.len()).collect::<Vec<_>>();
    let any = vec![(0, mapped.ids(0, &all))];
    for word in ["require", "exclude"] {
        let rule = Value::object([(word, mapped.object(&any))]);
        mapped.rules.list.push(rule);
    }
    let nothing = vec![0; mapped.model.domains[0] as usize];
    mapped.model.constraints.push(Constraint::Sum { terms: vec![(0, nothing)], least: 1, most: 1 });
}
