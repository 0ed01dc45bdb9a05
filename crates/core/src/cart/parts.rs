//! The parts list: what a configured product is made of, a line for each, with article numbers and prices. In the part `fields` of the widget, as
//! whatever else a product file says beyond its options.

use super::text_of;
use crate::price::{LineOf, PriceBreakdown};
use crate::product::{Choice, Kind, Product};
use crate::selection::{Pick, Selection};
use crate::value::Value;

/// The name of the line item's property that has the parts list.
pub const PROPERTY: &str = "_haberdash_parts";

/// Something that the product is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PartLine<'p> {
    /// The option that it was picked in, as a position.
    pub option: usize,
    /// The choice that it is, of options that are lists.
    pub choice: Option<&'p Choice>,
    /// What was picked, in words.
    pub picked: String,
    /// How many.
    pub quantity: i64,
    /// What each costs, in minor units.
    pub each: i64,
}

impl PartLine<'_> {
    /// The article number; empty where there is none.
    pub fn sku(&self) -> &str {
        self.choice.and_then(|choice| choice.sku.as_deref()).unwrap_or_default()
    }
}

/// The parts of `selection`, which costs `price`, in the product's order. Choices with neither a stock keeping unit nor a price are none: "no graphics
/// card", or a colour at no extra charge.
pub fn list<'p>(
    product: &'p Product,
    selection: &Selection,
    price: &PriceBreakdown,
    language: &str,
    fallback: &str,
) -> Vec<PartLine<'p>> {
    let mut lines = Vec::new();
    for (index, option) in product.options.iter().enumerate() {
        let Some(pick) = selection.pick(index) else { continue };
        let words = |pick: &Pick| text_of(product, index, pick, language, fallback);
        let whole = price.lines.iter().find(|line| line.of == LineOf::Option(index));
        let whole = whole.map_or(0, |line| line.amount);
        let list = option.kind.choices().unwrap_or_default();
        let mut add = |choice: &usize| {
            let Some(choice_of) = list.get(*choice).filter(|own| own.sku.is_some() || own.price.0 != 0)
            else {
                return;
            };
            let (picked, each) = (words(&Pick::Choice(*choice)), choice_of.price.0);
            lines.push(PartLine { option: index, choice: Some(choice_of), picked, quantity: 1, each });
        };
        match (&option.kind, pick) {
            (_, Pick::Choice(choice)) => add(choice),
            (_, Pick::Multi(picked)) => picked.iter().for_each(add),
            (Kind::Quantity(kind), Pick::Number(step)) => {
                let count = kind.steps.number(*step) / crate::product::attributes::SCALE;
                let is_even =
                    kind.price.once.0 == 0 && kind.price.per_unit.0.checked_mul(count) == Some(whole);
                let (quantity, each) = if is_even { (count, kind.price.per_unit.0) } else { (1, whole) };
                if count != 0 {
                    lines.push(PartLine { option: index, choice: None, picked: words(pick), quantity, each });
                }
            }
            (_, pick) => {
                let picked = words(pick);
                if whole != 0 || !picked.is_empty() && !matches!(pick, Pick::Color(_)) {
                    lines.push(PartLine { option: index, choice: None, picked, quantity: 1, each: whole });
                }
            }
        }
    }
    lines
}

/// The same as JSON: `option`, `title`, `choice`, `picked`, `sku`, `quantity` and `price` of each; without `choice` and `sku` where there is none.
pub fn to_value(product: &Product, lines: &[PartLine], language: &str, fallback: &str) -> Value {
    let of = |line: &PartLine| {
        let option = product.options.get(line.option)?;
        let title = option.title.get(language, fallback);
        let mut fields = Vec::new();
        let mut put = |name: &str, value: Value| fields.push((name.into(), value));
        put("option", Value::from(option.id.as_str()));
        put("title", Value::from(title));
        if let Some(choice) = line.choice {
            put("choice", Value::from(choice.id.as_str()));
        }
        put("picked", Value::from(line.picked.as_str()));
        if !line.sku().is_empty() {
            put("sku", Value::from(line.sku()));
        }
        put("quantity", Value::from(line.quantity));
        put("price", Value::from(line.each));
        Some(Value::Object(fields))
    };
    Value::Array(lines.iter().filter_map(of).collect())
}

/// Adds the parts list to the properties of a line item, where the product file asks for one.
#[inline(never)]
pub(super) fn add(
    product: &Product,
    selection: &Selection,
    price: &PriceBreakdown,
    (language, fallback): (&str, &str),
    properties: &mut Vec<(String, String)>,
) {
    if product.extras.as_ref().is_some_and(|extras| extras.parts_list) {
        let lines = list(product, selection, price, language, fallback);
        properties.push((PROPERTY.to_owned(), to_value(product, &lines, language, fallback).json()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cart::line_item;
    use crate::catalog::tests::json;
    use crate::diagnostics::Diagnostics;

    fn product(text: &str) -> Product {
        let value = json(text);
        let mut diagnostics = Diagnostics::new();
        let product = Product::read(&value, &mut diagnostics);
        product.unwrap_or_else(|| panic!("{:?}", diagnostics.list()))
    }

    const PC: &str = r##"{"version": 1, "id": "pc", "title": "PC", "currency": "EUR", "base_price": 500, "tools": ["parts_list"],
        "options": [
            {"id": "board", "title": "Board", "kind": "choice", "choices": [{"id": "b", "title": "B 650", "sku": "B650", "price": 9000}]},
            {"id": "gpu", "title": "Graphics", "kind": "choice", "choices": [{"id": "none"}, {"id": "rx", "sku": "RX", "price": 30000}]},
            {"id": "cards", "kind": "multi", "title": "Cards", "choices": [{"id": "wifi", "sku": "W7", "price": 3900}, {"id": "free", "sku": "F"}]},
            {"id": "fans", "kind": "quantity", "title": "Fans", "min": 0, "max": 4, "price": {"per_unit": 700}},
            {"id": "cut", "kind": "measure", "title": "Cable", "unit": "m", "min": 0.5, "max": 3, "step": 0.5, "price": {"per_unit": 100, "once": 50}},
            {"id": "test", "kind": "toggle", "title": "Tested", "price": 2500},
            {"id": "name", "kind": "text", "title": "Engraving", "max_chars": 9, "price": {"once": 900}},
            {"id": "light", "kind": "color", "title": "Light", "default": "#ffffff"}
        ]}"##;

    fn picked(picks: &str) -> (Product, Selection) {
        let product = product(PC);
        let (selection, problems) = Selection::from_value(&product, &json(picks));
        assert_eq!(problems, Vec::<String>::new());
        (product, selection)
    }

    #[test]
    fn each_part_is_a_line_and_what_is_none_is_left_out() {
        let picks = r##"{"cards": ["wifi", "free"], "fans": 3, "cut": 1.5, "test": true, "name": "EVA", "light": "#00ff00"}"##;
        let (product, selection) = picked(picks);
        let price = crate::price::price(&product, &selection, 1).unwrap();
        let lines = list(&product, &selection, &price, "en", "en");
        let told: Vec<(usize, &str, &str, i64, i64)> = lines
            .iter()
            .map(|line| (line.option, line.picked.as_str(), line.sku(), line.quantity, line.each))
            .collect();
        let expected = vec![
            (0, "B 650", "B650", 1, 9000),
            (2, "wifi", "W7", 1, 3900),
            (2, "free", "F", 1, 0),
            (3, "3", "", 3, 700),
            (4, "1.5 m", "", 1, 200),
            (5, "yes", "", 1, 2500),
            (6, "EVA", "", 1, 900),
        ];
        assert_eq!(told, expected);
        // Together with the base price they are the price.
        assert_eq!(500 + lines.iter().map(|line| line.quantity * line.each).sum::<i64>(), price.unit);
    }

    #[test]
    fn nothing_that_is_off_or_empty_is_a_part() {
        let (product, selection) = picked(r#"{"fans": 0, "cut": 0.5}"#);
        let price = crate::price::price(&product, &selection, 1).unwrap();
        let lines = list(&product, &selection, &price, "en", "en");
        assert_eq!(lines.iter().map(|line| line.option).collect::<Vec<_>>(), [0, 4]);
    }

    #[test]
    fn the_line_item_has_it_only_where_the_file_asks() {
        let (mut product, selection) = picked(r#"{"cards": ["wifi"], "fans": 0, "cut": 0.5}"#);
        let item = line_item(&product, &selection, 1, "en", "en").unwrap();
        let (name, text) = item.properties.last().unwrap();
        assert_eq!(name, PROPERTY);
        assert_eq!(
            text,
            &[
                r#"[{"choice":"b","option":"board","picked":"B 650","price":9000,"quantity":1,"sku":"B650","title":"Board"},"#,
                r#"{"choice":"wifi","option":"cards","picked":"wifi","price":3900,"quantity":1,"sku":"W7","title":"Cards"},"#,
                r#"{"option":"cut","picked":"0.5 m","price":100,"quantity":1,"title":"Cable"}]"#,
            ]
            .concat()
        );
        product.extras = None;
        let item = line_item(&product, &selection, 1, "en", "en").unwrap();
        assert!(item.properties.iter().all(|(name, _)| name != PROPERTY));
    }
}
