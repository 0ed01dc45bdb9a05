//! esbuild, for the two JavaScript files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::toolbox::{self, Toolbox};

/// What every browser with WebAssembly bulk memory and `import()` understands.
const TARGET: &str = "--target=es2020";

/// Minifies an ES module in place. Nothing is bundled, so its imports and URLs stay.
pub(super) fn module(toolbox: &Toolbox, file: &Path) -> Result<()> {
    minify(toolbox, file, &["--format=esm"])
}

/// Minifies a classic script in place. Without a format esbuild keeps it one, and keeps the names
/// at its top level, which are the page's.
pub(super) fn classic_script(toolbox: &Toolbox, file: &Path) -> Result<()> {
    minify(toolbox, file, &[])?;
    let check = "new (require('vm').Script)(require('fs').readFileSync(process.argv[1], 'utf8'))";
    toolbox::run(toolbox.command("node").arg("-e").arg(check).arg(file))
        .with_context(|| format!("{} is no classic script", file.display()))
}

fn minify(toolbox: &Toolbox, file: &Path, options: &[&str]) -> Result<()> {
    let code = toolbox::output_of(
        toolbox
            .command("esbuild")
            .arg(file)
            .args(["--minify", "--legal-comments=none", "--charset=utf8", TARGET])
            .args(options),
    )?;
    fs::write(file, code).with_context(|| format!("{} cannot be written", file.display()))
}
