//! Product files and libraries together with the files that they name, from disk.

use crate::check::files::{Folder, names_in};
use crate::report::{self, Place, Problem};
use crate::{input, json};
use haberdash_core::diagnostics::nearest;
use haberdash_core::product::resolve::{Resolution, Resolver};
use haberdash_core::{Diagnostic, Value};
use std::path::{Path, PathBuf};

/// A file, with all that it names put in.
pub struct Parts {
    /// What came of it; `None` when a part of it is missing.
    pub value: Option<Value>,
    /// What is wrong in the files and between them, in no order.
    pub problems: Vec<Problem>,
    /// Whether that makes it unusable.
    pub has_errors: bool,
    /// Names on the command line's terms and texts, the file's own first.
    sources: Vec<(String, String)>,
    resolution: Resolution,
}

impl Parts {
    /// The file at `path`, whose text is `text` and says `value`, and all that it names.
    pub fn new(path: &Path, text: &str, value: Value) -> Parts {
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = Folder::of(path);
        let mut resolver = Resolver::new(&own, value);
        let mut problems = Vec::new();
        let mut read: Vec<(String, String, String)> = Vec::new();
        loop {
            let needs = resolver.needs();
            if needs.is_empty() {
                break;
            }
            for address in needs {
                let found = find(&folder, &address).and_then(|path| {
                    let text = input::text(&path)?;
                    let name = path.display().to_string();
                    let value = parse(&name, &text, &mut problems);
                    read.push((address.clone(), name, text));
                    value
                });
                resolver.give(&address, found);
            }
        }
        let mut resolution = resolver.finish();
        let mut sources = vec![(path.display().to_string(), text.to_owned())];
        sources.extend(resolution.files.iter().skip(1).map(|address| {
            let found = read.iter_mut().find(|(own, ..)| own == address);
            found.map(|(_, name, text)| (std::mem::take(name), std::mem::take(text))).unwrap_or_default()
        }));
        let told = std::mem::take(&mut resolution.problems);
        let mut parts = Parts {
            value: resolution.value.take(),
            has_errors: resolution.errors > 0,
            problems,
            sources,
            resolution,
        };
        let told = parts.in_files(told);
        parts.problems.extend(told);
        parts
    }

    /// Problems of what came of it, where they were written.
    pub fn located(&self, list: Vec<Diagnostic>) -> Vec<Problem> {
        let placed = list.into_iter().map(|diagnostic| {
            let (file, at) = self.resolution.place(&diagnostic.at);
            (file, Diagnostic { at, ..diagnostic })
        });
        self.in_files(placed.collect())
    }

    /// The name of the file and the place in it that a pointer into what came of it stands for.
    pub fn place(&self, pointer: &str) -> (String, Place) {
        let (file, at) = self.resolution.place(pointer);
        let (name, text) = &self.sources[file];
        let place =
            json::parse(text).map_or(Place { line: 1, column: 1 }, |document| document.locate(&at, false));
        (name.clone(), place)
    }

    fn in_files(&self, list: Vec<(usize, Diagnostic)>) -> Vec<Problem> {
        let mut out = Vec::new();
        for (index, (name, text)) in self.sources.iter().enumerate() {
            let mut own = list.iter().filter(|(file, _)| *file == index).peekable();
            if own.peek().is_none() {
                continue;
            }
            // Texts that came here are JSON.
            let Ok(document) = json::parse(text) else { continue };
            out.extend(own.map(|(_, diagnostic)| {
                Problem::of_json(name, diagnostic.clone(), |at, at_name| document.locate(at, at_name))
            }));
        }
        out
    }

    /// Sorts problems by file, the product's own first, then by place; takes out what is said twice.
    pub fn sort(&self, problems: &mut Vec<Problem>) {
        let position = |problem: &Problem| self.sources.iter().position(|(name, _)| *name == problem.file);
        problems.sort_by_key(|problem| (position(problem), problem.place));
        problems.dedup();
    }
}

/// The file that `address` means. The error goes on after the address.
pub fn find(folder: &Folder, address: &str) -> Result<PathBuf, String> {
    let Some(path) = folder.resolve(address) else {
        return Err(
            "is not fetched by this command: keep a copy, and name it by a relative address".to_owned()
        );
    };
    if path.is_file() {
        return Ok(path);
    }
    let wanted = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let neighbours = names_in(path.parent().unwrap_or(Path::new("")));
    Err(match nearest(&wanted, neighbours.iter().map(String::as_str)) {
        Some(near) => format!("is not there; did you mean \"{near}\"?"),
        None => "is not there".to_owned(),
    })
}

fn parse(name: &str, text: &str, problems: &mut Vec<Problem>) -> Result<Value, String> {
    match json::parse(text) {
        Ok(document) => {
            problems.extend(document.duplicates.iter().map(|twice| report::duplicate(name, twice)));
            Ok(document.value)
        }
        Err(error) => {
            problems.push(Problem { place: Some(error.place), ..Problem::of_file(name, error.message) });
            Err("cannot be used".to_owned())
        }
    }
}
