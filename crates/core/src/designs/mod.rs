//! The designs that a shopper saved, of all products of a shop: one bounded record. Its stored form is in [`stored`].
//!
//! Saving is the shopper's own request: designs have nothing to do with the history, and are not erased with it. Each change is made to what is stored at that moment, so
//! tabs do not overwrite each other.

mod stored;

pub use stored::Notice;

use crate::value::Value;

/// So many designs of one product are kept.
pub const MOST: usize = 50;
/// So many are kept in all.
const MOST_OF_ALL: usize = 500;
/// So many characters has a name.
pub const NAME: usize = 80;
/// So many bytes has a selection in canonical JSON.
const SELECTION: usize = 16_384;

/// A saved design.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Tells it from others.
    pub id: String,
    /// The id of the product.
    pub product: String,
    /// What the shopper calls it.
    pub name: String,
    /// What is picked, as in a link: checked against the product when it is opened.
    pub selection: Value,
    /// When it was saved, in milliseconds since the Unix epoch.
    pub at: i64,
}

/// All saved designs of a shop, the latest first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Designs(Vec<Design>);

impl Designs {
    /// Those of `product`, the latest first.
    pub fn of<'d>(&'d self, product: &'d str) -> impl Iterator<Item = &'d Design> {
        self.0.iter().filter(move |design| design.product == product)
    }

    /// The one called `id`.
    pub fn get(&self, id: &str) -> Option<&Design> {
        self.0.iter().find(|design| design.id == id)
    }

    /// Puts `design` in; also one that was there before. `false` when there are too many of its product, or in all, or it is too large.
    pub fn add(&mut self, design: Design) -> bool {
        let Some(design) = design.checked() else { return false };
        self.0.retain(|other| other.id != design.id);
        if self.of(&design.product).count() >= MOST || self.0.len() >= MOST_OF_ALL {
            return false;
        }
        self.0.push(design);
        self.tidy();
        true
    }

    /// Calls the design `id` `name`; a name without a letter in it changes nothing.
    pub fn rename(&mut self, id: &str, name: &str) {
        let Some(name) = clean(name) else { return };
        if let Some(design) = self.0.iter_mut().find(|design| design.id == id) {
            design.name = name;
        }
    }

    /// Takes the design `id` out.
    pub fn remove(&mut self, id: &str) -> Option<Design> {
        let at = self.0.iter().position(|design| design.id == id)?;
        Some(self.0.remove(at))
    }

    /// Takes all of `product` out.
    pub fn remove_all(&mut self, product: &str) -> Vec<Design> {
        self.0.extract_if(.., |design| design.product == product).collect()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The latest first, each id once, and no more than are kept.
    fn tidy(&mut self) {
        self.0.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        let mut known: Vec<Design> = Vec::new();
        for design in self.0.drain(..) {
            let of_product = known.iter().filter(|other| other.product == design.product).count();
            let is_new = known.iter().all(|other| other.id != design.id);
            if is_new && of_product < MOST && known.len() < MOST_OF_ALL {
                known.push(design);
            }
        }
        self.0 = known;
    }
}

impl Design {
    /// The same with a name and an id that can be kept; `None` when that cannot be.
    fn checked(mut self) -> Option<Design> {
        let is_id = |id: &str| (1..=200).contains(&id.len()) && !id.chars().any(char::is_control);
        let fits = is_id(&self.id) && is_id(&self.product) && self.selection.as_object().is_some();
        self.name = clean(&self.name)?;
        (fits && self.selection.to_string().len() <= SELECTION).then_some(self)
    }
}

/// A name in one line, no longer than names are; `None` where nothing is left.
fn clean(name: &str) -> Option<String> {
    let line: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let name: String = line.join(" ").chars().take(NAME).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
