//! A value that several roots of a page look at: the options, the theme's picture, the JS API.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Listener<S> = Rc<dyn Fn(&Rc<S>)>;

/// Holds the current state and tells whoever subscribed when it is replaced.
pub struct Store<S> {
    state: RefCell<Rc<S>>,
    listeners: RefCell<Vec<(u32, Listener<S>)>>,
    next: Cell<u32>,
}

impl<S: 'static> Store<S> {
    /// A store that starts with `state`.
    pub fn new(state: S) -> Rc<Self> {
        Rc::new(Store {
            state: RefCell::new(Rc::new(state)),
            listeners: RefCell::default(),
            next: Cell::new(0),
        })
    }

    /// The state as it is now.
    pub fn get(&self) -> Rc<S> {
        Rc::clone(&self.state.borrow())
    }

    /// Replaces the state and tells all subscribers, unless it is the same `Rc`.
    pub fn set(&self, state: Rc<S>) {
        if Rc::ptr_eq(&state, &self.state.replace(Rc::clone(&state))) {
            return;
        }
        // A listener may subscribe or end subscriptions while it runs.
        let listeners: Vec<Listener<S>> = self.listeners.borrow().iter().map(|(_, l)| Rc::clone(l)).collect();
        listeners.iter().for_each(|listener| listener(&state));
    }

    /// Calls `listener` on every change until the subscription is dropped.
    pub fn subscribe(self: &Rc<Self>, listener: impl Fn(&Rc<S>) + 'static) -> Subscription {
        let id = self.next.get();
        self.next.set(id + 1);
        self.listeners.borrow_mut().push((id, Rc::new(listener)));
        let store = Rc::downgrade(self);
        Subscription(Some(Box::new(move || {
            if let Some(store) = store.upgrade() {
                store.listeners.borrow_mut().retain(|(other, _)| *other != id);
            }
        })))
    }
}

impl<S> PartialEq for Store<S> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Ends when dropped.
pub struct Subscription(Option<Box<dyn FnOnce()>>);

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}
