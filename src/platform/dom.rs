//! Small things done to the document.

use haberdash_core::fnv;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CssStyleSheet, CustomEvent, CustomEventInit, Document, Element, FocusOptions, HtmlElement, ShadowRoot,
    ShadowRootInit, ShadowRootMode, Window,
};

/// The window. There is always one: the module is only started from a page.
#[allow(
    clippy::expect_used,
    reason = "a wasm module of a page runs in a window; without one nothing could be reported anywhere"
)]
pub fn window() -> Window {
    web_sys::window().expect("runs in a window")
}

/// The document.
#[allow(clippy::expect_used, reason = "as for the window")]
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element that `selector` finds first. The error is a sentence; a selector that is none is an error too.
pub fn find(selector: &str) -> Result<HtmlElement, &'static str> {
    match document().query_selector(selector) {
        Ok(Some(element)) => element.dyn_into().map_err(|_| "is no HTML element"),
        Ok(None) => Err("finds nothing on this page"),
        Err(_) => Err("is not a CSS selector"),
    }
}

/// What an event happened on, when it is an element.
pub fn element(target: web_sys::EventTarget) -> Option<Element> {
    target.dyn_into().ok()
}

/// Moves the keyboard to `element`, where it can go there.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same where it is, without the page moving to it.
pub fn focus_in_place(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Sends a custom event that bubbles and leaves shadow roots. `false` when a listener prevented its default.
pub fn dispatch(target: &Element, name: &str, detail: &JsValue, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    match CustomEvent::new_with_event_init_dict(name, &init) {
        Ok(event) => target.dispatch_event(&event).unwrap_or(true),
        Err(_) => true,
    }
}

/// The host's open shadow root, made when there is none.
pub fn shadow(host: &Element) -> Result<ShadowRoot, JsValue> {
    match host.shadow_root() {
        Some(root) => Ok(root),
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)),
    }
}

thread_local! {
    /// The first sheet of the root that was dressed last, by length and hash of its text. Most roots of a page have the same, and it is read once.
    static FIRST: RefCell<Option<((usize, u32), CssStyleSheet)>> = const { RefCell::new(None) };
}

/// Gives a shadow root its style sheets. Constructed sheets pass a strict `style-src`; `style` elements and attributes do not.
pub fn adopt(root: &ShadowRoot, first: &str, own: &str) -> Result<(), JsValue> {
    let hash = (first.len(), fnv::of(first));
    let known = FIRST.with_borrow(Clone::clone).filter(|(known, _)| *known == hash);
    let sheet = known.map_or_else(|| sheet(first), |(_, sheet)| Ok(sheet))?;
    FIRST.set(Some((hash, sheet.clone())));
    let list = js_sys::Array::new();
    list.push(&sheet);
    if !own.is_empty() {
        let own = self::sheet(own)?;
        list.push(&own);
    }
    js_sys::Reflect::set(root, &"adoptedStyleSheets".into(), &list).map(drop)
}

/// A style sheet of `text`.
#[inline(never)]
pub fn sheet(text: &str) -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(text)?;
    Ok(sheet)
}

/// `address` as seen from `base`; from the page when `base` is empty.
pub fn absolute(address: &str, base: &str) -> Option<String> {
    let base = if base.is_empty() { document().base_uri().ok()?? } else { base.to_owned() };
    web_sys::Url::new_with_base(address, &base).ok().map(|url| url.href())
}

/// `object[name]`, when it can be read.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// `object[method](…)`, when there is such a method and it does not throw. For what is done so seldom that its own way into JavaScript would weigh more.
#[inline(never)]
pub fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = get(object, method)?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect()).ok()
}

/// `new window[class](…)`, when there is such a class and it does not throw.
#[inline(never)]
pub fn construct(class: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: js_sys::Function = get(&window(), class)?.dyn_into().ok()?;
    js_sys::Reflect::construct(&class, &arguments.iter().collect()).ok()
}

/// Runs something when the browser has nothing else to do, at the latest after so many milliseconds; at once where browsers cannot tell.
pub fn idle(latest: u32, run: impl FnOnce() + 'static) {
    let window = window();
    match get(&window, "requestIdleCallback").and_then(|ask| ask.dyn_into::<js_sys::Function>().ok()) {
        Some(ask) => {
            let wait = js_sys::Object::new();
            let _ = js_sys::Reflect::set(&wait, &"timeout".into(), &latest.into());
            let _ = ask.call2(&window, &Closure::once_into_js(run), &wait);
        }
        None => run(),
    }
}
