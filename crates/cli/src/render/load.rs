//! The files that a view needs with what is picked: its drawing, pictures and fonts, from disk. All that is missing is told at once.

use super::pictures::{Picture, Pictures};
use super::{Source, uploads, upright};
use crate::check::files::{Folder, Shelf};
use crate::{input, parts, report};
use haberdash_core::Severity;
use haberdash_core::art::Art;
use haberdash_core::image::{self, File, Files};
use haberdash_core::outline::Letters;
use haberdash_core::product::{Content, Format, Kind, View};
use haberdash_core::scene::{self, Fonts, Scene};
use haberdash_core::selection::{Pick, Selection};
use std::path::Path;
use std::rc::Rc;

/// The largest picture file that is read, in bytes.
const MAX_BYTES: usize = 64 << 20;

/// Reads files, each once.
pub struct Loader<'a> {
    source: &'a Source,
    selection: &'a Selection,
    uploads: Option<&'a Path>,
    folder: Folder,
    shelf: Shelf,
    /// Every picture that was read so far.
    pub pictures: Pictures,
    problems: Vec<String>,
}

impl<'a> Loader<'a> {
    /// Reads nothing yet. `uploads` is the folder with the shopper's own pictures.
    pub fn new(source: &'a Source, selection: &'a Selection, uploads: Option<&'a Path>) -> Loader<'a> {
        Loader {
            source,
            selection,
            uploads,
            folder: Folder::of(&source.path),
            shelf: Shelf::default(),
            pictures: Pictures::default(),
            problems: Vec::new(),
        }
    }

    /// What `view` shows, with its drawing. What is wrong with its files is said on stderr, and the error says that there is no picture.
    pub fn scene(&mut self, view: &View) -> Result<(Rc<Art>, Scene), String> {
        let art = self.art(view);
        let fonts = self.fonts(view);
        let files = self.files(view);
        let scene = art.map(|art| {
            let scene = scene::build_with(&self.source.product, self.selection, view, &art, &fonts, &files);
            (art, scene)
        });
        for address in scene::pictures(&self.source.product, self.selection, view) {
            self.picture(&address);
        }
        match scene {
            Some(scene) if self.problems.is_empty() => Ok(scene),
            _ => {
                self.problems.iter().for_each(|problem| report::say(&report::printable(problem)));
                Err(format!("view \"{}\" cannot be drawn", view.id))
            }
        }
    }

    fn wrong(&mut self, address: &str, why: &str) {
        self.problems.push(format!("{address}: {why}"));
    }

    fn art(&mut self, view: &View) -> Option<Rc<Art>> {
        let address = &*view.art.0;
        let path = match parts::find(&self.folder, address) {
            Ok(path) => path,
            Err(why) => {
                self.wrong(address, &why);
                return None;
            }
        };
        let art = self.shelf.art(&path);
        for problem in std::mem::take(&mut self.shelf.problems) {
            match problem.severity {
                Severity::Error => self.problems.push(problem.line()),
                Severity::Warning => report::say(&problem.line()),
            }
        }
        let art = art?;
        for layer in view.layers.iter().filter(|layer| scene::is_shown(layer, self.selection)) {
            if let Content::Part { id, .. } = &layer.content
                && art.part(id).is_none()
            {
                self.wrong(address, &art.missing(id));
            }
        }
        Some(art)
    }

    /// The fonts of the letters that are shown, which must have them all.
    fn fonts(&mut self, view: &View) -> Fonts {
        let product = &self.source.product;
        let mut fonts: Vec<Option<Rc<dyn Letters>>> = vec![None; product.fonts.len()];
        for layer in view.layers.iter().filter(|layer| scene::is_shown(layer, self.selection)) {
            let Content::Zone { option, .. } = &layer.content else { continue };
            let text = self.selection.text(*option);
            let Some(Kind::Text(kind)) = product.options.get(*option).map(|option| &option.kind) else {
                continue;
            };
            let font = kind.font(self.selection).and_then(|index| Some((index, product.fonts.get(index)?)));
            let Some((index, font)) = font else { continue };
            if text.is_empty() {
                continue;
            }
            let address = &*font.src.0;
            match parts::find(&self.folder, address) {
                Ok(path) => {
                    let found = self.shelf.font(&path);
                    self.problems.extend(self.shelf.problems.drain(..).map(|problem| problem.line()));
                    if let Some(missing) = found.as_ref().and_then(|font| font.lacks(text)) {
                        self.wrong(address, &format!("the font cannot draw '{missing}'"));
                    }
                    if let (Some(slot), Some(found)) = (fonts.get_mut(index), found) {
                        *slot = Some(found);
                    }
                }
                Err(why) => self.wrong(address, &why),
            }
        }
        Fonts(fonts)
    }

    /// The shopper's own pictures that are shown.
    fn files(&mut self, view: &View) -> Files {
        let mut files = Files::default();
        for layer in view.layers.iter().filter(|layer| scene::is_shown(layer, self.selection)) {
            let Content::Zone { option, .. } = &layer.content else { continue };
            let Some(Pick::Image(Some(placed))) = self.selection.pick(*option) else { continue };
            let address = [uploads::SCHEME, &placed.file].concat();
            match uploads::bytes(self.uploads, &placed.file).and_then(|bytes| self.own(&address, bytes)) {
                Ok((size, picture)) => {
                    let (name, sha256) = (String::new(), Rc::clone(&placed.file));
                    files = files.with(Rc::new(File { sha256, name, bytes: 0, size, picture }));
                }
                Err(why) => self.wrong(&address, &why),
            }
        }
        files
    }

    /// A picture of the shopper's: its size, and what is drawn of it, upright.
    fn own(&mut self, address: &str, bytes: Vec<u8>) -> Result<((f64, f64), image::Picture), String> {
        let info = image::sniff(&bytes).map_err(|why| format!("cannot be printed: {why:?}"))?;
        if info.format == Format::Svg {
            let (drawing, _) =
                image::drawing::read(&bytes, "own-").map_err(|why| format!("cannot be printed: {why:?}"))?;
            let [_, _, width, height] = drawing.view_box;
            return Ok(((width, height), image::Picture::Drawing(drawing)));
        }
        let picture = Picture::new(bytes)?;
        let picture =
            if info.orientation > 1 { upright::picture(&picture, info.orientation)? } else { picture };
        self.pictures.0.insert(address.to_owned(), picture);
        Ok(((f64::from(info.width), f64::from(info.height)), image::Picture::Pixels(address.into())))
    }

    fn picture(&mut self, address: &str) {
        if self.pictures.0.contains_key(address) {
            return;
        }
        let bytes = parts::find(&self.folder, address).and_then(|path| input::bytes(&path, MAX_BYTES));
        match bytes.and_then(Picture::new) {
            Ok(picture) => drop(self.pictures.0.insert(address.to_owned(), picture)),
            Err(why) => self.wrong(address, &why),
        }
    }
}
