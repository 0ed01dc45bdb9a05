//! Options that are on or off.

use super::attributes::Attribute;
use super::{Amount, Id, Kind, ProductOption, Role};
use crate::read::Map;
use crate::text::Text;

record! {
    /// An option that is on or off.
    pub struct ToggleFile {
        /// `toggle`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// Whether it is on at first.
        def default: bool = false,
        /// What it adds to the price while it is on, in minor units; may be negative.
        def price: Amount = Amount(0),
        /// What it says about itself while it is on, for rules.
        def attributes: Map<Attribute> = Map::default(),
    }
}

/// On or off.
#[derive(Clone, Debug, PartialEq)]
pub struct ToggleOption {
    /// Whether it is on at first.
    pub default: bool,
    /// What it adds to the price while it is on, in minor units.
    pub price: i64,
    /// What it says about itself while it is on.
    pub attributes: Map<Attribute>,
}

impl From<ToggleFile> for ProductOption {
    fn from(file: ToggleFile) -> Self {
        ProductOption::new(
            file.id,
            file.title,
            file.help,
            file.role,
            Kind::Toggle(ToggleOption {
                default: file.default,
                price: file.price.0,
                attributes: file.attributes,
            }),
        )
    }
}
