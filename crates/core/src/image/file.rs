//! A picture that is at hand: what a scene needs to draw it, and what an order says about it.

use super::Drawing;
use std::rc::Rc;

/// A file of the shopper's.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// SHA-256 of its bytes, 64 hex digits in lower case.
    pub sha256: Rc<str>,
    /// Its name, as the shopper's device has it.
    pub name: String,
    /// Its length in bytes.
    pub bytes: i64,
    /// Width and height as it is shown: pixels, or units of the drawing.
    pub size: (f64, f64),
    /// What is drawn.
    pub picture: Picture,
}

/// What is drawn of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Pixels: the address of a picture that stands upright, whatever EXIF says.
    Pixels(Rc<str>),
    /// A drawing, made harmless.
    Drawing(Drawing),
}

impl File {
    /// How many pixels wide it is; `None` for drawings, which have no pixels.
    pub fn pixels(&self) -> Option<f64> {
        matches!(self.picture, Picture::Pixels(_)).then_some(self.size.0)
    }
}

/// The files that are at hand.
#[derive(Clone, Debug, Default)]
pub struct Files(pub Rc<[Rc<File>]>);

impl Files {
    /// The file with this hash.
    pub fn get(&self, sha256: &str) -> Option<&Rc<File>> {
        self.0.iter().find(|file| *file.sha256 == *sha256)
    }

    /// These and `file`, in place of one that is the same.
    #[must_use]
    pub fn with(&self, file: Rc<File>) -> Files {
        let others = self.0.iter().filter(|other| other.sha256 != file.sha256).cloned();
        Files(others.chain([Rc::clone(&file)]).collect())
    }
}
