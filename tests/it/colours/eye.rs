//! What an eye makes of a colour: light, difference, and the lack of one sort of cones.
//!
//! Colour vision deficiencies are simulated by the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based
//! Model for Simulation of Color Vision Deficiency" (2009), for a whole lack of one sort of cones, on linear light.
//! Difference is CIEDE2000, of which about 1 is just seen when side by side.

use c5_atlas::math::{atan2, cos, degrees, exp, hypot, powf, radians, sin, sqrt};

/// Red, green and blue of linear light from 0 to 1, or a place in another space of three axes.
pub(super) type Triple = [f64; 3];

/// Who looks, and what becomes of linear light in their eyes.
pub(super) const VISIONS: [(&str, [Triple; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// `#RRGGBB` of sRGB as linear light.
pub(super) fn linear(hex: &str) -> Triple {
    [1, 3, 5].map(|at| {
        let byte = hex.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let value = f64::from(byte.unwrap_or_else(|| panic!("no colour: {hex}"))) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { powf((value + 0.055) / 1.055, 2.4) }
    })
}

fn times(matrix: &[Triple; 3], light: Triple) -> Triple {
    matrix.map(|row| row.iter().zip(light).map(|(factor, part)| factor * part).sum())
}

pub(super) fn seen_by(eye: &[Triple; 3], light: Triple) -> Triple {
    times(eye, light).map(|part| part.clamp(0.0, 1.0))
}

/// CIE L*a*b* under D65, from linear sRGB.
pub(super) fn lab(light: Triple) -> Triple {
    let xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = times(&xyz, light);
    let f = |t: f64| {
        if t > 216.0 / 24389.0 { powf(t, 1.0 / 3.0) } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let (x, y, z) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The difference CIEDE2000, as Sharma, Wu and Dalal (2005) write it.
pub(super) fn ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple) -> f64 {
    let power7 = |value: f64| powf(value, 7.0);
    let pale = |chroma: f64| sqrt(power7(chroma) / (power7(chroma) + power7(25.0)));
    let stretch = 1.5 - 0.5 * pale((hypot(a1, b1) + hypot(a2, b2)) / 2.0);
    let polar = |a: f64, b: f64| {
        let turn = degrees(atan2(b, a * stretch));
        (hypot(a * stretch, b), if turn < 0.0 { turn + 360.0 } else { turn })
    };
    let ((c1, h1), (c2, h2)) = (polar(a1, b1), polar(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turned = match h2 - h1 {
        _ if grey => 0.0,
        turned if turned > 180.0 => turned - 360.0,
        turned if turned < -180.0 => turned + 360.0,
        turned => turned,
    };
    let hue = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let (light, chroma) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let wave = |factor: f64, offset: f64| cos(radians(factor * hue + offset));
    let t = 1.0 - 0.17 * wave(1.0, -30.0) + 0.24 * wave(2.0, 0.0) + 0.32 * wave(3.0, 6.0)
        - 0.20 * wave(4.0, -63.0);
    let square = |value: f64| value * value;
    let off = square(light - 50.0);
    let by_light = (l2 - l1) / (1.0 + 0.015 * off / sqrt(20.0 + off));
    let by_chroma = (c2 - c1) / (1.0 + 0.045 * chroma);
    let by_hue = 2.0 * sqrt(c1 * c2) * sin(radians(turned / 2.0)) / (1.0 + 0.015 * chroma * t);
    let blue = -2.0 * pale(chroma) * sin(radians(60.0 * exp(-square((hue - 275.0) / 25.0))));
    sqrt(square(by_light) + square(by_chroma) + square(by_hue) + blue * by_chroma * by_hue)
}

#[test]
fn the_difference_is_that_of_the_published_pairs() {
    // From the table of Sharma, Wu and Dalal.
    for (one, other, published) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let found = ciede2000(one, other);
        assert!((found - published).abs() < 1e-4, "{one:?} {other:?}: {found}, not {published}");
    }
}
