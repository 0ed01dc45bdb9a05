//! A product file with what it extends and its libraries.

use super::explain::Later;
use crate::platform::parts::{self, Part};
use crate::platform::{console, dom, fetch};
use haberdash_core::Value;
use haberdash_core::product::is_whole;
use haberdash_core::product::resolve::Resolver;

/// What the product file at `base`, which the page calls `address`, comes to with all that it names. The error is a sentence.
pub async fn whole(address: &str, base: &str) -> Result<Value, String> {
    let file = fetch::value(base).await?;
    if is_whole(&file) {
        return Ok(file);
    }
    if !parts::there(parts::promise(Part::Files)).await {
        return Err(
            "the product's files cannot be put together: a part of the widget cannot be loaded".to_owned()
        );
    }
    together(address, base, file).await
}

/// The same of a file that names others. In the part `files`.
#[inline(never)]
fn together<'a>(address: &'a str, base: &'a str, file: Value) -> Later<'a, Result<Value, String>> {
    Box::pin(async move {
        let path = base.split(&['?', '#'][..]).next().unwrap_or_default();
        let mut resolver = Resolver::new(path.rsplit('/').next().unwrap_or_default(), file);
        loop {
            let needs = resolver.needs();
            if needs.is_empty() {
                break;
            }
            // All of a round are on their way at once.
            let urls: Vec<String> =
                needs.iter().map(|need| dom::absolute(need, base).unwrap_or_default()).collect();
            for (need, answer) in needs.iter().zip(fetch::values(&urls).await) {
                resolver.give(need, Ok(answer?));
            }
        }
        let resolution = resolver.finish();
        let said = |what: &str| ["the product file ", address, what].concat();
        match resolution.value {
            Some(value) if resolution.errors == 0 => {
                if resolution.warnings > 0 {
                    console::warn(&said(" and what it names do not quite fit; haberdash check lists all"));
                }
                Ok(value)
            }
            _ => Err(said(" cannot be used with what it names; haberdash check says why")),
        }
    })
}
