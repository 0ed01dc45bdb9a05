//! FeatureIDE's XML: `featureModel` and `extendedFeatureModel`.
//!
//! Source: Thüm et al., *FeatureIDE: An extensible framework for feature-oriented software development* (2014), and its `XmlFeatureModelFormat`.

use super::amount::currency_of;
use super::found::Found;
use super::model::{Constraint, Feature, FeatureModel, Formula, Group, GroupKind, MAX_DEPTH};
use super::source::Source;
use crate::report::Place;
use haberdash_core::diagnostics::unknown;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeMap;

/// Reads a model. `None` when there is none.
pub fn read(source: &Source, found: &mut Found) -> Option<FeatureModel> {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(&source.text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = error.pos();
            let place = Place { line: at.row as usize, column: at.col as usize };
            found.error(place, format!("this is not XML that is read: {error}"));
            return None;
        }
    };
    let root = document.root_element();
    let below = |name: &str| root.children().find(|node| node.has_tag_name(name));
    let Some(top) = below("struct").and_then(|node| node.children().find(|node| kind(node).is_some())) else {
        let place = source.place(root.range().start);
        found.error(place, "there is no <struct> with a feature in it, as FeatureIDE writes");
        return None;
    };
    let mut reader = Reader { source, found, model: FeatureModel::default(), names: BTreeMap::new() };
    reader.features(top);
    if let Some(more) = top.next_siblings().skip(1).find(|node| kind(node).is_some()) {
        reader.error(more, "a second root; a model has one");
    }
    let rules = below("constraints").into_iter().flat_map(|node| node.children()).filter(Node::is_element);
    for rule in rules {
        reader.rule(rule);
    }
    Some(reader.model)
}

/// How the children of a feature are picked, if the node is one.
fn kind(node: &Node) -> Option<GroupKind> {
    match node.tag_name().name() {
        "and" | "feature" => Some(GroupKind::Optional),
        "or" => Some(GroupKind::OR),
        "alt" => Some(GroupKind::ALTERNATIVE),
        _ => None,
    }
}

struct Reader<'s> {
    source: &'s Source,
    found: &'s mut Found,
    model: FeatureModel,
    names: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn place(&self, node: Node) -> Place {
        self.source.place(node.range().start)
    }

    fn error(&mut self, node: Node, message: impl Into<String>) {
        self.found.error(self.place(node), message);
    }

    fn notice(&mut self, node: Node, message: impl Into<String>) {
        self.found.notice(self.place(node), message);
    }

    /// Takes the tree, parents before children.
    fn features(&mut self, top: Node) {
        let root = self.feature(top);
        let mut open = vec![(top, root)];
        while let Some((node, index)) = open.pop() {
            let begin = open.len();
            for child in node.children().filter(Node::is_element) {
                if kind(&child).is_some() {
                    let member = self.feature(child);
                    self.join(node, index, child, member);
                    open.push((child, member));
                } else if !matches!(
                    child.tag_name().name(),
                    "attribute" | "description" | "graphics" | "property" | "tags"
                ) {
                    let name = child.tag_name().name().to_owned();
                    self.notice(child, format!("<{name}> is not known within a feature, and left out"));
                }
            }
            open[begin..].reverse();
        }
    }

    fn join(&mut self, parent: Node, index: usize, child: Node, member: usize) {
        let kind = match kind(&parent) {
            Some(GroupKind::Optional) if child.attribute("mandatory") == Some("true") => GroupKind::Mandatory,
            Some(kind) => kind,
            None => return,
        };
        let place = self.place(child);
        let groups = &mut self.model.features[index].groups;
        // Order counts: an optional child after a mandatory one stays there.
        match groups.last_mut().filter(|group| group.kind == kind) {
            Some(group) => group.members.push(member),
            None => groups.push(Group { kind, members: vec![member], place }),
        }
    }

    fn feature(&mut self, node: Node) -> usize {
        let name = node.attribute("name").unwrap_or("");
        let place = self.place(node);
        let index = self.model.features.len();
        let mut feature = Feature::new(name, place);
        feature.price = self.price(node);
        self.model.features.push(feature);
        if name.is_empty() {
            self.error(node, "this feature has no name");
        } else if let Some(other) = self.names.insert(name.to_owned(), index) {
            let line = self.model.features[other].place.line;
            self.error(node, format!("the name \"{name}\" is taken in line {line}"));
        }
        index
    }

    /// The value of the attribute called *price*.
    fn price(&mut self, node: Node) -> Option<String> {
        let attributes = node.children().filter(|child| child.has_tag_name("attribute"));
        let price = |child: &Node| {
            child.attribute("name").is_some_and(|name| name.trim().eq_ignore_ascii_case("price"))
        };
        let price = attributes.into_iter().find(price)?;
        let value = price.attribute("value").map(str::trim).filter(|value| !value.is_empty());
        if let Some(code) = price.attribute("unit").and_then(currency_of) {
            match &self.model.currency {
                Some(other) if other != code => {
                    let message =
                        format!("a price in {code} among prices in {other}; a product has one currency");
                    self.error(price, message);
                }
                _ => self.model.currency = Some(code.to_owned()),
            }
        }
        value.map(str::to_owned)
    }

    fn rule(&mut self, node: Node) {
        if !node.has_tag_name("rule") {
            let name = node.tag_name().name().to_owned();
            self.error(node, format!("<{name}> is not known among constraints; expected <rule>"));
            return;
        }
        let text = |name: &str| {
            node.children().find(|child| child.has_tag_name(name)).and_then(|child| child.text())
        };
        let because = text("description").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let mut formulas = Vec::new();
        for child in formula_nodes(node) {
            match self.formula(child, 0) {
                Some(formula) => formulas.push(formula),
                None => return,
            }
        }
        if formulas.is_empty() {
            self.notice(node, "this rule is empty, and left out");
            return;
        }
        let place = self.place(node);
        self.model.constraints.push(Constraint { formula: Formula::And(formulas), because, place });
    }

    /// A formula; `None` when something in it cannot be taken, which was told.
    fn formula(&mut self, node: Node, depth: usize) -> Option<Formula> {
        if depth > MAX_DEPTH {
            self.error(node, format!("formulas nested deeper than {MAX_DEPTH} are not read"));
            return None;
        }
        let name = node.tag_name().name();
        if name == "var" {
            return self.variable(node);
        }
        let nodes: Vec<Node> = formula_nodes(node).collect();
        let parts: Vec<Option<Formula>> =
            nodes.into_iter().map(|child| self.formula(child, depth + 1)).collect();
        let mut parts = parts.into_iter().collect::<Option<Vec<Formula>>>()?;
        let count = parts.len();
        let formula = match (name, count) {
            ("imp", 2) => pair(parts).map(|(a, b)| Formula::Implies(a, b)),
            ("eq", 2) => pair(parts).map(|(a, b)| Formula::Same(a, b)),
            ("conj", _) => Some(Formula::And(parts)),
            ("disj" | "atleast1", _) => Some(Formula::Or(parts)),
            ("atmost1", _) => Some(Formula::AtMostOne(parts)),
            ("not", 1) => parts.pop().map(|inner| Formula::Not(Box::new(inner))),
            _ => None,
        };
        if formula.is_none() {
            self.error(
                node,
                match name {
                    "imp" | "eq" | "not" => {
                        format!("<{name}> has {count} formulas in it, which is not the number it needs")
                    }
                    _ => format!(
                        "<{name}> is not read; known are var, not, conj, disj, imp, eq, atmost1 and atleast1"
                    ),
                },
            );
        }
        formula
    }

    fn variable(&mut self, node: Node) -> Option<Formula> {
        let name = node.text().unwrap_or("");
        let feature = self.names.get(name).or_else(|| self.names.get(name.trim())).copied();
        if feature.is_none() {
            let names: Vec<&str> = self.names.keys().map(String::as_str).collect();
            let message = unknown("feature", name.trim(), names);
            self.error(node, message);
        }
        feature.map(Formula::Feature)
    }
}

fn pair(parts: Vec<Formula>) -> Option<(Box<Formula>, Box<Formula>)> {
    let [a, b] = <[Formula; 2]>::try_from(parts).ok()?;
    Some((Box::new(a), Box::new(b)))
}

/// The formulas within a node.
fn formula_nodes<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let beside = ["description", "tags", "graphics", "attribute", "property"];
    node.children().filter(move |child| child.is_element() && !beside.contains(&child.tag_name().name()))
}
