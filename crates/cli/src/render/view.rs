//! The picture of one view, as the shopper saw it.

use super::load::Loader;
use super::paint::Rounding;
use super::{Arguments, Format, Source, Written, pdf, raster, write};
use haberdash_core::Value;
use haberdash_core::diagnostics::unknown;
use haberdash_core::product::{Product, View};
use haberdash_core::selection::Selection;
use haberdash_core::svg;
use resvg::usvg::Tree;

/// Points of a PDF for one pixel of CSS.
const POINTS_PER_PIXEL: f64 = 0.75;
/// Points of a PDF for one millimetre.
pub const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// Draws it, and writes the file.
pub fn run(arguments: &Arguments, source: &Source, selection: &Selection) -> Result<Written, String> {
    let format = Format::of(&arguments.to)?;
    if arguments.width.is_some() && format != Format::Png {
        return Err("--width is for .png: the others have no pixels".to_owned());
    }
    let view = named(&source.product, arguments.view.as_deref())?;
    let mut loader = Loader::new(source, selection, arguments.files.as_deref());
    let (_, scene) = loader.scene(view)?;
    let title = source.product.title.get(&arguments.language, "");
    let [_, _, width, height] = scene.view_box;
    let mut facts = vec![("view", Value::from(view.id.as_str()))];
    let bytes = match format {
        Format::Svg => {
            facts.extend([("width", Value::from(width)), ("height", Value::from(height))]);
            svg::write(&scene, title, &|address| loader.pictures.inline(address)).into_bytes()
        }
        Format::Png => {
            let pixels = arguments.width.map_or(width, f64::from);
            let size = raster::fits([pixels, pixels / width * height])?;
            let tree = tree(&svg::write(&scene, title, &|address| address.to_owned()), &loader)?;
            facts.extend([("width", Value::from(size[0])), ("height", Value::from(size[1]))]);
            raster::draw(&tree, size, Rounding::Skia, None)?
        }
        Format::Pdf => {
            let tree = tree(&svg::write(&scene, title, &|address| address.to_owned()), &loader)?;
            let points = view.mm_per_unit.map_or(POINTS_PER_PIXEL, |mm| mm * POINTS_PER_MM);
            let page = pdf::Page::plain([width * points, height * points]);
            if let Some(mm) = view.mm_per_unit {
                facts
                    .extend([("width_mm", Value::from(width * mm)), ("height_mm", Value::from(height * mm))]);
            }
            pdf::draw(&tree, &page, title)?
        }
    };
    write(&arguments.to, &bytes)?;
    Ok(Written { file: arguments.to.clone(), facts })
}

/// The drawing in `text`, ready to be drawn with the pictures that were read, and no others.
pub fn tree(text: &str, loader: &Loader) -> Result<Tree, String> {
    // Art was parsed and written anew: this is no foreign text.
    Tree::from_str(text, &loader.pictures.options())
        .map_err(|error| format!("the picture cannot be drawn: {error}"))
}

/// The view called `id`, or the first one.
pub fn named<'p>(product: &'p Product, id: Option<&str>) -> Result<&'p View, String> {
    let ids = product.views.iter().map(|view| view.id.as_str());
    match id {
        None => product.views.first().ok_or_else(|| format!("\"{}\" has no views to draw", product.id)),
        Some(id) => {
            product.views.iter().find(|view| view.id.as_str() == id).ok_or_else(|| unknown("view", id, ids))
        }
    }
}
