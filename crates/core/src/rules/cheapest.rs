//! The cheapest paths of a diagram, and of these the first in any order of variables.

use super::diagram::{Cost, Diagram};

/// The edges on all paths of the least cost.
pub struct Cheapest {
    /// From, to and class of each, from the root down. The nodes on these paths have numbers of their own: there are few.
    edges: Vec<(u32, u32, u32)>,
    /// By class: whether any of them has it.
    has: Vec<bool>,
    /// How many nodes there are, and which one is the end.
    nodes: u32,
    end: u32,
}

impl Cheapest {
    /// The cheapest paths when the classes have these costs; `None` when every path is impossible.
    pub fn new<C: Cost>(diagram: &Diagram, cost: &[C]) -> Option<Cheapest> {
        let up = diagram.up(cost);
        if diagram.is_empty() || up[0] == C::IMPOSSIBLE {
            return None;
        }
        const NONE: u32 = u32::MAX;
        let mut number = vec![NONE; diagram.nodes() + 1];
        number[0] = 0;
        let mut nodes = 1;
        let (mut edges, mut has) = (Vec::new(), vec![false; diagram.classes()]);
        for node in 0..diagram.nodes() {
            if number[node] == NONE {
                continue;
            }
            for (class, to) in diagram.edges_of(node) {
                if cost[class].and(up[to]) == up[node] {
                    if number[to] == NONE {
                        number[to] = nodes;
                        nodes += 1;
                    }
                    has[class] = true;
                    edges.push((number[node], number[to], class as u32));
                }
            }
        }
        Some(Cheapest { edges, has, nodes, end: number[diagram.nodes()] })
    }

    /// Whether a path has the class.
    pub fn has(&self, class: usize) -> bool {
        self.has[class]
    }

    /// Keeps the paths that have `class` at `level`.
    pub fn keep(&mut self, diagram: &Diagram, level: usize, class: usize) {
        let of_level = diagram.class(level, 0)..diagram.class(level + 1, 0);
        if of_level.clone().all(|other| other == class || !self.has[other]) {
            return;
        }
        let is_other = |other: u32| other as usize != class && of_level.contains(&(other as usize));
        // Backwards what leads to the end, then forwards what is reached.
        let mut leads = vec![false; self.nodes as usize];
        leads[self.end as usize] = true;
        for (from, to, class) in self.edges.iter().rev() {
            leads[*from as usize] |= leads[*to as usize] && !is_other(*class);
        }
        let mut reached = vec![false; self.nodes as usize];
        reached[0] = true;
        self.has.fill(false);
        let mut kept = 0;
        for at in 0..self.edges.len() {
            let (from, to, class) = self.edges[at];
            if reached[from as usize] && leads[to as usize] && !is_other(class) {
                reached[to as usize] = true;
                self.has[class as usize] = true;
                self.edges[kept] = (from, to, class);
                kept += 1;
            }
        }
        self.edges.truncate(kept);
    }
}
