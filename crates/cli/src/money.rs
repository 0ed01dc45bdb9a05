//! Amounts as people write them.

use haberdash_core::product::Currency;

/// `amount` minor units with the digits of `currency`: 8900 is `89.00` in EUR and `8900` in JPY.
pub fn format(amount: i64, currency: &Currency) -> String {
    let digits = currency.digits() as usize;
    let sign = if amount < 0 { "-" } else { "" };
    let all = format!("{:0>width$}", amount.unsigned_abs(), width = digits + 1);
    let (whole, part) = all.split_at(all.len() - digits);
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_has_its_digits() {
        let table = [
            (8900, "EUR", "89.00"),
            (5, "EUR", "0.05"),
            (0, "EUR", "0.00"),
            (-150, "EUR", "-1.50"),
            (-5, "USD", "-0.05"),
            (8900, "JPY", "8900"),
            (0, "JPY", "0"),
            (1234, "KWD", "1.234"),
            (7, "CLF", "0.0007"),
            (i64::MIN, "JPY", "-9223372036854775808"),
        ];
        for (amount, code, text) in table {
            assert_eq!(format(amount, &Currency(code.into())), text);
        }
    }
}
