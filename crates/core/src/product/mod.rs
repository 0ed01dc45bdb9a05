//! The product file, version 1: what a merchant writes, checked.
//!
//! [`Product::read`] reads the file's types (this folder), then checks what refers to what. Nothing of a product that was read has to be
//! checked again: every index is valid, every default exists, prices are in range.

pub mod artwork;
pub mod attributes;
mod check;
mod choice;
pub mod color_option;
pub mod extras;
mod image_option;
mod library;
mod measure;
mod multi;
mod plain;
mod quantity;
pub mod resolve;
pub mod rule;
mod ruled;
mod steps;
mod text_option;
mod toggle;
pub mod units;
mod values;
mod view;

pub(crate) use check::Lost;
pub use choice::{Choice, ChoiceOption, Display};
pub use color_option::ColorOption;
pub use extras::Extras;
pub use image_option::{Format, ImageOption, ImagePrice, has_image};
pub use library::Library;
pub use measure::MeasureOption;
pub use multi::MultiOption;
pub use plain::{has_grid, has_text, is_basic, is_plain, is_whole};
pub use quantity::QuantityOption;
pub use rule::Rule;
pub use steps::{NumberPrice, Steps};
pub use text_option::{TextOption, TextPrice, TextProblem};
pub use toggle::ToggleOption;
pub use values::{Address, Amount, Color, Currency, Id, MAX_AMOUNT};
pub use view::{Blend, Content, Layer, Paint, View};

use crate::canonical;
use crate::diagnostics::{Diagnostics, unknown};
use crate::price::{BreakFile, PriceList, PriceListFile, PriceRuleFile, Pricing, Rounding};
use crate::read::{Map, Raw, Read, optional};
use crate::text::Text;
use crate::value::Value;
use std::rc::Rc;

words! {
    /// What an option means for the look of a product; connects products of different makes.
    pub enum Role, "role" {
        /// The main colour or material.
        Primary = "primary",
        /// The second colour or material.
        Secondary = "secondary",
        /// A small contrasting detail.
        Accent = "accent",
        /// The pattern, where it is chosen apart from the colour.
        Pattern = "pattern",
        /// The shopper's letters.
        Monogram = "monogram",
        /// The shopper's own picture.
        Logo = "logo",
    }
}

record! {
    /// A font file that text options may use.
    pub struct Font {
        /// Its id, which text options name.
        req id: Id,
        /// Its name as shoppers read it.
        opt title: Text,
        /// A TrueType file (with a `glyf` table).
        req src: Address,
    }
}

record! {
    /// A ready-made selection.
    pub struct Preset {
        /// Its id.
        req id: Id,
        /// Its name as shoppers read it.
        opt title: Text,
        /// What it picks: option id to choice id or text. Options left out keep their defaults.
        req selection: Map<Value>,
    }
}

/// One option, of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductOption {
    /// Its id.
    pub id: Id,
    /// Its name as shoppers read it.
    pub title: Text,
    /// A sentence of advice below the title.
    pub help: Option<Text>,
    /// What it means for the look.
    pub role: Option<Role>,
    /// What is picked.
    pub kind: Kind,
}

/// What is picked in an option.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One of a list.
    Choice(ChoiceOption),
    /// On or off.
    Toggle(ToggleOption),
    /// Several of a list.
    Multi(MultiOption),
    /// A whole number.
    Quantity(QuantityOption),
    /// A length, a weight or another measure.
    Measure(MeasureOption),
    /// Letters.
    Text(TextOption),
    /// The shopper's own picture.
    Image(ImageOption),
    /// A colour.
    Color(Rc<ColorOption>),
}

impl Kind {
    /// What can be picked of a list, for the kinds that have one.
    pub fn choices(&self) -> Option<&[Rc<Choice>]> {
        match self {
            Kind::Choice(kind) => Some(&kind.choices),
            Kind::Multi(kind) => Some(&kind.choices),
            _ => None,
        }
    }

    /// Whether it is shown and heard by a part of the widget of its own: colours, numbers, and lists that are too long to be shown whole.
    pub fn is_special(&self) -> bool {
        self.is_grid() || matches!(self, Kind::Quantity(_) | Kind::Measure(_) | Kind::Color(_))
    }

    /// Whether its choices are shown as a grid to search and scroll.
    pub fn is_grid(&self) -> bool {
        match self {
            Kind::Choice(kind) => kind.display == Display::Grid,
            Kind::Multi(kind) => kind.display == Display::Grid,
            _ => false,
        }
    }

    /// The numbers that can be picked and what they cost, for the kinds that have some.
    pub fn numbers(&self) -> Option<(&Steps, &NumberPrice)> {
        match self {
            Kind::Quantity(kind) => Some((&kind.steps, &kind.price)),
            Kind::Measure(kind) => Some((&kind.steps, &kind.price)),
            _ => None,
        }
    }
}

impl ProductOption {
    /// An option, whose title is its id where it has none.
    fn new(id: Id, title: Option<Text>, help: Option<Text>, role: Option<Role>, kind: Kind) -> ProductOption {
        ProductOption {
            title: title.unwrap_or_else(|| Text::Plain(id.as_str().into())),
            id,
            help,
            role,
            kind,
        }
    }
}

const KINDS: [&str; 8] = ["choice", "toggle", "multi", "quantity", "measure", "text", "image", "color"];

impl Read for ProductOption {
    fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        match value.get("kind").and_then(Value::as_str) {
            Some("choice") => choice::ChoiceFile::read(value, diagnostics).map(Into::into),
            Some("toggle") => toggle::ToggleFile::read(value, diagnostics).map(Into::into),
            Some("multi") => multi::MultiFile::read(value, diagnostics).map(Into::into),
            Some("quantity") => quantity::QuantityFile::read(value, diagnostics).map(Into::into),
            Some("measure") => measure::MeasureFile::read(value, diagnostics).map(Into::into),
            Some("text") => text_option::read(value, diagnostics),
            Some("image") => image_option::read(value, diagnostics),
            Some("color") => color_option::read(value, diagnostics),
            Some(other) => {
                diagnostics.within("kind", |d| d.error(unknown("kind of option", other, KINDS)));
                None
            }
            None if value.as_object().is_some() => {
                diagnostics.error(["\"kind\" is missing; there are: ", &KINDS.join(", ")].concat());
                None
            }
            None => {
                crate::read::wrong_kind("an object", value, diagnostics);
                None
            }
        }
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Value::object([(
            "oneOf",
            Value::from(vec![
                with_kind("choice", choice::ChoiceFile::schema()),
                with_kind("toggle", toggle::ToggleFile::schema()),
                with_kind("multi", multi::MultiFile::schema()),
                with_kind("quantity", quantity::QuantityFile::schema()),
                with_kind("measure", measure::MeasureFile::schema()),
                with_kind("text", text_option::TextFile::schema()),
                with_kind("image", image_option::ImageFile::schema()),
                with_kind("color", color_option::ColorFile::schema()),
            ]),
        )])
    }
}

/// Narrows `properties.kind` of a schema to one word.
#[cfg(feature = "schema")]
fn with_kind(word: &str, mut schema: Value) -> Value {
    if let Value::Object(entries) = &mut schema
        && let Some((_, Value::Object(properties))) = entries.iter_mut().find(|(k, _)| k == "properties")
    {
        properties.retain(|(name, _)| name != "kind");
        properties.insert(0, ("kind".into(), Value::object([("const", Value::from(word))])));
    }
    schema
}

record! {
    /// A Haberdash product file.
    pub struct ProductFile {
        /// The version of the format: 1.
        req version: i64,
        /// Names the product everywhere: in links, claims and history.
        req id: Id,
        /// The stock keeping unit, for the shop's own use.
        opt sku: String,
        /// Its name as shoppers read it.
        req title: Text,
        /// ISO 4217 code of all prices in this file.
        req currency: Currency,
        /// The price before any option, in minor units.
        req base_price: Amount,
        /// Whether prices include tax; for display only.
        opt tax_included: bool,
        /// Font files for text options.
        def fonts: Vec<Font> = Vec::new(),
        /// What shoppers can pick, in the order shown.
        req options: Vec<ProductOption>,
        /// Which combinations are allowed, what is shown when, and what is picked at first when.
        def rules: Vec<rule::RuleFile> = Vec::new(),
        /// What `haberdash compile` made of the rules. Without it, or when it does not fit, they are compiled in the page.
        opt compiled: Address,
        /// What comes on top of the base price and the options, in order.
        def prices: Vec<PriceRuleFile> = Vec::new(),
        /// What one unit costs when many are bought, by ascending number.
        def quantity_breaks: Vec<BreakFile> = Vec::new(),
        /// The one rounding, at the end: to whole minor units, half up, where left out.
        opt rounding: Rounding,
        /// The same prices in other currencies.
        def price_lists: Vec<PriceListFile> = Vec::new(),
        /// Pictures of the product, the first one shown first.
        def views: Vec<view::ViewFile> = Vec::new(),
        /// Ready-made selections.
        def presets: Vec<Preset> = Vec::new(),
        /// What is printed for an order, sheet by sheet. Only `haberdash render --artwork` looks at it.
        opt artwork: artwork::Unread,
        /// How the options are laid out: `all` below one another, as an `accordion`, or in `steps`.
        opt layout: Raw<extras::Layout>,
        /// Options that are shown together, in the order shown.
        opt steps: Raw<Vec<extras::StepFile>>,
        /// How many days the product takes by itself.
        opt lead_days: Raw<i64>,
        /// What facets and their values are called: {"color": {"en": "Colour"}, "navy": "Navy"}.
        opt facet_titles: Raw<Map<Text>>,
        /// What else shoppers are offered: the cheapest product with what they picked, a parts list.
        opt tools: Raw<Vec<extras::Tool>>,
    }
}

impl ProductFile {
    /// What can be had of a file whose title, price or other head is wrong, which was told: what refers to what is checked all the same.
    fn without_head(value: &Value) -> Option<ProductFile> {
        let mut told = Diagnostics::new();
        Some(ProductFile {
            version: 1,
            id: Id::none(),
            sku: None,
            title: Text::default(),
            currency: Currency("".into()),
            base_price: Amount(0),
            tax_included: None,
            fonts: optional(value, "fonts", &mut told).unwrap_or_default(),
            options: optional(value, "options", &mut told)?,
            rules: optional(value, "rules", &mut told).unwrap_or_default(),
            compiled: None,
            prices: optional(value, "prices", &mut told).unwrap_or_default(),
            quantity_breaks: optional(value, "quantity_breaks", &mut told).unwrap_or_default(),
            rounding: None,
            price_lists: Vec::new(),
            views: optional(value, "views", &mut told).unwrap_or_default(),
            presets: optional(value, "presets", &mut told).unwrap_or_default(),
            artwork: None,
            layout: optional(value, "layout", &mut told),
            steps: optional(value, "steps", &mut told),
            lead_days: optional(value, "lead_days", &mut told),
            facet_titles: optional(value, "facet_titles", &mut told),
            tools: optional(value, "tools", &mut told),
        })
    }
}

/// A product file that was read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Names the product everywhere.
    pub id: Id,
    /// The stock keeping unit.
    pub sku: Option<String>,
    /// Its name.
    pub title: Text,
    /// The currency of all its prices.
    pub currency: Currency,
    /// The price before any option, in minor units.
    pub base_price: Amount,
    /// Whether prices include tax, when the file says so.
    pub tax_included: Option<bool>,
    /// Font files.
    pub fonts: Vec<Font>,
    /// What shoppers can pick.
    pub options: Vec<ProductOption>,
    /// Which combinations are allowed, what is shown when, and what is picked at first when.
    pub rules: Vec<Rule>,
    /// How many of the rules are written in the file; those after them keep sizes without a price from being picked.
    pub own_rules: usize,
    /// How the prices come together.
    pub pricing: Pricing,
    /// Prices in other currencies, see [`Product::in_currency`].
    pub price_lists: Vec<PriceList>,
    /// The options that rules hide and show, each with the positions of those rules; an option stands after those that it depends on.
    pub shows: Vec<(usize, Vec<usize>)>,
    /// Pictures.
    pub views: Vec<View>,
    /// Ready-made selections.
    pub presets: Vec<Preset>,
    /// SHA-256 of the file in canonical form, 64 hex digits.
    pub hash: String,
    /// What it says beyond that; `None` where [`is_basic`].
    pub extras: Option<Rc<Extras>>,
}

impl Product {
    /// Reads and checks a product file. `None` when the diagnostics have errors.
    pub fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<Product> {
        let file = Self::file(value, diagnostics)?;
        Self::checked(file, value, canonical::hash(value), diagnostics)
    }

    /// The first half of [`Product::read`], for pages, which do both in tasks of their own: the types.
    pub fn file(value: &Value, diagnostics: &mut Diagnostics) -> Option<ProductFile> {
        if let Some(version) = value.get("version").and_then(Value::as_f64)
            && version != 1.0
        {
            diagnostics.within("version", |d| {
                d.error("this is a product file of another version; version 1 is understood here");
            });
            return None;
        }
        let file = ProductFile::read(value, diagnostics).or_else(|| ProductFile::without_head(value));
        choice::forget_known();
        file
    }

    /// The second half of [`Product::read`]: what refers to what in the `file` of `value`, whose [`hash`](canonical::hash) is known.
    pub fn checked(
        file: ProductFile,
        value: &Value,
        hash: String,
        diagnostics: &mut Diagnostics,
    ) -> Option<Product> {
        let product = Self::with_any_start(file, value, hash, diagnostics)?;
        check::check_start(&product, diagnostics);
        (!diagnostics.has_errors()).then_some(product)
    }

    /// As [`Product::read`], but what is picked at first, and what presets pick, may break rules: for tools that mend it.
    pub fn read_with_any_start(value: &Value, diagnostics: &mut Diagnostics) -> Option<Product> {
        let file = Self::file(value, diagnostics)?;
        Self::with_any_start(file, value, canonical::hash(value), diagnostics)
    }

    fn with_any_start(
        file: ProductFile,
        value: &Value,
        hash: String,
        diagnostics: &mut Diagnostics,
    ) -> Option<Product> {
        let product = check::check(file, value, hash, diagnostics);
        product.filter(|_| !diagnostics.has_errors())
    }

    /// The JSON Schema document of product files.
    #[cfg(feature = "schema")]
    pub fn schema() -> Value {
        resolve::schema::product(ProductFile::schema())
    }

    /// What the preset called `id` picks, as in a link.
    pub fn preset(&self, id: &str) -> Option<Value> {
        let preset = self.presets.iter().find(|preset| preset.id.as_str() == id)?;
        Some(Value::Object(preset.selection.0.clone()))
    }

    /// The position of the option called `id`.
    pub fn option_index(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|option| option.id.as_str() == id)
    }
}
