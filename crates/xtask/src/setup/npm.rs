//! esbuild, wasm-opt, TypeScript and Playwright, as pinned in tests/e2e/package-lock.json.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{Step, pins};
use crate::toolbox::{self, Toolbox};

pub(super) struct Packages;

impl Step for Packages {
    fn title(&self) -> String {
        "npm packages (esbuild, wasm-opt, TypeScript, Playwright)".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let lock = toolbox.npm_folder().join("package-lock.json");
        let wanted = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
        if fs::read(stamp(toolbox)).ok() != Some(wanted) {
            return Ok(None);
        }
        let wasm_opt = toolbox.ask("wasm-opt", &["--version"]).unwrap_or_default();
        if !wasm_opt.contains(pins::WASM_OPT) {
            bail!(
                "wasm-opt should be {}, but `wasm-opt --version` says \"{wasm_opt}\". Remove tests/e2e/node_modules and run this again.",
                pins::WASM_OPT
            );
        }
        Ok(Some("present".to_owned()))
    }

    fn takes(&self) -> &'static str {
        "about 10 seconds"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        // No package here needs its install script, so none is run.
        toolbox::run(
            toolbox
                .command("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(toolbox.npm_folder()),
        )
        .context("The packages need the npm registry")?;
        fs::copy(toolbox.npm_folder().join("package-lock.json"), stamp(toolbox))
            .context("The note that npm's packages are installed cannot be written")?;
        Ok(())
    }
}

/// A copy of the lock file that was last installed completely.
fn stamp(toolbox: &Toolbox) -> PathBuf {
    toolbox.npm_folder().join("node_modules/.installed-lock.json")
}
