//! What a shop page transfers, against the budget and against the committed snapshot: growth is
//! allowed, but not unnoticed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::counts::Counts;
use crate::build::{Integrity, grouped, is_on_every_page};
use crate::toolbox::Toolbox;

const SNAPSHOT: &str = "tests/size/snapshot.json";
/// Brotli bytes of loader, glue and module together that must never be passed: DESIGN §10, see docs/decisions/size.md.
const LIMIT: u64 = 150 * 1024;
/// Growth by more than this many bytes, together, has to be accepted by name.
const TOLERANCE: u64 = 512;

/// Brotli bytes by file name.
type Sizes = BTreeMap<String, u64>;

pub(super) fn run(toolbox: &Toolbox, integrity: &Integrity, update: bool) -> Result<Counts> {
    let sizes: Sizes = integrity.files.iter().map(|(name, file)| (name.clone(), file.brotli)).collect();
    let (every_page, on_demand) = split(&sizes);
    let file = toolbox.root().join(SNAPSHOT);
    if update {
        write(&file, &sizes)?;
        println!("{SNAPSHOT} is up to date; commit it.");
    }
    let mut counts = Counts::default();
    let snapshot = read(&file)?.as_ref().map(split);
    counts += report(within_limit(&every_page));
    counts += report(within_snapshot(&every_page, snapshot.as_ref().map(|s| &s.0)));
    let rest = |text| format!("On demand: {text}");
    let verdict = within_snapshot(&on_demand, snapshot.as_ref().map(|s| &s.1));
    counts += report(verdict.map(rest).map_err(rest));
    Ok(counts)
}

/// What every page fetches, and what comes on demand.
fn split(sizes: &Sizes) -> (Sizes, Sizes) {
    sizes.clone().into_iter().partition(|(name, _)| is_on_every_page(name))
}

fn report(verdict: Result<String, String>) -> Counts {
    let counts = Counts::check(verdict.is_ok());
    println!("{}", verdict.unwrap_or_else(|failure| failure));
    counts
}

fn within_limit(sizes: &Sizes) -> Result<String, String> {
    let total = total(sizes);
    if total > LIMIT {
        return Err(format!(
            "{} bytes are {} over the limit of {}.",
            grouped(total),
            grouped(total - LIMIT),
            grouped(LIMIT)
        ));
    }
    Ok(format!("{} bytes of {}.", grouped(total), grouped(LIMIT)))
}

fn within_snapshot(sizes: &Sizes, snapshot: Option<&Sizes>) -> Result<String, String> {
    let Some(snapshot) = snapshot else {
        return Err(format!("{SNAPSHOT} is missing: run `cargo xtask test --update-sizes` and commit it."));
    };
    let (now, before) = (total(sizes), total(snapshot));
    if now > before + TOLERANCE {
        return Err(format!(
            "{} bytes more than the snapshot, and {TOLERANCE} are let pass ({}). If it is worth that, run `cargo xtask test --update-sizes` and commit {SNAPSHOT}.",
            grouped(now - before),
            changes(sizes, snapshot)
        ));
    }
    Ok(if now >= before {
        format!("{} bytes more than the snapshot.", grouped(now - before))
    } else {
        format!(
            "{} bytes less than the snapshot; `cargo xtask test --update-sizes` keeps it so.",
            grouped(before - now)
        )
    })
}

/// "haberdash.js +12, haberdash_app.js -3": the files that changed.
fn changes(sizes: &Sizes, snapshot: &Sizes) -> String {
    let mut parts = Vec::new();
    for (name, &now) in sizes {
        let before = snapshot.get(name).copied().unwrap_or_default();
        if now > before {
            parts.push(format!("{name} +{}", now - before));
        } else if now < before {
            parts.push(format!("{name} -{}", before - now));
        }
    }
    parts.join(", ")
}

fn total(sizes: &Sizes) -> u64 {
    sizes.values().sum()
}

fn read(file: &Path) -> Result<Option<Sizes>> {
    if !file.is_file() {
        return Ok(None);
    }
    let json = fs::read(file).with_context(|| format!("{SNAPSHOT} cannot be read"))?;
    serde_json::from_slice(&json)
        .map(Some)
        .with_context(|| format!("{SNAPSHOT} is not a map of file names to bytes"))
}

fn write(file: &Path, sizes: &Sizes) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let mut json = serde_json::to_string_pretty(sizes)?;
    json.push('\n');
    fs::write(file, json).with_context(|| format!("{SNAPSHOT} cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: u64, wasm: u64) -> Sizes {
        [("haberdash.js".to_owned(), loader), ("haberdash_app_bg.wasm".to_owned(), wasm)].into()
    }

    #[test]
    fn the_limit_holds_to_the_byte() {
        let fits = within_limit(&sizes(1_600, 152_000)).unwrap();
        assert_eq!(fits, "153,600 bytes of 153,600.");
        let failure = within_limit(&sizes(1_601, 152_000)).unwrap_err();
        assert_eq!(failure, "153,601 bytes are 1 over the limit of 153,600.");
    }

    #[test]
    fn growth_beyond_the_tolerance_fails_with_what_to_do() {
        let before = sizes(1000, 50_000);
        assert!(within_snapshot(&sizes(1012, 50_500), Some(&before)).is_ok());
        let failure = within_snapshot(&sizes(990, 50_523), Some(&before)).unwrap_err();
        assert!(failure.starts_with("513 bytes more than the snapshot"), "{failure}");
        assert!(failure.contains("haberdash.js -10, haberdash_app_bg.wasm +523"), "{failure}");
        assert!(failure.contains("cargo xtask test --update-sizes"), "{failure}");
    }

    #[test]
    fn what_comes_on_demand_is_no_part_of_the_budget() {
        let mut all = sizes(1_600, 112_000);
        all.insert("haberdash_rules.wasm".to_owned(), 90_000);
        let (every_page, on_demand) = split(&all);
        assert!(within_limit(&every_page).is_ok());
        assert_eq!((total(&every_page), total(&on_demand)), (113_600, 90_000));
    }

    #[test]
    fn shrinking_passes_and_a_missing_snapshot_does_not() {
        assert!(within_snapshot(&sizes(1, 1), Some(&sizes(10, 10))).unwrap().starts_with("18 bytes less"));
        assert!(within_snapshot(&sizes(1, 1), None).unwrap_err().contains("is missing"));
    }
}
