//! The interface in other languages: `src/ui/words/*.txt` become `haberdash_words_*.txt`, a line for each phrase in the order of the
//! module, then those about rules. `src/ui/logo/words/*.txt` become `haberdash_logo_*.txt` and `src/ui/more` and `src/ui/worn` `haberdash_more_*.txt` and `haberdash_worn_*.txt` in the same way, English as
//! well, with a style sheet in the first and in the last line.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::toolbox::Toolbox;

/// Writes a file for each language.
pub(super) fn write(toolbox: &Toolbox, site: &Path) -> Result<()> {
    let source = toolbox.root().join("src/ui");
    let module = fs::read_to_string(source.join("words.rs")).context("src/ui/words.rs cannot be read")?;
    let rules = toolbox.root().join("crates/core/src/compat/words.rs");
    let rules = fs::read_to_string(rules).context("crates/core/src/compat/words.rs cannot be read")?;
    let words = english(&module).into_iter().map(|(name, words)| (name.to_owned(), words));
    let phrases = english(&rules).into_iter().map(|(name, words)| (["Rule", name].concat(), words));
    let english: Vec<(String, &str)> = words.chain(phrases).collect();
    pictures(&source.join("logo"), site)?;
    // What parts say in English, and what they look like: one file, which pages without them never fetch.
    let (_, of_parts) = module.split_once("\npart_words! {").context("src/ui/words.rs has no part_words")?;
    let (of_parts, _) = of_parts.split_once("\n}").context("src/ui/words.rs: part_words has no end")?;
    let own: Vec<&str> = self::english(of_parts).into_iter().map(|(_, words)| words).collect();
    let sheet = fs::read_to_string(source.join("parts.css")).context("src/ui/parts.css cannot be read")?;
    fs::write(site.join("haberdash_parts.txt"), format!("{}\u{1}{sheet}", own.join("\n")))?;
    each_language(&source.join("words"), &english, |language, lines| {
        fs::write(site.join(format!("haberdash_words_{language}.txt")), lines)
    })?;
    write_more(&source, site, "more")?;
    write_more(&source, site, "worn")
}

/// Gives the lines of each language in `folder`, compared with the English ones, to `write`.
fn each_language(
    folder: &Path,
    english: &[(impl AsRef<str>, &str)],
    write: impl Fn(&str, String) -> std::io::Result<()>,
) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let named = || path.display().to_string();
            let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", named()))?;
            let language = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            write(language, lines(english, &text).with_context(named)?)?;
        }
    }
    Ok(())
}

/// The files of what comes on demand: those of the words in `src/ui/KIND.rs`, with the style sheet `src/ui/KIND/KIND.css`.
fn write_more(source: &Path, site: &Path, kind: &str) -> Result<()> {
    let read = |name: String| {
        fs::read_to_string(source.join(&name)).with_context(|| format!("src/ui/{name} cannot be read"))
    };
    let module = read(format!("{kind}.rs"))?;
    let english = english(&module);
    let styles = read(format!("{kind}/{kind}.css"))?.replace('\n', "");
    let write = |language: &str, lines: String| {
        fs::write(site.join(format!("haberdash_{kind}_{language}.txt")), [lines, styles.clone()].concat())
    };
    let own: String = english.iter().map(|(_, words)| format!("{words}\n")).collect();
    write("en", own)?;
    each_language(&source.join(kind), &english, write)
}

/// Writes the words for pictures, a file for each language, English too, with the style sheet as the first line of each.
fn pictures(source: &Path, site: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = source.join(name);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let (module, english, styles) = (read("words.rs")?, read("words/en.txt")?, read("styles.css")?);
    let texts = english.lines().filter_map(|line| line.split_once(": ").map(|(_, text)| text));
    let english: Vec<(&str, &str)> =
        variants(&module).into_iter().zip(texts.chain(std::iter::repeat(""))).collect();
    let styles = styles.lines().collect::<String>();
    each_language(&source.join("words"), &english, |language, lines| {
        fs::write(site.join(format!("haberdash_logo_{language}.txt")), [&styles, "\n", &*lines].concat())
    })
}

/// The names in the enum `Phrase`, in order.
fn variants(module: &str) -> Vec<&str> {
    let body = module.split_once("pub enum Phrase {").and_then(|(_, rest)| rest.split_once('}'));
    body.map_or("", |(body, _)| body).lines().filter_map(|line| line.trim().strip_suffix(',')).collect()
}

/// Names and English texts, in order.
fn english(module: &str) -> Vec<(&str, &str)> {
    let rows = module.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(": \"")?;
        let is_name = name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase);
        Some((name, rest.strip_suffix("\";")?)).filter(|_| is_name)
    });
    rows.collect()
}

/// The texts of a language, a line each. Every phrase has to be there once, in the same order, with as many gaps.
fn lines(english: &[(impl AsRef<str>, &str)], text: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = text.lines();
    for (name, words) in english {
        let name = name.as_ref();
        let line = rest.next().with_context(|| format!("\"{name}\" is missing"))?;
        let Some((found, translated)) = line.split_once(": ") else {
            bail!("a line is \"Name: text\", not: {line}")
        };
        if found != name {
            bail!(
                "expected \"{name}\" where \"{found}\" is: the order is that of src/ui/words.rs, then Phrase in core"
            );
        }
        if gaps(translated) != gaps(words) {
            bail!("\"{name}\" has other gaps {{}} than in English");
        }
        out.push_str(translated);
        out.push('\n');
    }
    match rest.next() {
        Some(line) => bail!("there is no such phrase: {line}"),
        None => Ok(out),
    }
}

/// What is put in where, in order.
fn gaps(text: &str) -> Vec<&str> {
    let gaps = text.match_indices('{').filter_map(|(at, _)| text.get(at..text[at..].find('}')? + at));
    let mut list: Vec<&str> = gaps.collect();
    list.sort_unstable();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "interface_words! {\n    Price: \"Price\";\n    Now: \"Now {}\";\n}\n// a: \"b\";\n";

    #[test]
    fn phrases_are_taken_in_order() {
        let english = english(MODULE);
        assert_eq!(english, [("Price", "Price"), ("Now", "Now {}")]);
        assert_eq!(lines(&english, "Price: Preis\nNow: Jetzt {}\n").unwrap(), "Preis\nJetzt {}\n");
    }

    #[test]
    fn phrases_of_pictures_are_the_variants() {
        assert_eq!(variants("/// Some.\npub enum Phrase {\n    Choose,\n    Turn,\n}\n"), ["Choose", "Turn"]);
    }

    #[test]
    fn what_is_missing_or_different_is_named() {
        let english = english(MODULE);
        let why = |text: &str| lines(&english, text).unwrap_err().to_string();
        assert!(why("Price: Preis\n").contains("\"Now\" is missing"));
        assert!(why("Now: Jetzt {}\nPrice: Preis\n").contains("expected \"Price\""));
        assert!(why("Price: Preis\nNow: Jetzt\n").contains("gaps"));
        assert!(why("Price: Preis\nNow: Jetzt {}\nOld: alt\n").contains("no such phrase"));
        assert!(why("Price\n").contains("Name: text"));
    }
}
