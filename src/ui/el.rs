//! Elements by a function instead of `html!`, whose code for each element is several times larger: `docs/decisions/size.md` has the figures.

use std::rc::Rc;
use yew::Html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

/// An element: its tag; its attributes, where `None` leaves one out; and after a semicolon what is in it.
///
/// ```ignore
/// el!("p" "class" = "help", "id" = id; "Up to ", count.to_string(), badge.map(|badge| el!("b"; badge)))
/// ```
macro_rules! el {
    ($tag:literal $($name:literal = $value:expr),* $(; $($child:expr),* $(,)?)?) => {{
        #[allow(unused_mut)]
        let mut children: Vec<yew::Html> = Vec::new();
        $($( $crate::ui::el::Child::put($child, &mut children); )*)?
        const NAMES: &[&str] = &[$($name),*];
        $crate::ui::el::element($tag, NAMES, &[$( $crate::ui::el::Attribute::text(&$value) ),*], children)
    }};
}
pub(crate) use el;

/// What an attribute can be set to.
pub trait Attribute {
    /// Its text; `None` leaves the attribute out.
    fn text(&self) -> Option<&str>;
}

impl Attribute for &str {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Attribute for String {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Attribute for Option<&str> {
    fn text(&self) -> Option<&str> {
        *self
    }
}

impl Attribute for Option<String> {
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }
}

/// What can be in an element.
pub trait Child {
    /// Adds itself. What is left out keeps its place, so that its siblings stay the elements they are.
    fn put(self, children: &mut Vec<Html>);
}

impl Child for Html {
    fn put(self, children: &mut Vec<Html>) {
        children.push(self);
    }
}

impl Child for Option<Html> {
    fn put(self, children: &mut Vec<Html>) {
        children.push(self.unwrap_or_default());
    }
}

impl Child for Vec<Html> {
    fn put(self, children: &mut Vec<Html>) {
        children.push(VList::with_children(self, None).into());
    }
}

impl Child for &str {
    #[inline(never)]
    fn put(self, children: &mut Vec<Html>) {
        children.push(VText::new(AttrValue::Rc(Rc::from(self))).into());
    }
}

impl Child for &String {
    fn put(self, children: &mut Vec<Html>) {
        self.as_str().put(children);
    }
}

impl Child for String {
    fn put(self, children: &mut Vec<Html>) {
        self.as_str().put(children);
    }
}

/// An element of `tag` with attributes called `names`. The `value` of a field is its property, which follows what is drawn.
#[inline(never)]
pub fn element(
    tag: &'static str,
    names: &'static [&'static str],
    values: &[Option<&str>],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let mut list = Vec::with_capacity(names.len());
    for (name, value) in names.iter().zip(values) {
        let value = value.map(|value| AttrValue::Rc(Rc::from(value)));
        if *name == "value" && tag == "input" {
            element.set_value(value);
            list.push(None);
        } else {
            list.push(value.map(AttributeOrProperty::Attribute));
        }
    }
    element.set_attributes(Attributes::Dynamic { keys: names, values: list.into() });
    // One child stands for itself: a list of one would be looked after as a list.
    if let Some(place) = element.children_mut() {
        *place = match <[Html; 1]>::try_from(children) {
            Ok([child]) => child,
            Err(children) => VList::with_children(children, None).into(),
        };
    }
    element.into()
}

/// `element` with the key it keeps among its siblings.
pub fn with_key(element: Html, key: &str) -> Html {
    match element {
        VNode::VTag(mut tag) => {
            if let Some(tag) = Rc::get_mut(&mut tag) {
                tag.key = Some(Key::from(key));
            }
            VNode::VTag(tag)
        }
        other => other,
    }
}
