//! Rules and reasons as sentences: the merchant's own, or made from the rule. What they are made of are [`Phrase`]s; the command says them in
//! English, the page in the shopper's language.

use super::{Change, Reason, Why};
use crate::cart;
use crate::number::Digits;
use crate::product::attributes::{Attribute, Datum, unscaled};
use crate::product::rule::{
    Compare, Condition, Entry, Limit, Order, Right, RuleKind, Side, Source, Sum, Wanted,
};
use crate::product::{Kind, Product};
use crate::scene::decimal;
use crate::selection::{Pick, Selection};

macro_rules! phrases {
    ($( $name:ident: $english:literal; )*) => {
        /// A piece of a sentence; `{0}`, `{1}` and `{2}` stand for what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum Phrase { $($name),* }

        impl Phrase {
            /// All of them, in order.
            pub const ALL: &[Phrase] = &[ $(Phrase::$name),* ];

            /// Its English words.
            pub fn english(self) -> &'static str {
                const WORDS: &[&str] = &[ $($english),* ];
                WORDS[self as usize]
            }
        }
    };
}

phrases! {
    Limits: "{0} takes {1} to {2} choices.";
    Never: "Never to be had.";
    NotWith: "Not with {0}.";
    And: " and ";
    Or: " or ";
    Together: " with ";
    Gone: "{0} is not asked for any more.";
    Now: "Now {0}.";
    From: "Complete from {0}";
    QuantityDiscount: "Quantity discount";
    Rounding: "Rounding";
    Anyway: "Press Enter to take it all the same.";
    Without: "no {0}";
    Nothing: "nothing";
    Range: "{0} to {1}";
    Needs: "{0} needs {1}.";
    Needed: "Needed is {0}.";
    GoesNot: "{0} does not go with {1}.";
    NotToBeHad: "Not to be had is {0}.";
    OnlyWith: "{0} is there only with {1}.";
    ComesWith: "{0} comes with {1}.";
    AtFirst: "At first there is {0}.";
    Combinations: "Not every combination of {0} is made.";
    Of: "{0} of {1}";
    Equal: "{0} must be {1}.";
    Unequal: "{0} must not be {1}.";
    Below: "{0} must be below {1}.";
    AtMost: "{0} must be at most {1}.";
    Above: "{0} must be above {1}.";
    AtLeast: "{0} must be at least {1}.";
    SumAtLeast: "{0} of {1} together must be at least {2}.";
    SumAtMost: "{0} of {1} together must be at most {2}.";
}

/// A template with its gaps filled.
fn fill(template: &str, with: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (gap, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(gap.parse().ok().and_then(|gap: usize| with.get(gap)).copied().unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Says things about a product in a language.
#[derive(Clone, Copy)]
pub struct Speaker<'p> {
    /// The product.
    pub product: &'p Product,
    /// The language of titles and of the merchant's sentences.
    pub language: &'p str,
    /// The language to fall back to.
    pub fallback: &'p str,
    /// The words of a phrase.
    pub phrase: fn(&str, Phrase) -> &'static str,
}

/// `source` in English; titles are in `language`.
pub fn sentence(product: &Product, source: Source, language: &str) -> String {
    Speaker { product, language, fallback: "en", phrase: |_, phrase| phrase.english() }.sentence(source)
}

/// A reason in English; titles are in `language`.
pub fn reason_sentence(product: &Product, selection: &Selection, reason: &Reason, language: &str) -> String {
    Speaker { product, language, fallback: "en", phrase: |_, phrase| phrase.english() }
        .reason(selection, reason)
}

/// A change in English, with why; titles are in `language`.
pub fn change_sentence(product: &Product, change: &Change, language: &str) -> String {
    Speaker { product, language, fallback: "en", phrase: |_, phrase| phrase.english() }.changes(&[change])
}

impl Speaker<'_> {
    fn say(&self, phrase: Phrase, with: &[&str]) -> String {
        fill((self.phrase)(self.language, phrase), with)
    }

    /// What `source` says: the merchant's own sentence, or one made from the rule.
    #[inline(never)]
    pub fn sentence(&self, source: Source) -> String {
        match source {
            Source::Limits(option) => match self.product.options.get(option).map(|option| &option.kind) {
                Some(Kind::Multi(multi)) => {
                    self.say(Phrase::Limits, &[self.title(option), &multi.min.digits(), &multi.max.digits()])
                }
                _ => String::new(),
            },
            Source::Shown(option) => {
                let rules = self.product.shows.iter().find(|(shown, _)| *shown == option);
                let each = rules.into_iter().flat_map(|(_, rules)| rules);
                each.map(|rule| self.rule(*rule)).collect::<Vec<_>>().join(" ")
            }
            Source::Rule(rule) => self.rule(rule),
        }
    }

    /// A reason in a sentence or a few.
    pub fn reason(&self, selection: &Selection, reason: &Reason) -> String {
        let mut picks: Vec<String> = Vec::new();
        for touch in &reason.picks {
            let pick = selection.asleep(touch.option).or_else(|| selection.pick(touch.option));
            let text = self.picked(touch.option, pick);
            if !picks.contains(&text) {
                picks.push(text);
            }
        }
        let mut out = match picks.is_empty() {
            true => self.say(Phrase::Never, &[]),
            false => self.say(Phrase::NotWith, &[&self.join(&picks, Phrase::And)]),
        };
        self.add(&reason.sources, &mut out);
        out
    }

    /// Changes in sentences, with why. What follows each other for the same reason is one sentence, and each reason is said once.
    #[inline(never)]
    pub fn changes(&self, changes: &[&Change]) -> String {
        let mut out = String::new();
        let with_why: Vec<(Vec<String>, &Change)> =
            changes.iter().map(|change| (self.why(&change.why), *change)).collect();
        for alike in with_why.chunk_by(|(one, _), (next, _)| one == next) {
            let is_gone = |change: &Change| change.after == Pick::Hidden;
            let gone = alike.iter().filter(|(_, change)| is_gone(change));
            let now = alike.iter().filter(|(_, change)| !is_gone(change));
            let now: Vec<String> =
                now.map(|(_, change)| self.picked(change.option, Some(&change.after))).collect();
            let mut said: Vec<String> =
                gone.map(|(_, change)| self.say(Phrase::Gone, &[self.title(change.option)])).collect();
            if !now.is_empty() {
                said.push(self.say(Phrase::Now, &[&now.join("; ")]));
            }
            said.extend_from_slice(&alike[0].0);
            for sentence in said {
                if !out.contains(&sentence) {
                    out.push(' ');
                    out.push_str(&sentence);
                }
            }
        }
        out.trim_start().to_owned()
    }

    /// What made a change, sentence by sentence.
    fn why(&self, why: &Why) -> Vec<String> {
        let rules = |rules: &[usize]| rules.iter().map(|rule| self.rule(*rule)).collect();
        match why {
            Why::Rules(sources) => sources.iter().map(|source| self.sentence(*source)).collect(),
            Why::Shown(shown) => rules(shown),
            Why::Default(rule) => rules(rule.as_slice()),
        }
    }

    /// What is picked in these options now, in one sentence; nothing where there are none.
    pub fn now(&self, options: &[usize], selection: &Selection) -> String {
        let picked = |option: &usize| self.picked(*option, selection.pick(*option));
        let list: Vec<String> = options.iter().map(picked).collect();
        if list.is_empty() { String::new() } else { self.say(Phrase::Now, &[&list.join("; ")]) }
    }

    /// Adds what `sources` say, each sentence once.
    fn add(&self, sources: &[Source], out: &mut String) {
        for source in sources {
            let sentence = self.sentence(*source);
            if !out.contains(&sentence) {
                out.push(' ');
                out.push_str(&sentence);
            }
        }
    }

    fn join(&self, list: &[String], between: Phrase) -> String {
        list.join((self.phrase)(self.language, between))
    }

    fn title(&self, option: usize) -> &str {
        self.product.options.get(option).map_or("", |option| option.title.get(self.language, self.fallback))
    }

    fn choice(&self, option: usize, choice: usize) -> String {
        let choices = self.product.options.get(option).and_then(|option| option.kind.choices());
        choices.and_then(|choices| choices.get(choice)).map_or_else(String::new, |choice| {
            match &choice.title {
                Some(title) => title.get(self.language, self.fallback).to_owned(),
                None => choice.id.as_str().to_owned(),
            }
        })
    }

    /// "Collar: Wing", "Engraved".
    fn picked(&self, option: usize, pick: Option<&Pick>) -> String {
        let title = self.title(option);
        match pick {
            Some(Pick::Toggle(true)) | None => title.to_owned(),
            Some(Pick::Toggle(false)) => self.say(Phrase::Without, &[title]),
            Some(pick) => {
                let text = cart::text_of(self.product, option, pick, self.language, self.fallback);
                let text = if text.is_empty() { self.say(Phrase::Nothing, &[]) } else { text };
                [title, ": ", &text].concat()
            }
        }
    }

    fn entry(&self, entry: &Entry) -> String {
        let title = self.title(entry.option);
        let names: Vec<String> = match &entry.wanted {
            Wanted::Toggle(true) => return title.to_owned(),
            Wanted::Toggle(false) => return self.say(Phrase::Without, &[title]),
            Wanted::Choices(choices) => {
                choices.iter().map(|choice| self.choice(entry.option, *choice)).collect()
            }
            Wanted::Steps(ranges) => {
                let Some((steps, _)) = self.product.options[entry.option].kind.numbers() else {
                    return title.to_owned();
                };
                let range = |(first, last): &(u32, u32)| match first == last {
                    true => steps.text(*first),
                    false => self.say(Phrase::Range, &[&steps.text(*first), &steps.text(*last)]),
                };
                ranges.iter().map(range).collect()
            }
        };
        [title, ": ", &self.join(&names, Phrase::Or)].concat()
    }

    fn all(&self, condition: &Condition, between: Phrase) -> String {
        let entries: Vec<String> = condition.0.iter().map(|entry| self.entry(entry)).collect();
        self.join(&entries, between)
    }

    fn rule(&self, rule: usize) -> String {
        let Some(rule) = self.product.rules.get(rule) else { return String::new() };
        if let Some(because) = &rule.because {
            return because.get(self.language, self.fallback).to_owned();
        }
        let titles = |options: &[usize]| {
            options.iter().map(|option| self.title(*option)).collect::<Vec<_>>().join(", ")
        };
        let with = |when: &Condition, phrase: Phrase, otherwise: Phrase, then: String| match when.0.is_empty()
        {
            true => self.say(otherwise, &[&then]),
            false => self.say(phrase, &[&self.all(when, Phrase::Together), &then]),
        };
        match &rule.kind {
            RuleKind::Require(rule) => {
                with(&rule.when, Phrase::Needs, Phrase::Needed, self.all(&rule.then, Phrase::And))
            }
            RuleKind::RequireAny(rule) => {
                with(&rule.when, Phrase::Needs, Phrase::Needed, self.all(&rule.then, Phrase::Or))
            }
            RuleKind::Exclude(rule) => {
                with(&rule.when, Phrase::GoesNot, Phrase::NotToBeHad, self.all(&rule.then, Phrase::Or))
            }
            RuleKind::Show(when, options) => {
                self.say(Phrase::OnlyWith, &[&titles(options), &self.all(when, Phrase::And)])
            }
            RuleKind::Default(rule) => {
                let picks: Vec<String> =
                    rule.picks.iter().map(|(option, pick)| self.picked(*option, Some(pick))).collect();
                with(&rule.when, Phrase::ComesWith, Phrase::AtFirst, self.join(&picks, Phrase::And))
            }
            RuleKind::Table(table) => self.say(Phrase::Combinations, &[&titles(&table.options)]),
            RuleKind::Compare(compare) => self.compare(compare),
            RuleKind::Sum(sum) => self.sum(sum),
        }
    }

    fn side(&self, side: &Side) -> String {
        match &side.attribute {
            Some(attribute) => self.say(Phrase::Of, &[attribute, self.title(side.option)]),
            None => self.title(side.option).to_owned(),
        }
    }

    fn compare(&self, rule: &Compare) -> String {
        let right = match &rule.right {
            Right::Side(side) => self.side(side),
            Right::Value(Attribute(list)) => {
                self.join(&list.iter().map(datum).collect::<Vec<_>>(), Phrase::Or)
            }
        };
        let order = match rule.order {
            Order::Equal => Phrase::Equal,
            Order::Unequal => Phrase::Unequal,
            Order::Less => Phrase::Below,
            Order::AtMost => Phrase::AtMost,
            Order::More => Phrase::Above,
            Order::AtLeast => Phrase::AtLeast,
        };
        self.say(order, &[&self.side(&rule.left), &right])
    }

    fn sum(&self, rule: &Sum) -> String {
        let limit = |limit: &Limit| match limit {
            Limit::Number(number) => decimal(unscaled(*number)),
            Limit::Of(side) => self.side(side),
        };
        let of: Vec<&str> = rule.of.iter().map(|option| self.title(*option)).collect();
        let of = of.join(", ");
        let bound = |phrase: Phrase, bound: &Limit| self.say(phrase, &[&rule.attribute, &of, &limit(bound)]);
        let least = rule.at_least.as_ref().map(|least| bound(Phrase::SumAtLeast, least));
        let most = rule.at_most.as_ref().map(|most| bound(Phrase::SumAtMost, most));
        least.into_iter().chain(most).collect::<Vec<_>>().join(" ")
    }
}

fn datum(datum: &Datum) -> String {
    match datum {
        Datum::Number(number) => decimal(unscaled(*number)),
        Datum::Text(text) => text.clone(),
        Datum::Flag(flag) => flag.to_string(),
    }
}
