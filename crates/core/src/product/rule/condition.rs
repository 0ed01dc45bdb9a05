//! What options must be: an object from option ids to values, all of which must hold.

use super::Names;
use crate::diagnostics::Diagnostics;
use crate::product::attributes::scaled;
use crate::product::{Kind, Steps};
use crate::read::wrong_kind;
use crate::selection::{Pick, Selection};
use crate::value::Value;

/// All entries must hold; without any it always holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition(pub Vec<Entry>);

/// What one option must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The option's position.
    pub option: usize,
    /// What it must be.
    pub wanted: Wanted,
}

/// What an option must be. A hidden one is none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these choices is picked; positions, ascending, each once.
    Choices(Vec<usize>),
    /// On or off.
    Toggle(bool),
    /// The number is in one of these ranges of steps, both ends included; ascending, apart.
    Steps(Vec<(u32, u32)>),
}

impl Entry {
    /// Whether `selection` has it.
    #[inline(never)]
    pub fn holds(&self, selection: &Selection) -> bool {
        selection.pick(self.option).is_some_and(|pick| self.wanted.fits(pick))
    }
}

impl Wanted {
    /// Whether `pick` is what is wanted.
    pub fn fits(&self, pick: &Pick) -> bool {
        match (self, pick) {
            (Wanted::Choices(wanted), Pick::Choice(picked)) => wanted.binary_search(picked).is_ok(),
            (Wanted::Choices(wanted), Pick::Multi(picked)) => {
                picked.iter().any(|choice| wanted.binary_search(choice).is_ok())
            }
            (Wanted::Toggle(wanted), Pick::Toggle(picked)) => wanted == picked,
            (Wanted::Steps(wanted), Pick::Number(picked)) => {
                wanted.iter().any(|(first, last)| (first..=last).contains(&picked))
            }
            _ => false,
        }
    }
}

impl Condition {
    /// Whether `selection` has all of it.
    pub fn holds(&self, selection: &Selection) -> bool {
        self.0.iter().all(|entry| entry.holds(selection))
    }

    /// Reads the object `value`, which may be without entries where `empty` says so.
    pub(crate) fn read(
        value: &Value,
        names: Names,
        empty: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<Condition> {
        let Some(fields) = value.as_object() else {
            wrong_kind("an object from option ids to what they must be", value, diagnostics);
            return None;
        };
        if fields.is_empty() && !empty {
            diagnostics.error("expected at least one option");
        }
        let mut entries: Vec<Entry> = Vec::new();
        for (name, value) in fields {
            diagnostics.within(name, |d| {
                let Some(option) = names.option(name, d) else { return };
                if let Some(wanted) = wanted(value, names, option, d) {
                    // Of equal names the last one counts.
                    entries.retain(|entry| entry.option != option);
                    entries.push(Entry { option, wanted });
                }
            });
        }
        Some(Condition(entries))
    }

    /// The JSON Schema of what `read` takes.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        let types = Value::from(vec!["string", "number", "boolean", "array", "object"]);
        let any = Value::object([("type", types)]);
        Value::object([("type", Value::from("object")), ("additionalProperties", any)])
    }
}

/// What the option at `option` must be, as `value` says.
pub(super) fn wanted(
    value: &Value,
    names: Names,
    option: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Wanted> {
    let kind = &names.options[option].kind;
    if let Some((steps, _)) = kind.numbers() {
        return numbers(value, steps, diagnostics).map(Wanted::Steps);
    }
    match kind {
        Kind::Toggle(_) => {
            let wanted = value.as_bool();
            if wanted.is_none() {
                wrong_kind("true or false", value, diagnostics);
            }
            wanted.map(Wanted::Toggle)
        }
        Kind::Color(_) => {
            diagnostics
                .error("rules cannot look at colours that shoppers mix; make it an option of kind choice");
            None
        }
        Kind::Text(_) => {
            diagnostics.error(
                "rules cannot look at texts: there are too many; add a toggle, and show the text by it",
            );
            None
        }
        Kind::Image(_) => {
            diagnostics.error("rules cannot look at pictures; add a toggle, and show the picture by it");
            None
        }
        _ => choices(value, names, option, diagnostics).map(Wanted::Choices),
    }
}

fn choices(value: &Value, names: Names, option: usize, diagnostics: &mut Diagnostics) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    match value {
        Value::String(id) => found.extend(names.choice(option, id, diagnostics)),
        Value::Array(items) => {
            if items.is_empty() {
                diagnostics.error("expected at least one choice");
            }
            for (index, item) in items.iter().enumerate() {
                let read = |d: &mut Diagnostics| names.choice(option, crate::read::text(item, d)?, d);
                found.extend(diagnostics.at_index(index, read));
            }
        }
        other => {
            wrong_kind("the id of a choice, or a list of ids", other, diagnostics);
            return None;
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

fn numbers(value: &Value, steps: &Steps, diagnostics: &mut Diagnostics) -> Option<Vec<(u32, u32)>> {
    let one = |value: &Value, d: &mut Diagnostics| match value.as_f64() {
        Some(number) => {
            let step = steps.find(number);
            if step.is_none() {
                d.error("this number cannot be picked: it is not one of the option's steps");
            }
            step.map(|step| (step, step))
        }
        None => {
            wrong_kind("a number, a list of numbers, or {\"min\": …, \"max\": …}", value, d);
            None
        }
    };
    let mut found = Vec::new();
    match value {
        Value::Object(_) => {
            crate::read::object(value, &["min", "max"], diagnostics)?;
            let mut end = |name: &str, none: i64| match value.get(name) {
                None => none,
                Some(end) => match end.as_f64().and_then(scaled) {
                    Some(end) => end,
                    None => {
                        diagnostics.within(name, |d| d.error("expected a number with four decimals at most"));
                        none
                    }
                },
            };
            let (min, max) = (end("min", i64::MIN), end("max", i64::MAX));
            match steps.within(min, max) {
                Some(range) => found.push(range),
                None => diagnostics.error("no number of the option is within this"),
            }
        }
        Value::Array(items) => {
            if items.is_empty() {
                diagnostics.error("expected at least one number");
            }
            for (index, item) in items.iter().enumerate() {
                found.extend(diagnostics.at_index(index, |d| one(item, d)));
            }
        }
        other => found.extend(one(other, diagnostics)),
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}
