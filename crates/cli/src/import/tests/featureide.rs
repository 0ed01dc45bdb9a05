//! FeatureIDE.

use super::*;

fn with(tree: &str, constraints: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<featureModel><properties><graphics key=\"a\" value=\"b\"/></properties><struct>{tree}</struct>\
         <constraints>{constraints}</constraints><comments/></featureModel>"
    )
}

#[test]
fn trees_and_formulas_are_read() {
    let tree = "<and abstract=\"true\" mandatory=\"true\" name=\"R\"><graphics key=\"x\" value=\"1\"/><description>d</description>\
        <feature name=\"A &amp; B\"/><feature name=\"C\" hidden=\"true\"/><feature mandatory=\"true\" name=\"D\"/></and>";
    let (a, c, d) = ("<var>A &amp; B</var>", "<var>C</var>", "<var>D</var>");
    let table = [
        (String::new(), "4"),
        (format!("<rule><imp>{a}{c}</imp></rule>"), "3"),
        (format!("<rule><eq>{a}{c}</eq></rule>"), "2"),
        (format!("<rule><description>Why</description><not>{a}</not></rule>"), "2"),
        (format!("<rule><atmost1>{a}{c}{d}</atmost1></rule>"), "1"),
        (format!("<rule><disj>{a}<conj>{c}{d}</conj></disj></rule><rule/>"), "3"),
    ];
    for (rules, expected) in table {
        assert_eq!(count(&with(tree, &rules), Format::Featureide), expected, "{rules}");
    }
    let alternatives = "<and name=\"R\"><alt name=\"X\"><feature name=\"A\"/><feature name=\"B\"/></alt>\
        <or mandatory=\"true\" name=\"Y\"><feature mandatory=\"true\" name=\"C\"/><feature name=\"D\"/></or></and>";
    assert_eq!(count(&with(alternatives, ""), Format::Featureide), "9");
}

#[test]
fn prices_go_where_features_went_and_reasons_with_rules() {
    let price =
        |value: &str| format!("<attribute name=\"Price\" type=\"double\" unit=\"$\" value=\"{value}\"/>");
    let tree = format!(
        "<and name=\"R\">{}<and mandatory=\"true\" name=\"A\">{}<feature name=\"B\">{}</feature></and>\
         <alt mandatory=\"true\" name=\"C\"><and name=\"D\">{}<feature mandatory=\"true\" name=\"E\">{}</feature></and><feature name=\"F\"/></alt></and>",
        price("10.0"),
        price("0.5"),
        price("1.25"),
        price("3"),
        price("-4.01")
    );
    let rule = "<rule><description> B needs F. </description><imp><var>B</var><var>F</var></imp></rule>";
    let (product, said) = imported(&with(&tree, rule), Format::Featureide);
    assert_eq!(said, Vec::<String>::new());
    let text = product.to_string();
    for part in [
        r#""base_price":1050"#,
        r#""currency":"USD""#,
        r#"{"id":"b","kind":"toggle","price":125,"title":"B"}"#,
        r#"{"id":"d","price":-101,"title":"D"}"#,
        r#""because":"B needs F.""#,
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_cannot_be_taken_is_told_with_its_place() {
    let tree = "<and name=\"R\"><feature name=\"Alpha\"/></and>";
    let table = [
        (
            with(tree, "<rule>\n<var>Alpa</var></rule>"),
            "f:3:1: error: unknown feature \"Alpa\"; did you mean \"Alpha\"?",
        ),
        (with(tree, "<rule>\n<xor><var>Alpha</var></xor></rule>"), "f:3:1: error: <xor> is not read"),
        (with(tree, "<rule>\n<imp><var>Alpha</var></imp></rule>"), "f:3:1: error: <imp> has 1 formulas"),
        (with(tree, "\n<rul/>"), "f:3:1: error: <rul> is not known among constraints"),
        (
            with("<and name=\"R\">\n<feature name=\"R\"/></and>", ""),
            "f:3:1: error: the name \"R\" is taken in line 2",
        ),
        (with("<and name=\"R\"/>\n<and name=\"S\"/>", ""), "f:3:1: error: a second root"),
        (with("\n<and/>", ""), "f:3:1: error: this feature has no name"),
        (with("", ""), "f:2:1: error: there is no <struct>"),
        ("<featureModel>\n<struct>".into(), "f:1:1: error: this is not XML"),
        (
            with("<and name=\"R\">\n<attribute name=\"price\" value=\"cheap\"/></and>", ""),
            "f:2:77: error: the price of \"R\"",
        ),
    ];
    for (text, message) in table {
        let said = refused(&text, Format::Featureide);
        assert!(said.iter().any(|line| line.starts_with(message)), "{text:?}: {said:?}");
    }
}
