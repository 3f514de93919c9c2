//! The only trigonometry, logarithms and powers of the program.
//!
//! The standard library hands these to whatever the platform has, and the native and the WebAssembly build then differ
//! in the last bit; `libm` is one piece of Rust everywhere. Its sine and cosine alone are not used: they bring four
//! kilobytes that take whole turns off angles of any size, which no map has. So a picture drawn at build time, a golden
//! file and the live page hold the same numbers. Rounding, `abs` and comparison are exact in the standard library and
//! need no wrapper.
//!
//! Angles are in radians unless the name says degrees.

/// Sine of an angle of not more than 100,000 turns.
pub fn sin(angle: f64) -> f64 {
    let (quarters, rest) = rest_of_quarters(angle);
    wave(quarters, rest)
}

/// Cosine of an angle of not more than 100,000 turns.
pub fn cos(angle: f64) -> f64 {
    let (quarters, rest) = rest_of_quarters(angle);
    wave(quarters + 1, rest)
}

/// Sine of some quarter turns and a rest.
fn wave(quarters: i64, rest: f64) -> f64 {
    let value = if quarters & 1 == 0 { rest * series(rest, 1.0) } else { series(rest, 0.0) };
    if quarters & 2 == 0 { value } else { -value }
}

/// The power series of the cosine (`from` 0), or of the sine over its angle (`from` 1), up to the angle's 18th power: beyond
/// lies less than a thousandth of the last bit, for angles from -π/4 to π/4.
fn series(angle: f64, from: f64) -> f64 {
    let square = angle * angle;
    (0..9_u8).rev().fold(1.0, |sum, term| {
        let next = 2.0 * f64::from(term) + from + 1.0;
        1.0 - square / (next * (next + 1.0)) * sum
    })
}

/// The nearest number of quarter turns, and what an angle is more than those, from -π/4 to π/4. For angles in that span
/// it is the angle itself.
///
/// Formula: Cody and Waite, "Software Manual for the Elementary Functions", 1980: π/2 in two parts, the first of 33 bits,
/// so that its product with a whole number is exact.
fn rest_of_quarters(angle: f64) -> (i64, f64) {
    const FIRST: f64 = f64::from_bits(0x3ff9_21fb_5440_0000);
    const REST: f64 = f64::from_bits(0x3dd0_b461_1a62_6331);
    let quarters = (angle * std::f64::consts::FRAC_2_PI + 0.5).floor();
    (quarters as i64 & 3, angle - quarters * FIRST - quarters * REST)
}

/// The angle whose sine is given, from -π/2 to π/2; NaN beyond -1..1.
pub fn asin(sine: f64) -> f64 {
    libm::asin(sine)
}

/// The angle of the vector (x, y) from the x axis, from -π to π.
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Length of the vector (x, y), for lengths far below the square root of the greatest number.
pub fn hypot(x: f64, y: f64) -> f64 {
    sqrt(x * x + y * y)
}

/// Square root; NaN below zero. The standard library's is exact on every machine.
pub fn sqrt(value: f64) -> f64 {
    value.sqrt()
}

/// An angle in degrees within one turn from 0, 360 itself excluded.
pub fn turn(degrees: f64) -> f64 {
    let within = degrees - 360.0 * (degrees / 360.0).floor();
    // A tiny negative angle rounds up to the whole turn.
    if within < 360.0 { within } else { 0.0 }
}

/// e to a power.
pub fn exp(power: f64) -> f64 {
    libm::exp(power)
}

/// 2 to a power between -1000 and 1000. Whole powers are exact; libm's own would bring a table of
/// four kilobytes.
pub fn exp2(power: f64) -> f64 {
    let whole = power.floor().clamp(-1000.0, 1000.0);
    // The bits of 2 to a whole power: the exponent alone, biased by 1023.
    let scale = f64::from_bits(((whole as i64 + 1023) as u64) << 52);
    libm::exp((power - whole) * std::f64::consts::LN_2) * scale
}

/// Logarithm to base 2; NaN below zero.
pub fn log2(value: f64) -> f64 {
    libm::log2(value)
}

/// Logarithm to base 10; NaN below zero.
pub fn log10(value: f64) -> f64 {
    libm::log10(value)
}

/// A number above zero to a power.
pub fn powf(base: f64, power: f64) -> f64 {
    libm::exp(power * libm::log(base))
}

/// Radians from degrees.
pub fn radians(degrees: f64) -> f64 {
    degrees * (std::f64::consts::PI / 180.0)
}

/// Degrees from radians.
pub fn degrees(radians: f64) -> f64 {
    radians * (180.0 / std::f64::consts::PI)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Results are pinned to the bit: the browser tests compare with the same numbers.
    #[test]
    fn results_are_pinned_to_the_bit() {
        let table = [
            ("sin 1", sin(1.0), 0x3fea_ed54_8f09_0cee_u64),
            ("cos 1", cos(1.0), 0x3fe1_4a28_0fb5_068c),
            ("sqrt 2", sqrt(2.0), 0x3ff6_a09e_667f_3bcd),
            ("exp2 10", exp2(10.0), 0x4090_0000_0000_0000),
            ("log2 1024", log2(1024.0), 0x4024_0000_0000_0000),
            ("hypot 3 4", hypot(3.0, 4.0), 0x4014_0000_0000_0000),
        ];
        for (name, value, bits) in table {
            assert_eq!(value.to_bits(), bits, "{name} = {value}");
        }
    }

    #[test]
    fn waves_are_libms_to_the_last_bit_or_two() {
        for step in -100_000..100_000_i32 {
            let angle = f64::from(step) * 0.37;
            for (own, theirs) in [(sin(angle), libm::sin(angle)), (cos(angle), libm::cos(angle))] {
                assert!((own - theirs).abs() < 3e-16, "{angle}: {own} {theirs}");
            }
        }
        assert!(sin(f64::NAN).is_nan() && cos(f64::INFINITY).is_nan());
        assert_eq!((sin(0.0), cos(0.0), sin(-1e-9)), (0.0, 1.0, -1e-9));
    }

    #[test]
    fn degrees_and_radians_undo_each_other() {
        for angle in [-180.0, -37.0, 0.0, 45.0, 67.0, 180.0] {
            assert!((degrees(radians(angle)) - angle).abs() < 1e-12);
        }
        assert!((powf(2.0, 3.0) - 8.0).abs() < 1e-12);
        assert!((atan2(1.0, -1.0) - radians(135.0)).abs() < 1e-15);
    }
}
