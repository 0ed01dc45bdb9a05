//! The files that a product file names: whether they are there, and whether what the product expects is in them.

use crate::parts::Parts;
use crate::report::Problem;
use crate::{input, json};
use haberdash_core::art::{self, Art};
use haberdash_core::diagnostics::unknown;
use haberdash_core::font::Font;
use haberdash_core::outline::Letters;
use haberdash_core::product::{Kind, Product, TextOption};
use haberdash_core::{Diagnostics, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The largest font file that is read, in bytes.
const MAX_FONT_BYTES: usize = 32 << 20;

/// The most characters of a set that are looked for in a font.
const MAX_CHARACTERS: usize = 200_000;

/// Drawings and fonts that were read: many products share them.
#[derive(Default)]
pub struct Shelf {
    arts: BTreeMap<PathBuf, Option<Rc<Art>>>,
    fonts: BTreeMap<PathBuf, Option<Rc<Font>>>,
    /// What is wrong with them. Told once, however many products name them.
    pub problems: Vec<Problem>,
}

impl Shelf {
    /// The drawing at `path`.
    pub fn art(&mut self, path: &Path) -> Option<Rc<Art>> {
        if let Some(art) = self.arts.get(path) {
            return art.clone();
        }
        let name = path.display().to_string();
        // One byte more than the parser takes, so that it says so itself.
        let text = input::bytes(path, art::MAX_BYTES + 1).and_then(|bytes| {
            String::from_utf8(bytes).map_err(|_| "the drawing is not UTF-8 text".to_owned())
        });
        let art = match text {
            Ok(text) => {
                let mut diagnostics = Diagnostics::new();
                let art = Art::parse(&text, &mut diagnostics);
                self.problems.extend(
                    diagnostics
                        .into_list()
                        .into_iter()
                        .map(|d| Problem { severity: d.severity, ..Problem::of_file(&name, d.message) }),
                );
                art.map(Rc::new)
            }
            Err(sentence) => {
                self.problems.push(Problem::of_file(&name, sentence));
                None
            }
        };
        self.arts.insert(path.to_owned(), art.clone());
        art
    }

    /// The font at `path`.
    pub fn font(&mut self, path: &Path) -> Option<Rc<Font>> {
        if let Some(font) = self.fonts.get(path) {
            return font.clone();
        }
        let font = match input::bytes(path, MAX_FONT_BYTES).and_then(Font::parse) {
            Ok(font) => Some(Rc::new(font)),
            Err(sentence) => {
                self.problems.push(Problem::of_file(&path.display().to_string(), sentence));
                None
            }
        };
        self.fonts.insert(path.to_owned(), font.clone());
        font
    }
}

/// The folder that a product file's addresses are relative to.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder of the product file at `path`.
    pub fn of(path: &Path) -> Folder {
        Folder(path.parent().map(Path::to_owned).unwrap_or_default())
    }

    /// The file that `address` means; `None` when only a server knows.
    pub fn resolve(&self, address: &str) -> Option<PathBuf> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let has_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
        if has_scheme || path.is_empty() || path.starts_with(['/', '\\']) {
            return None;
        }
        Some(input::tidy(&self.0.join(percent_decoded(path))))
    }

    /// The file that the string `value` names, when it is there; tells when it is not.
    fn find(&self, value: Option<&Value>, diagnostics: &mut Diagnostics) -> Option<PathBuf> {
        let address = value.and_then(Value::as_str)?;
        let path = self.resolve(address)?;
        if path.is_file() {
            return Some(path);
        }
        let wanted = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let neighbours = names_in(path.parent().unwrap_or(Path::new("")));
        let sentence =
            match haberdash_core::diagnostics::nearest(&wanted, neighbours.iter().map(String::as_str)) {
                Some(_) => unknown("file", &wanted, neighbours.iter().map(String::as_str)),
                None => format!("there is no file at \"{address}\""),
            };
        diagnostics.error(sentence);
        None
    }
}

/// The files in `folder`, sorted.
pub fn names_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// `%20` and the like as what they stand for; what is not UTF-8 then stays as it was.
fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |b: &u8| char::from(*b).to_digit(16);
        match (first, after) {
            (b'%', [high, low, after @ ..]) if digit(high).is_some() && digit(low).is_some() => {
                bytes.push((digit(high).unwrap_or(0) * 16 + digit(low).unwrap_or(0)) as u8);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// Checks all files that the product file `value` names. It goes by what is written, so that files are checked even while the product has
/// errors; only what fonts must contain needs the checked `product`.
pub fn check(
    value: &Value,
    product: Option<&Product>,
    folder: &Folder,
    shelf: &mut Shelf,
    diagnostics: &mut Diagnostics,
) {
    each(value, "fonts", diagnostics, |font, d| {
        d.within("src", |d| folder.find(font.get("src"), d)).map(|path| shelf.font(&path));
    });
    each(value, "options", diagnostics, |option, d| check_choices(option, folder, d));
    each(value, "views", diagnostics, |view, d| check_view(view, folder, shelf, d));
    if let Some(product) = product {
        check_letters(product, folder, shelf, diagnostics);
    }
}

/// Checks the files that the choices of an option, or a library, name.
pub fn check_choices(value: &Value, folder: &Folder, diagnostics: &mut Diagnostics) {
    each(value, "choices", diagnostics, |choice, d| {
        for name in ["texture", "image"] {
            d.within(name, |d| folder.find(choice.get(name), d));
        }
    });
}

/// Checks the product files that the items of a catalogue name: each has to be one, with options that a design can be carried over to.
pub fn check_products(catalog: &Value, folder: &Folder, diagnostics: &mut Diagnostics) {
    each(catalog, "items", diagnostics, |item, d| {
        d.within("product", |d| {
            let Some(path) = folder.find(item.get("product"), d) else { return };
            let text = input::text(&path).unwrap_or_default();
            let document = json::parse(&text).ok();
            let value = document.and_then(|document| Parts::new(&path, &text, document.value).value);
            let options = value.as_ref().and_then(|value| value.get("options")).and_then(Value::as_array);
            match options {
                None => d.error("is no product file that can be used; haberdash check on it says why"),
                Some(options) if options.iter().all(|option| option.get("role").is_none()) => {
                    d.warning("none of its options has a \"role\": no design can be carried over to it");
                }
                Some(_) => {}
            }
        });
    });
}

/// Runs `check` on each item of the list `name`.
fn each(
    value: &Value,
    name: &str,
    diagnostics: &mut Diagnostics,
    mut check: impl FnMut(&Value, &mut Diagnostics),
) {
    let items = value.get(name).and_then(Value::as_array).unwrap_or_default();
    diagnostics.within(name, |d| {
        for (index, item) in items.iter().enumerate() {
            d.at_index(index, |d| check(item, d));
        }
    });
}

fn check_view(view: &Value, folder: &Folder, shelf: &mut Shelf, diagnostics: &mut Diagnostics) {
    let path = diagnostics.within("art", |d| folder.find(view.get("art"), d));
    let art = path.and_then(|path| shelf.art(&path));
    each(view, "layers", diagnostics, |layer, d| {
        for name in ["photo", "shade", "mask"] {
            d.within(name, |d| folder.find(layer.get(name), d));
        }
        let Some(art) = &art else { return };
        for name in ["part", "path"] {
            let Some(id) = layer.get(name).and_then(Value::as_str) else { continue };
            let problem = match art.part(id) {
                None => art.missing(id),
                Some(node) if name == "path" && node.tag() != "path" => {
                    format!("letters can stand on a <path> only, and \"{id}\" is a <{}>", node.tag())
                }
                Some(_) => continue,
            };
            d.within(name, |d| d.error(problem));
        }
    });
}

/// Every character that a text option allows must be in each of its fonts.
fn check_letters(product: &Product, folder: &Folder, shelf: &mut Shelf, diagnostics: &mut Diagnostics) {
    for (index, option) in product.options.iter().enumerate() {
        let Kind::Text(text) = &option.kind else { continue };
        for (position, id) in text.font_ids.iter().enumerate() {
            let font = product.fonts.iter().find(|font| font.id == *id);
            let path = font.and_then(|font| folder.resolve(&font.src.0)).filter(|path| path.is_file());
            let Some(font) = path.and_then(|path| shelf.font(&path)) else { continue };
            let lacking = lacking(text, &font);
            if lacking.is_empty() {
                continue;
            }
            let sentence =
                format!("the font \"{id}\" cannot draw {}, which the charset allows", lacking.join(", "));
            diagnostics.within("options", |d| {
                d.at_index(index, |d| d.within("fonts", |d| d.at_index(position, |d| d.error(sentence))));
            });
        }
        // Those that choices of another option name, too.
        let by = text.font_by.iter().flat_map(|(_, fonts)| fonts.iter().copied().flatten());
        let mut seen: Vec<usize> = Vec::new();
        for at in by {
            let Some(font) = product.fonts.get(at).filter(|_| !seen.contains(&at)) else { continue };
            seen.push(at);
            let path = folder.resolve(&font.src.0).filter(|path| path.is_file());
            let lacking =
                path.and_then(|path| shelf.font(&path)).map(|own| lacking(text, &own)).unwrap_or_default();
            if !lacking.is_empty() {
                let sentence = format!(
                    "the font \"{}\" cannot draw {}, which the charset allows",
                    font.id,
                    lacking.join(", ")
                );
                diagnostics
                    .within("options", |d| d.at_index(index, |d| d.within("font_by", |d| d.error(sentence))));
            }
        }
    }
}

/// The first characters of a text option's set that `font` lacks, in words. A set that was left out allows everything, and no font has that.
fn lacking(text: &TextOption, font: &Font) -> Vec<String> {
    let characters = text.charset.iter().flat_map(|(from, to)| *from..=*to).take(MAX_CHARACTERS);
    let all: String = characters.collect();
    let mut rest = all.as_str();
    let mut words = Vec::new();
    while let Some(missing) = font.lacks(rest) {
        if words.len() == 6 {
            words.push("and more".to_owned());
            break;
        }
        words.push(format!("'{missing}' (U+{:04X})", u32::from(missing)));
        rest = rest.split_once(missing).map_or("", |(_, after)| after);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths_where_only_the_disk_is_needed() {
        let folder = Folder::of(Path::new("www/p/shirt.json"));
        let table = [
            ("../art/front.svg", Some("www/art/front.svg")),
            ("a%20b.webp?v=2#x", Some("www/p/a b.webp")),
            ("100%.webp", Some("www/p/100%.webp")),
            ("https://cdn.example/a.svg", None),
            ("/art/a.svg", None),
            ("//cdn.example/a.svg", None),
        ];
        for (address, path) in table {
            assert_eq!(folder.resolve(address), path.map(PathBuf::from), "{address}");
        }
    }
}
