//! `localStorage`, where every access can throw.

use super::dom;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    dom::window().local_storage().ok().flatten()
}

/// What is stored under `key`; `None` when there is nothing or storage is blocked.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores `text`; `false` when storage is blocked or full.
pub fn write(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Removes what is stored; blocked storage holds nothing to remove.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
