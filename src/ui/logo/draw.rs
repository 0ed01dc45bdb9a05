//! The shopper's picture as SVG in the page, in the live picture and where it is placed.

use crate::ui::preview::{append, create};
use haberdash_core::image::Picture;
use haberdash_core::number::Digits;
use haberdash_core::scene::{SceneContent, decimal};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

thread_local! {
    /// Pictures of pages that let no `blob:` address be shown: made-up address, and the picture as an `ImageBitmap`.
    static BITMAPS: RefCell<Vec<(Rc<str>, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a picture that can only be drawn on a canvas. The answer is its address.
pub fn keep_bitmap(bitmap: JsValue) -> Rc<str> {
    BITMAPS.with_borrow_mut(|list| {
        let address: Rc<str> = ["canvas:", &list.len().digits()].concat().into();
        list.push((Rc::clone(&address), bitmap));
        address
    })
}

/// Shows `content` in `group`: cut off at the edges of its zone where `clip` is an id, else whole. What is there already is only moved.
#[inline(never)]
pub fn draw(group: &Element, content: &SceneContent, clip: &str) -> Option<()> {
    let SceneContent::Image { file, size, transform, area, turn } = content else { return None };
    let group = &own(group)?;
    let sides = [-size.0 / 2.0, -size.1 / 2.0, size.0, size.1].map(decimal);
    if group.get_attribute("data-file").as_deref() != Some(&*file.sha256) {
        group.set_text_content(None);
        let moved = create("g", &[("class", "moved")])?;
        match &file.picture {
            Picture::Pixels(href) => moved.append_child(&*pixels(href)?).ok()?,
            Picture::Drawing(drawing) => {
                let view_box = drawing.view_box.map(decimal).join(" ");
                let svg = create("svg", &[("viewBox", &view_box), ("preserveAspectRatio", "none")])?;
                append(&svg, &drawing.node)?;
                moved.append_child(&svg).ok()?
            }
        };
        if clip.is_empty() {
            group.append_child(&moved).ok()?;
        } else {
            let path = create("clipPath", &[("id", clip)])?;
            let [x, y, width, height] = area.map(decimal);
            let rect = create("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)])?;
            if !turn.is_empty() {
                rect.set_attribute("transform", turn).ok()?;
            }
            path.append_child(&rect).ok()?;
            let cut = create("g", &[("clip-path", &["url(#", clip, ")"].concat())])?;
            cut.append_child(&moved).ok()?;
            group.append_child(&path).ok()?;
            group.append_child(&cut).ok()?;
        }
        group.set_attribute("data-file", &file.sha256).ok()?;
    }
    let moved = group.query_selector(".moved").ok()??;
    moved.set_attribute("transform", transform).ok()?;
    let picture = moved.first_element_child()?;
    for (name, side) in ["x", "y", "width", "height"].into_iter().zip(&sides) {
        picture.set_attribute(name, side).ok()?;
    }
    Some(())
}

/// What of `group` is the picture's alone: where it is blended or cut out, there is more in it.
fn own(group: &Element) -> Option<Element> {
    if let Some(own) = group.query_selector(".drawn").ok()? {
        return Some(own);
    }
    let within = group.query_selector("g").ok()?.unwrap_or_else(|| group.clone());
    let own = create("g", &[("class", "drawn")])?;
    within.append_child(&own).ok()?;
    Some(own)
}

fn pixels(href: &str) -> Option<Element> {
    let bitmap =
        BITMAPS.with_borrow(|list| list.iter().find(|(other, _)| **other == *href).map(|(_, b)| b.clone()));
    match bitmap {
        Some(bitmap) => {
            let frame = create("foreignObject", &[])?;
            let canvas: web_sys::HtmlElement = copied(&bitmap)?.dyn_into().ok()?;
            for (name, value) in [("display", "block"), ("width", "100%"), ("height", "100%")] {
                canvas.style().set_property(name, value).ok()?;
            }
            frame.append_child(&canvas).ok()?;
            Some(frame)
        }
        None => create("image", &[("preserveAspectRatio", "none"), ("href", href)]),
    }
}

/// A canvas with `bitmap` on it.
fn copied(bitmap: &JsValue) -> Option<Element> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    for side in ["width", "height"] {
        js_sys::Reflect::set(&canvas, &side.into(), &get(bitmap, side)?).ok()?;
    }
    let function = |object: &JsValue, name: &str| get(object, name)?.dyn_into::<js_sys::Function>().ok();
    let context = function(&canvas, "getContext")?.call1(&canvas, &"2d".into()).ok()?;
    let arguments = js_sys::Array::of3(bitmap, &0.into(), &0.into());
    js_sys::Reflect::apply(&function(&context, "drawImage")?, &context, &arguments).ok()?;
    Some(canvas)
}
