//! Libraries of choices: `{"library": "threads.json"}` in a list of choices stands for those of that file, all or some of them.

use super::{NEAREST, Origin, Work};
use crate::diagnostics::{Severity, unknown};
use crate::value::Value;

/// The fields of an entry that stands for a library.
const ENTRY: [&str; 3] = ["library", "only", "facets"];

/// The fields of a library.
const LIBRARY: [&str; 2] = ["version", "choices"];

/// What it costs to look at a library, see `LARGEST`.
const VISIT: usize = 512;

/// A list that is being written, and where each of its items was written before.
#[derive(Default)]
struct List {
    items: Vec<Value>,
    origins: Vec<Origin>,
}

/// Has all that offer a choice of the library `file` share it.
pub(super) fn share(file: &mut Value) {
    let Value::Object(fields) = file else { return };
    for (name, value) in fields {
        if let ("choices", Value::Array(choices)) = (name.as_str(), value) {
            choices.iter_mut().for_each(Value::share);
        }
    }
}

impl Work<'_> {
    /// Puts the choices of libraries where `file` names these: in its options, and in itself when it is a library.
    pub(super) fn put_in_libraries(&mut self, file: &mut Value, origin: &mut Origin) {
        self.put_in_choices(file, origin);
        let Value::Object(fields) = file else { return };
        let Some((_, Value::Array(options))) = fields.iter_mut().rev().find(|(name, _)| name == "options")
        else {
            return;
        };
        let mut list = origin.field("options");
        let mut origins = list.items(options.len());
        for (option, part) in options.iter_mut().zip(&mut origins) {
            self.put_in_choices(option, part);
        }
        list.set_items(origins);
        origin.set("options", list);
    }

    fn put_in_choices(&mut self, value: &mut Value, origin: &mut Origin) {
        let Value::Object(fields) = value else { return };
        let Some((_, Value::Array(choices))) = fields.iter_mut().rev().find(|(name, _)| name == "choices")
        else {
            return;
        };
        if !choices.iter().any(|entry| entry.get("library").is_some()) {
            return;
        }
        let mut at = origin.field("choices");
        let mut list = List::default();
        for (index, entry) in std::mem::take(choices).into_iter().enumerate() {
            let part = at.item(index);
            if entry.get("library").is_some() {
                self.library(&entry, &part, &mut list);
            } else {
                list.items.push(entry);
                list.origins.push(part);
            }
        }
        *choices = list.items;
        at.set_items(list.origins);
        origin.set("choices", at);
    }

    /// Adds the choices that `entry` stands for.
    fn library(&mut self, entry: &Value, at: &Origin, list: &mut List) {
        self.names(entry, at, &ENTRY);
        let Some(address) = entry.get("library") else { return };
        let place = at.field("library");
        let Some((index, file)) = self.follow(&place, address) else { return };
        let Some(choices) = file.get("choices").and_then(Value::as_array) else {
            self.lose(&place, say!("\"{}\" is no library: it has no list of choices", self.name(index)));
            return;
        };
        let origin = Origin::of(index);
        if !self.checked.contains(&index) {
            self.checked.push(index);
            self.names(file, &origin, &LIBRARY);
            self.is_version_1(index, file);
        }
        self.trail.push(index);
        let mut found = List::default();
        let choices_at = origin.field("choices");
        for (index, choice) in choices.iter().enumerate() {
            let part = choices_at.item(index);
            if choice.get("library").is_some() {
                if !self.spend(VISIT) {
                    break;
                }
                self.library(choice, &part, &mut found);
            } else if self.afford(choice) {
                found.items.push(choice.clone());
                found.origins.push(part);
            } else {
                break;
            }
        }
        self.trail.pop();
        if let Some(facets) = entry.get("facets") {
            self.with_facets(facets, &at.field("facets"), &mut found);
        }
        if let Some(only) = entry.get("only") {
            self.only(only, &at.field("only"), &mut found);
        }
        list.items.append(&mut found.items);
        list.origins.append(&mut found.origins);
    }

    /// Tells unknown fields.
    fn names(&mut self, value: &Value, at: &Origin, names: &[&str]) {
        for (name, _) in value.as_object().unwrap_or_default() {
            if !names.contains(&name.as_str()) && !name.starts_with('$') {
                let message = unknown("field", name, names.iter().copied());
                self.tell_of(Severity::Warning, &at.field(name), true, message);
            }
        }
    }

    /// Keeps those that `only` names, in its order.
    fn only(&mut self, only: &Value, at: &Origin, list: &mut List) {
        let Some(ids) = only.as_array() else {
            self.tell(Severity::Error, at, say!("expected a list, found {}", only.kind()));
            return;
        };
        let mut kept = List::default();
        for (index, id) in ids.iter().enumerate() {
            // Looking takes time, which is bounded as well.
            if !self.spend(list.items.len()) {
                break;
            }
            let named = |item: &Value| item.get("id").is_some_and(|own| is_same_text(own, id));
            if let Some(found) = list.items.iter().position(named) {
                kept.items.push(list.items.remove(found));
                kept.origins.push(list.origins.remove(found));
                continue;
            }
            if !self.spend(NEAREST * list.items.len()) {
                break;
            }
            let message = match id.as_str() {
                Some(id) if kept.items.iter().any(named) => say!("\"{id}\" is here a second time"),
                Some(id) => {
                    unknown("choice", id, list.items.iter().filter_map(|item| item.get("id")?.as_str()))
                }
                None => say!("expected a string, found {}", id.kind()),
            };
            self.tell(Severity::Error, &at.item(index), message);
        }
        *list = kept;
    }

    /// Keeps those that have, of each facet that is named, one of the values.
    fn with_facets(&mut self, facets: &Value, at: &Origin, list: &mut List) {
        let Some(wanted) = facets.as_object() else {
            self.tell(Severity::Error, at, say!("expected an object, found {}", facets.kind()));
            return;
        };
        let all = List { items: std::mem::take(&mut list.items), origins: std::mem::take(&mut list.origins) };
        for (item, origin) in all.items.into_iter().zip(all.origins) {
            let mut fits = true;
            for (name, words) in wanted {
                let own = item.get("facets").and_then(|own| own.get(name));
                let own = own.map_or(&[] as &[Value], words_of);
                // Looking takes time, which is bounded as well.
                if !self.spend(own.len().saturating_mul(words_of(words).len())) {
                    return;
                }
                fits &=
                    own.iter().any(|word| words_of(words).iter().any(|wanted| is_same_text(word, wanted)));
            }
            if fits {
                list.items.push(item);
                list.origins.push(origin);
            }
        }
        if list.items.is_empty() {
            self.tell(Severity::Warning, at, say!("no choice of the library has these facets"));
        }
    }
}

/// A word, or each of a list.
fn words_of(value: &Value) -> &[Value] {
    value.as_array().unwrap_or(std::slice::from_ref(value))
}

/// Whether both are the same string. Comparing values of all kinds would cost the page code that it has no other use for.
fn is_same_text(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::String(a), Value::String(b)) if a == b)
}
