//! One sheet: which layers are on it, put on a page, with the line that is cut along and crop marks.

use super::die;
use super::page::Layout;
use crate::render::load::Loader;
use crate::render::paint::Rounding;
use crate::render::view::{POINTS_PER_MM, tree};
use crate::render::{Arguments, Facts, Format, Source, pdf, raster};
use haberdash_core::Value;
use haberdash_core::art::Node;
use haberdash_core::diagnostics::unknown;
use haberdash_core::product::artwork::Sheet;
use haberdash_core::product::{Content, Layer, View};
use haberdash_core::scene::{Scene, SceneContent};
use haberdash_core::svg;
use resvg::tiny_skia::{Path, Transform};

/// How wide the cut line and crop marks are, in millimetres.
const DIE: f64 = 0.25;
const MARK: f64 = 0.1;

/// The bytes of the file, and what is known of it. `None` where nothing is printed.
pub fn draw(
    sheet: &Sheet,
    arguments: &Arguments,
    source: &Source,
    loader: &mut Loader,
) -> Result<Option<(Vec<u8>, Facts)>, String> {
    let of_sheet = |why: String| format!("sheet \"{}\": {why}", sheet.id);
    let Some(view) = source.product.views.get(sheet.view) else { return Ok(None) };
    let (art, mut scene) = loader.scene(view).map_err(of_sheet)?;
    for part in &sheet.parts {
        if !view.layers.iter().any(|layer| matches!(&layer.content, Content::Part { id, .. } if id == part)) {
            return Err(of_sheet(unknown("part of the view", part, parts(view))));
        }
    }
    let die = sheet.die.as_ref().map(|id| die::outline(&art, id, view)).transpose().map_err(of_sheet)?;
    scene.layers.retain(|layer| view.layers.get(layer.key).is_some_and(|layer| is_printed(layer, sheet)));
    if scene.layers.is_empty() {
        return Ok(None);
    }
    if !scene.layers.iter().any(|layer| matches!(layer.content, SceneContent::Part { .. })) {
        scene.defs = Node::no_defs();
    }
    let layout = layout(sheet, view, &scene, die.as_ref());
    let page = Page { layout, die, scene, title: title(sheet, arguments, source) };
    let dpi = f64::from(arguments.dpi.unwrap_or(sheet.dpi));
    let [width, height] = page.layout.trim_size();
    let facts = vec![
        ("sheet", Value::from(sheet.id.as_str())),
        ("view", Value::from(view.id.as_str())),
        ("width_mm", Value::from(rounded(width))),
        ("height_mm", Value::from(rounded(height))),
        ("bleed_mm", Value::from(sheet.bleed_mm)),
    ];
    let bytes = match arguments.format {
        Format::Svg => Ok(page.svg("mm", true, &|address| loader.pictures.inline(address)).into_bytes()),
        Format::Png => {
            let size = raster::fits(page.layout.size().map(|mm| mm / 25.4 * dpi)).map_err(of_sheet)?;
            let tree = tree(&page.svg("", true, &|address| address.to_owned()), loader)?;
            return Ok(Some((
                raster::draw(&tree, size, Rounding::Last, Some(dpi)).map_err(of_sheet)?,
                facts,
            )));
        }
        Format::Pdf => {
            let tree = tree(&page.svg("", false, &|address| address.to_owned()), loader)?;
            pdf::draw(&tree, &page.pdf(), &page.title)
        }
    };
    bytes.map(|bytes| Some((bytes, facts))).map_err(of_sheet)
}

/// To a ten-thousandth of a millimetre: what is behind it is of the arithmetic.
fn rounded(mm: f64) -> f64 {
    (mm * 10_000.0).round() / 10_000.0
}

fn title(sheet: &Sheet, arguments: &Arguments, source: &Source) -> String {
    let product = source.product.title.get(&arguments.language, "");
    let order = arguments.order.as_deref().unwrap_or_default();
    [product, sheet.id.as_str(), order]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" – ")
}

fn parts(view: &View) -> Vec<&str> {
    let ids = view.layers.iter().filter_map(|layer| match &layer.content {
        Content::Part { id, .. } => Some(id.as_str()),
        _ => None,
    });
    ids.collect()
}

/// Shades, highlights and what else is blended are light on the product, and no ink.
fn is_printed(layer: &Layer, sheet: &Sheet) -> bool {
    let all = sheet.zones.is_empty() && sheet.parts.is_empty();
    layer.blend.is_none()
        && match &layer.content {
            Content::Part { id, .. } => all || sheet.parts.contains(id),
            Content::Zone { id, .. } => all || sheet.zones.contains(id),
            Content::Area(_) => all,
            Content::Shade(_) => false,
        }
}

/// The sheet is as large as its cut line, else as its zones, else as the view. A zone alone stands upright.
fn layout(sheet: &Sheet, view: &View, scene: &Scene, die: Option<&Path>) -> Layout {
    if let Some(die) = die {
        return Layout::new(sheet, die::bounds(die), 0.0);
    }
    if !sheet.parts.is_empty() {
        return Layout::new(sheet, scene.view_box, 0.0);
    }
    let zones =
        scene.layers.iter().filter_map(|layer| match view.layers.get(layer.key).map(|l| &l.content) {
            Some(Content::Zone { id, area, rotate, .. }) if sheet.zones.contains(id) => {
                Some((*area, *rotate))
            }
            _ => None,
        });
    let zones: Vec<([f64; 4], f64)> = zones.collect();
    match &*zones {
        [] => Layout::new(sheet, scene.view_box, 0.0),
        [(area, rotate)] => Layout::new(sheet, *area, *rotate),
        several => {
            let boxes = several.iter().filter_map(|(area, rotate)| {
                let [x, y, width, height] = *area;
                let turn = Transform::from_rotate_at(
                    *rotate as f32,
                    (x + width / 2.0) as f32,
                    (y + height / 2.0) as f32,
                );
                die::rectangle(*area)?.transform(turn).map(|path| die::bounds(&path))
            });
            let all = boxes.reduce(|a, b| {
                let (left, top) = (a[0].min(b[0]), a[1].min(b[1]));
                let (right, bottom) = ((a[0] + a[2]).max(b[0] + b[2]), (a[1] + a[3]).max(b[1] + b[3]));
                [left, top, right - left, bottom - top]
            });
            Layout::new(sheet, all.unwrap_or(scene.view_box), 0.0)
        }
    }
}

/// A sheet with all that is on it.
struct Page {
    layout: Layout,
    /// In the view's units.
    die: Option<Path>,
    scene: Scene,
    title: String,
}

impl Page {
    /// The page as SVG, sizes in `unit`; a group for what is printed, and with `lines` one for each of the others.
    fn svg(&self, unit: &str, lines: bool, address: &dyn Fn(&str) -> String) -> String {
        let [width, height] = self.layout.size().map(rounded);
        let [x, y, w, h] = self.layout.bleed().map(rounded);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}{unit}\" height=\"{height}{unit}\"><title>{}</title>",
            svg::escaped(&self.title)
        );
        out.push_str(&format!(
            "<clipPath id=\"hb-bleed\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/></clipPath><g id=\"print\" clip-path=\"url(#hb-bleed)\"><g transform=\"{}\">",
            self.layout.transform()
        ));
        let grow = self.layout.bleed_in_units();
        if grow > 0.0 {
            out.push_str(&format!("<g>{}</g>", svg::grown(&self.scene, 2.0 * grow)));
        }
        out.push_str(&svg::body(&self.scene, address));
        out.push_str("</g></g>");
        if lines {
            let line = |id: &str, path: Option<Path>, color: &str, width: f64| {
                path.map_or(String::new(), |path| {
                    let d = die::data(&path);
                    format!("<g id=\"{id}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"><path d=\"{d}\"/></g>")
                })
            };
            out.push_str(&line("die", self.placed_die(), "#ff00ff", DIE));
            out.push_str(&line("marks", self.layout.marks(), "#000000", MARK));
        }
        out.push_str("</svg>");
        out
    }

    fn placed_die(&self) -> Option<Path> {
        self.layout.place(self.die.as_ref()?)
    }

    /// The page of a PDF, with lines in inks of their own.
    fn pdf(&self) -> pdf::Page {
        let points = |mm: f64| mm * POINTS_PER_MM;
        let sides =
            |[left, top, width, height]: [f64; 4]| [left, top, left + width, top + height].map(points);
        let scale = Transform::from_scale(POINTS_PER_MM as f32, POINTS_PER_MM as f32);
        let line = |path: Option<Path>, width: f64, ink: pdf::Ink| {
            Some(pdf::Line { path: path?.transform(scale)?, width: points(width), ink })
        };
        let lines = [
            line(self.placed_die(), DIE, pdf::Ink::Die),
            line(self.layout.marks(), MARK, pdf::Ink::Registration),
        ];
        pdf::Page::plain(self.layout.size().map(points)).with(
            sides(self.layout.trim()),
            sides(self.layout.bleed()),
            lines.into_iter().flatten().collect(),
        )
    }
}
