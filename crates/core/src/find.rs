//! Finding choices among hundreds: by words of their names, and by facets. In the part `grid` of the widget.

use crate::letters;
use crate::packed::Facets;
use crate::product::Choice;
use std::rc::Rc;

/// `text` for comparing: lower case, without marks on letters, and with one space between words.
pub fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match fold(letters::lower(c)) {
            "" if c.is_ascii() && !c.is_ascii_alphanumeric() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            // A mark that stands by itself, as systems of Apple write it, or over an Arabic letter.
            "" if matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}') => {}
            "" => out.push(letters::lower(c)),
            plain => out.push_str(plain),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// An id as people write it: "off-white" is "Off white".
pub fn spoken(id: &str) -> String {
    let mut out = String::new();
    for c in id.chars() {
        let c = if matches!(c, '-' | '_') { ' ' } else { c };
        out.push(if out.is_empty() { c.to_ascii_uppercase() } else { c });
    }
    out
}

/// The plain letters of a lower-case letter with marks, of Latin-1 and Extended-A, Greek and Arabic alef; empty for all others.
fn fold(c: char) -> &'static str {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ά' => "α",
        'έ' => "ε",
        'ή' => "η",
        'ί' | 'ϊ' | 'ΐ' => "ι",
        'ό' => "ο",
        'ύ' | 'ϋ' | 'ΰ' => "υ",
        'ώ' => "ω",
        'ς' => "σ",
        'ё' => "е",
        'أ' | 'إ' | 'آ' => "ا",
        _ => "",
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// Words, as they were typed.
    pub words: String,
    /// Facets with values: of one facet any of the values, of each facet that is named one.
    pub facets: Vec<(String, Vec<String>)>,
}

impl Wish {
    /// Takes a value in, or out where it is in.
    pub fn toggle(&mut self, facet: &str, value: &str) {
        let at = match self.facets.iter().position(|(name, _)| name == facet) {
            Some(at) => at,
            None => {
                self.facets.push((facet.to_owned(), Vec::new()));
                self.facets.len() - 1
            }
        };
        let values = &mut self.facets[at].1;
        match values.iter().position(|own| own == value) {
            Some(own) => drop(values.remove(own)),
            None => values.push(value.to_owned()),
        }
        if values.is_empty() {
            self.facets.remove(at);
        }
    }

    /// Whether a value is in.
    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.facets.iter().any(|(name, values)| name == facet && values.iter().any(|own| own == value))
    }
}

/// Choices, ready to be looked through.
pub struct Finder {
    /// By choice: all words that it is found by.
    words: Vec<String>,
    /// By choice: its facets.
    facets: Vec<Facets>,
}

impl Finder {
    /// Of `choices`, with their titles in the shopper's language, and with what values of facets are called.
    pub fn new<'a>(
        choices: &[Rc<Choice>],
        mut titles: impl Iterator<Item = &'a str>,
        name: &dyn Fn(&str) -> String,
    ) -> Finder {
        let (mut words, mut facets) = (Vec::new(), Vec::new());
        for choice in choices {
            let mut text = titles.next().unwrap_or_default().to_owned();
            text.extend([" ", choice.id.as_str()]);
            for (_, value) in choice.facets.iter() {
                text.extend([" ", &name(value), " ", value]);
            }
            words.push(folded(&text));
            facets.push(choice.facets.clone());
        }
        Finder { words, facets }
    }

    /// The choices that are looked for, in order. A word fits where one begins with it.
    pub fn find(&self, wish: &Wish) -> Vec<usize> {
        let typed = folded(&wish.words);
        let has = |at: usize, word: &str| self.words[at].split(' ').any(|own| own.starts_with(word));
        let fits = |at: &usize| {
            typed.split(' ').all(|word| word.is_empty() || has(*at, word))
                && wish.facets.iter().all(|(facet, values)| {
                    self.facets[*at]
                        .iter()
                        .any(|(own, value)| own == facet && values.iter().any(|wanted| wanted == value))
                })
        };
        (0..self.words.len()).filter(fits).collect()
    }

    /// Whether the choice at `choice` has a value.
    pub fn has(&self, choice: usize, facet: &str, value: &str) -> bool {
        self.facets.get(choice).is_some_and(|own| own.iter().any(|(name, had)| name == facet && had == value))
    }

    /// Facets and their values, in the order in which they are first named, with how many choices have each. A facet that has the same value
    /// everywhere says nothing.
    pub fn groups(&self) -> Vec<(&str, Vec<(&str, usize)>)> {
        let mut groups: Vec<(&str, Vec<(&str, usize)>)> = Vec::new();
        for (facet, value) in self.facets.iter().flat_map(Facets::iter) {
            let at = match groups.iter().position(|(name, _)| *name == facet) {
                Some(at) => at,
                None => {
                    groups.push((facet, Vec::new()));
                    groups.len() - 1
                }
            };
            let values = &mut groups[at].1;
            match values.iter_mut().find(|(own, _)| *own == value) {
                Some((_, count)) => *count += 1,
                None => values.push((value, 1)),
            }
        }
        groups.retain(|(_, values)| values.len() > 1);
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::read::Read;
    use crate::value::Value;

    fn finder() -> Finder {
        let choice = |id: &str, color: &str, pattern: &str| {
            let facets = Value::object([("color", Value::from(color)), ("pattern", Value::from(pattern))]);
            let value = Value::object([("id", Value::from(id)), ("facets", facets)]);
            Rc::new(Choice::read(&value, &mut Diagnostics::new()).unwrap())
        };
        let choices = [
            choice("damask-navy", "navy", "damask"),
            choice("damask-rose", "rose", "damask"),
            choice("check-navy", "navy", "check"),
        ];
        let titles = ["Château Nuit", "Château Rosé", "Karo GROẞ"];
        Finder::new(&choices, titles.into_iter(), &|value| {
            if value == "navy" { "Marineblau".to_owned() } else { value.to_owned() }
        })
    }

    fn words(words: &str) -> Vec<usize> {
        finder().find(&Wish { words: words.to_owned(), facets: Vec::new() })
    }

    #[test]
    fn words_are_found_without_marks_and_in_any_case() {
        assert_eq!(words(""), [0, 1, 2]);
        assert_eq!(words("  CHATEAU  "), [0, 1]);
        assert_eq!(words("rosé"), [1]);
        assert_eq!(words("rose\u{301}"), [1]);
        assert_eq!(words("gross"), [2]);
        assert_eq!(words("nuit châ"), [0], "all words, in any order, by their beginnings");
        assert_eq!(words("uit"), [] as [usize; 0], "not from the middle");
        assert_eq!(words("marine"), [0, 2], "by what facets are called");
        assert_eq!(words("damask-navy"), [0], "by the id");
        assert_eq!(spoken("off-white_x"), "Off white x");
        assert_eq!(folded("Ёлка  Ωμέγα, أحمر!"), "елка ωμεγα احمر");
    }

    #[test]
    fn values_of_a_facet_are_alternatives_and_facets_go_together() {
        let finder = finder();
        let mut wish = Wish::default();
        wish.toggle("color", "navy");
        assert_eq!(finder.find(&wish), [0, 2]);
        wish.toggle("color", "rose");
        assert_eq!(finder.find(&wish), [0, 1, 2]);
        wish.toggle("pattern", "damask");
        assert_eq!(finder.find(&wish), [0, 1]);
        assert!(wish.has("color", "rose") && !wish.has("pattern", "rose"));
        wish.toggle("color", "navy");
        wish.toggle("color", "rose");
        wish.toggle("pattern", "damask");
        assert_eq!(wish, Wish::default());
        assert_eq!(
            finder.groups(),
            [("color", vec![("navy", 2), ("rose", 1)]), ("pattern", vec![("damask", 2), ("check", 1)])]
        );
    }
}
