//! SXFM, the format of SPLOT: a tree and clauses as text within XML.
//!
//! Source: Mendonca, Branco and Cowan, *S.P.L.O.T.: Software Product Lines Online Tools* (2009). Files are seldom well-formed XML (names have
//! `&` and `<`), so the two texts are found by their tags.

use super::found::Found;
use super::model::{Constraint, Feature, FeatureModel, Formula, Group, GroupKind};
use super::source::Source;
use haberdash_core::diagnostics::unknown;
use std::collections::BTreeMap;

/// Reads a model. `None` when there is none.
pub fn read(source: &Source, found: &mut Found) -> Option<FeatureModel> {
    let mut reader = Reader {
        source,
        found,
        model: FeatureModel::default(),
        names: BTreeMap::new(),
        others: BTreeMap::new(),
    };
    reader.model.name = name(&source.text);
    let Some((tree, end)) = element(&source.text, "feature_tree") else {
        reader.found.error(None, "there is no <feature_tree>…</feature_tree> in the file");
        return None;
    };
    reader.tree(tree, &source.text[tree..end]);
    if reader.model.features.is_empty() {
        reader
            .found
            .error(source.place(tree), "the feature tree has no root, a line that begins with \":r\"");
        return None;
    }
    if let Some((begin, end)) = element(&source.text, "constraints") {
        for (offset, line) in lines(begin, &source.text[begin..end]) {
            reader.clause(offset, line);
        }
    }
    Some(reader.model)
}

/// Where the content of `<tag>` begins and ends.
fn element(text: &str, tag: &str) -> Option<(usize, usize)> {
    let open = text.find(&format!("<{tag}"))?;
    let begin = open + text[open..].find('>')? + 1;
    let end = begin + text[begin..].find(&format!("</{tag}"))?;
    Some((begin, end))
}

fn name(text: &str) -> String {
    let tag = text.find("<feature_model").and_then(|at| text[at..].find('>').map(|end| &text[at..at + end]));
    let value = tag.and_then(|tag| tag.split_once("name=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map_or(String::new(), |(value, _)| unescape(value).trim().to_owned())
}

fn unescape(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, c);
    }
    text
}

/// The lines that are not empty, with the offsets of their first characters that are not blank.
fn lines(begin: usize, text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive(['\n', '\r'])
        .scan(begin, |offset, line| {
            let start = *offset;
            *offset += line.len();
            Some((start + line.len() - line.trim_start().len(), line))
        })
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with("<!--"))
}

/// How far a line is indented; a tab is one step, as SPLOT writes it, or four spaces, as editors do.
fn indent(line: &str) -> usize {
    let blank = &line[..line.len() - line.trim_start().len()];
    blank.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// What constraints call a feature that has a name and no id: *Special offers* is `special_offers`.
fn underscored(name: &str) -> String {
    name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
}

/// What is open above a line.
#[derive(Clone, Copy)]
enum Above {
    Feature(usize),
    /// A group of a feature.
    Group(usize, usize),
}

struct Reader<'s> {
    source: &'s Source,
    found: &'s mut Found,
    model: FeatureModel,
    names: BTreeMap<String, usize>,
    /// What else constraints may call them.
    others: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn error(&mut self, offset: usize, message: impl Into<String>) {
        self.found.error(self.source.place(offset), message);
    }

    fn tree(&mut self, begin: usize, text: &str) {
        let mut open: Vec<(usize, Above)> = Vec::new();
        for (offset, line) in lines(begin, text) {
            let depth = indent(line);
            while open.last().is_some_and(|(above, _)| *above >= depth) {
                open.pop();
            }
            let content = line.trim();
            let (mark, rest) = content.split_once(char::is_whitespace).unwrap_or((content, ""));
            let above = open.last().map(|(_, above)| *above);
            let now = match (mark.to_lowercase().as_str(), above) {
                (":g", Some(Above::Feature(parent))) => match self.cardinality(offset, rest.trim()) {
                    Some(kind) => Above::Group(parent, self.open_group(parent, kind, offset)),
                    None => continue,
                },
                (mark, above) => match self.joins(mark, above, offset) {
                    Ok(group) => {
                        let feature = self.feature(offset, rest.trim());
                        if let Some((parent, group)) = group {
                            self.model.features[parent].groups[group].members.push(feature);
                        }
                        Above::Feature(feature)
                    }
                    Err(message) => {
                        self.error(offset, message);
                        continue;
                    }
                },
            };
            open.push((depth, now));
        }
    }

    /// The group that a line with a feature joins; none for the root.
    fn joins(
        &mut self,
        mark: &str,
        above: Option<Above>,
        offset: usize,
    ) -> Result<Option<(usize, usize)>, String> {
        let (parent, kind) = match (mark, above) {
            (":r", None) if self.model.features.is_empty() => return Ok(None),
            (":m" | ":o" | ":" | ":g", None) | (":r", _) => {
                return Err("there is one root, \":r\", and all else stands indented below it".to_owned());
            }
            (":" | ":m" | ":o", Some(Above::Group(parent, group))) => return Ok(Some((parent, group))),
            (":m", Some(Above::Feature(parent))) => (parent, GroupKind::Mandatory),
            (":o", Some(Above::Feature(parent))) => (parent, GroupKind::Optional),
            (":", Some(Above::Feature(parent))) => {
                let message = "\":\" below a feature and not below a group, \":g [1,1]\", is taken as \":m\", mandatory";
                self.found.notice(self.source.place(offset), message);
                (parent, GroupKind::Mandatory)
            }
            (":g", _) => return Err("a group stands below a feature, not below another group".to_owned()),
            _ => return Err(format!("unknown mark \"{mark}\"; expected :r, :m, :o, :g or :")),
        };
        Ok(Some((parent, self.open_group(parent, kind, offset))))
    }

    fn open_group(&mut self, parent: usize, kind: GroupKind, offset: usize) -> usize {
        let groups = &mut self.model.features[parent].groups;
        groups.push(Group { kind, members: Vec::new(), place: self.source.place(offset) });
        groups.len() - 1
    }

    /// `[1,1]`, `[1,*]` or `[2..3]`, perhaps after an id.
    fn cardinality(&mut self, offset: usize, text: &str) -> Option<GroupKind> {
        let range = text.rfind('[').and_then(|at| text[at + 1..].split_once(']')).map(|(range, _)| range);
        let kind = range.and_then(|range| {
            let (least, most) =
                range.split_once(',').or_else(|| range.split_once("..")).unwrap_or((range, range));
            let most = match most.trim() {
                "*" | "-1" | "n" => None,
                number => Some(number.parse().ok()?),
            };
            Some(GroupKind::Choose { least: least.trim().parse().ok()?, most })
        });
        if kind.is_none() {
            self.error(offset, format!("expected a range such as [1,1] or [1,*] in \":g {text}\""));
        }
        kind
    }

    /// A feature of a line such as `Name (id)`.
    fn feature(&mut self, offset: usize, text: &str) -> usize {
        let text = unescape(text);
        let place = self.source.place(offset);
        let with_id = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
        let (title, id) = match with_id {
            Some((title, id)) if !id.trim().is_empty() => (title.trim(), id.trim()),
            _ => (text.trim(), text.trim()),
        };
        let index = self.model.features.len();
        let mut feature = Feature::new(if title.is_empty() { id } else { title }, place);
        feature.title = feature.name.clone();
        self.model.features.push(feature);
        if id.is_empty() {
            self.error(offset, "this feature has no name");
            return index;
        }
        if let Some(other) = self.names.get(id) {
            let line = self.model.features[*other].place.line;
            if with_id.is_some() {
                self.error(offset, format!("the id \"{id}\" is taken in line {line}"));
            } else {
                self.found
                    .notice(place, format!("\"{id}\" is in line {line} too; constraints mean that one"));
            }
        }
        self.names.entry(id.to_owned()).or_insert(index);
        self.others.entry(underscored(id)).or_insert(index);
        index
    }

    /// A clause such as `c1: ~a or b`.
    fn clause(&mut self, offset: usize, line: &str) {
        let text = unescape(line.trim());
        let body = text.split_once(':').map_or(text.as_str(), |(_, body)| body);
        let mut literals = Vec::new();
        let mut is_fine = true;
        let spaced = body.replace('~', " ~");
        let mut negative = false;
        for word in
            spaced.split(|c: char| c.is_whitespace() || c == '(' || c == ')').filter(|word| !word.is_empty())
        {
            if word.eq_ignore_ascii_case("or") {
                continue;
            }
            let (marked, name) = word.strip_prefix('~').map_or((false, word), |name| (true, name));
            negative |= marked;
            if name.is_empty() {
                continue;
            }
            let feature = self.names.get(name).or_else(|| self.others.get(&underscored(name))).copied();
            match feature {
                Some(feature) => {
                    let literal = Formula::Feature(feature);
                    literals.push(if negative { Formula::Not(Box::new(literal)) } else { literal });
                }
                None => {
                    let names: Vec<&str> = self.names.keys().map(String::as_str).collect();
                    let message = unknown("feature", name, names);
                    self.error(offset, message);
                    is_fine = false;
                }
            }
            negative = false;
        }
        if is_fine && literals.is_empty() {
            self.error(offset, "expected a clause such as \"c1: ~a or b\"");
        } else if is_fine {
            let place = self.source.place(offset);
            self.model.constraints.push(Constraint { formula: Formula::Or(literals), because: None, place });
        }
    }
}
