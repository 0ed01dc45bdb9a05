//! What all components of one configurator share and what never changes while it is mounted.

use super::option::chip_class;
use haberdash_core::Text;
use haberdash_core::product::{Choice, Product};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use yew::AttrValue;

/// So many amounts are kept as text.
const AMOUNTS: usize = 32;

/// A product in a language, with a way to write money.
pub struct Setting {
    /// The product.
    pub product: Product,
    /// The BCP 47 tag of the interface.
    pub locale: String,
    /// The merchant's own language, for texts that lack the shopper's.
    pub fallback: String,
    /// Writes minor units of the product's currency.
    format: Rc<dyn Fn(i64) -> String>,
    /// What was written last: one amount is shown in several places.
    written: RefCell<VecDeque<(i64, String)>>,
    /// The words of each choice, by option and choice: written once, not at every click.
    labels: Vec<Vec<Label>>,
}

/// The words of a choice.
#[derive(Clone)]
pub struct Label {
    /// Its name.
    pub title: AttrValue,
    /// What it adds to the price; nothing when it adds nothing.
    pub extra: Option<AttrValue>,
    /// Both.
    pub whole: AttrValue,
    /// Its position, as the value of its field.
    pub value: AttrValue,
    /// The classes of its chip.
    pub chip: AttrValue,
}

impl Setting {
    /// `product` in the language `locale`, else `fallback`. `format` writes money, `extra` the same with a plus before what is added.
    pub fn new(
        product: Product,
        locale: String,
        fallback: String,
        format: Rc<dyn Fn(i64) -> String>,
        extra: &dyn Fn(i64) -> String,
    ) -> Setting {
        let label = |option: usize, position: usize, choice: &Choice| {
            let title =
                choice.title.as_ref().map_or(choice.id.as_str(), |title| title.get(&locale, &fallback));
            let extra = (choice.price.0 != 0).then(|| extra(choice.price.0));
            let whole = extra.as_ref().map_or(title.to_owned(), |extra| [title, ", ", extra].concat());
            Label {
                title: title.to_owned().into(),
                extra: extra.map(Into::into),
                whole: whole.into(),
                value: position.to_string().into(),
                chip: ["chip ", &chip_class(option, position)].concat().into(),
            }
        };
        let labels = product.options.iter().enumerate().map(|(index, option)| {
            let choices = option.kind.choices().unwrap_or_default().iter().enumerate();
            choices.map(|(position, choice)| label(index, position, choice)).collect()
        });
        let labels = labels.collect();
        Setting { product, locale, fallback, format, written: RefCell::default(), labels }
    }

    /// The words of the choices of the option at `option`.
    pub fn labels(&self, option: usize) -> &[Label] {
        self.labels.get(option).map_or(&[], Vec::as_slice)
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

    /// A merchant's text in the shopper's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.locale, &self.fallback)
    }
}
