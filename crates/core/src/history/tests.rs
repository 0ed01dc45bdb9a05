use super::*;
use crate::catalog::tests::{any_value, json};
use crate::value::Value;
use proptest::prelude::*;

const NOW: i64 = 1_800_000_000_000;
const MINUTE: i64 = 60_000;

fn view(item: &str, at: i64) -> Event {
    Event { at, kind: EventKind::View, item: Some(item.into()), query: None, facets: Vec::new() }
}

fn search(query: &str, at: i64) -> Event {
    Event { at, kind: EventKind::Search, item: None, query: Some(query.into()), facets: Vec::new() }
}

fn history(events: &[Event]) -> History {
    let mut history = History::default();
    for event in events {
        history.record(event.clone(), event.at);
    }
    history
}

#[test]
fn the_same_within_half_an_hour_counts_once_as_the_later() {
    let table: [(&[i64], &[i64]); 5] = [
        (&[0, 10], &[10]),
        (&[0, 30], &[0, 30]),
        (&[0, 29, 58], &[58]),
        (&[10, 0], &[10]),
        (&[0, 31, 62, 70], &[0, 31, 70]),
    ];
    for (minutes, expected) in table {
        let events: Vec<Event> = minutes.iter().map(|m| view("a", NOW + m * MINUTE)).collect();
        let kept: Vec<i64> = history(&events).events().iter().map(|e| (e.at - NOW) / MINUTE).collect();
        assert_eq!(kept, expected, "{minutes:?}");
    }
    let different = [view("a", NOW), view("b", NOW), Event { kind: EventKind::Wish, ..view("a", NOW) }];
    assert_eq!(history(&different).events().len(), 3);
    assert_eq!(history(&[search("navy", NOW), search("navy", NOW + 1)]).events().len(), 1);
}

#[test]
fn foreign_text_is_limited_and_what_says_nothing_is_not_recorded() {
    let mut history = History::default();
    for event in [
        view("", NOW),
        view("  ", NOW),
        view(&"x".repeat(129), NOW),
        view("a\u{0}b", NOW),
        search(" \n ", NOW),
        Event { item: None, ..view("a", NOW) },
        Event { kind: EventKind::Configure, item: None, ..view("a", NOW) },
    ] {
        assert!(!history.record(event.clone(), NOW), "{event:?}");
    }
    assert!(history.is_empty());
    assert!(history.record(search(&format!("  Navy \t {}", "é".repeat(100)), NOW), NOW));
    let query = history.events()[0].query.clone().unwrap();
    assert!(query.starts_with("Navy é") && query.chars().count() == 80, "{query}");
    let facets =
        (0..40).map(|i| (format!("f{i}"), "v".to_owned())).chain([("l".into(), "x".repeat(65))]).collect();
    assert!(history.record(Event { kind: EventKind::Configure, facets, ..view("a", NOW) }, NOW));
    assert_eq!(history.events().last().unwrap().facets.len(), 16);
}

#[test]
fn times_are_between_the_epoch_and_now() {
    let mut history = History::default();
    history.record(view("future", NOW + 1), NOW);
    history.record(view("past", -5), NOW);
    let times: Vec<i64> = history.events().iter().map(|e| e.at).collect();
    // 0 is when it was never cleared; an event comes after that.
    assert_eq!(times, [1, NOW]);
}

#[test]
fn the_oldest_and_lightest_go_first() {
    let mut history = History::default();
    let bought = Event { kind: EventKind::Purchase, ..view("bought", NOW) };
    history.record(bought.clone(), NOW);
    for i in 1..=600 {
        history.record(view(&format!("item {i}"), NOW + i), NOW + i);
    }
    assert_eq!(history.events().len(), MAX_EVENTS);
    assert!(history.events().contains(&bought));
    assert!(history.events().iter().all(|e| e.kind == EventKind::Purchase || e.at > NOW + 101));
}

#[test]
fn paused_records_nothing_until_resumed() {
    let mut history = History::default();
    history.set_paused(true, NOW);
    assert!(!history.record(view("a", NOW), NOW));
    history.set_paused(false, NOW);
    assert!(!history.paused());
    assert!(history.record(view("a", NOW), NOW));
}

#[test]
fn what_was_forgotten_or_cleared_does_not_come_back_from_another_tab() {
    let other = history(&[view("a", NOW), view("b", NOW), search("navy", NOW)]);
    let mut mine = other.clone();
    mine.set_hidden("a", true, NOW);
    mine.forget("a", NOW + 1);
    mine.forget("navy", NOW + 1);
    let merged = mine.merge(&other);
    assert_eq!(merged.events(), [view("b", NOW)]);
    assert!(!merged.is_hidden("a"));
    // Looking at it again, even within the same millisecond, is new.
    assert!(mine.record(view("a", NOW + 1), NOW + 1));
    assert_eq!(mine.merge(&other).events().len(), 2);

    mine.set_hidden("b", true, NOW);
    mine.clear(NOW + 5);
    assert!(mine.is_empty() && mine.merge(&other).is_empty() && other.merge(&mine).is_empty());
    assert!(mine.record(view("c", NOW + 5), NOW + 5));
    assert_eq!(other.merge(&mine).events().len(), 1);
}

#[test]
fn the_latest_word_on_hiding_and_pausing_counts() {
    let (mut a, mut b) = (History::default(), History::default());
    a.set_hidden("x", true, NOW);
    b.set_hidden("x", true, NOW);
    b.set_hidden("x", false, NOW);
    a.set_paused(true, NOW);
    assert!(a.is_hidden("x") && !b.is_hidden("x"));
    assert!(!a.merge(&b).is_hidden("x"));
    assert!(a.merge(&b).paused());
    b.set_paused(false, NOW + 1);
    assert!(!a.merge(&b).paused());
}

#[test]
fn stored_content_is_survived_and_told() {
    use Notice::{Corrupt, Dropped, Foreign};
    let table: [(&str, &[Notice], usize); 12] = [
        ("null", &[], 0),
        (r#"{"v": 1}"#, &[], 0),
        ("[]", &[Corrupt], 0),
        ("\"x\"", &[Corrupt], 0),
        ("{}", &[Corrupt], 0),
        (r#"{"v": 0, "events": []}"#, &[Corrupt], 0),
        (r#"{"v": "1"}"#, &[Corrupt], 0),
        (r#"{"v": 2, "events": [{"at": 1, "kind": "view", "item": "a"}]}"#, &[Foreign], 0),
        (r#"{"v": 1, "events": 7, "hidden": {}, "paused": "yes", "cleared_at": "x"}"#, &[], 0),
        (r#"{"v": 1, "events": [{"at": 1, "kind": "view", "item": "a"}, {"at": "1"}, 3]}"#, &[Dropped(2)], 1),
        (
            r#"{"v": 1, "events": [{"at": 5, "kind": "fly", "item": "a"}], "hidden": [["a"], ["b", 4]]}"#,
            &[Dropped(2)],
            0,
        ),
        (r#"{"v": 1, "events": [{"at": 5, "kind": "view", "item": "a"}], "cleared_at": 9}"#, &[], 0),
    ];
    for (text, notices, events) in table {
        let (history, told) = History::from_value(&json(text), NOW);
        assert_eq!((told.as_slice(), history.events().len()), (notices, events), "{text}");
    }
    let (history, _) = History::from_value(
        &json(r#"{"v": 1, "events": [{"at": 1e300, "kind": "view", "item": "a"}]}"#),
        NOW,
    );
    assert_eq!(history.events()[0].at, NOW);
}

#[test]
fn forgotten_ids_are_not_kept_for_ever() {
    let mut history = history(&[view("secret", NOW)]);
    history.forget("secret", NOW + 1);
    let stored = history.to_value();
    assert!(stored.to_string().contains("secret"));
    let (later, _) = History::from_value(&stored, NOW + 8 * DAY_MS);
    assert!(!later.to_value().to_string().contains("secret"));
}

/// Something a shopper does in some tab.
#[derive(Clone, Debug)]
enum Act {
    Record(Event),
    Forget(String),
    Hide(String, bool),
    Pause(bool),
    Clear,
    Design(String, Option<String>),
}

fn id() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", "d"]).prop_map(str::to_owned)
}

pub(crate) fn event(ids: impl Strategy<Value = String>) -> impl Strategy<Value = Event> {
    let kind = prop::sample::select(EventKind::WORDS).prop_map(|word| EventKind::from_word(word).unwrap());
    let query = prop::sample::select(vec!["navy", "linen shirt", "cap"]).prop_map(str::to_owned);
    let facet = prop::sample::select(vec![("color", "navy"), ("color", "red"), ("pattern", "check")]);
    let facets = prop::collection::vec(facet.prop_map(|(n, v)| (n.to_owned(), v.to_owned())), 0..3);
    (kind, ids, query, facets, 0..200_i64).prop_map(|(kind, item, query, facets, minute)| Event {
        at: NOW - minute * 7 * MINUTE,
        kind,
        item: (kind != EventKind::Search).then_some(item),
        query: (kind == EventKind::Search).then_some(query),
        facets: if kind == EventKind::Configure { facets } else { Vec::new() },
    })
}

fn any_history() -> impl Strategy<Value = History> {
    let act = prop_oneof![
        12 => event(id()).prop_map(Act::Record),
        1 => id().prop_map(Act::Forget),
        1 => (id(), any::<bool>()).prop_map(|(id, on)| Act::Hide(id, on)),
        1 => any::<bool>().prop_map(Act::Pause),
        1 => Just(Act::Clear),
        2 => (id(), prop::option::of("[a-z]{1,3}")).prop_map(|(id, pick)| Act::Design(id, pick)),
    ];
    prop::collection::vec((act, 0..300_i64), 0..30).prop_map(|acts| {
        let mut history = History::default();
        for (act, minute) in acts {
            let now = NOW - minute * 5 * MINUTE;
            match act {
                Act::Record(event) => drop(history.record(event, now)),
                Act::Forget(id) => history.forget(&id, now),
                Act::Hide(id, on) => history.set_hidden(&id, on, now),
                Act::Pause(on) => history.set_paused(on, now),
                Act::Clear => history.clear(now),
                Act::Design(id, pick) => drop(history.keep_design(&id, "p.json", link(pick.as_deref()), now)),
            }
        }
        history
    })
}

/// What a link to a design with one pick, or with none, carries.
fn link(pick: Option<&str>) -> Value {
    let picks = pick.map(|pick| ("fabric", Value::from(pick)));
    Value::object([("p", Value::from("shirt")), ("s", Value::object(picks))])
}

#[test]
fn the_last_design_is_kept_gone_back_from_forgotten_and_cleared() {
    let mut history = History::default();
    assert!(!history.keep_design("a", "p.json", link(None), NOW), "nothing was designed yet");
    assert!(history.keep_design("a", "p.json", link(Some("navy")), NOW));
    assert!(!history.keep_design("a", "p.json", link(Some("navy")), NOW + 1), "it is the same");
    assert!(!history.is_empty());
    assert!(
        history.keep_design("b", "q.json", link(Some("red")), NOW - 9),
        "it is later, whatever the clock says"
    );
    assert_eq!(
        history.design().map(|design| (design.subject.as_str(), design.file.as_str())),
        Some(("b", "q.json"))
    );
    let both = history.clone();
    history.forget("a", NOW + 2);
    assert!(history.design().is_some(), "another one was forgotten");
    history.forget("b", NOW + 3);
    assert_eq!(
        (history.design(), history.merge(&both).design()),
        (None, None),
        "it does not come back from another tab"
    );
    assert!(history.keep_design("b", "q.json", link(Some("red")), NOW));
    assert!(history.keep_design("b", "q.json", link(None), NOW), "gone back");
    assert_eq!((history.design(), history.merge(&both).design()), (None, None));
    let mut cleared = both.clone();
    cleared.clear(NOW);
    assert!(cleared.is_empty() && cleared.merge(&both).design().is_none());
    // What one tab forgot does not take the other tab's design with it, whichever is merged into which.
    let (mut one, mut two) = (History::default(), History::default());
    one.keep_design("b", "p.json", link(Some("navy")), NOW);
    two.keep_design("a", "p.json", link(Some("navy")), NOW);
    two.forget("b", NOW + 1);
    for merged in [one.merge(&two), two.merge(&one), one.merge(&two).merge(&one)] {
        assert_eq!(merged.design().map(|design| design.subject.as_str()), Some("a"));
    }
    let mut paused = both.clone();
    paused.set_paused(true, NOW + 9);
    assert!(!paused.keep_design("a", "p.json", link(Some("navy")), NOW + 10));
    // What is too long, or no design, is not kept.
    let long = "x".repeat(design::MAX_DESIGN);
    for (file, link) in [("p.json", link(Some(&long))), (&*long, link(None)), ("p.json", Value::Null)] {
        assert!(!both.clone().keep_design("a", file, link, NOW + 10));
    }
    let foreign =
        json(r#"{"v": 1, "design": {"at": 1, "subject": "a", "file": "p.json", "link": {"s": {}}}}"#);
    assert_eq!(History::from_value(&foreign, NOW).1, [Notice::Dropped(1)]);
}

const NAMES: &[&str] = &[
    "v",
    "events",
    "at",
    "kind",
    "item",
    "query",
    "facets",
    "hidden",
    "forgotten",
    "paused",
    "cleared_at",
    "design",
    "link",
    "p",
    "s",
    "subject",
    "file",
];
const WORDS: &[&str] = &["view", "search", "configure", "purchase", "a", "b", ""];

proptest! {
    #[test]
    fn merge_is_commutative_and_idempotent(a in any_history(), b in any_history()) {
        let merged = a.merge(&b);
        prop_assert_eq!(&merged, &b.merge(&a));
        prop_assert_eq!(&merged, &merged.merge(&b));
        prop_assert_eq!(&merged, &merged.merge(&a));
        prop_assert_eq!(&a, &a.merge(&a));
        prop_assert_eq!(&a, &a.merge(&History::default()));
    }

    #[test]
    fn merge_of_full_histories_is_commutative_and_idempotent(
        a in prop::collection::vec(event("[a-z]{1,2}"), 0..900),
        b in prop::collection::vec(event("[a-z]{1,2}"), 0..900),
    ) {
        let full = |events: Vec<Event>| {
            let mut history = History { events, ..History::default() };
            history.tidy();
            history
        };
        let (a, b) = (full(a), full(b));
        let merged = a.merge(&b);
        prop_assert!(merged.events().len() <= MAX_EVENTS);
        prop_assert_eq!(&merged, &b.merge(&a));
        prop_assert_eq!(&merged, &merged.merge(&b));
    }

    #[test]
    fn what_is_stored_is_read_back(history in any_history()) {
        let (read, notices) = History::from_value(&json(&history.to_value().to_string()), NOW + 1000);
        prop_assert_eq!(read, history);
        prop_assert_eq!(notices, vec![]);
    }

    #[test]
    fn reading_never_panics_and_gives_the_one_form(value in any_value(NAMES, WORDS), now in any::<i64>()) {
        let (history, _) = History::from_value(&value, now);
        prop_assert_eq!(&history, &history.merge(&history));
    }

    #[test]
    fn reading_lists_never_panics(events in any_value(NAMES, WORDS), marks in any_value(NAMES, WORDS), now in any::<i64>()) {
        let list = |value: Value| if value.as_array().is_some() { value } else { Value::Array(vec![value]) };
        let value = Value::object([
            ("v", Value::from(1_i64)),
            ("events", list(events)),
            ("hidden", list(marks.clone())),
            ("forgotten", list(marks)),
        ]);
        let (mut history, _) = History::from_value(&value, now);
        history.record(view("a", now), now);
        history.forget("a", now);
        history.clear(now);
        prop_assert!(history.events().is_empty());
    }
}
