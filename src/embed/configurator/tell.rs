//! What follows a pick: the form, the theme's price, events, the page's own state, the shopper's history.

use super::{Mounted, fonts, links, with};
use crate::app::configurator::Action;
use crate::app::roots::{AFTER_FRAME_MS, act};
use crate::cart::form;
use crate::embed::events;
use crate::platform::parts::{self, Part};
use crate::platform::{dom, json, now};
use crate::ui::setting::Setting;
use gloo::timers::callback::Timeout;
use haberdash_core::Value;
use haberdash_core::cart::{LineItem, line_at};
use haberdash_core::link;
use haberdash_core::product::Kind;
use haberdash_core::signals::Signal;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The least time between two entries into `history.state`.
const SAVE_MS: i64 = 400;
/// After so long without a change the shopper has settled on something.
const SETTLED_MS: u32 = 500;

impl Mounted {
    pub(super) fn changed(self: &Rc<Self>) {
        self.load_view();
        if self.has_fonts() {
            fonts::load(self);
        }
        if let Some(desk) = self.desk.get() {
            desk.changed();
        }
        let selection = self.store.get().selection.clone();
        if self.shown.replace(Some(selection.clone())) == Some(selection) {
            return;
        }
        self.picked_at.set(now());
        self.show_price();
        // All else waits until the shopper has seen what the pick did; the form does not wait longer than until the next click.
        if self.writing.borrow().is_none() {
            let weak = Rc::downgrade(self);
            let write = Timeout::new(AFTER_FRAME_MS, move || {
                with(&weak, |mounted| {
                    mounted.write_now();
                    mounted.tell();
                });
            });
            *self.writing.borrow_mut() = Some(write);
        }
        // Files are in fields of their own, which no later reading of the form can put right.
        if self.desk.get().is_some() {
            self.write_now();
        }
    }

    /// Brings the form up to date, if it is not, and has the rest follow.
    pub(super) fn write_now(self: &Rc<Self>) {
        if self.writing.take().is_none() {
            return;
        }
        self.write();
        let weak = Rc::downgrade(self);
        let tell = Timeout::new(AFTER_FRAME_MS, move || with(&weak, Mounted::tell));
        *self.telling.borrow_mut() = Some(tell);
        let weak = Rc::downgrade(self);
        let settled = Timeout::new(SETTLED_MS, move || with(&weak, |mounted| mounted.settle()));
        *self.settling.borrow_mut() = Some(settled);
    }

    /// A script reads the form, by `new FormData(form)` or `form.submit()`: it finds what is picked, though the form was not written yet.
    pub(super) fn read(self: &Rc<Self>, event: &web_sys::Event) {
        let is_late = self.writing.borrow().is_some();
        let data = dom::get(event, "formData").and_then(|data| data.dyn_into::<web_sys::FormData>().ok());
        if let Some(data) = data.filter(|_| is_late) {
            self.fields.borrow().leave(&data);
            self.write_now();
            self.fields.borrow().join(&data);
        }
    }

    /// Tells the page what is picked now, and keeps it for a reload that may follow soon. Browsers count the calls that keep it: the first of a
    /// row is made at once, and the last.
    pub(super) fn tell(self: &Rc<Self>) {
        self.telling.take();
        act(&self.store, Action::Spell);
        events::send(&self.host, "change", &self.detail(), false);
        if now() - self.saved_at.get() > SAVE_MS {
            self.remember_in_page();
            return;
        }
        let weak = Rc::downgrade(self);
        let save = Timeout::new(SAVE_MS as u32, move || with(&weak, |mounted| mounted.remember_in_page()));
        *self.saving.borrow_mut() = Some(save);
    }

    /// The shopper has stopped for a moment: what is slow, or would be said too often, is done now.
    pub(super) fn settle(&self) {
        self.settling.take();
        let picks = self.store.get().picks;
        if picks != self.told.replace(picks) {
            act(&self.store, Action::Speak);
            events::push(&self.site.tag.layer, "customize", self.for_layer());
        }
        self.learn();
    }

    /// The line for the cart as things stand.
    pub(super) fn line(&self) -> Option<LineItem> {
        let quantity = self.form.as_ref().map_or(1, form::quantity);
        // Themes also change it without an event; another quantity may have another price.
        act(&self.store, Action::Quantity(quantity));
        let state = self.store.get();
        let Setting { product, locale, fallback, .. } = &*state.setting;
        let price = (*state.price).clone();
        let mut line = line_at(product, &state.selection, quantity, price, locale, fallback)?;
        if self.desk.get().is_some() {
            line.list_files(product, &state.selection, &state.files);
        }
        Some(line)
    }

    /// A field of the theme's form changed, perhaps the quantity. Our own options change inside of the host.
    pub(super) fn field_changed(&self, event: &web_sys::Event) {
        let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !inside.is_some_and(|target| self.host.contains(Some(&target))) {
            self.write();
            self.show_price();
        }
    }

    /// Brings the theme's price up to date.
    pub(super) fn show_price(&self) {
        if let Some(target) = &self.price_target {
            target.show(&self.store.get().price_text());
        }
    }

    /// Brings the form up to date.
    pub(super) fn write(&self) {
        let Some(form) = &self.form else { return };
        if let Some(line) = self.line() {
            let mut fields = form::fields(&line);
            if let Some(desk) = self.desk.get() {
                desk.write(form, &mut fields);
            }
            self.fields.borrow_mut().write(&self.host, form, &fields);
        }
    }

    /// What events and the API tell: the product, the picks, the exact price, and the order claim.
    pub fn detail(&self) -> Value {
        let mut detail = self.summary();
        if let (Value::Object(fields), Some(line)) = (&mut detail, self.line()) {
            let properties = line.properties.into_iter().map(|(name, text)| (name, Value::from(text)));
            fields.push(("properties".into(), Value::object(properties)));
            fields.push(("link".into(), Value::from(self.link())));
            fields.push(("quantity".into(), Value::from(line.quantity)));
            fields.push(("claim".into(), line.claim));
        }
        detail
    }

    pub(super) fn summary(&self) -> Value {
        let state = self.store.get();
        let product = &state.setting.product;
        let mut summary = Value::record([
            ("product", Value::from(product.id.as_str())),
            ("selection", state.selection.to_value(product)),
            ("unit_price", Value::from(state.price.unit)),
            ("currency", Value::from(&*product.currency.0)),
            ("price_text", Value::from(state.price_text())),
        ]);
        let days = product.extras.as_ref().and_then(|_| product.delivery(&state.selection));
        if let (Value::Object(fields), Some(days)) = (&mut summary, days) {
            fields.push(("lead_days".into(), Value::from(days)));
        }
        summary
    }

    /// What the page's data layer is told: what shoppers write is nobody's statistics.
    pub(super) fn for_layer(&self) -> Value {
        let state = self.store.get();
        let product = &state.setting.product;
        let is_text = |name: &str| {
            product
                .option_index(name)
                .is_some_and(|i| matches!(product.options[i].kind, Kind::Text(_) | Kind::Image(_)))
        };
        let mut summary = self.summary();
        if let Value::Object(fields) = &mut summary {
            for (name, value) in fields {
                if let ("selection", Value::Object(picks)) = (&**name, value) {
                    picks.retain(|(option, _)| !is_text(option));
                }
            }
        }
        summary
    }

    pub(super) fn link(&self) -> String {
        let state = self.store.get();
        let page = dom::window().location().href().unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default();
        [page, "#", &link::encode(&state.setting.product, &state.selection)].concat()
    }

    /// What was picked is taste.
    pub(super) fn learn(&self) {
        let state = self.store.get();
        // What was picked before the shopper cleared the history is not to come back after it.
        let cleared_at = self.site.shopper.store.get().history.cleared_at();
        if state.picks > self.learned.replace(state.picks) && self.picked_at.get() > cleared_at {
            let product = &state.setting.product;
            let facets = state.selection.facets(product, &state.initial);
            let item = self.site.current.borrow().clone().unwrap_or_else(|| product.id.as_str().to_owned());
            let mut link = link::value(product, &state.selection);
            if let Some(desk) = self.desk.get() {
                desk.remember(&mut link);
            }
            let known = &self.site.shopper.store.get().history;
            // That something was designed is remembered once; what it says about taste each time.
            let is_known = facets.is_empty()
                && known.events().iter().any(|event| !event.facets.is_empty() && event.subject() == item);
            let event = Signal::configure(Some(item.clone()), facets).at(now());
            let events = if is_known { Vec::new() } else { vec![event] };
            self.site.shopper.record_with(events, Some((&item, &(self.addresses.0)(""), link)));
        }
    }

    /// The page may go any moment: nothing waits any longer.
    pub(super) fn flush(&self) {
        if [&self.writing, &self.telling, &self.saving].iter().any(|timer| timer.borrow().is_some()) {
            self.remember_in_page();
        }
        self.learn();
    }

    /// Keeps the picks for reload and Back in the page's own `history.state`, whose other entries stay as they are.
    pub(super) fn remember_in_page(&self) {
        self.saving.take();
        self.saved_at.set(now());
        let state = self.store.get();
        let selection = state.selection.to_value(&state.setting.product);
        let Ok(history) = dom::window().history() else { return };
        let state = history.state().unwrap_or_default();
        if !state.is_object() && !state.is_null() && !state.is_undefined() {
            return;
        }
        let copy = |from: &wasm_bindgen::JsValue| {
            js_sys::Object::assign(&js_sys::Object::new(), from.unchecked_ref())
        };
        let next = copy(&state);
        let own = copy(&dom::get(&state, "haberdash").unwrap_or_default());
        let _ = js_sys::Reflect::set(&own, &self.key.as_str().into(), &json::to_js(&selection));
        let _ = js_sys::Reflect::set(&next, &"haberdash".into(), &own);
        // Throws where a browser counts too many calls; the next change or the page's end tries again.
        let _ = history.replace_state_with_url(&next, "", None);
    }

    /// A link to a design was opened on this very page.
    pub(super) fn follow_link(self: &Rc<Self>) {
        let mounted = Rc::clone(self);
        spawn_local(async move {
            let setting = Rc::clone(&mounted.store.get().setting);
            if let Some(restored) = links::follow(&setting.product, &setting.locale).await {
                if let Some(picks) = restored.picks {
                    act(&mounted.store, Action::Replace(picks));
                }
                act(&mounted.store, Action::Notice(restored.notice.to_owned()));
            }
        });
    }

    /// The theme's form is about to be sent. `false` when the page does not want that.
    pub(super) fn submit(&self, event: &web_sys::Event) -> bool {
        if self.desk.get().is_some_and(|desk| !desk.may_submit(event)) {
            return false;
        }
        self.write();
        self.flush();
        let wanted = events::send(&self.host, "add-to-cart", &self.detail(), true);
        if wanted {
            events::push(&self.site.tag.layer, "add_to_cart", self.for_layer());
        }
        wanted
    }

    /// Copies the link, right with the click, or shows it where the clipboard is not to be had.
    pub(super) fn copy_link(self: &Rc<Self>) {
        let link = self.link();
        let written = dom::get(&dom::window().navigator(), "clipboard").and_then(|clipboard| {
            let write: js_sys::Function = dom::get(&clipboard, "writeText")?.dyn_into().ok()?;
            write.call1(&clipboard, &link.as_str().into()).ok()?.dyn_into::<js_sys::Promise>().ok()
        });
        // Heard from now on: if it is refused before the part is there, nobody else may say so.
        let written = written.map(JsFuture::from);
        let mounted = Rc::clone(self);
        parts::when(
            Part::Seldom,
            Box::new(move |is_there| {
                match is_there {
                    true => links::copied(mounted, link, written),
                    // Without words there is still the link to copy.
                    false => act(&mounted.store, Action::Notice(link)),
                }
            }),
        );
    }
}
