//! What cannot be had, and what was mended, look like this; and what lines of the price are called. In the part `rules`.

use super::setting::Setting;
use super::words::rule_phrase;
use haberdash_core::compat::Phrase;
use haberdash_core::price::LineOf;

/// The style sheet.
#[inline(never)]
pub fn styles() -> &'static str {
    include_str!("ruled.css")
}

/// What a line of the price is called that no plain price has.
#[inline(never)]
pub fn line(setting: &Setting, of: LineOf) -> &str {
    match of {
        LineOf::Rule(rule) => {
            setting.product.pricing.rules.get(rule).map_or("", |rule| setting.text(&rule.title))
        }
        LineOf::Break(_) => rule_phrase(&setting.locale, Phrase::QuantityDiscount),
        LineOf::Rounding => rule_phrase(&setting.locale, Phrase::Rounding),
        LineOf::Base | LineOf::Option(_) => "",
    }
}
