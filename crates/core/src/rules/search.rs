//! Exact answers without a diagram: propagation and search. Slower, but needs no room, and works for any few of the constraints, which is what
//! reasons need.

use super::{Constraint, Either, Model};

/// A set of values of each variable.
#[derive(Clone)]
struct Domains {
    words: Vec<u64>,
    first: Vec<usize>,
}

impl Domains {
    fn of(&self, variable: usize) -> &[u64] {
        &self.words[self.first[variable]..self.first[variable + 1]]
    }
    fn size(&self, variable: usize) -> u32 {
        self.of(variable).iter().map(|word| word.count_ones()).sum()
    }
    fn values(&self, variable: usize) -> impl Iterator<Item = u32> + '_ {
        self.of(variable).iter().enumerate().flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at as u32 * 64 + bit)
        })
    }
    /// Keeps what is in `values` too. Whether anything went.
    fn only(&mut self, variable: usize, values: &[u32]) -> bool {
        let room = self.of(variable).len() as u32 * 64;
        self.keep(variable, &bits(values, room))
    }
    /// Keeps what is in `set` too. Whether anything went.
    fn keep(&mut self, variable: usize, set: &[u64]) -> bool {
        let first = self.first[variable];
        let mut went = false;
        for (word, keep) in self.words[first..].iter_mut().zip(set) {
            went |= *word & !keep != 0;
            *word &= keep;
        }
        went
    }
}

enum Propagator<'m> {
    Clause(Vec<(usize, Vec<u64>)>),
    Table { variables: &'m [usize], rows: Vec<Vec<Option<Vec<u64>>>> },
    Sum { terms: &'m [(usize, Vec<i64>)], least: i64, most: i64 },
}

/// Some of a model's constraints, ready to be searched.
pub struct Search<'m> {
    model: &'m Model,
    propagators: Vec<(usize, Propagator<'m>)>,
}

fn bits(values: &[u32], size: u32) -> Vec<u64> {
    let mut words = vec![0; size.div_ceil(64) as usize];
    for value in values {
        words[*value as usize / 64] |= 1 << (value % 64);
    }
    words
}

impl<'m> Search<'m> {
    /// Gets the constraints at the positions `constraints` ready.
    pub fn new(model: &'m Model, constraints: &[usize]) -> Search<'m> {
        let propagator = |index: &usize| {
            let propagator = match &model.constraints[*index] {
                Constraint::Clause(literals) => Propagator::Clause(
                    literals.iter().map(|(v, values)| (*v, bits(values, model.domains[*v]))).collect(),
                ),
                Constraint::Table { variables, rows } => Propagator::Table {
                    variables,
                    rows: rows
                        .iter()
                        .map(|row| {
                            let cell = |(cell, v): (&Option<Vec<u32>>, &usize)| {
                                cell.as_ref().map(|values| bits(values, model.domains[*v]))
                            };
                            row.iter().zip(variables).map(cell).collect()
                        })
                        .collect(),
                },
                Constraint::Sum { terms, least, most } => {
                    Propagator::Sum { terms, least: *least, most: *most }
                }
            };
            (*index, propagator)
        };
        Search { model, propagators: constraints.iter().map(propagator).collect() }
    }

    /// All values but those that `fixed` excludes.
    fn start(&self, fixed: &[(usize, Either)]) -> Domains {
        let mut first = vec![0];
        let mut words = Vec::new();
        for size in &self.model.domains {
            words.extend(bits(&(0..*size).collect::<Vec<_>>(), *size));
            first.push(words.len());
        }
        let mut domains = Domains { words, first };
        for (variable, value) in fixed {
            domains.only(*variable, &[value.0, value.1]);
        }
        domains
    }

    /// An assignment with the values of `fixed` that fulfils those constraints for which `wanted` says yes; `None` when there is none.
    pub fn solve(&self, fixed: &[(usize, Either)], wanted: &dyn Fn(usize) -> bool) -> Option<Vec<u32>> {
        let active: Vec<&Propagator> =
            self.propagators.iter().filter(|(index, _)| wanted(*index)).map(|(_, p)| p).collect();
        Some(self.first(&assign(&active, &scope(&active), self.start(fixed))?))
    }

    /// The values of `variable` that are left when what can be seen at once is taken out, ascending; perhaps more than there are.
    pub fn left(&self, fixed: &[(usize, Either)], variable: usize) -> Vec<u32> {
        let active: Vec<&Propagator> = self.propagators.iter().map(|(_, p)| p).collect();
        let mut domains = self.start(fixed);
        if propagate(&active, &mut domains) { domains.values(variable).collect() } else { Vec::new() }
    }

    /// Whether an assignment has each variable of `allowed` at one of the values there and fulfils those constraints for which `wanted` says yes.
    pub fn possible(&self, allowed: &[(usize, Vec<u32>)], wanted: &dyn Fn(usize) -> bool) -> bool {
        let active: Vec<&Propagator> =
            self.propagators.iter().filter(|(index, _)| wanted(*index)).map(|(_, p)| p).collect();
        let mut domains = self.start(&[]);
        for (variable, values) in allowed {
            domains.only(*variable, values);
            if domains.size(*variable) == 0 {
                return false;
            }
        }
        assign(&active, &scope(&active), domains).is_some()
    }

    /// The assignment of least cost, `cost` being by variable and value; among equals the first in the order of variables and values.
    pub fn cheapest(&self, fixed: &[(usize, Either)], cost: &dyn Fn(usize, u32) -> u128) -> Option<Vec<u32>> {
        let active: Vec<&Propagator> = self.propagators.iter().map(|(_, p)| p).collect();
        // Dear ones first: a wrong start there costs most.
        let mut order = scope(&active);
        let stake = |v: &usize| (0..self.model.domains[*v]).map(|value| cost(*v, value)).max().unwrap_or(0);
        order.sort_by_key(|v| std::cmp::Reverse(stake(v)));
        let mut best = None;
        bound(&active, &order, self.start(fixed), cost, &mut best);
        Some(self.first(&best?.1))
    }

    /// The first value of each variable: the only one, or one of all where no constraint is about it.
    fn first(&self, found: &Domains) -> Vec<u32> {
        (0..self.model.domains.len()).map(|v| found.values(v).next().unwrap_or(0)).collect()
    }
}

/// The variables that any of `active` is about, ascending.
fn scope(active: &[&Propagator]) -> Vec<usize> {
    let of = |propagator: &&Propagator| match propagator {
        Propagator::Clause(literals) => literals.iter().map(|(variable, _)| *variable).collect(),
        Propagator::Table { variables, .. } => variables.to_vec(),
        Propagator::Sum { terms, .. } => terms.iter().map(|(variable, _)| *variable).collect(),
    };
    let mut variables: Vec<usize> = active.iter().flat_map(of).collect();
    variables.sort_unstable();
    variables.dedup();
    variables
}

/// Takes out values that cannot be, until nothing changes. `false` when a variable is left without any.
fn propagate(active: &[&Propagator], domains: &mut Domains) -> bool {
    loop {
        let mut changed = false;
        for propagator in active {
            let fine = match propagator {
                Propagator::Clause(literals) => clause(literals, domains, &mut changed),
                Propagator::Table { variables, rows } => table(variables, rows, domains, &mut changed),
                Propagator::Sum { terms, least, most } => sum(terms, *least, *most, domains, &mut changed),
            };
            if !fine {
                return false;
            }
        }
        if !changed {
            return true;
        }
    }
}

/// Counted by hand: in code that is optimized for size, iterators cost several times as much, and reasons ask this a million times.
fn clause(literals: &[(usize, Vec<u64>)], domains: &mut Domains, changed: &mut bool) -> bool {
    let mut last = None;
    for (at, (variable, set)) in literals.iter().enumerate() {
        let first = domains.first[*variable];
        let mut word = 0;
        while word < set.len() && domains.words[first + word] & set[word] == 0 {
            word += 1;
        }
        if word < set.len() {
            if last.is_some() {
                return true;
            }
            last = Some(at);
        }
    }
    let Some(last) = last else { return false };
    let (variable, set) = &literals[last];
    let first = domains.first[*variable];
    for (word, keep) in set.iter().enumerate() {
        let here = &mut domains.words[first + word];
        *changed |= *here & !keep != 0;
        *here &= keep;
    }
    true
}

fn table(
    variables: &[usize],
    rows: &[Vec<Option<Vec<u64>>>],
    domains: &mut Domains,
    changed: &mut bool,
) -> bool {
    let mut support: Vec<Vec<u64>> = variables.iter().map(|v| vec![0; domains.of(*v).len()]).collect();
    for row in rows {
        let fits = row.iter().zip(variables).all(|(cell, v)| {
            cell.as_ref()
                .is_none_or(|set| domains.of(*v).iter().zip(set).any(|(have, want)| have & want != 0))
        });
        if fits {
            for (cell, support) in row.iter().zip(&mut support) {
                match cell {
                    Some(set) => support.iter_mut().zip(set).for_each(|(word, more)| *word |= more),
                    None => support.fill(u64::MAX),
                }
            }
        }
    }
    for (variable, support) in variables.iter().zip(&support) {
        *changed |= domains.keep(*variable, support);
        if domains.size(*variable) == 0 {
            return false;
        }
    }
    true
}

fn sum(
    terms: &[(usize, Vec<i64>)],
    least: i64,
    most: i64,
    domains: &mut Domains,
    changed: &mut bool,
) -> bool {
    let range = |domains: &Domains, (variable, weights): &(usize, Vec<i64>)| {
        domains.values(*variable).fold((i64::MAX, i64::MIN), |(low, high), value| {
            let weight = weights[value as usize];
            (low.min(weight), high.max(weight))
        })
    };
    let (mut low, mut high) = (0, 0);
    for term in terms {
        let (l, h) = range(domains, term);
        low += l;
        high += h;
    }
    if low > most || high < least {
        return false;
    }
    for term in terms {
        let (variable, weights) = term;
        let (l, h) = range(domains, term);
        let keep: Vec<u32> = domains
            .values(*variable)
            .filter(|value| {
                let weight = weights[*value as usize];
                low - l + weight <= most && high - h + weight >= least
            })
            .collect();
        if keep.is_empty() {
            return false;
        }
        *changed |= domains.only(*variable, &keep);
    }
    true
}

fn assign(active: &[&Propagator], open: &[usize], mut domains: Domains) -> Option<Domains> {
    if !propagate(active, &mut domains) {
        return None;
    }
    let narrow = open.iter().filter(|v| domains.size(**v) > 1).min_by_key(|v| domains.size(**v));
    let Some(variable) = narrow else {
        return open.iter().all(|v| domains.size(*v) == 1).then_some(domains);
    };
    domains.values(*variable).find_map(|value| {
        let mut tried = domains.clone();
        tried.only(*variable, &[value]);
        assign(active, open, tried)
    })
}

/// Branch and bound. What is found has less cost than `best`, or the same and comes before it.
fn bound(
    active: &[&Propagator],
    order: &[usize],
    mut domains: Domains,
    cost: &dyn Fn(usize, u32) -> u128,
    best: &mut Option<(u128, Domains)>,
) {
    if !propagate(active, &mut domains) {
        return;
    }
    let least: u128 =
        order.iter().map(|v| domains.values(*v).map(|value| cost(*v, value)).min().unwrap_or(0)).sum();
    if best.as_ref().is_some_and(|(cost, _)| least > *cost) {
        return;
    }
    let Some(variable) = order.iter().find(|v| domains.size(**v) > 1) else {
        let first = |domains: &Domains| -> Vec<u32> {
            let mut order = order.to_vec();
            order.sort_unstable();
            order.iter().filter_map(|v| domains.values(*v).next()).collect()
        };
        if best.as_ref().is_none_or(|(cost, other)| least < *cost || first(&domains) < first(other)) {
            *best = Some((least, domains));
        }
        return;
    };
    let mut values: Vec<u32> = domains.values(*variable).collect();
    values.sort_by_key(|value| cost(*variable, *value));
    for value in values {
        let mut tried = domains.clone();
        tried.only(*variable, &[value]);
        bound(active, order, tried, cost, best);
    }
}
