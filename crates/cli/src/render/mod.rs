//! `haberdash render`: the picture of what was picked, and what is printed for it.

mod artwork;
mod load;
mod paint;
mod pdf;
pub mod picked;
mod pictures;
mod raster;
mod uploads;
mod upright;
mod view;

use crate::outcome::Outcome;
use crate::parts::Parts;
use crate::quote::{read_parts, unusable};
use crate::{json, report};
use clap::{Args, ValueEnum};
use haberdash_core::product::Product;
use haberdash_core::{Diagnostics, Value};
use std::path::{Path, PathBuf};

/// Draw what was picked: as the shopper saw it, or with --artwork as it is printed.
///
/// SELECTION is a selection, or an order claim: a file, - for stdin, or the JSON itself. Without it the product is drawn as it is picked at first, or
/// as --preset has it. Drawings, pictures and fonts are read from disk, beside the product file; nothing is fetched. The names of the files
/// that were written are printed. A selection that breaks a rule is refused with exit code 1.
#[derive(Args)]
pub struct Arguments {
    /// The product file.
    product: PathBuf,
    /// What was picked: a file, - for stdin, or the JSON itself.
    selection: Option<String>,
    /// Draw this preset of the product.
    #[arg(long, value_name = "ID", conflicts_with = "selection")]
    preset: Option<String>,
    /// Mend a selection that does not fit the product: what does not fit gets its default, and rules change as little as they have to.
    #[arg(long)]
    repair: bool,
    /// The view; the first one where left out. With --artwork only sheets of this view.
    #[arg(long, value_name = "ID")]
    view: Option<String>,
    /// The file to write, whose ending says what it is: .png, .svg or .pdf. With --artwork the folder.
    #[arg(long, value_name = "PATH")]
    to: PathBuf,
    /// How many pixels wide a PNG is; where left out, one for each unit of the view.
    #[arg(long, value_name = "PX", conflicts_with = "artwork", value_parser = clap::value_parser!(u32).range(1..))]
    width: Option<u32>,
    /// A folder with the shopper's own pictures, found by their SHA-256.
    #[arg(long, value_name = "DIR", alias = "logo")]
    files: Option<PathBuf>,
    /// Write what is printed, in millimetres: a file for each sheet of the product file's `artwork`, else for each zone.
    #[arg(long)]
    artwork: bool,
    /// With --artwork: only this sheet.
    #[arg(long, value_name = "ID", requires = "artwork")]
    sheet: Option<String>,
    /// With --artwork: how files are written.
    #[arg(long, value_enum, default_value = "pdf", requires = "artwork")]
    format: Format,
    /// With --artwork: dots for each inch of a PNG, in place of the sheet's own.
    #[arg(long, value_name = "DPI", requires = "artwork", value_parser = clap::value_parser!(u32).range(36..=2400))]
    dpi: Option<u32>,
    /// With --artwork: what {order} in names of files stands for.
    #[arg(long, value_name = "TEXT", requires = "artwork")]
    order: Option<String>,
    /// The language of titles, as a BCP 47 tag.
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Pages with vectors; pictures at full resolution.
    Pdf,
    /// One drawing with everything in it.
    Svg,
    /// Pixels.
    Png,
}

impl Format {
    /// What names of such files end in.
    fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Svg => "svg",
            Format::Png => "png",
        }
    }

    /// What the ending of `path` says.
    fn of(path: &Path) -> Result<Format, String> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let all = [Format::Png, Format::Svg, Format::Pdf];
        all.into_iter()
            .find(|format| ending.as_deref() == Some(format.ending()))
            .ok_or_else(|| format!("--to {}: the name has to end in .png, .svg or .pdf", path.display()))
    }
}

/// A product file that was read, with where it is.
struct Source {
    path: PathBuf,
    parts: Parts,
    value: Value,
    product: Product,
}

impl Source {
    fn read(path: &Path) -> Result<Source, String> {
        let (parts, value) = read_parts(path)?;
        let mut diagnostics = Diagnostics::new();
        match Product::read(&value, &mut diagnostics) {
            Some(product) => Ok(Source { path: path.to_owned(), parts, value, product }),
            None => Err(unusable(path, &parts, diagnostics)),
        }
    }
}

/// What is known of a file beside its name.
type Facts = Vec<(&'static str, Value)>;

/// A file that was written.
struct Written {
    file: PathBuf,
    facts: Facts,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let source = Source::read(&arguments.product)?;
    let wish = picked::Wish {
        selection: arguments.selection.as_deref(),
        preset: arguments.preset.as_deref(),
        repair: arguments.repair,
        language: &arguments.language,
    };
    let selection = match picked::read(&source.product, &wish)? {
        Ok(selection) => selection,
        Err(problems) => return refuse(problems, as_json),
    };
    let written = match arguments.artwork {
        true => artwork::run(arguments, &source, &selection)?,
        false => vec![view::run(arguments, &source, &selection)?],
    };
    if as_json {
        let files = written.into_iter().map(|written| {
            let file = ("file", Value::from(written.file.display().to_string()));
            Value::object([file].into_iter().chain(written.facts))
        });
        report::result(&json::pretty(&Value::object([("files", Value::Array(files.collect()))])))?;
    } else {
        for file in written {
            report::result(&file.file.display().to_string())?;
        }
    }
    Ok(Outcome::Fine)
}

fn refuse(problems: Vec<String>, as_json: bool) -> Result<Outcome, String> {
    if as_json {
        let none = Value::Array(Vec::new());
        let value = Value::object([("files", none), ("problems", Value::from(problems))]);
        report::result(&json::pretty(&value))?;
    } else {
        problems.iter().for_each(|problem| report::say(&report::printable(problem)));
        report::say("nothing was drawn: the selection does not fit the product; --repair mends it");
    }
    Ok(Outcome::Problems)
}

/// Writes a file. The error is a sentence.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
