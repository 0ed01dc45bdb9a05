//! Where the shopper's own pictures are taken, kept and handed on. All of this is in the part `logo` (`docs/decisions/parts.md`).
//!
//! `take` takes files and `read` reads them, `hands` hears pointer, keyboard, drop and paste, `order` puts files into the form or sends them. `known` has the
//! pictures that other products wear, `led` is how one comes with a link.

mod hands;
pub(in crate::embed) mod known;
mod led;
mod order;
mod read;
mod take;

use super::{Desk, Mounted};
use crate::app::configurator::{Action, State};
use crate::app::roots::act;
use crate::embed::language;
use crate::platform::dom;
use crate::platform::files::{self, Cupboard};
use crate::ui::logo::words::{LOGO, Phrase, Words};
use crate::ui::logo::{Logo, Stage};
use crate::ui::texts;
use gloo::events::EventListener;
use haberdash_core::Value;
use haberdash_core::config::ConfiguratorConfig;
use haberdash_core::image::{Placed, frame};
use haberdash_core::link;
use haberdash_core::number::Digits;
use haberdash_core::product::{Content, ImageOption, Kind};
use haberdash_core::selection::Pick;
use js_sys::{Array, Promise, Reflect};
use read::Reader;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{future_to_promise, spawn_local};
use web_sys::{CssStyleSheet, HtmlFormElement, HtmlInputElement};

/// Opens a desk for `mounted`; pictures are sent before the order where `config` or the tag says so. The promise is kept once the words are there, and what the
/// page's link brings.
#[inline(never)]
pub(super) fn open(mounted: &Rc<Mounted>, config: &ConfiguratorConfig) -> Promise {
    let mounted = Rc::clone(mounted);
    let upload = config.upload.as_ref().or(mounted.site.tag.upload.as_ref());
    let upload = upload.and_then(|address| dom::absolute(address, ""));
    // In a box: else its code would be that of the wrapper, which every page carries.
    let opening: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(async move {
        let state = mounted.store.get();
        let words = Words(texts::language(&state.setting.locale).unwrap_or("en"));
        language::fetched(&mounted.site, LOGO, words.0).await.map_err(JsValue::from)?;
        let slots =
            state.setting.product.options.iter().enumerate().map(|(index, option)| match option.kind {
                Kind::Image(kind) => {
                    Stage::new(index, zone(&state, index), words.of(Phrase::Stage)).map(|stage| Slot {
                        kind,
                        stage,
                        said: RefCell::default(),
                        shown: RefCell::default(),
                        round: Cell::new(0),
                    })
                }
                _ => None,
            });
        let slots = slots.collect();
        let sheet = dom::sheet(words.styles())?;
        let counter = Rc::new(Counter {
            mounted: Rc::downgrade(&mounted),
            words,
            sheet,
            cupboard: known::cupboard(&mounted.site),
            reader: Reader { words, addresses: RefCell::default() },
            slots,
            upload,
            originals: RefCell::default(),
            asked: RefCell::default(),
            sent: RefCell::default(),
            waiting: RefCell::default(),
            sending: Cell::new(false),
            not_sent: Cell::new(false),
            fields: RefCell::default(),
            form_before: RefCell::default(),
            drag: RefCell::default(),
            listeners: RefCell::default(),
        });
        let _ = mounted.desk.set(Box::new(Till(Rc::clone(&counter))));
        // What the options show is there before they are drawn first.
        counter.come(true).await;
        counter.changed();
        Ok(JsValue::UNDEFINED)
    });
    future_to_promise(opening)
}

/// Width and height of the first zone that shows the option at `index`; a square where none does.
fn zone(state: &State, index: usize) -> (f64, f64) {
    let layers = state.setting.product.views.iter().flat_map(|view| &view.layers);
    let mut zones = layers.filter_map(|layer| match layer.content {
        Content::Zone { option, area: [_, _, width, height], .. } if option == index => Some((width, height)),
        _ => None,
    });
    zones.next().unwrap_or((100.0, 100.0))
}

/// One option for a picture.
struct Slot {
    kind: ImageOption,
    stage: Rc<Stage>,
    said: RefCell<Said>,
    shown: RefCell<Option<Rc<Logo>>>,
    /// Grows with each file that is chosen: what comes of an older one is passed over.
    round: Cell<u32>,
}

/// What is to be said about the picture of an option.
#[derive(Clone, Default)]
struct Said {
    busy: &'static str,
    problem: String,
    left_out: String,
    not_kept: bool,
    not_shown: bool,
}

/// A file as the shopper's device gave it.
struct Original {
    sha256: Rc<str>,
    file: JsValue,
    name: String,
}

/// A pointer holds a picture.
struct Drag {
    option: usize,
    pointer: f64,
    from: (f64, f64),
    placed: Placed,
}

struct Counter {
    mounted: Weak<Mounted>,
    words: Words,
    sheet: CssStyleSheet,
    cupboard: Cupboard,
    /// By the option's position.
    slots: Vec<Option<Slot>>,
    upload: Option<String>,
    reader: Reader,
    originals: RefCell<Vec<Original>>,
    /// Files that were looked for in the cupboard.
    asked: RefCell<Vec<Rc<str>>>,
    sent: RefCell<Vec<Rc<str>>>,
    /// The form is to be sent with this button once all pictures are.
    waiting: RefCell<Option<JsValue>>,
    sending: Cell<bool>,
    /// The last time a picture was to be sent, it could not be.
    not_sent: Cell<bool>,
    /// File fields in the form, by option, with the file they hold.
    fields: RefCell<Vec<(usize, HtmlInputElement, Rc<str>)>>,
    /// How the form was encoded before.
    form_before: RefCell<Option<(HtmlFormElement, Option<String>)>>,
    drag: RefCell<Option<Drag>>,
    listeners: RefCell<Vec<EventListener>>,
}

/// A task in a box: each kind of future would bring code of its own.
fn run(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

impl Counter {
    fn slot(&self, option: usize) -> Option<&Slot> {
        self.slots.get(option)?.as_ref()
    }

    /// The picture in `option`, and its place.
    fn placed(&self, option: usize) -> Option<Placed> {
        match self.mounted.upgrade()?.store.get().selection.pick(option)? {
            Pick::Image(placed) => placed.clone(),
            _ => None,
        }
    }

    fn pick(&self, option: usize, placed: Option<Placed>) {
        if let Some(mounted) = self.mounted.upgrade() {
            act(&mounted.store, Action::Pick(option, Pick::Image(placed.map(Placed::within))));
        }
    }

    /// Says something at an option.
    fn say(&self, option: usize, change: impl FnOnce(&mut Said)) {
        if let Some(slot) = self.slot(option) {
            change(&mut slot.said.borrow_mut());
        }
        self.show();
    }

    /// Has all options show what is so now.
    fn show(&self) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let state = mounted.store.get();
        let mut changed = Vec::new();
        for (index, slot) in self.slots.iter().enumerate() {
            let Some(slot) = slot else { continue };
            let logo = self.logo(&mounted, &state, index, slot);
            if let Some((placed, _)) = &logo.own {
                slot.stage.show(placed, &state.files);
            }
            if slot.shown.borrow().as_deref() != Some(&logo) {
                let logo = Rc::new(logo);
                slot.shown.replace(Some(Rc::clone(&logo)));
                changed.push((index, logo));
            }
        }
        for (index, logo) in changed {
            act(&mounted.store, Action::Logo(index, logo));
        }
    }

    /// What the option at `index` shows.
    fn logo(&self, mounted: &Mounted, state: &State, index: usize, slot: &Slot) -> Logo {
        let words = self.words;
        let said = slot.said.borrow().clone();
        let placed = match state.selection.pick(index) {
            Some(Pick::Image(placed)) => placed.clone(),
            _ => None,
        };
        let file = placed.as_ref().and_then(|placed| state.files.get(&placed.file));
        let mut logo = Logo {
            words,
            own: None,
            name: String::new(),
            busy: said.busy,
            problem: said.problem,
            fineness: String::new(),
            warnings: Vec::new(),
            download: false,
        };
        let (Some(placed), Some(file)) = (placed, file) else { return logo };
        logo.name.clone_from(&file.name);
        let mut warn = |is_so: bool, phrase: Phrase, text: &str| {
            if is_so {
                logo.warnings.push(words.with(phrase, text));
            }
        };
        let (mut dpi, mut cropped) = (f64::INFINITY, false);
        for view in &state.setting.product.views {
            for layer in &view.layers {
                if let Content::Zone { option, area, .. } = layer.content
                    && option == index
                {
                    let frame = frame(&placed, file.size, area);
                    cropped |= frame.is_cropped;
                    if let (Some(pixels), Some(mm)) = (file.pixels(), view.mm_per_unit) {
                        dpi = dpi.min(frame.dpi(pixels, mm));
                    }
                }
            }
        }
        let least = slot.kind.min_dpi.unwrap_or(0);
        let coarse = dpi < least as f64;
        warn(coarse, Phrase::Coarse, &least.digits());
        warn(cropped, Phrase::Cropped, "");
        warn(!said.left_out.is_empty(), Phrase::LeftOut, &said.left_out);
        warn(said.not_kept, Phrase::NotKept, "");
        warn(said.not_shown, Phrase::NotShown, "");
        let no_way = !self.has_way(mounted);
        warn(no_way, Phrase::NoWay, "");
        logo.download = no_way || self.not_sent.get();
        if dpi.is_finite() {
            logo.fineness = words.with(Phrase::Resolution, &(dpi as i64).digits());
        }
        logo.own = Some((placed, slot.stage.element.clone().into()));
        logo
    }
}

/// The counter as a desk: a type of its own, so that its methods are in the part.
struct Till(Rc<Counter>);

impl Desk for Till {
    fn changed(&self) {
        self.0.changed();
    }

    fn write(&self, form: &HtmlFormElement, fields: &mut Vec<(String, String)>) {
        self.0.fill(form, fields);
    }

    fn may_submit(&self, event: &web_sys::Event) -> bool {
        self.0.ready_to_send(event)
    }

    fn about_link(&self) -> &'static str {
        self.0.about_link()
    }

    fn remember(&self, kept: &mut Value) {
        if let Some(mounted) = self.0.mounted.upgrade() {
            let state = mounted.store.get();
            link::keep_pictures(&state.setting.product, &state.selection, kept);
        }
    }

    fn dress(&self) {
        self.0.dress();
    }
}

impl Counter {
    fn changed(self: &Rc<Self>) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let state = mounted.store.get();
        for index in 0..self.slots.len() {
            if let Some(Pick::Image(Some(placed))) = state.selection.pick(index)
                && state.files.get(&placed.file).is_none()
            {
                self.look_for(index, &placed.file);
            }
        }
        self.show();
    }

    fn about_link(&self) -> &'static str {
        let has_picture = (0..self.slots.len()).any(|option| self.placed(option).is_some());
        if has_picture { self.words.of(Phrase::NotInLink) } else { "" }
    }

    fn dress(self: &Rc<Self>) {
        let Some(shadow) = self.mounted.upgrade().and_then(|mounted| mounted.host.shadow_root()) else {
            return;
        };
        let name = JsValue::from("adoptedStyleSheets");
        let before = Reflect::get(&shadow, &name).unwrap_or_default();
        let sheets = Array::from(&before);
        sheets.push(&self.sheet);
        let _ = Reflect::set(&shadow, &name, &sheets);
        if self.listeners.borrow().is_empty() {
            let mut listeners = hands::listen(self, &shadow);
            listeners.push(led::listen(self));
            *self.listeners.borrow_mut() = listeners;
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.empty_form();
        self.reader.addresses.borrow().iter().for_each(|address| files::forget(address));
    }
}
