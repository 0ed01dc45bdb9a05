//! Handing a configured product to the shop's own cart. One file per kind of cart: a [`LineItem`] becomes plain fields, which are then written.
//!
//! [`LineItem`]: haberdash_core::cart::LineItem

pub mod form;
