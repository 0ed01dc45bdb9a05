//! State: pure reducers that call core, stores that tell their subscribers, the effects that follow, and the roots that draw them with [`crate::ui`].

pub mod asks;
pub mod configurator;
pub mod designs;
pub mod roots;
pub mod rules;
pub mod shopper;
pub mod small;
pub mod steps;
pub mod store;
pub mod typing;
