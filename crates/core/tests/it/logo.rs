//! The shopper's own picture, from the product file to the order.

use crate::products::{product, value};
use haberdash_core::cart::{line_item, verify};
use haberdash_core::image::{self, Drawing, File, Files, Picture, Placed};
use haberdash_core::product::Product;
use haberdash_core::scene::{self, Fonts};
use haberdash_core::selection::{Pick, Selection};
use haberdash_core::{Diagnostics, Value, art::Art, link, price, svg};
use serde_json::json;
use std::rc::Rc;

fn file() -> serde_json::Value {
    json!({
        "version": 1, "id": "mug", "title": "Mug", "currency": "EUR", "base_price": 1900,
        "options": [
            {"kind": "choice", "id": "colour", "choices": [{"id": "white"}, {"id": "red", "price": 100}]},
            {"kind": "image", "id": "logo", "title": "Logo", "price": {"once": 400}, "max_bytes": 1000},
        ],
        "views": [{"id": "front", "art": "a.svg", "mm_per_unit": 0.5, "layers": [
            {"part": "cup"}, {"zone": "front", "content": "logo", "x": 10, "y": 20, "width": 40, "height": 20, "rotate": 30},
        ]}],
    })
}

fn hash() -> Rc<str> {
    "ab".repeat(32).as_str().into()
}

fn files(picture: Picture) -> Files {
    Files::default().with(Rc::new(File {
        sha256: hash(),
        name: "our logo.png".into(),
        bytes: 700,
        size: (200.0, 200.0),
        picture,
    }))
}

fn with_logo(product: &Product) -> Selection {
    let placed = Placed { x: 250, rotate: 90, ..Placed::new(hash()) };
    Selection::defaults(product).with(product, 1, Pick::Image(Some(placed)))
}

#[test]
fn it_costs_once_and_is_written_as_an_object() {
    let product = product(&file());
    assert_eq!(product.views[0].mm_per_unit, Some(0.5));
    let (none, some) = (Selection::defaults(&product), with_logo(&product));
    assert_eq!(none.to_value(&product), value(&json!({"colour": "white"})));
    let written = json!({"colour": "white", "logo": {"file": &*hash(), "x": 250, "y": 500, "scale": 1000, "rotate": 90}});
    assert_eq!(some.to_value(&product), value(&written));
    assert_eq!(Selection::from_value(&product, &value(&written)), (some.clone(), Vec::new()));
    assert_eq!(price::price(&product, &none, 1).unwrap().unit, 1900);
    assert_eq!(price::price(&product, &some, 1).unwrap().unit, 2300);
    assert!(some.facets(&product, &none).is_empty());
    for wrong in [json!("x"), json!({"file": "x"}), json!({"file": &*hash(), "x": 1e9})] {
        let (selection, problems) = Selection::from_value(&product, &value(&json!({"logo": wrong})));
        assert_eq!((selection, problems.len()), (none.clone(), 1));
    }
}

#[test]
fn the_claim_lists_its_file_and_is_held_to_it() {
    let product = product(&file());
    let selection = with_logo(&product);
    let mut line = line_item(&product, &selection, 2, "de", "en").unwrap();
    assert!(line.properties.contains(&("Logo".into(), "Eigenes Bild".into())));
    let named = |problems: Vec<String>| {
        problems.iter().map(|p| p.split(':').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // A picture that is picked has to be listed.
    assert_eq!(named(verify(&product, &line.claim).unwrap_err()), ["files"]);
    line.list_files(&product, &selection, &files(Picture::Pixels("blob:x".into())));
    let expected = json!([{"name": "our logo.png", "sha256": &*hash(), "size": 700}]);
    assert_eq!(line.claim.get("files"), Some(&value(&expected)));
    assert_eq!(verify(&product, &line.claim).unwrap().unit, 2300);
    for files in [
        json!([{"name": "a", "sha256": &*hash(), "size": 1001}]),
        json!([{"name": "a", "sha256": &*hash(), "size": 7, "more": 1}]),
        json!([{"name": 7, "sha256": &*hash(), "size": 7}]),
        json!([{"name": "a", "sha256": "cd", "size": 7}]),
        json!([expected[0], {"name": "a", "sha256": "cd", "size": 7}]),
        json!("x"),
    ] {
        let mut claim = line.claim.clone();
        let Value::Object(fields) = &mut claim else { unreachable!() };
        fields.iter_mut().find(|(name, _)| name == "files").unwrap().1 = value(&files);
        let problems = named(verify(&product, &claim).unwrap_err());
        assert!(problems.iter().all(|name| name == "files"), "{files}: {problems:?}");
    }
}

#[test]
fn it_does_not_travel_in_a_link_which_says_so() {
    let product = product(&file());
    let link = link::encode(&product, &with_logo(&product).with(&product, 0, Pick::Choice(1)));
    let text = link::decode(&link).unwrap().unwrap();
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read, json!({"p": "mug", "s": {"colour": "red"}, "w": true}));
    assert!(link::lacks_pictures(&value(&read)));
    let without = link::encode(&product, &Selection::defaults(&product));
    assert!(!link::decode(&without).unwrap().unwrap().contains("\"w\""));
    // One that was put in by hand is taken out.
    let mut picks = with_logo(&product).to_value(&product);
    assert!(link::drop_pictures(&product, &mut picks));
    assert_eq!(picks, value(&json!({"colour": "white"})));
}

#[test]
fn presets_and_rules_cannot_look_at_it() {
    let problems = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut file = file();
        change(&mut file);
        let mut diagnostics = Diagnostics::new();
        Product::read(&value(&file), &mut diagnostics);
        diagnostics.list().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let preset = problems(&|file| {
        file["presets"] = json!([{"id": "a", "selection": {"logo": {"file": &*hash()}}}]);
    });
    assert!(preset.len() == 1 && preset[0].contains("the shopper's own"), "{preset:?}");
    let rule =
        problems(&|file| file["rules"] = json!([{"when": {"logo": "x"}, "require": {"colour": "red"}}]));
    assert!(rule.len() == 1 && rule[0].contains("pictures"), "{rule:?}");
    let zone = problems(&|file| file["views"][0]["layers"][1]["content"] = json!("colour"));
    assert!(zone.len() == 1 && zone[0].contains("text or image"), "{zone:?}");
    let scale = problems(&|file| file["views"][0]["mm_per_unit"] = json!(0));
    assert!(scale.len() == 1 && scale[0].contains("from 0.001 to 1000"), "{scale:?}");
    // Shown by a rule it is picked and priced like any other.
    let mut shown = file();
    shown["rules"] = json!([{"when": {"colour": "red"}, "show": ["logo"]}]);
    let shown = product(&shown);
    let none = Selection::defaults(&shown);
    assert_eq!(none.pick(1), Some(&Pick::Hidden));
    let red = with_logo(&shown.clone()).with(&shown, 0, Pick::Choice(1));
    assert!(matches!(red.pick(1), Some(Pick::Image(_))));
    let compiled = haberdash_core::compat::Compiled::new(&shown);
    assert!(compiled.offers(&shown, &none).choice(0, 1).is_some());
}

#[test]
fn it_has_prices_in_other_currencies() {
    let mut file = file();
    file["price_lists"] = json!([{"currency": "USD", "base_price": 2100, "options": {"colour": {"red": 110}, "logo": {"once": 450}}}]);
    let dollars = product(&file).in_currency("USD").unwrap();
    assert_eq!(price::price(&dollars, &with_logo(&dollars), 1).unwrap().unit, 2550);
    file["price_lists"][0]["options"]["logo"] = json!({});
    let mut diagnostics = Diagnostics::new();
    assert!(Product::read(&value(&file), &mut diagnostics).is_none());
}

fn picture(picture: Picture) -> String {
    let product = product(&file());
    let art = "<svg viewBox='0 0 60 60'><g id='cup'/></svg>";
    let art = Art::parse(art, &mut Diagnostics::new()).unwrap();
    let scene = scene::build_with(
        &product,
        &with_logo(&product),
        &product.views[0],
        &art,
        &Fonts::default(),
        &files(picture),
    );
    svg::write(&scene, "", &str::to_owned)
}

#[test]
fn it_is_drawn_in_its_zone_and_cut_off_there() {
    let clip = "<clipPath id=\"hb-zone-1\"><rect x=\"10\" y=\"20\" width=\"40\" height=\"20\" transform=\"rotate(30 30 30)\"/></clipPath>\
                <g clip-path=\"url(#hb-zone-1)\"><g transform=\"rotate(30 30 30) translate(20 30) rotate(90)\">";
    let pixels = picture(Picture::Pixels("blob:x&y".into()));
    let image = "<image x=\"-10\" y=\"-10\" width=\"20\" height=\"20\" preserveAspectRatio=\"none\" href=\"blob:x&amp;y\"/></g></g>";
    assert!(pixels.contains(&[clip, image].concat()), "{pixels}");
    let (drawing, _) =
        image::drawing::read(b"<svg viewBox='0 0 4 4'><path id='a' d='M0 0'/></svg>", "l-").unwrap();
    let nested = "<svg x=\"-10\" y=\"-10\" width=\"20\" height=\"20\" viewBox=\"0 0 4 4\" preserveAspectRatio=\"none\">\
                  <g><path id=\"l-a\" d=\"M0 0\"/></g></svg></g></g>";
    let drawn = picture(Picture::Drawing(drawing.clone()));
    assert!(drawn.contains(&[clip, nested].concat()), "{drawn}");
    // What is not at hand is not drawn.
    let product = product(&file());
    let art = Art::parse("<svg viewBox='0 0 60 60'/>", &mut Diagnostics::new()).unwrap();
    assert!(
        scene::build(&product, &with_logo(&product), &product.views[0], &art, &Fonts::default())
            .layers
            .is_empty()
    );
    let small = Drawing { view_box: [0.0, 0.0, 1.0, 1.0], ..drawing };
    assert!(picture(Picture::Drawing(small)).contains("viewBox=\"0 0 1 1\""));
}
