//! The theme's own price and picture follow the configuration, and are put back when the host goes.

use crate::platform::dom;
use crate::ui::marks::write;
use haberdash_core::number::Digits;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// The theme's price.
pub struct PriceTarget {
    element: HtmlElement,
    before: Option<String>,
    shown: RefCell<String>,
}

impl PriceTarget {
    /// Takes over the element that `selector` finds.
    pub fn new(selector: &str) -> Result<PriceTarget, &'static str> {
        let element = dom::find(selector)?;
        Ok(PriceTarget { before: element.text_content(), element, shown: RefCell::default() })
    }

    /// Shows `text`.
    pub fn show(&self, text: &str) {
        let mut shown = self.shown.borrow_mut();
        if *shown == text {
            return;
        }
        match shown.is_empty() {
            true => self.element.set_text_content(Some(text)),
            false => write(&self.element, text),
        }
        text.clone_into(&mut shown);
    }
}

impl Drop for PriceTarget {
    fn drop(&mut self) {
        self.element.set_text_content(self.before.as_deref());
    }
}

/// The theme's picture. The live picture lies over it in a host of its own, in exactly its place: an SVG in an `<img>` could not load its
/// textures, and `img-src` rarely allows blobs.
pub struct ImageTarget {
    image: HtmlElement,
    /// Where the live picture is mounted.
    pub host: HtmlElement,
    watch: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
    covered: Rc<Cell<bool>>,
}

impl ImageTarget {
    /// Puts a host over the picture that `selector` finds.
    pub fn new(selector: &str) -> Result<ImageTarget, &'static str> {
        let image = dom::find(selector)?;
        let make = || -> Option<HtmlElement> {
            let host: HtmlElement = dom::document().create_element("div").ok()?.dyn_into().ok()?;
            host.set_attribute("data-haberdash-picture", "").ok()?;
            host.style().set_property("visibility", "hidden").ok()?;
            image.parent_node()?.insert_before(&host, image.next_sibling().as_ref()).ok()?;
            Some(host)
        };
        let host = make().ok_or("cannot be put a picture over")?;
        // At once: in the flow it would move what is below. Where it is comes when the browser has laid the page out: to ask now would have it do so.
        let _ = host.style().set_property("position", "absolute");
        let covered = Rc::<Cell<bool>>::default();
        let place = {
            let (image, host, covered) = (image.clone(), host.clone(), Rc::clone(&covered));
            Closure::<dyn FnMut()>::new(move || place_over(&image, &host, covered.get()))
        };
        let observer = ResizeObserver::new(place.as_ref().unchecked_ref()).ok();
        let watch = observer.map(|observer| {
            observer.observe(&image);
            (observer, place)
        });
        Ok(ImageTarget { image, host, watch, covered })
    }

    /// Shows the live picture and hides the theme's, which keeps its place. That may be another than at first: it is asked for once more before the next
    /// frame, as always when something new is watched. It is seen from then on, and not where it was before.
    pub fn cover(&self) {
        self.covered.set(true);
        match &self.watch {
            Some((observer, _)) => observer.observe(&self.host),
            None => place_over(&self.image, &self.host, true),
        }
        let _ = self.image.style().set_property_with_priority("visibility", "hidden", "important");
    }
}

/// Puts `host` exactly over `image`, in the coordinates of the positioned element both are in, and shows it if it is to be `seen`.
fn place_over(image: &HtmlElement, host: &HtmlElement, seen: bool) {
    let sides = [
        ("left", image.offset_left()),
        ("top", image.offset_top()),
        ("width", image.offset_width()),
        ("height", image.offset_height()),
    ];
    let style = host.style();
    for (side, length) in sides {
        let _ = style.set_property(side, &[&length.digits(), "px"].concat());
    }
    if seen {
        let _ = style.set_property("visibility", "visible");
    }
}

impl Drop for ImageTarget {
    fn drop(&mut self) {
        if let Some((observer, _)) = self.watch.take() {
            observer.disconnect();
        }
        let _ = self.image.style().remove_property("visibility");
        self.host.remove();
    }
}

/// Fields of the fallback markup are not sent while the configurator's own are: they are disabled, and given back.
pub struct Fallback(Vec<Element>);

impl Fallback {
    /// Disables the enabled fields inside `host`.
    pub fn disable(host: &Element) -> Fallback {
        let mut fields = Vec::new();
        if let Ok(list) = host.query_selector_all("input,select,textarea,button") {
            for index in 0..list.length() {
                let Some(field) = list.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else {
                    continue;
                };
                if !field.has_attribute("disabled") && field.set_attribute("disabled", "").is_ok() {
                    fields.push(field);
                }
            }
        }
        Fallback(fields)
    }
}

impl Drop for Fallback {
    fn drop(&mut self) {
        for field in &self.0 {
            let _ = field.remove_attribute("disabled");
        }
    }
}
