//! The built command, from arguments to exit code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../core/tests/it/font.rs"]
mod font;

use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run left behind.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

/// Runs the command where the test data is.
fn run(arguments: &[&str]) -> Run {
    run_with(arguments, "")
}

fn run_with(arguments: &[&str], stdin: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_haberdash"))
        .args(arguments)
        .current_dir(data())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input has closed it.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().expect("the command must end by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// A fresh folder for one test.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn good_files_pass_in_silence() {
    let Run { code, out, err } = run(&["check", "mug.json"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", "0 errors, 0 warnings in 1 file\n"));
    let json = run(&["check", "mug.json", "--json"]);
    assert_eq!(json.json(), json!({"errors": 0, "warnings": 0, "files": 1, "problems": []}));
    assert_eq!((json.code, json.err.as_str()), (0, ""));
}

#[test]
fn all_mistakes_are_told_at_once_with_their_places() {
    let Run { code, out, err } = run(&["check", "mistakes/mug.json"]);
    assert_eq!((code, out.as_str()), (1, ""));
    let golden = data().join("mistakes/expected.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&golden, &err).unwrap();
    }
    assert_eq!(
        err,
        std::fs::read_to_string(&golden).unwrap(),
        "where this is right, run again with UPDATE_GOLDENS=1"
    );
    let json = run(&["check", "--json", "mistakes/mug.json"]).json();
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.len() + 1, err.lines().count(), "the last line is the summary");
    assert_eq!(problems[0]["line"], 2);
    assert!(problems.iter().any(|p| p["pointer"] == "/views/0/layers/0/part" && p["severity"] == "error"));
}

#[test]
fn syntax_errors_have_a_place() {
    let folder = scratch("syntax");
    let table = [
        ("{\n  \"id\": \"ü\", // remark\n}", ":2:14: error: this is not JSON: comments are not allowed"),
        ("{\n  \"options\": [1, 2,]\n}", ":2:19: error: this is not JSON: trailing commas are not allowed"),
        ("", ":1:1: error: the file is empty: expected a JSON value"),
        (&"[".repeat(1_000_000), ":1:129: error: lists and objects nested deeper than 128 are not read"),
        (
            "{}",
            ":1:1: error: this is neither a product file, which has \"options\" and a \"base_price\", nor a catalogue, which has \"items\"",
        ),
        ("[1]", ":1:1: error: this is neither"),
    ];
    for (content, expected) in table {
        let file = folder.join("file.json");
        std::fs::write(&file, content).unwrap();
        let Run { code, err, .. } = run(&["check", text(&file)]);
        assert_eq!(code, 1);
        assert!(err.starts_with(&format!("{}{expected}", file.display())), "{err}");
    }
    // A byte order mark is no mistake, and no column either.
    let file = folder.join("bom.json");
    std::fs::write(&file, format!("\u{feff}{}", r#"{"options": 1}"#)).unwrap();
    assert!(run(&["check", text(&file)]).err.contains(":1:13: error: expected a list, found a number"));
    std::fs::write(&file, b"{}\n\xff").unwrap();
    assert!(run(&["check", text(&file)]).err.contains("is not UTF-8 text, see line 2"));
}

#[test]
fn files_that_are_not_there_are_another_kind_of_failure() {
    let Run { code, err, .. } = run(&["check", "mug.json", "nothing.json", "."]);
    assert_eq!(code, 2);
    assert!(
        err.contains("nothing.json: error: cannot be read") && err.contains(".: error: this is a folder"),
        "{err}"
    );
    assert!(err.ends_with("2 errors, 0 warnings in 3 files\n"), "{err}");
    assert_eq!(run(&[]).code, 2);
    assert_eq!(run(&["check"]).code, 2);
    assert_eq!(run(&["chek", "mug.json"]).code, 2);
    assert_eq!(run(&["quote", "mug.json"]).code, 2);
    assert_eq!(run(&["quote", "mug.json", "nothing.json"]).code, 2);
    assert_eq!(run(&["quote", "nothing.json", "{}"]).code, 2);
    assert_eq!(run(&["hash", "mistakes/mug.json"]).code, 2);
}

#[test]
fn catalogues_are_recognised() {
    let Run { code, err, .. } = run(&["check", "catalog.json"]);
    assert_eq!(code, 1);
    assert!(
        err.contains(
            "catalog.json:6:82: error: unknown availability \"instock\"; did you mean \"in_stock\"?"
        ),
        "{err}"
    );
}

#[test]
fn product_files_of_a_catalogue_are_looked_for() {
    let folder = scratch("products");
    let item =
        |id: &str, product: &str| json!({"id": id, "title": id, "url": "u", "price": 1, "product": product});
    let product = |role: Option<&str>| {
        let mut option = json!({"id": "glaze", "kind": "choice", "choices": [{"id": "white"}]});
        if let Some(role) = role {
            option["role"] = json!(role);
        }
        json!({"version": 1, "id": "mug", "title": "Mug", "currency": "EUR", "base_price": 1, "options": [option]}).to_string()
    };
    std::fs::write(folder.join("good.json"), product(Some("primary"))).unwrap();
    std::fs::write(folder.join("bare.json"), product(None)).unwrap();
    std::fs::write(folder.join("none.json"), "[]").unwrap();
    let items = [
        item("a", "good.json"),
        item("b", "bare.json"),
        item("c", "none.json"),
        item("d", "god.json"),
        item("e", "https://x/far.json"),
    ];
    let catalog =
        json!({"version": 1, "currency": "EUR", "items": items, "facet_titles": {"navy": {"en": "navy"}}});
    std::fs::write(folder.join("catalog.json"), catalog.to_string()).unwrap();
    let Run { code, err, .. } = run(&["check", text(&folder.join("catalog.json"))]);
    let lines: Vec<&str> =
        err.lines().map(|line| line.split_once(": ").map_or(line, |(_, said)| said)).collect();
    assert_eq!(
        lines,
        [
            "warning: none of its options has a \"role\": no design can be carried over to it",
            "error: is no product file that can be used; haberdash check on it says why",
            "error: unknown file \"god.json\"; did you mean \"good.json\"?",
            "2 errors, 1 warning in 1 file",
        ]
    );
    assert_eq!(code, 1);
}

#[test]
fn fonts_must_be_fonts_and_have_the_letters() {
    let folder = scratch("fonts");
    let mut product: Value =
        serde_json::from_str(&std::fs::read_to_string(data().join("mug.json")).unwrap()).unwrap();
    product["fonts"] =
        json!([{"id": "abc", "src": "abc%20d.ttf?v=1"}, {"id": "far", "src": "https://x/far.ttf"}]);
    product["options"][0]["choices"] = json!([{"id": "white"}]);
    product["options"][2]["fonts"] = json!(["abc", "far"]);
    product["views"] = json!([]);
    let file = folder.join("product.json");
    let check = |product: &Value| {
        std::fs::write(&file, product.to_string()).unwrap();
        run(&["check", text(&file)])
    };
    assert!(check(&product).err.contains("there is no file at \"abc%20d.ttf?v=1\""));
    std::fs::write(folder.join("abc d.ttf"), "no font").unwrap();
    assert!(check(&product).err.contains("abc d.ttf: error: this is not a TrueType font file"));
    std::fs::write(folder.join("abc d.ttf"), font::file()).unwrap();
    assert_eq!(check(&product).code, 0);
    product["options"][2]["charset"] = json!("A-E ");
    let Run { code, err, .. } = check(&product);
    assert_eq!(code, 1);
    let sentence =
        "the font \"abc\" cannot draw 'D' (U+0044), 'E' (U+0045), ' ' (U+0020), which the charset allows";
    assert!(err.contains(sentence), "{err}");
    assert!(!font::file()[font::OUTLINES..].is_empty());
}

/// A claim that holds for the mug.
fn claim() -> Value {
    let hash = run(&["hash", "mug.json"]);
    assert_eq!(hash.code, 0);
    json!({
        "v": 1, "product": "mug", "hash": hash.out.trim_end(), "selection": {"glaze": "speckled", "handle": "none", "name": "ABBA"},
        "quantity": 3, "currency": "EUR", "unit_price": 1800, "total": 5400, "files": []
    })
}

#[test]
fn a_true_claim_is_priced_line_by_line() {
    let claim = claim().to_string();
    let breakdown = "Mug\n  Base price       12.00\n  Glaze: Speckled   3.00\n  Handle: none     -1.00\n  Name: ABBA        4.00\n  \
                     One unit         18.00\n  Total for 3      54.00 EUR\n";
    let file = scratch("claim").join("claim.json");
    std::fs::write(&file, &claim).unwrap();
    for (input, stdin) in [(claim.as_str(), ""), ("-", claim.as_str()), (text(&file), "")] {
        let Run { code, out, err } = run_with(&["quote", "mug.json", input], stdin);
        assert_eq!((code, out.as_str(), err.as_str()), (0, breakdown, ""));
    }
    let german = run(&["quote", "mug.json", &claim, "--language", "de"]);
    assert!(german.out.starts_with("Becher\n") && german.out.contains("Glasur: Speckled"), "{}", german.out);
    let json = run(&["quote", "mug.json", &claim, "--json"]);
    let quote = json.json();
    assert_eq!(
        (&quote["holds"], &quote["unit_price"], &quote["total"]),
        (&json!(true), &json!(1800), &json!(5400))
    );
    assert_eq!(
        quote["lines"][1],
        json!({"option": "glaze", "title": "Glaze", "picked": "Speckled", "amount": 300})
    );
}

#[test]
fn a_selection_is_priced_as_a_claim_would_be_and_its_claim_holds() {
    let quote = run(&[
        "quote",
        "mug.json",
        "--selection",
        "{\"glaze\": \"speckled\", \"handle\": \"none\", \"name\": \"ABBA\"}",
        "--quantity",
        "3",
        "--json",
    ])
    .json();
    assert_eq!(quote["claim"], claim());
    let priced = run(&["quote", "mug.json", &quote["claim"].to_string(), "--json"]).json();
    assert_eq!((&priced["lines"], &priced["total"]), (&quote["lines"], &quote["total"]));
    assert_eq!(priced.get("claim"), None, "it is known already");
    assert_eq!(priced.get("parts"), None, "the product file asks for no parts list");
    let wrong = run(&["quote", "mug.json", "--selection", "{\"glaze\": \"speckld\"}"]);
    assert_eq!(wrong.code, 1, "{}", wrong.err);
    assert!(wrong.err.contains("did you mean \"speckled\""), "{}", wrong.err);
    assert_eq!(run(&["quote", "mug.json", "--preset", "nothing"]).code, 2);
    assert_eq!(run(&["quote", "mug.json", "{}", "--preset", "nothing"]).code, 2);
    assert_eq!(run(&["quote", "mug.json", "--repair"]).code, 2);
}

#[test]
fn a_parts_list_is_quoted_where_the_product_file_asks_for_it() {
    let folder = scratch("parts-list");
    let file = folder.join("pc.json");
    let product = json!({"version": 1, "id": "pc", "title": "PC", "currency": "EUR", "base_price": 500, "tools": ["parts_list"], "options": [
        {"id": "board", "title": "Board", "kind": "choice", "choices": [{"id": "b", "title": "B 650", "sku": "B650", "price": 9000}]},
        {"id": "fans", "title": "Fans", "kind": "quantity", "min": 2, "max": 4, "price": {"per_unit": 700}}]});
    std::fs::write(&file, product.to_string()).unwrap();
    let quote = run(&["quote", text(&file), "--selection", "{}"]);
    assert_eq!(quote.code, 0, "{}", quote.err);
    assert!(
        quote
            .out
            .ends_with("\nParts\n    1 x  B650  Board: B 650  90.00\n    2 x        Fans: 2        7.00\n"),
        "{}",
        quote.out
    );
    let json = run(&["quote", text(&file), "--selection", "{}", "--json"]).json();
    assert_eq!(
        json["parts"],
        json!([
            {"option": "board", "title": "Board", "choice": "b", "picked": "B 650", "sku": "B650", "quantity": 1, "price": 9000},
            {"option": "fans", "title": "Fans", "picked": "2", "quantity": 2, "price": 700}
        ])
    );
}

#[test]
fn a_claim_with_any_field_touched_does_not_hold() {
    let touched: [(&str, Value, &str); 20] = [
        ("/v", json!(2), "v: "),
        ("/v", json!("1"), "v: "),
        ("/product", json!("cup"), "product: "),
        ("/hash", json!("00"), "hash: "),
        ("/hash", Value::Null, "hash: "),
        ("/selection/glaze", json!("white"), "unit_price: "),
        ("/selection/glaze", json!("golden"), "selection: "),
        ("/selection/handle", json!(1), "selection: "),
        ("/selection/name", json!("ABCA!"), "selection: "),
        ("/selection/name", json!("abba"), "selection: "),
        ("/selection/lid", json!("x"), "selection: "),
        ("/selection", json!({}), "selection: "),
        ("/quantity", json!(4), "total: "),
        ("/quantity", json!(0), "quantity: "),
        ("/currency", json!("USD"), "currency: "),
        ("/unit_price", json!(1799), "unit_price: "),
        ("/total", json!(54), "total: "),
        ("/files", json!([{"name": "logo.png"}]), "files: "),
        ("/note", json!(""), "unknown field \"note\""),
        ("/discount", json!(0), "unknown field \"discount\""),
    ];
    for (pointer, new, named) in touched {
        let mut claim = claim();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        claim.pointer_mut(parent).unwrap()[name] = new;
        let Run { code, out, err } = run(&["quote", "mug.json", &claim.to_string()]);
        assert_eq!((code, out.as_str()), (1, ""), "{pointer}");
        assert!(err.lines().any(|line| line.starts_with(named)), "{pointer}: {err}");
    }
    let fields: Vec<String> = claim().as_object().unwrap().keys().cloned().collect();
    for field in fields {
        let mut claim = claim();
        claim.as_object_mut().unwrap().remove(&field);
        let Run { code, err, .. } = run(&["quote", "mug.json", &claim.to_string()]);
        assert_eq!(code, 1, "{field}");
        assert!(err.lines().any(|line| line.starts_with(&format!("{field}: "))), "{field}: {err}");
    }
    // Two readers may take different ones of two equal names.
    let twice = claim().to_string().replace("{\"currency\"", "{\"total\":1,\"currency\"");
    let Run { code, err, .. } = run(&["quote", "mug.json", &twice]);
    assert_eq!((code, err.starts_with("total: is there twice")), (1, true), "{err}");
    assert_eq!(run(&["quote", "mug.json", "{\"v\":1"]).code, 1);
    let json = run(&["quote", "mug.json", "{}", "--json"]);
    assert_eq!((json.code, &json.json()["holds"]), (1, &json!(false)));
}

#[test]
fn old_orders_are_priced_from_the_archive() {
    let folder = scratch("archive");
    let old = std::fs::read_to_string(data().join("mug.json")).unwrap();
    std::fs::write(folder.join("2025.json"), &old).unwrap();
    std::fs::write(folder.join("2026.json"), old.replace("1200", "1300")).unwrap();
    std::fs::write(folder.join("broken.json"), "{").unwrap();
    std::fs::write(folder.join("readme.txt"), "no product").unwrap();
    let new = folder.join("2026.json");
    let claim = claim().to_string();
    assert_eq!(run(&["quote", text(&new), &claim]).code, 1);
    for arguments in [vec![text(&new), &claim], vec![&claim]] {
        let all = [vec!["quote", "--archive", text(&folder)], arguments].concat();
        let Run { code, out, err } = run(&all);
        assert_eq!(code, 0, "{err}");
        assert!(out.ends_with("54.00 EUR\n"));
    }
    let unknown = run(&["quote", "--archive", text(&folder), "{\"hash\": \"0\"}"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.starts_with("hash: the archive has no product file"), "{}", unknown.err);
    assert_eq!(run(&["quote", "--archive", "nowhere", &claim]).code, 2);
}

#[test]
fn the_hash_does_not_depend_on_spelling() {
    let product: Value =
        serde_json::from_str(&std::fs::read_to_string(data().join("mug.json")).unwrap()).unwrap();
    let file = scratch("hash").join("mug.json");
    std::fs::write(&file, product.to_string()).unwrap();
    let (one, other) = (run(&["hash", "mug.json"]), run(&["hash", text(&file)]));
    assert_eq!(one.out, other.out);
    assert_eq!(one.out.trim_end().len(), 64);
    assert_eq!(
        run(&["hash", "mug.json", "--json"]).json(),
        json!({"product": "mug", "hash": one.out.trim_end()})
    );
}

fn www(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../www").join(path)
}

fn demo_products() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(www("p")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    assert!(!files.is_empty(), "the demo shop has products");
    files.sort();
    files
}

#[test]
fn schemas_take_what_the_command_takes() {
    let parse =
        |path: &PathBuf| -> Value { serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap() };
    let schema = run(&["schema", "product"]).json();
    let product = jsonschema::validator_for(&schema).unwrap();
    let library = jsonschema::validator_for(&run(&["schema", "library"]).json()).unwrap();
    for file in demo_products().into_iter().chain([data().join("mug.json")]) {
        let schema = if parse(&file).get("options").is_none() { &library } else { &product };
        let errors: Vec<String> =
            schema.iter_errors(&parse(&file)).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", file.display());
    }
    assert!(!product.is_valid(&parse(&data().join("mistakes/mug.json"))));
    let catalog = jsonschema::validator_for(&run(&["schema", "catalog"]).json()).unwrap();
    let errors: Vec<String> = catalog
        .iter_errors(&parse(&www("catalog.json")))
        .map(|e| format!("{}: {e}", e.instance_path))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    assert!(!catalog.is_valid(&parse(&data().join("catalog.json"))));
    assert_eq!(run(&["schema", "order"]).code, 2);
}

#[test]
fn the_demo_shop_has_no_problems() {
    let mut files = demo_products();
    files.push(www("catalog.json"));
    let arguments: Vec<&str> = ["check"].into_iter().chain(files.iter().map(|path| text(path))).collect();
    let Run { code, err, .. } = run(&arguments);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn models_become_product_files() {
    let folder = scratch("import");
    let (model, product) = (folder.join("bike.uvl"), folder.join("bike.json"));
    let tree = "features\n  Bike\n    optional\n      Bell\n    mandatory\n      Colour\n        alternative\n          Red\n          Blue\n";
    std::fs::write(&model, format!("{tree}constraints\n  Bell => Red\n")).unwrap();
    let Run { code, out, err } = run(&["import", text(&model), "-o", text(&product)]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&product).unwrap()).unwrap();
    let colours = json!([{"id": "red", "title": "Red"}, {"id": "blue", "title": "Blue"}]);
    let expected = json!({
        "version": 1, "id": "bike", "title": "Bike", "currency": "EUR", "base_price": 0,
        "options": [
            {"kind": "toggle", "id": "bell", "title": "Bell"},
            {"kind": "choice", "id": "colour", "title": "Colour", "choices": colours},
        ],
        "rules": [{"when": {"bell": true}, "require": {"colour": "red"}}],
    });
    assert_eq!(written, expected);
    let to_stdout = run(&["import", text(&model)]);
    assert_eq!((to_stdout.code, to_stdout.json()), (0, expected));
    let told = run(&["import", text(&model), "-o", text(&product), "--json"]);
    assert_eq!((told.code, told.json()), (0, json!({"product": text(&product), "problems": []})));
}

#[test]
fn models_that_cannot_be_taken_leave_no_file() {
    let folder = scratch("import-refused");
    let (model, product) = (folder.join("bike.uvl"), folder.join("bike.json"));
    let tree = "features\n  Bike\n    optional\n      Bell\n";
    std::fs::write(&model, format!("{tree}constraints\n  Bel\n  Bell.Price > 3\n")).unwrap();
    let Run { code, out, err } = run(&["import", text(&model), "-o", text(&product)]);
    assert_eq!((code, out.as_str(), product.exists()), (1, "", false));
    assert!(err.contains("bike.uvl:6:3: error: unknown feature \"Bel\"; did you mean \"Bell\"?"), "{err}");
    assert!(err.contains("bike.uvl:7:14: error: numbers, texts and comparisons"), "{err}");
    let told = run(&["import", text(&model), "--json"]);
    assert_eq!((told.code, &told.json()["problems"][0]["line"]), (1, &json!(6)));
    assert_eq!(run(&["import", "nothing.uvl"]).code, 2);
    assert_eq!(run(&["import", text(&model), "--currency", "euro"]).code, 2);
    std::fs::write(&model, tree).unwrap();
    assert_eq!(run(&["import", text(&model), "-o", text(&folder.join("no/such/folder.json"))]).code, 2);
}

#[test]
fn deep_models_do_not_overflow_the_stack() {
    let folder = scratch("import-deep");
    let nested = |open: &str, close: &str| format!("{}A{}", open.repeat(200_000), close.repeat(200_000));
    let tree = "features\n R\n  optional\n   A\nconstraints\n ";
    let rule = "<featureModel><struct><and name='R'><feature name='A'/></and></struct><constraints><rule>";
    let mut chain = String::from("features\n");
    for i in 0..1_000 {
        let indent = " ".repeat(2 * i);
        chain += &format!("{indent}F{i}\n{indent} optional\n");
    }
    let table = [
        ("a.uvl", format!("{tree}{}", nested("(", ")")), 1),
        ("b.uvl", format!("{tree}{}", nested("!", "")), 1),
        ("c.uvl", format!("{tree}{}", nested("A => ", "")), 1),
        ("d.uvl", format!("{tree}{}", nested("A & ", "")), 0),
        ("e.xml", format!("{rule}{}</rule></constraints></featureModel>", nested("<not>", "</not>")), 1),
        ("f.xml", format!("<featureModel><struct>{}", nested("<and name='x'>", "</and>")), 1),
        ("g.uvl", format!("{tree}{}A{}", "!(".repeat(400), ")".repeat(400)), 0),
        ("h.uvl", chain, 0),
    ];
    for (name, content, expected) in table {
        let file = folder.join(name);
        std::fs::write(&file, content).unwrap();
        let Run { code, err, .. } = run(&["import", text(&file)]);
        let short: String = err.chars().take(300).collect();
        assert_eq!(code, expected, "{name}: {short}");
    }
}
