//! JSON Schemas, which the CLI derives from the Rust types that read the files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::toolbox::{self, Toolbox};

pub(super) fn write(toolbox: &Toolbox, site: &Path) -> Result<()> {
    let folder = site.join("schema");
    fs::create_dir_all(&folder).context("dist/schema cannot be made")?;
    for name in ["product", "library", "catalog"] {
        let schema = toolbox::output_of(toolbox.command("cargo").args([
            "run",
            "--quiet",
            "--locked",
            "--offline",
            "--package",
            "haberdash-cli",
            "--",
            "schema",
            name,
        ]))?;
        serde_json::from_slice::<serde_json::Value>(&schema)
            .with_context(|| format!("`haberdash schema {name}` did not print JSON"))?;
        let file = folder.join(format!("{name}.v1.schema.json"));
        fs::write(&file, schema).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}
