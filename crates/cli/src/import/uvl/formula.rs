//! Constraints of UVL.
//!
//! From the weakest to the strongest: `<=>`, `=>`, `|`, `&`, `!`. Chains of the first two are read from the left, as the language's grammar says.

use super::super::found::Found;
use super::super::model::{Formula, MAX_DEPTH};
use super::super::source::Source;
use super::lexer::{At, Token};
use haberdash_core::diagnostics::unknown;
use std::collections::BTreeMap;

/// What names mean.
pub struct Scope<'s> {
    /// The text.
    pub source: &'s Source,
    /// Features by name.
    pub features: &'s BTreeMap<String, usize>,
    /// The name that may stand before them.
    pub namespace: &'s str,
}

/// Operators between two formulas, with how strongly they bind.
const OPERATORS: [(&str, u8); 4] = [("<=>", 1), ("=>", 2), ("|", 3), ("&", 4)];

/// What the Boolean level does not have.
const ARITHMETIC: [&str; 11] = ["==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "["];

/// Reads one formula that is all of `tokens`. `None` when it cannot be taken, which is told.
pub fn read(tokens: &[At], scope: &Scope, found: &mut Found) -> Option<Formula> {
    let begin = tokens.first()?.0;
    let chained = tokens.iter().filter(|(_, token)| token.is_sign("=>") || token.is_sign("<=>")).count();
    let mut parser = Parser { tokens, at: 0, scope };
    let result = if chained > MAX_DEPTH {
        Err((begin, format!("more than {MAX_DEPTH} arrows in one constraint are not read")))
    } else {
        parser.expression(0, 0).and_then(|formula| match parser.tokens.get(parser.at) {
            None => Ok(formula),
            Some((offset, token)) => Err((*offset, unexpected(token))),
        })
    };
    // Names come second: of a constraint beyond the Boolean level that is the better answer.
    let arithmetic = tokens.iter().enumerate().find(|(i, (_, token))| {
        let is_sign = matches!(token, Token::Sign(sign) if ARITHMETIC.contains(sign));
        let is_call = ["sum", "avg", "len", "floor", "ceil"].iter().any(|word| token.is_word(word));
        is_sign
            || matches!(token, Token::Number(_) | Token::Text)
            || (is_call && tokens.get(i + 1).is_some_and(|(_, t)| t.is_sign("(")))
    });
    match (result, arithmetic) {
        (Ok(formula), _) => return Some(formula),
        (Err(_), Some((_, (offset, _)))) => {
            let place = scope.source.place(*offset);
            found.error(
                place,
                "numbers, texts and comparisons are beyond the Boolean level, which is what is read",
            );
        }
        (Err((offset, message)), None) => found.error(scope.source.place(offset), message),
    }
    None
}

fn unexpected(token: &Token) -> String {
    match token {
        Token::Sign(sign) => format!("unexpected \"{sign}\" in a constraint"),
        Token::Name { text, .. } => format!("expected an operator such as & or => before \"{text}\""),
        Token::Number(_) | Token::Text => "unexpected value in a constraint".to_owned(),
    }
}

struct Parser<'t> {
    tokens: &'t [At],
    at: usize,
    scope: &'t Scope<'t>,
}

impl Parser<'_> {
    /// A formula of operators that bind more strongly than `above`.
    fn expression(&mut self, above: u8, depth: usize) -> Result<Formula, (usize, String)> {
        let mut left = self.operand(depth)?;
        while let Some((sign, strength)) = self.operator().filter(|(_, strength)| *strength > above) {
            self.at += 1;
            let right = self.expression(strength, depth + 1)?;
            left = match (sign, left) {
                ("&", Formula::And(mut parts)) => {
                    parts.push(right);
                    Formula::And(parts)
                }
                ("|", Formula::Or(mut parts)) => {
                    parts.push(right);
                    Formula::Or(parts)
                }
                ("&", left) => Formula::And(vec![left, right]),
                ("|", left) => Formula::Or(vec![left, right]),
                ("=>", left) => Formula::Implies(Box::new(left), Box::new(right)),
                (_, left) => Formula::Same(Box::new(left), Box::new(right)),
            };
        }
        Ok(left)
    }

    fn operator(&self) -> Option<(&'static str, u8)> {
        let (_, Token::Sign(sign)) = self.tokens.get(self.at)? else { return None };
        OPERATORS.into_iter().find(|(operator, _)| operator == sign)
    }

    fn operand(&mut self, depth: usize) -> Result<Formula, (usize, String)> {
        let Some((offset, token)) = self.tokens.get(self.at) else {
            let end = self.tokens.last().map_or(0, |(offset, _)| *offset);
            return Err((end, "the constraint ends where a feature is expected".to_owned()));
        };
        if depth > MAX_DEPTH {
            return Err((*offset, format!("formulas nested deeper than {MAX_DEPTH} are not read")));
        }
        self.at += 1;
        match token {
            Token::Sign("!") => Ok(Formula::Not(Box::new(self.operand(depth + 1)?))),
            Token::Sign("(") => {
                let inner = self.expression(0, depth + 1)?;
                match self.tokens.get(self.at) {
                    Some((_, token)) if token.is_sign(")") => {
                        self.at += 1;
                        Ok(inner)
                    }
                    Some((offset, token)) => Err((*offset, unexpected(token))),
                    None => Err((*offset, "this bracket is never closed".to_owned())),
                }
            }
            Token::Name { text, quoted } => self.reference(*offset, text, *quoted),
            other => Err((*offset, unexpected(other))),
        }
    }

    fn reference(&mut self, offset: usize, first: &str, quoted: bool) -> Result<Formula, (usize, String)> {
        let mut name = first.to_owned();
        while let [(_, Token::Sign(".")), (_, Token::Name { text, .. }), ..] = &self.tokens[self.at..] {
            name.push('.');
            name.push_str(text);
            self.at += 2;
        }
        let Scope { features, namespace, .. } = self.scope;
        let local = name.strip_prefix(namespace).and_then(|rest| rest.strip_prefix('.'));
        if let Some(feature) = features.get(&name).or_else(|| features.get(local?)) {
            return Ok(Formula::Feature(*feature));
        }
        let word = if quoted { "" } else { name.as_str() };
        match word {
            "true" | "True" => return Ok(Formula::Constant(true)),
            "false" | "False" => return Ok(Formula::Constant(false)),
            _ => {}
        }
        let owner =
            name.rsplit_once('.').map(|(owner, _)| owner).filter(|owner| features.contains_key(*owner));
        Err((
            offset,
            match owner {
                Some(owner) => format!(
                    "\"{name}\" is an attribute of \"{owner}\"; attributes in constraints are beyond the Boolean level"
                ),
                None => unknown("feature", &name, features.keys().map(String::as_str)),
            },
        ))
    }
}
