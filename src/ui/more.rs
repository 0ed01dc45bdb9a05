//! The words of what few shoppers ask for: saved designs, QR codes, pictures as files. English as well comes in a file, with the style sheet of
//! these windows, when they are first asked for: `haberdash_more_*.txt`, which the build makes of this file, `more/`, and `more.css`.

use super::texts;

macro_rules! more_words {
    ($( $name:ident: $english:literal; )*) => {
        /// One phrase. `{}` stands for what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum More { $($name),* }

        /// How many there are.
        const COUNT: usize = [$(More::$name),*].len();
    };
}

more_words! {
    Close: "Close";
    DesignName: "Name";
    KeptHere: "Kept in this browser, for this shop. Nothing of it leaves your device.";
    NoDesigns: "Nothing saved yet.";
    AsItIs: "As it is now";
    Open: "Open";
    Rename: "Rename";
    Delete: "Delete";
    DeleteAll: "Delete all of these";
    Compare: "Compare";
    CompareBoth: "Compare the two";
    Take: "Take this one";
    Back: "Back";
    Same: "They are the same.";
    Differs: "What differs";
    Saved: "Saved: {}";
    Deleted: "Deleted: {}";
    TooMany: "No more designs can be kept. Delete one first.";
    NotStored: "This browser’s storage is blocked or full: the design is gone when you leave this page.";
    Foreign: "Designs were saved by a later version of this page and are left alone. What you save now is gone when you leave this page.";
    Corrupt: "The designs saved before cannot be read.";
    Partly: "Some of the design’s choices are no longer offered and were replaced.";
    CodeTitle: "Go on with another device";
    CodeHelp: "Point its camera at the code. The link below opens the same design.";
    CodeOf: "QR code of the link below";
    CodeTooLong: "This design’s link is too long for a QR code. Copy the link instead.";
    FileTitle: "Picture of this design";
    Download: "Download picture";
    Share: "Share picture";
    OnlySvg: "This page does not let a PNG file be made: here it is as an SVG file.";
    NoFile: "The picture cannot be made now.";
    Making: "Making the picture …";
}

/// The kind of the files, see [`texts`]; the style sheet is their last line.
pub const MORE: &str = "more";

/// The language of the words for a page in `locale`.
pub fn language(locale: &str) -> &'static str {
    texts::language(locale).unwrap_or("en")
}

fn line(locale: &str, at: usize) -> &'static str {
    texts::line(MORE, language(locale), at).unwrap_or_default()
}

/// The phrase in the language of `locale`; empty while its file is not there.
#[inline(never)]
pub fn more(locale: &str, phrase: More) -> &'static str {
    line(locale, phrase as usize)
}

/// The phrase with `text` put in.
#[inline(never)]
pub fn more_phrase(locale: &str, phrase: More, text: &str) -> String {
    texts::fill(more(locale, phrase), text)
}

/// The style sheet of the windows.
pub fn styles(locale: &str) -> &'static str {
    line(locale, COUNT)
}
