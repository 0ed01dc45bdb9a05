//! What wasm-bindgen's glue starts the module with, in a few lines: its own takes addresses, modules and bytes as well, warns, and starts without
//! waiting; and it has a way for browsers without `TextEncoder.encodeInto`, which are older than those that have what the module needs.
//!
//! And what may throw catches it itself. As wasm-bindgen writes it, a function of its own is made at each call and handed to one that catches, with a
//! list of all arguments: two objects, and two functions that the browser compiles and, as each of the first is another one, optimises again and again.

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

/// How a function that may throw begins, where it names its parameters, and how it ends; then the same as it is here.
const THROWS: (&str, &str) = (": function() { return handleError(function (", "}, arguments); },\n");
const CATCHES: (&str, &str) = (": function(", "} catch (e) { handleError(e); } },\n");

/// How what is done with what was thrown begins and ends; then how it begins here.
const CAUGHT: (&str, &str) = (
    "function handleError(f, args) {\n    try {\n        return f.apply(this, args);\n    } catch (e) {\n",
    "    }\n}\n",
);
const CALLED: &str = "function handleError(e) {\n";

/// What was thrown.
const NAME: &str = "t";

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
    catching(&[before, after, INIT].concat())
}

/// Gives what was thrown one name in all functions, in place, after the script was minified: it is named after what else is in each of them, and
/// what is alike is compressed better.
pub(super) fn name_alike(glue: &Path) -> Result<()> {
    let script = fs::read_to_string(glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    fs::write(glue, alike(&script)).with_context(|| format!("{} cannot be written", glue.display()))
}

fn alike(script: &str) -> String {
    let mut parts = script.split("catch(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // `e){s(e)}` and what follows.
        let told = part.split_once("){").and_then(|(name, rest)| {
            let (call, after) = rest.split_once('}')?;
            let (function, argument) = call.strip_suffix(')')?.split_once('(')?;
            let is_name = function.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$".contains(&byte));
            (argument == name && function != NAME && is_name).then_some((function, after))
        });
        match told {
            Some((function, after)) => out.extend(["catch(", NAME, "){", function, "(", NAME, ")}", after]),
            None => out.extend(["catch(", part]),
        }
    }
    out
}

/// The script with functions that catch what they throw themselves.
fn catching(script: &str) -> Option<String> {
    let mut parts = script.split(THROWS.0);
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (parameters, rest) = part.split_once(") {")?;
        let (body, after) = rest.split_once(THROWS.1)?;
        out.extend([CATCHES.0, parameters, ") { try {", body, CATCHES.1, after]);
    }
    let (before, caught) = out.split_once(CAUGHT.0)?;
    let (body, after) = caught.split_once(CAUGHT.1)?;
    Some([before, CALLED, body, "}\n", after].concat())
}

#[cfg(test)]
mod tests {
    use super::{CALLED, CAUGHT, alike, catching, shortened};

    #[test]
    fn what_starts_the_module_is_ours_and_the_rest_stays() {
        let older = "if (!('encodeInto' in cachedTextEncoder)) {\n    cachedTextEncoder.encodeInto = () => {\n    };\n}\n";
        let caught = "function handleError(f, args) {\n    try {\n        return f.apply(this, args);\n    } catch (e) {\n        wasm.store(e);\n    }\n}\n";
        let glue = |end: &str| {
            format!(
                "function ours() {{}}\n{older}let wasm;\n{caught}async function __wbg_load(module) {{\n}}\n{end}"
            )
        };
        let short = shortened(&glue("export { initSync, __wbg_init as default };\n")).unwrap();
        assert!(short.starts_with("function ours() {}\nlet wasm;\nfunction handleError(e) {\n        wasm.store(e);\n}\nasync function __wbg_init("));
        assert!(!short.contains("initSync") && !short.contains("encodeInto"));
        assert_eq!(shortened(&glue("export default __wbg_init;\n")), None);
        assert_eq!(
            shortened(&glue("export { initSync, __wbg_init as default };\n").replace(older, "")),
            None
        );
    }

    #[test]
    fn what_may_throw_catches_it_itself() {
        let own = "        b1: function(arg0) {\n            arg0.click();\n        },\n";
        let script = |of: &str, caught: &str| ["return {\n", own, of, own, "};\n", caught, "rest"].concat();
        let theirs = "        a0: function() { return handleError(function (arg0, arg1) {\n            const ret = arg0.call(arg1);\n            return ret;\n        }, arguments); },\n";
        let ours = "        a0: function(arg0, arg1) { try {\n            const ret = arg0.call(arg1);\n            return ret;\n        } catch (e) { handleError(e); } },\n";
        let of = |list: &[&str], caught| script(&list.concat(), caught);
        let [caught, called] =
            [[CAUGHT.0, "x();\n", CAUGHT.1], [CALLED, "x();\n", "}\n"]].map(|of| of.concat());
        assert_eq!(catching(&of(&[theirs, theirs], &caught)), Some(of(&[ours, ours], &called)));
        assert_eq!(catching(&of(&[theirs], "another")), None);
        assert_eq!(catching(&of(&[theirs.trim_end_matches(",\n")], &caught)), None);
    }

    #[test]
    fn what_was_thrown_has_one_name() {
        let script = "a0:function(t,n){try{n.call(t)}catch(e){s(e)}},b1:function(){try{x()}catch(n){throw s(n),n}},c:function(){try{x()}catch{}}";
        assert_eq!(alike(script), script.replace("catch(e){s(e)}", "catch(t){s(t)}"));
        for taken in ["try{x()}catch(e){t(e)}", "try{x()}catch(e){t.s(e)}"] {
            assert_eq!(alike(taken), taken);
        }
    }
}
