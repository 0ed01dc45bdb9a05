//! Options as shoppers use them.

use super::store::state;
use super::{all, drawn, element, object};
use crate::app::configurator::{Action, State};
use crate::app::roots::{ConfiguratorRoot, act, render};
use crate::app::store::Store;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement};

async fn mounted() -> (Rc<Store<State>>, Element) {
    let host = element("div");
    let shadow = crate::platform::dom::shadow(&host).unwrap();
    let root = crate::platform::dom::document().create_element("div").unwrap();
    shadow.append_child(&root).unwrap();
    let store = Store::new(state());
    let configurator = ConfiguratorRoot::new(Rc::clone(&store), shadow, None, |_| (), Vec::new());
    // It stays for the whole test.
    std::mem::forget(render(root.clone(), configurator));
    drawn().await;
    (store, root)
}

fn send(target: &Element, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    target.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn radios_are_native_named_and_follow_the_state() {
    let (store, root) = mounted().await;
    let radios = all(&root, "fieldset input[type=radio]");
    assert_eq!(radios.len(), 2);
    assert_eq!(radios[1].get_attribute("aria-label").as_deref(), Some("Blue, +250"));
    radios[1].click();
    drawn().await;
    assert_eq!(store.get().price.unit, 1250);
    assert!(radios[1].unchecked_ref::<HtmlInputElement>().checked());
    assert_eq!(all(&root, "legend .chosen")[0].text_content().as_deref(), Some("Blue"));
    assert!(root.text_content().unwrap().contains("1250"), "the price is drawn anew");
}

#[wasm_bindgen_test]
async fn groups_follow_a_selection_that_came_another_way() {
    let (store, root) = mounted().await;
    let marks = || {
        let radio = all(&root, "fieldset input:checked").remove(0).unchecked_into::<HtmlInputElement>();
        let select: HtmlSelectElement = all(&root, "select").remove(0).unchecked_into();
        let chosen = all(&root, "legend .chosen").remove(0).text_content().unwrap();
        (radio.value(), select.value(), chosen)
    };
    let shown = |radio: &str, select: &str, chosen: &str| (radio.into(), select.into(), chosen.into());
    assert_eq!(marks(), shown("0", "0", "Red"), "the defaults are marked at once");
    act(&store, Action::Replace(object(r#"{"cloth": "blue", "size": "l"}"#)));
    drawn().await;
    assert_eq!(marks(), shown("1", "1", "Blue"));
    act(&store, Action::Replace(object("{}")));
    drawn().await;
    assert_eq!(marks(), shown("0", "0", "Red"));
}

#[wasm_bindgen_test]
async fn a_dropdown_picks() {
    let (store, root) = mounted().await;
    let select: HtmlSelectElement = all(&root, "select").remove(0).unchecked_into();
    select.set_value("1");
    send(&select, "change");
    drawn().await;
    assert_eq!(store.get().price.unit, 900);
}

#[wasm_bindgen_test]
async fn letters_are_kept_or_refused_in_words() {
    let (store, root) = mounted().await;
    let input: HtmlInputElement = all(&root, "input[type=text]").remove(0).unchecked_into();
    let problem = || all(&root, ".problem")[0].text_content().unwrap();
    for (typed, kept, says) in
        [("ab", "AB", ""), ("AB1", "AB", "1"), ("ABCD", "ABC", "At most 3"), ("", "", "")]
    {
        input.set_value(typed);
        send(&input, "input");
        drawn().await;
        assert_eq!((store.get().selection.text(2), input.value().as_str()), (kept, kept), "{typed}");
        assert!(
            problem().contains(says) && problem().is_empty() == says.is_empty(),
            "{typed}: {}",
            problem()
        );
    }
}
