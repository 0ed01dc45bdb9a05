//! A file on top of the one that it extends: objects merge, lists of things with ids merge by id, everything else is replaced.

use super::{NEAREST, Origin, Work};
use crate::diagnostics::{Severity, unknown};
use crate::name::Name;
use crate::value::Value;

impl Work<'_> {
    /// Puts `over` on top of `base`.
    pub(super) fn merge(
        &mut self,
        base: &mut Value,
        origin: &mut Origin,
        mut over: Value,
        over_origin: &Origin,
    ) {
        base.own();
        over.own();
        match (base, over) {
            (Value::Object(base), Value::Object(over)) => self.merge_fields(base, origin, over, over_origin),
            (Value::Array(base), Value::Array(over)) if !over.is_empty() && over.iter().all(has_id) => {
                self.merge_items(base, origin, over, over_origin);
            }
            (base, over) => {
                *base = over;
                *origin = over_origin.clone();
            }
        }
    }

    fn merge_fields(
        &mut self,
        base: &mut Vec<(Name, Value)>,
        origin: &mut Origin,
        over: Vec<(Name, Value)>,
        over_origin: &Origin,
    ) {
        let mut over = over.into_iter();
        while let Some((name, value)) = over.next() {
            // Looking for names takes time, which is bounded as well.
            if !self.spend(base.len() + over.len()) {
                return;
            }
            // Of equal names the last one counts.
            if over.as_slice().iter().any(|(later, _)| *later == name) {
                continue;
            }
            let from = over_origin.field(&name);
            if let Some((_, below)) = base.iter_mut().rev().find(|(field, _)| *field == name) {
                let mut part = origin.field(&name);
                self.merge(below, &mut part, value, &from);
                origin.set(&name, part);
                continue;
            }
            // What is new may say `remove` as well, which nothing answers to.
            let mut new = match value {
                Value::Object(_) | Value::Shared(_) => Value::Object(Vec::new()),
                _ => Value::Array(Vec::new()),
            };
            let mut part = from.clone();
            self.merge(&mut new, &mut part, value, &from);
            origin.set(&name, part);
            base.push((name, new));
        }
    }

    fn merge_items(
        &mut self,
        base: &mut Vec<Value>,
        origin: &mut Origin,
        over: Vec<Value>,
        over_origin: &Origin,
    ) {
        let mut origins = origin.items(base.len());
        let from = over_origin.items(over.len());
        let mut touched = vec![false; base.len()];
        for (value, from) in over.into_iter().zip(from) {
            if !self.spend(base.len()) {
                return;
            }
            let id = id_of(&value).unwrap_or_default();
            let found = base.iter().position(|item| id_of(item) == Some(id));
            if value.get("remove").and_then(Value::as_bool) == Some(true) {
                match found {
                    Some(at) => {
                        base.remove(at);
                        origins.remove(at);
                        touched.remove(at);
                    }
                    None => {
                        if !self.spend(NEAREST * base.len()) {
                            return;
                        }
                        let message = unknown("id", id, base.iter().filter_map(id_of));
                        self.tell(
                            Severity::Warning,
                            &from.field("id"),
                            say!("there is nothing to remove: {message}"),
                        );
                    }
                }
                continue;
            }
            let at = match found {
                Some(at) => at,
                None => {
                    base.push(Value::Object(Vec::new()));
                    origins.push(from.clone());
                    touched.push(false);
                    base.len() - 1
                }
            };
            if let (Some(below), Some(part), Some(touched)) =
                (base.get_mut(at), origins.get_mut(at), touched.get_mut(at))
            {
                if std::mem::replace(touched, true) {
                    let message = say!("\"{id}\" is here a second time");
                    self.tell(Severity::Error, &from.field("id"), message);
                }
                self.merge(below, part, value, &from);
            }
        }
        origin.set_items(origins);
    }
}

fn has_id(item: &Value) -> bool {
    id_of(item).is_some()
}

fn id_of(item: &Value) -> Option<&str> {
    item.get("id").and_then(Value::as_str)
}
