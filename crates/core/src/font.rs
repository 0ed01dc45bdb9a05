//! Text as outlines, from a font file that the product names: the same on screen and on paper.
//!
//! TrueType outlines (`glyf`) and horizontal advances only; no shaping. A character that the font lacks is refused in words by the caller.

use crate::number::push_whole;
use crate::outline::{Letters, Outline};

use ttf_parser::{GlyphId, OutlineBuilder, RawFace, Tag, cmap, glyf, head, hhea, hmtx, loca, maxp};

/// A font that was parsed.
pub struct Font {
    data: Vec<u8>,
}

impl Font {
    /// Takes a font file. The error is a sentence for the merchant.
    #[inline(never)]
    pub fn parse(data: Vec<u8>) -> Result<Font, String> {
        let tables = Tables::parse(&data).ok_or("this is not a TrueType font file")?;
        if tables.glyf.is_none() {
            return Err("the font has no TrueType outlines (no glyf table)".to_owned());
        }
        Ok(Font { data })
    }
}

impl Letters for Font {
    fn lacks(&self, text: &str) -> Option<char> {
        let Some(tables) = Tables::parse(&self.data) else { return text.chars().next() };
        text.chars().find(|c| tables.glyph(*c).is_none())
    }

    fn outline(&self, text: &str) -> Option<Outline> {
        let tables = Tables::parse(&self.data)?;
        let glyf = tables.glyf?;
        let mut path = Path {
            d: String::new(),
            dx: 0.0,
            top: f32::MAX,
            bottom: f32::MIN,
            left: f32::MAX,
            right: f32::MIN,
        };
        for c in text.chars() {
            let glyph = tables.glyph(c)?;
            glyf.outline(glyph, &mut path);
            path.dx += f32::from(tables.advances.and_then(|list| list.advance(glyph)).unwrap_or(0));
        }
        let drawn = path.top <= path.bottom;
        let bound = |value: f32| if drawn { f64::from(value) } else { 0.0 };
        Some(Outline {
            extent: (bound(path.top), bound(path.bottom)),
            span: (bound(path.left), bound(path.right)),
            width: f64::from(path.dx),
            d: path.d,
        })
    }
}

/// The tables of a font that drawing needs. `ttf_parser::Face` reads all the others as well, and brings the code for them.
struct Tables<'d> {
    glyf: Option<glyf::Table<'d>>,
    letters: Option<cmap::Table<'d>>,
    advances: Option<hmtx::Table<'d>>,
}

impl<'d> Tables<'d> {
    fn parse(data: &'d [u8]) -> Option<Self> {
        let face = RawFace::parse(data, 0).ok()?;
        // In the order of the file, which need not be sorted; of equal names the last one counts.
        let table = |name: &[u8; 4]| {
            let tag = Tag::from_bytes(name);
            let record = face.table_records.into_iter().filter(|record| record.tag == tag).last()?;
            let start = usize::try_from(record.offset).ok()?;
            data.get(start..start.checked_add(usize::try_from(record.length).ok()?)?)
        };
        let head = head::Table::parse(table(b"head")?)?;
        let hhea = hhea::Table::parse(table(b"hhea")?)?;
        let glyphs = maxp::Table::parse(table(b"maxp")?)?.number_of_glyphs;
        let places =
            table(b"loca").and_then(|data| loca::Table::parse(glyphs, head.index_to_location_format, data));
        Some(Tables {
            glyf: places.and_then(|places| glyf::Table::parse(places, table(b"glyf")?)),
            letters: table(b"cmap").and_then(cmap::Table::parse),
            advances: table(b"hmtx")
                .and_then(|data| hmtx::Table::parse(hhea.number_of_metrics, glyphs, data)),
        })
    }

    fn glyph(&self, c: char) -> Option<GlyphId> {
        let mut tables = self.letters?.subtables.into_iter().filter(|table| table.is_unicode());
        tables.find_map(|table| table.glyph_index(u32::from(c)))
    }
}

/// Writes path data, turning the font's y upwards into the picture's y downwards.
struct Path {
    d: String,
    dx: f32,
    top: f32,
    bottom: f32,
    left: f32,
    right: f32,
}

impl Path {
    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.d.push(letter);
        for (i, (x, y)) in points.iter().enumerate() {
            let (x, y) = (x + self.dx, -y);
            self.left = self.left.min(x);
            self.right = self.right.max(x);
            self.top = self.top.min(y);
            self.bottom = self.bottom.max(y);
            if i > 0 {
                self.d.push(' ');
            }
            // Font units: whole numbers are a thousandth of the letter's size or finer.
            push_whole(round(x), &mut self.d);
            self.d.push(' ');
            push_whole(round(y), &mut self.d);
        }
    }
}

/// Rounds half away from zero without pulling float formatting in.
fn round(value: f32) -> i64 {
    i64::from((if value < 0.0 { value - 0.5 } else { value + 0.5 }) as i32)
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.command('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.command('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.d.push('Z');
    }
}
