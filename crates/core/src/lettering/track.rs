//! A path as a line of short chords, and where on it a distance ends.
//!
//! Path data is that of SVG 2 (§9.3), arcs by its appendix (§B.2.4, from endpoints to the centre). Distances are lengths of chords added up and
//! looked up in a table, the usual arc-length parametrisation (Guenter and Parent, *Computing the arc length of parametric curves*, 1990), with
//! so many chords that their difference to the curve is below what is seen.

use crate::angle;
use crate::number;

/// Chords for each curve or arc.
const CHORDS: usize = 64;
/// Points of one path at most, and how far from the origin they may be.
const MAX_POINTS: usize = 20_000;
const FAR: f64 = 1e7;

type Point = (f64, f64);

/// One piece of path data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    Command(u8),
    Number(f64),
}

/// The pieces of path data up to the first that is none. Flags of arcs may stand without space between them.
pub(super) fn pieces(d: &str) -> impl Iterator<Item = Piece> + '_ {
    let (mut rest, mut arc) = (d, None::<u8>);
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', ',', '\n', '\t', '\r']);
        let first = *rest.as_bytes().first()?;
        if first.is_ascii_alphabetic() {
            rest = rest.get(1..)?;
            arc = matches!(first, b'a' | b'A').then_some(0);
            return Some(Piece::Command(first));
        }
        let is_flag = arc.is_some_and(|count| matches!(count % 7, 3 | 4));
        arc = arc.map(|count| (count + 1) % 7);
        let length = if is_flag { 1 } else { number_length(rest.as_bytes()) };
        let (number, after) = (rest.get(..length)?, rest.get(length..)?);
        rest = after;
        number::parse(number).filter(|n| n.abs() <= FAR).map(Piece::Number)
    })
}

/// How many bytes at the beginning are one number: `1.5.5` are two, `1-2` as well.
fn number_length(text: &[u8]) -> usize {
    let (mut point, mut exponent, mut before) = (false, false, b' ');
    for (index, byte) in text.iter().enumerate() {
        let belongs = match byte {
            b'0'..=b'9' => true,
            b'+' | b'-' => index == 0 || matches!(before, b'e' | b'E'),
            b'.' => !std::mem::replace(&mut point, true) && !exponent,
            b'e' | b'E' => !std::mem::replace(&mut exponent, true),
            _ => false,
        };
        if !belongs {
            return index;
        }
        before = *byte;
    }
    text.len()
}

/// A path that letters stand on.
pub(super) struct Track {
    /// Each point with its distance from the first one along the path.
    points: Vec<(Point, f64)>,
}

impl Track {
    /// The first part of path data `d` that is in one piece, moved by the SVG transforms `transform`. What cannot be read ends it.
    pub(super) fn new(d: &str, transform: &str) -> Track {
        let mut pen = Pen { matrix: matrix(transform), ..Pen::default() };
        pen.draw(d);
        Track { points: pen.points }
    }

    /// How long it is.
    pub(super) fn length(&self) -> f64 {
        self.points.last().map_or(0.0, |(_, distance)| *distance)
    }

    /// Where `distance` ends, and the direction there. Beyond its ends the path goes on straight.
    pub(super) fn at(&self, distance: f64) -> Option<(Point, Point)> {
        let after = self.points.partition_point(|(_, at)| *at < distance);
        let after = after.clamp(1, self.points.len().checked_sub(1).filter(|last| *last > 0)?);
        let ((from, start), (to, end)) = (*self.points.get(after - 1)?, *self.points.get(after)?);
        let direction = ((to.0 - from.0) / (end - start), (to.1 - from.1) / (end - start));
        let on = distance - start;
        Some(((from.0 + direction.0 * on, from.1 + direction.1 * on), direction))
    }
}

/// Follows path data.
#[derive(Default)]
struct Pen {
    matrix: Option<[f64; 6]>,
    points: Vec<(Point, f64)>,
    at: Point,
    start: Point,
    /// The control point that a smooth curve mirrors, and whether it was cubic.
    control: Option<(Point, bool)>,
}

impl Pen {
    fn draw(&mut self, d: &str) {
        let mut list = pieces(d).peekable();
        let (mut command, mut moves) = (0, 0);
        while let Some(piece) = list.peek().copied() {
            match piece {
                Piece::Command(letter) => {
                    list.next();
                    command = letter;
                    moves += usize::from(letter.eq_ignore_ascii_case(&b'm'));
                    if moves != 1 {
                        return;
                    }
                    if letter.eq_ignore_ascii_case(&b'z') {
                        self.line(self.start);
                        return;
                    }
                }
                Piece::Number(_) if command == 0 => return,
                Piece::Number(_) => {
                    let mut n = [0.0; 7];
                    for slot in n.iter_mut().take(count(command)) {
                        let Some(Piece::Number(number)) = list.next() else { return };
                        *slot = number;
                    }
                    if self.points.len() > MAX_POINTS || self.step(command, n).is_none() {
                        return;
                    }
                    // Further pairs after a move are lines.
                    command = match command {
                        b'M' => b'L',
                        b'm' => b'l',
                        other => other,
                    };
                }
            }
        }
    }

    fn step(&mut self, command: u8, n: [f64; 7]) -> Option<()> {
        let origin = if command.is_ascii_lowercase() { self.at } else { (0.0, 0.0) };
        let point = |i: usize| Some((origin.0 + n.get(i)?, origin.1 + n.get(i + 1)?));
        let from = self.at;
        let mirrored = |cubic: bool, control: Option<(Point, bool)>| match control {
            Some((control, kind)) if kind == cubic => (2.0 * from.0 - control.0, 2.0 * from.1 - control.1),
            _ => from,
        };
        let control = self.control.take();
        match command.to_ascii_uppercase() {
            b'M' => {
                self.at = point(0)?;
                self.start = self.at;
                self.put(self.at);
            }
            b'L' => self.line(point(0)?),
            b'H' => self.line((origin.0 + n[0], from.1)),
            b'V' => self.line((from.0, origin.1 + n[0])),
            b'C' => self.cubic(point(0)?, point(2)?, point(4)?),
            b'S' => self.cubic(mirrored(true, control), point(0)?, point(2)?),
            b'Q' => self.quadratic(point(0)?, point(2)?),
            b'T' => self.quadratic(mirrored(false, control), point(0)?),
            b'A' => self.arc(n, point(5)?),
            _ => return None,
        }
        Some(())
    }

    /// Adds a point, unless the pen is there already.
    fn put(&mut self, point: Point) {
        let [a, b, c, d, e, f] = self.matrix.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        let point = (a * point.0 + c * point.1 + e, b * point.0 + d * point.1 + f);
        let distance = match self.points.last() {
            Some((last, distance)) => {
                let step = ((point.0 - last.0).powi(2) + (point.1 - last.1).powi(2)).sqrt();
                if step.is_nan() || step < 1e-9 {
                    return;
                }
                distance + step
            }
            None => 0.0,
        };
        self.points.push((point, distance));
    }

    fn line(&mut self, to: Point) {
        self.put(to);
        self.at = to;
    }

    fn chords(&mut self, to: Point, curve: impl Fn(f64) -> Point) {
        for chord in 1..CHORDS {
            self.put(curve(chord as f64 / CHORDS as f64));
        }
        self.line(to);
    }

    fn cubic(&mut self, one: Point, two: Point, to: Point) {
        let from = self.at;
        self.chords(to, |t| {
            let s = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64, d: f64| {
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            (mix(from.0, one.0, two.0, to.0), mix(from.1, one.1, two.1, to.1))
        });
        self.control = Some((two, true));
    }

    fn quadratic(&mut self, one: Point, to: Point) {
        let from = self.at;
        self.chords(to, |t| {
            let s = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64| s * s * a + 2.0 * s * t * b + t * t * c;
            (mix(from.0, one.0, to.0), mix(from.1, one.1, to.1))
        });
        self.control = Some((one, false));
    }

    fn arc(&mut self, [rx, ry, turn, large, sweep, ..]: [f64; 7], to: Point) {
        let from = self.at;
        let (mut rx, mut ry) = (rx.abs(), ry.abs());
        if rx < 1e-9 || ry < 1e-9 || from == to {
            self.line(to);
            return;
        }
        let (sin, cos) = angle::sin_cos(turn);
        let half = ((from.0 - to.0) / 2.0, (from.1 - to.1) / 2.0);
        let (x, y) = (cos * half.0 + sin * half.1, cos * half.1 - sin * half.0);
        // Radii that are too small to reach grow.
        let grow = (x / rx).powi(2) + (y / ry).powi(2);
        if grow > 1.0 {
            rx *= grow.sqrt();
            ry *= grow.sqrt();
        }
        let below = (rx * y).powi(2) + (ry * x).powi(2);
        let root = (((rx * ry).powi(2) - below) / below).max(0.0).sqrt();
        let root = if (large != 0.0) == (sweep != 0.0) { -root } else { root };
        let centre = (root * rx * y / ry, -root * ry * x / rx);
        let first = ((y - centre.1) / ry).atan2((x - centre.0) / rx);
        let last = ((-y - centre.1) / ry).atan2((-x - centre.0) / rx);
        let mut by = last - first;
        if sweep != 0.0 && by < 0.0 {
            by += std::f64::consts::TAU;
        } else if sweep == 0.0 && by > 0.0 {
            by -= std::f64::consts::TAU;
        }
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        self.chords(to, |t| {
            let (s, c) = angle::sin_cos((first + by * t).to_degrees());
            let (x, y) = (centre.0 + rx * c, centre.1 + ry * s);
            (middle.0 + cos * x - sin * y, middle.1 + sin * x + cos * y)
        });
    }
}

/// How many numbers a command takes.
fn count(command: u8) -> usize {
    match command.to_ascii_uppercase() {
        b'H' | b'V' => 1,
        b'S' | b'Q' => 4,
        b'C' => 6,
        b'A' => 7,
        _ => 2,
    }
}

/// What the transforms of an attribute come to; `None` where there are none that are known.
fn matrix(text: &str) -> Option<[f64; 6]> {
    let mut all: Option<[f64; 6]> = None;
    for call in text.split(')') {
        let Some((name, numbers)) = call.split_once('(') else { continue };
        let n: Vec<f64> = pieces(numbers)
            .filter_map(|piece| match piece {
                Piece::Number(number) => Some(number),
                Piece::Command(_) => None,
            })
            .collect();
        let number = |i: usize| n.get(i).copied();
        let one = match name.trim_matches([' ', ',', '\n', '\t', '\r']) {
            "matrix" => n.try_into().ok()?,
            "translate" => [1.0, 0.0, 0.0, 1.0, number(0)?, number(1).unwrap_or(0.0)],
            "scale" => [number(0)?, 0.0, 0.0, number(1).or(number(0))?, 0.0, 0.0],
            "rotate" => {
                let (sin, cos) = angle::sin_cos(number(0)?);
                let (x, y) = (number(1).unwrap_or(0.0), number(2).unwrap_or(0.0));
                [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
            }
            _ => return all,
        };
        all = Some(all.map_or(one, |all| product(all, one)));
    }
    all
}

fn product(a: [f64; 6], b: [f64; 6]) -> [f64; 6] {
    [
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 0.01 * b.abs().max(1.0)
    }

    #[test]
    fn lengths_are_those_of_the_curves() {
        use std::f64::consts::PI;
        let table = [
            ("M0 0 L3 4", 5.0),
            ("m10,10 3,4", 5.0),
            ("M0 0h10v-5H0z", 30.0),
            ("M0 0L10 0M0 50L99 50", 10.0),
            ("M-10 0A10 10 0 0 1 10 0", 10.0 * PI),
            ("M-10 0a10 10 0 1020 0", 10.0 * PI),
            ("M-1 0A10 10 0 0 1 1 0 10 10 0 0 1 1 0", 2.0 * 10.0 * (0.1_f64).asin()),
            ("M0 0A1 1 0 0 0 20 0", 10.0 * PI),
            ("M0 0C0 5.5228 4.4772 10 10 10", 5.0 * PI),
            ("M0 0C0 5.5228 4.4772 10 10 10S20 5.5228 20 0", 10.0 * PI),
            ("M0 0Q5 0 10 0T20 0", 20.0),
            ("M0 0L.5.5-.5.5", 2.0_f64.sqrt() / 2.0 + 1.0),
            ("", 0.0),
            ("L10 10", 0.0),
            ("M0 0 X 5 5", 0.0),
            ("M0 0 L 1e400 0", 0.0),
            ("M0 0 L 10", 0.0),
        ];
        for (d, length) in table {
            assert!(near(Track::new(d, "").length(), length), "{d}: {}", Track::new(d, "").length());
        }
    }

    #[test]
    fn a_distance_ends_on_the_path_in_its_direction() {
        let track = Track::new("M0 0H10V10", "");
        assert_eq!(track.at(5.0), Some(((5.0, 0.0), (1.0, 0.0))));
        assert_eq!(track.at(15.0), Some(((10.0, 5.0), (0.0, 1.0))));
        assert_eq!(track.at(-2.0), Some(((-2.0, 0.0), (1.0, 0.0))), "it goes on before its start");
        assert_eq!(track.at(22.0), Some(((10.0, 12.0), (0.0, 1.0))), "and after its end");
        assert_eq!(Track::new("M5 5", "").at(0.0), None);
    }

    #[test]
    fn transforms_move_the_path() {
        let table = [
            ("translate(5)", (5.0, 0.0), 10.0),
            ("translate(1, 2) scale(2)", (1.0, 2.0), 20.0),
            ("rotate(90)", (0.0, 0.0), 10.0),
            ("rotate(180 5 0)", (10.0, 0.0), 10.0),
            ("matrix(1 0 0 1 3 4)", (3.0, 4.0), 10.0),
            ("skewX(20)", (0.0, 0.0), 10.0),
        ];
        for (transform, start, length) in table {
            let track = Track::new("M0 0H10", transform);
            let (at, _) = track.at(0.0).unwrap();
            assert!(near(at.0, start.0) && near(at.1, start.1), "{transform}: {at:?}");
            assert!(near(track.length(), length), "{transform}");
        }
    }

    proptest! {
        #[test]
        fn no_path_data_stops_it(d in "[MmLlCcQqAaHhVvSsTtZz0-9.eE+, -]{0,200}", transform in "[a-z]{0,9}\\([-0-9., ]{0,20}\\)", at in -1e6..1e6_f64) {
            let track = Track::new(&d, &transform);
            prop_assert!(track.length().is_finite() && track.points.len() <= MAX_POINTS + CHORDS + 1);
            if let Some((point, direction)) = track.at(at) {
                prop_assert!(point.0.is_finite() && point.1.is_finite());
                prop_assert!((direction.0.powi(2) + direction.1.powi(2) - 1.0).abs() < 1e-3);
            }
        }
    }
}
