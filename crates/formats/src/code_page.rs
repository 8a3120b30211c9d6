//! The encodings of older programs that the encoding standard of the web leaves out: code page 437, of the first PCs and of SIE files,
//! and code page 850, of the later ones in Western Europe.

/// The characters of the bytes 0x80 to 0xFF of code page 437.
const CP437: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', //
    'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', '¢', '£', '¥', '₧', 'ƒ', //
    'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '⌐', '¬', '½', '¼', '¡', '«', '»', //
    '░', '▒', '▓', '│', '┤', '╡', '╢', '╖', '╕', '╣', '║', '╗', '╝', '╜', '╛', '┐', //
    '└', '┴', '┬', '├', '─', '┼', '╞', '╟', '╚', '╔', '╩', '╦', '╠', '═', '╬', '╧', //
    '╨', '╤', '╥', '╙', '╘', '╒', '╓', '╫', '╪', '┘', '┌', '█', '▄', '▌', '▐', '▀', //
    'α', 'ß', 'Γ', 'π', 'Σ', 'σ', 'µ', 'τ', 'Φ', 'Θ', 'Ω', 'δ', '∞', 'φ', 'ε', '∩', //
    '≡', '±', '≥', '≤', '⌠', '⌡', '÷', '≈', '°', '∙', '·', '√', 'ⁿ', '²', '■', '\u{a0}',
];

/// The characters of the bytes 0x80 to 0xFF of code page 850.
const CP850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', //
    'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', //
    'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®', '¬', '½', '¼', '¡', '«', '»', //
    '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥', '┐', //
    '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', //
    'ð', 'Ð', 'Ê', 'Ë', 'È', 'ı', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', //
    'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', //
    '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
];

/// The character of a byte of code page 437.
#[must_use]
pub fn cp437_char(byte: u8) -> char {
    character(byte, &CP437)
}

/// The character of a byte of code page 850.
#[must_use]
pub fn cp850_char(byte: u8) -> char {
    character(byte, &CP850)
}

fn character(byte: u8, upper: &[char; 128]) -> char {
    match byte.checked_sub(0x80) {
        Some(place) => upper[usize::from(place)],
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

    #[test]
    fn r14_1_the_letters_of_western_europe_are_read() {
        let text: String =
            [0x84, 0x94, 0x81, 0xE1, 0x86, 0x82, 0x9B, 0x9D, b'a'].into_iter().map(cp850_char).collect();
        assert_eq!(text, "äöüßåéøØa");
        assert_eq!(cp850_char(0xFF), '\u{a0}');
    }
}
