//! What is picked in each option, what can be had, and the price, shown on what [`super::option`] and [`super::configurator`] draw.
//!
//! Browsers move the mark of a radio button themselves. To draw a group of fifty anew at every click would take longer than all else that the
//! click does, so only what differs from what is shown is touched.

use super::setting::Setting;
use super::words::{Word, word};
use haberdash_core::number::Digits;
use haberdash_core::selection::{Pick, Selection};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, Node, ShadowRoot};

/// What the options of one configurator show.
#[derive(Default)]
pub struct Marks {
    options: Vec<Mark>,
    total: Option<Element>,
    /// What it says.
    price: String,
}

/// What one option shows.
#[derive(Default)]
struct Mark {
    picked: Option<Pick>,
    /// It is not named yet beside the title.
    unnamed: bool,
    /// The choices that cannot be had.
    off: Vec<usize>,
}

impl Marks {
    /// Shows `selection` on what is drawn in `root`, and what of the rest can be had with it.
    pub fn show(&mut self, root: &ShadowRoot, setting: &Setting, selection: &Selection, off: &[Vec<usize>]) {
        self.options.resize_with(setting.product.options.len(), Mark::default);
        for (index, mark) in self.options.iter_mut().enumerate() {
            let Some(pick) = selection.pick(index) else { continue };
            if *pick == Pick::Hidden {
                // What is shown again is drawn anew, without marks.
                *mark = Mark::default();
                continue;
            }
            let off = off.get(index).map_or(&[][..], Vec::as_slice);
            let same = mark.picked.as_ref() == Some(pick);
            let by_hand = setting.product.options.get(index).is_none_or(|option| option.kind.is_special());
            if same && mark.off == off || by_hand || matches!(pick, Pick::Text(_) | Pick::Image(_)) {
                continue;
            }
            let Some(group) = root.get_element_by_id(&["o", &index.digits()].concat()) else { continue };
            if !same {
                show_pick(&group, setting, index, pick);
                mark.picked = Some(pick.clone());
                mark.unnamed = true;
            }
            show_off(&group, setting, index, off, &mark.off);
            off.clone_into(&mut mark.off);
        }
    }

    /// Names what is picked, and its `price`.
    pub fn spell(&mut self, root: &ShadowRoot, setting: &Setting, price: &str) {
        for (index, mark) in self.options.iter_mut().enumerate() {
            if std::mem::take(&mut mark.unnamed)
                && let Some(Pick::Choice(choice)) = mark.picked
                && let Some(choice) = setting.choices(index).get(choice)
                && let Some(group) = root.get_element_by_id(&["o", &index.digits()].concat())
                && let Some(name) = find(&group, ".chosen")
            {
                write(&name, setting.title(choice));
            }
        }
        if self.total.as_ref().is_none_or(|total| !total.is_connected()) {
            self.total = root.query_selector(".price strong").ok().flatten();
            self.price.clear();
        }
        // To write the same again would lay the page out anew.
        if let Some(total) = self.total.as_ref().filter(|_| self.price != price) {
            write(total, price);
            price.clone_into(&mut self.price);
        }
    }

    /// Whether what makes the price is unfolded.
    pub fn is_open(&self) -> bool {
        self.total.as_ref().is_some_and(|total| matches!(total.closest("[open]"), Ok(Some(_))))
    }

    /// The browser shows `pick` already: it was made in the option's own field. What a part shows has no mark here, and is named there.
    pub fn took(&mut self, option: usize, pick: &Pick) {
        if let Some(mark) = self.options.get_mut(option).filter(|mark| mark.picked.is_some()) {
            mark.picked = Some(pick.clone());
            mark.unnamed = true;
        }
    }

    /// What an option shows was changed by the browser and has to be set back.
    pub fn forget(&mut self, option: usize) {
        if let Some(mark) = self.options.get_mut(option) {
            mark.picked = None;
        }
    }
}

/// Writes `text` into the text node that `element` starts with: replacing the node would take longer.
pub fn write(element: &Element, text: &str) {
    match element.first_child() {
        Some(node) if node.node_type() == Node::TEXT_NODE => node.set_node_value(Some(text)),
        _ => element.set_text_content(Some(text)),
    }
}

fn find(group: &Element, selector: &str) -> Option<Element> {
    group.query_selector(selector).ok().flatten()
}

fn input(group: &Element, value: &str) -> Option<HtmlInputElement> {
    find(group, &["input[value=\"", value, "\"]"].concat())?.dyn_into().ok()
}

fn show_pick(group: &Element, setting: &Setting, index: usize, pick: &Pick) -> Option<()> {
    match pick {
        Pick::Choice(choice) => {
            let value = choice.digits();
            if let Some(select) =
                find(group, "select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok())
            {
                select.set_value(&value);
                return Some(());
            }
            input(group, &value)?.set_checked(true);
        }
        Pick::Multi(picked) => {
            for choice in 0..setting.choices(index).len() {
                if let Some(input) = input(group, &choice.digits()) {
                    input.set_checked(picked.contains(&choice));
                }
            }
        }
        Pick::Toggle(on) => find(group, "input")?.dyn_into::<HtmlInputElement>().ok()?.set_checked(*on),
        // Special kinds are shown by their part.
        Pick::Number(_) | Pick::Color(_) | Pick::Text(_) | Pick::Image(_) | Pick::Hidden => {}
    }
    Some(())
}

/// Marks the choices `off` that cannot be had, where those `before` were marked. They stay in reach: the shopper may want to know why, or pick one
/// all the same.
fn show_off(group: &Element, setting: &Setting, index: usize, off: &[usize], before: &[usize]) {
    let changed = off.iter().filter(|choice| !before.contains(choice)).map(|choice| (*choice, false));
    let back = before.iter().filter(|choice| !off.contains(choice)).map(|choice| (*choice, true));
    for (choice, can) in changed.chain(back) {
        let selector = match setting.choices(index) {
            [] => "input".to_owned(),
            _ => ["[value=\"", &choice.digits(), "\"]"].concat(),
        };
        let Ok(Some(element)) = group.query_selector(&selector) else { continue };
        let _ = match can {
            true => element.remove_attribute("aria-disabled"),
            false => element.set_attribute("aria-disabled", "true"),
        };
        if element.tag_name() == "OPTION"
            && let Some(label) = setting.label(index, choice)
        {
            let note = word(&setting.locale, Word::ChangesOthers);
            let text = if can { label.entry() } else { [&label.entry(), " – ", note].concat() };
            element.set_text_content(Some(&text));
        }
    }
}
