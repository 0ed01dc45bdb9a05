//! Letters as outlines, whoever draws them: [`crate::font`], or in the browser the widget's companion module.

/// A line of text as one path, starting at the origin, its baseline on y = 0, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// SVG path data in font units.
    pub d: String,
    /// The sum of the advances, in font units.
    pub width: f64,
    /// The highest and lowest point of the letters above and below the baseline, in font units: (top, bottom), y downwards.
    pub extent: (f64, f64),
    /// The leftmost and rightmost point of the letters, in font units.
    pub span: (f64, f64),
}

/// A font as far as pictures and fields need it.
pub trait Letters {
    /// The first character of `text` that the font cannot draw.
    fn lacks(&self, text: &str) -> Option<char>;

    /// Draws `text`. `None` when a character is missing.
    fn outline(&self, text: &str) -> Option<Outline>;
}
