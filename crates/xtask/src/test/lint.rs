//! rustfmt and clippy; a warning is a failure.

use std::process::Command;

use anyhow::{Context, Result};

use super::counts::Counts;
use crate::toolbox::Toolbox;

pub(super) fn run(toolbox: &Toolbox) -> Result<Counts> {
    let mut counts = Counts::default();
    counts += check(toolbox.command("cargo").args(["fmt", "--all", "--check"]), "cargo fmt")?;
    counts += check(&mut clippy(toolbox, &["--workspace", "--exclude", "haberdash-app"]), "clippy, native")?;
    counts += check(
        &mut clippy(toolbox, &["--package", "haberdash-app", "--target", "wasm32-unknown-unknown"]),
        "clippy, wasm32",
    )?;
    counts += check(
        toolbox
            .command("cargo")
            .args(["clippy", "--quiet", "--package", "haberdash-core", "--no-default-features"])
            .args(["--locked", "--offline", "--", "--deny", "warnings"]),
        "clippy, core without sentences",
    )?;
    Ok(counts)
}

fn clippy(toolbox: &Toolbox, packages: &[&str]) -> Command {
    let mut command = toolbox.command("cargo");
    command
        .args(["clippy", "--quiet", "--all-targets", "--locked", "--offline"])
        .args(packages)
        .args(["--", "--deny", "warnings"]);
    command
}

fn check(command: &mut Command, name: &str) -> Result<Counts> {
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    println!("{name}: {}", if status.success() { "nothing to say" } else { "see above" });
    Ok(Counts::check(status.success()))
}
