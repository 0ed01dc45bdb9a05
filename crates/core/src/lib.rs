//! What Haberdash decides. No browser, no files, no clock, no randomness: all of it comes in as arguments, so that the shopper's
//! browser and the shop's back office compute the same prices, pictures and rankings.
//!
//! What flows through, in order:
//!
//! 1. Foreign JSON is a [`Value`], read into checked types by [`read`] with every problem collected in [`Diagnostics`].
//! 2. [`product`] is a product file, checked, [`product::resolve`] what makes one of several; [`selection`] is what was picked; [`price`] adds it up to the cent.
//! 3. [`art`] and [`font`] are untrusted drawings and fonts, parsed to an allow-list; [`scene`] puts them together for one view, with letters from anything that can [draw them](outline), put in their place by [`lettering`]; [`svg`] writes it down.
//! 4. [`image`] is the shopper's own picture: recognised, refused, placed.
//! 5. [`cart`] is the line item and order claim, [`link`] the share link, [`designs`] what the shopper saved, [`qr`] a link for another device.
//! 6. [`catalog`], [`history`], [`signals`], [`consent`] and [`profile`] are what is for sale and what the shopper did; [`recommend()`] ranks one by the other.
//! 7. [`config`] checks the data attributes of the page.

#[macro_use]
pub mod diagnostics;
#[macro_use]
pub mod read;
mod angle;
pub mod art;
mod base64url;
pub mod canonical;
pub mod cart;
pub mod catalog;
pub mod color;
pub mod compat;
pub mod config;
pub mod consent;
pub mod designs;
pub mod find;
pub mod fnv;
pub mod font;
pub mod history;
pub mod image;
pub mod index;
pub mod lettering;
mod letters;
pub mod link;
pub mod name;
pub mod number;
pub mod order;
pub mod outline;
pub mod packed;
pub mod pool;
pub mod price;
pub mod product;
pub mod profile;
pub mod qr;
pub mod recommend;
pub mod rules;
pub mod scene;
pub mod selection;
pub mod signals;
pub mod svg;
pub mod text;
pub mod transfer;
pub mod value;
mod xml;

#[cfg(feature = "sentences")]
pub use diagnostics::Diagnostic;
pub use diagnostics::{Diagnostics, Severity};
pub use name::Name;
pub use recommend::recommend;
pub use text::Text;
pub use value::Value;
