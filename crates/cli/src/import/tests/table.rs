//! Tables of products.

use super::*;

/// The price of each row of the table that a product has.
pub fn prices(product: &Value) -> Vec<i64> {
    let oracle = Oracle::new(product);
    let rules = oracle.model().constraints;
    let haberdash_core::rules::Constraint::Table { rows, .. } = &rules[0] else { panic!("{rules:?}") };
    let values =
        |row: &Vec<Option<Vec<u32>>>| row.iter().map(|cell| cell.as_ref().unwrap()[0]).collect::<Vec<_>>();
    rows.iter().map(|row| oracle.price(product, &values(row))).collect()
}

fn field<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('/').fold(value, |value, step| match step.parse::<usize>() {
        Ok(index) => &value.as_array().unwrap()[index],
        Err(_) => value.get(step).unwrap_or(&Value::Null),
    })
}

#[test]
fn columns_are_options_and_rows_what_there_is() {
    let (product, said) = imported(
        "product_id;Product_Name;$Price;$url;size;hard_drive;none\r\n\
         1;One;€ 1.000,50;u;S;500 GB;x\r\n\
         2;Two;2.000 €;u;\"M; wide\";;x\r\n\
         3;Three;1.000,50;u;S;None;x\r\n",
        Format::Csv,
    );
    assert_eq!(said, Vec::<String>::new());
    let oracle = Oracle::new(&product);
    assert_eq!((oracle.tried(), oracle.counted().as_str()), (3, "3"));
    assert_eq!(prices(&product), [100_050, 200_000, 100_050]);
    assert_eq!(field(&product, "currency").as_str(), Some("EUR"));
    assert_eq!(field(&product, "options/1/title").as_str(), Some("Hard drive"));
    assert_eq!(field(&product, "options/1/choices/0/title").as_str(), Some("None"));
    assert_eq!(field(&product, "options/1/choices/2/id").as_str(), Some("none"));
    assert_eq!(field(&product, "options/1/default").as_str(), Some("500-gb"), "the first row");
    assert_eq!(field(&product, "options/2/choices").as_array().unwrap().len(), 1, "a column with one value");
    assert!(oracle.holds(&oracle.defaults(&product)));
}

#[test]
fn what_is_odd_is_said() {
    let (product, said) = imported("a,b,,$price\n1,2,x,5\n1,2,x,6\n3,4,,\n5\n", Format::Csv);
    assert_eq!(
        said,
        [
            "f: notice: the prices have no currency sign: EUR is taken, --currency says another",
            "f:1:5: notice: this column has no name; it is called \"Column 3\"",
            "f:3:1: notice: the same product as in line 2: counted once, at the price there, 5.00, not 6.00",
            "f:4:1: notice: this row has no price: it costs nothing",
            "f:5:1: notice: this row has 1 of 4 cells; the others are taken as blank",
            "f:5:1: notice: this row has no price: it costs nothing",
        ]
    );
    assert_eq!(Oracle::new(&product).counted(), "3");
}

#[test]
fn what_cannot_be_taken_is_told() {
    let table = [
        ("", "f: error: the table is empty"),
        ("$price,product_id\n1,2", "f:1:1: error: expected columns beside"),
        ("a,b\n", "f:1:1: error: expected columns beside"),
        ("a,$price\n1,$5\n2,€5", "f:3:3: error: a price in EUR among prices in USD"),
        ("a,$price\n1,ask", "f:2:3: error: \"ask\" is no price"),
        ("a,b\n1,2,3", "f:2:5: error: a cell beyond the 2 columns"),
        ("a,$price\n1,99999999999999", "f:2:3: error: 99999999999999 is larger"),
    ];
    for (text, message) in table {
        let said = refused(text, Format::Csv);
        assert!(said.iter().any(|line| line.starts_with(message)), "{text:?}: {said:?}");
    }
}

#[test]
fn five_hundred_products_with_thirty_columns_are_read() {
    let mut text = String::from("product_id,$price");
    (0..30).for_each(|c| text += &format!(",c{c}"));
    for row in 0..500_usize {
        text += &format!("\n{row},${}.{:02}", row * 37 % 911, row % 100);
        (0..30).for_each(|c| text += &format!(",v{}", (row * (c + 7) * 131 + row / (c + 1)) % (3 + c)));
    }
    let (product, _) = imported(&text, Format::Csv);
    let distinct = field(&product, "rules/0/table/rows").as_array().unwrap().len();
    assert_eq!(Oracle::new(&product).counted(), distinct.to_string());
    assert_eq!(counted_by_core(&product), Some(distinct.to_string()));
    assert!(distinct > 490);
    assert_eq!(prices(&product).len(), distinct);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_row_has_its_price(
        rows in prop::collection::vec((prop::collection::vec(0..3_usize, 3), 0..4_i64), 1..20),
        adds in prop::collection::vec(0..5_i64, 9),
        mode in 0..4,
    ) {
        let price = |values: &[usize], random: i64| match mode {
            0 => random,
            1 => adds[values[1]],
            2 => values.iter().enumerate().map(|(c, v)| adds[3 * c + v]).sum(),
            _ => adds[values[0]] * adds[3 + values[2]],
        };
        let mut text = String::from("$price,a,b,c");
        let (mut seen, mut expected) = (Vec::new(), Vec::new());
        for (values, random) in &rows {
            let price = price(values, *random);
            text += &format!("\n{price}.00 GBP");
            values.iter().for_each(|v| text += [",x", ",y", ","][*v]);
            if !seen.contains(values) {
                seen.push(values.clone());
                expected.push(100 * price);
            }
        }
        let (product, _) = imported(&text, Format::Csv);
        prop_assert_eq!(prices(&product), expected, "{}", json::tidy(&product));
        prop_assert_eq!(Oracle::new(&product).tried(), seen.len() as u64);
        prop_assert!(mode != 1 || product.get("prices").is_none(), "a price that one column settles stands with its choices");
        let cheapest = product.get("base_price").and_then(Value::as_i64).unwrap();
        prop_assert!(cheapest >= 0);
    }
}
