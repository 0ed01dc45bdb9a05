//! Options where a whole number is picked.

use super::attributes::scaled;
use super::steps::{NumberPrice, Steps};
use super::{Amount, Id, Kind, ProductOption, Role};
use crate::text::Text;

record! {
    /// An option where a whole number is picked.
    pub struct QuantityFile {
        /// `quantity`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// The least number, 0 or more.
        req min: i64,
        /// The largest number.
        req max: i64,
        /// From one number to the next.
        def step: i64 = 1,
        /// The number picked at first; the least where left out.
        opt default: i64,
        /// What it costs.
        opt price: NumberPrice,
    }
}

/// A whole number.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityOption {
    /// The numbers that can be picked.
    pub steps: Steps,
    /// What they cost.
    pub price: NumberPrice,
    /// What is wrong with the numbers in the file.
    pub(super) problem: Option<&'static str>,
}

impl From<QuantityFile> for ProductOption {
    fn from(file: QuantityFile) -> Self {
        let number = |number: i64| scaled(number as f64);
        let steps =
            Steps::new(number(file.min), number(file.max), number(file.step), file.default.map(number));
        let kind = Kind::Quantity(QuantityOption {
            problem: steps.err(),
            steps: steps.unwrap_or_else(|_| Steps::nothing()),
            price: file.price.unwrap_or(NumberPrice { per_unit: Amount(0), once: Amount(0) }),
        });
        ProductOption::new(file.id, file.title, file.help, file.role, kind)
    }
}
