//! `haberdash eval`: how well an index of a shop's events would recommend.

use crate::index::columns::Columns;
use crate::index::events::{self, Sequences};
use crate::index::features::Items;
use crate::index::{further, learn};
use crate::outcome::Outcome;
use crate::{json, report};
use clap::{Args, ValueEnum};
use haberdash_core::Value;
use haberdash_core::index::{Row, score};
use std::path::PathBuf;

/// Measure how well an index recommends: build it from a part of the events, and look for what came next in the rest.
///
/// Printed are, for each k: HR, the share of cases with what came next among the first k; NDCG, the same discounted by its place (binary, one relevant item);
/// MRR, one over its place, 0 beyond k. With one item that came next, recall is HR. Then coverage, the share of items that were recommended at all, and novelty,
/// how surprising these are on average, in bits (minus the binary logarithm of an item's share of events). Behind ± is half a 95 % interval, by
/// normal approximation.
#[derive(Args)]
pub struct Arguments {
    /// Files with events, as for `haberdash index`.
    #[arg(long, required = true, num_args = 1..)]
    events: Vec<PathBuf>,
    /// What there is to recommend, as for `haberdash index`.
    #[arg(long)]
    items: Option<PathBuf>,
    /// What is put aside: the last event of every shopper, or the latest tenth of the shoppers, of whom each event but the first is a case.
    #[arg(long, value_enum, default_value_t = Split::Last)]
    split: Split,
    /// The lengths of lists to measure.
    #[arg(long, value_delimiter = ',', default_values_t = [10_usize, 20])]
    k: Vec<usize>,
    /// Leave out what is in the history, as where things are bought once.
    #[arg(long)]
    exclude_seen: bool,
    /// How many neighbours each item keeps.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..))]
    neighbours: u8,
    /// What columns are called, as for `haberdash index`.
    #[arg(long, value_delimiter = ',')]
    columns: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Split {
    /// The last event of every shopper.
    Last,
    /// The latest tenth of the shoppers.
    Time,
}

/// A history, the oldest first, and what came next.
struct Case {
    history: Vec<u32>,
    next: u32,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let say = |text: &str| {
        if !as_json {
            report::say(text);
        }
    };
    let mut items = Items::default();
    if let Some(path) = &arguments.items {
        items.read(path, "")?;
    }
    let columns = Columns::read(&arguments.columns)?;
    let sequences = events::read(&arguments.events, &columns, 0.01, &mut items, &say)?;
    let (train, cases) = split(&sequences, arguments.split);
    if cases.is_empty() {
        return Err("there is nothing to put aside: no shopper has two events".to_owned());
    }
    say(&format!("{} events to build from, {} cases", train.events(), cases.len()));
    let features = items.features();
    let settings = learn::learn(&train, &features, arguments.neighbours, &say);
    let built = further::rows(&train, &features, &settings, usize::from(arguments.neighbours), None);
    let method = learn::method(&settings, &built, &built.counts);
    let row =
        |(item, row): (usize, &Vec<(u32, f32)>)| Row::new(String::new(), item as u32, built.own[item], row);
    let rows: Vec<Row> = built.rows.iter().enumerate().map(row).collect();
    let most = arguments.k.iter().copied().max().unwrap_or(20);
    let mut popular: Vec<u32> = (0..rows.len() as u32).collect();
    popular.sort_by(|a, b| built.counts[*b as usize].total_cmp(&built.counts[*a as usize]).then(a.cmp(b)));
    popular.truncate(200);
    let (mut places, mut shown) = (Vec::with_capacity(cases.len()), vec![0_u32; rows.len()]);
    for case in &cases {
        let history: Vec<Option<&Row>> =
            learn::distinct(&case.history).iter().map(|item| rows.get(*item as usize)).collect();
        let scored = score(&method, &history, usize::MAX);
        let more = popular.iter().copied().filter(|item| !scored.iter().any(|(other, _)| other == item));
        let list = scored.iter().map(|(item, _)| *item).chain(more);
        let list: Vec<u32> =
            list.filter(|item| !arguments.exclude_seen || !case.history.contains(item)).take(most).collect();
        list.iter().for_each(|item| shown[*item as usize] += 1);
        places.push(list.iter().position(|item| *item == case.next));
    }
    let mut lines = Vec::new();
    let mut tell = |name: String, number: f64, half: Option<f64>| lines.push((name, number, half));
    for k in &arguments.k {
        let of = |value: &dyn Fn(usize) -> f64| {
            mean(places.iter().map(|place| place.filter(|place| place < k).map_or(0.0, value)))
        };
        for (name, (mean, half)) in [
            ("HR", of(&|_| 1.0)),
            ("NDCG", of(&|place| 1.0 / (place as f64 + 2.0).log2())),
            ("MRR", of(&|place| 1.0 / (place as f64 + 1.0))),
        ] {
            tell(format!("{name}@{k}"), mean, Some(half));
        }
    }
    let all: f64 = built.counts.iter().map(|count| f64::from(*count)).sum();
    let (sum, times) = shown.iter().zip(&built.counts).fold((0.0, 0.0), |(sum, times), (shown, count)| {
        let share = (f64::from(*count) + 1.0) / (all + rows.len() as f64);
        (sum - f64::from(*shown) * share.log2(), times + f64::from(*shown))
    });
    tell(
        format!("coverage@{most}"),
        shown.iter().filter(|shown| **shown > 0).count() as f64 / rows.len() as f64,
        None,
    );
    tell(format!("novelty@{most}"), if times > 0.0 { sum / times } else { 0.0 }, None);
    if as_json {
        let number = |number: f64| Value::Number((number * 1e5).round() / 1e5);
        let mut fields = vec![("cases".into(), Value::from(cases.len() as i64))];
        for (name, mean, half) in lines {
            fields.push((name.as_str().into(), number(mean)));
            fields.extend(half.map(|half| (format!("{name} ±").into(), number(half))));
        }
        report::result(&json::pretty(&Value::Object(fields)))?;
    } else {
        let line = |(name, number, half): &(String, f64, Option<f64>)| match half {
            Some(half) => format!("{name}\t{number:.4} ± {half:.4}"),
            None => format!("{name}\t{number:.4}"),
        };
        report::result(&lines.iter().map(line).collect::<Vec<_>>().join("\n"))?;
    }
    Ok(Outcome::Fine)
}

/// What an index is built from, and what is put aside.
fn split(sequences: &Sequences, split: Split) -> (Sequences, Vec<Case>) {
    let mut cases = Vec::new();
    let mut case = |own: &[u32]| {
        if let Some((next, history)) = own.split_last().filter(|(_, history)| !history.is_empty()) {
            cases.push(Case { history: history.to_vec(), next: *next });
        }
    };
    let first = sequences.len() - sequences.len() / 10;
    let train = Sequences::new(sequences.iter().enumerate().filter_map(|(at, own)| match split {
        Split::Last => {
            case(own);
            Some(if own.len() > 1 { own[..own.len() - 1].to_vec() } else { own.to_vec() })
        }
        Split::Time if at < first => Some(own.to_vec()),
        Split::Time => {
            (2..=own.len()).for_each(|end| case(&own[..end]));
            None
        }
    }));
    (train, cases)
}

/// The mean, and half its 95 % interval.
fn mean(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (count, sum, squares) = values.fold((0.0, 0.0, 0.0), |(count, sum, squares), value| {
        (count + 1.0, sum + value, squares + value * value)
    });
    let mean: f64 = sum / count;
    (mean, 1.96 * ((squares / count - mean * mean).max(0.0) / count).sqrt())
}
