//! Prices of rows as prices of choices, where they add up; else as prices of combinations.

use std::collections::{BTreeMap, BTreeSet};

/// A row's values, by column, and its price.
pub type Row = (Vec<u32>, i64);

/// Prices that give each row its own.
#[derive(Debug, PartialEq, Eq)]
pub enum Prices {
    /// The base price, and what each value of each column adds; never less than nothing.
    Added {
        /// The base price.
        base: i64,
        /// By column and value.
        adds: Vec<Vec<i64>>,
    },
    /// The base price, the columns that settle the rest, and what is added for their values in one row and all like it.
    Together {
        /// The base price.
        base: i64,
        /// The columns.
        columns: Vec<usize>,
        /// Values of those columns, the first row that has them, and what is added.
        adds: Vec<(Vec<u32>, usize, i64)>,
    },
}

/// Finds them. `sizes` is how many values each column has. Rows are different; there is at least one.
pub fn split(rows: &[Row], sizes: &[u32]) -> Prices {
    let columns = 0..sizes.len();
    let single = columns.clone().filter_map(|column| added(rows, sizes, &one_column(rows, sizes, column)?));
    let pairs = || columns.clone().flat_map(|a| columns.clone().skip(a + 1).map(move |b| (a, b)));
    let mut found = added(rows, sizes, &none(sizes)).or_else(|| single.into_iter().next());
    found = found.or_else(|| added(rows, sizes, &differences(rows, sizes)));
    found = found.or_else(|| pairs().find_map(|(a, b)| added(rows, sizes, &two_columns(rows, sizes, a, b)?)));
    found.unwrap_or_else(|| together(rows, sizes))
}

fn none(sizes: &[u32]) -> Vec<Vec<i64>> {
    sizes.iter().map(|size| vec![0; *size as usize]).collect()
}

/// The prices when these additions, raised so that the least of each column is 0, give each row its own.
fn added(rows: &[Row], sizes: &[u32], adds: &[Vec<i64>]) -> Option<Prices> {
    let mut adds = adds.to_vec();
    for (column, prices) in adds.iter_mut().enumerate() {
        debug_assert_eq!(prices.len(), sizes[column] as usize);
        let least = prices.iter().copied().min().unwrap_or(0);
        prices.iter_mut().for_each(|price| *price -= least);
    }
    let rest = |(values, price): &Row| {
        let sum: i64 = values.iter().zip(&adds).map(|(value, prices)| prices[*value as usize]).sum();
        price - sum
    };
    let base = rest(&rows[0]);
    (base >= 0 && rows.iter().all(|row| rest(row) == base)).then_some(Prices::Added { base, adds })
}

/// The price by the value of one column; `None` when rows with the same value have different ones.
fn one_column(rows: &[Row], sizes: &[u32], column: usize) -> Option<Vec<Vec<i64>>> {
    let mut prices = vec![None; sizes[column] as usize];
    for (values, price) in rows {
        let known = &mut prices[values[column] as usize];
        if *known.get_or_insert(*price) != *price {
            return None;
        }
    }
    let mut adds = none(sizes);
    adds[column] = prices.into_iter().map(|price| price.unwrap_or(0)).collect();
    Some(adds)
}

/// What values add, from rows that differ in one column alone.
fn differences(rows: &[Row], sizes: &[u32]) -> Vec<Vec<i64>> {
    let mut adds = none(sizes);
    for (column, size) in sizes.iter().enumerate() {
        // Rows that are alike but for this column.
        let mut alike: BTreeMap<Vec<u32>, Vec<(u32, i64)>> = BTreeMap::new();
        for (values, price) in rows {
            let mut others = values.clone();
            let value = others.remove(column);
            alike.entry(others).or_default().push((value, *price));
        }
        let steps: Vec<(u32, u32, i64)> = alike
            .values()
            .flat_map(|group| group.windows(2).map(|pair| (pair[0].0, pair[1].0, pair[1].1 - pair[0].1)))
            .collect();
        let known = potentials(*size as usize, &steps);
        adds[column] = known;
    }
    adds
}

/// Numbers for nodes whose differences are given by steps between them: nodes without any stay at 0.
fn potentials(nodes: usize, steps: &[(u32, u32, i64)]) -> Vec<i64> {
    let mut next: Vec<Vec<(usize, i64)>> = vec![Vec::new(); nodes];
    for (a, b, step) in steps {
        next[*a as usize].push((*b as usize, *step));
        next[*b as usize].push((*a as usize, -*step));
    }
    let mut known: Vec<Option<i64>> = vec![None; nodes];
    for start in 0..nodes {
        if known[start].is_some() {
            continue;
        }
        known[start] = Some(0);
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            let here = known[node].unwrap_or(0);
            for (other, step) in &next[node] {
                if known[*other].is_none() {
                    known[*other] = Some(here + step);
                    open.push(*other);
                }
            }
        }
    }
    known.into_iter().map(|number| number.unwrap_or(0)).collect()
}

/// What two columns add together: a price is an edge between a value of either.
fn two_columns(rows: &[Row], sizes: &[u32], a: usize, b: usize) -> Option<Vec<Vec<i64>>> {
    let first = sizes[a] as usize;
    // With the sign of one side turned round, a sum is a difference.
    let mut sums: BTreeMap<(u32, u32), i64> = BTreeMap::new();
    for (values, price) in rows {
        if *sums.entry((values[a], values[b])).or_insert(*price) != *price {
            return None;
        }
    }
    let steps: Vec<(u32, u32, i64)> =
        sums.iter().map(|((x, y), price)| (*x, *y + first as u32, -price)).collect();
    let known = potentials(first + sizes[b] as usize, &steps);
    let mut adds = none(sizes);
    adds[a] = known[..first].to_vec();
    adds[b] = known[first..].iter().map(|number| -number).collect();
    Some(adds)
}

/// The least price for all, and the rest for the values of few columns that settle it.
fn together(rows: &[Row], sizes: &[u32]) -> Prices {
    let base = rows.iter().map(|row| row.1).min().unwrap_or(0);
    let settles = |columns: &[usize]| unsettled(rows, columns) == 0;
    let mut columns: Vec<usize> = Vec::new();
    while !settles(&columns) {
        let others = (0..sizes.len()).filter(|column| !columns.contains(column));
        let best = others.min_by_key(|column| unsettled(rows, &[columns.as_slice(), &[*column]].concat()));
        match best {
            Some(column) => columns.push(column),
            None => break,
        }
    }
    for column in columns.clone() {
        let without: Vec<usize> = columns.iter().copied().filter(|other| *other != column).collect();
        if settles(&without) {
            columns = without;
        }
    }
    columns.sort_unstable();
    let mut seen = BTreeSet::new();
    let mut adds = Vec::new();
    for (index, (values, price)) in rows.iter().enumerate() {
        let key: Vec<u32> = columns.iter().map(|column| values[*column]).collect();
        if *price != base && seen.insert(key.clone()) {
            adds.push((key, index, price - base));
        }
    }
    Prices::Together { base, columns, adds }
}

/// How many rows have another price than the first one with the same values in `columns`.
fn unsettled(rows: &[Row], columns: &[usize]) -> usize {
    let mut prices: BTreeMap<Vec<u32>, i64> = BTreeMap::new();
    let differs = |(values, price): &&Row| {
        let key = columns.iter().map(|column| values[*column]).collect();
        *prices.entry(key).or_insert(*price) != *price
    };
    rows.iter().filter(differs).count()
}
