//! Prices by width and height.

use super::PriceRule;
use crate::diagnostics::Diagnostics;
use crate::number::Digits;
use crate::product::attributes::scaled;
use crate::product::rule::{Condition, Entry, Logic, MOST_VALUES, Names, Rule, RuleKind, Wanted};
use crate::product::{Amount, Product, ProductOption};
use crate::read::{self, Read};
use crate::selection::{Pick, Selection};
use crate::text::Text;
use crate::value::Value;

/// A price for each size: that of the first column that is at least as wide, and the first row that is at least as high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The option that is the width.
    pub width: usize,
    /// The option that is the height.
    pub height: usize,
    /// The widths, in ten-thousandths, ascending.
    pub columns: Vec<i64>,
    /// The heights, in ten-thousandths, ascending.
    pub rows: Vec<i64>,
    /// Row by row, in minor units; `None` where nothing can be bought.
    pub prices: Vec<Option<i64>>,
}

const FIELDS: &[&str] = &["width", "height", "columns", "rows", "prices"];
/// So many prices a table may have.
const MOST_PRICES: usize = 100_000;

impl Table {
    /// What `selection` costs by it, in minor units: nothing while width or height is hidden, `None` where there is no price.
    pub fn price(&self, product: &Product, selection: &Selection) -> Option<i64> {
        let number = |option: usize| match selection.pick(option) {
            Some(Pick::Number(step)) => {
                product.options[option].kind.numbers().map(|(steps, _)| steps.number(*step))
            }
            _ => None,
        };
        let (Some(width), Some(height)) = (number(self.width), number(self.height)) else { return Some(0) };
        let column = self.columns.iter().position(|column| *column >= width)?;
        let row = self.rows.iter().position(|row| *row >= height)?;
        self.at(column, row)
    }

    fn at(&self, column: usize, row: usize) -> Option<i64> {
        self.prices.get(row * self.columns.len() + column).copied().flatten()
    }

    /// The least and the largest price that a size can have.
    pub fn ends(&self, options: &[ProductOption]) -> Option<(i64, i64)> {
        let (columns, rows) =
            (bands(&self.columns, self.width, options), bands(&self.rows, self.height, options));
        let mut ends: Option<(i64, i64)> = None;
        for (column, of_column) in columns.iter().enumerate() {
            for (row, of_row) in rows.iter().enumerate() {
                if of_column.is_none() || of_row.is_none() || column == self.columns.len() {
                    continue;
                }
                if let Some(price) = self.at(column, row).filter(|_| row < self.rows.len()) {
                    ends = Some(ends.map_or((price, price), |(low, high)| (low.min(price), high.max(price))));
                }
            }
        }
        ends
    }

    /// How many of its cells have sizes that can be picked and no price.
    pub fn holes(&self, options: &[ProductOption]) -> usize {
        let (columns, rows) =
            (bands(&self.columns, self.width, options), bands(&self.rows, self.height, options));
        let is_there = |bands: &[Option<(u32, u32)>], at: usize| bands.get(at).copied().flatten().is_some();
        let all =
            (0..self.columns.len()).flat_map(|column| (0..self.rows.len()).map(move |row| (column, row)));
        all.filter(|(c, r)| is_there(&columns, *c) && is_there(&rows, *r) && self.at(*c, *r).is_none())
            .count()
    }

    pub(super) fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Table> {
        read::object(value, FIELDS, diagnostics)?;
        let mut is_whole = true;
        for name in FIELDS {
            if value.get(name).is_none() {
                diagnostics.error(["\"", name, "\" is missing"].concat());
                is_whole = false;
            }
        }
        let size = |name: &str, d: &mut Diagnostics| {
            d.within(name, |d| {
                let option = names.option(read::text(value.get(name)?, d)?, d)?;
                let is_number = names.all()[option].kind.numbers().is_some();
                if !is_number {
                    d.error("expected an option of kind quantity or measure");
                }
                is_number.then_some(option)
            })
        };
        let (width, height) = (size("width", diagnostics), size("height", diagnostics));
        if width.is_some() && width == height {
            diagnostics.within("height", |d| d.error("width and height are the same option"));
        }
        let ends = |name: &str, d: &mut Diagnostics| d.within(name, |d| ascending(value.get(name)?, d));
        let (columns, rows) = (ends("columns", diagnostics), ends("rows", diagnostics));
        let grid = value.get("prices").filter(|_| is_whole)?;
        let (columns, rows) = (columns?, rows?);
        let prices = diagnostics.within("prices", |d| cells(grid, columns.len(), rows.len(), d))?;
        Some(Table { width: width?, height: height?, columns, rows, prices })
    }

    /// Tells of sizes that can be picked and are larger than all that have a price.
    pub(super) fn warn(&self, options: &[ProductOption], diagnostics: &mut Diagnostics) {
        for (name, ends, option) in
            [("columns", &self.columns, self.width), ("rows", &self.rows, self.height)]
        {
            let Some((steps, _)) = options[option].kind.numbers() else { continue };
            if ends.last().is_some_and(|last| *last < steps.number(steps.last)) {
                let id = options[option].id.as_str();
                let (end, most) = (ends.last().copied().unwrap_or(0), steps.text(steps.last));
                let end = crate::scene::decimal(crate::product::attributes::unscaled(end));
                let parts = [
                    "\"",
                    id,
                    "\" goes to ",
                    &most,
                    ", and nothing beyond ",
                    &end,
                    " has a price: it cannot be bought",
                ];
                diagnostics.within(name, |d| d.warning(parts.concat()));
            }
        }
    }

    #[cfg(feature = "schema")]
    pub(super) fn schema() -> Value {
        let price =
            Value::object([("oneOf", Value::from(vec![Amount::schema(), read::schema::of_type("null")]))]);
        let list = |items: Value| Value::object([("type", Value::from("array")), ("items", items)]);
        let id = crate::product::Id::schema;
        read::schema::record(
            "Prices by width and height.",
            vec![
                ("width", "The option that is the width.", true, id()),
                ("height", "The option that is the height.", true, id()),
                ("columns", "The widths, ascending.", true, Vec::<f64>::schema()),
                ("rows", "The heights, ascending.", true, Vec::<f64>::schema()),
                (
                    "prices",
                    "For each row, a price for each column; null where none can be bought.",
                    true,
                    list(list(price)),
                ),
            ],
        )
    }
}

/// Numbers that ascend, in ten-thousandths.
fn ascending(value: &Value, diagnostics: &mut Diagnostics) -> Option<Vec<i64>> {
    let items = read::list(value, diagnostics)?;
    let mut list: Vec<i64> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match item.as_f64().and_then(scaled).filter(|number| list.last().is_none_or(|last| last < number)) {
            Some(number) => list.push(number),
            None => diagnostics.at_index(index, |d| {
                d.error("expected a number larger than the one before it, with four decimals at most");
            }),
        }
    }
    if items.is_empty() {
        diagnostics.error("expected at least one number");
    }
    (list.len() == items.len() && !list.is_empty()).then_some(list)
}

fn cells(
    value: &Value,
    columns: usize,
    rows: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Option<i64>>> {
    let lines = read::list(value, diagnostics)?;
    if lines.len() != rows || columns.saturating_mul(rows) > MOST_PRICES {
        diagnostics.error(
            ["expected ", &rows.digits(), " lists, one for each row, and 100000 prices at most"].concat(),
        );
        return None;
    }
    let mut prices = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        diagnostics.at_index(index, |d| {
            let Some(cells) = read::list(line, d) else { return };
            if cells.len() != columns {
                d.error(["expected ", &columns.digits(), " prices, one for each column"].concat());
            }
            for (index, cell) in cells.iter().enumerate() {
                match cell {
                    Value::Null => prices.push(None),
                    cell => {
                        prices.extend(d.at_index(index, |d| Amount::read(cell, d)).map(|price| Some(price.0)))
                    }
                }
            }
        });
    }
    if prices.iter().all(Option::is_none) {
        diagnostics.error("no size has a price");
    }
    (prices.len() == columns * rows).then_some(prices)
}

/// Ranges of steps, both ends included.
type Ranges = Vec<(u32, u32)>;

/// The steps that fall into each column or row, and last those beyond all.
fn bands(ends: &[i64], option: usize, options: &[ProductOption]) -> Vec<Option<(u32, u32)>> {
    let Some((steps, _)) = options[option].kind.numbers() else { return Vec::new() };
    let mut from = i64::MIN;
    let mut bands = Vec::new();
    for end in ends.iter().copied().chain([i64::MAX]) {
        bands.push(steps.within(from, end));
        from = end.saturating_add(1);
    }
    bands
}

/// A rule of the product for the sizes that have no price, so that they are not on offer. Sizes in more steps than rules can look at are left to
/// the price itself.
pub(super) fn rules(rule: &PriceRule, table: &Table, options: &[ProductOption]) -> Vec<Rule> {
    let steps = |option: usize| options[option].kind.numbers().map(|(steps, _)| *steps);
    let (Some(width), Some(height)) = (steps(table.width), steps(table.height)) else { return Vec::new() };
    if width.last.max(height.last) >= MOST_VALUES {
        return Vec::new();
    }
    let (columns, rows) =
        (bands(&table.columns, table.width, options), bands(&table.rows, table.height, options));
    // Columns that lack the same rows share a rule.
    let mut groups: Vec<(Ranges, Ranges)> = Vec::new();
    for (column, band) in columns.iter().enumerate() {
        let Some(band) = band else { continue };
        let has_none = |row: usize| {
            column == table.columns.len() || row == table.rows.len() || table.at(column, row).is_none()
        };
        let lacking: Ranges =
            rows.iter().enumerate().filter(|(row, _)| has_none(*row)).filter_map(|(_, band)| *band).collect();
        if lacking.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(_, other)| *other == lacking) {
            Some((bands, _)) => bands.push(*band),
            None => groups.push((vec![*band], lacking)),
        }
    }
    let mut list = Vec::new();
    for (bands, lacking) in groups {
        let of = |option: usize, ranges: Vec<(u32, u32)>| narrowed(&rule.when, option, ranges);
        let (Some(wide), Some(high)) = (of(table.width, bands), of(table.height, lacking)) else { continue };
        let mut when = Condition(
            rule.when
                .0
                .iter()
                .filter(|e| e.option != table.width && e.option != table.height)
                .cloned()
                .collect(),
        );
        when.0.push(wide);
        let kind = RuleKind::Exclude(Logic { when, then: Condition(vec![high]) });
        list.push(Rule { id: None, because: Some(sentence()), kind });
    }
    list
}

/// `option` is in these ranges, and where the condition names it already, also there.
fn narrowed(when: &Condition, option: usize, mut ranges: Vec<(u32, u32)>) -> Option<Entry> {
    if let Some(Entry { wanted: Wanted::Steps(own), .. }) = when.0.iter().find(|entry| entry.option == option)
    {
        let meet = |a: &(u32, u32), b: &(u32, u32)| (a.0.max(b.0), a.1.min(b.1));
        let both = ranges.iter().flat_map(|range| own.iter().map(move |other| meet(range, other)));
        ranges = both.filter(|(first, last)| first <= last).collect();
    }
    (!ranges.is_empty()).then_some(Entry { option, wanted: Wanted::Steps(ranges) })
}

/// What shoppers read about a size that has no price.
fn sentence() -> Text {
    let words = [
        ("en", "This size is not made."),
        ("de", "Diese Größe wird nicht gefertigt."),
        ("fr", "Cette taille n’est pas fabriquée."),
        ("es", "Esta medida no se fabrica."),
        ("ar", "هذا المقاس لا يُصنع."),
    ];
    Text::Languages(words.into_iter().collect())
}
