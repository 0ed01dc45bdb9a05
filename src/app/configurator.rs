//! The state of one configurator and how actions change it.

use crate::ui::configurator::spoken;
use crate::ui::option::Draft;
use crate::ui::setting::Setting;
use haberdash_core::art::Art;
use haberdash_core::font::Font;
use haberdash_core::price::{self, PriceBreakdown};
use haberdash_core::product::Kind;
use haberdash_core::scene::{self, Fonts, Scene};
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;

/// One configurator.
#[derive(Clone)]
pub struct State {
    /// What does not change.
    pub setting: Rc<Setting>,
    /// The selection that *start over* goes back to.
    pub initial: Rc<Selection>,
    /// What is picked.
    pub selection: Selection,
    /// How many the page's form asks for.
    pub quantity: i64,
    /// What one costs.
    pub price: Rc<PriceBreakdown>,
    /// The view that is shown, as a position.
    pub view: usize,
    /// The art of each view, where it is loaded.
    pub art: Vec<Option<Rc<Art>>>,
    /// The fonts that are loaded.
    pub fonts: Fonts,
    /// What the shown view draws; `None` until its art is loaded.
    pub scene: Option<Rc<Scene>>,
    /// The option that a click on the picture asked for, and a number that grows with each such click.
    pub opened: Option<(usize, u32)>,
    /// How many picks the shopper has made here.
    pub picks: u32,
    /// The art of the shown view cannot be had.
    pub no_picture: bool,
    /// What is typed in each option while it cannot be had.
    pub drafts: Vec<Draft>,
    /// A sentence about a link: it could not be followed, it was copied.
    pub notice: String,
    /// The price in words, a moment after the last change: for screen readers.
    pub spoken: String,
}

/// What can happen to a configurator.
pub enum Action {
    /// The shopper picks.
    Pick(usize, Pick),
    /// The whole selection is replaced, on purpose: a preset, starting over, a link that was followed.
    Replace(Selection),
    /// The page's form asks for another number of units.
    Quantity(i64),
    /// Another view is shown.
    View(usize),
    /// A click on the picture asks for an option.
    Open(usize),
    /// The art of a view is here.
    Art(usize, Rc<Art>),
    /// Letters were typed, or what was typed can be had again.
    Type(usize, Draft),
    /// There is something to say about a link.
    Notice(String),
    /// The price is said to screen readers.
    Speak,
    /// The picture cannot be had.
    NoPicture,
    /// A font is here.
    Font(usize, Rc<Font>),
}

impl State {
    /// The state that `selection` starts with. `None` when it cannot be priced.
    pub fn new(
        setting: Rc<Setting>,
        initial: Selection,
        selection: Selection,
        quantity: i64,
    ) -> Option<State> {
        let price = Rc::new(price::price(&setting.product, &selection, quantity)?);
        let art = vec![None; setting.product.views.len()];
        let fonts = Fonts(vec![None; setting.product.fonts.len()]);
        let drafts = vec![Draft::default(); setting.product.options.len()];
        let (notice, spoken) = (String::new(), String::new());
        Some(State {
            drafts,
            notice,
            spoken,
            setting,
            initial: Rc::new(initial),
            selection,
            quantity,
            price,
            view: 0,
            art,
            fonts,
            scene: None,
            opened: None,
            picks: 0,
            no_picture: false,
        })
    }

    /// The state after `action`; the same `Rc` when nothing changed.
    pub fn reduce(self: &Rc<Self>, action: Action) -> Rc<State> {
        let mut next = State::clone(self);
        match action {
            Action::Pick(option, pick) => {
                let selection = self.selection.with(&self.setting.product, option, pick);
                if selection == self.selection {
                    return Rc::clone(self);
                }
                next.selection = selection;
                next.picks += 1;
                if let Some(view) = next.view_that_shows(option) {
                    next.view = view;
                }
            }
            Action::Replace(selection) if selection == self.selection => return Rc::clone(self),
            Action::Replace(selection) => {
                next.selection = selection;
                next.picks += 1;
                next.drafts.fill(Draft::default());
            }
            Action::Quantity(quantity) if quantity == self.quantity => return Rc::clone(self),
            Action::Quantity(quantity) => next.quantity = quantity,
            Action::View(view) if view == self.view || view >= self.art.len() => return Rc::clone(self),
            Action::View(view) => next.view = view,
            Action::Open(option) => {
                next.opened = Some((option, self.opened.map_or(0, |(_, count)| count + 1)));
                return Rc::new(next);
            }
            Action::Art(view, art) => match next.art.get_mut(view) {
                Some(slot) => *slot = Some(art),
                None => return Rc::clone(self),
            },
            Action::Type(option, draft) => match next.drafts.get_mut(option) {
                Some(slot) if *slot != draft => {
                    *slot = draft;
                    return Rc::new(next);
                }
                _ => return Rc::clone(self),
            },
            Action::Notice(notice) => {
                next.notice = notice;
                return Rc::new(next);
            }
            Action::Speak => {
                next.spoken = spoken(&self.setting, &self.price);
                return Rc::new(next);
            }
            Action::NoPicture => {
                next.no_picture = true;
                return Rc::new(next);
            }
            Action::Font(font, loaded) => match next.fonts.0.get_mut(font) {
                Some(slot) => *slot = Some(loaded),
                None => return Rc::clone(self),
            },
        }
        next.recompute().map_or_else(|| Rc::clone(self), Rc::new)
    }

    /// The first view that shows `option`, when the current one does not.
    fn view_that_shows(&self, option: usize) -> Option<usize> {
        let shows = |view: usize| {
            self.setting.product.views.get(view).is_some_and(|view| {
                view.layers
                    .iter()
                    .any(|layer| layer.opens == Some(option) || layer.when.iter().any(|(o, _)| *o == option))
            })
        };
        if shows(self.view) {
            return None;
        }
        (0..self.setting.product.views.len()).find(|view| shows(*view))
    }

    fn recompute(mut self) -> Option<State> {
        self.price = Rc::new(price::price(&self.setting.product, &self.selection, self.quantity)?);
        let art = self.art.get(self.view).and_then(Option::as_ref);
        let view = self.setting.product.views.get(self.view);
        self.scene = match (view, art) {
            (Some(view), Some(art)) => {
                Some(Rc::new(scene::build(&self.setting.product, &self.selection, view, art, &self.fonts)))
            }
            _ => None,
        };
        Some(self)
    }

    /// A merchant's text in the shopper's language.
    pub fn text<'a>(&self, text: &'a haberdash_core::Text) -> &'a str {
        text.get(&self.setting.locale, &self.setting.fallback)
    }

    /// The price of one unit in words.
    pub fn price_text(&self) -> String {
        self.setting.money(self.price.unit)
    }

    /// What was picked, in a line: for the picture's description.
    pub fn summary(&self) -> String {
        let Setting { product, locale, fallback, .. } = &*self.setting;
        let picks = (0..product.options.len())
            .map(|index| haberdash_core::cart::pick_text(product, &self.selection, index, locale, fallback))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>();
        [product.title.get(locale, fallback), ": ", &picks.join(", ")].concat()
    }

    /// The fonts that are needed for the letters there are now.
    pub fn missing_fonts(&self) -> Vec<usize> {
        let options = self.setting.product.options.iter().enumerate();
        let mut list: Vec<usize> = options
            .filter_map(|(index, option)| match &option.kind {
                Kind::Text(text) if !self.selection.text(index).is_empty() => text.font,
                _ => None,
            })
            .filter(|font| self.fonts.0.get(*font).is_some_and(Option::is_none))
            .collect();
        list.dedup();
        list
    }
}
