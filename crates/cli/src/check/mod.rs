//! `haberdash check`: everything that is wrong with product files and catalogues, at once.

mod files;
pub mod rules;

use crate::outcome::Outcome;
use crate::report::{self, Problem, printable};
use crate::{input, json};
use clap::Args;
use files::{Folder, Shelf};
use haberdash_core::catalog::Catalog;
use haberdash_core::diagnostics::MOST;
use haberdash_core::product::Product;
use haberdash_core::{Diagnostic, Diagnostics, Severity, Value};
use std::path::{Path, PathBuf};

/// Check product files and catalogues.
///
/// Every problem is told as `file:line:column: error: sentence`, and with --json as a list on stdout. Of a product file, the drawings,
/// pictures and fonts that it names by relative addresses are checked too; those with http(s) or a leading slash are not looked for.
#[derive(Args)]
pub struct Arguments {
    /// The files, of either kind.
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
    let mut diagnostics = Diagnostics::new();
    let has = |field| document.value.get(field).is_some();
    if has("options") || has("base_price") {
        // A start that breaks rules was told; what the rules say is looked at all the same.
        let product = Product::read(&document.value, &mut diagnostics)
            .or_else(|| Product::read_with_any_start(&document.value, &mut Diagnostics::new()));
        if let Some(product) = &product {
            for (pointer, sentence) in rules::check(product, &mut diagnostics) {
                let place = document.locate(&pointer, false);
                notes.push(format!("{name}:{}:{}: note: {sentence}", place.line, place.column));
            }
        }
        files::check(&document.value, product.as_ref(), &Folder::of(path), shelf, &mut diagnostics);
    } else if has("items") {
        let _ = Catalog::read(&document.value, &mut diagnostics);
    } else {
        diagnostics.error(
            "this is neither a product file, which has \"options\" and a \"base_price\", nor a catalogue, which has \"items\"",
        );
    }
    let mut problems: Vec<Problem> = document.duplicates.iter().map(|twice| duplicate(name, twice)).collect();
    let list = diagnostics.into_list();
    let is_cut = [Severity::Error, Severity::Warning]
        .iter()
        .any(|s| list.iter().filter(|d| d.severity == *s).count() == MOST);
    let located =
        |d: Diagnostic| Problem::of_json(name, d, |pointer, at_name| document.locate(pointer, at_name));
    problems.extend(list.into_iter().map(located));
    problems.sort_by_key(|problem| problem.place);
    problems.dedup();
    if is_cut {
        problems.push(Problem::of_file(
            name,
            format!("there may be more: no more than {MOST} of a kind are told at once"),
        ));
    }
    problems
}

fn duplicate(file: &str, (pointer, place): &(String, report::Place)) -> Problem {
    let name = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
    let name: String = name.chars().take(64).collect();
    Problem {
        file: file.to_owned(),
        place: Some(*place),
        pointer: Some(pointer.clone()),
        severity: Severity::Warning,
        message: format!("\"{name}\" is here a second time; the last one counts"),
    }
}
