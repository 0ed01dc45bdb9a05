//! What a whole configuration with each value costs at least and at most.

use super::Either;
use super::diagram::{Cost, Diagram};
use super::search::Search;
use super::solver::{Part, Solver, fits};

/// The least and the largest price of a variable's value.
pub type Prices<'p> = dyn Fn(usize, u32) -> (i64, i64) + 'p;

/// For each value what a whole configuration with it would cost, given the picks of all *other* variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    first_value: Vec<usize>,
    least: Vec<i64>,
    most: Vec<i64>,
    /// The least and the largest cost of a configuration with all picks; `None` when there is none.
    pub whole: Option<(i64, i64)>,
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
    /// For every value of every variable whether, and for how much, it can be had with the picks of all other variables. `price` gives the
    /// least and the largest price of a variable's value.
    pub fn bounds(&self, picks: &[Option<Either>], price: &Prices) -> Bounds {
        let values = self.first_value[self.first_value.len() - 1];
        let mut bounds = Bounds {
            first_value: self.first_value.clone(),
            least: vec![i64::IMPOSSIBLE; values],
            most: vec![i64::IMPOSSIBLE; values],
            whole: None,
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
                    let (low, high) = price(variable, value);
                    (bounds.least[at], bounds.most[at]) = (low, -high);
                    if fits(picks, variable, value) {
                        own = (own.0.min(low), own.1.min(-high));
                    }
                }
                *of_variable = own;
                best = (best.0.and(own.0), best.1.and(own.1));
            }
        }
        for own in &part_best {
            best = (best.0.and(own.0), best.1.and(own.1));
        }
        bounds.whole = (best.0 != i64::IMPOSSIBLE).then(|| (best.0, -best.1));
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
        picks: &[Option<Either>],
        price: &Prices,
        bounds: &mut Bounds,
    ) -> (i64, i64) {
        let costs = diagram.by_class((i64::IMPOSSIBLE, i64::IMPOSSIBLE), |least, variable, value| {
            if fits(picks, variable, value) {
                let (low, high) = price(variable, value);
                *least = (least.0.min(low), least.1.min(-high));
            }
        });
        let (through, best) = diagram.ranges(costs);
        for (level, variable) in diagram.order.iter().enumerate() {
            let first = self.first_value[*variable];
            for (value, class) in diagram.class_of[level].iter().enumerate() {
                let (low, high) = through[diagram.class(level, *class)];
                if low != i64::IMPOSSIBLE {
                    let own = price(*variable, value as u32);
                    bounds.least[first + value] = low + own.0;
                    bounds.most[first + value] = high - own.1;
                }
            }
        }
        best
    }

    /// The same without a diagram: one search for each value.
    fn searched_bounds(
        &self,
        part: &Part,
        picks: &[Option<Either>],
        price: &Prices,
        bounds: &mut Bounds,
    ) -> (i64, i64) {
        let search = Search::new(&self.model, &part.constraints);
        let possible: Vec<Vec<bool>> = part
            .variables
            .iter()
            .map(|variable| self.searched_values(&search, part, picks, *variable))
            .collect();
        // What each other variable costs at least and at most, whatever the constraints say of it.
        let extremes: Vec<(i64, i64)> = part
            .variables
            .iter()
            .map(|variable| {
                let all = 0..self.model.domains[*variable];
                let prices =
                    all.filter(|value| fits(picks, *variable, *value)).map(|value| price(*variable, value));
                let least = prices.clone().map(|price| price.0).min().unwrap_or(0);
                (least, prices.map(|price| -price.1).min().unwrap_or(0))
            })
            .collect();
        let sum = extremes.iter().fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        for ((variable, possible), own) in part.variables.iter().zip(&possible).zip(&extremes) {
            for (value, possible) in possible.iter().enumerate() {
                if *possible {
                    let at = self.first_value[*variable] + value;
                    let (low, high) = price(*variable, value as u32);
                    bounds.least[at] = sum.0 - own.0 + low;
                    bounds.most[at] = sum.1 - own.1 - high;
                }
            }
        }
        match search.solve(&part.picks(picks), &|_| true) {
            Some(_) => sum,
            None => (i64::IMPOSSIBLE, i64::IMPOSSIBLE),
        }
    }

    /// Which values a variable can have with the picks of all others. What was found for one value often fits others: it is tried first.
    fn searched_values(
        &self,
        search: &Search,
        part: &Part,
        picks: &[Option<Either>],
        variable: usize,
    ) -> Vec<bool> {
        const KEPT: usize = 8;
        let mut others = part.picks(picks);
        others.retain(|(other, _)| *other != variable);
        let size = self.model.domains[variable];
        let mut possible = vec![false; size as usize];
        let left = search.left(&others, variable);
        let mut found: Vec<Vec<u32>> = Vec::new();
        // The ends first: what goes with them goes with most.
        for value in
            [size - 1].into_iter().chain(0..size - 1).filter(|value| left.binary_search(value).is_ok())
        {
            let fits = |known: &mut Vec<u32>| {
                let before = std::mem::replace(&mut known[variable], value);
                let fits = part.constraints.iter().all(|index| self.model.constraints[*index].holds(known));
                if !fits {
                    known[variable] = before;
                }
                fits
            };
            if found.iter_mut().any(fits) {
                possible[value as usize] = true;
                continue;
            }
            let with = [&others[..], &[(variable, (value, value))]].concat();
            if let Some(values) = search.solve(&with, &|_| true) {
                possible[value as usize] = true;
                found.truncate(KEPT - 1);
                found.insert(0, values);
            }
        }
        possible
    }
}
