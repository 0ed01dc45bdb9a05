//! What rules bring about by themselves, to a module that leaves rules to another: nothing.

use super::{Pick, Selection, default_pick};
use crate::product::Product;

/// What untouched options should take: the defaults.
pub(crate) fn wishes(product: &Product, _: &Selection) -> Vec<Pick> {
    product.options.iter().map(default_pick).collect()
}

impl Selection {
    pub(super) fn settle(&mut self, _: &Product) {}
}
