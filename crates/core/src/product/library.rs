//! A library: choices that many products refer to. How they get there: [`super::resolve`].

use super::Choice;
use super::check::check_choices;
use crate::diagnostics::Diagnostics;
use crate::read::Read;
use crate::value::Value;
use std::rc::Rc;

record! {
    /// A Haberdash library of choices.
    pub struct Library {
        /// The version of the format: 1.
        req version: i64,
        /// The choices, in the order shown.
        req choices: Vec<Rc<Choice>>,
    }
}

impl Library {
    /// Reads and checks a library whose own libraries were put in. `None` when the diagnostics have errors.
    pub fn read_checked(value: &Value, diagnostics: &mut Diagnostics) -> Option<Library> {
        let library = Library::read(value, diagnostics)?;
        if library.version != 1 {
            diagnostics.within("version", |d| {
                d.error("this is a library of another version; version 1 is understood here");
            });
        }
        check_choices(&library.choices, true, diagnostics);
        (!diagnostics.has_errors()).then_some(library)
    }

    /// The JSON Schema document of libraries.
    #[cfg(feature = "schema")]
    pub fn schema_document() -> Value {
        super::resolve::schema::library(Library::schema())
    }
}
