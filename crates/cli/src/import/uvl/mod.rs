//! UVL, the Universal Variability Language, Boolean level.
//!
//! Source: the grammar of <https://github.com/Universal-Variability-Language/uvl-parser>, and Benavides et al., *UVL: Feature modelling with the
//! Universal Variability Language* (2025). More is read than it allows: names with hyphens and digits first, constraints that go on in the next line.

mod formula;
mod lexer;

use super::found::Found;
use super::model::{Constraint, Feature, FeatureModel, Group, GroupKind};
use super::source::Source;
use formula::Scope;
use lexer::{At, Line, Token};
use std::collections::BTreeMap;

/// Reads a model. `None` when there is none.
pub fn read(source: &Source, found: &mut Found) -> Option<FeatureModel> {
    let lines = lexer::lines(source, found);
    let mut reader = Reader {
        source,
        found,
        model: FeatureModel::default(),
        names: BTreeMap::new(),
        constraints: Vec::new(),
        open: Vec::new(),
    };
    let (mut section, mut begin, mut namespace) = (Section::None, 0, String::new());
    let mut formulas: Vec<&Line> = Vec::new();
    for line in &lines {
        if line.indent <= begin
            && let Some(next) = Section::of(line)
        {
            (section, begin) = (next, line.indent);
            if section == Section::Namespace {
                namespace = words(&line.tokens[1..]);
            }
            continue;
        }
        match section {
            Section::None | Section::Namespace => {
                reader.error(line, "expected one of namespace, include, imports, features and constraints");
            }
            Section::Include => {}
            Section::Imports => {
                reader.error(line, "models that import others are not read; write it all into one file")
            }
            Section::Features => reader.line(line),
            Section::Constraints => formulas.push(line),
        }
    }
    let (mut model, names, mut constraints) = (reader.model, reader.names, reader.constraints);
    if model.features.is_empty() {
        if !found.has_errors() {
            found.error(None, "there is no feature: expected \"features\" and an indented tree");
        }
        return None;
    }
    constraints.extend(separate(&formulas));
    let scope = Scope { source, features: &names, namespace: &namespace };
    for tokens in &constraints {
        let place = tokens.first().map_or(source.place(0), |(offset, _)| source.place(*offset));
        if let Some(formula) = formula::read(tokens, &scope, found) {
            model.constraints.push(Constraint { formula, because: None, place });
        }
    }
    Some(model)
}

/// The parts of a file.
#[derive(Clone, Copy, PartialEq)]
enum Section {
    None,
    Namespace,
    Include,
    Imports,
    Features,
    Constraints,
}

impl Section {
    fn of(line: &Line) -> Option<Section> {
        let (_, Token::Name { text, quoted: false }) = line.tokens.first()? else { return None };
        let alone = line.tokens.len() == 1;
        match text.as_str() {
            "namespace" if !alone => Some(Section::Namespace),
            "include" | "includes" if alone => Some(Section::Include),
            "imports" if alone => Some(Section::Imports),
            "features" if alone => Some(Section::Features),
            "constraints" if alone => Some(Section::Constraints),
            _ => None,
        }
    }
}

/// Names with points between them as one.
fn words(tokens: &[At]) -> String {
    let word = |(_, token): &At| match token {
        Token::Name { text, .. } | Token::Number(text) => text.clone(),
        Token::Sign(sign) => (*sign).to_owned(),
        Token::Text => String::new(),
    };
    tokens.iter().map(word).collect()
}

/// One constraint each: a line, and the lines after it where it ends, or the next begins, with an operator.
fn separate(lines: &[&Line]) -> Vec<Vec<At>> {
    let joins = |token: Option<&At>, also: &str| {
        token.is_some_and(|(_, token)| {
            token.is_sign(also) || ["&", "|", "=>", "<=>"].iter().any(|sign| token.is_sign(sign))
        })
    };
    let mut out: Vec<Vec<At>> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if joins(last.last(), "!") || joins(line.tokens.first(), "&") => {
                last.extend(line.tokens.iter().cloned())
            }
            _ => out.push(line.tokens.clone()),
        }
    }
    out
}

/// What a line belongs to.
#[derive(Clone, Copy)]
enum Above {
    Feature(usize),
    /// A group of a feature.
    Group(usize, usize),
    /// Something that was not taken, which was told.
    Unknown,
}

struct Reader<'s> {
    source: &'s Source,
    found: &'s mut Found,
    model: FeatureModel,
    names: BTreeMap<String, usize>,
    /// Those that stand with a feature.
    constraints: Vec<Vec<At>>,
    open: Vec<(usize, Above)>,
}

impl Reader<'_> {
    fn error(&mut self, line: &Line, message: impl Into<String>) {
        self.error_at(line.tokens.first(), message);
    }

    fn error_at(&mut self, token: Option<&At>, message: impl Into<String>) {
        let place = token.map(|(offset, _)| self.source.place(*offset));
        self.found.error(place, message);
    }

    /// A line of the tree.
    fn line(&mut self, line: &Line) {
        let mut closed = None;
        while let Some((indent, _)) = self.open.last().filter(|(indent, _)| *indent >= line.indent) {
            closed = Some(*indent);
            self.open.pop();
        }
        let above = self.open.last().map(|(_, above)| *above);
        let fits = closed.is_none_or(|indent| indent == line.indent);
        let now = if matches!(above, Some(Above::Unknown)) {
            Above::Unknown
        } else if !fits {
            self.error(line, "this line is indented as none of those before it that it could stand beside");
            Above::Unknown
        } else {
            self.group(line, above).unwrap_or_else(|| self.member(line, above))
        };
        self.open.push((line.indent, now));
    }

    /// A line such as `mandatory`; `None` when it is none.
    fn group(&mut self, line: &Line, above: Option<Above>) -> Option<Above> {
        let first = line.tokens.first()?;
        let word =
            ["mandatory", "optional", "or", "alternative"].into_iter().find(|word| first.1.is_word(word));
        let (kind, length) = match word {
            Some("mandatory") => (GroupKind::Mandatory, 1),
            Some("optional") => (GroupKind::Optional, 1),
            Some("or") => (GroupKind::OR, 1),
            Some(_) => (GroupKind::ALTERNATIVE, 1),
            None if first.1.is_sign("[") => match range(&line.tokens) {
                Some((least, most, length)) => (GroupKind::Choose { least, most }, length),
                None => {
                    self.error(line, "expected a range such as [1..3] or [1..*]");
                    return Some(Above::Unknown);
                }
            },
            None => return None,
        };
        if let Some(more) = line.tokens.get(length) {
            self.error_at(Some(more), "nothing more is expected in this line; what is in the group stands in lines of its own below it");
        }
        let Some(Above::Feature(parent)) = above else {
            self.error(line, "a group stands indented below a feature");
            return Some(Above::Unknown);
        };
        let place = self.source.place(first.0);
        let groups = &mut self.model.features[parent].groups;
        groups.push(Group { kind, members: Vec::new(), place });
        Some(Above::Group(parent, groups.len() - 1))
    }

    /// A line with a feature.
    fn member(&mut self, line: &Line, above: Option<Above>) -> Above {
        match above {
            None if !self.model.features.is_empty() => {
                self.error(line, "a second root; a model has one feature that all others stand below");
                return Above::Unknown;
            }
            Some(Above::Feature(_)) => {
                self.error(line, "features stand in a group: expected mandatory, optional, or, alternative or a range such as [1..2]");
                return Above::Unknown;
            }
            _ => {}
        }
        let Some(index) = self.feature(line) else { return Above::Unknown };
        if let Some(Above::Group(parent, group)) = above {
            self.model.features[parent].groups[group].members.push(index);
        }
        Above::Feature(index)
    }

    /// `Integer Name cardinality [1..2] {attributes}`, most of it optional.
    fn feature(&mut self, line: &Line) -> Option<usize> {
        let mut tokens = line.tokens.as_slice();
        let types = ["String", "Integer", "Real", "Boolean"];
        let typed = types.into_iter().find(|word| tokens[0].1.is_word(word));
        let typed = typed.filter(|_| matches!(tokens.get(1), Some((_, Token::Name { text, quoted })) if *quoted || text != "cardinality"));
        if typed.is_some() {
            tokens = &tokens[1..];
        }
        let length = 1 + 2 * tokens[1..]
            .chunks(2)
            .take_while(|pair| {
                matches!(pair, [(_, Token::Sign(".")), (_, Token::Name { .. } | Token::Number(_))])
            })
            .count();
        if !matches!(tokens[0].1, Token::Name { .. } | Token::Number(_)) {
            self.error_at(tokens.first(), "expected the name of a feature");
            return None;
        }
        let name = words(&tokens[..length]);
        let place = self.source.place(tokens[0].0);
        if let Some(kind) = typed.filter(|kind| *kind != "Boolean") {
            self.found.notice(
                place,
                format!("the value of \"{name}\" ({kind}) is left out; whether it is selected is kept"),
            );
        }
        let index = self.model.features.len();
        self.model.features.push(Feature::new(&name, place));
        if let Some(other) = self.names.insert(name.clone(), index) {
            let line = self.model.features[other].place.line;
            self.found.error(place, format!("the name \"{name}\" is taken in line {line}"));
        }
        let mut rest = &tokens[length..];
        if rest.first().is_some_and(|(_, token)| token.is_word("cardinality")) {
            match range(&rest[1..]) {
                Some((1, Some(1), _)) => {}
                _ => self.error_at(
                    rest.first(),
                    format!(
                        "how often \"{name}\" is there cannot be taken: every feature is there once or not"
                    ),
                ),
            }
            let end = rest.iter().position(|(_, token)| token.is_sign("]")).map_or(rest.len(), |at| at + 1);
            rest = &rest[end..];
        }
        let Some(first) = rest.first() else { return Some(index) };
        if first.1.is_sign("{") && rest.last().is_some_and(|(_, token)| token.is_sign("}")) {
            self.attributes(index, &rest[1..rest.len() - 1]);
        } else {
            self.error_at(Some(first), format!("unexpected after \"{name}\": expected attributes in braces or the end of the line; a name with blanks stands in quotes"));
        }
        Some(index)
    }

    /// Of the attributes, those that are prices and constraints.
    fn attributes(&mut self, feature: usize, tokens: &[At]) {
        for attribute in split(tokens) {
            match attribute {
                [(_, Token::Name { text, .. }), (_, Token::Number(number))]
                    if text.eq_ignore_ascii_case("price") =>
                {
                    self.model.features[feature].price = Some(number.clone());
                }
                [(_, key), rest @ ..] if key.is_word("constraint") && !rest.is_empty() => {
                    self.constraints.push(rest.to_vec())
                }
                [(_, key), (_, open), inner @ .., (_, close)]
                    if key.is_word("constraints") && open.is_sign("[") && close.is_sign("]") =>
                {
                    self.constraints
                        .extend(split(inner).into_iter().filter(|part| !part.is_empty()).map(<[At]>::to_vec));
                }
                _ => {}
            }
        }
    }
}

/// The parts between commas that are in no brackets.
fn split(tokens: &[At]) -> Vec<&[At]> {
    let mut depth = 0_usize;
    let parts = tokens.split(|(_, token)| {
        match token {
            Token::Sign("(" | "[" | "{") => depth += 1,
            Token::Sign(")" | "]" | "}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && token.is_sign(",")
    });
    parts.collect()
}

/// `[2]`, `[1..3]` or `[1..*]`: the fewest, the most, and how many tokens that is.
fn range(tokens: &[At]) -> Option<(usize, Option<usize>, usize)> {
    let number = |token: &Token| match token {
        Token::Number(number) => number.parse::<usize>().ok(),
        _ => None,
    };
    let tokens: Vec<&Token> = tokens.iter().map(|(_, token)| token).collect();
    match tokens.as_slice() {
        [Token::Sign("["), n, Token::Sign("]"), ..] => Some((number(n)?, Some(number(n)?), 3)),
        [Token::Sign("["), least, Token::Sign("." | ","), Token::Sign("*"), Token::Sign("]"), ..] => {
            Some((number(least)?, None, 5))
        }
        [Token::Sign("["), least, Token::Sign(","), most, Token::Sign("]"), ..] => {
            Some((number(least)?, Some(number(most)?), 5))
        }
        [
            Token::Sign("["),
            least,
            Token::Sign("."),
            Token::Sign("."),
            Token::Sign("*"),
            Token::Sign("]"),
            ..,
        ] => Some((number(least)?, None, 6)),
        [Token::Sign("["), least, Token::Sign("."), Token::Sign("."), most, Token::Sign("]"), ..] => {
            Some((number(least)?, Some(number(most)?), 6))
        }
        _ => None,
    }
}
