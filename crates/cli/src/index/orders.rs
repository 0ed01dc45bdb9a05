//! Shopify's export of orders: a row for each line of an order, of which the first one alone has what is said of the whole order
//! (<https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders>).

use super::columns::{Columns, is_returned};
use super::events::{Found, Sink, moment};
use super::table::Table;
use csv::ByteRecord;

/// Where its columns are.
pub struct Export {
    order: usize,
    created: usize,
    sku: usize,
    email: Option<usize>,
    quantity: Option<usize>,
    cancelled: Option<usize>,
}

impl Export {
    /// The table as an export of orders, when it has the columns of one, and none were named on the command line.
    pub fn of(table: &Table, columns: &Columns) -> Option<Export> {
        let column = |name: &str| table.column(&[name]);
        if columns.named {
            return None;
        }
        Some(Export {
            order: column("Name")?,
            created: column("Created at")?,
            sku: column("Lineitem sku")?,
            email: column("Email"),
            quantity: column("Lineitem quantity"),
            cancelled: column("Cancelled at"),
        })
    }

    /// Reads it. The shopper is who has the e-mail address; where there is none, each order is a shopper of its own.
    pub fn read(&self, table: &mut Table, sink: &mut Sink) -> Result<(), String> {
        let mut row = ByteRecord::new();
        // What the first row says of the order: its name, the shopper, when, and whether it was cancelled.
        let mut order: (Vec<u8>, Vec<u8>, Option<i64>, bool) = Default::default();
        while table.next(&mut row)? {
            sink.row();
            let cell = |at: usize| row.get(at).unwrap_or_default().trim_ascii();
            if cell(self.order) != order.0 || order.0.is_empty() {
                let email = self.email.map(cell).filter(|email| !email.is_empty());
                let who = email.unwrap_or(cell(self.order)).to_ascii_lowercase();
                let is_cancelled = self.cancelled.is_some_and(|at| !cell(at).is_empty());
                order = (cell(self.order).to_vec(), who, moment(cell(self.created)), is_cancelled);
            }
            if order.3 || self.quantity.is_some_and(|at| is_returned(cell(at))) {
                sink.pass();
                continue;
            }
            let taken = match order.2 {
                Some(at) => sink.event(&Found { who: &order.1, what: cell(self.sku), at }),
                None => Err("the order has no date"),
            };
            if let Err(why) = taken {
                sink.skip(if why == "no item" { "no Lineitem sku" } else { why });
            }
        }
        Ok(())
    }
}
