//! The crates of Cargo.lock, fetched beforehand so that every later build works offline.

use std::process::Stdio;

use anyhow::{Context, Result};

use super::Step;
use crate::toolbox::{self, Toolbox};

pub(super) struct Sources;

impl Step for Sources {
    fn title(&self) -> String {
        "Crates of Cargo.lock".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let status = toolbox
            .command("cargo")
            .args(["fetch", "--locked", "--offline"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .context("cargo could not be started")?;
        Ok(status.success().then(|| "present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 20 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        toolbox::run(toolbox.command("cargo").args(["fetch", "--locked"]))
            .context("The crates need cargo's registry, and a Cargo.lock that fits Cargo.toml")
    }
}
