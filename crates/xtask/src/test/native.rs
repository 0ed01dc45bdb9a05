//! The workspace's own tests, without the package that only a browser can run.

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
    counts::of(&mut command, counts::of_rust_line)
}
