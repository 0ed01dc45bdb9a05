//! A share link gives the same selection again, and nothing else gets through.

use crate::products::{any_selection, any_value, damaged, mug, product};
use haberdash_core::Value;
use haberdash_core::link::{LinkProblem, PARAMETER, decode, encode, parts};
use haberdash_core::selection::{Pick, Selection};
use proptest::prelude::*;

#[test]
fn a_link_holds_what_differs_from_the_defaults() {
    let product = product(&mug());
    let defaults = Selection::defaults(&product);
    let text = |selection: &Selection| decode(&encode(&product, selection)).unwrap().unwrap();
    assert_eq!(text(&defaults), r#"{"p":"mug","s":{}}"#);
    let other = defaults.with(&product, 1, Pick::Choice(1)).with(&product, 2, Pick::Text("EVA".into()));
    assert_eq!(text(&other), r#"{"p":"mug","s":{"handle":"none","name":"EVA"}}"#);
}

#[test]
fn links_of_others_damaged_links_and_newer_links_are_told_apart() {
    let product = product(&mug());
    let link = encode(&product, &Selection::preset(&product, "gift").unwrap());
    let long = format!("{PARAMETER}1{}", "A".repeat(20_000));
    let table = [
        ("", None),
        ("#section-2", None),
        ("a=b&c=d", None),
        ("hb", None),
        ("hb=", Some(LinkProblem::Damaged)),
        ("hb=2abc", Some(LinkProblem::Version)),
        ("hb=%31abc", Some(LinkProblem::Damaged)),
        ("hb=1a", Some(LinkProblem::Damaged)),
        ("hb=1e30=", Some(LinkProblem::Damaged)),
        ("hb=1_-8", Some(LinkProblem::Damaged)),
        ("hb=1e+0", Some(LinkProblem::Damaged)),
        (long.as_str(), Some(LinkProblem::Damaged)),
    ];
    for (fragment, problem) in table {
        assert_eq!(decode(fragment), problem.map(Err), "{fragment}");
    }
    for fragment in [link.clone(), format!("#{link}"), format!("#a=b&{link}&c")] {
        assert!(decode(&fragment).unwrap().is_ok(), "{fragment}");
    }
    // Cut off anywhere, it is either damaged, or no longer JSON.
    for end in PARAMETER.len() + 1..link.len() {
        let cut = decode(&link[..end]).unwrap();
        assert!(cut.is_err() || serde_json::from_str::<Value>(&cut.unwrap()).is_err(), "{end}");
    }
}

#[test]
fn what_a_link_cannot_have_keeps_its_default() {
    let product = product(&mug());
    let value =
        serde_json::from_str(r#"{"glaze": "speckled", "handle": "square", "name": "E-V-A", "lid": 1}"#)
            .unwrap();
    let (selection, problems) = Selection::from_value(&product, &value);
    assert_eq!(selection, Selection::defaults(&product).with(&product, 0, Pick::Choice(1)));
    assert_eq!(
        problems,
        [
            "unknown choice \"square\"; there are: round, none",
            "the text for option \"name\" cannot be had",
            "unknown option \"lid\"; there are: glaze, handle, name",
        ]
    );
    let many = Value::object((0..1000).map(|i| (format!("x{i}"), Value::Null)));
    assert_eq!(Selection::from_value(&product, &many).1.len(), 20);
}

proptest! {
    #[test]
    fn a_link_gives_the_same_selection_again((_, product, selection) in any_selection()) {
        let text = decode(&encode(&product, &selection)).unwrap().unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let (id, picks) = parts(&value).unwrap();
        prop_assert_eq!(id, "p");
        prop_assert_eq!(Selection::from_value(&product, picks), (selection, Vec::new()));
    }

    #[test]
    fn a_written_selection_is_read_again((_, product, selection) in any_selection()) {
        let written = selection.to_value(&product);
        prop_assert_eq!(Selection::from_value(&product, &written), (selection, Vec::new()));
    }

    #[test]
    fn any_fragment_can_be_decoded(fragment in any::<String>(), code in "[ -~]{0,40}") {
        let _ = decode(&fragment);
        let _ = decode(&format!("#hb=1{code}"));
        let _ = decode(&format!("hb={code}"));
    }

    #[test]
    fn a_tampered_link_gives_a_selection_that_can_be_priced(
        (_, product, selection) in any_selection(), at in any::<prop::sample::Index>(), new in "[A-Za-z0-9_-]",
    ) {
        let mut link = encode(&product, &selection);
        let at = at.index(link.len() - PARAMETER.len()) + PARAMETER.len();
        link.replace_range(at..=at, &new);
        if let Some(Ok(text)) = decode(&link)
            && let Ok(value) = serde_json::from_str::<Value>(&text)
            && let Some((_, picks)) = parts(&value)
        {
            let (selection, _) = Selection::from_value(&product, picks);
            prop_assert!(haberdash_core::price::price(&product, &selection, 1).is_some());
        }
    }

    #[test]
    fn any_selection_that_is_read_is_complete((_, product, selection) in any_selection(), other in any_value(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 0..4)) {
        for value in [other, damaged(&selection.to_value(&product), &damage)] {
            let (selection, _) = Selection::from_value(&product, &value);
            prop_assert!((0..product.options.len()).all(|option| selection.pick(option).is_some()));
            prop_assert!(haberdash_core::price::price(&product, &selection, 1).is_some());
        }
    }
}
