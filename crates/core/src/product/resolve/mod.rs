//! Product files that `extend` another, and libraries of choices: many files in, one product out, which is what [`Product::read`] reads.
//!
//! No files are read here. Whoever has them asks a [`Resolver`] what it needs, gives it that, and asks again:
//!
//! ```
//! # use haberdash_core::{Value, product::resolve::Resolver};
//! # fn fetch(_: &str) -> Result<Value, String> { Err("cannot be read".to_owned()) }
//! # let file = Value::Null;
//! let mut resolver = Resolver::new("tote.json", file);
//! loop {
//!     let needs = resolver.needs();
//!     if needs.is_empty() {
//!         break;
//!     }
//!     for address in needs {
//!         let answer = fetch(&address);
//!         resolver.give(&address, answer);
//!     }
//! }
//! let product = resolver.finish().value;
//! ```
//!
//! A file is first completed by its libraries, then put on top of what it extends. Addresses are rewritten to what the product file would
//! call them, so that the hash of a product does not depend on which files it was written in, or where they lie. A product file that names no other is
//! not changed at all. Decided in `docs/decisions/written-once.md`.
//!
//! [`Product::read`]: super::Product::read

mod address;
mod library;
mod merge;
mod origin;
#[cfg(feature = "schema")]
pub mod schema;

pub use address::join;
pub(super) use address::scheme;

use super::values::is_address;
use crate::diagnostics::Severity;
#[cfg(feature = "sentences")]
use crate::diagnostics::{Diagnostic, MOST};
use crate::value::Value;
use origin::Origin;

/// The most files that one product is made of.
pub const MOST_FILES: usize = 64;

/// How many files may lead from the product file to another.
pub const DEEPEST: usize = 8;

/// The most that is put in from other files, counted in bytes of text with 32 for each value: foreign files must not grow without bound.
pub const LARGEST: usize = 32 << 20;

/// What it costs to hold a wrong name against a right one.
const NEAREST: usize = 16;

/// What a file came to.
enum State {
    Needed,
    Given(Value),
    Missing(String),
}

struct File {
    /// What the product file calls it.
    address: String,
    state: State,
}

/// Collects the files that a product is made of.
pub struct Resolver {
    files: Vec<File>,
}

impl Resolver {
    /// Begins with the product file (or a library). `name` is its own name as its neighbours call it, such as `tote.json`.
    #[inline(never)]
    pub fn new(name: &str, file: Value) -> Resolver {
        let mut resolver =
            Resolver { files: vec![File { address: name.to_owned(), state: State::Given(Value::Null) }] };
        resolver.seek("", &file);
        if let Some(first) = resolver.files.first_mut() {
            first.state = State::Given(file);
        }
        resolver
    }

    /// The addresses of files that are still missing, as seen from the product file.
    #[inline(never)]
    pub fn needs(&self) -> Vec<String> {
        self.files.iter().filter(|file| file.is_needed()).map(|file| file.address.clone()).collect()
    }

    /// Takes what was found at `address`, or a few words on why nothing was: "cannot be read".
    #[inline(never)]
    pub fn give(&mut self, address: &str, answer: Result<Value, String>) {
        let Some(index) = self.files.iter().position(|f| f.is_needed() && f.address == address) else {
            return;
        };
        let state = match answer {
            Ok(mut value) => {
                address::rewrite(&mut value, address);
                self.seek(address, &value);
                library::share(&mut value);
                State::Given(value)
            }
            Err(why) => State::Missing(why),
        };
        if let Some(file) = self.files.get_mut(index) {
            file.state = state;
        }
    }

    /// Notes the files that `value`, the file at `base`, names.
    fn seek(&mut self, base: &str, value: &Value) {
        if let Some(extended) = value.get("extend") {
            self.note(base, extended);
        }
        self.seek_libraries(base, value);
        for option in value.get("options").and_then(Value::as_array).unwrap_or_default() {
            self.seek_libraries(base, option);
        }
    }

    fn seek_libraries(&mut self, base: &str, value: &Value) {
        for entry in value.get("choices").and_then(Value::as_array).unwrap_or_default() {
            if let Some(library) = entry.get("library") {
                self.note(base, library);
            }
        }
    }

    fn note(&mut self, base: &str, address: &Value) {
        let Some(address) = key(base, address) else { return };
        if self.files.len() < MOST_FILES && !self.files.iter().any(|file| file.address == address) {
            self.files.push(File { address, state: State::Needed });
        }
    }

    /// Puts everything together. Files that were not given are told as missing.
    #[inline(never)]
    pub fn finish(mut self) -> Resolution {
        // The product file is taken, not copied.
        let file = match self.files.first_mut() {
            Some(File { state: State::Given(file), .. }) => std::mem::take(file),
            _ => Value::Null,
        };
        let mut work = Work::new(&self.files);
        #[cfg_attr(not(feature = "sentences"), allow(unused_variables, reason = "places are for sentences"))]
        let (value, origin) = work.product(0, file);
        Resolution {
            value: (!work.lost).then_some(value),
            errors: work.counts[Severity::Error as usize],
            warnings: work.counts[Severity::Warning as usize],
            #[cfg(feature = "sentences")]
            problems: work.problems,
            #[cfg(feature = "sentences")]
            files: self.files.iter().map(|file| file.address.clone()).collect(),
            #[cfg(feature = "sentences")]
            origin,
        }
    }
}

impl File {
    fn is_needed(&self) -> bool {
        matches!(self.state, State::Needed)
    }
}

/// What the product file calls the file that is called `address` in the file at `base`.
fn key(base: &str, address: &Value) -> Option<String> {
    let address = address.as_str().filter(|text| is_address(text))?;
    Some(join(if base.is_empty() { "./" } else { base }, address))
}

/// What became of the files.
pub struct Resolution {
    /// The product, without `extend` and libraries; `None` when something of it is missing.
    pub value: Option<Value>,
    /// How many mistakes were found in how files refer to each other. The product is not to be used when there are any.
    pub errors: usize,
    /// How many other things are worth mending.
    pub warnings: usize,
    /// All of them: the position of the file in `files`, and what is wrong there.
    #[cfg(feature = "sentences")]
    pub problems: Vec<(usize, Diagnostic)>,
    /// The files, as the product file calls them. It is the first itself, by its name.
    #[cfg(feature = "sentences")]
    pub files: Vec<String>,
    #[cfg(feature = "sentences")]
    origin: Origin,
}

#[cfg(feature = "sentences")]
impl Resolution {
    /// Where that was written which a JSON Pointer into the resolved product names: the position of the file in `files`, and the pointer into it.
    pub fn place(&self, pointer: &str) -> (usize, String) {
        self.origin.find(pointer)
    }
}

/// Putting together.
struct Work<'f> {
    files: &'f [File],
    /// The files that led here, the product file first.
    trail: Vec<usize>,
    /// The libraries that were looked at.
    checked: Vec<usize>,
    /// How much more may be put in.
    left: usize,
    /// Whether that was not enough.
    full: bool,
    /// Whether something that should be there is not.
    lost: bool,
    counts: [usize; 2],
    #[cfg(feature = "sentences")]
    problems: Vec<(usize, Diagnostic)>,
}

impl<'f> Work<'f> {
    fn new(files: &'f [File]) -> Work<'f> {
        Work {
            files,
            trail: Vec::new(),
            checked: Vec::new(),
            left: LARGEST,
            full: false,
            lost: false,
            counts: [0; 2],
            #[cfg(feature = "sentences")]
            problems: Vec::new(),
        }
    }

    /// The product file `value`, with all that it names.
    fn product(&mut self, index: usize, mut value: Value) -> (Value, Origin) {
        let mut origin = Origin::of(index);
        self.trail.push(index);
        self.put_in_libraries(&mut value, &mut origin);
        if let Some(extended) = value.get("extend").cloned() {
            if let Value::Object(fields) = &mut value {
                fields.retain(|(name, _)| name != "extend");
            }
            let at = origin.field("extend");
            if let Some((base, file)) = self.follow(&at, &extended)
                && self.is_base(&at, base, file)
                && self.afford(file)
            {
                let (mut below, mut below_origin) = self.product(base, file.clone());
                if let Value::Object(fields) = &mut below {
                    // What is for the editor of that file.
                    fields.retain(|(name, _)| !name.starts_with('$'));
                }
                self.merge(&mut below, &mut below_origin, value, &origin);
                (value, origin) = (below, below_origin);
            }
        }
        self.trail.pop();
        (value, origin)
    }

    /// Whether `file` can be extended.
    fn is_base(&mut self, at: &Origin, index: usize, file: &Value) -> bool {
        if file.as_object().is_none() || file.get("options").is_none() && file.get("choices").is_some() {
            self.lose(at, say!("\"{}\" is no product file", self.name(index)));
            return false;
        }
        self.is_version_1(index, file)
    }

    fn is_version_1(&mut self, index: usize, file: &Value) -> bool {
        let fits = file.get("version").and_then(Value::as_f64) == Some(1.0);
        if !fits {
            let at = Origin::of(index);
            let at = if file.get("version").is_some() { at.field("version") } else { at };
            self.lose(&at, say!("\"version\" must be 1"));
        }
        fits
    }

    /// The file that `address`, written at `at`, names.
    fn follow(&mut self, at: &Origin, address: &Value) -> Option<(usize, &'f Value)> {
        let from = self.trail.last().copied().unwrap_or(0);
        let base = if from == 0 { "" } else { self.files.get(from).map_or("", |file| &file.address) };
        let Some(address) = key(base, address) else {
            self.lose(at, say!("expected the address of a file, relative to this one or with https"));
            return None;
        };
        let files = self.files;
        let Some(index) = files.iter().position(|file| file.address == address) else {
            self.lose(at, say!("a product is made of {MOST_FILES} files at most"));
            return None;
        };
        if self.trail.contains(&index) {
            self.lose(at, say!("this leads in a circle: \"{address}\" leads here"));
            return None;
        }
        if self.trail.len() > DEEPEST {
            self.lose(at, say!("no more than {DEEPEST} files may lead to another"));
            return None;
        }
        match &files.get(index)?.state {
            State::Given(value) => Some((index, value)),
            State::Missing(why) => {
                self.lose(at, say!("\"{address}\" {why}"));
                None
            }
            State::Needed => {
                self.lose(at, say!("\"{address}\" is missing"));
                None
            }
        }
    }

    #[cfg_attr(not(feature = "sentences"), allow(dead_code, reason = "names are for sentences"))]
    fn name(&self, index: usize) -> &'f str {
        self.files.get(index).map_or("", |file| &file.address)
    }

    /// Takes what a copy of `value` weighs from what is left; tells when that is not enough.
    fn afford(&mut self, value: &Value) -> bool {
        self.spend(weight(value))
    }

    fn spend(&mut self, weight: usize) -> bool {
        if weight > self.left {
            if !std::mem::replace(&mut self.full, true) {
                let at = Origin::of(0);
                self.lose(&at, say!("with all that it names the product is too large"));
            }
            self.left = 0;
            return false;
        }
        self.left -= weight;
        true
    }

    /// Tells that something is missing.
    fn lose(&mut self, at: &Origin, message: String) {
        self.lost = true;
        self.tell(Severity::Error, at, message);
    }

    fn tell(&mut self, severity: Severity, at: &Origin, message: String) {
        self.tell_of(severity, at, false, message);
    }

    #[cfg(feature = "sentences")]
    fn tell_of(&mut self, severity: Severity, at: &Origin, at_name: bool, message: String) {
        let count = &mut self.counts[severity as usize];
        *count += 1;
        if *count <= MOST {
            self.problems.push((at.file, Diagnostic { severity, at: at.at.clone(), at_name, message }));
        }
    }

    #[cfg(not(feature = "sentences"))]
    fn tell_of(&mut self, severity: Severity, _: &Origin, _: bool, _: String) {
        self.counts[severity as usize] += 1;
    }
}

/// What a value costs when it is copied.
fn weight(value: &Value) -> usize {
    32 + match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(_) | Value::Shared(_) => {
            let fields = value.as_object().unwrap_or_default();
            fields.iter().map(|(name, field)| name.len() + weight(field)).sum()
        }
        _ => 0,
    }
}
