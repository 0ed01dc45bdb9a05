//! What is printed for an order.

use super::{Arguments, Source, Written};
use haberdash_core::selection::Selection;

pub fn run(_: &Arguments, _: &Source, _: &Selection) -> Result<Vec<Written>, String> {
    Err("not yet".into())
}
