//! A tiny `dist/` for the tests of both origins.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

pub(super) struct Dist(PathBuf);

impl Dist {
    pub(super) fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("xtask-dist-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("art")).unwrap();
        let integrity = r#"{"version": "1.2.3", "files": {
            "haberdash.js": {"sha384": "sha384-loader", "bytes": 5, "brotli": 10}}}"#;
        for (name, content) in [
            ("index.html", "<script src=\"haberdash.js\"></script>"),
            ("haberdash.js", "plain"),
            ("haberdash.js.br", "compressed"),
            ("integrity.json", integrity),
        ] {
            fs::write(folder.join(name), content).unwrap();
        }
        Self(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
