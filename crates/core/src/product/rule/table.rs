//! Rules that list what goes together: one row must fit.

use super::Names;
use super::condition::{self, Wanted};
use crate::diagnostics::Diagnostics;
use crate::product::Kind;
use crate::read::{self, wrong_kind};
use crate::selection::Selection;
use crate::value::Value;

/// So many cells a table may have.
const MOST_CELLS: usize = 1_000_000;

/// A list of allowed combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The options of the columns.
    pub options: Vec<usize>,
    /// The rows, a cell for each option; `None` stands for anything, hidden ones included.
    pub rows: Vec<Vec<Option<Wanted>>>,
}

impl Table {
    /// Whether a row fits.
    pub fn holds(&self, selection: &Selection) -> bool {
        let fits = |(cell, option): (&Option<Wanted>, &usize)| {
            cell.as_ref().is_none_or(|wanted| selection.pick(*option).is_some_and(|pick| wanted.fits(pick)))
        };
        self.rows.iter().any(|row| row.iter().zip(&self.options).all(fits))
    }

    pub(super) fn read(value: &Value, names: Names, diagnostics: &mut Diagnostics) -> Option<Table> {
        read::object(value, &["options", "rows"], diagnostics)?;
        let (Some(columns), Some(rows)) = (value.get("options"), value.get("rows")) else {
            diagnostics.error("a table needs \"options\" and \"rows\"");
            return None;
        };
        let before = diagnostics.count();
        let options = diagnostics.within("options", |d| names.options(columns, d))?;
        let is_sound = diagnostics.count() == before;
        for (column, option) in options.iter().enumerate() {
            if matches!(names.options[*option].kind, Kind::Text(_) | Kind::Image(_) | Kind::Color(_)) {
                diagnostics.within("options", |d| {
                    d.at_index(column, |d| {
                        d.error("rules cannot look at texts, pictures and colours: there are too many")
                    });
                });
            }
        }
        let rows = diagnostics.within("rows", |d| {
            let items = read::list(rows, d)?;
            if items.is_empty() {
                d.error("a table without rows allows nothing");
            }
            if items.len().saturating_mul(options.len()) > MOST_CELLS {
                d.error("the table has more than 1000000 cells");
                return None;
            }
            // A column that was not found was told, and what its cells mean is not known.
            if !is_sound {
                return None;
            }
            let rows = items.iter().enumerate();
            Some(rows.filter_map(|(at, item)| d.at_index(at, |d| row(item, &options, names, d))).collect())
        })?;
        Some(Table { options, rows })
    }

    /// The JSON Schema of what `read` takes.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        let rows = Value::object([
            ("type", Value::from("array")),
            ("items", Value::object([("type", Value::from("array"))])),
        ]);
        let options = <Vec<crate::product::Id> as read::Read>::schema();
        read::schema::record(
            "One row of it fits.",
            vec![
                ("options", "The options of the columns.", true, options),
                ("rows", "The rows, a cell for each option; \"*\" stands for anything.", true, rows),
            ],
        )
    }
}

fn row(
    value: &Value,
    options: &[usize],
    names: Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Option<Wanted>>> {
    let Some(cells) = value.as_array() else {
        wrong_kind("a list of cells", value, diagnostics);
        return None;
    };
    if cells.len() != options.len() {
        diagnostics.error("expected as many cells as the table has options");
        return None;
    }
    let mut row = Vec::with_capacity(cells.len());
    for (at, (cell, option)) in cells.iter().zip(options).enumerate() {
        row.push(match cell.as_str() {
            Some("*") => None,
            _ => Some(diagnostics.at_index(at, |d| condition::wanted(cell, names, *option, d))?),
        });
    }
    Some(row)
}
