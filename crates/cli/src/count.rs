//! `haberdash count`: how many configurations a product has.

use crate::outcome::Outcome;
use crate::quote::read_with_any_start;
use crate::{json, report};
use clap::Args;
use haberdash_core::Value;
use haberdash_core::compat::Compiled;
use haberdash_core::rules::EDGES;
use std::path::PathBuf;

/// Print how many configurations a product has, as a whole number of any length.
///
/// Counted are all combinations that the rules allow of options with finitely many values. Texts are left out, and said so on stderr.
#[derive(Args)]
pub struct Arguments {
    /// The product file.
    product: PathBuf,
}

/// Where the usual limit is too small, so many times as many edges are tried.
const PATIENCE: usize = 16;

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let product = read_with_any_start(&arguments.product)?;
    let left_out: Vec<&str> =
        Compiled::left_out(&product).into_iter().map(|option| product.options[option].id.as_str()).collect();
    if !left_out.is_empty() && !as_json {
        report::say(&format!("left out, for they take any text: {}", left_out.join(", ")));
    }
    let count = Compiled::new(&product).count(&product);
    let count = match count {
        Some(count) => count,
        None => Compiled::with_limit(&product, EDGES * PATIENCE).count(&product).ok_or_else(|| {
            format!(
                "{} cannot be counted: its rules resist compiling; `haberdash check` says which",
                arguments.product.display()
            )
        })?,
    };
    if as_json {
        // As text: it can be longer than any number that JSON readers keep.
        let value = Value::object([
            ("product", Value::from(product.id.as_str())),
            ("count", Value::from(count.to_string())),
            ("left_out", Value::from(left_out)),
        ]);
        report::result(&json::pretty(&value))?;
    } else {
        report::result(&count.to_string())?;
    }
    Ok(Outcome::Fine)
}
