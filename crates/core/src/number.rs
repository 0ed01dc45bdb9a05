//! Decimal numbers, read and written without the standard library's tables: those cost the page 20 KB for numbers that it hardly has.

use std::cmp::Ordering;

/// Reads a coordinate such as `12`, `-0.5` or `1e3`. Exact up to 15 digits with exponents to ±22 (Clinger, "How to read floating point
/// numbers accurately", 1990); beyond, a coordinate is as good as any of its neighbours.
pub fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mut digits, mut scale, mut any, mut point) = (0_u64, 0_i32, false, false);
    let mut bytes = rest.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                // Further digits do not fit.
                let fits = digits < 100_000_000_000_000_000;
                if fits {
                    digits = digits * 10 + u64::from(byte - b'0');
                }
                scale += i32::from(!fits) - i32::from(point);
            }
            b'.' if !point => point = true,
            b'e' | b'E' if any => {
                scale = scale.saturating_add(exponent(bytes.as_slice())?);
                break;
            }
            _ => return None,
        }
    }
    if !any {
        return None;
    }
    let mut value = digits as f64;
    let power = |n: i32| (0..n).fold(1.0, |power, _| power * 10.0);
    // Powers to 22 are exact; more steps than these are needed for no coordinate.
    let mut left = scale.clamp(-400, 400);
    while left != 0 {
        let step = left.clamp(-22, 22);
        value = if step > 0 { value * power(step) } else { value / power(-step) };
        left -= step;
    }
    Some(if negative { -value } else { value })
}

fn exponent(bytes: &[u8]) -> Option<i32> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0, |n: i32, digit| n.min(9999) * 10 + i32::from(digit - b'0'));
    Some(if negative { -value } else { value })
}

/// Appends `number` in decimal digits. The standard library's way, with its padding, signs and bases, would cost every page 900 bytes.
pub fn push_whole(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    let mut left = number.unsigned_abs();
    let mut digits = [0_u8; 20];
    let mut from = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (left % 10) as u8;
        from -= 1;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend(digits.iter().skip(from).map(|digit| char::from(*digit)));
}

/// Whole numbers as text, without `to_string` and what it brings along.
pub trait Digits {
    /// The number in decimal digits, with a `-` where it is below 0.
    fn digits(&self) -> String;
}

macro_rules! digits {
    ($($kind:ty)*) => { $(impl Digits for $kind {
        fn digits(&self) -> String {
            let mut out = String::new();
            push_whole(*self as i64, &mut out);
            out
        }
    })* };
}
digits!(i8 i16 i32 i64 u8 u16 u32 usize);

/// The shortest digits that read back as `number`, which is finite and above 0, and the power of ten of the first: 0.25 gives `25` and -1.
/// Of equally short ones those nearest to it. Free-format printing of Burger and Dybvig ("Printing floating-point numbers quickly and
/// accurately", 1996) on whole numbers of as many bits as it takes.
pub fn shortest(number: f64) -> (String, i32) {
    let bits = number.to_bits();
    let (fraction, exponent) = (bits & 0x000f_ffff_ffff_ffff, (bits >> 52) as i32);
    let mantissa = if exponent == 0 { fraction } else { fraction | 1 << 52 };
    let exponent = exponent.max(1) - 1075;
    // Readers round half to even: an even number is also read from the very ends of its interval.
    let even = mantissa % 2 == 0;
    let uneven_gap = fraction == 0 && exponent > -1074;
    let shift = 1 + u32::from(uneven_gap);
    // number = value / unit; below it numbers are read as `number` down to value - low, above it up to value + high.
    let mut value = Big::new(mantissa).shifted(shift + exponent.max(0) as u32);
    let mut unit = Big::new(1).shifted(shift + (-exponent).max(0) as u32);
    let mut low = Big::new(1).shifted(exponent.max(0) as u32);
    let mut high = low.shifted(shift - 1);
    let too_high = |value: &Big, high: &Big, unit: &Big| match value.plus(high).compare(unit) {
        Ordering::Greater => true,
        Ordering::Equal => even,
        Ordering::Less => false,
    };
    let mut power = 0;
    while too_high(&value, &high, &unit) {
        unit.times(10);
        power += 1;
    }
    let mut digits = String::new();
    loop {
        [&mut value, &mut low, &mut high].into_iter().for_each(|n| n.times(10));
        if digits.is_empty() && !too_high(&value, &high, &unit) {
            power -= 1;
            continue;
        }
        let mut digit = 0;
        while value.compare(&unit) != Ordering::Less {
            value.subtract(&unit);
            digit += 1;
        }
        let enough_below = match value.compare(&low) {
            Ordering::Less => true,
            Ordering::Equal => even,
            Ordering::Greater => false,
        };
        let enough_above = too_high(&value, &high, &unit);
        let up = enough_above && (!enough_below || value.plus(&value).compare(&unit) != Ordering::Less);
        digits.push(char::from(b'0' + digit + u8::from(up)));
        if enough_below || enough_above {
            return (digits, power - 1);
        }
    }
}

/// A whole number below 2^1280, the lowest 32 bits first: enough for every double and its neighbours.
#[derive(Clone)]
struct Big([u32; 40]);

impl Big {
    fn new(number: u64) -> Big {
        let mut words = [0; 40];
        words[0] = number as u32;
        words[1] = (number >> 32) as u32;
        Big(words)
    }

    fn shifted(&self, bits: u32) -> Big {
        let mut big = self.clone();
        (0..bits).for_each(|_| big.times(2));
        big
    }

    fn times(&mut self, factor: u32) {
        let mut carry = 0;
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
    }

    fn plus(&self, other: &Big) -> Big {
        let mut sum = self.clone();
        let mut carry = 0;
        for (word, other) in sum.0.iter_mut().zip(&other.0) {
            carry += u64::from(*word) + u64::from(*other);
            *word = carry as u32;
            carry >>= 32;
        }
        sum
    }

    /// Takes `other` away, which is not larger.
    fn subtract(&mut self, other: &Big) {
        let mut borrow = 0;
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            let difference = i64::from(*word) - i64::from(*other) + borrow;
            *word = difference as u32;
            borrow = difference >> 32;
        }
    }

    fn compare(&self, other: &Big) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn assert_shortest(number: f64) {
        let (digits, power) = shortest(number);
        let point = if digits.len() > 1 { "." } else { "" };
        assert_eq!(format!("{}{point}{}e{power}", &digits[..1], &digits[1..]), format!("{number:e}"));
    }

    #[test]
    fn whole_numbers_are_written_as_the_library_writes_them() {
        for number in [0, 1, -1, 9, 10, 99, 100, -100, 1_000_000, i64::MAX, i64::MIN] {
            assert_eq!(number.digits(), number.to_string());
        }
        assert_eq!((255_u8.digits(), usize::from(u16::MAX).digits()), ("255".to_owned(), "65535".to_owned()));
    }

    #[test]
    fn ends_of_the_range_and_powers_of_two() {
        for number in [5e-324, 2.225_073_858_507_201_4e-308, f64::MAX, f64::MIN_POSITIVE, 0.3, 1e23, 9e15] {
            assert_shortest(number);
        }
        for exponent in 1..2046_u64 {
            assert_shortest(f64::from_bits(exponent << 52));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "1.2.3", "1px", "inf", "NaN", "1 ", "--1", "0x10"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("1e99999999999"), Some(f64::INFINITY));
        assert_eq!(parse("-.5"), Some(-0.5));
        assert_eq!(parse("5."), Some(5.0));
    }

    proptest! {
        #[test]
        fn any_whole_number(number: i64) {
            prop_assert_eq!(number.digits(), number.to_string());
        }

        #[test]
        fn shortest_digits_are_those_of_the_standard_library(bits in 1..0x7ff0_0000_0000_0000_u64) {
            assert_shortest(f64::from_bits(bits));
        }

        #[test]
        fn coordinates_are_read_as_the_standard_library_reads_them(
            text in "[-+]?([0-9]{1,9}(\\.[0-9]{0,6})?|\\.[0-9]{1,9})([eE][-+]?[0-9])?"
        ) {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn long_numbers_are_read_nearly_so(text in "-?[0-9]{1,30}(\\.[0-9]{1,30})?(e-?[0-9]{1,2})?") {
            let (found, expected) = (parse(&text).unwrap(), text.parse::<f64>().unwrap());
            prop_assert!((found - expected).abs() <= expected.abs() * 1e-14, "{found} {expected}");
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            prop_assert_eq!(parse(&text).is_some(), text.parse::<f64>().is_ok_and(|_| !text.contains(['n', 'N'])));
        }
    }
}
