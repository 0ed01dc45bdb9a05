//! What is done with a whole design: saved, compared, drawn at random, taken to another device, kept as a picture. All of this is in the part
//! `designs`, with [`super::looks`] and [`super::picture`].
//!
//! Designs are stored because the shopper asks for it, whatever may be remembered otherwise; erasing the history leaves them. Each change is
//! made to what is stored at that moment, so that tabs do not overwrite each other.

use super::looks::Looks;
use super::{Mounted, looks, picture};
use crate::app::asks::Ask;
use crate::app::configurator::Action;
use crate::app::designs::{Desk, DeskAction, NOW, Page, surprise};
use crate::app::roots::{DesignsRoot, Rendered, act, render};
use crate::app::small;
use crate::app::store::{Store, Subscription};
use crate::embed::language;
use crate::platform::parts::{self, Part};
use crate::platform::{console, dom, json, now, storage};
use crate::ui::more::{self, More};
use crate::ui::styles;
use crate::ui::words::{Word, word};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use haberdash_core::Value;
use haberdash_core::designs::{Design, Designs, Notice};
use haberdash_core::number::Digits;
use haberdash_core::qr;
use haberdash_core::selection::Selection;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlInputElement, ShadowRoot};

/// Positions of tools, see [`crate::ui::configurator::TOOLS`]; the pictures of presets come after them.
const SURPRISE: usize = 0;
const SAVE: usize = 1;
const CODE: usize = 4;
const FILE: usize = 5;
/// What is stored and longer than this is not ours.
const LONGEST: usize = 4_000_000;

/// The windows of one configurator.
pub(super) struct Windows {
    mounted: Weak<Mounted>,
    desk: Rc<Store<Desk>>,
    host: Element,
    root: ShadowRoot,
    dialog: Element,
    looks: Looks,
    key: String,
    /// The designs, where they cannot be stored.
    memory: RefCell<Option<Designs>>,
    /// What was open when it was last drawn.
    shown: Cell<u32>,
    /// What gets the keyboard when it is drawn.
    focus: RefCell<String>,
    rendered: RefCell<Option<Rendered>>,
    held: RefCell<Vec<EventListener>>,
    followed: RefCell<Option<Subscription>>,
}

/// Does what the tool at `tool` is for.
#[inline(never)]
pub(super) fn begin(mounted: &Rc<Mounted>, tool: usize) {
    match tool {
        SURPRISE => {
            if let Some(picks) = surprise(&mounted.store.get(), &mut random) {
                act(&mounted.store, Action::Replace(picks));
            }
        }
        super::PRESETS => looks::presets(mounted),
        _ => spawn_local(open(Rc::clone(mounted), tool)),
    }
}

/// From 0 up to, not including, 1.
fn random() -> f64 {
    let bytes = js_sys::Uint8Array::new(&JsValue::from(6_u32));
    dom::get(&dom::window(), "crypto")
        .and_then(|crypto| dom::call(&crypto, "getRandomValues", &[bytes.clone().into()]));
    bytes.to_vec().into_iter().fold(0.0, |number, byte| (number + f64::from(byte)) / 256.0)
}

async fn open(mounted: Rc<Mounted>, tool: usize) {
    let locale = mounted.store.get().setting.locale.clone();
    if let Err(why) = language::fetched(&mounted.site, more::MORE, more::language(&locale)).await {
        console::error(&why);
        act(&mounted.store, Action::Notice(word(&locale, Word::NotLoaded).to_owned()));
        return;
    }
    let Some(windows) = Windows::of(&mounted, &locale) else { return };
    let page = match tool {
        CODE => {
            let link = mounted.link();
            if !parts::there(parts::promise(Part::Qr)).await {
                act(&mounted.store, Action::Notice(word(&locale, Word::NotLoaded).to_owned()));
                return;
            }
            let code = qr::code(&link).map(|code| (code.size, code.d));
            Page::Code(link, code)
        }
        FILE => Page::File,
        _ => Page::List,
    };
    windows.tell(DeskAction::Show(page));
    if tool == FILE && picture::can_share() {
        windows.tell(DeskAction::Shares);
    }
    windows.refresh();
    *windows.focus.borrow_mut() = if tool == SAVE { "#name".to_owned() } else { String::new() };
    windows.tell(DeskAction::Opened);
}

impl Windows {
    /// The windows of `mounted`, made when they are first asked for.
    fn of(mounted: &Rc<Mounted>, locale: &str) -> Option<Rc<Windows>> {
        let made = mounted.held.borrow().iter().find_map(|held| held.downcast_ref::<Rc<Windows>>().cloned());
        if made.is_some() {
            return made;
        }
        let create = |tag: &str| dom::document().create_element(tag).ok();
        let host = create("div")?;
        host.set_class_name("desk");
        let root = dom::shadow(&host).ok()?;
        dom::adopt(&root, &styles::configurator(), more::styles(locale)).ok()?;
        let dialog = create("dialog")?;
        for (name, value) in [("aria-labelledby", "title"), ("part", "dialog"), ("closedby", "any")] {
            dialog.set_attribute(name, value).ok()?;
        }
        let element = create("div")?;
        dialog.append_child(&element).ok()?;
        root.append_child(&dialog).ok()?;
        mounted.host.shadow_root()?.append_child(&host).ok()?;
        let windows = Rc::new(Windows {
            mounted: Rc::downgrade(mounted),
            desk: Store::new(Desk::default()),
            looks: Looks::default(),
            key: [mounted.site.shopper.key(), ":designs"].concat(),
            memory: RefCell::default(),
            shown: Cell::new(0),
            focus: RefCell::default(),
            rendered: RefCell::default(),
            held: RefCell::default(),
            followed: RefCell::default(),
            host,
            root,
            dialog,
        });
        windows.listen(mounted, element);
        mounted.held.borrow_mut().push(Box::new(Rc::clone(&windows)));
        Some(windows)
    }

    fn listen(self: &Rc<Self>, mounted: &Rc<Mounted>, element: Element) {
        let weak = Rc::downgrade(self);
        let heard = Rc::downgrade(self);
        let root = DesignsRoot {
            desk: Rc::clone(&self.desk),
            store: Rc::clone(&mounted.store),
            on_drawn: Box::new(move || with(&weak, Windows::drawn)),
            on_ask: Box::new(move |ask| with(&heard, |windows| windows.hear(ask))),
        };
        *self.rendered.borrow_mut() = Some(render(element, root));
        let weak = Rc::downgrade(self);
        let key = self.key.clone();
        // Another tab saved or deleted something.
        let stored = EventListener::new(&dom::window(), "storage", move |event| {
            let changed = dom::get(event, "key").and_then(|key| key.as_string());
            if changed.is_none_or(|changed| changed == key) {
                with(&weak, Windows::refresh);
            }
        });
        let weak = Rc::downgrade(self);
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let scrolled = EventListener::new_with_options(&self.dialog, "scroll", options, move |_| {
            with(&weak, Windows::look);
        });
        self.held.borrow_mut().extend([stored, scrolled]);
        let weak = Rc::downgrade(self);
        *self.followed.borrow_mut() = Some(mounted.store.subscribe(move |_| with(&weak, Windows::look)));
    }

    fn tell(&self, action: DeskAction) {
        if let Some(mounted) = self.mounted.upgrade() {
            let state = mounted.store.get();
            self.desk.set(self.desk.get().reduce(action, state.text(&state.setting.product.title)));
        }
    }

    fn say(&self, text: &str) {
        self.tell(DeskAction::Say(text.to_owned()));
    }

    fn locale(&self) -> String {
        self.mounted.upgrade().map(|mounted| mounted.store.get().setting.locale.clone()).unwrap_or_default()
    }

    fn product(&self) -> String {
        self.mounted
            .upgrade()
            .map(|mounted| mounted.store.get().setting.product.id.as_str().to_owned())
            .unwrap_or_default()
    }

    /// What is stored.
    fn read(&self) -> Designs {
        if let Some(designs) = &*self.memory.borrow() {
            return designs.clone();
        }
        let Some(text) = storage::read(&self.key) else { return Designs::default() };
        // Not JSON is as corrupt as JSON that is something else.
        let value = if text.len() > LONGEST { None } else { json::parse(&text) };
        let (designs, notice) = Designs::from_value(&value.unwrap_or(Value::Bool(false)));
        let phrase = match notice {
            Some(Notice::Foreign) => {
                *self.memory.borrow_mut() = Some(Designs::default());
                More::Foreign
            }
            Some(Notice::Corrupt) => More::Corrupt,
            _ => return designs,
        };
        self.say(more::more(&self.locale(), phrase));
        designs
    }

    /// Shows what is stored now.
    fn refresh(self: &Rc<Self>) {
        let designs = self.read();
        let own: Rc<[Design]> = designs.of(&self.product()).cloned().collect();
        if self.desk.get().designs != own || self.desk.get().name.is_empty() {
            self.tell(DeskAction::Saved(own));
        }
    }

    /// Makes a change to what is stored now. `false` when it is only here that it was made.
    fn change(self: &Rc<Self>, change: impl FnOnce(&mut Designs)) -> bool {
        let mut designs = self.read();
        change(&mut designs);
        let mut memory = self.memory.borrow_mut();
        let is_stored = memory.is_none() && {
            if designs.is_empty() {
                storage::remove(&self.key);
            }
            designs.is_empty() || storage::write(&self.key, &designs.to_value().json())
        };
        if !is_stored {
            *memory = Some(designs);
        }
        drop(memory);
        self.refresh();
        is_stored
    }

    fn field(&self, selector: &str) -> Option<HtmlInputElement> {
        self.root.query_selector(selector).ok()??.dyn_into().ok()
    }

    fn save(self: &Rc<Self>) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let (state, desk) = (mounted.store.get(), self.desk.get());
        let given = self.field("#name").map(|field| field.value()).unwrap_or_default();
        let name = if given.trim().is_empty() { desk.name.clone() } else { given };
        let at = now();
        let product = &state.setting.product;
        let design = Design {
            id: [&at.digits(), "-", &((random() * 1e9) as u32).digits()].concat(),
            product: product.id.as_str().to_owned(),
            name: name.clone(),
            selection: state.selection.to_value(product),
            at,
        };
        let mut is_kept = false;
        let is_stored = self.change(|designs| is_kept = designs.add(design));
        let locale = &state.setting.locale;
        match (is_kept, is_stored) {
            (false, _) => self.say(more::more(locale, More::TooMany)),
            (true, false) => self.say(more::more(locale, More::NotStored)),
            (true, true) => self.say(&more::more_phrase(locale, More::Saved, &name)),
        }
        // The next one is called otherwise.
        if let Some(field) = self.field("#name") {
            field.set_value(&self.desk.get().name);
        }
    }

    fn removed(self: &Rc<Self>, designs: Vec<Design>) {
        let names: Vec<&str> = designs.iter().map(|design| &*design.name).collect();
        self.say(&more::more_phrase(&self.locale(), More::Deleted, &names.join(", ")));
        self.tell(DeskAction::Removed(designs));
        self.focus_on("[data-click=back]");
    }

    fn focus_on(&self, selector: &str) {
        selector.clone_into(&mut self.focus.borrow_mut());
    }

    fn close(&self) {
        dom::call(&self.dialog, "close", &[]);
    }

    fn take(&self, id: &str) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        self.close();
        let desk = self.desk.get();
        let Some(design) = desk.designs.iter().find(|design| id != NOW && design.id == id) else { return };
        let state = mounted.store.get();
        let (_, problems) = Selection::from_value(&state.setting.product, &design.selection);
        act(&mounted.store, Action::Replace(design.selection.clone()));
        let text = if problems.is_empty() { "" } else { more::more(&state.setting.locale, More::Partly) };
        act(&mounted.store, Action::Notice(text.to_owned()));
    }

    fn rename(self: &Rc<Self>, id: &str, field: &Element) {
        let name = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default();
        self.change(|designs| designs.rename(id, &name));
        self.tell(DeskAction::Naming(None));
        // Not a button: the key that was pressed would press it as well.
        self.focus_on(&["li[data-subject=\"", id, "\"]"].concat());
    }

    fn hear(self: &Rc<Self>, ask: &Ask) {
        let id = ask.asker.get_attribute("data-subject").unwrap_or_default();
        match ask.word {
            "close" => self.close(),
            "save" => self.save(),
            "open" | "take" => self.take(&id),
            "rename" => {
                self.focus_on("#naming");
                self.tell(DeskAction::Naming(Some(id)));
            }
            "naming" => self.rename(&id, ask.asker),
            "key" if ask.key == "Enter" && ask.asker.id() == "name" => self.save(),
            // What is not changed by then is no change to the browser.
            "key" if ask.key == "Enter" => self.rename(&id, ask.asker),
            "delete" => {
                let mut removed = None;
                self.change(|designs| removed = designs.remove(&id));
                self.removed(removed.into_iter().collect());
            }
            "clear" => {
                let (mut removed, product) = (Vec::new(), self.product());
                self.change(|designs| removed = designs.remove_all(&product));
                self.removed(removed);
            }
            "back" => {
                let removed = Rc::clone(&self.desk.get().removed);
                self.change(|designs| {
                    for design in &*removed {
                        designs.add(design.clone());
                    }
                });
                self.say("");
                self.focus_on("#name");
            }
            "choose" => self.tell(DeskAction::Choose(id)),
            "compare" if self.desk.get().chosen.len() == 2 => {
                self.tell(DeskAction::Show(Page::Compare));
                self.focus_on("[data-click=take]");
            }
            "list" => {
                self.tell(DeskAction::Show(Page::List));
                self.focus_on("[data-click=compare]");
            }
            "link" => spawn_local(copy(Rc::clone(self))),
            "download" | "share" => {
                if let Some(mounted) = self.mounted.upgrade() {
                    let (windows, shares) = (Rc::clone(self), ask.word == "share");
                    self.say(more::more(&self.locale(), More::Making));
                    spawn_local(async move {
                        let said = picture::keep(&mounted, shares).await;
                        windows.say(said.map_or("", |phrase| more::more(&windows.locale(), phrase)));
                    });
                }
            }
            _ => {}
        }
    }

    /// What was asked for is drawn: it is shown, and gets its pictures and the keyboard.
    fn drawn(self: &Rc<Self>) {
        let desk = self.desk.get();
        if self.shown.replace(desk.opened) != desk.opened && !self.dialog.has_attribute("open") {
            dom::call(&self.dialog, "showModal", &[]);
        }
        if let Ok(boxes) = self.root.query_selector_all("[data-click=choose]") {
            for at in 0..boxes.length() {
                if let Some(field) = boxes.item(at).and_then(|node| node.dyn_into::<HtmlInputElement>().ok())
                {
                    let id = field.get_attribute("data-subject").unwrap_or_default();
                    field.set_checked(desk.chosen.contains(&id));
                }
            }
        }
        let selector = self.focus.take();
        if !selector.is_empty()
            && let Ok(Some(element)) = self.root.query_selector(&selector)
        {
            dom::call(&element, "select", &[]);
            dom::focus(Some(element));
        }
        self.look();
    }

    /// Draws the pictures that can be seen; some now, the others in a moment.
    fn look(self: &Rc<Self>) {
        let Some(mounted) = self.mounted.upgrade().filter(|_| self.dialog.has_attribute("open")) else {
            return;
        };
        let (state, desk) = (mounted.store.get(), self.desk.get());
        let has_more = self.looks.fill(&mounted, &self.root, (".look", small::AHEAD), &|span, _| {
            let id = span.get_attribute("data-look")?;
            let view = span.get_attribute("data-view").and_then(|view| view.parse().ok()).unwrap_or(0);
            Some((desk.selection(&state, &id)?, view))
        });
        if has_more {
            let weak = Rc::downgrade(self);
            Timeout::new(0, move || with(&weak, Windows::look)).forget();
        }
    }
}

async fn copy(windows: Rc<Windows>) {
    let Page::Code(link, _) = windows.desk.get().page.clone() else { return };
    let clipboard = dom::get(&dom::window().navigator(), "clipboard");
    let written = clipboard.and_then(|clipboard| dom::call(&clipboard, "writeText", &[link.as_str().into()]));
    let is_copied = match written.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    windows.say(word(&windows.locale(), if is_copied { Word::LinkCopied } else { Word::LinkHere }));
}

fn with(weak: &Weak<Windows>, run: impl FnOnce(&Rc<Windows>)) {
    if let Some(windows) = weak.upgrade() {
        run(&windows);
    }
}

impl Drop for Windows {
    fn drop(&mut self) {
        if let Some(rendered) = self.rendered.take() {
            rendered.destroy();
        }
        self.host.remove();
    }
}
