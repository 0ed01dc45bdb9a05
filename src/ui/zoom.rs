//! Which piece of a picture is seen: how large it is drawn, and how far it is moved. Plain numbers; [`crate::app::roots`] has the fingers.

/// The largest that a picture is drawn.
const MOST: f64 = 6.0;

/// A picture drawn `scale` times its size, its upper left corner moved to (`x`, `y`), in pixels of its frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// 1 where the whole picture is seen.
    pub scale: f64,
    x: f64,
    y: f64,
}

impl Zoom {
    /// The whole picture.
    pub const WHOLE: Zoom = Zoom { scale: 1.0, x: 0.0, y: 0.0 };

    /// Whether only a piece is seen.
    pub fn is_in(self) -> bool {
        self.scale > 1.001
    }

    /// Whether it cannot be drawn larger.
    pub fn is_most(self) -> bool {
        self.scale >= MOST
    }

    /// `factor` times as large, in a frame of `size`; what is at `point` of the frame stays there.
    pub fn by(self, factor: f64, point: (f64, f64), size: (f64, f64)) -> Zoom {
        let scale = (self.scale * factor).clamp(1.0, MOST);
        let grown = scale / self.scale;
        let keep = |point: f64, from: f64| point - (point - from) * grown;
        Zoom { scale, x: keep(point.0, self.x), y: keep(point.1, self.y) }.within(size)
    }

    /// Moved by `way`. No edge of the picture comes into the frame.
    pub fn moved(self, way: (f64, f64), size: (f64, f64)) -> Zoom {
        Zoom { x: self.x + way.0, y: self.y + way.1, ..self }.within(size)
    }

    fn within(self, size: (f64, f64)) -> Zoom {
        let inside = |at: f64, side: f64| at.min(0.0).max(side - side * self.scale);
        Zoom { x: inside(self.x, size.0), y: inside(self.y, size.1), ..self }
    }

    /// As a CSS transform, from the upper left corner.
    pub fn css(self) -> String {
        let number = haberdash_core::scene::decimal;
        let Zoom { scale, x, y } = self;
        ["translate(", &number(x), "px,", &number(y), "px) scale(", &number(scale), ")"].concat()
    }
}
