//! Events as sequences of items.

use super::features::Items;
use super::table::Table;
use crate::report;
use csv::ByteRecord;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What one shopper, session or order did, the oldest first.
pub struct Sequences {
    /// The items of all of them, one after the other.
    items: Vec<u32>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Sequences {
    /// Sequences of items, in the order of their last event.
    pub fn new(list: impl IntoIterator<Item = Vec<u32>>) -> Sequences {
        let mut sequences = Sequences { items: Vec::new(), ends: Vec::new() };
        for own in list {
            sequences.items.extend(own);
            sequences.ends.push(sequences.items.len());
        }
        sequences
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many events they have.
    pub fn events(&self) -> usize {
        self.items.len()
    }

    /// One of them.
    pub fn get(&self, at: usize) -> &[u32] {
        let end = self.ends.get(at).copied().unwrap_or(0);
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(0) };
        self.items.get(start..end).unwrap_or_default()
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &[u32]> + ExactSizeIterator {
        (0..self.len()).map(|at| self.get(at))
    }
}

/// What the columns of events are called.
pub struct Columns {
    user: Vec<String>,
    item: Vec<String>,
    time: Vec<String>,
}

impl Columns {
    /// Reads `user=…,item=…,time=…`; what is left out has its usual names.
    pub fn read(map: &[String]) -> Result<Columns, String> {
        let usual = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
        let mut columns = Columns {
            user: usual(&["user", "user_id", "session", "session_id", "customer", "basket", "order_id"]),
            item: usual(&["item", "item_id", "product", "product_id", "sku"]),
            time: usual(&["order", "time", "timestamp", "date", "event_timestamp"]),
        };
        for entry in map {
            let (name, column) =
                entry.split_once('=').ok_or_else(|| format!("--columns: \"{entry}\" is not NAME=COLUMN"))?;
            let slot = match name {
                "user" => &mut columns.user,
                "item" => &mut columns.item,
                "order" | "time" => &mut columns.time,
                _ => return Err(format!("--columns: \"{name}\" is none of user, item, order and time")),
            };
            *slot = vec![column.to_owned()];
        }
        Ok(columns)
    }
}

/// One event: shopper, moment, item.
type Event = (u32, i64, u32);

/// Reads all files. Rows that cannot be used are counted, shown, and refused where they are too many.
pub fn read(
    paths: &[PathBuf],
    columns: &Columns,
    most_bad: f64,
    items: &mut Items,
    say: &dyn Fn(&str),
) -> Result<Sequences, String> {
    let mut users: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut events: Vec<Event> = Vec::new();
    for path in paths {
        read_one(path, columns, most_bad, items, &mut users, &mut events)?;
        say(&format!("{}: {} events so far", path.display(), events.len()));
    }
    // By shopper and moment; what is of the same moment stays as it was.
    events.sort_by_key(|(user, at, _)| (*user, *at));
    let mut list: Vec<Vec<u32>> = Vec::new();
    for one in events.chunk_by(|a, b| a.0 == b.0) {
        list.push(one.iter().map(|(_, _, item)| *item).collect());
    }
    Ok(Sequences::new(list))
}

fn read_one(
    path: &Path,
    columns: &Columns,
    most_bad: f64,
    items: &mut Items,
    users: &mut HashMap<Vec<u8>, u32>,
    events: &mut Vec<Event>,
) -> Result<(), String> {
    let name = path.display();
    let mut table = Table::open(path)?;
    let find = |names: &[String]| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        table.column(&names).ok_or_else(|| {
            format!("{name} has no column {}; it has: {}", names.join(" or "), table.header.join(", "))
        })
    };
    let (user, item) = (find(&columns.user)?, find(&columns.item)?);
    // Without a moment, rows are in their order.
    let time = find(&columns.time).ok().filter(|time| *time != user);
    let others: Vec<&str> = table
        .header
        .iter()
        .enumerate()
        .filter(|(at, _)| ![Some(user), Some(item), time].contains(&Some(*at)))
        .map(|(_, name)| name.as_str())
        .collect();
    if !others.is_empty() {
        report::say(&format!("{name}: not used: {}", report::printable(&others.join(", "))));
    }
    let (mut row, mut all, mut bad) = (ByteRecord::new(), 0_u64, 0_u64);
    loop {
        match table.next(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(why) => return Err(format!("{name}: {why}")),
        }
        all += 1;
        match event(&row, user, item, time, all as i64) {
            Ok((who, at, what)) => {
                let next = users.len() as u32;
                let who = match users.get(who) {
                    Some(known) => *known,
                    None => *users.entry(who.to_vec()).or_insert(next),
                };
                events.push((who, at, items.place_of_event(&what)));
            }
            Err(why) => {
                bad += 1;
                if bad <= 5 {
                    report::say(&format!("{name}: row {all} is skipped: {why}"));
                }
            }
        }
    }
    if bad > 0 {
        report::say(&format!("{name}: {bad} of {all} rows were skipped"));
    }
    if bad as f64 > most_bad * all as f64 {
        return Err(format!(
            "{name}: too many rows cannot be used ({bad} of {all}); --most-bad says how many may be"
        ));
    }
    Ok(())
}

fn event(
    row: &ByteRecord,
    user: usize,
    item: usize,
    time: Option<usize>,
    place: i64,
) -> Result<(&[u8], i64, String), &'static str> {
    let who = row.get(user).map(<[u8]>::trim_ascii).filter(|who| !who.is_empty()).ok_or("no shopper")?;
    let what = row.get(item).map(<[u8]>::trim_ascii).filter(|what| !what.is_empty()).ok_or("no item")?;
    let what = std::str::from_utf8(what).map_err(|_| "the item is no UTF-8")?;
    let what = haberdash_core::history::checked_id(what)
        .ok_or("the item's id is too long, or has control characters")?;
    let at = match time.and_then(|time| row.get(time)) {
        Some(text) => moment(text.trim_ascii()).ok_or("the moment is neither a number nor a date")?,
        None => place,
    };
    Ok((who, at, what))
}

/// A number, or a date and time as in ISO 8601: `2026-11-26T10:00:00Z` and its beginnings.
fn moment(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    if let Ok(number) = text.parse::<i64>() {
        return Some(number);
    }
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some((number * 1000.0) as i64);
    }
    // Digits in order are the moment's order: zones are the same within a file.
    let digits: String = text.chars().filter(char::is_ascii_digit).take(17).collect();
    let is_date = text.len() >= 8 && text.as_bytes().get(4) == Some(&b'-');
    (is_date && digits.len() >= 8).then(|| format!("{digits:0<17}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_in_order() {
        let order = ["2026-01-02", "2026-01-02T10:00:00Z", "2026-01-02 10:00:00.5", "2026-11-01"];
        let moments: Vec<i64> = order.iter().map(|text| moment(text.as_bytes()).unwrap()).collect();
        assert!(moments.is_sorted());
        assert_eq!(moment(b"17"), Some(17));
        assert_eq!(moment(b"yesterday"), None);
    }
}
