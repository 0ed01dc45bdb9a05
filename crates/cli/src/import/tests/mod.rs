#![allow(clippy::unwrap_used, clippy::panic)]

//! Models are compared with what comes of them: a product file has as many valid selections as the model has configurations.

mod featureide;
mod oracle;
mod real;
mod sxfm;
mod table;
mod uvl;

use super::model::{Constraint, Feature, FeatureModel, Formula, Group, GroupKind};
use super::*;
use crate::report::Place;
use haberdash_core::Diagnostics;
use haberdash_core::compat::Compiled;
use haberdash_core::product::Product;
use oracle::Oracle;
use proptest::prelude::*;

fn head() -> Head {
    Head { name: "model".to_owned(), currency: None }
}

/// The product of a text that is taken, and what was said of it.
fn imported(text: &str, format: Format) -> (Value, Vec<String>) {
    let mut found = Found::default();
    let product = import(&Source::new(text), format, &head(), &mut found);
    let lines = found.lines("f");
    assert!(!found.has_errors(), "{lines:?}");
    (product.unwrap(), lines)
}

/// What is said of a text that is not taken.
fn refused(text: &str, format: Format) -> Vec<String> {
    let mut found = Found::default();
    let product = import(&Source::new(text), format, &head(), &mut found);
    assert!(found.has_errors(), "{product:?}");
    found.lines("f")
}

fn count(text: &str, format: Format) -> String {
    let (product, _) = imported(text, format);
    Oracle::new(&product).counted()
}

/// The same by the core, which reads the product file. `None` where counting would take long.
fn counted_by_core(product: &Value) -> Option<String> {
    let mut diagnostics = Diagnostics::new();
    let read = Product::read(product, &mut diagnostics);
    let text = json::tidy(product);
    let others = diagnostics.list().iter().filter(|d| !d.message.contains("unknown field \"prices\""));
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&haberdash_core::Diagnostic>::new(), "{text}");
    let read = read.unwrap();
    Compiled::new(&read).count(&read).map(|count| count.to_string())
}

/// How many configurations a model has, by trying all sets of features.
fn configurations(model: &FeatureModel) -> u64 {
    let all = model.features.len();
    let sets = (0..1_u32 << all).filter(|set| {
        let on: Vec<bool> = (0..all).map(|i| set >> i & 1 == 1).collect();
        model.holds(&on)
    });
    sets.count() as u64
}

/// A model from numbers: for each feature its parent, whether it joins the parent's last group, and what kind of group it begins.
fn model_of(tree: &[(u8, bool, u8, u8, u8)], formulas: Vec<Formula>) -> FeatureModel {
    let place = Place { line: 1, column: 1 };
    let mut model = FeatureModel { features: vec![Feature::new("root", place)], ..FeatureModel::default() };
    for (index, (parent, joins, kind, least, most)) in tree.iter().enumerate() {
        let parent = *parent as usize % (index + 1);
        let number = model.features.len();
        model.features.push(Feature::new(&format!("F {number}"), place));
        let groups = &mut model.features[parent].groups;
        if let (true, Some(group)) = (joins, groups.last_mut()) {
            group.members.push(number);
            continue;
        }
        let kind = match kind % 6 {
            0 => GroupKind::Mandatory,
            1 => GroupKind::Optional,
            2 => GroupKind::OR,
            3 => GroupKind::ALTERNATIVE,
            _ => GroupKind::Choose {
                least: *least as usize % 4,
                most: [None, Some(1), Some(2), Some(3)][*most as usize % 4],
            },
        };
        groups.push(Group { kind, members: vec![number], place });
    }
    let features = model.features.len();
    model.constraints = formulas
        .into_iter()
        .map(|formula| Constraint { formula: folded(formula, features), because: None, place })
        .collect();
    model
}

/// The formula with features that are there.
fn folded(formula: Formula, features: usize) -> Formula {
    let all = |list: Vec<Formula>| list.into_iter().map(|f| folded(f, features)).collect();
    let one = |f: Box<Formula>| Box::new(folded(*f, features));
    match formula {
        Formula::Feature(f) => Formula::Feature(f % features),
        Formula::Constant(c) => Formula::Constant(c),
        Formula::Not(f) => Formula::Not(one(f)),
        Formula::And(list) => Formula::And(all(list)),
        Formula::Or(list) => Formula::Or(all(list)),
        Formula::Implies(a, b) => Formula::Implies(one(a), one(b)),
        Formula::Same(a, b) => Formula::Same(one(a), one(b)),
        Formula::AtMostOne(list) => Formula::AtMostOne(all(list)),
    }
}

fn any_formula() -> impl Strategy<Value = Formula> {
    let leaf = prop_oneof![8 => (0..64_usize).prop_map(Formula::Feature), 1 => any::<bool>().prop_map(Formula::Constant)];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let pair = || (inner.clone(), inner.clone()).prop_map(|(a, b)| (Box::new(a), Box::new(b)));
        let list = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            inner.clone().prop_map(|f| Formula::Not(Box::new(f))),
            list().prop_map(Formula::And),
            list().prop_map(Formula::Or),
            list().prop_map(Formula::AtMostOne),
            pair().prop_map(|(a, b)| Formula::Implies(a, b)),
            pair().prop_map(|(a, b)| Formula::Same(a, b)),
        ]
    })
}

fn any_model() -> impl Strategy<Value = FeatureModel> {
    let feature = (any::<u8>(), prop::bool::weighted(0.6), any::<u8>(), any::<u8>(), any::<u8>());
    (prop::collection::vec(feature, 0..11), prop::collection::vec(any_formula(), 0..4))
        .prop_map(|(tree, formulas)| model_of(&tree, formulas))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_product_has_as_many_valid_selections_as_its_model_has_configurations(model in any_model()) {
        let mut found = Found::default();
        let product = product::of_features(&model, &head(), &mut found);
        prop_assert!(!found.has_errors(), "{:?}", found);
        let expected = configurations(&model);
        let oracle = Oracle::new(&product);
        prop_assert_eq!(oracle.tried(), expected, "{}", json::tidy(&product));
        prop_assert_eq!(oracle.counted(), expected.to_string(), "{}", json::tidy(&product));
        if expected > 0 {
            prop_assert_eq!(counted_by_core(&product), Some(expected.to_string()), "{}", json::tidy(&product));
            prop_assert!(oracle.holds(&oracle.defaults(&product)), "{}", json::tidy(&product));
        } else {
            prop_assert!(found.lines("f").iter().any(|line| line.contains("contradict")));
        }
    }
}

/// Scraps that formats are made of.
const SCRAPS: [&str; 40] = [
    "features",
    "constraints",
    "mandatory",
    "optional",
    "or",
    "[1..2]",
    "\n",
    "\n\t",
    "\n    ",
    "\"",
    "'",
    "{",
    "}",
    "=>",
    "!",
    "A",
    "B.C",
    "<struct>",
    "</struct>",
    "<and name='A'>",
    "</and>",
    "<feature_tree>",
    "</feature_tree>",
    ":r A(a)",
    "\n\t:m",
    "\n\t:g [1,*]",
    ":",
    "<constraints>",
    "</constraints>",
    "~",
    "é",
    ",",
    ";",
    "$price",
    "\r",
    "1,0.5",
    "\u{a0}",
    "<featureModel>",
    "</featureModel>",
    "/*",
];

proptest! {
    #[test]
    fn no_text_makes_it_panic(scraps in prop::collection::vec(prop::sample::select(&SCRAPS[..]), 0..40), any in any::<String>(), at in any::<prop::sample::Index>()) {
        let mut text = scraps.concat();
        let places: Vec<usize> = (0..=text.len()).filter(|i| text.is_char_boundary(*i)).collect();
        text.insert_str(places[at.index(places.len())], &any);
        for format in [Format::Uvl, Format::Featureide, Format::Sxfm, Format::Csv] {
            let mut found = Found::default();
            let product = import(&Source::new(text.as_str()), format, &head(), &mut found);
            prop_assert!(product.is_some() || found.has_errors(), "{:?} {:?}", format, text);
        }
        let _ = format_of(Path::new("x"), &text);
    }
}
