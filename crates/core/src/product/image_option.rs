//! Options where shoppers put a picture of their own, such as a logo.

use super::{Amount, Id, Kind, ProductOption, Role};
use crate::diagnostics::Diagnostics;
use crate::read::Read;
use crate::text::Text;
use crate::value::Value;

/// The largest file where the product file says nothing, in bytes.
const MAX_BYTES: i64 = 20_000_000;
/// The largest that a product file may allow.
const MOST_BYTES: i64 = 100_000_000;

words! {
    /// A kind of picture file.
    pub enum Format, "format" {
        /// Portable Network Graphics.
        Png = "png",
        /// Photographs.
        Jpeg = "jpeg",
        /// WebP.
        WebP = "webp",
        /// Drawings.
        Svg = "svg",
    }
}

record! {
    /// What a picture costs.
    pub struct ImagePrice {
        /// Once, as soon as there is one, in minor units.
        def once: Amount = Amount(0),
    }
}

record! {
    /// An option where shoppers put a picture of their own.
    pub struct ImageFile {
        /// `image`
        req kind: String,
        /// Its id, unique in the product.
        req id: Id,
        /// Its name as shoppers read it; the id where left out.
        opt title: Text,
        /// A sentence of advice.
        opt help: Text,
        /// What it means for the look of the product.
        opt role: Role,
        /// The largest file, in bytes: 20000000 where left out, 100000000 at most.
        def max_bytes: i64 = MAX_BYTES,
        /// The kinds of files that are taken; all where left out.
        def formats: Vec<Format> = Vec::new(),
        /// Below so many pixels per inch of the printed picture the shopper is warned. It takes the view's `mm_per_unit`.
        opt min_dpi: i64,
        /// What a picture costs.
        opt price: ImagePrice,
    }
}

/// The shopper's own picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ImageOption {
    /// The largest file, in bytes.
    pub max_bytes: i64,
    /// By [`Format`]: whether it is taken.
    pub formats: [bool; 4],
    /// Below so many pixels per inch the shopper is warned.
    pub min_dpi: Option<i64>,
    /// What a picture costs, in minor units.
    pub once: i64,
}

/// Whether `file`, which may not be a product file at all, has an option of kind image. Where it is `true` in the widget, the part with pictures
/// must be there before [`super::Product::read`] is called.
pub fn has_image(file: &Value) -> bool {
    let options = file.get("options").and_then(Value::as_array).unwrap_or_default();
    options.iter().any(|option| option.get("kind").and_then(Value::as_str) == Some("image"))
}

/// Reads an option of kind image.
#[inline(never)]
pub(super) fn read(value: &Value, diagnostics: &mut Diagnostics) -> Option<ProductOption> {
    let file = ImageFile::read(value, diagnostics)?;
    if !(1..=MOST_BYTES).contains(&file.max_bytes) {
        diagnostics.within("max_bytes", |d| d.error(say!("expected a number from 1 to {MOST_BYTES}")));
    }
    if file.min_dpi.is_some_and(|dpi| !(1..=10_000).contains(&dpi)) {
        diagnostics.within("min_dpi", |d| d.error(say!("expected a number from 1 to 10000")));
    }
    let mut formats = [file.formats.is_empty(); 4];
    for (slot, format) in formats.iter_mut().zip([Format::Png, Format::Jpeg, Format::WebP, Format::Svg]) {
        *slot |= file.formats.contains(&format);
    }
    let once = file.price.map_or(0, |price| price.once.0);
    let kind = ImageOption { max_bytes: file.max_bytes, formats, min_dpi: file.min_dpi, once };
    Some(ProductOption::new(file.id, file.title, file.help, file.role, Kind::Image(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(fields: &[(&str, Value)]) -> (Option<ProductOption>, usize) {
        let own = [("kind", Value::from("image")), ("id", Value::from("logo"))];
        let mut diagnostics = Diagnostics::new();
        let read = read(&Value::object(own.into_iter().chain(fields.iter().cloned())), &mut diagnostics);
        (read, diagnostics.count())
    }

    #[test]
    fn what_is_left_out_allows_what_is_usual() {
        let (read, problems) = option(&[]);
        let Some(ProductOption { kind: Kind::Image(kind), title, .. }) = read else { panic!("no option") };
        assert_eq!(problems, 0);
        assert_eq!(kind, ImageOption { max_bytes: 20_000_000, formats: [true; 4], min_dpi: None, once: 0 });
        assert_eq!(title.get("en", "en"), "logo");
    }

    #[test]
    fn limits_are_read_and_checked() {
        let formats = Value::from(vec![Value::from("svg"), Value::from("png")]);
        let price = Value::object([("once", Value::from(500_i64))]);
        let (read, problems) =
            option(&[("formats", formats), ("price", price), ("min_dpi", Value::from(150_i64))]);
        let Some(ProductOption { kind: Kind::Image(kind), .. }) = read else { panic!("no option") };
        assert_eq!(problems, 0);
        assert_eq!((kind.formats, kind.once, kind.min_dpi), ([true, false, false, true], 500, Some(150)));
        for wrong in [
            ("max_bytes", Value::from(0_i64)),
            ("min_dpi", Value::from(-1_i64)),
            ("formats", Value::from(vec![Value::from("gif")])),
        ] {
            assert_eq!(option(std::slice::from_ref(&wrong)).1, 1, "{wrong:?}");
        }
    }
}
