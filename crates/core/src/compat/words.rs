//! Rules and reasons as English sentences, for the command and for messages about claims. The page has words of its own, in more languages.

use super::{Change, Reason, Why};
use crate::cart;
use crate::product::attributes::{Attribute, Datum, unscaled};
use crate::product::rule::{
    Compare, Condition, Entry, Limit, Order, Right, RuleKind, Side, Source, Sum, Wanted,
};
use crate::product::{Kind, Product};
use crate::scene::decimal;
use crate::selection::{Pick, Selection};

/// What `source` says: the merchant's own sentence, or one made from the rule. Titles are in `language`.
pub fn sentence(product: &Product, source: Source, language: &str) -> String {
    let words = Words { product, language };
    match source {
        Source::Limits(option) => match product.options.get(option).map(|option| &option.kind) {
            Some(Kind::Multi(multi)) => {
                format!("{} takes {} to {} choices.", words.title(option), multi.min, multi.max)
            }
            _ => String::new(),
        },
        Source::Shown(option) => {
            let rules = product.shows.iter().find(|(shown, _)| *shown == option);
            let each = rules.into_iter().flat_map(|(_, rules)| rules);
            each.map(|rule| words.rule(*rule)).collect::<Vec<_>>().join(" ")
        }
        Source::Rule(rule) => words.rule(rule),
    }
}

/// A reason in a sentence or a few.
pub fn reason_sentence(product: &Product, selection: &Selection, reason: &Reason, language: &str) -> String {
    let words = Words { product, language };
    let mut picks: Vec<String> = Vec::new();
    for touch in &reason.picks {
        let pick = selection.asleep(touch.option).or_else(|| selection.pick(touch.option));
        let text = words.picked(touch.option, pick);
        if !picks.contains(&text) {
            picks.push(text);
        }
    }
    let mut out = String::from(if picks.is_empty() { "Never to be had." } else { "Not with " });
    if !picks.is_empty() {
        out.push_str(&picks.join(" and "));
        out.push('.');
    }
    for source in &reason.sources {
        out.push(' ');
        out.push_str(&sentence(product, *source, language));
    }
    out
}

/// A change in a sentence, with why.
pub fn change_sentence(product: &Product, change: &Change, language: &str) -> String {
    let words = Words { product, language };
    let mut out = match &change.after {
        Pick::Hidden => format!("{} is not asked for any more.", words.title(change.option)),
        after => format!("Now {}.", words.picked(change.option, Some(after))),
    };
    let sources: Vec<Source> = match &change.why {
        Why::Rules(sources) => sources.clone(),
        Why::Shown(rules) => rules.iter().map(|rule| Source::Rule(*rule)).collect(),
        Why::Default(rule) => rule.iter().map(|rule| Source::Rule(*rule)).collect(),
    };
    for source in sources {
        out.push(' ');
        out.push_str(&sentence(product, source, language));
    }
    out
}

struct Words<'p> {
    product: &'p Product,
    language: &'p str,
}

impl Words<'_> {
    fn title(&self, option: usize) -> &str {
        self.product.options.get(option).map_or("", |option| option.title.get(self.language, "en"))
    }

    fn choice(&self, option: usize, choice: usize) -> &str {
        let choices = self.product.options.get(option).and_then(|option| option.kind.choices());
        choices.and_then(|choices| choices.get(choice)).map_or("", |choice| match &choice.title {
            Some(title) => title.get(self.language, "en"),
            None => choice.id.as_str(),
        })
    }

    /// "Collar: Wing", "Engraved".
    fn picked(&self, option: usize, pick: Option<&Pick>) -> String {
        let title = self.title(option);
        match pick {
            Some(Pick::Toggle(true)) => title.to_owned(),
            Some(Pick::Toggle(false)) => format!("no {title}"),
            Some(pick) => {
                let text = cart::text_of(self.product, option, pick, self.language, "en");
                format!("{title}: {}", if text.is_empty() { "nothing" } else { &text })
            }
            None => title.to_owned(),
        }
    }

    fn entry(&self, entry: &Entry) -> String {
        let title = self.title(entry.option);
        match &entry.wanted {
            Wanted::Toggle(true) => title.to_owned(),
            Wanted::Toggle(false) => format!("no {title}"),
            Wanted::Choices(choices) => {
                let names: Vec<&str> =
                    choices.iter().map(|choice| self.choice(entry.option, *choice)).collect();
                format!("{title}: {}", names.join(" or "))
            }
            Wanted::Steps(ranges) => {
                let Some((steps, _)) = self.product.options[entry.option].kind.numbers() else {
                    return title.to_owned();
                };
                let range = |(first, last): &(u32, u32)| match first == last {
                    true => steps.text(*first),
                    false => format!("{} to {}", steps.text(*first), steps.text(*last)),
                };
                format!("{title}: {}", ranges.iter().map(range).collect::<Vec<_>>().join(" or "))
            }
        }
    }

    fn all(&self, condition: &Condition, between: &str) -> String {
        condition.0.iter().map(|entry| self.entry(entry)).collect::<Vec<_>>().join(between)
    }

    fn rule(&self, rule: usize) -> String {
        let Some(rule) = self.product.rules.get(rule) else { return String::new() };
        if let Some(because) = &rule.because {
            return because.get(self.language, "en").to_owned();
        }
        let titles = |options: &[usize]| {
            options.iter().map(|option| self.title(*option)).collect::<Vec<_>>().join(", ")
        };
        let with = |when: &Condition, needs: &str, otherwise: &str, then: String| match when.0.is_empty() {
            true => format!("{otherwise}{then}."),
            false => format!("{} {needs} {then}.", self.all(when, " with ")),
        };
        match &rule.kind {
            RuleKind::Require(rule) => with(&rule.when, "needs", "Needed is ", self.all(&rule.then, " and ")),
            RuleKind::RequireAny(rule) => {
                with(&rule.when, "needs", "Needed is ", self.all(&rule.then, " or "))
            }
            RuleKind::Exclude(rule) => {
                with(&rule.when, "does not go with", "Not to be had is ", self.all(&rule.then, " or "))
            }
            RuleKind::Show(when, options) => {
                format!("{} is there only with {}.", titles(options), self.all(when, " and "))
            }
            RuleKind::Default(rule) => {
                let picks = rule.picks.iter().map(|(option, pick)| self.picked(*option, Some(pick)));
                with(&rule.when, "comes with", "At first there is ", picks.collect::<Vec<_>>().join(" and "))
            }
            RuleKind::Table(table) => format!("Not every combination of {} is made.", titles(&table.options)),
            RuleKind::Compare(compare) => self.compare(compare),
            RuleKind::Sum(sum) => self.sum(sum),
        }
    }

    fn side(&self, side: &Side) -> String {
        match &side.attribute {
            Some(attribute) => format!("{attribute} of {}", self.title(side.option)),
            None => self.title(side.option).to_owned(),
        }
    }

    fn compare(&self, rule: &Compare) -> String {
        let right = match &rule.right {
            Right::Side(side) => self.side(side),
            Right::Value(Attribute(list)) => list.iter().map(datum).collect::<Vec<_>>().join(" or "),
        };
        let order = match rule.order {
            Order::Equal => "must be",
            Order::Unequal => "must not be",
            Order::Less => "must be below",
            Order::AtMost => "must be at most",
            Order::More => "must be above",
            Order::AtLeast => "must be at least",
        };
        format!("{} {order} {right}.", self.side(&rule.left))
    }

    fn sum(&self, rule: &Sum) -> String {
        let limit = |limit: &Limit| match limit {
            Limit::Number(number) => decimal(unscaled(*number)),
            Limit::Of(side) => self.side(side),
        };
        let least = rule.at_least.as_ref().map(|least| format!("at least {}", limit(least)));
        let most = rule.at_most.as_ref().map(|most| format!("at most {}", limit(most)));
        let limits: Vec<String> = least.into_iter().chain(most).collect();
        let of: Vec<&str> = rule.of.iter().map(|option| self.title(*option)).collect();
        format!("{} of {} together must be {}.", rule.attribute, of.join(", "), limits.join(" and "))
    }
}

fn datum(datum: &Datum) -> String {
    match datum {
        Datum::Number(number) => decimal(unscaled(*number)),
        Datum::Text(text) => text.clone(),
        Datum::Flag(flag) => flag.to_string(),
    }
}
