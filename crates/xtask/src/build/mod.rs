//! Makes `dist/`: Trunk compiles and copies, the companion is compiled beside, parts are cut out, modules optimised and the JavaScript minified, the loader learns the
//! hashes of what it will fetch, schemas are written, and every file that is fetched by a shop page
//! is compressed and listed in `integrity.json`.
//!
//! All of it happens in `target/site`, which becomes `dist/` at the very end: a build that fails
//! leaves no half-made `dist/`.

mod companion;
mod glue;
mod imports;
mod integrity;
mod leb;
mod loader;
mod minify;
mod models;
mod optimize;
mod order;
mod page;
mod remap;
mod schema;
mod sizes;
mod split;
mod styles;
mod trunk;
mod words;

pub(crate) use integrity::{Integrity, is_on_every_page, read as read_integrity};
pub(crate) use sizes::grouped;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::toolbox::{self, Toolbox};

pub(crate) const LOADER: &str = "haberdash.js";
pub(crate) const GLUE: &str = "haberdash_app.js";
pub(crate) const WASM: &str = "haberdash_app_bg.wasm";
/// The companion, fetched where there is something to say.
pub(crate) const EXTRA_GLUE: &str = "haberdash_extra.js";
pub(crate) const EXTRA_WASM: &str = "haberdash_extra_bg.wasm";

/// Builds `dist/` anew and prints what it weighs. With `debug` nothing is optimised or minified.
pub(crate) fn run(toolbox: &Toolbox, debug: bool) -> Result<Integrity> {
    let _lock = toolbox.lock()?;
    let package = bundle_package(toolbox)?;
    if package.is_rust_library() {
        eprintln!(
            "Warning: the crate-type of haberdash-app should be \"cdylib\" alone; with \"rlib\" there is no link-time optimisation."
        );
    }
    let version = package.version;
    let site = toolbox.root().join("target/site");
    remove_folder(&toolbox.dist())?;
    remove_folder(&site)?;

    eprintln!("Building Haberdash {version}{}", if debug { ", for debugging" } else { "" });
    trunk::run(toolbox, &site, debug)?;
    if !site.join(LOADER).is_file() {
        bail!("There is no {LOADER} in the built site. Does index.html copy www/ as it is?");
    }
    companion::run(toolbox, &site, debug)?;
    page::finish(&site)?;
    schema::write(toolbox, &site)?;
    words::write(toolbox, &site)?;
    styles::write(toolbox, &site)?;
    models::write(toolbox, &site)?;
    if !debug {
        split::run(&toolbox.root().join(trunk::LINKED), &site.join(WASM))?;
        split::forget_links(&site.join(EXTRA_WASM))?;
        keep_names(toolbox, &site)?;
        for part in split::PARTS {
            let module = site.join(split::file_of(part.name));
            optimize::run(toolbox, &module)?;
            order::run(toolbox, &module, order::USUAL)?;
        }
        for (module, glue) in [(WASM, GLUE), (EXTRA_WASM, EXTRA_GLUE)] {
            optimize::run(toolbox, &site.join(module))?;
            imports::shorten(&site.join(module), &site.join(glue))?;
            // What is measured there has to be the module as it will be.
            let measures = if module == WASM { order::TRIED } else { order::USUAL };
            order::run(toolbox, &site.join(module), measures)?;
            glue::shorten(&site.join(glue))?;
            minify::module(toolbox, &site.join(glue))?;
            glue::name_alike(&site.join(glue))?;
        }
    }
    loader::finish(&site, &version, debug)?;
    if !debug {
        minify::classic_script(toolbox, &site.join(LOADER))?;
    }
    let integrity = integrity::write(&site, version, debug)?;

    fs::rename(&site, toolbox.dist()).context("The finished site cannot be moved to dist/")?;
    print!("{}", sizes::table(&integrity));
    Ok(integrity)
}

/// Copies the modules as they are before names go to `target/names`: whoever looks for what weighs so much finds it there.
fn keep_names(toolbox: &Toolbox, site: &Path) -> Result<()> {
    let folder = toolbox.root().join("target/names");
    fs::create_dir_all(&folder).context("target/names cannot be made")?;
    let parts = split::PARTS.iter().map(|part| split::file_of(part.name));
    for name in parts.chain([WASM.to_owned(), EXTRA_WASM.to_owned()]) {
        fs::copy(site.join(&name), folder.join(&name)).with_context(|| format!("{name} cannot be copied"))?;
    }
    Ok(())
}

fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    crate_types: Vec<String>,
}

impl Package {
    /// Cargo leaves out link-time optimisation, without a word, for a package that is a Rust
    /// library as well: a one-button yew application is then 57 KB instead of 43.
    fn is_rust_library(&self) -> bool {
        self.targets.iter().flat_map(|target| &target.crate_types).any(|kind| kind == "rlib" || kind == "lib")
    }
}

fn bundle_package(toolbox: &Toolbox) -> Result<Package> {
    let json = toolbox::output_of(toolbox.command("cargo").args([
        "metadata",
        "--format-version=1",
        "--no-deps",
        "--offline",
        "--locked",
    ]))?;
    let metadata: Metadata =
        serde_json::from_slice(&json).context("`cargo metadata` printed something unexpected")?;
    metadata
        .packages
        .into_iter()
        .find(|package| package.name == "haberdash-app")
        .context("The workspace has no package haberdash-app")
}
