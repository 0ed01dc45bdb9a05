//! The share link: `#hb=1` followed by base64url (RFC 4648 §5, no padding) of the canonical JSON `{"p": product id, "s": selection}`,
//! with `"w": true` where the design has a picture of the shopper's own: that does not travel in a link. With `"l"`, a list of words of
//! [`crate::transfer::Left`], it is the design of another product, less these; with `"o"`, an object from options to tickets, with pictures that the
//! browser which made the link finds by these. A ticket is a random number: it says nothing of the picture, and nothing to any other browser.
//!
//! What is kept of the last design on this device is the same, and with `"pictures"` the picks that are pictures. That is in no link.
//!
//! Only what differs from the merchant's defaults is written, so links are short. A link is foreign input: [`decode`] gives the JSON text, and
//! [`crate::selection::Selection::from_value`] checks it against the product.

use crate::base64url;
use crate::canonical;
use crate::name::Name;
use crate::product::{Kind, Product};
use crate::selection::Selection;
use crate::value::Value;

/// The fragment's parameter.
pub const PARAMETER: &str = "hb=";
/// The field of a link that says that a picture was left behind.
const WITHOUT: &str = "w";
/// The field of a link that lists what of another product's design did not come along.
pub const LEFT: &str = "l";
/// The field of a link with tickets for pictures, by option.
pub const TICKETS: &str = "o";
/// The field of a kept design, and of no link, with the picks that are pictures.
const PICTURES: &str = "pictures";
const VERSION: char = '1';
/// A link longer than this is not ours.
const MAX_LENGTH: usize = 16_384;

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It was made by a newer Haberdash.
    Version,
    /// It is cut off or was changed.
    Damaged,
}

/// What a link to `selection` carries.
pub fn value(product: &Product, selection: &Selection) -> Value {
    let defaults = Selection::defaults(product).to_value(product);
    let whole = selection.to_value(product);
    let mut chosen = whole.clone();
    if let Value::Object(fields) = &mut chosen {
        fields.retain(|(name, value)| defaults.get(name) != Some(value));
    }
    // Rules that pick something at first can say something else with the rest left out.
    if Selection::from_value(product, &chosen).0 != *selection {
        chosen = whole;
    }
    let mut value = Value::record([("p", Value::from(product.id.as_str())), ("s", chosen)]);
    // Pictures do not travel in links; whoever follows it is told.
    if let Value::Object(fields) = &mut value
        && let Some((_, chosen)) = fields.iter_mut().find(|(name, _)| name == "s")
        && drop_pictures(product, chosen)
    {
        fields.push((WITHOUT.into(), Value::Bool(true)));
    }
    value
}

/// The fragment, without `#`, that opens `selection` elsewhere.
pub fn encode(product: &Product, selection: &Selection) -> String {
    write(&value(product, selection))
}

/// The fragment, without `#`, that carries `value`: what [`value`] gives.
pub fn write(value: &Value) -> String {
    let mut out = String::from(PARAMETER);
    out.push(VERSION);
    out.push_str(&base64url::encode(canonical::to_string(value).as_bytes()));
    out
}

/// Takes the shopper's own pictures out of picks as in a link. `false` when there were none.
pub fn drop_pictures(product: &Product, picks: &mut Value) -> bool {
    let Value::Object(fields) = picks else { return false };
    let before = fields.len();
    let is_picture = |name: &str| {
        product.option_index(name).is_some_and(|at| matches!(product.options[at].kind, Kind::Image(_)))
    };
    fields.retain(|(name, _)| !is_picture(name));
    fields.len() < before
}

/// Whether the design that a link's JSON holds had a picture that did not travel with it.
pub fn lacks_pictures(value: &Value) -> bool {
    value.get(WITHOUT).is_some()
}

/// The tickets for pictures of the shopper's own that a link's JSON has, by option.
pub fn tickets(value: &Value) -> Option<&[(Name, Value)]> {
    value.get(TICKETS)?.as_object()
}

/// Adds the pictures of `selection` to what a link to it carries: for what is kept on this device, not for a link.
pub fn keep_pictures(product: &Product, selection: &Selection, link: &mut Value) {
    let picks = product.options.iter().enumerate().filter_map(|(index, option)| match &option.kind {
        Kind::Image(_) => Some((option.id.as_str().into(), selection.pick(index)?.to_value(option)?)),
        _ => None,
    });
    let picks: Vec<(Name, Value)> = picks.collect();
    if let Value::Object(fields) = link
        && !picks.is_empty()
    {
        fields.push((PICTURES.into(), Value::Object(picks)));
    }
}

/// The picks of a kept design, its pictures among them.
pub fn whole_picks(kept: &Value) -> Value {
    let list = |value: Option<&Value>| value.and_then(Value::as_object).unwrap_or_default().to_vec();
    let mut picks = list(kept.get("s"));
    picks.extend(list(kept.get(PICTURES)));
    Value::Object(picks)
}

/// The JSON text inside a fragment (with or without `#`); `None` when the fragment holds no link of ours.
pub fn decode(fragment: &str) -> Option<Result<String, LinkProblem>> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let code = fragment.split('&').find_map(|part| part.strip_prefix(PARAMETER))?;
    if code.len() > MAX_LENGTH {
        return Some(Err(LinkProblem::Damaged));
    }
    let Some(body) = code.strip_prefix(VERSION) else {
        let newer = code.starts_with(|c: char| c.is_ascii_alphanumeric());
        return Some(Err(if newer { LinkProblem::Version } else { LinkProblem::Damaged }));
    };
    let text = base64url::decode(body).and_then(|bytes| String::from_utf8(bytes).ok());
    Some(text.ok_or(LinkProblem::Damaged))
}

/// The product id and the selection in a link's JSON.
pub fn parts(value: &Value) -> Option<(&str, &Value)> {
    Some((value.get("p")?.as_str()?, value.get("s")?))
}
