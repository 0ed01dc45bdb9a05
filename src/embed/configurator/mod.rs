//! A configurator: product file in; picture, price, form fields and events out.
//!
//! `begin` reads what it starts with, `links` what a link says, `tell` is what follows a pick, `files` gets art and pictures, `fonts` fonts, `keys` has what
//! keys ask for. `look` makes the picture handier, `logo` takes the shopper's own. `designs` is what is done with a whole design, in a part of the same name.

pub(in crate::embed) mod begin;
mod designs;
pub(in crate::embed) mod files;
pub(in crate::embed) mod fonts;
mod keys;
pub(in crate::embed) mod links;
pub(in crate::embed) mod logo;
mod look;
mod looks;
mod picture;
mod tell;

use super::reading::Reading;
use super::registry;
use super::site::Site;
use super::strip::show_fallback;
use super::targets::{Fallback, ImageTarget, PriceTarget};
use super::worn::{self, Begun};
use super::{explain, page, parts};
use crate::app::configurator::{Action, State};
use crate::app::roots::{ConfiguratorRoot, Extra, PictureRoot, Rendered, act, fields, grid, render};
use crate::app::store::{Store, Subscription};
use crate::cart::form;
use crate::platform::intl::{Money, more_days};
use crate::platform::parts::{self as parts_of_module, Part};
use crate::platform::{console, dom};
use crate::ui::preview::Addresses;
use crate::ui::setting::Setting;
use crate::ui::styles;
use crate::ui::words::{Word, word};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use haberdash_core::Value;
use haberdash_core::config::{CartKind, ConfiguratorConfig};
use haberdash_core::number::Digits;
use haberdash_core::product::Kind;
use haberdash_core::selection::Selection;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, HtmlElement, HtmlFormElement};

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
    /// Is there while the form does not hold the last pick yet: it is written when its frame is out, and before any other click.
    writing: RefCell<Option<Timeout>>,
    telling: RefCell<Option<Timeout>>,
    saving: RefCell<Option<Timeout>>,
    settling: RefCell<Option<Timeout>>,
    held: RefCell<Vec<Box<dyn std::any::Any>>>,
    desk: OnceCell<Box<dyn Desk>>,
}

/// Where the shopper's own pictures are taken, kept and handed on; only of products that have an option for them. All of it is in the part `logo`.
trait Desk {
    /// Something changed: pictures that are picked are brought, options show what is so now.
    fn changed(&self);
    /// Brings what the form needs for pictures up to date, and takes what that says out of `fields`.
    fn write(&self, form: &HtmlFormElement, fields: &mut Vec<(String, String)>);
    /// Whether the form can be sent. Where pictures have to be sent before, it is sent once they are.
    fn may_submit(&self, event: &web_sys::Event) -> bool;
    /// What has to be said of a link besides; empty when nothing has.
    fn about_link(&self) -> &'static str;
    /// Adds the pictures that are picked to what is kept of the design.
    fn remember(&self, kept: &mut Value);
    /// The style sheets of the shadow root were replaced.
    fn dress(&self);
}

/// Nothing is said of a host that went away while its files were loading: `registry` ends it.
fn still_there(host: &HtmlElement) -> Result<(), String> {
    if host.is_connected() { Ok(()) } else { Err(String::new()) }
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
    if matches!(begin::tastes(site, &config, false), (true, _) | (_, true)) {
        // It is on its way beside the product file.
        let _ = parts_of_module::promise(Part::Worn);
    }
    let reading = Reading::begin();
    let file = parts::whole(&config.product, &base).await?;
    let product = begin::product(&config.product, &file).await?;
    let _ = parts_of_module::turn().await;
    still_there(host)?;
    let ordinal = registry::ordinal(host, &config.product).digits();
    let key = [product.id.as_str(), "#", &ordinal].concat();
    let initial = begin::picks(&product, &file, &config);
    let locale = site.locale(host);
    let restored = begin::restored(&product, &key, &locale).await;
    let notice = restored.as_ref().map_or("", |restored| restored.notice);
    let fallback = page::language(&dom::document().document_element().ok_or("no document")?);
    let currency = config.currency.as_deref().or(site.tag.currency.as_deref());
    let (product, rules) = begin::rules(product, file, currency, &base).await;
    drop(reading);
    let _ = parts_of_module::turn().await;
    still_there(host)?;
    let (start, order) = begin::tastes(site, &config, restored.is_some());
    let left = restored.as_ref().and_then(|restored| restored.left.clone());
    let mut begun = Begun::default();
    if (start || order || left.is_some())
        && parts_of_module::there(parts_of_module::promise(Part::Worn)).await
        && JsFuture::from(worn::open(site, &locale)).await.is_ok()
    {
        begun = worn::begin(site, &locale, (&product, rules.as_deref()), (start, order), left.as_ref());
    }
    let money = Money::new(&locale, &product.currency, false);
    let signed = Money::new(&locale, &product.currency, true);
    let format = Rc::new(move |amount| money.text(amount));
    let signed = Rc::new(move |amount| signed.text(amount));
    let mut setting = Setting::new(product, locale, fallback, format, signed, more_days);
    setting.order = begun.order;
    let setting = Rc::new(setting);
    let addresses = Addresses(Rc::new(move |address| dom::absolute(address, &base).unwrap_or_default()));
    let form = (site.tag.cart == CartKind::Form).then(|| form::form_of(host)).flatten();
    let quantity = form.as_ref().map_or(1, form::quantity);
    let is_liked = begun.picks.is_some();
    let picks = restored.and_then(|restored| restored.picks).or(begun.picks);
    let mut state = State::new(setting, rules, initial, picks, quantity)
        .ok_or("the price of the product is out of range")?;
    if is_liked {
        // That it started so says nothing new about taste.
        state.initial = Rc::new(state.selection.clone());
    }
    let selection = state.selection.clone();
    let target = |name: &str, selector: &str, why: &str| {
        console::warn(&["data-", name, ": \"", selector, "\" ", why].concat());
    };
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
        desk: OnceCell::new(),
    });
    let pictures =
        mounted.store.get().setting.product.options.iter().any(|o| matches!(o.kind, Kind::Image(_)));
    if pictures {
        JsFuture::from(logo::open(&mounted, &config)).await.map_err(|_| begin::NO_PART)?;
        still_there(host)?;
    }
    if !notice.is_empty() {
        act(&mounted.store, Action::Notice(notice.to_owned()));
    }
    // They are on their way while the options are drawn.
    let _ = mounted.pictures();
    let _ = parts_of_module::turn().await;
    still_there(host)?;
    let is_whole = mounted.draw(begun.extra).ok_or("this browser cannot show the configurator")?;
    // Its style sheet is there in the first frame: what is below a field for files would move.
    if let Some(desk) = mounted.desk.get() {
        desk.dress();
    }
    // What is drawn is on its way to the screen while the rest is done.
    loop {
        let _ = parts_of_module::turn().await;
        still_there(host)?;
        if is_whole.get() {
            break;
        }
    }
    mounted.listen();
    if let Some(desk) = mounted.desk.get() {
        desk.changed();
    }
    mounted.show_price();
    mounted.write();
    // Ready is said by `load_view`, when the first picture is there.
    mounted.load_view();
    Ok(mounted)
}

impl Mounted {
    /// Draws it; what is given back says when all options are drawn.
    fn draw(self: &Rc<Self>, extra: Option<Box<dyn Extra>>) -> Option<Rc<Cell<bool>>> {
        let product = &self.store.get().setting.product;
        let addresses = self.addresses.clone();
        let shadow = dom::shadow(&self.host).ok()?;
        dom::adopt(&shadow, &styles::configurator(), &styles::chip_colors(product)).ok()?;
        shadow.set_text_content(None);
        let root = dom::document().create_element("div").ok()?;
        shadow.append_child(&root).ok()?;
        let weak = Rc::downgrade(self);
        let on_more = move |at| with(&weak, |mounted| mounted.more(at));
        let own_picture = self.image_target.is_none().then(|| addresses.clone());
        let mut extras: Vec<Box<dyn Extra>> = extra.into_iter().collect();
        // What is shown by hand of these makes place, and takes it: nothing is seen before, see `ConfiguratorRoot::watch`.
        if product.extras.is_some() {
            extras.push(fields::new(&self.store, &shadow));
            root.set_class_name("unmarked");
        }
        if product.options.iter().any(|option| option.kind.is_grid()) {
            extras.push(grid::new(&self.store, &shadow, &addresses));
            root.set_class_name("unmarked");
        }
        let configurator =
            ConfiguratorRoot::new(Rc::clone(&self.store), shadow, own_picture, on_more, extras);
        let is_whole = configurator.is_whole();
        let options = render(root.clone(), configurator);
        let picture = self.image_target.as_ref().and_then(|target| {
            let shadow = dom::shadow(&target.host).ok()?;
            dom::adopt(&shadow, &styles::configurator(), "").ok()?;
            let root = dom::document().create_element("div").ok()?;
            root.set_class_name("configurator over");
            shadow.append_child(&root).ok()?;
            Some(render(root, PictureRoot::new(Rc::clone(&self.store), addresses)))
        });
        let fallback = Fallback::disable(&self.host);
        *self.view.borrow_mut() = Some(View { options, picture, root, _fallback: fallback });
        Some(is_whole)
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
                with(&weak, |mounted| {
                    if mounted.has_fonts() {
                        fonts::expect(mounted, event);
                    }
                });
            })));
            let weak = Rc::downgrade(self);
            let options = EventListenerOptions::enable_prevent_default();
            held.push(Box::new(EventListener::new_with_options(&shadow, "keydown", options, move |event| {
                if let Some(action) = keys::asked(event) {
                    event.prevent_default();
                    with(&weak, |mounted| act(&mounted.store, action));
                }
            })));
        }
        if let Some(form) = &self.form {
            let weak = Rc::downgrade(self);
            held.push(Box::new(EventListener::new(form, "change", move |event| {
                with(&weak, |mounted| mounted.field_changed(event));
            })));
            let weak = Rc::downgrade(self);
            let options = EventListenerOptions::run_in_capture_phase();
            held.push(Box::new(EventListener::new_with_options(form, "formdata", options, move |event| {
                with(&weak, |mounted| mounted.read(event));
            })));
            let weak = Rc::downgrade(self);
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            let form = form.clone();
            held.push(Box::new(EventListener::new_with_options(&form, "submit", options, move |event| {
                with(&weak, |mounted| {
                    if !mounted.submit(event) {
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

    /// Whether the product has any: then the part `text` is there.
    fn has_fonts(&self) -> bool {
        !self.store.get().setting.product.fonts.is_empty()
    }

    /// Does what the tool at `tool` is for, by its position in [`crate::ui::configurator::TOOLS`].
    fn more(self: &Rc<Self>, tool: usize) {
        if tool == COPY_LINK {
            return self.copy_link();
        }
        let mounted = Rc::clone(self);
        let begin = move |is_there: bool| {
            if is_there {
                designs::begin(&mounted, tool);
            } else if tool != PRESETS {
                let locale = &mounted.store.get().setting.locale;
                act(&mounted.store, Action::Notice(word(locale, Word::NotLoaded).to_owned()));
            }
        };
        parts_of_module::when(Part::Designs, Box::new(begin));
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
        let (mounted, name, value) = (Rc::clone(self), name.to_owned(), value.json());
        future_to_promise(async move {
            let file = mounted.file().await;
            Ok(answer(explain::list(kind, &name, &file, &value, "this does not fit the product").await))
        })
    }
}

/// What stands in for the position of a tool where the pictures of presets are asked for.
const PRESETS: usize = 6;
/// The position of the tool that copies the link.
const COPY_LINK: usize = 3;

fn with(weak: &Weak<Mounted>, run: impl FnOnce(&Rc<Mounted>)) {
    if let Some(mounted) = weak.upgrade() {
        run(&mounted);
    }
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
