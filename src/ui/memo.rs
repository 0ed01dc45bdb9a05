//! What is drawn from plain values, and drawn anew only when they differ.
//!
//! Every yew component type costs several kilobytes of generated code, so there is one for all: a [`View`] is a value that can be compared and
//! drawn, [`memo`] puts it into the tree. `docs/decisions/one-component.md` has the figures.

use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// A value that can be compared and drawn.
pub trait View: PartialEq + 'static {
    /// Draws it.
    fn view(&self) -> Html;
}

trait Erased {
    fn view(&self) -> Html;
    fn same(&self, other: &dyn Erased) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<V: View> Erased for V {
    fn view(&self) -> Html {
        View::view(self)
    }
    fn same(&self, other: &dyn Erased) -> bool {
        other.as_any().downcast_ref::<V>().is_some_and(|other| self == other)
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct MemoProps {
    view: Rc<dyn Erased>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.view.same(&*other.view)
    }
}

struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Memo
    }
    fn view(&self, context: &Context<Self>) -> Html {
        context.props().view.view()
    }
}

fn put(view: Rc<dyn Erased>, key: Option<Key>) -> Html {
    VComp::new::<Memo>(Rc::new(MemoProps { view }), key).into()
}

/// Puts `view` into the tree.
pub fn memo(view: impl View) -> Html {
    put(Rc::new(view), None)
}

/// The same, with the key it keeps among its siblings.
pub fn keyed(key: String, view: impl View) -> Html {
    put(Rc::new(view), Some(key.into()))
}
