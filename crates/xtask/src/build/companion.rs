//! The companion module, `crates/extra`: cargo and wasm-bindgen, as Trunk runs them for the widget.

use std::path::Path;

use anyhow::Result;

use super::trunk;
use crate::toolbox::{self, Toolbox};

const PACKAGE: &str = "haberdash-extra";
const NAME: &str = "haberdash_extra";
const TARGET: &str = "wasm32-unknown-unknown";
pub(super) fn run(toolbox: &Toolbox, site: &Path, debug: bool) -> Result<()> {
    // By name: the folder may be elsewhere by cargo's own settings.
    let target = toolbox.root().join("target");
    let mut command = toolbox.command("cargo");
    command
        .args(["build", "--package", PACKAGE, "--target", TARGET, "--locked", "--offline", "--target-dir"])
        .arg(&target);
    trunk::settings(toolbox, &mut command, debug)?;
    toolbox::run(&mut command)?;

    let profile = if debug { "debug" } else { "release" };
    let module = target.join(TARGET).join(profile).join(format!("{NAME}.wasm"));
    toolbox::run(
        toolbox
            .command("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(site)
            .arg(module),
    )
}
