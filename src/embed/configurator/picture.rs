//! The shown view as a file: a PNG, or where the page's policy lets none be made, an SVG. Pictures in it are put inside. In the part `designs`.

use super::Mounted;
use crate::platform::{dom, fetch};
use crate::ui::more::More;
use gloo::timers::callback::Timeout;
use haberdash_core::scene;
use haberdash_core::svg;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// So many pixels is the picture wide.
const WIDTH: f64 = 1600.0;
/// After so long a browser has taken the file.
const TAKEN_MS: u32 = 60_000;
const PNG: &str = "image/png";
const SVG: &str = "image/svg+xml";

/// Whether this browser can share pictures.
pub(super) fn can_share() -> bool {
    file(&"".into(), "a.png", PNG).is_some_and(|file| shares(&file))
}

fn shares(file: &JsValue) -> bool {
    let asked = dom::call(&dom::window().navigator(), "canShare", &[files(file)]);
    asked.is_some_and(|yes| yes.is_truthy())
}

fn files(file: &JsValue) -> JsValue {
    object("files", &Array::of1(file))
}

fn object(name: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    let _ = Reflect::set(&object, &name.into(), value);
    object.into()
}

fn file(content: &JsValue, name: &str, kind: &str) -> Option<JsValue> {
    dom::construct("File", &[Array::of1(content).into(), name.into(), object("type", &kind.into())])
}

/// Makes the picture, and shares it or has the browser keep it. What there is to say.
pub(super) async fn keep(mounted: &Rc<Mounted>, share: bool) -> Option<More> {
    let Some((text, height)) = drawing(mounted).await else { return Some(More::NoFile) };
    let state = mounted.store.get();
    let product = &state.setting.product;
    let view = product.views.get(state.view).map_or("", |view| view.id.as_str());
    let name = [product.id.as_str(), "-", view].concat();
    let (file, said) = match png(&text, height).await {
        Some(blob) => (file(&blob, &[&name, ".png"].concat(), PNG), None),
        None => (file(&text.as_str().into(), &[&name, ".svg"].concat(), SVG), Some(More::OnlySvg)),
    };
    let Some(file) = file else { return Some(More::NoFile) };
    if share && shares(&file) {
        let shared = dom::call(&dom::window().navigator(), "share", &[files(&file)]);
        if let Some(promise) = shared.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
            // Who changes their mind needs no words about it.
            let _ = JsFuture::from(promise).await;
            return said;
        }
    }
    if download(&file).is_some() { said } else { Some(More::NoFile) }
}

/// The shown view as an SVG document that needs no other file, and how high it is at [`WIDTH`].
async fn drawing(mounted: &Rc<Mounted>) -> Option<(String, f64)> {
    let state = mounted.store.get();
    let product = &state.setting.product;
    let scene = state.scene.clone()?;
    let mut inside: Vec<(Rc<str>, String)> = Vec::new();
    for address in scene::pictures(product, &state.selection, product.views.get(state.view)?) {
        // A picture that cannot be had leaves the colour below it.
        if let Ok(bytes) = fetch::bytes(&(mounted.addresses.0)(&address)).await {
            let bytes = Uint8Array::new(&bytes).to_vec();
            inside.push((address, data_url(mime(&bytes), &bytes)));
        }
    }
    let address = |address: &str| {
        inside.iter().find(|(other, _)| &**other == address).map(|(_, url)| url.clone()).unwrap_or_default()
    };
    let [.., width, height] = scene.view_box;
    let text = svg::write(&scene, &state.summary(), &address);
    (width > 0.0 && height > 0.0).then(|| (text, (WIDTH * height / width).round().min(WIDTH * 4.0)))
}

/// What kind of picture `bytes` are, by how they begin.
fn mime(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', ..] => PNG,
        [0xFF, 0xD8, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        [b'G', b'I', b'F', ..] => "image/gif",
        _ => SVG,
    }
}

fn data_url(kind: &str, bytes: &[u8]) -> String {
    ["data:", kind, ";base64,", &svg::base64(bytes)].concat()
}

/// The document `text` as a PNG; `None` where the page's policy or the browser does not let one be made.
async fn png(text: &str, height: f64) -> Option<JsValue> {
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&data_url(SVG, text.as_bytes()));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = dom::construct("OffscreenCanvas", &[WIDTH.into(), height.into()])?;
    let context = dom::call(&canvas, "getContext", &["2d".into()])?;
    let corner = JsValue::from(0.0);
    dom::call(&context, "drawImage", &[image.into(), corner.clone(), corner, WIDTH.into(), height.into()])?;
    let made = dom::call(&canvas, "convertToBlob", &[object("type", &PNG.into())])?;
    JsFuture::from(made.dyn_into::<Promise>().ok()?).await.ok()
}

fn download(file: &JsValue) -> Option<()> {
    let urls = dom::get(&dom::window(), "URL")?;
    let address = dom::call(&urls, "createObjectURL", std::slice::from_ref(file))?;
    let link = dom::document().create_element("a").ok()?;
    link.set_attribute("href", &address.as_string()?).ok()?;
    link.set_attribute("download", &dom::get(file, "name")?.as_string()?).ok()?;
    dom::call(&link, "click", &[]);
    Timeout::new(TAKEN_MS, move || drop(dom::call(&urls, "revokeObjectURL", &[address]))).forget();
    Some(())
}
