//! Guesses at the encoding of a text that does not say it.

use crate::decode::Encoding;

/// Bytes looked at for UTF-16.
pub(crate) const UTF16_BYTES: usize = 64;

/// UTF-16 without its mark, by its zeros: of Latin text every second byte is one.
pub(crate) fn utf16_without_mark(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = head[..head.len().min(UTF16_BYTES)].as_chunks::<2>().0;
    if pairs.len() < 2 {
        return None;
    }
    let low = pairs.iter().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
    let high = pairs.iter().filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    // A few letters beyond Latin do not matter.
    let most = pairs.len() * 3 / 4;
    if high > most && low == 0 {
        Some(encoding_rs::UTF_16LE)
    } else if low > most && high == 0 {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

/// Whether bytes that are no UTF-8 were once: they hold at least as many whole characters beyond ASCII as broken ones.
pub(crate) fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole >= broken
}

/// The encoding of bytes that are no UTF-8: windows-1252, unless the letters are those of code page 850 or the only sign of money is
/// that of ISO 8859-15.
pub(crate) fn single_byte(bytes: &[u8]) -> Encoding {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
    };
    let (mut latin, mut dos, mut controls, mut euros) = (0, 0, 0, 0);
    let (mut endings, mut opening_quotes) = (0, 0);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let (before, after) = (is_letter(at.checked_sub(1)), is_letter(Some(at + 1)));
        match byte {
            // The apostrophe of windows-1252 stands between letters; 0xE1 is ß of the one, á of the other.
            0x92 | 0xE1 => {}
            // Small letters in a word, where windows-1252 has quotes and dashes.
            0x81..=0x8D | 0x91..=0x98 | 0x9B | 0xA1..=0xA4 if before && after => dos += 1,
            // At the end of a word ö of the one, a closing quote of the other.
            0x81 | 0x82 | 0x84 | 0x86 | 0x8A | 0x94 if before => endings += 1,
            0x84 | 0x91 | 0x93 if after => opening_quotes += 1,
            // Ä, Å, É, Ö, Ü at the beginning of a word.
            0x8E | 0x8F | 0x90 | 0x99 | 0x9A if !before && after => dos += 1,
            0xC0..=0xFF if before || after => latin += 1,
            _ => {}
        }
        controls += u32::from((0x80..=0x9F).contains(byte));
        euros += u32::from(*byte == 0xA4);
    }
    if opening_quotes == 0 {
        dos += endings;
    }
    if dos > latin {
        Encoding::Cp850
    } else if euros > 0 && controls == 0 {
        Encoding::Other(encoding_rs::ISO_8859_15)
    } else {
        Encoding::Other(encoding_rs::WINDOWS_1252)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code_page::cp850_char;

    fn dos(text: &str) -> Vec<u8> {
        text.chars().map(|c| (0..=255).find(|byte| cp850_char(*byte) == c).unwrap()).collect()
    }

    #[test]
    fn the_encoding_is_told_by_the_letters() {
        let windows = Encoding::Other(encoding_rs::WINDOWS_1252);
        for text in [
            "Müller & Söhne GmbH;Malmö",
            "Électricité Dupré S.à r.l.",
            "l\u{2019}entreprise;d\u{2019}eau",
            "\u{201e}Text\u{201c};10 \u{20ac}",
            "1995\u{2013}2024",
            "M\u{e1}laga",
            "caf\u{e9}",
            "\u{dc}bertrag",
            "cr\u{e8}me br\u{fb}l\u{e9}e",
        ] {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(single_byte(&bytes), windows, "{text}");
        }
        for text in
            ["Müller & Söhne GmbH", "Åhléns AB", "Électricité Dupré", "Größe;Straße", "Malmö", "Übertrag"]
        {
            assert_eq!(single_byte(&dos(text)), Encoding::Cp850, "{text}");
        }
        let (bytes, ..) = encoding_rs::ISO_8859_15.encode("Preis in \u{20ac};Müller");
        assert_eq!(single_byte(&bytes), Encoding::Other(encoding_rs::ISO_8859_15));
    }

    #[test]
    fn broken_utf8_is_told_from_other_encodings() {
        assert!(is_broken_utf8(b"M\xC3ller & S\xC3\xB6hne"));
        assert!(!is_broken_utf8(b"M\xFCller & S\xF6hne"));
        assert!(!is_broken_utf8(b"abc\xE9"));
    }

    #[test]
    fn utf16_is_told_by_its_zeros() {
        let little: Vec<u8> = "Kunde;Fällig".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "Kunde;Fällig".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(utf16_without_mark(&little), Some(encoding_rs::UTF_16LE));
        assert_eq!(utf16_without_mark(&big), Some(encoding_rs::UTF_16BE));
        for text in [&b"Kunde;Betrag"[..], b"a\0", b"", b"\0\0\0\0\0\0", b"a\0b\0c\0defghij"] {
            assert_eq!(utf16_without_mark(text), None);
        }
    }
}
