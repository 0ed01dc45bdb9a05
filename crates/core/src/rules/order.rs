//! Which variables belong together, and in which order a diagram asks for them.

use super::Model;

/// The groups of variables that constraints connect, each with its constraints. Variables without any constraint are in none.
pub fn parts(model: &Model) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut group: Vec<usize> = (0..model.domains.len()).collect();
    fn root(group: &mut [usize], mut at: usize) -> usize {
        while group[at] != at {
            group[at] = group[group[at]];
            at = group[at];
        }
        at
    }
    let scopes: Vec<Vec<usize>> = model.constraints.iter().map(super::Constraint::variables).collect();
    for scope in &scopes {
        for pair in scope.windows(2) {
            let (a, b) = (root(&mut group, pair[0]), root(&mut group, pair[1]));
            group[a.max(b)] = a.min(b);
        }
    }
    let mut parts: Vec<(usize, Vec<usize>, Vec<usize>)> = Vec::new();
    for (index, scope) in scopes.iter().enumerate() {
        let Some(first) = scope.first() else { continue };
        let name = root(&mut group, *first);
        match parts.iter_mut().find(|(other, ..)| *other == name) {
            Some((.., constraints)) => constraints.push(index),
            None => parts.push((name, Vec::new(), vec![index])),
        }
    }
    for variable in 0..model.domains.len() {
        let name = root(&mut group, variable);
        if let Some((_, variables, _)) = parts.iter_mut().find(|(other, ..)| *other == name) {
            variables.push(variable);
        }
    }
    parts.into_iter().map(|(_, variables, constraints)| (variables, constraints)).collect()
}

/// Orders worth trying, better ones first as far as can be told: the file's own, and one that keeps the variables of a constraint close
/// together (Aloul, Markov and Sakallah, *FORCE: A Fast and Easy-to-Implement Variable-Ordering Heuristic*, 2003).
pub fn candidates(model: &Model, variables: &[usize], constraints: &[usize]) -> Vec<Vec<usize>> {
    let scopes: Vec<Vec<usize>> = constraints
        .iter()
        .map(|index| {
            let scope = model.constraints[*index].variables();
            scope.iter().filter_map(|variable| variables.binary_search(variable).ok()).collect()
        })
        .collect();
    let file: Vec<usize> = (0..variables.len()).collect();
    let mut best = (span(&scopes, &file), file.clone());
    let mut order = file.clone();
    for _ in 0..40 {
        let place = places(&order);
        let mut pull = vec![(0.0_f64, 0.0_f64); order.len()];
        for scope in scopes.iter().filter(|scope| scope.len() > 1) {
            let centre = scope.iter().map(|v| place[*v] as f64).sum::<f64>() / scope.len() as f64;
            for variable in scope {
                pull[*variable].0 += centre;
                pull[*variable].1 += 1.0;
            }
        }
        let wish = |v: usize| if pull[v].1 > 0.0 { pull[v].0 / pull[v].1 } else { place[v] as f64 };
        let mut next = order.clone();
        next.sort_by(|a, b| wish(*a).total_cmp(&wish(*b)));
        if next == order {
            break;
        }
        order = next;
        let length = span(&scopes, &order);
        if length < best.0 {
            best = (length, order.clone());
        }
    }
    let named = |order: Vec<usize>| order.into_iter().map(|v| variables[v]).collect::<Vec<_>>();
    let mut list = vec![named(best.1)];
    let file = named(file);
    if list[0] != file {
        list.push(file);
    }
    list
}

fn places(order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; order.len()];
    for (at, variable) in order.iter().enumerate() {
        place[*variable] = at;
    }
    place
}

/// How far apart the variables of the constraints are, all together.
fn span(scopes: &[Vec<usize>], order: &[usize]) -> usize {
    let place = places(order);
    scopes
        .iter()
        .map(|scope| {
            let at = |v: &usize| place[*v];
            scope.iter().map(at).max().unwrap_or(0) - scope.iter().map(at).min().unwrap_or(0)
        })
        .sum()
}
