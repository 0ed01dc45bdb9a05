//! What rustup adds to the toolchain: the wasm32 target, and the components that tests use.

use std::path::{Path, PathBuf};

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
        let library = libraries(toolbox)?.join(TARGET).join("lib");
        Ok(library.is_dir().then(|| "present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 10 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        rustup(toolbox, &["target", "add", TARGET])
    }
}

/// The toolchain's folder of libraries.
fn libraries(toolbox: &Toolbox) -> Result<PathBuf> {
    let sysroot = toolbox
        .ask("rustc", &["--print", "sysroot"])
        .context("rustc is not on PATH: install Rust (rustup.rs) and run this again.")?;
    Ok(Path::new(&sysroot).join("lib/rustlib"))
}

/// Where the standard library's sources are, once they are installed.
pub(super) fn standard_library(toolbox: &Toolbox) -> Result<PathBuf> {
    Ok(libraries(toolbox)?.join("src/rust/library"))
}

/// The standard library's sources: release builds compile it anew, for size (`docs/decisions/size.md`).
pub(super) struct StandardLibrary;

impl Step for StandardLibrary {
    fn title(&self) -> String {
        "Rust component rust-src".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let lock = standard_library(toolbox)?.join("Cargo.lock");
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
