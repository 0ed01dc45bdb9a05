//! Addresses of files, as seen from the product file: what RFC 3986 §5 says of references, as far as files need it.

use crate::product::values::is_address;
use crate::value::Value;

/// Where files are named: the lists that lead there, and the field. The last two are those of libraries.
const NAMED: [(&[&str], &str); 7] = [
    (&["fonts"], "src"),
    (&["options", "choices"], "texture"),
    (&["options", "choices"], "image"),
    (&["views"], "art"),
    (&["views", "layers"], "shade"),
    (&["choices"], "texture"),
    (&["choices"], "image"),
];

/// `address`, which is written in the file at `base`, as seen from where `base` itself is seen from. What is no address stays as it is.
pub fn join(base: &str, address: &str) -> String {
    if !is_address(address) || has_scheme(address) {
        return address.to_owned();
    }
    let base = base.split(&['?', '#'][..]).next().unwrap_or_default();
    // The part of an absolute base before its path: `https:` or `https://host`.
    let scheme = if has_scheme(base) { base.find(':').map_or(0, |at| at + 1) } else { 0 };
    if address.starts_with("//") {
        return [&base[..scheme], address].concat();
    }
    let host = match base.get(scheme..).and_then(|rest| rest.strip_prefix("//")) {
        Some(rest) => base.len() - rest.len() + rest.find('/').unwrap_or(rest.len()),
        None => scheme,
    };
    let (front, base_path) = base.split_at(host);
    let end = address.find(&['?', '#'][..]).unwrap_or(address.len());
    let (path, tail) = address.split_at(end);
    let folder = base_path.rfind('/').map_or("", |at| &base_path[..=at]);
    let whole = match path {
        "" => base_path.to_owned(),
        path if path.starts_with('/') => path.to_owned(),
        path if folder.is_empty() && host > 0 => ["/", path].concat(),
        path => [folder, path].concat(),
    };
    [front, &tidied(&whole), tail].concat()
}

/// The scheme that `address` begins with.
pub(in crate::product) fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    (!scheme.is_empty() && scheme.bytes().all(fits)).then_some(scheme)
}

fn has_scheme(address: &str) -> bool {
    scheme(address).is_some()
}

/// A path without `.` and without `..` where a folder's name stands before it.
fn tidied(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let steps = path.strip_prefix('/').unwrap_or(path);
    for step in steps.split('/') {
        match step {
            "." => {}
            ".." if kept.last().is_some_and(|last| *last != "..") => {
                kept.pop();
            }
            ".." if rooted => {}
            step => kept.push(step),
        }
    }
    // A path that ends in a folder keeps its last slash.
    if !kept.is_empty() && (steps.ends_with("/.") || steps.ends_with("/..")) {
        kept.push("");
    }
    let joined = kept.join("/");
    // Not to be taken for a scheme, or for another root.
    let ambiguous = !rooted && (joined.is_empty() || joined.starts_with('/') || has_scheme(&joined));
    [
        if rooted {
            "/"
        } else if ambiguous {
            "./"
        } else {
            ""
        },
        &joined,
    ]
    .concat()
}

/// Turns the addresses in `file`, which are relative to it, into what the product file would call them. `base` is what that calls `file`.
pub(super) fn rewrite(file: &mut Value, base: &str) {
    // Beside the product file all is as it should be.
    if !base.contains(['/', ':']) {
        return;
    }
    for (lists, field) in NAMED {
        rewrite_field(file, lists, field, base);
    }
}

fn rewrite_field(value: &mut Value, lists: &[&str], field: &str, base: &str) {
    let Value::Object(fields) = value else { return };
    let (wanted, rest) = lists.split_first().map_or((field, None), |(list, rest)| (*list, Some(rest)));
    for (name, value) in fields {
        match (rest, value) {
            _ if name != wanted => {}
            (None, Value::String(address)) => *address = join(base, address).into(),
            (Some(rest), Value::Array(items)) => {
                items.iter_mut().for_each(|item| rewrite_field(item, rest, field, base));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_seen_from_the_product_file() {
        let table = [
            ("threads.json", "a.webp", "a.webp"),
            ("lib/threads.json", "a.webp", "lib/a.webp"),
            ("lib/threads.json", "./x/../a.webp?v=../2", "lib/a.webp?v=../2"),
            ("lib/threads.json", "../art/a.webp", "art/a.webp"),
            ("lib/threads.json?v=1/2", "../../a.webp", "../a.webp"),
            ("../lib/threads.json", "../../a.webp", "../../a.webp"),
            ("lib/threads.json", "/art/a.webp", "/art/a.webp"),
            ("lib/threads.json", "https://cdn.example/a.webp", "https://cdn.example/a.webp"),
            ("lib/threads.json", "//cdn.example/a.webp", "//cdn.example/a.webp"),
            ("lib/threads.json", "javascript:a/../b", "javascript:a/../b"),
            ("lib/threads.json", " a.webp", " a.webp"),
            ("lib/threads.json", "..", "./"),
            ("lib/threads.json", "../x:y/a.webp", "./x:y/a.webp"),
            ("lib/threads.json", "..//cdn.example/a.webp", ".//cdn.example/a.webp"),
            ("lib/x/threads.json", "..", "lib/"),
            ("/lib/threads.json", "../../a.webp", "/a.webp"),
            ("/lib/threads.json", "a.webp", "/lib/a.webp"),
            ("https://cdn.example/lib/threads.json", "../a.webp", "https://cdn.example/a.webp"),
            ("https://cdn.example/lib/threads.json", "/a.webp", "https://cdn.example/a.webp"),
            ("https://cdn.example/lib/threads.json", "//b.example/a.webp", "https://b.example/a.webp"),
            ("https://cdn.example", "a.webp", "https://cdn.example/a.webp"),
            ("//cdn.example/lib/threads.json", "../../a.webp", "//cdn.example/a.webp"),
        ];
        for (base, address, expected) in table {
            assert_eq!(join(base, address), expected, "{address} in {base}");
        }
    }
}
