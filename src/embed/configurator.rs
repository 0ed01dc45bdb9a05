//! A configurator: product file in; picture, price, form fields and events out.

use super::registry;
use super::site::Site;
use super::strip::show_fallback;
use super::targets::{Fallback, ImageTarget, PriceTarget};
use super::{events, explain, page, parts};
use crate::app::configurator::{Action, State};
use crate::app::roots::{ConfiguratorRoot, PictureRoot, Rendered, act, render};
use crate::app::store::{Store, Subscription};
use crate::cart::form;
use crate::platform::companion::Known;
use crate::platform::intl::Money;
use crate::platform::{companion, console, dom, fetch, json, now};
use crate::ui::preview::Addresses;
use crate::ui::setting::Setting;
use crate::ui::styles;
use crate::ui::words::{Word, word};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use haberdash_core::art::Art;
use haberdash_core::cart::{LineItem, line_at};
use haberdash_core::config::{CartKind, ConfiguratorConfig};
use haberdash_core::link;
use haberdash_core::price;
use haberdash_core::product::{Currency, Kind, Product};
use haberdash_core::scene;
use haberdash_core::selection::Selection;
use haberdash_core::signals::Signal;
use haberdash_core::{Diagnostics, Value};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Element, HtmlElement, HtmlFormElement};

/// So long after a click its frame is out.
const AFTER_FRAME_MS: u32 = 32;
/// The least time between two entries into `history.state`.
const SAVE_MS: i64 = 400;
/// After so long without a change the shopper has settled on something.
const SETTLED_MS: u32 = 500;

/// A mounted configurator.
pub struct Mounted {
    site: Rc<Site>,
    host: HtmlElement,
    /// Its state.
    pub store: Rc<Store<State>>,
    addresses: Addresses,
    key: String,
    form: Option<HtmlFormElement>,
    fields: RefCell<form::Written>,
    price_target: Option<PriceTarget>,
    image_target: Option<ImageTarget>,
    view: RefCell<Option<View>>,
    /// How many picks the page's data layer, and the shopper's history, have been told of.
    told: Cell<u32>,
    learned: Cell<u32>,
    /// Views and fonts that were asked for: one request each.
    asked: RefCell<Vec<String>>,
    /// What the page was last told is picked.
    shown: RefCell<Option<Selection>>,
    saved_at: Cell<i64>,
    picked_at: Cell<i64>,
    /// Is there while the form does not hold the last pick yet: it is written right after the click, and before any other.
    writing: RefCell<Option<Timeout>>,
    telling: RefCell<Option<Timeout>>,
    saving: RefCell<Option<Timeout>>,
    settling: RefCell<Option<Timeout>>,
    held: RefCell<Vec<Box<dyn std::any::Any>>>,
}

struct View {
    options: Rendered,
    picture: Option<Rendered>,
    root: Element,
    _fallback: Fallback,
}

/// Mounts a configurator. The error is a sentence, and nothing was changed then.
pub async fn mount(
    site: &Rc<Site>,
    host: &HtmlElement,
    config: ConfiguratorConfig,
) -> Result<Rc<Mounted>, String> {
    let base = dom::absolute(&config.product, "").ok_or("data-product is no address")?;
    let file = parts::whole(&config.product, &base).await?;
    let mut product = read_product(&config.product, &file).await?;
    if !host.is_connected() {
        return Err(format!("the configurator for {} went away while it loaded", config.product));
    }
    let key = format!("{}#{}", product.id, registry::ordinal(host, &config.product));
    let initial = initial(&product, &file, &config);
    let locale = site.locale(host);
    let restored = restored(&product, &key, &locale);
    let notice = restored.as_ref().map_or("", |(_, notice)| *notice);
    let fallback = page::language(&dom::document().document_element().ok_or("no document")?);
    let currency = config.currency.as_deref().or(site.tag.currency.as_deref());
    let known = rules(&product, &file, currency, (&locale, &fallback), (&config.product, &base)).await?;
    if !host.is_connected() {
        return Err(format!("the configurator for {} went away while it loaded", config.product));
    }
    drop(file);
    let (rules, extras) = match known {
        Some(known) => {
            if let Some(currency) = known.currencies.first() {
                product.currency = Currency(currency.as_str().into());
            }
            (Some(known.rules), known.extras)
        }
        None => (None, Vec::new()),
    };
    let money = Money::new(&locale, &product.currency, false);
    let signed = Money::new(&locale, &product.currency, true);
    let format = Rc::new(move |amount| money.text(amount));
    let signed = Rc::new(move |amount| signed.text(amount));
    let setting = Rc::new(Setting::new(product, locale, fallback, format, signed, extras));
    let addresses = Addresses(Rc::new(move |address| dom::absolute(address, &base).unwrap_or_default()));
    let form = (site.tag.cart == CartKind::Form).then(|| form::form_of(host)).flatten();
    let quantity = form.as_ref().map_or(1, form::quantity);
    let state = State::new(setting, rules, initial, restored.map(|(picks, _)| picks), quantity)
        .ok_or("the price of the product is out of range")?;
    let selection = state.selection.clone();
    let target =
        |name: &str, selector: &str, why: &str| console::warn(&format!("data-{name}: \"{selector}\" {why}"));
    let price_target = config.price_target.as_deref().and_then(|selector| {
        PriceTarget::new(selector).map_err(|why| target("price-target", selector, why)).ok()
    });
    let image_target = config.image_target.as_deref().and_then(|selector| {
        ImageTarget::new(selector).map_err(|why| target("image-target", selector, why)).ok()
    });
    let mounted = Rc::new(Mounted {
        site: Rc::clone(site),
        host: host.clone(),
        store: Store::new(state),
        addresses,
        key,
        form,
        fields: RefCell::default(),
        price_target,
        image_target,
        view: RefCell::default(),
        told: Cell::new(0),
        learned: Cell::new(0),
        asked: RefCell::default(),
        shown: RefCell::new(Some(selection)),
        saved_at: Cell::new(0),
        picked_at: Cell::new(0),
        writing: RefCell::default(),
        telling: RefCell::default(),
        saving: RefCell::default(),
        settling: RefCell::default(),
        held: RefCell::default(),
    });
    if !notice.is_empty() {
        act(&mounted.store, Action::Notice(notice.to_owned()));
    }
    // They are on their way while the options are drawn.
    let _ = mounted.pictures();
    mounted.draw().ok_or("this browser cannot show the configurator")?;
    mounted.listen();
    mounted.show_price();
    mounted.write();
    // Ready is said by `load_view`, when the first picture is there.
    mounted.load_view();
    Ok(mounted)
}

async fn read_product(address: &str, file: &Value) -> Result<Product, String> {
    let mut diagnostics = Diagnostics::new();
    let product = Product::read(file, &mut diagnostics);
    let short = |what: &str| ["the product file ", address, what].concat();
    let Some(product) = product else {
        let short = short(" cannot be used; haberdash check says why");
        return Err(explain::one("product", address, &file.to_string(), "", &short).await);
    };
    if diagnostics.count() > 0 {
        warn("product", address, file.to_string(), short(" has problems; haberdash check lists them"));
    }
    Ok(product)
}

/// What goes with what, and what it costs; `None` where every pick goes with every other, and prices are plain sums.
async fn rules(
    product: &Product,
    file: &Value,
    currency: Option<&str>,
    (locale, fallback): (&str, &str),
    (address, base): (&str, &str),
) -> Result<Option<Known>, String> {
    let limited = product.options.iter().any(|option| matches!(option.kind, Kind::Multi(_)));
    let ruled = file.get("rules").and_then(Value::as_array).is_some_and(|rules| !rules.is_empty());
    let other = currency.filter(|other| **other != *product.currency.0);
    if !limited && !ruled && other.is_none() && price::is_plain(file) {
        return Ok(None);
    }
    let text = file.to_string();
    let stored =
        file.get("compiled").and_then(Value::as_str).and_then(|address| dom::absolute(address, base));
    let stored = match stored {
        // Without it the companion compiles.
        Some(address) => fetch::bytes(&address).await.unwrap_or_default(),
        None => JsValue::UNDEFINED,
    };
    let known = match companion::rules(&text, &stored, locale, fallback, currency.unwrap_or_default()).await {
        Ok(known) => known,
        Err(why) if !why.is_empty() => return Err(why),
        Err(_) => {
            let short = ["the product file ", address, " cannot be used; haberdash check says why"].concat();
            return Err(explain::one("product", address, &text, "", &short).await);
        }
    };
    if let Some(currency) = currency.filter(|asked| known.currencies.first().is_none_or(|own| own != asked)) {
        let there_are = known.currencies.join(", ");
        console::warn(
            &["data-currency: the product has no prices in ", currency, "; there are: ", &there_are].concat(),
        );
    }
    Ok(Some(known))
}

/// Writes sentences about a product file into the console, when the companion has them.
fn warn(kind: &'static str, name: &str, text: String, short: String) {
    let name = name.to_owned();
    spawn_local(async move { explain::warn(kind, &name, &text, "", &short).await });
}

/// The picks to start with: those of the preset that the host names, else none but the merchant's defaults.
fn initial(product: &Product, file: &Value, config: &ConfiguratorConfig) -> Value {
    let Some(id) = &config.preset else { return Value::Object(Vec::new()) };
    product.preset(id).unwrap_or_else(|| {
        warn("preset", id, file.to_string(), ["data-preset: there is no preset \"", id, "\""].concat());
        Value::Object(Vec::new())
    })
}

/// What the page had before a reload or Back, else what its link says; with a sentence for the shopper where that could not be followed.
fn restored(product: &Product, key: &str, locale: &str) -> Option<(Value, &'static str)> {
    let state = dom::window().history().ok().and_then(|history| history.state().ok()).unwrap_or_default();
    let own = dom::get(&state, "haberdash").and_then(|all| dom::get(&all, key));
    match own.as_ref().and_then(json::from_page) {
        Some(value) => Some((value, "")),
        None => linked(product, locale),
    }
}

/// What the page's link says, if it is about this product.
fn linked(product: &Product, locale: &str) -> Option<(Value, &'static str)> {
    let fragment = dom::window().location().hash().ok()?;
    let value = link::decode(&fragment)?.ok().and_then(|text| json::parse(&text));
    let Some(value) = value else {
        return Some((Value::Object(Vec::new()), word(locale, Word::LinkDamaged)));
    };
    // A link to another product of the page is that one's business.
    let (id, selection) = link::parts(&value)?;
    if id != product.id.as_str() {
        return None;
    }
    let (_, problems) = Selection::from_value(product, selection);
    Some((selection.clone(), if problems.is_empty() { "" } else { word(locale, Word::LinkPartly) }))
}

impl Mounted {
    fn draw(self: &Rc<Self>) -> Option<()> {
        let product = &self.store.get().setting.product;
        let addresses = self.addresses.clone();
        let sheets = [styles::BASE.to_owned(), styles::chip_colors(product)];
        let shadow = dom::shadow(&self.host).ok()?;
        dom::adopt(&shadow, &sheets).ok()?;
        shadow.set_text_content(None);
        let root = dom::document().create_element("div").ok()?;
        shadow.append_child(&root).ok()?;
        let weak = Rc::downgrade(self);
        let on_link = move || with(&weak, |mounted| mounted.copy_link());
        let own_picture = self.image_target.is_none().then(|| addresses.clone());
        let options =
            render(root.clone(), ConfiguratorRoot::new(Rc::clone(&self.store), shadow, own_picture, on_link));
        let picture = self.image_target.as_ref().and_then(|target| {
            let shadow = dom::shadow(&target.host).ok()?;
            dom::adopt(&shadow, &[styles::BASE.to_owned()]).ok()?;
            let root = dom::document().create_element("div").ok()?;
            root.set_class_name("configurator over");
            shadow.append_child(&root).ok()?;
            Some(render(root, PictureRoot::new(Rc::clone(&self.store), addresses)))
        });
        let fallback = Fallback::disable(&self.host);
        *self.view.borrow_mut() = Some(View { options, picture, root, _fallback: fallback });
        Some(())
    }

    /// Everything that makes the configurator follow, and be followed.
    fn listen(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let subscription: Subscription = self.store.subscribe(move |_| {
            if let Some(mounted) = weak.upgrade() {
                mounted.changed();
            }
        });
        let mut held: Vec<Box<dyn std::any::Any>> = vec![Box::new(subscription)];
        // Within: where the focus moves from field to field, the host is not told.
        if let Some(shadow) = self.host.shadow_root() {
            let weak = Rc::downgrade(self);
            held.push(Box::new(EventListener::new(&shadow, "focusin", move |event| {
                with(&weak, |mounted| mounted.expect_letters(event));
            })));
        }
        if let Some(form) = &self.form {
            let weak = Rc::downgrade(self);
            held.push(Box::new(EventListener::new(form, "change", move |event| {
                with(&weak, |mounted| mounted.field_changed(event));
            })));
            let weak = Rc::downgrade(self);
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            let form = form.clone();
            held.push(Box::new(EventListener::new_with_options(&form, "submit", options, move |event| {
                with(&weak, |mounted| {
                    if !mounted.submit() {
                        event.prevent_default();
                        event.stop_immediate_propagation();
                    }
                });
            })));
        }
        // The next click may be on a button whose script reads the form.
        let options = EventListenerOptions::run_in_capture_phase();
        let weak = Rc::downgrade(self);
        held.push(Box::new(EventListener::new_with_options(&dom::window(), "click", options, move |_| {
            with(&weak, |mounted| mounted.write_now());
        })));
        // What is put into `history.state` at `pagehide` is too late for a reload.
        for end in ["beforeunload", "pagehide"] {
            let weak = Rc::downgrade(self);
            held.push(Box::new(EventListener::new(&dom::window(), end, move |_| {
                with(&weak, |mounted| mounted.flush());
            })));
        }
        let weak = Rc::downgrade(self);
        held.push(Box::new(EventListener::new(&dom::window(), "hashchange", move |_| {
            with(&weak, |mounted| mounted.follow_link());
        })));
        *self.held.borrow_mut() = held;
    }

    fn changed(self: &Rc<Self>) {
        self.load_view();
        self.load_fonts();
        let selection = self.store.get().selection.clone();
        if self.shown.replace(Some(selection.clone())) == Some(selection) {
            return;
        }
        self.picked_at.set(now());
        self.show_price();
        // The form follows right after the click. All else can wait until the shopper has seen what it did.
        if self.writing.borrow().is_none() {
            let weak = Rc::downgrade(self);
            let write = Timeout::new(0, move || with(&weak, Mounted::write_now));
            *self.writing.borrow_mut() = Some(write);
        }
    }

    /// Brings the form up to date, if it is not, and has the rest follow.
    fn write_now(self: &Rc<Self>) {
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

    /// Tells the page what is picked now, and keeps it for a reload that may follow soon. Browsers count the calls that keep it: the first of a
    /// row is made at once, and the last.
    fn tell(self: &Rc<Self>) {
        self.telling.take();
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
    fn settle(&self) {
        self.settling.take();
        let picks = self.store.get().picks;
        if picks != self.told.replace(picks) {
            act(&self.store, Action::Speak);
            events::push(&self.site.tag.layer, "customize", self.for_layer());
        }
        self.learn();
    }

    /// The line for the cart as things stand.
    fn line(&self) -> Option<LineItem> {
        let state = self.store.get();
        let quantity = self.form.as_ref().map_or(1, form::quantity);
        let Setting { product, locale, fallback, .. } = &*state.setting;
        line_at(product, &state.selection, quantity, (*state.price).clone(), locale, fallback)
    }

    /// A field of the theme's form changed, perhaps the quantity. Our own options change inside of the host.
    fn field_changed(&self, event: &web_sys::Event) {
        let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !inside.is_some_and(|target| self.host.contains(Some(&target))) {
            // Another quantity may have another price.
            if let Some(form) = &self.form {
                act(&self.store, Action::Quantity(form::quantity(form)));
            }
            self.show_price();
            self.write();
        }
    }

    /// Brings the theme's price up to date.
    fn show_price(&self) {
        if let Some(target) = &self.price_target {
            target.show(&self.store.get().price_text());
        }
    }

    /// Brings the form up to date.
    fn write(&self) {
        if let (Some(form), Some(line)) = (&self.form, self.line()) {
            self.fields.borrow_mut().write(&self.host, form, &form::fields(&line));
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

    fn summary(&self) -> Value {
        let state = self.store.get();
        let product = &state.setting.product;
        Value::record([
            ("product", Value::from(product.id.as_str())),
            ("selection", state.selection.to_value(product)),
            ("unit_price", Value::from(state.price.unit)),
            ("currency", Value::from(&*product.currency.0)),
            ("price_text", Value::from(state.price_text())),
        ])
    }

    /// What the page's data layer is told: what shoppers write is nobody's statistics.
    fn for_layer(&self) -> Value {
        let state = self.store.get();
        let product = &state.setting.product;
        let is_text = |name: &str| {
            product.option_index(name).is_some_and(|i| matches!(product.options[i].kind, Kind::Text(_)))
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

    fn link(&self) -> String {
        let state = self.store.get();
        let page = dom::window().location().href().unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default();
        [page, "#", &link::encode(&state.setting.product, &state.selection)].concat()
    }

    /// What was picked is taste.
    fn learn(&self) {
        let state = self.store.get();
        // What was picked before the shopper cleared the history is not to come back after it.
        let cleared_at = self.site.shopper.store.get().history.cleared_at();
        if state.picks > self.learned.replace(state.picks) && self.picked_at.get() > cleared_at {
            let product = &state.setting.product;
            let facets = state.selection.facets(product, &state.initial);
            if !facets.is_empty() {
                let item = self.site.current.borrow().clone().unwrap_or_else(|| product.id.to_string());
                self.site.shopper.record(vec![Signal::configure(Some(item), facets).at(now())]);
            }
        }
    }

    /// The page may go any moment: nothing waits any longer.
    fn flush(&self) {
        if [&self.writing, &self.telling, &self.saving].iter().any(|timer| timer.borrow().is_some()) {
            self.remember_in_page();
        }
        self.learn();
    }

    /// Keeps the picks for reload and Back in the page's own `history.state`, whose other entries stay as they are.
    fn remember_in_page(&self) {
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
    fn follow_link(&self) {
        let state = self.store.get();
        if let Some((selection, notice)) = linked(&state.setting.product, &state.setting.locale) {
            act(&self.store, Action::Replace(selection));
            act(&self.store, Action::Notice(notice.to_owned()));
        }
    }

    /// The theme's form is about to be sent. `false` when the page does not want that.
    fn submit(&self) -> bool {
        self.write();
        self.flush();
        let wanted = events::send(&self.host, "add-to-cart", &self.detail(), true);
        if wanted {
            events::push(&self.site.tag.layer, "add_to_cart", self.for_layer());
        }
        wanted
    }

    /// Copies the link, or shows it where the clipboard is not to be had.
    fn copy_link(self: &Rc<Self>) {
        let link = self.link();
        let written = dom::get(&dom::window().navigator(), "clipboard").and_then(|clipboard| {
            let write: js_sys::Function = dom::get(&clipboard, "writeText")?.dyn_into().ok()?;
            write.call1(&clipboard, &link.as_str().into()).ok()?.dyn_into::<js_sys::Promise>().ok()
        });
        let mounted = Rc::clone(self);
        spawn_local(async move {
            let copied = match written {
                Some(promise) => JsFuture::from(promise).await.is_ok(),
                None => false,
            };
            let locale = &mounted.store.get().setting.locale;
            let text = if copied {
                word(locale, Word::LinkCopied).to_owned()
            } else {
                [word(locale, Word::LinkHere), " ", &link].concat()
            };
            act(&mounted.store, Action::Notice(text));
        });
    }

    /// Fetches the art of the shown view, once. With the first picture the configurator is ready.
    fn load_view(self: &Rc<Self>) {
        let state = self.store.get();
        let index = state.view;
        let Some(view) = state.setting.product.views.get(index) else {
            self.ready();
            return;
        };
        if state.no_picture || state.art.get(index).is_some_and(Option::is_some) {
            return;
        }
        let url = (self.addresses.0)(&view.art.0);
        if !self.asks_first(&format!("view {index}")) {
            return;
        }
        let mounted = Rc::clone(self);
        spawn_local(async move {
            match fetch_art(&url).await {
                Ok((art, text)) => {
                    mounted.check_parts(index, &art, text);
                    act(&mounted.store, Action::Art(index, Rc::new(art)));
                    // So that it appears whole.
                    let _ = JsFuture::from(mounted.pictures()).await;
                    if let Some(target) = &mounted.image_target {
                        target.cover();
                    }
                }
                Err(message) => {
                    console::error(&message);
                    act(&mounted.store, Action::NoPicture);
                }
            }
            mounted.ready();
        });
    }

    /// Whether `what` is asked for the first time; from now on it has been.
    fn asks_first(&self, what: &str) -> bool {
        let mut asked = self.asked.borrow_mut();
        let first = !asked.iter().any(|other| other == what);
        if first {
            asked.push(what.to_owned());
        }
        first
    }

    /// Parts that the product names and the art lacks.
    fn check_parts(self: &Rc<Self>, index: usize, art: &Art, text: String) {
        let state = self.store.get();
        let Some(view) = state.setting.product.views.get(index) else { return };
        let missing = view.layers.iter().any(|layer| match &layer.content {
            haberdash_core::product::Content::Part { id, .. } => art.part(id).is_none(),
            _ => false,
        });
        if missing {
            let (mounted, id) = (Rc::clone(self), view.id.to_string());
            spawn_local(async move {
                let file = mounted.file().await;
                let short = ["view ", &id, ": parts are missing in its art"].concat();
                explain::warn("parts", &index.to_string(), &file, &text, &short).await;
            });
        }
    }

    /// The product file once more, as JSON, to say what does not fit it; empty when it cannot be had.
    async fn file(&self) -> String {
        parts::whole("", &(self.addresses.0)("")).await.map(|file| file.to_string()).unwrap_or_default()
    }

    /// Asks for the pictures of the shown view. The promise is kept when they are decoded, or cannot be had.
    fn pictures(&self) -> js_sys::Promise {
        let state = self.store.get();
        let product = &state.setting.product;
        let decoding = js_sys::Array::new();
        if let Some(view) = product.views.get(state.view) {
            for address in scene::pictures(product, &state.selection, view) {
                if let Ok(image) = web_sys::HtmlImageElement::new() {
                    image.set_src(&(self.addresses.0)(&address));
                    decoding.push(&image.decode());
                }
            }
        }
        // A picture that cannot be had leaves the colour below it.
        js_sys::Promise::all_settled(&decoding)
    }

    /// Says once that the configurator can be used and seen.
    fn ready(&self) {
        if self.host.get_attribute("data-haberdash-state").as_deref() == Some("loading") {
            registry::set_state(&self.host, "ready");
            // Dozens of small pictures must not stand in the way of the large one.
            if let Some(shadow) = self.host.shadow_root() {
                let product = &self.store.get().setting.product;
                let pictures = styles::chip_pictures(product, &*self.addresses.0);
                let _ =
                    dom::adopt(&shadow, &[styles::BASE.to_owned(), styles::chip_colors(product), pictures]);
            }
            events::send(&self.host, "ready", &self.detail(), false);
        }
    }

    /// Fetches the fonts that are needed for the letters there are now.
    fn load_fonts(self: &Rc<Self>) {
        self.fetch_fonts(self.store.get().missing_fonts());
    }

    /// Letters are about to be typed: fetches the fonts of all fields.
    fn expect_letters(self: &Rc<Self>, event: &web_sys::Event) {
        let field = event.target().and_then(|target| dom::get(&target, "type")?.as_string());
        if field.as_deref() != Some("text") {
            return;
        }
        let state = self.store.get();
        let font = |kind: &Kind| match kind {
            Kind::Text(text) => text.font,
            _ => None,
        };
        self.fetch_fonts(
            state.setting.product.options.iter().filter_map(|option| font(&option.kind)).collect(),
        );
    }

    /// Fetches fonts, each once, and with the first of them what draws letters.
    fn fetch_fonts(self: &Rc<Self>, fonts: Vec<usize>) {
        let state = self.store.get();
        for index in fonts {
            let Some(font) = state.setting.product.fonts.get(index) else { continue };
            let url = (self.addresses.0)(&font.src.0);
            if !self.asks_first(&url) {
                continue;
            }
            // Both are on their way side by side.
            let asked = companion::ask();
            let mounted = Rc::clone(self);
            spawn_local(async move {
                let letters = match fetch::bytes(&url).await {
                    Ok(data) => {
                        companion::letters(asked, &data).await.map_err(|why| [&url, ": ", &why].concat())
                    }
                    Err(message) => Err(message),
                };
                match letters {
                    Ok(letters) => act(&mounted.store, Action::Font(index, letters)),
                    Err(message) => console::error(&message),
                }
            });
        }
    }

    /// Picks `value` in `option` as the shopper would. `None`, or a promise of a sentence that says why not.
    pub fn select(self: &Rc<Self>, option: &str, value: &Value) -> Option<js_sys::Promise> {
        match Selection::check_pick(&self.store.get().setting.product, option, value) {
            Ok((index, pick)) => {
                act(&self.store, Action::Pick(index, pick));
                None
            }
            Err(_) => Some(self.why("pick", option, value, |lines| lines.get(0))),
        }
    }

    /// Replaces the whole selection. What does not fit keeps its default; `None`, or a promise of a sentence for each.
    pub fn replace(self: &Rc<Self>, value: &Value) -> Option<js_sys::Promise> {
        let (_, problems) = Selection::from_value(&self.store.get().setting.product, value);
        act(&self.store, Action::Replace(value.clone()));
        (!problems.is_empty()).then(|| self.why("selection", "", value, JsValue::from))
    }

    /// Why `value` does not fit the product.
    fn why(
        self: &Rc<Self>,
        kind: &'static str,
        name: &str,
        value: &Value,
        answer: fn(js_sys::Array) -> JsValue,
    ) -> js_sys::Promise {
        let (mounted, name, value) = (Rc::clone(self), name.to_owned(), value.to_string());
        future_to_promise(async move {
            let file = mounted.file().await;
            Ok(answer(explain::list(kind, &name, &file, &value, "this does not fit the product").await))
        })
    }
}

fn with(weak: &Weak<Mounted>, run: impl FnOnce(&Rc<Mounted>)) {
    if let Some(mounted) = weak.upgrade() {
        run(&mounted);
    }
}

/// A drawing, and its file.
async fn fetch_art(url: &str) -> Result<(Art, String), String> {
    let text = fetch::text(url).await?;
    let mut diagnostics = Diagnostics::new();
    let Some(art) = Art::parse(&text, &mut diagnostics) else {
        let short = ["the art ", url, " cannot be drawn; haberdash check says why"].concat();
        return Err(explain::one("art", url, &text, "", &short).await);
    };
    if diagnostics.count() > 0 {
        let short = ["not all of the art ", url, " is drawn; haberdash check says why"].concat();
        warn("art", url, text.clone(), short);
    }
    Ok((art, text))
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.held.borrow_mut().clear();
        self.fields.borrow_mut().clear();
        if let Some(view) = self.view.take() {
            if let Some(picture) = view.picture {
                picture.destroy();
            }
            view.options.destroy();
            view.root.remove();
            show_fallback(&self.host);
        }
    }
}
