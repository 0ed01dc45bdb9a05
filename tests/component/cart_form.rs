//! The fields in the theme's form.

use super::{element, object, product};
use crate::cart::form::{self, Written};
use haberdash_core::cart::line_item;
use haberdash_core::selection::Selection;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{FormData, HtmlElement, HtmlFormElement};

fn form_with(html: &[(&str, &str)]) -> (HtmlFormElement, HtmlElement) {
    let form: HtmlFormElement = element("form").unchecked_into();
    let host = element("div");
    form.append_child(&host).unwrap();
    for (name, value) in html {
        let input: web_sys::HtmlInputElement = element("input").unchecked_into();
        input.set_type("hidden");
        input.set_name(name);
        input.set_value(value);
        form.append_child(&input).unwrap();
    }
    (form, host)
}

fn values(form: &HtmlFormElement, name: &str) -> Vec<String> {
    let data = FormData::new_with_form(form).unwrap();
    data.get_all(name).iter().filter_map(|value| value.as_string()).collect()
}

#[wasm_bindgen_test]
fn every_field_is_there_once_and_goes_again() {
    // A refused submit has refilled the form with what was posted.
    let (form, host) = form_with(&[("properties[Cloth]", "stale"), ("quantity", "3")]);
    let product = product();
    let selection = Selection::defaults(&product);
    let line = line_item(&product, &selection, form::quantity(&form), "en", "en").unwrap();
    let mut written = Written::default();
    written.write(&host, &form, &form::fields(&line));
    written.write(&host, &form, &form::fields(&line));
    assert_eq!(values(&form, "properties[Cloth]"), ["Red"]);
    assert_eq!(values(&form, "properties[_haberdash_price]"), ["1000"]);
    let claim = object(&values(&form, "properties[_haberdash_claim]")[0]);
    assert_eq!(claim.get("total").and_then(|v| v.as_i64()), Some(3000));
    assert_eq!(claim.get("unit_price").and_then(|v| v.as_i64()), Some(1000));
    written.clear();
    assert_eq!(values(&form, "properties[Cloth]"), Vec::<String>::new());
    form.remove();
}

#[wasm_bindgen_test]
fn fields_of_texts_come_and_go_with_the_text() {
    let (form, host) = form_with(&[]);
    let product = product();
    let mut written = Written::default();
    let (named, problems) = Selection::from_value(&product, &object(r#"{"name": "ABC"}"#));
    assert_eq!(problems, Vec::<String>::new());
    let line = |selection: &Selection| line_item(&product, selection, 1, "en", "en").unwrap();
    written.write(&host, &form, &form::fields(&line(&named)));
    assert_eq!(values(&form, "properties[Name]"), ["ABC"]);
    written.write(&host, &form, &form::fields(&line(&Selection::defaults(&product))));
    assert_eq!(values(&form, "properties[Name]"), Vec::<String>::new());
    form.remove();
}

#[wasm_bindgen_test]
fn a_quantity_that_is_none_counts_as_one() {
    let (form, _) = form_with(&[("quantity", "many")]);
    assert_eq!(form::quantity(&form), 1);
    form.remove();
}
