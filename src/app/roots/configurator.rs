//! The options of a configurator, and the keyboard and pointer in them.

use super::hints::{self, Hints};
use super::{AFTER_FRAME_MS, Extra, PictureRoot, Root, act};
use crate::app::asks::Ask;
use crate::app::configurator::{Action, State};
use crate::app::store::{Store, Subscription};
use crate::app::typing;
use crate::platform::{dom, parts};
use crate::ui::configurator::Configurator;
use crate::ui::marks::Marks;
use crate::ui::option::{Draft, OptionView};
use crate::ui::preview::Addresses;
use gloo::timers::callback::Timeout;
use haberdash_core::number::Digits;
use haberdash_core::order;
use haberdash_core::product::Kind;
use haberdash_core::selection::Pick;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, HtmlInputElement, HtmlSelectElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};
use yew::prelude::*;

/// So many choices are drawn in one task, or one option that has more.
const PIECE: usize = 32;

/// The options, with the picture beside them where the theme's own does not carry it.
pub struct ConfiguratorRoot {
    pub(super) store: Rc<Store<State>>,
    pub(super) shadow: ShadowRoot,
    picture: Option<PictureRoot>,
    marks: RefCell<Marks>,
    opened: Cell<Option<(usize, u32)>>,
    /// It was drawn once.
    is_drawn: Cell<bool>,
    /// So many options are drawn.
    upto: Cell<usize>,
    /// All of them are.
    is_whole: Rc<Cell<bool>>,
    pub(super) hints: Hints,
    on_more: Box<dyn Fn(usize)>,
    extras: Vec<Box<dyn Extra>>,
}

impl ConfiguratorRoot {
    /// The configurator of `store`, mounted in `shadow`. With `addresses`, its picture is drawn here. `on_more` is asked for
    /// the other tools, by their position in [`crate::ui::configurator::TOOLS`]. `extras` are what parts add.
    pub fn new(
        store: Rc<Store<State>>,
        shadow: ShadowRoot,
        addresses: Option<Addresses>,
        on_more: impl Fn(usize) + 'static,
        extras: Vec<Box<dyn Extra>>,
    ) -> Self {
        let root = ConfiguratorRoot {
            picture: addresses.map(|addresses| PictureRoot::new(Rc::clone(&store), addresses)),
            marks: RefCell::default(),
            opened: Cell::new(None),
            is_drawn: Cell::new(false),
            upto: Cell::new(0),
            is_whole: Rc::default(),
            hints: Hints::default(),
            on_more: Box::new(on_more),
            extras,
            shadow,
            store,
        };
        root.more();
        root
    }

    /// Whether all options are drawn.
    pub fn is_whole(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.is_whole)
    }

    /// The next piece of the options may be drawn: hundreds of choices in one task would keep the page from everything else.
    fn more(&self) {
        let options = &self.store.get().setting.product.options;
        let (mut upto, mut weight) = (self.upto.get(), 0);
        while let Some(option) = options.get(upto) {
            // What a grid shows is drawn by hand.
            weight += 1 + option.kind.choices().filter(|_| !option.kind.is_grid()).map_or(0, <[_]>::len);
            if weight > PIECE && upto > self.upto.get() {
                break;
            }
            upto += 1;
        }
        self.upto.set(upto);
        self.is_whole.set(upto == options.len());
    }

    fn option(&self, state: &State, index: usize) -> OptionView {
        let is_text = state
            .setting
            .product
            .options
            .get(index)
            .is_some_and(|option| matches!(option.kind, Kind::Text(_)));
        OptionView {
            setting: Rc::clone(&state.setting),
            index,
            text: state.selection.text(index).to_owned(),
            draft: if is_text { typing::draft(state, index) } else { Draft::default() },
            logo: state.logos.get(index).cloned().flatten(),
            hidden: index >= self.upto.get() || state.selection.pick(index) == Some(&Pick::Hidden),
        }
    }

    /// Shows by hand what a click changes.
    fn follow(&self, state: &State) {
        self.picture.iter().for_each(|picture| picture.follow(state));
        let off = state.rules.as_ref().map_or(&[][..], |(_, off)| &**off);
        let mut marks = self.marks.borrow_mut();
        marks.show(&self.shadow, &state.setting, &state.selection, off);
        if state.spelled {
            marks.spell(&self.shadow, &state.setting, &state.price_text());
        }
        drop(marks);
        self.extras.iter().for_each(|extra| extra.show(state));
    }

    /// Something was picked, ticked or entered.
    fn pick(&self, option: usize, field: &Element) {
        let state = self.store.get();
        let Some(pick) = picked(&state, option, field) else {
            self.show_again(option);
            return;
        };
        if state.rules.is_some() && hints::only_passes(self, option, &pick, field) {
            return;
        }
        self.marks.borrow_mut().took(option, &pick);
        act(&self.store, Action::Pick(option, pick));
        if Rc::ptr_eq(&state, &self.store.get()) {
            self.show_again(option);
        }
    }

    /// Takes back what is said about a choice: after something else it may not be so any more.
    fn hush(&self, state: &State) {
        if state.rules.is_some() {
            hints::hush(self);
        }
    }

    /// Shows what is picked in an option after the browser showed something else.
    pub(super) fn show_again(&self, option: usize) {
        self.marks.borrow_mut().forget(option);
        self.follow(&self.store.get());
    }

    /// Letters were typed. The field shows what is kept at once, also when that is the same as before.
    fn typed(&self, option: usize, field: &HtmlInputElement) {
        act(&self.store, Action::Type(option, field.value()));
        let state = self.store.get();
        let text = state.field_text(option);
        if field.value() != text {
            field.set_value(text);
        }
    }
}

/// What an option is set to by `field`, which was just changed. `None` when it is nothing that can be picked.
fn picked(state: &State, option: usize, field: &Element) -> Option<Pick> {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        return Some(Pick::Choice(select.value().parse().ok()?));
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    set_to(state, option, input, input.checked())
}

pub(super) fn set_to(state: &State, option: usize, input: &HtmlInputElement, on: bool) -> Option<Pick> {
    match state.selection.pick(option)? {
        Pick::Toggle(_) => Some(Pick::Toggle(on)),
        Pick::Choice(_) => Some(Pick::Choice(input.value().parse().ok()?)),
        Pick::Multi(picked) => {
            let choice: usize = input.value().parse().ok()?;
            let mut list: Vec<usize> = picked.iter().copied().filter(|other| *other != choice).collect();
            if on {
                order::put(&mut list, choice);
            }
            Some(Pick::Multi(list))
        }
        _ => None,
    }
}

/// What the keyboard goes to in an option.
pub(super) fn field_of(group: &Element) -> Option<Element> {
    group.query_selector("input:checked,select,input[type=text],.stand,[type=file]").ok().flatten()
}

impl Root for ConfiguratorRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        let store = Rc::clone(&self.store);
        let drawn = Cell::new(store.get().redraw);
        let waits: Rc<Cell<bool>> = Rc::default();
        // What is shown by hand comes for the first time in a task of its own, and so does each piece of the options.
        let (root, next) = (Rc::clone(&self), Rc::clone(&redraw));
        spawn_local(async move {
            while !root.is_whole.get() {
                let _ = parts::turn().await;
                root.more();
                next();
            }
            let _ = parts::turn().await;
            root.follow(&root.store.get());
            if let Some(element) = root.shadow.first_element_child() {
                element.set_class_name("");
            }
        });
        vec![store.subscribe(move |state| {
            self.follow(state);
            if drawn.replace(state.redraw) == state.redraw
                && !(state.spelled && self.marks.borrow().is_open())
            {
                return;
            }
            if !state.may_wait {
                return redraw();
            }
            if !waits.replace(true) {
                let (waits, redraw) = (Rc::clone(&waits), Rc::clone(&redraw));
                Timeout::new(AFTER_FRAME_MS, move || {
                    waits.set(false);
                    redraw();
                })
                .forget();
            }
        })]
    }

    fn view(&self) -> Html {
        let state = self.store.get();
        let options = 0..state.setting.product.options.len();
        Configurator {
            setting: Rc::clone(&state.setting),
            options: options.map(|index| self.option(&state, index)).collect(),
            is_whole: self.is_whole.get(),
            price: Rc::clone(&state.price),
            spoken: state.spoken.clone(),
            notice: state.notice.clone(),
            has_rules: state.rules.is_some(),
            mended: state.mended.clone(),
            steps: state.steps.can(),
            picture: self.picture.as_ref().map(Root::view),
            head: self.extras.iter().find_map(|extra| extra.head()),
        }
        .view()
    }

    /// Brings the picture and the marks up to date, and the option that a click on it asked for into view, and the keyboard with it.
    fn drawn(&self) {
        let state = self.store.get();
        self.picture.iter().for_each(Root::drawn);
        if !self.is_whole.get() || !self.is_drawn.replace(true) {
            return;
        }
        self.follow(&state);
        let opened = state.opened;
        if self.opened.replace(opened) == opened {
            return;
        }
        if let Some((option, _)) = opened {
            self.extras.iter().for_each(|extra| extra.open(option));
        }
        let group =
            opened.and_then(|(option, _)| self.shadow.get_element_by_id(&["o", &option.digits()].concat()));
        let Some(group) = group else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        group.scroll_into_view_with_scroll_into_view_options(&options);
        dom::focus(field_of(&group));
    }

    fn hear(&self, ask: &Ask) {
        let state = self.store.get();
        let at = ask.at;
        let action = match ask.word {
            "preset" => {
                let product = &state.setting.product;
                let preset = product.presets.get(at);
                preset.and_then(|preset| product.preset(preset.id.as_str())).map(Action::Replace)
            }
            "reset" => Some(Action::Replace(state.start.clone())),
            "undo" => Some(Action::Undo),
            "redo" => Some(Action::Redo),
            "close" => Some(Action::Close),
            "leave" => Some(Action::Leave),
            _ => None,
        };
        if let Some(action) = action {
            self.hush(&state);
            act(&self.store, action);
            if state.rules.is_some() && ask.word != "leave" {
                hints::asked(self, ask.asker);
            }
        }
        match ask.word {
            "pick" => self.pick(at, ask.target),
            "look" | "key" | "point" | "press" => {
                if state.rules.is_some() {
                    hints::hear(self, ask);
                }
            }
            "tool" => (self.on_more)(at),
            "view" | "open" => {
                self.hush(&state);
                self.picture.iter().for_each(|picture| picture.hear(ask));
            }
            "type" => {
                if let Some(field) = ask.target.dyn_ref() {
                    self.typed(at, field);
                }
            }
            _ => self.extras.iter().for_each(|extra| extra.hear(ask)),
        }
    }
}
