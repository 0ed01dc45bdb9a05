//! Reading files.

use crate::json::MAX_BYTES;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// The text of a file, without a byte order mark, which browsers take away as well.
pub fn text(path: &Path) -> Result<String, String> {
    let bytes = bytes(path, MAX_BYTES)?;
    utf8(bytes)
}

/// The text on stdin.
pub fn stdin() -> Result<String, String> {
    limited(std::io::stdin().lock(), MAX_BYTES).and_then(utf8)
}

/// The bytes of a file that has `most` at most.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, String> {
    // Opening a folder succeeds on some systems, and reading it fails with words that do not help.
    if path.is_dir() {
        return Err("this is a folder, a file is needed".to_owned());
    }
    let file = File::open(path).map_err(|error| format!("cannot be read: {error}"))?;
    limited(file, most)
}

fn limited(from: impl Read, most: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() > most {
        return Err(format!("is larger than {} MB, which is not read", most >> 20));
    }
    Ok(bytes)
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
        format!("is not UTF-8 text, see line {line}; save it with that encoding")
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// `path` without `.` and without `..` where a folder's name stands before it, so that it reads well and is the same however it was reached.
pub fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        let can_go_up = matches!(out.components().next_back(), Some(Component::Normal(_)));
        match component {
            Component::CurDir => {}
            Component::ParentDir if can_go_up => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_well() {
        for (path, tidied) in
            [("a/b/../c.svg", "a/c.svg"), ("../p/../x", "../x"), ("./a/./b", "a/b"), ("../../x", "../../x")]
        {
            assert_eq!(tidy(Path::new(path)), Path::new(tidied));
        }
    }
}
