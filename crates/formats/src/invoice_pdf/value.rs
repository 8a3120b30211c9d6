//! Values of a PDF as far as they lead to embedded files.

/// Deepest nesting read.
const DEPTH_MAX: usize = 50;

/// A value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// `/Name`.
    Name(Vec<u8>),
    /// `(text)` or `<hex>`.
    Text(Vec<u8>),
    /// A whole number.
    Number(i64),
    /// `12 0 R`.
    Reference(u32),
    /// `[…]`.
    Array(Vec<Value>),
    /// `<<…>>`.
    Dictionary(Vec<(Vec<u8>, Value)>),
    /// True, false, null, numbers with decimals.
    Other,
}

impl Value {
    /// The value of a key.
    pub(super) fn get(&self, key: &[u8]) -> Option<&Value> {
        match self {
            Value::Dictionary(pairs) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether it is this name.
    pub(super) fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Value::Name(found) if found == name)
    }

    /// The text: UTF-16 with its mark, else Latin.
    pub(super) fn text(&self) -> Option<String> {
        let Value::Text(bytes) = self else { return None };
        Some(match bytes.as_slice() {
            [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
            [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
            latin => latin.iter().map(|byte| char::from(*byte)).collect(),
        })
    }
}

/// Reads values from a place in bytes, not beyond `end`.
pub(super) struct Values<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Values<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Values<'a> {
        Values { bytes, at }
    }

    /// The bytes from here on.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes blanks and comments.
    pub(super) fn skip_blanks(&mut self) {
        while let Some(byte) = self.rest().first() {
            match byte {
                0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' => self.at += 1,
                b'%' => {
                    let end = self.rest().iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.at += end.unwrap_or(self.rest().len());
                }
                _ => return,
            }
        }
    }

    /// Takes these bytes if they come next.
    pub(super) fn take(&mut self, wanted: &[u8]) -> bool {
        let found = self.rest().starts_with(wanted);
        self.at += if found { wanted.len() } else { 0 };
        found
    }

    /// The value that comes next; `None` if there is none.
    pub(super) fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Value> {
        self.skip_blanks();
        if depth > DEPTH_MAX {
            return None;
        }
        if self.take(b"<<") {
            let mut pairs = Vec::new();
            loop {
                self.skip_blanks();
                if self.take(b">>") {
                    return Some(Value::Dictionary(pairs));
                }
                if !self.take(b"/") {
                    return None;
                }
                let key = self.name();
                pairs.push((key, self.nested(depth + 1)?));
            }
        }
        if self.take(b"[") {
            let mut values = Vec::new();
            loop {
                self.skip_blanks();
                if self.take(b"]") {
                    return Some(Value::Array(values));
                }
                values.push(self.nested(depth + 1)?);
            }
        }
        match self.rest().first()? {
            b'/' => {
                self.at += 1;
                Some(Value::Name(self.name()))
            }
            b'(' => self.literal(),
            b'<' => self.hex(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number()),
            b'a'..=b'z' | b'A'..=b'Z' => {
                self.word();
                Some(Value::Other)
            }
            _ => None,
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let is_regular =
            |byte: &u8| !byte.is_ascii_whitespace() && *byte != 0 && !b"()<>[]{}/%".contains(byte);
        let length = self.rest().iter().take_while(|byte| is_regular(byte)).count();
        let word = &self.rest()[..length];
        self.at += length;
        word
    }

    /// A name, whose `#41` is a letter by number.
    fn name(&mut self) -> Vec<u8> {
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut bytes = word;
        while let Some((first, rest)) = bytes.split_first() {
            let coded = rest.split_at_checked(2).filter(|_| *first == b'#');
            let coded =
                coded.and_then(|(code, rest)| Some((hex_digit(code[0])? * 16 + hex_digit(code[1])?, rest)));
            let (byte, rest) = coded.unwrap_or((*first, rest));
            name.push(byte);
            bytes = rest;
        }
        name
    }

    /// A number, or a reference `12 0 R`.
    fn number(&mut self) -> Value {
        let Some(number) = whole(self.word()) else { return Value::Other };
        let back = self.at;
        self.skip_blanks();
        if whole(self.word()).is_some() {
            self.skip_blanks();
            if self.word() == b"R" {
                return u32::try_from(number).map_or(Value::Other, Value::Reference);
            }
        }
        self.at = back;
        Value::Number(number)
    }

    /// A text in brackets, which may hold brackets in pairs.
    fn literal(&mut self) -> Option<Value> {
        let mut text = Vec::new();
        let mut open = 0;
        loop {
            let byte = *self.rest().first()?;
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(Value::Text(text));
                    }
                    text.push(byte);
                }
                b'\\' => self.escaped(&mut text)?,
                _ => text.push(byte),
            }
        }
    }

    fn escaped(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = *self.rest().first()?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'0'..=b'7' => {
                let more = self.rest().iter().take(2).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let digits = &self.bytes[self.at - 1..self.at + more];
                let code = digits.iter().fold(0_u16, |code, digit| code * 8 + u16::from(digit - b'0'));
                self.at += more;
                text.push(code as u8);
            }
            b'\r' => {
                self.take(b"\n");
            }
            b'\n' => {}
            other => text.push(other),
        }
        Some(())
    }

    fn hex(&mut self) -> Option<Value> {
        let end = self.rest().iter().position(|byte| *byte == b'>')?;
        let digits: Vec<u8> = self.rest()[1..end].iter().filter_map(|byte| hex_digit(*byte)).collect();
        self.at += end + 1;
        Some(Value::Text(
            digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect(),
        ))
    }
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

fn whole(word: &[u8]) -> Option<i64> {
    std::str::from_utf8(word).ok()?.parse().ok()
}
