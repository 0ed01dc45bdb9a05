//! Pixels made smaller, larger and repeated, as browsers do it: mipmaps, and straight lines between pixels. They are Skia's rules, of which the test
//! of pictures against Chromium (`tests/e2e/render.test.mjs`) is the measure.

use resvg::tiny_skia::{IntSize, Pixmap};

/// Premultiplied pixels, not rounded: to do so at each step makes the picture lighter.
pub struct Pixels {
    /// How many in a row.
    pub width: usize,
    /// How many rows.
    pub height: usize,
    data: Vec<f32>,
}

/// What a pixel is made of: which ones, and how much of each.
type Recipe = Vec<(usize, f32)>;

impl Pixels {
    /// Those of a picture.
    pub fn of(pixmap: &Pixmap) -> Pixels {
        let (width, height) = (pixmap.width() as usize, pixmap.height() as usize);
        Pixels { width, height, data: pixmap.data().iter().map(|value| f32::from(*value)).collect() }
    }

    /// As a picture.
    pub fn rounded(self) -> Option<Pixmap> {
        let size = IntSize::from_wh(u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?)?;
        Pixmap::from_vec(self.data.into_iter().map(|value| (value + 0.5) as u8).collect(), size)
    }

    /// Drawn smaller or larger as browsers do it: out of the two mipmaps next to that size, sharpened by half a level.
    pub fn drawn(mut self, width: usize, height: usize) -> Pixels {
        let ratio = (self.width as f64 / width as f64 * self.height as f64 / height as f64).sqrt();
        let level = (ratio.log2() - 0.5).max(0.0);
        for _ in 0..level.floor() as u32 {
            self = self.halved();
        }
        let smaller = self.halved().sized(width, height, between);
        let mut drawn = self.sized(width, height, between);
        for (value, other) in drawn.data.iter_mut().zip(&smaller.data) {
            *value += (other - *value) * level.fract() as f32;
        }
        drawn
    }

    /// `count` of them side by side and below each other, in so many pixels.
    pub fn repeated(&self, count: f64, width: usize, height: usize) -> Pixels {
        self.sized(width, height, |from, to| around(from, to, count))
    }

    /// `side` pixels of what repeats these for ever, each where `place` says.
    pub fn sampled(&self, side: usize, place: impl Fn(usize, usize) -> [f64; 2]) -> Pixels {
        let mut data = Vec::with_capacity(side * side * 4);
        let at = |x: i64, y: i64| {
            let (x, y) = (x.rem_euclid(self.width as i64), y.rem_euclid(self.height as i64));
            let start = (y as usize * self.width + x as usize) * 4;
            self.data.get(start..start + 4).unwrap_or(&[0.0; 4])
        };
        for row in 0..side {
            for column in 0..side {
                let [x, y] = place(column, row).map(|place| place - 0.5);
                let (left, top) = (x.floor() as i64, y.floor() as i64);
                let (right, bottom) = ((x - x.floor()) as f32, (y - y.floor()) as f32);
                let four = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)];
                for channel in 0..4 {
                    let [a, b, c, d] = four.map(|pixel| pixel.get(channel).copied().unwrap_or(0.0));
                    let (above, below) = (a + (b - a) * right, c + (d - c) * right);
                    data.push(above + (below - above) * bottom);
                }
            }
        }
        Pixels { width: side, height: side, data }
    }

    /// The same in another size; `made` says for a row of so many pixels what so many others are made of.
    fn sized(&self, width: usize, height: usize, made: impl Fn(usize, usize) -> Vec<Recipe>) -> Pixels {
        self.across(&made(self.width, width)).turned().across(&made(self.height, height)).turned()
    }

    /// Every row made anew.
    fn across(&self, recipes: &[Recipe]) -> Pixels {
        let mut data = Vec::with_capacity(recipes.len() * self.height * 4);
        for row in self.data.chunks_exact(self.width * 4) {
            for recipe in recipes {
                let mut sum = [0.0_f32; 4];
                for (index, weight) in recipe {
                    let pixel = row.get(index * 4..index * 4 + 4).unwrap_or(&[0.0; 4]);
                    sum.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value * weight);
                }
                data.extend(sum);
            }
        }
        Pixels { width: recipes.len(), height: self.height, data }
    }

    /// Half as wide and high, as mipmaps are made: averages whose remainder falls away.
    fn halved(&self) -> Pixels {
        let mut half = self.sized((self.width / 2).max(1), (self.height / 2).max(1), average);
        half.data.iter_mut().for_each(|value| *value = value.floor());
        half
    }

    /// Rows become columns.
    fn turned(&self) -> Pixels {
        let mut data = Vec::with_capacity(self.data.len());
        for x in 0..self.width {
            for y in 0..self.height {
                let at = (y * self.width + x) * 4;
                data.extend_from_slice(self.data.get(at..at + 4).unwrap_or(&[0.0; 4]));
            }
        }
        Pixels { width: self.height, height: self.width, data }
    }
}

/// Each of `to` pixels is the average of those of `from` that it covers.
fn average(from: usize, to: usize) -> Vec<Recipe> {
    let step = from as f64 / to as f64;
    let recipe = |at: usize| {
        let (begin, end) = (at as f64 * step, (at + 1) as f64 * step);
        let covered = |index: usize| (end.min((index + 1) as f64) - begin.max(index as f64)) / step;
        let range = begin.floor() as usize..(end.ceil() as usize).min(from);
        range.map(|index| (index, covered(index) as f32)).collect()
    };
    (0..to).map(recipe).collect()
}

/// Each of `to` pixels lies on the straight line between two of `from`.
fn between(from: usize, to: usize) -> Vec<Recipe> {
    lines(from, to, 1.0, |index| index.clamp(0, from as i64 - 1))
}

/// The same for `count` rows of `from` pixels, one after the other, for ever.
fn around(from: usize, to: usize, count: f64) -> Vec<Recipe> {
    lines(from, to, count, |index| index.rem_euclid(from as i64))
}

fn lines(from: usize, to: usize, count: f64, inside: impl Fn(i64) -> i64) -> Vec<Recipe> {
    let step = count * from as f64 / to as f64;
    let recipe = |at: usize| {
        let place = (at as f64 + 0.5) * step - 0.5;
        let part = place - place.floor();
        let pixel = |index: i64, weight: f64| (inside(index) as usize, weight as f32);
        vec![pixel(place.floor() as i64, 1.0 - part), pixel(place.floor() as i64 + 1, part)]
    };
    (0..to).map(recipe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_averaged_drawn_between_and_go_round() {
        let row = |values: &[u8], recipes: &[Recipe]| {
            let data: Vec<f32> = values.iter().flat_map(|v| [f32::from(*v); 4]).collect();
            let row = Pixels { width: values.len(), height: 1, data }.across(recipes);
            row.data.chunks(4).map(|pixel| pixel[0].round() as u8).collect::<Vec<u8>>()
        };
        assert_eq!(row(&[0, 100, 200, 100], &average(4, 2)), [50, 150]);
        assert_eq!(row(&[0, 90, 180], &average(3, 2)), [30, 150]);
        assert_eq!(row(&[0, 100], &between(2, 4)), [0, 25, 75, 100]);
        assert_eq!(row(&[0, 100], &around(2, 4, 2.0)), [0, 100, 0, 100]);
        assert_eq!(row(&[0, 100], &around(2, 4, 1.0)), [25, 25, 75, 75]);
    }

    #[test]
    fn columns_are_made_as_rows_are() {
        let data: Vec<f32> = [0.0, 0.0, 0.0, 200.0, 200.0, 200.0].iter().flat_map(|v| [*v; 4]).collect();
        let sized = Pixels { width: 3, height: 2, data }.sized(3, 1, average);
        assert_eq!((sized.width, sized.height, sized.data), (3, 1, vec![100.0; 12]));
    }
}
