//! `haberdash check`: everything that is wrong with product files, libraries and catalogues, at once.

pub mod files;
pub mod rules;

use crate::outcome::Outcome;
use crate::parts::Parts;
use crate::report::{self, Problem, printable};
use crate::{input, json};
use clap::Args;
use files::{Folder, Shelf};
use haberdash_core::catalog::Catalog;
use haberdash_core::diagnostics::MOST;
use haberdash_core::product::{Library, Product, artwork};
use haberdash_core::recommend::merchant;
use haberdash_core::{Diagnostics, Severity, Value};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Check product files, libraries and catalogues.
///
/// Every problem is told as `file:line:column: error: sentence`, and with --json as a list on stdout. Of a product file, what it extends and its
/// libraries are checked with it, each problem told where it was written. The drawings,
/// pictures and fonts that it names by relative addresses are checked too; those with http(s) or a leading slash are not looked for.
#[derive(Args)]
pub struct Arguments {
    /// The files, of any kind.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let mut problems = Vec::new();
    let mut notes = Vec::new();
    let mut outcome = Outcome::Fine;
    let mut shelf = Shelf::default();
    for path in &arguments.files {
        let name = path.display().to_string();
        match input::text(path) {
            Ok(text) => {
                problems.extend(check(&name, path, &text, &mut shelf, &mut notes));
                problems.append(&mut shelf.problems);
            }
            Err(sentence) => {
                problems.push(Problem::of_file(&name, sentence));
                outcome = Outcome::Unusable;
            }
        }
    }
    // Files that several products share are told of once.
    let mut seen = BTreeSet::new();
    problems.retain(|p| seen.insert((p.file.clone(), p.place, p.message.clone())));
    if !problems.is_empty() {
        outcome = outcome.max(Outcome::Problems);
    }
    tell(&problems, &notes, arguments.files.len(), as_json)?;
    Ok(outcome)
}

fn tell(problems: &[Problem], notes: &[String], files: usize, as_json: bool) -> Result<(), String> {
    let count = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if as_json {
        let value = Value::object([
            ("errors", Value::from(errors as i64)),
            ("warnings", Value::from(warnings as i64)),
            ("files", Value::from(files as i64)),
            ("problems", Value::Array(problems.iter().map(Problem::to_value).collect())),
        ]);
        return report::result(&json::pretty(&value));
    }
    for problem in problems {
        report::say(&problem.line());
    }
    for note in notes {
        report::say(&printable(note));
    }
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let [errors, warnings, files] =
        [counted(errors, "error"), counted(warnings, "warning"), counted(files, "file")];
    report::say(&format!("{errors}, {warnings} in {files}"));
    Ok(())
}

/// The problems of one file, from its beginning to its end. Those of the files it names are left on the shelf, and what is worth knowing goes to
/// `notes`.
fn check(name: &str, path: &Path, text: &str, shelf: &mut Shelf, notes: &mut Vec<String>) -> Vec<Problem> {
    let document = match json::parse(text) {
        Ok(document) => document,
        Err(error) => {
            return vec![Problem { place: Some(error.place), ..Problem::of_file(name, error.message) }];
        }
    };
    let mut problems: Vec<Problem> =
        document.duplicates.iter().map(|twice| report::duplicate(name, twice)).collect();
    let mut diagnostics = Diagnostics::new();
    let kind = FileKind::of(&document.value);
    let parts = Parts::new(path, text, document.value);
    problems.extend_from_slice(&parts.problems);
    let folder = Folder::of(path);
    // Of a file that lacks a part, that is told, and not what follows from it.
    match (kind, &parts.value) {
        (FileKind::Product, Some(value)) => {
            // A start that breaks rules was told; what the rules say is looked at all the same.
            let product = Product::read(value, &mut diagnostics)
                .or_else(|| Product::read_with_any_start(value, &mut Diagnostics::new()));
            if let Some(product) = &product {
                for (pointer, sentence) in rules::check(product, &mut diagnostics) {
                    let (name, place) = parts.place(&pointer);
                    notes.push(format!("{name}:{}:{}: note: {sentence}", place.line, place.column));
                }
            }
            files::check(value, product.as_ref(), &folder, shelf, &mut diagnostics);
            if let Some(product) = &product {
                artwork::read(value, product, &mut diagnostics);
            }
        }
        (FileKind::Library, Some(value)) => {
            let _ = Library::read_checked(value, &mut diagnostics);
            files::check_choices(value, &folder, &mut diagnostics);
        }
        (FileKind::Catalog, Some(value)) => {
            if let Some(catalog) = Catalog::read(value, &mut diagnostics) {
                merchant::read(&catalog, &[], true, &mut diagnostics);
            }
            files::check_products(value, &folder, &mut diagnostics);
        }
        (FileKind::Unknown, _) => diagnostics.error(
            "this is neither a product file, which has \"options\" and a \"base_price\", nor a catalogue, which has \"items\", nor a library, which has \"choices\"",
        ),
        (_, None) => {}
    }
    let list = diagnostics.into_list();
    let is_cut = [Severity::Error, Severity::Warning]
        .iter()
        .any(|s| list.iter().filter(|d| d.severity == *s).count() == MOST);
    problems.extend(parts.located(list));
    parts.sort(&mut problems);
    if is_cut {
        problems.push(Problem::of_file(
            name,
            format!("there may be more: no more than {MOST} of a kind are told at once"),
        ));
    }
    problems
}

/// What a file is, by its fields.
#[derive(Clone, Copy)]
enum FileKind {
    Product,
    Library,
    Catalog,
    Unknown,
}

impl FileKind {
    fn of(value: &Value) -> FileKind {
        let has = |field| value.get(field).is_some();
        if has("options") || has("base_price") || has("extend") {
            FileKind::Product
        } else if has("items") {
            FileKind::Catalog
        } else if has("choices") {
            FileKind::Library
        } else {
            FileKind::Unknown
        }
    }
}
