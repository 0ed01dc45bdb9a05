//! How Chromium rounds: Skia puts colours on each other in bytes, and lets remainders fall away. With dozens of translucent layers, as soft shadows
//! are drawn of, that is seen: a layer of 1.1 % opacity comes out with 1.6 %. These are `SkBlitRow::Color32` and `SkBlendARGB32`.

/// One colour, premultiplied, as far as `part` of the pixel is covered, over `below`.
pub fn flat(color: [f32; 4], part: f32, below: [f32; 4]) -> [f32; 4] {
    let covered = rounded(part * 255.0);
    let color = match covered < 255.0 {
        true => color.map(|value| whole(value * (covered + 1.0) / 256.0)),
        false => color,
    };
    let stays = 255.0 - color[3];
    let stays = if stays >= 128.0 { stays + 1.0 } else { stays };
    both(color, below, |color, below| whole((below * stays + 128.0) / 256.0 + color))
}

/// A pixel of a layer, with `part` of its colour, over `below`.
pub fn layer(color: [f32; 4], part: f32, below: [f32; 4]) -> [f32; 4] {
    let part = rounded(part * 255.0);
    if part >= 255.0 {
        let stays = 256.0 - color[3];
        return both(color, below, |color, below| color + whole(below * stays / 256.0));
    }
    if part <= 0.0 {
        return below;
    }
    let left = 65535.0 - color[3] * (part + 1.0);
    let stays = whole((left + whole(left / 256.0)) / 256.0);
    both(color, below, |color, below| whole((color * (part + 1.0) + below * stays) / 256.0))
}

/// Without what is behind the point; no number is below 0. `floor` is a call, where processors are not known to have it.
fn whole(value: f32) -> f32 {
    value as u32 as f32
}

/// To the nearest whole number; none is below 0.
pub fn rounded(value: f32) -> f32 {
    whole(value + 0.5)
}

fn both(color: [f32; 4], below: [f32; 4], of: impl Fn(f32, f32) -> f32) -> [f32; 4] {
    let [a, b, c, d] = color;
    let [e, f, g, h] = below;
    [of(a, e), of(b, f), of(c, g), of(d, h)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As Chromium 150 shows them.
    #[test]
    fn faint_layers_are_darker_than_they_should_be() {
        let white = [255.0; 4];
        let black = [0.0, 0.0, 0.0, 255.0];
        for (opacity, seen) in [(0.004, 253.0), (0.012, 251.0), (0.044, 243.0), (0.08, 234.0)] {
            assert_eq!(layer(black, opacity, white)[0], seen, "a layer of {opacity}");
            let alpha = (opacity * 255.0_f32).round();
            assert_eq!(flat([0.0, 0.0, 0.0, alpha], 1.0, white)[0], seen + 1.0, "a colour of {opacity}");
        }
        assert_eq!(layer(black, 1.0, white), black);
        assert_eq!(flat(black, 1.0, white), black);
        assert_eq!(layer(white, 0.02, black)[0], 5.0);
    }
}
