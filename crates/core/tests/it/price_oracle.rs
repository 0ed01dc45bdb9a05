//! Random price files against fractions worked out from the JSON alone, and price bounds against every selection.

use crate::products::read;
use haberdash_core::cart::{line_item, verify};
use haberdash_core::compat::Compiled;
use haberdash_core::price::price;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
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

/// The cheapest of a random product with a random pick or two, against all selections. Answers whether it is said to be exact, and whether a rule looks
/// at several options.
fn check_cheapest(seed: u64) -> (bool, bool) {
    let (json, product, mut dice) = random(seed, false);
    let compiled = Compiled::new(&product);
    let quantity = [1, 4, 10][dice.below(3)];
    let mut selection = Selection::defaults(&product);
    for _ in 0..dice.below(4) {
        let option = dice.below(product.options.len());
        let picks = picks(&product.options[option].kind);
        if let Some(next) =
            compiled.pick(&product, &selection, option, picks[dice.below(picks.len())].clone())
        {
            selection = next.selection;
        }
    }
    let left_out = dice.below(product.options.len() + 2);
    let keeps = |option: usize| option != left_out;
    let Some(found) = compiled.cheapest(&product, &selection, quantity, &keeps) else {
        // Only where what is picked now has no price either.
        assert_eq!(price(&product, &selection, quantity), None, "{json} {selection:?}");
        return (false, false);
    };
    assert_eq!(product.broken(&found.selection), vec![], "{json}");
    assert_eq!(price(&product, &found.selection, quantity).unwrap().unit, found.unit, "{json}");
    let stays = |other: &Selection| {
        let touched = selection.touched().iter().filter(|touch| keeps(touch.option)).all(|touch| {
            let has = |pick: &Pick| match (pick, touch.choice) {
                (Pick::Multi(list), Some(choice)) => Some(list.contains(&choice)),
                _ => None,
            };
            let (now, then) = (selection.pick(touch.option).unwrap(), other.pick(touch.option).unwrap());
            let asleep = selection.asleep(touch.option);
            let same = |old: &Pick| old == then || has(old).is_some() && has(old) == has(then);
            same(now) || asleep.is_some_and(same)
        });
        let is_text = |at: &usize| matches!(product.options[*at].kind, Kind::Text(_));
        touched
            && (0..product.options.len()).filter(is_text).all(|at| {
                let now = selection.asleep(at).or_else(|| selection.pick(at)).unwrap();
                let then = other.pick(at).unwrap();
                *then == Pick::Hidden
                    || now == then
                    || *now == Pick::Hidden && *then == Pick::Text(String::new())
            })
    };
    assert!(stays(&found.selection), "{json} {selection:?} {:?}", found.selection);
    let changed = |other: &Selection| {
        (0..product.options.len()).filter(|at| other.pick(*at) != selection.pick(*at)).collect::<Vec<_>>()
    };
    assert_eq!(found.changes, changed(&found.selection));
    let prices = all(&product).into_iter().filter(|s| product.broken(s).is_empty() && stays(s));
    let least =
        prices.filter_map(|s| unit(&json, &written(&product, &s), quantity).filter(|unit| *unit >= 0)).min();
    match found.exact {
        true => assert_eq!(Some(i128::from(found.unit)), least, "{json} {selection:?} {quantity}"),
        false => assert!(Some(i128::from(found.unit)) >= least, "{json} {selection:?} {quantity}"),
    }
    let several = json["prices"]
        .as_array()
        .unwrap()
        .iter()
        .any(|rule| rule["when"].as_object().is_some_and(|w| w.len() > 1));
    (found.exact, several)
}

#[test]
fn the_cheapest_is_the_least_of_all_selections_with_what_was_picked() {
    let found: Vec<(bool, bool)> = (1..600).map(check_cheapest).collect();
    let exact = found.iter().filter(|(exact, _)| *exact).count();
    let with_several = found.iter().filter(|found| **found == (true, true)).count();
    assert!(exact > 250 && with_several > 40, "{exact} {with_several}");
}
