use super::*;
use crate::catalog::tests::catalog;

const NOW: i64 = 1_800_000_000_000;

fn shop() -> Catalog {
    catalog(
        r#"{"id": "navy-check", "title": "Oxford shirt", "url": "a", "price": 1, "category": ["Shirts"], "facets": {"color": "navy", "pattern": "check"}},
           {"id": "red-plain", "title": "Linen shirt", "url": "b", "price": 1, "category": ["Shirts"], "facets": {"color": "red", "pattern": "plain"}},
           {"id": "navy-cap", "title": "Cap", "url": "c", "price": 1, "category": ["Caps"], "facets": {"color": "navy", "pattern": "plain"}},
           {"id": "green-mug", "title": "Mug", "url": "d", "price": 1, "category": ["Mugs"], "facets": {"color": "green"}}"#,
    )
}

fn event(kind: EventKind, item: &str, age_ms: i64) -> Event {
    Event { at: NOW - age_ms, kind, item: Some(item.into()), query: None, facets: Vec::new() }
}

fn profile(catalog: &Catalog, events: &[Event]) -> Profile {
    let mut history = History::default();
    for event in events {
        history.record(event.clone(), NOW);
    }
    Profile::build(catalog, &history, NOW)
}

#[test]
fn decay_halves_exactly_and_is_linear_between() {
    let table = [(-5, 1.0), (0, 1.0), (50, 0.75), (100, 0.5), (150, 0.375), (200, 0.25), (i64::MAX, 0.0)];
    for (age, expected) in table {
        assert_eq!(halved(age, 100), expected, "{age}");
    }
}

#[test]
fn what_was_done_more_lately_and_more_firmly_counts_more() {
    use EventKind::{CartAdd, CartRemove, Click, Purchase, View};
    let catalog = shop();
    let liking = |events: &[Event]| profile(&catalog, events).score(&catalog, 2);
    let one = |kind, age| liking(&[event(kind, "navy-check", age)]);
    assert!(one(View, 0) > one(View, 20 * MINUTE_MS) && one(View, 20 * MINUTE_MS) > one(View, 30 * DAY_MS));
    assert!(one(View, 30 * DAY_MS) > 0.0);
    assert!(one(Purchase, 0) > one(View, 0) && one(View, 0) > one(Click, 0));
    assert!(one(CartRemove, 0) < 0.0);
    let both = liking(&[event(CartAdd, "navy-check", 100), event(CartRemove, "navy-check", 0)]);
    assert!(both > 0.0 && both < one(CartAdd, 100));
    // Ten looks on ten days count more than one, but not ten times.
    let days: Vec<Event> = (0..10).map(|day| event(View, "navy-check", day * DAY_MS)).collect();
    assert!(liking(&days) > one(View, 0) && liking(&days) < 4.0 * one(View, 0));
}

#[test]
fn hidden_items_say_nothing() {
    let catalog = shop();
    let mut history = History::default();
    history.record(event(EventKind::View, "navy-check", 0), NOW);
    history.set_hidden("navy-check", true, NOW);
    let profile = Profile::build(&catalog, &history, NOW);
    assert_eq!(profile.score(&catalog, 2), 0.0);
    assert_eq!(profile.strongest(&catalog, 2), None);
    assert_eq!(profile.hidden(), [0]);
}

#[test]
fn seen_in_cart_and_bought_are_the_latest_word() {
    use EventKind::{CartAdd, CartRemove, Purchase, View};
    let catalog = shop();
    let in_cart = |events: &[Event]| profile(&catalog, events).in_cart().to_vec();
    assert_eq!(in_cart(&[event(CartAdd, "navy-cap", 5)]), [2]);
    assert!(in_cart(&[event(CartAdd, "navy-cap", 5), event(CartRemove, "navy-cap", 1)]).is_empty());
    assert_eq!(in_cart(&[event(CartRemove, "navy-cap", 5), event(CartAdd, "navy-cap", 1)]), [2]);
    assert!(in_cart(&[event(CartAdd, "navy-cap", 5), event(Purchase, "navy-cap", 1)]).is_empty());
    assert!(in_cart(&[event(CartAdd, "navy-cap", CART_MS)]).is_empty());
    let events = [
        event(View, "navy-cap", 90 * MINUTE_MS),
        event(View, "red-plain", 50 * MINUTE_MS),
        event(View, "navy-cap", 40 * MINUTE_MS),
        event(View, "unknown", 0),
        event(Purchase, "green-mug", 7),
    ];
    let profile = profile(&catalog, &events);
    assert_eq!(profile.seen(), [(2, NOW - 40 * MINUTE_MS), (1, NOW - 50 * MINUTE_MS)]);
    assert_eq!(profile.bought(), [(3, NOW - 7)]);
}
