//! What shoppers do with pictures: choose, drop and paste them; drag, keys, buttons, sliders.

use super::{Counter, Drag};
use crate::platform::{dom, files};
use gloo::events::{EventListener, EventListenerOptions};
use haberdash_core::image::Placed;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, ShadowRoot};

/// One step of the arrow keys, in thousandths of the zone, and of the brackets, in degrees.
const STEP: i32 = 10;
const TURN: i32 = 5;

const KINDS: [&str; 13] = [
    "change",
    "input",
    "click",
    "dragover",
    "dragleave",
    "drop",
    "paste",
    "keydown",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "lostpointercapture",
];

/// Hears what happens in options for pictures.
pub(super) fn listen(counter: &Rc<Counter>, root: &ShadowRoot) -> Vec<EventListener> {
    let listener = |kind: &&'static str| {
        let weak = Rc::downgrade(counter);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, *kind, options, move |event| {
            if let Some(counter) = weak.upgrade() {
                counter.hear(event);
            }
        })
    };
    KINDS.iter().map(listener).collect()
}

fn number(event: &JsValue, name: &str) -> f64 {
    dom::get(event, name).and_then(|value| value.as_f64()).unwrap_or_default()
}

impl Counter {
    fn hear(self: &Rc<Self>, event: &Event) -> Option<()> {
        let target = event.target().and_then(dom::element)?;
        let group = target.closest("[data-logo]").ok()??;
        let option: usize = group.get_attribute("data-logo")?.parse().ok()?;
        let does =
            target.closest("[data-do]").ok().flatten().and_then(|element| element.get_attribute("data-do"));
        let kind = event.type_();
        match &*kind {
            "change" if does.as_deref() == Some("file") => {
                let field: &HtmlInputElement = target.dyn_ref()?;
                let file = files::first_of(field)?;
                self.take(option, file);
                // So that choosing the same file again is a change.
                field.set_value("");
            }
            "change" | "input" => {
                let field: &HtmlInputElement = target.dyn_ref()?;
                // Half a number is not to be brought within limits while it is being typed.
                if kind == "change" || field.type_() == "range" {
                    self.set(option, &does?, field);
                }
            }
            "click" => self.press(option, &does?, &group),
            "dragover" => {
                event.prevent_default();
                group.set_attribute("data-over", "").ok()?;
            }
            "dragleave" => group.remove_attribute("data-over").ok()?,
            "drop" => {
                event.prevent_default();
                group.remove_attribute("data-over").ok()?;
                self.take(option, files::first_of(&dom::get(event, "dataTransfer")?)?);
            }
            "paste" => {
                let file = files::first_of(&dom::get(event, "clipboardData")?)?;
                event.prevent_default();
                self.take(option, file);
            }
            "keydown" if target.class_list().contains("stand") => self.key(option, event),
            _ => self.point(option, &kind, event, &target.closest(".stand").ok()??),
        }
        Some(())
    }

    /// A slider or number field was moved.
    fn set(&self, option: usize, does: &str, field: &HtmlInputElement) {
        let Some(placed) = self.placed(option) else { return };
        // An empty field is no number.
        let value = field.value_as_number();
        if value.is_nan() {
            return;
        }
        let value = value.round() as i32;
        let next = match does {
            "scale" => Placed { scale: value.saturating_mul(10), ..placed },
            "rotate" => Placed { rotate: value, ..placed },
            _ => return,
        };
        self.pick(option, Some(next));
    }

    fn press(&self, option: usize, does: &str, group: &Element) {
        let Some(placed) = self.placed(option) else { return };
        let next = match does {
            "left" => Placed { x: placed.x - STEP, ..placed },
            "right" => Placed { x: placed.x + STEP, ..placed },
            "up" => Placed { y: placed.y - STEP, ..placed },
            "down" => Placed { y: placed.y + STEP, ..placed },
            "reset" => Placed::new(placed.file),
            "download" => {
                let originals = self.originals.borrow();
                if let Some(original) = originals.iter().find(|original| original.sha256 == placed.file) {
                    files::download(&original.file, &original.name);
                }
                return;
            }
            "remove" => {
                self.pick(option, None);
                self.say(option, |said| said.problem.clear());
                // The button went away: the keyboard stays in the option.
                dom::focus(group.query_selector("input[type=file]").ok().flatten());
                return;
            }
            _ => return,
        };
        self.pick(option, Some(next));
    }

    fn key(&self, option: usize, event: &Event) {
        let flag = |name: &str| dom::get(event, name).is_some_and(|value| value.is_truthy());
        if flag("ctrlKey") || flag("metaKey") || flag("altKey") {
            return;
        }
        let (Some(placed), Some(key)) =
            (self.placed(option), dom::get(event, "key").and_then(|key| key.as_string()))
        else {
            return;
        };
        let step = if flag("shiftKey") { 5 * STEP } else { STEP };
        let next = match &*key {
            "ArrowLeft" => Placed { x: placed.x - step, ..placed },
            "ArrowRight" => Placed { x: placed.x + step, ..placed },
            "ArrowUp" => Placed { y: placed.y - step, ..placed },
            "ArrowDown" => Placed { y: placed.y + step, ..placed },
            // Plus stands with Shift on some keyboards and not on others.
            "+" | "=" => Placed { scale: placed.scale + (placed.scale / 20).max(10), ..placed },
            "-" | "_" => Placed { scale: placed.scale - (placed.scale / 21).max(10), ..placed },
            "[" => Placed { rotate: placed.rotate - TURN, ..placed },
            "]" => Placed { rotate: placed.rotate + TURN, ..placed },
            _ => return,
        };
        event.prevent_default();
        self.pick(option, Some(next));
    }

    /// A pointer takes, moves and lets go of a picture.
    fn point(&self, option: usize, kind: &str, event: &Event, stand: &Element) {
        let at = (number(event, "clientX"), number(event, "clientY"));
        let pointer = number(event, "pointerId");
        match kind {
            "pointerdown" if number(event, "button") == 0.0 && self.drag.borrow().is_none() => {
                let Some(placed) = self.placed(option) else { return };
                let _ = files::call(stand, "setPointerCapture", &[&pointer.into()]);
                let _ = stand.set_attribute("data-held", "");
                *self.drag.borrow_mut() = Some(Drag { option, pointer, from: at, placed });
            }
            "pointermove" => {
                let moved = self
                    .drag
                    .borrow()
                    .as_ref()
                    .filter(|drag| drag.option == option && drag.pointer == pointer)
                    .map(|drag| {
                        let per = self.slot(option).map_or((0.0, 0.0), |slot| slot.stage.per_pixel());
                        let by = |from: f64, to: f64, per: f64| ((to - from) * per).round() as i32;
                        Placed {
                            x: drag.placed.x.saturating_add(by(drag.from.0, at.0, per.0)),
                            y: drag.placed.y.saturating_add(by(drag.from.1, at.1, per.1)),
                            // Size and turn may have been changed by keys meanwhile.
                            ..self.placed(option).unwrap_or_else(|| drag.placed.clone())
                        }
                    });
                if let Some(moved) = moved {
                    self.pick(option, Some(moved));
                }
            }
            "pointerup" | "pointercancel" | "lostpointercapture" => {
                let mut drag = self.drag.borrow_mut();
                if drag.as_ref().is_some_and(|drag| drag.pointer == pointer) {
                    *drag = None;
                    let _ = stand.remove_attribute("data-held");
                }
            }
            _ => {}
        }
    }
}
