//! The loader refuses files that are not the ones it was built with: their hashes are written into
//! its source, in place of constants that stand for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{EXTRA_GLUE, EXTRA_WASM, GLUE, LOADER, WASM, integrity, split};

const PREFIX: &str = "__HABERDASH_";

/// Fills in the loader's constants from the finished files beside it.
pub(super) fn finish(site: &Path, version: &str, debug: bool) -> Result<()> {
    let file = site.join(LOADER);
    let source = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let parts = if debug { String::new() } else { parts(site)? };
    let finished = fill_in(
        &source,
        &[
            ("__HABERDASH_INTEGRITY_GLUE__", &integrity::of_file(&site.join(GLUE))?),
            ("__HABERDASH_INTEGRITY_WASM__", &integrity::of_file(&site.join(WASM))?),
            ("__HABERDASH_INTEGRITY_EXTRA_GLUE__", &integrity::of_file(&site.join(EXTRA_GLUE))?),
            ("__HABERDASH_INTEGRITY_EXTRA_WASM__", &integrity::of_file(&site.join(EXTRA_WASM))?),
            ("__HABERDASH_VERSION__", version),
            ("__HABERDASH_PARTS__", &parts),
        ],
    )?;
    fs::write(&file, finished).with_context(|| format!("{} cannot be written", file.display()))
}

/// The parts of the module: name, the part that it needs or nothing, and hash, in one text. A debug build has none: all is in the module.
fn parts(site: &Path) -> Result<String> {
    let part = |part: &split::Part| {
        let hash = integrity::of_file(&site.join(split::file_of(part.name)))?;
        Ok([part.name, part.on.unwrap_or_default(), &hash].join(" "))
    };
    Ok(split::PARTS.iter().map(part).collect::<Result<Vec<_>>>()?.join(","))
}

fn fill_in(source: &str, constants: &[(&str, &str)]) -> Result<String> {
    let mut finished = source.to_owned();
    for (constant, value) in constants {
        if !source.contains(constant) {
            bail!("www/{LOADER} does not contain {constant}, which the build replaces by a value.");
        }
        finished = finished.replace(constant, value);
    }
    if let Some(at) = finished.find(PREFIX) {
        let unknown: String =
            finished[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        bail!("www/{LOADER} contains {unknown}, and the build has no value for it.");
    }
    Ok(finished)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_every_constant() {
        let source = "load('__HABERDASH_A__', '__HABERDASH_B__', '__HABERDASH_A__')";
        let constants = [("__HABERDASH_A__", "1"), ("__HABERDASH_B__", "2")];
        assert_eq!(fill_in(source, &constants).unwrap(), "load('1', '2', '1')");
    }

    #[test]
    fn names_the_constant_that_is_missing_or_unknown() {
        let message = |source: &str| fill_in(source, &[("__HABERDASH_A__", "1")]).unwrap_err().to_string();
        assert!(message("load()").contains("does not contain __HABERDASH_A__"));
        assert!(message("__HABERDASH_A__ + '__HABERDASH_C__'").contains("contains __HABERDASH_C__,"));
    }
}
