//! The roots that are mounted on a page: each looks at stores and draws with [`crate::ui`].

use super::configurator::{Action, State};
use super::shopper::{Shopper, ShopperState};
use super::store::{Store, Subscription};
use crate::ui::configurator::{Configurator, Picture};
use crate::ui::marks::Marks;
use crate::ui::memo::memo;
use crate::ui::option::{Draft, OptionView};
use crate::ui::panel::{Panel, Right};
use crate::ui::preview::{Addresses, Preview};
use crate::ui::strip::{Shelf, Strip};
use haberdash_core::consent::{Mode, Setting as Consent};
use haberdash_core::product::Kind;
use haberdash_core::recommend::Recommendation;
use haberdash_core::selection::{Pick, Selection};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};
use yew::prelude::*;

/// Something that is drawn anew whenever what it watches changes.
pub trait Root: 'static {
    /// Calls `changed` on every change, until what is given back is dropped.
    fn watch(&self, changed: Rc<dyn Fn()>) -> Vec<Subscription>;
    /// Draws it.
    fn view(&self) -> Html;
    /// It was drawn.
    fn drawn(&self) {}
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
        Live { _watching: context.props().root.watch(Rc::new(move || link.send_message(()))) }
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

/// Draws `root` into `element`, which must be fresh: yew's listeners stay on it for good.
pub fn render(element: Element, root: impl Root) -> AppHandle<Live> {
    let props = LiveProps { root: Rc::new(root) };
    yew::Renderer::<Live>::with_root_and_props(element, props).render()
}

/// Sends an action to a configurator's store.
pub fn act(store: &Rc<Store<State>>, action: Action) {
    let state = store.get();
    store.set(state.reduce(action));
}

fn acting<T: 'static>(store: &Rc<Store<State>>, action: fn(&State, T) -> Option<Action>) -> Callback<T> {
    let store = Rc::clone(store);
    Callback::from(move |value: T| {
        if let Some(action) = action(&store.get(), value) {
            act(&store, action);
        }
    })
}

/// The options, with the picture beside them where the theme's own does not carry it.
pub struct ConfiguratorRoot {
    store: Rc<Store<State>>,
    shadow: ShadowRoot,
    picture: Option<PictureRoot>,
    marks: RefCell<Marks>,
    opened: Cell<Option<(usize, u32)>>,
    on_pick: Callback<(usize, Pick)>,
    on_type: Callback<(usize, Draft)>,
    on_preset: Callback<usize>,
    on_reset: Callback<()>,
    on_link: Callback<()>,
}

impl ConfiguratorRoot {
    /// The configurator of `store`, mounted in `shadow`. With `addresses`, its picture is drawn here.
    pub fn new(
        store: Rc<Store<State>>,
        shadow: ShadowRoot,
        addresses: Option<Addresses>,
        on_link: Callback<()>,
    ) -> Self {
        ConfiguratorRoot {
            on_pick: acting(&store, |_, (option, pick)| Some(Action::Pick(option, pick))),
            on_type: acting(&store, |_, (option, draft)| Some(Action::Type(option, draft))),
            on_preset: acting(&store, |state, index: usize| {
                let product = &state.setting.product;
                let preset = product.presets.get(index)?;
                Selection::preset(product, preset.id.as_str()).map(Action::Replace)
            }),
            on_reset: acting(&store, |state, ()| Some(Action::Replace((*state.initial).clone()))),
            on_link,
            picture: addresses.map(|addresses| PictureRoot::new(Rc::clone(&store), addresses)),
            marks: RefCell::default(),
            opened: Cell::new(None),
            shadow,
            store,
        }
    }

    fn option(&self, state: &State, index: usize) -> Option<OptionView> {
        let font = match &state.setting.product.options.get(index)?.kind {
            Kind::Text(text) => text.font.and_then(|font| state.fonts.0.get(font)?.clone()),
            _ => None,
        };
        Some(OptionView {
            setting: Rc::clone(&state.setting),
            index,
            text: state.selection.text(index).to_owned(),
            font,
            // Marks are moved without drawing: a group of radio buttons is not drawn anew for its pick.
            pick: match state.selection.pick(index) {
                Some(Pick::Choice(_) | Pick::Text(_)) | None => Pick::Toggle(false),
                Some(pick) => pick.clone(),
            },
            draft: state.drafts.get(index).cloned().unwrap_or_default(),
            on_pick: self.on_pick.clone(),
            on_type: self.on_type.clone(),
        })
    }
}

impl Root for ConfiguratorRoot {
    fn watch(&self, changed: Rc<dyn Fn()>) -> Vec<Subscription> {
        vec![self.store.subscribe(move |_| changed())]
    }

    fn view(&self) -> Html {
        let state = self.store.get();
        let options = 0..state.setting.product.options.len();
        Configurator {
            setting: Rc::clone(&state.setting),
            options: options.filter_map(|index| self.option(&state, index)).collect(),
            price: Rc::clone(&state.price),
            spoken: state.spoken.clone().into(),
            notice: state.notice.clone().into(),
            picture: self.picture.as_ref().map(Root::view),
            on_preset: self.on_preset.clone(),
            on_reset: self.on_reset.clone(),
            on_link: self.on_link.clone(),
        }
        .view()
    }

    /// Brings the picture and the marks up to date, and the option that a click on it asked for into view, and the keyboard with it.
    fn drawn(&self) {
        self.picture.iter().for_each(Root::drawn);
        let state = self.store.get();
        self.marks.borrow_mut().show(&self.shadow, &state.setting, &state.selection);
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
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    }
}

/// The live picture.
pub struct PictureRoot {
    store: Rc<Store<State>>,
    addresses: Addresses,
    /// One for each view that was shown.
    views: RefCell<Vec<Option<Preview>>>,
    on_view: Callback<usize>,
    on_open: Callback<usize>,
}

impl PictureRoot {
    /// The picture of `store`.
    pub fn new(store: Rc<Store<State>>, addresses: Addresses) -> Self {
        PictureRoot {
            on_view: acting(&store, |_, view| Some(Action::View(view))),
            on_open: acting(&store, |_, option| Some(Action::Open(option))),
            views: RefCell::default(),
            store,
            addresses,
        }
    }

    /// The picture of a view: empty at first.
    fn svg(&self, view: usize) -> Option<web_sys::Node> {
        let mut views = self.views.borrow_mut();
        if views.len() <= view {
            views.resize_with(view + 1, || None);
        }
        if views[view].is_none() {
            views[view] = Preview::new(self.addresses.clone(), self.on_open.clone());
        }
        views[view].as_ref().map(|preview| preview.svg.clone().into())
    }
}

impl Root for PictureRoot {
    fn watch(&self, changed: Rc<dyn Fn()>) -> Vec<Subscription> {
        vec![self.store.subscribe(move |_| changed())]
    }

    fn view(&self) -> Html {
        let state = self.store.get();
        memo(Picture {
            setting: Rc::clone(&state.setting),
            svg: state.scene.as_ref().and_then(|_| self.svg(state.view)),
            failed: state.no_picture,
            view: state.view,
            on_view: self.on_view.clone(),
        })
    }

    fn drawn(&self) {
        let state = self.store.get();
        if let (Some(scene), Some(Some(preview))) =
            (&state.scene, self.views.borrow_mut().get_mut(state.view))
        {
            preview.show(scene, || state.summary());
        }
    }
}

/// A strip and its panel.
pub struct StripRoot {
    shopper: Rc<Store<ShopperState>>,
    shelf: Rc<Shelf>,
    title: AttrValue,
    cards: Rc<Store<Vec<Recommendation>>>,
    on_right: Callback<Right>,
}

impl StripRoot {
    /// The strip that shows `cards`.
    pub fn new(
        shopper: Rc<Shopper>,
        shelf: Rc<Shelf>,
        title: AttrValue,
        cards: Rc<Store<Vec<Recommendation>>>,
    ) -> Self {
        let store = Rc::clone(&shopper.store);
        let on_right = Callback::from(move |right: Right| match right {
            Right::Forget(subject) => shopper.forget(&subject),
            Right::Pause(paused) => shopper.pause(paused),
            Right::Clear => shopper.clear(),
            Right::Remember(yes) => shopper.remember(yes),
        });
        StripRoot { shopper: store, shelf, title, cards, on_right }
    }
}

impl Root for StripRoot {
    fn watch(&self, changed: Rc<dyn Fn()>) -> Vec<Subscription> {
        let also = Rc::clone(&changed);
        vec![self.shopper.subscribe(move |_| changed()), self.cards.subscribe(move |_| also())]
    }

    fn view(&self) -> Html {
        let state = self.shopper.get();
        let panel = memo(Panel {
            shelf: Rc::clone(&self.shelf),
            history: state.history.clone(),
            mode: state.mode,
            stored: state.stored,
            off: state.mode == Mode::Off || state.setting == Consent::Off,
            on_right: self.on_right.clone(),
        });
        Strip { shelf: Rc::clone(&self.shelf), title: self.title.clone(), cards: self.cards.get(), panel }
            .view()
    }
}
