//! The same files, read a piece at a time: neither the text nor a tree of it has to be in memory as a whole.

use super::{MOST, Reader, Tag};
use crate::pool;
use std::rc::Rc;

/// Gives the next piece of a text, in bytes about as many as it is asked for; `None` at its end.
pub type More<'m> = &'m mut dyn FnMut(usize) -> Option<String>;

/// What comes next.
#[derive(Debug)]
pub enum Event<'s> {
    /// An element begins, and ends where it is empty.
    Start(Tag<'s>),
    /// The element that began last and did not end yet ends.
    End,
    /// The file ends, as it should.
    Done,
}

/// How many bytes are asked for at least.
const PIECE: usize = 4_096;

/// A file that is being read.
pub struct Stream<'m> {
    more: More<'m>,
    /// What is there of the text, a whole token at least where there is one, and up to where it was read.
    window: String,
    at: usize,
    /// Whether nothing was read yet.
    fresh: bool,
    /// The full names of the elements that are not closed yet.
    open: Vec<Rc<str>>,
    elements: usize,
}

impl<'m> Stream<'m> {
    /// Begins with the text that `more` gives, which has no byte order mark.
    pub fn new(more: More<'m>) -> Stream<'m> {
        Stream { more, window: String::new(), at: 0, fresh: true, open: Vec::new(), elements: 0 }
    }

    /// Sees to it that the next token is there as a whole, or all of the text.
    fn fill(&mut self) {
        while !self.window.as_bytes().get(self.at..).is_some_and(is_whole) {
            // Twice as much each time, or what never ends would be looked through for each piece of it.
            let Some(piece) = (self.more)(PIECE.max(self.window.len())) else { break };
            self.window.drain(..self.at);
            self.at = 0;
            self.window.push_str(&piece);
        }
    }

    /// Goes past text, a comment or the like; whether there was any. `None` when that is not well-formed.
    fn skip(&mut self) -> Option<bool> {
        self.fill();
        let mut reader = Reader { text: &self.window, at: self.at };
        let start = reader.at;
        if std::mem::take(&mut self.fresh) && reader.is("<?xml ") {
            reader.until("?>")?;
        } else if self.open.is_empty() {
            if !reader.spaces() {
                reader.aside()?;
            }
        } else if !reader.is("<") {
            reader.characters()?;
        } else if reader.eat("<![CDATA[") {
            reader.until("]]>")?;
        } else if !reader.is("</") {
            reader.aside()?;
        }
        self.at = reader.at;
        Some(self.at > start)
    }

    /// What comes next; `None` when the file is not well-formed. Nothing is asked after that, or after its end.
    pub fn next(&mut self) -> Option<Event<'_>> {
        while self.skip()? {}
        let mut reader = Reader { text: &self.window, at: self.at };
        let Some(last) = self.open.last() else {
            if self.elements > 0 {
                return reader.rest().is_empty().then_some(Event::Done);
            }
            return self.start();
        };
        if reader.is("</") {
            reader.close(last)?;
            self.at = reader.at;
            self.open.pop();
            return Some(Event::End);
        }
        self.start()
    }

    fn start(&mut self) -> Option<Event<'_>> {
        let mut reader = Reader { text: &self.window, at: self.at };
        let tag = reader.tag()?;
        self.at = reader.at;
        self.elements += 1;
        if self.elements > MOST {
            return None;
        }
        if !tag.empty {
            self.open.push(pool::shared(tag.full));
        }
        Some(Event::Start(tag))
    }
}

/// Whether `rest` begins with a token that ends in it: a tag, a comment or the like, or text with what comes after it.
fn is_whole(rest: &[u8]) -> bool {
    for (start, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if let Some(rest) = rest.strip_prefix(start.as_bytes()) {
            return rest.windows(end.len()).any(|window| window == end.as_bytes());
        }
    }
    let [b'<', tag @ ..] = rest else { return rest.contains(&b'<') };
    let mut quote = 0;
    tag.iter().any(|byte| {
        if quote == *byte {
            quote = 0;
        } else if quote == 0 && matches!(byte, b'"' | b'\'') {
            quote = *byte;
        }
        quote == 0 && *byte == b'>'
    })
}
