//! `haberdash schema`: the JSON Schemas of the file formats.

use crate::outcome::Outcome;
use crate::{json, report};
use clap::{Args, ValueEnum};
use haberdash_core::catalog::Catalog;
use haberdash_core::product::{Library, Product};

/// Print the JSON Schema (draft 2020-12) of a file format.
///
/// An editor that is given it completes and checks the file while it is written.
#[derive(Args)]
pub struct Arguments {
    /// Which format.
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A product file, version 1.
    Product,
    /// A library of choices, version 1.
    Library,
    /// A catalogue, version 1.
    Catalog,
}

/// Runs the command. It is JSON with and without `--json`.
pub fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let schema = match arguments.format {
        Format::Product => Product::schema(),
        Format::Library => Library::schema_document(),
        Format::Catalog => Catalog::schema(),
    };
    report::result(&json::pretty(&schema))?;
    Ok(Outcome::Fine)
}
