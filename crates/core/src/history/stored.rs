//! The stored form of a history, version 1. What is read back may be anything: another script's, cut off, or from a later version.
//!
//! ```json
//! {"v": 1, "events": [{"at": 1767225600000, "kind": "view", "item": "SH-001"}, {"at": 1767225601000, "kind": "search", "query": "navy"},
//!   {"at": 1767225602000, "kind": "configure", "item": "oxford-shirt", "facets": [["color", "navy"]]}],
//!  "hidden": [["SH-002", 1767225603000, true]], "forgotten": [["SH-003", 1767225604000]], "paused": [1767225605000, false], "cleared_at": 0,
//!  "design": {"at": 1767225602000, "subject": "SH-001", "file": "https://shop.example/p/shirt.json", "link": {"p": "shirt", "s": {"fabric": "navy"}}}}
//! ```

use super::{DAY_MS, Design, Event, EventKind, History, Mark, checked_id};
use crate::value::Value;
use std::rc::Rc;

const VERSION: i64 = 1;
// Other tabs have seen by then what was forgotten, and a forgotten id should not be kept for ever.
const FORGOTTEN_MS: i64 = 7 * DAY_MS;

/// What there is to say about a stored history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A later version of Haberdash wrote it: nothing was read, and it must not be overwritten.
    Foreign,
    /// It is no history: nothing was read, and it may be overwritten.
    Corrupt,
    /// So many of its entries could not be used.
    Dropped(usize),
}

impl History {
    /// Reads what [`History::to_value`] wrote. Never fails: what cannot be used is left out and noticed. Times in the future become `now`,
    /// those before the epoch 0. `null` is a history without events.
    pub fn from_value(value: &Value, now: i64) -> (History, Vec<Notice>) {
        let (now, mut history) = (now.max(0), History::default());
        if *value == Value::Null {
            return (history, Vec::new());
        }
        match value.get("v").and_then(Value::as_i64) {
            Some(VERSION) => {}
            Some(later) if later > VERSION => return (history, vec![Notice::Foreign]),
            _ => return (history, vec![Notice::Corrupt]),
        }
        let mut dropped = 0;
        let time = |value: Option<&Value>| value.and_then(Value::as_f64).map(|at| (at as i64).clamp(0, now));
        let mut each = |name: &str, read: &mut dyn FnMut(&Value) -> Option<()>| {
            let list = value.get(name).and_then(Value::as_array).unwrap_or(&[]);
            dropped += list.iter().filter(|entry| read(entry).is_none()).count();
        };
        each("events", &mut |entry| {
            let event = read_event(entry, time(entry.get("at"))?)?;
            history.events.push(event);
            Some(())
        });
        each("hidden", &mut |entry| {
            history.hidden.push(read_mark(entry, &time)?);
            Some(())
        });
        each("forgotten", &mut |entry| {
            let mark = read_mark(entry, &time)?;
            if now - mark.at < FORGOTTEN_MS {
                history.forgotten.push(Mark { on: true, ..mark });
            }
            Some(())
        });
        if let Some([at, paused]) = value.get("paused").and_then(Value::as_array) {
            history.paused = (time(Some(at)).unwrap_or(0), paused.as_bool().unwrap_or(false));
        }
        history.cleared_at = time(value.get("cleared_at")).unwrap_or(0);
        let design = value.get("design").filter(|design| **design != Value::Null);
        history.design =
            design.and_then(|design| Some(Rc::new(Design::from_value(design, time(design.get("at"))?)?)));
        dropped += usize::from(design.is_some() && history.design.is_none());
        history.tidy();
        (history, if dropped > 0 { vec![Notice::Dropped(dropped)] } else { Vec::new() })
    }

    /// The stored form: what is kept on the device, and what the shopper exports.
    pub fn to_value(&self) -> Value {
        let mark =
            |mark: &Mark| Value::Array(vec![mark.subject.as_str().into(), mark.at.into(), mark.on.into()]);
        let mut fields = vec![
            ("v", Value::from(VERSION)),
            ("events", Value::Array(self.events.iter().map(write_event).collect())),
            ("hidden", Value::Array(self.hidden.iter().map(mark).collect())),
            ("forgotten", Value::Array(self.forgotten.iter().map(mark).collect())),
            ("paused", Value::Array(vec![self.paused.0.into(), self.paused.1.into()])),
            ("cleared_at", Value::from(self.cleared_at)),
        ];
        fields.extend(self.design.as_ref().map(|design| ("design", design.to_value())));
        Value::object(fields)
    }
}

fn read_event(entry: &Value, at: i64) -> Option<Event> {
    let kind = EventKind::from_word(entry.get("kind")?.as_str()?)?;
    let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
    let pairs = entry.get("facets").and_then(Value::as_array).unwrap_or(&[]);
    let pair = |pair: &Value| match pair.as_array()? {
        [name, value] => Some((name.as_str()?.to_owned(), value.as_str()?.to_owned())),
        _ => None,
    };
    let facets = pairs.iter().filter_map(pair).collect();
    Event { at, kind, item: text("item"), query: text("query"), facets }.checked()
}

fn write_event(event: &Event) -> Value {
    let mut fields = vec![("at", Value::from(event.at)), ("kind", event.kind.word().into())];
    fields.extend(event.item.as_deref().map(|item| ("item", item.into())));
    fields.extend(event.query.as_deref().map(|query| ("query", query.into())));
    if !event.facets.is_empty() {
        let pair = |(name, value): &(String, String)| Value::from(vec![name.as_str(), value.as_str()]);
        fields.push(("facets", Value::Array(event.facets.iter().map(pair).collect())));
    }
    Value::object(fields)
}

fn read_mark(entry: &Value, time: &dyn Fn(Option<&Value>) -> Option<i64>) -> Option<Mark> {
    let list = entry.as_array()?;
    let subject = checked_id(list.first()?.as_str()?)?;
    Some(Mark { subject, at: time(list.get(1))?, on: list.get(2).and_then(Value::as_bool).unwrap_or(true) })
}
