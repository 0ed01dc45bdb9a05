//! The plain cart: hidden fields in the form around the host.
//!
//! Fields are written after every change, not at submit, since themes disable their button on click; a field that a refused submit has
//! refilled is overwritten, never doubled.

use haberdash_core::cart::LineItem;
use haberdash_core::number;
use haberdash_core::number::Digits;
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement};

/// The names and values of the fields for `line`.
pub fn fields(line: &LineItem) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> = line
        .properties
        .iter()
        .map(|(name, text)| (["properties[", name, "]"].concat(), text.clone()))
        .collect();
    list.push(("properties[_haberdash_price]".to_owned(), line.price.unit.digits()));
    list.push(("properties[_haberdash_claim]".to_owned(), line.claim.json()));
    list
}

/// The form that a host's fields go into: the nearest one around it.
pub fn form_of(host: &Element) -> Option<HtmlFormElement> {
    host.closest("form").ok().flatten()?.dyn_into().ok()
}

/// How many the form asks for: its field called `quantity`, whatever its kind; 1 without one.
pub fn quantity(form: &HtmlFormElement) -> i64 {
    let field = form.elements().named_item("quantity");
    let value = field.and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
    let number = value.and_then(|value| number::parse(value.as_string()?.trim()));
    number.filter(|number| number.fract() == 0.0).map_or(1, |number| number as i64)
}

/// The field called `name`. The names come from option titles: they are compared, never made part of a selector.
fn field(form: &HtmlFormElement, name: &str) -> Option<HtmlInputElement> {
    let elements = form.elements();
    (0..elements.length())
        .filter_map(|i| elements.item(i)?.dyn_into::<HtmlInputElement>().ok())
        .find(|input| input.name() == name && input.type_() == "hidden")
}

/// A field that was written, and what it holds.
struct Field {
    name: String,
    value: String,
    input: HtmlInputElement,
}

/// The fields that were written into a form, to be kept up to date and taken out again.
#[derive(Default)]
pub struct Written(Vec<Field>);

impl Written {
    /// Brings the form up to date. What was there and is no longer named is removed. The page is only touched where something changed.
    pub fn write(&mut self, host: &HtmlElement, form: &HtmlFormElement, fields: &[(String, String)]) {
        self.0.retain(|field| {
            let keep = fields.iter().any(|(name, _)| *name == field.name) && field.input.is_connected();
            if !keep {
                field.input.remove();
            }
            keep
        });
        for (name, value) in fields {
            if let Some(field) = self.0.iter_mut().find(|field| field.name == *name) {
                if field.value != *value {
                    field.input.set_value(value);
                    field.value.clone_from(value);
                }
            } else if let Some(input) = field(form, name).or_else(|| create(host, name)) {
                input.set_value(value);
                self.0.push(Field { name: name.clone(), value: value.clone(), input });
            }
        }
    }

    /// Takes these fields out of what a form was read to be.
    pub fn leave(&self, data: &FormData) {
        self.0.iter().for_each(|field| data.delete(&field.name));
    }

    /// Puts these fields into what a form was read to be.
    pub fn join(&self, data: &FormData) {
        for field in &self.0 {
            let _ = data.append_with_str(&field.name, &field.value);
        }
    }

    /// Takes all fields out again.
    pub fn clear(&mut self) {
        self.0.drain(..).for_each(|field| field.input.remove());
    }
}

/// A hidden field in the light DOM of the host: the theme's own script and `new FormData(form)` find it there.
fn create(host: &HtmlElement, name: &str) -> Option<HtmlInputElement> {
    let input: HtmlInputElement = host.owner_document()?.create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("hidden");
    input.set_name(name);
    host.append_child(&input).ok()?;
    Some(input)
}
