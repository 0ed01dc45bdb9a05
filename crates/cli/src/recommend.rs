//! `haberdash recommend`: what the widget would recommend from an index, for many histories at once.

use crate::outcome::Outcome;
use crate::{input, json, report};
use clap::Args;
use haberdash_core::catalog::{Availability, Catalog, Item, ItemKind};
use haberdash_core::index::{BLOCK, Index, Manifest, Row, distinct, score};
use haberdash_core::recommend::merchant::{self, Rules};
use haberdash_core::recommend::{Arrange, Request, Strip};
use haberdash_core::{Diagnostics, Value};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Print what an index recommends for histories: a line for each case, its name, a tab, and item ids, the best first.
#[derive(Args)]
pub struct Arguments {
    /// The folder that `haberdash index` wrote.
    #[arg(long)]
    index: PathBuf,
    /// What there is to recommend; items that are not in it are left out.
    #[arg(long)]
    items: Option<PathBuf>,
    /// A table with the columns `case` and `history`: item ids with spaces between, the oldest first.
    #[arg(long)]
    cases: PathBuf,
    /// How many items for each.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Leave out what is in the history.
    #[arg(long)]
    exclude_seen: bool,
    /// A merchant's rules, as a catalogue has them in `rules`, or the catalogue that has them; `--items` is a catalogue then.
    #[arg(long, requires = "items")]
    rules: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let folder = Folder::read(&arguments.index)?;
    let mut listed = crate::index::features::Items::default();
    if let Some(path) = &arguments.items {
        listed.read(path, "")?;
    }
    let allowed = |id: &str| !listed.listed || listed.has(id);
    let ruled = match (&arguments.rules, &arguments.items) {
        (Some(rules), Some(items)) => Some(Ruled::read(rules, items)?),
        _ => None,
    };
    let text = input::text(&arguments.cases).map_err(|why| format!("{} {why}", arguments.cases.display()))?;
    let mut out = String::from("case\titems");
    for line in text.lines().skip(1) {
        let (case, history) = line.split_once('\t').unwrap_or((line, ""));
        let history: Vec<&str> = history.split_whitespace().collect();
        let _ = write!(out, "\n{case}\t");
        let list = match &ruled {
            Some(ruled) => folder.under(ruled, &history, arguments.limit, arguments.exclude_seen),
            None => folder.recommend(&history, arguments.limit, arguments.exclude_seen, &allowed),
        };
        out.push_str(&list.join(" "));
    }
    report::result(&out)?;
    Ok(Outcome::Fine)
}

/// A whole index, read from its folder.
pub struct Folder(Index);

impl Folder {
    /// Reads an index.
    pub fn read(folder: &Path) -> Result<Folder, String> {
        let path = folder.join("manifest.json");
        let text = input::text(&path).map_err(|why| format!("{} {why}", path.display()))?;
        let no = || format!("{} is no manifest of an index, or of another version", path.display());
        let document = json::parse(&text).map_err(|_| no())?;
        let manifest = Manifest::from_value(&document.value).ok_or_else(no)?;
        let (shards, blocks) = (manifest.shards, manifest.items.div_ceil(BLOCK));
        let file = |kind: &str, at: u32| folder.join(kind).join(format!("{}-{at}.bin", manifest.build));
        let mut index = Index::new(manifest.clone());
        let damaged = |path: &Path| format!("{} is damaged", path.display());
        for at in 0..shards {
            let path = file("rows", at);
            index.put_rows(at, &bytes(&path)?).map_err(|_| damaged(&path))?;
        }
        for at in 0..blocks {
            let path = file("names", at);
            index.put_names(at, &bytes(&path)?).map_err(|_| damaged(&path))?;
        }
        Ok(Folder(index))
    }

    /// The best items for a history, the oldest first.
    pub fn recommend(
        &self,
        history: &[&str],
        limit: usize,
        exclude_seen: bool,
        allowed: &dyn Fn(&str) -> bool,
    ) -> Vec<&str> {
        let manifest = self.0.manifest();
        let rows: Vec<Option<&Row>> = distinct(history).iter().map(|id| self.0.row(id)).collect();
        let scored = score(&manifest.method, &rows, usize::MAX);
        let ranked = scored.iter().map(|(number, _)| *number);
        let popular = manifest.popular.iter().copied();
        let popular = popular.filter(|number| !scored.iter().any(|(other, _)| other == number));
        let ids = ranked.chain(popular).filter_map(|number| self.0.id(number));
        let fits = |id: &&str| (!exclude_seen || !history.contains(id)) && allowed(id);
        ids.filter(fits).take(limit).collect()
    }
}

impl Folder {
    /// The same under a merchant's rules: what they pick is picked by the function that the browser calls.
    fn under<'r>(
        &'r self,
        ruled: &'r Ruled,
        history: &[&str],
        limit: usize,
        exclude_seen: bool,
    ) -> Vec<&'r str> {
        let Ruled { catalog, rules } = ruled;
        let manifest = self.0.manifest();
        let rows: Vec<Option<&Row>> = distinct(history).iter().map(|id| self.0.row(id)).collect();
        let mut scores = vec![f64::NEG_INFINITY; catalog.items().len()];
        let mut set = |number: u32, score: f64| {
            let item = self.0.id(number).and_then(|id| catalog.find(id));
            if let Some(slot) = item.and_then(|item| scores.get_mut(item)).filter(|slot| **slot < score) {
                *slot = score;
            }
        };
        // What is merely popular comes after all that goes with the history.
        for (place, number) in manifest.popular.iter().enumerate() {
            set(*number, -1.0 - place as f64);
        }
        for (number, score) in score(&manifest.method, &rows, usize::MAX) {
            set(number, score);
        }
        let is_seen = |id: &str| exclude_seen && history.contains(&id);
        let is_barred = |item: &Item| {
            item.availability == Availability::OutOfStock
                || item.kind != ItemKind::Product
                || is_seen(&item.id)
        };
        let barred: Vec<bool> = catalog.items().iter().map(is_barred).collect();
        let scored = |item: usize| scores.get(item).copied().unwrap_or(f64::NEG_INFINITY);
        let request = Request::new(Strip::BoughtTogether, limit);
        let picked = rules.pick(catalog, &barred, &request, &scored);
        picked
            .into_iter()
            .filter_map(|(_, item)| catalog.items().get(item))
            .map(|item| item.id.as_str())
            .collect()
    }
}

/// A merchant's rules, and the catalogue that they are about.
struct Ruled {
    catalog: Catalog,
    rules: Rules,
}

impl Ruled {
    fn read(rules: &Path, items: &Path) -> Result<Ruled, String> {
        let value = |path: &Path| {
            let text = input::text(path).map_err(|why| format!("{} {why}", path.display()))?;
            let document =
                json::parse(&text).map_err(|error| format!("{}: {}", path.display(), error.message))?;
            Ok::<Value, String>(document.value)
        };
        let file = value(rules)?;
        let own = if file.get("items").is_some() { file.get("rules").cloned() } else { Some(file) };
        let Value::Object(mut fields) = value(items)? else {
            return Err(format!("{} is no catalogue", items.display()));
        };
        fields.retain(|(name, _)| name != "rules");
        fields.extend(own.map(|own| ("rules".into(), own)));
        let catalog = Catalog::read(&Value::Object(fields), &mut Diagnostics::new())
            .ok_or_else(|| format!("{} is no catalogue; `haberdash check` says why", items.display()))?;
        let mut diagnostics = Diagnostics::new();
        let read = merchant::read(&catalog, &[], true, &mut diagnostics);
        for problem in diagnostics.list() {
            report::say(&format!("{}: {problem}", rules.display()));
        }
        Ok(Ruled { catalog, rules: read })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}
