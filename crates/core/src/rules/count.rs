//! Whole numbers of any length, for counting.

use std::fmt;

/// A whole number of any length, not negative.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Count(Vec<u32>);

impl Count {
    /// One.
    pub fn one() -> Count {
        Count(vec![1])
    }

    /// Adds `other`.
    pub fn add(&mut self, other: &Count) {
        let mut carry = 0_u64;
        for place in 0..self.0.len().max(other.0.len()) + 1 {
            if place == self.0.len() {
                self.0.push(0);
            }
            let sum = u64::from(self.0[place]) + u64::from(other.0.get(place).copied().unwrap_or(0)) + carry;
            self.0[place] = sum as u32;
            carry = sum >> 32;
        }
        self.trim();
    }

    /// The product with `other`.
    pub fn times(&self, other: &Count) -> Count {
        let mut product = vec![0_u32; self.0.len() + other.0.len() + 1];
        for (i, a) in self.0.iter().enumerate() {
            let mut carry = 0_u64;
            for (j, b) in other.0.iter().enumerate() {
                let sum = u64::from(*a) * u64::from(*b) + u64::from(product[i + j]) + carry;
                product[i + j] = sum as u32;
                carry = sum >> 32;
            }
            product[i + other.0.len()] = carry as u32;
        }
        let mut product = Count(product);
        product.trim();
        product
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

impl From<u64> for Count {
    fn from(number: u64) -> Self {
        let mut count = Count(vec![number as u32, (number >> 32) as u32]);
        count.trim();
        count
    }
}

/// All digits, nothing else.
impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NINE_DIGITS: u64 = 1_000_000_000;
        let mut rest = self.0.clone();
        let mut groups = Vec::new();
        while !rest.is_empty() {
            let mut remainder = 0_u64;
            for place in rest.iter_mut().rev() {
                let value = remainder << 32 | u64::from(*place);
                *place = (value / NINE_DIGITS) as u32;
                remainder = value % NINE_DIGITS;
            }
            groups.push(remainder);
            while rest.last() == Some(&0) {
                rest.pop();
            }
        }
        write!(f, "{}", groups.pop().unwrap_or(0))?;
        groups.iter().rev().try_for_each(|group| write!(f, "{group:09}"))
    }
}
