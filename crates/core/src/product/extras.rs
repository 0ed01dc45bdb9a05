//! What a product file can say beyond its options: steps, stock, delivery, names of facets, tools. In the part `fields` of the widget.

use super::check::{Lost, position, unique};
use super::{Font, Id, Kind, Product, ProductFile, ProductOption, is_plain};
use super::{color_option, rule::Rule, ruled};
use crate::diagnostics::{Diagnostics, unknown};
use crate::read::Map;
use crate::selection::{Pick, Selection};
use crate::text::Text;
use crate::value::Value;

words! {
    /// How the options of a product are laid out.
    pub enum Layout, "layout" {
        /// All below one another.
        All = "all",
        /// Steps that open and close.
        Accordion = "accordion",
        /// One step at a time.
        Steps = "steps",
    }
}

words! {
    /// What else shoppers are offered.
    pub enum Tool, "tool" {
        /// The cheapest product with what they picked.
        Cheapest = "cheapest",
        /// What the product is made of, a line for each part, in the page and in the order.
        PartsList = "parts_list",
    }
}

record! {
    /// A step: options that are shown together.
    pub struct StepFile {
        /// Its id, unique among the steps.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// The ids of its options, in the order shown.
        req options: Vec<Id>,
    }
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name; `None` for the one with the options that are in no other.
    pub title: Option<Text>,
    /// Its options, as positions.
    pub options: Vec<usize>,
}

/// What a product file says beyond its options.
#[derive(Debug, PartialEq)]
pub struct Extras {
    /// How the options are laid out.
    pub layout: Layout,
    /// The steps, which have all options; none where the layout is `all`.
    pub steps: Vec<Step>,
    /// How many days the product takes by itself; `None` where nothing is said of delivery.
    pub lead_days: Option<i64>,
    /// What facets and their values are called.
    pub facet_titles: Map<Text>,
    /// Whether shoppers are offered the cheapest product with what they picked.
    pub cheapest: bool,
    /// Whether there is a parts list, in the page and in the order.
    pub parts_list: bool,
}

/// More days than this nobody waits.
const MOST_DAYS: i64 = 1_000;

/// Reads what `file`, written as `value`, says beyond its options, and checks what those refer to.
#[inline(never)]
pub(super) fn read(
    file: &ProductFile,
    (options, fonts): (&mut [ProductOption], &[Font]),
    value: &Value,
    lost: Lost,
    diagnostics: &mut Diagnostics,
) -> Extras {
    let file_fonts: Vec<&Id> = fonts.iter().map(|font| &font.id).collect();
    diagnostics.within("options", |d| {
        for index in 0..options.len() {
            let own = value.get("options").and_then(Value::as_array).and_then(|list| list.get(index));
            d.at_index(index, |d| {
                check_choices(&options[index], d);
                color_option::check(options, index, own, lost, d);
                check_font(options, index, &file_fonts, lost, d);
            });
        }
    });
    let layout = file.layout.as_ref().and_then(|layout| layout.read_as("layout", diagnostics));
    let is_told = layout.is_none() && file.layout.is_some();
    let layout = layout.unwrap_or(Layout::All);
    let steps = file.steps.as_ref().and_then(|steps| steps.read_as("steps", diagnostics));
    let steps = steps.map(|steps| {
        diagnostics.within("steps", |d| {
            if layout == Layout::All && !is_told {
                d.warning("steps are shown only with the layout \"accordion\" or \"steps\"");
            }
            read_steps(steps, options, lost, d)
        })
    });
    let steps = match layout {
        Layout::All => Vec::new(),
        _ => steps.unwrap_or_else(|| {
            let each = options.iter().enumerate();
            each.map(|(at, option)| Step { title: Some(option.title.clone()), options: vec![at] }).collect()
        }),
    };
    let own = file.lead_days.as_ref().and_then(|days| days.read_as("lead_days", diagnostics));
    diagnostics.within("lead_days", |d| check_days(own, d));
    let choices = options.iter().flat_map(|option| option.kind.choices().unwrap_or_default());
    let is_said = own.is_some() || choices.into_iter().any(|choice| choice.lead_days.is_some());
    let titles = file.facet_titles.as_ref();
    let tools = file.tools.as_ref().and_then(|tools| tools.read_as("tools", diagnostics)).unwrap_or_default();
    let cheapest = tools.contains(&Tool::Cheapest);
    if cheapest && is_plain(value) {
        diagnostics.within("tools", |d| {
            d.warning("the cheapest is offered only where the product has rules or price rules");
        });
    }
    Extras {
        layout,
        steps,
        lead_days: is_said.then_some(own.unwrap_or(0)),
        facet_titles: titles
            .and_then(|titles| titles.read_as("facet_titles", diagnostics))
            .unwrap_or_default(),
        cheapest,
        parts_list: tools.contains(&Tool::PartsList),
    }
}

fn check_days(days: Option<i64>, diagnostics: &mut Diagnostics) {
    if days.is_some_and(|days| !(0..=MOST_DAYS).contains(&days)) {
        diagnostics.error("expected a whole number of days from 0 to 1000");
    }
}

fn check_choices(option: &ProductOption, diagnostics: &mut Diagnostics) {
    diagnostics.within("choices", |d| {
        for (index, choice) in option.kind.choices().unwrap_or_default().iter().enumerate() {
            d.at_index(index, |d| {
                d.within("lead_days", |d| check_days(choice.lead_days, d));
                if choice.stock.is_some_and(|stock| stock < 0) {
                    d.within("stock", |d| d.error("expected how many there are, 0 or more"));
                }
            });
        }
    });
}

/// Looks up the option that names the font of the text at `index`, and the fonts that its choices name.
fn check_font(
    options: &mut [ProductOption],
    index: usize,
    fonts: &[&Id],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) {
    let Kind::Text(text) = &options[index].kind else { return };
    let Some(id) = &text.font_by_id else { return };
    let by = diagnostics.within("font_by", |d| {
        let names = options.iter().map(|option| option.id.as_str());
        let at = position("option", id.as_str(), names, lost.has("options", id.as_str()), d)?;
        let Kind::Choice(kind) = &options[at].kind else {
            d.error("expected an option of kind choice, whose choices name fonts");
            return None;
        };
        if kind.choices.iter().all(|choice| choice.font.is_none()) {
            d.error("no choice of this option names a font; give them \"font\"");
        }
        let font = |choice: &std::rc::Rc<super::Choice>| {
            let id = choice.font.as_ref()?;
            let found = fonts.iter().position(|font| *font == id);
            if found.is_none() && !lost.has("fonts", id.as_str()) {
                d.error(unknown("font", id.as_str(), fonts.iter().map(|font| font.as_str())));
            }
            found
        };
        Some((at, kind.choices.iter().map(font).collect()))
    });
    if let Kind::Text(text) = &mut options[index].kind {
        text.font_by = by;
    }
}

fn read_steps(
    files: Vec<StepFile>,
    options: &[ProductOption],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) -> Vec<Step> {
    unique("step", files.iter().map(|step| &step.id), diagnostics);
    let mut seen = vec![false; options.len()];
    let mut steps = Vec::new();
    for (index, file) in files.into_iter().enumerate() {
        let mut own = Vec::new();
        diagnostics.at_index(index, |d| {
            d.within("options", |d| {
                for (index, id) in file.options.iter().enumerate() {
                    let names = options.iter().map(|option| option.id.as_str());
                    d.at_index(index, |d| {
                        let is_lost = lost.has("options", id.as_str());
                        let Some(at) = position("option", id.as_str(), names, is_lost, d) else { return };
                        if std::mem::replace(&mut seen[at], true) {
                            d.error("this option is in a step already");
                        } else {
                            own.push(at);
                        }
                    });
                }
            });
        });
        steps.push(Step { title: file.title.or(Some(Text::Plain(file.id.as_str().into()))), options: own });
    }
    let rest: Vec<usize> = (0..options.len()).filter(|at| !seen[*at]).collect();
    if !rest.is_empty() {
        steps.push(Step { title: None, options: rest });
    }
    steps
}

impl Product {
    /// In how many days what is picked can be delivered at the earliest: those of the product, and of the pick that takes longest on top. `None`
    /// where the product says nothing of delivery.
    #[inline(never)]
    pub fn delivery(&self, selection: &Selection) -> Option<i64> {
        let own = self.extras.as_ref()?.lead_days?;
        let longest = |(index, option): (usize, &ProductOption)| {
            let choices = option.kind.choices()?;
            let days = |choice: &usize| choices.get(*choice)?.lead_days;
            match selection.pick(index)? {
                Pick::Choice(choice) => days(choice),
                Pick::Multi(list) => list.iter().filter_map(days).max(),
                _ => None,
            }
        };
        let longest = self.options.iter().enumerate().filter_map(longest).max().unwrap_or(0);
        Some(own.saturating_add(longest))
    }
}

/// The rules that keep what is sold out from being picked: one for each option that has such choices.
pub(super) fn sold_out(options: &[ProductOption]) -> Vec<Rule> {
    let of = |(index, option): (usize, &ProductOption)| {
        let choices = match &option.kind {
            Kind::Choice(_) | Kind::Multi(_) => option.kind.choices()?.iter().enumerate(),
            _ => return None,
        };
        let gone: Vec<usize> =
            choices.filter(|(_, choice)| choice.stock == Some(0)).map(|(at, _)| at).collect();
        (!gone.is_empty()).then(|| ruled::never(index, gone))
    };
    options.iter().enumerate().filter_map(of).collect()
}
