//! The BigQuery export of Google Analytics 4 as JSON lines, an event each (<https://support.google.com/analytics/answer/7029846>).

use super::events::{Found, Sink};
use haberdash_core::Value;
use std::io::BufRead;

/// What says that a shopper wants an item. A view of more than one item is a view of a list, and says nothing of each.
const WANTED: [&str; 5] = ["view_item", "select_item", "add_to_cart", "add_to_wishlist", "purchase"];
/// A line that is longer is no event.
const MOST: u64 = 16 << 20;

/// Reads events.
pub fn read(mut text: impl BufRead, sink: &mut Sink) -> Result<(), String> {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = std::io::Read::take(&mut text, MOST).read_until(b'\n', &mut line);
        if read.map_err(|error| format!("cannot be read: {error}"))? == 0 {
            return Ok(());
        }
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        sink.row();
        match serde_json::from_slice::<Value>(bytes) {
            Ok(event) => take(&event, sink),
            Err(_) => sink.skip("it is not JSON"),
        }
    }
}

fn take(event: &Value, sink: &mut Sink) {
    let text = |name: &str| event.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let Some(name) = text("event_name") else { return sink.skip("it has no event_name") };
    let items = event.get("items").and_then(Value::as_array).unwrap_or_default();
    let is_list = matches!(name, "view_item" | "select_item") && items.len() > 1;
    if !WANTED.contains(&name) || is_list || items.is_empty() {
        return sink.pass();
    }
    // Integers of 64 bits are strings in the export, and numbers where they went through other programs.
    let at = event.get("event_timestamp").and_then(|at| match at {
        Value::String(text) => text.parse::<i64>().ok(),
        Value::Number(number) => Some(*number as i64),
        _ => None,
    });
    let who = text("user_id").or_else(|| text("user_pseudo_id")).unwrap_or_default();
    let Some(at) = at else { return sink.skip("it has no event_timestamp") };
    for item in items {
        let what =
            item.get("item_id").and_then(Value::as_str).filter(|id| *id != "(not set)").unwrap_or_default();
        // From microseconds, as other files have milliseconds.
        if let Err(why) = sink.event(&Found { who: who.as_bytes(), what: what.as_bytes(), at: at / 1000 }) {
            return sink.skip(if why == "no item" { "an item has no item_id" } else { why });
        }
    }
}
