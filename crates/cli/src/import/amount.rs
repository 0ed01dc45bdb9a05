//! Prices as files write them.

use haberdash_core::product::{Currency, MAX_AMOUNT};

/// The code of the currency that a sign, a code or a unit such as `€` stands for.
pub fn currency_of(text: &str) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 14] = [
        ("A$", "AUD"),
        ("C$", "CAD"),
        ("CA$", "CAD"),
        ("R$", "BRL"),
        ("US$", "USD"),
        ("$", "USD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("¥", "JPY"),
        ("₹", "INR"),
        ("₩", "KRW"),
        ("₺", "TRY"),
        ("zł", "PLN"),
        ("Fr.", "CHF"),
    ];
    const CODES: [&str; 32] = [
        "EUR", "USD", "GBP", "JPY", "CHF", "KWD", "BHD", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN",
        "CZK", "HUF", "RON", "BGN", "TRY", "INR", "CNY", "KRW", "BRL", "MXN", "ZAR", "SGD", "HKD", "AED",
        "SAR", "ILS", "THB", "TND",
    ];
    let text = text.trim().trim_matches('.');
    let sign = SIGNS.iter().find(|(sign, _)| sign.trim_matches('.') == text).map(|(_, code)| *code);
    sign.or_else(|| CODES.iter().copied().find(|code| code.eq_ignore_ascii_case(text)))
}

/// The decimal number `text` in minor units of `currency`, and whether it had to be rounded (half away from zero). `None` when it is no
/// number or larger than prices are. Exponents, as in `1.2E3`, are taken.
pub fn minor_units(text: &str, currency: &Currency) -> Option<(i64, bool)> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() < 40)?),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, part].concat();
    if digits.is_empty() || digits.len() > 60 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // The digits before the place where minor units end.
    let end = whole.len() as i32 + exponent + currency.digits() as i32;
    let mut amount = 0_i64;
    for place in 0..end.max(0) {
        let digit = digits.as_bytes().get(place as usize).map_or(0, |b| i64::from(b - b'0'));
        amount = amount.checked_mul(10)?.checked_add(digit)?;
        if amount > MAX_AMOUNT {
            return None;
        }
    }
    let rest = digits.as_bytes().get(end.max(0) as usize..).unwrap_or_default();
    let rounded = rest.iter().any(|b| *b != b'0');
    if end >= 0 && rest.first().is_some_and(|b| *b >= b'5') {
        amount += 1;
    }
    Some((if negative { -amount } else { amount }, rounded))
}

/// A price in a table: the code of its currency, when it says so, and the plain decimal number. Thousands may be separated by commas, points,
/// spaces or apostrophes; of a comma and a point the later one is the decimal one, and a single one before three digits separates thousands.
pub fn plain_number(text: &str) -> Option<(Option<&'static str>, String)> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let first = text.find(is_number)?;
    let last = text.rfind(is_number).map(|at| at + 1)?;
    let (before, after) = (text.get(..first)?, text.get(last..)?);
    let sign = |text: &str| text.trim().trim_matches(['-', '−', '+', '(', ')', '–']).trim().to_owned();
    let words: Vec<String> = [before, after].iter().map(|t| sign(t)).filter(|t| !t.is_empty()).collect();
    let code = match words.as_slice() {
        [] => None,
        [word] => Some(currency_of(word)?),
        // As in "US $ 12" no; as in "$12 USD" yes.
        [one, other] => Some(currency_of(other).or_else(|| currency_of(one))?),
        _ => return None,
    };
    let negative = before.contains(['-', '−']) || (before.contains('(') && after.contains(')'));
    let body: String = text[first..last]
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’'))
        .collect();
    let body = body.trim_end_matches([',', '.']);
    let number = without_thousands(body)?;
    Some((code, if negative { format!("-{number}") } else { number }))
}

fn without_thousands(body: &str) -> Option<String> {
    let decimal = match (body.rfind(','), body.rfind('.')) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (Some(at), None) | (None, Some(at)) => {
            let alone = body.matches([',', '.']).count() == 1;
            let before_three = body.len() - at == 4 && (1..=3).contains(&at) && !body.starts_with('0');
            (alone && !before_three).then_some(at)
        }
        (None, None) => None,
    };
    let (whole, part) = decimal.map_or((body, ""), |at| (&body[..at], &body[at + 1..]));
    let mut groups = whole.split([',', '.']);
    let lead = groups.next()?.to_owned();
    let mut number = lead;
    for group in groups {
        if group.len() != 3 || number.is_empty() {
            return None;
        }
        number.push_str(group);
    }
    if number.is_empty() {
        number.push('0');
    }
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (digits(&number) && digits(part))
        .then(|| if part.is_empty() { number } else { format!("{number}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_become_minor_units() {
        let table = [
            ("841.9", "EUR", Some((84190, false))),
            ("0.0", "EUR", Some((0, false))),
            ("1.2E3", "EUR", Some((120_000, false))),
            ("5e-3", "EUR", Some((1, true))),
            ("4e-3", "EUR", Some((0, true))),
            ("4e-9", "EUR", Some((0, true))),
            ("-1.005", "EUR", Some((-101, true))),
            ("1.234", "KWD", Some((1234, false))),
            ("99", "JPY", Some((99, false))),
            (".5", "EUR", Some((50, false))),
            ("1e30", "EUR", None),
            ("", "EUR", None),
            ("1.2.3", "EUR", None),
            ("NaN", "EUR", None),
        ];
        for (text, code, amount) in table {
            assert_eq!(minor_units(text, &Currency(code.into())), amount, "{text}");
        }
    }

    #[test]
    fn prices_in_tables_are_read_as_people_write_them() {
        let table = [
            ("$1,099.00", Some((Some("USD"), "1099.00"))),
            ("1.099,00 €", Some((Some("EUR"), "1099.00"))),
            ("EUR 1 099,5", Some((Some("EUR"), "1099.5"))),
            ("CHF 1'299.-", Some((Some("CHF"), "1299"))),
            ("1,099", Some((None, "1099"))),
            ("1,09", Some((None, "1.09"))),
            ("0.125", Some((None, "0.125"))),
            ("1,234,567", Some((None, "1234567"))),
            ("-£5", Some((Some("GBP"), "-5"))),
            ("$12 USD", Some((Some("USD"), "12"))),
            ("12,34,5", None),
            ("call us", None),
            ("12 apples", None),
            ("1/2", None),
        ];
        for (text, expected) in table {
            let found = plain_number(text);
            assert_eq!(found.as_ref().map(|(code, number)| (*code, number.as_str())), expected, "{text}");
        }
    }
}
