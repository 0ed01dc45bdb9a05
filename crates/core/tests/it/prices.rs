//! Prices of every kind: tables of examples, and random price files against fractions worked out from the JSON alone.

use crate::products::{any_value, damaged, product, read, value};
use haberdash_core::cart::{line_item, verify};
use haberdash_core::compat::Compiled;
use haberdash_core::price::{LineOf, price};
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A fraction, as simple as it gets.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(over: i128, under: i128) -> Fraction {
        let (mut a, mut b) = (over.abs(), under.abs());
        while b > 0 {
            (a, b) = (b, a % b);
        }
        Fraction(over / a.max(1), under / a.max(1))
    }
    fn plus(self, other: Fraction) -> Fraction {
        Fraction::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
    fn times(self, other: Fraction) -> Fraction {
        Fraction::new(self.0 * other.0, self.1 * other.1)
    }
    /// A decimal number as it is written.
    fn of(number: &Value) -> Fraction {
        let text = number.to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        Fraction::new(format!("{whole}{part}").parse().unwrap(), 10_i128.pow(part.len() as u32))
    }
    fn rounded(self, to: i128, mode: &str) -> i128 {
        let under = self.1 * to;
        let (floor, rest) = (self.0.div_euclid(under), self.0.rem_euclid(under));
        let up = match mode {
            "up" => rest != 0,
            "down" => false,
            "half-up" => 2 * rest >= under,
            _ => 2 * rest > under || 2 * rest == under && floor % 2 != 0,
        };
        (floor + i128::from(up)) * to
    }
}

fn whole(number: &Value) -> Fraction {
    Fraction(i128::from(number.as_i64().unwrap_or(0)), 1)
}

/// What an option costs in a written selection.
fn option_cost(option: &Value, pick: Option<&Value>) -> Fraction {
    let none = Fraction(0, 1);
    let Some(pick) = pick else { return none };
    let of = |id: &Value| {
        whole(&option["choices"].as_array().unwrap().iter().find(|c| c["id"] == *id).unwrap()["price"])
    };
    let cost = &option["price"];
    match option["kind"].as_str().unwrap() {
        "choice" => of(pick),
        "multi" => pick.as_array().unwrap().iter().map(of).fold(none, Fraction::plus),
        "toggle" if pick == true => whole(cost),
        "toggle" => none,
        "text" => whole(&cost["per_char"])
            .times(Fraction(pick.as_str().unwrap().chars().count() as i128, 1))
            .plus(whole(&cost["once"])),
        _ if pick.as_f64() == Some(0.0) => none,
        _ => whole(&cost["per_unit"]).times(Fraction::of(pick)).plus(whole(&cost["once"])),
    }
}

fn holds(when: &Value, picks: &Map<String, Value>) -> bool {
    when.as_object().into_iter().flatten().all(|(id, wanted)| {
        let Some(pick) = picks.get(id) else { return false };
        let is = |wanted: &Value| match pick {
            Value::Array(list) => list.contains(wanted),
            pick if pick.is_number() => pick.as_f64() == wanted.as_f64(),
            pick => pick == wanted,
        };
        match wanted {
            Value::Array(list) => list.iter().any(is),
            Value::Object(range) => {
                let end = |name: &str, none: f64| range.get(name).map_or(none, |n| n.as_f64().unwrap());
                (end("min", f64::MIN)..=end("max", f64::MAX)).contains(&pick.as_f64().unwrap())
            }
            one => is(one),
        }
    })
}

/// `None` where a table has no price, and what one unit costs otherwise, before it is known whether that is below nothing.
fn unit(json: &Value, picks: &Map<String, Value>, quantity: i64) -> Option<i128> {
    let options = json["options"].as_array().unwrap();
    let cost = |id: &str| option_cost(options.iter().find(|o| o["id"] == id).unwrap(), picks.get(id));
    let ids = || options.iter().map(|option| option["id"].as_str().unwrap());
    let base = whole(&json["base_price"]);
    let mut sum = ids().map(cost).fold(base, Fraction::plus);
    let percent = |number: &Value, of: Fraction| of.times(Fraction::of(number)).times(Fraction(1, 100));
    for rule in json["prices"].as_array().into_iter().flatten().filter(|rule| holds(&rule["when"], picks)) {
        let adds = if let Some(table) = rule.get("table") {
            let at = |name: &str, ends: &str| {
                let size = picks.get(table[name].as_str().unwrap())?.as_f64().unwrap();
                Some(table[ends].as_array().unwrap().iter().position(|end| end.as_f64().unwrap() >= size))
            };
            match (at("width", "columns"), at("height", "rows")) {
                (Some(column), Some(row)) => {
                    Fraction(i128::from(table["prices"][row?][column?].as_i64()?), 1)
                }
                _ => Fraction(0, 1),
            }
        } else if let Some(number) = rule.get("percent") {
            percent(
                number,
                match &rule["of"] {
                    Value::Null => sum,
                    Value::String(_) => base,
                    list => list
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|id| cost(id.as_str().unwrap()))
                        .fold(Fraction(0, 1), Fraction::plus),
                },
            )
        } else {
            whole(&rule["add"])
        };
        sum = sum.plus(adds);
    }
    let breaks = json["quantity_breaks"].as_array();
    let own = breaks.into_iter().flatten().rfind(|own| own["from"].as_i64().unwrap() <= quantity);
    if let Some(own) = own {
        sum = match own.get("percent") {
            Some(number) => sum.plus(percent(number, sum)),
            None => whole(&own["unit_price"]),
        };
    }
    let rounding = &json["rounding"];
    let to = rounding["to"].as_i64().unwrap_or(1);
    Some(sum.rounded(i128::from(to), rounding["mode"].as_str().unwrap_or("half-up")))
}

fn written(product: &Product, selection: &Selection) -> Map<String, Value> {
    serde_json::from_str(&selection.to_value(product).to_string()).unwrap()
}

/// Marsaglia's xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % end
    }
    fn money(&mut self) -> i64 {
        self.below(900) as i64 - 150
    }
    fn percent(&mut self) -> Value {
        match self.below(4) {
            0 => json!(-10),
            1 => json!(self.below(60) as i64 - 20),
            2 => json!([7.7, -12.5, 0.1, 33.3][self.below(4)]),
            _ => json!([1.234, -0.001, 19.999][self.below(3)]),
        }
    }
}

fn option(dice: &mut Dice, index: usize) -> Value {
    let id = format!("o{index}");
    let mut choices = |count: usize| -> Value {
        (0..count).map(|at| json!({"id": format!("c{at}"), "price": dice.money()})).collect()
    };
    match index % 6 {
        0 => json!({"id": id, "kind": "choice", "choices": choices(3)}),
        1 => {
            json!({"id": id, "kind": "measure", "unit": "m", "min": 0, "max": 1, "step": 0.25, "price": {"per_unit": dice.money(), "once": dice.money()}})
        }
        2 => json!({"id": id, "kind": "quantity", "min": 0, "max": 3, "price": {"per_unit": dice.money()}}),
        3 => json!({"id": id, "kind": "toggle", "price": dice.money()}),
        4 => {
            json!({"id": id, "kind": "multi", "max": 1 + dice.below(2), "choices": (0..2).map(|at| json!({"id": format!("c{at}"), "price": dice.money()})).collect::<Vec<_>>()})
        }
        _ => {
            json!({"id": id, "kind": "text", "max_chars": 2, "price": {"per_char": dice.money(), "once": dice.money()}})
        }
    }
}

fn when(dice: &mut Dice, count: usize) -> Value {
    let mut map = Map::new();
    for _ in 0..dice.below(3) {
        let wanted = [
            ("o0", [json!("c1"), json!(["c0", "c2"])]),
            ("o1", [json!(0.5), json!({"min": 0.5})]),
            ("o2", [json!([1, 3]), json!({"max": 1})]),
            ("o3", [json!(true), json!(false)]),
            ("o4", [json!("c1"), json!(["c0", "c1"])]),
        ];
        let (id, wanted) = &wanted[dice.below(5.min(count))];
        map.insert((*id).to_owned(), wanted[dice.below(2)].clone());
    }
    Value::Object(map)
}

fn price_rule(dice: &mut Dice, count: usize, plain: bool) -> Value {
    let mut rule = match dice.below(if plain { 6 } else { 8 }) {
        0..=2 => json!({"add": 3 * dice.money() - 300}),
        3 => json!({"percent": dice.percent()}),
        4 => json!({"percent": dice.percent(), "of": "base_price"}),
        5 => json!({"percent": dice.percent(), "of": [format!("o{}", dice.below(count))]}),
        _ if count < 3 => json!({"add": dice.money()}),
        _ => {
            let mut cell = || if dice.below(6) == 0 { Value::Null } else { json!(dice.below(900)) };
            let prices = json!([[1, cell()], [cell(), cell()], [cell(), cell()]]);
            let rows = if cell().is_null() { json!([0, 1, 2]) } else { json!([0, 2, 3]) };
            json!({"table": {"width": "o1", "height": "o2", "columns": [0.5, 1], "rows": rows, "prices": prices}})
        }
    };
    rule["title"] = json!("Rule");
    if !plain {
        rule["when"] = when(dice, count);
    }
    rule
}

/// A random price file; `plain` ones have no conditions and no tables.
fn random(seed: u64, plain: bool) -> (Value, Product, Dice) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..5).for_each(|_| {
        dice.below(2);
    });
    loop {
        let count = 1 + dice.below(6);
        let options: Vec<Value> = (0..count).map(|index| option(&mut dice, index)).collect();
        let prices: Vec<Value> = (0..dice.below(4)).map(|_| price_rule(&mut dice, count, plain)).collect();
        let mut rules = Vec::new();
        if count > 3 && dice.below(3) == 0 {
            rules.push(json!({"when": {"o3": true}, "show": [format!("o{}", [0, 1, 2][dice.below(3)])]}));
        }
        if dice.below(3) == 0 {
            rules.push(json!({"when": {"o0": "c2"}, "exclude": when(&mut dice, count)}));
            if rules.last().unwrap()["exclude"] == json!({}) {
                rules.pop();
            }
        }
        let second = if dice.below(2) == 0 {
            json!({"from": 9, "unit_price": dice.below(3000)})
        } else {
            json!({"from": 9, "percent": dice.percent()})
        };
        let breaks = [json!({"from": 3, "percent": dice.percent()}), second];
        let breaks = &breaks[..dice.below(3)];
        let currency = ["EUR", "JPY", "KWD"][dice.below(3)];
        let to = [1, 1, 5, 100][dice.below(4)];
        let mode = ["half-up", "half-even", "up", "down"][dice.below(4)];
        let json = json!({"version": 1, "id": "p", "title": "P", "currency": currency,
            "base_price": 50 + dice.below(2000), "options": options, "rules": rules, "prices": prices, "quantity_breaks": breaks,
            "rounding": {"to": to, "mode": mode}});
        let (found, problems) = read(&json);
        if let Some(found) = found {
            return (json, found, dice);
        }
        // What has no price at first, or can cost too little, is refused.
        let refused = |p: &String| {
            p.contains("less than nothing")
                || p.contains("at first")
                || p.contains("cannot be added up exactly")
                || p.contains("no size has")
        };
        assert!(problems.iter().any(refused), "{json} {problems:?}");
    }
}

fn picks(kind: &Kind) -> Vec<Pick> {
    match kind {
        Kind::Choice(choice) => (0..choice.choices.len()).map(Pick::Choice).collect(),
        Kind::Toggle(_) => vec![Pick::Toggle(false), Pick::Toggle(true)],
        Kind::Multi(multi) => (0..1_usize << multi.choices.len())
            .map(|bits| Pick::Multi((0..multi.choices.len()).filter(|c| bits >> c & 1 == 1).collect()))
            .collect(),
        Kind::Text(_) => ["", "x", "xy"].map(|text| Pick::Text(text.into())).to_vec(),
        kind => (0..=kind.numbers().unwrap().0.last).map(Pick::Number).collect(),
    }
}

/// All selections, broken ones included.
fn all(product: &Product) -> Vec<Selection> {
    let mut list = vec![Selection::defaults(product)];
    for (option, kind) in product.options.iter().enumerate() {
        let picks = picks(&kind.kind);
        list = list
            .iter()
            .flat_map(|s| picks.iter().map(|pick| s.with(product, option, pick.clone())))
            .collect();
    }
    list
}

#[test]
fn random_prices_are_those_of_fractions_and_their_lines_add_up() {
    let mut counts = [0_usize; 3];
    for seed in 1..400 {
        let (json, product, mut dice) = random(seed, false);
        let all = all(&product);
        for _ in 0..60 {
            let selection = &all[dice.below(all.len())];
            let quantity = [1, 2, 3, 8, 9, 1000][dice.below(6)];
            let expected = unit(&json, &written(&product, selection), quantity);
            let found = price(&product, selection, quantity);
            let is_broken = !product.broken(selection).is_empty();
            match expected {
                None => {
                    counts[0] += 1;
                    // A size without a price is not on offer either.
                    assert!(is_broken, "{json}");
                    assert_eq!(found, None, "{json}");
                }
                Some(expected) if expected < 0 => {
                    counts[1] += 1;
                    assert_eq!(found, None, "{json}");
                }
                Some(expected) => {
                    counts[2] += 1;
                    let found = found.unwrap();
                    assert_eq!(i128::from(found.unit), expected, "{json} {selection:?} {quantity}");
                    assert_eq!(found.lines.iter().map(|line| line.amount).sum::<i64>(), found.unit);
                    assert!(found.lines[1..].iter().all(|line| line.amount != 0));
                    let line = line_item(&product, selection, quantity, "en", "").unwrap();
                    assert_eq!((line.total, line.price.unit), (found.unit * quantity, found.unit));
                    assert_eq!(verify(&product, &line.claim).is_ok(), !is_broken, "{json}");
                }
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 5), "{counts:?}");
}

fn check_bounds(seed: u64, plain: bool, limit: usize) -> bool {
    let (json, product, mut dice) = random(seed, plain);
    let compiled = Compiled::with_limit(&product, limit);
    let quantity = [1, 4, 10][dice.below(3)];
    let mut selection = Selection::defaults(&product);
    let touched = dice.below(product.options.len() + 2);
    if let Some(option) = product.options.get(touched) {
        let picks = picks(&option.kind);
        selection = selection.with(&product, touched, picks[dice.below(picks.len())].clone());
    }
    let own = selection.touched().first().map(|touch| touch.option);
    let offers = compiled.offers_for(&product, &selection, quantity);
    let valid: Vec<(Selection, i64)> = all(&product)
        .into_iter()
        .filter(|s| product.broken(s).is_empty())
        .filter_map(|s| {
            Some((
                s.clone(),
                i64::try_from(unit(&json, &written(&product, &s), quantity)?).ok().filter(|u| *u >= 0)?,
            ))
        })
        .collect();
    let ends = |fits: &dyn Fn(&Selection) -> bool, but: usize| {
        let is_own = |s: &Selection| {
            own.is_none_or(|own| {
                own == but || matches!(s.pick(own), Some(Pick::Hidden)) || s.pick(own) == selection.pick(own)
            })
        };
        let prices = valid.iter().filter(|(s, _)| is_own(s) && fits(s)).map(|(_, price)| *price);
        prices.clone().min().zip(prices.max())
    };
    let same = |found: Option<(i64, i64)>, expected: Option<(i64, i64)>, what: &str| {
        let Some(expected) = expected else { return };
        let found = found.unwrap_or_else(|| panic!("{json} {what}"));
        if offers.exact {
            assert_eq!(found, expected, "{json} {what} {selection:?} {quantity}");
        } else {
            assert!(
                found.0 <= expected.0 && expected.1 <= found.1,
                "{json} {what} {found:?} {expected:?} {selection:?} {quantity}"
            );
        }
    };
    // Several-of-a-list is touched choice by choice, which is tried elsewhere.
    if own.is_some_and(|own| {
        matches!(product.options[own].kind, Kind::Multi(_)) || selection.pick(own) == Some(&Pick::Hidden)
    }) {
        return offers.exact;
    }
    same(offers.whole(), ends(&|_| true, usize::MAX), "whole");
    for (at, option) in product.options.iter().enumerate() {
        for pick in picks(&option.kind) {
            let expected = ends(&|s| s.pick(at) == Some(&pick), at);
            match pick {
                Pick::Choice(choice) => same(offers.choice(at, choice), expected, "choice"),
                Pick::Toggle(on) => same(offers.toggle(at, on), expected, "toggle"),
                Pick::Number(step) => same(offers.number(&product, at, step), expected, "number"),
                _ => {}
            }
        }
        if let Kind::Multi(multi) = &option.kind {
            for choice in 0..multi.choices.len() {
                let has =
                    |s: &Selection| matches!(s.pick(at), Some(Pick::Multi(list)) if list.contains(&choice));
                same(offers.choice(at, choice), ends(&has, at), "with");
            }
        }
    }
    offers.exact
}

#[test]
fn bounds_hold_all_prices_and_exact_ones_are_exact() {
    let exact = (1..500).filter(|seed| check_bounds(*seed, false, 400_000)).count();
    assert!((50..450).contains(&exact), "{exact}");
    assert!(!(1..60).any(|seed| check_bounds(seed, false, 0) && random(seed, false).1.rules.len() > 1));
}

#[test]
fn bounds_are_exact_where_all_rules_always_apply() {
    let exact = (1..300).filter(|seed| check_bounds(*seed, true, 400_000)).count();
    // The others can cost less than nothing, and are kept from it by rules.
    assert!(exact > 200, "{exact}");
}

/// A blind with one price of every kind.
fn blind() -> Value {
    serde_json::from_str(include_str!("../../../cli/tests/data/blind.json")).unwrap()
}

fn pick(product: &Product, picks: Value) -> Selection {
    let (selection, problems) = Selection::from_value(product, &value(&picks));
    assert_eq!(problems, Vec::<String>::new());
    selection
}

#[test]
fn every_kind_of_price_has_its_line() {
    let product = product(&blind());
    let all =
        json!({"width": 1100, "height": 800, "cloth": "blackout", "cord": 0.7, "motor": true, "name": "EVA"});
    let selection = pick(&product, all);
    let found = price(&product, &selection, 12).unwrap();
    let lines: Vec<(LineOf, i64)> = found.lines.iter().map(|line| (line.of, line.amount)).collect();
    // 1000 + 1100 + 1500 + 283.1 + 9900 + 160 + 6000 + 2500 − 187.5 = 22255.6; + 3.3 % = 22990.0348; − 5 % = 21840.53306 → 21840
    assert_eq!(
        lines,
        [
            (LineOf::Base, 1000),
            (LineOf::Option(0), 1100),
            (LineOf::Option(2), 1500),
            (LineOf::Option(3), 283),
            (LineOf::Option(4), 9900),
            (LineOf::Option(5), 160),
            (LineOf::Rule(0), 6000),
            (LineOf::Rule(1), 2500),
            (LineOf::Rule(2), -187),
            (LineOf::Rule(3), 734),
            (LineOf::Break(0), -1150),
        ]
    );
    assert_eq!(found.unit, 21840);
    let fixed = price(&product, &selection, 50).unwrap();
    assert_eq!((fixed.unit, fixed.lines.last().unwrap().of), (5000, LineOf::Rounding));
    assert_eq!(price(&product, &selection, 9).unwrap().unit, 22990);
}

#[test]
fn sizes_without_a_price_are_not_on_offer_and_say_so() {
    let product = product(&blind());
    let compiled = Compiled::new(&product);
    let start = Selection::defaults(&product);
    let wide = compiled.pick(&product, &start, 0, Pick::Number(700)).unwrap().selection;
    let offers = compiled.offers(&product, &wide);
    assert!(!offers.exact);
    assert_eq!(offers.number(&product, 1, 501), None);
    assert!(offers.number(&product, 1, 500).is_some());
    assert_eq!(price(&product, &pick(&product, json!({"width": 1000, "height": 1001})), 1), None);
    let reason = compiled.reason(&product, &wide, 1, &Pick::Number(501)).unwrap();
    let said = haberdash_core::compat::reason_sentence(&product, &wide, &reason, "de");
    assert!(said.contains("Diese Größe wird nicht gefertigt."), "{said}");
}

#[test]
fn every_currency_has_prices_of_its_own() {
    let product = product(&blind());
    assert_eq!(product.currencies(), ["EUR", "JPY", "KWD"]);
    let picks =
        json!({"width": 1100, "height": 800, "cloth": "blackout", "cord": 0.7, "motor": true, "name": "EVA"});
    // JPY: 160 + 2200 + 240 + 45.1 + 1600 + 25 + 960 + 400 − 30 = 5600.1; + 3.3 % = 5784.9033 → 5790
    // KWD: 340 + 1100 + 510 + 96.1 + 3370 + 55 + 2040 + 850 − 63.75 = 8297.35; + 3.3 % = 8571.16255 → 8571
    for (code, expected, many) in [("EUR", 22990, 5000), ("JPY", 5790, 800), ("KWD", 8571, 8571)] {
        let other = product.in_currency(code).unwrap();
        assert_eq!(&*other.currency.0, code);
        let selection = pick(&other, picks.clone());
        assert_eq!(price(&other, &selection, 1).unwrap().unit, expected, "{code}");
        assert_eq!(price(&other, &selection, 50).unwrap().unit, many, "{code}");
        let line = line_item(&other, &selection, 50, "", "").unwrap();
        assert_eq!(line.claim.get("currency").and_then(|c| c.as_str()), Some(code));
        // The claim is the same whichever currency the back office reads the file in.
        assert!(verify(&product, &line.claim).is_ok());
        assert!(verify(&product.in_currency("KWD").unwrap(), &line.claim).is_ok());
        // And back again.
        assert_eq!(price(&other.in_currency("EUR").unwrap(), &selection, 1).unwrap().unit, 22990);
    }
    assert!(product.in_currency("USD").is_none());
}

/// `json` with the value at `pointer` replaced; `null` takes it out.
fn with(mut json: Value, pointer: &str, new: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap() {
        Value::Object(map) if new.is_null() => drop(map.remove(name)),
        Value::Object(map) => drop(map.insert(name.to_owned(), new)),
        other => other[name.parse::<usize>().unwrap()] = new,
    }
    json
}

#[test]
fn mistakes_in_prices_are_told_with_their_places() {
    let table = [
        (
            "/prices/0",
            json!({"title": "x"}),
            "Error /prices/0: a price rule needs exactly one of \"add\", \"percent\" and \"table\"",
        ),
        ("/prices/1/title", Value::Null, "Error /prices/1: \"title\" is missing"),
        ("/prices/1/add", json!(2.5), "Error /prices/1/add: expected a price in whole minor units"),
        ("/prices/1/percent", json!(5), "Error /prices/1: a price rule needs exactly one of"),
        ("/prices/1/of", json!(["cloth"]), "Error /prices/1/of: this belongs to a rule with \"percent\""),
        (
            "/prices/1/when/moter",
            json!(true),
            "Error /prices/1/when/moter: unknown option \"moter\"; did you mean \"motor\"?",
        ),
        (
            "/prices/2/percent",
            json!(0.0001),
            "Error /prices/2/percent: expected a percentage from -100 to 1000, with three decimals at most",
        ),
        (
            "/prices/2/of",
            json!(["clot"]),
            "Error /prices/2/of/0: unknown option \"clot\"; did you mean \"cloth\"?",
        ),
        (
            "/prices/2/of",
            json!("base"),
            "Error /prices/2/of: expected a list of option ids, or \"base_price\"",
        ),
        ("/prices/2/addd", json!(1), "Warning /prices/2/addd: unknown field \"addd\"; did you mean \"add\"?"),
        (
            "/prices/0/table/width",
            json!("cloth"),
            "Error /prices/0/table/width: expected an option of kind quantity or measure",
        ),
        (
            "/prices/0/table/height",
            json!("width"),
            "Error /prices/0/table/height: width and height are the same option",
        ),
        (
            "/prices/0/table/columns",
            json!([600, 600]),
            "Error /prices/0/table/columns/1: expected a number larger than the one before it",
        ),
        ("/prices/0/table/rows", Value::Null, "Error /prices/0/table: \"rows\" is missing"),
        (
            "/prices/0/table/prices/1",
            json!([1]),
            "Error /prices/0/table/prices/1: expected 2 prices, one for each column",
        ),
        (
            "/prices/0/table/prices",
            json!([[1, 2]]),
            "Error /prices/0/table/prices: expected 2 lists, one for each row",
        ),
        (
            "/prices/0/table/columns",
            json!([600, 1100]),
            "Warning /prices/0/table/columns: \"width\" goes to 1200, and nothing beyond 1100 has a price: it cannot be bought",
        ),
        (
            "/quantity_breaks/0/from",
            json!(1),
            "Error /quantity_breaks/0/from: expected a number from 2 to 1000000",
        ),
        (
            "/quantity_breaks/1/from",
            json!(10),
            "Error /quantity_breaks/1/from: expected a number from 2 to 1000000",
        ),
        (
            "/quantity_breaks/1/percent",
            json!(1),
            "Error /quantity_breaks/1: a quantity break needs exactly one of",
        ),
        (
            "/quantity_breaks/1/unit_price",
            json!(-1),
            "Error /quantity_breaks/1/unit_price: a unit cannot cost less than nothing",
        ),
        (
            "/rounding/to",
            json!(0),
            "Error /rounding/to: expected a whole number of minor units from 1 to 1000000",
        ),
        (
            "/rounding/mode",
            json!("half-upp"),
            "Error /rounding/mode: unknown rounding \"half-upp\"; did you mean \"half-up\"?",
        ),
        (
            "/price_lists/0/currency",
            json!("EUR"),
            "Error /price_lists/0/currency: there are prices in this currency already",
        ),
        (
            "/price_lists/1/currency",
            json!("JPY"),
            "Error /price_lists/1/currency: there are prices in this currency already",
        ),
        ("/price_lists/0/base_price", Value::Null, "Error /price_lists/0: \"base_price\" is missing"),
        (
            "/price_lists/0/options/motor",
            Value::Null,
            "Error /price_lists/0/options: option \"motor\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/cloth/blackout",
            Value::Null,
            "Error /price_lists/0/options/cloth: choice \"blackout\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/cloth/blackuot",
            json!(3),
            "Error /price_lists/0/options/cloth/blackuot: unknown choice \"blackuot\"; did you mean \"blackout\"?",
        ),
        (
            "/price_lists/0/options/cord/once",
            Value::Null,
            "Error /price_lists/0/options/cord: price \"once\" has a price and is left out here",
        ),
        (
            "/price_lists/0/options/moter",
            json!(3),
            "Error /price_lists/0/options/moter: unknown option \"moter\"; did you mean \"motor\"?",
        ),
        ("/price_lists/0/prices", Value::Null, "Error /price_lists/0: \"prices\" is missing"),
        (
            "/price_lists/0/prices",
            json!([]),
            "Error /price_lists/0/prices: expected 4 price rules, as the product has",
        ),
        ("/price_lists/0/prices/1", json!({}), "Error /price_lists/0/prices/1: \"add\" is missing"),
        (
            "/price_lists/0/prices/1/when",
            json!({}),
            "Error /price_lists/0/prices/1/when: this differs from the product's rule",
        ),
        (
            "/price_lists/0/prices/0/table/prices/1/1",
            json!(5),
            "Error /price_lists/0/prices/0/table/prices: expected prices for the sizes that have one",
        ),
        (
            "/price_lists/0/quantity_breaks",
            Value::Null,
            "Error /price_lists/0: \"quantity_breaks\" is missing",
        ),
        (
            "/price_lists/0/base_price",
            json!(-9000),
            "Error /price_lists/0/base_price: the cheapest selection would cost -",
        ),
        ("/options/2/price", json!(1), "Warning /options/2/price: unknown field"),
    ];
    for (pointer, new, expected) in table {
        let (found, problems) = read(&with(blind(), pointer, new));
        assert!(problems.iter().any(|problem| problem.starts_with(expected)), "{pointer}: {problems:#?}");
        assert_eq!(found.is_none(), expected.starts_with("Error"), "{problems:?}");
    }
}

#[test]
fn percentages_of_percentages_beyond_exactness_are_refused() {
    let rule = json!({"title": "x", "percent": 0.001});
    let (found, problems) = read(&with(blind(), "/prices", json!([rule, rule, rule, rule])));
    assert!(found.is_none());
    assert!(problems[0].starts_with("Error /prices/2: so many percentages of one another"), "{problems:?}");
    // Those with few decimals can be many.
    let rule = json!({"title": "x", "percent": 10});
    let json = with(with(blind(), "/price_lists", json!([])), "/prices", Value::Array(vec![rule; 7]));
    assert!(read(&json).0.is_some());
}

#[test]
fn what_costs_less_than_nothing_is_refused_where_that_is_known() {
    let simple = |prices: Value, rules: Value| {
        json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 100, "prices": prices, "rules": rules,
            "options": [{"id": "a", "kind": "toggle", "price": -80}, {"id": "b", "kind": "toggle", "price": -30}]})
    };
    assert_eq!(
        read(&simple(json!([]), json!([]))).1,
        ["Error /base_price: the cheapest selection would cost -10 minor units, which is less than nothing"]
    );
    // A rule keeps both from being had.
    assert!(read(&simple(json!([]), json!([{"when": {"a": true}, "exclude": {"b": true}}]))).0.is_some());
    // So does an addition, which may or may not do: the price itself knows.
    let found =
        product(&simple(json!([{"title": "x", "when": {"a": true, "b": true}, "add": 10}]), json!([])));
    assert_eq!(price(&found, &pick(&found, json!({"a": true, "b": true})), 1).unwrap().unit, 0);
    let found =
        product(&simple(json!([{"title": "x", "when": {"a": true, "b": true}, "add": 9}]), json!([])));
    assert_eq!(price(&found, &pick(&found, json!({"a": true, "b": true})), 1), None);
    assert!(read(&simple(json!([{"title": "x", "add": -101}]), json!([]))).0.is_none());
}

#[test]
fn the_largest_amounts_never_overflow() {
    let most = 1_000_000_000_000_i64;
    let json = json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": most,
        "options": [
            {"id": "m", "kind": "measure", "unit": "m", "min": 0, "max": 999_999_999, "step": 100, "price": {"per_unit": most, "once": most}},
            {"id": "t", "kind": "text", "max_chars": 1000, "price": {"per_char": most, "once": most}}],
        "prices": [{"title": "x", "percent": 1000}, {"title": "x", "percent": 1000}]});
    let (found, problems) = read(&json);
    assert!(found.is_none());
    assert_eq!(problems, ["Error /options: this could make the price too large to be exact"]);
    let json = with(json, "/options/0/max", json!(1000));
    let json = with(json, "/prices", json!([{"title": "x", "percent": 1000}]));
    let found = product(&json);
    let huge = Selection::defaults(&found).with(&found, 1, Pick::Text("x".repeat(1000)));
    assert_eq!(price(&found, &huge, 1_000_000), None);
    let offers = Compiled::new(&found).offers_for(&found, &huge, i64::MAX);
    assert!(offers.whole().unwrap().1 > 9_007_199_254_740_991);
    let many = Value::Array(vec![json!({"title": "x", "percent": 1000}); 60]);
    let (_, problems) = read(&with(json, "/prices", many));
    assert!(problems[0].contains("too large to be exact"), "{problems:?}");
}

proptest! {
    #[test]
    fn damaged_price_files_are_read_or_refused(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..4),
        numbers in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(haberdash_core::Value::from),
            (-2_000_000_000_000..2_000_000_000_000_i64).prop_map(haberdash_core::Value::from),
            (-200..1200_i64).prop_map(haberdash_core::Value::from)]), 0..6),
        strong in any::<bool>(), quantity in any::<i64>(),
    ) {
        let file = damaged(&value(&blind()), &numbers);
        let file = if strong { damaged(&file, &damage) } else { file };
        let mut diagnostics = haberdash_core::Diagnostics::new();
        if let Some(product) = Product::read(&file, &mut diagnostics) {
            for code in product.currencies() {
                let other = product.in_currency(code).unwrap();
                for pick in [Pick::Toggle(true), Pick::Number(900)] {
                    let selection = (0..other.options.len()).fold(Selection::defaults(&other), |s, o| s.with(&other, o, pick.clone()));
                    if let Some(found) = price(&other, &selection, quantity) {
                        prop_assert_eq!(found.lines.iter().map(|line| line.amount).sum::<i64>(), found.unit);
                    }
                }
            }
            let terms = haberdash_core::price::bounds::Terms::new(&product);
            prop_assert!(terms.whole(quantity).0 <= terms.whole(quantity).1);
        }
    }
}
