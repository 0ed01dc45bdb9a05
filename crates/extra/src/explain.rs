//! What is wrong, in the words that go to the console, into `haberdash:error` and to callers of the API.

use haberdash_core::art::Art;
use haberdash_core::catalog::Catalog;
use haberdash_core::diagnostics::unknown;
use haberdash_core::product::{Content, Product};
use haberdash_core::recommend::merchant;
use haberdash_core::selection::Selection;
use haberdash_core::{Diagnostics, Value, config};

/// The script tag's attributes: a line for each problem.
pub fn tag(attributes: &Value) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    config::tag(&pairs(attributes), &mut diagnostics);
    lines(&diagnostics)
}

/// A host's attributes: a line for each problem, or one line when it cannot be mounted.
pub fn host(attributes: &Value) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    match config::host(&pairs(attributes), &mut diagnostics) {
        Some(_) => lines(&diagnostics),
        None => vec![sentences(&diagnostics).join("; ")],
    }
}

/// A product file: whether it can be used, and the first three problems.
pub fn product(address: &str, file: &Value) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(file, &mut diagnostics);
    let all = sentences(&diagnostics);
    let mut problems = all.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("; ");
    if all.len() > 3 {
        problems.push_str(&format!("; and {} more", all.len() - 3));
    }
    match product {
        None => {
            vec![format!("the product file {address} cannot be used: {problems} (haberdash check lists all)")]
        }
        Some(_) if all.is_empty() => Vec::new(),
        Some(_) => vec![format!("the product file {address}: {problems}")],
    }
}

/// Rules of strips, by attributes and in the catalogue at `address`, which is left out where there are only parts of one: a line for each problem.
pub fn rules(address: &str, own: &Value, catalogue: &Value) -> Vec<String> {
    let Some(catalog) = Catalog::read(catalogue, &mut Diagnostics::new()) else { return Vec::new() };
    let mut diagnostics = Diagnostics::new();
    merchant::read(&catalog, &pairs(own), true, &mut diagnostics);
    let all = sentences(&diagnostics).into_iter();
    let line = |line: String| match line.strip_prefix("/data-") {
        Some(_) => line.trim_start_matches('/').to_owned(),
        None => format!("the catalogue {address}: {line}"),
    };
    all.map(line).collect()
}

/// A catalogue: whether it can be used, how many problems there are, and the first.
pub fn catalogue(address: &str, file: &Value) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    let catalog = Catalog::read(file, &mut diagnostics);
    let first = first(&diagnostics);
    match (catalog, diagnostics.errors()) {
        (None, _) => vec![format!("the catalogue {address} cannot be used: {first}")],
        (Some(_), 0) => Vec::new(),
        (Some(_), problems) => vec![format!(
            "{problems} problems in the catalogue {address}, the first: {first} (haberdash check lists all)"
        )],
    }
}

/// A drawing: whether it can be used, and the first problem.
pub fn art(address: &str, text: &str) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    let art = Art::parse(text, &mut diagnostics);
    let first = first(&diagnostics);
    match art {
        None => vec![format!("the art {address} cannot be drawn: {first}")],
        Some(_) if first.is_empty() => Vec::new(),
        Some(_) => vec![format!("the art {address}: {first}")],
    }
}

/// A preset that the product lacks.
pub fn preset(id: &str, product: &Value) -> Vec<String> {
    let line = |product: Product| {
        let names = product.presets.iter().map(|preset| preset.id.as_str());
        ["data-preset: ", &unknown("preset", id, names)].concat()
    };
    read(product).map(line).into_iter().collect()
}

/// Parts that a view names and its art lacks.
pub fn parts(view: &str, product: &Value, art: &str) -> Vec<String> {
    let missing = || {
        let product = read(product)?;
        let view = product.views.get(view.parse::<usize>().ok()?)?;
        let art = Art::parse(art, &mut Diagnostics::new())?;
        let lines = view.layers.iter().filter_map(|layer| match &layer.content {
            Content::Part { id, .. } | Content::Zone { path: Some(id), .. } if art.part(id).is_none() => {
                Some(format!("view {}: {}", view.id, art.missing(id)))
            }
            _ => None,
        });
        Some(lines.collect())
    };
    missing().unwrap_or_default()
}

/// A pick that does not fit its option.
pub fn pick(option: &str, product: &Value, value: &Value) -> Vec<String> {
    let problem = read(product).and_then(|product| Selection::check_pick(&product, option, value).err());
    problem.into_iter().collect()
}

/// The entries of a selection that do not fit.
pub fn selection(product: &Value, selection: &Value) -> Vec<String> {
    read(product).map(|product| Selection::from_value(&product, selection).1).unwrap_or_default()
}

fn read(product: &Value) -> Option<Product> {
    Product::read(product, &mut Diagnostics::new())
}

/// Attributes, as the main module writes them down.
fn pairs(attributes: &Value) -> Vec<(String, String)> {
    let pair = |pair: &Value| match pair.as_array()? {
        [name, value] => Some((name.as_str()?.to_owned(), value.as_str()?.to_owned())),
        _ => None,
    };
    attributes.as_array().unwrap_or_default().iter().filter_map(pair).collect()
}

fn sentences(diagnostics: &Diagnostics) -> Vec<String> {
    diagnostics.list().iter().map(ToString::to_string).collect()
}

fn first(diagnostics: &Diagnostics) -> String {
    diagnostics.list().first().map(ToString::to_string).unwrap_or_default()
}

/// A line each; what they are about is an attribute, not a place in a file.
fn lines(diagnostics: &Diagnostics) -> Vec<String> {
    sentences(diagnostics).into_iter().map(|line| line.trim_start_matches('/').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(id: &str) -> Value {
        Value::record([("id", id.into()), ("title", id.into())])
    }

    fn mug(kind: &str) -> Value {
        let option = Value::record([
            ("id", "colour".into()),
            ("title", "Colour".into()),
            ("kind", kind.into()),
            ("choices", Value::Array(vec![choice("white"), choice("red")])),
        ]);
        let layer = Value::record([("part", "cup".into())]);
        let view = Value::record([
            ("id", "front".into()),
            ("art", "mug.svg".into()),
            ("layers", Value::Array(vec![layer])),
        ]);
        let preset = Value::record([
            ("id", "classic".into()),
            ("title", "Classic".into()),
            ("selection", Value::record([("colour", "red".into())])),
        ]);
        Value::record([
            ("version", 1.0.into()),
            ("id", "mug".into()),
            ("title", "Mug".into()),
            ("currency", "EUR".into()),
            ("base_price", 1000.0.into()),
            ("options", Value::Array(vec![option])),
            ("views", Value::Array(vec![view])),
            ("presets", Value::Array(vec![preset])),
        ])
    }

    fn attributes(list: &[(&str, &str)]) -> Value {
        Value::Array(list.iter().map(|(k, v)| Value::Array(vec![(*k).into(), (*v).into()])).collect())
    }

    #[test]
    fn attributes_are_told_by_name() {
        let list = tag(&attributes(&[("consent", "grantd"), ("catalgo", "/c.json")]));
        assert_eq!(list.len(), 2);
        assert!(list[0].starts_with("data-consent: ") && list[0].contains("did you mean \"granted\"?"));
        assert!(list[1].starts_with("data-catalgo: ") && list[1].contains("did you mean \"data-catalog\"?"));
        let list = host(&attributes(&[("haberdash", "configuratr")]));
        assert!(matches!(&list[..], [line] if line.contains("did you mean \"configurator\"?")), "{list:?}");
        let list = host(&attributes(&[("haberdash", "configurator"), ("product", "/p"), ("prodct", "/q")]));
        assert!(matches!(&list[..], [line] if line.starts_with("data-prodct: ")), "{list:?}");
    }

    #[test]
    fn files_are_told_in_one_line() {
        assert_eq!(product("/p.json", &mug("choice")), Vec::<String>::new());
        let list = product("/p.json", &mug("choise"));
        assert!(
            list[0].starts_with("the product file /p.json cannot be used: /options/0/kind: "),
            "{list:?}"
        );
        assert!(list[0].contains("did you mean \"choice\"?"), "{list:?}");
        assert!(product("/p.json", &Value::Null)[0].starts_with("the product file /p.json cannot be used"));
        assert!(catalogue("/c.json", &Value::Null)[0].starts_with("the catalogue /c.json cannot be used: "));
        assert!(art("/a.svg", "<html/>")[0].starts_with("the art /a.svg cannot be drawn: "));
        let dropped = art("/a.svg", "<svg viewBox='0 0 1 1'><script/></svg>");
        assert!(dropped[0].starts_with("the art /a.svg: <script> is not drawn"), "{dropped:?}");
    }

    #[test]
    fn rules_are_told_by_attribute_and_by_catalogue() {
        let item = Value::record([
            ("id", "S1".into()),
            ("title", "Shirt".into()),
            ("url", "s".into()),
            ("price", 100.0.into()),
        ]);
        let file = Value::record([
            ("version", 1.0.into()),
            ("currency", "EUR".into()),
            ("rules", Value::record([("pin", "S2".into())])),
            ("items", Value::Array(vec![item])),
        ]);
        let list = rules("/c.json", &attributes(&[("price", "cheap"), ("limit", "none of ours")]), &file);
        assert_eq!(list.len(), 2, "{list:?}");
        assert!(list[0].starts_with("the catalogue /c.json: /rules/pin: unknown item \"S2\""), "{list:?}");
        assert!(list[1].starts_with("data-price: expected what items cost"), "{list:?}");
        assert_eq!(rules("/c.json", &attributes(&[("pin", "S1")]), &file), Vec::<String>::new());
    }

    #[test]
    fn what_does_not_fit_a_product_is_told() {
        let file = mug("choice");
        assert_eq!(
            preset("clasic", &file),
            ["data-preset: unknown preset \"clasic\"; did you mean \"classic\"?"]
        );
        let art = "<svg viewBox='0 0 1 1'><g id='cap'/></svg>";
        assert_eq!(
            parts("0", &file, art),
            ["view front: unknown part of the art \"cup\"; did you mean \"cap\"?"]
        );
        assert_eq!(parts("7", &file, art), Vec::<String>::new());
        assert_eq!(pick("colour", &file, &"red".into()), Vec::<String>::new());
        assert!(pick("color", &file, &"red".into())[0].contains("did you mean \"colour\"?"));
        let wrong = Value::record([("colour", "rad".into()), ("size", "l".into())]);
        assert_eq!(selection(&file, &wrong).len(), 2);
        assert_eq!(selection(&Value::Null, &wrong), Vec::<String>::new());
    }
}
