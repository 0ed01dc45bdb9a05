//! `integrity.json`: for each file that a shop page fetches, its hash and its sizes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

use super::{EXTRA_GLUE, EXTRA_WASM, GLUE, LOADER, WASM, split};

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Integrity {
    pub(crate) version: String,
    pub(crate) files: BTreeMap<String, File>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct File {
    /// As in the attribute `integrity`: "sha384-" and base64.
    pub(crate) sha384: String,
    pub(crate) bytes: u64,
    /// Bytes when compressed with brotli, as a CDN serves it.
    pub(crate) brotli: u64,
}

impl Integrity {
    /// The files that every page of a shop fetches, or with `false` those that are fetched on demand.
    pub(crate) fn of_every_page(&self, yes: bool) -> impl Iterator<Item = (&str, &File)> {
        let files = self.files.iter().map(|(name, file)| (name.as_str(), file));
        files.filter(move |(name, _)| is_on_every_page(name) == yes)
    }
}

/// Whether every page of a shop fetches the file; parts and the companion come on demand.
pub(crate) fn is_on_every_page(name: &str) -> bool {
    [LOADER, GLUE, WASM].contains(&name)
}

/// The hash of a file in the form of the attribute `integrity`, the shorter one: the loader names many.
pub(super) fn of_file(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(&bytes))))
}

fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Compresses the published files, writes `NAME.br` beside each, and `integrity.json`.
pub(super) fn write(site: &Path, version: String, debug: bool) -> Result<Integrity> {
    // A debug module is megabytes: the highest quality would take a minute.
    let quality = if debug { 4 } else { 11 };
    let mut files = BTreeMap::new();
    let parts = split::PARTS.iter().map(|part| split::file_of(part.name)).filter(|_| !debug);
    let files_of_all = [LOADER, GLUE, WASM, EXTRA_GLUE, EXTRA_WASM].map(str::to_owned).into_iter();
    for name in files_of_all.chain(parts) {
        let path = site.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let compressed = compress(&bytes, quality)?;
        fs::write(site.join(format!("{name}.br")), &compressed)
            .with_context(|| format!("{name}.br cannot be written"))?;
        files.insert(
            name,
            File { sha384: of(&bytes), bytes: bytes.len() as u64, brotli: compressed.len() as u64 },
        );
    }
    let integrity = Integrity { version, files };
    let mut json = serde_json::to_string_pretty(&integrity)?;
    json.push('\n');
    fs::write(site.join("integrity.json"), json).context("integrity.json cannot be written")?;
    Ok(integrity)
}

/// Reads `integrity.json` of a built `dist/`.
pub(crate) fn read(dist: &Path) -> Result<Integrity> {
    let file = dist.join("integrity.json");
    let json = fs::read(&file)
        .with_context(|| format!("{} cannot be read: run `cargo xtask build` first", file.display()))?;
    serde_json::from_slice(&json).with_context(|| format!("{} is damaged", file.display()))
}

/// Compresses as a CDN does.
pub(super) fn compress(bytes: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(bytes).context("brotli failed")?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn hashes_as_browsers_do() {
        // The example of the Subresource Integrity specification.
        assert_eq!(
            of(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn what_is_compressed_comes_back() {
        let text = b"one fish, two fish, red fish, blue fish".repeat(50);
        let compressed = compress(&text, 11).unwrap();
        assert!(compressed.len() < 100);
        let mut back = Vec::new();
        brotli::Decompressor::new(&compressed[..], 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }
}
