//! The last thing that the shopper designed: what a [link](crate::link) to it carries, so that other products can wear it.

use super::{History, after, checked_id};
use crate::value::Value;

/// A design is dropped when what its link carries is longer than this, in bytes of JSON.
pub const MAX_DESIGN: usize = 8192;

/// A design, as a link carries it: without pictures of the shopper's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub at: i64,
    /// The item, as the page calls it, else the product's id.
    pub subject: String,
    /// The address of the product file.
    pub file: String,
    /// What its link carries, see [`crate::link::value`].
    pub link: Value,
}

impl Design {
    /// Whether something was changed in it.
    fn is_own(&self) -> bool {
        let picks = self.link.get("s").and_then(Value::as_object);
        picks.is_some_and(|picks| !picks.is_empty()) || crate::link::lacks_pictures(&self.link)
    }

    /// Everything foreign within its limits.
    fn checked(self) -> Option<Design> {
        let subject = checked_id(&self.subject)?;
        let fits = self.file.len() <= 2048 && self.link.to_string().len() <= MAX_DESIGN;
        (fits && crate::link::parts(&self.link).is_some()).then_some(Design { subject, ..self })
    }

    pub(super) fn from_value(value: &Value, at: i64) -> Option<Design> {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let link = value.get("link")?.clone();
        Design { at, subject: text("subject")?, file: text("file")?, link }.checked()
    }

    pub(super) fn to_value(&self) -> Value {
        Value::record([
            ("at", Value::from(self.at)),
            ("subject", Value::from(self.subject.as_str())),
            ("file", Value::from(self.file.as_str())),
            ("link", self.link.clone()),
        ])
    }
}

/// The later of two; of two at one moment the one whose text comes later, so that the order of merging makes no difference.
pub(super) fn later(one: Option<Design>, other: &Option<Design>) -> Option<Design> {
    let (Some(own), Some(theirs)) = (&one, other) else { return one.or_else(|| other.clone()) };
    let is_later = theirs.at > own.at
        || theirs.at == own.at && theirs.to_value().to_string() > own.to_value().to_string();
    if is_later { other.clone() } else { one }
}

impl History {
    /// The last design, while something of the shopper's own is in it.
    pub fn design(&self) -> Option<&Design> {
        self.design.as_ref().filter(|design| design.is_own())
    }

    /// Keeps what the shopper designed last: `link` is what a link to it carries, `subject` the item, `file` the address of the product file. One
    /// without own picks takes the place of the last as well: the shopper went back. True when something changed.
    pub fn keep_design(&mut self, subject: &str, file: &str, link: Value, now: i64) -> bool {
        let is_same = |old: &Design| old.subject == subject && old.file == file && old.link == link;
        let last = self.design.as_ref().map_or(0, |design| design.at);
        let forgotten = self.forgotten.iter().filter(|mark| mark.subject == subject).map(|mark| mark.at);
        if self.paused() || self.design.as_ref().is_some_and(is_same) {
            return false;
        }
        let at = after(now, forgotten.fold(self.cleared_at.max(last), i64::max));
        let Some(design) =
            (Design { at, subject: subject.to_owned(), file: file.to_owned(), link }).checked()
        else {
            return false;
        };
        // Nothing is to be gone back from.
        if self.design.is_none() && !design.is_own() {
            return false;
        }
        self.design = Some(design);
        true
    }
}
