//! Options where a colour is picked: any, or one of a palette. In the part `fields` of the widget.

use super::check::{Lost, position};
use super::{Amount, Color, Id, Kind, ProductOption, Role};
use crate::color;
use crate::diagnostics::Diagnostics;
use crate::read::Read;
use crate::text::Text;
use crate::value::Value;
use std::rc::Rc;

record! {
    /// What a colour costs.
    pub struct ColorPrice {
        /// Once, as soon as the colour is not the default, in minor units.
        def once: Amount = Amount(0),
    }
}

record! {
    /// A colour of a palette.
    pub struct Swatch {
        /// Its id, unique in the palette.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// The colour.
        req color: Color,
    }
}

record! {
    /// An option where a colour is picked.
    pub struct ColorFile {
        /// `color`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// The colour picked at first.
        req default: Color,
        /// Colours to pick from, and to name what is near.
        def palette: Vec<Swatch> = Vec::new(),
        /// Whether any colour can be picked; otherwise only those of the palette.
        def free: bool = true,
        /// The id of an option, or a colour: where the two are hard to tell apart, shoppers are told.
        opt contrast_with: String,
        /// What it costs to pick another than the default.
        opt price: ColorPrice,
    }
}

/// A colour.
#[derive(Clone, Debug, PartialEq)]
pub struct ColorOption {
    /// The colour picked at first.
    pub default: Color,
    /// Colours to pick from.
    pub palette: Vec<Swatch>,
    /// Whether any colour can be picked; otherwise only those of the palette, of which there is at least one.
    pub free: bool,
    /// What it should stand out from.
    pub contrast: Option<Against>,
    /// What it costs, once, to pick another than the default, in minor units.
    pub once: i64,
}

/// What a colour should stand out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// This colour.
    Color(Color),
    /// The colour that is picked in the option at this position.
    Option(usize),
}

impl ColorOption {
    /// The colour that is picked where `color` is asked for: itself, or the one of the palette that looks most like it.
    #[inline(never)]
    pub fn snapped(&self, color: Color) -> Color {
        if self.free { color } else { self.near(color).map_or(self.default, |near| near.color) }
    }

    /// The colour of the palette that looks most like `color`.
    pub fn near(&self, color: Color) -> Option<&Swatch> {
        let at = color::nearest(color, &mut self.palette.iter().map(|swatch| swatch.color))?;
        self.palette.get(at)
    }
}

/// Reads a colour option. What it should stand out from is looked up by [`check`].
#[inline(never)]
pub(super) fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<ProductOption> {
    let file = ColorFile::read(value, diagnostics)?;
    let seen = |index: usize| file.palette.iter().take(index).any(|other| other.id == file.palette[index].id);
    let doubles: Vec<usize> = (0..file.palette.len()).filter(|index| seen(*index)).collect();
    diagnostics.within("palette", |d| {
        for index in doubles {
            let sentence = say!("there are two colours called \"{}\"", file.palette[index].id);
            d.at_index(index, |d| d.within("id", |d| d.error(sentence)));
        }
        if !file.free && file.palette.is_empty() {
            d.error("where \"free\" is false there must be colours to pick from");
        }
    });
    if !file.free && !file.palette.is_empty() && file.palette.iter().all(|own| own.color != file.default) {
        diagnostics
            .within("default", |d| d.error("where \"free\" is false this must be a colour of the palette"));
    }
    let option = ColorOption {
        default: file.default,
        palette: file.palette,
        free: file.free,
        contrast: file.contrast_with.as_deref().and_then(Color::parse).map(Against::Color),
        once: file.price.map_or(0, |price| price.once.0),
    };
    Some(ProductOption::new(file.id, file.title, file.help, file.role, Kind::Color(Rc::new(option))))
}

/// Looks up what the colour of the option at `index`, written as `value`, should stand out from.
pub(super) fn check(
    options: &mut [ProductOption],
    index: usize,
    value: Option<&Value>,
    lost: Lost,
    diagnostics: &mut Diagnostics,
) {
    let Some(name) = value.and_then(|value| value.get("contrast_with")?.as_str()) else { return };
    if Color::parse(name).is_some() {
        return;
    }
    let found = diagnostics.within("contrast_with", |d| {
        let names = options.iter().map(|option| option.id.as_str());
        let found = position("option", name, names, lost.has("options", name), d)?;
        if !matches!(options[found].kind, Kind::Choice(_) | Kind::Color(_)) {
            d.error("expected an option of kind choice or color, or a colour such as \"#ffffff\"");
        }
        Some(found)
    });
    if let (Some(found), Kind::Color(kind)) = (found, &mut options[index].kind)
        && let Some(kind) = Rc::get_mut(kind)
    {
        kind.contrast = Some(Against::Option(found));
    }
}
