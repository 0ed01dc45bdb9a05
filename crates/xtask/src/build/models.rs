//! A real shop's parts list for the demo's page `pc.html`, imported when the shared data is there. It is never part of the repository.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::toolbox::{self, Toolbox};

const MODEL: &str = "../shared/data/configuration/pc-richmond/original.xml";

pub(super) fn write(toolbox: &Toolbox, site: &Path) -> Result<()> {
    let model = toolbox.root().join(MODEL);
    if !model.is_file() {
        eprintln!("The demo's page pc.html stays empty: {MODEL} is not there.");
        return Ok(());
    }
    let (product, rules) = (site.join("p/pc-richmond.json"), site.join("p/pc-richmond.rules"));
    let haberdash = |arguments: &[&Path], command: &str| {
        let mut run = toolbox.command("cargo");
        run.args(["run", "--quiet", "--locked", "--offline", "--package", "haberdash-cli", "--", command]);
        toolbox::output_of(run.args(arguments)).with_context(|| format!("`haberdash {command}` failed"))
    };
    haberdash(&[&model, Path::new("-o"), &product], "import")?;
    // The address of the compiled rules is part of the product, and so of its hash.
    let text = fs::read(&product).context("the imported product cannot be read")?;
    let mut file: serde_json::Value =
        serde_json::from_slice(&text).context("the imported product is not JSON")?;
    file["compiled"] = "pc-richmond.rules".into();
    fs::write(&product, serde_json::to_vec(&file)?)?;
    haberdash(&[&product, Path::new("-o"), &rules], "compile")?;
    Ok(())
}
