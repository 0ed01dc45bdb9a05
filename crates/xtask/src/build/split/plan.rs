//! Which function goes where.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use walrus::ir::{self, Visitor};
use walrus::{ElementItems, ExportItem, FunctionId, FunctionKind, Module};

use super::Part;

/// A function by its position in the module: the same each time it is parsed.
pub(super) type At = usize;

/// Where each function goes.
pub(super) struct Plan {
    /// The part of those that leave the main module.
    owner: BTreeMap<At, usize>,
    /// What each function calls or names.
    calls: BTreeMap<At, BTreeSet<At>>,
    paths: BTreeMap<At, String>,
    /// By part the part that it needs.
    on: Vec<Option<usize>>,
}

impl Plan {
    pub(super) fn new(module: &Module, parts: &[Part]) -> Result<Plan> {
        let index = |name: &str| parts.iter().position(|part| part.name == name);
        let on = parts.iter().map(|part| match part.on {
            Some(name) => index(name).map(Some).with_context(|| format!("there is no part {name}")),
            None => Ok(None),
        });
        let on = on.collect::<Result<Vec<_>>>()?;
        let (mut said, mut calls, mut paths) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for function in module.funcs.iter() {
            let FunctionKind::Local(local) = &function.kind else { continue };
            let mut seen = Calls::default();
            ir::dfs_in_order(&mut seen, local, local.entry_block());
            calls.insert(function.id().index(), seen.0);
            let path = path_of(function.name.as_deref().unwrap_or_default());
            if let Some(part) = parts.iter().position(|part| is_of(&path, part.paths)) {
                said.insert(function.id().index(), part);
            }
            paths.insert(function.id().index(), path);
        }
        let reach = |roots: Vec<At>, own: Option<usize>| {
            let (mut reached, mut todo) = (BTreeSet::new(), roots);
            while let Some(at) = todo.pop() {
                let elsewhere = said.get(&at).is_some_and(|part| Some(*part) != own);
                if !elsewhere && reached.insert(at) {
                    todo.extend(calls.get(&at).into_iter().flatten());
                }
            }
            reached
        };
        let main = reach(roots(module), None);
        let of_parts: Vec<BTreeSet<At>> = (0..parts.len())
            .map(|part| {
                reach(said.iter().filter(|(_, own)| **own == part).map(|(at, _)| *at).collect(), Some(part))
            })
            .collect();
        let mut plan = Plan { owner: said.clone(), calls: BTreeMap::new(), paths, on };
        for at in calls.keys() {
            if said.contains_key(at) || main.contains(at) {
                continue;
            }
            let by = (0..parts.len()).filter(|part| of_parts[*part].contains(at));
            if let Some(owner) = by.map(Some).reduce(|one, other| plan.shared(one, other)).flatten() {
                plan.owner.insert(*at, owner);
            }
        }
        plan.calls = calls;
        Ok(plan)
    }

    /// The part that `at` is in; `None` when it is in the main module.
    pub(super) fn owner(&self, at: At) -> Option<usize> {
        self.owner.get(&at).copied()
    }

    /// Whether anything is in `part`.
    pub(super) fn has(&self, part: usize) -> bool {
        self.owner.values().any(|owner| *owner == part)
    }

    /// Whether `outer` is there whenever `inner` is: the same, the main module, or what it needs.
    pub(super) fn is_there(&self, inner: Option<usize>, outer: Option<usize>) -> bool {
        let mut at = inner;
        while at != outer {
            let Some(part) = at else { return false };
            at = self.on[part];
        }
        true
    }

    /// The functions of `part` that are called where it may not be there, with one of their callers, by their paths.
    pub(super) fn gates(&self, part: usize) -> impl Iterator<Item = (&str, &str)> {
        let path = |at: At| self.paths.get(&at).map_or("", String::as_str);
        self.calls_into(part).map(move |(from, to)| (path(to), path(from)))
    }

    /// Calls from where `part` may not be there, as caller and function.
    pub(super) fn calls_into(&self, part: usize) -> impl Iterator<Item = (At, At)> {
        let calls = self.calls.iter().filter(move |(at, _)| !self.is_there(self.owner(**at), Some(part)));
        let calls = calls.flat_map(|(from, to)| to.iter().map(move |to| (*from, *to)));
        calls.filter(move |(_, to)| self.owner(*to) == Some(part))
    }

    /// What the functions of `part` call or name.
    pub(super) fn used_by(&self, part: usize) -> BTreeSet<At> {
        let own = self.calls.iter().filter(|(at, _)| self.owner(**at) == Some(part));
        own.flat_map(|(_, to)| to).copied().collect()
    }

    /// The innermost module that is there with both.
    fn shared(&self, one: Option<usize>, other: Option<usize>) -> Option<usize> {
        let mut at = one;
        while !self.is_there(other, at) {
            at = self.on[at?];
        }
        at
    }
}

/// What runs without being called from the module.
fn roots(module: &Module) -> Vec<At> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let mut list: Vec<FunctionId> = exported.chain(module.start).collect();
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            list.extend(functions);
        }
    }
    list.into_iter().map(|id| id.index()).collect()
}

/// The path of a function as wasm-bindgen leaves it in the names; of a method that of its type. The hashes of crates are taken out.
fn path_of(name: &str) -> String {
    let mut path = String::new();
    for piece in name.split('[') {
        match piece.split_once(']') {
            Some((hash, rest)) if hash.bytes().all(|b| b.is_ascii_hexdigit()) => path.push_str(rest),
            _ if path.is_empty() => path.push_str(piece),
            _ => path.extend(["[", piece]),
        }
    }
    path.trim_start_matches(['<', '&']).trim_start_matches("mut ").to_owned()
}

fn is_of(path: &str, paths: &[&str]) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let below = |start: &str| match start.strip_prefix('*') {
        Some(within) => path.split(within).skip(1).any(ends),
        None => path.strip_prefix(start).is_some_and(ends),
    };
    let (stays, leaves): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| path.starts_with('!'));
    leaves.into_iter().any(below) && !stays.into_iter().any(|path| below(&path[1..]))
}

#[derive(Default)]
struct Calls(BTreeSet<At>);

impl<'i> Visitor<'i> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn paths_are_whole_and_those_with_a_star_are_anywhere() {
        assert!(is_of("a::b::c", &["a::b"]));
        assert!(!is_of("a::bc", &["a::b"]));
        assert!(!is_of("a::b::c", &["a::b", "!a::b::c"]));
        let glue = "core::ptr::drop_in_place::<alloc::rc::Rc<a::b::C>>";
        assert!(!is_of(glue, &["a::b"]));
        assert!(is_of(glue, &["*a::b"]));
        assert!(!is_of("core::ptr::drop_in_place::<a::bc>", &["*a::b"]));
    }
}
