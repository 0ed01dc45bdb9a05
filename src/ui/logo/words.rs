//! The words for pictures: a file for each language, English too, fetched with the part: what is in the module every page carries. The build
//! compares `words/*.txt` with the list below, and puts the style sheet before them, as the first line.

use crate::ui::texts;

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

/// The kind of the files, see [`texts`]; the style sheet is their first line.
pub const LOGO: &str = "logo";

/// The words in one language, whose file is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub &'static str);

impl Words {
    /// The style sheet.
    pub fn styles(self) -> &'static str {
        texts::line(LOGO, self.0, 0).unwrap_or_default()
    }

    /// A phrase.
    pub fn of(self, phrase: Phrase) -> &'static str {
        texts::line(LOGO, self.0, phrase as usize + 1).unwrap_or_default()
    }

    /// A phrase with `text` put in.
    pub fn with(self, phrase: Phrase, text: &str) -> String {
        texts::fill(self.of(phrase), text)
    }
}
