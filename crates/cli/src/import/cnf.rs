//! Formulas as clauses.
//!
//! A clause holds when at least one of its variables has one of the values it lists; all clauses of a formula must hold. No variables are
//! added, since each would be one more thing to pick; so a formula can be too large, which is told.

use super::model::Formula;

/// Variables, ascending, each with some but not all of its values, ascending. Without any it never holds.
pub type Clause = Vec<(usize, Vec<u32>)>;

/// The most clauses that one formula may become.
pub const MOST: usize = 20_000;

/// Beyond this many clauses it is not looked whether one implies another.
const MOST_COMPARED: usize = 2_000;

/// When a feature is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// In every configuration.
    Always,
    /// In none.
    Never,
    /// While `variable` has `value`.
    While {
        /// The variable.
        variable: usize,
        /// Its value.
        value: u32,
    },
}

/// The formula needs more than [`MOST`] clauses.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

/// What formulas are about.
#[derive(Clone, Copy)]
pub struct Space<'a> {
    /// How many values each variable has.
    pub domains: &'a [u32],
    /// By feature.
    pub on: &'a [On],
}

impl Space<'_> {
    /// The clauses of `formula`, or of its opposite when not `wanted`.
    pub fn clauses(self, formula: &Formula, wanted: bool) -> Result<Vec<Clause>, TooMany> {
        match formula {
            Formula::Feature(feature) => Ok(self.literal(*feature, wanted)),
            Formula::Constant(value) => Ok(if *value == wanted { Vec::new() } else { vec![Vec::new()] }),
            Formula::Not(inner) => self.clauses(inner, !wanted),
            Formula::And(parts) => self.list(parts.iter().map(|f| (f, wanted)), wanted),
            Formula::Or(parts) => self.list(parts.iter().map(|f| (f, wanted)), !wanted),
            Formula::Implies(a, b) => self.list([(&**a, !wanted), (&**b, wanted)].into_iter(), !wanted),
            Formula::Same(a, b) => {
                // Not the same is the same with one side turned round.
                let one = self.list([(&**a, false), (&**b, wanted)].into_iter(), false)?;
                let other = self.list([(&**a, true), (&**b, !wanted)].into_iter(), false)?;
                self.joined(vec![one, other])
            }
            Formula::AtMostOne(parts) => self.at_most_one(parts, wanted),
        }
    }

    /// The clauses that hold of `on` when it is as `wanted`.
    fn literal(self, feature: usize, wanted: bool) -> Vec<Clause> {
        match self.on[feature] {
            On::Always if wanted => Vec::new(),
            On::Never if !wanted => Vec::new(),
            On::Always | On::Never => vec![Vec::new()],
            On::While { variable, value } => vec![vec![(variable, self.values(variable, value, wanted))]],
        }
    }

    /// `value`, or all others.
    pub fn values(self, variable: usize, value: u32, wanted: bool) -> Vec<u32> {
        (0..self.domains[variable]).filter(|v| (*v == value) == wanted).collect()
    }

    /// All of the formulas, or at least one of them.
    fn list<'f>(
        self,
        parts: impl Iterator<Item = (&'f Formula, bool)>,
        all: bool,
    ) -> Result<Vec<Clause>, TooMany> {
        let parts: Vec<Vec<Clause>> =
            parts.map(|(f, wanted)| self.clauses(f, wanted)).collect::<Result<_, _>>()?;
        if all { self.joined(parts) } else { self.either(parts) }
    }

    fn joined(self, parts: Vec<Vec<Clause>>) -> Result<Vec<Clause>, TooMany> {
        reduced(parts.into_iter().flatten().collect())
    }

    fn either(self, mut parts: Vec<Vec<Clause>>) -> Result<Vec<Clause>, TooMany> {
        // The shortest first, so that what is multiplied stays small.
        parts.sort_by_key(Vec::len);
        let mut product = vec![Clause::new()];
        for part in parts {
            if product.len().saturating_mul(part.len()) > 8 * MOST {
                return Err(TooMany);
            }
            let pairs = product.iter().flat_map(|a| part.iter().map(move |b| (a, b)));
            product = reduced(pairs.filter_map(|(a, b)| self.union(a, b)).collect())?;
        }
        Ok(product)
    }

    /// Holds when `a` or `b` does; `None` when that is always.
    fn union(self, a: &Clause, b: &Clause) -> Option<Clause> {
        let mut out = Clause::with_capacity(a.len() + b.len());
        let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
        loop {
            let next = match (a.peek(), b.peek()) {
                (None, None) => return Some(out),
                (Some(x), Some(y)) if x.0 == y.0 => {
                    let mut values: Vec<u32> = x.1.iter().chain(&y.1).copied().collect();
                    values.sort_unstable();
                    values.dedup();
                    if values.len() == self.domains[x.0] as usize {
                        return None;
                    }
                    out.push((x.0, values));
                    a.next();
                    b.next();
                    continue;
                }
                (Some(x), Some(y)) if x.0 < y.0 => a.next(),
                (Some(_), None) => a.next(),
                _ => b.next(),
            };
            out.extend(next.cloned());
        }
    }

    fn at_most_one(self, parts: &[Formula], wanted: bool) -> Result<Vec<Clause>, TooMany> {
        if parts.len() > 400 {
            return Err(TooMany);
        }
        let pairs = parts.iter().enumerate().flat_map(|(i, a)| parts[i + 1..].iter().map(move |b| (a, b)));
        let not_both = pairs.map(|(a, b)| self.list([(a, !wanted), (b, !wanted)].into_iter(), !wanted));
        let pairs = not_both.collect::<Result<Vec<_>, _>>()?;
        if wanted { self.joined(pairs) } else { self.either(pairs) }
    }
}

/// Each clause once, without those that another implies.
fn reduced(mut clauses: Vec<Clause>) -> Result<Vec<Clause>, TooMany> {
    if clauses.iter().any(Vec::is_empty) {
        return Ok(vec![Vec::new()]);
    }
    let mut seen = std::collections::BTreeSet::new();
    clauses.retain(|clause| seen.insert(clause.clone()));
    if clauses.len() <= MOST_COMPARED {
        let implied = |i: usize| {
            clauses
                .iter()
                .enumerate()
                .any(|(j, other)| j != i && other.len() <= clauses[i].len() && implies(other, &clauses[i]))
        };
        let kept: Vec<bool> = (0..clauses.len()).map(|i| !implied(i)).collect();
        let mut kept = kept.into_iter();
        clauses.retain(|_| kept.next().unwrap_or(true));
    }
    if clauses.len() > MOST { Err(TooMany) } else { Ok(clauses) }
}

/// Whether every literal of `a` is within one of `b`.
fn implies(a: &Clause, b: &Clause) -> bool {
    a.iter().all(|(variable, values)| {
        b.binary_search_by_key(variable, |literal| literal.0)
            .is_ok_and(|at| values.iter().all(|value| b[at].1.binary_search(value).is_ok()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn f(feature: usize) -> Formula {
        Formula::Feature(feature)
    }

    #[test]
    fn a_sum_of_products_that_is_too_large_is_told_in_time() {
        let on: Vec<On> = (0..80).map(|variable| On::While { variable, value: 1 }).collect();
        let space = Space { domains: &[2; 80], on: &on };
        let pairs = (0..40).map(|i| Formula::And(vec![f(2 * i), f(2 * i + 1)])).collect();
        assert_eq!(space.clauses(&Formula::Or(pairs), true), Err(TooMany));
        let pairs: Vec<Formula> = (0..40).map(|i| Formula::And(vec![f(2 * i), f(2 * i + 1)])).collect();
        assert_eq!(space.clauses(&Formula::Or(pairs), false).map(|c| c.len()), Ok(40));
    }

    #[test]
    fn values_of_one_variable_are_one_literal() {
        let on: Vec<On> = (0..4).map(|value| On::While { variable: 0, value }).collect();
        let space = Space { domains: &[4], on: &on };
        let any = |list: &[usize]| Formula::Or(list.iter().map(|i| f(*i)).collect());
        assert_eq!(space.clauses(&any(&[2, 0]), true), Ok(vec![vec![(0, vec![0, 2])]]));
        assert_eq!(space.clauses(&any(&[0, 1, 2, 3]), true), Ok(vec![]), "always");
        assert_eq!(space.clauses(&Formula::AtMostOne(vec![f(0), f(1), f(2)]), true), Ok(vec![]), "always");
        assert_eq!(
            space.clauses(&Formula::And(vec![any(&[0, 1]), any(&[0])]), true),
            Ok(vec![vec![(0, vec![0])]])
        );
    }
}
