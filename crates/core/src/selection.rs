//! What was picked: one pick for each option of a product, always complete.

mod settle;

use crate::diagnostics::unknown;
use crate::image::{self, Placed};
use crate::order;
use crate::product::attributes::unscaled;
use crate::product::{Color, Kind, Product, ProductOption, Role};
use crate::value::Value;

/// One pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The position of a choice.
    Choice(usize),
    /// On or off.
    Toggle(bool),
    /// The positions of choices, ascending, each once.
    Multi(Vec<usize>),
    /// The step of a quantity or measure.
    Number(u32),
    /// The text typed; empty for none.
    Text(String),
    /// The shopper's own picture, and where it is put; `None` for none.
    Image(Option<Placed>),
    /// The colour.
    Color(Color),
    /// Nothing: rules hide the option.
    Hidden,
}

impl Pick {
    /// As it is written into links and claims; `None` for empty texts, no picture and hidden options, which are left out.
    pub fn to_value(&self, option: &ProductOption) -> Option<Value> {
        let choices = option.kind.choices().unwrap_or_default();
        let id = |index: &usize| choices.get(*index).map_or("", |c| c.id.as_str());
        Some(match self {
            Pick::Choice(index) => Value::from(id(index)),
            Pick::Toggle(on) => Value::from(*on),
            Pick::Multi(list) => Value::Array(list.iter().map(|index| Value::from(id(index))).collect()),
            Pick::Number(step) => Value::from(unscaled(option.kind.numbers()?.0.number(*step))),
            Pick::Text(text) if !text.is_empty() => Value::from(text.as_str()),
            Pick::Color(color) => Value::from(color.hex()),
            Pick::Image(Some(placed)) => image::to_value(placed),
            Pick::Text(_) | Pick::Image(None) | Pick::Hidden => return None,
        })
    }
}

/// What the shopper touched: an option, and of several-of-a-list one of its choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    /// The option's position.
    pub option: usize,
    /// The choice's position, in options of kind multi.
    pub choice: Option<usize>,
}

/// One pick for each option, in the product's order; beside it, what the shopper touched. Two selections are equal when their picks are.
#[derive(Clone, Debug)]
pub struct Selection {
    picks: Vec<Pick>,
    /// What the shopper touched and still has, or had when it was hidden; the latest last.
    touched: Vec<Touch>,
    /// What was picked in touched options that are hidden now.
    asleep: Vec<(usize, Pick)>,
}

impl PartialEq for Selection {
    fn eq(&self, other: &Self) -> bool {
        self.picks == other.picks
    }
}

impl Eq for Selection {}

impl Selection {
    /// The merchant's defaults, with what rules show and pick at first.
    pub fn defaults(product: &Product) -> Selection {
        let picks = product.options.iter().map(default_pick).collect();
        let mut selection = Selection { picks, touched: Vec::new(), asleep: Vec::new() };
        selection.follow_rules(product);
        selection
    }

    /// The defaults with a preset's picks on top; `None` when there is no preset called `id`.
    pub fn preset(product: &Product, id: &str) -> Option<Selection> {
        let preset = product.presets.iter().find(|p| p.id.as_str() == id)?;
        let picks = preset.selection.0.iter();
        let picks = picks.filter_map(|(name, value)| Self::check_pick(product, name, value).ok());
        Some(Self::given(product, picks.collect()))
    }

    /// What was picked in the option at `option`.
    pub fn pick(&self, option: usize) -> Option<&Pick> {
        self.picks.get(option)
    }

    /// The choice picked at `option`; `None` for other kinds.
    pub fn choice(&self, option: usize) -> Option<usize> {
        match self.picks.get(option) {
            Some(Pick::Choice(choice)) => Some(*choice),
            _ => None,
        }
    }

    /// The text typed at `option`; empty for other kinds.
    pub fn text(&self, option: usize) -> &str {
        match self.picks.get(option) {
            Some(Pick::Text(text)) => text,
            _ => "",
        }
    }

    /// What the shopper touched, the latest last. What is hidden now is among it.
    pub fn touched(&self) -> &[Touch] {
        &self.touched
    }

    /// What was picked at `option` before it was hidden, when the shopper had touched it.
    pub fn asleep(&self, option: usize) -> Option<&Pick> {
        self.asleep.iter().find(|(other, _)| *other == option).map(|(_, pick)| pick)
    }

    /// The same with another pick, and with what rules show and pick at first then; unchanged when it does not fit the option. It may break
    /// rules: [`crate::compat::Compiled::pick`] changes other picks so that it does not.
    #[must_use]
    pub fn with(&self, product: &Product, option: usize, pick: Pick) -> Selection {
        let mut next = self.clone();
        if Self::fits(product, option, &pick) {
            next.touch(option, pick);
            next.follow_rules(product);
        }
        next
    }

    /// Whether `pick` is one that the option at `option` has.
    pub fn fits(product: &Product, option: usize, pick: &Pick) -> bool {
        product.options.get(option).is_some_and(|option| fits(&option.kind, pick))
    }

    /// What rules show and pick at first; without rules nothing follows from a pick.
    fn follow_rules(&mut self, product: &Product) {
        if !product.rules.is_empty() {
            self.settle(product);
        }
    }

    /// Puts `pick` in, as the shopper's latest.
    fn touch(&mut self, option: usize, pick: Pick) {
        let before = self.picks.get(option).cloned();
        let changed: Vec<Touch> = match (&pick, &before) {
            (Pick::Multi(new), Some(Pick::Multi(old))) => {
                let mut changed: Vec<usize> = Vec::new();
                for (one, other) in [(new, old), (old, new)] {
                    let only = one.iter().filter(|choice| !other.contains(choice));
                    only.for_each(|choice| order::put(&mut changed, *choice));
                }
                changed.into_iter().map(|choice| Touch { option, choice: Some(choice) }).collect()
            }
            (Pick::Multi(new), _) => {
                new.iter().map(|choice| Touch { option, choice: Some(*choice) }).collect()
            }
            _ => vec![Touch { option, choice: None }],
        };
        self.touched.retain(|touch| !changed.contains(touch));
        self.touched.extend(changed);
        self.asleep.retain(|(other, _)| *other != option);
        self.picks[option] = pick;
    }

    /// A selection with all of `picks`, in place of whatever else would be picked at first. Touched is what differs from that, in file order.
    pub(crate) fn given(product: &Product, picks: Vec<(usize, Pick)>) -> Selection {
        let mut selection = Selection::defaults(product);
        for (option, pick) in picks {
            let all = match &product.options[option].kind {
                Kind::Multi(multi) => {
                    (0..multi.choices.len()).map(|choice| Touch { option, choice: Some(choice) }).collect()
                }
                _ => vec![Touch { option, choice: None }],
            };
            selection.touched.retain(|touch| touch.option != option);
            selection.touched.extend(all);
            selection.picks[option] = pick;
        }
        selection.follow_rules(product);
        selection.asleep.clear();
        let wishes = match product.rules.is_empty() {
            true => product.options.iter().map(default_pick).collect(),
            false => settle::wishes(product, &selection),
        };
        let differs = |touch: &Touch| {
            let (pick, wish) = (&selection.picks[touch.option], &wishes[touch.option]);
            *pick != Pick::Hidden && touched_value(pick, *touch) != touched_value(wish, *touch)
        };
        let mut touched: Vec<Touch> = selection.touched.iter().copied().filter(differs).collect();
        order::sort_by(&mut touched, &|a, b| (a.option, a.choice).cmp(&(b.option, b.choice)));
        Selection { touched, ..selection }
    }

    /// The selection as it is written into links, claims and events: an object from option id to choice id, true or false, list, number, text or
    /// placed picture. Empty texts, no picture and hidden options are left out.
    pub fn to_value(&self, product: &Product) -> Value {
        let options = product.options.iter().zip(&self.picks);
        let fields =
            options.filter_map(|(option, pick)| Some((option.id.as_str().into(), pick.to_value(option)?)));
        Value::Object(fields.collect())
    }

    /// Reads a selection from a link, a stored state or a claim. What does not fit the product keeps its default and is told in a sentence. It
    /// may break rules. What differs from the defaults counts as touched, in file order.
    pub fn from_value(product: &Product, value: &Value) -> (Selection, Vec<String>) {
        let mut picks: Vec<(usize, Pick)> = Vec::new();
        let mut problems = Vec::new();
        match value.as_object() {
            Some(fields) => {
                for (name, value) in fields {
                    match Self::check_pick(product, name, value) {
                        Ok(pick) => picks.push(pick),
                        // A hostile link must not make the list grow without bound.
                        Err(message) if problems.len() < 20 => problems.push(message),
                        Err(_) => {}
                    }
                }
            }
            None => problems.push(say!("expected a selection, found {}", value.kind())),
        }
        let named: Vec<usize> = picks.iter().map(|(option, _)| *option).collect();
        let selection = Self::given(product, picks);
        for option in named {
            if selection.picks[option] == Pick::Hidden && problems.len() < 20 {
                problems.push(say!("option \"{}\" is hidden by a rule", product.options[option].id));
            }
        }
        (selection, problems)
    }

    /// One entry of a selection: the option's position and the pick, or a sentence that says what is wrong.
    pub fn check_pick(product: &Product, name: &str, value: &Value) -> Result<(usize, Pick), String> {
        let Some(index) = product.option_index(name) else {
            return Err(unknown("option", name, product.options.iter().map(|o| o.id.as_str())));
        };
        Self::read_pick(&product.options[index], value).map(|pick| (index, pick))
    }

    /// A pick of `option`, or a sentence that says what is wrong.
    pub fn read_pick(option: &ProductOption, value: &Value) -> Result<Pick, String> {
        let wrong = |expected: &str| {
            Err(["expected ", expected, " for option \"", option.id.as_str(), "\", found ", value.kind()]
                .concat())
        };
        let ids = || option.kind.choices().unwrap_or_default().iter().map(|c| c.id.as_str());
        let position =
            |id: &str| ids().position(|other| other == id).ok_or_else(|| unknown("choice", id, ids()));
        if let Some((steps, _)) = option.kind.numbers() {
            let Some(number) = value.as_f64() else { return wrong("a number") };
            let step = steps.find(number).map(Pick::Number);
            return step.ok_or_else(|| {
                let ends = [steps.text(0), steps.text(steps.last)].join(" to ");
                ["option \"", option.id.as_str(), "\" takes ", &ends, ", by its steps"].concat()
            });
        }
        match &option.kind {
            Kind::Toggle(_) => {
                value.as_bool().map_or_else(|| wrong("true or false"), |on| Ok(Pick::Toggle(on)))
            }
            Kind::Multi(_) => {
                let Some(items) = value.as_array() else { return wrong("a list") };
                let mut list = Vec::new();
                for item in items {
                    let Some(id) = item.as_str() else { return wrong("a list of ids") };
                    order::put(&mut list, position(id)?);
                }
                Ok(Pick::Multi(list))
            }
            Kind::Text(text) => {
                let Some(typed) = value.as_str() else { return wrong("a string") };
                match text.clean(typed) {
                    (clean, None) => Ok(Pick::Text(clean)),
                    (_, Some(_)) => Err(say!("the text for option \"{}\" cannot be had", option.id)),
                }
            }
            Kind::Image(_) => image::read_placed(value).map_or_else(
                || wrong("a picture with its place (file, x, y, scale, rotate)"),
                |placed| Ok(Pick::Image(Some(placed))),
            ),
            Kind::Color(kind) => match value.as_str().and_then(Color::parse) {
                Some(color) => Ok(Pick::Color(kind.snapped(color))),
                None => wrong("a colour such as \"#1f3a5f\""),
            },
            _ => {
                let Some(id) = value.as_str() else { return wrong("a string") };
                position(id).map(Pick::Choice)
            }
        }
    }

    /// What the picks say about taste: the facets of the choices that differ from `start`, each once, in the product's order. What was left as
    /// it was offered says nothing, and neither do letters and logos.
    pub fn facets(&self, product: &Product, start: &Selection) -> Vec<(String, String)> {
        let mut list: Vec<(String, String)> = Vec::new();
        // A thread or a button says little about what someone likes to wear; what covers the product says it.
        let covers = |option: &ProductOption| {
            matches!(option.role, Some(Role::Primary | Role::Secondary | Role::Pattern))
        };
        let any = product.options.iter().any(covers);
        for (index, option) in product.options.iter().enumerate() {
            let (Kind::Choice(kind), Some(choice)) = (&option.kind, self.choice(index)) else { continue };
            if any && !covers(option) || start.choice(index) == Some(choice) {
                continue;
            }
            let Some(choice) = kind.choices.get(choice) else { continue };
            for (name, value) in choice.facets.iter() {
                let entry = (name.to_owned(), value.to_owned());
                if !list.contains(&entry) {
                    list.push(entry);
                }
            }
        }
        list
    }
}

/// What is picked at first in `option`, whatever rules say.
fn default_pick(option: &ProductOption) -> Pick {
    match &option.kind {
        Kind::Choice(choice) => Pick::Choice(choice.default),
        Kind::Toggle(toggle) => Pick::Toggle(toggle.default),
        Kind::Multi(multi) => Pick::Multi(multi.default.clone()),
        Kind::Quantity(_) | Kind::Measure(_) => {
            Pick::Number(option.kind.numbers().map_or(0, |(steps, _)| steps.default))
        }
        Kind::Text(_) => Pick::Text(String::new()),
        Kind::Image(_) => Pick::Image(None),
        Kind::Color(kind) => Pick::Color(kind.default),
    }
}

/// Whether `pick` is one of an option of `kind`.
fn fits(kind: &Kind, pick: &Pick) -> bool {
    match (kind, pick) {
        (Kind::Choice(choice), Pick::Choice(index)) => *index < choice.choices.len(),
        (Kind::Toggle(_), Pick::Toggle(_)) => true,
        (Kind::Multi(multi), Pick::Multi(list)) => {
            list.windows(2).all(|pair| pair[0] < pair[1])
                && list.last().is_none_or(|last| *last < multi.choices.len())
        }
        (Kind::Text(text), Pick::Text(typed)) => text.clean(typed) == (typed.clone(), None),
        (Kind::Image(_), Pick::Image(_)) => true,
        (Kind::Color(kind), Pick::Color(color)) => kind.snapped(*color) == *color,
        (kind, Pick::Number(step)) => kind.numbers().is_some_and(|(steps, _)| *step <= steps.last),
        _ => false,
    }
}

/// What a pick says about what was touched: of several-of-a-list whether the one choice is picked.
fn touched_value(pick: &Pick, touch: Touch) -> Option<Pick> {
    match (pick, touch.choice) {
        (Pick::Multi(list), Some(choice)) => Some(Pick::Toggle(list.contains(&choice))),
        (Pick::Hidden, _) => None,
        (pick, _) => Some(pick.clone()),
    }
}
