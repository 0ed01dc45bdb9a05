//! Formats of the shopper's language, by the browser's own `Intl`.

use haberdash_core::number::Digits;
use haberdash_core::product::Currency;
use wasm_bindgen::{JsCast, JsValue};

/// Formats amounts of one currency.
pub struct Money {
    format: Option<js_sys::Function>,
    divisor: f64,
    code: String,
}

impl Money {
    /// A format for `currency` in the language `locale`; with `signed`, amounts above zero have a plus.
    pub fn new(locale: &str, currency: &Currency, signed: bool) -> Money {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"style".into(), &"currency".into());
        let _ = js_sys::Reflect::set(&options, &"currency".into(), &(&*currency.0).into());
        if signed {
            let _ = js_sys::Reflect::set(&options, &"signDisplay".into(), &"exceptZero".into());
        }
        let format = super::dom::get(&js_sys::global(), "Intl")
            .and_then(|intl| super::dom::get(&intl, "NumberFormat"))
            .and_then(|class| class.dyn_into::<js_sys::Function>().ok())
            .and_then(|class| {
                js_sys::Reflect::construct(&class, &js_sys::Array::of2(&locale.into(), &options)).ok()
            })
            .and_then(|format| super::dom::get(&format, "format"))
            .and_then(|format| format.dyn_into().ok());
        Money { format, divisor: 10_f64.powi(currency.digits() as i32), code: String::from(&*currency.0) }
    }

    /// `amount` minor units in words. The division is for display only; amounts are always whole.
    pub fn text(&self, amount: i64) -> String {
        let major = JsValue::from_f64(amount as f64 / self.divisor);
        self.format
            .as_ref()
            .and_then(|format| format.call1(&JsValue::NULL, &major).ok()?.as_string())
            .unwrap_or_else(|| [&amount.digits(), " ", &self.code].concat())
    }
}

/// An `Intl` class for `locale`, and what its `format` makes of `values`.
fn formatted(class: &str, locale: &str, options: &[(&str, &str)], values: &js_sys::Array) -> Option<String> {
    let bag = js_sys::Object::new();
    for (name, value) in options {
        let _ = js_sys::Reflect::set(&bag, &(*name).into(), &(*value).into());
    }
    let class = super::dom::get(&super::dom::get(&js_sys::global(), "Intl")?, class)?;
    let class: js_sys::Function = class.dyn_into().ok()?;
    let format = js_sys::Reflect::construct(&class, &js_sys::Array::of2(&locale.into(), &bag)).ok()?;
    let call: js_sys::Function = super::dom::get(&format, "format")?.dyn_into().ok()?;
    js_sys::Reflect::apply(&call, &format, values).ok()?.as_string()
}

/// So many days longer, in words: "+5 days".
pub fn more_days(locale: &str, days: i64) -> String {
    let options = [("style", "unit"), ("unit", "day"), ("unitDisplay", "long"), ("signDisplay", "always")];
    let values = js_sys::Array::of1(&JsValue::from_f64(days as f64));
    formatted("NumberFormat", locale, &options, &values)
        .unwrap_or_else(|| ["+", &days.digits(), " d"].concat())
}

/// In so many days from `now` (milliseconds since the Unix epoch), in words and as a date: "in 12 days, Tuesday 8 December".
pub fn in_days(locale: &str, days: i64, now: i64) -> String {
    let values = js_sys::Array::of2(&JsValue::from_f64(days as f64), &"day".into());
    let words = formatted("RelativeTimeFormat", locale, &[("numeric", "auto")], &values);
    // Whole days of the calendar: those of the clock are an hour longer or shorter twice a year.
    let local = || {
        let class: js_sys::Function = super::dom::get(&js_sys::global(), "Date")?.dyn_into().ok()?;
        let date =
            js_sys::Reflect::construct(&class, &js_sys::Array::of1(&JsValue::from_f64(now as f64))).ok()?;
        let offset: js_sys::Function = super::dom::get(&date, "getTimezoneOffset")?.dyn_into().ok()?;
        offset.call0(&date).ok()?.as_f64()
    };
    let at = now as f64 - local().unwrap_or(0.0) * 60_000.0 + days as f64 * 86_400_000.0;
    let options = [("weekday", "long"), ("day", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    let date = formatted("DateTimeFormat", locale, &options, &js_sys::Array::of1(&JsValue::from_f64(at)));
    words.into_iter().chain(date).collect::<Vec<_>>().join(", ")
}
