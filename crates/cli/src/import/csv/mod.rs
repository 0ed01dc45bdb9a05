//! A table of products: columns become options, rows the combinations that there are.

mod price;
mod table;

use super::amount::{minor_units, plain_number};
use super::found::Found;
use super::mapped::Entry;
use super::names::{Names, slug};
use super::product::{self, Head};
use super::source::Source;
use haberdash_core::Value;
use haberdash_core::product::Currency;
use price::{Prices, Row};
use std::collections::BTreeMap;
use table::Cell;

/// The product of a table. `None` when there is none.
pub fn read(source: &Source, head: &Head, found: &mut Found) -> Option<Value> {
    let mut rows = table::rows(source, found).into_iter();
    let Some(header) = rows.next() else {
        found.error(None, "the table is empty: expected a row of column names");
        return None;
    };
    let rows: Vec<Vec<Cell>> = rows.collect();
    let mut table = Table { source, found, header, rows };
    table.check_widths();
    let columns = table.columns();
    if columns.is_empty() || table.rows.is_empty() {
        let place = source.place(0);
        table.found.error(
            place,
            "expected columns beside product_id, product_name and those with $, and rows below them",
        );
        return None;
    }
    let column = |name: &str| table.header.iter().position(|cell| cell.text.eq_ignore_ascii_case(name));
    let (price_column, name_column) =
        (column("$price"), column("product_name").or_else(|| column("product_id")));
    let (currency, prices) = table.prices(price_column, head);
    let (rows, kept) = table.distinct(&columns, &prices, &currency);
    let split = price::split(&rows, &columns.iter().map(|c| c.entries.len() as u32).collect::<Vec<_>>());
    let name = |row: usize| {
        name_column.and_then(|c| table.rows[kept[row]].get(c)).map_or("", |cell| cell.text.as_str())
    };
    Some(write(head, &currency, columns, &rows, split, name))
}

/// A column that becomes an option.
struct Column {
    at: usize,
    id: String,
    title: String,
    entries: Vec<Entry>,
    /// By text; blank is none.
    values: BTreeMap<String, u32>,
}

struct Table<'s> {
    source: &'s Source,
    found: &'s mut Found,
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

impl Table<'_> {
    fn check_widths(&mut self) {
        let width = self.header.len();
        for row in &mut self.rows {
            let place = row.first().map(|cell| self.source.place(cell.offset));
            if let Some(extra) = row.iter().skip(width).find(|cell| !cell.text.is_empty()) {
                let place = self.source.place(extra.offset);
                let text = format!("a cell beyond the {width} columns that have names: {:?}", extra.text);
                self.found.error(place, text);
            } else if row.len() < width {
                let text =
                    format!("this row has {} of {width} cells; the others are taken as blank", row.len());
                self.found.notice(place, text);
            }
            row.resize(width, Cell::default());
        }
    }

    /// Those that become options, with their values in the order of rows.
    fn columns(&mut self) -> Vec<Column> {
        let mut names = Names::default();
        let mut columns = Vec::new();
        for (at, cell) in self.header.iter().enumerate() {
            let not_options = ["product_id", "product_name"];
            let text = cell.text.as_str();
            if text.starts_with('$') || not_options.iter().any(|name| text.eq_ignore_ascii_case(name)) {
                continue;
            }
            let is_used = self.rows.iter().any(|row| !row[at].text.is_empty());
            let mut title = title_of(text);
            if text.is_empty() {
                if !is_used {
                    continue;
                }
                title = format!("Column {}", at + 1);
                let place = self.source.place(cell.offset);
                self.found.notice(place, format!("this column has no name; it is called \"{title}\""));
            }
            let id = names.take(if text.is_empty() { &title } else { text }, "option");
            let (entries, values) = self.entries(at);
            columns.push(Column { at, id, title, entries, values });
        }
        columns
    }

    fn entries(&self, at: usize) -> (Vec<Entry>, BTreeMap<String, u32>) {
        let mut names = Names::default();
        let (mut entries, mut values) = (Vec::new(), BTreeMap::new());
        let has_blank = self.rows.iter().any(|row| row[at].text.is_empty());
        if has_blank {
            // Its id is "none", unless a value is called so.
            let is_taken = self.rows.iter().any(|row| slug(&row[at].text) == "none");
            entries.push(Entry::new(names.take(if is_taken { "blank" } else { "none" }, "none"), "None"));
            values.insert(String::new(), 0);
        }
        for row in &self.rows {
            let text = &row[at].text;
            if !values.contains_key(text) {
                values.insert(text.clone(), entries.len() as u32);
                entries.push(Entry::new(names.take(text, "choice"), text));
            }
        }
        (entries, values)
    }

    /// The currency and each row's price in it.
    fn prices(&mut self, column: Option<usize>, head: &Head) -> (Currency, Vec<i64>) {
        let euro = || Currency("EUR".into());
        let Some(column) = column else {
            self.found.notice(None, "there is no column \"$price\": everything costs nothing, and the currency is EUR unless --currency says another");
            return (head.currency.clone().unwrap_or_else(euro), vec![0; self.rows.len()]);
        };
        let mut code: Option<&str> = None;
        let mut numbers = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let cell = &row[column];
            let place = self.source.place(if cell.text.is_empty() { row[0].offset } else { cell.offset });
            let number = match plain_number(&cell.text) {
                _ if cell.text.is_empty() => {
                    self.found.notice(place, "this row has no price: it costs nothing");
                    "0".to_owned()
                }
                None => {
                    self.found.error(
                        place,
                        format!("{:?} is no price; expected one such as 1,099.00 or $5", cell.text),
                    );
                    "0".to_owned()
                }
                Some((None, number)) => number,
                Some((Some(sign), number)) => {
                    if code.is_some_and(|code| code != sign) {
                        let code = code.unwrap_or_default();
                        self.found.error(
                            place,
                            format!("a price in {sign} among prices in {code}; a product has one currency"),
                        );
                    }
                    code = code.or(Some(sign));
                    number
                }
            };
            numbers.push((number, place));
        }
        let currency = head.currency.clone().or_else(|| code.map(|code| Currency(code.into())));
        if currency.is_none() {
            self.found
                .notice(None, "the prices have no currency sign: EUR is taken, --currency says another");
        }
        let currency = currency.unwrap_or_else(euro);
        let mut amount = |(number, place)| match minor_units(number, &currency) {
            Some((amount, rounded)) => {
                if rounded {
                    self.found.notice(place, format!("{number} is rounded to what {} has", currency.0));
                }
                amount
            }
            None => {
                self.found.error(place, format!("{number} is larger than prices may be"));
                0
            }
        };
        let amounts = numbers.iter().map(|(number, place)| amount((number.as_str(), *place))).collect();
        (currency, amounts)
    }

    /// The rows that are different products, and which of all rows they are.
    fn distinct(
        &mut self,
        columns: &[Column],
        prices: &[i64],
        currency: &Currency,
    ) -> (Vec<Row>, Vec<usize>) {
        let mut seen: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        let (mut rows, mut kept) = (Vec::new(), Vec::new());
        for (index, row) in self.rows.iter().enumerate() {
            let values: Vec<u32> = columns.iter().map(|column| column.values[&row[column.at].text]).collect();
            let Some(first) = seen.get(&values) else {
                seen.insert(values.clone(), index);
                rows.push((values, prices[index]));
                kept.push(index);
                continue;
            };
            let line = self.source.place(self.rows[*first][0].offset).line;
            let mut message = format!("the same product as in line {line}: counted once");
            if prices[*first] != prices[index] {
                let [one, other] =
                    [prices[*first], prices[index]].map(|price| crate::money::format(price, currency));
                message += &format!(", at the price there, {one}, not {other}");
            }
            self.found.notice(self.source.place(row[0].offset), message);
        }
        (rows, kept)
    }
}

/// `hard_drive` as *Hard drive*.
fn title_of(name: &str) -> String {
    let spaced = name.replace('_', " ");
    let mut chars = spaced.trim().chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

fn write<'n>(
    head: &Head,
    currency: &Currency,
    mut columns: Vec<Column>,
    rows: &[Row],
    split: Prices,
    name: impl Fn(usize) -> &'n str,
) -> Value {
    let id = |column: &Column, value: u32| Value::from(column.entries[value as usize].id.as_str());
    let ids = |values: &[u32]| {
        columns.iter().zip(values).map(|(column, value)| id(column, *value)).collect::<Vec<_>>()
    };
    let cells = rows.iter().map(|(values, _)| Value::Array(ids(values))).collect();
    let names = columns.iter().map(|column| Value::from(column.id.as_str())).collect();
    let table = Value::object([("options", Value::Array(names)), ("rows", Value::Array(cells))]);
    let mut rules = vec![Value::object([("table", table)])];
    if columns.len() == 1 {
        // Every choice is a row.
        rules.clear();
    }
    let first = ids(&rows[0].0);
    let mut prices = Vec::new();
    let base = match split {
        Prices::Added { base, adds } => {
            for (column, adds) in columns.iter_mut().zip(adds) {
                column.entries.iter_mut().zip(adds).for_each(|(entry, add)| entry.price = add);
            }
            base
        }
        Prices::Together { base, columns: keys, adds } => {
            for (values, row, add) in adds {
                let title = Some(name(row)).filter(|name| !name.is_empty()).unwrap_or("Model");
                let when = keys
                    .iter()
                    .zip(values)
                    .map(|(key, value)| (columns[*key].id.clone(), id(&columns[*key], value)));
                let when = Value::object(when.collect::<Vec<_>>());
                prices.push(Value::object([
                    ("title", Value::from(title)),
                    ("when", when),
                    ("add", add.into()),
                ]));
            }
            base
        }
    };
    let options = columns.iter().zip(first).map(|(column, default)| option(column, default)).collect();
    product::file(&title_of(&head.name), currency, base, options, rules, prices)
}

fn option(column: &Column, default: Value) -> Value {
    let mut fields = vec![
        ("kind", Value::from("choice")),
        ("id", column.id.as_str().into()),
        ("title", column.title.as_str().into()),
    ];
    if column.entries.len() > 8 {
        fields.push(("display", "dropdown".into()));
    }
    fields.push(("default", default));
    fields.push(("choices", Value::Array(column.entries.iter().map(product::choice_value).collect())));
    Value::object(fields)
}
