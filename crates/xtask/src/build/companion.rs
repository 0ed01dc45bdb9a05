//! The companion module, `crates/extra`: cargo, wasm-bindgen and wasm-opt, as Trunk runs them for the widget.

use std::path::Path;

use anyhow::Result;

use super::{EXTRA_WASM, trunk};
use crate::toolbox::{self, Toolbox};

const PACKAGE: &str = "haberdash-extra";
const NAME: &str = "haberdash_extra";
const TARGET: &str = "wasm32-unknown-unknown";
/// As `index.html` has it for the widget.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=200",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

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
    )?;
    if debug {
        return Ok(());
    }
    let module = site.join(EXTRA_WASM);
    toolbox::run(toolbox.command("wasm-opt").args(WASM_OPT).arg(&module).arg("--output").arg(&module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_optimised_as_the_widget_is() {
        let page = include_str!("../../../../index.html");
        let parameters = WASM_OPT[1..].join(" ");
        assert!(page.contains(&format!("data-wasm-opt=\"z\" data-wasm-opt-params=\"{parameters}\"")));
    }
}
