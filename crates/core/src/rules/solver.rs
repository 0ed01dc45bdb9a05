//! A compiled model: the questions that a configurator asks.

use super::cheapest::Cheapest;
use super::compile::compile;
use super::count::Count;
use super::diagram::{Cost, Diagram};
use super::reason::{Reason, explain};
use super::search::Search;
use super::{Either, Model, Values, order};

/// Parts that need more edges than this on the way to their diagram are searched instead, unless another limit is given.
pub const EDGES: usize = 400_000;

/// A model, compiled.
#[derive(Clone, Debug)]
pub struct Solver {
    pub(super) model: Model,
    pub(super) parts: Vec<Part>,
    /// By variable: its part and its level there. `None` for variables without constraints.
    pub(super) place: Vec<Option<(usize, usize)>>,
    /// Where the values of each variable begin in a list of all.
    pub(super) first_value: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) variables: Vec<usize>,
    pub(super) constraints: Vec<usize>,
    /// `None` when it resisted.
    pub(super) diagram: Option<Diagram>,
}

impl Solver {
    /// Compiles `model`. Each part may take `limit` edges; see [`EDGES`].
    pub fn new(model: Model, limit: usize) -> Solver {
        Self::with(model, |model, variables, constraints| {
            let mut best: Option<Diagram> = None;
            for order in order::candidates(model, variables, constraints) {
                if let Some(diagram) = compile(model, &order, constraints, limit)
                    && best.as_ref().is_none_or(|best| diagram.edge_count() < best.edge_count())
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

    /// The parts of `model` with the diagrams that are given for their variables and constraints.
    pub fn with(
        model: Model,
        mut diagram: impl FnMut(&Model, &[usize], &[usize]) -> Option<Diagram>,
    ) -> Solver {
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

    /// The parts: their variables, their constraints, and their diagram unless they resisted.
    pub fn parts(&self) -> impl Iterator<Item = (&[usize], &[usize], Option<&Diagram>)> {
        self.parts.iter().map(|part| (&part.variables[..], &part.constraints[..], part.diagram.as_ref()))
    }

    /// By class of a part's diagram: the least of `cost` over its values.
    fn class_costs<C: Cost>(diagram: &Diagram, cost: impl Fn(usize, u32) -> C) -> Vec<C> {
        diagram.by_class(C::IMPOSSIBLE, |least, variable, value| *least = (*least).min(cost(variable, value)))
    }

    /// Whether some configuration has all of `picks`.
    pub fn consistent(&self, picks: &[(usize, Either)]) -> bool {
        self.parts.iter().all(|part| self.part_consistent(part, picks))
    }

    fn part_consistent(&self, part: &Part, picks: &[(usize, Either)]) -> bool {
        match &part.diagram {
            Some(diagram) if diagram.is_empty() => false,
            Some(diagram) => {
                let mut only = vec![None; self.model.domains.len()];
                picks.iter().for_each(|(variable, value)| only[*variable] = Some(*value));
                let cost = |v: usize, value: u32| if fits(&only, v, value) { 0 } else { i64::IMPOSSIBLE };
                diagram.up(&Self::class_costs(diagram, cost))[0] == 0
            }
            None => Search::new(&self.model, &part.constraints).solve(&part.own(picks), &|_| true).is_some(),
        }
    }

    /// The configuration that costs least, `cost` being by variable and value; among equals the first in the order of variables and values.
    /// The variables in `fixed` have the values there, at no cost. `None` when there is no configuration with those.
    pub fn nearest(&self, cost: &dyn Fn(usize, u32) -> u128, fixed: &[(usize, u32)]) -> Option<Vec<u32>> {
        let mut only = vec![None; self.model.domains.len()];
        for (variable, value) in fixed {
            if only[*variable].is_some_and(|other| other != *value) {
                return None;
            }
            only[*variable] = Some(*value);
        }
        let fixed: Vec<(usize, Either)> = fixed.iter().map(|(v, value)| (*v, (*value, *value))).collect();
        let cost = |v: usize, value: u32| match only[v] {
            Some(only) if only == value => 0,
            Some(_) => u128::IMPOSSIBLE,
            None => cost(v, value),
        };
        let mut values = vec![0; self.model.domains.len()];
        for (variable, size) in self.model.domains.iter().enumerate() {
            if self.place[variable].is_none() {
                values[variable] = (0..*size).min_by_key(|value| cost(variable, *value))?;
            }
        }
        for part in &self.parts {
            match &part.diagram {
                Some(diagram) => self.part_nearest(part, diagram, &cost, &mut values)?,
                None => {
                    let found =
                        Search::new(&self.model, &part.constraints).cheapest(&part.own(&fixed), &cost)?;
                    part.variables.iter().for_each(|v| values[*v] = found[*v]);
                }
            }
        }
        Some(values)
    }

    fn part_nearest(
        &self,
        part: &Part,
        diagram: &Diagram,
        cost: &dyn Fn(usize, u32) -> u128,
        values: &mut [u32],
    ) -> Option<()> {
        let costs = Self::class_costs(diagram, cost);
        let mut cheapest = Cheapest::new(diagram, &costs)?;
        for variable in &part.variables {
            let level = self.place[*variable]?.1;
            let class = |value: u32| diagram.class(level, diagram.class_of[level][value as usize]);
            let is_cheapest =
                |value: &u32| cheapest.has(class(*value)) && cost(*variable, *value) == costs[class(*value)];
            let value = (0..self.model.domains[*variable]).find(is_cheapest)?;
            cheapest.keep(diagram, level, class(value));
            values[*variable] = value;
        }
        Some(())
    }

    /// Whether some configuration has each of the variables in `allowed` at one of the values there; each variable occurs once.
    pub fn possible(&self, allowed: &[(usize, Values)]) -> bool {
        self.parts.iter().all(|part| match &part.diagram {
            Some(diagram) if diagram.is_empty() => false,
            Some(diagram) => {
                let is_barred = |v: usize, value: u32| {
                    allowed.iter().any(|(w, values)| *w == v && values.binary_search(&value).is_err())
                };
                let costs = Self::class_costs(
                    diagram,
                    |v, value| if is_barred(v, value) { i64::IMPOSSIBLE } else { 0 },
                );
                diagram.up(&costs)[0] == 0
            }
            None => Search::new(&self.model, &part.constraints).possible(allowed, &|_| true),
        }) && allowed.iter().all(|(_, values)| !values.is_empty())
    }

    /// The same, by searching, without the constraints that are `left_out`.
    pub fn possible_without(&self, allowed: &[(usize, Values)], left_out: &dyn Fn(usize) -> bool) -> bool {
        let all: Vec<usize> = (0..self.model.constraints.len()).filter(|index| !left_out(*index)).collect();
        Search::new(&self.model, &all).possible(allowed, &|_| true)
    }

    /// How many configurations have all of `picks`. `None` when a part resisted compiling.
    pub fn count(&self, picks: &[Option<Either>]) -> Option<Count> {
        let mut count = Count::one();
        for (variable, size) in self.model.domains.iter().enumerate() {
            if self.place[variable].is_none() {
                count = count.times(&Count::from(u64::from(free(*size, picks[variable]))));
            }
        }
        for part in &self.parts {
            let diagram = part.diagram.as_ref()?;
            count = count.times(&diagram.count(&weights(diagram, picks, 0_u64, 1)));
        }
        Some(count)
    }

    /// The same in floating point; infinite beyond some 10^308.
    pub fn about(&self, picks: &[Option<Either>]) -> Option<f64> {
        let mut count = 1.0;
        for (variable, size) in self.model.domains.iter().enumerate() {
            if self.place[variable].is_none() {
                count *= f64::from(free(*size, picks[variable]));
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
    pub fn random(&self, picks: &[Option<Either>], random: &mut dyn FnMut() -> f64) -> Option<Vec<u32>> {
        let mut values: Vec<u32> = Vec::with_capacity(picks.len());
        for (pick, size) in picks.iter().zip(&self.model.domains) {
            values.push(match pick {
                None => ((random() * f64::from(*size)) as u32).min(size - 1),
                Some((one, other)) => *if random() < 0.5 { one } else { other },
            });
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

    /// Why `value`, a variable and its value, cannot be had with the picks of the other variables; without one, why the picks cannot be had
    /// together. Earlier picks are kept out of the reason when they can be. `group` says of each constraint what it is told as: one that stands
    /// for several, or `None` for what is never a reason by itself. `None` when it can be had.
    pub fn reason(
        &self,
        picks: &[(usize, Either)],
        value: Option<(usize, u32)>,
        group: &dyn Fn(usize) -> Option<usize>,
    ) -> Option<Reason> {
        let variable = value.map(|(variable, _)| variable);
        let others: Vec<(usize, Either)> =
            picks.iter().filter(|(v, _)| Some(*v) != variable).copied().collect();
        let with = |picks: &[(usize, Either)]| {
            let mut all = picks.to_vec();
            all.extend(value.map(|(variable, value)| (variable, (value, value))));
            all
        };
        if self.consistent(&with(&others)) {
            return None;
        }
        let picks = explain(&others, &mut |part| self.consistent(&with(part)));
        let fixed = with(&picks);
        // Any part may be the one in the way, also one that has nothing to do with the value: the first one that is will do.
        let own = variable.and_then(|variable| self.place[variable]).map(|(part, _)| part);
        let rest = (0..self.parts.len()).filter(|part| Some(*part) != own);
        let in_the_way =
            own.into_iter().chain(rest).find(|part| !self.part_consistent(&self.parts[*part], &fixed))?;
        let constraints = &self.parts[in_the_way].constraints;
        let mut groups: Vec<usize> = constraints.iter().filter_map(|index| group(*index)).collect();
        groups.sort_unstable();
        groups.dedup();
        let search = Search::new(&self.model, constraints);
        let fixed = self.parts[in_the_way].own(&fixed);
        let of: Vec<Option<usize>> = (0..self.model.constraints.len()).map(group).collect();
        let mut active = vec![false; groups.last().map_or(0, |last| last + 1)];
        let groups = explain(&groups, &mut |some| {
            active.fill(false);
            some.iter().for_each(|group| active[*group] = true);
            let is_active = |index: usize| of[index].is_none_or(|group| active[group]);
            search.solve(&fixed, &is_active).is_some()
        });
        Some(Reason { picks, constraints: groups })
    }
}

/// Whether the picks leave `value` to `variable`.
pub(super) fn fits(picks: &[Option<Either>], variable: usize, value: u32) -> bool {
    picks[variable].is_none_or(|(one, other)| one == value || other == value)
}

/// How many of `size` values a pick leaves.
fn free(size: u32, pick: Option<Either>) -> u32 {
    pick.map_or(size, |(one, other)| 1 + u32::from(one != other))
}

/// By class: how many of its values the picks leave, counted in ones.
fn weights<W: Copy + std::ops::AddAssign>(
    diagram: &Diagram,
    picks: &[Option<Either>],
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
    pub(super) fn picks(&self, picks: &[Option<Either>]) -> Vec<(usize, Either)> {
        self.variables.iter().filter_map(|variable| Some((*variable, picks[*variable]?))).collect()
    }

    /// Those of `fixed` that are about its variables.
    fn own(&self, fixed: &[(usize, Either)]) -> Vec<(usize, Either)> {
        let own = |(variable, _): &&(usize, Either)| self.variables.binary_search(variable).is_ok();
        fixed.iter().filter(own).copied().collect()
    }
}
