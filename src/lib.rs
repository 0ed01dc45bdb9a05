//! The widget: one WebAssembly module that the loader (`www/haberdash.js`) starts on a shop's page.
//!
//! Direction: [`embed`] → [`app`] → [`ui`] → `haberdash_core`. [`platform`] is used by `embed`, `app` and [`cart`] only.

pub mod app;
pub mod cart;
pub mod embed;
pub mod platform;
pub mod ui;

pub use embed::api::*;

/// Smaller by 1.8 KB compressed than the standard library's for wasm, and as quick: `docs/decisions/size.md`.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(test)]
#[path = "../tests/component/mod.rs"]
mod component_tests;
