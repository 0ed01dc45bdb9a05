//! Each mistake in a product file: where it is told, and in which words.

use crate::products::{mug, product, read};
use serde_json::{Value, json};

/// A mistake: the place in the mug's file, what is put there (nothing: it is taken out), and what is told.
type Case = (&'static str, Option<Value>, &'static [&'static str]);

fn put(json: &mut Value, pointer: &str, new: Option<Value>) {
    if pointer.is_empty() {
        *json = new.unwrap_or_default();
        return;
    }
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match (json.pointer_mut(parent).unwrap(), new) {
        (Value::Object(fields), Some(new)) => drop(fields.insert(name.to_owned(), new)),
        (Value::Object(fields), None) => drop(fields.remove(name)),
        (Value::Array(items), Some(new)) if name == "-" => items.push(new),
        (Value::Array(items), Some(new)) => items[name.parse::<usize>().unwrap()] = new,
        (other, _) => panic!("{parent} is {other}"),
    }
}

fn check(cases: Vec<Case>) {
    for (pointer, new, expected) in cases {
        let mut json = mug();
        put(&mut json, pointer, new.clone());
        let (product, problems) = read(&json);
        assert_eq!(problems, expected, "{pointer} = {new:?}");
        let has_errors = expected.iter().any(|line| line.starts_with("Error"));
        assert_eq!(
            product.is_none(),
            has_errors,
            "{pointer} = {new:?}: warnings do not stop a product, errors do"
        );
    }
}

#[test]
fn what_a_file_as_a_whole_must_have() {
    check(vec![
        ("", Some(json!([])), &["Error : expected an object, found a list"]),
        ("", Some(Value::Null), &["Error : expected an object, found null"]),
        ("/version", None, &["Error : \"version\" is missing"]),
        (
            "/version",
            Some(json!(2)),
            &["Error /version: this is a product file of another version; version 1 is understood here"],
        ),
        ("/version", Some(json!("1")), &["Error /version: expected a whole number, found a string"]),
        ("/id", None, &["Error : \"id\" is missing"]),
        (
            "/id",
            Some(json!("Mug 1")),
            &["Error /id: \"Mug 1\" is not an id: use lower-case letters, digits and hyphens, 64 at most"],
        ),
        (
            "/id",
            Some(json!("")),
            &["Error /id: \"\" is not an id: use lower-case letters, digits and hyphens, 64 at most"],
        ),
        ("/title", None, &["Error : \"title\" is missing"]),
        (
            "/title",
            Some(json!({})),
            &["Error /title: expected at least one language, such as {\"en\": \"…\"}"],
        ),
        ("/title", Some(json!({"en": 1})), &["Error /title/en: expected a string, found a number"]),
        (
            "/title",
            Some(json!(7)),
            &["Error /title: expected text, or texts by language such as {\"en\": \"…\"}, found a number"],
        ),
        (
            "/currency",
            Some(json!("eur")),
            &["Error /currency: expected an ISO 4217 currency code such as \"EUR\""],
        ),
        (
            "/base_price",
            Some(json!(12.5)),
            &[
                "Error /base_price: expected a price in whole minor units, such as 8900 for 89.00, found a number with a fraction or out of range",
            ],
        ),
        (
            "/base_price",
            Some(json!("12")),
            &[
                "Error /base_price: expected a price in whole minor units, such as 8900 for 89.00, found a string",
            ],
        ),
        (
            "/base_price",
            Some(json!(2_000_000_000_000_i64)),
            &[
                "Error /base_price: expected a price in whole minor units, such as 8900 for 89.00, found a number with a fraction or out of range",
            ],
        ),
        ("/tax_included", Some(json!(1)), &["Error /tax_included: expected true or false, found a number"]),
        ("/options", Some(json!({})), &["Error /options: expected a list, found an object"]),
        (
            "/presets/-",
            Some(json!({"id": "gift", "selection": {}})),
            &["Error /presets/1/id: there are two presets called \"gift\""],
        ),
        (
            "/fonts/-",
            Some(json!({"id": "plain", "src": "x.ttf"})),
            &["Error /fonts/1/id: there are two fonts called \"plain\""],
        ),
        (
            "/fonts/0/src",
            Some(json!("ftp://x/y.ttf")),
            &["Error /fonts/0/src: expected the address of a file, relative to this one or with https"],
        ),
        (
            "/fonts/0/src",
            Some(json!("javascript:alert(1)")),
            &["Error /fonts/0/src: expected the address of a file, relative to this one or with https"],
        ),
    ]);
}

#[test]
fn what_refers_to_something_that_could_not_be_read_is_not_told_as_well() {
    check(vec![
        (
            "/options/0/kind",
            Some(json!("choise")),
            &["Error /options/0/kind: unknown kind of option \"choise\"; did you mean \"choice\"?"],
        ),
        (
            "/options/0/choices/0/color",
            Some(json!("weiß")),
            &["Error /options/0/choices/0/color: expected a colour such as \"#1f3a5f\""],
        ),
        (
            "/options/1/choices/0/price",
            Some(json!([])),
            &[
                "Error /options/1/choices/0/price: expected a price in whole minor units, such as 8900 for 89.00, found a list",
            ],
        ),
        (
            "/fonts/0/src",
            Some(json!("")),
            &["Error /fonts/0/src: expected the address of a file, relative to this one or with https"],
        ),
    ]);
}

#[test]
fn an_empty_list_of_options_or_choices() {
    let mut json = mug();
    for field in ["views", "presets"] {
        put(&mut json, &format!("/{field}"), None);
    }
    put(&mut json, "/options", Some(json!([])));
    assert_eq!(read(&json).1, ["Error /options: a product needs at least one option"]);
    put(&mut json, "/options", Some(json!([{"id": "a", "kind": "choice", "choices": []}])));
    assert_eq!(read(&json).1, ["Error /options/0/choices: an option needs at least one choice"]);
}

#[test]
fn mistakes_in_options() {
    check(vec![
        (
            "/options/1",
            Some(json!("handle")),
            &[
                "Error /options/1: expected an object, found a string",
                "Error /views/0/layers/1/when/handle: unknown option \"handle\"; there are: glaze, name",
            ],
        ),
        (
            "/options/0/kind",
            None,
            &[
                "Error /options/0: \"kind\" is missing; there are: choice, toggle, multi, quantity, measure, text, image, color",
            ],
        ),
        (
            "/options/0/kind",
            Some(json!("choise")),
            &["Error /options/0/kind: unknown kind of option \"choise\"; did you mean \"choice\"?"],
        ),
        (
            "/options/0/kind",
            Some(json!("balloon")),
            &[
                "Error /options/0/kind: unknown kind of option \"balloon\"; there are: choice, toggle, multi, quantity, measure, text, image, color",
            ],
        ),
        (
            "/options/0/display",
            Some(json!("swatsh")),
            &["Error /options/0/display: unknown display \"swatsh\"; did you mean \"swatch\"?"],
        ),
        (
            "/options/0/role",
            Some(json!("main")),
            &[
                "Error /options/0/role: unknown role \"main\"; there are: primary, secondary, accent, pattern, monogram, logo",
            ],
        ),
        (
            "/options/0/default",
            Some(json!("whit")),
            &["Error /options/0/default: unknown choice \"whit\"; did you mean \"white\"?"],
        ),
        (
            "/options/1/id",
            Some(json!("name")),
            &[
                "Error /options/2/id: there are two options called \"name\"",
                "Error /views/0/layers/1/when/handle: unknown option \"handle\"; there are: glaze, name, name",
                // The zone's text option is hidden by the other one.
                "Error /views/0/layers/2/content: expected an option of kind text or image",
            ],
        ),
        (
            "/options/0/choices/1/id",
            Some(json!("white")),
            &["Error /options/0/choices/1/id: there are two choices called \"white\""],
        ),
        (
            "/options/0/choices/0/id",
            None,
            &[
                "Error /options/0/choices/0: \"id\" is missing",
                "Error /options/0/default: unknown choice \"white\"; there are: speckled, seconds",
            ],
        ),
        (
            "/options/0/choices/0/color",
            Some(json!("white")),
            &["Error /options/0/choices/0/color: expected a colour such as \"#1f3a5f\""],
        ),
        (
            "/options/0/choices/0/color",
            Some(json!("#+12")),
            &["Error /options/0/choices/0/color: expected a colour such as \"#1f3a5f\""],
        ),
        (
            "/options/0/choices/1/texture",
            Some(json!("")),
            &[
                "Error /options/0/choices/1/texture: expected the address of a file, relative to this one or with https",
            ],
        ),
        (
            "/options/0/choices/1/scale",
            Some(json!(0)),
            &["Error /options/0/choices/1/scale: expected a number from 1 to 10000"],
        ),
        (
            "/options/0/choices/1/price",
            Some(json!("3 €")),
            &[
                "Error /options/0/choices/1/price: expected a price in whole minor units, such as 8900 for 89.00, found a string",
            ],
        ),
        (
            "/options/0/choices/0/facets",
            Some(json!({"color": 1})),
            &["Error /options/0/choices/0/facets/color: expected a string, found a number"],
        ),
        ("/options/2/max_chars", None, &["Error /options/2: \"max_chars\" is missing"]),
        (
            "/options/2/max_chars",
            Some(json!(0)),
            &["Error /options/2/max_chars: expected 0 ≤ min_chars ≤ max_chars, and max_chars from 1 to 1000"],
        ),
        (
            "/options/2/min_chars",
            Some(json!(9)),
            &["Error /options/2/max_chars: expected 0 ≤ min_chars ≤ max_chars, and max_chars from 1 to 1000"],
        ),
        (
            "/options/2/fonts/0",
            Some(json!("plian")),
            &["Error /options/2/fonts/0: unknown font \"plian\"; did you mean \"plain\"?"],
        ),
        (
            "/options/2/paint",
            Some(json!("glace")),
            &["Error /options/2/paint: unknown option \"glace\"; did you mean \"glaze\"?"],
        ),
    ]);
}

#[test]
fn a_set_of_characters_that_runs_backwards() {
    let mut json = mug();
    put(&mut json, "/options/2/charset", Some(json!("Z-A")));
    let (product, problems) = read(&json);
    assert!(product.is_none());
    assert_eq!(problems, ["Error /options/2/charset: a range runs backwards; write \"A-Z\", not \"Z-A\""]);
}

#[test]
fn mistakes_in_views_and_presets() {
    let zone = "/views/0/layers/2";
    check(vec![
        ("/views/0/art", None, &["Error /views/0: \"art\" is missing"]),
        (
            "/views/-",
            Some(json!({"id": "front", "art": "a.svg", "layers": []})),
            &["Error /views/1/id: there are two views called \"front\""],
        ),
        (
            "/views/0/layers/0/paint",
            Some(json!("glazes")),
            &["Error /views/0/layers/0/paint: unknown option \"glazes\"; did you mean \"glaze\"?"],
        ),
        (
            "/views/0/layers/0/paint",
            Some(json!("name")),
            &["Error /views/0/layers/0/paint: expected an option of kind choice or color"],
        ),
        (
            "/views/0/layers/0/opens",
            Some(json!("nam")),
            &["Error /views/0/layers/0/opens: unknown option \"nam\"; did you mean \"name\"?"],
        ),
        (
            "/views/0/layers/0/blend",
            Some(json!("multiplied")),
            &["Error /views/0/layers/0/blend: unknown blend \"multiplied\"; did you mean \"multiply\"?"],
        ),
        (
            "/views/0/layers/0/part",
            None,
            &[
                "Error /views/0/layers/0: a layer needs exactly one of \"part\", \"photo\", \"shade\" and \"zone\", or a \"mask\"",
            ],
        ),
        (
            "/views/0/layers/0/shade",
            Some(json!("s.webp")),
            &[
                "Error /views/0/layers/0: a layer needs exactly one of \"part\", \"photo\", \"shade\" and \"zone\", or a \"mask\"",
            ],
        ),
        (
            "/views/0/layers/1/when",
            Some(json!({"handel": ["round"]})),
            &["Error /views/0/layers/1/when/handel: unknown option \"handel\"; did you mean \"handle\"?"],
        ),
        (
            "/views/0/layers/1/when",
            Some(json!({"handle": ["round", "sqare"]})),
            &["Error /views/0/layers/1/when/handle/1: unknown choice \"sqare\"; there are: round, none"],
        ),
        (
            "/views/0/layers/1/when",
            Some(json!({"name": ["A"]})),
            &["Error /views/0/layers/1/when/name: expected an option of kind choice"],
        ),
        (
            "/views/0/layers/1/when",
            Some(json!({"handle": "round"})),
            &["Error /views/0/layers/1/when/handle: expected a list, found a string"],
        ),
        (
            "/views/0/layers/2/content",
            None,
            &["Error /views/0/layers/2: a zone needs \"content\", the id of an option of kind text or image"],
        ),
        (
            "/views/0/layers/2/content",
            Some(json!("glaze")),
            &["Error /views/0/layers/2/content: expected an option of kind text or image"],
        ),
        (
            "/views/0/layers/1",
            Some(json!({"mask": "body.webp"})),
            &[
                "Error /views/0/layers/1: a mask needs \"paint\", the id of a choice option, or a \"part\" or \"photo\" to cut",
            ],
        ),
        (
            "/views/0/layers/1",
            Some(json!({"mask": "body.webp", "paint": "glazes"})),
            &["Error /views/0/layers/1/paint: unknown option \"glazes\"; did you mean \"glaze\"?"],
        ),
        (
            "/views/0/layers/1",
            Some(json!({"photo": "a.jpg", "shade": "b.jpg"})),
            &[
                "Error /views/0/layers/1: a layer needs exactly one of \"part\", \"photo\", \"shade\" and \"zone\", or a \"mask\"",
            ],
        ),
        (
            "/views/0/mm_per_unit",
            Some(json!(0)),
            &["Error /views/0/mm_per_unit: expected a number from 0.001 to 1000"],
        ),
        (
            "/options/0/choices/1/width_mm",
            Some(json!(-3)),
            &["Error /options/0/choices/1/width_mm: expected a number from 0.1 to 100000"],
        ),
        (
            "/views/0/layers/2",
            Some(json!({"zone": "belly", "content": "name", "path": "arc", "width": 30})),
            &[
                "Error /views/0/layers/2: a zone needs a \"width\" and a \"height\" above 0; with a \"path\" only the \"height\"",
            ],
        ),
        (
            "/views/0/layers/2/width",
            Some(json!(0)),
            &[
                "Error /views/0/layers/2: a zone needs a \"width\" and a \"height\" above 0; with a \"path\" only the \"height\"",
            ],
        ),
        (
            "/presets/0/selection/glaze",
            Some(json!("speckeld")),
            &["Error /presets/0/selection/glaze: unknown choice \"speckeld\"; did you mean \"speckled\"?"],
        ),
        (
            "/presets/0/selection/name",
            Some(json!("E V A")),
            &["Error /presets/0/selection/name: the text for option \"name\" cannot be had"],
        ),
        (
            "/presets/0/selection/name",
            Some(json!(3)),
            &["Error /presets/0/selection/name: expected a string for option \"name\", found a number"],
        ),
        (
            "/presets/0/selection/lid",
            Some(json!("x")),
            &["Error /presets/0/selection/lid: unknown option \"lid\"; there are: glaze, handle, name"],
        ),
    ]);
    assert!(mug().pointer(zone).is_some());
}

#[test]
fn unknown_fields_are_told_and_do_no_harm() {
    check(vec![
        ("/$schema", Some(json!("x")), &[]),
        ("/$comment", Some(json!("x")), &[]),
        (
            "/taxincluded",
            Some(json!(true)),
            &["Warning /taxincluded: unknown field \"taxincluded\"; did you mean \"tax_included\"?"],
        ),
        (
            "/options/0/titel",
            Some(json!("x")),
            &["Warning /options/0/titel: unknown field \"titel\"; did you mean \"title\"?"],
        ),
        (
            "/options/0/choices/0/colour",
            Some(json!("x")),
            &["Warning /options/0/choices/0/colour: unknown field \"colour\"; did you mean \"color\"?"],
        ),
        (
            "/options/2/price/per_chr",
            Some(json!(1)),
            &["Warning /options/2/price/per_chr: unknown field \"per_chr\"; did you mean \"per_char\"?"],
        ),
        (
            "/views/0/layers/0/a~1b",
            Some(json!(1)),
            &["Warning /views/0/layers/0/a~01b: unknown field \"a~1b\""],
        ),
    ]);
}

#[test]
fn a_product_that_could_cost_less_than_nothing_is_refused() {
    let with = |text: Value| {
        json!({"version": 1, "id": "p", "title": "P", "currency": "EUR", "base_price": 100, "options": [
            {"id": "c", "kind": "choice", "choices": [{"id": "a"}, {"id": "b", "price": -60}]},
            {"id": "t", "kind": "text", "min_chars": 2, "max_chars": 10, "price": text}]})
    };
    for (text, least) in [
        (json!({"per_char": -5}), -10),
        (json!({"once": -41}), -1),
        // Dear letters make a long text cost something, but a short one still would not.
        (json!({"once": -80, "per_char": 10}), -20),
    ] {
        let message = format!(
            "Error /base_price: the cheapest selection would cost {least} minor units, which is less than nothing"
        );
        assert_eq!(read(&with(text)).1, [message]);
    }
    for text in [json!({"once": -40}), json!({"once": -60, "per_char": 10}), json!({"per_char": -4})] {
        product(&with(text));
    }
}

#[test]
fn everything_is_told_at_once() {
    let mut json = mug();
    put(&mut json, "/id", Some(json!("MUG")));
    put(&mut json, "/currency", None);
    put(&mut json, "/options/0/display", Some(json!("cards")));
    put(&mut json, "/options/0/choices/2/price", Some(json!(0.5)));
    put(&mut json, "/options/2/prize", Some(json!({})));
    put(&mut json, "/views/0/layers/0/blend", Some(json!("darken")));
    put(&mut json, "/views/0/layers/1/paint", Some(json!("glace")));
    let (product, problems) = read(&json);
    assert!(product.is_none());
    let places: Vec<&str> = problems.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "Error /id",
            "Error ",
            "Error /options/0/display",
            "Error /options/0/choices/2/price",
            "Warning /options/2/prize",
            "Error /views/0/layers/0/blend",
            "Error /views/0/layers/1/paint",
        ]
    );
}

#[test]
fn colours_have_three_or_six_digits() {
    let mut json = mug();
    for (written, read) in [("#fff", "#ffffff"), ("#1A2b3C", "#1a2b3c"), ("#08f", "#0088ff")] {
        put(&mut json, "/options/0/choices/0/color", Some(json!(written)));
        let product = product(&json);
        let haberdash_core::product::Kind::Choice(choice) = &product.options[0].kind else { panic!() };
        assert_eq!(choice.choices[0].color.unwrap().to_string(), read);
    }
}
