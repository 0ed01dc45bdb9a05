//! A compiled model: the questions that a configurator asks.

use super::compile::compile;
use super::count::Count;
use super::diagram::{Cost, Diagram};
use super::reason::{Reason, explain};
use super::search::Search;
use super::{Model, order};

/// Parts that need more edges than this on the way to their diagram are searched instead, unless another limit is given.
pub const EDGES: usize = 400_000;

/// A model, compiled.
#[derive(Clone, Debug)]
pub struct Solver {
    model: Model,
    parts: Vec<Part>,
    /// By variable: its part and its level there. `None` for variables without constraints.
    place: Vec<Option<(usize, usize)>>,
    /// Where the values of each variable begin in a list of all.
    first_value: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Part {
    variables: Vec<usize>,
    constraints: Vec<usize>,
    /// `None` when it resisted.
    diagram: Option<Diagram>,
}

/// What a variable should be, for [`Solver::nearest`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The value that is wanted.
    pub value: u32,
    /// What any other value costs.
    pub weight: u128,
}

/// For each value what a whole configuration with it would cost, given the picks of all *other* variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    first_value: Vec<usize>,
    least: Vec<i64>,
    most: Vec<i64>,
    /// Whether the amounts are exact. Where a part resisted compiling they are bounds: nothing costs less, or more. Whether a value can be had
    /// is exact all the same.
    pub exact: bool,
}

impl Bounds {
    /// The least and the largest cost of a configuration with `value`; `None` when there is none.
    pub fn get(&self, variable: usize, value: u32) -> Option<(i64, i64)> {
        let at = self.first_value[variable] + value as usize;
        (self.least[at] != i64::IMPOSSIBLE).then(|| (self.least[at], self.most[at]))
    }
}

impl Solver {
    /// Compiles `model`. Each part may take `limit` edges; see [`EDGES`].
    pub fn new(model: Model, limit: usize) -> Solver {
        Self::with(model, |model, variables, constraints| {
            let mut best: Option<Diagram> = None;
            for order in order::candidates(model, variables, constraints) {
                if let Some(diagram) = compile(model, &order, constraints, limit)
                    && best.as_ref().is_none_or(|best| diagram.edges() < best.edges())
                {
                    best = Some(diagram);
                }
            }
            best
        })
    }

    /// Compiles nothing: every question is searched. For comparing.
    pub fn searching(model: Model) -> Solver {
        Self::with(model, |_, _, _| None)
    }

    fn with(model: Model, diagram: impl Fn(&Model, &[usize], &[usize]) -> Option<Diagram>) -> Solver {
        let parts: Vec<Part> = order::parts(&model)
            .into_iter()
            .map(|(variables, constraints)| {
                let diagram = diagram(&model, &variables, &constraints);
                Part { variables, constraints, diagram }
            })
            .collect();
        let mut place = vec![None; model.domains.len()];
        for (index, part) in parts.iter().enumerate() {
            let order = part.diagram.as_ref().map_or(&part.variables, |diagram| &diagram.order);
            for (level, variable) in order.iter().enumerate() {
                place[*variable] = Some((index, level));
            }
        }
        let mut first_value = vec![0];
        for size in &model.domains {
            first_value.push(first_value[first_value.len() - 1] + *size as usize);
        }
        Solver { model, parts, place, first_value }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The diagrams, by part; `None` for parts that resisted.
    pub fn diagrams(&self) -> impl Iterator<Item = Option<&Diagram>> {
        self.parts.iter().map(|part| part.diagram.as_ref())
    }

    /// By class of a part's diagram: the least of `cost` over its values.
    fn class_costs<C: Cost>(diagram: &Diagram, cost: impl Fn(usize, u32) -> C) -> Vec<C> {
        diagram.by_class(C::IMPOSSIBLE, |least, variable, value| *least = (*least).min(cost(variable, value)))
    }

    /// Whether some configuration has all of `picks`.
    pub fn consistent(&self, picks: &[(usize, u32)]) -> bool {
        self.parts.iter().all(|part| {
            let mine = part.own(picks);
            let clash = |v: usize, value: u32| mine.iter().any(|(w, other)| *w == v && *other != value);
            match &part.diagram {
                Some(diagram) if diagram.is_empty() => false,
                Some(diagram) => {
                    let costs = Self::class_costs(
                        diagram,
                        |v, value| if clash(v, value) { i64::IMPOSSIBLE } else { 0 },
                    );
                    diagram.up(&costs)[0] == 0
                }
                None => {
                    let twice = mine.iter().any(|(v, value)| clash(*v, *value));
                    !twice && Search::new(&self.model, &part.constraints).solve(&mine, &|_| true).is_some()
                }
            }
        })
    }

    /// For every value of every variable whether, and for how much, it can be had with the picks of all other variables. `price` is by variable
    /// and value.
    pub fn bounds(&self, picks: &[Option<u32>], price: &dyn Fn(usize, u32) -> i64) -> Bounds {
        let values = self.first_value[self.first_value.len() - 1];
        let mut bounds = Bounds {
            first_value: self.first_value.clone(),
            least: vec![i64::IMPOSSIBLE; values],
            most: vec![i64::IMPOSSIBLE; values],
            exact: self.parts.iter().all(|part| part.diagram.is_some()),
        };
        // By part, then by free variable: what the value alone is seen to cost with the rest of its part, and the best of the part.
        let mut part_best: Vec<(i64, i64)> = Vec::new();
        for part in &self.parts {
            part_best.push(match &part.diagram {
                Some(diagram) if diagram.is_empty() => (i64::IMPOSSIBLE, i64::IMPOSSIBLE),
                Some(diagram) => self.part_bounds(diagram, picks, price, &mut bounds),
                None => self.searched_bounds(part, picks, price, &mut bounds),
            });
        }
        let mut best = (0_i64, 0_i64);
        let mut of_variable = vec![(0_i64, 0_i64); self.model.domains.len()];
        for (variable, of_variable) in of_variable.iter_mut().enumerate() {
            if self.place[variable].is_none() {
                let mut own = (i64::IMPOSSIBLE, i64::IMPOSSIBLE);
                for value in 0..self.model.domains[variable] {
                    let at = self.first_value[variable] + value as usize;
                    let price = price(variable, value);
                    (bounds.least[at], bounds.most[at]) = (price, -price);
                    if fits(picks, variable, value) {
                        own = (own.0.min(price), own.1.min(-price));
                    }
                }
                *of_variable = own;
                best = (best.0.and(own.0), best.1.and(own.1));
            }
        }
        for own in &part_best {
            best = (best.0.and(own.0), best.1.and(own.1));
        }
        // What the other parts cost comes on top.
        for variable in 0..self.model.domains.len() {
            let own = match self.place[variable] {
                Some((part, _)) => part_best[part],
                None => of_variable[variable],
            };
            let others = if best.0 != i64::IMPOSSIBLE {
                Some((best.0 - own.0, best.1 - own.1))
            } else if own.0 == i64::IMPOSSIBLE && self.only_one_impossible(&part_best) {
                // Only its own part stands in the way: another value may be the way out.
                let rest = |which: fn(&(i64, i64)) -> i64| {
                    let parts = part_best.iter().map(which).filter(|cost| *cost != i64::IMPOSSIBLE);
                    parts.sum::<i64>() + of_variable.iter().map(which).sum::<i64>()
                };
                Some((rest(|own| own.0), rest(|own| own.1)))
            } else {
                None
            };
            for at in self.first_value[variable]..self.first_value[variable + 1] {
                match others {
                    Some(others) if bounds.least[at] != i64::IMPOSSIBLE => {
                        bounds.least[at] = bounds.least[at].saturating_add(others.0);
                        bounds.most[at] = -(bounds.most[at].saturating_add(others.1));
                    }
                    _ => bounds.least[at] = i64::IMPOSSIBLE,
                }
            }
        }
        bounds
    }

    fn only_one_impossible(&self, part_best: &[(i64, i64)]) -> bool {
        part_best.iter().filter(|best| best.0 == i64::IMPOSSIBLE).count() == 1
    }

    fn part_bounds(
        &self,
        diagram: &Diagram,
        picks: &[Option<u32>],
        price: &dyn Fn(usize, u32) -> i64,
        bounds: &mut Bounds,
    ) -> (i64, i64) {
        let mut best = [i64::IMPOSSIBLE; 2];
        for (way, sign) in [1, -1].into_iter().enumerate() {
            let costs = Self::class_costs(diagram, |v, value| {
                if fits(picks, v, value) { sign * price(v, value) } else { i64::IMPOSSIBLE }
            });
            let through = diagram.through(&costs);
            for (level, variable) in diagram.order.iter().enumerate() {
                for (value, class) in diagram.class_of[level].iter().enumerate() {
                    let others = through[diagram.class(level, *class)];
                    let total = others.and(sign * price(*variable, value as u32));
                    let at = self.first_value[*variable] + value;
                    if way == 0 {
                        bounds.least[at] = total
                    } else {
                        bounds.most[at] = total
                    }
                    if level == 0 && fits(picks, *variable, value as u32) {
                        best[way] = best[way].min(total);
                    }
                }
            }
        }
        (best[0], best[1])
    }

    /// The same without a diagram: one search for each value.
    fn searched_bounds(
        &self,
        part: &Part,
        picks: &[Option<u32>],
        price: &dyn Fn(usize, u32) -> i64,
        bounds: &mut Bounds,
    ) -> (i64, i64) {
        let search = Search::new(&self.model, &part.constraints);
        let mut possible: Vec<Vec<bool>> = Vec::new();
        for variable in &part.variables {
            let mut others = part.picks(picks);
            others.retain(|(other, _)| other != variable);
            let size = self.model.domains[*variable];
            possible.push(
                (0..size)
                    .map(|value| {
                        let with = [&others[..], &[(*variable, value)]].concat();
                        search.solve(&with, &|_| true).is_some()
                    })
                    .collect(),
            );
        }
        // What each other variable costs at least and at most, whatever the constraints say of it.
        let extremes: Vec<(i64, i64)> = part
            .variables
            .iter()
            .map(|variable| {
                let all = 0..self.model.domains[*variable];
                let prices =
                    all.filter(|value| fits(picks, *variable, *value)).map(|value| price(*variable, value));
                (prices.clone().min().unwrap_or(0), prices.map(|price| -price).min().unwrap_or(0))
            })
            .collect();
        let sum = extremes.iter().fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        for ((variable, possible), own) in part.variables.iter().zip(&possible).zip(&extremes) {
            for (value, possible) in possible.iter().enumerate() {
                if *possible {
                    let at = self.first_value[*variable] + value;
                    let price = price(*variable, value as u32);
                    bounds.least[at] = sum.0 - own.0 + price;
                    bounds.most[at] = sum.1 - own.1 - price;
                }
            }
        }
        match search.solve(&part.picks(picks), &|_| true) {
            Some(_) => sum,
            None => (i64::IMPOSSIBLE, i64::IMPOSSIBLE),
        }
    }

    /// The configuration whose differences from the wishes weigh least; among equals the first in the order of variables and values. The
    /// variables in `fixed` have the values there. `None` when there is no configuration with those.
    pub fn nearest(&self, wishes: &[Wish], fixed: &[(usize, u32)]) -> Option<Vec<u32>> {
        let mut values: Vec<u32> = wishes.iter().map(|wish| wish.value).collect();
        for (variable, value) in fixed {
            values[*variable] = *value;
        }
        // What has its value for good: no other costs anything, or can be had.
        let mut settled = fixed.to_vec();
        let cost = |settled: &[(usize, u32)], v: usize, value: u32| match settled
            .iter()
            .find(|(other, _)| *other == v)
        {
            Some((_, only)) if *only == value => 0,
            Some(_) => u128::IMPOSSIBLE,
            None if wishes[v].value == value => 0,
            None => wishes[v].weight,
        };
        for part in &self.parts {
            let Some(diagram) = &part.diagram else {
                let found = Search::new(&self.model, &part.constraints)
                    .cheapest(&part.own(fixed), &|v, value| cost(&[], v, value))?;
                part.variables.iter().for_each(|v| values[*v] = found[*v]);
                continue;
            };
            if diagram.is_empty() {
                return None;
            }
            let mut through = None;
            for variable in &part.variables {
                let level = self.place[*variable]?.1;
                let of_class = through.get_or_insert_with(|| {
                    diagram.through(&Self::class_costs(diagram, |v, value| cost(&settled, v, value)))
                });
                let total = |value: u32| {
                    let class = diagram.class(level, diagram.class_of[level][value as usize]);
                    of_class[class].and(cost(&settled, *variable, value))
                };
                let all = 0..self.model.domains[*variable];
                let least = all.clone().map(total).min()?;
                if least == u128::IMPOSSIBLE {
                    return None;
                }
                let mut equal = all.filter(|value| total(*value) == least);
                let first = equal.next()?;
                let (tie, free) = (equal.next().is_some(), cost(&settled, *variable, first) == 0);
                values[*variable] = first;
                settled.push((*variable, first));
                // A value that was the only one to cost this little, and cost nothing, changes nothing for the others.
                if tie || !free {
                    through = None;
                }
            }
        }
        Some(values)
    }

    /// How many configurations have all of `picks`. `None` when a part resisted compiling.
    pub fn count(&self, picks: &[Option<u32>]) -> Option<Count> {
        let mut count = Count::one();
        for (variable, size) in self.model.domains.iter().enumerate() {
            if self.place[variable].is_none() && picks[variable].is_none() {
                count = count.times(&Count::from(u64::from(*size)));
            }
        }
        for part in &self.parts {
            let diagram = part.diagram.as_ref()?;
            count = count.times(&diagram.count(&weights(diagram, picks, 0_u64, 1)));
        }
        Some(count)
    }

    /// The same in floating point; infinite beyond some 10^308.
    pub fn about(&self, picks: &[Option<u32>]) -> Option<f64> {
        let mut count = 1.0;
        for (variable, size) in self.model.domains.iter().enumerate() {
            if self.place[variable].is_none() && picks[variable].is_none() {
                count *= f64::from(*size);
            }
        }
        for part in &self.parts {
            let diagram = part.diagram.as_ref()?;
            if diagram.is_empty() {
                return Some(0.0);
            }
            count *= diagram.counts(&weights(diagram, picks, 0.0, 1.0))[0];
        }
        Some(count)
    }

    /// A configuration with all of `picks`, each as likely as any other; `random` gives numbers from 0 up to, not including, 1. `None` when there
    /// is none. A part that resisted gives one that can be had, not each as likely.
    pub fn random(&self, picks: &[Option<u32>], random: &mut dyn FnMut() -> f64) -> Option<Vec<u32>> {
        let mut values: Vec<u32> = Vec::with_capacity(picks.len());
        for (pick, size) in picks.iter().zip(&self.model.domains) {
            values.push(pick.unwrap_or_else(|| ((random() * f64::from(*size)) as u32).min(size - 1)));
        }
        for part in &self.parts {
            let Some(diagram) = &part.diagram else {
                let found =
                    Search::new(&self.model, &part.constraints).solve(&part.picks(picks), &|_| true)?;
                part.variables.iter().for_each(|v| values[*v] = found[*v]);
                continue;
            };
            if diagram.is_empty() {
                return None;
            }
            let weight = weights(diagram, picks, 0.0, 1.0);
            let path = diagram.draw(&weight, &diagram.counts(&weight), random)?;
            for (level, class) in path.into_iter().enumerate() {
                let variable = diagram.order[level];
                let of_class: Vec<u32> = (0..self.model.domains[variable])
                    .filter(|value| {
                        diagram.class(level, diagram.class_of[level][*value as usize]) == class
                            && fits(picks, variable, *value)
                    })
                    .collect();
                let at = ((random() * of_class.len() as f64) as usize).min(of_class.len().checked_sub(1)?);
                values[variable] = of_class[at];
            }
        }
        Some(values)
    }

    /// Why `variable` cannot have `value` with the picks of the other variables. Earlier picks are kept out of the reason when they can be.
    /// `None` when it can.
    pub fn reason(&self, picks: &[(usize, u32)], variable: usize, value: u32) -> Option<Reason> {
        let others: Vec<(usize, u32)> = picks.iter().filter(|(v, _)| *v != variable).copied().collect();
        let with = |picks: &[(usize, u32)]| {
            let mut all = picks.to_vec();
            all.push((variable, value));
            all
        };
        if self.consistent(&with(&others)) {
            return None;
        }
        let picks = explain(&others, &mut |part| self.consistent(&with(part)));
        let fixed = with(&picks);
        // Any part may be the one in the way, also one that has nothing to do with the value.
        let constraints: Vec<usize> =
            self.parts.iter().flat_map(|part| part.constraints.iter().copied()).collect();
        let search = Search::new(&self.model, &constraints);
        let constraints =
            explain(&constraints, &mut |some| search.solve(&fixed, &|index| some.contains(&index)).is_some());
        Some(Reason { picks, constraints })
    }
}

/// Whether the picks leave `value` to `variable`.
fn fits(picks: &[Option<u32>], variable: usize, value: u32) -> bool {
    picks[variable].is_none_or(|pick| pick == value)
}

/// By class: how many of its values the picks leave, counted in ones.
fn weights<W: Copy + std::ops::AddAssign>(
    diagram: &Diagram,
    picks: &[Option<u32>],
    none: W,
    one: W,
) -> Vec<W> {
    diagram.by_class(none, |weight, variable, value| {
        if fits(picks, variable, value) {
            *weight += one;
        }
    })
}

impl Part {
    /// The picks of its variables.
    fn picks(&self, picks: &[Option<u32>]) -> Vec<(usize, u32)> {
        self.variables.iter().filter_map(|variable| Some((*variable, picks[*variable]?))).collect()
    }

    /// Those of `fixed` that are about its variables.
    fn own(&self, fixed: &[(usize, u32)]) -> Vec<(usize, u32)> {
        let own = |(variable, _): &&(usize, u32)| self.variables.binary_search(variable).is_ok();
        fixed.iter().filter(own).copied().collect()
    }
}
