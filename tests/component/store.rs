//! Stores and the state of a configurator.

use super::{object, product};
use crate::app::configurator::{Action, State};
use crate::app::roots::act;
use crate::app::store::Store;
use crate::ui::setting::Setting;
use haberdash_core::selection::Pick;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

pub fn state() -> State {
    let product = product();
    let format = Rc::new(|amount: i64| amount.to_string());
    let signed = Rc::new(|amount: i64| format!("{amount:+}"));
    let setting =
        Rc::new(Setting::new(product, "en".into(), "en".into(), format, signed, |_, _| String::new()));
    State::new(setting, None, object("{}"), None, 1).unwrap()
}

#[wasm_bindgen_test]
fn subscribers_hear_changes_until_they_end() {
    let store = Store::new(1);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let list = Rc::clone(&heard);
    let subscription = store.subscribe(move |state| list.borrow_mut().push(**state));
    store.set(Rc::new(2));
    store.set(store.get());
    drop(subscription);
    store.set(Rc::new(3));
    assert_eq!(*heard.borrow(), [2], "the same Rc is no change, and an ended subscription hears nothing");
}

#[wasm_bindgen_test]
fn picks_price_and_nothing_else_changes_state() {
    let store = Store::new(state());
    let before = store.get();
    act(&store, Action::Pick(0, Pick::Choice(9)));
    act(&store, Action::Pick(2, Pick::Text("abc".into())));
    act(&store, Action::Pick(0, Pick::Choice(0)));
    act(&store, Action::View(7));
    assert!(
        Rc::ptr_eq(&before, &store.get()),
        "what cannot be picked, or is picked already, changes nothing"
    );
    act(&store, Action::Pick(0, Pick::Choice(1)));
    act(&store, Action::Pick(2, Pick::Text("ABC".into())));
    assert_eq!((store.get().price.unit, store.get().picks), (1400, 2));
    act(&store, Action::Replace(object(r#"{"size": "l"}"#)));
    assert_eq!(store.get().price.unit, 900);
}
