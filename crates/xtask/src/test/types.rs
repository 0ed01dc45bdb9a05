//! The published declarations, `www/haberdash.d.ts`, against code that uses them.

use anyhow::{Context, Result, bail};

use super::counts::Counts;
use crate::toolbox::Toolbox;

const PROJECT: &str = "tests/types";

pub(super) fn run(toolbox: &Toolbox) -> Result<Counts> {
    if !toolbox.root().join(PROJECT).join("tsconfig.json").is_file() {
        bail!("{PROJECT}/tsconfig.json is missing, so the declarations are not checked.");
    }
    let status = toolbox
        .command("tsc")
        .args(["--noEmit", "--project", PROJECT])
        .status()
        .context("tsc could not be started")?;
    println!("tsc: {}", if status.success() { "nothing to say" } else { "see above" });
    Ok(Counts::check(status.success()))
}
