//! What all components of one configurator share and what never changes while it is mounted.

use haberdash_core::Text;
use haberdash_core::product::Product;
use std::rc::Rc;

/// A product in a language, with a way to write money.
pub struct Setting {
    /// The product.
    pub product: Product,
    /// The BCP 47 tag of the interface.
    pub locale: String,
    /// The merchant's own language, for texts that lack the shopper's.
    pub fallback: String,
    /// Writes minor units of the product's currency.
    pub format: Rc<dyn Fn(i64) -> String>,
    /// The same with a plus before what is added.
    pub extra: Rc<dyn Fn(i64) -> String>,
}

impl Setting {
    /// `amount` minor units in words.
    pub fn money(&self, amount: i64) -> String {
        (self.format)(amount)
    }

    /// A merchant's text in the shopper's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.locale, &self.fallback)
    }
}
