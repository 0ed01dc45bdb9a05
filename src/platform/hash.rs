//! SHA-256, made by the browser beside the page's own work.

use super::dom;
use super::parts::{self, Part};
use haberdash_core::canonical;
use js_sys::{Object, Uint8Array};
use wasm_bindgen_futures::JsFuture;

/// SHA-256 of an `ArrayBuffer` or a view of one, as 64 hex digits. Browsers have it where the page came over a safe connection (Web Cryptography API,
/// W3C), else it is made by hand; `None` where the part for that, `seldom`, cannot be had.
pub async fn sha256(bytes: &Object) -> Option<String> {
    let crypto = dom::window().crypto().ok();
    // `subtle` may be undefined, whatever its type says: then this fails.
    let made =
        crypto.and_then(|crypto| crypto.subtle().digest_with_str_and_buffer_source("SHA-256", bytes).ok());
    if let Some(made) = made
        && let Ok(digest) = JsFuture::from(made).await
    {
        return Some(canonical::hex(&Uint8Array::new(&digest).to_vec()));
    }
    let is_there = parts::there(parts::promise(Part::Seldom)).await;
    is_there.then(|| canonical::hash_bytes(&Uint8Array::new(bytes).to_vec()))
}
