//! The live picture, beside the options or over the theme's.

use super::{Root, act};
use crate::app::asks::Ask;
use crate::app::configurator::{Action, State};
use crate::app::store::{Store, Subscription};
use crate::ui::configurator::Picture;
use crate::ui::memo::memo;
use crate::ui::preview::{Addresses, Preview};
use haberdash_core::scene::Scene;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

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

    /// The picture of the shown view. A new one shows `scene` from the start: empty it would have no height, were it painted before [`Root::drawn`].
    fn svg(&self, view: usize, scene: &Rc<Scene>) -> Option<web_sys::Node> {
        let mut views = self.views.borrow_mut();
        if views.len() <= view {
            views.resize_with(view + 1, || None);
        }
        if views[view].is_none() {
            let mut preview = Preview::new(self.addresses.clone())?;
            preview.show(scene);
            views[view] = Some(preview);
        }
        views[view].as_ref().map(|preview| preview.svg.clone().into())
    }

    /// Shows by hand what a click changes.
    pub(super) fn follow(&self, state: &State) {
        if let (Some(scene), Some(Some(preview))) =
            (&state.scene, self.views.borrow_mut().get_mut(state.view))
        {
            preview.show(scene);
            state.ahead.iter().for_each(|scene| preview.prepare(scene));
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
            svg: state.scene.as_ref().and_then(|scene| self.svg(state.view, scene)),
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

    fn hear(&self, ask: &Ask) {
        match ask.word {
            "view" => act(&self.store, Action::View(ask.at)),
            // A closer look opens it itself, when it is sure that the click is not the first of two.
            "open" if !matches!(ask.asker.closest(".lens"), Ok(Some(_))) => {
                act(&self.store, Action::Open(ask.at))
            }
            _ => {}
        }
    }
}
