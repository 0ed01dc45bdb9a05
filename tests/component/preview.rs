//! The live picture.

use super::store::state;
use super::{all, drawn, element};
use crate::app::configurator::Action;
use crate::app::roots::{PictureRoot, act, render};
use crate::app::store::Store;
use crate::ui::preview::Addresses;
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::selection::Pick;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn parts_are_painted_and_open_their_option() {
    let store = Store::new(state());
    let root = element("div");
    let addresses = Addresses(Rc::new(|address| address.to_owned()));
    let _ = render(root.clone().into(), PictureRoot::new(Rc::clone(&store), addresses));
    drawn().await;
    assert_eq!(all(&root, "svg").len(), 0, "no art, no picture: it says that it loads");
    assert!(root.text_content().unwrap().contains("Loading"));
    let svg = "<svg viewBox='0 0 10 10'><g id='body'><path d='M0 0h10v10z'/></g></svg>";
    let art = Art::parse(svg, &mut Diagnostics::new()).unwrap();
    act(&store, Action::Art(0, Rc::new(art)));
    drawn().await;
    let fill = || root.query_selector("svg > g").unwrap().unwrap().get_attribute("fill");
    let drawing = || root.query_selector("#body").unwrap().unwrap();
    assert_eq!(fill().as_deref(), Some("#ff0000"));
    let before = drawing();
    assert_eq!(before.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    act(&store, Action::Pick(0, Pick::Choice(1)));
    drawn().await;
    assert_eq!(fill().as_deref(), Some("#0000ff"));
    assert_eq!(drawing(), before, "the art is not drawn anew");
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    before.dispatch_event(&web_sys::MouseEvent::new("click").unwrap()).unwrap();
    let click = web_sys::Event::new_with_event_init_dict("click", &init).unwrap();
    before.first_element_child().unwrap().dispatch_event(&click).unwrap();
    assert_eq!(store.get().opened, Some((0, 0)));
}
