//! From the script tag and its data attributes to mounted hosts, and back out as events and a JS API.

pub mod api;
mod attributes;
mod configurator;
mod events;
mod explain;
mod fonts;
mod index;
mod language;
mod lists;
mod merchant;
mod page;
mod parts;
mod reading;
mod registry;
mod site;
mod strip;
mod targets;
mod worn;
