//! Items of a catalogue, as cards: what a strip shows of them, for pages that do not have the whole catalogue.

use super::features::Items;
use super::table;
use crate::{input, json, report};
use haberdash_core::catalog::{Catalog, Item};
use haberdash_core::index::CARDS;
use haberdash_core::product::resolve::join;
use haberdash_core::{Diagnostics, Value};
use std::io::BufRead;
use std::path::Path;

/// What is for searching, and no strip shows.
const LEFT_OUT: [&str; 3] = ["tags", "text", "popularity"];

/// The cards of all items, in their order.
#[derive(Default)]
pub struct Cards {
    currency: Option<Value>,
    /// What the merchant wants of all strips.
    rules: Option<Value>,
    /// By item its card as JSON without popularity, and its own popularity; empty for what is not in the catalogue.
    list: Vec<(String, f64)>,
}

impl Items {
    /// The currency of the cards, when there are any.
    pub fn currency(&self) -> Option<String> {
        self.cards.currency.as_ref().and_then(|code| code.as_str()).map(str::to_owned)
    }

    /// What the merchant wants of all strips, where the catalogue says so.
    pub fn rules(&self) -> Option<Value> {
        self.cards.rules.clone()
    }

    /// The files of all cards in this `order` of items, each a catalogue; none where items do not come from one. Where the catalogue says nothing of
    /// popularity, `counts` does.
    pub fn cards(&self, counts: &[f32], order: &[u32]) -> Vec<String> {
        let Some(currency) = &self.cards.currency else { return Vec::new() };
        let most = counts.iter().fold(1.0_f32, |most, count| most.max(*count)).ln_1p();
        let card = |item: u32| {
            let item = item as usize;
            let (card, popularity) = self.cards.list.get(item).filter(|(card, _)| !card.is_empty())?;
            let counted = f64::from(counts.get(item).copied().unwrap_or(0.0).ln_1p() / most);
            let popularity = if *popularity > 0.0 { *popularity } else { counted };
            let popularity = (popularity * 100.0).round() / 100.0;
            Some(format!("{},\"popularity\":{popularity}}}", card.strip_suffix('}')?))
        };
        let file = |items: &[u32]| {
            let cards: Vec<String> =
                items.iter().map(|item| card(*item).unwrap_or_else(|| "null".to_owned())).collect();
            format!("{{\"version\":1,\"currency\":{currency},\"items\":[\n{}\n]}}\n", cards.join(",\n"))
        };
        order.chunks(CARDS as usize).map(file).collect()
    }

    /// Reads a catalogue, or one as JSON lines: its head, `{"version": 1, "currency": "EUR"}`, in the first line, and an item in each other. Addresses on
    /// cards are seen from `base`.
    pub fn read_catalogue(&mut self, path: &Path, base: &str) -> Result<(), String> {
        let name = path.display();
        let mut lines = table::open(path)?;
        let cannot = |error: std::io::Error| format!("{name} cannot be read: {error}");
        let mut line = String::new();
        lines.read_line(&mut line).map_err(cannot)?;
        let head = json::parse(line.trim_start_matches('\u{feff}')).ok().map(|document| document.value);
        let Some(head) = head.filter(|head| head.get("items").is_none()) else {
            let text = input::text(path).map_err(|why| format!("{name} {why}"))?;
            let document = json::parse(&text).map_err(|_| format!("{name} is not JSON"))?;
            let items = document.value.get("items").and_then(Value::as_array).unwrap_or_default();
            let mut bad = 0;
            for item in items {
                bad += usize::from(!self.add_card(&document.value, item, base));
            }
            return self.read_to_end(path, bad);
        };
        let mut bad = 0;
        loop {
            line.clear();
            if lines.read_line(&mut line).map_err(cannot)? == 0 {
                break;
            }
            if !line.trim().is_empty() {
                let item = json::parse(&line).ok().map(|document| document.value);
                bad += usize::from(!item.is_some_and(|item| self.add_card(&head, &item, base)));
            }
        }
        self.read_to_end(path, bad)
    }

    fn read_to_end(&self, path: &Path, bad: usize) -> Result<(), String> {
        let name = path.display();
        if self.cards.currency.is_none() {
            return Err(format!("{name} is no catalogue; `haberdash check` says why"));
        }
        if bad > 0 {
            report::say(&format!("{name}: {bad} items are left out; `haberdash check` says why"));
        }
        Ok(())
    }

    /// Adds an item of the catalogue whose head is `head`; whether it is one.
    fn add_card(&mut self, head: &Value, item: &Value, base: &str) -> bool {
        let of = |name: &str| (name.into(), head.get(name).cloned().unwrap_or_default());
        let alone = vec![of("version"), of("currency"), ("items".into(), Value::Array(vec![item.clone()]))];
        let Some(catalog) = Catalog::read(&Value::Object(alone), &mut Diagnostics::new()) else {
            return false;
        };
        if self.cards.currency.is_none() {
            self.cards.currency = head.get("currency").cloned();
            self.cards.rules = head.get("rules").cloned();
        }
        let [read] = catalog.items() else { return false };
        if self.has(&read.id) {
            return false;
        }
        let place = self.place(&read.id);
        words(read).iter().for_each(|word| self.add(place, word));
        let fields = item.as_object().unwrap_or_default().iter();
        let fields = fields.filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()) && !name.starts_with('$'));
        let fields = fields.map(|(name, value)| match (name.as_str(), value.as_str()) {
            ("url" | "image", Some(address)) if !base.is_empty() => {
                (name.clone(), Value::from(join(base, address)))
            }
            _ => (name.clone(), value.clone()),
        });
        let card = Value::Object(fields.collect()).to_string();
        self.cards.list.resize(place as usize, (String::new(), 0.0));
        self.cards.list.push((card, read.popularity));
        true
    }
}

/// What an item is like.
fn words(item: &Item) -> Vec<String> {
    let mut words: Vec<String> = item.facets.iter().map(|(name, value)| format!("{name}:{value}")).collect();
    words.extend(item.brand.iter().map(|brand| format!("brand:{brand}")));
    words.extend(item.category.iter().map(|category| format!("category:{category}")));
    words.extend(item.tags.iter().map(|tag| format!("tag:{tag}")));
    let title = item.title.get("en", "").to_lowercase();
    words.extend(title.split_whitespace().map(|word| format!("word:{word}")));
    words
}
