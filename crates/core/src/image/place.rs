//! A picture in a zone as a scene draws it.

use super::{Files, Placed, frame};
use crate::scene::{SceneContent, decimal};
use std::rc::Rc;

/// What the zone with this area, turned by `rotate` degrees, shows of `placed`. `None` where its file is not at hand.
#[inline(never)]
pub fn content(placed: &Placed, files: &Files, area: [f64; 4], rotate: f64) -> Option<SceneContent> {
    let file = files.get(&placed.file)?;
    let frame = frame(placed, file.size, area);
    let turn = if rotate == 0.0 {
        String::new()
    } else {
        let [x, y, width, height] = area;
        ["rotate(", &decimal(rotate), " ", &decimal(x + width / 2.0), " ", &decimal(y + height / 2.0), ")"]
            .concat()
    };
    let mut transform = turn.clone();
    if rotate != 0.0 {
        transform.push(' ');
    }
    transform.extend(["translate(", &decimal(frame.middle.0), " ", &decimal(frame.middle.1), ")"]);
    if frame.rotate != 0.0 {
        transform.extend([" rotate(", &decimal(frame.rotate), ")"]);
    }
    Some(SceneContent::Image {
        file: Rc::clone(file),
        size: frame.size,
        transform: transform.into(),
        area,
        turn: turn.into(),
    })
}
