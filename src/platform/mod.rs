//! The browser, made fallible: storage, clock, fetch, DOM, formats. No policy: what to do about a failure is the caller's business.

pub mod console;
pub mod dom;
pub mod fetch;
pub mod files;
pub mod hash;
pub mod intl;
pub mod json;
pub mod parts;
pub mod storage;

/// Milliseconds since the Unix epoch.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}
