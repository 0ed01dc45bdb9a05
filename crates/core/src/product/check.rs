//! Checks what refers to what in a product file, and turns names into positions.

use super::choice::Choice;
use super::text_option;
use super::view::{LayerFile, ViewFile};
use super::{
    Content, Font, Id, Kind, Layer, MultiOption, Paint, Product, ProductFile, ProductOption, View, extras,
    is_basic, is_plain, ruled,
};
use crate::diagnostics::{Diagnostics, unknown};
use crate::order;
use crate::price::{self, Pricing};
use crate::selection::Selection;
use crate::text::Text;
use crate::value::Value;
use std::rc::Rc;

/// What the file has although it could not be read: that was told, and what refers to it is not wrong for that.
#[derive(Clone, Copy)]
pub(crate) struct Lost<'v>(&'v Value);

impl<'v> Lost<'v> {
    fn option(self, id: &Id) -> Option<&'v Value> {
        let options = self.0.get("options").and_then(Value::as_array)?;
        options.iter().find(|option| option.get("id").and_then(Value::as_str) == Some(id.as_str()))
    }

    pub(super) fn has(self, list: &str, id: &str) -> bool {
        let items = self.0.get(list).and_then(Value::as_array).unwrap_or_default();
        items.iter().any(|item| item.get("id").and_then(Value::as_str) == Some(id))
    }

    fn has_any_choice(self, option: &Id) -> bool {
        self.option(option)
            .is_some_and(|o| o.get("choices").and_then(Value::as_array).is_some_and(|c| !c.is_empty()))
    }

    pub(super) fn has_choice(self, option: &Id, id: &str) -> bool {
        self.option(option).is_some_and(|option| Lost(option).has("choices", id))
    }
}

/// The checked product. Problems go to `diagnostics`; what comes back is only to be used when there are no errors among them.
/// `value` is what `file` was read from.
pub(super) fn check(
    file: ProductFile,
    value: &Value,
    hash: String,
    diagnostics: &mut Diagnostics,
) -> Option<Product> {
    let lost = Lost(value);
    let mut file = file;
    let mut options = std::mem::take(&mut file.options);
    let fonts = std::mem::take(&mut file.fonts);
    let views = std::mem::take(&mut file.views);
    let presets = std::mem::take(&mut file.presets);
    diagnostics.within("fonts", |d| unique("font", fonts.iter().map(|f| &f.id), d));
    diagnostics.within("options", |d| {
        if options.is_empty() && value.get("options").and_then(Value::as_array).is_some_and(<[_]>::is_empty) {
            d.error("a product needs at least one option");
        }
        unique("option", options.iter().map(|o| &o.id), d);
        let ids: Vec<Id> = options.iter().map(|o| o.id.clone()).collect();
        for (index, option) in options.iter_mut().enumerate() {
            d.at_index(index, |d| check_option(option, &ids, &fonts, lost, d));
        }
    });
    let extras = (!is_basic(value))
        .then(|| Rc::new(extras::read(&file, (&mut options, &fonts), value, lost, diagnostics)));
    let plain = is_plain(value);
    let (rules, shows, pricing) = match plain {
        true => (Vec::new(), Vec::new(), None),
        false => ruled::read(&file, &options, lost, diagnostics),
    };
    let views = diagnostics.within("views", |d| {
        unique("view", views.iter().map(|v| &v.id), d);
        let views = views.into_iter().enumerate();
        views.map(|(index, view)| d.at_index(index, |d| check_view(view, &options, lost, d))).collect()
    });
    diagnostics.within("presets", |d| unique("preset", presets.iter().map(|p| &p.id), d));
    let mut product = Product {
        own_rules: rules.len(),
        pricing: pricing.unwrap_or(Pricing::nothing()),
        price_lists: Vec::new(),
        id: file.id.clone(),
        sku: file.sku.clone(),
        title: file.title.clone(),
        currency: file.currency.clone(),
        base_price: file.base_price,
        tax_included: file.tax_included,
        fonts,
        options,
        rules,
        shows,
        views,
        presets,
        hash,
        extras,
    };
    if diagnostics.has_errors() {
        return None;
    }
    check_presets(&product, diagnostics);
    // Without sentences nothing would be told of what a plain product costs too little or too much: its price says so.
    if !plain || cfg!(feature = "sentences") {
        ruled::check_prices(&mut product, &file, lost, diagnostics);
    }
    Some(product)
}

pub(super) fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Id>, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<&Id> = Vec::new();
    for (index, id) in ids.enumerate() {
        if seen.contains(&id) {
            diagnostics.at_index(index, |d| {
                d.within("id", |d| d.error(say!("there are two {what}s called \"{id}\"")))
            });
        }
        seen.push(id);
    }
}

fn check_option(
    option: &mut ProductOption,
    ids: &[Id],
    fonts: &[Font],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) {
    match &mut option.kind {
        Kind::Choice(choice) => {
            check_choices(&choice.choices, lost.has_any_choice(&option.id), diagnostics);
            if let Some(default) = &choice.default_id {
                let found = diagnostics.within("default", |d| {
                    let names = choice.choices.iter().map(|c| c.id.as_str());
                    position(
                        "choice",
                        default.as_str(),
                        names,
                        lost.has_choice(&option.id, default.as_str()),
                        d,
                    )
                });
                choice.default = found.unwrap_or(0);
            }
        }
        Kind::Toggle(_) | Kind::Image(_) | Kind::Color(_) => {}
        Kind::Multi(multi) => check_multi(&option.id, multi, lost, diagnostics),
        Kind::Quantity(quantity) => {
            if let Some(problem) = quantity.problem {
                diagnostics.error(problem);
            }
        }
        Kind::Measure(measure) => {
            if let Some(problem) = measure.problem {
                diagnostics.error(problem);
            }
        }
        Kind::Text(text) => text_option::check(text, fonts, ids, lost, diagnostics),
    }
}

/// The number in `field` must be within limits.
#[inline(never)]
fn ranged(field: &str, number: Option<f64>, least: f64, most: f64, diagnostics: &mut Diagnostics) {
    if number.is_some_and(|number| !(least..=most).contains(&number)) {
        diagnostics.within(field, |d| d.error(say!("expected a number from {least} to {most}")));
    }
}

/// Checks a list of choices, which `may_be_empty`.
pub(super) fn check_choices(choices: &[Rc<Choice>], may_be_empty: bool, diagnostics: &mut Diagnostics) {
    diagnostics.within("choices", |d| {
        if choices.is_empty() && !may_be_empty {
            d.error("an option needs at least one choice");
        }
        unique("choice", choices.iter().map(|c| &c.id), d);
        for (index, item) in choices.iter().enumerate() {
            d.at_index(index, |d| {
                ranged("scale", Some(item.scale), 1.0, 10_000.0, d);
                ranged("width_mm", item.width_mm, 0.1, 100_000.0, d);
            });
        }
    });
}

fn check_multi(option: &Id, multi: &mut MultiOption, lost: Lost, diagnostics: &mut Diagnostics) {
    check_choices(&multi.choices, lost.has_any_choice(option), diagnostics);
    let (min, max) = multi.limits;
    if min < 0 || max.is_some_and(|max| max < min) || min as u64 > multi.choices.len() as u64 {
        diagnostics.within("min", |d| d.error("expected 0 ≤ min ≤ max, and no more than there are choices"));
    }
    multi.default = diagnostics.within("default", |d| {
        let ids = multi.default_ids.iter().enumerate();
        let found = ids.filter_map(|(index, id)| {
            let names = multi.choices.iter().map(|c| c.id.as_str());
            let is_lost = lost.has_choice(option, id.as_str());
            d.at_index(index, |d| position("choice", id.as_str(), names, is_lost, d))
        });
        let mut list = Vec::new();
        found.for_each(|choice| order::put(&mut list, choice));
        list
    });
}

/// The position of `name`, or an error with the nearest name, unless it `is_lost`.
pub(super) fn position<'a>(
    what: &str,
    name: &str,
    names: impl Iterator<Item = &'a str> + Clone,
    is_lost: bool,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let found = names.clone().position(|n| n == name);
    if found.is_none() && !is_lost {
        diagnostics.error(unknown(what, name, names));
    }
    found
}

fn check_view(file: ViewFile, options: &[ProductOption], lost: Lost, diagnostics: &mut Diagnostics) -> View {
    ranged("mm_per_unit", file.mm_per_unit, 0.001, 1_000.0, diagnostics);
    let layers = diagnostics.within("layers", |d| {
        let layers = file.layers.into_iter().enumerate();
        layers
            .filter_map(|(index, layer)| d.at_index(index, |d| check_layer(layer, options, lost, d)))
            .collect()
    });
    View {
        title: file.title.unwrap_or_else(|| Text::Plain(file.id.as_str().into())),
        id: file.id,
        art: file.art,
        layers,
        mm_per_unit: file.mm_per_unit,
    }
}

fn check_layer(
    file: LayerFile,
    options: &[ProductOption],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) -> Option<Layer> {
    let names = options.iter().map(|o| o.id.as_str());
    let option_of = |field: &str, id: &Option<Id>, d: &mut Diagnostics| {
        let id = id.as_ref()?;
        d.within(field, |d| {
            position("option", id.as_str(), names.clone(), lost.has("options", id.as_str()), d)
        })
    };
    let paint = option_of("paint", &file.paint, diagnostics);
    let opens = option_of("opens", &file.opens, diagnostics);
    let content_option = option_of("content", &file.content, diagnostics);
    if let Some(option) = paint
        && !matches!(options[option].kind, Kind::Choice(_) | Kind::Color(_))
    {
        diagnostics.within("paint", |d| d.error("expected an option of kind choice or color"));
    }
    let when = diagnostics.within("when", |d| check_when(&file, options, lost, d));
    let painted = paint.map(|option| Paint { option, angle: file.angle });
    let content = match (file.part, file.shade, file.photo, file.zone) {
        (Some(id), None, None, None) => Content::Part { id, paint: painted },
        (None, Some(src), None, None) | (None, None, Some(src), None) => Content::Shade(src),
        (None, None, None, None) if file.mask.is_some() => {
            let Some(paint) = painted else {
                if file.paint.is_none() {
                    diagnostics.error("a mask needs \"paint\", the id of a choice option, or a \"part\" or \"photo\" to cut");
                }
                return None;
            };
            Content::Area(paint)
        }
        (None, None, None, Some(id)) => {
            let Some(option) = content_option else {
                if file.content.is_none() {
                    diagnostics.error("a zone needs \"content\", the id of an option of kind text or image");
                }
                return None;
            };
            if !matches!(options[option].kind, Kind::Text(_) | Kind::Image(_)) {
                diagnostics.within("content", |d| d.error("expected an option of kind text or image"));
            }
            if file.path.is_none() && file.width <= 0.0 || file.height <= 0.0 {
                diagnostics.error(
                    "a zone needs a \"width\" and a \"height\" above 0; with a \"path\" only the \"height\"",
                );
            }
            let area = [file.x, file.y, file.width, file.height];
            Content::Zone {
                id,
                option,
                area,
                rotate: file.rotate,
                path: file.path,
                min_height: file.min_height,
            }
        }
        _ => {
            diagnostics.error(
                "a layer needs exactly one of \"part\", \"photo\", \"shade\" and \"zone\", or a \"mask\"",
            );
            return None;
        }
    };
    let opens = opens.or(paint).or(content_option).or(when.first().map(|(option, _)| *option));
    Some(Layer { content, blend: file.blend, mask: file.mask, when, opens })
}

fn check_when(
    file: &LayerFile,
    options: &[ProductOption],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, Vec<usize>)> {
    let names = options.iter().map(|o| o.id.as_str());
    let mut when = Vec::new();
    for (name, choices) in &file.when.0 {
        diagnostics.within(name, |d| {
            let Some(option) = position("option", name, names.clone(), lost.has("options", name), d) else {
                return;
            };
            let Kind::Choice(choice) = &options[option].kind else {
                d.error("expected an option of kind choice");
                return;
            };
            let ids = choice.choices.iter().map(|c| c.id.as_str());
            let listed = choices.iter().enumerate();
            let positions = listed.filter_map(|(i, id)| {
                let is_lost = lost.has_choice(&options[option].id, id);
                d.at_index(i, |d| position("choice", id, ids.clone(), is_lost, d))
            });
            when.push((option, positions.collect()));
        });
    }
    when
}

fn check_presets(product: &Product, diagnostics: &mut Diagnostics) {
    diagnostics.within("presets", |d| {
        for (index, preset) in product.presets.iter().enumerate() {
            d.at_index(index, |d| {
                d.within("selection", |d| {
                    for (name, value) in &preset.selection.0 {
                        d.within(name, |d| {
                            let option =
                                product.option_index(name).and_then(|index| product.options.get(index));
                            if option.is_some_and(|option| matches!(option.kind, Kind::Image(_))) {
                                d.error(say!("a preset cannot pick a picture: it is the shopper's own"));
                                return;
                            }
                            if let Err(message) = Selection::check_pick(product, name, value) {
                                d.error(message);
                            }
                        });
                    }
                });
            });
        }
    });
}

/// What is picked at first, and what presets pick, must be allowed and have a price.
pub(super) fn check_start(product: &Product, diagnostics: &mut Diagnostics) {
    if price::price(product, &Selection::defaults(product), 1).is_none() {
        diagnostics.within("options", |d| d.error("what is picked at first has no price"));
    }
    let broken = |selection: &Selection, what: &str, d: &mut Diagnostics| {
        for source in product.broken(selection).into_iter().take(5) {
            d.error([what, &product.source_name(source)].concat());
        }
    };
    if !product.rules.is_empty() || product.options.iter().any(|o| matches!(o.kind, Kind::Multi(_))) {
        diagnostics.within("options", |d| {
            broken(&Selection::defaults(product), "what is picked at first breaks ", d);
        });
        diagnostics.within("presets", |d| {
            for (index, preset) in product.presets.iter().enumerate() {
                if let Some(selection) = Selection::preset(product, preset.id.as_str()) {
                    d.at_index(index, |d| broken(&selection, "this breaks ", d));
                }
            }
        });
    }
}
