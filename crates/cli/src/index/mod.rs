//! `haberdash index`: from what shoppers did to a folder of static files that the widget recommends from.
//!
//! [`events`] reads files into [`sequences`](events::Sequences), [`features`] what items are like, [`learn`] finds how this shop's events are best used,
//! [`count`] and [`further`] make the rows, [`number`] puts what goes together into the same files, [`write`] writes the folder. The format is core's.

mod cards;
pub mod columns;
pub mod count;
pub mod events;
pub mod features;
pub mod further;
mod ga4;
pub mod learn;
mod number;
mod orders;
mod table;
mod threads;
pub mod write;

use crate::outcome::Outcome;
use crate::{json, report};
use clap::Args;
use haberdash_core::Value;
use std::path::PathBuf;
use std::time::Instant;

/// Build the item-to-item index of a shop from its events: a folder of static files for any web server.
///
/// EVENTS are tables with a header line, separated by tabs or commas, with the columns `user` (shopper, session or order), `item`, and `order` or `time`; or a
/// Shopify export of orders; or the BigQuery export of Google Analytics 4 as JSON lines; each plain or gzip. ITEMS is a table whose first column is the
/// item's id and whose other columns say what it is like, or a catalogue. The same files give the same bytes. Events are kept in memory, 16 bytes
/// each.
#[derive(Args)]
pub struct Arguments {
    /// Files with events, the oldest first.
    #[arg(long, required = true, num_args = 1..)]
    events: Vec<PathBuf>,
    /// What there is to recommend: a table of ids and what items are like, or a catalogue, of which cards are written too.
    #[arg(long)]
    items: Option<PathBuf>,
    /// Where the catalogue is served: addresses on cards are seen from there; else they are as they are in it, seen from the index.
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    base: String,
    /// The folder to write.
    #[arg(long)]
    out: PathBuf,
    /// How many neighbours each item keeps.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..))]
    neighbours: u8,
    /// What columns are called, such as `user=session_id,item=sku,time=created_at`.
    #[arg(long, value_delimiter = ',')]
    columns: Vec<String>,
    /// Refuse files where more than this share of the rows cannot be used.
    #[arg(long, default_value_t = 0.01)]
    most_bad: f64,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let start = Instant::now();
    let say = |text: &str| {
        if !as_json {
            report::say(&format!("{:5.1} s  {text}", start.elapsed().as_secs_f64()));
        }
    };
    let columns = columns::Columns::read(&arguments.columns)?;
    let mut items = features::Items::default();
    if let Some(path) = &arguments.items {
        items.read(path, &arguments.base)?;
        say(&format!("{} items", items.len()));
    }
    let sequences = events::read(&arguments.events, &columns, arguments.most_bad, &mut items, &say)?;
    say(&format!(
        "{} events of {} shoppers about {} items",
        sequences.events(),
        sequences.len(),
        items.len()
    ));
    let features = items.features();
    let settings = learn::learn(&sequences, &features, arguments.neighbours, &say);
    let built = further::rows(&sequences, &features, &settings, usize::from(arguments.neighbours), None);
    say("rows counted");
    let sizes = write::write(&arguments.out, &items, &sequences, built, &settings)?;
    say(&format!(
        "{} files, {} bytes of rows, {} of ids, {} of cards",
        sizes.files, sizes.rows, sizes.names, sizes.cards
    ));
    if as_json {
        let number = |number: usize| Value::from(number as i64);
        report::result(&json::pretty(&Value::object([
            ("items", number(items.len())),
            ("events", number(sequences.events())),
            ("shoppers", number(sequences.len())),
            ("files", number(sizes.files)),
            ("bytes", number(sizes.rows + sizes.names + sizes.cards)),
        ])))?;
    }
    Ok(Outcome::Fine)
}
