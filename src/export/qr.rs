//! A link as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::markup::Markup;

/// Modules of free space that the standard (ISO/IEC 18004) asks for on every side.
const QUIET: i32 = 4;

/// The code as an SVG drawing of one unit a module; nothing where the text is too long for a code.
pub fn svg(markup: &mut Markup, text: &str, name: &str) {
    let Some(code) = encoded(text) else { return };
    let side = code.size() + 2 * QUIET;
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "qr"),
        ("role", "img"),
        ("aria-label", name),
        ("viewBox", &format!("0 0 {side} {side}")),
        ("shape-rendering", "crispEdges"),
    ];
    markup.element("svg", &attributes, |m| drawn(m, &code));
}

/// The code within a picture: side in px and its place.
pub fn inset(markup: &mut Markup, text: &str, at: (f64, f64), px: f64) {
    let Some(code) = encoded(text) else { return };
    let scale = px / f64::from(code.size() + 2 * QUIET);
    let place = format!("translate({:.1} {:.1}) scale({scale:.4})", at.0, at.1);
    markup.element("g", &[("transform", &place)], |m| drawn(m, &code));
}

fn encoded(text: &str) -> Option<QrCode> {
    QrCode::encode_text(text, QrCodeEcc::Low).ok()
}

/// Always dark on white, whatever the theme: many readers see nothing else.
fn drawn(markup: &mut Markup, code: &QrCode) {
    let side = (code.size() + 2 * QUIET).to_string();
    markup.shape("rect", &[("width", &side), ("height", &side), ("fill", "#fff")]);
    markup.shape("path", &[("fill", "#000"), ("d", &path(code))]);
}

/// Runs of dark modules, row by row.
fn path(code: &QrCode) -> String {
    let mut d = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&at| code.get_module(at, y)).count();
            if run > 0 {
                d.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run as i32 + 1;
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which modules the path paints.
    #[test]
    fn the_path_paints_the_dark_modules_and_no_others() {
        let code = encoded("https://example.org/?tab=overview&release=0.2.0").expect("it is short");
        let mut painted = Vec::new();
        for run in path(&code).split('M').skip(1) {
            let mut numbers = run.split(['h', 'v', ' ']).filter_map(|n| n.parse::<i32>().ok());
            let mut next = || numbers.next().expect("a run is three numbers");
            let (x, y, run) = (next(), next(), next());
            painted.extend((x..x + run).map(|x| (x - QUIET, y - QUIET)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark: Vec<_> = all.filter(|&(x, y)| code.get_module(x, y)).collect();
        assert_eq!(painted, dark);
    }

    #[test]
    fn what_is_too_long_for_a_code_is_left_out() {
        assert_eq!(crate::markup::written(|m| svg(m, &"x".repeat(4000), "")), "");
    }
}
