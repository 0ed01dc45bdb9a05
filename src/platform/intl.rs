//! Formats of the shopper's language, by the browser's own `Intl`.

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
        Money { format, divisor: 10_f64.powi(currency.digits() as i32), code: currency.0.to_string() }
    }

    /// `amount` minor units in words. The division is for display only; amounts are always whole.
    pub fn text(&self, amount: i64) -> String {
        let major = JsValue::from_f64(amount as f64 / self.divisor);
        self.format
            .as_ref()
            .and_then(|format| format.call1(&JsValue::NULL, &major).ok()?.as_string())
            .unwrap_or_else(|| format!("{amount} {}", self.code))
    }
}
