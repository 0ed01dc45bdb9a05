//! UVL.

use super::*;

fn uvl(text: &str) -> String {
    count(text, Format::Uvl)
}

#[test]
fn trees_are_read_however_they_are_written() {
    let table = [
        ("features\n  A", "1"),
        ("features\r\n\tA\r\n\t\toptional\r\n\t\t\tB\r\n\t\t\tC\r\n", "4"),
        (
            "\u{feff}namespace x.y\n\ninclude\n    Boolean.group-cardinality\n\nfeatures\n  \"A b\" {abstract}\n    or\n      C\n      D\n",
            "3",
        ),
        (
            "features\n\tA\n\t\tmandatory\n\t\t\tB\n\t\t\t\talternative\n\t\t\t\t\tC\n\t\t\t\t\tD\n\t\toptional\n\t\t\tE\n\t\tmandatory\n\t\t\tF\n\t\toptional\n\t\t\tG\n",
            "8",
        ),
        (
            "features // here\n  /* or\n here */ A\n\n // remark\n    [1..2]\n     B\n     C\n     D {abstract true, x 'a}b', y {z [1, 2.5]}}\n",
            "6",
        ),
        ("features\n A\n  [2]\n   B\n   C\n   D\n", "3"),
        ("features\n A\n  [1..*]\n   B\n   \"or\"\n   Boolean C {\n  Price 5.0,\n Fun 'x' }\n", "7"),
        ("features\n A\n  optional\n   1-2x\n   B cardinality [1..1]\nconstraints\n 1-2x => B\n", "3"),
        (
            "features\n R\n  optional\n   A\n    optional\n     B {constraints [B => C, B => D]}\n     C {constraint (!C | D)}\n   D\nconstraints\n D => (C & B)\n",
            "3",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(uvl(text), expected, "{text}");
    }
}

#[test]
fn formulas_bind_as_the_grammar_says() {
    let table = [
        ("a => b", "3"),
        ("a <=> b", "2"),
        ("!a & b | a", "3"),
        ("a => b => a", "2"),
        ("!(a | b)", "1"),
        ("a &\n b", "1"),
        ("(a\n | b)\n  & !\n a", "1"),
        ("a\n | b", "3"),
        ("a\n b", "1"),
        ("M.a | N.\"b\"", "2"),
        ("!!a", "2"),
        ("true", "4"),
    ];
    for (formula, expected) in table {
        let text = format!(
            "namespace M\nfeatures\n R\n  optional\n   a\n   b\n  optional\n   N.b\nconstraints\n {formula}\n !N.b"
        );
        assert_eq!(uvl(&text), expected, "{formula}");
    }
}

#[test]
fn what_cannot_be_taken_is_told_with_its_place() {
    let tree = "features\n R\n  optional\n   Alpha {Price 3}\n   B\nconstraints\n ";
    let table = [
        (
            format!("{tree}Alpha.Price > 3 & B"),
            "f:7:14: error: numbers, texts and comparisons are beyond the Boolean level",
        ),
        (format!("{tree}sum(Alpha)"), "f:7:2: error: numbers"),
        (format!("{tree}Alpa => B"), "f:7:2: error: unknown feature \"Alpa\"; did you mean \"Alpha\"?"),
        (format!("{tree}Alpha.Price"), "f:7:2: error: \"Alpha.Price\" is an attribute of \"Alpha\""),
        (format!("{tree}Alpha => (B"), "f:7:11: error: this bracket is never closed"),
        (format!("{tree}Alpha B"), "f:7:8: error: expected an operator"),
        (format!("{tree}Alpha = B"), "f:7:8: error: unexpected character '='"),
        (format!("{tree}Alpha =>"), "f:7:8: error: the constraint ends"),
        ("imports\n a.b as c\nfeatures\n A".into(), "f:2:2: error: models that import others"),
        (
            "features\n R\n  optional\n   A cardinality [1..3]".into(),
            "f:4:6: error: how often \"A\" is there",
        ),
        ("features\n R\n  optional\n   A\n   A".into(), "f:5:4: error: the name \"A\" is taken in line 4"),
        ("features\n A\n mandatory\n  B".into(), "f:3:2: error: a group stands indented below a feature"),
        ("features\n A\n  B".into(), "f:3:3: error: features stand in a group"),
        ("features\n A\n B".into(), "f:3:2: error: a second root"),
        ("features\n A\n    optional\n      B\n     C".into(), "f:5:6: error: this line is indented as none"),
        ("features\n A\n  optional\n   B C".into(), "f:4:6: error: unexpected after \"B\""),
        ("features\n A\n  optional\n   \"B".into(), "f:4:4: error: this quotation mark"),
        ("features\n A\n  [x]\n   B".into(), "f:3:3: error: expected a range"),
        ("features\n A /* x".into(), "f:2:4: error: this comment is never closed"),
        ("fatures\n A".into(), "f:1:1: error: expected one of namespace"),
        ("".into(), "f: error: there is no feature"),
    ];
    for (text, message) in table {
        let said = refused(&text, Format::Uvl);
        assert!(said.iter().any(|line| line.starts_with(message)), "{text:?}: {said:?}");
    }
    let said = refused(&format!("{tree}X\n Y\n Alpha"), Format::Uvl);
    assert_eq!(
        said.iter().filter(|line| line.contains("unknown feature")).count(),
        2,
        "all at once: {said:?}"
    );
}

#[test]
fn types_are_kept_as_far_as_they_go() {
    let (_, said) =
        imported("features\n R\n  optional\n   Integer N\n   String \"S t\"\n   Boolean B", Format::Uvl);
    assert_eq!(
        said[0],
        "f:4:12: notice: the value of \"N\" (Integer) is left out; whether it is selected is kept"
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn groups_that_nothing_fulfils_are_said() {
    let (product, said) =
        imported("features\n R\n  optional\n   A\n    [3..4]\n     B\n     C\n   D", Format::Uvl);
    assert_eq!(Oracle::new(&product).counted(), "2");
    assert!(said[0].starts_with("f:5:5: notice: the group below \"A\" asks for at least 3"), "{said:?}");
    let (product, said) = imported("features\n R\n  [3..3]\n   B\n   C", Format::Uvl);
    assert_eq!(Oracle::new(&product).counted(), "0");
    assert!(said.iter().any(|line| line.contains("no valid configuration")), "{said:?}");
}
