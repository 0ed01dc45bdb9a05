//! Where a picture is placed: its zone, and the picture over it, faint where it will be cut off.

use super::draw;
use crate::ui::preview::create;
use haberdash_core::image::{Files, Placed, content};
use haberdash_core::number::Digits;
use haberdash_core::scene::decimal;
use std::rc::Rc;
use web_sys::Element;

/// So much is seen around the zone, as a part of its longer side.
const MARGIN: f64 = 0.12;

/// The stage of one option.
pub struct Stage {
    /// What can be focused and dragged.
    pub element: Element,
    zone: (f64, f64),
    width: f64,
    faint: Element,
    sharp: Element,
    clip: String,
}

impl Stage {
    /// A stage for the option at `index`, whose zone is so wide and high. `label` says what keys do.
    pub fn new(index: usize, zone: (f64, f64), label: &str) -> Option<Rc<Stage>> {
        let element = web_sys::window()?.document()?.create_element("div").ok()?;
        for (name, value) in
            [("class", "stand"), ("tabindex", "0"), ("role", "application"), ("aria-label", label)]
        {
            element.set_attribute(name, value).ok()?;
        }
        let margin = zone.0.max(zone.1) * MARGIN;
        let width = zone.0 + 2.0 * margin;
        let view_box = [-margin, -margin, width, zone.1 + 2.0 * margin].map(decimal).join(" ");
        let svg = create("svg", &[("class", "crop"), ("viewBox", &view_box), ("aria-hidden", "true")])?;
        let rect = |class: &str| {
            create("rect", &[("class", class), ("width", &decimal(zone.0)), ("height", &decimal(zone.1))])
        };
        let (faint, sharp) = (create("g", &[("class", "faint")])?, create("g", &[])?);
        for part in [&rect("zone")?, &faint, &sharp, &rect("edge")?] {
            svg.append_child(part).ok()?;
        }
        element.append_child(&svg).ok()?;
        let clip = ["hb-crop-", &index.digits()].concat();
        Some(Rc::new(Stage { element, zone, width, faint, sharp, clip }))
    }

    /// Shows `placed`.
    pub fn show(&self, placed: &Placed, files: &Files) -> Option<()> {
        let content = content(placed, files, [0.0, 0.0, self.zone.0, self.zone.1], 0.0)?;
        draw(&self.faint, &content, "")?;
        draw(&self.sharp, &content, &self.clip)
    }

    /// How many thousandths of the zone's width and height one pixel of the page is.
    pub fn per_pixel(&self) -> (f64, f64) {
        let box_of = self.element.first_element_child().map(|svg| svg.get_bounding_client_rect());
        // The drawing keeps its shape in a box that may be wider.
        let scale = box_of.map_or(0.0, |place| {
            let height =
                self.width * (self.zone.1 + 2.0 * self.zone.0.max(self.zone.1) * MARGIN) / self.width;
            (self.width / place.width().max(1.0)).max(height / place.height().max(1.0))
        });
        (scale * 1000.0 / self.zone.0, scale * 1000.0 / self.zone.1)
    }
}
