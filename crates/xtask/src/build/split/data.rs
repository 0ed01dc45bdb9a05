//! Which constants go with which part. The linker leaves each in a segment of its own (`--no-merge-data-segments`). Texts, and lists of texts, that only the functions of a
//! part name go with it; all else stays in the module, where the segments become one again.
//!
//! What names what is told from numbers: a number of a function, or in another constant, that is an address in a segment, or right behind it, counts as a
//! use. That errs on the safe side for texts, which are reached by their address and length. Tables of numbers, which compilers may reach by way of an address
//! outside of them, stay.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use walrus::ir::{self, Visitor};
use walrus::{ConstExpr, DataKind, FunctionKind, Module};

use super::plan::{At, Plan};

/// A list of texts has no longer ones.
const LONGEST: u32 = 100_000;

/// The segment's address.
pub(super) fn address(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. } => Some(*start as u32),
        _ => None,
    }
}

struct Segment {
    at: usize,
    start: u32,
    end: u32,
    moves: bool,
    functions: BTreeSet<At>,
    segments: BTreeSet<usize>,
}

/// The parts of those segments, by position, that leave the main module.
pub(super) fn owners(module: &Module, plan: &Plan) -> BTreeMap<usize, usize> {
    let mut list: Vec<Segment> = Vec::new();
    for data in module.data.iter() {
        if let Some(start) = address(&data.kind) {
            let end = start + data.value.len() as u32;
            let at = data.id().index();
            list.push(Segment {
                at,
                start,
                end,
                moves: false,
                functions: BTreeSet::new(),
                segments: BTreeSet::new(),
            });
        }
    }
    list.sort_by_key(|segment| segment.start);
    let bytes: BTreeMap<usize, &[u8]> =
        module.data.iter().map(|data| (data.id().index(), &*data.value)).collect();
    let (first, last) = (list.first().map_or(0, |own| own.start), list.last().map_or(0, |own| own.end));
    // Segments do not overlap: those that begin at or before a number, from the last, until one ends before it.
    let named = |list: &[Segment], number: u32| -> Vec<usize> {
        let after = list.partition_point(|own| own.start <= number);
        (0..after).rev().take(2).filter(|at| list[*at].end >= number).collect()
    };
    for at in 0..list.len() {
        let own = bytes[&list[at].at];
        list[at].moves = is_text(own) || is_list(own, first, last);
        for word in words(own) {
            for to in named(&list, word) {
                if to != at {
                    list[to].segments.insert(at);
                }
            }
        }
    }
    for function in module.funcs.iter() {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let mut seen = Numbers::default();
        ir::dfs_in_order(&mut seen, local, local.entry_block());
        for number in seen.0 {
            for to in named(&list, number) {
                list[to].functions.insert(function.id().index());
            }
        }
    }
    // What is named by lists follows these.
    let mut owner: Vec<Option<Option<usize>>> = list.iter().map(|own| (!own.moves).then_some(None)).collect();
    loop {
        let mut changed = false;
        for at in 0..list.len() {
            if owner[at].is_some() {
                continue;
            }
            let by_lists: Option<Vec<Option<usize>>> =
                list[at].segments.iter().map(|from| owner[*from]).collect();
            let Some(by_lists) = by_lists else { continue };
            let users = list[at].functions.iter().map(|function| plan.owner(*function)).chain(by_lists);
            owner[at] = Some(users.reduce(|one, other| plan.shared(one, other)).flatten());
            changed = true;
        }
        if !changed {
            break;
        }
    }
    let found = list.iter().zip(owner).filter_map(|(own, owner)| Some((own.at, owner.flatten()?)));
    found.collect()
}

/// Makes one segment of all, where they are near to each other.
pub(super) fn join(module: &mut Module) -> Result<()> {
    let mut all: Vec<(u32, Vec<u8>)> = Vec::new();
    let memory = module.memories.iter().next().context("The module has no memory")?.id();
    let ids: Vec<_> =
        module.data.iter().filter(|data| address(&data.kind).is_some()).map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get(id);
        all.extend(address(&data.kind).map(|start| (start, data.value.clone())));
        module.memories.get_mut(memory).data_segments.remove(&id);
        module.data.delete(id);
    }
    all.sort();
    let mut joined: Vec<(u32, Vec<u8>)> = Vec::new();
    for (start, bytes) in all {
        match joined.last_mut() {
            Some((first, whole)) => {
                whole.resize((start - *first) as usize, 0);
                whole.extend(bytes);
            }
            None => joined.push((start, bytes)),
        }
    }
    for (start, bytes) in joined {
        let offset = ConstExpr::Value(ir::Value::I32(start as i32));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(())
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(|c| !c.is_control() || c == '\n'))
}

/// Whether these are addresses, or addresses with lengths: a slice of texts, or what a `match` that gives texts is made into.
fn is_list(bytes: &[u8], first: u32, last: u32) -> bool {
    let words: Vec<u32> = words(bytes).collect();
    let is_address = |word: &u32| (first..=last).contains(word);
    let is_pair = |pair: &[u32]| is_address(&pair[0]) && pair[1] < LONGEST;
    let are_pairs = words.len().is_multiple_of(2) && words.chunks_exact(2).all(is_pair);
    bytes.len().is_multiple_of(4) && !bytes.is_empty() && (are_pairs || words.iter().all(is_address))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// The numbers of a function.
#[derive(Default)]
struct Numbers(BTreeSet<u32>);

impl<'i> Visitor<'i> for Numbers {
    fn visit_const(&mut self, constant: &ir::Const) {
        if let ir::Value::I32(number) = constant.value {
            self.0.insert(number as u32);
        }
    }

    fn visit_load(&mut self, load: &ir::Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &ir::Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_lists_of_texts_are_told_from_tables_of_numbers() {
        assert!(is_text("Größe\n".as_bytes()));
        assert!(!is_text(&[1, 2, 3]) && !is_text(&[0xff]));
        let pair = |address: u32, length: u32| [address.to_le_bytes(), length.to_le_bytes()].concat();
        assert!(is_list(&[pair(1000, 5), pair(1010, 0)].concat(), 1000, 2000));
        assert!(
            !is_list(&pair(10, 5), 1000, 2000) && !is_list(&[1, 2], 1000, 2000) && !is_list(&[], 1000, 2000)
        );
        assert!(!is_list(&pair(1000, 1_000_000), 1000, 2000));
        assert!(is_list(&1000_u32.to_le_bytes(), 1000, 2000) && !is_list(&3_u32.to_le_bytes(), 1000, 2000));
    }
}
