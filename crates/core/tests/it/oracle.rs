//! Small random products with rules of all kinds: every answer against all configurations, tried one by one. The oracle knows rules only as the
//! reference tells them, on the JSON of the product file.

use crate::products::value;
use haberdash_core::Diagnostics;
use haberdash_core::compat::{Compiled, Offers};
use haberdash_core::product::rule::Source;
use haberdash_core::product::{Kind, Product};
use haberdash_core::selection::{Pick, Selection};
use serde_json::{Map, Value, json};

/// Marsaglia's xorshift: the same products on every machine.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..5).for_each(|_| {
            dice.below(2);
        });
        dice
    }
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
    fn fraction(&mut self) -> f64 {
        self.below(1 << 50) as f64 / (1_u64 << 50) as f64
    }
}

fn attributes(dice: &mut Dice) -> Value {
    let mut map = Map::new();
    if dice.below(3) > 0 {
        map.insert("n".into(), json!(dice.below(5)));
    }
    if dice.below(3) > 0 {
        let words = ["a", "b", "c"];
        let word = *dice.one(&words);
        map.insert(
            "s".into(),
            if dice.below(3) == 0 { json!([word, *dice.one(&words)]) } else { json!(word) },
        );
    }
    Value::Object(map)
}

fn option(dice: &mut Dice, index: usize) -> Value {
    let id = format!("o{index}");
    let choices = |dice: &mut Dice, count: usize| -> Value {
        // The first has both attributes, so that rules can name them.
        let choice = |at: usize| {
            let attributes = if at == 0 { json!({"n": 2, "s": "a"}) } else { attributes(dice) };
            json!({"id": format!("c{at}"), "price": dice.below(40), "attributes": attributes})
        };
        (0..count).map(choice).collect()
    };
    match dice.below(8) {
        0..=2 => {
            let count = 2 + dice.below(2);
            json!({"id": id, "kind": "choice", "choices": choices(dice, count), "default": format!("c{}", dice.below(2))})
        }
        3 | 4 => {
            json!({"id": id, "kind": "toggle", "default": dice.below(2) == 0, "price": dice.below(40), "attributes": {"n": 3, "s": "b"}})
        }
        5 => {
            let count = 2 + dice.below(2);
            let (min, max) = (dice.below(2), 1 + dice.below(count));
            let default: Vec<&str> = if min == 1 || dice.below(2) == 0 { vec!["c1"] } else { vec![] };
            json!({"id": id, "kind": "multi", "min": min, "max": max, "default": default, "choices": choices(dice, count)})
        }
        6 => {
            json!({"id": id, "kind": "quantity", "min": 1, "max": 3, "price": {"per_unit": dice.below(9), "once": 4}})
        }
        _ if dice.below(2) == 0 => json!({"id": id, "kind": "text", "max_chars": 2, "price": {"once": 7}}),
        _ => {
            json!({"id": id, "kind": "measure", "unit": "m", "min": 0.5, "max": 1.5, "step": 0.5, "price": {"per_unit": 10}})
        }
    }
}

fn choice_ids(option: &Value) -> Vec<Value> {
    option["choices"].as_array().unwrap().iter().map(|choice| choice["id"].clone()).collect()
}

/// What a condition may say of an option.
fn wanted(dice: &mut Dice, option: &Value) -> Value {
    match option["kind"].as_str().unwrap() {
        "toggle" => json!(dice.below(2) == 0),
        "quantity" => match dice.below(3) {
            0 => json!(1 + dice.below(3)),
            1 => json!([1, 3]),
            _ => json!({"min": 2}),
        },
        "measure" => match dice.below(2) {
            0 => json!(1.0),
            _ => json!({"min": 0.6, "max": 1.5}),
        },
        _ => {
            let ids = choice_ids(option);
            match dice.below(3) {
                0 => Value::Array(
                    ids.iter().filter(|_| dice.below(2) == 0).cloned().chain([ids[0].clone()]).collect(),
                ),
                _ => dice.one(&ids).clone(),
            }
        }
    }
}

fn condition(dice: &mut Dice, options: &[Value], most: usize) -> Value {
    let finite: Vec<&Value> = options.iter().filter(|o| o["kind"] != "text").collect();
    let mut map = Map::new();
    for _ in 0..1 + dice.below(most) {
        let option = *dice.one(&finite);
        map.insert(option["id"].as_str().unwrap().into(), wanted(dice, option));
    }
    Value::Object(map)
}

fn rule(dice: &mut Dice, options: &[Value]) -> Value {
    let finite: Vec<&Value> = options.iter().filter(|o| o["kind"] != "text").collect();
    let name = |option: &Value| option["id"].as_str().unwrap().to_owned();
    let side = |dice: &mut Dice, attribute: &str| {
        let option = *dice.one(&finite);
        let is_number = matches!(option["kind"].as_str().unwrap(), "quantity" | "measure");
        if is_number { name(option) } else { format!("{}.{attribute}", name(option)) }
    };
    let mut rule = match dice.below(11) {
        0 | 1 => json!({"require": condition(dice, options, 2)}),
        2 => json!({"require_any": condition(dice, options, 3)}),
        3 => json!({"exclude": condition(dice, options, 2)}),
        4 | 5 => json!({"show": [options[dice.below(options.len())]["id"]]}),
        6 => {
            let option = *dice.one(&finite);
            let pick = match option["kind"].as_str().unwrap() {
                "toggle" => json!(dice.below(2) == 0),
                "quantity" => json!(3),
                "measure" => json!(1.5),
                "multi" => json!([dice.one(&choice_ids(option))]),
                _ => dice.one(&choice_ids(option)).clone(),
            };
            json!({"default": {name(option): pick}})
        }
        7 => {
            let mut columns: Vec<&Value> = finite.iter().filter(|_| dice.below(2) == 0).copied().collect();
            if columns.is_empty() {
                columns.push(finite[0]);
            }
            let mut cell = |option: &Value| {
                if dice.below(3) == 0 {
                    json!("*")
                } else {
                    match wanted(dice, option) {
                        Value::Object(_) => json!([1.5, 0.5].map(|n: f64| if option["kind"] == "measure" {
                            n
                        } else {
                            n.ceil()
                        })),
                        other => other,
                    }
                }
            };
            let rows: Vec<Value> =
                (0..3).map(|_| columns.iter().map(|option| cell(option)).collect()).collect();
            return json!({"table": {"options": columns.iter().map(|o| name(o)).collect::<Vec<_>>(), "rows": rows}});
        }
        8 => {
            let order = *dice.one(&["=", "!=", "<", "<=", ">", ">="]);
            let attribute = if order.contains('=') && order != "<=" && order != ">=" && dice.below(2) == 0 {
                "s"
            } else {
                "n"
            };
            let right = match (dice.below(3), attribute) {
                (0, "s") => json!({"value": "a"}),
                (0, _) => json!(2),
                _ => json!(side(dice, attribute)),
            };
            return json!({"compare": [side(dice, attribute), order, right]});
        }
        _ => {
            let mut of: Vec<String> = finite.iter().filter(|_| dice.below(2) == 0).map(|o| name(o)).collect();
            if of.is_empty() {
                of.push(name(finite[0]));
            }
            let limit = if dice.below(2) == 0 { json!(2 + dice.below(4)) } else { json!(side(dice, "n")) };
            let end = if dice.below(3) == 0 { "at_least" } else { "at_most" };
            return json!({"sum": "n", "of": of, end: limit});
        }
    };
    if dice.below(4) > 0 {
        rule["when"] = condition(dice, options, 2);
    }
    rule
}

/// A configuration: for each option its pick, `null` when it is hidden. Texts are empty.
type Configuration = Vec<Value>;

struct Oracle {
    json: Value,
    valid: Vec<Configuration>,
    /// All that is consistent with itself, whatever rules say: for reasons.
    all: Vec<Configuration>,
}

impl Oracle {
    fn new(json: &Value) -> Oracle {
        let mut oracle = Oracle { json: json.clone(), valid: Vec::new(), all: vec![Vec::new()] };
        for option in json["options"].as_array().unwrap() {
            let id = option["id"].as_str().unwrap();
            let mut values: Vec<Value> = match option["kind"].as_str().unwrap() {
                "choice" => choice_ids(option),
                "toggle" => vec![json!(false), json!(true)],
                "quantity" => vec![json!(1.0), json!(2.0), json!(3.0)],
                "measure" => vec![json!(0.5), json!(1.0), json!(1.5)],
                "text" => vec![json!("")],
                _ => {
                    // In the order of the choices as digits, the first one first.
                    let ids = choice_ids(option);
                    let mut all = vec![Vec::new()];
                    for id in ids {
                        all = all
                            .iter()
                            .flat_map(|list: &Vec<Value>| {
                                [list.clone(), [&list[..], std::slice::from_ref(&id)].concat()]
                            })
                            .collect();
                    }
                    all.into_iter().map(Value::Array).collect()
                }
            };
            if oracle.shows(id).next().is_some() {
                values.push(Value::Null);
            }
            oracle.all = oracle
                .all
                .iter()
                .flat_map(|start| values.iter().map(move |v| [&start[..], std::slice::from_ref(v)].concat()))
                .collect();
        }
        oracle.valid = oracle.all.iter().filter(|a| oracle.broken(a).is_empty()).cloned().collect();
        oracle
    }

    fn options(&self) -> &Vec<Value> {
        self.json["options"].as_array().unwrap()
    }

    fn rules(&self) -> &Vec<Value> {
        self.json["rules"].as_array().unwrap()
    }

    fn shows<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Value> {
        self.rules()
            .iter()
            .filter(move |rule| rule["show"].as_array().is_some_and(|list| list.iter().any(|o| o == id)))
    }

    fn at(&self, id: &str) -> usize {
        self.options().iter().position(|option| option["id"] == id).unwrap()
    }

    fn entry(&self, a: &Configuration, id: &str, wanted: &Value) -> bool {
        let pick = &a[self.at(id)];
        let is = |wanted: &Value| match pick {
            Value::Null => false,
            Value::Array(list) => list.contains(wanted),
            Value::Number(n) => n.as_f64() == wanted.as_f64(),
            pick => pick == wanted,
        };
        match wanted {
            Value::Array(list) => list.iter().any(is),
            Value::Object(range) => pick.as_f64().is_some_and(|n| {
                range.get("min").is_none_or(|min| n >= min.as_f64().unwrap())
                    && range.get("max").is_none_or(|max| n <= max.as_f64().unwrap())
            }),
            one => is(one),
        }
    }

    fn entries<'a>(&'a self, a: &'a Configuration, condition: &'a Value) -> impl Iterator<Item = bool> + 'a {
        condition.as_object().into_iter().flatten().map(|(id, wanted)| self.entry(a, id, wanted))
    }

    fn when(&self, a: &Configuration, rule: &Value) -> bool {
        self.entries(a, &rule["when"]).all(|holds| holds)
    }

    /// What all that is picked says on one side.
    fn said(&self, a: &Configuration, side: &str) -> Vec<Value> {
        let (id, attribute) = side.split_once('.').unwrap_or((side, ""));
        let (option, pick) = (&self.options()[self.at(id)], &a[self.at(id)]);
        let of = |id: &Value| {
            let choices = option["choices"].as_array().unwrap();
            choices
                .iter()
                .find(|choice| choice["id"] == *id)
                .and_then(|choice| choice["attributes"].get(attribute))
                .cloned()
        };
        match pick {
            Value::Number(_) => vec![pick.clone()],
            Value::Bool(true) => option["attributes"].get(attribute).cloned().into_iter().collect(),
            Value::String(_) => of(pick).into_iter().collect(),
            Value::Array(list) => list.iter().filter_map(of).collect(),
            _ => Vec::new(),
        }
    }

    fn holds(&self, a: &Configuration, rule: &Value) -> bool {
        if let Some(table) = rule.get("table") {
            let columns = table["options"].as_array().unwrap();
            return table["rows"].as_array().unwrap().iter().any(|row| {
                row.as_array()
                    .unwrap()
                    .iter()
                    .zip(columns)
                    .all(|(cell, id)| cell == "*" || self.entry(a, id.as_str().unwrap(), cell))
            });
        }
        if let Some(compare) = rule.get("compare") {
            let right = match &compare[2] {
                Value::String(side) => self.said(a, side),
                Value::Object(value) => vec![value["value"].clone()],
                number => vec![number.clone()],
            };
            let list = |v: &Value| v.as_array().cloned().unwrap_or_else(|| vec![v.clone()]);
            let same = |x: &Value, y: &Value| if x.is_number() { x.as_f64() == y.as_f64() } else { x == y };
            let order = compare[1].as_str().unwrap();
            return self.said(a, compare[0].as_str().unwrap()).iter().all(|x| {
                right.iter().all(|y| {
                    let share = list(x).iter().any(|x| list(y).iter().any(|y| same(x, y)));
                    match order {
                        "=" => share,
                        "!=" => !share,
                        "<" => x.as_f64() < y.as_f64(),
                        "<=" => x.as_f64() <= y.as_f64(),
                        ">" => x.as_f64() > y.as_f64(),
                        _ => x.as_f64() >= y.as_f64(),
                    }
                })
            });
        }
        if rule.get("sum").is_some() {
            let of = rule["of"].as_array().unwrap();
            let total = |said: Vec<Value>| said.iter().map(|v| v.as_f64().unwrap()).sum::<f64>();
            let side = |id: &str| format!("{id}.n");
            let sum: f64 = of.iter().map(|id| total(self.said(a, &side(id.as_str().unwrap())))).sum();
            let limit = |name: &str| match rule.get(name) {
                None => None,
                Some(Value::String(side)) => {
                    let said = self.said(a, side);
                    let is_multi =
                        self.options()[self.at(side.split('.').next().unwrap())]["kind"] == "multi";
                    (is_multi || !said.is_empty()).then(|| total(said))
                }
                Some(number) => number.as_f64(),
            };
            return limit("at_most").is_none_or(|most| sum <= most)
                && limit("at_least").is_none_or(|least| sum >= least);
        }
        if !self.when(a, rule) {
            return true;
        }
        if let Some(then) = rule.get("require") {
            return self.entries(a, then).all(|holds| holds);
        }
        if let Some(then) = rule.get("require_any") {
            return self.entries(a, then).any(|holds| holds);
        }
        rule.get("exclude").is_none_or(|then| !self.entries(a, then).any(|holds| holds))
    }

    fn broken(&self, a: &Configuration) -> Vec<Source> {
        let mut broken = Vec::new();
        for (at, option) in self.options().iter().enumerate() {
            let is_shown = self.shows(option["id"].as_str().unwrap()).all(|rule| self.when(a, rule));
            if a[at].is_null() == is_shown {
                broken.push(Source::Shown(at));
            }
            if let (Value::Array(list), Some(min)) = (&a[at], option["min"].as_u64())
                && !(min..=option["max"].as_u64().unwrap()).contains(&(list.len() as u64))
            {
                broken.push(Source::Limits(at));
            }
        }
        let rules = self.rules().iter().enumerate();
        broken.extend(rules.filter(|(_, rule)| !self.holds(a, rule)).map(|(at, _)| Source::Rule(at)));
        broken
    }

    fn price(&self, a: &Configuration) -> i64 {
        let of = |(pick, option): (&Value, &Value)| {
            let choice = |id: &Value| {
                option["choices"].as_array().unwrap().iter().find(|c| c["id"] == *id).unwrap()["price"]
                    .as_i64()
                    .unwrap()
            };
            match pick {
                Value::String(text) if text.is_empty() => 0,
                Value::String(_) => choice(pick),
                Value::Bool(true) => option["price"].as_i64().unwrap(),
                Value::Array(list) => list.iter().map(choice).sum(),
                Value::Number(n) => {
                    let per_unit = option["price"]["per_unit"].as_i64().unwrap() as f64;
                    (per_unit * n.as_f64().unwrap()) as i64 + option["price"]["once"].as_i64().unwrap_or(0)
                }
                _ => 0,
            }
        };
        1000 + a.iter().zip(self.options()).map(of).sum::<i64>()
    }

    /// The picks of a selection.
    fn configuration(&self, product: &Product, selection: &Selection) -> Configuration {
        let json: Value = serde_json::from_str(&selection.to_value(product).to_string()).unwrap();
        let pick = |(at, option): (usize, &Value)| {
            if selection.pick(at) == Some(&Pick::Hidden) {
                return Value::Null;
            }
            match json.get(option["id"].as_str().unwrap()) {
                Some(Value::Number(n)) => json!(n.as_f64()),
                Some(other) => other.clone(),
                None => json!(""),
            }
        };
        self.options().iter().enumerate().map(pick).collect()
    }
}

/// The parts of an option that are touched apart: the choices of several-of-a-list, else the whole.
fn slots(option: &Value) -> Vec<Option<usize>> {
    match option["kind"].as_str().unwrap() {
        "multi" => (0..choice_ids(option).len()).map(Some).collect(),
        _ => vec![None],
    }
}

/// What a pick says of a slot; `None` when it is hidden.
fn slot(option: &Value, pick: &Value, choice: Option<usize>) -> Option<Value> {
    match (pick, choice) {
        (Value::Null, _) => None,
        (Value::Array(list), Some(choice)) => Some(json!(list.contains(&choice_ids(option)[choice]))),
        (pick, _) => Some(pick.clone()),
    }
}

/// The shopper's picks: option, slot, value; the latest last. Hidden ones are among them.
type Own = Vec<(usize, Option<usize>, Value)>;

fn own(oracle: &Oracle, product: &Product, selection: &Selection) -> Own {
    let shown = oracle.configuration(product, selection);
    let each = selection.touched().iter().map(|touch| {
        let option = &oracle.options()[touch.option];
        let asleep = selection.asleep(touch.option).map(|pick| pick_json(product, touch.option, pick));
        let pick = asleep.unwrap_or_else(|| shown[touch.option].clone());
        (touch.option, touch.choice, slot(option, &pick, touch.choice).unwrap())
    });
    each.collect()
}

fn pick_json(product: &Product, option: usize, pick: &Pick) -> Value {
    let ids = |list: &[usize]| {
        list.iter()
            .map(|c| json!(product.options[option].kind.choices().unwrap()[*c].id.as_str()))
            .collect::<Vec<_>>()
    };
    match pick {
        Pick::Choice(choice) => ids(&[*choice])[0].clone(),
        Pick::Multi(list) => Value::Array(ids(list)),
        Pick::Toggle(on) => json!(on),
        Pick::Number(step) => {
            json!(product.options[option].kind.numbers().unwrap().0.number(*step) as f64 / 1e4)
        }
        Pick::Text(text) => json!(text),
        Pick::Image(_) => unreachable!("not among these products"),
        Pick::Hidden => Value::Null,
        Pick::Color(color) => json!(color.to_string()),
    }
}

/// All picks of an option.
fn picks(option: &Kind) -> Vec<Pick> {
    match option {
        Kind::Choice(choice) => (0..choice.choices.len()).map(Pick::Choice).collect(),
        Kind::Toggle(_) => vec![Pick::Toggle(false), Pick::Toggle(true)],
        Kind::Multi(multi) => (0..1_usize << multi.choices.len())
            .map(|bits| Pick::Multi((0..multi.choices.len()).filter(|c| bits >> c & 1 == 1).collect()))
            .collect(),
        Kind::Text(_) => vec![Pick::Text(String::new())],
        kind => (0..=kind.numbers().unwrap().0.last).map(Pick::Number).collect(),
    }
}

fn random_product(seed: u64) -> Option<(Value, Product, Dice)> {
    let mut dice = Dice::new(seed);
    let mut options: Vec<Value> = (0..2 + dice.below(3)).map(|index| option(&mut dice, index)).collect();
    if options.iter().all(|o| o["kind"] == "text") {
        options.push(json!({"id": "o9", "kind": "toggle", "price": 3, "attributes": {"n": 1, "s": "a"}}));
    }
    let rules: Vec<Value> = (0..dice.below(6)).map(|_| rule(&mut dice, &options)).collect();
    let json = json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 1000, "options": options, "rules": rules});
    let mut diagnostics = Diagnostics::new();
    let product = Product::read_with_any_start(&value(&json), &mut diagnostics);
    // Options shown by each other in a circle are refused, and nothing else is wrong with these.
    let Some(product) = product else {
        assert!(
            diagnostics.list().iter().all(|d| d.message.contains("in a circle")),
            "{json} {:?}",
            diagnostics.list()
        );
        return None;
    };
    Some((json, product, dice))
}

/// A few picks in a row, rules or not.
fn some_picks(dice: &mut Dice, product: &Product) -> Selection {
    let mut selection = Selection::defaults(product);
    for _ in 0..dice.below(4) {
        let option = dice.below(product.options.len());
        let pick = dice.one(&picks(&product.options[option].kind)).clone();
        selection = selection.with(product, option, pick);
    }
    selection
}

fn check(seed: u64, limit: usize) {
    let Some((json, product, mut dice)) = random_product(seed) else { return };
    let compiled = Compiled::with_limit(&product, limit);
    let oracle = Oracle::new(&json);
    if limit > 0 {
        assert_eq!(compiled.count(&product).unwrap().to_string(), oracle.valid.len().to_string(), "{json}");
    }
    assert_eq!(compiled.is_possible(), !oracle.valid.is_empty());
    let selection = some_picks(&mut dice, &product);
    let shown = oracle.configuration(&product, &selection);
    let mut broken = oracle.broken(&shown);
    broken.sort_unstable();
    let mut found = product.broken(&selection);
    found.sort_unstable();
    assert_eq!(found, broken, "{json} {shown:?}");
    let own = own(&oracle, &product, &selection);
    check_offers(&oracle, &product, &compiled, &compiled.offers(&product, &selection), &own);
    check_reasons(&oracle, &product, &compiled, &selection, &own);
    for _ in 0..2 {
        check_pick(&mut dice, &oracle, &product, &compiled, &selection);
    }
    match compiled.random(&product, &mut || dice.fraction()) {
        Some(drawn) => assert!(oracle.valid.contains(&oracle.configuration(&product, &drawn)), "{json}"),
        None => assert!(oracle.valid.is_empty()),
    }
    // From one that can be had there is always another with its numbers, if only itself.
    if let Some(now) = compiled.random(&product, &mut || dice.fraction()) {
        let drawn = compiled.random_with(&product, &now, &mut || dice.fraction()).unwrap();
        assert!(oracle.valid.contains(&oracle.configuration(&product, &drawn)), "{json}");
        for (at, option) in product.options.iter().enumerate() {
            let (before, after) = (now.pick(at), drawn.pick(at));
            let is_shown = ![before, after].contains(&Some(&Pick::Hidden));
            assert!(option.kind.numbers().is_none() || !is_shown || before == after, "{json}");
        }
    }
    if limit > 0 {
        let fits = |a: &&Configuration| fits(&oracle, a, &own, (usize::MAX, None));
        assert_eq!(
            compiled.about(&product, &selection),
            Some(oracle.valid.iter().filter(fits).count() as f64),
            "{json} {own:?}"
        );
    }
}

/// Whether a configuration has the shopper's picks, but for one slot; what is hidden is not lost.
fn fits(oracle: &Oracle, a: &Configuration, own: &Own, but: (usize, Option<usize>)) -> bool {
    own.iter().all(|(option, choice, wanted)| {
        (*option, *choice) == but
            || slot(&oracle.options()[*option], &a[*option], *choice).is_none_or(|value| value == *wanted)
    })
}

fn check_offers(oracle: &Oracle, product: &Product, compiled: &Compiled, offers: &Offers, own: &Own) {
    let bounds = |but: (usize, Option<usize>), value: &Value| {
        let option = &oracle.options()[but.0];
        let prices = oracle
            .valid
            .iter()
            .filter(|a| fits(oracle, a, own, but) && slot(option, &a[but.0], but.1).as_ref() == Some(value));
        let prices = prices.map(|a| oracle.price(a));
        prices.clone().min().zip(prices.max())
    };
    // A text that is not touched can cost something, which the oracle's empty one does not.
    let texts = oracle.options().iter().any(|option| option["kind"] == "text");
    let same = |found: Option<(i64, i64)>, expected: Option<(i64, i64)>, what: &str| {
        if offers.exact && !texts {
            assert_eq!(found, expected, "{} {own:?} {what}", oracle.json);
        } else {
            assert_eq!(found.is_some(), expected.is_some(), "{} {own:?} {what}", oracle.json);
            if let (Some(found), Some(expected)) = (found, expected) {
                assert!(found.0 <= expected.0 && expected.1 <= found.1, "{found:?} holds {expected:?}");
            }
        }
    };
    let _ = compiled;
    for (at, option) in product.options.iter().enumerate() {
        for pick in picks(&option.kind) {
            let json = pick_json(product, at, &pick);
            let what = format!("{at} {json}");
            match pick {
                Pick::Choice(choice) => {
                    same(offers.choice(at, choice), bounds((at, None), &json), &what);
                    assert_eq!(offers.has_choice(at, choice), offers.choice(at, choice).is_some(), "{what}");
                }
                Pick::Toggle(on) => same(offers.toggle(at, on), bounds((at, None), &json), &what),
                Pick::Number(step) => {
                    same(offers.number(product, at, step), bounds((at, None), &json), &what)
                }
                _ => {}
            }
        }
        for choice in option
            .kind
            .choices()
            .filter(|_| matches!(option.kind, Kind::Multi(_)))
            .map_or(0..0, |list| 0..list.len())
        {
            same(offers.choice(at, choice), bounds((at, Some(choice)), &json!(true)), "with");
            same(offers.without(at, choice), bounds((at, Some(choice)), &json!(false)), "without");
            assert_eq!(offers.has_choice(at, choice), offers.choice(at, choice).is_some(), "with");
            assert_eq!(offers.has_without(at, choice), offers.without(at, choice).is_some(), "without");
        }
    }
}

/// A reason is there when the value cannot be had; it is one; and nothing of it can be left out.
fn check_reasons(oracle: &Oracle, product: &Product, compiled: &Compiled, selection: &Selection, own: &Own) {
    for (at, option) in product.options.iter().enumerate() {
        if matches!(option.kind, Kind::Multi(_) | Kind::Text(_)) {
            continue;
        }
        for pick in picks(&option.kind) {
            let value = pick_json(product, at, &pick);
            let possible = oracle.valid.iter().any(|a| fits(oracle, a, own, (at, None)) && a[at] == value);
            let reason = compiled.reason(product, selection, at, &pick);
            assert_eq!(reason.is_none(), possible, "{} {own:?} {at} {value}", oracle.json);
            let Some(reason) = reason else { continue };
            let leads = |picks: &[usize], sources: &dyn Fn(&Source) -> bool| {
                let some: Own = picks.iter().map(|at| own[*at].clone()).collect();
                oracle.all.iter().any(|a| {
                    a[at] == value
                        && fits(oracle, a, &some, (at, None))
                        && !oracle.broken(a).iter().any(sources)
                })
            };
            let named: Vec<usize> = reason
                .picks
                .iter()
                .map(|touch| {
                    own.iter().position(|(o, c, _)| *o == touch.option && *c == touch.choice).unwrap()
                })
                .collect();
            let all = |source: &Source| reason.sources.contains(source);
            assert!(!leads(&named, &all), "{} {own:?} {at} {value} {reason:?}", oracle.json);
            for left in 0..named.len() {
                let rest: Vec<usize> =
                    named.iter().enumerate().filter(|(i, _)| *i != left).map(|(_, pick)| *pick).collect();
                assert!(
                    leads(&rest, &|_| true),
                    "{} {own:?} {at} {value} {reason:?}: pick {left}",
                    oracle.json
                );
            }
            for left in &reason.sources {
                assert!(
                    leads(&named, &|source| source != left && all(source)),
                    "{} {own:?} {at} {value} {reason:?}: {left:?}",
                    oracle.json
                );
            }
        }
    }
}

/// What untouched options should take: their defaults, then what rules say that hold in `a`.
fn defaults(oracle: &Oracle, a: &Configuration) -> Configuration {
    let of = |option: &Value| match option["kind"].as_str().unwrap() {
        "choice" => option["default"].clone(),
        "toggle" => option["default"].clone(),
        "multi" => option["default"].clone(),
        "quantity" => json!(1.0),
        "measure" => json!(0.5),
        _ => json!(""),
    };
    let mut wishes: Configuration = oracle.options().iter().map(of).collect();
    for rule in oracle.rules().iter().filter(|rule| rule.get("default").is_some() && oracle.when(a, rule)) {
        for (id, pick) in rule["default"].as_object().unwrap() {
            wishes[oracle.at(id)] = if pick.is_number() { json!(pick.as_f64()) } else { pick.clone() };
        }
    }
    wishes
}

/// The pick leads to the nearest configuration in the whole order.
fn check_pick(dice: &mut Dice, oracle: &Oracle, product: &Product, compiled: &Compiled, before: &Selection) {
    let option = dice.below(product.options.len());
    let pick = dice.one(&picks(&product.options[option].kind)).clone();
    let shown = oracle.configuration(product, before);
    let json = pick_json(product, option, &pick);
    let with = before.with(product, option, pick.clone());
    let own = own(oracle, product, &with);
    // Of several-of-a-list, picked is what is different from before.
    let same = |choice| {
        slot(&oracle.options()[option], &json, choice)
            == slot(&oracle.options()[option], &shown[option], choice)
    };
    let is_empty = |choice| {
        shown[option].is_null() && slot(&oracle.options()[option], &json, choice) == Some(json!(false))
    };
    let is_fixed = |a: &Configuration| {
        slots(&oracle.options()[option]).into_iter().all(|choice| {
            choice.is_some() && (same(choice) || is_empty(choice)) && shown[option] != Value::Null
                || slot(&oracle.options()[option], &a[option], choice)
                    == slot(&oracle.options()[option], &json, choice)
        })
    };
    let cost = |a: &Configuration, wishes: &Configuration| {
        // Own picks that are changed, the newest first; hidden before is not lost now.
        let mut changed: Vec<bool> = Vec::new();
        for (o, choice, wanted) in own.iter().rev() {
            let now = slot(&oracle.options()[*o], &a[*o], *choice);
            changed.push(now.map_or(!shown[*o].is_null(), |now| now != *wanted));
        }
        let mut moved = 0;
        for (o, each) in oracle.options().iter().enumerate() {
            for choice in slots(each) {
                let is_own = own.iter().any(|(other, c, _)| *other == o && *c == choice);
                let now = slot(each, &a[o], choice);
                moved += usize::from(!is_own && now.is_some() && now != slot(each, &wishes[o], choice));
            }
        }
        (changed.iter().filter(|c| **c).count(), changed, moved)
    };
    let start = oracle.configuration(product, &with);
    let found = compiled.pick(product, before, option, pick);
    if start[option] == json && oracle.broken(&start).is_empty() {
        assert_eq!(oracle.configuration(product, &found.unwrap().selection), start);
        return;
    }
    let mut last = start;
    for round in 0..4 {
        let wishes = defaults(oracle, &last);
        let next = oracle
            .valid
            .iter()
            .enumerate()
            .filter(|(_, a)| is_fixed(a))
            .min_by_key(|(at, a)| (cost(a, &wishes), *at));
        let Some((_, next)) = next else {
            assert!(found.is_none(), "{} {own:?}", oracle.json);
            return;
        };
        let stays = round > 0 && defaults(oracle, next) == wishes;
        last = next.clone();
        if stays {
            break;
        }
    }
    let found = found.unwrap_or_else(|| panic!("{} {own:?} {last:?}", oracle.json));
    assert_eq!(
        oracle.configuration(product, &found.selection),
        last,
        "{} {own:?} {option} {json}",
        oracle.json
    );
    assert!(product.broken(&found.selection).is_empty());
}

#[test]
fn diagrams_of_products_agree_with_trying_everything() {
    (1..3000).for_each(|seed| check(seed, 400_000));
}

/// Most of these products are worth trying: rules forbid something, and something is left.
#[test]
fn random_products_are_worth_trying() {
    let worth = |seed: &u64| {
        random_product(*seed).is_some_and(|(json, ..)| {
            let oracle = Oracle::new(&json);
            !oracle.valid.is_empty() && oracle.valid.len() < oracle.all.len()
        })
    };
    let found = (1..1000).filter(worth).count();
    assert!(found > 500, "{found} of 999");
}

#[test]
fn searching_products_agrees_with_trying_everything() {
    (1..600).for_each(|seed| check(seed, 0));
}
