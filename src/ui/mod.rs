//! What shoppers see: views made from plain values. What is asked for in them is heard by [`crate::app::asks`]. They know no platform and no cart.

pub mod configurator;
pub mod designs;
pub mod el;
pub mod fields;
pub mod grid;
pub mod letters;
pub mod logo;
pub mod marks;
pub mod memo;
pub mod merchant;
pub mod more;
pub mod option;
pub mod panel;
pub mod preview;
pub mod ruled;
pub mod setting;
pub mod strip;
pub mod styles;
pub mod texts;
pub mod words;
pub mod worn;
pub mod zoom;
