//! Art and pictures of a configurator, each asked for once.

use super::{Mounted, begin, look};
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::embed::registry;
use crate::embed::{events, explain, parts as files};
use crate::platform::parts::{self, Part};
use crate::platform::{console, fetch};
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::number::Digits;
use haberdash_core::scene;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

impl Mounted {
    /// Fetches the art of the shown view, once. With the first picture the configurator is ready.
    pub(super) fn load_view(self: &Rc<Self>) {
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
        if !self.asks_first(&["view ", &index.digits()].concat()) {
            return;
        }
        let mounted = Rc::clone(self);
        spawn_local(async move {
            match fetch_art(&url).await {
                Ok(art) => {
                    let _ = parts::turn().await;
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
    pub(super) fn asks_first(&self, what: &str) -> bool {
        let mut asked = self.asked.borrow_mut();
        let first = !asked.iter().any(|other| other == what);
        if first {
            asked.push(what.to_owned());
        }
        first
    }

    /// The product file once more, as JSON, to say what does not fit it; empty when it cannot be had.
    pub(super) async fn file(&self) -> String {
        files::whole("", &(self.addresses.0)("")).await.map(|file| file.json()).unwrap_or_default()
    }

    /// Asks for the pictures of the shown view. The promise is kept when they are decoded, or cannot be had.
    pub(super) fn pictures(&self) -> js_sys::Promise {
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
    pub(super) fn ready(self: &Rc<Self>) {
        if self.host.get_attribute("data-haberdash-state").as_deref() == Some("loading") {
            registry::set_state(&self.host, "ready");
            if let Some(desk) = self.desk.get() {
                desk.dress();
            }
            events::send(&self.host, "ready", &self.detail(), false);
            // What makes the picture handier comes after it, and the pictures of choices: dozens must not stand in the way of the large one.
            let mounted = Rc::clone(self);
            parts::when(
                Part::Picture,
                Box::new(move |is_there| {
                    if is_there {
                        look::begin(&mounted)
                    }
                }),
            );
            let state = self.store.get();
            if state.scene.is_some() && !state.setting.product.presets.is_empty() {
                self.more(super::PRESETS);
            }
        }
    }
}

/// A drawing.
pub(in crate::embed) async fn fetch_art(url: &str) -> Result<Art, String> {
    let mut pieces = fetch::pieces(url).await?;
    let mut diagnostics = Diagnostics::new();
    let Some(art) = Art::read(pieces.length(), &mut |least| pieces.next(least), &mut diagnostics) else {
        let short = ["the art ", url, " cannot be drawn; haberdash check says why"].concat();
        return Err(explain::one("art", url, &pieces.whole(), "", &short).await);
    };
    if diagnostics.count() > 0 {
        let short = ["not all of the art ", url, " is drawn; haberdash check says why"].concat();
        begin::warn("art", url, pieces.whole(), short);
    }
    Ok(art)
}
