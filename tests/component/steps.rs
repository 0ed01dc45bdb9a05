//! Undo and redo.

use super::product;
use crate::app::configurator::{Action, State};
use crate::app::designs::{differences, surprise};
use crate::ui::setting::Setting;
use haberdash_core::Value;
use haberdash_core::selection::Pick;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn state() -> Rc<State> {
    let format = Rc::new(|amount: i64| amount.to_string());
    let setting =
        Setting::new(product(), "en".into(), "en".into(), format.clone(), format, |_, _| String::new());
    Rc::new(State::new(Rc::new(setting), None, Value::Object(Vec::new()), None, 1).unwrap())
}

fn picks(state: &State) -> String {
    state.selection.to_value(&state.setting.product).to_string()
}

#[wasm_bindgen_test]
fn each_change_is_a_step_and_letters_in_one_field_are_one() {
    let mut state = state();
    let mut seen = vec![picks(&state)];
    state = state.reduce(Action::Pick(0, Pick::Choice(1)));
    seen.push(picks(&state));
    for text in ["A", "AB", "ABC"] {
        state = state.reduce(Action::Type(2, text.into()));
    }
    seen.push(picks(&state));
    state = state.reduce(Action::Leave).reduce(Action::Type(2, "A".into()));
    seen.push(picks(&state));
    for before in seen.iter().rev().skip(1) {
        state = state.reduce(Action::Undo);
        assert_eq!(picks(&state), *before);
    }
    assert!(Rc::ptr_eq(&state, &state.reduce(Action::Undo)), "nothing more to undo is no change");
    assert_eq!(state.steps.can(), (false, true));
    for after in &seen[1..] {
        state = state.reduce(Action::Redo);
        assert_eq!(picks(&state), *after);
    }
    assert!(Rc::ptr_eq(&state, &state.reduce(Action::Redo)));
    state = state.reduce(Action::Undo).reduce(Action::Pick(0, Pick::Choice(0)));
    assert_eq!(state.steps.can(), (true, false), "a new pick ends the way forth");
}

#[wasm_bindgen_test]
fn what_is_no_change_is_no_step() {
    let state = state();
    let same = state.reduce(Action::Pick(0, Pick::Choice(0)));
    assert!(Rc::ptr_eq(&state, &same));
    let other = state.reduce(Action::Quantity(3)).reduce(Action::Notice("x".into()));
    assert_eq!(other.steps.can(), (false, false));
    assert!(Rc::ptr_eq(&other, &other.reduce(Action::Leave)));
}

#[wasm_bindgen_test]
fn a_hundred_steps_are_kept() {
    let mut state = state();
    for at in 1..=150 {
        state = state.reduce(Action::Pick(0, Pick::Choice(at % 2)));
    }
    let mut steps = 0;
    while state.steps.can().0 {
        state = state.reduce(Action::Undo);
        steps += 1;
    }
    assert_eq!(steps, 100);
}

#[wasm_bindgen_test]
fn a_surprise_leaves_letters_and_takes_the_ends_of_each_list() {
    let state = state().reduce(Action::Type(2, "ABC".into()));
    for (number, cloth, size) in [(0.0, "red", "s"), (0.999_999, "blue", "l")] {
        let picks = surprise(&state, &mut || number).unwrap();
        let expected = [r#"{"cloth":""#, cloth, r#"","name":"ABC","size":""#, size, "\"}"].concat();
        assert_eq!(picks.to_string(), expected);
    }
    let other = state.reduce(Action::Pick(1, Pick::Choice(1)));
    let found = differences(&state, &state.selection, &other.selection);
    assert_eq!(found, [("Size".to_owned(), "s".to_owned(), "l".to_owned())]);
}
