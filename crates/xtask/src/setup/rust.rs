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

/// The standard library's sources: release builds compile it anew, for size (`docs/decisions/size.md`).
pub(super) struct StandardLibrary;

impl Step for StandardLibrary {
    fn title(&self) -> String {
        "Rust component rust-src".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let sysroot = toolbox
            .ask("rustc", &["--print", "sysroot"])
            .context("rustc is not on PATH: install Rust (rustup.rs) and run this again.")?;
        let lock = Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock");
        Ok(lock.is_file().then(|| "present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 10 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        rustup(toolbox, &["component", "add", "rust-src"]).context(
            "the sources of the standard library have to be where this rustc looks for them: `rustup component add rust-src`, or your system's package of the same name",
        )
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
