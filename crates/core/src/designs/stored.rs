//! The stored form of saved designs, version 1. What is read back may be anything: another script's, cut off, huge, or from a later version.
//!
//! ```json
//! {"v": 1, "designs": [{"id": "mb3k-7f", "product": "oxford-shirt", "name": "For the office", "selection": {"fabric": "navy"}, "at": 1767225600000}]}
//! ```

use super::{Design, Designs};
use crate::value::Value;

const VERSION: i64 = 1;

/// What there is to say about stored designs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A later version of Haberdash wrote them: nothing was read, and they must not be overwritten.
    Foreign,
    /// They are no designs: nothing was read, and they may be overwritten.
    Corrupt,
    /// Some could not be used.
    Dropped,
}

impl Designs {
    /// Reads what [`Designs::to_value`] wrote. Never fails: what cannot be used is left out and noticed. `null` is none.
    pub fn from_value(value: &Value) -> (Designs, Option<Notice>) {
        let mut designs = Designs::default();
        if *value == Value::Null {
            return (designs, None);
        }
        match value.get("v").and_then(Value::as_i64) {
            Some(VERSION) => {}
            Some(later) if later > VERSION => return (designs, Some(Notice::Foreign)),
            _ => return (designs, Some(Notice::Corrupt)),
        }
        let list = value.get("designs").and_then(Value::as_array).unwrap_or_default();
        designs.0 = list.iter().filter_map(read).collect();
        designs.tidy();
        let dropped = designs.0.len() < list.len();
        (designs, dropped.then_some(Notice::Dropped))
    }

    /// The stored form.
    pub fn to_value(&self) -> Value {
        let designs = self.0.iter().map(|design| {
            Value::record([
                ("id", Value::from(design.id.as_str())),
                ("product", Value::from(design.product.as_str())),
                ("name", Value::from(design.name.as_str())),
                ("selection", design.selection.clone()),
                ("at", Value::from(design.at)),
            ])
        });
        Value::record([("v", Value::from(VERSION)), ("designs", Value::Array(designs.collect()))])
    }
}

fn read(entry: &Value) -> Option<Design> {
    let text = |name: &str| Some(entry.get(name)?.as_str()?.to_owned());
    let design = Design {
        id: text("id")?,
        product: text("product")?,
        name: text("name")?,
        selection: entry.get("selection")?.clone(),
        at: entry.get("at")?.as_i64()?.max(0),
    };
    design.checked()
}
