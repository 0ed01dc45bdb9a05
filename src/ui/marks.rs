//! Which choice of each option is picked, and the price, shown on what [`super::option`] and [`super::configurator`] draw.
//!
//! Browsers move the mark of a radio button themselves. To draw a group of fifty anew at every click would take longer than all else that the
//! click does, so only what differs from what is shown is touched.

use super::setting::Setting;
use haberdash_core::selection::{Pick, Selection};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, ShadowRoot};

/// What the groups of one configurator show.
#[derive(Default)]
pub struct Marks {
    picked: Vec<Option<usize>>,
    total: Option<Element>,
}

impl Marks {
    /// Shows `selection` and its `price` on what is drawn in `root`.
    pub fn show(&mut self, root: &ShadowRoot, setting: &Setting, selection: &Selection, price: &str) {
        self.picked.resize(setting.product.options.len(), None);
        for (index, shown) in self.picked.iter_mut().enumerate() {
            if let Some(Pick::Choice(choice)) = selection.pick(index)
                && *shown != Some(*choice)
                && let Some(group) = root.get_element_by_id(&["o", &index.to_string()].concat())
            {
                mark(&group, setting, index, *choice);
                *shown = Some(*choice);
            }
        }
        if self.total.as_ref().is_none_or(|total| !total.is_connected()) {
            self.total = root.query_selector(".price strong").ok().flatten();
        }
        if let Some(total) = &self.total {
            write(total, price);
        }
    }
}

/// Writes `text` into the one text node of `element`: replacing the node would take longer.
fn write(element: &Element, text: &str) {
    match element.first_child() {
        Some(node) => node.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}

fn mark(group: &Element, setting: &Setting, index: usize, choice: usize) -> Option<()> {
    let label = setting.labels(index).get(choice)?;
    let find = |selector: &str| group.query_selector(selector).ok().flatten();
    if let Some(select) = find("select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(&label.value);
        return Some(());
    }
    let radio = find(&["input[value=\"", &label.value, "\"]"].concat())?;
    radio.dyn_into::<HtmlInputElement>().ok()?.set_checked(true);
    write(&find(".chosen")?, &label.title);
    Some(())
}
