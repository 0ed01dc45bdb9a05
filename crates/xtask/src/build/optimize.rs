//! wasm-opt, for each module. Trunk could run it, but parts are cut out before: `split`.

use std::path::Path;

use anyhow::Result;

use crate::toolbox::{self, Toolbox};

/// What each step gave is in `docs/decisions/size.md`.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=200",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// Makes a module smaller, in place. Names of functions go.
pub(super) fn run(toolbox: &Toolbox, module: &Path) -> Result<()> {
    toolbox::run(toolbox.command("wasm-opt").args(WASM_OPT).arg(module).arg("--output").arg(module))
}
