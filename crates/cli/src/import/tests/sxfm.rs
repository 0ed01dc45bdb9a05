//! SXFM.

use super::*;

fn with(tree: &str, constraints: &str) -> String {
    format!(
        "<!-- made & <by> hand -->\n<feature_model name=\"A &amp; B\">\n<meta>\n</meta>\n<feature_tree>\n{tree}</feature_tree>\n\
         <constraints>\n{constraints}</constraints>\n</feature_model>\n"
    )
}

#[test]
fn trees_and_clauses_are_read() {
    let tree = ":r Root < & (_r)\n\t:m M(m)\n\t\t:g (_g) [1,1] \n\t\t\t: One (x) (one)\n\t\t\t: Two(two)\n\t:o O (o)\n\t\t:g [1,*]\n\t\t\t: a\n\t\t\t\
        : B (b) \n\t\t\t\t:o D (d)\n\t\t\t: c (c)\n\n";
    // One of two; and off, or at least one of three of which one has an optional child.
    let table = [
        ("", "24"),
        ("c1: ~one or ~o\n", "13"),
        ("c1:~one or o\nc2 : d OR ~b\n", "15"),
        ("~a\n", "12"),
        ("<!-- c1 -->\nc: ~o\n", "2"),
    ];
    for (clauses, expected) in table {
        let (product, _) = imported(&with(tree, clauses), Format::Sxfm);
        let oracle = Oracle::new(&product);
        assert_eq!(oracle.counted(), expected, "{clauses}");
        assert_eq!(product.get("title").and_then(Value::as_str), Some("A & B"));
        assert!(product.to_string().contains("\"title\":\"One (x)\""));
    }
    let spaces = ":r R (r)\r\n  :g [2,3]\r\n    : a (a)\r\n    : b (b)\r\n    : c (c)\r\n";
    assert_eq!(count(&with(spaces, ""), Format::Sxfm), "4");
}

#[test]
fn what_some_files_leave_out_is_read_as_tools_read_it() {
    let tree = ":r R\n\t:o Special offers\n\t:o Offers\n\t\t: Offers\n\t\t: B\n";
    let (product, said) = imported(&with(tree, "c: ~offers or special_offers\n"), Format::Sxfm);
    assert_eq!(Oracle::new(&product).counted(), "3");
    let tree = ":r R\n\t:o Special offers\n\t:o Others (special_offers)\n";
    assert_eq!(
        count(&with(tree, "c: special_offers\nc: ~Special_Offers\n"), Format::Sxfm),
        "1",
        "ids before names"
    );
    let parts = [
        "f:9:3: notice: \"Offers\" is in line 8 too",
        "f:9:3: notice: \":\" below a feature",
        "f:10:3: notice: \":\" below",
    ];
    for part in parts {
        assert!(said.iter().any(|line| line.starts_with(part)), "{part}: {said:?}");
    }
}

#[test]
fn what_cannot_be_taken_is_told_with_its_place() {
    let tree = ":r R (r)\n\t:o A (alpha)\n";
    let table = [
        (with(tree, "c: ~alpa\n"), "f:10:1: error: unknown feature \"alpa\"; did you mean \"alpha\"?"),
        (with(tree, "c:\n"), "f:10:1: error: expected a clause"),
        (with(":r R (r)\n\t:x A (a)\n", ""), "f:7:2: error: unknown mark \":x\""),
        (with(":r R (r)\n\t:g [1,1]\n\t\t:g [1,1]\n", ""), "f:8:3: error: a group stands below a feature"),
        (with(":r R (r)\n:o A (a)\n", ""), "f:7:1: error: there is one root"),
        (with(":r R (r)\n\t:g [a,b]\n", ""), "f:7:2: error: expected a range"),
        (with(":r R (r)\n\t:o A (r)\n", ""), "f:7:2: error: the id \"r\" is taken in line 6"),
        (with("\n", ""), "f:5:15: error: the feature tree has no root"),
        ("<feature_model>".into(), "f: error: there is no <feature_tree>"),
    ];
    for (text, message) in table {
        let said = refused(&text, Format::Sxfm);
        assert!(said.iter().any(|line| line.starts_with(message)), "{text:?}: {said:?}");
    }
}
