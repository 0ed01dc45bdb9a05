//! The roots that are mounted on a page: each looks at stores, draws with [`crate::ui`], and hears what is asked for.
//!
//! What a click on a choice changes is shown by hand at once; yew draws all else, see [`State::redraw`].

mod configurator;
mod designs;
mod extra;
pub mod fields;
pub mod grid;
mod hints;
pub mod lens;
mod panel;
mod picture;
mod strip;

pub use configurator::ConfiguratorRoot;
pub use designs::DesignsRoot;
pub use extra::Extra;
pub use picture::PictureRoot;
pub use strip::StripRoot;

use crate::app::asks::{self, Ask, Hear};
use crate::app::configurator::{Action, State};
use crate::app::store::{Store, Subscription};
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// So long after a click its frame is out, in milliseconds.
pub const AFTER_FRAME_MS: u32 = 32;

/// Something that is drawn anew whenever what it watches changes.
pub trait Root: 'static {
    /// Calls `redraw` when it has to be drawn anew, until what is given back is dropped.
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription>;
    /// Draws it.
    fn view(&self) -> Html;
    /// It was drawn.
    fn drawn(&self) {}
    /// Something in it asks for something.
    fn hear(&self, ask: &Ask);
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
    let hear: Hear = Rc::new(move |ask| heard.hear(ask));
    let listeners = asks::listen(&element, &hear);
    let handle = yew::Renderer::<Live>::with_root_and_props(element, LiveProps { root }).render();
    Rendered { handle, _listeners: listeners }
}

/// Sends an action to a configurator's store.
pub fn act(store: &Rc<Store<State>>, action: Action) {
    let state = store.get();
    store.set(state.reduce(action));
}
