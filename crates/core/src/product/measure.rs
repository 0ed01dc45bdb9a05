//! Options where a length, a weight or another measure is picked.

use super::attributes::scaled;
use super::steps::{NumberPrice, Steps};
use super::{Amount, Id, Kind, ProductOption, Role};
use crate::text::Text;

record! {
    /// An option where a measure is picked.
    pub struct MeasureFile {
        /// `measure`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// The unit, such as mm, cm or in.
        req unit: String,
        /// The least number, 0 or more.
        req min: f64,
        /// The largest number.
        req max: f64,
        /// From one number to the next.
        req step: f64,
        /// The number picked at first; the least where left out.
        opt default: f64,
        /// What it costs.
        opt price: NumberPrice,
    }
}

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureOption {
    /// The unit, as it is written behind the number.
    pub unit: String,
    /// The numbers that can be picked.
    pub steps: Steps,
    /// What they cost.
    pub price: NumberPrice,
    /// What is wrong with the numbers in the file.
    pub(super) problem: Option<&'static str>,
}

impl From<MeasureFile> for ProductOption {
    fn from(file: MeasureFile) -> Self {
        let steps =
            Steps::new(scaled(file.min), scaled(file.max), scaled(file.step), file.default.map(scaled));
        let kind = Kind::Measure(MeasureOption {
            unit: file.unit,
            problem: steps.err(),
            steps: steps.unwrap_or_else(|_| Steps::nothing()),
            price: file.price.unwrap_or(NumberPrice { per_unit: Amount(0), once: Amount(0) }),
        });
        ProductOption::new(file.id, file.title, file.help, file.role, kind)
    }
}
