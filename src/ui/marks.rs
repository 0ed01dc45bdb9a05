//! Which choice of each option is picked, shown on the groups that [`super::option`] draws.
//!
//! Browsers move the mark of a radio button themselves. To draw a group of fifty anew at every click would take longer than all else that the
//! click does, so only what differs from what is shown is touched.

use super::setting::Setting;
use haberdash_core::selection::{Pick, Selection};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, ShadowRoot};

/// What the groups of one configurator show.
#[derive(Default)]
pub struct Marks(Vec<Option<usize>>);

impl Marks {
    /// Shows `selection` on the groups in `root`.
    pub fn show(&mut self, root: &ShadowRoot, setting: &Setting, selection: &Selection) {
        self.0.resize(setting.product.options.len(), None);
        for (index, shown) in self.0.iter_mut().enumerate() {
            // What is shown again is drawn anew, without a mark.
            if selection.pick(index) == Some(&Pick::Hidden) {
                *shown = None;
            }
            if let Some(Pick::Choice(choice)) = selection.pick(index)
                && *shown != Some(*choice)
                && let Some(group) = root.get_element_by_id(&["o", &index.to_string()].concat())
            {
                mark(&group, setting, index, *choice);
                *shown = Some(*choice);
            }
        }
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
    find(".chosen")?.set_text_content(Some(&label.title));
    Some(())
}
