//! Cargo and wasm-bindgen, in the order that Trunk runs them. See Trunk.toml.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{GLUE, WASM, remap};
use crate::toolbox::{self, Toolbox};

/// Trunk names its output after the package; the contract with shop pages is the library's name.
const TRUNKS_GLUE: &str = "haberdash-app.js";
const TRUNKS_WASM: &str = "haberdash-app_bg.wasm";
/// What the linker makes, before wasm-bindgen.
pub(super) const LINKED: &str = "target/wasm32-unknown-unknown/release/haberdash_app.wasm";
/// Of no use to shop pages, whose declarations are www/haberdash.d.ts.
const TRUNKS_TYPES: &str = "haberdash-app.d.ts";

/// Compiles the standard library along with the rest, for size. The pinned compiler takes these unstable settings when told so.
const SMALL: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// Functions that are alike stay apart until `split` is done: one that a part and the module share in the table would go with the part's name. wasm-opt
/// makes one of them afterwards. The linker says what refers to what. A panic stops the module without a message; `cargo xtask build --debug` keeps messages. See `docs/decisions/size.md`. The stack is 48 KB, not a megabyte: every page has it in memory.
const SMALL_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none -Csymbol-mangling-version=v0 -Zmerge-functions=disabled -Cllvm-args=-inline-threshold=25 -Clink-arg=--emit-relocs -Clink-arg=-zstack-size=49152";

pub(super) fn run(toolbox: &Toolbox, site: &Path, debug: bool) -> Result<()> {
    let mut command = toolbox.command("trunk");
    command.arg("build").arg("--dist").arg(site);
    settings(toolbox, &mut command, debug)?;
    // By name: the folder may be elsewhere by cargo's own settings.
    command.env("CARGO_TARGET_DIR", toolbox.root().join("target"));
    // Trunk reads this variable as "true" or "false", and stops at the usual "1".
    toolbox::run(command.env_remove("NO_COLOR"))?;
    rename(site)
}

/// What a command that compiles for shop pages is told; Trunk's cargo gets it from Trunk.
pub(super) fn settings(toolbox: &Toolbox, command: &mut Command, debug: bool) -> Result<()> {
    let mut flags = remap::flags(toolbox)?;
    if !debug {
        command.arg("--release").envs(SMALL);
        flags = [&flags, SMALL_FLAGS].join(" ");
    }
    command.env(remap::VARIABLE, flags);
    Ok(())
}

/// Gives the two files their published names, also where the glue names the module.
fn rename(site: &Path) -> Result<()> {
    let (from, to) = (site.join(TRUNKS_GLUE), site.join(GLUE));
    let glue = fs::read_to_string(&from)
        .with_context(|| format!("Trunk made no {TRUNKS_GLUE}; does index.html have a rust link?"))?;
    if !glue.contains(TRUNKS_WASM) {
        bail!("{TRUNKS_GLUE} does not name {TRUNKS_WASM}: wasm-bindgen's output has another form now.");
    }
    fs::write(&to, glue.replace(TRUNKS_WASM, WASM)).with_context(|| format!("{GLUE} cannot be written"))?;
    fs::remove_file(&from).with_context(|| format!("{TRUNKS_GLUE} cannot be removed"))?;
    let types = site.join(TRUNKS_TYPES);
    if types.exists() {
        fs::remove_file(&types).with_context(|| format!("{TRUNKS_TYPES} cannot be removed"))?;
    }
    fs::rename(site.join(TRUNKS_WASM), site.join(WASM))
        .with_context(|| format!("{TRUNKS_WASM} cannot be renamed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_get_the_librarys_name() {
        let site = std::env::temp_dir().join(format!("xtask-trunk-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join(TRUNKS_GLUE), "new URL('haberdash-app_bg.wasm', import.meta.url)").unwrap();
        fs::write(site.join(TRUNKS_WASM), "wasm").unwrap();
        rename(&site).unwrap();
        let glue = fs::read_to_string(site.join(GLUE)).unwrap();
        let wasm = fs::read_to_string(site.join(WASM)).unwrap();
        fs::remove_dir_all(&site).unwrap();
        assert_eq!(glue, "new URL('haberdash_app_bg.wasm', import.meta.url)");
        assert_eq!(wasm, "wasm");
    }
}
