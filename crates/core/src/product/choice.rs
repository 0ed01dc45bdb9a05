//! Options where one of a list is picked.

use super::attributes::Attribute;
use super::{Address, Amount, Color, Id, Kind, ProductOption, Role};
use crate::packed::Facets;
use crate::read::Map;
use crate::text::Text;

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
        req choices: Vec<Choice>,
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
    pub choices: Vec<Choice>,
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
