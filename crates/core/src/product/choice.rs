//! Options where one of a list is picked.

use super::attributes::Attribute;
use super::{Address, Amount, Color, Id, Kind, ProductOption, Role};
use crate::Diagnostics;
use crate::name::Name;
use crate::packed::Facets;
use crate::read::{Map, Read};
use crate::text::Text;
use crate::value::Value;
use std::cell::RefCell;
use std::rc::Rc;

words! {
    /// How the choices of an option are shown.
    pub enum Display, "display" {
        /// Round chips of a colour or texture.
        Swatch = "swatch",
        /// Square tiles of a texture, for many.
        Texture = "texture",
        /// Square tiles of a texture to search, filter and scroll through, for hundreds.
        Grid = "grid",
        /// Cards with a picture and a title.
        Card = "card",
        /// A drop-down list.
        Dropdown = "dropdown",
    }
}

record! {
    /// One choice.
    pub struct Choice {
        /// Its id, unique in its option.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// Paints parts, and the chip.
        opt color: Color,
        /// A square picture that is repeated to paint parts, and on the chip. With `color` below it while it loads.
        opt texture: Address,
        /// The width of one tile of the texture, in the view's units.
        def scale: f64 = 64.0,
        /// The width of one tile of the texture, in millimetres; counts in place of `scale` in views that say `mm_per_unit`.
        opt width_mm: f64,
        /// The picture on a card.
        opt image: Address,
        /// What it adds to the price, in minor units; may be negative.
        def price: Amount = Amount(0),
        /// For the shop's own use.
        opt sku: String,
        /// How many there are; with 0 it cannot be had.
        opt stock: i64,
        /// How many days it takes longer with it.
        opt lead_days: i64,
        /// The font of text options that take theirs from this option.
        opt font: Id,
        /// What it says about taste, in the catalogue's vocabulary: {"color": "navy", "pattern": "check"}.
        def facets: Facets = Facets::default(),
        /// What it says about itself for rules: {"watts": 65, "socket": "am5", "fits": ["s", "m"]}.
        def attributes: Map<Attribute> = Map::default(),
    }
}

record! {
    /// An option where one of a list is picked.
    pub struct ChoiceFile {
        /// `choice`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// How the choices are shown.
        def display: Display = Display::Card,
        /// The choice picked at first; the first one where left out.
        opt default: Id,
        /// What can be picked.
        req choices: Vec<Rc<Choice>>,
    }
}

/// One of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// How the choices are shown.
    pub display: Display,
    /// The id picked at first, as written; checked to exist.
    pub default_id: Option<Id>,
    /// The position of the choice picked at first.
    pub default: usize,
    /// What can be picked; at least one.
    pub choices: Vec<Rc<Choice>>,
}

/// The fields of a choice that several options have, and the choice that was read from them.
type Known = (Rc<Vec<(Name, Value)>>, Rc<Choice>);

thread_local! {
    /// By where the fields are.
    static KNOWN: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// A choice of a library is in memory once, in however many options it is.
impl Read for Rc<Choice> {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Value::Shared(fields) = value else { return Choice::read(value, diagnostics).map(Rc::new) };
        let at = Rc::as_ptr(fields);
        let place = KNOWN.with_borrow(|known| {
            known
                .binary_search_by_key(&at, |(other, _)| Rc::as_ptr(other))
                .map(|place| known.get(place).map(|(_, choice)| Rc::clone(choice)))
        });
        let place = match place {
            Ok(known) => return known,
            Err(place) => place,
        };
        let before = diagnostics.count();
        let choice = Rc::new(Choice::read(value, diagnostics)?);
        // What is wrong with it is said wherever it is.
        if diagnostics.count() == before {
            KNOWN.with_borrow_mut(|known| known.insert(place, (Rc::clone(fields), Rc::clone(&choice))));
        }
        Some(choice)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Choice::schema()
    }
}

/// Lets go of what was read from libraries: the file is read.
pub(super) fn forget_known() {
    KNOWN.take();
}

/// Whether so many choices are too many to be shown all at once.
pub(super) fn is_many(count: usize) -> bool {
    count > 60
}

impl Display {
    /// How `count` choices are shown where this is asked for.
    pub(super) fn of(self, count: usize) -> Display {
        match self {
            Display::Swatch | Display::Texture if is_many(count) => Display::Grid,
            other => other,
        }
    }
}

impl ChoiceOption {
    /// The position of the choice called `id`.
    pub fn index(&self, id: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.id.as_str() == id)
    }
}

impl From<ChoiceFile> for ProductOption {
    fn from(file: ChoiceFile) -> Self {
        let kind = Kind::Choice(ChoiceOption {
            display: file.display.of(file.choices.len()),
            default_id: file.default,
            default: 0,
            choices: file.choices,
        });
        ProductOption::new(file.id, file.title, file.help, file.role, kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::product::Product;

    fn product(field: (&str, Value)) -> (Option<Product>, usize) {
        let mut shared = Value::object([("id", Value::from("navy")), field]);
        shared.share();
        let option = |id: &str| {
            let choices = Value::Array(vec![shared.clone()]);
            Value::object([("kind", Value::from("choice")), ("id", Value::from(id)), ("choices", choices)])
        };
        let file = Value::object([
            ("version", Value::Number(1.0)),
            ("id", Value::from("case")),
            ("title", Value::from("Case")),
            ("currency", Value::from("EUR")),
            ("base_price", Value::Number(100.0)),
            ("options", Value::Array(vec![option("back"), option("sides")])),
        ]);
        let mut diagnostics = Diagnostics::new();
        let product = Product::read(&file, &mut diagnostics);
        (product, diagnostics.count())
    }

    #[test]
    fn a_choice_of_a_library_is_read_once() {
        let (product, _) = product(("price", Value::Number(5.0)));
        let product = product.unwrap();
        let [back, sides] = [0, 1].map(|at| &product.options[at].kind.choices().unwrap()[0]);
        assert!(Rc::ptr_eq(back, sides));
        // Another file has others, whatever was at the same place in memory before.
        KNOWN.with_borrow(|known| assert!(known.is_empty()));
    }

    #[test]
    fn what_is_wrong_with_it_is_said_wherever_it_is() {
        assert_eq!(product(("colour", Value::from("red"))).1, 2);
    }
}
