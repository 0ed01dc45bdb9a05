//! Files of the shopper's: read, hashed, drawn, put into forms, sent, and kept in IndexedDB, where every access can fail. In the part `logo`.
//!
//! Few pages need any of this: all of it goes through `Reflect`, since each typed import weighs on every page.

use super::{dom, hash};
use gloo::events::EventListener;
use haberdash_core::canonical;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget, HtmlInputElement};

type Answer = Result<JsValue, JsValue>;

/// `object.name(…arguments)`.
pub fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Answer {
    let function: Function = dom::get(object, name).ok_or(JsValue::NULL)?.dyn_into()?;
    Reflect::apply(&function, object, &list(arguments))
}

fn list(values: &[&JsValue]) -> Array {
    let list = Array::new();
    for value in values {
        list.push(value);
    }
    list
}

/// `new class(…arguments)`
fn make(class: &str, arguments: &[&JsValue]) -> Answer {
    let class: Function = dom::get(&dom::window(), class).ok_or(JsValue::NULL)?.dyn_into()?;
    Reflect::construct(&class, &list(arguments))
}

fn object(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

async fn kept(promise: Answer) -> Answer {
    JsFuture::from(Promise::resolve(&promise?)).await
}

/// A number of an object's; 0 where it has none.
fn number(object: &JsValue, name: &str) -> f64 {
    dom::get(object, name).and_then(|value| value.as_f64()).unwrap_or_default()
}

/// The length of a file in bytes.
pub fn length(file: &JsValue) -> i64 {
    number(file, "size") as i64
}

/// The name of a file.
pub fn name(file: &JsValue) -> String {
    dom::get(file, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

/// The first `most` bytes of a file.
pub async fn bytes(file: &JsValue, most: u32) -> Result<Vec<u8>, JsValue> {
    let start = call(file, "slice", &[&0.into(), &most.into()])?;
    let buffer = kept(call(&start, "arrayBuffer", &[])).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// SHA-256 of a file, as 64 hex digits.
pub async fn sha256(file: &JsValue) -> Result<String, JsValue> {
    let buffer = kept(call(file, "arrayBuffer", &[])).await?;
    hash::sha256(buffer.unchecked_ref()).await.ok_or(JsValue::UNDEFINED)
}

/// The pixels of a file. With `upright`, turned as EXIF says.
pub async fn bitmap(file: &JsValue, upright: bool) -> Answer {
    let orientation = if upright { "from-image" } else { "none" };
    let options = object(&[("imageOrientation", &orientation.into())]);
    kept(call(&dom::window(), "createImageBitmap", &[file, &options])).await
}

/// Width and height of what [`bitmap`] gives.
pub fn size_of(bitmap: &JsValue) -> (f64, f64) {
    (number(bitmap, "width"), number(bitmap, "height"))
}

/// The same, no side longer than `most`, as an `ImageBitmap` and as a file of the kind `mime`.
pub async fn smaller(bitmap: &JsValue, most: f64, mime: &str) -> Answer {
    let (width, height) = size_of(bitmap);
    let scale = (most / width.max(height)).min(1.0);
    let canvas = dom::document().create_element("canvas")?;
    let side = |length: f64| JsValue::from((length * scale).round().max(1.0));
    let (width, height) = (side(width), side(height));
    Reflect::set(&canvas, &"width".into(), &width)?;
    Reflect::set(&canvas, &"height".into(), &height)?;
    let context = call(&canvas, "getContext", &[&"2d".into()])?;
    Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    call(&context, "drawImage", &[bitmap, &0.into(), &0.into(), &width, &height])?;
    let file = JsFuture::from(Promise::new(&mut |done, _| {
        let _ = call(&canvas, "toBlob", &[&done, &mime.into(), &0.92.into()]);
    }));
    file.await.and_then(|file| if file.is_null() { Err(file) } else { Ok(file) })
}

/// An address of a file, until [`forget`] is called.
pub fn address(file: &JsValue) -> Option<String> {
    call(&dom::get(&dom::window(), "URL")?, "createObjectURL", &[file]).ok()?.as_string()
}

/// The address is not needed any more.
pub fn forget(address: &str) {
    if let Some(class) = dom::get(&dom::window(), "URL") {
        let _ = call(&class, "revokeObjectURL", &[&address.into()]);
    }
}

/// Whether the page lets the browser show the picture at `address`.
pub async fn can_show(address: &str) -> bool {
    let Ok(image) = web_sys::HtmlImageElement::new() else { return false };
    image.set_src(address);
    JsFuture::from(image.decode()).await.is_ok()
}

/// Hands a file to the shopper.
pub fn download(file: &JsValue, name: &str) -> Option<()> {
    let address = address(file)?;
    let link = dom::document().create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    call(&link, "click", &[]).ok()?;
    Some(())
}

/// Puts `file` into a file field. `false` where the browser cannot.
pub fn put_into(field: &HtmlInputElement, file: &JsValue, name: &str) -> bool {
    let put = || -> Result<bool, JsValue> {
        let kind = dom::get(file, "type").unwrap_or_default();
        let named = make("File", &[&list(&[file]), &name.into(), &object(&[("type", &kind)])])?;
        let transfer = make("DataTransfer", &[])?;
        call(&dom::get(&transfer, "items").ok_or(JsValue::NULL)?, "add", &[&named])?;
        Reflect::set(field, &"files".into(), &dom::get(&transfer, "files").ok_or(JsValue::NULL)?)
    };
    put().unwrap_or(false)
}

/// Sends a file to `url`, as a form with the fields `file` and `sha256`. Whether the shop took it.
pub async fn send(url: &str, file: &JsValue, name: &str, sha256: &str) -> bool {
    let sent = async {
        let form = make("FormData", &[])?;
        call(&form, "append", &[&"sha256".into(), &sha256.into()])?;
        call(&form, "append", &[&"file".into(), file, &name.into()])?;
        let options = object(&[("method", &"POST".into()), ("body", &form)]);
        kept(call(&dom::window(), "fetch", &[&url.into(), &options])).await
    };
    sent.await.is_ok_and(|answer: JsValue| dom::get(&answer, "ok").is_some_and(|ok| ok.is_truthy()))
}

/// The first file of a drop, a paste or a file field.
pub fn first_of(source: &JsValue) -> Option<JsValue> {
    let files = dom::get(source, "files")?;
    dom::get(&files, "0")
}

/// Sends `form` as if `submitter` had been pressed.
pub fn submit(form: &Element, submitter: &JsValue) {
    let pressed = !submitter.is_undefined() && !submitter.is_null();
    if !pressed || call(form, "requestSubmit", &[submitter]).is_err() {
        let _ = call(form, "requestSubmit", &[]);
    }
}

/// So many files stay.
const MOST: usize = 10;
const STORE: &str = "files";

/// The shopper's files on this device: `{blob, name, at, ticket}` by SHA-256. Links of this browser's find a file by its ticket, a random number, so that
/// they say nothing of it.
#[derive(Clone)]
pub struct Cupboard(pub String);

impl Cupboard {
    async fn open(&self) -> Answer {
        let factory = dom::get(&dom::window(), "indexedDB").ok_or(JsValue::NULL)?;
        let request = call(&factory, "open", &[&self.0.as_str().into(), &1.into()])?;
        let made = {
            let request = request.clone();
            EventListener::once(request.clone().unchecked_ref::<EventTarget>(), "upgradeneeded", move |_| {
                if let Some(database) = dom::get(&request, "result") {
                    let _ = call(&database, "createObjectStore", &[&STORE.into()]);
                }
            })
        };
        let opened = done(&request).await;
        drop(made);
        opened
    }

    /// Keeps a file, and the newest of the others.
    pub async fn keep(&self, sha256: &str, file: &JsValue, name: &str, now: f64) -> Result<(), JsValue> {
        let database = self.open().await?;
        let store = store(&database, "readwrite")?;
        let before = done(&call(&store, "get", &[&sha256.into()])?).await.unwrap_or_default();
        let ticket = ticket_of(&before).unwrap_or_else(new_ticket);
        let entry = object(&[
            ("blob", file),
            ("name", &name.into()),
            ("at", &now.into()),
            ("ticket", &ticket.as_str().into()),
        ]);
        let kept = done(&call(&store, "put", &[&entry, &sha256.into()])?).await;
        if kept.is_ok() {
            let _ = tidy(&store).await;
        }
        let _ = call(&database, "close", &[]);
        kept.map(drop)
    }

    /// A file, if it is still there.
    pub async fn find(&self, sha256: &str) -> Option<Kept> {
        let sha256 = JsValue::from(sha256);
        self.seek(&|keys, _| keys.iter().position(|key| *key == sha256)).await.map(|(_, kept)| kept)
    }

    /// The file with this ticket, if it is still there, and its SHA-256.
    pub async fn find_by(&self, ticket: &str) -> Option<(String, Kept)> {
        let has = |entry: &JsValue| ticket_of(entry).is_some_and(|own| own == ticket);
        let (key, kept) = self.seek(&|_, entries| entries.iter().position(has)).await?;
        Some((key.as_string()?, kept))
    }

    /// The entry, and its key, that `which` finds among all.
    async fn seek(&self, which: Which<'_>) -> Option<(JsValue, Kept)> {
        let database = self.open().await.ok()?;
        let found = async {
            let store = store(&database, "readonly").ok()?;
            let (keys, entries) = all(&store).await.ok()?;
            let at = which(&keys, &entries)?;
            Some((keys.get(at)?.clone(), entries.get(at)?.clone()))
        };
        let found = found.await;
        let _ = call(&database, "close", &[]);
        let (key, entry) = found?;
        let ticket = ticket_of(&entry).unwrap_or_default();
        Some((key, Kept { file: dom::get(&entry, "blob")?, name: name(&entry), ticket }))
    }
}

/// Of keys and entries, in the same order, the position of the one that is wanted.
type Which<'w> = &'w dyn Fn(&[JsValue], &[JsValue]) -> Option<usize>;

/// A file that was kept.
pub struct Kept {
    /// Its bytes.
    pub file: JsValue,
    /// Its name.
    pub name: String,
    /// What links of this browser's find it by; empty where it was kept before there were any.
    pub ticket: String,
}

fn ticket_of(entry: &JsValue) -> Option<String> {
    dom::get(entry, "ticket")?.as_string()
}

/// A random number of 96 bits, in hex digits; empty where there is no chance.
fn new_ticket() -> String {
    let bytes = Uint8Array::new(&12.into());
    let crypto = dom::get(&dom::window(), "crypto").unwrap_or_default();
    match call(&crypto, "getRandomValues", &[&bytes]) {
        Ok(_) => canonical::hex(&bytes.to_vec()),
        Err(_) => String::new(),
    }
}

fn store(database: &JsValue, mode: &str) -> Answer {
    let transaction = call(database, "transaction", &[&STORE.into(), &mode.into()])?;
    call(&transaction, "objectStore", &[&STORE.into()])
}

/// All keys, and the entries, in the same order.
async fn all(store: &JsValue) -> Result<(Vec<JsValue>, Vec<JsValue>), JsValue> {
    let keys: Array = done(&call(store, "getAllKeys", &[])?).await?.dyn_into()?;
    let entries: Array = done(&call(store, "getAll", &[])?).await?.dyn_into()?;
    Ok((keys.to_vec(), entries.to_vec()))
}

/// Takes out what is older than the newest few.
async fn tidy(store: &JsValue) -> Result<(), JsValue> {
    let (keys, entries) = all(store).await?;
    let mut all: Vec<(f64, JsValue)> =
        entries.iter().zip(keys).map(|(entry, key)| (number(entry, "at"), key)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, key) in all.iter().skip(MOST) {
        call(store, "delete", &[key])?;
    }
    Ok(())
}

/// Waits for a request of IndexedDB.
async fn done(request: &JsValue) -> Answer {
    JsFuture::from(Promise::new(&mut |done, failed| {
        for (event, then) in [("onsuccess", &done), ("onerror", &failed), ("onblocked", &failed)] {
            let _ = Reflect::set(request, &event.into(), then);
        }
    }))
    .await?;
    Ok(dom::get(request, "result").unwrap_or_default())
}
