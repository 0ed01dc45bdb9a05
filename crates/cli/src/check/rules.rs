//! The rules of a product: what is surely not meant, and how large they are.

use haberdash_core::Diagnostics;
use haberdash_core::compat::{Compiled, Finding};
use haberdash_core::price::{PriceRuleKind, below_nothing};
use haberdash_core::product::Product;
use haberdash_core::product::rule::{Rule, RuleKind};
use haberdash_core::selection::Selection;
use std::time::Instant;

/// What is worth knowing and no mistake: a JSON Pointer into the file, and a sentence.
pub type Note = (String, String);

/// Compiles the rules of `product`; tells what is surely not meant, and gives what is worth knowing.
pub fn check(product: &Product, diagnostics: &mut Diagnostics) -> Vec<Note> {
    let begin = Instant::now();
    let compiled = Compiled::new(product);
    let took = begin.elapsed();
    let mut notes = Vec::new();
    for finding in compiled.lint(product) {
        tell(product, finding, diagnostics, &mut notes);
    }
    prices(product, &compiled, diagnostics, &mut notes);
    if !product.rules.is_empty() {
        for sentence in sizes(product, &compiled, took) {
            notes.push(("/rules".to_owned(), sentence));
        }
    }
    notes
}

/// Whether something costs less than nothing, in any currency, and which sizes have no price.
fn prices(product: &Product, compiled: &Compiled, diagnostics: &mut Diagnostics, notes: &mut Vec<Note>) {
    for (index, rule) in product.pricing.rules.iter().enumerate() {
        let PriceRuleKind::Table(table) = &rule.kind else { continue };
        let holes = table.holes(&product.options);
        if holes > 0 {
            let sentence = format!("sizes without a price in this table, which cannot be bought: {holes}");
            notes.push((format!("/prices/{index}/table/prices"), sentence));
        }
    }
    let start = Selection::defaults(product);
    let mut below = |least: i64, is_sure: bool, place: String, d: &mut Diagnostics| {
        if least >= 0 {
            return;
        }
        if is_sure {
            d.error(below_nothing(least));
        } else {
            let sentence = "some selections may cost less than nothing: those cannot be ordered";
            notes.push((place, sentence.to_owned()));
        }
    };
    let offers = compiled.offers(product, &start);
    if let Some((least, _)) = offers.whole() {
        let place = "/base_price".to_owned();
        diagnostics.within("base_price", |d| below(least, offers.adds_up, place, d));
    }
    for (index, currency) in product.currencies().into_iter().skip(1).enumerate() {
        let Some(other) = product.in_currency(currency) else { continue };
        let offers = compiled.repriced(&other).offers(&other, &start);
        let Some((least, _)) = offers.whole() else { continue };
        let place = format!("/price_lists/{index}/base_price");
        diagnostics.within("price_lists", |d| {
            d.at_index(index, |d| d.within("base_price", |d| below(least, offers.adds_up, place, d)));
        });
    }
}

fn tell(product: &Product, finding: Finding, diagnostics: &mut Diagnostics, notes: &mut Vec<Note>) {
    let id = |option: usize| product.options[option].id.as_str();
    match finding {
        Finding::Impossible => {
            diagnostics.within("rules", |d| d.error("nobody can buy this: the rules allow nothing"))
        }
        Finding::DeadChoice(option, choice) => diagnostics.within("options", |d| {
            d.at_index(option, |d| {
                d.within("choices", |d| {
                    d.at_index(choice, |d| d.warning("this choice can never be had: the rules exclude it"));
                });
            });
        }),
        Finding::DeadToggle(option, true) => diagnostics.within("options", |d| {
            d.at_index(option, |d| d.warning("this can never be on: the rules exclude it"));
        }),
        Finding::DeadToggle(option, false) => {
            notes.push((
                format!("/options/{option}"),
                format!("\"{}\" is always on: the rules ask for it", id(option)),
            ));
        }
        Finding::DeadNumber(option, step) => {
            let number = product.options[option].kind.numbers().map_or(String::new(), |(s, _)| s.text(step));
            let sentence =
                format!("the rules exclude {number}, and perhaps other numbers of \"{}\"", id(option));
            notes.push((format!("/options/{option}"), sentence));
        }
        Finding::NeverFires(rule) => diagnostics.within("rules", |d| {
            d.at_index(rule, |d| d.warning("this rule never applies: its condition cannot hold"));
        }),
        Finding::Redundant(rule) => {
            notes.push((format!("/rules/{rule}"), "this rule follows from the others".to_owned()));
        }
    }
}

/// How large the diagrams are and how long it took, and what resisted compiling.
pub fn sizes(product: &Product, compiled: &Compiled, took: std::time::Duration) -> Vec<String> {
    let parts = compiled.parts();
    let sum =
        |of: fn((usize, usize)) -> usize| parts.iter().filter_map(|part| part.diagram.map(of)).sum::<usize>();
    let constraints: usize = parts.iter().map(|part| part.constraints).sum();
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let mut list = vec![format!(
        "{} in {}: {}, {}, compiled in {}.{:03} s",
        counted(constraints, "constraint"),
        counted(parts.len(), "part"),
        counted(sum(|d| d.0), "node"),
        counted(sum(|d| d.1), "edge"),
        took.as_secs(),
        took.subsec_millis(),
    )];
    for part in parts.iter().filter(|part| part.diagram.is_none()) {
        let names: Vec<&str> =
            part.options.iter().take(6).map(|option| product.options[*option].id.as_str()).collect();
        let more = if part.options.len() > 6 {
            format!(" and {} more", part.options.len() - 6)
        } else {
            String::new()
        };
        let about = |rule: &&Rule| rule.options().iter().any(|option| part.options.contains(option));
        let sums =
            product.rules.iter().filter(about).filter(|rule| matches!(rule.kind, RuleKind::Sum(_))).count();
        let why = if sums > 0 { "its sums have too many values" } else { "its rules tie too much together" };
        list.push(format!(
            "the rules about {}{more} need more than {} edges and are searched instead: exact, slower ({why})",
            names.join(", "),
            haberdash_core::rules::EDGES,
        ));
    }
    list
}
