//! What all components of one configurator share and what never changes while it is mounted.

use super::fields;
use super::option::chip_class;
use super::words::rule_phrase;
use haberdash_core::Text;
use haberdash_core::compat::Speaker;
use haberdash_core::number::Digits;
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
    /// Says that something takes so many days longer.
    later: fn(&str, i64) -> String,
    /// What was written last, and whether with a plus: one amount is shown in several places.
    written: RefCell<VecDeque<((i64, bool), String)>>,
    /// By option, the order of its choices, where it is not the merchant's.
    pub order: Vec<Option<Vec<usize>>>,
}

/// The words of a choice.
pub struct Label<'s> {
    /// Its name.
    pub title: &'s str,
    /// What it adds to the price; nothing when it adds nothing.
    pub extra: Option<String>,
    /// Both.
    pub whole: String,
    /// Its position, as the value of its field.
    pub value: String,
    /// The classes of its chip.
    pub chip: String,
}

impl Label<'_> {
    /// Its name with what it adds in brackets, for lists that drop down.
    pub fn entry(&self) -> String {
        let extra = self.extra.as_ref().map_or(String::new(), |extra| [" (", extra, ")"].concat());
        [self.title, &*extra].concat()
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
        let written = RefCell::default();
        Setting { product, locale, fallback, format, signed, later, written, order: Vec::new() }
    }

    /// The order of the choices of the option at `option`, where it is not the merchant's.
    pub fn order(&self, option: usize) -> Option<&Vec<usize>> {
        self.order.get(option)?.as_ref()
    }

    /// The choices of the option at `option`.
    pub fn choices(&self, option: usize) -> &[Rc<Choice>] {
        self.product.options.get(option).and_then(|option| option.kind.choices()).unwrap_or_default()
    }

    /// The name of a choice.
    pub fn title<'a>(&'a self, choice: &'a Choice) -> &'a str {
        choice.title.as_ref().map_or(choice.id.as_str(), |title| self.text(title))
    }

    /// The words of the choice at `position` of the option at `option`. They are written when they are asked for: there may be hundreds of choices, and
    /// few are drawn.
    pub fn label(&self, option: usize, position: usize) -> Option<Label<'_>> {
        let choice = self.choices(option).get(position)?;
        let title = self.title(choice);
        let price = choice.price.0;
        let mut extra = (price != 0).then(|| self.extra(price));
        if choice.stock.is_some() || choice.lead_days.is_some() {
            let note = fields::note(&self.locale, choice, self.later);
            let all = extra.into_iter().chain((!note.is_empty()).then_some(note)).collect::<Vec<_>>();
            extra = (!all.is_empty()).then(|| all.join(" · "));
        }
        let whole = extra.as_ref().map_or(title.to_owned(), |extra| [title, ", ", extra].concat());
        let chip = ["chip ", &chip_class(option, position)].concat();
        Some(Label { title, extra, whole, value: position.digits(), chip })
    }

    /// What `amount` adds, in words.
    pub fn extra(&self, amount: i64) -> String {
        self.write(amount, true)
    }

    /// `amount` minor units in words.
    pub fn money(&self, amount: i64) -> String {
        self.write(amount, false)
    }

    fn write(&self, amount: i64, signed: bool) -> String {
        let mut written = self.written.borrow_mut();
        if let Some((_, text)) = written.iter().find(|(other, _)| *other == (amount, signed)) {
            return text.clone();
        }
        let text = if signed { (self.signed)(amount) } else { (self.format)(amount) };
        written.truncate(AMOUNTS - 1);
        written.push_front(((amount, signed), text.clone()));
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
