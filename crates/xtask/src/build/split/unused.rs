//! Takes out what libraries have for those who use more of them, and nothing here ever calls. The compiler cannot know: who calls it looks at a
//! value that is never given.
//!
//! A function that is taken out stops the module when it is called, as what belongs to a part that is not there does. What only it needs goes with
//! it.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use walrus::{FunctionBuilder, FunctionKind};

use super::cut;
use super::links::Links;
use super::plan::{is_of, path_of};

/// Paths of functions as in [`Part::paths`](super::Part), and why each is never called.
pub(super) const UNUSED: &[&str] = &[
    // Views have no callbacks: what happens in them is heard once for a whole root (`src/app/asks.rs`).
    "yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "yew::dom_bundle::btag::listeners::Registry>::unregister",
    "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    // Nothing is drawn elsewhere than in its root, waits for anything while it is drawn, or is text that is taken for HTML.
    "yew::virtual_dom::vportal::VPortal as",
    "yew::virtual_dom::vraw::VRaw as",
    "yew::virtual_dom::vsuspense::VSuspense as",
];

/// `wasm` without the functions at `paths`, and what `links` says without what these refer to.
pub(super) fn run(wasm: &[u8], links: &mut Links, paths: &[&str]) -> Result<Vec<u8>> {
    let mut module = cut::parse(wasm)?;
    let mut found = BTreeSet::new();
    let functions: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in functions {
        let function = module.funcs.get(id);
        let name = function.name.clone().unwrap_or_default();
        let path = path_of(&format!("{:#}", rustc_demangle::demangle(&name)));
        let Some(of) = paths.iter().find(|unused| is_of(&path, &[unused])) else { continue };
        found.insert(*of);
        if let Some(targets) = links.functions.remove(&name) {
            links.left.extend(targets.functions);
        }
        let ty = function.ty();
        let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        let locals = params.iter().map(|param| module.locals.add(*param)).collect();
        builder.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
    }
    if let Some(lost) = paths.iter().find(|path| !found.contains(*path)) {
        bail!("{lost} is taken out as never called, and is not there: does its path still exist?");
    }
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// What would call one of them.
    const USES: &[&str] = &[
        "html!",
        "html_nested!",
        "Callback::",
        "Callback<",
        "add_listener",
        "set_listeners",
        "create_portal",
        "from_html_unchecked",
        "VPortal",
        "VRaw",
        "VSuspense",
        "Suspen",
    ];

    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path, found);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap_or_default();
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.extend(
                code.filter(|line| USES.iter().any(|word| line.contains(word)))
                    .map(|line| format!("{}: {line}", path.display())),
            );
        }
    }

    #[test]
    fn nothing_here_uses_what_is_taken_out() {
        let mut found = Vec::new();
        look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src"), &mut found);
        assert_eq!(found, [""; 0], "What is in UNUSED stops the page when it is called.");
    }
}
