//! `haberdash hash`: what order claims name a product file by.

use crate::outcome::Outcome;
use crate::quote::read_product;
use crate::{json, report};
use clap::Args;
use haberdash_core::Value;
use std::path::PathBuf;

/// Print the hash that order claims name a product file by.
///
/// It is SHA-256 over the canonical JSON (RFC 8785) of the file: spaces and the order of fields do not change it,
/// everything else does. Keep every published product file under its hash, and old orders stay readable.
#[derive(Args)]
pub struct Arguments {
    /// The product file.
    product: PathBuf,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let product = read_product(&arguments.product)?;
    if as_json {
        let value = Value::object([
            ("product", Value::from(product.id.as_str())),
            ("hash", Value::from(product.hash.as_str())),
        ]);
        report::result(&json::pretty(&value))?;
    } else {
        report::result(&product.hash)?;
    }
    Ok(Outcome::Fine)
}
