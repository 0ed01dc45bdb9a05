//! The way back and forth through what was picked: one step for each change of the selection.

use super::rules::Off;
use haberdash_core::selection::Selection;
use std::rc::Rc;

/// So many steps lead back.
const MOST: usize = 100;

/// What was picked, and what could not be had with it.
pub struct Step {
    /// What was picked.
    pub selection: Selection,
    /// What could not be had; `None` where every pick goes with every other.
    pub off: Option<Off>,
}

/// Where undo and redo lead.
#[derive(Clone, Default)]
pub struct Steps {
    back: Vec<Rc<Step>>,
    forth: Vec<Rc<Step>>,
    /// The field that is being written in: its letters are one step.
    field: Option<usize>,
}

impl Steps {
    /// `before` was replaced by something new; by letters in the option `field`, or what else comes in quick rows.
    pub fn push(&mut self, before: Rc<Step>, field: Option<usize>) {
        self.forth.clear();
        let goes_on = field.is_some() && field == self.field;
        self.field = field;
        if goes_on {
            return;
        }
        if self.back.len() >= MOST {
            self.back.remove(0);
        }
        self.back.push(before);
    }

    /// The field was left: what is written next is another step. Whether one was being written in.
    pub fn leave(&mut self) -> bool {
        self.field.take().is_some()
    }

    /// One step back, or `forth`, from `now`; `None` at the end.
    pub fn go(&mut self, forth: bool, now: Rc<Step>) -> Option<Rc<Step>> {
        let Steps { back, forth: ahead, field } = self;
        let (from, to) = if forth { (ahead, back) } else { (back, ahead) };
        let step = from.pop()?;
        to.push(now);
        *field = None;
        Some(step)
    }

    /// Whether there is a step back, and one forth.
    pub fn can(&self) -> (bool, bool) {
        (!self.back.is_empty(), !self.forth.is_empty())
    }
}
