//! Which characters no text shows, and no text of ours may hold.

/// Controls, and what has no width of its own: such a character joins or parts words unseen, or turns the direction of
/// what follows it on the page.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
