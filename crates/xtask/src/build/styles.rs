//! Style sheets of parts: `src/ui/picture.css` becomes `haberdash_picture.css`. That of every page is in the module.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::toolbox::Toolbox;

/// Puts them beside the module.
pub(super) fn write(toolbox: &Toolbox, site: &Path) -> Result<()> {
    let source = toolbox.root().join("src/ui/picture.css");
    fs::copy(&source, site.join("haberdash_picture.css"))
        .with_context(|| format!("{} cannot be copied", source.display()))?;
    Ok(())
}
