//! `haberdash quote`: what an order costs, computed again.

use crate::outcome::Outcome;
use crate::parts::Parts;
use crate::render::picked::{self, Wish};
use crate::report::{self, Problem, printable};
use crate::{input, json, money};
use clap::Args;
use haberdash_core::cart::parts::{self, PartLine};
use haberdash_core::cart::{self, LineItem, verify};
use haberdash_core::price::{LineOf, PriceBreakdown};
use haberdash_core::product::Product;
use haberdash_core::selection::Selection;
use haberdash_core::{Diagnostics, Value, canonical};
use std::path::{Path, PathBuf};

/// Compute the price of an order again, from the product file and the order claim that the shop's cart carries.
///
/// When every field of the claim is as Haberdash would have written it, the price is printed line by line and the exit code is 0.
/// Otherwise each field that differs is told and the exit code is 1; so is a claim that is not JSON, for it came from a shopper.
///
/// With --preset or --selection it is told what that would cost, by the same path; with --json the claim of it as well.
#[derive(Args)]
#[command(
    override_usage = "haberdash quote [OPTIONS] <PRODUCT> <CLAIM>\n       haberdash quote [OPTIONS] --archive <DIR> <CLAIM>\n       haberdash quote [OPTIONS] --preset <ID> <PRODUCT>\n       haberdash quote [OPTIONS] --selection <SELECTION> <PRODUCT>"
)]
pub struct Arguments {
    /// The product file (may be left out with --archive), then the claim: a file, - for stdin, or the JSON itself.
    #[arg(required = true, num_args = 1..=2, value_names = ["PRODUCT", "CLAIM"])]
    inputs: Vec<String>,
    /// A folder of published product files; the one whose hash the claim names is used.
    #[arg(long, value_name = "DIR")]
    archive: Option<PathBuf>,
    /// What this preset costs, in place of a claim.
    #[arg(long, value_name = "ID", conflicts_with_all = ["archive", "selection"])]
    preset: Option<String>,
    /// What this selection costs, in place of a claim: a file, - for stdin, or the JSON itself.
    #[arg(long, value_name = "SELECTION", conflicts_with = "archive")]
    selection: Option<String>,
    /// Take the nearest selection that fits where this one does not, and tell what changed.
    #[arg(long, requires = "selection")]
    repair: bool,
    /// How many, with --preset or --selection.
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(i64).range(1..=cart::MAX_QUANTITY))]
    quantity: i64,
    /// The language of titles, as a BCP 47 tag.
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
}

/// Runs the command.
pub fn run(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    if arguments.preset.is_some() || arguments.selection.is_some() {
        return of_picks(arguments, as_json);
    }
    let (product_file, claim) = match (arguments.inputs.as_slice(), &arguments.archive) {
        ([claim], Some(_)) => (None, claim),
        ([product, claim], _) => (Some(Path::new(product)), claim),
        _ => return Err("a product file is needed before the claim, or --archive DIR".to_owned()),
    };
    let text = claim_text(claim)?;
    let document = match json::parse(&text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.place;
            let sentence =
                format!("the claim, line {}, column {}: {}", place.line, place.column, error.message);
            return refuse(vec![sentence], as_json);
        }
    };
    // Which one of two equal names counts depends on who reads it: such a claim was made by somebody else.
    let twice = document.duplicates.iter();
    let twice: Vec<String> = twice.map(|(pointer, _)| format!("{}: is there twice", &pointer[1..])).collect();
    let claim = &document.value;
    let archived = match &arguments.archive {
        Some(folder) => from_archive(folder, claim)?,
        None => None,
    };
    let product = match (archived, product_file) {
        (Some(product), _) => product,
        (None, Some(file)) => read_product(file)?,
        (None, None) => {
            let sentence =
                "hash: the archive has no product file with the hash that the claim names".to_owned();
            return refuse([vec![sentence], twice].concat(), as_json);
        }
    };
    let product = cart::in_claimed_currency(&product, claim).unwrap_or(product);
    match verify(&product, claim) {
        Ok(price) if twice.is_empty() => {
            let quote =
                Quote { product: &product, claim, price, language: &arguments.language, is_told: false };
            quote.tell(as_json)
        }
        Ok(_) => refuse(twice, as_json),
        Err(problems) => refuse([problems, twice].concat(), as_json),
    }
}

/// What a preset or a selection costs.
fn of_picks(arguments: &Arguments, as_json: bool) -> Result<Outcome, String> {
    let [file] = arguments.inputs.as_slice() else {
        return Err("with --preset or --selection only a product file is needed".to_owned());
    };
    let product = read_product(Path::new(file))?;
    let wish = Wish {
        selection: arguments.selection.as_deref(),
        preset: arguments.preset.as_deref(),
        repair: arguments.repair,
        language: &arguments.language,
    };
    let selection = match picked::read(&product, &wish)? {
        Ok(selection) => selection,
        Err(problems) => {
            problems.iter().for_each(|problem| report::say(&printable(problem)));
            return Ok(Outcome::Problems);
        }
    };
    let line = cart::line_item(&product, &selection, arguments.quantity, &arguments.language, "");
    let Some(LineItem { claim, price, .. }) = line else {
        report::say("the selection has no price: it is out of range, or less than nothing");
        return Ok(Outcome::Problems);
    };
    Quote { product: &product, claim: &claim, price, language: &arguments.language, is_told: true }
        .tell(as_json)
}

fn refuse(problems: Vec<String>, as_json: bool) -> Result<Outcome, String> {
    if as_json {
        let value = Value::object([("holds", Value::from(false)), ("problems", Value::from(problems))]);
        report::result(&json::pretty(&value))?;
    } else {
        for problem in &problems {
            report::say(&printable(problem));
        }
        report::say("the claim does not hold");
    }
    Ok(Outcome::Problems)
}

fn claim_text(claim: &str) -> Result<String, String> {
    match claim {
        "-" => input::stdin().map_err(|why| format!("stdin {why}")),
        json if json.trim_start().starts_with('{') => Ok(json.to_owned()),
        file => input::text(Path::new(file)).map_err(|why| format!("{file} {why}")),
    }
}

/// Reads a product file that has to be without errors; tells them on stderr when it is not.
pub fn read_product(path: &Path) -> Result<Product, String> {
    read_by(path, Product::read)
}

/// The same, but what is picked at first may break rules.
pub fn read_with_any_start(path: &Path) -> Result<Product, String> {
    read_by(path, Product::read_with_any_start)
}

fn read_by(path: &Path, read: fn(&Value, &mut Diagnostics) -> Option<Product>) -> Result<Product, String> {
    let (parts, value) = read_parts(path)?;
    let mut diagnostics = Diagnostics::new();
    read(&value, &mut diagnostics).ok_or_else(|| unusable(path, &parts, diagnostics))
}

/// Tells what is wrong in the product file at `path`; the answer says that it cannot be used.
pub fn unusable(path: &Path, parts: &Parts, diagnostics: Diagnostics) -> String {
    let mut problems = parts.located(diagnostics.into_list());
    parts.sort(&mut problems);
    tell(&problems);
    useless(path)
}

/// Reads a file with all that it names, which has to be there; tells on stderr what is wrong with that.
pub fn read_parts(path: &Path) -> Result<(Parts, Value), String> {
    let name = path.display().to_string();
    let text = input::text(path).map_err(|why| format!("{name} {why}"))?;
    let document = json::parse(&text).map_err(|error| {
        tell(&[Problem { place: Some(error.place), ..Problem::of_file(&name, error.message) }]);
        useless(path)
    })?;
    let mut parts = Parts::new(path, &text, document.value);
    let mut problems = std::mem::take(&mut parts.problems);
    parts.sort(&mut problems);
    tell(&problems);
    match parts.value.take() {
        Some(value) if !parts.has_errors => Ok((parts, value)),
        _ => Err(useless(path)),
    }
}

fn tell(problems: &[Problem]) {
    problems.iter().for_each(|problem| report::say(&problem.line()));
}

fn useless(path: &Path) -> String {
    format!("{} cannot be used; `haberdash check` tells more", path.display())
}

/// The product file in `folder` whose hash the claim names.
fn from_archive(folder: &Path, claim: &Value) -> Result<Option<Product>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let Some(hash) = claim.get("hash").and_then(Value::as_str) else { return Ok(None) };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    // A file that is called after its hash is looked at first.
    files.sort_by_key(|path| (path.file_stem().is_none_or(|stem| stem != hash), path.clone()));
    for path in files {
        let Ok(text) = input::text(&path) else { continue };
        // Archived are best what `haberdash resolve` prints, but a file with all that it names beside it will do.
        let is_it = json::parse(&text).is_ok_and(|document| {
            canonical::hash(&document.value) == hash
                || Parts::new(&path, &text, document.value).value.is_some_and(|v| canonical::hash(&v) == hash)
        });
        if is_it {
            return read_product(&path).map(Some);
        }
    }
    Ok(None)
}

/// A claim that holds, and its price.
struct Quote<'a> {
    product: &'a Product,
    claim: &'a Value,
    price: PriceBreakdown,
    language: &'a str,
    /// Whether the claim is told as well.
    is_told: bool,
}

impl Quote<'_> {
    fn tell(&self, as_json: bool) -> Result<Outcome, String> {
        report::result(&if as_json { json::pretty(&self.to_value()) } else { self.to_text() })?;
        Ok(Outcome::Fine)
    }

    fn number(&self, field: &str) -> i64 {
        self.claim.get(field).and_then(Value::as_i64).unwrap_or_default()
    }

    fn selection(&self) -> Selection {
        let empty = Value::Null;
        Selection::from_value(self.product, self.claim.get("selection").unwrap_or(&empty)).0
    }

    /// The parts list, where the product file asks for one.
    fn parts(&self) -> Option<Vec<PartLine<'_>>> {
        let is_asked = self.product.extras.as_ref().is_some_and(|extras| extras.parts_list);
        is_asked.then(|| parts::list(self.product, &self.selection(), &self.price, self.language, ""))
    }

    /// The lines of the price: option id, title, what was picked, amount. All but options have a title only.
    fn lines(&self) -> Vec<(Option<String>, String, String, i64)> {
        let selection = self.selection();
        let words = |index: usize| cart::pick_text(self.product, &selection, index, self.language, "");
        let line = |index: usize, amount: i64| {
            let option = &self.product.options[index];
            (
                Some(option.id.to_string()),
                option.title.get(self.language, "").to_owned(),
                words(index),
                amount,
            )
        };
        let lines = self.price.lines.iter().map(|l| {
            let title = match l.of {
                LineOf::Option(index) => return line(index, l.amount),
                LineOf::Base => "Base price",
                LineOf::Rule(index) => self.product.pricing.rules[index].title.get(self.language, ""),
                LineOf::Break(_) => "Quantity discount",
                LineOf::Rounding => "Rounding",
            };
            (None, title.to_owned(), String::new(), l.amount)
        });
        lines.collect()
    }

    fn to_text(&self) -> String {
        let currency = &self.product.currency;
        let mut rows: Vec<(String, String)> = Vec::new();
        for (_, title, picked, amount) in self.lines() {
            let what = if picked.is_empty() { title } else { format!("{title}: {picked}") };
            rows.push((what, money::format(amount, currency)));
        }
        rows.push(("One unit".to_owned(), money::format(self.price.unit, currency)));
        let total = format!("Total for {}", self.number("quantity"));
        rows.push((total, format!("{} {}", money::format(self.number("total"), currency), currency.0)));
        let left = rows.iter().map(|row| row.0.chars().count()).max().unwrap_or(0);
        let code = currency.0.len() + 1;
        let right = rows.iter().map(|row| row.1.len()).max().unwrap_or(0) - code;
        let mut out = printable(self.product.title.get(self.language, ""));
        for (index, (what, amount)) in rows.iter().enumerate() {
            let is_last = index + 1 == rows.len();
            let width = if is_last { right + code } else { right };
            out.push_str(&format!("\n  {}", printable(&format!("{what:left$}  {amount:>width$}"))));
        }
        if let Some(parts) = self.parts() {
            out.push_str("\nParts");
            let sku = parts.iter().map(|part| part.sku().chars().count()).max().unwrap_or(0);
            let title =
                |part: &PartLine| self.product.options[part.option].title.get(self.language, "").to_owned();
            let what: Vec<String> =
                parts.iter().map(|part| format!("{}: {}", title(part), part.picked)).collect();
            let left = what.iter().map(|what| what.chars().count()).max().unwrap_or(0);
            let each: Vec<String> = parts.iter().map(|part| money::format(part.each, currency)).collect();
            let right = each.iter().map(String::len).max().unwrap_or(0);
            for ((part, what), each) in parts.iter().zip(&what).zip(&each) {
                let count = format!("{} x", part.quantity);
                let line = format!("{count:>5}  {:sku$}  {what:left$}  {each:>right$}", part.sku());
                out.push_str(&format!("\n  {}", printable(&line)));
            }
        }
        out
    }

    fn to_value(&self) -> Value {
        let lines = self.lines().into_iter().map(|(option, title, picked, amount)| {
            let option = option.map_or(Value::Null, Value::from);
            let fields = [
                ("option", option),
                ("title", title.into()),
                ("picked", picked.into()),
                ("amount", amount.into()),
            ];
            Value::object(fields)
        });
        let parts = self.parts().map(|parts| parts::to_value(self.product, &parts, self.language, ""));
        let fields = [
            ("holds", Some(Value::from(true))),
            ("product", Some(Value::from(self.product.id.as_str()))),
            ("hash", Some(Value::from(self.product.hash.as_str()))),
            ("currency", Some(Value::from(&*self.product.currency.0))),
            ("lines", Some(Value::Array(lines.collect()))),
            ("parts", parts),
            ("unit_price", Some(Value::from(self.price.unit))),
            ("quantity", Some(Value::from(self.number("quantity")))),
            ("total", Some(Value::from(self.number("total")))),
            ("claim", self.is_told.then(|| self.claim.clone())),
        ];
        Value::object(fields.into_iter().filter_map(|(name, value)| Some((name, value?))))
    }
}
