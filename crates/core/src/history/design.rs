//! The last thing that the shopper designed: what a [link](crate::link) to it carries, so that other products can wear it.

use super::{History, after, checked_id};
use crate::value::Value;
use std::rc::Rc;

/// A design is dropped when what its link carries is longer than this, in bytes of JSON.
pub const MAX_DESIGN: usize = 8192;

/// A design, as a link carries it, and with [pictures](crate::link::keep_pictures) of the shopper's own, which that does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub at: i64,
    /// The item, as the page calls it, else the product's id.
    pub subject: String,
    /// The address of the product file.
    pub file: String,
    /// What its link carries, see [`crate::link::value`], and its pictures.
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
        let fits = self.file.len() <= 2048 && self.link.json().len() <= MAX_DESIGN;
        (fits && crate::link::parts(&self.link).is_some()).then_some(Design { subject, ..self })
    }

    pub(super) fn from_value(value: &Value, at: i64) -> Option<Design> {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let link = value.get("link")?.clone();
        Design { at, subject: text("subject")?, file: text("file")?, link }.checked()
    }

    fn text(&self) -> String {
        self.to_value().json()
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
pub(super) fn later(one: Option<Rc<Design>>, other: Option<Rc<Design>>) -> Option<Rc<Design>> {
    let (Some(own), Some(theirs)) = (&one, &other) else { return one.or(other) };
    let is_later = theirs.at > own.at || theirs.at == own.at && theirs.text() > own.text();
    if is_later { other } else { one }
}

impl History {
    /// The last design, while something of the shopper's own is in it.
    pub fn design(&self) -> Option<&Rc<Design>> {
        self.design.as_ref().filter(|design| design.is_own())
    }

    /// Keeps what the shopper designed last: `link` is what a link to it carries, `subject` the item, `file` the address of the product file. One
    /// without own picks takes the place of the last as well: the shopper went back. True when something changed.
    pub fn keep_design(&mut self, subject: &str, file: &str, link: Value, now: i64) -> bool {
        let marks = self.forgotten.iter().filter(|mark| mark.subject == subject).map(|mark| mark.at);
        let mut last = marks.fold(self.cleared_at, i64::max);
        let (subject, file) = (subject.to_owned(), file.to_owned());
        let Some(mut design) = (Design { at: 0, subject, file, link }).checked() else { return false };
        match &self.design {
            Some(old) => {
                last = last.max(old.at);
                design.at = old.at;
                if **old == design {
                    return false;
                }
            }
            // Nothing is to be gone back from.
            None if !design.is_own() => return false,
            None => {}
        }
        if self.paused() {
            return false;
        }
        design.at = after(now, last);
        self.design = Some(Rc::new(design));
        true
    }
}
