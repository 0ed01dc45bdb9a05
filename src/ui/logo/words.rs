//! The words for pictures: a file for each language, English too, fetched with the part: what is in the module every page carries. The build
//! compares `words/*.txt` with the list below, and puts the style sheet before them, as the first line.

use std::cell::RefCell;

/// One phrase. `{}` stands for what is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the phrases say it")]
pub enum Phrase {
    Choose,
    Replace,
    Hint,
    Megabytes,
    Reading,
    Stage,
    Size,
    Turn,
    Move,
    Left,
    Right,
    Up,
    Down,
    Reset,
    Remove,
    Download,
    Resolution,
    Coarse,
    Cropped,
    LeftOut,
    NotKept,
    NotShown,
    Lost,
    NoWay,
    Sending,
    NotSent,
    NotInLink,
    Empty,
    TooHeavy,
    NotAPicture,
    Unsupported,
    TooManyPixels,
    Animated,
    Cmyk,
    Broken,
    Entities,
    TooDeep,
    TooComplex,
    NoSize,
    NothingDrawn,
}

thread_local! {
    static TAKEN: RefCell<Vec<(String, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// The words in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(&'static str);

impl Words {
    /// Those of `file`, when they were taken before.
    pub fn known(file: &str) -> Option<Words> {
        TAKEN
            .with_borrow(|taken| taken.iter().find(|(other, _)| other == file).map(|(_, lines)| Words(lines)))
    }

    /// Takes the text of `file`. It stays as long as the page.
    pub fn take(file: &str, lines: String) -> Words {
        let lines: &'static str = Box::leak(lines.into_boxed_str());
        TAKEN.with_borrow_mut(|taken| taken.push((file.to_owned(), lines)));
        Words(lines)
    }

    /// The style sheet.
    pub fn styles(self) -> &'static str {
        self.0.split('\n').next().unwrap_or_default()
    }

    /// A phrase.
    pub fn of(self, phrase: Phrase) -> &'static str {
        self.0.split('\n').nth(phrase as usize + 1).unwrap_or_default()
    }

    /// A phrase with `text` put in.
    pub fn with(self, phrase: Phrase, text: &str) -> String {
        let (before, after) = self.of(phrase).split_once("{}").unwrap_or((self.of(phrase), ""));
        [before, text, after].concat()
    }
}
