//! Code page 437, the encoding of the first PCs and of SIE files, which the encoding standard of the web leaves out.

/// The characters of the bytes 0x80 to 0xFF.
const UPPER: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', //
    'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', '¢', '£', '¥', '₧', 'ƒ', //
    'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '⌐', '¬', '½', '¼', '¡', '«', '»', //
    '░', '▒', '▓', '│', '┤', '╡', '╢', '╖', '╕', '╣', '║', '╗', '╝', '╜', '╛', '┐', //
    '└', '┴', '┬', '├', '─', '┼', '╞', '╟', '╚', '╔', '╩', '╦', '╠', '═', '╬', '╧', //
    '╨', '╤', '╥', '╙', '╘', '╒', '╓', '╫', '╪', '┘', '┌', '█', '▄', '▌', '▐', '▀', //
    'α', 'ß', 'Γ', 'π', 'Σ', 'σ', 'µ', 'τ', 'Φ', 'Θ', 'Ω', 'δ', '∞', 'φ', 'ε', '∩', //
    '≡', '±', '≥', '≤', '⌠', '⌡', '÷', '≈', '°', '∙', '·', '√', 'ⁿ', '²', '■', '\u{a0}',
];

/// The character of a byte of code page 437.
#[must_use]
pub fn cp437_char(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        Some(upper) => UPPER[usize::from(upper)],
        None => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_1_the_swedish_letters_of_a_sie_file_are_read() {
        let text: String =
            [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, b'a'].into_iter().map(cp437_char).collect();
        assert_eq!(text, "åäöÅÄÖéa");
        assert_eq!(cp437_char(0xFF), '\u{a0}');
    }
}
