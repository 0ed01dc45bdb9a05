//! `haberdash recommend`: what the widget would recommend from an index, for many histories at once.

use crate::index::learn::distinct;
use crate::outcome::Outcome;
use crate::{input, json, report};
use clap::Args;
use haberdash_core::index::{BLOCK, Manifest, Names, Row, Shard, score, shard_of};
use std::collections::HashMap;
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
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let folder = Folder::read(&arguments.index)?;
    let mut listed = crate::index::features::Items::default();
    if let Some(path) = &arguments.items {
        listed.read(path)?;
    }
    let allowed = |id: &str| !listed.listed || listed.has(id);
    let text = input::text(&arguments.cases)?;
    let mut out = String::from("case\titems");
    for line in text.lines().skip(1) {
        let (case, history) = line.split_once('\t').unwrap_or((line, ""));
        let history: Vec<&str> = history.split_whitespace().collect();
        let _ = write!(out, "\n{case}\t");
        let list = folder.recommend(&history, arguments.limit, arguments.exclude_seen, &allowed);
        out.push_str(&list.join(" "));
    }
    report::result(&out)?;
    Ok(Outcome::Fine)
}

/// A whole index, read from its folder.
pub struct Folder {
    manifest: Manifest,
    shards: Vec<Shard>,
    names: Vec<Names>,
}

impl Folder {
    /// Reads an index.
    pub fn read(folder: &Path) -> Result<Folder, String> {
        let path = folder.join("manifest.json");
        let text = input::text(&path)?;
        let no = || format!("{} is no manifest of an index, or of another version", path.display());
        let document = json::parse(&text).map_err(|_| no())?;
        let manifest = Manifest::from_value(&document.value).ok_or_else(no)?;
        let file = |kind: &str, at: u32| folder.join(kind).join(format!("{}-{at}.bin", manifest.build));
        let bytes = |path: &Path| {
            std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
        };
        let damaged = |path: &Path| format!("{} is damaged", path.display());
        let shards = (0..manifest.shards).map(|at| {
            let path = file("rows", at);
            Shard::from_bytes(&bytes(&path)?).map_err(|_| damaged(&path))
        });
        let shards = shards.collect::<Result<_, _>>()?;
        let names = (0..manifest.items.div_ceil(BLOCK)).map(|at| {
            let path = file("names", at);
            Names::from_bytes(&bytes(&path)?).map_err(|_| damaged(&path))
        });
        let names = names.collect::<Result<_, _>>()?;
        Ok(Folder { manifest, shards, names })
    }

    fn row(&self, id: &str) -> Option<&Row> {
        self.shards.get(shard_of(id, self.manifest.shards) as usize)?.row(id)
    }

    fn id(&self, number: u32) -> Option<&str> {
        self.names.get((number / BLOCK) as usize)?.get(number)
    }

    /// The best items for a history, the oldest first.
    pub fn recommend(
        &self,
        history: &[&str],
        limit: usize,
        exclude_seen: bool,
        allowed: &dyn Fn(&str) -> bool,
    ) -> Vec<&str> {
        let mut places: HashMap<&str, u32> = HashMap::new();
        let numbers: Vec<u32> = history
            .iter()
            .map(|id| {
                let next = places.len() as u32;
                *places.entry(id).or_insert(next)
            })
            .collect();
        let ids: HashMap<u32, &str> = places.iter().map(|(id, place)| (*place, *id)).collect();
        let rows: Vec<Option<&Row>> =
            distinct(&numbers).iter().map(|place| self.row(ids.get(place)?)).collect();
        let scored = score(&self.manifest.method, &rows);
        let ranked = scored.iter().map(|(number, _)| *number);
        let popular = self
            .manifest
            .popular
            .iter()
            .copied()
            .filter(|number| !scored.iter().any(|(other, _)| other == number));
        let ids = ranked.chain(popular).filter_map(|number| self.id(number));
        let fits = |id: &&str| (!exclude_seen || !places.contains_key(id)) && allowed(id);
        ids.filter(fits).take(limit).collect()
    }
}
