//! The crates of Cargo.lock, and those of the standard library, which release builds compile along: fetched beforehand, so that every later
//! build works offline.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Step;
use super::rust::standard_library;
use crate::toolbox::{self, Toolbox};

pub(super) struct Sources;

impl Step for Sources {
    fn title(&self) -> String {
        "Crates of Cargo.lock and of the standard library".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        for mut command in fetches(toolbox)? {
            let command = command.arg("--offline").stdout(Stdio::null()).stderr(Stdio::null());
            if !command.status().context("cargo could not be started")?.success() {
                return Ok(None);
            }
        }
        Ok(Some("present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 20 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        for mut command in fetches(toolbox)? {
            toolbox::run(&mut command)
                .context("The crates need cargo's registry, and a Cargo.lock that fits Cargo.toml")?;
        }
        Ok(())
    }
}

fn fetches(toolbox: &Toolbox) -> Result<[Command; 2]> {
    let fetch = |manifest: &Path| {
        let mut command = toolbox.command("cargo");
        // The standard library's manifest names features of cargo that are unstable.
        command.args(["fetch", "--locked", "--manifest-path"]).arg(manifest).env("RUSTC_BOOTSTRAP", "1");
        command
    };
    Ok([fetch(&toolbox.root().join("Cargo.toml")), fetch(&standard_library(toolbox)?.join("Cargo.toml"))])
}
