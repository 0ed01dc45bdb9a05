//! What rustup adds to the toolchain: the wasm32 target, and the components that tests use.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Step;
use crate::toolbox::{self, Toolbox};

const TARGET: &str = "wasm32-unknown-unknown";

pub(super) struct WasmTarget;

impl Step for WasmTarget {
    fn title(&self) -> String {
        format!("Rust target {TARGET}")
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let sysroot = toolbox
            .ask("rustc", &["--print", "sysroot"])
            .context("rustc is not on PATH: install Rust (rustup.rs) and run this again.")?;
        let library = Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib");
        Ok(library.is_dir().then(|| "present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 10 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        rustup(toolbox, &["target", "add", TARGET])
    }
}

/// A component that is a cargo subcommand as well.
pub(super) struct Component {
    pub name: &'static str,
    pub subcommand: &'static str,
}

impl Step for Component {
    fn title(&self) -> String {
        format!("Rust component {}", self.name)
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        Ok(toolbox.ask("cargo", &[self.subcommand, "--version"]))
    }

    fn takes(&self) -> &'static str {
        "about 10 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        rustup(toolbox, &["component", "add", self.name])
    }
}

fn rustup(toolbox: &Toolbox, arguments: &[&str]) -> Result<()> {
    if toolbox.find("rustup").is_none() {
        bail!(
            "rustup is not on PATH, so `rustup {}` cannot be run: get it from rustup.rs, or install the same from wherever this Rust came from, and run this again.",
            arguments.join(" ")
        );
    }
    toolbox::run(toolbox.command("rustup").args(arguments))
}
