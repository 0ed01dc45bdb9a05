//! The roots that are mounted on a page: each looks at stores, draws with [`crate::ui`], and hears what is asked for.
//!
//! What a click on a choice changes is shown by hand at once; yew draws all else, see [`State::redraw`].

use super::asks::{self, Hear};
use super::configurator::{Action, State};
use super::shopper::{Shopper, ShopperState};
use super::store::{Store, Subscription};
use crate::platform::dom;
use crate::ui::configurator::{Configurator, Picture};
use crate::ui::marks::Marks;
use crate::ui::memo::memo;
use crate::ui::option::OptionView;
use crate::ui::panel::Panel;
use crate::ui::preview::{Addresses, Preview};
use crate::ui::strip::{Shelf, Strip};
use gloo::events::EventListener;
use haberdash_core::consent::{Mode, Setting as Consent};
use haberdash_core::recommend::Recommendation;
use haberdash_core::selection::{Pick, Selection};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlInputElement, HtmlSelectElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};
use yew::prelude::*;

/// Something that is drawn anew whenever what it watches changes.
pub trait Root: 'static {
    /// Calls `redraw` when it has to be drawn anew, until what is given back is dropped.
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription>;
    /// Draws it.
    fn view(&self) -> Html;
    /// It was drawn.
    fn drawn(&self) {}
    /// Something in it asks for something, see [`asks`].
    fn hear(&self, word: &str, at: usize, asker: &Element, target: &Element);
}

/// The component of all roots.
pub struct Live {
    _watching: Vec<Subscription>,
}

/// What [`Live`] draws.
#[derive(Properties)]
pub struct LiveProps {
    /// The root.
    pub root: Rc<dyn Root>,
}

impl PartialEq for LiveProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.root, &other.root)
    }
}

impl Component for Live {
    type Message = ();
    type Properties = LiveProps;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        let root = Rc::clone(&context.props().root);
        Live { _watching: root.watch(Rc::new(move || link.send_message(()))) }
    }
    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }
    fn view(&self, context: &Context<Self>) -> Html {
        context.props().root.view()
    }
    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().root.drawn();
    }
}

/// A root that was drawn.
pub struct Rendered {
    handle: AppHandle<Live>,
    _listeners: Vec<EventListener>,
}

impl Rendered {
    /// Ends it.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// Draws `root` into `element`, which must be fresh: yew's listeners stay on it for good.
pub fn render(element: Element, root: impl Root) -> Rendered {
    let root: Rc<dyn Root> = Rc::new(root);
    let heard = Rc::clone(&root);
    let hear: Hear = Rc::new(move |word, at, asker, target| heard.hear(word, at, asker, target));
    let listeners = asks::listen(&element, &hear);
    let handle = yew::Renderer::<Live>::with_root_and_props(element, LiveProps { root }).render();
    Rendered { handle, _listeners: listeners }
}

/// Sends an action to a configurator's store.
pub fn act(store: &Rc<Store<State>>, action: Action) {
    let state = store.get();
    store.set(state.reduce(action));
}

/// The options, with the picture beside them where the theme's own does not carry it.
pub struct ConfiguratorRoot {
    store: Rc<Store<State>>,
    shadow: ShadowRoot,
    picture: Option<PictureRoot>,
    marks: RefCell<Marks>,
    opened: Cell<Option<(usize, u32)>>,
    on_link: Box<dyn Fn()>,
}

impl ConfiguratorRoot {
    /// The configurator of `store`, mounted in `shadow`. With `addresses`, its picture is drawn here. `on_link` copies the link.
    pub fn new(
        store: Rc<Store<State>>,
        shadow: ShadowRoot,
        addresses: Option<Addresses>,
        on_link: impl Fn() + 'static,
    ) -> Self {
        ConfiguratorRoot {
            picture: addresses.map(|addresses| PictureRoot::new(Rc::clone(&store), addresses)),
            marks: RefCell::default(),
            opened: Cell::new(None),
            on_link: Box::new(on_link),
            shadow,
            store,
        }
    }

    fn option(state: &State, index: usize) -> OptionView {
        OptionView {
            setting: Rc::clone(&state.setting),
            index,
            text: state.selection.text(index).to_owned(),
            draft: state.drafts.get(index).cloned().unwrap_or_default(),
        }
    }

    /// Shows by hand what a click changes.
    fn follow(&self, state: &State) {
        self.picture.iter().for_each(|picture| picture.follow(state));
        self.marks.borrow_mut().show(&self.shadow, &state.setting, &state.selection, &state.price_text());
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

/// What a field for picking was set to.
fn picked(field: &Element) -> Option<usize> {
    let value = match field.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => field.dyn_ref::<HtmlInputElement>()?.value(),
    };
    value.parse().ok()
}

impl Root for ConfiguratorRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        let store = Rc::clone(&self.store);
        let drawn = Cell::new(store.get().redraw);
        vec![store.subscribe(move |state| {
            self.follow(state);
            let open = || matches!(self.shadow.query_selector(".price[open]"), Ok(Some(_)));
            if drawn.replace(state.redraw) != state.redraw || open() {
                redraw();
            }
        })]
    }

    fn view(&self) -> Html {
        let state = self.store.get();
        let options = 0..state.setting.product.options.len();
        Configurator {
            setting: Rc::clone(&state.setting),
            options: options.map(|index| Self::option(&state, index)).collect(),
            price: Rc::clone(&state.price),
            spoken: state.spoken.clone(),
            notice: state.notice.clone(),
            picture: self.picture.as_ref().map(Root::view),
        }
        .view()
    }

    /// Brings the picture and the marks up to date, and the option that a click on it asked for into view, and the keyboard with it.
    fn drawn(&self) {
        let state = self.store.get();
        self.picture.iter().for_each(Root::drawn);
        self.follow(&state);
        let opened = state.opened;
        if self.opened.replace(opened) == opened {
            return;
        }
        let group = opened
            .and_then(|(option, _)| self.shadow.get_element_by_id(&["o", &option.to_string()].concat()));
        let Some(group) = group else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        group.scroll_into_view_with_scroll_into_view_options(&options);
        let field = group.query_selector("input:checked,select,input[type=text]").ok().flatten();
        dom::focus(field);
    }

    fn hear(&self, word: &str, at: usize, _: &Element, target: &Element) {
        let state = self.store.get();
        let action = match word {
            "pick" => picked(target).map(|choice| Action::Pick(at, Pick::Choice(choice))),
            "preset" => {
                let product = &state.setting.product;
                let preset = product.presets.get(at);
                preset.and_then(|preset| Selection::preset(product, preset.id.as_str())).map(Action::Replace)
            }
            "reset" => Some(Action::Replace((*state.initial).clone())),
            "view" => Some(Action::View(at)),
            "open" => Some(Action::Open(at)),
            "link" => {
                (self.on_link)();
                None
            }
            "type" => {
                if let Some(field) = target.dyn_ref() {
                    self.typed(at, field);
                }
                None
            }
            _ => None,
        };
        if let Some(action) = action {
            act(&self.store, action);
        }
    }
}

/// The live picture.
pub struct PictureRoot {
    store: Rc<Store<State>>,
    addresses: Addresses,
    /// One for each view that was shown.
    views: RefCell<Vec<Option<Preview>>>,
}

impl PictureRoot {
    /// The picture of `store`.
    pub fn new(store: Rc<Store<State>>, addresses: Addresses) -> Self {
        PictureRoot { views: RefCell::default(), store, addresses }
    }

    /// The picture of a view: empty at first.
    fn svg(&self, view: usize) -> Option<web_sys::Node> {
        let mut views = self.views.borrow_mut();
        if views.len() <= view {
            views.resize_with(view + 1, || None);
        }
        if views[view].is_none() {
            views[view] = Preview::new(self.addresses.clone());
        }
        views[view].as_ref().map(|preview| preview.svg.clone().into())
    }

    /// Shows by hand what a click changes.
    fn follow(&self, state: &State) {
        if let (Some(scene), Some(Some(preview))) =
            (&state.scene, self.views.borrow_mut().get_mut(state.view))
        {
            preview.show(scene);
        }
    }
}

impl Root for PictureRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        let store = Rc::clone(&self.store);
        let drawn = Cell::new(store.get().redraw);
        vec![store.subscribe(move |state| {
            self.follow(state);
            if drawn.replace(state.redraw) != state.redraw {
                redraw();
            }
        })]
    }

    fn view(&self) -> Html {
        let state = self.store.get();
        memo(Picture {
            setting: Rc::clone(&state.setting),
            svg: state.scene.as_ref().and_then(|_| self.svg(state.view)),
            failed: state.no_picture,
            view: state.view,
        })
    }

    fn drawn(&self) {
        let state = self.store.get();
        self.follow(&state);
        if let Some(Some(preview)) = self.views.borrow().get(state.view) {
            preview.label(&state.summary());
        }
    }

    fn hear(&self, word: &str, at: usize, _: &Element, _: &Element) {
        match word {
            "view" => act(&self.store, Action::View(at)),
            "open" => act(&self.store, Action::Open(at)),
            _ => {}
        }
    }
}

/// A strip and its panel.
pub struct StripRoot {
    shopper: Rc<Shopper>,
    shelf: Rc<Shelf>,
    title: String,
    cards: Rc<Store<Vec<Recommendation>>>,
}

impl StripRoot {
    /// The strip that shows `cards`.
    pub fn new(
        shopper: Rc<Shopper>,
        shelf: Rc<Shelf>,
        title: String,
        cards: Rc<Store<Vec<Recommendation>>>,
    ) -> Self {
        StripRoot { shopper, shelf, title, cards }
    }
}

impl Root for StripRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        let also = Rc::clone(&redraw);
        vec![self.shopper.store.subscribe(move |_| redraw()), self.cards.subscribe(move |_| also())]
    }

    fn view(&self) -> Html {
        let state: Rc<ShopperState> = self.shopper.store.get();
        let panel = memo(Panel {
            shelf: Rc::clone(&self.shelf),
            history: state.history.clone(),
            mode: state.mode,
            stored: state.stored,
            off: state.mode == Mode::Off || state.setting == Consent::Off,
        });
        Strip { shelf: Rc::clone(&self.shelf), title: self.title.clone(), cards: self.cards.get(), panel }
            .view()
    }

    fn hear(&self, word: &str, _: usize, asker: &Element, _: &Element) {
        // The button may go away with what it did: the keyboard stays in the panel.
        dom::focus(asker.closest(".body").ok().flatten());
        match word {
            "forget" => self.shopper.forget(&asker.get_attribute("data-subject").unwrap_or_default()),
            "pause" => self.shopper.pause(true),
            "resume" => self.shopper.pause(false),
            "clear" => self.shopper.clear(),
            "remember" => self.shopper.remember(true),
            "no" => self.shopper.remember(false),
            _ => {}
        }
    }
}
