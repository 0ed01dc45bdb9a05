//! Events as sequences of items.

use super::columns::Columns;
use super::features::Items;
use super::table::{self, Table};
use super::{ga4, orders};
use crate::report;
use haberdash_core::history::checked_id;
use std::collections::HashMap;
use std::io::BufRead;
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

/// What is known of one event, before items and shoppers are numbers. Empty fields are missing.
#[derive(Default)]
pub struct Found<'r> {
    /// The shopper, session or order.
    pub who: &'r [u8],
    /// The item, as the shop calls it.
    pub what: &'r [u8],
    /// When: only the order counts, within all files.
    pub at: i64,
}

/// Takes the events of one file after the other.
pub struct Sink<'i> {
    items: &'i mut Items,
    users: HashMap<Vec<u8>, u32>,
    /// Shopper, moment, item.
    events: Vec<(u32, i64, u32)>,
    say: &'i dyn Fn(&str),
    name: String,
    rows: u64,
    bad: u64,
    passed: u64,
}

/// After so many rows there is a word about it.
const PROGRESS: u64 = 1_000_000;
/// So many bad rows of a file are shown.
const SHOWN: u64 = 5;

impl Sink<'_> {
    /// A row begins; its number from 1.
    pub fn row(&mut self) -> u64 {
        self.rows += 1;
        if self.rows.is_multiple_of(PROGRESS) {
            (self.say)(&format!("{}: {} million rows", self.name, self.rows / PROGRESS));
        }
        self.rows
    }

    /// An event of the row.
    pub fn event(&mut self, found: &Found) -> Result<(), &'static str> {
        let Found { who, what, at } = found;
        let (who, what) = (who.trim_ascii(), what.trim_ascii());
        if who.is_empty() {
            return Err("no shopper");
        }
        if what.is_empty() {
            return Err("no item");
        }
        let what = std::str::from_utf8(what).map_err(|_| "the item is no UTF-8")?;
        let what = checked_id(what).ok_or("the item's id is too long, or has control characters")?;
        let next = self.users.len() as u32;
        let who = match self.users.get(who) {
            Some(known) => *known,
            None => *self.users.entry(who.to_vec()).or_insert(next),
        };
        self.events.push((who, *at, self.items.place_of_event(&what)));
        Ok(())
    }

    /// The row cannot be used.
    pub fn skip(&mut self, why: &str) {
        self.bad += 1;
        if self.bad <= SHOWN {
            report::say(&format!("{}: row {} is skipped: {why}", self.name, self.rows));
        }
    }

    /// The row is about something else, as rows of this format may be.
    pub fn pass(&mut self) {
        self.passed += 1;
    }

    /// Columns or events that are not used.
    pub fn not_used(&self, what: &str) {
        if !what.is_empty() {
            report::say(&format!("{}: not used: {}", self.name, report::printable(what)));
        }
    }
}

/// Reads all files, each in the format that it begins like. Rows that cannot be used are counted, shown, and refused where they are too many.
pub fn read(
    paths: &[PathBuf],
    columns: &Columns,
    most_bad: f64,
    items: &mut Items,
    say: &dyn Fn(&str),
) -> Result<Sequences, String> {
    let mut sink = Sink {
        items,
        users: HashMap::new(),
        events: Vec::new(),
        say,
        name: String::new(),
        rows: 0,
        bad: 0,
        passed: 0,
    };
    for path in paths {
        let name = path.display();
        (sink.name, sink.rows, sink.bad, sink.passed) = (name.to_string(), 0, 0, 0);
        read_one(path, columns, &mut sink).map_err(|why| format!("{name}: {why}"))?;
        let Sink { rows, bad, passed, .. } = sink;
        if passed > 0 {
            report::say(&format!("{name}: {passed} of {rows} rows are about something else"));
        }
        if bad > 0 {
            report::say(&format!("{name}: {bad} of {rows} rows were skipped"));
        }
        if bad as f64 > most_bad * rows as f64 {
            return Err(format!(
                "{name}: too many rows cannot be used ({bad} of {rows}); --most-bad says how many may be"
            ));
        }
        let bytes = sink.events.len() * size_of::<(u32, i64, u32)>();
        say(&format!("{name}: {} events so far, {} MB", sink.events.len(), bytes >> 20));
    }
    let mut events = sink.events;
    drop(sink.users);
    by_last(&mut events);
    // By shopper and moment; what is of the same moment stays as it was.
    events.sort_by_key(|(user, at, _)| (*user, *at));
    let mut sequences = Sequences { items: Vec::with_capacity(events.len()), ends: Vec::new() };
    for one in events.chunk_by(|a, b| a.0 == b.0) {
        sequences.items.extend(one.iter().map(|(_, _, item)| *item));
        sequences.ends.push(sequences.items.len());
    }
    Ok(sequences)
}

/// Numbers the shoppers anew, in the order of the last event of each in the files.
fn by_last(events: &mut [(u32, i64, u32)]) {
    let users = events.iter().map(|(user, _, _)| *user as usize + 1).max().unwrap_or(0);
    let (mut numbers, mut next) = (vec![u32::MAX; users], users as u32);
    for (user, _, _) in events.iter_mut().rev() {
        let number = &mut numbers[*user as usize];
        if *number == u32::MAX {
            next -= 1;
            *number = next;
        }
        *user = *number;
    }
}

fn read_one(path: &Path, columns: &Columns, sink: &mut Sink) -> Result<(), String> {
    let mut text = table::open(path)?;
    let start = text.fill_buf().map_err(|error| format!("cannot be read: {error}"))?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if start.trim_ascii_start().first() == Some(&b'{') {
        return ga4::read(text, sink);
    }
    let mut table = Table::of(text)?;
    match orders::Export::of(&table, columns) {
        Some(export) => export.read(&mut table, sink),
        None => columns.read_table(&mut table, sink),
    }
}

/// A number, or a date and time as in ISO 8601 and RFC 3339: `2026-11-26T10:00:00Z`, `2026-11-26 10:00:00 -0500` and their beginnings, in milliseconds since
/// the Unix epoch. Numbers are taken as they are.
pub fn moment(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.trim();
    if let Ok(number) = text.parse::<i64>() {
        return Some(number);
    }
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some((number * 1000.0) as i64);
    }
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to)?;
        digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse::<i64>().ok())?
    };
    let separated = text.get(4..5)? == "-" && text.get(7..8)? == "-";
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if !separated || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (hour, minute) = (number(11, 13).unwrap_or(0), number(14, 16).unwrap_or(0));
    let second = number(17, 19).unwrap_or(0);
    let rest = text.get(19..).unwrap_or("");
    let digits = rest
        .strip_prefix('.')
        .map_or("", |rest| rest.split(|digit: char| !digit.is_ascii_digit()).next().unwrap_or(""));
    let thousandths = format!("{digits:0<3}").get(..3).and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
    let zone = rest.rfind(['+', '-']).and_then(|at| {
        let digits: String = rest.get(at + 1..)?.chars().filter(char::is_ascii_digit).collect();
        let minutes = digits.get(..2)?.parse::<i64>().ok()? * 60;
        let minutes = minutes + digits.get(2..4).and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
        Some(if rest.get(at..=at)? == "-" { -minutes } else { minutes })
    });
    // Days from civil, Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
    let year = if month > 2 { year } else { year - 1 };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    let minutes = (days * 24 + hour) * 60 + minute - zone.unwrap_or(0);
    Some((minutes * 60 + second) * 1000 + thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shoppers_are_in_the_order_of_their_last_events() {
        let mut events = [(0, 5, 10), (1, 6, 11), (0, 7, 12), (2, 8, 13), (1, 1, 14)];
        by_last(&mut events);
        assert_eq!(events, [(0, 5, 10), (2, 6, 11), (0, 7, 12), (1, 8, 13), (2, 1, 14)]);
        by_last(&mut []);
    }

    #[test]
    fn moments_are_in_order() {
        let order = ["2026-01-02", "2026-01-02T10:00:00Z", "2026-01-02 10:00:00.5", "2026-11-01"];
        let moments: Vec<i64> = order.iter().map(|text| moment(text.as_bytes()).unwrap()).collect();
        assert!(moments.is_sorted());
        assert_eq!(moment(b"2026-01-02T10:00:00Z"), Some(1_767_348_000_000));
        assert_eq!(moment(b"2026-01-02 05:00:00 -0500"), moment(b"2026-01-02T11:00:00.000+01:00"));
        assert_eq!(moment(b"17"), Some(17));
        assert_eq!(moment(b"yesterday"), None);
    }
}
