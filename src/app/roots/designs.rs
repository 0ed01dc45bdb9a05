//! The windows about whole designs. In the part `designs`.

use super::Root;
use crate::app::asks::Ask;
use crate::app::configurator::State;
use crate::app::designs::Desk;
use crate::app::store::{Store, Subscription};
use crate::ui::designs;
use std::rc::Rc;
use yew::prelude::*;

/// The windows about whole designs.
pub struct DesignsRoot {
    /// What they show.
    pub desk: Rc<Store<Desk>>,
    /// The configurator.
    pub store: Rc<Store<State>>,
    /// They were drawn.
    pub on_drawn: Box<dyn Fn()>,
    /// Something is asked for.
    pub on_ask: Box<dyn Fn(&Ask)>,
}

impl Root for DesignsRoot {
    fn watch(self: Rc<Self>, redraw: Rc<dyn Fn()>) -> Vec<Subscription> {
        vec![self.desk.subscribe(move |_| redraw())]
    }

    fn view(&self) -> Html {
        designs::view(&self.store.get(), &self.desk.get())
    }

    fn drawn(&self) {
        (self.on_drawn)();
    }

    fn hear(&self, ask: &Ask) {
        (self.on_ask)(ask);
    }
}
