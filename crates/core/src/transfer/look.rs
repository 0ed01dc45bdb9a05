//! What a choice looks like, and which choice of another option looks most like it.

use crate::catalog::words::normal;
use crate::color;
use crate::product::{Choice, Color, Kind, ProductOption};
use crate::selection::Pick;
use std::rc::Rc;

/// The facet with names of colours.
pub(super) const COLOR: &str = "color";
/// The facet with names of patterns.
pub(super) const PATTERN: &str = "pattern";
/// What a pattern is called that is none.
const PLAIN: &str = "plain";

/// Colours so near to each other pass for the same, as squares of distances in OKLab: navy and ink, not navy and sky.
const NEAR: f64 = 0.01;
/// Where only patterns decide among colours: a colour so near.
const FAR: f64 = 0.25;

/// What a choice looks like: its facets, and its colour, where it is one colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// Facets and their values as they are compared, in the order of the file.
    pub facets: Vec<(String, String)>,
    pub color: Option<Color>,
    /// What tells it from all others: its picture or colour, and its id.
    pub own: Option<(String, String)>,
}

impl Look {
    /// What `pick` looks like in `option`; `None` when it is nothing that has a look.
    pub(super) fn of(option: &ProductOption, pick: &Pick) -> Option<Look> {
        match (&option.kind, pick) {
            (Kind::Choice(kind), Pick::Choice(at)) => {
                let mut look = Look::of_choice(kind.choices.get(*at)?);
                // A pattern without a colour of its own: that of a plain one that is called the same.
                if look.color.is_none() {
                    let own = look.values(COLOR).next();
                    let others = kind.choices.iter().map(Look::of_choice);
                    let mut alike = others.filter(|other| own.is_some() && other.values(COLOR).next() == own);
                    let color = alike.find_map(|other| other.color);
                    look.color = color;
                }
                Some(look)
            }
            (_, Pick::Color(color)) => Some(Look { color: Some(*color), ..Look::default() }),
            _ => None,
        }
    }

    pub(super) fn of_choice(choice: &Rc<Choice>) -> Look {
        let facets = choice.facets.iter().map(|(name, value)| (name.to_owned(), normal(value))).collect();
        // Below a texture a colour is only seen until that is there.
        let color = choice.color.filter(|_| choice.texture.is_none());
        let seen = choice
            .texture
            .as_ref()
            .map(|texture| texture.0.rsplit('/').next().unwrap_or_default().to_owned());
        let seen = seen.or_else(|| color.map(|color| color.hex()));
        Look { facets, color, own: seen.map(|seen| (choice.id.as_str().to_owned(), seen)) }
    }

    pub(super) fn values<'s>(&'s self, facet: &'s str) -> impl Iterator<Item = &'s str> {
        self.facets.iter().filter(move |(name, _)| name == facet).map(|(_, value)| value.as_str())
    }

    /// Takes over the pattern of another look.
    pub(super) fn wear(&mut self, other: &Look) {
        self.facets.retain(|(name, _)| name != PATTERN);
        self.facets.extend(other.values(PATTERN).map(|value| (PATTERN.to_owned(), value.to_owned())));
        self.own = None;
    }

    fn pattern(&self) -> Option<&str> {
        self.values(PATTERN).next().filter(|pattern| *pattern != PLAIN)
    }

    fn shares(&self, other: &Look, facet: &str) -> bool {
        self.values(facet).any(|value| other.values(facet).any(|theirs| theirs == value))
    }

    /// How far apart the two colours are, where both are known.
    fn distance(&self, other: &Look) -> Option<f64> {
        Some(color::distance(self.color?, other.color?))
    }

    /// Whether the colour is there as well: by name, or to the eye. `None` when this look has none.
    pub(super) fn color_fits(&self, other: &Look) -> Option<bool> {
        if self.color.is_none() && self.values(COLOR).next().is_none() {
            return None;
        }
        Some(self.shares(other, COLOR) || self.distance(other).is_some_and(|distance| distance <= NEAR))
    }

    /// Whether the pattern is there as well. `None` when this look has none.
    pub(super) fn pattern_fits(&self, other: &Look) -> Option<bool> {
        self.pattern().map(|_| self.shares(other, PATTERN))
    }

    /// Whether a choice that looks like `other` has all of it: the colour, and the pattern or none, as this one has it.
    pub(super) fn is_in(&self, other: &Look) -> bool {
        let is_plain = self.values(PATTERN).any(|value| value == PLAIN);
        self.color_fits(other) != Some(false)
            && self.pattern_fits(other) != Some(false)
            && !(is_plain && other.pattern().is_some())
    }

    /// Whether `fits` says so of any of `picks`; `None` when there is nothing to say.
    pub(super) fn any(
        &self,
        picks: &[(&ProductOption, &Pick)],
        fits: fn(&Look, &Look) -> Option<bool>,
    ) -> Option<bool> {
        fits(self, &Look::default())?;
        let looks = picks.iter().filter_map(|(option, pick)| Look::of(option, pick));
        Some(looks.into_iter().any(|other| fits(self, &other) == Some(true)))
    }

    /// How much `other` looks like this one; `None` when it does not.
    pub(super) fn likeness(&self, other: &Look) -> Option<f64> {
        let is_same = self.own.is_some() && self.own == other.own;
        let mut sum = if is_same { 16.0 } else { 0.0 };
        match self.color_fits(other) {
            Some(true) if self.values(COLOR).next() == other.values(COLOR).next() => sum += 4.0,
            Some(true) => sum += 3.0,
            Some(false) if !is_same => return None,
            // Without a colour the pattern has to be there.
            None if !is_same && self.pattern_fits(other) != Some(true) => return None,
            _ => {}
        }
        sum += match (self.pattern(), other.pattern()) {
            (None, None) => 0.5,
            (Some(_), _) if self.shares(other, PATTERN) => 2.5,
            (Some(_), None) => 0.0,
            (Some(_), Some(_)) => -1.0,
            // What is plain stays so, unless nothing else has the colour.
            (None, Some(_)) => -2.0,
        };
        for (name, value) in self.facets.iter().filter(|(name, _)| name != COLOR && name != PATTERN) {
            if other.facets.iter().any(|(own, theirs)| own == name && theirs == value) {
                sum += 0.1;
            }
        }
        // Gingham is nearer to a check than what is tartan as well.
        sum -= 0.05
            * other.values(PATTERN).filter(|theirs| !self.values(PATTERN).any(|own| own == *theirs)).count()
                as f64;
        if let Some(distance) = self.distance(other) {
            sum += 0.5 * (1.0 - distance / FAR).max(0.0);
        }
        Some(sum)
    }

    /// The choice that looks most like this one, by its position; of equals the first.
    pub(super) fn nearest(&self, choices: &[Rc<Choice>]) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (at, choice) in choices.iter().enumerate() {
            // What is sold out is no design that could be had.
            if choice.stock == Some(0) {
                continue;
            }
            if let Some(likeness) = self.likeness(&Look::of_choice(choice))
                && best.is_none_or(|(_, most)| likeness > most)
            {
                best = Some((at, likeness));
            }
        }
        best.map(|(at, _)| at)
    }

    /// What `option` takes of it; `None` when it has nothing like it.
    pub(super) fn pick(&self, option: &ProductOption) -> Option<Pick> {
        match &option.kind {
            Kind::Choice(kind) => self.nearest(&kind.choices).map(Pick::Choice),
            Kind::Color(kind) => {
                let color = kind.snapped(self.color?);
                let is_near = color::distance(self.color?, color) <= NEAR;
                is_near.then_some(Pick::Color(color))
            }
            _ => None,
        }
    }
}
