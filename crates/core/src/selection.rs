//! What was picked: one pick for each option of a product, always complete.

use crate::diagnostics::unknown;
use crate::product::{Kind, Product, ProductOption, Role};
use crate::value::Value;

/// One pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The position of a choice.
    Choice(usize),
    /// The text typed; empty for none.
    Text(String),
}

/// One pick for each option, in the product's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection(Vec<Pick>);

impl Selection {
    /// The merchant's defaults.
    pub fn defaults(product: &Product) -> Selection {
        let pick = |option: &ProductOption| match &option.kind {
            Kind::Choice(choice) => Pick::Choice(choice.default),
            Kind::Text(_) => Pick::Text(String::new()),
        };
        Selection(product.options.iter().map(pick).collect())
    }

    /// The defaults with a preset's picks on top; `None` when there is no preset called `id`.
    pub fn preset(product: &Product, id: &str) -> Option<Selection> {
        let preset = product.presets.iter().find(|p| p.id.as_str() == id)?;
        let mut selection = Selection::defaults(product);
        for (name, value) in &preset.selection.0 {
            if let Ok((option, pick)) = Self::check_pick(product, name, value) {
                selection.0[option] = pick;
            }
        }
        Some(selection)
    }

    /// What was picked in the option at `option`.
    pub fn pick(&self, option: usize) -> Option<&Pick> {
        self.0.get(option)
    }

    /// The choice picked at `option`; `None` for a text.
    pub fn choice(&self, option: usize) -> Option<usize> {
        match self.0.get(option) {
            Some(Pick::Choice(choice)) => Some(*choice),
            _ => None,
        }
    }

    /// The text typed at `option`; empty for a choice.
    pub fn text(&self, option: usize) -> &str {
        match self.0.get(option) {
            Some(Pick::Text(text)) => text,
            _ => "",
        }
    }

    /// The same with another pick; unchanged when it does not fit the option.
    #[must_use]
    pub fn with(&self, product: &Product, option: usize, pick: Pick) -> Selection {
        let mut picks = self.0.clone();
        let fits = match (product.options.get(option).map(|o| &o.kind), &pick) {
            (Some(Kind::Choice(choice)), Pick::Choice(index)) => *index < choice.choices.len(),
            (Some(Kind::Text(text)), Pick::Text(typed)) => text.clean(typed) == (typed.clone(), None),
            _ => false,
        };
        if fits {
            picks[option] = pick;
        }
        Selection(picks)
    }

    /// The selection as it is written into links, claims and events: an object from option id to choice id or text. Empty texts are left out.
    pub fn to_value(&self, product: &Product) -> Value {
        let mut fields = Vec::new();
        for (option, pick) in product.options.iter().zip(&self.0) {
            let value = match (&option.kind, pick) {
                (Kind::Choice(choice), Pick::Choice(index)) => {
                    choice.choices.get(*index).map(|c| c.id.as_str()).unwrap_or_default()
                }
                (_, Pick::Text(text)) if !text.is_empty() => text.as_str(),
                _ => continue,
            };
            fields.push((option.id.to_string(), Value::from(value)));
        }
        Value::Object(fields)
    }

    /// Reads a selection from a link, a stored state or a claim. What does not fit the product keeps its default and is told in a sentence.
    pub fn from_value(product: &Product, value: &Value) -> (Selection, Vec<String>) {
        let mut selection = Selection::defaults(product);
        let mut problems = Vec::new();
        match value.as_object() {
            Some(fields) => {
                for (name, value) in fields {
                    match Self::check_pick(product, name, value) {
                        Ok((option, pick)) => selection.0[option] = pick,
                        // A hostile link must not make the list grow without bound.
                        Err(message) if problems.len() < 20 => problems.push(message),
                        Err(_) => {}
                    }
                }
            }
            None => problems.push(format!("expected a selection, found {}", value.kind())),
        }
        (selection, problems)
    }

    /// One entry of a selection: the option's position and the pick, or a sentence that says what is wrong.
    pub fn check_pick(product: &Product, name: &str, value: &Value) -> Result<(usize, Pick), String> {
        let Some(index) = product.option_index(name) else {
            return Err(unknown("option", name, product.options.iter().map(|o| o.id.as_str())));
        };
        let option = &product.options[index];
        let Some(picked) = value.as_str() else {
            return Err(format!("expected a string for option \"{name}\", found {}", value.kind()));
        };
        match &option.kind {
            Kind::Choice(choice) => match choice.index(picked) {
                Some(position) => Ok((index, Pick::Choice(position))),
                None => Err(unknown("choice", picked, choice.choices.iter().map(|c| c.id.as_str()))),
            },
            Kind::Text(text) => match text.clean(picked) {
                (clean, None) => Ok((index, Pick::Text(clean))),
                (_, Some(_)) => Err(format!("the text for option \"{name}\" cannot be had")),
            },
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
            for (name, values) in &choice.facets.0 {
                for value in &values.0 {
                    let entry = (name.clone(), value.clone());
                    if !list.contains(&entry) {
                        list.push(entry);
                    }
                }
            }
        }
        list
    }
}
