//! The product file.

use super::amount;
use super::cnf::{MOST, On};
use super::found::Found;
use super::mapped::{self, Entry, Kind, Mapped, Picks};
use super::model::FeatureModel;
use super::names::Names;
use super::rules;
use haberdash_core::Value;
use haberdash_core::product::{Currency, MAX_AMOUNT};
use haberdash_core::rules::Solver;

/// What a file does not say of itself.
pub struct Head {
    /// Its name without folder and ending.
    pub name: String,
    /// The currency that was asked for.
    pub currency: Option<Currency>,
}

/// The product file that has as many valid selections as the model has configurations.
pub fn of_features(features: &FeatureModel, head: &Head, found: &mut Found) -> Value {
    let mut mapped = mapped::map(features, found);
    for constraint in &features.constraints {
        match mapped.space().clauses(&constraint.formula, true) {
            Ok(clauses) => {
                for clause in clauses {
                    mapped.add_clause(clause, constraint.because.as_deref());
                }
            }
            Err(_) => found.error(
                constraint.place,
                format!(
                    "this constraint would become more than {MOST} rules; write it as several smaller ones"
                ),
            ),
        }
    }
    rules::finish(&mut mapped);
    let currency =
        head.currency.clone().or_else(|| features.currency.as_deref().map(|code| Currency(code.into())));
    let has_prices = features.features.iter().any(|feature| feature.price.is_some());
    if has_prices && currency.is_none() {
        found.notice(
            None,
            "the file does not say which currency its prices are in: EUR is taken, --currency says another",
        );
    }
    let currency = currency.unwrap_or(Currency("EUR".into()));
    let base = prices(features, &mut mapped, &currency, found);
    let defaults = if found.has_errors() { None } else { defaults(&mapped, found) };
    let options = mapped.options.iter().map(|option| option_value(option, defaults.as_deref())).collect();
    let root = &features.features[0];
    let names = [features.name.as_str(), &root.title, &head.name];
    let title = names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or("Product");
    file(title, &currency, base, options, mapped.rules.list, Vec::new())
}

/// A product file of these parts.
pub fn file(
    title: &str,
    currency: &Currency,
    base: i64,
    options: Vec<Value>,
    rules: Vec<Value>,
    prices: Vec<Value>,
) -> Value {
    let mut fields = vec![
        ("version", Value::from(1_i64)),
        ("id", Names::default().take(title, "product").into()),
        ("title", title.trim().into()),
        ("currency", (&*currency.0).into()),
        ("base_price", base.into()),
        ("options", Value::Array(options)),
    ];
    for (name, list) in [("rules", rules), ("prices", prices)] {
        if !list.is_empty() {
            fields.push((name, Value::Array(list)));
        }
    }
    Value::object(fields)
}

/// Puts each feature's price where the feature went. The base price is what is always there.
fn prices(features: &FeatureModel, mapped: &mut Mapped, currency: &Currency, found: &mut Found) -> i64 {
    let mut base = 0;
    for (index, feature) in features.features.iter().enumerate() {
        let Some(text) = &feature.price else { continue };
        let Some((price, rounded)) = amount::minor_units(text, currency) else {
            found.error(
                feature.place,
                format!("the price of \"{}\", {text:?}, is no number that prices have", feature.name),
            );
            continue;
        };
        if rounded {
            let code = &currency.0;
            found.notice(
                feature.place,
                format!("the price of \"{}\", {text}, is rounded to what {code} has", feature.name),
            );
        }
        let sum = match mapped.on[index] {
            On::Never => continue,
            On::Always => &mut base,
            On::While { variable, value } => {
                let (option, entry) = mapped.entry(variable, value);
                &mut mapped.options[option].entries[entry].price
            }
        };
        *sum += price;
        if sum.abs() > MAX_AMOUNT {
            found.error(
                feature.place,
                format!("with \"{}\" the price becomes larger than prices may be", feature.name),
            );
            *sum = 0;
        }
    }
    base
}

/// With more variables than this no first selection is looked for: the search keeps what is left of each at every step.
const MOST_SEARCHED: usize = 5_000;

/// The value of each variable in the first selection: a valid one that was found quickly, with few picks. `None` when there is none.
fn defaults(mapped: &Mapped, found: &mut Found) -> Option<Vec<u32>> {
    if mapped.variables.len() > MOST_SEARCHED {
        found.notice(
            None,
            "too large to look for a valid selection to begin with: options begin with their first choice",
        );
        return None;
    }
    // Compiling takes longer than finding one, and nothing here asks twice.
    let solver = Solver::searching(mapped.model.clone());
    let selection = solver.random(&vec![None; mapped.variables.len()], &mut || 0.0);
    if selection.is_none() {
        found.notice(None, "its constraints contradict each other: there is no valid configuration");
    }
    selection
}

fn option_value(option: &Picks, defaults: Option<&[u32]>) -> Value {
    let text = |text: &str| Value::from(text);
    let value = |place: usize| defaults.and_then(|values| values.get(option.variable + place)).copied();
    let kind = match option.kind {
        Kind::Toggle => "toggle",
        Kind::Choice { .. } => "choice",
        Kind::Multi { .. } => "multi",
    };
    let mut fields = vec![("kind", text(kind)), ("id", text(&option.id)), ("title", text(&option.title))];
    if option.kind == Kind::Toggle {
        if value(0) == Some(1) {
            fields.push(("default", true.into()));
        }
        extras(&option.entries[0], &mut fields);
        return Value::object(fields);
    }
    let id = |place: usize| text(&option.entries[place].id);
    match option.kind {
        Kind::Multi { least, most } => {
            fields.extend([("min", Value::from(least as i64)), ("max", Value::from(most as i64))]);
            let picked: Vec<Value> =
                (0..option.entries.len()).filter(|place| value(*place) == Some(1)).map(id).collect();
            if !picked.is_empty() {
                fields.push(("default", Value::Array(picked)));
            }
        }
        _ => {
            if option.entries.len() > 8 {
                fields.push(("display", text("dropdown")));
            }
            if let Some(place) = value(0).filter(|place| *place > 0) {
                fields.push(("default", id(place as usize)));
            }
        }
    }
    fields.push(("choices", Value::Array(option.entries.iter().map(choice_value).collect())));
    Value::object(fields)
}

/// A choice.
pub fn choice_value(entry: &Entry) -> Value {
    let mut fields = vec![("id", Value::from(entry.id.as_str())), ("title", entry.title.as_str().into())];
    extras(entry, &mut fields);
    Value::object(fields)
}

fn extras(entry: &Entry, fields: &mut Vec<(&'static str, Value)>) {
    if entry.price != 0 {
        fields.push(("price", entry.price.into()));
    }
    if !entry.attributes.is_empty() {
        let attributes = entry.attributes.iter().map(|(name, number)| (name.as_str(), Value::from(*number)));
        fields.push(("attributes", Value::object(attributes)));
    }
}
