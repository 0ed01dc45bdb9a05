//! From constraints to a diagram, level by level: two partial assignments that leave the same to be fulfilled are one node.

use super::diagram::{Diagram, Edge};
use super::{Constraint, Model};
use std::collections::HashMap;

/// What is left of a clause below some level: its first literal, then the rest. [`NEVER`] is left of a clause that cannot be fulfilled any more.
struct Residual {
    level: usize,
    /// By class of that level.
    fulfilled: Vec<bool>,
    rest: u32,
}

const NEVER: u32 = u32::MAX;
const DEAD: u32 = u32::MAX;

/// The constraints of a part, by the level that they begin at.
struct Plan<'m> {
    order: &'m [usize],
    class_of: Vec<Vec<u32>>,
    classes: Vec<usize>,
    residuals: Vec<Residual>,
    /// By level: the clauses that begin there.
    beginning: Vec<Vec<u32>>,
    tables: Vec<TablePlan>,
    sums: Vec<SumPlan>,
    stronger: HashMap<(u32, u32), bool>,
}

struct TablePlan {
    first: usize,
    last: usize,
    /// By level: by row: by class whether the row allows it. Empty where the table says nothing.
    allows: Vec<Vec<Vec<bool>>>,
    /// By level: what stands for each row's remainder after that level: the first row with the same one.
    same: Vec<Vec<u32>>,
    rows: u32,
}

struct SumPlan {
    first: usize,
    last: usize,
    /// By level: by class.
    weight: Vec<Vec<i64>>,
    /// The least and the largest sum of what comes after a level.
    after: Vec<(i64, i64)>,
    least: i64,
    most: i64,
}

/// What is still to be fulfilled at a node.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
struct State {
    clauses: Vec<u32>,
    /// Of each table that is under way: its index, the number of remaining rows, the rows; of each sum: its index and the sum so far.
    rest: Vec<i64>,
}

/// Compiles the constraints of `model` at the positions `constraints`, which are about the variables in `order` only. `None` when more than
/// `limit` edges would be needed on the way.
pub fn compile(model: &Model, order: &[usize], constraints: &[usize], limit: usize) -> Option<Diagram> {
    let constraints: Vec<&Constraint> = constraints.iter().map(|index| &model.constraints[*index]).collect();
    let mut plan = Plan::new(model, order, &constraints);
    let mut first_class = vec![0_u32];
    first_class.extend(plan.classes.iter().scan(0, |sum, classes| {
        *sum += *classes as u32;
        Some(*sum)
    }));
    // Down: all states that can be reached, with an edge for each class that does not fail at once.
    let mut levels: Vec<Vec<Vec<(u32, u32)>>> = Vec::with_capacity(order.len());
    let mut states = vec![State::default()];
    let mut edges = 0;
    for level in 0..order.len() {
        let mut known: HashMap<State, u32> = HashMap::new();
        let mut next = Vec::new();
        let mut nodes = Vec::with_capacity(states.len());
        for state in &states {
            let mut out = Vec::new();
            for class in 0..plan.classes[level] {
                if let Some(after) = plan.step(state, level, class) {
                    let to = match known.get(&after) {
                        Some(to) => *to,
                        None => {
                            let to = next.len() as u32;
                            known.insert(after.clone(), to);
                            next.push(after);
                            to
                        }
                    };
                    out.push((class as u32, to));
                }
            }
            edges += out.len();
            if edges > limit {
                return None;
            }
            nodes.push(out);
        }
        levels.push(nodes);
        states = next;
    }
    reduce(&plan, first_class, levels)
}

/// Up: dead ends go, and nodes with the same edges become one. Then all is numbered from the root down.
fn reduce(plan: &Plan, first_class: Vec<u32>, mut levels: Vec<Vec<Vec<(u32, u32)>>>) -> Option<Diagram> {
    let depth = levels.len();
    let mut renamed: Vec<u32> = vec![0];
    for level in (0..depth).rev() {
        let mut known: HashMap<Vec<(u32, u32)>, u32> = HashMap::new();
        let mut kept = Vec::new();
        let mut names = Vec::with_capacity(levels[level].len());
        for node in std::mem::take(&mut levels[level]) {
            let edges: Vec<(u32, u32)> = node
                .into_iter()
                .filter_map(|(class, to)| {
                    let to = renamed.get(to as usize).copied().unwrap_or(DEAD);
                    (to != DEAD).then_some((class, to))
                })
                .collect();
            names.push(if edges.is_empty() {
                DEAD
            } else {
                *known.entry(edges).or_insert_with_key(|edges| {
                    kept.push(edges.clone());
                    kept.len() as u32 - 1
                })
            });
        }
        levels[level] = kept;
        renamed = names;
    }
    let mut diagram = Diagram {
        order: plan.order.to_vec(),
        class_of: plan.class_of.clone(),
        first_class,
        first_edge: vec![0],
        edges: Vec::new(),
    };
    // Where nothing is allowed at all, no level above keeps a node either.
    if renamed.first() == Some(&DEAD) {
        diagram.first_edge.clear();
        return Some(diagram);
    }
    let mut begin = 0;
    for (level, nodes) in levels.iter().enumerate() {
        let below = begin + nodes.len() as u32;
        for (node, edges) in (begin..).zip(nodes) {
            for (class, to) in edges {
                diagram.edges.push(Edge::new(diagram.first_class[level] + class, node, below + to)?);
            }
            diagram.first_edge.push(diagram.edges.len() as u32);
        }
        begin = below;
    }
    Some(diagram)
}

impl<'m> Plan<'m> {
    fn new(model: &Model, order: &'m [usize], constraints: &[&Constraint]) -> Plan<'m> {
        let mut level_of = vec![usize::MAX; model.domains.len()];
        for (level, variable) in order.iter().enumerate() {
            level_of[*variable] = level;
        }
        let (class_of, examples) = classes(model, order, constraints);
        let mut plan = Plan {
            order,
            classes: examples.iter().map(Vec::len).collect(),
            class_of,
            residuals: Vec::new(),
            beginning: vec![Vec::new(); order.len()],
            tables: Vec::new(),
            sums: Vec::new(),
            stronger: HashMap::new(),
        };
        let mut known = HashMap::new();
        for constraint in constraints {
            match constraint {
                Constraint::Clause(literals) => plan.add_clause(literals, &level_of, &examples, &mut known),
                Constraint::Table { variables, rows } => {
                    plan.add_table(variables, rows, &level_of, &examples)
                }
                Constraint::Sum { terms, least, most } => {
                    plan.add_sum(terms, *least, *most, &level_of, &examples);
                }
            }
        }
        plan
    }

    fn add_clause(
        &mut self,
        literals: &[(usize, Vec<u32>)],
        level_of: &[usize],
        examples: &[Vec<u32>],
        known: &mut HashMap<(usize, Vec<bool>, u32), u32>,
    ) {
        let mut literals: Vec<(usize, &Vec<u32>)> =
            literals.iter().map(|(variable, values)| (level_of[*variable], values)).collect();
        literals.sort_by_key(|(level, _)| *level);
        let mut rest = NEVER;
        for (level, values) in literals.iter().rev() {
            let fulfilled: Vec<bool> =
                examples[*level].iter().map(|value| values.binary_search(value).is_ok()).collect();
            let residuals = &mut self.residuals;
            rest = *known.entry((*level, fulfilled, rest)).or_insert_with_key(|(level, fulfilled, rest)| {
                residuals.push(Residual { level: *level, fulfilled: fulfilled.clone(), rest: *rest });
                residuals.len() as u32 - 1
            });
        }
        if let Some((first, _)) = literals.first()
            && !self.beginning[*first].contains(&rest)
        {
            self.beginning[*first].push(rest);
        }
    }

    fn add_table(
        &mut self,
        variables: &[usize],
        rows: &[Vec<Option<Vec<u32>>>],
        level_of: &[usize],
        examples: &[Vec<u32>],
    ) {
        let mut allows = vec![Vec::new(); examples.len()];
        for (column, variable) in variables.iter().enumerate() {
            let level = level_of[*variable];
            allows[level] = rows
                .iter()
                .map(|row| {
                    let cell = row[column].as_ref();
                    let allows = |v: &u32| cell.is_none_or(|set| set.binary_search(v).is_ok());
                    examples[level].iter().map(allows).collect()
                })
                .collect();
        }
        let levels = variables.iter().map(|variable| level_of[*variable]);
        let (first, last) = (levels.clone().min().unwrap_or(0), levels.max().unwrap_or(0));
        let mut same: Vec<Vec<u32>> = vec![Vec::new(); examples.len()];
        let mut below: Vec<u32> = vec![0; rows.len()];
        for level in (first..=last).rev() {
            same[level].clone_from(&below);
            if !allows[level].is_empty() {
                let mut known: HashMap<(&Vec<bool>, u32), u32> = HashMap::new();
                let joint: Vec<u32> = (0..rows.len())
                    .map(|row| *known.entry((&allows[level][row], below[row])).or_insert(row as u32))
                    .collect();
                below = joint;
            }
        }
        self.tables.push(TablePlan { first, last, allows, same, rows: rows.len() as u32 });
    }

    fn add_sum(
        &mut self,
        terms: &[(usize, Vec<i64>)],
        least: i64,
        most: i64,
        level_of: &[usize],
        examples: &[Vec<u32>],
    ) {
        let mut weight = vec![Vec::new(); examples.len()];
        for (variable, weights) in terms {
            let level = level_of[*variable];
            weight[level] = examples[level].iter().map(|value| weights[*value as usize]).collect();
        }
        let levels = terms.iter().map(|(variable, _)| level_of[*variable]);
        let (first, last) = (levels.clone().min().unwrap_or(0), levels.max().unwrap_or(0));
        let mut after = vec![(0, 0); examples.len()];
        let (mut low, mut high) = (0, 0);
        for level in (first..=last).rev() {
            after[level] = (low, high);
            low += weight[level].iter().min().copied().unwrap_or(0);
            high += weight[level].iter().max().copied().unwrap_or(0);
        }
        self.sums.push(SumPlan { first, last, weight, after, least, most });
    }

    /// The state after `class` at `level`; `None` when something cannot be fulfilled any more.
    fn step(&mut self, state: &State, level: usize, class: usize) -> Option<State> {
        let mut clauses = Vec::with_capacity(state.clauses.len());
        for index in state.clauses.iter().chain(&self.beginning[level]) {
            let residual = &self.residuals[*index as usize];
            if residual.level != level {
                clauses.push(*index);
            } else if !residual.fulfilled[class] {
                if residual.rest == NEVER {
                    return None;
                }
                clauses.push(residual.rest);
            }
        }
        clauses.sort_unstable();
        clauses.dedup();
        self.drop_implied(&mut clauses);
        let mut rest = Vec::with_capacity(state.rest.len());
        let mut had = state.rest.iter();
        for table in &self.tables {
            if level < table.first || level > table.last {
                continue;
            }
            let rows: Vec<u32> = if level == table.first {
                (0..table.rows).collect()
            } else {
                let count = had.next().copied().unwrap_or(0);
                had.by_ref().take(count as usize).map(|row| *row as u32).collect()
            };
            let allows = &table.allows[level];
            let mut left: Vec<i64> = rows
                .iter()
                .filter(|row| allows.is_empty() || allows[**row as usize][class])
                .map(|row| i64::from(table.same[level][*row as usize]))
                .collect();
            left.sort_unstable();
            left.dedup();
            if left.is_empty() {
                return None;
            }
            if level < table.last {
                rest.push(left.len() as i64);
                rest.extend(left);
            }
        }
        for sum in &self.sums {
            if level < sum.first || level > sum.last {
                continue;
            }
            let before = if level == sum.first { 0 } else { had.next().copied().unwrap_or(0) };
            // Once the sum is sure to stay in its range it is of no interest any more.
            let now = if before == i64::MAX {
                before
            } else {
                let now = before + sum.weight[level].get(class).copied().unwrap_or(0);
                let (low, high) = sum.after[level];
                if now + high < sum.least || now + low > sum.most {
                    return None;
                }
                if now + low >= sum.least && now + high <= sum.most { i64::MAX } else { now }
            };
            if level < sum.last {
                rest.push(now);
            }
        }
        Some(State { clauses, rest })
    }

    /// Takes out clauses that others imply.
    fn drop_implied(&mut self, clauses: &mut Vec<u32>) {
        if clauses.len() < 2 || clauses.len() > 64 {
            return;
        }
        let all = clauses.clone();
        clauses.retain(|weak| !all.iter().any(|strong| strong != weak && self.implies(*strong, *weak)));
    }

    /// Whether fulfilling `strong` fulfils `weak`: each of its literals is among those of `weak`, or narrower.
    fn implies(&mut self, strong: u32, weak: u32) -> bool {
        if strong == NEVER {
            return true;
        }
        if weak == NEVER {
            return false;
        }
        if let Some(known) = self.stronger.get(&(strong, weak)) {
            return *known;
        }
        let (a, b) = (&self.residuals[strong as usize], &self.residuals[weak as usize]);
        let narrower = || a.fulfilled.iter().zip(&b.fulfilled).all(|(x, y)| !x || *y);
        let (next, skip) = (a.rest, b.rest);
        let answer = match a.level.cmp(&b.level) {
            std::cmp::Ordering::Equal => narrower() && self.implies(next, skip),
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => self.implies(strong, skip),
        };
        self.stronger.insert((strong, weak), answer);
        answer
    }
}

/// Which values no constraint tells apart: by level the class of each value, and one value of each class.
fn classes(model: &Model, order: &[usize], constraints: &[&Constraint]) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    let mut class_of = Vec::with_capacity(order.len());
    let mut examples = Vec::with_capacity(order.len());
    for variable in order {
        let values = model.domains[*variable];
        let mut signs: Vec<Vec<i64>> = vec![Vec::new(); values as usize];
        for constraint in constraints {
            match constraint {
                Constraint::Clause(literals) => {
                    for (_, set) in literals.iter().filter(|(other, _)| other == variable) {
                        for (value, sign) in signs.iter_mut().enumerate() {
                            sign.push(i64::from(set.binary_search(&(value as u32)).is_ok()));
                        }
                    }
                }
                Constraint::Table { variables, rows } => {
                    for (column, _) in variables.iter().enumerate().filter(|(_, other)| *other == variable) {
                        let mut known: HashMap<Vec<u32>, i64> = HashMap::new();
                        for (value, sign) in signs.iter_mut().enumerate() {
                            let allows = |row: &Vec<Option<Vec<u32>>>| {
                                row[column].as_ref().is_none_or(|s| s.binary_search(&(value as u32)).is_ok())
                            };
                            let mine: Vec<u32> = rows
                                .iter()
                                .enumerate()
                                .filter(|(_, row)| allows(row))
                                .map(|(index, _)| index as u32)
                                .collect();
                            let next = known.len() as i64;
                            sign.push(*known.entry(mine).or_insert(next));
                        }
                    }
                }
                Constraint::Sum { terms, .. } => {
                    for (_, weights) in terms.iter().filter(|(other, _)| other == variable) {
                        for (value, sign) in signs.iter_mut().enumerate() {
                            sign.push(weights[value]);
                        }
                    }
                }
            }
        }
        let mut known: HashMap<Vec<i64>, u32> = HashMap::new();
        let mut shown = Vec::new();
        let mine = signs
            .into_iter()
            .enumerate()
            .map(|(value, sign)| {
                *known.entry(sign).or_insert_with(|| {
                    shown.push(value as u32);
                    shown.len() as u32 - 1
                })
            })
            .collect();
        class_of.push(mine);
        examples.push(shown);
    }
    (class_of, examples)
}
