//! Getting files, with a sentence for each way that can fail. What the loader has already asked for is taken from there.

use super::dom;
use super::json;
use super::parts;
use haberdash_core::Value;
use haberdash_core::number::Digits;
use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

thread_local! {
    /// Absolute address → promise of a response, filled by the loader while the module was on its way.
    static EARLY: RefCell<Option<js_sys::Object>> = const { RefCell::new(None) };
}

/// Takes over what the loader has already asked for.
pub fn set_early(requests: Option<js_sys::Object>) {
    EARLY.with_borrow_mut(|early| *early = requests);
}

/// Gets `url`. The error is a sentence.
async fn get(url: &str) -> Result<Response, String> {
    let early = EARLY.with_borrow(|early| early.as_ref().and_then(|early| dom::get(early, url)));
    let promise = match early {
        // A body can be read once: the next one asks the browser (and its cache).
        Some(promise) => {
            EARLY.with_borrow(|early| {
                early.as_ref().map(|early| js_sys::Reflect::delete_property(early, &url.into()))
            });
            js_sys::Promise::resolve(&promise)
        }
        None => dom::window().fetch_with_str(url),
    };
    let response =
        JsFuture::from(promise).await.ok().and_then(|response| response.dyn_into::<Response>().ok());
    match response {
        Some(response) if response.ok() => Ok(response),
        Some(response) => Err([url, " answered with status ", &response.status().digits()].concat()),
        None => Err([url, " cannot be reached"].concat()),
    }
}

/// What comes of a request. In a box: otherwise whoever waits for it would carry the code of all of it.
type Body<'a> = Pin<Box<dyn Future<Output = Result<JsValue, String>> + 'a>>;

fn body(url: &str) -> Body<'_> {
    Box::pin(async move {
        let broken = || [url, " broke off"].concat();
        let response = get(url).await?;
        JsFuture::from(response.array_buffer().map_err(|_| broken())?).await.map_err(|_| broken())
    })
}

/// A text that is taken from the page a piece at a time.
pub struct Pieces {
    bytes: js_sys::Uint8Array,
    at: u32,
}

/// The text at `url`, of which the module has nothing yet.
pub async fn pieces(url: &str) -> Result<Pieces, String> {
    body(url).await.map(|buffer| Pieces { bytes: js_sys::Uint8Array::new(&buffer), at: 0 })
}

impl Pieces {
    /// Its length in bytes.
    pub fn length(&self) -> usize {
        self.bytes.length() as usize
    }

    /// The next piece, of about as many bytes; `None` at the end.
    pub fn next(&mut self, bytes: usize) -> Option<String> {
        let start = self.at;
        let mut piece = self.bytes.slice(start, start.saturating_add(bytes as u32)).to_vec();
        // The last letter may go on in the next piece. It has four bytes at most; what has more that continue none is no UTF-8.
        if start as usize + piece.len() < self.length()
            && let Some(last) = piece.iter().rev().take(4).position(|byte| byte & 0xc0 != 0x80)
            && last + 1 < piece.len()
        {
            piece.truncate(piece.len() - last - 1);
        }
        self.at += piece.len() as u32;
        (!piece.is_empty()).then(|| from_bytes(piece, start == 0))
    }

    /// All of it.
    pub fn whole(&self) -> String {
        decode(&self.bytes)
    }
}

/// The text at `url`.
pub async fn text(url: &str) -> Result<String, String> {
    body(url).await.map(|buffer| decode(&buffer))
}

fn decode(buffer: &JsValue) -> String {
    from_bytes(js_sys::Uint8Array::new(buffer).to_vec(), true)
}

/// Text in UTF-8, at its start with or without a byte order mark, or else in Latin-1. To have the browser decode it, and encode it again for the module,
/// takes ten times as long.
#[inline(never)]
fn from_bytes(mut bytes: Vec<u8>, is_start: bool) -> String {
    if is_start && bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        bytes.drain(..3);
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().copied().map(char::from).collect())
}

/// The JSON at `url`.
pub async fn value(url: &str) -> Result<Value, String> {
    let value = json::parse(&text(url).await?).ok_or_else(|| [url, " is not JSON"].concat());
    // Files may be large, and so is what is made of them.
    let _ = parts::turn().await;
    value
}

/// The JSON at each of `urls`, asked for side by side.
pub async fn values(urls: &[String]) -> Vec<Result<Value, String>> {
    let mut waiting: Vec<_> = urls.iter().map(|url| body(url)).collect();
    let mut bodies: Vec<Option<Result<JsValue, String>>> = vec![None; urls.len()];
    poll_fn(|context| {
        for (request, body) in waiting.iter_mut().zip(&mut bodies) {
            if body.is_none()
                && let Poll::Ready(done) = request.as_mut().poll(context)
            {
                *body = Some(done);
            }
        }
        if bodies.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    let parsed = |(url, body): (&String, Option<Result<JsValue, String>>)| {
        let text = decode(&body.unwrap_or(Ok(JsValue::NULL))?);
        json::parse(&text).ok_or_else(|| [url.as_str(), " is not JSON"].concat())
    };
    urls.iter().zip(bodies).map(parsed).collect()
}

/// The bytes at `url`, where the page keeps them.
pub async fn bytes(url: &str) -> Result<JsValue, String> {
    body(url).await.map(|buffer| js_sys::Uint8Array::new(&buffer).into())
}
