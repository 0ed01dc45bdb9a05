//! The state of one configurator and how actions change it.

use super::rules::{self, Answer, Off};
use super::steps::{Step, Steps};
use super::typing;
use crate::ui::configurator::spoken;
use crate::ui::logo::Logo;
use crate::ui::option::Draft;
use crate::ui::setting::Setting;
use haberdash_core::Value;
use haberdash_core::art::Art;
use haberdash_core::compat::Compiled;
use haberdash_core::image::Files;
use haberdash_core::outline::Letters;
use haberdash_core::price::{self, PriceBreakdown};
use haberdash_core::scene::{self, Fonts, Scene};
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;

/// One configurator.
#[derive(Clone)]
pub struct State {
    /// What does not change.
    pub setting: Rc<Setting>,
    /// What goes with what, and what cannot be had now; `None` where every pick goes with every other.
    pub rules: Option<(Rc<Compiled>, Off)>,
    /// What the last pick changed besides itself, in sentences.
    pub mended: Option<String>,
    /// The way back and forth.
    pub steps: Steps,
    /// The picks that *start over* goes back to, as in a link.
    pub start: Value,
    /// The selection they make.
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
    /// What the shown view would draw of a pick that may come next; `None` after anything else.
    pub ahead: Option<Rc<Scene>>,
    /// The option that a click on the picture asked for, and a number that grows with each such click.
    pub opened: Option<(usize, u32)>,
    /// How many picks the shopper has made here.
    pub picks: u32,
    /// The art of the shown view cannot be had.
    pub no_picture: bool,
    /// What is typed in each option while it cannot be had.
    pub drafts: Vec<Draft>,
    /// The shopper's own pictures that are at hand.
    pub files: Files,
    /// What each option for such a picture shows.
    pub logos: Vec<Option<Rc<Logo>>>,
    /// A sentence about a link: it could not be followed, it was copied.
    pub notice: String,
    /// What follows a pick in words is written: the name of what is picked and our own price come after the picture, see [`Action::Spell`].
    pub spelled: bool,
    /// The price in words, a moment after the last change: for screen readers.
    pub spoken: String,
    /// Grows with every change that yew has to draw. A pick of a choice is none: it is shown by hand at once ([`super::roots`]), and what is
    /// hidden in the price's details follows with the next.
    pub redraw: u32,
    /// What yew has to draw of the last change may wait until its frame is out.
    pub may_wait: bool,
}

/// What can happen to a configurator.
pub enum Action {
    /// The shopper picks.
    Pick(usize, Pick),
    /// The whole selection is replaced by picks as in a link, on purpose: a preset, starting over, a link that was followed. What rules forbid in
    /// them is mended.
    Replace(Value),
    /// One step back.
    Undo,
    /// One step forth again.
    Redo,
    /// What the last pick changed was read.
    Close,
    /// A field for letters was left.
    Leave,
    /// The page's form asks for another number of units.
    Quantity(i64),
    /// Another view is shown.
    View(usize),
    /// A click on the picture asks for an option.
    Open(usize),
    /// The shopper points at what would make this of the picture.
    Ahead(Rc<Scene>),
    /// The art of a view is here.
    Art(usize, Rc<Art>),
    /// Letters were typed.
    Type(usize, String),
    /// There is something to say about a link.
    Notice(String),
    /// The frame that shows a pick is out, and there is time for words: to lay text out takes longer than to show the pick.
    Spell,
    /// The price is said to screen readers.
    Speak,
    /// The picture cannot be had.
    NoPicture,
    /// These pictures of the shopper's own are at hand.
    Files(Files),
    /// An option for such a picture shows something else.
    Logo(usize, Rc<Logo>),
    /// A font is here.
    Font(usize, Rc<dyn Letters>),
}

impl State {
    /// The state that starts with `picks`, else with `start`, both as in a link. `None` when it cannot be priced, or nothing is allowed.
    pub fn new(
        setting: Rc<Setting>,
        rules: Option<Rc<Compiled>>,
        start: Value,
        picks: Option<Value>,
        quantity: i64,
    ) -> Option<State> {
        let first = replace(&setting, rules.as_deref(), &start)?;
        let initial = first.selection.clone();
        let answer = match picks {
            Some(picks) => replace(&setting, rules.as_deref(), &picks)?,
            None => first,
        };
        let Answer { selection, told, off } = answer;
        let price = Rc::new(price::price(&setting.product, &selection, quantity)?);
        let rules = rules.map(|rules| (rules, off));
        let art = vec![None; setting.product.views.len()];
        let fonts = Fonts(vec![None; setting.product.fonts.len()]);
        let drafts = vec![Draft::default(); setting.product.options.len()];
        let (notice, spoken) = (told, String::new());
        Some(State {
            rules,
            mended: None,
            files: Files::default(),
            logos: vec![None; drafts.len()],
            steps: Steps::default(),
            drafts,
            notice,
            spoken,
            setting,
            start,
            initial: Rc::new(initial),
            selection,
            quantity,
            price,
            view: 0,
            art,
            fonts,
            scene: None,
            ahead: None,
            spelled: true,
            opened: None,
            picks: 0,
            redraw: 0,
            may_wait: false,
            no_picture: false,
        })
    }

    /// Takes over what rules made of a pick.
    fn mend(&mut self, answer: Answer) {
        self.mended = Some(answer.told).filter(|told| !told.is_empty());
        self.go_to(answer.selection, Some(answer.off));
    }

    fn go_to(&mut self, selection: Selection, now: Option<Off>) {
        self.selection = selection;
        if let (Some((_, off)), Some(now)) = (&mut self.rules, now) {
            *off = now;
        }
    }

    /// What is picked, to come back to.
    fn step(&self) -> Rc<Step> {
        let off = self.rules.as_ref().map(|(_, off)| Rc::clone(off));
        Rc::new(Step { selection: self.selection.clone(), off })
    }

    /// The state after `action`; the same `Rc` when nothing changed.
    pub fn reduce(self: &Rc<Self>, action: Action) -> Rc<State> {
        let mut next = State::clone(self);
        next.ahead = None;
        next.redraw += 1;
        next.may_wait = false;
        next.spelled = true;
        let mut is_step = true;
        let mut field = None;
        match action {
            Action::Pick(option, pick) => {
                let is_typed = matches!(pick, Pick::Text(_));
                if !next.set(option, pick) || next.selection == self.selection {
                    return Rc::clone(self);
                }
                next.picks += 1;
                match next.view_that_shows(option) {
                    Some(view) => next.view = view,
                    None if is_typed || self.steps.can() != (true, false) => {}
                    // What rules answer, options that they show or hide say, are many elements.
                    None if next.mended.is_some() || self.mended.is_some() => next.may_wait = true,
                    None => {
                        next.redraw = self.redraw;
                        next.spelled = false;
                    }
                }
            }
            Action::Replace(picks) => {
                let rules = self.rules.as_ref().map(|(rules, _)| &**rules);
                let Some(answer) = replace(&self.setting, rules, &picks) else {
                    return Rc::clone(self);
                };
                next.mend(answer);
                if next.selection == self.selection {
                    return Rc::clone(self);
                }
                next.picks += 1;
                next.drafts.fill(Draft::default());
            }
            Action::Undo | Action::Redo => {
                let is_forth = matches!(action, Action::Redo);
                let Some(step) = next.steps.go(is_forth, self.step()) else { return Rc::clone(self) };
                next.go_to(step.selection.clone(), step.off.clone());
                next.mended = None;
                is_step = false;
                next.picks += 1;
                next.drafts.fill(Draft::default());
                let changed =
                    (0..self.drafts.len()).find(|at| next.selection.pick(*at) != self.selection.pick(*at));
                next.view = changed.and_then(|at| next.view_that_shows(at)).unwrap_or(next.view);
            }
            Action::Close if self.mended.is_none() => return Rc::clone(self),
            Action::Close => {
                next.mended = None;
                next.spelled = self.spelled;
                return Rc::new(next);
            }
            Action::Leave => {
                next.redraw = self.redraw;
                return if next.steps.leave() { Rc::new(next) } else { Rc::clone(self) };
            }
            Action::Quantity(quantity) if quantity == self.quantity => return Rc::clone(self),
            Action::Quantity(quantity) => {
                next.quantity = quantity;
            }
            Action::View(view) if view == self.view || view >= self.art.len() => return Rc::clone(self),
            Action::View(view) => next.view = view,
            Action::Open(option) => {
                next.opened = Some((option, self.opened.map_or(0, |(_, count)| count + 1)));
                return Rc::new(next);
            }
            Action::Ahead(scene) => {
                next.ahead = Some(scene);
                next.spelled = self.spelled;
                next.redraw = self.redraw;
                return Rc::new(next);
            }
            Action::Art(view, art) => match next.art.get_mut(view) {
                Some(slot) => *slot = Some(art),
                None => return Rc::clone(self),
            },
            Action::Type(option, raw) => {
                field = Some(option);
                let Some((draft, text)) = typing::typed(self, option, &raw) else { return Rc::clone(self) };
                if let Some(text) = text {
                    next.set(option, Pick::Text(text));
                }
                if next.drafts[option] == draft && next.selection == self.selection {
                    return Rc::clone(self);
                }
                next.drafts[option] = draft;
                if next.selection != self.selection {
                    next.picks += 1;
                    next.view = next.view_that_shows(option).unwrap_or(next.view);
                }
            }
            Action::Notice(notice) => {
                next.notice = notice;
                return Rc::new(next);
            }
            Action::Spell if self.spelled => return Rc::clone(self),
            Action::Spell => {
                next.redraw = self.redraw;
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
            Action::Files(files) => next.files = files,
            Action::Logo(option, logo) => {
                if let Some(slot) = next.logos.get_mut(option) {
                    *slot = Some(logo);
                }
                return Rc::new(next);
            }
            Action::Font(font, loaded) => match next.fonts.0.get_mut(font) {
                Some(slot) => *slot = Some(loaded),
                None => return Rc::clone(self),
            },
        }
        if is_step && next.selection != self.selection {
            next.steps.push(self.step(), field);
        }
        next.recompute().map_or_else(|| Rc::clone(self), Rc::new)
    }

    /// Why `pick` cannot be had in `option` now, or what everything costs at least with it, in words; nothing where there is nothing to say.
    /// `by_key`: with how keys take it all the same.
    pub fn look(&self, option: usize, pick: &Pick, by_key: bool) -> String {
        let Some((compiled, _)) = &self.rules else { return String::new() };
        rules::look(&self.setting, compiled, &self.selection, (option, pick), by_key)
    }

    /// Picks. `false` when that cannot be had at all.
    fn set(&mut self, option: usize, pick: Pick) -> bool {
        let answer = match &self.rules {
            Some((compiled, _)) => rules::pick(&self.setting, compiled, &self.selection, (option, pick)),
            None => {
                self.selection = self.selection.with(&self.setting.product, option, pick);
                return true;
            }
        };
        let is_had = answer.is_some();
        if let Some(answer) = answer {
            self.mend(answer);
        }
        is_had
    }

    /// What the field of the text option at `option` shows.
    pub fn field_text(&self, option: usize) -> &str {
        let draft = self.drafts.get(option).and_then(|draft| draft.text.as_deref());
        draft.unwrap_or_else(|| self.selection.text(option))
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
        self.scene = self.scene_of(&self.selection, self.view);
        Some(self)
    }

    /// What `view` draws of `selection`; `None` until its art is loaded.
    pub fn scene_of(&self, selection: &Selection, view: usize) -> Option<Rc<Scene>> {
        let product = &self.setting.product;
        let art = self.art.get(view)?.as_ref()?;
        let view = product.views.get(view)?;
        Some(Rc::new(scene::build_with(product, selection, view, art, &self.fonts, &self.files)))
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
}

/// The allowed selection nearest to `picks`, as in a link. What does not fit the product keeps its default.
fn replace(setting: &Setting, rules: Option<&Compiled>, picks: &Value) -> Option<Answer> {
    let (selection, _) = Selection::from_value(&setting.product, picks);
    match rules {
        Some(compiled) => rules::repair(setting, compiled, &selection),
        None => Some(Answer { selection, told: String::new(), off: Rc::new([]) }),
    }
}
