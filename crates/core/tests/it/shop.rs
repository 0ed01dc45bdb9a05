//! Large products: the real PC shop as a product file, and random ones, against a SAT solver.

use crate::products::value;
use haberdash_core::Diagnostics;
use haberdash_core::compat::{Compiled, Unusable};
use haberdash_core::product::Product;
use haberdash_core::selection::{Pick, Selection};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::Instant;

/// Clauses as a product: a toggle for each variable, a rule for each clause.
pub fn toggles(count: usize, clauses: &[Vec<i64>]) -> Value {
    let options: Vec<Value> = (1..=count)
        .map(|at| json!({"id": format!("f{at}"), "kind": "toggle", "price": at * 7 % 50}))
        .collect();
    let rule = |clause: &Vec<i64>| {
        let entries = |sign: i64| -> serde_json::Map<String, Value> {
            let own = clause.iter().filter(|literal| literal.signum() == sign);
            own.map(|literal| (format!("f{}", literal.abs()), json!(true))).collect()
        };
        let (not, any) = (entries(-1), entries(1));
        match (not.is_empty(), any.is_empty()) {
            (true, _) => json!({"require_any": any}),
            (false, true) => {
                let mut not = not.into_iter();
                let last = not.next_back().unwrap();
                let when: serde_json::Map<String, Value> = not.collect();
                json!({"when": when, "exclude": {last.0: last.1}})
            }
            (false, false) => json!({"when": not, "require_any": any}),
        }
    };
    let rules: Vec<Value> = clauses.iter().map(rule).collect();
    json!({"version": 1, "id": "shop", "title": "Shop", "currency": "EUR", "base_price": 100, "options": options, "rules": rules})
}

fn read(json: &Value) -> Product {
    let mut diagnostics = Diagnostics::new();
    let product = Product::read_with_any_start(&value(json), &mut diagnostics);
    product.unwrap_or_else(|| panic!("{:?}", diagnostics.list()))
}

/// The clauses of the PC shop; `None` where the shared data is not there.
pub fn pc() -> Option<(usize, Vec<Vec<i64>>)> {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/configuration/pc-richmond/model.dimacs");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the folder shared/data is not beside the repository");
        return None;
    };
    let mut clauses = Vec::new();
    let mut count = 0;
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.first() {
            Some(&"p") => count = words[2].parse().unwrap(),
            None | Some(&"c") => {}
            _ => {
                let mut clause: Vec<i64> =
                    words.iter().map(|word| word.parse().unwrap()).filter(|l| *l != 0).collect();
                clause.sort_unstable();
                clause.dedup();
                if !clause.iter().any(|literal| clause.contains(&-literal)) {
                    clauses.push(clause);
                }
            }
        }
    }
    Some((count, clauses))
}

/// Whether the clauses can be fulfilled with these literals.
struct Sat(batsat::BasicSolver);

impl Sat {
    fn new(clauses: &[Vec<i64>]) -> Sat {
        use batsat::SolverInterface;
        let mut solver = batsat::BasicSolver::default();
        for clause in clauses {
            let mut literals: Vec<batsat::Lit> =
                clause.iter().map(|literal| lit(&mut solver, *literal)).collect();
            solver.add_clause_reuse(&mut literals);
        }
        Sat(solver)
    }
    fn can(&mut self, literals: &[i64]) -> bool {
        use batsat::SolverInterface;
        let literals: Vec<batsat::Lit> = literals.iter().map(|literal| lit(&mut self.0, *literal)).collect();
        self.0.solve_limited(&literals) == batsat::lbool::TRUE
    }
}

fn lit(solver: &mut batsat::BasicSolver, literal: i64) -> batsat::Lit {
    use batsat::SolverInterface;
    let variable = solver.var_of_int(literal.unsigned_abs() as u32);
    batsat::Lit::new(variable, literal > 0)
}

/// Marsaglia's xorshift.
fn below(state: &mut u64, end: u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state % end
}

/// Picks a few toggles one after the other, and after each asks for every value whether it can be had.
fn compare(
    count: usize,
    clauses: &[Vec<i64>],
    compiled: &Compiled,
    product: &Product,
    dice: &mut u64,
    rounds: usize,
) {
    let mut sat = Sat::new(clauses);
    let mut selection = match compiled.repair(product, &Selection::defaults(product)) {
        Some(start) => start.selection,
        None => return assert!(!sat.can(&[])),
    };
    for round in 0..rounds {
        assert_eq!(product.broken(&selection), []);
        let own: Vec<(usize, i64)> = selection
            .touched()
            .iter()
            .map(|touch| {
                let literal = touch.option as i64 + 1;
                (
                    touch.option,
                    if selection.pick(touch.option) == Some(&Pick::Toggle(true)) {
                        literal
                    } else {
                        -literal
                    },
                )
            })
            .collect();
        let offers = compiled.offers(product, &selection);
        for option in 0..count {
            let others: Vec<i64> =
                own.iter().filter(|(o, _)| *o != option).map(|(_, literal)| *literal).collect();
            for (on, literal) in [(true, option as i64 + 1), (false, -(option as i64) - 1)] {
                let expected = sat.can(&[&others[..], &[literal]].concat());
                assert_eq!(
                    offers.toggle(option, on).is_some(),
                    expected,
                    "round {round}, option {option}, {on}"
                );
            }
        }
        let option = below(dice, count as u64) as usize;
        let pick = Pick::Toggle(selection.pick(option) != Some(&Pick::Toggle(true)));
        if let Some(picked) = compiled.pick(product, &selection, option, pick) {
            selection = picked.selection;
        }
    }
}

#[test]
fn values_of_the_real_shop_agree_with_a_sat_solver() {
    let Some((count, clauses)) = pc() else { return };
    let product = read(&toggles(count, &clauses));
    let compiled = Compiled::new(&product);
    assert_eq!(compiled.count(&product).unwrap().to_string(), "3326549945784326553600");
    let mut dice = 88_172_645_463_325_252;
    compare(count, &clauses, &compiled, &product, &mut dice, 12);
}

#[test]
fn values_of_large_random_products_agree_with_a_sat_solver() {
    let mut dice = 1_234_567_891;
    for _ in 0..30 {
        let count = 20 + below(&mut dice, 30) as usize;
        let clauses: Vec<Vec<i64>> = (0..count * 2)
            .map(|_| {
                let near = below(&mut dice, count as u64) as i64;
                let mut clause: Vec<i64> = Vec::new();
                for _ in 0..2 + below(&mut dice, 2) {
                    let variable = (near + below(&mut dice, 6) as i64) % count as i64 + 1;
                    if !clause.iter().any(|other| other.abs() == variable) {
                        clause.push(if below(&mut dice, 2) == 0 { variable } else { -variable });
                    }
                }
                clause
            })
            .collect();
        let product = read(&toggles(count, &clauses));
        for limit in [400_000, 0] {
            let compiled = Compiled::with_limit(&product, limit);
            compare(count, &clauses, &compiled, &product, &mut dice, 5);
        }
    }
}

#[test]
fn a_compiled_file_is_read_back_and_never_trusted() {
    let mut json = toggles(9, &[vec![1, 2, -3], vec![-1, 4], vec![-2, -5], vec![7, 8]]);
    json["options"].as_array_mut().unwrap().push(json!({"id": "n", "kind": "quantity", "min": 0, "max": 9}));
    json["rules"].as_array_mut().unwrap().push(json!({"compare": ["n", "<", 7]}));
    let product = read(&json);
    let compiled = Compiled::new(&product);
    let bytes = compiled.to_bytes(&product);
    let again = Compiled::from_bytes(&product, &bytes).unwrap();
    assert_eq!((again.parts(), again.to_bytes(&product)), (compiled.parts(), bytes.clone()));
    assert_eq!(again.count(&product), compiled.count(&product));
    let mut other = json.clone();
    other["title"] = json!("Other");
    assert_eq!(Compiled::from_bytes(&read(&other), &bytes).err(), Some(Unusable::OtherProduct));
    for length in 0..bytes.len() {
        assert!(Compiled::from_bytes(&product, &bytes[..length]).is_err());
    }
    let start = Selection::defaults(&product);
    let mut taken = 0;
    for at in 0..bytes.len() {
        for change in [1, 2, 64, 128, 255] {
            let mut bad = bytes.clone();
            bad[at] ^= change;
            assert!(Compiled::from_bytes(&product, &bad).is_err(), "byte {at}");
            // With a checksum that fits, whatever comes of it answers without a panic, and no pick breaks a rule.
            let sum = Sha256::digest(&bad[72..]);
            bad[40..72].copy_from_slice(&sum);
            let Ok(compiled) = Compiled::from_bytes(&product, &bad) else { continue };
            taken += 1;
            let _ = (
                compiled.count(&product),
                compiled.offers(&product, &start),
                compiled.about(&product, &start),
            );
            let _ = compiled.random(&product, &mut || 0.7);
            for option in 0..9 {
                if let Some(picked) = compiled.pick(&product, &start, option, Pick::Toggle(true)) {
                    assert_eq!(product.broken(&picked.selection), []);
                }
            }
        }
    }
    assert!(taken > 10, "{taken} changed files are sound diagrams");
}

/// Prints how long a click takes: `cargo test -p haberdash-core --release --test it how_long -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn how_long_a_click_takes() {
    let Some((count, clauses)) = pc() else { return };
    let json = toggles(count, &clauses);
    let begin = Instant::now();
    let product = read(&json);
    let read = begin.elapsed();
    let begin = Instant::now();
    let compiled = Compiled::new(&product);
    println!(
        "read {read:?}, compiled {:?} {:?}",
        begin.elapsed(),
        compiled.parts().iter().map(|p| p.diagram).collect::<Vec<_>>()
    );
    let bytes = compiled.to_bytes(&product);
    let begin = Instant::now();
    let compiled = Compiled::from_bytes(&product, &bytes).unwrap();
    println!("{} bytes, loaded {:?}", bytes.len(), begin.elapsed());
    let start = compiled.repair(&product, &Selection::defaults(&product)).unwrap().selection;
    let (mut dice, mut selection) = (88_172_645_463_325_252, start.clone());
    let (mut picks, mut offers, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..2000 {
        if round % 20 == 0 {
            selection = start.clone();
        }
        let option = below(&mut dice, count as u64) as usize;
        let pick = Pick::Toggle(selection.pick(option) != Some(&Pick::Toggle(true)));
        let begin = Instant::now();
        let picked = compiled.pick(&product, &selection, option, pick.clone());
        picks.push(begin.elapsed());
        if let Some(picked) = picked {
            selection = picked.selection;
        }
        let begin = Instant::now();
        let found = compiled.offers(&product, &selection);
        offers.push(begin.elapsed());
        let dead =
            (0..count).cycle().skip(option).take(count).find(|option| found.toggle(*option, true).is_none());
        if let Some(option) = dead.filter(|_| round % 10 == 0) {
            let begin = Instant::now();
            compiled.reason(&product, &selection, option, &Pick::Toggle(true)).unwrap();
            reasons.push(begin.elapsed());
        }
    }
    for (what, list) in [("pick", &mut picks), ("offers", &mut offers), ("reason", &mut reasons)] {
        list.sort_unstable();
        println!(
            "{what}: p50 {:?}, p99 {:?}, n {}",
            list[list.len() / 2],
            list[list.len() * 99 / 100],
            list.len()
        );
    }
}
