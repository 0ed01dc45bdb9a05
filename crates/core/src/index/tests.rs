use super::*;
use crate::catalog::Catalog;
use crate::diagnostics::Diagnostics;
use crate::history::{Event, EventKind, History};
use crate::recommend::{Reason, Request, Strip, recommend};
use proptest::prelude::*;
use std::rc::Rc;

fn row(id: &str, number: u32, own: f32, neighbours: &[(u32, f32)]) -> Row {
    Row::new(id.to_owned(), number, own, neighbours)
}

const METHOD: Method =
    Method { depth: 2, decay: 0.5, repeat: 0.0, repeat_latest: 1.0, repeat_decay: 1.0, own: 0.0, mean: 1.0 };

#[test]
fn later_items_count_more_and_only_so_many() {
    let a = row("a", 0, 0.0, &[(10, 1.0), (11, 0.5)]);
    let b = row("b", 1, 0.0, &[(11, 1.0)]);
    let c = row("c", 2, 0.0, &[(12, 9.0)]);
    let list = score(&METHOD, &[Some(&a), Some(&b), Some(&c)], 99);
    assert_eq!(list.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [10, 11]);
    assert!((list[0].1 - 1.0).abs() < 0.02 && (list[1].1 - 1.0).abs() < 0.02);
    // An unknown item takes its place all the same.
    assert!((score(&METHOD, &[None, Some(&b)], 99)[0].1 - 0.5).abs() < 0.01);
    assert!(score(&METHOD, &[None], 99).is_empty());
}

#[test]
fn what_shoppers_come_back_to_is_shown_again() {
    let a = row("a", 0, 0.0, &[(10, 1.0)]);
    let b = row("b", 1, 0.5, &[(10, 0.2)]);
    let method = Method { repeat: 2.0, repeat_latest: 0.25, repeat_decay: 0.5, own: 1.0, ..METHOD };
    let list = score(&method, &[Some(&a), Some(&b)], 99);
    let of = |number: u32| list.iter().find(|(other, _)| *other == number).map_or(0.0, |(_, score)| *score);
    assert!((of(0) - 2.0 * 0.25).abs() < 0.01, "{list:?}");
    assert!((of(1) - 2.0 * 0.5 * 1.5).abs() < 0.02, "{list:?}");
}

#[test]
fn manifests_come_back_and_foreign_ones_do_not() {
    let manifest = Manifest {
        items: 5,
        shards: 2,
        build: "00ff".to_owned(),
        method: METHOD,
        popular: vec![3, 0],
        currency: Some("EUR".to_owned()),
        rules: Some(crate::Value::record([("pin", "a b".into())])),
    };
    let value = manifest.to_value();
    assert_eq!(Manifest::from_value(&value), Some(manifest.clone()));
    let changed = |name: &str, to: crate::Value| {
        let crate::Value::Object(mut fields) = value.clone() else { unreachable!() };
        fields.iter_mut().filter(|(field, _)| field == name).for_each(|(_, value)| *value = to.clone());
        Manifest::from_value(&crate::Value::Object(fields))
    };
    assert_eq!(changed("version", crate::Value::Number(2.0)), None);
    assert_eq!(changed("shards", crate::Value::Number(0.0)), None);
    assert_eq!(changed("items", crate::Value::Number(2.0)), None, "3 is no item");
    assert_eq!(changed("build", crate::Value::from("../evil")), None);
}

#[test]
fn shards_are_spread() {
    let mut counts = [0; 16];
    (0..16_000).for_each(|item| counts[shard_of(&format!("item-{item}"), 16) as usize] += 1);
    assert!(counts.iter().all(|count| (800..1200).contains(count)), "{counts:?}");
    assert_eq!(shard_of("anything", 0), 0);
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in proptest::collection::btree_map("[a-z]{1,6}", (any::<u32>(), 0.0_f32..3.0, proptest::collection::vec((any::<u32>(), 0.001_f32..2.0), 0..30)), 0..20)) {
        let rows: Vec<Row> = rows.into_iter().map(|(id, (number, own, mut list))| {
            list.sort_by(|a, b| b.1.total_cmp(&a.1));
            let row = Row::new(id, number, own, &list);
            // Strengths are kept within one of 255 steps of the strongest, and half a percent.
            let strongest = list.iter().map(|(_, strength)| *strength).fold(own, f32::max);
            for ((_, kept), (_, given)) in row.neighbours().zip(&list) {
                prop_assert!((kept - f64::from(*given)).abs() <= f64::from(strongest) / 255.0 * 1.02);
            }
            Ok(row)
        }).collect::<Result<_, TestCaseError>>()?;
        let shard = Shard::new(rows);
        prop_assert_eq!(Shard::from_bytes(&shard.to_bytes()), Ok(shard));
    }

    #[test]
    fn nothing_foreign_breaks_it(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), change in any::<(usize, u8)>()) {
        let _ = Names::from_bytes(&bytes);
        bytes.splice(0..0, *b"HBN1");
        let _ = Shard::from_bytes(&bytes);
        let mut sound = Shard::new(vec![row("a", 7, 0.1, &[(300, 1.0), (2, 0.4)]), row("b", 8, 0.0, &[])]).to_bytes();
        let at = change.0 % sound.len();
        sound[at] = change.1;
        let _ = Shard::from_bytes(&sound);
        prop_assert_eq!(Shard::from_bytes(&sound[..at]).is_ok(), false);
    }
}

#[test]
fn names_of_a_block() {
    let names = Names(vec!["a".to_owned(), "ß".to_owned()]);
    assert_eq!(Names::from_bytes(&names.to_bytes()), Ok(names.clone()));
    assert_eq!((names.get(BLOCK + 1), names.get(2)), (Some("ß"), None));
    assert_eq!(Names::from_bytes(b"HBI2"), Err(Unreadable::Foreign));
    assert_eq!(Names::from_bytes(b"HBI1\x01\x01a!"), Err(Unreadable::Length));
}

proptest! {
    /// Taking a row away is what [`score`] says it is; those after it move up.
    #[test]
    fn the_row_without_which_most_is_lost(
        lists in proptest::collection::vec(proptest::collection::vec((0_u32..12, 0.01_f32..2.0), 0..6), 1..8),
        (depth, decay, repeat, latest, again) in (1_u32..6, 0.1_f64..1.0, 0.0_f64..2.0, 0.0_f64..1.0, 0.1_f64..1.0),
    ) {
        let method = Method { depth, decay, repeat, repeat_latest: latest, repeat_decay: again, own: 0.5, mean: 0.7 };
        let rows: Vec<Row> = lists.iter().enumerate().map(|(item, list)| {
            let mut list: Vec<(u32, f32)> = list.iter().filter(|(number, _)| *number != item as u32).copied().collect();
            list.sort_by_key(|(number, _)| *number);
            list.dedup_by_key(|(number, _)| *number);
            list.sort_by(|a, b| b.1.total_cmp(&a.1));
            row(&item.to_string(), item as u32, 0.3, &list)
        }).collect();
        let rows: Vec<Option<&Row>> = rows.iter().map(Some).collect();
        let first = score(&method, &rows, 3);
        prop_assert_eq!(&first[..], &score(&method, &rows, 99)[..first.len()]);
        let of = |rows: &[Option<&Row>], number: u32| score(&method, rows, 99).iter().find(|(other, _)| *other == number).map_or(0.0, |(_, score)| *score);
        for (number, all) in score(&method, &rows, 99) {
            let lost: Vec<f64> = (0..rows.len()).map(|place| {
                let mut left = rows.clone();
                left.remove(place);
                all - of(&left, number)
            }).collect();
            let most = lost.iter().copied().fold(0.0, f64::max);
            match strongest(&method, &rows, number) {
                Some(place) => prop_assert!((lost[place] - most).abs() < 1e-9 && lost[place] > 0.0),
                None => prop_assert!(most < 1e-9, "{most}"),
            }
        }
    }
}

/// Items a to j without anything in common; the index says that c goes with a, and d and e with b.
fn shop() -> (Catalog, Rc<Index>) {
    let items: Vec<String> = ('a'..='j')
        .map(|c| format!(r#"{{"id": "{c}", "title": "{c}{c}{c}", "url": "u", "price": 1}}"#))
        .collect();
    let text = format!(r#"{{"version": 1, "currency": "EUR", "items": [{}]}}"#, items.join(","));
    let value: crate::Value = serde_json::from_str(&text).unwrap();
    let catalog = Catalog::read(&value, &mut Diagnostics::new()).unwrap();
    let manifest = Manifest {
        items: 10,
        shards: 1,
        build: "0".to_owned(),
        method: METHOD,
        popular: vec![],
        currency: None,
        rules: None,
    };
    let mut index = Index::new(manifest);
    let rows = vec![row("a", 0, 0.0, &[(2, 1.0)]), row("b", 1, 0.0, &[(3, 1.0), (4, 0.4)])];
    index.put_rows(0, &Shard::new(rows).to_bytes()).unwrap();
    index.put_names(0, &Names(('a'..='j').map(String::from).collect()).to_bytes()).unwrap();
    (catalog, Rc::new(index))
}

fn ids(catalog: &Catalog, list: &[crate::recommend::Recommendation]) -> String {
    list.iter().map(|one| catalog.items()[one.item].id.as_str()).collect()
}

#[test]
fn strips_show_neighbours_and_say_of_what() {
    let (catalog, index) = shop();
    let mut history = History::default();
    let event =
        |at, kind, id: &str| Event { at, kind, item: Some(id.to_owned()), query: None, facets: Vec::new() };
    let now = 1_800_000_000_000;
    history.record(event(now - 9000, EventKind::View, "a"), now);
    history.record(event(now - 8000, EventKind::CartAdd, "gid://shopify/Product/b"), now);
    let strip = |history: &History, request: &Request| {
        let said = Said::new(Rc::clone(&index), &catalog, subjects(history, request));
        recommend(&catalog, Some(&said), history, now, request)
    };
    let request = Request::new(Strip::ForYou, 3);
    let list = strip(&history, &request);
    assert_eq!(ids(&catalog, &list), "dce", "half of what a says, and then more than b says of e");
    assert_eq!(list[0].reason, Reason::InCart("b".to_owned()));
    assert_eq!(list[1].reason, Reason::Viewed("a".to_owned()));
    // Without what the reason names, the item is not there any more.
    history.forget("a", now);
    assert!(!ids(&catalog, &strip(&history, &Request::new(Strip::ForYou, 2))).contains('c'));

    let mut request = Request::new(Strip::BoughtTogether, 5);
    assert_eq!(ids(&catalog, &strip(&history, &request)), "de", "with what is in the cart");
    request.current = Some("a".to_owned());
    assert_eq!(ids(&catalog, &strip(&history, &request)), "c", "with the page's own");
    assert!(recommend(&catalog, None, &history, now, &request).is_empty(), "nobody knows without an index");
}
