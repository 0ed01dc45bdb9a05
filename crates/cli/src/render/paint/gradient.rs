//! Colours that change along a line, or from one circle to another (SVG 2, §14.2).

use resvg::tiny_skia::Transform;
use resvg::usvg::{BaseGradient, LinearGradient, RadialGradient, SpreadMethod};

/// A gradient in coordinates of its own.
pub struct Gradient {
    shape: Shape,
    spread: SpreadMethod,
    /// Offset; red, green and blue up to 255; alpha up to 1.
    stops: Vec<(f32, [f32; 4])>,
    /// Puts it on the shape.
    pub transform: Transform,
}

enum Shape {
    /// Where it begins; how much further it is for each step across and down.
    Line { from: [f32; 2], step: [f32; 2] },
    /// Two circles: middle and radius of the first, and how those of the second differ.
    Circles { from: [f32; 3], step: [f32; 3] },
}

pub fn linear(gradient: &LinearGradient, opacity: f32) -> Gradient {
    let from = [gradient.x1(), gradient.y1()];
    let along = [gradient.x2() - gradient.x1(), gradient.y2() - gradient.y1()];
    let length = along[0] * along[0] + along[1] * along[1];
    made(Shape::Line { from, step: along.map(|side| side / length) }, gradient, opacity)
}

pub fn radial(gradient: &RadialGradient, opacity: f32) -> Gradient {
    let from = [gradient.fx(), gradient.fy(), gradient.fr().get()];
    let to = [gradient.cx(), gradient.cy(), gradient.r().get()];
    let step = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    made(Shape::Circles { from, step }, gradient, opacity)
}

fn made(shape: Shape, gradient: &BaseGradient, opacity: f32) -> Gradient {
    let stops = gradient.stops().iter().map(|stop| {
        let color = stop.color();
        let [red, green, blue] = [color.red, color.green, color.blue].map(f32::from);
        (stop.offset().get(), [red, green, blue, stop.opacity().get() * opacity])
    });
    Gradient {
        shape,
        spread: gradient.spread_method(),
        stops: stops.collect(),
        transform: gradient.transform(),
    }
}

impl Gradient {
    /// The premultiplied colour at a place.
    pub fn at(&self, x: f32, y: f32) -> [f32; 4] {
        let Some(t) = self.shape.at(x, y).filter(|t| t.is_finite()) else { return [0.0; 4] };
        let t = match self.spread {
            SpreadMethod::Pad => t.clamp(0.0, 1.0),
            SpreadMethod::Repeat => t - t.floor(),
            SpreadMethod::Reflect => 1.0 - ((t.rem_euclid(2.0)) - 1.0).abs(),
        };
        let after = self.stops.iter().position(|(offset, _)| *offset > t).unwrap_or(self.stops.len());
        let before = after.checked_sub(1).and_then(|before| self.stops.get(before));
        let [red, green, blue, alpha] = match (before, self.stops.get(after)) {
            (Some((from, a)), Some((to, b))) => {
                let part = (t - from) / (to - from);
                std::array::from_fn(|channel| {
                    let [a, b] = [a, b].map(|color| color.get(channel).copied().unwrap_or_default());
                    a + (b - a) * part
                })
            }
            (Some((_, color)), None) | (None, Some((_, color))) => *color,
            (None, None) => [0.0; 4],
        };
        [red * alpha, green * alpha, blue * alpha, alpha * 255.0]
    }
}

impl Shape {
    /// How far from the beginning, 0, to the end, 1. `None` where no circle passes.
    fn at(&self, x: f32, y: f32) -> Option<f32> {
        match self {
            Shape::Line { from, step } => Some((x - from[0]) * step[0] + (y - from[1]) * step[1]),
            Shape::Circles { from, step } => {
                let (x, y) = (x - from[0], y - from[1]);
                // The point is on the circle of t: |p − t·step| = r₀ + t·Δr. The larger t whose radius is not below 0 is seen.
                let a = step[0] * step[0] + step[1] * step[1] - step[2] * step[2];
                let b = x * step[0] + y * step[1] + from[2] * step[2];
                let c = x * x + y * y - from[2] * from[2];
                let has_radius = |t: &f32| from[2] + t * step[2] >= 0.0;
                if a.abs() < 1e-6 * (1.0 + step[2] * step[2]) {
                    return Some(c / (2.0 * b)).filter(has_radius);
                }
                let root = (b * b - a * c).max(0.0).sqrt();
                if b * b < a * c {
                    return None;
                }
                let (one, other) = ((b + root) / a, (b - root) / a);
                [one.max(other), one.min(other)].into_iter().find(has_radius)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gradient(shape: Shape, spread: SpreadMethod) -> Gradient {
        let stops =
            vec![(0.0, [0.0, 0.0, 0.0, 1.0]), (0.5, [100.0, 0.0, 0.0, 1.0]), (1.0, [200.0, 0.0, 0.0, 0.5])];
        Gradient { shape, spread, stops, transform: Transform::identity() }
    }

    #[test]
    fn lines_go_on_as_they_should() {
        let red = |spread, x| {
            let shape = Shape::Line { from: [10.0, 0.0], step: [0.1, 0.0] };
            gradient(shape, spread).at(x, 3.0)[0]
        };
        assert_eq!(red(SpreadMethod::Pad, 12.5), 50.0);
        assert_eq!(red(SpreadMethod::Pad, 17.5), 150.0 * 0.75);
        assert_eq!((red(SpreadMethod::Pad, 0.0), red(SpreadMethod::Pad, 30.0)), (0.0, 100.0));
        assert_eq!(red(SpreadMethod::Repeat, 22.5), 50.0);
        assert!((red(SpreadMethod::Reflect, 27.5) - 50.0).abs() < 1e-3);
    }

    #[test]
    fn circles_grow_from_one_to_the_other() {
        let around = Shape::Circles { from: [0.0, 0.0, 0.0], step: [0.0, 0.0, 10.0] };
        assert_eq!(around.at(3.0, 4.0), Some(0.5));
        // From a point at the edge of the circle: there is a half-plane that no circle reaches.
        let touching = Shape::Circles { from: [-10.0, 0.0, 0.0], step: [10.0, 0.0, 10.0] };
        assert_eq!(touching.at(10.0, 0.0), Some(1.0));
        assert_eq!(touching.at(-11.0, 0.0), None);
        // Beside a cone that narrows there is nothing either.
        let cone = Shape::Circles { from: [0.0, 0.0, 2.0], step: [10.0, 0.0, -1.0] };
        assert_eq!(cone.at(0.0, 50.0), None);
        assert_eq!(gradient(cone, SpreadMethod::Pad).at(0.0, 50.0), [0.0; 4]);
    }
}
