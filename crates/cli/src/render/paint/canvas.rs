//! Pixels that colours are put on: premultiplied, 0 to 255. For print they are not rounded until they are written; for pictures of what shoppers saw
//! they are rounded as Chromium's do, see `skia.rs`.

use super::cover::Cover;
use super::ink::Ink;
use super::level::Level;
use super::skia;
use resvg::tiny_skia::{Pixmap, Rect};
use resvg::usvg::BlendMode;

/// A rectangle of whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    /// All pixels that `rect` touches, and one more on each side.
    pub fn around(rect: Rect) -> Area {
        let [left, top] = [rect.left(), rect.top()].map(|side| (side.floor() as i32).saturating_sub(1));
        let [right, bottom] =
            [rect.right(), rect.bottom()].map(|side| (side.ceil() as i32).saturating_add(1));
        Area { left, top, right, bottom }
    }

    pub fn common(self, other: Area) -> Area {
        Area {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub fn width(self) -> usize {
        self.right.saturating_sub(self.left).max(0) as usize
    }

    pub fn height(self) -> usize {
        self.bottom.saturating_sub(self.top).max(0) as usize
    }

    /// Where the pixels of `row` from `left` to `right` are in what is as large as this.
    pub fn row(self, row: i32, left: i32, right: i32) -> std::ops::Range<usize> {
        let start = (row - self.top).max(0) as usize * self.width();
        start + (left - self.left).max(0) as usize..start + (right - self.left).max(0) as usize
    }
}

/// Whether numbers are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Only when they are written.
    Last,
    /// As Skia does with bytes.
    Skia,
}

/// Pixels.
pub struct Canvas {
    pub area: Area,
    pub rounding: Rounding,
    pub data: Vec<[f32; 4]>,
}

impl Canvas {
    /// Nothing.
    pub fn new(area: Area, rounding: Rounding) -> Canvas {
        Canvas { area, rounding, data: vec![[0.0; 4]; area.width() * area.height()] }
    }

    /// White, to be taken away again by [`without_white`](Self::without_white). Alpha counts what is put on.
    pub fn white(area: Area, rounding: Rounding) -> Canvas {
        Canvas { area, rounding, data: vec![[255.0, 255.0, 255.0, 0.0]; area.width() * area.height()] }
    }

    /// The same with nothing behind it: what looks alike on white.
    pub fn without_white(&mut self) {
        for pixel in &mut self.data {
            // Rounding may have made it darker than black is with so little of it.
            let darkest = pixel[0].min(pixel[1]).min(pixel[2]);
            let alpha = pixel[3].max(255.0 - darkest);
            *pixel = pixel.map(|value| (value - 255.0 + alpha).clamp(0.0, alpha));
            pixel[3] = alpha;
        }
    }

    /// What another library drew.
    pub fn of(area: Area, pixels: &Pixmap) -> Canvas {
        let data = pixels.data().chunks_exact(4);
        let data = data
            .map(|pixel| std::array::from_fn(|channel| pixel.get(channel).map_or(0.0, |v| f32::from(*v))));
        Canvas { area, rounding: Rounding::Last, data: data.collect() }
    }

    /// Puts `ink` on, where `cover` and `clip` let it.
    pub fn put(&mut self, cover: &Cover, clip: Option<&Cover>, ink: &Ink) {
        let area = self.area.common(cover.area).common(clip.map_or(cover.area, |clip| clip.area));
        for y in area.top..area.bottom {
            let pixels = self.data.get_mut(self.area.row(y, area.left, area.right)).unwrap_or_default();
            let covered = cover.row(y, area.left, area.right);
            let cut = clip.map_or(&[][..], |clip| clip.row(y, area.left, area.right));
            for (at, (pixel, covered)) in pixels.iter_mut().zip(covered).enumerate() {
                if *covered == 0 {
                    continue;
                }
                let part =
                    f32::from(*covered) / 255.0 * cut.get(at).map_or(1.0, |cut| f32::from(*cut) / 255.0);
                let source = ink.at(area.left + at as i32, y);
                if let (Rounding::Skia, Ink::Flat(color)) = (self.rounding, ink) {
                    *pixel = skia::flat(*color, part, *pixel);
                    continue;
                }
                let stays = 1.0 - part * source[3] / 255.0;
                for (value, source) in pixel.iter_mut().zip(source) {
                    *value = source * part + *value * stays;
                }
                if self.rounding == Rounding::Skia {
                    *pixel = pixel.map(skia::rounded);
                }
            }
        }
    }

    /// Puts a layer on.
    pub fn merge(&mut self, layer: &Canvas, opacity: f32, blend: BlendMode, clip: Option<&Cover>) {
        let area = self.area.common(layer.area).common(clip.map_or(layer.area, |clip| clip.area));
        for y in area.top..area.bottom {
            let pixels = self.data.get_mut(self.area.row(y, area.left, area.right)).unwrap_or_default();
            let sources = layer.data.get(layer.area.row(y, area.left, area.right)).unwrap_or_default();
            let cut = clip.map_or(&[][..], |clip| clip.row(y, area.left, area.right));
            for (at, (pixel, source)) in pixels.iter_mut().zip(sources).enumerate() {
                if source[3] == 0.0 {
                    continue;
                }
                let part = opacity * cut.get(at).map_or(1.0, |cut| f32::from(*cut) / 255.0);
                if self.rounding == Rounding::Skia && blend == BlendMode::Normal {
                    *pixel = skia::layer(*source, part, *pixel);
                    continue;
                }
                let source = source.map(|value| value * part);
                let (over, below) = (source[3] / 255.0, pixel[3] / 255.0);
                for (value, source) in pixel.iter_mut().zip(source) {
                    *value = match blend {
                        // Compositing and Blending Level 1, §9.1: both of these go for the alpha channel as well.
                        BlendMode::Multiply => {
                            source * (1.0 - below) + *value * (1.0 - over) + source * *value / 255.0
                        }
                        BlendMode::Screen => source + *value - source * *value / 255.0,
                        _ => source + *value * (1.0 - over),
                    };
                }
                if self.rounding == Rounding::Skia {
                    *pixel = pixel.map(skia::rounded);
                }
            }
        }
    }

    /// Puts the pixels, as bytes, at the end of `bytes`.
    pub fn bytes_into(&self, bytes: &mut Vec<u8>) {
        for pixel in &self.data {
            let alpha = (pixel[3] + 0.5) as u8;
            // No channel is above alpha.
            bytes.extend(pixel.map(|value| ((value + 0.5) as u8).min(alpha)));
        }
    }

    /// The pixels as a picture.
    pub fn level(&self) -> Option<Level> {
        let mut data = Vec::with_capacity(self.data.len() * 4);
        self.bytes_into(&mut data);
        Level::new(self.area.width(), self.area.height(), data)
    }
}
