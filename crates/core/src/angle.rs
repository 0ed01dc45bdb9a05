//! Sine and cosine, the same everywhere: libraries differ in the last digits, and in the widget theirs would weigh more than all that turns.

/// Sine and cosine of an angle in degrees, to some 15 digits: the rest within an eighth of a turn by its Taylor series.
pub fn sin_cos(degrees: f64) -> (f64, f64) {
    let turn = degrees - 360.0 * (degrees / 360.0).floor();
    let quarter = (turn / 90.0 + 0.5).floor();
    let x = (turn - 90.0 * quarter) * (std::f64::consts::PI / 180.0);
    let square = x * x;
    let series = |first: f64, start: f64| {
        let (mut sum, mut term, mut n) = (first, first, start);
        while n < 20.0 {
            term *= -square / (n * (n + 1.0));
            sum += term;
            n += 2.0;
        }
        sum
    };
    let (sin, cos) = (series(x, 2.0), series(1.0, 1.0));
    match quarter as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use super::sin_cos;

    #[test]
    fn as_the_library_has_them() {
        for tenth in -8_000..8_000 {
            let degrees = f64::from(tenth) / 10.0;
            let ((sin, cos), (s, c)) = (sin_cos(degrees), degrees.to_radians().sin_cos());
            assert!((sin - s).abs() < 1e-13 && (cos - c).abs() < 1e-13, "{degrees}: {sin} {s}, {cos} {c}");
        }
        assert_eq!((sin_cos(0.0), sin_cos(90.0).0, sin_cos(180.0).1), ((0.0, 1.0), 1.0, -1.0));
        assert!(sin_cos(f64::NAN).0.is_nan() && sin_cos(f64::INFINITY).0.is_nan());
    }
}
