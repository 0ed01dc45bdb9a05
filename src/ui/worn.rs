//! The words of designs on other products, and of what starts from the shopper's taste. English as well comes in a file, with the style sheet of
//! cards that wear a design, when one of these is first there: `haberdash_worn_*.txt`, which the build makes of this file and `worn/`.

use super::texts;
use haberdash_core::transfer::Left;

macro_rules! worn_words {
    ($( $name:ident: $english:literal; )*) => {
        /// One phrase. `{}` stands for what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum Worn { $($name),* }

        /// How many there are.
        const COUNT: usize = [$(Worn::$name),*].len();
    };
}

worn_words! {
    InYours: "In your design";
    Without: "Without your {}";
    Came: "Your design is on. What could not come along: {}.";
    LeftColor: "colour";
    LeftPattern: "pattern";
    LeftSecondary: "second colour";
    LeftAccent: "accent colour";
    LeftMonogram: "monogram";
    LeftLogo: "logo";
    Started: "Started from what you like";
    BackToOwn: "Back to the shop’s own";
    IsOwn: "This is the shop’s own.";
}

/// The kind of the files, see [`texts`]; the style sheet is their last line.
pub const WORN: &str = "worn";

/// The language of the words for a page in `locale`.
pub fn language(locale: &str) -> &'static str {
    texts::language(locale).unwrap_or("en")
}

/// The phrase in the language of `locale`; empty while its file is not there.
pub fn worn(locale: &str, phrase: Worn) -> &'static str {
    texts::line(WORN, language(locale), phrase as usize).unwrap_or_default()
}

/// What did not come along, in words.
pub fn left(locale: &str, left: Left) -> &'static str {
    let phrase = match left {
        Left::Color => Worn::LeftColor,
        Left::Pattern => Worn::LeftPattern,
        Left::Secondary => Worn::LeftSecondary,
        Left::Accent => Worn::LeftAccent,
        Left::Monogram => Worn::LeftMonogram,
        Left::Logo => Worn::LeftLogo,
    };
    worn(locale, phrase)
}

/// The style sheet of the cards.
pub fn styles(locale: &str) -> &'static str {
    texts::line(WORN, language(locale), COUNT).unwrap_or_default()
}
