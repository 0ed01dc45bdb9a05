//! A closer look at a picture: by buttons, keys, wheel, fingers, and a double click or tap.
//!
//! While the whole picture is seen, one finger scrolls the page. A drag moves the picture only when it is larger than its frame; it takes the
//! pointer, so that the click at its end is on the frame and not on a part. A click on a part opens its option when no second one follows.

use super::super::act;
use super::{Stage, call, number};
use crate::app::configurator::{Action, State};
use crate::app::store::Store;
use crate::platform::dom;
use crate::ui::words::{LensWord, lens_word};
use crate::ui::zoom::Zoom;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use haberdash_core::scene::decimal;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element, Event};

/// What a button or a key makes the picture larger by.
const STEP: f64 = 1.6;
/// What a double click does.
const DOUBLE: f64 = 2.5;
/// How far an arrow key moves it, in pixels.
const WAY: f64 = 60.0;
/// A pointer that moves less has not moved.
const STILL: f64 = 6.0;
/// The longest time between the clicks of a double one, in milliseconds, and their distance.
const TWICE_MS: u32 = 280;
const TWICE_FAR: f64 = 30.0;

type Point = (f64, f64);
/// What an event does. The answer says nothing: it lets `?` end it.
type Hear = fn(&Closer, &Event) -> Option<()>;

struct Closer {
    store: Rc<Store<State>>,
    frame: Element,
    /// Larger, smaller, whole.
    buttons: Vec<Element>,
    zoom: Cell<Zoom>,
    /// The picture that is moved.
    picture: RefCell<Option<Element>>,
    /// Pointers that are down: which, where it went down, where it is.
    fingers: RefCell<Vec<(f64, Point, Point)>>,
    dragging: Cell<bool>,
    /// Fingers are followed at once, without the gliding of buttons and keys.
    moving: Cell<bool>,
    /// The last click: when and where.
    clicked: Cell<(f64, Point)>,
    /// What opens an option, when the click turns out to be a single one.
    opening: RefCell<Option<Timeout>>,
    view: Cell<usize>,
    /// How wide the frame is, where that was just asked.
    width: Cell<Option<f64>>,
}

/// Attaches it to `frame`, which is so wide.
pub(super) fn attach(stage: &Stage, frame: Element, width: f64, held: &mut Vec<Box<dyn Any>>) -> Option<()> {
    let state = stage.store.get();
    let locale = state.setting.locale.as_str();
    let group = dom::document().create_element("div").ok()?;
    group.set_attribute("class", "zoom").ok()?;
    let signs = [("+", LensWord::ZoomIn), ("\u{2212}", LensWord::ZoomOut), ("\u{2922}", LensWord::ZoomReset)];
    let mut buttons = Vec::new();
    for (sign, name) in signs {
        let button = dom::document().create_element("button").ok()?;
        for (name, value) in [("type", "button"), ("part", "button"), ("aria-label", lens_word(locale, name))]
        {
            button.set_attribute(name, value).ok()?;
        }
        button.set_text_content(Some(sign));
        group.append_child(&button).ok()?;
        buttons.push(button);
    }
    frame.append_child(&group).ok()?;
    for (name, value) in
        [("tabindex", "0"), ("role", "group"), ("aria-label", lens_word(locale, LensWord::Picture))]
    {
        frame.set_attribute(name, value).ok()?;
    }
    let closer = Rc::new(Closer {
        store: Rc::clone(&stage.store),
        frame: frame.clone(),
        buttons,
        zoom: Cell::new(Zoom::WHOLE),
        picture: RefCell::default(),
        fingers: RefCell::default(),
        dragging: Cell::new(false),
        moving: Cell::new(false),
        clicked: Cell::default(),
        opening: RefCell::default(),
        view: Cell::new(state.view),
        width: Cell::new(Some(width)),
    });
    closer.set(Zoom::WHOLE);
    // Touches and wheel are taken from the page while they are ours.
    let hears: [(&'static str, Hear); 9] = [
        ("click", Closer::click),
        ("pointerdown", Closer::down),
        ("pointermove", Closer::move_),
        ("pointerup", Closer::up),
        ("pointercancel", Closer::up),
        ("wheel", Closer::wheel),
        ("keydown", Closer::key),
        ("touchstart", Closer::touch),
        ("touchmove", Closer::touch),
    ];
    for (kind, hear) in hears {
        let closer = Rc::clone(&closer);
        let options = EventListenerOptions::enable_prevent_default();
        held.push(Box::new(EventListener::new_with_options(&frame, kind, options, move |event| {
            hear(&closer, event);
        })));
    }
    let weak = Rc::downgrade(&closer);
    held.push(Box::new(stage.store.subscribe(move |state| {
        if let Some(closer) = weak.upgrade().filter(|closer| closer.view.replace(state.view) != state.view) {
            closer.set(Zoom::WHOLE);
        }
    })));
    Some(())
}

impl Closer {
    fn size(&self) -> Point {
        (number(&self.frame, "clientWidth"), number(&self.frame, "clientHeight"))
    }

    fn middle(&self) -> Point {
        let (width, height) = self.size();
        (width / 2.0, height / 2.0)
    }

    /// Where an event is, in the frame.
    fn at(&self, event: &Event) -> Point {
        let frame = call(&self.frame, "getBoundingClientRect", &JsValue::NULL).unwrap_or_default();
        (number(event, "clientX") - number(&frame, "left"), number(event, "clientY") - number(&frame, "top"))
    }

    fn set(&self, zoom: Zoom) {
        let was = self.zoom.replace(zoom);
        if was.is_in() != zoom.is_in() || was == Zoom::WHOLE {
            self.mark();
        }
        let style = |name: &str, value: &str| {
            let picture = self.picture.borrow();
            let style = picture.as_ref().and_then(|picture| dom::get(picture, "style"));
            if let Some(style) = style.and_then(|style| style.dyn_into::<CssStyleDeclaration>().ok()) {
                let _ = style.set_property(name, value);
            }
        };
        if zoom.is_in() {
            *self.picture.borrow_mut() = self.frame.query_selector(".picture").ok().flatten();
            style("transform", &zoom.css());
        } else {
            // Another view may be shown by now: the picture that was moved.
            style("transform", "");
        }
        for (index, button) in self.buttons.iter().enumerate() {
            let ends = if index == 0 { zoom.is_most() } else { !zoom.is_in() };
            let _ = button.set_attribute("aria-disabled", if ends { "true" } else { "false" });
        }
    }

    fn follow(&self, moving: bool) {
        if self.moving.replace(moving) != moving {
            self.mark();
        }
    }

    /// What the style sheet goes by.
    fn mark(&self) {
        let zoomed = if self.zoom.get().is_in() { " zoomed" } else { "" };
        let moving = if self.moving.get() { " moving" } else { "" };
        let _ = self.frame.set_attribute("class", &["frame lens", zoomed, moving].concat());
        // How many units of the picture a pixel is, for the glow of what is pointed at.
        let width = self.width.take().unwrap_or_else(|| self.size().0).max(1.0);
        let unit = self.store.get().scene.as_ref().map_or(1.0, |scene| scene.view_box[2] / width);
        let style =
            dom::get(&self.frame, "style").and_then(|style| style.dyn_into::<CssStyleDeclaration>().ok());
        let _ = style.map(|style| style.set_property("--unit", &decimal(unit)));
    }

    fn by(&self, factor: f64, point: Point) {
        self.set(self.zoom.get().by(factor, point, self.size()));
    }

    fn click(&self, event: &Event) -> Option<()> {
        let target = event.target().and_then(dom::element)?;
        if let Some(button) = target.closest("button").ok()? {
            match self.buttons.iter().position(|other| *other == button) {
                Some(0) => self.by(STEP, self.middle()),
                Some(1) => self.by(1.0 / STEP, self.middle()),
                _ => self.set(Zoom::WHOLE),
            }
            return None;
        }
        if self.dragging.replace(false) {
            return None;
        }
        let (now, here) = (number(event, "timeStamp"), self.at(event));
        let (before, there) = self.clicked.replace((now, here));
        if now - before < f64::from(TWICE_MS) && distance(here, there) < TWICE_FAR {
            *self.opening.borrow_mut() = None;
            self.clicked.set((0.0, here));
            match self.zoom.get().is_in() {
                true => self.set(Zoom::WHOLE),
                false => self.by(DOUBLE, here),
            }
            return None;
        }
        let asks = target.closest("[data-click]").ok()??.get_attribute("data-click")?;
        let option = asks.strip_prefix("open ")?.parse().ok()?;
        let store = Rc::clone(&self.store);
        let open = move || act(&store, Action::Open(option));
        *self.opening.borrow_mut() = Some(Timeout::new(TWICE_MS, open));
        None
    }

    fn down(&self, event: &Event) -> Option<()> {
        let is_touch = dom::get(event, "pointerType")?.as_string()? == "touch";
        let on_button = matches!(event.target().and_then(dom::element)?.closest("button"), Ok(Some(_)));
        let mut fingers = self.fingers.borrow_mut();
        if !is_touch {
            fingers.clear();
        }
        self.dragging.set(false);
        if !on_button && fingers.len() < 2 && number(event, "button") == 0.0 {
            let here = self.at(event);
            fingers.push((number(event, "pointerId"), here, here));
        }
        None
    }

    fn move_(&self, event: &Event) -> Option<()> {
        let id = number(event, "pointerId");
        let here = self.at(event);
        let mut fingers = self.fingers.borrow_mut();
        let index = fingers.iter().position(|finger| finger.0 == id)?;
        if number(event, "buttons") == 0.0 {
            fingers.remove(index);
            return None;
        }
        let other = fingers.iter().find(|finger| finger.0 != id).map(|finger| finger.2);
        let (_, start, before) = *fingers.get(index)?;
        let zoom = self.zoom.get();
        let way = (here.0 - before.0, here.1 - before.1);
        if let Some(other) = other {
            let middle = ((here.0 + other.0) / 2.0, (here.1 + other.1) / 2.0);
            let factor = distance(here, other) / distance(before, other).max(1.0);
            self.dragging.set(true);
            self.follow(true);
            let zoom = zoom.by(factor, middle, self.size());
            self.set(zoom.moved((way.0 / 2.0, way.1 / 2.0), self.size()));
        } else {
            if !zoom.is_in() || !self.dragging.get() && distance(start, here) < STILL {
                return None;
            }
            if !self.dragging.replace(true) {
                self.follow(true);
                call(&self.frame, "setPointerCapture", &JsValue::from_f64(id));
            }
            self.set(zoom.moved(way, self.size()));
        }
        fingers.get_mut(index)?.2 = here;
        None
    }

    fn up(&self, event: &Event) -> Option<()> {
        let id = number(event, "pointerId");
        let mut fingers = self.fingers.borrow_mut();
        fingers.retain(|finger| finger.0 != id);
        if fingers.is_empty() {
            self.follow(false);
        }
        None
    }

    /// The wheel zooms with Ctrl (so do two fingers on a touch pad), and when the picture is zoomed already; else it scrolls the page.
    fn wheel(&self, event: &Event) -> Option<()> {
        let ctrl = dom::get(event, "ctrlKey").is_some_and(|key| key.is_truthy());
        if !ctrl && !self.zoom.get().is_in() {
            return None;
        }
        event.prevent_default();
        // In lines or pages in some browsers.
        let unit = [1.0, 16.0, 400.0].get(number(event, "deltaMode") as usize).copied().unwrap_or(1.0);
        let far = (number(event, "deltaY") * unit).clamp(-200.0, 200.0);
        let speed = if ctrl { 0.01 } else { 0.003 };
        self.by((1.0 - far * speed).clamp(0.4, 2.5), self.at(event));
        None
    }

    fn key(&self, event: &Event) -> Option<()> {
        let key = dom::get(event, "key")?.as_string()?;
        let is_other = |name: &str| dom::get(event, name).is_some_and(|held| held.is_truthy());
        if is_other("ctrlKey") || is_other("metaKey") || is_other("altKey") {
            return None;
        }
        let zoom = self.zoom.get();
        let way = match key.as_str() {
            "ArrowLeft" => (WAY, 0.0),
            "ArrowRight" => (-WAY, 0.0),
            "ArrowUp" => (0.0, WAY),
            "ArrowDown" => (0.0, -WAY),
            _ => (0.0, 0.0),
        };
        match key.as_str() {
            "+" | "=" => self.by(STEP, self.middle()),
            "-" | "\u{2212}" => self.by(1.0 / STEP, self.middle()),
            "0" => self.set(Zoom::WHOLE),
            _ if way != (0.0, 0.0) && zoom.is_in() => self.set(zoom.moved(way, self.size())),
            _ => return None,
        }
        event.prevent_default();
        None
    }

    /// Two fingers are for the picture, not for the page.
    fn touch(&self, event: &Event) -> Option<()> {
        if number(&dom::get(event, "touches")?, "length") > 1.0 {
            event.prevent_default();
        }
        None
    }
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}
