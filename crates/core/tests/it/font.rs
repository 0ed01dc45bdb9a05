//! A TrueType font of three simple letters, made byte by byte: A a triangle, B a round shape of curves, C a rectangle.

/// A point of an outline, in a thousandth of the letter's size, and whether the line goes through it.
type Point = (i16, i16, bool);

const A: &[Point] = &[(0, 0, true), (250, 700, true), (500, 0, true)];
const B: &[Point] =
    &[(300, 0, true), (0, 0, false), (0, 350, true), (0, 700, false), (300, 700, true), (600, 350, false)];
const C: &[Point] = &[(50, -200, true), (50, 500, true), (450, 500, true), (450, -200, true)];

/// Where the outlines begin in the file, after the table directory and `cmap`.
pub const OUTLINES: usize = 12 + 7 * 16 + 40;

/// The font file.
pub fn file() -> Vec<u8> {
    let glyphs: [(u16, &[Point]); 4] = [(500, &[]), (520, A), (620, B), (500, C)];
    let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
    for (advance, points) in glyphs {
        loca.extend((glyf.len() as u32).to_be_bytes());
        glyf.extend(outline(points));
        hmtx.extend([advance.to_be_bytes(), [0, 0]].concat());
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    // unitsPerEm is the 10th and indexToLocFormat the 26th pair of bytes of `head`; numberOfHMetrics is the last one of `hhea`.
    let mut head = vec![0; 54];
    head[..4].copy_from_slice(&[0, 1, 0, 0]);
    head[12..16].copy_from_slice(&0x5f0f_3cf5_u32.to_be_bytes());
    head[18..20].copy_from_slice(&1000_u16.to_be_bytes());
    head[51] = 1;
    let mut hhea = vec![0; 36];
    hhea[..4].copy_from_slice(&[0, 1, 0, 0]);
    hhea[35] = 4;
    let maxp = vec![0, 0, 0x50, 0, 0, 4];
    // One subtable of format 12: the characters from A to C are the glyphs from 1 on.
    let mut cmap = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    for number in [28_u32, 0, 1, 'A'.into(), 'C'.into(), 1] {
        cmap.extend(number.to_be_bytes());
    }
    tables(&[
        (b"cmap", cmap),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ])
}

fn outline(points: &[Point]) -> Vec<u8> {
    if points.is_empty() {
        return Vec::new();
    }
    let bound = |least: bool, value: fn(&Point) -> i16| {
        let all = points.iter().map(value);
        if least { all.min() } else { all.max() }.unwrap_or(0)
    };
    let box_ = [bound(true, |p| p.0), bound(true, |p| p.1), bound(false, |p| p.0), bound(false, |p| p.1)];
    let mut bytes: Vec<u8> = [1, box_[0], box_[1], box_[2], box_[3], points.len() as i16 - 1, 0]
        .iter()
        .flat_map(|n: &i16| n.to_be_bytes())
        .collect();
    bytes.extend(points.iter().map(|p| u8::from(p.2)));
    for value in [|p: &Point| p.0, |p: &Point| p.1] {
        let mut last = 0;
        for point in points {
            bytes.extend((value(point) - last).to_be_bytes());
            last = value(point);
        }
    }
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

fn tables(list: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut file = vec![0, 1, 0, 0, 0, list.len() as u8, 0, 0, 0, 0, 0, 0];
    let mut offset = (12 + 16 * list.len()) as u32;
    for (tag, table) in list {
        file.extend_from_slice(*tag);
        for number in [0, offset, table.len() as u32] {
            file.extend(number.to_be_bytes());
        }
        offset += table.len().next_multiple_of(4) as u32;
    }
    for (_, table) in list {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}
