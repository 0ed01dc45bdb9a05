//! The compiled diagrams as bytes, to be laid beside the product file: for products that take too long to compile in a browser.
//!
//! The file is foreign: it is used only when it was made from this very product, is whole, and is a sound diagram; otherwise the product
//! compiles itself. What a changed file could make of it is a wrong offer, and never a wrong order: what is picked is checked by the rules.

use super::{Compiled, model};
use crate::product::Product;
use crate::rules::{Diagram, Edge, Solver};
use sha2::{Digest, Sha256};

/// What the file begins with, and the version of the format.
const MAGIC: &[u8; 8] = b"hbrules\x01";
/// Two checksums: of the product, and of what follows.
const HEAD: usize = 8 + 32 + 32;

/// Why a compiled file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is no compiled file, or one of another version.
    Version,
    /// It was made from another product file, or another version of it.
    OtherProduct,
    /// It was cut off or changed.
    Damaged,
}

impl Compiled {
    /// The file's bytes.
    pub fn to_bytes(&self, product: &Product) -> Vec<u8> {
        let mut body = Vec::new();
        for (_, _, diagram) in self.solver.parts() {
            match diagram {
                None => number(&mut body, 0),
                Some(diagram) => {
                    number(&mut body, 1);
                    write(&mut body, diagram);
                }
            }
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend(Sha256::digest(product.hash.as_bytes()));
        bytes.extend(Sha256::digest(&body));
        bytes.extend(body);
        bytes
    }

    /// Reads what [`Compiled::to_bytes`] wrote.
    pub fn from_bytes(product: &Product, bytes: &[u8]) -> Result<Compiled, Unusable> {
        if bytes.len() < HEAD || !bytes.starts_with(MAGIC) {
            return Err(Unusable::Version);
        }
        let (head, body) = bytes.split_at(HEAD);
        if head[8..40] != Sha256::digest(product.hash.as_bytes())[..] {
            return Err(Unusable::OtherProduct);
        }
        if head[40..] != Sha256::digest(body)[..] {
            return Err(Unusable::Damaged);
        }
        let (model, map) = model::build(product);
        let mut reader = Reader(body);
        let mut is_sound = true;
        let solver = Solver::with(model, |model, variables, _| match reader.number() {
            Some(0) => None,
            Some(1) => {
                let diagram = read(&mut reader, variables, &model.domains);
                is_sound &= diagram.is_some();
                diagram
            }
            _ => {
                is_sound = false;
                None
            }
        });
        if !is_sound || !reader.0.is_empty() {
            return Err(Unusable::Damaged);
        }
        Ok(Compiled::of(product, solver, map))
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// By level: its variable as a position in the part, the class of each value, how many nodes, and of each node its edges.
fn write(out: &mut Vec<u8>, diagram: &Diagram) {
    let mut variables = diagram.order.clone();
    variables.sort_unstable();
    let depth = depths(diagram);
    let mut node = 0;
    for (level, variable) in diagram.order.iter().enumerate() {
        number(out, variables.binary_search(variable).unwrap_or(0) as u32);
        diagram.class_of[level].iter().for_each(|class| number(out, *class));
        let end = depth.get(level + 1).copied().unwrap_or(diagram.nodes());
        number(out, (end - node) as u32);
        for node in node..end {
            number(out, diagram.first_edge[node + 1] - diagram.first_edge[node]);
            for (class, to) in diagram.edges_of(node) {
                number(out, class as u32 - diagram.first_class[level]);
                number(out, (to - end) as u32);
            }
        }
        node = end;
    }
}

/// The first node of each level.
fn depths(diagram: &Diagram) -> Vec<usize> {
    let mut first = vec![0];
    let mut end = usize::from(diagram.nodes() > 0);
    for _ in 1..diagram.levels() {
        first.push(end);
        let before = first[first.len() - 2];
        let to = (before..end).flat_map(|node| diagram.edges_of(node)).map(|(_, to)| to);
        end = to.max().map_or(end, |last| last + 1);
    }
    first
}

#[derive(Clone, Copy)]
struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127).checked_shl(shift)?;
            if byte & 128 == 0 {
                return (shift < 28 || *byte < 16).then_some(number);
            }
        }
        None
    }
}

/// How many nodes and edges the next diagram has: lists that are as large as that from the start take no memory that is never given back.
fn size(mut reader: Reader, variables: &[usize], domains: &[u32]) -> Option<(usize, usize)> {
    let (mut nodes, mut edges) = (0, 0);
    for _ in variables {
        let variable = *variables.get(reader.number()? as usize)?;
        for _ in 0..domains[variable] {
            reader.number()?;
        }
        for _ in 0..reader.number()? {
            nodes += 1;
            for _ in 0..reader.number()? {
                edges += 1;
                reader.number()?;
                reader.number()?;
            }
        }
    }
    Some((nodes, edges))
}

/// A sound diagram over `variables`: every edge leads to the next level and every node has one.
fn read(reader: &mut Reader, variables: &[usize], domains: &[u32]) -> Option<Diagram> {
    let (nodes, edges) = size(*reader, variables, domains)?;
    let mut diagram = Diagram {
        order: Vec::new(),
        class_of: Vec::new(),
        first_class: vec![0],
        first_edge: Vec::with_capacity(nodes + 1),
        edges: Vec::with_capacity(edges),
    };
    diagram.first_edge.push(0);
    // So many nodes the level has by the edges that lead to it, and where the next one begins.
    let (mut nodes, mut is_empty) = (1, false);
    for level in 0..variables.len() {
        let variable = *variables.get(reader.number()? as usize)?;
        if diagram.order.contains(&variable) {
            return None;
        }
        let mut class_of = Vec::with_capacity(domains[variable] as usize);
        let mut classes = 0;
        for _ in 0..domains[variable] {
            let class = reader.number()?;
            // Classes are numbered as their first values come.
            if class > classes {
                return None;
            }
            classes = classes.max(class + 1);
            class_of.push(class);
        }
        let first_class = *diagram.first_class.last()?;
        diagram.first_class.push(first_class + classes);
        diagram.class_of.push(class_of);
        diagram.order.push(variable);
        let count = reader.number()?;
        is_empty |= level == 0 && count == 0;
        if is_empty {
            if count != 0 {
                return None;
            }
            continue;
        }
        if count != nodes {
            return None;
        }
        let begin = diagram.first_edge.len() as u32 - 1;
        let end = begin + count;
        let mut next = 0;
        for node in begin..end {
            let edges = reader.number()?;
            if edges == 0 || edges > classes {
                return None;
            }
            let mut after = 0;
            for _ in 0..edges {
                let (class, to) = (reader.number()?, reader.number()?);
                if class < after || class >= classes || to > next {
                    return None;
                }
                after = class + 1;
                next = next.max(to + 1);
                diagram.edges.push(Edge::new(first_class + class, node, end.checked_add(to)?)?);
            }
            diagram.first_edge.push(diagram.edges.len() as u32);
        }
        nodes = next;
    }
    if is_empty {
        diagram.first_edge.clear();
    } else if nodes != 1 {
        return None;
    }
    Some(diagram)
}
