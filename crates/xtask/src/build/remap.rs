//! Panic messages hold the paths of source files, and those start with whoever built it. Mapped to
//! fixed prefixes, the module is the same size on every machine and tells nothing about it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::toolbox::Toolbox;

pub(super) const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The compiler's flags, separated by spaces.
pub(super) fn flags(toolbox: &Toolbox) -> Result<String> {
    let sysroot = toolbox.ask("rustc", &["--print", "sysroot"]).context("rustc does not tell its sysroot")?;
    let mut prefixes = vec![(toolbox.root().to_path_buf(), "/haberdash".to_owned())];
    let rustc = toolbox.ask("rustc", &["-vV"]).unwrap_or_default();
    if let Some(hash) = commit_hash(&rustc) {
        // What the precompiled standard library calls itself, and what the compiler uses as well
        // where the library's sources are not installed.
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        prefixes.push((sources, format!("/rustc/{hash}")));
    }
    prefixes.extend(registries().into_iter().map(|folder| (folder, "/crates".to_owned())));
    Ok(prefixes.iter().filter_map(|(from, to)| flag(from, to)).collect::<Vec<_>>().join(" "))
}

/// A flag with a space in it cannot be passed this way; the build is still right without it.
fn flag(from: &Path, to: &str) -> Option<String> {
    let from = from.to_str()?;
    (!from.contains(char::is_whitespace)).then(|| format!("--remap-path-prefix={from}={to}"))
}

fn commit_hash(rustc: &str) -> Option<&str> {
    rustc.lines().find_map(|line| line.strip_prefix("commit-hash: "))
}

/// One folder for each registry that crates were unpacked from.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(sources) = home.map(|home| home.join("registry/src")) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> =
        fs::read_dir(sources).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_commit_in_the_compilers_words() {
        let words = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\ncommit-hash: 59807616e1\n";
        assert_eq!(commit_hash(words), Some("59807616e1"));
        assert_eq!(commit_hash("rustc 1.95.0"), None);
    }

    #[test]
    fn leaves_out_what_cannot_be_passed() {
        assert_eq!(flag(Path::new("/a/b"), "/c").as_deref(), Some("--remap-path-prefix=/a/b=/c"));
        assert_eq!(flag(Path::new("/a b"), "/c"), None);
    }
}
