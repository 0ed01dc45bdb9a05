//! What the shopper did: one bounded record that lives in the shopper's own browser.
//!
//! Tabs write the same record, so two copies [merge](History::merge) without loss: in any order, as often as one likes. What was forgotten or
//! cleared in one tab does not come back from another.

mod design;
mod stored;

use crate::order::sort_by;

pub use design::Design;
pub use stored::Notice;

use std::rc::Rc;

words! {
    /// What the shopper did.
    pub enum EventKind, "event" {
        /// Looked at an item's page.
        View = "view",
        /// Clicked an item in a list.
        Click = "click",
        /// Put an item into the cart.
        CartAdd = "cart-add",
        /// Took an item out of the cart.
        CartRemove = "cart-remove",
        /// Put an item on the wish list.
        Wish = "wish",
        /// Bought an item.
        Purchase = "purchase",
        /// Searched the shop.
        Search = "search",
        /// Read an article or watched a video.
        Read = "read",
        /// Made choices in a configurator.
        Configure = "configure",
    }
}

impl EventKind {
    // How much longer than a view this is kept, in days: purchases last longest.
    fn bonus_days(self) -> i64 {
        match self {
            EventKind::Purchase => 180,
            EventKind::Configure => 90,
            EventKind::CartAdd | EventKind::Wish | EventKind::CartRemove => 45,
            EventKind::Search => 14,
            EventKind::Read => 7,
            EventKind::View => 0,
            EventKind::Click => -7,
        }
    }
}

/// One thing the shopper did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// When, in milliseconds since the Unix epoch.
    pub at: i64,
    /// What.
    pub kind: EventKind,
    /// The item it was about, as the page calls it; at most 128 characters.
    pub item: Option<String>,
    /// What was searched for; at most 80 characters.
    pub query: Option<String>,
    /// The facets of what was chosen in a configurator: ("color", "navy"); at most 16, of at most 64 characters each.
    pub facets: Vec<(String, String)>,
}

impl Event {
    /// What the event is about: the item, else the search, else (choices in a configurator without an item) its kind's word.
    pub fn subject(&self) -> &str {
        self.item.as_deref().or(self.query.as_deref()).unwrap_or(self.kind.word())
    }

    // What counts once within `REPEAT_MS`.
    fn key(&self) -> (EventKind, Option<&str>, Option<&str>) {
        (self.kind, self.item.as_deref(), self.query.as_deref())
    }

    // Everything foreign within its limits; `None` when nothing is left of it.
    fn checked(mut self) -> Option<Event> {
        self.item = match self.item {
            Some(id) => Some(checked_id(&id)?),
            None => None,
        };
        self.query = self.query.map(|query| checked_query(&query)).filter(|query| !query.is_empty());
        self.facets
            .retain(|(name, value)| [name, value].iter().all(|s| !s.is_empty() && s.chars().count() <= 64));
        sort_by(&mut self.facets, &Ord::cmp);
        self.facets.dedup();
        self.facets.truncate(16);
        let says_something = match self.kind {
            EventKind::Search => self.query.is_some(),
            EventKind::Configure => self.item.is_some() || !self.facets.is_empty(),
            _ => self.item.is_some(),
        };
        says_something.then_some(self)
    }

    // What is kept longest comes last.
    fn keeps(&self) -> (i64, &Event) {
        (self.at.saturating_add(self.kind.bonus_days() * DAY_MS), self)
    }
}

/// The longest id of an item, in characters.
pub const MAX_ID: usize = 128;
/// The longest search that is kept, in characters.
pub const MAX_QUERY: usize = 80;
/// The most events that are kept.
pub const MAX_EVENTS: usize = 500;
/// The most hidden items, and the most forgotten ones, that are kept.
pub const MAX_MARKS: usize = 200;

const DAY_MS: i64 = 86_400_000;
// The same thing done again within half an hour counts once.
const REPEAT_MS: i64 = 1_800_000;

/// The id as it is kept, if it can be one.
pub fn checked_id(id: &str) -> Option<String> {
    let id = id.trim();
    let fits = !id.is_empty() && id.chars().count() <= MAX_ID && !id.chars().any(char::is_control);
    fits.then(|| id.to_owned())
}

fn checked_query(query: &str) -> String {
    let mut kept = String::new();
    for word in query.split_whitespace() {
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.extend(word.chars().filter(|c| !c.is_control()));
    }
    match kept.char_indices().nth(MAX_QUERY) {
        Some((end, _)) => kept.get(..end).unwrap_or("").trim_end().to_owned(),
        None => kept,
    }
}

/// When something was said about one item, and what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    subject: String,
    at: i64,
    on: bool,
}

/// Everything that is remembered of one shopper. All times are milliseconds since the Unix epoch.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct History {
    // Oldest first.
    events: Vec<Event>,
    // The last design; an empty one where the shopper went back to the merchant's own.
    design: Option<Rc<Design>>,
    // Sorted by subject, one mark each.
    hidden: Vec<Mark>,
    forgotten: Vec<Mark>,
    // When it was last paused or resumed, and which.
    paused: (i64, bool),
    cleared_at: i64,
}

impl History {
    /// The events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.design().is_none() && !self.hidden.iter().any(|mark| mark.on)
    }

    /// Whether the shopper has paused it: then nothing is recorded.
    pub fn paused(&self) -> bool {
        self.paused.1
    }

    /// Pauses or resumes.
    pub fn set_paused(&mut self, paused: bool, now: i64) {
        self.paused = (after(now, self.paused.0), paused);
    }

    /// When everything was last cleared; 0 for never.
    pub fn cleared_at(&self) -> i64 {
        self.cleared_at
    }

    /// The items that the shopper does not want to see, by id.
    pub fn hidden(&self) -> impl Iterator<Item = &str> {
        self.hidden.iter().filter(|mark| mark.on).map(|mark| mark.subject.as_str())
    }

    /// Whether the shopper does not want to see this item.
    pub fn is_hidden(&self, id: &str) -> bool {
        self.hidden().any(|hidden| hidden == id)
    }

    /// *Not for me*: `hidden` items are not recommended and say nothing about taste. Taking it back is `false`.
    pub fn set_hidden(&mut self, id: &str, hidden: bool, now: i64) {
        let known = self.hidden.iter().find(|mark| mark.subject == id).map_or(0, |mark| mark.at);
        if let Some(subject) = checked_id(id) {
            self.hidden.push(Mark { subject, at: after(now, known.max(self.cleared_at)), on: hidden });
            self.tidy();
        }
    }

    /// Records `event` at its own time, but not in the future and not before the epoch. The same thing done again within half an hour counts
    /// once, as the later one. True when something changed.
    pub fn record(&mut self, mut event: Event, now: i64) -> bool {
        if self.paused() {
            return false;
        }
        event.at = event.at.clamp(0, now.max(0));
        let Some(mut event) = event.checked() else { return false };
        // It is happening now, so it is later than what was forgotten, whatever a corrected clock says.
        let marks = self.forgotten.iter().filter(|mark| mark.subject == event.subject()).map(|mark| mark.at);
        event.at = after(event.at, marks.fold(self.cleared_at, i64::max));
        if self.events.contains(&event) {
            return false;
        }
        self.events.push(event.clone());
        self.tidy();
        self.events.contains(&event)
    }

    /// Forgets everything about one [subject](Event::subject): an item (that it was hidden, too), or a search.
    pub fn forget(&mut self, subject: &str, now: i64) {
        let events = self.events.iter().filter(|event| event.subject() == subject).map(|event| event.at);
        let marks = self.hidden.iter().filter(|mark| mark.subject == subject).map(|mark| mark.at);
        let design = self.design.iter().filter(|design| design.subject == subject).map(|design| design.at);
        let latest = events.chain(marks).chain(design).max().unwrap_or(0);
        // A mark, so that it does not come back from another tab.
        self.forgotten.push(Mark { subject: subject.to_owned(), at: now.max(latest), on: true });
        self.tidy();
    }

    /// Forgets everything. Whether it is paused stays as it is.
    pub fn clear(&mut self, now: i64) {
        let events = self.events.iter().map(|event| event.at);
        let design = self.design.iter().map(|design| design.at);
        let latest = events.chain(self.hidden.iter().map(|mark| mark.at)).chain(design).max().unwrap_or(0);
        self.cleared_at = now.max(latest).max(self.cleared_at);
        self.tidy();
    }

    /// What both remember: all events, less what either forgot or cleared. `a.merge(b)` equals `b.merge(a)`, and merging again changes nothing.
    pub fn merge(&self, other: &History) -> History {
        let mut merged = self.clone();
        merged.events.extend_from_slice(&other.events);
        merged.hidden.extend_from_slice(&other.hidden);
        merged.forgotten.extend_from_slice(&other.forgotten);
        merged.paused = merged.paused.max(other.paused);
        merged.cleared_at = merged.cleared_at.max(other.cleared_at);
        merged.tidy_with(other.design.clone());
        merged
    }

    // The one form of what is known: a function of the sets of events and marks, so that it does not matter in which order they came.
    fn tidy(&mut self) {
        self.tidy_with(None);
    }

    // The same with a design of another copy.
    fn tidy_with(&mut self, other: Option<Rc<Design>>) {
        let cleared_at = self.cleared_at;
        tidy_marks(&mut self.hidden, cleared_at);
        tidy_marks(&mut self.forgotten, cleared_at);
        let forgotten = &self.forgotten;
        self.hidden.retain(|mark| !is_forgotten(forgotten, &mark.subject, mark.at));
        self.events
            .retain(|event| event.at > cleared_at && !is_forgotten(forgotten, event.subject(), event.at));
        // Of two designs the later one that was not forgotten.
        let is_live = |design: &Rc<Design>| {
            design.at > cleared_at && !is_forgotten(forgotten, &design.subject, design.at)
        };
        let other = other.filter(is_live);
        self.design = design::later(self.design.take().filter(is_live), other);
        // Of each thing done the latest first; then whatever comes less than half an hour before one that stays goes.
        sort_by(&mut self.events, &|a, b| a.key().cmp(&b.key()).then_with(|| b.cmp(a)));
        self.events.dedup_by(|earlier, kept| earlier.key() == kept.key() && kept.at - earlier.at < REPEAT_MS);
        if self.events.len() > MAX_EVENTS {
            sort_by(&mut self.events, &|a, b| b.keeps().cmp(&a.keeps()));
            self.events.truncate(MAX_EVENTS);
        }
        sort_by(&mut self.events, &Ord::cmp);
        keep_latest(&mut self.hidden);
        keep_latest(&mut self.forgotten);
    }
}

// `now`, or as soon as possible after `last`.
fn after(now: i64, last: i64) -> i64 {
    now.max(last.saturating_add(1)).max(0)
}

fn is_forgotten(forgotten: &[Mark], subject: &str, at: i64) -> bool {
    let place = forgotten.binary_search_by(|mark| mark.subject.as_str().cmp(subject));
    place.ok().and_then(|i| forgotten.get(i)).is_some_and(|mark| at <= mark.at)
}

// One mark per subject, the latest; none from before everything was cleared.
fn tidy_marks(marks: &mut Vec<Mark>, cleared_at: i64) {
    marks.retain(|mark| mark.at > cleared_at);
    sort_by(marks, &|a, b| a.subject.cmp(&b.subject).then_with(|| b.cmp(a)));
    marks.dedup_by(|later, kept| later.subject == kept.subject);
}

fn keep_latest(marks: &mut Vec<Mark>) {
    if marks.len() > MAX_MARKS {
        sort_by(marks, &|a, b| b.at.cmp(&a.at).then_with(|| a.cmp(b)));
        marks.truncate(MAX_MARKS);
        sort_by(marks, &Ord::cmp);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::type_complexity)]
pub(crate) mod tests;
