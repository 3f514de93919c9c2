//! Colours and fonts of the page by name, and the values of style sheets that are made of them.

/// The page's own tokens, light first.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// A value with its tokens in place, for an element of a power or of none. As in style sheets, `var(--a, b)` is b where
/// there is no a; a value that cannot be resolved is none.
pub(super) fn resolved(value: &str, dark: bool, power: Option<&str>) -> String {
    let value = value.trim();
    let own = |value: &str| resolved(value, dark, power);
    let (name, inside) =
        value.strip_suffix(')').and_then(|v| v.split_once('(')).unwrap_or_default();
    match (name, arguments(inside).as_slice()) {
        ("var", ["--font"]) => "Helvetica, Arial, 'Liberation Sans', sans-serif".to_owned(),
        ("var", [name, otherwise @ ..]) => {
            let of_power = power.and_then(|power| own_token(power, name)).map(own);
            let found = of_power.or_else(|| token(name, dark));
            found.or_else(|| otherwise.first().copied().map(own)).unwrap_or_default()
        }
        ("light-dark", [light, night]) => own(if dark { night } else { light }),
        ("color-mix", ["in srgb", first, second]) => {
            let (first, share) = first.rsplit_once(' ').unwrap_or_default();
            let share = share.trim_end_matches('%').parse::<f64>().unwrap_or_default() / 100.0;
            mixed(&own(first), &own(second), share).unwrap_or_default()
        }
        _ => value.to_owned(),
    }
}

/// What stands between the commas of a function, those of functions within it apart.
fn arguments(inside: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parts = inside.split(move |letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    });
    parts.map(str::trim).collect()
}

/// Two colours, each `#RRGGBB`, mixed in sRGB: a share of the first, the rest of the second.
fn mixed(first: &str, second: &str, share: f64) -> Option<String> {
    let channel = |colour: &str, at: usize| {
        let digits = colour.strip_prefix('#')?.get(at * 2..at * 2 + 2)?;
        Some(f64::from(u8::from_str_radix(digits, 16).ok()?))
    };
    (0..3).try_fold("#".to_owned(), |mixed, at| {
        let value = channel(first, at)? * share + channel(second, at)? * (1.0 - share);
        Some(format!("{mixed}{:02X}", value.round() as u8))
    })
}

/// What the class of a power sets a token to.
pub(super) fn own_token(power: &str, name: &str) -> Option<&'static str> {
    let (_, after) = TOKENS.split_once(&format!(".{power} {{"))?;
    let (_, after) = after.split_once('}')?.0.split_once(&format!("{name}:"))?;
    after.split(';').next()
}

/// A token's value in the light or the dark theme.
pub(super) fn token(name: &str, dark: bool) -> Option<String> {
    let (_, after) = TOKENS.split_once(&format!("{name}:"))?;
    let (value, _) = after.split_once(';')?;
    let pair = value.trim().strip_prefix("light-dark(")?.strip_suffix(')')?;
    let (light, night) = pair.split_once(',')?;
    Some(if dark { night } else { light }.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_resolved_as_style_sheets_have_them() {
        for (value, light, dark) in [
            ("#102030", "#102030", "#102030"),
            ("evenodd", "evenodd", "evenodd"),
            ("light-dark(#000000, var(--accent))", "#000000", "#B88A00"),
            ("color-mix(in srgb, #FF0000 25%, #0000FF)", "#4000BF", "#4000BF"),
            ("var(--nothing, var(--panel))", "#FFFFFF", "#1B2024"),
            ("var(--nothing)", "", ""),
        ] {
            assert_eq!(
                [false, true].map(|dark| resolved(value, dark, None)),
                [light, dark],
                "{value}"
            );
        }
        assert_eq!(resolved("var(--hue, none)", false, Some("power-us")), "#1D2F73");
        assert_eq!(resolved("var(--hue, none)", false, Some("power-kz")), "none");
    }
}
