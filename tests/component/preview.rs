//! The live picture.

use super::store::state;
use super::{drawn, element, object};
use crate::app::configurator::Action;
use crate::app::roots::{PictureRoot, act, render};
use crate::app::store::Store;
use crate::ui::preview::{Addresses, Preview};
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::product::Product;
use haberdash_core::scene::{self, Fonts};
use haberdash_core::selection::{Pick, Selection};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// Elements of a picture are no HTML elements.
fn elements(root: &Element, selector: &str) -> Vec<Element> {
    let list = root.query_selector_all(selector).unwrap();
    (0..list.length()).map(|i| list.item(i).unwrap().dyn_into().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn parts_are_painted_and_open_their_option() {
    let store = Store::new(state());
    let root = element("div");
    let addresses = Addresses(Rc::new(|address| address.to_owned()));
    let _rendered = render(root.clone().into(), PictureRoot::new(Rc::clone(&store), addresses));
    drawn().await;
    assert_eq!(elements(&root, "svg").len(), 0, "no art, no picture: it says that it loads");
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

/// Two parts that wear one cloth, one of them turned: one picture, whatever is picked and in whatever order.
#[wasm_bindgen_test]
fn parts_share_the_picture_of_a_texture() {
    let json = r##"{
        "version": 1, "id": "cap", "title": "Cap", "currency": "EUR", "base_price": 1000,
        "options": [{"id": "cloth", "kind": "choice", "choices": [
            {"id": "check", "texture": "check.webp"}, {"id": "red", "color": "#ff0000"}, {"id": "tweed", "texture": "tweed.webp"}]},
            {"id": "peak", "kind": "choice", "choices": [{"id": "yes"}, {"id": "no"}]}],
        "views": [{"id": "front", "art": "cap.svg", "layers": [
            {"part": "body", "paint": "cloth"}, {"part": "peak", "paint": "cloth", "angle": 30, "when": {"peak": ["yes"]}}, {"part": "knob"}]}]
    }"##;
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(&object(json), &mut diagnostics).unwrap();
    assert_eq!(diagnostics.count(), 0);
    let svg = "<svg viewBox='0 0 10 10'><g id='body'><path d='M0 0h9'/></g><g id='peak'><path d='M0 0h9'/></g><g id='knob'><path d='M0 0h9'/></g></svg>";
    let art = Art::parse(svg, &mut diagnostics).unwrap();
    let mut preview = Preview::new(Addresses(Rc::new(str::to_owned))).unwrap();
    let svg = preview.svg.clone();
    let mut show = |picks: &str| {
        let (selection, _) = Selection::from_value(&product, &object(picks));
        let scene = scene::build(&product, &selection, &product.views[0], &art, &Fonts::default());
        preview.show(&Rc::new(scene));
        let groups = elements(&svg, ":scope > g");
        groups.iter().map(|group| group.get_attribute("fill").unwrap_or_default()).collect::<Vec<_>>()
    };
    let pictures = || {
        let images = elements(&svg, "pattern image");
        images.iter().map(|image| image.get_attribute("href").unwrap()).collect::<Vec<_>>()
    };
    let checked = show("{}");
    assert_eq!(checked, ["url(#hb-texture-0)", "url(#hb-paint-1)", ""]);
    assert_eq!(pictures(), ["check.webp"]);
    let turned = svg.query_selector("#hb-paint-1").unwrap().unwrap();
    assert_eq!(turned.get_attribute("patternTransform").as_deref(), Some("rotate(30)"));
    assert_eq!(show(r#"{"cloth": "red", "peak": "no"}"#), ["#ff0000", ""]);
    assert_eq!(show(r#"{"cloth": "tweed", "peak": "no"}"#), ["url(#hb-texture-1)", ""]);
    assert_eq!(show("{}"), checked, "the peak is back, between body and knob");
    assert_eq!(pictures(), ["check.webp", "tweed.webp"], "each picture is there once");
    assert_eq!(turned.get_attribute("href").as_deref(), Some("#hb-texture-0"));
    preview.label("A cap");
    assert_eq!(svg.get_attribute("aria-label").as_deref(), Some("A cap"));

    // What may come next is made before, and not shown.
    let scene = |picks: &str| {
        let (selection, _) = Selection::from_value(&product, &object(picks));
        Rc::new(scene::build(&product, &selection, &product.views[0], &art, &Fonts::default()))
    };
    let mut preview = Preview::new(Addresses(Rc::new(str::to_owned))).unwrap();
    preview.show(&scene(r#"{"cloth": "red"}"#));
    assert_eq!(elements(&preview.svg, "pattern").len(), 0);
    preview.prepare(&scene(r#"{"cloth": "tweed"}"#));
    let made = elements(&preview.svg, "pattern image");
    assert_eq!(made[0].get_attribute("href").as_deref(), Some("tweed.webp"));
    assert_eq!(elements(&preview.svg, ":scope > g")[0].get_attribute("fill").as_deref(), Some("#ff0000"));
    preview.show(&scene(r#"{"cloth": "tweed"}"#));
    assert_eq!(elements(&preview.svg, "pattern image"), made, "and used then");
}
