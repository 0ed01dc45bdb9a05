//! Options where letters are typed, such as a monogram. In the widget all of it is in the part `text`, which products with such an option or with
//! fonts wait for ([`super::has_text`]).

use super::check::{Lost, position};
use super::{Amount, Color, Font, Id, Kind, ProductOption, Role};

use crate::diagnostics::{Diagnostics, unknown};
use crate::letters;
use crate::read::Read;
use crate::selection::Selection;
use crate::text::Text;
use crate::value::Value;

record! {
    /// What letters cost.
    pub struct TextPrice {
        /// For each character, in minor units.
        def per_char: Amount = Amount(0),
        /// Once, as soon as there is any text, in minor units.
        def once: Amount = Amount(0),
    }
}

record! {
    /// An option where letters are typed.
    pub struct TextFile {
        /// `text`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// The fewest characters, once there are any.
        def min_chars: i64 = 0,
        /// The most characters.
        req max_chars: i64,
        /// The characters allowed, as single ones and ranges: "A-Z0-9 .&". A hyphen stands first or last. Lower-case input becomes upper-case when only that is allowed.
        opt charset: String,
        /// The ids of fonts that may draw it; the first one does, where `font_by` names no other.
        def fonts: Vec<Id> = Vec::new(),
        /// The option whose choices name the font.
        opt font_by: Id,
        /// The colour of the letters.
        opt color: Color,
        /// The option whose colour the letters take.
        opt paint: Id,
        /// What the letters cost.
        opt price: TextPrice,
    }
}

/// Letters.
#[derive(Clone, Debug, PartialEq)]
pub struct TextOption {
    /// The fewest characters, once there are any.
    pub min_chars: usize,
    /// The most characters.
    pub max_chars: usize,
    /// The characters allowed, as inclusive ranges; empty allows all but control characters.
    pub charset: Vec<(char, char)>,
    /// The set as the merchant wrote it, for messages.
    pub charset_text: String,
    /// The ids of the fonts, as written; checked to exist.
    pub font_ids: Vec<Id>,
    /// The font that draws it, as a position in the product's fonts, where no pick says another.
    pub font: Option<usize>,
    /// The option whose choices name the font, as written.
    pub font_by_id: Option<Id>,
    /// By choice of an option (a position), the font: a position in the product's fonts.
    pub font_by: Option<(usize, Vec<Option<usize>>)>,
    /// The colour of the letters.
    pub color: Option<Color>,
    /// The option whose colour the letters take, as written.
    pub paint_id: Option<Id>,
    /// The same as a position.
    pub paint: Option<usize>,
    /// What a character costs, in minor units.
    pub per_char: i64,
    /// What any text at all costs, in minor units.
    pub once: i64,
    /// The limits as the file has them, for checking.
    pub(super) limits: (i64, i64),
}

/// Why a text cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// Fewer characters than must be.
    TooShort(usize),
    /// More characters than can be.
    TooLong(usize),
    /// A character that is not allowed.
    NotAllowed(char),
}

impl TextOption {
    /// The font that draws it with what is picked.
    #[inline(never)]
    pub fn font(&self, selection: &Selection) -> Option<usize> {
        let by = self.font_by.as_ref().and_then(|(option, fonts)| *fonts.get(selection.choice(*option)?)?);
        by.or(self.font)
    }

    /// Whether `c` may be used.
    pub fn allows(&self, c: char) -> bool {
        if self.charset.is_empty() {
            return !c.is_control();
        }
        self.charset.iter().any(|(from, to)| (*from..=*to).contains(&c))
    }

    /// What was typed, with letters in the case that is allowed and without space at both ends, and the first thing wrong with it.
    #[inline(never)]
    pub fn clean(&self, typed: &str) -> (String, Option<TextProblem>) {
        let mut clean = String::new();
        let mut problem = None;
        // Foreign text can be of any length: what lies far beyond the limit is not looked at.
        for c in typed.trim().chars().take(self.max_chars + 200) {
            if self.allows(c) {
                clean.push(c);
                continue;
            }
            let other_case = [letters::upper_text(c), letters::lower(c).to_string()];
            if let Some(other) = other_case.into_iter().find(|s| s.chars().all(|c| self.allows(c))) {
                clean.push_str(&other);
            } else {
                problem.get_or_insert(TextProblem::NotAllowed(c));
                clean.push(c);
            }
        }
        let count = clean.chars().count();
        if count > self.max_chars {
            problem.get_or_insert(TextProblem::TooLong(self.max_chars));
        } else if count > 0 && count < self.min_chars {
            problem.get_or_insert(TextProblem::TooShort(self.min_chars));
        }
        (clean, problem)
    }
}

/// Reads "A-Z0-9 &-" into ranges. `None` when a range runs backwards.
fn ranges(charset: &str) -> Option<Vec<(char, char)>> {
    let chars: Vec<char> = charset.chars().collect();
    let mut list = Vec::new();
    let mut rest = chars.as_slice();
    while let [first, after @ ..] = rest {
        rest = match after {
            ['-', last, after @ ..] => {
                if last < first {
                    return None;
                }
                list.push((*first, *last));
                after
            }
            _ => {
                list.push((*first, *first));
                after
            }
        };
    }
    Some(list)
}

impl From<TextFile> for ProductOption {
    fn from(file: TextFile) -> Self {
        let charset_text = file.charset.unwrap_or_default();
        let price = file.price.unwrap_or(TextPrice { per_char: Amount(0), once: Amount(0) });
        let kind = Kind::Text(TextOption {
            min_chars: file.min_chars.clamp(0, 1000) as usize,
            max_chars: file.max_chars.clamp(1, 1000) as usize,
            // A set that cannot be read allows nothing; `check` reports it.
            charset: ranges(&charset_text).unwrap_or_else(|| vec![('\u{0}', '\u{0}')]),
            charset_text,
            font_ids: file.fonts,
            font: None,
            font_by_id: file.font_by,
            font_by: None,
            color: file.color,
            paint_id: file.paint,
            paint: None,
            per_char: price.per_char.0,
            once: price.once.0,
            limits: (file.min_chars, file.max_chars),
        });
        ProductOption::new(file.id, file.title, file.help, file.role, kind)
    }
}

/// Reads one.
#[inline(never)]
pub(super) fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<ProductOption> {
    TextFile::read(value, diagnostics).map(Into::into)
}

/// Checks limits, and finds its fonts and the option that colours it, by their `ids`.
#[inline(never)]
pub(super) fn check(
    text: &mut TextOption,
    fonts: &[Font],
    ids: &[Id],
    lost: Lost,
    diagnostics: &mut Diagnostics,
) {
    let (min, max) = text.limits;
    if !(1..=1000).contains(&max) || min < 0 || min > max {
        diagnostics.within("max_chars", |d| {
            d.error("expected 0 ≤ min_chars ≤ max_chars, and max_chars from 1 to 1000");
        });
    }
    if ranges(&text.charset_text).is_none() {
        diagnostics.within("charset", |d| d.error("a range runs backwards; write \"A-Z\", not \"Z-A\""));
    }
    diagnostics.within("fonts", |d| {
        for (index, id) in text.font_ids.iter().enumerate() {
            if !fonts.iter().any(|f| f.id == *id) && !lost.has("fonts", id.as_str()) {
                let names = fonts.iter().map(|f| f.id.as_str());
                d.at_index(index, |d| d.error(unknown("font", id.as_str(), names)));
            }
        }
    });
    text.font = text.font_ids.first().and_then(|id| fonts.iter().position(|f| f.id == *id));
    text.paint = text.paint_id.as_ref().and_then(|id| {
        let is_lost = lost.has("options", id.as_str());
        diagnostics
            .within("paint", |d| position("option", id.as_str(), ids.iter().map(Id::as_str), is_lost, d))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(charset: &str, min: i64, max: i64) -> TextOption {
        let value = Value::object([
            ("kind", Value::from("text")),
            ("id", Value::from("monogram")),
            ("charset", Value::from(charset)),
            ("min_chars", Value::from(min)),
            ("max_chars", Value::from(max)),
        ]);
        let file = TextFile::read(&value, &mut Diagnostics::new()).unwrap();
        match ProductOption::from(file).kind {
            Kind::Text(text) => text,
            _ => unreachable!(),
        }
    }

    #[test]
    fn letters_take_the_case_that_is_allowed() {
        let upper = option("A-Z", 0, 3);
        assert_eq!(upper.clean(" abc "), ("ABC".into(), None));
        assert_eq!(upper.clean("a1"), ("A1".into(), Some(TextProblem::NotAllowed('1'))));
        assert_eq!(upper.clean("ABCD").1, Some(TextProblem::TooLong(3)));
        assert_eq!(option("a-z", 2, 3).clean("A"), ("a".into(), Some(TextProblem::TooShort(2))));
        assert_eq!(option("a-z", 2, 3).clean(""), (String::new(), None));
        // ß has no single upper-case letter in A-Z, but SS is spelled with allowed ones.
        assert_eq!(upper.clean("ß"), ("SS".into(), None));
    }

    #[test]
    fn ranges_and_hyphens() {
        assert_eq!(ranges("A-C&-"), Some(vec![('A', 'C'), ('&', '&'), ('-', '-')]));
        assert_eq!(ranges("-A"), Some(vec![('-', '-'), ('A', 'A')]));
        assert_eq!(ranges("Z-A"), None);
        assert!(option("", 0, 5).allows('é') && !option("", 0, 5).allows('\n'));
    }
}
