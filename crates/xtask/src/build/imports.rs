//! Short names for what the module imports from its glue, and what that calls by a compiler's name. wasm-bindgen ends the first in a hash of 16
//! digits each, which no compression makes smaller, and both files carry all of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::leb::write;

/// Renames them in both files. What the module does not import any more goes.
pub(super) fn shorten(module: &Path, glue: &Path) -> Result<()> {
    let wasm = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let script = fs::read_to_string(glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    let mut names = BTreeMap::new();
    let renamed = rename(&wasm, &mut names).context("The module's imports have another form now")?;
    let script = replace(&without_unused(&script, &names), &names);
    // Some exports are for wasm-bindgen alone.
    let lost =
        |(_, short): &(&String, &String)| !short.starts_with('_') && !script.contains(&format!("{short}: "));
    if let Some((name, _)) = names.iter().find(lost) {
        bail!("The glue does not define {name}: wasm-bindgen's output has another form now.");
    }
    fs::write(module, renamed).with_context(|| format!("{} cannot be written", module.display()))?;
    fs::write(glue, script).with_context(|| format!("{} cannot be written", glue.display()))
}

/// The module with short names; what was called how goes to `names`. `None` when it is not a module as expected.
fn rename(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: wasm, at: 8 };
    let mut out = wasm.get(..8)?.to_vec();
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let end = reader.at.checked_add(length)?;
        let mut section = Reader { bytes: wasm.get(..end)?, at: reader.at };
        let body = match id {
            2 => imports(&mut section, names)?,
            7 => exports(&mut section, names)?,
            _ => wasm.get(reader.at..end)?.to_vec(),
        };
        out.push(id);
        write(body.len(), &mut out);
        out.extend(body);
        reader.at = end;
    }
    Some(out)
}

fn imports(section: &mut Reader, names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = section.number()?;
    write(count, &mut out);
    for _ in 0..count {
        let (module, name) = (section.name()?, section.name()?);
        let next = names.len();
        let short = if name.starts_with("__wb") {
            names.entry(name).or_insert_with(|| short(next)).clone()
        } else {
            name
        };
        for text in [module, short] {
            write(text.len(), &mut out);
            out.extend(text.as_bytes());
        }
        let start = section.at;
        section.skip_description()?;
        out.extend(section.bytes.get(start..section.at)?);
    }
    Some(out)
}

fn exports(section: &mut Reader, names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = section.number()?;
    write(count, &mut out);
    for _ in 0..count {
        let name = section.name()?;
        let next = names.len();
        // Others are read by name: `memory`, what `#[wasm_bindgen]` exports, what parts of the module import.
        let is_compilers = ["__wb", "_R", "wasm_bindgen"].iter().any(|start| name.starts_with(start));
        let name = match is_compilers {
            true => names.entry(name).or_insert_with(|| format!("_{}", short(next))).clone(),
            false => name,
        };
        write(name.len(), &mut out);
        out.extend(name.as_bytes());
        let start = section.at;
        section.byte()?;
        section.number()?;
        out.extend(section.bytes.get(start..section.at)?);
    }
    Some(out)
}

/// `a0`, `b0` … `z0`, `a1` …: no word of JavaScript, no name that the glue uses.
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    format!("{letter}{}", index / 26)
}

/// The glue without the functions that no name is for: the module was cut after the glue was made.
fn without_unused(script: &str, names: &BTreeMap<String, String>) -> String {
    let (mut out, mut is_unused) = (String::with_capacity(script.len()), false);
    for line in script.split_inclusive('\n') {
        let name = line.trim_start().split_once(": function(").map(|(name, _)| name);
        if let Some(name) = name.filter(|name| name.starts_with("__wb")) {
            is_unused = !names.contains_key(name);
        }
        if !is_unused {
            out.push_str(line);
        }
        // As far in as it begins.
        is_unused &= !(line.starts_with("        }") && line.ends_with("},\n"));
    }
    out
}

/// Replaces whole words.
fn replace(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_word) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_word(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// Reads the binary format (WebAssembly core specification, §5).
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    /// An unsigned LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<String> {
        let length = self.number()?;
        let bytes = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        String::from_utf8(bytes.to_vec()).ok()
    }

    /// What is imported: a function, table, memory or global.
    fn skip_description(&mut self) -> Option<()> {
        let kind = self.byte()?;
        match kind {
            0 => self.number().map(drop),
            1 | 2 => {
                if kind == 1 {
                    self.byte()?;
                }
                let has_maximum = self.byte()? & 1 == 1;
                self.number()?;
                if has_maximum {
                    self.number()?;
                }
                Some(())
            }
            3 => self.byte().and_then(|_| self.byte()).map(drop),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_renamed_and_the_rest_stays() {
        // Imports a function and a memory; then an empty custom section, and a function and the memory as exports.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let body = [&b"\x02\x01m\x08__wbg_ab\x00\x05\x01m\x03mem\x02\x01\x01\x02"[..]].concat();
        wasm.extend([2, body.len() as u8]);
        wasm.extend(&body);
        wasm.extend([0, 2, 1, b'x']);
        wasm.extend(b"\x07\x0c\x02\x04__wb\x00\x00\x01m\x02\x00");
        let mut names = BTreeMap::new();
        let renamed = rename(&wasm, &mut names).unwrap();
        let pair = |name: &str, short: &str| (name.to_owned(), short.to_owned());
        assert_eq!(names, [pair("__wbg_ab", "a0"), pair("__wb", "_b0")].into());
        let expected =
            b"\0asm\x01\0\0\0\x02\x12\x02\x01m\x02a0\x00\x05\x01m\x03mem\x02\x01\x01\x02\0\x02\x01x\x07\x0b\x02\x03_b0\x00\x00\x01m\x02\x00";
        assert_eq!(renamed, expected);
        assert_eq!(
            replace("{__wbg_ab: function() {}, __wbg_abc: 1}", &names),
            "{a0: function() {}, __wbg_abc: 1}"
        );
        assert_eq!(rename(&wasm[..20], &mut names), None);
    }

    #[test]
    fn what_is_not_imported_any_more_goes() {
        let names: BTreeMap<String, String> = [("__wbg_b".to_owned(), "a0".to_owned())].into();
        let function = |name: &str, end: &str| {
            format!("        {name}: function() {{\n            if (x) {{\n            }}\n        {end}\n")
        };
        let (end, caught) = ("},", "}, arguments); },");
        let script = |list: &[&str]| ["return {\n", &list.concat(), "    };\n"].concat();
        let kept = function("__wbg_b", end);
        let all =
            script(&[&function("__wbg_a", end), &kept, &function("__wbg_c", caught), "        d: 1,\n"]);
        assert_eq!(without_unused(&all, &names), script(&[&kept, "        d: 1,\n"]));
    }

    #[test]
    fn numbers_of_several_bytes() {
        for number in [0, 127, 128, 300, 1_000_000] {
            let mut bytes = Vec::new();
            write(number, &mut bytes);
            assert_eq!(Reader { bytes: &bytes, at: 0 }.number(), Some(number));
        }
        assert_eq!([short(0), short(25), short(26), short(52)], ["a0", "z0", "a1", "a2"]);
    }
}
