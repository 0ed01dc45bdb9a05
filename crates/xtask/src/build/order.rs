//! Functions that are alike next to each other: what compresses them then has short ways to point back.
//!
//! LZ77 copies cost more the farther away what they copy is. walrus writes functions by size, linkers by crate; here each follows the one that shares
//! most with those right before it. How much two share: the cosine of how often runs of four bytes are in them, those that are rare counting more
//! (tf-idf, as for texts: Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). The way is greedy, from the largest on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{ExternalKind, Parser, Payload, TypeRef};

use super::integrity::compress;
use super::leb;
use crate::toolbox::{self, Toolbox};

/// How likeness is measured.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    /// How many bytes a run has.
    run: usize,
    /// How much those before the last count, each in comparison with the one after it.
    fades: f32,
}

/// The measure of most modules.
pub(super) const USUAL: &[Measure] = &[Measure { run: 4, fades: 0.5 }];
/// Which one compresses best differs from build to build by some hundred bytes: for the module of every page these are tried, on the module as it
/// will be.
pub(super) const TRIED: &[Measure] = &[
    Measure { run: 4, fades: 0.5 },
    Measure { run: 4, fades: 0.55 },
    Measure { run: 4, fades: 0.6 },
    Measure { run: 4, fades: 0.65 },
    Measure { run: 4, fades: 0.7 },
    Measure { run: 4, fades: 0.75 },
    Measure { run: 4, fades: 0.8 },
    Measure { run: 4, fades: 0.85 },
    Measure { run: 5, fades: 0.5 },
    Measure { run: 5, fades: 0.6 },
    Measure { run: 5, fades: 0.7 },
    Measure { run: 5, fades: 0.75 },
    Measure { run: 5, fades: 0.8 },
];

/// Puts the functions of a module in order, in place: by the one of the measures after which it compresses best. Names of functions go.
pub(super) fn run(toolbox: &Toolbox, module: &Path, measures: &[Measure]) -> Result<()> {
    let wasm = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let Functions { imported, bodies, exported } = functions(&wasm)?;
    let bodies: Vec<&[u8]> = bodies.into_iter().map(|body| &wasm[body]).collect();
    let largest = largest(&bodies);
    // By the length of runs: counting takes longest.
    let mut counted: BTreeMap<usize, Shared> = BTreeMap::new();
    let mut best: Option<(usize, Vec<u8>)> = None;
    for Measure { run, fades } in measures.iter().copied() {
        let shared = counted.entry(run).or_insert_with(|| Shared::new(&bodies, run));
        let order = in_a_row(shared.order(largest, fades), imported, &exported);
        let named = named(&wasm, imported, &order);
        fs::write(module, named).with_context(|| format!("{} cannot be written", module.display()))?;
        let mut command = toolbox.command("wasm-opt");
        toolbox::run(
            command
                .args(["--reorder-functions-by-name", "--strip-target-features"])
                .arg(module)
                .arg("--output")
                .arg(module),
        )?;
        if measures.len() == 1 {
            return Ok(());
        }
        let ordered = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
        let size = compress(&ordered, 11)?.len();
        if best.as_ref().is_none_or(|(least, _)| size < *least) {
            best = Some((size, ordered));
        }
    }
    match best {
        Some((_, ordered)) => {
            fs::write(module, ordered).with_context(|| format!("{} cannot be written", module.display()))
        }
        None => Ok(()),
    }
}

/// The functions of a module.
struct Functions {
    /// How many are imported. They are counted first.
    imported: usize,
    /// Where the bodies of the others are.
    bodies: Vec<Range<usize>>,
    /// The positions of those that are exported.
    exported: BTreeSet<usize>,
}

fn functions(wasm: &[u8]) -> Result<Functions> {
    let mut all = Functions { imported: 0, bodies: Vec::new(), exported: BTreeSet::new() };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    all.imported +=
                        usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        all.exported.insert(usize::try_from(export.index)?);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => all.bodies.push(body.range()),
            _ => {}
        }
    }
    Ok(all)
}

/// How much functions share: by run of bytes those that have it, and by function its runs, with how much each weighs.
struct Shared {
    by_run: Vec<Vec<(usize, f32)>>,
    by_body: Vec<Vec<(usize, f32)>>,
}

impl Shared {
    /// Runs of `run` bytes in `bodies`.
    fn new(bodies: &[&[u8]], run: usize) -> Self {
        let count = bodies.len();
        let mut runs: BTreeMap<&[u8], Vec<(usize, f32)>> = BTreeMap::new();
        for (at, body) in bodies.iter().enumerate() {
            for run in body.windows(run) {
                let list = runs.entry(run).or_default();
                match list.last_mut() {
                    Some((last, times)) if *last == at => *times += 1.0,
                    _ => list.push((at, 1.0)),
                }
            }
        }
        // What most have says nothing; what one has says nothing of others.
        let telling = runs.into_values().filter(|list| list.len() > 1 && list.len() <= (count / 8).max(8));
        let mut by_run: Vec<Vec<(usize, f32)>> = telling.collect();
        let mut lengths = vec![0.0_f32; count];
        for list in &mut by_run {
            let rare = (count as f32 / list.len() as f32).ln();
            for (at, times) in list.iter_mut() {
                *times = times.sqrt() * rare;
                lengths[*at] += *times * *times;
            }
        }
        let mut by_body: Vec<Vec<(usize, f32)>> = vec![Vec::new(); count];
        for (list, bodies) in by_run.iter_mut().enumerate() {
            for (at, weight) in bodies {
                *weight /= lengths[*at].sqrt();
                by_body[*at].push((list, *weight));
            }
        }
        Shared { by_run, by_body }
    }

    /// The positions of the functions in their new order, from `largest` on.
    fn order(&self, largest: Option<usize>, fades: f32) -> Vec<usize> {
        let count = self.by_body.len();
        let (mut out, mut likeness, mut is_left) = (Vec::new(), vec![0.0_f32; count], vec![true; count]);
        let mut next = largest;
        while let Some(at) = next {
            out.push(at);
            is_left[at] = false;
            likeness.iter_mut().for_each(|likeness| *likeness *= fades);
            for (list, own) in &self.by_body[at] {
                for (other, weight) in &self.by_run[*list] {
                    likeness[*other] += own * weight;
                }
            }
            next = (0..count).filter(|other| is_left[*other]).max_by(|one, other| {
                likeness[*one].total_cmp(&likeness[*other]).then_with(|| other.cmp(one))
            });
        }
        out
    }
}

fn largest(bodies: &[&[u8]]) -> Option<usize> {
    (0..bodies.len()).max_by_key(|at| (bodies[*at].len(), std::cmp::Reverse(*at)))
}

/// `order` with what is exported at the front. An engine names each such function by its number, and V8 makes its table of such texts 64 KB large
/// when two of them fall on one place: those of numbers in a row do not.
fn in_a_row(order: Vec<usize>, imported: usize, exported: &BTreeSet<usize>) -> Vec<usize> {
    let (mut row, others): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|at| exported.contains(&(imported + at)));
    row.extend(others);
    row
}

/// The module with names that stand in the new order when they are sorted.
fn named(wasm: &[u8], imported: usize, order: &[usize]) -> Vec<u8> {
    let mut names = vec![String::new(); order.len()];
    for (place, at) in order.iter().enumerate() {
        names[*at] = format!("f{place:06}");
    }
    let mut map = Vec::new();
    leb::write(names.len(), &mut map);
    for (index, name) in (imported..).zip(&names) {
        leb::write(index, &mut map);
        leb::write(name.len(), &mut map);
        map.extend(name.as_bytes());
    }
    // Of the custom section `name` (core specification, appendix 7.4.1) the part with functions: no optimised module has one yet.
    let mut section = b"\x04name\x01".to_vec();
    leb::write(map.len(), &mut section);
    section.extend(map);
    let mut out = wasm.to_vec();
    out.push(0);
    leb::write(section.len(), &mut out);
    out.extend(section);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_comes_together_and_nothing_is_lost() {
        let (one, other) = (*b"abcdefghijklmnop", *b"0123456789qrstuv");
        let vary = |text: [u8; 16], at: usize| {
            let mut text = text.to_vec();
            text[at] = b'!';
            text
        };
        let bodies: Vec<Vec<u8>> =
            (0..16).map(|at| if at % 2 == 0 { vary(one, at) } else { vary(other, at) }).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let order = Shared::new(&bodies, 4).order(largest(&bodies), 0.5);
        let mut all = order.clone();
        all.sort_unstable();
        assert_eq!(all, (0..16).collect::<Vec<_>>());
        let changes = order.windows(2).filter(|pair| pair[0] % 2 != pair[1] % 2).count();
        assert_eq!(changes, 1, "{order:?}");
    }

    #[test]
    fn what_is_exported_is_in_a_row() {
        assert_eq!(in_a_row(vec![3, 0, 2, 1], 10, &BTreeSet::from([2, 10, 12])), [0, 2, 3, 1]);
    }

    #[test]
    fn names_are_those_of_the_places() {
        let wasm = named(b"\0asm\x01\0\0\0", 2, &[1, 0]);
        assert_eq!(&wasm[8..], b"\x00\x1a\x04name\x01\x13\x02\x02\x07f000001\x03\x07f000000");
    }
}
