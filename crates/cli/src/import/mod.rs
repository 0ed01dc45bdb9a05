//! `haberdash import`: product files from models in other formats.
//!
//! [`source`] reads text in any common encoding. One file for each format ([`uvl`], [`featureide`], [`sxfm`]) makes a [`model::FeatureModel`] of
//! it, [`mapped`] options of its tree, [`cnf`] clauses of its constraints and [`rules`] rules of those; [`product`] writes it all down. A table
//! of products ([`csv`]) is options and one table of what there is.

mod amount;
mod cnf;
mod csv;
mod featureide;
mod found;
mod mapped;
mod model;
mod names;
mod product;
mod rules;
mod source;
mod sxfm;
#[cfg(test)]
mod tests;
mod uvl;

use crate::outcome::Outcome;
use crate::{input, json, report};
use clap::{Args, ValueEnum};
use found::Found;
use haberdash_core::Value;
use haberdash_core::product::Currency;
use product::Head;
use source::{Source, decode};
use std::path::{Path, PathBuf};

/// Make a product file of a model in another format.
///
/// Read are UVL (Boolean level), FeatureIDE XML with its price attributes, SXFM, and a CSV table of products. What cannot be taken is named
/// with its line and column, and then nothing is written. A feature model's product has as many valid selections as the model has
/// configurations.
#[derive(Args)]
pub struct Arguments {
    /// The model.
    model: PathBuf,
    /// Where the product file goes. Without it, to stdout.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// The format, when the file does not show it.
    #[arg(long)]
    format: Option<Format>,
    /// The currency of the prices, such as EUR.
    #[arg(long, value_parser = currency)]
    currency: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The Universal Variability Language.
    Uvl,
    /// FeatureIDE's XML.
    Featureide,
    /// SPLOT's simple XML feature models.
    Sxfm,
    /// A table, a product in each row.
    Csv,
}

fn currency(code: &str) -> Result<String, String> {
    let code = code.to_ascii_uppercase();
    let fine = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    fine.then_some(code).ok_or_else(|| "expected an ISO 4217 code such as EUR".to_owned())
}

/// Room for what calls itself once per level of a formula or per option.
const STACK: usize = 256 << 20;

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    std::thread::scope(|scope| {
        let work =
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || convert(arguments, as_json));
        let work = work.map_err(|error| format!("the work cannot be begun: {error}"))?;
        work.join()
            .unwrap_or_else(|_| Err("this model is more than can be taken; please report it".to_owned()))
    })
}

fn convert(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let name = arguments.model.display().to_string();
    let bytes =
        input::bytes(&arguments.model, json::MAX_BYTES).map_err(|sentence| format!("{name}: {sentence}"))?;
    let mut found = Found::default();
    let source = decode(&bytes, &mut found);
    let stem = arguments.model.file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
    let head = Head { name: stem, currency: arguments.currency.as_deref().map(|code| Currency(code.into())) };
    let format = arguments.format.or_else(|| format_of(&arguments.model, &source.text));
    let product = match format {
        Some(format) => import(&source, format, &head, &mut found),
        None => {
            found.error(None, "this is none of the formats that are read: UVL, FeatureIDE XML, SXFM and CSV; --format says which it is");
            None
        }
    };
    let product = product.filter(|_| !found.has_errors());
    let output = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    if let (Some(product), Some(path)) = (&product, output) {
        let text = json::tidy(product) + "\n";
        std::fs::write(path, text)
            .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
    }
    if as_json && (output.is_some() || product.is_none()) {
        let written = output.filter(|_| product.is_some()).map(|path| path.display().to_string());
        let value = Value::object([
            ("product", written.map_or(Value::Null, Value::from)),
            ("problems", found.values()),
        ]);
        report::result(&json::pretty(&value))?;
    } else {
        found.lines(&name).iter().for_each(|line| report::say(line));
    }
    if let (Some(product), None) = (&product, output) {
        report::result(&json::tidy(product))?;
    }
    Ok(if product.is_some() { Outcome::Fine } else { Outcome::Problems })
}

/// The product of a model; `None` when there are errors.
fn import(source: &Source, format: Format, head: &Head, found: &mut Found) -> Option<Value> {
    let model = match format {
        Format::Uvl => uvl::read(source, found),
        Format::Featureide => featureide::read(source, found),
        Format::Sxfm => sxfm::read(source, found),
        Format::Csv => return csv::read(source, head, found),
    }?;
    Some(product::of_features(&model, head, found))
}

/// What a file seems to be.
fn format_of(path: &Path, text: &str) -> Option<Format> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "uvl" => return Some(Format::Uvl),
        "csv" | "tsv" => return Some(Format::Csv),
        _ => {}
    }
    if text.trim_start().starts_with('<') {
        let has = |tag: &str| text.contains(tag);
        return if has("<feature_model") || has("<feature_tree") {
            Some(Format::Sxfm)
        } else if has("<featureModel") || has("<extendedFeatureModel") || has("<struct") {
            Some(Format::Featureide)
        } else {
            None
        };
    }
    let is_uvl = text.lines().any(|line| line.trim_end() == "features" || line.starts_with("features "));
    let is_table = text.lines().next().is_some_and(|line| line.contains([',', ';', '\t']));
    if is_uvl { Some(Format::Uvl) } else { is_table.then_some(Format::Csv) }
}
