//! Which function and which piece of data goes where.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result};
use walrus::ir::{self, Visitor};
use walrus::{ElementItems, ExportItem, FunctionId, FunctionKind, Module};

use super::Part;
use super::links::{Links, Targets};

/// A function by its position in the module: the same each time it is parsed.
pub(super) type At = usize;

/// What goes somewhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Function(At),
    /// By position in the links.
    Data(usize),
}

/// Where each function goes.
pub(super) struct Plan {
    /// The part of those that leave the main module.
    owner: BTreeMap<At, usize>,
    /// What each function calls or names.
    calls: BTreeMap<At, BTreeSet<At>>,
    paths: BTreeMap<At, String>,
    /// By part the part that it needs.
    on: Vec<Option<usize>>,
    /// What nothing reaches. It is in the table all the same: wasm-bindgen took out who named it.
    idle: BTreeSet<At>,
    /// Where data is in memory, and the part that it leaves for; `None` where it stays.
    data: Vec<(Range<usize>, Option<usize>)>,
}

impl Plan {
    pub(super) fn new(module: &Module, parts: &[Part], links: &Links) -> Result<Plan> {
        let index = |name: &str| parts.iter().position(|part| part.name == name);
        let on = parts.iter().map(|part| match part.on {
            Some(name) => index(name).map(Some).with_context(|| format!("there is no part {name}")),
            None => Ok(None),
        });
        let on = on.collect::<Result<Vec<_>>>()?;
        let (mut said, mut calls, mut paths) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut named: BTreeMap<&str, Vec<At>> = BTreeMap::new();
        for function in module.funcs.iter() {
            let FunctionKind::Local(local) = &function.kind else { continue };
            let at = function.id().index();
            let mut seen = Calls::default();
            ir::dfs_in_order(&mut seen, local, local.entry_block());
            calls.insert(at, seen.0);
            let name = function.name.as_deref().unwrap_or_default();
            named.entry(name).or_default().push(at);
            let path = path_of(&format!("{:#}", rustc_demangle::demangle(name)));
            if let Some(part) = parts.iter().position(|part| is_of(&path, part.paths)) {
                said.insert(at, part);
            }
            paths.insert(at, path);
        }
        let ends = |targets: &Targets| -> BTreeSet<Node> {
            let functions = targets.functions.iter().filter_map(|name| named.get(name.as_str()));
            let functions = functions.flatten().map(|at| Node::Function(*at));
            functions.chain(targets.data.iter().map(|at| Node::Data(*at))).collect()
        };
        let mut ways: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
        for (at, called) in &calls {
            ways.insert(Node::Function(*at), called.iter().map(|to| Node::Function(*to)).collect());
        }
        let mut starts = roots(module, links);
        for (name, targets) in &links.functions {
            match named.get(name.as_str()) {
                Some(functions) => {
                    for at in functions {
                        ways.entry(Node::Function(*at)).or_default().extend(ends(targets));
                    }
                }
                // They told wasm-bindgen of types, and are gone.
                None if name.contains("escribe") => {}
                // It has another name now.
                None => starts.extend(ends(targets)),
            }
        }
        for (at, datum) in links.data.iter().enumerate() {
            ways.insert(Node::Data(at), ends(&datum.targets));
        }
        let elsewhere = |node: Node, own: Option<usize>| match node {
            Node::Function(at) => said.get(&at).is_some_and(|part| Some(*part) != own),
            Node::Data(_) => false,
        };
        let reach = |starts: Vec<Node>, own: Option<usize>| {
            let (mut reached, mut todo) = (BTreeSet::new(), starts);
            while let Some(node) = todo.pop() {
                if !elsewhere(node, own) && reached.insert(node) {
                    todo.extend(ways.get(&node).into_iter().flatten());
                }
            }
            reached
        };
        let main = reach(starts, None);
        let of_parts: Vec<BTreeSet<Node>> = (0..parts.len())
            .map(|part| {
                let own = said.iter().filter(|(_, own)| **own == part);
                reach(own.map(|(at, _)| Node::Function(*at)).collect(), Some(part))
            })
            .collect();
        let is_idle = |at: &&At| {
            !main.contains(&Node::Function(**at))
                && !of_parts.iter().any(|own| own.contains(&Node::Function(**at)))
        };
        let idle = calls.keys().filter(is_idle).copied().collect();
        let mut plan = Plan { owner: said, calls: BTreeMap::new(), paths, on, idle, data: Vec::new() };
        let owner = |plan: &Plan, node: Node| {
            let by = (0..parts.len()).filter(|part| of_parts[*part].contains(&node));
            let by = by.map(Some).reduce(|one, other| plan.shared(one, other)).flatten();
            by.filter(|_| !main.contains(&node))
        };
        for at in calls.keys() {
            if !plan.owner.contains_key(at)
                && let Some(owner) = owner(&plan, Node::Function(*at))
            {
                plan.owner.insert(*at, owner);
            }
        }
        let data = links.data.iter().enumerate();
        plan.data = data.map(|(at, datum)| (datum.addresses.clone(), owner(&plan, Node::Data(at)))).collect();
        plan.calls = calls;
        Ok(plan)
    }

    /// The bytes of the segment at `start` in runs: where each begins and ends within it, and the part that it is in.
    pub(super) fn runs(&self, start: usize, bytes: &[u8]) -> Vec<(Range<usize>, Option<usize>)> {
        // `None` is nobody's: filling between data, where it is zero.
        let mut owners: Vec<Option<Option<usize>>> =
            bytes.iter().map(|byte| (*byte != 0).then_some(None)).collect();
        let mut claimed = vec![false; bytes.len()];
        for (addresses, owner) in &self.data {
            for address in addresses.clone() {
                let Some(at) = address.checked_sub(start).filter(|at| *at < bytes.len()) else { continue };
                owners[at] = Some(match claimed[at] {
                    true => self.shared(owners[at].flatten(), *owner),
                    false => *owner,
                });
                claimed[at] = true;
            }
        }
        let mut runs: Vec<(Range<usize>, Option<usize>)> = Vec::new();
        for (at, owner) in owners.into_iter().enumerate() {
            let before = runs.last().and_then(|(_, owner)| *owner);
            let owner = owner.unwrap_or(before);
            match runs.last_mut() {
                Some((run, last)) if *last == owner => run.end = at + 1,
                _ => runs.push((at..at + 1, owner)),
            }
        }
        runs
    }

    /// The part that `at` is in; `None` when it is in the main module.
    pub(super) fn owner(&self, at: At) -> Option<usize> {
        self.owner.get(&at).copied()
    }

    /// Whether nothing reaches it.
    pub(super) fn is_idle(&self, at: At) -> bool {
        self.idle.contains(&at)
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

    /// Calls from where `part` may not be there, as caller and function. What nothing reaches calls nothing.
    pub(super) fn calls_into(&self, part: usize) -> impl Iterator<Item = (At, At)> {
        let calls = self.calls.iter().filter(|(at, _)| !self.is_idle(**at));
        let calls = calls.filter(move |(at, _)| !self.is_there(self.owner(**at), Some(part)));
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

/// What runs without being called from the module: of what is in the table that of which nobody says where its address is used.
fn roots(module: &Module, links: &Links) -> Vec<Node> {
    let targets = links.functions.values().chain(links.data.iter().map(|datum| &datum.targets));
    let used: BTreeSet<&str> =
        targets.flat_map(|t| &t.functions).chain(&links.left).map(String::as_str).collect();
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let mut list: Vec<FunctionId> = exported.chain(module.start).collect();
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            let name = |id: &FunctionId| module.funcs.get(*id).name.as_deref().unwrap_or_default();
            list.extend(functions.iter().filter(|id| !used.contains(name(id))));
        }
    }
    list.into_iter().map(|id| Node::Function(id.index())).collect()
}

/// The path of a function; of a method that of its type. The hashes of crates, where there are any, are taken out.
pub(super) fn path_of(name: &str) -> String {
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

pub(super) fn is_of(path: &str, paths: &[&str]) -> bool {
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
