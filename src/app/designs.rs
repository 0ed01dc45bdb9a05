//! The state of the windows about whole designs, what compares two of them, and a design at random. All of this is in the part `designs`.

use super::configurator::State;
use haberdash_core::Value;
use haberdash_core::cart::pick_text;
use haberdash_core::designs::Design;
use haberdash_core::number::Digits;
use haberdash_core::price;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;

/// What the window shows.
#[derive(Clone, PartialEq)]
pub enum Page {
    /// The saved designs.
    List,
    /// The two that were chosen, side by side.
    Compare,
    /// The link as a QR code: its address, and how wide it is and what is dark, unless it is too long.
    Code(String, Option<(i32, String)>),
    /// The shown view, to be kept or shared.
    File,
}

/// The id of what is picked now, among the designs.
pub const NOW: &str = "";

/// What the windows show.
#[derive(Clone)]
pub struct Desk {
    /// The window.
    pub page: Page,
    /// The saved designs of the product, the latest first.
    pub designs: Rc<[Design]>,
    /// The ids of those that are to be compared, two at most.
    pub chosen: Vec<String>,
    /// The one whose name is being changed.
    pub naming: Option<String>,
    /// What a new one is called, unless the shopper says otherwise.
    pub name: String,
    /// What was deleted last, to be put back.
    pub removed: Rc<[Design]>,
    /// What there is to say.
    pub notice: String,
    /// The browser can share files.
    pub shares: bool,
    /// Grows each time the window is opened.
    pub opened: u32,
}

/// What can happen to the windows.
pub enum DeskAction {
    /// The window shows something else.
    Show(Page),
    /// It is opened; with `true` to save something.
    Opened,
    /// These are saved.
    Saved(Rc<[Design]>),
    /// One is chosen to be compared, or no longer.
    Choose(String),
    /// The name of one is being changed; of none.
    Naming(Option<String>),
    /// These were deleted.
    Removed(Vec<Design>),
    /// There is something to say.
    Say(String),
    /// The browser can share files.
    Shares,
}

/// The windows before anything was asked for.
impl Default for Desk {
    fn default() -> Desk {
        Desk {
            page: Page::List,
            designs: Rc::new([]),
            chosen: Vec::new(),
            naming: None,
            name: String::new(),
            removed: Rc::new([]),
            notice: String::new(),
            shares: false,
            opened: 0,
        }
    }
}

impl Desk {
    /// The state after `action`, for a product called `title`.
    pub fn reduce(&self, action: DeskAction, title: &str) -> Rc<Desk> {
        let mut next = self.clone();
        match action {
            DeskAction::Show(page) => {
                next.page = page;
                next.naming = None;
                next.notice.clear();
                next.removed = Rc::new([]);
            }
            DeskAction::Opened => next.opened += 1,
            DeskAction::Saved(designs) => {
                next.designs = designs;
                next.chosen.retain(|id| id == NOW || next.designs.iter().any(|design| design.id == *id));
                next.name = name(title, &next.designs);
            }
            DeskAction::Choose(id) => match next.chosen.iter().position(|other| *other == id) {
                Some(at) => drop(next.chosen.remove(at)),
                None => {
                    // The third takes the place of the first.
                    if next.chosen.len() > 1 {
                        next.chosen.remove(0);
                    }
                    next.chosen.push(id);
                }
            },
            DeskAction::Naming(id) => next.naming = id,
            DeskAction::Removed(designs) => next.removed = designs.into(),
            DeskAction::Say(notice) => {
                next.notice = notice;
                next.removed = Rc::new([]);
            }
            DeskAction::Shares => next.shares = true,
        }
        Rc::new(next)
    }

    /// What is picked in the design `id`, as far as the product still has it.
    pub fn selection(&self, state: &State, id: &str) -> Option<Selection> {
        if id == NOW {
            return Some(state.selection.clone());
        }
        let design = self.designs.iter().find(|design| design.id == id)?;
        Some(Selection::from_value(&state.setting.product, &design.selection).0)
    }
}

/// The title of the product, and the first number that no design has.
fn name(title: &str, designs: &[Design]) -> String {
    let called = |number: usize| [title, " ", &number.digits()].concat();
    let free =
        (1..=designs.len() + 1).map(called).find(|name| designs.iter().all(|design| design.name != *name));
    free.unwrap_or_default()
}

/// What one of `selection` costs, in words.
pub fn price_of(state: &State, selection: &Selection) -> String {
    let price = price::price(&state.setting.product, selection, state.quantity);
    price.map(|price| state.setting.money(price.unit)).unwrap_or_default()
}

/// What differs: the title of the option, and what each has.
pub fn differences(state: &State, one: &Selection, other: &Selection) -> Vec<(String, String, String)> {
    let (product, locale, fallback) =
        (&state.setting.product, &state.setting.locale, &state.setting.fallback);
    let row = |(index, option): (usize, &haberdash_core::product::ProductOption)| {
        let text = |of: &Selection| pick_text(product, of, index, locale, fallback);
        let differs = one.pick(index) != other.pick(index);
        differs.then(|| (state.text(&option.title).to_owned(), text(one), text(other)))
    };
    product.options.iter().enumerate().filter_map(row).collect()
}

/// Another design: each that goes is as likely as any other. Numbers, letters and whatever else is not picked from a list stay as they are.
/// `random` gives numbers from 0 up to, not including, 1.
pub fn surprise(state: &State, random: &mut dyn FnMut() -> f64) -> Option<Value> {
    let product = &state.setting.product;
    let selection = match &state.rules {
        Some((compiled, _)) => super::rules::random(&state.setting, compiled, &state.selection, random)?,
        None => at_random(product, &state.selection, random),
    };
    Some(selection.to_value(product))
}

fn at_random(product: &Product, now: &Selection, random: &mut dyn FnMut() -> f64) -> Selection {
    let mut selection = now.clone();
    for (index, option) in product.options.iter().enumerate() {
        let pick = match &option.kind {
            Kind::Choice(kind) => {
                let count = kind.choices.len();
                Pick::Choice(((random() * count as f64) as usize).min(count.saturating_sub(1)))
            }
            Kind::Toggle(_) => Pick::Toggle(random() < 0.5),
            _ => continue,
        };
        selection = selection.with(product, index, pick);
    }
    selection
}
