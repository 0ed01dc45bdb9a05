//! The versions of the tools, in one place. Trunk.toml and tests/e2e/package.json repeat some of
//! them because their readers cannot look here; a test below holds them together.

/// Must equal the version of `wasm-bindgen` in Cargo.lock.
pub const WASM_BINDGEN: &str = "0.2.130";
/// The newest that builds with the pinned compiler.
pub const TRUNK: &str = "0.21.14";
/// npm's binaryen 132.0.0 calls itself so; Trunk compares the whole string.
pub const WASM_OPT: &str = "version_132";
/// The oldest Node.js that runs the tools and has the test runner's options.
pub const NODE_MAJOR: u32 = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    fn file(name: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        fs::read_to_string(root.join(name)).unwrap()
    }

    #[test]
    fn trunk_toml_names_the_same_versions() {
        let trunk = file("Trunk.toml");
        assert!(trunk.contains(&format!("trunk-version = \"={TRUNK}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        assert!(trunk.contains(&format!("wasm_opt = \"{WASM_OPT}\"")));
    }

    #[test]
    fn the_lock_file_has_the_same_wasm_bindgen() {
        let lock = file("Cargo.lock");
        let entry = format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"");
        assert!(
            lock.contains(&entry),
            "set WASM_BINDGEN in pins.rs, and in Trunk.toml, to the version in Cargo.lock"
        );
    }

    #[test]
    fn package_json_has_the_same_binaryen() {
        let major = WASM_OPT.trim_start_matches("version_");
        assert!(file("tests/e2e/package.json").contains(&format!("\"binaryen\": \"{major}.")));
    }
}
