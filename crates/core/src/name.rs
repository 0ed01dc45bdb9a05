//! The name of a field of a JSON object.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// The name of a field. Files have few different ones and say them often, so copies share their text; what reads files takes it from the
/// [pool](crate::pool).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Rc<str>);

impl Name {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Name {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Name(text.into())
    }
}
impl From<Rc<str>> for Name {
    fn from(text: Rc<str>) -> Self {
        Name(text)
    }
}
impl From<String> for Name {
    fn from(text: String) -> Self {
        Name(text.into())
    }
}
impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}
