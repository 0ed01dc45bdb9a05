//! What an index says for the items of a catalogue.

use super::{Index, Row, score, strongest};
use crate::catalog::Catalog;
use crate::fnv;
use crate::history::{EventKind, History};
use crate::recommend::{Neighbours, Request, Strip};
use std::rc::Rc;

/// What neighbours are looked for: an item as the page calls it, and the event that was about it last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The item.
    pub id: String,
    /// The position of the event in [`History::events`]; `None` for what is named by the page.
    pub event: Option<u32>,
}

/// Whose neighbours a strip shows, the latest first: what the shopper did something with; for `similar` and `bought-together` the page's own item, and
/// where there is none what is in the cart.
pub fn subjects(history: &History, request: &Request) -> Vec<Subject> {
    if matches!(request.strip, Strip::Similar | Strip::BoughtTogether) {
        let named = request.current.as_ref();
        let named: Vec<&String> = if named.is_some() || request.strip == Strip::Similar {
            named.into_iter().collect()
        } else {
            request.in_cart.iter().collect()
        };
        let mut list: Vec<Subject> =
            named.into_iter().map(|id| Subject { id: id.clone(), event: None }).collect();
        if list.is_empty() && request.strip == Strip::BoughtTogether {
            list = of_events(history, |kind| kind == EventKind::CartAdd);
        }
        return list;
    }
    of_events(history, |kind| !matches!(kind, EventKind::Search | EventKind::CartRemove))
}

fn of_events(history: &History, counts: fn(EventKind) -> bool) -> Vec<Subject> {
    let mut list: Vec<Subject> = Vec::new();
    // Texts are compared where their hashes are equal: histories are long, and ids begin alike.
    let mut hashes: Vec<u32> = Vec::new();
    for (place, event) in history.events().iter().enumerate().rev().filter(|(_, event)| counts(event.kind)) {
        let Some(id) = &event.item else { continue };
        let hash = fnv::of(id);
        let mut alike = hashes.iter().zip(&list).filter(|(other, _)| **other == hash);
        if !alike.any(|(_, subject)| subject.id == *id) && !history.hidden().any(|hidden| hidden == id) {
            list.push(Subject { id: id.clone(), event: Some(place as u32) });
            hashes.push(hash);
        }
    }
    list
}

/// So many of the best are looked at: what may not be shown is among them.
const MOST: usize = 200;

/// What the rows at hand say for items of a catalogue, relative to the mean strongest neighbour. It is the sum of [`score`], and the event is that of the
/// row that [`strongest`] names.
pub struct Said {
    index: Rc<Index>,
    subjects: Vec<Subject>,
    /// Items, what is said for them, and their numbers; sorted by item.
    list: Vec<(u32, f64, u32)>,
}

impl Said {
    /// What the rows of `subjects` say, as far as they are at hand.
    pub fn new(index: Rc<Index>, catalog: &Catalog, mut subjects: Vec<Subject>) -> Said {
        let method = &index.manifest().method;
        // With the one that comes up when another is left out.
        subjects.truncate(method.depth as usize + 1);
        let unit = if method.mean > 0.0 { 1.0 / method.mean } else { 1.0 };
        let best = score(method, &rows(&index, &subjects), MOST).into_iter();
        let known = best.filter_map(|(number, score)| {
            Some((catalog.find(index.id(number)?)? as u32, score * unit, number))
        });
        let mut list: Vec<(u32, f64, u32)> = known.collect();
        list.sort_by_key(|(item, _, _)| *item);
        Said { index, subjects, list }
    }

    fn find(&self, item: usize) -> Option<&(u32, f64, u32)> {
        let place = self.list.binary_search_by_key(&(item as u32), |(item, _, _)| *item).ok()?;
        self.list.get(place)
    }
}

/// The rows of `subjects`, as far as they are at hand.
pub fn rows<'i>(index: &'i Index, subjects: &[Subject]) -> Vec<Option<&'i Row>> {
    subjects.iter().map(|subject| index.row(&subject.id)).collect()
}

impl Neighbours for Said {
    fn score(&self, item: usize) -> f64 {
        self.find(item).map_or(0.0, |(_, score, _)| *score)
    }

    fn event(&self, item: usize) -> Option<usize> {
        let (_, _, number) = self.find(item)?;
        let rows = rows(&self.index, &self.subjects);
        let place = strongest(&self.index.manifest().method, &rows, *number)?;
        self.subjects.get(place)?.event.map(|event| event as usize)
    }
}
