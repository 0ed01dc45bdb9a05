//! What all components of one configurator share and what never changes while it is mounted.

use super::fields;
use super::option::chip_class;
use super::words::rule_phrase;
use haberdash_core::Text;
use haberdash_core::compat::Speaker;
use haberdash_core::product::rule::Source;
use haberdash_core::product::{Choice, Product};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// So many amounts are kept as text.
const AMOUNTS: usize = 32;

/// Writes minor units.
pub type Format = Rc<dyn Fn(i64) -> String>;

/// A product in a language, with a way to write money.
pub struct Setting {
    /// The product.
    pub product: Product,
    /// The BCP 47 tag of the interface.
    pub locale: String,
    /// The merchant's own language, for texts that lack the shopper's.
    pub fallback: String,
    /// Writes minor units of the product's currency.
    format: Format,
    /// The same with a plus before what is added.
    signed: Format,
    /// What was written last: one amount is shown in several places.
    written: RefCell<VecDeque<(i64, String)>>,
    /// The words of each choice, by option and choice: written once, not at every click.
    labels: Vec<Vec<Label>>,
    /// By option, the order of its choices, where it is not the merchant's.
    pub order: Vec<Option<Vec<usize>>>,
}

/// The words of a choice.
#[derive(Clone)]
pub struct Label {
    /// Its name.
    pub title: String,
    /// What it adds to the price; nothing when it adds nothing.
    pub extra: Option<String>,
    /// Both.
    pub whole: String,
    /// Its position, as the value of its field.
    pub value: String,
    /// The classes of its chip.
    pub chip: String,
}

impl Label {
    /// Its name with what it adds in brackets, for lists that drop down.
    pub fn entry(&self) -> String {
        let extra = self.extra.as_ref().map_or(String::new(), |extra| [" (", extra, ")"].concat());
        [&self.title, &*extra].concat()
    }
}

impl Setting {
    /// `product` in the language `locale`, else `fallback`. `format` writes money, `signed` the same with a plus before what is added,
    /// `later` that something takes so many days longer.
    pub fn new(
        product: Product,
        locale: String,
        fallback: String,
        format: Format,
        signed: Format,
        later: fn(&str, i64) -> String,
    ) -> Setting {
        let label = |option: usize, position: usize, choice: &Choice| {
            let title =
                choice.title.as_ref().map_or(choice.id.as_str(), |title| title.get(&locale, &fallback));
            let price = choice.price.0;
            let mut extra = (price != 0).then(|| signed(price));
            if choice.stock.is_some() || choice.lead_days.is_some() {
                let note = fields::note(&locale, choice, later);
                let all = extra.into_iter().chain((!note.is_empty()).then_some(note)).collect::<Vec<_>>();
                extra = (!all.is_empty()).then(|| all.join(" · "));
            }
            let whole = extra.as_ref().map_or(title.to_owned(), |extra| [title, ", ", extra].concat());
            Label {
                title: title.to_owned(),
                extra,
                whole,
                value: position.to_string(),
                chip: ["chip ", &chip_class(option, position)].concat(),
            }
        };
        let labels = product.options.iter().enumerate().map(|(index, option)| {
            let choices = option.kind.choices().unwrap_or_default().iter().enumerate();
            choices.map(|(position, choice)| label(index, position, choice)).collect()
        });
        let labels = labels.collect();
        Setting {
            product,
            locale,
            fallback,
            format,
            signed,
            written: RefCell::default(),
            labels,
            order: Vec::new(),
        }
    }

    /// The order of the choices of the option at `option`, where it is not the merchant's.
    pub fn order(&self, option: usize) -> Option<&Vec<usize>> {
        self.order.get(option)?.as_ref()
    }

    /// The words of the choices of the option at `option`.
    pub fn labels(&self, option: usize) -> &[Label] {
        self.labels.get(option).map_or(&[], Vec::as_slice)
    }

    /// What `amount` adds, in words.
    pub fn extra(&self, amount: i64) -> String {
        (self.signed)(amount)
    }

    /// `amount` minor units in words.
    pub fn money(&self, amount: i64) -> String {
        let mut written = self.written.borrow_mut();
        if let Some((_, text)) = written.iter().find(|(other, _)| *other == amount) {
            return text.clone();
        }
        let text = (self.format)(amount);
        written.truncate(AMOUNTS - 1);
        written.push_front((amount, text.clone()));
        text
    }

    /// How few and how many choices of the option at `option` are taken. For options of kind multi, which bring the part with rules along.
    pub fn limits(&self, option: usize) -> String {
        let Setting { product, locale, fallback, .. } = self;
        Speaker { product, language: locale, fallback, phrase: rule_phrase }.sentence(Source::Limits(option))
    }

    /// A merchant's text in the shopper's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.locale, &self.fallback)
    }
}
