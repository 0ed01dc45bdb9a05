//! The parts list as a table.

use super::find;
use crate::app::configurator::State;
use crate::platform::dom;
use crate::ui::ruled;
use crate::ui::words::{Word, word};
use haberdash_core::cart::parts;
use haberdash_core::number::Digits;
use haberdash_core::price::LineOf;
use web_sys::Element;

/// An element with a text in it.
pub(super) fn make(tag: &str, text: &str) -> Option<Element> {
    let element = dom::document().create_element(tag).ok()?;
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Some(element)
}

/// A row: what it is called, what was picked, article number, quantity, price.
fn row(body: &Element, title: &str, picked: &str, [sku, quantity, price]: [&str; 3]) -> Option<()> {
    let (row, head) = (make("tr", "")?, make("th", "")?);
    head.set_attribute("scope", "row").ok()?;
    for (tag, text) in [("small", title), ("span", picked)] {
        if !text.is_empty() {
            head.append_child(&*make(tag, text)?).ok()?;
        }
    }
    row.append_child(&head).ok()?;
    for text in [sku, quantity, price] {
        row.append_child(&*make("td", text)?).ok()?;
    }
    body.append_child(&row).ok()?;
    Some(())
}

/// Fills the table: a row for each part, one for all else that makes the price, and the price.
pub(super) fn show(state: &State, table: &Element) -> Option<()> {
    let setting = &state.setting;
    let product = &setting.product;
    let lines = parts::list(product, &state.selection, &state.price, &setting.locale, &setting.fallback);
    let body = find(table, "tbody")?;
    body.set_text_content(None);
    for line in &lines {
        let title = product.options.get(line.option).map_or("", |option| setting.text(&option.title));
        let (quantity, each) = (line.quantity.digits(), setting.money(line.each));
        row(&body, title, &line.picked, [line.sku(), &quantity, &each])?;
    }
    for line in state.price.lines.iter().filter(|line| line.amount != 0) {
        let title = match line.of {
            LineOf::Option(_) => continue,
            LineOf::Base => word(&setting.locale, Word::BasePrice),
            other => ruled::line(setting, other),
        };
        row(&body, "", title, ["", "", &setting.money(line.amount)])?;
    }
    let foot = find(table, "tfoot")?;
    foot.set_text_content(None);
    row(&foot, "", word(&setting.locale, Word::Price), ["", "", &state.price_text()])
}
