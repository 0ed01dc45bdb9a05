//! The built shop, used as a shopper would: `tests/e2e/*.test.mjs`, run by Node's own test runner.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::counts::{self, Counts};
use crate::serve::{self, Caching, Servers};
use crate::setup;
use crate::toolbox::Toolbox;

const FOLDER: &str = "tests/e2e";
/// For a whole file: a browser that hangs must not hold everything up.
const TIMEOUT_MS: u32 = 600_000;

pub(super) fn run(toolbox: &Toolbox) -> Result<Counts> {
    let files = test_files(&toolbox.root().join(FOLDER))?;
    let servers = serve::serve(serve::Options {
        dist: toolbox.dist(),
        shop_port: 0,
        cdn_port: 0,
        caching: Caching::Immutable,
    })?;
    let mut command = toolbox.command("node");
    command
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .arg(format!("--test-timeout={TIMEOUT_MS}"))
        .args(files)
        .envs(browser_environment(toolbox, &servers)?);
    counts::of(&mut command, counts::of_node_line)
}

/// What scripts that drive a browser are told: SHOP_URL and CDN_URL (no slash at the end), CHROMIUM
/// (a program) and DIST (a folder).
pub(crate) fn browser_environment(
    toolbox: &Toolbox,
    servers: &Servers,
) -> Result<[(&'static str, OsString); 4]> {
    let chromium = setup::chromium(toolbox).context("Chromium is missing")?;
    Ok([
        ("SHOP_URL", servers.shop_url.clone().into()),
        ("CDN_URL", servers.cdn_url.clone().into()),
        ("CHROMIUM", chromium.into()),
        ("DIST", toolbox.dist().into()),
    ])
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{FOLDER} cannot be read"))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    if files.is_empty() {
        bail!("{FOLDER} has no *.test.mjs, so the shop is not tested.");
    }
    files.sort();
    Ok(files)
}
