//! What is printed for an order: sheets of so many millimetres. Shoppers never see them, so the widget passes over the field; [`read`] is for
//! those who print and who check.

use super::{Content, Id, Product, View};
use crate::diagnostics::{Diagnostics, unknown};
use crate::read::{Read, optional};
use crate::value::Value;

record! {
    /// One sheet that is printed for an order: a file of its own.
    pub struct SheetFile {
        /// Its id.
        req id: Id,
        /// The view whose layers it prints; the first one where left out. The view needs `mm_per_unit`.
        opt view: Id,
        /// Only these zones. A single one is printed upright, at its own size.
        def zones: Vec<Id> = Vec::new(),
        /// Only these parts of the art.
        def parts: Vec<String> = Vec::new(),
        /// The id of an element of the art that is the cut line. The sheet is as large as that.
        opt die: String,
        /// How many millimetres colours go on beyond the edge.
        def bleed_mm: f64 = 0.0,
        /// Whether there are crop marks; where left out, there are when there is a bleed.
        opt marks: bool,
        /// Dots for each inch, where the sheet is written as PNG.
        def dpi: i64 = 300,
        /// What the file is called, without its ending: {product}, {sheet}, {view}, {zone}, {preset} and {order} are filled in.
        def file: String = PATTERN.to_owned(),
    }
}

/// What files are called that have no `file`.
pub const PATTERN: &str = "{product}-{sheet}-{order}";

/// What a pattern can have in braces.
pub const FIELDS: [&str; 6] = ["product", "sheet", "view", "zone", "preset", "order"];

/// The field as the product's reader takes it: passed over.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread;

impl Read for Unread {
    fn read(_: &Value, _: &mut Diagnostics) -> Option<Self> {
        Some(Unread)
    }
    #[cfg(feature = "schema")]
    fn schema() -> Value {
        Vec::<SheetFile>::schema()
    }
}

/// A sheet, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its id.
    pub id: Id,
    /// The position of its view.
    pub view: usize,
    /// Millimetres for one unit of the view.
    pub mm_per_unit: f64,
    /// Only these zones; with no parts either, all of the view.
    pub zones: Vec<Id>,
    /// Only these parts.
    pub parts: Vec<String>,
    /// The element of the art that is the cut line.
    pub die: Option<String>,
    /// Millimetres beyond the edge.
    pub bleed_mm: f64,
    /// Whether there are crop marks.
    pub marks: bool,
    /// Dots for each inch.
    pub dpi: u32,
    /// What the file is called, without its ending.
    pub file: String,
}

/// The sheets of the product file `value`, from which `product` was read. `None` when it has none of its own. What is wrong is told where it
/// stands; a sheet with an error is left out.
pub fn read(value: &Value, product: &Product, diagnostics: &mut Diagnostics) -> Option<Vec<Sheet>> {
    let files: Vec<SheetFile> = optional(value, "artwork", diagnostics)?;
    let mut sheets = Vec::new();
    diagnostics.within("artwork", |d| {
        for (index, file) in files.iter().enumerate() {
            d.at_index(index, |d| {
                if files.iter().take(index).any(|other| other.id == file.id) {
                    d.within("id", |d| d.error(say!("there are two sheets called \"{}\"", file.id)));
                }
                sheets.extend(check(file, product, d));
            });
        }
    });
    Some(sheets)
}

/// One sheet for each zone of each view that says how large it is.
pub fn of_zones(product: &Product) -> Vec<Sheet> {
    let views = product.views.iter().enumerate();
    let views = views.filter_map(|(index, view)| view.mm_per_unit.map(|mm| (index, mm, view)));
    let sheets = views.flat_map(|(view, mm_per_unit, file)| {
        zones(file).into_iter().map(move |zone| Sheet {
            id: zone.clone(),
            view,
            mm_per_unit,
            zones: vec![zone.clone()],
            parts: Vec::new(),
            die: None,
            bleed_mm: 0.0,
            marks: false,
            dpi: 300,
            file: "{product}-{view}-{zone}-{order}".to_owned(),
        })
    });
    sheets.collect()
}

/// The zones of `view`, each once: several layers may share one, of which conditions show one at a time.
fn zones(view: &View) -> Vec<&Id> {
    let mut list = Vec::new();
    for layer in &view.layers {
        if let Content::Zone { id, .. } = &layer.content
            && !list.contains(&id)
        {
            list.push(id);
        }
    }
    list
}

fn check(file: &SheetFile, product: &Product, diagnostics: &mut Diagnostics) -> Option<Sheet> {
    let before = diagnostics.errors();
    let names = || product.views.iter().map(|view| view.id.as_str());
    let view = match &file.view {
        Some(id) => names().position(|name| name == id.as_str()),
        None => (!product.views.is_empty()).then_some(0),
    };
    let Some((index, view)) = view.and_then(|index| Some((index, product.views.get(index)?))) else {
        let name = file.view.as_ref().map_or("", Id::as_str);
        diagnostics.within("view", |d| d.error(unknown("view", name, names())));
        return None;
    };
    if view.mm_per_unit.is_none() {
        diagnostics.within("view", |d| {
            d.error(say!("the view \"{}\" needs \"mm_per_unit\": how large one of its units is", view.id));
        });
    }
    let zones: Vec<&str> = zones(view).into_iter().map(Id::as_str).collect();
    diagnostics.within("zones", |d| {
        for (index, id) in file.zones.iter().enumerate() {
            if !zones.contains(&id.as_str()) {
                d.at_index(index, |d| {
                    d.error(unknown("zone of the view", id.as_str(), zones.iter().copied()));
                });
            }
        }
    });
    if !(0.0..=100.0).contains(&file.bleed_mm) {
        diagnostics.within("bleed_mm", |d| d.error("expected 0 to 100 millimetres"));
    }
    if !(36..=2400).contains(&file.dpi) {
        diagnostics.within("dpi", |d| d.error("expected 36 to 2400 dots for each inch"));
    }
    diagnostics.within("file", |d| check_pattern(&file.file, d));
    Some(Sheet {
        id: file.id.clone(),
        view: index,
        mm_per_unit: view.mm_per_unit?,
        zones: file.zones.clone(),
        parts: file.parts.clone(),
        die: file.die.clone(),
        bleed_mm: file.bleed_mm,
        marks: file.marks.unwrap_or(file.bleed_mm > 0.0),
        dpi: u32::try_from(file.dpi).ok()?,
        file: file.file.clone(),
    })
    .filter(|_| diagnostics.errors() == before)
}

/// Tells what is in braces and means nothing.
pub fn check_pattern(pattern: &str, diagnostics: &mut Diagnostics) {
    for piece in pattern.split('{').skip(1) {
        match piece.split_once('}') {
            Some((name, _)) if FIELDS.contains(&name) => {}
            Some((name, _)) => diagnostics.error(unknown("field of a file name", name, FIELDS)),
            None => diagnostics.error("a brace is opened and not closed"),
        }
    }
}
