//! Drawings from anywhere: parsed or refused, and written without anything that runs or fetches.

use crate::products::{mug, product};
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::product::Product;
use haberdash_core::scene::{self, Fonts};
use haberdash_core::selection::Selection;
use haberdash_core::svg;
use proptest::prelude::*;

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 100 80\">\
    <title>Mug</title><defs><linearGradient id=\"g\" gradientUnits=\"userSpaceOnUse\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient>\
    <clipPath id=\"c\"><rect width=\"10\" height=\"10\"/></clipPath></defs>\
    <g id=\"body\" clip-path=\"url(#c)\"><path d=\"M0 0h10v10z\"/><circle r=\"4\" fill=\"url(#g)\"/></g>\
    <path id=\"handle\" d=\"M20 0h10\" transform=\"rotate(5)\"/></svg>";

/// What hostile drawings are made of.
const SCRAPS: [&str; 26] = [
    "<script>alert(1)</script>",
    "<script href=\"http://x/\"/>",
    " onload=\"alert(1)\"",
    " onclick='alert(1)'",
    "javascript:alert(1)",
    " fill=\"url(http://x/#a)\"",
    " fill='url(\"//x/#a\")'",
    " mask=\"image-set('http://x/a.png' 1x)\"",
    " clip-path=\"src(&quot;http://x&quot;)\"",
    " style=\"background:url(http://x)\"",
    "<image href=\"http://x/a.png\"/>",
    "<use xlink:href=\"http://x/#a\"/>",
    "<foreignObject><p>x</p></foreignObject>",
    "<a href=\"javascript:alert(1)\">",
    "</a>",
    "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
    "<style>@import 'http://x';</style>",
    "<!ENTITY a \"b\">",
    "&#x6a;avascript:",
    "&lt;script&gt;",
    "<![CDATA[<script>]]>",
    "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
    " fill=\"\\75rl(http://x)\"",
    "<path id=\"body\" d=\"&quot;/&gt;&lt;script&gt;\"/>",
    "\u{0}",
    "<g>",
];

fn parse(text: &str) -> (Option<Art>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let art = Art::parse(text, &mut diagnostics);
    (art, diagnostics.list().iter().map(ToString::to_string).collect())
}

/// The front of the mug as an SVG file, with every part of `art` drawn.
fn written(product: &Product, art: &Art) -> String {
    let mut view = product.views[0].clone();
    view.layers = art
        .part_ids()
        .map(|id| {
            let mut layer = view.layers[0].clone();
            layer.content = haberdash_core::product::Content::Part { id: id.to_owned(), paint: None };
            layer
        })
        .collect();
    let scene = scene::build(product, &Selection::defaults(product), &view, art, &Fonts::default());
    svg::write(&scene, "</title><script>\u{0}\u{1b}\"", &|address| address.to_owned())
}

/// Fails when something in the SVG file runs or fetches.
fn assert_harmless(file: &str) {
    assert!(!file.contains("<script") && !file.to_lowercase().contains("javascript:"), "{file}");
    let document = roxmltree::Document::parse(file).unwrap_or_else(|error| panic!("{error}: {file}"));
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        assert_eq!(element.tag_name().namespace(), Some("http://www.w3.org/2000/svg"), "{file}");
        assert!(
            !matches!(
                element.tag_name().name(),
                "script" | "foreignObject" | "use" | "a" | "style" | "set" | "animate"
            ),
            "{file}"
        );
        assert!(element.tag_name().name() != "image", "no picture was asked for: {file}");
        for attribute in element.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().to_lowercase());
            assert!(!name.starts_with("on") && !name.ends_with("href"), "{name} in {file}");
            assert!(name != "style" || value == "isolation:isolate", "{file}");
            let fetches = ["//", "@import", "('h", "(\"h", "('/", "(\"/"];
            // Path data, names and the like are no addresses, whatever they spell.
            let can_refer = ["fill", "stroke", "mask", "clip-path", "stop-color"].contains(&name.as_str());
            assert!(!can_refer || !fetches.iter().any(|f| value.contains(f)), "{name}={value} in {file}");
        }
    }
}

#[test]
fn presentation_attributes_that_would_fetch_are_dropped() {
    // CSS functions other than url() take addresses as well, as strings.
    for value in [
        "image-set('http://x/a.png' 1x)",
        "src('http://x/')",
        "image('//x/a.png')",
        "cross-fade('http://x/', red)",
    ] {
        for name in ["mask", "fill", "clip-path"] {
            let text = format!("<svg viewBox='0 0 1 1'><path id='p' {name}=\"{value}\"/></svg>");
            let (art, problems) = parse(&text);
            assert_eq!(art.unwrap().part("p").unwrap().attribute(name), None, "{name}={value}");
            assert_eq!(
                problems,
                [format!("{name} refers to something outside of the drawing; it is left out")]
            );
        }
    }
    for value in ["url(#a)", "url('#a')", "url(#a) #fff", "rgb(0, 0, 0)", "none"] {
        let (art, problems) = parse(&format!("<svg viewBox='0 0 1 1'><path id='p' fill=\"{value}\"/></svg>"));
        assert_eq!(art.unwrap().part("p").unwrap().attribute("fill"), Some(value));
        assert_eq!(problems, Vec::<String>::new());
    }
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    let table = [
        ("", "not well-formed XML at line 1, column 1"),
        ("<svg", "not well-formed XML at line 1"),
        ("<svg viewBox='0 0 1 1'>\n<g></svg>", "not well-formed XML at line 2"),
        ("<html/>", "expected an SVG drawing, found <html>"),
        ("<svg/>", "the drawing needs a viewBox"),
        ("<svg viewBox='0 0 NaN 1'/>", "the drawing needs a viewBox"),
        ("<svg viewBox='0 0 1e9 1'/>", "the drawing needs a viewBox"),
        ("<svg viewBox='0 0 1'/>", "the drawing needs a viewBox"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'>&a;</svg>", "not well-formed XML"),
    ];
    for (text, part) in table {
        let (art, problems) = parse(text);
        assert!(art.is_none(), "{text}");
        assert!(problems.iter().any(|problem| problem.contains(part)), "{text}: {problems:?}");
    }
}

#[test]
fn deep_and_broad_drawings_do_not_overflow_anything() {
    let deep =
        |n: usize| format!("<svg viewBox='0 0 1 1'>{}{}</svg>", "<g id='a'>".repeat(n), "</g>".repeat(n));
    for n in [64, 1_000, 50_000, 150_000] {
        let _ = parse(&deep(n));
    }
    let _ = parse(&"<g>".repeat(300_000));
    let (art, problems) = parse(&format!("<svg viewBox='0 0 1 1'>{}</svg>", "<text/>".repeat(10_000)));
    assert!(art.is_some());
    assert_eq!(problems.len(), 500, "one warning each, within bounds");
}

proptest! {
    #[test]
    fn any_text_can_be_parsed(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn hostile_drawings_are_written_harmlessly(
        scraps in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&SCRAPS[..])), 0..4),
        cut in prop::option::of((any::<prop::sample::Index>(), 1..40_usize)),
    ) {
        let product = product(&mug());
        let mut text: Vec<char> = SVG.chars().collect();
        for (at, scrap) in scraps {
            // Scraps of markup are put where markup can stand, so that much of it is well-formed.
            let places: Vec<usize> = (1..text.len()).filter(|i| match scrap.chars().next() {
                Some('<' | '&') => text[i - 1] == '>',
                Some(' ') => text[*i] == ' ' && text[i - 1] != '>',
                _ => true,
            }).collect();
            let at = places[at.index(places.len())];
            text.splice(at..at, scrap.chars());
        }
        if let Some((at, length)) = cut {
            let at = at.index(text.len());
            text.drain(at..(at + length).min(text.len()));
        }
        let text: String = text.into_iter().collect();
        if let (Some(art), _) = parse(&text) {
            assert_harmless(&written(&product, &art));
        }
    }
}

#[test]
fn the_drawing_used_here_is_sound() {
    let (art, problems) = parse(SVG);
    assert_eq!(problems, Vec::<String>::new());
    let art = art.unwrap();
    assert_eq!(art.part_ids().collect::<Vec<_>>(), ["body", "handle"]);
    assert_harmless(&written(&product(&mug()), &art));
    for scrap in SCRAPS {
        let whole = SVG.replace("<title>Mug</title>", scrap);
        if let (Some(art), _) = parse(&whole) {
            assert_harmless(&written(&product(&mug()), &art));
        }
    }
}
