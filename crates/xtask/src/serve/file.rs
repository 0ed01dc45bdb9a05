//! From the path of a request to a file below a folder, and to no other file.

use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    File(PathBuf),
    /// A folder that was asked for without the slash at its end.
    Folder,
    Nothing,
}

/// Finds what `path` names below `folder`. A folder stands for its index.html.
pub(super) fn find(folder: &Path, path: &str) -> Found {
    let Some(relative) = safe(path) else {
        return Found::Nothing;
    };
    let mut file = folder.join(relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::Folder;
        }
        file.push("index.html");
    }
    // A link may lead out of the folder, which no check of the name can see.
    match (fs::canonicalize(&file), fs::canonicalize(folder)) {
        (Ok(real), Ok(root)) if real.is_file() && real.starts_with(&root) => Found::File(real),
        _ => Found::Nothing,
    }
}

/// The path of a URL without its query and fragment.
pub(super) fn path_of(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// A decoded, relative path; `None` if any part of it could lead elsewhere or is hidden.
fn safe(path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    if decoded.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut relative = PathBuf::new();
    let parts = decoded.trim_end_matches('/');
    if parts.is_empty() {
        return decoded.is_empty().then_some(relative);
    }
    for part in parts.split('/') {
        if part.is_empty() || part.starts_with('.') {
            return None;
        }
        relative.push(part);
    }
    Some(relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_ordinary_paths() {
        assert_eq!(safe("/"), Some(PathBuf::new()));
        assert_eq!(safe("/p/oxford.json"), Some(PathBuf::from("p/oxford.json")));
        assert_eq!(safe("/a%20b.svg"), Some(PathBuf::from("a b.svg")));
        assert_eq!(safe("/docs/"), Some(PathBuf::from("docs")));
    }

    #[test]
    fn refuses_ways_out() {
        for path in [
            "/../Cargo.toml",
            "/p/../../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/p/%2E%2e%2Fx",
            "//etc/passwd",
            "/p//x",
            "/..\\x",
            "/c:/x",
            "/x%00.html",
            "/.git/config",
            "/./x",
            "x",
            "",
            "/%ff",
        ] {
            assert_eq!(safe(path), None, "{path}");
        }
    }

    #[test]
    fn leaves_out_query_and_fragment() {
        assert_eq!(path_of("/product.html?id=SH-001#hb=1"), "/product.html");
        assert_eq!(path_of("/"), "/");
    }

    #[test]
    fn finds_files_folders_and_nothing() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let main = fs::canonicalize(source.join("src/main.rs")).unwrap();
        assert_eq!(find(source, "/src/main.rs"), Found::File(main));
        assert_eq!(find(source, "/src"), Found::Folder);
        assert_eq!(find(source, "/src/"), Found::Nothing);
        assert_eq!(find(source, "/src/none.rs"), Found::Nothing);
        assert_eq!(find(&source.join("src"), "/../Cargo.toml"), Found::Nothing);
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link_out_of_the_folder() {
        let folder = std::env::temp_dir().join(format!("xtask-link-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.join("name.txt")).unwrap();
        let found = find(&folder, "/name.txt");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, Found::Nothing);
    }
}
