//! What wasm-bindgen's glue starts the module with, in a few lines: its own takes addresses, modules and bytes as well, warns, and starts without
//! waiting; and it has a way for browsers without `TextEncoder.encodeInto`, which are older than those that have what the module needs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Where it begins, and the last line of the file.
const START: &str = "async function __wbg_load(";
const END: &str = "export { initSync, __wbg_init as default };\n";

/// Takes the answer with the module, as wasm-bindgen's own does. What not all servers call by its type is not compiled while it arrives.
const INIT: &str = "async function __wbg_init({ module_or_path: answer }) {
    const imports = __wbg_get_imports();
    const { instance, module } = answer.headers.get('Content-Type') === 'application/wasm'
        ? await WebAssembly.instantiateStreaming(answer, imports)
        : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
    return __wbg_finalize_init(instance, module);
}
export { __wbg_init as default };
";

/// Where the way for older browsers begins and ends.
const OLDER: (&str, &str) = ("if (!('encodeInto' in cachedTextEncoder)) {\n", "\n}\n");

/// Changes a module's glue, in place.
pub(super) fn shorten(glue: &Path) -> Result<()> {
    let script = fs::read_to_string(glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    let script = shortened(&script).context("The glue is another now: wasm-bindgen's output has changed")?;
    fs::write(glue, script).with_context(|| format!("{} cannot be written", glue.display()))
}

/// `None` when it is not as expected.
fn shortened(script: &str) -> Option<String> {
    let (own, init) = script.split_once(START)?;
    init.strip_suffix(END)?;
    let (before, older) = own.split_once(OLDER.0)?;
    let (_, after) = older.split_once(OLDER.1)?;
    Some([before, after, INIT].concat())
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_starts_the_module_is_ours_and_the_rest_stays() {
        let older = "if (!('encodeInto' in cachedTextEncoder)) {\n    cachedTextEncoder.encodeInto = () => {\n    };\n}\n";
        let glue = |end: &str| {
            format!("function ours() {{}}\n{older}let wasm;\nasync function __wbg_load(module) {{\n}}\n{end}")
        };
        let short = shortened(&glue("export { initSync, __wbg_init as default };\n")).unwrap();
        assert!(short.starts_with("function ours() {}\nlet wasm;\nasync function __wbg_init("));
        assert!(!short.contains("initSync") && !short.contains("encodeInto"));
        assert_eq!(shortened(&glue("export default __wbg_init;\n")), None);
        assert_eq!(
            shortened(&glue("export { initSync, __wbg_init as default };\n").replace(older, "")),
            None
        );
    }
}
