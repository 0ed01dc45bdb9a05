//! A drawing as a page of a PDF: vectors stay vectors, pictures keep their pixels.

use krilla::color::separation::{self, SeparationColorant, SeparationSpace};
use krilla::color::{Color, cmyk};
use krilla::geom::{Path, PathBuilder, Rect, Size};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{LineJoin, Stroke};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::Tree;

/// A page, in points.
pub struct Page {
    /// Width and height.
    size: [f64; 2],
    /// What stays once it is cut: left, top, right, bottom.
    trim: Option<[f64; 4]>,
    /// The same with the bleed.
    bleed: Option<[f64; 4]>,
    lines: Vec<Line>,
}

/// A line that is drawn on top in an ink of its own.
pub struct Line {
    /// What is drawn, in points.
    pub path: resvg::tiny_skia::Path,
    /// How wide, in points.
    pub width: f64,
    /// In which ink.
    pub ink: Ink,
}

/// The ink of a line.
#[derive(Clone, Copy)]
pub enum Ink {
    /// A spot colour called *die*, seen as magenta: printers tell the cutter by it.
    Die,
    /// All inks: marks are on every plate.
    Registration,
}

impl Page {
    /// A page of `size` points and nothing else.
    pub fn plain(size: [f64; 2]) -> Page {
        Page { size, trim: None, bleed: None, lines: Vec::new() }
    }

    /// The same with what is cut away, as left, top, right and bottom, and with lines on top.
    #[must_use]
    pub fn with(self, trim: [f64; 4], bleed: [f64; 4], lines: Vec<Line>) -> Page {
        Page { trim: Some(trim), bleed: Some(bleed), lines, ..self }
    }
}

/// Draws `tree` over the whole page. The file is the same whenever it is made.
pub fn draw(tree: &Tree, page: &Page, title: &str) -> Result<Vec<u8>, String> {
    let cannot = || "the page of the PDF would be too small or too large".to_owned();
    let [width, height] = page.size.map(|side| side as f32);
    let size = Size::from_wh(width, height).ok_or_else(cannot)?;
    let rect = |sides: Option<[f64; 4]>| {
        let [left, top, right, bottom] = sides?.map(|side| side as f32);
        Rect::from_ltrb(left, top, right, bottom)
    };
    let settings = PageSettings::new(size).with_trim_box(rect(page.trim)).with_bleed_box(rect(page.bleed));
    let mut document = Document::new_with(SerializeSettings::default());
    document.set_metadata(Metadata::new().title(title.to_owned()).creator("Haberdash".to_owned()));
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    surface.draw_svg(tree, size, SvgSettings::default()).ok_or_else(cannot)?;
    for line in &page.lines {
        let Some(path) = path(&line.path) else { continue };
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: color(line.ink).into(),
            width: line.width as f32,
            line_join: LineJoin::Round,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
    }
    surface.finish();
    sheet.finish();
    document.finish().map_err(|error| format!("the PDF cannot be written: {error:?}"))
}

fn color(ink: Ink) -> Color {
    let space = match ink {
        Ink::Die => SeparationSpace::new(
            SeparationColorant::Custom("die".to_owned()),
            cmyk::Color::new(0, 255, 0, 0).into(),
        ),
        Ink::Registration => SeparationSpace::new(
            SeparationColorant::AllColorants,
            cmyk::Color::new(255, 255, 255, 255).into(),
        ),
    };
    separation::Color::new(255, space).into()
}

fn path(path: &resvg::tiny_skia::Path) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => builder.move_to(p.x, p.y),
            PathSegment::LineTo(p) => builder.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => builder.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => builder.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => builder.close(),
        }
    }
    builder.finish()
}
