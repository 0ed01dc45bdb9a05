//! Getting files, with a sentence for each way that can fail. What the loader has already asked for is taken from there.

use super::dom;
use super::json;
use haberdash_core::Value;
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
    let Some(response) = response else { return Err([url, " cannot be reached"].concat()) };
    if !response.ok() {
        return Err(format!("{url} answered with status {}", response.status()));
    }
    Ok(response)
}

/// What comes of a request. In a box: otherwise whoever waits for it would carry the code of all of it.
type Body<'a> = Pin<Box<dyn Future<Output = Result<JsValue, String>> + 'a>>;

fn body<'a>(url: &'a str, read: fn(&Response) -> Result<js_sys::Promise, JsValue>) -> Body<'a> {
    Box::pin(async move {
        let broken = || [url, " broke off"].concat();
        let response = get(url).await?;
        JsFuture::from(read(&response).map_err(|_| broken())?).await.map_err(|_| broken())
    })
}

/// The text at `url`.
pub async fn text(url: &str) -> Result<String, String> {
    body(url, Response::text).await.map(|text| text.as_string().unwrap_or_default())
}

/// The JSON at `url`.
pub async fn value(url: &str) -> Result<Value, String> {
    json::parse(&text(url).await?).ok_or_else(|| [url, " is not JSON"].concat())
}

/// The JSON at each of `urls`, asked for side by side.
pub async fn values(urls: &[String]) -> Vec<Result<Value, String>> {
    let mut waiting: Vec<_> = urls.iter().map(|url| body(url, Response::text)).collect();
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
        let text = body.unwrap_or(Ok(JsValue::NULL))?.as_string().unwrap_or_default();
        json::parse(&text).ok_or_else(|| [url, " is not JSON"].concat())
    };
    urls.iter().zip(bodies).map(parsed).collect()
}

/// The bytes at `url`, where the page keeps them.
pub async fn bytes(url: &str) -> Result<JsValue, String> {
    body(url, Response::array_buffer).await.map(|buffer| js_sys::Uint8Array::new(&buffer).into())
}
