//! The encoding of a SIE file: code page 437 by its standard; UTF-8 and the Latin sets are met as well.

use crate::code_page::{cp437_char, cp850_char};
use crate::decode::Encoding;
use obligo_rules::problem::Problem;

/// Swedish and other Nordic letters in code page 437.
const IN_CP437: &[u8] = b"\x84\x86\x94\x8E\x8F\x99\x82\x81\x90\x91\x92\x9A";
/// The same letters in the Latin sets.
const IN_LATIN: &[u8] = b"\xE4\xE5\xF6\xC4\xC5\xD6\xE9\xFC\xC9\xE6\xC6\xDC";

/// How the bytes of the file stand for characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Charset(Option<Encoding>);

impl Charset {
    /// As the user says; `None` and `auto`: by what the file holds.
    pub fn new(said: Option<Encoding>) -> Charset {
        Charset(said.filter(|encoding| *encoding != Encoding::Auto))
    }

    pub fn is_known(self) -> bool {
        self.0.is_some()
    }

    /// The file starts with the mark of UTF-8.
    pub fn set_utf8(&mut self) {
        self.0 = Some(Encoding::Utf8);
    }

    /// Decides by bytes of which at least one is beyond ASCII; the last character may be cut.
    pub fn guess(&mut self, bytes: &[u8]) {
        let is_utf8 = match std::str::from_utf8(bytes) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii(),
        };
        let count = |letters: &[u8]| bytes.iter().filter(|byte| letters.contains(byte)).count();
        self.0 = Some(if is_utf8 {
            Encoding::Utf8
        } else if count(IN_LATIN) > count(IN_CP437) {
            Encoding::Other(encoding_rs::WINDOWS_1252)
        } else {
            Encoding::Cp437
        });
    }

    /// Appends the text of `bytes`. Errors: `csv-not-utf8`, `csv-bad-encoding`.
    pub fn decode(self, bytes: &[u8], text: &mut String) -> Result<(), Problem> {
        match self.0 {
            _ if bytes.is_ascii() => text.push_str(std::str::from_utf8(bytes).unwrap_or_default()),
            Some(Encoding::Other(encoding)) => {
                let decoded =
                    encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| {
                        let problem = Problem::refused("csv-bad-encoding").with("encoding", encoding.name());
                        problem.with("position", 1)
                    })?;
                text.push_str(&decoded);
            }
            Some(Encoding::Utf8) => match std::str::from_utf8(bytes) {
                Ok(decoded) => text.push_str(decoded),
                Err(error) => {
                    let bad = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
                    let problem = Problem::refused("csv-not-utf8").with("byte", format!("0x{bad:02X}"));
                    return Err(problem.with("position", error.valid_up_to() + 1));
                }
            },
            Some(Encoding::Cp850) => text.extend(bytes.iter().map(|byte| cp850_char(*byte))),
            Some(Encoding::Cp437 | Encoding::Auto) | None => {
                text.extend(bytes.iter().map(|byte| cp437_char(*byte)));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_1_the_encoding_is_told_by_the_letters() {
        for (bytes, expected) in [
            (&b"\x8Frsta K\x94k"[..], "Årsta Kök"),
            (b"\xC5rsta K\xF6k", "Årsta Kök"),
            ("Årsta Kök".as_bytes(), "Årsta Kök"),
            (b"\x82", "é"),
        ] {
            let mut charset = Charset::new(None);
            charset.guess(bytes);
            let mut text = String::new();
            charset.decode(bytes, &mut text).unwrap();
            assert_eq!(text, expected, "{bytes:?}");
        }
    }

    #[test]
    fn r14_1_what_the_user_says_goes_before() {
        for (label, bytes, expected) in [
            ("iso-8859-1", &b"\x84\xE4"[..], Some("„ä")),
            ("cp437", b"\xE4", Some("Σ")),
            ("utf-8", b"\xE4", None),
            ("auto", b"a", Some("a")),
        ] {
            let charset = Charset::new(Encoding::parse(label));
            let mut text = String::new();
            let read = charset.decode(bytes, &mut text).is_ok().then_some(text.as_str());
            assert_eq!(read, expected, "{label}");
        }
    }
}
