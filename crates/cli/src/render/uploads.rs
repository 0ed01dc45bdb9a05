//! The shopper's own pictures. An order names them by SHA-256; the shop keeps them in a folder, under whatever names.

use crate::check::files::names_in;
use crate::input;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// How pictures of shoppers are addressed in a scene, before their SHA-256.
pub const SCHEME: &str = "upload:";

/// The largest upload that is read, in bytes.
const MAX_BYTES: usize = 64 << 20;

/// The bytes of the upload with this SHA-256 (64 hex digits), from `folder`. A file that is called after it is looked at first. The error is a
/// sentence.
pub fn bytes(folder: Option<&Path>, sha256: &str) -> Result<Vec<u8>, String> {
    let Some(folder) = folder else {
        return Err(format!(
            "the order has a picture of the shopper's, {sha256}: say with --files where it is"
        ));
    };
    let mut names = names_in(folder);
    names.sort_by_key(|name| !name.starts_with(sha256));
    let files = names.iter().map(|name| folder.join(name)).filter(|path: &PathBuf| path.is_file());
    let found = files.filter_map(|path| input::bytes(&path, MAX_BYTES).ok()).find(|bytes| {
        let hash = Sha256::digest(bytes);
        hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>() == sha256
    });
    found.ok_or_else(|| {
        format!("{} has no file whose SHA-256 is {sha256}, as the order has it", folder.display())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn uploads_are_found_by_what_is_in_them() {
        let folder = std::env::temp_dir().join(format!("haberdash-uploads-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        // SHA-256 of "abc", from the standard.
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert!(bytes(None, sha256).unwrap_err().contains("--files"));
        assert!(bytes(Some(&folder), sha256).unwrap_err().contains("has no file whose SHA-256 is"));
        std::fs::write(folder.join(format!("{sha256}.png")), "abd").unwrap();
        std::fs::write(folder.join("our logo.png"), "abc").unwrap();
        assert_eq!(bytes(Some(&folder), sha256), Ok(b"abc".to_vec()));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
