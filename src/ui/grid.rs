//! What a grid of hundreds of choices is made of: a search, facets, and a box in which only the tiles that are seen are drawn. In the part `grid`.
//!
//! It is made by hand in the empty list of its option: yew draws that once and leaves it alone.

use super::setting::{Label, Setting};
use super::styles::css_string;
use super::words::{PartWord, part_phrase, part_word};
use haberdash_core::find::{Finder, spoken};
use haberdash_core::number::Digits;
use haberdash_core::product::Choice;
use std::cell::Cell;
use web_sys::{Element, HtmlElement};

use wasm_bindgen::JsCast;

/// An element of `tag` with attributes, within `parent`.
pub fn put(parent: &Element, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = web_sys::window()?.document()?.create_element(tag).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

/// Sets a property of an element's own style.
pub fn style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(property, value);
    }
}

/// The elements of one grid.
pub struct Parts {
    /// What the shopper types.
    pub search: Element,
    /// A button for each value of each facet: facet, value, the button, and where its count is written.
    pub chips: Vec<(String, String, Element, Element)>,
    /// How many were found, and the button that clears the filters.
    pub count: Element,
    /// See above.
    pub clear: Element,
    /// The box that scrolls.
    pub scroller: Element,
    /// What is as high as all tiles together.
    pub canvas: Element,
    /// What is said where nothing was found.
    pub none: Element,
}

/// Makes the elements of the grid of `option` within `holder`, which is empty.
pub fn make(setting: &Setting, option: usize, holder: &Element, finder: &Finder) -> Option<Parts> {
    let locale = &setting.locale;
    let word = |word: PartWord| part_word(locale, word);
    let ask = |word: &str| [word, " ", &option.digits()].concat();
    // What is done in the search is no pick.
    let head = put(holder, "div", &[("class", "seek"), ("data-change", "none 4294967295")])?;
    let title = setting.product.options.get(option).map_or("", |option| setting.text(&option.title));
    let label = [&word(PartWord::Search), ": ", title].concat();
    let attributes = [
        ("type", "search"),
        ("placeholder", &*word(PartWord::Search)),
        ("aria-label", &label),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("data-input", &ask("seek")),
    ];
    let search = put(&head, "input", &attributes)?;
    let titles = setting.product.extras.as_ref().map(|extras| &extras.facet_titles);
    let name = |id: &str| match titles.and_then(|titles| titles.get(id)) {
        Some(title) => setting.text(title).to_owned(),
        None => spoken(id),
    };
    let mut chips = Vec::new();
    let facets = put(&head, "div", &[("class", "facets")])?;
    for (facet, values) in finder.groups() {
        let details = put(&facets, "details", &[])?;
        put(&details, "summary", &[])?.set_text_content(Some(&name(facet)));
        let group =
            put(&details, "div", &[("class", "values"), ("role", "group"), ("aria-label", &name(facet))])?;
        for (value, _) in values {
            let asks = ask("facet");
            let attributes = [
                ("type", "button"),
                ("part", "button"),
                ("aria-pressed", "false"),
                ("data-click", asks.as_str()),
                ("data-facet", facet),
                ("data-value", value),
            ];
            let button = put(&group, "button", &attributes)?;
            put(&button, "span", &[])?.set_text_content(Some(&name(value)));
            let count = put(&button, "span", &[("class", "n")])?;
            chips.push((facet.to_owned(), value.to_owned(), button, count));
        }
    }
    let line = put(&head, "p", &[("class", "found")])?;
    let count = put(&line, "span", &[("role", "status")])?;
    let attributes = [("type", "button"), ("part", "button"), ("hidden", ""), ("data-click", &*ask("clear"))];
    let clear = put(&line, "button", &attributes)?;
    clear.set_text_content(Some(&word(PartWord::ClearFilters)));
    let scroller = put(holder, "div", &[("class", "tiles")])?;
    let canvas = put(&scroller, "div", &[("class", "canvas")])?;
    let none = put(&scroller, "p", &[("class", "none"), ("hidden", "")])?;
    none.set_text_content(Some(&word(PartWord::NoneFound)));
    Some(Parts { search, chips, count, clear, scroller, canvas, none })
}

/// How many were found, in words.
pub fn found(setting: &Setting, count: usize) -> String {
    part_phrase(&setting.locale, PartWord::Found, &count.digits())
}

/// A tile that is drawn.
pub struct Tile {
    /// Its place in the list of what was found.
    pub place: usize,
    /// The choice.
    pub choice: usize,
    /// The tile.
    pub element: Element,
    /// Its radio button or box.
    pub input: web_sys::HtmlInputElement,
    /// Whether it is marked as one that cannot be had.
    pub is_off: Cell<bool>,
}

/// Makes the tile of a choice. `of` is how many there are.
pub fn tile(
    (name, is_radio): (&str, bool),
    (choice, label): (&Choice, &Label),
    at: (usize, usize),
    of: usize,
    address: &dyn Fn(&str) -> String,
) -> Option<Tile> {
    let element = web_sys::window()?.document()?.create_element("label").ok()?;
    for (name, value) in [("class", "choice"), ("part", "choice"), ("title", &*label.whole)] {
        element.set_attribute(name, value).ok()?;
    }
    let place = (at.0 + 1).digits();
    let count = of.digits();
    let attributes = [
        ("type", if is_radio { "radio" } else { "checkbox" }),
        ("name", name),
        ("value", &*label.value),
        ("aria-label", &*label.whole),
        ("aria-posinset", &*place),
        ("aria-setsize", &*count),
    ];
    // Boxes know no place in a set (ARIA 1.2).
    let own = if is_radio { &attributes[..] } else { &attributes[..4] };
    let input = put(&element, "input", own)?;
    let chip = put(&element, "span", &[("class", "chip"), ("part", "chip")])?;
    if let Some(color) = choice.color {
        style(&chip, "background-color", &color.hex());
    }
    if let Some(picture) = choice.image.as_ref().or(choice.texture.as_ref()) {
        let mut url = "url(\"".to_owned();
        css_string(&address(&picture.0), &mut url);
        url.push_str("\")");
        style(&chip, "background-image", &url);
    }
    Some(Tile { place: at.0, choice: at.1, element, input: input.dyn_into().ok()?, is_off: Cell::new(false) })
}
