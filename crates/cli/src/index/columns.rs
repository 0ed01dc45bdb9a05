//! Tables of events, with a column for each thing.

use super::events::{Found, Sink, moment};
use super::table::Table;
use csv::ByteRecord;

/// What the columns of events are called.
pub struct Columns {
    user: Vec<String>,
    item: Vec<String>,
    time: Vec<String>,
    kind: Vec<String>,
    quantity: Vec<String>,
    /// Some were named on the command line.
    pub named: bool,
}

/// Kinds of events that say an item is not wanted.
const AGAINST: [&str; 7] =
    ["remove_from_cart", "cart-remove", "refund", "return", "cancel", "remove_from_wishlist", "unlike"];

impl Columns {
    /// Reads `user=…,item=…,time=…,type=…,quantity=…`; what is left out has its usual names.
    pub fn read(map: &[String]) -> Result<Columns, String> {
        let usual = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
        let mut columns = Columns {
            user: usual(&[
                "user",
                "user_id",
                "session",
                "session_id",
                "customer",
                "customer_id",
                "basket",
                "basket_id",
                "order_id",
            ]),
            item: usual(&["item", "item_id", "product", "product_id", "sku"]),
            time: usual(&["order", "time", "timestamp", "date", "created_at", "event_timestamp"]),
            kind: usual(&["type", "event", "event_type", "event_name"]),
            quantity: usual(&["quantity", "qty"]),
            named: !map.is_empty(),
        };
        for entry in map {
            let (name, column) =
                entry.split_once('=').ok_or_else(|| format!("--columns: \"{entry}\" is not NAME=COLUMN"))?;
            let slot = match name {
                "user" | "basket" => &mut columns.user,
                "item" => &mut columns.item,
                "order" | "time" => &mut columns.time,
                "type" => &mut columns.kind,
                "quantity" => &mut columns.quantity,
                _ => {
                    let known = "user, basket, item, order, time, type and quantity";
                    return Err(format!("--columns: \"{name}\" is none of {known}"));
                }
            };
            *slot = vec![column.to_owned()];
        }
        Ok(columns)
    }

    /// Reads a table with these columns.
    pub fn read_table(&self, table: &mut Table, sink: &mut Sink) -> Result<(), String> {
        let of = |names: &[String]| table.column(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let find = |names: &[String]| {
            let has = table.header.join(", ");
            of(names).ok_or_else(|| format!("has no column {}; it has: {has}", names.join(" or ")))
        };
        let (user, item) = (find(&self.user)?, find(&self.item)?);
        // Without a moment, rows are in their order.
        let time = of(&self.time).filter(|time| *time != user);
        let (kind, quantity) = (of(&self.kind), of(&self.quantity));
        let used = [Some(user), Some(item), time, kind, quantity];
        let others = table.header.iter().enumerate().filter(|(at, _)| !used.contains(&Some(*at)));
        let others: Vec<&str> = others.map(|(_, name)| name.as_str()).collect();
        sink.not_used(&others.join(", "));
        let mut row = ByteRecord::new();
        while table.next(&mut row)? {
            let place = sink.row() as i64;
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let at = match time {
                Some(time) => moment(cell(time)),
                None => Some(place),
            };
            let is_against = kind.is_some_and(|kind| {
                AGAINST.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(cell(kind).trim_ascii()))
            });
            if is_against || quantity.is_some_and(|quantity| is_returned(cell(quantity))) {
                sink.pass();
                continue;
            }
            let taken = match at {
                Some(at) => sink.event(&Found { who: cell(user), what: cell(item), at }),
                None => Err("the moment is neither a number nor a date"),
            };
            if let Err(why) = taken {
                sink.skip(why);
            }
        }
        Ok(())
    }
}

/// Whether a quantity says that something was given back, or that there was none.
pub fn is_returned(quantity: &[u8]) -> bool {
    let number = std::str::from_utf8(quantity).ok().and_then(|text| text.trim().parse::<f64>().ok());
    number.is_some_and(|number| number <= 0.0)
}
