//! `haberdash compile`: the rules of a product, compiled into a file beside it.

use crate::check::rules::sizes;
use crate::outcome::Outcome;
use crate::quote::read_product;
use crate::{json, report};
use clap::Args;
use haberdash_core::Value;
use haberdash_core::compat::Compiled;
use std::path::PathBuf;
use std::time::Instant;

/// Compile the rules of a product into a file beside it.
///
/// The file names the product file by its hash: compile again whenever that changes. How large the diagrams are is told on stderr; the name of
/// the file is printed.
#[derive(Args)]
pub struct Arguments {
    /// The product file.
    product: PathBuf,
    /// The file to write; else the product file's name with `.rules` in place of `.json`.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let product = read_product(&arguments.product)?;
    let begin = Instant::now();
    let compiled = Compiled::new(&product);
    let took = begin.elapsed();
    let bytes = compiled.to_bytes(&product);
    let output = arguments.output.clone().unwrap_or_else(|| arguments.product.with_extension("rules"));
    std::fs::write(&output, &bytes)
        .map_err(|error| format!("{} cannot be written: {error}", output.display()))?;
    let told = sizes(&product, &compiled, took);
    if as_json {
        let parts = compiled.parts();
        let sum = |of: fn((usize, usize)) -> usize| {
            parts.iter().filter_map(|part| part.diagram.map(of)).sum::<usize>()
        };
        let value = Value::object([
            ("file", Value::from(output.display().to_string())),
            ("product", Value::from(product.id.as_str())),
            ("hash", Value::from(product.hash.as_str())),
            ("bytes", Value::from(bytes.len() as i64)),
            ("nodes", Value::from(sum(|d| d.0) as i64)),
            ("edges", Value::from(sum(|d| d.1) as i64)),
            ("milliseconds", Value::from(took.as_millis() as i64)),
            ("searched", Value::from(parts.iter().filter(|part| part.diagram.is_none()).count() as i64)),
        ]);
        report::result(&json::pretty(&value))?;
    } else {
        told.iter().for_each(|sentence| report::say(sentence));
        report::say(&format!("{} bytes", bytes.len()));
        report::result(&output.display().to_string())?;
    }
    Ok(Outcome::Fine)
}
