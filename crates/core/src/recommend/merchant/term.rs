//! The grammar of rules. A rule is a list of terms with spaces or commas between; a term is the id of an item, or `name:value`, where the name is
//! `brand`, `category` (any level of it), `tag`, `id`, or that of a facet. What has a space or a comma in it is put in quotes, single or double:
//! `category:'Dress shirts'`. Some rules take a number behind a term: `color:navy^3`.

use crate::catalog::words::normal;
use crate::catalog::{Catalog, Item};
use crate::letters;

/// What a merchant calls items by.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// One item, by its position.
    Item(usize),
    /// Who makes it.
    Brand,
    /// Where it belongs, at any level.
    Category,
    /// One of its tags.
    Tag,
    /// A facet.
    Facet(String),
}

/// One term: what items have. Values are as [`normal`] makes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub by: By,
    pub value: String,
}

/// A term as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// All of it but a number behind it.
    pub text: String,
    /// What stands before the first colon, and what behind it.
    pub parts: Option<(String, String)>,
    /// The number behind it.
    pub number: Option<String>,
}

/// The terms of a rule.
pub fn split(text: &str) -> Vec<Written> {
    let mut list = Vec::new();
    let mut term = Written::default();
    let mut quote = None;
    // Of an apostrophe within a word (O'Neill) nothing begins.
    let mut may_open = true;
    for c in text.chars() {
        match quote {
            Some(end) if c == end => quote = None,
            Some(_) => put(&mut term, c),
            None if c.is_ascii_whitespace() || c == ',' || c == '\u{a0}' => {
                if term != Written::default() {
                    list.push(std::mem::take(&mut term));
                }
                may_open = true;
            }
            None if may_open && (c == '\'' || c == '"') => quote = Some(c),
            None if c == ':' && term.parts.is_none() && term.number.is_none() => {
                term.parts = Some((term.text.clone(), String::new()));
                term.text.push(c);
                may_open = true;
            }
            None if c == '^' && term.number.is_none() => term.number = Some(String::new()),
            None => {
                put(&mut term, c);
                may_open = false;
            }
        }
    }
    // A quote that is never closed ends with the text.
    if term != Written::default() {
        list.push(term);
    }
    list
}

fn put(term: &mut Written, c: char) {
    if let Some(number) = &mut term.number {
        number.push(c);
        return;
    }
    term.text.push(c);
    if let Some((_, value)) = &mut term.parts {
        value.push(c);
    }
}

/// The kind of names called `name`, of `brand`, `category` and `tag`, else a facet.
pub fn by(name: &str) -> By {
    match &*letters::lower_text(name.trim()) {
        "brand" => By::Brand,
        "category" => By::Category,
        "tag" => By::Tag,
        facet => By::Facet(facet.to_owned()),
    }
}

/// What a term says in `catalog`. The id of an item may have a colon in it. `None` for an id that no item has.
pub fn look_up(written: &Written, catalog: &Catalog) -> Option<Term> {
    let item = |id: &str| catalog.find(id).map(|item| Term { by: By::Item(item), value: String::new() });
    match &written.parts {
        Some((name, value)) if name == "id" => item(value),
        Some((name, value)) => item(&written.text).or_else(|| {
            Some(Term { by: by(name), value: normal(value) }).filter(|term| !term.value.is_empty())
        }),
        None => item(&written.text),
    }
}

impl Term {
    /// Whether an item at `place` has it.
    pub fn fits(&self, place: usize, item: &Item) -> bool {
        match &self.by {
            By::Item(own) => *own == place,
            by => any(by, item, &|value| same(value, &self.value)),
        }
    }

    /// What an item has of this kind, as [`normal`] makes it; of categories the narrowest.
    pub fn kinds(&self, item: &Item) -> Vec<String> {
        if self.by == By::Category {
            return item.category.iter().last().map(normal).into_iter().collect();
        }
        let list = std::cell::RefCell::new(Vec::new());
        any(&self.by, item, &|value| {
            list.borrow_mut().push(normal(value));
            false
        });
        list.into_inner()
    }
}

/// Whether `is` says so of any value of this kind that an item has.
pub fn any(by: &By, item: &Item, is: &dyn Fn(&str) -> bool) -> bool {
    match by {
        By::Item(_) => false,
        By::Brand => item.brand.as_deref().is_some_and(is),
        By::Category => item.category.iter().any(is),
        By::Tag => item.tags.iter().any(is),
        By::Facet(name) => {
            item.facets.iter().any(|(own, value)| letters::lower_text(own.trim()) == *name && is(value))
        }
    }
}

/// Whether `text` is `value`, which is as [`normal`] makes it. Most are told apart by their first letter.
fn same(text: &str, value: &str) -> bool {
    let first = |text: &str| text.as_bytes().first().copied().unwrap_or_default();
    let (one, other) = (first(text.trim_start()), first(value));
    if one.is_ascii() && other.is_ascii() && !one.eq_ignore_ascii_case(&other) {
        return false;
    }
    normal(text) == value
}
