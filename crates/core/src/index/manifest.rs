//! What stands at the head of an index.

use crate::value::Value;

/// How rows are added up; learned from the shop's own events. Everything is relative to the strengths in the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method {
    /// So many different items of a history count, from the latest.
    pub depth: u32,
    /// What an item counts beside the one after it: from 0 to 1.
    pub decay: f64,
    /// What an item of the history itself gets, in mean strongest neighbours; 0 where shoppers do not come back to things.
    pub repeat: f64,
    /// The same of the latest item, as a factor: it is what the shopper looks at already.
    pub repeat_latest: f64,
    /// What the repeat of an item counts beside that of the one after it.
    pub repeat_decay: f64,
    /// How much an item's own habit of being repeated counts.
    pub own: f64,
    /// The mean strongest neighbour of a row, each row as often as its item occurs.
    pub mean: f64,
}

/// The head of an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// How many items it knows.
    pub items: u32,
    /// How many shards there are: see [`super::shard_of`].
    pub shards: u32,
    /// The first eight bytes of the SHA-256 over all shards in order, as hexadecimal digits. It is part of their addresses, so that no cache mixes two
    /// builds.
    pub build: String,
    /// How rows are added up.
    pub method: Method,
    /// The most popular items, the first the most popular: for shoppers of whom nothing is known.
    pub popular: Vec<u32>,
    /// The ISO 4217 code of the prices on cards; where it is left out there are no cards, and pages have a catalogue.
    pub currency: Option<String>,
    /// What the merchant wants of all strips, as the catalogue that the cards are from has it: see [`crate::recommend::merchant`].
    pub rules: Option<Value>,
}

/// So many cards are in one file, in the order of numbers.
pub const CARDS: u32 = 32;

/// The names of the method's numbers, in the order of the file.
const NUMBERS: [&str; 7] = ["depth", "decay", "repeat", "repeat_latest", "repeat_decay", "own", "mean"];

impl Manifest {
    /// As it is written to `manifest.json`, besides facts about the build that nothing reads.
    pub fn to_value(&self) -> Value {
        let Method { depth, decay, repeat, repeat_latest, repeat_decay, own, mean } = self.method;
        let numbers = [f64::from(depth), decay, repeat, repeat_latest, repeat_decay, own, mean];
        let method =
            NUMBERS.iter().zip(numbers).map(|(name, number)| ((*name).into(), Value::Number(number)));
        let mut fields = vec![
            ("version".into(), Value::Number(1.0)),
            ("items".into(), Value::Number(f64::from(self.items))),
            ("shards".into(), Value::Number(f64::from(self.shards))),
            ("build".into(), Value::from(&*self.build)),
            ("method".into(), Value::Object(method.collect())),
            (
                "popular".into(),
                Value::Array(self.popular.iter().map(|number| Value::Number(f64::from(*number))).collect()),
            ),
        ];
        fields.extend(self.currency.as_deref().map(|code| ("currency".into(), Value::from(code))));
        fields.extend(self.rules.clone().map(|rules| ("rules".into(), rules)));
        Value::Object(fields)
    }

    /// Reads what [`Manifest::to_value`] wrote; `None` when it is something else, or of another version.
    pub fn from_value(value: &Value) -> Option<Manifest> {
        let whole = |name: &str| whole(value.get(name)?);
        let number = |name: &str| {
            let number = value.get("method")?.get(name)?.as_f64()?;
            (number.is_finite() && (0.0..=1e9).contains(&number)).then_some(number)
        };
        let build = value.get("build")?.as_str()?;
        let is_build = build.len() <= 64 && build.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (items, shards) = (whole("items")?, whole("shards")?);
        if whole("version")? != 1 || !is_build || shards == 0 {
            return None;
        }
        let popular = value.get("popular")?.as_array()?.iter().map(whole_of(items));
        Some(Manifest {
            items,
            shards,
            build: build.to_owned(),
            method: Method {
                depth: whole_number(number("depth")?)?,
                decay: number("decay")?,
                repeat: number("repeat")?,
                repeat_latest: number("repeat_latest")?,
                repeat_decay: number("repeat_decay")?,
                own: number("own")?,
                mean: number("mean")?,
            },
            popular: popular.collect::<Option<Vec<u32>>>()?,
            currency: value.get("currency").and_then(|code| code.as_str()).map(str::to_owned),
            rules: value.get("rules").cloned(),
        })
    }
}

fn whole(value: &Value) -> Option<u32> {
    whole_number(value.as_f64()?)
}

fn whole_number(number: f64) -> Option<u32> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

fn whole_of(items: u32) -> impl Fn(&Value) -> Option<u32> {
    move |value| whole(value).filter(|number| *number < items)
}
