//! The workspace's own tests, without the package that only a browser can run; and the core once more as the widget has it.

use anyhow::Result;

use super::counts::{self, Counts};
use crate::toolbox::Toolbox;

pub(super) fn run(toolbox: &Toolbox) -> Result<Counts> {
    let mut command = toolbox.command("cargo");
    command.args([
        "test",
        "--workspace",
        "--exclude",
        "haberdash-app",
        "--no-fail-fast",
        "--locked",
        "--offline",
    ]);
    let mut counts = counts::of(&mut command, counts::of_rust_line)?;
    // Without sentences and fonts, as in the widget's main module: it must count what the others tell.
    let mut command = toolbox.command("cargo");
    command.args(["test", "--package", "haberdash-core", "--no-default-features", "--test", "counts"]);
    command.args(["--locked", "--offline"]);
    counts += counts::of(&mut command, counts::of_rust_line)?;
    Ok(counts)
}
