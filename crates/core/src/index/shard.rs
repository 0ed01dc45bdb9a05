//! The rows of some items, as bytes.
//!
//! After four bytes that name the format, in this order: how many rows there are, then by row the length and bytes of each id (rows are in the order of
//! ids), its number, the two upper bytes of its scale (a 32-bit float), its own repeat and how many neighbours it has; then for all rows together the
//! weights of the neighbours, each as the difference to the one before; then their numbers, lowest bytes first, each byte of all of them together.
//! Numbers without a stated width are LEB128. What belongs together compresses better side by side.

/// Why bytes are no shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They are something else, or of another version.
    Foreign,
    /// They break off, or go on after the end.
    Length,
    /// A number or text in them is none.
    Content,
}

const MAGIC: &[u8; 4] = b"HBN1";
/// The most rows of a shard, and the most neighbours of a row, that are read.
const MOST_ROWS: u64 = 1 << 20;

/// What goes with one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The item.
    pub id: String,
    number: u32,
    scale: f32,
    own: u8,
    /// Numbers and weights, the strongest first.
    list: Vec<(u32, u8)>,
}

impl Row {
    /// The row of `id`, which is `number`; `own` is how strongly the item leads to itself. Of `neighbours`, the strongest first, at most 255 are kept, and
    /// strengths are rounded to 255 steps of the strongest, which is kept with eight bits.
    pub fn new(id: String, number: u32, own: f32, neighbours: &[(u32, f32)]) -> Row {
        let strongest = neighbours.first().map_or(0.0, |(_, strength)| strength.max(0.0)).max(own.max(0.0));
        // Rounded up, so that no weight passes 255.
        let scale = f32::from_bits((strongest / 255.0).to_bits().saturating_add(0xffff) & 0xffff_0000);
        let weight =
            |strength: f32| if scale > 0.0 { (strength / scale + 0.5).clamp(0.0, 255.0) as u8 } else { 0 };
        let list = neighbours.iter().take(255).map(|(number, strength)| (*number, weight(*strength).max(1)));
        Row { id, number, scale, own: weight(own), list: list.collect() }
    }

    /// The item's number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How strongly the item leads to itself.
    pub fn own(&self) -> f64 {
        f64::from(self.scale) * f64::from(self.own)
    }

    /// The items that go with it, the strongest first.
    pub fn neighbours(&self) -> impl Iterator<Item = (u32, f64)> {
        self.list.iter().map(|(number, weight)| (*number, f64::from(self.scale) * f64::from(*weight)))
    }
}

/// The rows of some items.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shard {
    /// In the order of ids.
    rows: Vec<Row>,
}

impl Shard {
    /// A shard of `rows`.
    pub fn new(mut rows: Vec<Row>) -> Shard {
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        Shard { rows }
    }

    /// The row of an item.
    pub fn row(&self, id: &str) -> Option<&Row> {
        let at = self.rows.binary_search_by(|row| row.id.as_str().cmp(id)).ok()?;
        self.rows.get(at)
    }

    /// All rows, in the order of ids.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// As it is written to a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        put_number(self.rows.len() as u64, &mut out);
        self.rows.iter().for_each(|row| put_text(&row.id, &mut out));
        self.rows.iter().for_each(|row| put_number(u64::from(row.number), &mut out));
        for row in &self.rows {
            out.extend(((row.scale.to_bits() >> 16) as u16).to_le_bytes());
        }
        out.extend(self.rows.iter().map(|row| row.own));
        out.extend(self.rows.iter().map(|row| row.list.len() as u8));
        for row in &self.rows {
            let mut before = 255_u8;
            for (_, weight) in &row.list {
                out.push(before.wrapping_sub(*weight));
                before = *weight;
            }
        }
        let numbers = || self.rows.iter().flat_map(|row| &row.list).map(|(number, _)| *number);
        let width = 4 - numbers().max().unwrap_or(0).leading_zeros() / 8;
        out.push(width as u8);
        for byte in 0..width {
            out.extend(numbers().map(|number| (number >> (8 * byte)) as u8));
        }
        out
    }

    /// Reads a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Shard, Unreadable> {
        let mut bytes = Bytes::of(bytes, MAGIC)?;
        let count = bytes.count(MOST_ROWS)?;
        let ids = (0..count).map(|_| bytes.text()).collect::<Result<Vec<_>, _>>()?;
        if !ids.is_sorted() {
            return Err(Unreadable::Content);
        }
        let numbers = (0..count).map(|_| bytes.number()).collect::<Result<Vec<_>, _>>()?;
        let scales = bytes.take(count.saturating_mul(2))?;
        let owns = bytes.take(count)?;
        let lengths = bytes.take(count)?;
        let all: usize = lengths.iter().map(|length| usize::from(*length)).sum();
        let steps = bytes.take(all)?;
        let width = bytes.byte()?;
        if width > 4 {
            return Err(Unreadable::Content);
        }
        let planes = bytes.take(all.saturating_mul(usize::from(width)))?;
        bytes.end()?;
        let neighbour = |at: usize| {
            let byte = |plane: usize| planes.get(plane * all + at).copied().unwrap_or(0);
            (0..usize::from(width))
                .fold(0_u32, |number, plane| number | u32::from(byte(plane)) << (8 * plane))
        };
        let mut start = 0;
        let mut rows = Vec::with_capacity(count);
        for (((id, number), scale), (own, length)) in
            ids.into_iter().zip(numbers).zip(scales.chunks_exact(2)).zip(owns.iter().zip(lengths))
        {
            let scale = match scale {
                [low, high] => f32::from_bits(u32::from(u16::from_le_bytes([*low, *high])) << 16),
                _ => 0.0,
            };
            if !scale.is_finite() || scale < 0.0 {
                return Err(Unreadable::Content);
            }
            let end = start + usize::from(*length);
            let mut before = 255_u8;
            let list = (start..end).zip(steps.get(start..end).unwrap_or_default()).map(|(at, step)| {
                before = before.wrapping_sub(*step);
                (neighbour(at), before)
            });
            let list = list.collect();
            start = end;
            let number = u32::try_from(number).map_err(|_| Unreadable::Content)?;
            rows.push(Row { id, number, scale, own: *own, list });
        }
        Ok(Shard { rows })
    }
}

pub(super) fn put_number(mut number: u64, out: &mut Vec<u8>) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(super) fn put_text(text: &str, out: &mut Vec<u8>) {
    put_number(text.len() as u64, out);
    out.extend(text.as_bytes());
}

/// What is left to read.
pub(super) struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    pub(super) fn of(bytes: &'b [u8], magic: &[u8; 4]) -> Result<Bytes<'b>, Unreadable> {
        bytes.strip_prefix(magic).map(Bytes).ok_or(Unreadable::Foreign)
    }

    fn take(&mut self, count: usize) -> Result<&'b [u8], Unreadable> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Unreadable::Length)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Unreadable> {
        self.take(1)?.first().copied().ok_or(Unreadable::Length)
    }

    fn number(&mut self) -> Result<u64, Unreadable> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(Unreadable::Content)
    }

    /// How many things follow, each of which takes a byte at least.
    pub(super) fn count(&mut self, most: u64) -> Result<usize, Unreadable> {
        let count = self.number()?;
        if count > most || count > self.0.len() as u64 {
            return Err(Unreadable::Length);
        }
        Ok(count as usize)
    }

    pub(super) fn text(&mut self) -> Result<String, Unreadable> {
        let length = self.number()?;
        let bytes = self.take(usize::try_from(length).map_err(|_| Unreadable::Length)?)?;
        String::from_utf8(bytes.to_vec()).map_err(|_| Unreadable::Content)
    }

    pub(super) fn end(&self) -> Result<(), Unreadable> {
        if self.0.is_empty() { Ok(()) } else { Err(Unreadable::Length) }
    }
}
