//! Where each part of a resolved product was written. Without the feature `sentences` nobody asks, and nothing is kept.

#[cfg(feature = "sentences")]
use crate::number::Digits;

/// Where a value was written, and which of what is in it was written elsewhere.
#[cfg(feature = "sentences")]
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    pub(super) file: usize,
    /// A JSON Pointer into the file.
    pub(super) at: String,
    /// By name, or by position in a list.
    parts: Vec<(String, Origin)>,
}

#[cfg(feature = "sentences")]
impl Origin {
    /// That of a whole file.
    pub(super) fn of(file: usize) -> Origin {
        Origin { file, ..Origin::default() }
    }

    /// That of the field `name`.
    pub(super) fn field(&self, name: &str) -> Origin {
        let part = self.parts.iter().rev().find(|(part, _)| part == name);
        part.map_or_else(|| self.below(name), |(_, origin)| origin.clone())
    }

    /// That of an item of a list.
    pub(super) fn item(&self, index: usize) -> Origin {
        self.field(&index.digits())
    }

    fn below(&self, name: &str) -> Origin {
        let at = [&self.at, "/", &name.replace('~', "~0").replace('/', "~1")].concat();
        Origin { file: self.file, at, parts: Vec::new() }
    }

    /// Says that of the field `name`.
    pub(super) fn set(&mut self, name: &str, origin: Origin) {
        match self.parts.iter_mut().find(|(part, _)| part == name) {
            Some((_, part)) => *part = origin,
            None => self.parts.push((name.to_owned(), origin)),
        }
    }

    /// Those of the first `count` items.
    pub(super) fn items(&self, count: usize) -> Vec<Origin> {
        // Of a list either all parts are known, in order, or none.
        let known = self.parts.len() == count;
        (0..count).map(|i| if known { self.parts[i].1.clone() } else { self.item(i) }).collect()
    }

    /// Says those of all items.
    pub(super) fn set_items(&mut self, items: Vec<Origin>) {
        self.parts = items.into_iter().enumerate().map(|(i, origin)| (i.digits(), origin)).collect();
    }

    /// The file and pointer that `pointer`, into the resolved product, stands for.
    pub(super) fn find(&self, pointer: &str) -> (usize, String) {
        let mut here = self;
        let mut rest = pointer;
        while let Some(after) = rest.strip_prefix('/') {
            let end = after.find('/').unwrap_or(after.len());
            let name = after[..end].replace("~1", "/").replace("~0", "~");
            let Some((_, part)) = here.parts.iter().rev().find(|(part, _)| *part == name) else { break };
            (here, rest) = (part, &after[end..]);
        }
        (here.file, [&here.at, rest].concat())
    }
}

/// Nothing.
#[cfg(not(feature = "sentences"))]
#[derive(Clone, Debug, Default)]
pub(super) struct Origin;

#[cfg(not(feature = "sentences"))]
impl Origin {
    pub(super) fn of(_: usize) -> Origin {
        Origin
    }
    pub(super) fn field(&self, _: &str) -> Origin {
        Origin
    }
    pub(super) fn item(&self, _: usize) -> Origin {
        Origin
    }
    pub(super) fn set(&mut self, _: &str, _: Origin) {}
    pub(super) fn items(&self, count: usize) -> Vec<Origin> {
        vec![Origin; count]
    }
    pub(super) fn set_items(&mut self, _: Vec<Origin>) {}
}
