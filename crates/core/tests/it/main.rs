//! What the core promises, seen from outside: tables of mistakes, properties against naive oracles, golden pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod art;
mod canonical;
mod compat;
mod font;
mod foreign;
mod link;
mod logo;
mod money;
mod options;
mod oracle;
mod price_oracle;
mod prices;
mod product;
mod products;
mod resolve;
mod scene;
mod shop;
mod transfer;
