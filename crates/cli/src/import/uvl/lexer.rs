//! UVL as tokens in lines.

use super::super::found::Found;
use super::super::source::Source;

/// A word or a sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A name, in quotes or not.
    Name {
        /// What it says.
        text: String,
        /// Whether it was in quotes and so is no keyword.
        quoted: bool,
    },
    /// A number.
    Number(String),
    /// A text in single quotes.
    Text,
    /// An operator or a bracket.
    Sign(&'static str),
}

impl Token {
    /// Whether it is this keyword.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Name { text, quoted: false } if text == word)
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: &str) -> bool {
        matches!(self, Token::Sign(s) if *s == sign)
    }
}

/// A token and where it begins.
pub type At = (usize, Token);

/// A line with something in it. What is in brackets goes on in the next one.
#[derive(Debug)]
pub struct Line {
    /// How far it is indented; a tab reaches to the next multiple of eight, as in the language's own parsers.
    pub indent: usize,
    /// At least one.
    pub tokens: Vec<At>,
}

/// The longer ones first.
const SIGNS: [&str; 25] = [
    "<=>", "=>", "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "&", "|", "(", ")", "[", "]", "{", "}",
    ",", ".", "*", "+", "-", "/",
];

/// Reads all lines.
pub fn lines(source: &Source, found: &mut Found) -> Vec<Line> {
    let mut lexer =
        Lexer { source, found, text: &source.text, at: 0, open: Vec::new(), lines: Vec::new(), line: None };
    lexer.read();
    lexer.lines
}

struct Lexer<'s> {
    source: &'s Source,
    found: &'s mut Found,
    text: &'s str,
    at: usize,
    /// Where the brackets stand that are open.
    open: Vec<usize>,
    lines: Vec<Line>,
    line: Option<Line>,
}

impl Lexer<'_> {
    fn read(&mut self) {
        let mut indent = self.indent();
        while let Some(c) = self.text[self.at..].chars().next() {
            let rest = &self.text[self.at..];
            if c == '\n' || c == '\r' {
                self.at += 1;
                if self.open.is_empty() {
                    self.lines.extend(self.line.take());
                }
                indent = self.indent();
            } else if c.is_whitespace() || c == '\u{feff}' {
                self.at += c.len_utf8();
            } else if rest.starts_with("//") {
                self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += match rest.find("*/") {
                    Some(end) => end + 2,
                    None => {
                        self.error(self.at, "this comment is never closed; expected */");
                        rest.len()
                    }
                };
            } else {
                let begin = self.at;
                let token = self.token(c);
                let line = self.line.get_or_insert_with(|| Line { indent, tokens: Vec::new() });
                line.tokens.extend(token.map(|token| (begin, token)));
            }
        }
        self.lines.extend(self.line.take());
        self.lines.retain(|line| !line.tokens.is_empty());
        if let Some(open) = self.open.first() {
            self.error(*open, "this bracket is never closed");
        }
    }

    fn error(&mut self, offset: usize, message: &str) {
        self.found.error(self.source.place(offset), message);
    }

    /// Takes the blanks at the beginning of a line.
    fn indent(&mut self) -> usize {
        let mut width = 0;
        for c in self.text[self.at..].chars() {
            match c {
                '\t' => width += 8 - width % 8,
                ' ' | '\u{a0}' => width += 1,
                _ => break,
            }
            self.at += c.len_utf8();
        }
        width
    }

    fn token(&mut self, c: char) -> Option<Token> {
        match c {
            '"' | '\'' => return self.quoted(c),
            '-' if self.text[self.at + 1..].starts_with(|c: char| c.is_ascii_digit())
                && !self.after_operand() =>
            {
                self.at += 1;
                return self.word().map(|token| match token {
                    Token::Number(number) => Token::Number(format!("-{number}")),
                    other => other,
                });
            }
            _ => {}
        }
        let rest = &self.text[self.at..];
        let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) else { return self.word() };
        match sign {
            "(" | "[" | "{" => self.open.push(self.at),
            ")" | "]" | "}" => {
                self.open.pop();
            }
            _ => {}
        }
        self.at += sign.len();
        Some(Token::Sign(match sign {
            "&&" => "&",
            "||" => "|",
            other => other,
        }))
    }

    /// Whether a minus here would take away from what stands before it.
    fn after_operand(&self) -> bool {
        let before = self.line.as_ref().and_then(|line| line.tokens.last());
        before.is_some_and(|(_, token)| matches!(token, Token::Number(_)) || token.is_sign(")"))
    }

    fn quoted(&mut self, quote: char) -> Option<Token> {
        let begin = self.at;
        let rest = &self.text[begin + 1..];
        let end = rest.find([quote, '\n', '\r']);
        match end.filter(|end| rest[*end..].starts_with(quote)) {
            Some(end) => {
                self.at += end + 2;
                let text = rest[..end].to_owned();
                Some(if quote == '"' { Token::Name { text, quoted: true } } else { Token::Text })
            }
            None => {
                self.error(begin, "this quotation mark has no second one in its line");
                self.at += 1 + end.unwrap_or(rest.len());
                None
            }
        }
    }

    /// A name or a number.
    fn word(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let ends = |c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '!' | '&'
                        | '|'
                        | '='
                        | '<'
                        | '>'
                        | '('
                        | ')'
                        | '['
                        | ']'
                        | '{'
                        | '}'
                        | ','
                        | '"'
                        | '.'
                        | '*'
                        | '+'
                        | '/'
                )
        };
        let mut end = rest.find(ends).unwrap_or(rest.len());
        let is_whole = !rest[..end].is_empty() && rest[..end].bytes().all(|b| b.is_ascii_digit());
        let fraction = rest[end..]
            .strip_prefix('.')
            .map_or(0, |after| after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()));
        if is_whole && fraction > 0 {
            end += 1 + fraction;
        }
        if end == 0 {
            // A single `=`, say.
            let c = rest.chars().next()?;
            self.error(self.at, &format!("unexpected character {c:?}"));
            self.at += c.len_utf8();
            return None;
        }
        let text = rest[..end].to_owned();
        self.at += end;
        Some(if is_whole { Token::Number(text) } else { Token::Name { text, quoted: false } })
    }
}
