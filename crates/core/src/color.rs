//! What colours are to the eye: how far apart two are, and whether one can be read on the other.
//!
//! Only sums, products, quotients and roots by Newton's iteration: the same to the last bit wherever it is computed, which the power function of
//! the platforms is not. In the part `fields` of the widget.

use crate::product::Color;

/// The red, green and blue of a colour as light, each 0 to 1 (IEC 61966-2-1, sRGB).
fn light(color: Color) -> [f64; 3] {
    [16, 8, 0].map(|shift| {
        let encoded = f64::from(color.0 >> shift & 255) / 255.0;
        if encoded <= 0.040_45 {
            return encoded / 12.92;
        }
        // To the power of 2.4, which is 2 and two fifths.
        let base = (encoded + 0.055) / 1.055;
        base * base * root(base * base, 5)
    })
}

/// The root of a number from 0 to 1, by Newton's iteration.
fn root(number: f64, degree: u32) -> f64 {
    if number <= 0.0 {
        return 0.0;
    }
    let degree_less_one = f64::from(degree - 1);
    let mut root = 1.0;
    // So many that it stays as it is for every colour of 24 bits.
    for _ in 0..48 {
        let power = (1..degree).fold(1.0, |power, _| power * root);
        root = (degree_less_one * root + number / power) / f64::from(degree);
    }
    root
}

/// The contrast of two colours, 1 to 21, in hundredths (WCAG 2.2, *contrast ratio* and *relative luminance*).
pub fn contrast(one: Color, other: Color) -> u32 {
    let luminance = |color: Color| {
        let [red, green, blue] = light(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) / one.min(other) * 100.0) as u32
}

/// Lightness and the two colour axes of OKLab (Björn Ottosson, *A perceptual color space for image processing*, 2020).
fn oklab(color: Color) -> [f64; 3] {
    let [r, g, b] = light(color);
    let l = root(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b, 3);
    let m = root(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b, 3);
    let s = root(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b, 3);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// How far apart two colours look, as the square of their distance in OKLab; black and white are 1 apart.
pub fn distance(one: Color, other: Color) -> f64 {
    let (one, other) = (oklab(one), oklab(other));
    (0..3).map(|axis| (one[axis] - other[axis]) * (one[axis] - other[axis])).sum()
}

/// The position of the colour that looks most like `color`: the one at the least distance in OKLab, of equals the first.
#[inline(never)]
pub fn nearest(color: Color, palette: &mut dyn Iterator<Item = Color>) -> Option<usize> {
    let own = oklab(color);
    let mut best: Option<(usize, f64)> = None;
    for (index, other) in palette.enumerate() {
        let other = oklab(other);
        let distance = (0..3).map(|axis| (own[axis] - other[axis]) * (own[axis] - other[axis])).sum();
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((index, distance));
        }
    }
    best.map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn color(text: &str) -> Color {
        Color::parse(text).unwrap()
    }

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        // The figures that WebAIM's and the W3C's examples give.
        for (one, other, ratio) in [
            ("#000000", "#ffffff", 2100),
            ("#ffffff", "#ffffff", 100),
            ("#777777", "#ffffff", 447),
            ("#767676", "#ffffff", 454),
            ("#ff0000", "#ffffff", 399),
            ("#0000ff", "#000000", 244),
        ] {
            assert_eq!(contrast(color(one), color(other)), ratio, "{one} {other}");
            assert_eq!(contrast(color(other), color(one)), ratio, "{other} {one}");
        }
    }

    #[test]
    fn oklab_is_that_of_its_author() {
        // From the table of XYZ pairs and the sRGB example of the paper, and of CSS Color 4: red, lime, blue, white.
        for (text, [l, a, b]) in [
            ("#ff0000", [0.627_96, 0.224_86, 0.125_85]),
            ("#00ff00", [0.866_44, -0.233_89, 0.179_50]),
            ("#0000ff", [0.452_01, -0.032_46, -0.311_53]),
            ("#ffffff", [1.0, 0.0, 0.0]),
        ] {
            for (found, expected) in oklab(color(text)).into_iter().zip([l, a, b]) {
                assert!((found - expected).abs() < 0.000_1, "{text}: {found} is not {expected}");
            }
        }
    }

    #[test]
    fn the_nearest_looks_alike() {
        let palette = ["#1f3a5f", "#c0392b", "#f4f1e8", "#2e7d32"].map(color);
        let nearest = |text: &str| nearest(color(text), &mut palette.iter().copied());
        assert_eq!(nearest("#223355"), Some(0));
        assert_eq!(nearest("#ff2200"), Some(1));
        assert_eq!(nearest("#ffffff"), Some(2));
        assert_eq!(nearest("#00aa33"), Some(3));
        assert_eq!(super::nearest(color("#123456"), &mut std::iter::empty()), None);
        // Roots hold for the whole range.
        for number in [1e-9, 0.001, 0.5, 1.0] {
            let third = root(number, 3);
            assert!((third * third * third - number).abs() < 1e-15, "{number}");
        }
    }
}
