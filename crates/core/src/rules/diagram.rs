//! The decision diagram: a graph whose paths are the allowed combinations, and the walks over it.
//!
//! One level for each variable. Values that no constraint can tell apart are one *class*: an edge stands for a class, not for a value. Every
//! path from the root to the end passes every level, and every path is allowed: there are no dead ends to run into.

use super::count::Count;

/// The allowed combinations of some variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// The variable of each level.
    pub order: Vec<usize>,
    /// By level: the class of each value.
    pub class_of: Vec<Vec<u32>>,
    /// Where the classes of each level begin in a list of all, and where the last end.
    pub first_class: Vec<u32>,
    /// Where the edges of each node begin, and where the last end. The end of all paths is the one node after these. Without any allowed
    /// combination there are none.
    pub first_edge: Vec<u32>,
    /// The edges, those of one node after the other.
    pub edges: Vec<Edge>,
}

/// An edge. Large products have tens of thousands, and a walk reads them all: two bytes are enough for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    class: u16,
    ahead: u16,
}

impl Edge {
    /// The edge from a node to another further on, for a class counted among all classes. `None` where one of them is too far: such a diagram is too large.
    pub fn new(class: u32, from: u32, to: u32) -> Option<Edge> {
        Some(Edge { class: class.try_into().ok()?, ahead: to.checked_sub(from)?.try_into().ok()? })
    }

    /// Its class, counted among all classes.
    pub fn class(self) -> usize {
        self.class.into()
    }

    /// The node that it leads to from the node `from`.
    pub fn to(self, from: usize) -> usize {
        from + usize::from(self.ahead)
    }
}

/// What a walk adds up: costs of a path, the less the better.
pub trait Cost: Copy + Ord {
    /// No cost.
    const NONE: Self;
    /// More than any path can cost.
    const IMPOSSIBLE: Self;
    /// The cost of both; [`Cost::IMPOSSIBLE`] when either is.
    fn and(self, other: Self) -> Self;
}

impl Cost for i64 {
    const NONE: Self = 0;
    const IMPOSSIBLE: Self = i64::MAX;
    #[inline]
    fn and(self, other: Self) -> Self {
        if self == i64::MAX || other == i64::MAX { i64::MAX } else { self.saturating_add(other) }
    }
}

impl Cost for u128 {
    const NONE: Self = 0;
    const IMPOSSIBLE: Self = u128::MAX;
    #[inline]
    fn and(self, other: Self) -> Self {
        self.saturating_add(other)
    }
}

/// Two costs that are looked at together.
pub type Pair = (i64, i64);

impl Diagram {
    /// How many levels there are.
    pub fn levels(&self) -> usize {
        self.order.len()
    }

    /// How many nodes there are, the end not counted.
    pub fn nodes(&self) -> usize {
        self.first_edge.len().saturating_sub(1)
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// Whether nothing is allowed.
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty() && self.levels() > 0
    }

    /// The edges of `node`: for each its class, counted among all classes, and the node that it leads to.
    pub fn edges_of(&self, node: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let edges = self.first_edge[node] as usize..self.first_edge[node + 1] as usize;
        self.edges[edges].iter().map(move |edge| (edge.class(), edge.to(node)))
    }

    /// The position of `class` of `level` among all classes.
    pub fn class(&self, level: usize, class: u32) -> usize {
        (self.first_class[level] + class) as usize
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.first_class.last().map_or(0, |end| *end as usize)
    }

    /// One entry for each class, made of its values: each variable's value is added to its class's entry, which begins as `none`.
    pub fn by_class<T: Copy>(&self, none: T, mut add: impl FnMut(&mut T, usize, u32)) -> Vec<T> {
        let mut entries = vec![none; self.classes()];
        for (level, variable) in self.order.iter().enumerate() {
            for (value, class) in self.class_of[level].iter().enumerate() {
                add(&mut entries[self.class(level, *class)], *variable, value as u32);
            }
        }
        entries
    }

    /// From each node to the end: the least cost. `cost` has one entry for each class.
    pub fn up<C: Cost>(&self, cost: &[C]) -> Vec<C> {
        let nodes = self.nodes();
        let mut best = vec![C::IMPOSSIBLE; nodes + 1];
        best[nodes] = C::NONE;
        for node in (0..nodes).rev() {
            let mut least = C::IMPOSSIBLE;
            for (class, to) in self.edges_of(node) {
                least = least.min(cost[class].and(best[to]));
            }
            best[node] = least;
        }
        best
    }

    /// For each class: the least cost of all the other levels on a path through it, for two costs at once. The cost of its own level is left
    /// out, and so is what is forbidden there: it is what the class *would* cost. And the least cost of a whole path. What is
    /// [`Cost::IMPOSSIBLE`] in one is so in both.
    pub fn ranges(&self, mut cost: Vec<Pair>) -> (Vec<Pair>, Pair) {
        // So far away that no sum of costs comes near, and that twice as far is still a number: sums need no looking at.
        const FAR: i64 = 1 << 60;
        let tidy = |(a, b): Pair| if a > FAR / 2 { (i64::MAX, i64::MAX) } else { (a, b) };
        let mut through = vec![(FAR, FAR); self.classes()];
        if self.is_empty() {
            return (through.into_iter().map(tidy).collect(), (i64::MAX, i64::MAX));
        }
        cost.iter_mut().for_each(|cost| *cost = (cost.0.min(FAR), cost.1.min(FAR)));
        let mut up = vec![(FAR, FAR); self.nodes() + 1];
        up[self.nodes()] = (0, 0);
        // Counted by hand: in code that is optimized for size, iterators cost several times as much as the sums.
        let (mut edge, mut longest) = (self.edge_count(), 0);
        for node in (0..self.nodes()).rev() {
            let (mut low, mut high) = (FAR, FAR);
            let first = self.first_edge[node] as usize;
            while edge > first {
                edge -= 1;
                let on = self.edges[edge];
                let (own, rest) = (cost[on.class()], up[on.to(node)]);
                longest = longest.max(on.ahead);
                if own.0 + rest.0 < low {
                    low = own.0 + rest.0;
                }
                if own.1 + rest.1 < high {
                    high = own.1 + rest.1;
                }
            }
            up[node] = (low, high);
        }
        // Of what leads down only so much is needed at a time as an edge leads ahead: it goes round.
        let size = (usize::from(longest) + 1).next_power_of_two();
        let (mut down, place) = (vec![(FAR, FAR); size], |node: usize| node & (size - 1));
        down[0] = (0, 0);
        for node in 0..self.nodes() {
            let here = std::mem::replace(&mut down[place(node)], (FAR, FAR));
            let end = self.first_edge[node + 1] as usize;
            while edge < end {
                let on = self.edges[edge];
                let (class, to) = (on.class(), on.to(node));
                let (own, rest) = (cost[class], up[to]);
                let best = &mut through[class];
                if here.0 + rest.0 < best.0 {
                    best.0 = here.0 + rest.0;
                }
                if here.1 + rest.1 < best.1 {
                    best.1 = here.1 + rest.1;
                }
                let next = &mut down[place(to)];
                if here.0 + own.0 < next.0 {
                    next.0 = here.0 + own.0;
                }
                if here.1 + own.1 < next.1 {
                    next.1 = here.1 + own.1;
                }
                edge += 1;
            }
        }
        (through.into_iter().map(tidy).collect(), tidy(up[0]))
    }

    /// How many allowed combinations there are, when class `c` stands for `weight[c]` values.
    pub fn count(&self, weight: &[u64]) -> Count {
        let nodes = self.nodes();
        let weight: Vec<Count> = weight.iter().map(|w| Count::from(*w)).collect();
        let mut below = vec![Count::default(); nodes + 1];
        below[nodes] = Count::one();
        for node in (0..nodes).rev() {
            let mut sum = Count::default();
            for (class, to) in self.edges_of(node) {
                sum.add(&weight[class].times(&below[to]));
            }
            below[node] = sum;
        }
        if self.is_empty() { Count::default() } else { below.swap_remove(0) }
    }

    /// The same from each node on, in floating point: exact to some 15 digits.
    pub fn counts(&self, weight: &[f64]) -> Vec<f64> {
        let nodes = self.nodes();
        let mut below = vec![0.0; nodes + 1];
        below[nodes] = 1.0;
        for node in (0..nodes).rev() {
            below[node] = self.edges_of(node).map(|(class, to)| weight[class] * below[to]).sum();
        }
        below
    }

    /// One path, drawn so that every combination is equally likely when `counts` is from [`Diagram::counts`] with the same weights: the class
    /// at each level. `random` gives numbers from 0 up to, not including, 1.
    pub fn draw(
        &self,
        weight: &[f64],
        counts: &[f64],
        random: &mut dyn FnMut() -> f64,
    ) -> Option<Vec<usize>> {
        let mut node = 0;
        let mut path = Vec::with_capacity(self.levels());
        for _ in 0..self.levels() {
            let mut left = random() * counts.get(node)?;
            let mut taken = None;
            for (class, to) in self.edges_of(node) {
                let share = weight[class] * counts[to];
                if share > 0.0 {
                    taken = Some((class, to));
                    if left < share {
                        break;
                    }
                    left -= share;
                }
            }
            let (class, to) = taken?;
            path.push(class);
            node = to;
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::Edge;

    #[test]
    fn an_edge_says_when_it_would_lead_too_far() {
        let far = Edge::new(65_535, 10, 65_545).unwrap();
        assert_eq!((far.class(), far.to(10)), (65_535, 65_545));
        assert_eq!(Edge::new(65_536, 10, 11), None);
        assert_eq!(Edge::new(0, 10, 65_546), None);
        assert_eq!(Edge::new(0, 10, 9), None);
    }
}
