use super::*;
use proptest::prelude::*;

/// The same tree as roxmltree has it: names, attributes without a prefix, and depths.
fn theirs(text: &str) -> Option<Vec<String>> {
    let options = roxmltree::ParsingOptions { allow_dtd: false, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    let line = |node: roxmltree::Node| {
        let depth = node.ancestors().count() - 2;
        let own = node.attributes().filter(|a| a.namespace().is_none());
        let list: Vec<_> = own.map(|a| (a.name().to_owned(), a.value().to_owned())).collect();
        format!("{depth} {} {list:?}", node.tag_name().name())
    };
    Some(elements.map(line).collect())
}

fn ours(text: &str) -> Option<Vec<String>> {
    fn walk(document: &Document, index: usize, depth: usize, out: &mut Vec<String>) {
        let element = document.element(index).unwrap();
        let list: Vec<_> = element.attributes.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect();
        out.push(format!("{depth} {} {list:?}", element.name));
        for child in document.children(index) {
            walk(document, child, depth + 1, out);
        }
    }
    let document = parse(text).ok()?;
    let mut out = Vec::new();
    walk(&document, 0, 0, &mut out);
    Some(out)
}

/// What files are made of, in any order: mostly wrong.
fn pieces() -> impl Strategy<Value = String> {
    let list = vec![
        "<",
        ">",
        "/>",
        "</",
        "<a",
        "<b ",
        "</a>",
        "</b>",
        " ",
        "\r\n",
        "\t",
        "x",
        "x='1'",
        " y = \"&lt;\"",
        "'",
        "\"",
        "=",
        "&amp;",
        "&#65;",
        "&#x41;",
        "&#0;",
        "&#10;",
        "&bad;",
        "&",
        "<!--",
        "-->",
        "--",
        "<![CDATA[",
        "]]>",
        "<?pi",
        "?>",
        "<?xml ",
        "é",
        "\u{1}",
        "\u{ffff}",
        "xmlns='u'",
        "xmlns:p='u'",
        " p:q='1'",
        "<p:a>",
        "</p:a>",
        ":",
        "<!DOCTYPE a>",
        "\u{feff}",
    ];
    let piece = prop_oneof![9 => prop::sample::select(list).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A well-formed element and what is in it.
fn element() -> impl Strategy<Value = String> {
    let value = "[a-z é\t\n\r]{0,5}(&lt;|&#x9;|&#228;|&apos;)?[#a-z]{0,3}";
    let attributes = prop::collection::btree_map("[a-z][a-z0-9.-]{0,4}", value, 0..4);
    let open = |name: &str, attributes: &std::collections::BTreeMap<String, String>| {
        let list =
            attributes.iter().filter(|(name, _)| *name != "xmlns").map(|(n, v)| format!(" {n} =\n\"{v}\""));
        format!("<{name} xmlns:p=\"u\" p:skipped=''{}", list.collect::<String>())
    };
    let leaf = ("(p:)?[a-z_é][a-z0-9]{0,4}", attributes.clone())
        .prop_map(move |(n, a)| format!("{}/>", open(&n, &a)));
    leaf.prop_recursive(4, 40, 5, move |inner| {
        let aside = prop::sample::select(vec![
            "",
            "text é",
            "&amp;",
            "<!-- - -->",
            "<![CDATA[<&]]]>",
            "<?pi x?>",
            "<?:p:i?>",
            "\r\n]] >",
        ]);
        let content = prop::collection::vec((aside, inner), 0..5);
        ("(p:)?[a-z_é][a-z0-9]{0,4}", attributes.clone(), content).prop_map(
            move |(name, attributes, content)| {
                let content: String =
                    content.into_iter().map(|(aside, inner)| [aside, &inner].concat()).collect();
                format!("{}>{content}</{name} >", open(&name, &attributes))
            },
        )
    })
}

proptest! {
    #[test]
    fn well_formed_files_have_the_same_tree(root in element(), head in "(\u{feff})?(<\\?xml version='1[.]0'\\?>)?( |<!-- x -->)?") {
        let text = format!("{head}{root}\n<!-- end -->");
        let expected = theirs(&text);
        prop_assert!(expected.is_some(), "{text}");
        prop_assert_eq!(ours(&text), expected);
    }

    #[test]
    fn what_a_strict_reader_takes_is_taken_alike(text in pieces(), root in element(), at in any::<prop::sample::Index>(), piece in pieces()) {
        let mut broken = root;
        let places: Vec<usize> = broken.char_indices().map(|(i, _)| i).collect();
        broken.insert_str(places[at.index(places.len())], &piece);
        for text in [format!("<a>{text}</a>"), text, broken] {
            if let Some(expected) = theirs(&text) {
                prop_assert_eq!(ours(&text), Some(expected), "{}", text);
            } else if let Err((line, column)) = parse(&text) {
                prop_assert!(line > 0 && column > 0);
            }
        }
    }
}

#[test]
fn what_is_not_well_formed_is_refused_where_it_is() {
    let table = [
        ("", (1, 1)),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", (1, 2)),
        ("<a>\n &b;</a>", (2, 2)),
        ("<a>\n<b></a>", (2, 6)),
        ("<a x='1' x='2'/>", (1, 10)),
        ("<a x='<'/>", (1, 7)),
        ("<a x='1'y='2'/>", (1, 9)),
        ("<a>]]></a>", (1, 4)),
        ("<a><!-- -- --></a>", (1, 11)),
        ("<a/>é<b/>", (1, 5)),
        ("<a>é\u{1}</a>", (1, 5)),
        ("<a", (1, 3)),
        ("<a>", (1, 4)),
        ("<a>&#xD800;</a>", (1, 4)),
    ];
    for (text, place) in table {
        assert_eq!(parse(text).map(|_| ()), Err(place), "{text}");
    }
}

#[test]
fn depth_and_number_are_no_danger() {
    let deep = format!("{}{}", "<a>".repeat(150_000), "</a>".repeat(150_000));
    let document = parse(&deep).unwrap();
    assert_eq!(document.children(0), [1]);
    let many = format!("<a>{}</a>", "<b/>".repeat(MOST));
    assert!(parse(&many).is_err());
}

/// The same tree, of a text that comes in pieces of `size` bytes or a few more.
fn streamed(text: &str, size: usize) -> Option<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut at = 0;
    let mut more = |_: usize| {
        let start = at;
        at = (start + size).min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
        (at > start).then(|| text[start..at].to_owned())
    };
    let mut stream = Stream::new(&mut more);
    let (mut out, mut depth) = (Vec::new(), 0);
    loop {
        match stream.next()? {
            Event::Start(tag) => {
                let list: Vec<_> = tag.attributes.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect();
                out.push(format!("{depth} {} {list:?}", tag.name));
                depth += usize::from(!tag.empty);
            }
            Event::End => depth -= 1,
            Event::Done => return Some(out),
        }
    }
}

#[test]
fn in_pieces_it_is_the_same() {
    let table = [
        "\u{feff}<?xml version='1.0'?><!-- a > b --> <a x='>' y=\"it's > \"> t <![CDATA[ <b> ]]> <b/><?p > ?></a> <!-- - -->\n",
        "<a><b>é</b>ü<c ö='ß'/></a>",
        "<a>&lt;&#65;</a>",
        "<a/>",
        "<a></a>x",
        "<a></b>",
        "<a",
        "<a><!-- ",
        "<a x='",
        "<?xml ",
        "",
        "\u{feff}",
        " <?xml version='1.0'?><a/>",
        "<a>]]></a>",
        "<a/><b/>",
    ];
    for text in table {
        for size in [1, 2, 3, 7, 1000] {
            assert_eq!(streamed(text, size), ours(text), "{text:?} by {size}");
        }
    }
}

#[test]
fn what_does_not_end_is_asked_for_in_ever_larger_pieces() {
    let mut asked = Vec::new();
    let mut more = |least: usize| {
        asked.push(least);
        (asked.len() < 12).then(|| if asked.len() == 1 { "<a x='".to_owned() } else { "y".repeat(least) })
    };
    assert!(Stream::new(&mut more).next().is_none());
    let pairs: Vec<_> = asked.windows(2).skip(2).take(8).collect();
    assert!(pairs.len() == 8 && pairs.iter().all(|pair| pair[1] >= 2 * pair[0]), "{asked:?}");
}

proptest! {
    #[test]
    fn any_file_is_the_same_in_pieces(text in prop_oneof![pieces(), element()], size in 1..40_usize) {
        prop_assert_eq!(streamed(&text, size), ours(&text));
    }
}
