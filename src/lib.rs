//! The widget: one WebAssembly module that the loader (`www/haberdash.js`) starts on a shop's page.
//!
//! Direction: [`embed`] → [`app`] → [`ui`] → `haberdash_core`. [`platform`] is used by `embed`, `app` and [`cart`] only.

#[cfg(target_arch = "wasm32")]
mod allocator;
pub mod app;
pub mod cart;
pub mod embed;
pub mod platform;
pub mod ui;

pub use embed::api::*;

/// Small blocks without heads, and an allocator that is smaller than the standard library's: `docs/decisions/memory.md`, `size.md`.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: allocator::Blocks = allocator::Blocks::new();

#[cfg(test)]
#[path = "../tests/component/mod.rs"]
mod component_tests;
