//! Reads rules: what a strip's own attributes say, on top of what the catalogue says for all strips.

use super::term::{self, By, Term, Written};
use super::{AGAIN, BURIED, OUT, Rules, UNFIT};
use crate::catalog::{Catalog, Item, ItemKind, RulesFile};
use crate::diagnostics::{Diagnostics, unknown};
use crate::number;

/// The names of rules.
pub const NAMES: [&str; 8] = ["pin", "boost", "bury", "exclude", "filter", "price", "diversity", "again"];

/// What a term without a number counts.
const TWICE: f64 = 2.0;
/// What a term counts at most.
const MOST: f64 = 100.0;

/// Reads the rules of `catalog` and a strip's `own`, by their names without `data-`; others there are not looked at. Of two rules with one name the strip's
/// holds, but for what is excluded and what may come again: these add up. With `whole`, there is no item but those of the catalogue, and names
/// that none of them has are told; terms that are wrong are left out.
#[inline(never)]
pub fn read(
    catalog: &Catalog,
    own: &[(String, String)],
    whole: bool,
    diagnostics: &mut Diagnostics,
) -> Rules {
    let file = catalog.rules().and_then(|raw| raw.read_as("rules", diagnostics));
    let of_file = |name: &str| {
        let file: &RulesFile = file.as_ref()?;
        let fields = [
            &file.pin,
            &file.boost,
            &file.bury,
            &file.exclude,
            &file.filter,
            &file.price,
            &file.diversity,
            &file.again,
        ];
        let field = NAMES.iter().position(|other| *other == name).and_then(|at| fields.get(at).copied());
        field?.as_ref().map(|texts| texts.0.join(" "))
    };
    let mut reader = Reader { catalog, whole, diagnostics, rules: Rules::default() };
    for name in NAMES {
        let written = own.iter().find(|(other, text)| other == name && !text.trim().is_empty());
        let adds = matches!(name, "exclude" | "again");
        if let Some(text) = of_file(name).filter(|_| adds || written.is_none()) {
            reader.diagnostics.enter("rules");
            reader.diagnostics.enter(name);
            reader.rule(name, &text);
            reader.diagnostics.leave();
            reader.diagnostics.leave();
        }
        if let Some((_, text)) = written {
            reader.diagnostics.enter(&say!("data-{name}"));
            reader.rule(name, text);
            reader.diagnostics.leave();
        }
    }
    reader.rules
}

struct Reader<'r> {
    catalog: &'r Catalog,
    whole: bool,
    diagnostics: &'r mut Diagnostics,
    rules: Rules,
}

impl Reader<'_> {
    fn rule(&mut self, name: &str, text: &str) {
        let text = text.trim();
        match name {
            // The catalogue's is switched off.
            _ if text == "none" => {}
            "price" => self.price(text),
            "diversity" if text == "off" => self.rules.unmixed = true,
            "diversity" => self.diversity(text),
            "pin" => self.pins(text),
            "boost" => self.boosts(text),
            "filter" => self.filter(text),
            "bury" => self.each(text, BURIED),
            "exclude" => self.each(text, OUT),
            _ => self.each(text, AGAIN),
        }
    }

    fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.catalog.items().iter().enumerate()
    }

    /// Marks what any of the terms says.
    fn each(&mut self, text: &str, mark: u8) {
        for written in term::split(text) {
            self.plain(&written);
            if let Some(term) = self.term(&written) {
                self.mark(mark, &|place, item| term.fits(place, item));
            }
        }
    }

    fn mark(&mut self, mark: u8, is: &dyn Fn(usize, &Item) -> bool) {
        let items = self.catalog.items();
        self.rules.marks.resize(items.len(), 0);
        for ((place, item), marks) in items.iter().enumerate().zip(&mut self.rules.marks) {
            if is(place, item) {
                *marks |= mark;
            }
        }
    }

    fn pins(&mut self, text: &str) {
        for written in term::split(text) {
            self.plain(&written);
            match self.term(&written) {
                Some(Term { by: By::Item(item), .. }) if !self.rules.pins.contains(&item) => {
                    self.rules.pins.push(item);
                }
                Some(Term { by: By::Item(_), .. }) | None => {}
                Some(_) => {
                    let message =
                        say!("\"{}\": only items can be pinned, by their ids", short(&written.text));
                    self.diagnostics.warning(message);
                }
            }
        }
    }

    fn boosts(&mut self, text: &str) {
        for written in term::split(text) {
            let factor = match &written.number {
                None => Some(TWICE),
                Some(text) => number::parse(text).filter(|number| (1.0..=MOST).contains(number)),
            };
            if factor.is_none() {
                let message = say!(
                    "\"{}\": expected a number from 1 to 100 behind ^; 2 is used",
                    short(written.number.as_deref().unwrap_or_default())
                );
                self.diagnostics.warning(message);
            }
            let Some(term) = self.term(&written) else { continue };
            let items = self.catalog.items();
            self.rules.boosts.resize(items.len(), 1.0);
            for ((place, item), boost) in items.iter().enumerate().zip(&mut self.rules.boosts) {
                if term.fits(place, item) {
                    *boost *= factor.unwrap_or(TWICE);
                }
            }
        }
    }

    fn filter(&mut self, text: &str) {
        let mut terms: Vec<Term> = Vec::new();
        for written in term::split(text) {
            self.plain(&written);
            terms.extend(self.term(&written));
        }
        let alike = |one: &Term, other: &Term| match (&one.by, &other.by) {
            (By::Item(_), By::Item(_)) => true,
            (one, other) => one == other,
        };
        self.mark(UNFIT, &|place, item| {
            let fits = |term: &&Term| term.fits(place, item);
            !terms.iter().all(|term| terms.iter().filter(|other| alike(term, other)).any(|term| fits(&term)))
        });
    }

    /// Items without a price are in no band; articles and videos in all.
    fn price(&mut self, text: &str) {
        let digits = self.catalog.currency().digits();
        let band = text.split_once("..").or_else(|| text.split_once(['-', '–'])).and_then(|(from, to)| {
            let (from, to) = (bound(from, digits)?, bound(to, digits)?);
            let (low, high) = (from.unwrap_or(0), to.unwrap_or(i64::MAX));
            (low <= high && (from.is_some() || to.is_some())).then_some(low..=high)
        });
        let Some(band) = band else {
            let sentence = say!(
                "expected what items cost, from and to, such as 20-80, 20- or -79.90, found \"{}\"; every price is let in",
                short(text)
            );
            self.diagnostics.warning(sentence);
            return;
        };
        self.mark(UNFIT, &|_, item| {
            item.kind == ItemKind::Product && !item.price.is_some_and(|price| band.contains(&price.0))
        });
    }

    fn diversity(&mut self, text: &str) {
        for written in term::split(text) {
            let most = written.parts.as_ref().and_then(|(_, most)| most.parse::<usize>().ok());
            let Some((name, most)) =
                written.parts.as_ref().map(|(name, _)| name).zip(most.filter(|most| *most > 0))
            else {
                let message = say!(
                    "expected off, or how many of a kind at most, such as brand:2, found \"{}\"; it is ignored",
                    short(&written.text)
                );
                self.diagnostics.warning(message);
                continue;
            };
            let term = Term { by: term::by(name), value: String::new() };
            if self.is_known(name, &term.by) {
                self.rules.caps.push((term, most));
            }
        }
    }

    /// No number belongs behind the terms of this rule.
    fn plain(&mut self, written: &Written) {
        if written.number.is_some() {
            let message = say!("\"{}\": a number behind ^ is for data-boost only", short(&written.text));
            self.diagnostics.warning(message);
        }
    }

    /// What a term says; `None` when it is about nothing there is, which is told.
    fn term(&mut self, written: &Written) -> Option<Term> {
        let Some(term) = term::look_up(written, self.catalog) else {
            if self.whole {
                let name = written.parts.as_ref().map_or(&written.text, |(_, value)| value);
                let ids = self.catalog.items().iter().map(|item| item.id.as_str());
                let message = unknown("item", name, ids);
                self.diagnostics.warning(message);
            }
            return None;
        };
        if let Some((name, value)) = &written.parts
            && self.whole
            && !self.items().any(|(place, item)| term.fits(place, item))
        {
            if self.is_known(name, &term.by) {
                let message = self.unknown_value(name, value, &term.by);
                self.diagnostics.warning(message);
            }
            return None;
        }
        Some(term)
    }

    /// Whether any item has something of this kind; where none has, that is told.
    fn is_known(&mut self, name: &str, by: &By) -> bool {
        let known = !self.whole || self.items().any(|(_, item)| term::any(by, item, &|_| true));
        if !known {
            let message = self.unknown_name(name);
            self.diagnostics.warning(message);
        }
        known
    }

    #[cfg(feature = "sentences")]
    fn unknown_name(&self, name: &str) -> String {
        let mut names = std::collections::BTreeSet::from(["brand", "category", "tag", "id"]);
        for item in self.catalog.items() {
            names.extend(item.facets.iter().map(|(name, _)| name));
        }
        unknown("facet", name, names)
    }

    #[cfg(feature = "sentences")]
    fn unknown_value(&self, name: &str, value: &str, by: &By) -> String {
        let values = std::cell::RefCell::new(std::collections::BTreeSet::new());
        for item in self.catalog.items() {
            term::any(by, item, &|value| {
                values.borrow_mut().insert(value.to_owned());
                false
            });
        }
        let values = values.into_inner();
        unknown(&format!("value of {}", short(name)), value, values.iter().map(String::as_str))
    }

    #[cfg(not(feature = "sentences"))]
    fn unknown_name(&self, _: &str) -> String {
        String::new()
    }

    #[cfg(not(feature = "sentences"))]
    fn unknown_value(&self, _: &str, _: &str, _: &By) -> String {
        String::new()
    }
}

/// An amount with a point, such as 79.90, in minor units with so many digits; `Some(None)` where nothing is written.
fn bound(text: &str, digits: u32) -> Option<Option<i64>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > digits as usize || whole.is_empty() || whole.len() > 12 || text.ends_with('.') {
        return None;
    }
    let mut amount: i64 = 0;
    let padded = part.bytes().chain(std::iter::repeat_n(b'0', (digits as usize).saturating_sub(part.len())));
    for byte in whole.bytes().chain(padded) {
        if !byte.is_ascii_digit() {
            return None;
        }
        amount = amount.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
    }
    Some(Some(amount))
}

fn short(text: &str) -> String {
    text.chars().take(64).collect()
}
