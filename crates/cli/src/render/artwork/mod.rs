//! What is printed for an order: sheets in millimetres, as the product file's `artwork` has them, else one for each zone.

mod die;
mod name;
mod page;
mod sheet;

use super::load::Loader;
use super::{Arguments, Source, Written, view};
use crate::quote::unusable;
use crate::report;
use haberdash_core::Diagnostics;
use haberdash_core::diagnostics::unknown;
use haberdash_core::product::artwork::{self, Sheet};
use haberdash_core::selection::Selection;
use std::path::{Path, PathBuf};

/// Writes all sheets into the folder. Where one cannot be drawn, none is written.
pub fn run(arguments: &Arguments, source: &Source, selection: &Selection) -> Result<Vec<Written>, String> {
    let sheets = wanted(arguments, source)?;
    let mut loader = Loader::new(source, selection, arguments.files.as_deref());
    let mut drawn = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for sheet in &sheets {
        let Some((bytes, facts)) = sheet::draw(sheet, arguments, source, &mut loader)? else {
            report::say(&format!("sheet \"{}\": nothing is printed on it", sheet.id));
            continue;
        };
        let name = name::unique(&name_of(sheet, arguments, source), &names);
        names.push(name.clone());
        drawn.push((target(&arguments.to, &name, arguments.format.ending())?, bytes, facts));
    }
    std::fs::create_dir_all(&arguments.to)
        .map_err(|error| format!("{} cannot be made: {error}", arguments.to.display()))?;
    let write = |(file, bytes, facts): (PathBuf, Vec<u8>, _)| {
        super::write(&file, &bytes)?;
        Ok(Written { file, facts })
    };
    drawn.into_iter().map(write).collect()
}

/// The sheets that are asked for.
fn wanted(arguments: &Arguments, source: &Source) -> Result<Vec<Sheet>, String> {
    let Source { path, parts, value, product } = source;
    let mut diagnostics = Diagnostics::new();
    let own = artwork::read(value, product, &mut diagnostics);
    if diagnostics.has_errors() {
        return Err(unusable(path, parts, diagnostics));
    }
    let mut sheets = match own {
        Some(sheets) => sheets,
        None => {
            let sheets = artwork::of_zones(product);
            if sheets.is_empty() {
                return Err(format!(
                    "\"{}\" has nothing to print: it needs \"artwork\", or a view with zones and \"mm_per_unit\"",
                    product.id
                ));
            }
            sheets
        }
    };
    if let Some(id) = &arguments.view {
        let view = view::named(product, Some(id))?;
        sheets.retain(|sheet| product.views.get(sheet.view) == Some(view));
    }
    if let Some(id) = &arguments.sheet {
        let ids: Vec<String> = sheets.iter().map(|sheet| sheet.id.to_string()).collect();
        sheets.retain(|sheet| sheet.id.as_str() == id);
        if sheets.is_empty() {
            return Err(unknown("sheet", id, ids.iter().map(String::as_str)));
        }
    }
    Ok(sheets)
}

fn name_of(sheet: &Sheet, arguments: &Arguments, source: &Source) -> String {
    let product = &source.product;
    let view = product.views.get(sheet.view).map_or("", |view| view.id.as_str());
    let zone = sheet.zones.first().map_or("", |zone| zone.as_str());
    let preset = arguments.preset.as_deref().unwrap_or_default();
    let order = arguments.order.as_deref().unwrap_or_default();
    name::fill(&sheet.file, [product.id.as_str(), sheet.id.as_str(), view, zone, preset, order])
}

/// The file in `folder`. What is there already is written over, unless it leads elsewhere.
fn target(folder: &Path, name: &str, ending: &str) -> Result<PathBuf, String> {
    let path = folder.join(format!("{name}.{ending}"));
    match std::fs::symlink_metadata(&path) {
        Ok(there) if !there.is_file() => Err(format!("{} is there, and is no plain file", path.display())),
        _ => Ok(path),
    }
}
