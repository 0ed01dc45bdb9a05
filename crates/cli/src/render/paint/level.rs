//! Pictures made smaller and larger as Skia does it: mipmaps, and straight lines between pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Image, Node};
use std::cell::RefCell;
use std::rc::Rc;

/// A picture: premultiplied pixels, four bytes each.
pub struct Level {
    width: usize,
    height: usize,
    data: Vec<u8>,
}

/// A picture, and the same half, a quarter … as large, as far as they were asked for.
pub struct Levels(RefCell<Vec<Rc<Level>>>);

/// A picture as it is looked at from some distance.
pub struct Look {
    /// Its own size.
    size: [f64; 2],
    near: Rc<Level>,
    /// The next level, and how much of it is seen.
    far: Option<(Rc<Level>, f32)>,
    is_smooth: bool,
    repeats: bool,
}

impl Level {
    pub fn new(width: usize, height: usize, data: Vec<u8>) -> Option<Level> {
        (width > 0 && height > 0 && data.len() == width * height * 4).then_some(Level { width, height, data })
    }

    /// Half as wide and high: averages whose remainder falls away. Of three pixels in a row the middle one counts twice.
    fn halved(&self) -> Level {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let weights = |side: usize| -> &[u32] {
            match side {
                1 => &[1],
                side if side % 2 == 1 => &[1, 2, 1],
                _ => &[1, 1],
            }
        };
        let (across, down) = (weights(self.width), weights(self.height));
        let count = across.iter().sum::<u32>() * down.iter().sum::<u32>();
        let mut data = Vec::with_capacity(width * height * 4);
        for y in 0..height {
            for x in 0..width {
                let mut sum = [0_u32; 4];
                for (dy, down) in down.iter().enumerate() {
                    for (dx, across) in across.iter().enumerate() {
                        let start = ((y * 2 + dy) * self.width + x * 2 + dx) * 4;
                        let pixel = self.data.get(start..start + 4).unwrap_or_default();
                        sum.iter_mut()
                            .zip(pixel)
                            .for_each(|(sum, value)| *sum += u32::from(*value) * down * across);
                    }
                }
                data.extend(sum.map(|sum| (sum / count) as u8));
            }
        }
        Level { width, height, data }
    }

    /// The pixel at a place that may lie outside.
    fn pixel(&self, x: i64, y: i64, repeats: bool) -> [f32; 4] {
        let (width, height) = (self.width as i64, self.height as i64);
        let (x, y) = match repeats {
            true => (x.rem_euclid(width), y.rem_euclid(height)),
            false => (x.clamp(0, width - 1), y.clamp(0, height - 1)),
        };
        let start = (y as usize * self.width + x as usize) * 4;
        match self.data.get(start..start + 4) {
            Some(&[red, green, blue, alpha]) => [red, green, blue, alpha].map(f32::from),
            _ => [0.0; 4],
        }
    }

    /// The colour at a place, on straight lines between the middles of four pixels.
    fn between(&self, x: f64, y: f64, repeats: bool) -> [f32; 4] {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor() as i64, y.floor() as i64);
        let (right, below) = ((x - x.floor()) as f32, (y - y.floor()) as f32);
        let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.pixel(left + dx, top + dy, repeats));
        let [a, b, c, d] = four;
        std::array::from_fn(|channel| {
            let [a, b, c, d] = [a, b, c, d].map(|pixel| pixel.get(channel).copied().unwrap_or_default());
            let (above, under) = (a + (b - a) * right, c + (d - c) * right);
            above + (under - above) * below
        })
    }
}

impl Levels {
    pub fn new(first: Level) -> Levels {
        Levels(RefCell::new(vec![Rc::new(first)]))
    }

    /// The picture drawn `scale` times as large; infinitely large there is nothing between its pixels. With `repeats` it goes on for ever.
    pub fn look(&self, scale: f32, repeats: bool) -> Option<Look> {
        // Half a level sharper than it would be by size.
        let level = (-scale.log2() - 0.5).clamp(0.0, 30.0);
        let near = self.level(level as usize)?;
        let far = (level.fract() > 0.0).then(|| self.level(level as usize + 1)).flatten();
        let first = self.level(0)?;
        let size = [first.width as f64, first.height as f64];
        let far = far.map(|far| (far, level.fract()));
        Some(Look { size, near, far, is_smooth: scale.is_finite(), repeats })
    }

    /// The level, or the smallest that there is.
    fn level(&self, level: usize) -> Option<Rc<Level>> {
        let mut levels = self.0.borrow_mut();
        while levels.len() <= level {
            match levels.last() {
                Some(last) if last.width > 1 || last.height > 1 => {
                    let half = Rc::new(last.halved());
                    levels.push(half);
                }
                _ => break,
            }
        }
        levels.get(level).or(levels.last()).cloned()
    }
}

impl Look {
    /// The premultiplied colour at a place of the picture, in its own pixels.
    pub fn at(&self, x: f32, y: f32) -> [f32; 4] {
        let (x, y) = (f64::from(x), f64::from(y));
        if !self.is_smooth {
            return self.near.pixel(x.floor() as i64, y.floor() as i64, self.repeats);
        }
        let on = |level: &Level| {
            let [across, down] = [level.width as f64 / self.size[0], level.height as f64 / self.size[1]];
            level.between(x * across, y * down, self.repeats)
        };
        let mut color = on(&self.near);
        if let Some((far, part)) = &self.far {
            color.iter_mut().zip(on(far)).for_each(|(value, far)| *value += (far - *value) * part);
        }
        color
    }
}

/// The pixels of a picture's file.
pub fn decoded(image: &Image) -> Option<Level> {
    let (width, height) = (image.size().width() as u32, image.size().height() as u32);
    let mut pixels = Pixmap::new(width, height)?;
    let node = Node::Image(Box::new(image.clone()));
    // resvg puts a node's box to the corner, wherever it was; and at its own size it draws pixel by pixel.
    let corner = node.abs_layer_bounding_box()?;
    resvg::render_node(&node, Transform::from_translate(corner.x(), corner.y()), &mut pixels.as_mut())?;
    Level::new(width as usize, height as usize, pixels.take())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn level(values: &[u8]) -> Level {
        Level::new(values.len(), 1, values.iter().flat_map(|value| [*value; 4]).collect()).unwrap()
    }

    fn values(level: &Level) -> Vec<u8> {
        level.data.chunks_exact(4).map(|pixel| pixel[0]).collect()
    }

    #[test]
    fn halves_are_averages_whose_remainder_falls_away() {
        assert_eq!(values(&level(&[0, 101, 200, 100]).halved()), [50, 150]);
        assert_eq!(values(&level(&[0, 90, 180]).halved()), [90]);
        assert_eq!(values(&level(&[7]).halved()), [7]);
    }

    #[test]
    fn between_pixels_are_straight_lines() {
        let picture = Levels::new(level(&[0, 100]));
        let red = |repeats, x| picture.look(2.0, repeats).unwrap().at(x, 0.5)[0];
        assert_eq!([0.25, 0.75, 1.25, 1.75].map(|x| red(false, x)), [0.0, 25.0, 75.0, 100.0]);
        assert_eq!([0.25, 1.75, 2.25].map(|x| red(true, x)), [25.0, 75.0, 25.0]);
        let sharp = picture.look(f32::INFINITY, false).unwrap();
        assert_eq!([0.9, 1.1].map(|x| sharp.at(x, 0.5)[0]), [0.0, 100.0]);
    }

    #[test]
    fn far_away_only_the_average_is_seen() {
        let picture = Levels::new(level(&[0, 200, 0, 200, 0, 200, 0, 200]));
        assert_eq!(picture.look(0.01, false).unwrap().at(4.0, 0.5), [100.0; 4]);
        // Half as large: half a level down, between the picture and its half.
        let seen = picture.look(0.5, false).unwrap().at(1.0, 0.5)[0];
        assert!((seen - 100.0).abs() < 60.0, "{seen}");
    }
}
