//! `haberdash resolve`: a product file with everything in it that it names.

use crate::outcome::Outcome;
use crate::quote::read_parts;
use crate::{json, report};
use clap::Args;
use haberdash_core::{Value, canonical};
use std::path::PathBuf;

/// Print a product file with what it extends and its libraries put in.
///
/// That is the product which claims name by its hash: keep it in the archive of `haberdash quote`, where it needs no other files. Addresses in it
/// are relative to the product file.
#[derive(Args)]
pub struct Arguments {
    /// The product file, or a library.
    file: PathBuf,
    /// The file to write, whose name is then printed in place of the product.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command. The product is JSON with and without `--json`.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let (_, value) = read_parts(&arguments.file)?;
    let text = json::pretty(&value);
    let Some(output) = &arguments.output else {
        report::result(&text)?;
        return Ok(Outcome::Fine);
    };
    let name = output.display().to_string();
    std::fs::write(output, text + "\n").map_err(|error| format!("{name} cannot be written: {error}"))?;
    if as_json {
        let told =
            Value::object([("file", Value::from(name)), ("hash", Value::from(canonical::hash(&value)))]);
        report::result(&json::pretty(&told))?;
    } else {
        report::result(&name)?;
    }
    Ok(Outcome::Fine)
}
