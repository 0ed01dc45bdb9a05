//! Every answer of the solver against all assignments, tried one by one, on thousands of small random models.

use super::solver::EDGES;
use super::{Constraint, Count, Either, Model, Solver};

/// Marsaglia's xorshift: the same models on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
    fn some_of(&mut self, size: u32) -> Vec<u32> {
        (0..size).filter(|_| self.below(2) == 0).collect()
    }
}

fn model(dice: &mut Dice) -> Model {
    let domains: Vec<u32> = (0..2 + dice.below(4)).map(|_| 1 + dice.below(4) as u32).collect();
    let count = dice.below(6);
    let constraints = (0..count)
        .map(|_| {
            let mut scope: Vec<usize> = (0..domains.len()).filter(|_| dice.below(2) == 0).collect();
            if scope.is_empty() {
                scope.push(dice.below(domains.len() as u64) as usize);
            }
            match dice.below(4) {
                0 => Constraint::Table {
                    rows: (0..1 + dice.below(5))
                        .map(|_| {
                            scope
                                .iter()
                                .map(|v| (dice.below(4) > 0).then(|| dice.some_of(domains[*v])))
                                .collect()
                        })
                        .collect(),
                    variables: scope,
                },
                1 => {
                    let term = |v: &usize, dice: &mut Dice| {
                        (*v, (0..domains[*v]).map(|_| dice.below(9) as i64 - 3).collect())
                    };
                    let terms = scope.iter().map(|v| term(v, dice)).collect();
                    let least = dice.below(12) as i64 - 8;
                    Constraint::Sum { terms, least, most: least + dice.below(8) as i64 }
                }
                _ => Constraint::Clause(scope.iter().map(|v| (*v, dice.some_of(domains[*v]))).collect()),
            }
        })
        .collect();
    Model { domains, constraints }
}

fn assignments(domains: &[u32]) -> Vec<Vec<u32>> {
    domains.iter().fold(vec![Vec::new()], |all, size| {
        all.iter().flat_map(|start| (0..*size).map(move |v| [&start[..], &[v]].concat())).collect()
    })
}

fn check(seed: u64, compiled: bool) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..5).for_each(|_| {
        dice.below(2);
    });
    let model = model(&mut dice);
    let solver = if compiled { Solver::new(model.clone(), EDGES) } else { Solver::searching(model.clone()) };
    let valid: Vec<Vec<u32>> = assignments(&model.domains).into_iter().filter(|a| model.holds(a)).collect();
    let picks: Vec<Option<Either>> = model
        .domains
        .iter()
        .map(|size| {
            let one = dice.below(u64::from(*size)) as u32;
            let other = if dice.below(4) == 0 { dice.below(u64::from(*size)) as u32 } else { one };
            (dice.below(3) == 0).then_some((one, other))
        })
        .collect();
    let fits = |a: &[u32], but: usize| {
        a.iter()
            .zip(&picks)
            .enumerate()
            .all(|(v, (x, pick))| v == but || pick.is_none_or(|(a, b)| a == *x || b == *x))
    };
    if compiled {
        let none = vec![None; picks.len()];
        assert_eq!(solver.count(&none), Some(Count::from(valid.len() as u64)), "{model:?}");
        let left = valid.iter().filter(|a| fits(a, usize::MAX)).count();
        assert_eq!(solver.count(&picks), Some(Count::from(left as u64)), "{model:?} {picks:?}");
        assert_eq!(solver.about(&picks), Some(left as f64));
    }
    let price = |v: usize, value: u32| (v as i64 * 7 + i64::from(value) * 13) % 10 - 4;
    let total = |a: &[u32]| a.iter().enumerate().map(|(v, x)| price(v, *x)).sum::<i64>();
    let bounds = solver.bounds(&picks, &|v, value| (price(v, value), price(v, value)));
    assert_eq!(bounds.exact, compiled || model.constraints.is_empty());
    for (variable, size) in model.domains.iter().enumerate() {
        for value in 0..*size {
            let totals = valid.iter().filter(|a| a[variable] == value && fits(a, variable)).map(|a| total(a));
            let expected = totals.clone().min().zip(totals.max());
            let found = bounds.get(variable, value);
            if bounds.exact {
                assert_eq!(found, expected, "{model:?} {picks:?} {variable}={value}");
            } else {
                assert_eq!(found.is_some(), expected.is_some(), "{model:?} {picks:?} {variable}={value}");
                if let (Some(found), Some(expected)) = (found, expected) {
                    assert!(found.0 <= expected.0 && expected.1 <= found.1, "{found:?} holds {expected:?}");
                }
            }
            why(&solver, &picks, variable, value, expected.is_some(), &valid);
        }
    }
    // A cost for every value, one value fixed.
    let costs: Vec<Vec<u128>> =
        model.domains.iter().map(|size| (0..*size).map(|_| u128::from(dice.below(3))).collect()).collect();
    let variable = dice.below(picks.len() as u64) as usize;
    let fixed = [(variable, dice.below(u64::from(model.domains[variable])) as u32)];
    let cost = |a: &[u32]| {
        let own = |(v, x): (usize, &u32)| if v == variable { 0 } else { costs[v][*x as usize] };
        a.iter().enumerate().map(own).sum::<u128>()
    };
    let expected = valid.iter().filter(|a| a[variable] == fixed[0].1).min_by_key(|a| (cost(a), (*a).clone()));
    let found = solver.nearest(&|v, value| costs[v][value as usize], &fixed);
    assert_eq!(found.as_ref(), expected, "{model:?} {costs:?} {fixed:?}");
    let drawn = solver.random(&picks, &mut || dice.below(1 << 50) as f64 / (1_u64 << 50) as f64);
    match drawn {
        Some(drawn) => assert!(valid.contains(&drawn) && fits(&drawn, usize::MAX), "{drawn:?}"),
        None => assert!(!valid.iter().any(|a| fits(a, usize::MAX))),
    }
}

/// A reason is there when the value is not; it is one; and nothing of it can be left out.
fn why(
    solver: &Solver,
    picks: &[Option<Either>],
    variable: usize,
    value: u32,
    possible: bool,
    valid: &[Vec<u32>],
) {
    let model = solver.model();
    let list: Vec<(usize, Either)> =
        picks.iter().enumerate().filter_map(|(v, pick)| pick.map(|pick| (v, pick))).collect();
    let reason = solver.reason(&list, Some((variable, value)), &Some);
    assert_eq!(reason.is_none(), possible, "{model:?} {picks:?} {variable}={value}");
    let Some(reason) = reason else { return };
    let with = |a: &[u32], left_out: usize| {
        a[variable] == value
            && reason
                .picks
                .iter()
                .enumerate()
                .all(|(at, (v, x))| at == left_out || a[*v] == x.0 || a[*v] == x.1)
    };
    assert!(!valid.iter().any(|a| with(a, usize::MAX)), "these picks exclude it");
    for at in 0..reason.picks.len() {
        assert!(valid.iter().any(|a| with(a, at)), "pick {at} is needed: {reason:?} {model:?}");
    }
    let all = assignments(&model.domains);
    let allowed = |left_out: usize| {
        let holds = |a: &[u32]| {
            let mut at_work = reason.constraints.iter().enumerate().filter(|(at, _)| *at != left_out);
            at_work.all(|(_, index)| model.constraints[*index].holds(a))
        };
        all.iter().any(|a| with(a, usize::MAX) && holds(a))
    };
    assert!(!allowed(usize::MAX), "these constraints exclude it");
    for at in 0..reason.constraints.len() {
        assert!(allowed(at), "constraint {at} is needed: {reason:?} {model:?}");
    }
}

#[test]
fn diagrams_agree_with_trying_everything() {
    (1..4000).for_each(|seed| check(seed, true));
}

#[test]
fn searching_agrees_with_trying_everything() {
    (1..1500).for_each(|seed| check(seed, false));
}

/// 12 valid configurations of a small model, 24,000 draws: chi-square with 11 degrees of freedom stays below 31.3 (p = 0.001).
#[test]
fn random_configurations_are_equally_likely() {
    let model = Model {
        domains: vec![3, 3, 4],
        constraints: vec![
            Constraint::Clause(vec![(0, vec![0]), (1, vec![1, 2])]),
            Constraint::Table {
                variables: vec![1, 2],
                rows: vec![
                    vec![Some(vec![0]), None],
                    vec![Some(vec![1]), Some(vec![3])],
                    vec![Some(vec![2]), Some(vec![0])],
                ],
            },
        ],
    };
    let valid: Vec<Vec<u32>> = assignments(&model.domains).into_iter().filter(|a| model.holds(a)).collect();
    let solver = Solver::new(model, EDGES);
    let mut dice = Dice(88_172_645_463_325_252);
    let mut seen = vec![0_u32; valid.len()];
    let draws = 2000 * valid.len();
    for _ in 0..draws {
        let drawn =
            solver.random(&[None, None, None], &mut || dice.below(1 << 50) as f64 / (1_u64 << 50) as f64);
        let at = valid.iter().position(|a| Some(a) == drawn.as_ref()).expect("only valid ones are drawn");
        seen[at] += 1;
    }
    let chi: f64 = seen.iter().map(|n| (f64::from(*n) - 2000.0).powi(2) / 2000.0).sum();
    assert!(chi < 31.3, "{} configurations, chi-square {chi}: {seen:?}", valid.len());
}

#[test]
fn counts_are_exact_at_any_length() {
    // 200 pairs of bits that are not both set: 3^200.
    let clause = |pair: usize| Constraint::Clause(vec![(2 * pair, vec![0]), (2 * pair + 1, vec![0])]);
    let model = Model { domains: vec![2; 400], constraints: (0..200).map(clause).collect() };
    let mut expected = Count::one();
    (0..200).for_each(|_| expected = expected.times(&Count::from(3)));
    let count = Solver::new(model, EDGES).count(&[None; 400]);
    assert_eq!(count, Some(expected.clone()));
    assert_eq!(expected.to_string().len(), 96);
    assert_eq!(
        Count::from(3_000_000_001).times(&Count::from(10_000_000_000)).to_string(),
        "30000000010000000000"
    );
    assert_eq!(Count::default().to_string(), "0");
}

/// A real PC shop's model, as clauses over its 377 features; known to have exactly so many configurations.
#[test]
fn a_real_shop_is_counted() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/configuration/pc-richmond/model.dimacs");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the folder shared/data is not beside the repository");
        return;
    };
    let mut model = Model::default();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.first() {
            Some(&"p") => model.domains = vec![2; words[2].parse().unwrap()],
            None | Some(&"c") => {}
            _ => {
                let mut literals: Vec<(usize, Vec<u32>)> = words
                    .iter()
                    .map(|word| word.parse::<i64>().unwrap())
                    .filter(|literal| *literal != 0)
                    .map(|literal| (literal.unsigned_abs() as usize - 1, vec![u32::from(literal > 0)]))
                    .collect();
                literals.sort();
                literals.dedup();
                let always = literals.windows(2).any(|pair| pair[0].0 == pair[1].0);
                if !always {
                    model.constraints.push(Constraint::Clause(literals));
                }
            }
        }
    }
    let features = model.domains.len();
    let solver = Solver::new(model, EDGES);
    let sizes: Vec<_> = solver.diagrams().map(|d| d.map(|d| (d.nodes(), d.edge_count()))).collect();
    let count = solver.count(&vec![None; features]).map(|count| count.to_string());
    assert_eq!(count.as_deref(), Some("3326549945784326553600"), "{features} features, {sizes:?}");
    println!("{features} features, nodes and edges by part: {sizes:?}");
}
