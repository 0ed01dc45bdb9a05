//! The words of the interface. English is part of the module; other languages are files beside it, `words/`, fetched by pages in that language.

use super::texts::{self, fill};
use haberdash_core::compat::Phrase;
use haberdash_core::text::language_of;

macro_rules! interface_words {
    ($( $name:ident: $english:literal; )*) => {
        /// One phrase of the interface. `{}` stands for what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum Word { $($name),* }

        /// How many there are.
        const COUNT: usize = [$(Word::$name),*].len();

        // A line each, in one text: a table of addresses and lengths would weigh as much as the words.
        const ENGLISH: &str = concat!($($english, "\n"),*);
    };
}

interface_words! {
    Price: "Price";
    BasePrice: "Base price";
    TaxIncluded: "incl. tax";
    TaxExcluded: "plus tax";
    View: "View";
    Presets: "Start from";
    Reset: "Start over";
    CopyLink: "Copy link to this design";
    LinkCopied: "Link copied";
    LinkHere: "Copy this link:";
    Loading: "Loading the picture …";
    NoPicture: "The picture cannot be shown. You can still choose and order.";
    Now: "Now {}";
    ForYou: "Recommended for you";
    Similar: "Similar things";
    Together: "Often chosen together";
    Recent: "Recently viewed";
    Trending: "Popular now";
    Content: "To read and watch";
    BecauseViewed: "Because you viewed {}";
    BecauseBought: "Because you bought {}";
    BecauseInCart: "Because you put {} in the cart";
    BecauseWished: "Because you wished for {}";
    BecauseSearched: "Because you searched for “{}”";
    BecauseDesigned: "Goes with your {}";
    BecauseRead: "Because you read {}";
    BecauseSimilar: "Similar to {}";
    BecauseRecent: "You viewed it";
    Popular: "Popular in this shop";
    Before: "before";
    Preorder: "Pre-order";
    Video: "Video";
    Article: "Article";
    PanelTitle: "What is remembered";
    ChangesOthers: "changes other choices";
    Undo: "Undo";
    Redo: "Redo";
    Surprise: "Surprise me";
    SaveDesign: "Save this design";
    SavedDesigns: "Saved designs";
    QrCode: "QR code";
    PictureFile: "Picture";
    NotLoaded: "This cannot be loaded now.";
    YourDesign: "Your design on other things";
    Close: "Close";
}

macro_rules! part_words {
    ($( $name:ident: $english:literal; )*) => {
        /// One phrase that only parts say. The English ones are in a file as well, see [`PARTS_IN_ENGLISH`]: most pages need none of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum PartWord { $($name),* }

        /// How many there are.
        const PARTS: usize = [$(PartWord::$name),*].len();
    };
}

part_words! {
    Search: "Search";
    Found: "{} found";
    NoneFound: "Nothing fits.";
    ClearFilters: "Clear filters";
    Less: "Less";
    More: "More";
    Between: "{} to {}";
    AtLeastNumber: "That is too little: at least {}.";
    AtMostNumber: "That is too much: at most {}.";
    NoNumber: "Please write a number.";
    Unit: "Unit";
    ColorCode: "Colour code, such as #1f3a5f";
    NoColor: "“{}” is no colour. Write six digits, such as #1f3a5f.";
    Palette: "Our colours";
    Nearest: "Nearest of ours: {}";
    LowContrast: "Hard to tell apart from {}.";
    Background: "its background";
    Steps: "Steps";
    Next: "Next";
    Back: "Back";
    Rest: "More";
    SoldOut: "sold out";
    OnlyLeft: "only {} left";
    Delivery: "Earliest delivery: {}";
    Cheapest: "Cheapest complete build from here: {}, you save {}";
    Cheaper: "Cheaper complete build from here: {}, you save {}";
    IsCheapest: "Nothing cheaper goes with what you picked: {}";
    PartsList: "Parts list";
    PartOf: "Part";
    ItemNumber: "Item no.";
    Pieces: "Qty";
    PriceEach: "Price each";
}

macro_rules! own_words {
    ($(#[$doc:meta])* $words:ident, $count:ident, $in_english:ident; $( $name:ident: $english:literal; )*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum $words { $($name),* }

        /// How many there are.
        const $count: usize = [$($words::$name),*].len();

        const $in_english: &str = concat!($($english, "\n"),*);
    };
}

own_words! {
    /// One phrase about what is remembered, or about a link that was followed. All of them are in the part `seldom`, in English.
    SeldomWord, SELDOM, SELDOM_IN_ENGLISH;
    PanelOff: "This shop remembers nothing about you.";
    PanelMemory: "Remembered on this page only, and gone when you leave it.";
    PanelDevice: "Remembered in this browser. Nothing of it leaves your device.";
    PanelPaused: "Paused: nothing new is remembered.";
    PanelStorage: "This browser does not let the shop store anything.";
    PanelEmpty: "Nothing yet.";
    Remember: "Remember on this device";
    StopRemembering: "Do not remember on this device";
    Pause: "Pause";
    Resume: "Resume";
    Clear: "Clear all";
    Forget: "Forget";
    ForgetThis: "Forget: {}";
    Viewed: "Viewed";
    Clicked: "Clicked";
    Carted: "Put in the cart";
    Uncarted: "Taken out of the cart";
    Wished: "Wished for";
    Bought: "Bought";
    Searched: "Searched";
    Read: "Read";
    Designed: "Chosen in the configurator";
    LinkDamaged: "The link was damaged; this is the standard design.";
    LinkPartly: "Some of the link's choices are no longer offered and were replaced.";
    LinkWithoutPicture: "The picture of this design does not travel in a link. Please add yours.";
}

own_words! {
    /// One phrase about letters. All of them are in the part `text`, in English.
    TextWord, TEXT, TEXT_IN_ENGLISH;
    NotAllowed: "“{}” cannot be used here.";
    NotInFont: "The lettering has no “{}”.";
    TooShort: "At least {} characters.";
    TooLong: "At most {} characters.";
    UpTo: "Up to {} characters";
    EachCharacter: "{} each";
    TooSmall: "Too long: it would be too small to read.";
}

own_words! {
    /// One phrase about a closer look. All of them are in the part `picture`, in English.
    LensWord, LENS, LENS_IN_ENGLISH;
    Picture: "Picture";
    ZoomIn: "Zoom in";
    ZoomOut: "Zoom out";
    ZoomReset: "Whole picture";
}

own_words! {
    /// One phrase about what a merchant wants of strips. All of them are in the part `merchant`, in English.
    MerchantWord, MERCHANT, MERCHANT_IN_ENGLISH;
    Pinned: "Chosen by the shop";
    Add: "Add to cart";
    Adding: "Adding …";
    Added: "In the cart";
    AddFailed: "Try again";
    IsAdded: "{} is in the cart.";
    IsNotAdded: "{} could not be put into the cart.";
}

/// The kind of the files of other languages, see [`texts`].
pub const WORDS: &str = "words";
/// The kind of the file that has the English phrases of parts.
pub const PARTS_IN_ENGLISH: &str = "parts";

/// The phrase in the language of `locale`; English where that is not there.
pub fn word(locale: &str, word: Word) -> &'static str {
    let at = word as usize;
    fetched(locale, at).or_else(|| ENGLISH.split('\n').nth(at)).unwrap_or_default()
}

/// A phrase of a part in the language of `locale`; English where that is not there.
pub fn part_word(locale: &str, word: PartWord) -> String {
    let at = word as usize;
    fetched(locale, COUNT + at)
        .or_else(|| texts::line(PARTS_IN_ENGLISH, "en", at))
        .unwrap_or_default()
        .to_owned()
}

/// The same with `text` put in.
pub fn part_phrase(locale: &str, word: PartWord, text: &str) -> String {
    fill(&part_word(locale, word), text)
}

/// A phrase of the part `seldom` in the language of `locale`; English where that is not there.
#[inline(never)]
pub fn seldom_word(locale: &str, word: SeldomWord) -> &'static str {
    let at = word as usize;
    fetched(locale, COUNT + PARTS + at).or_else(|| SELDOM_IN_ENGLISH.split('\n').nth(at)).unwrap_or_default()
}

/// A phrase about letters in the language of `locale`, with `text` put in; English where that is not there.
#[inline(never)]
pub fn text_phrase(locale: &str, word: TextWord, text: &str) -> String {
    let at = word as usize;
    let words = fetched(locale, COUNT + PARTS + SELDOM + at).or_else(|| TEXT_IN_ENGLISH.split('\n').nth(at));
    fill(words.unwrap_or_default(), text)
}

/// A phrase about a closer look in the language of `locale`; English where that is not there.
#[inline(never)]
pub fn lens_word(locale: &str, word: LensWord) -> &'static str {
    let at = word as usize;
    let words = fetched(locale, COUNT + PARTS + SELDOM + TEXT + at);
    words.or_else(|| LENS_IN_ENGLISH.split('\n').nth(at)).unwrap_or_default()
}

/// A phrase about what a merchant wants in the language of `locale`, with `text` put in; English where that is not there.
#[inline(never)]
pub fn merchant_word(locale: &str, word: MerchantWord, text: &str) -> String {
    let at = word as usize;
    let words = fetched(locale, COUNT + PARTS + SELDOM + TEXT + LENS + at)
        .or_else(|| MERCHANT_IN_ENGLISH.split('\n').nth(at));
    fill(words.unwrap_or_default(), text)
}

/// A phrase about rules in the language of `locale`; English where that is not there.
pub fn rule_phrase(locale: &str, phrase: Phrase) -> &'static str {
    fetched(locale, COUNT + PARTS + SELDOM + TEXT + LENS + MERCHANT + phrase as usize)
        .unwrap_or_else(|| phrase.english())
}

/// A line of the file of a language.
fn fetched(locale: &str, line: usize) -> Option<&'static str> {
    texts::line(WORDS, texts::language(locale)?, line)
}

/// The phrase with `text` put in.
pub fn phrase(locale: &str, phrase: Word, text: &str) -> String {
    fill(word(locale, phrase), text)
}

/// Whether `locale` is written from right to left.
pub fn is_rtl(locale: &str) -> bool {
    matches!(language_of(locale), "ar" | "he" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb")
}

/// `rtl` or `ltr`, for the attribute `dir`.
pub fn direction(locale: &str) -> &'static str {
    if is_rtl(locale) { "rtl" } else { "ltr" }
}
