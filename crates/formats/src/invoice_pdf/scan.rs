//! One pass over a PDF: where its objects are, and which files are embedded.

use super::too_large;
use super::value::{Value, Values};
use flate2::bufread::ZlibDecoder;
use obligo_rules::problem::Problem;
use std::collections::HashMap;
use std::io::Read;

/// Longest object looked at, without the stream behind it.
const OBJECT_BYTES_MAX: usize = 256 * 1024;
/// Most objects.
const OBJECTS_MAX: usize = 1_000_000;
/// Most bytes that object streams may unpack to, all together.
const UNPACKED_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Objects may stand in one another in a hostile file: so many times the file's size is looked at, no more.
const LOOKS_MAX: usize = 4;
/// Most embedded files.
const EMBEDDED_MAX: usize = 1000;
/// Longest name of one.
const NAME_BYTES_MAX: usize = 255;
/// Most filters of a stream.
const FILTERS_MAX: usize = 4;

/// What was found.
pub(super) struct Scan<'a> {
    file: &'a [u8],
    /// Where each object stands; the last of a number counts.
    objects: HashMap<u32, usize>,
    /// Name and stream of every embedded file, in the order found.
    pub(super) embedded: Vec<(String, u32)>,
    pub(super) is_encrypted: bool,
    /// The file has its end.
    pub(super) is_whole: bool,
    /// File specifications whose files are named by another object.
    indirect: Vec<(String, u32)>,
    /// Objects that name the stream of a file.
    targets: HashMap<u32, u32>,
    budget: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn of(file: &'a [u8]) -> Result<Scan<'a>, Problem> {
        let head = &file[..file.len().min(1024)];
        if memchr::memmem::find(head, b"%PDF-").is_none() {
            return Err(Problem::refused("pdf-broken"));
        }
        let mut scan = Scan {
            file,
            objects: HashMap::new(),
            embedded: Vec::new(),
            is_encrypted: false,
            is_whole: memchr::memmem::rfind(file, b"startxref").is_some(),
            indirect: Vec::new(),
            targets: HashMap::new(),
            budget: file.len().saturating_mul(LOOKS_MAX).saturating_add(OBJECT_BYTES_MAX),
        };
        scan.objects_of_file()?;
        for at in memchr::memmem::find_iter(file, b"trailer") {
            if let Some(trailer) = scan.value(file, at + b"trailer".len())?.0 {
                scan.is_encrypted |= trailer.get(b"Encrypt").is_some();
            }
        }
        let indirect = std::mem::take(&mut scan.indirect);
        let found =
            indirect.into_iter().filter_map(|(name, object)| Some((name, *scan.targets.get(&object)?)));
        let found: Vec<(String, u32)> = found.collect();
        scan.embedded.extend(found);
        Ok(scan)
    }

    /// The value at a place, and where it ends; what is looked at counts against the budget.
    fn value(&mut self, bytes: &[u8], at: usize) -> Result<(Option<Value>, usize), Problem> {
        let end = bytes.len().min(at.saturating_add(OBJECT_BYTES_MAX));
        let mut values = Values::new(&bytes[..end], at);
        let value = values.value();
        self.charge(values.at.saturating_sub(at) + 1)?;
        Ok((value, values.at))
    }

    fn charge(&mut self, looked: usize) -> Result<(), Problem> {
        self.budget = self.budget.checked_sub(looked).ok_or_else(|| Problem::refused("pdf-broken"))?;
        Ok(())
    }

    fn objects_of_file(&mut self) -> Result<(), Problem> {
        let mut packed = 0;
        for at in memchr::memmem::find_iter(self.file, b"obj") {
            let Some(number) = number_before(&self.file[..at]) else { continue };
            let start = at + b"obj".len();
            self.objects.insert(number, start);
            if self.objects.len() > OBJECTS_MAX {
                return Err(too_large(OBJECTS_MAX));
            }
            let (Some(value), end) = self.value(self.file, start)? else { continue };
            self.look(number, &value);
            let is_type = |name: &[u8]| value.get(b"Type").is_some_and(|found| found.is_name(name));
            self.is_encrypted |= is_type(b"XRef") && value.get(b"Encrypt").is_some();
            if is_type(b"ObjStm") {
                let raw = self.raw(&value, end);
                self.charge(raw.map_or(self.file.len() - end, <[u8]>::len))?;
                let Some(raw) = raw else { continue };
                // A damaged one is used as far as it goes: it may still hold what matters.
                let (inner, _) = unpacked(&value, raw, UNPACKED_BYTES_MAX - packed);
                packed += inner.len();
                if packed > UNPACKED_BYTES_MAX {
                    return Err(too_large(UNPACKED_BYTES_MAX));
                }
                self.budget = self.budget.saturating_add(inner.len().saturating_mul(LOOKS_MAX));
                self.objects_of_stream(&value, &inner)?;
            }
        }
        Ok(())
    }

    /// Objects packed in a stream: numbers and places first, then the objects.
    fn objects_of_stream(&mut self, stream: &Value, inner: &[u8]) -> Result<(), Problem> {
        let number = |key: &[u8]| match stream.get(key) {
            Some(Value::Number(number)) => usize::try_from(*number).unwrap_or(0),
            _ => 0,
        };
        let (count, first) = (number(b"N").min(OBJECTS_MAX), number(b"First"));
        let mut places = Values::new(inner, 0);
        for _ in 0..count {
            let (Some(Value::Number(object)), Some(Value::Number(place))) = (places.value(), places.value())
            else {
                return Ok(());
            };
            let (Ok(object), Ok(place)) = (u32::try_from(object), usize::try_from(place)) else {
                return Ok(());
            };
            let at = first.saturating_add(place);
            if at < inner.len()
                && let Some(value) = self.value(inner, at)?.0
            {
                self.look(object, &value);
            }
        }
        Ok(())
    }

    /// Looks for file specifications in an object.
    fn look(&mut self, object: u32, value: &Value) {
        if let Some(target) = target(value) {
            self.targets.insert(object, target);
        }
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values),
                Value::Dictionary(pairs) => {
                    open.extend(pairs.iter().map(|(_, value)| value));
                    let Some(files) = value.get(b"EF") else { continue };
                    let name = [&b"UF"[..], b"F"].iter().find_map(|key| value.get(key)?.text());
                    let name = name.unwrap_or_default();
                    if name.len() > NAME_BYTES_MAX
                        || self.embedded.len() + self.indirect.len() == EMBEDDED_MAX
                    {
                        continue;
                    }
                    match files {
                        Value::Reference(object) => self.indirect.push((name, *object)),
                        files => self.embedded.extend(target(files).map(|target| (name, target))),
                    }
                }
                _ => {}
            }
        }
    }

    /// What the stream of an object holds, unpacked.
    pub(super) fn stream(&self, object: u32, limit: usize) -> Result<Vec<u8>, Problem> {
        let broken = || Problem::refused("pdf-broken");
        let start = *self.objects.get(&object).ok_or_else(broken)?;
        let end = self.file.len().min(start + OBJECT_BYTES_MAX);
        let mut values = Values::new(&self.file[..end], start);
        let dictionary = values.value().ok_or_else(broken)?;
        let raw = self.raw(&dictionary, values.at).ok_or_else(broken)?;
        match unpacked(&dictionary, raw, limit) {
            (data, _) if data.len() > limit => Err(too_large(limit)),
            (data, true) => Ok(data),
            (_, false) => Err(broken()),
        }
    }

    /// The stream behind a dictionary that ends at `end`, as it stands in the file.
    fn raw(&self, dictionary: &Value, end: usize) -> Option<&'a [u8]> {
        let mut values = Values::new(self.file, end);
        values.skip_blanks();
        if !values.take(b"stream") {
            return None;
        }
        let _ = values.take(b"\r\n") || values.take(b"\n") || values.take(b"\r");
        let rest = values.rest();
        let stated = match dictionary.get(b"Length") {
            Some(Value::Number(length)) => {
                usize::try_from(*length).ok().and_then(|length| rest.get(..length))
            }
            _ => None,
        };
        // The length may be wrong or stand elsewhere: then the stream ends where its end is written.
        let ends = |data: &&[u8]| {
            let behind = &rest[data.len()..rest.len().min(data.len() + 16)];
            behind.trim_ascii_start().starts_with(b"endstream")
        };
        stated.filter(ends).or_else(|| rest.get(..memchr::memmem::find(rest, b"endstream")?))
    }
}

/// A stream without its filters, and whether that went well; never much more than `limit` bytes.
fn unpacked(dictionary: &Value, raw: &[u8], limit: usize) -> (Vec<u8>, bool) {
    let filters = match dictionary.get(b"Filter") {
        None => &[],
        Some(Value::Array(filters)) => filters.as_slice(),
        Some(filter) => std::slice::from_ref(filter),
    };
    let mut data = raw[..raw.len().min(limit + 1)].to_vec();
    for (index, filter) in filters.iter().enumerate() {
        if index == FILTERS_MAX || !(filter.is_name(b"FlateDecode") || filter.is_name(b"Fl")) {
            return (Vec::new(), false);
        }
        let mut unpacked = Vec::new();
        let mut decoder = ZlibDecoder::new(&data[..]).take(limit as u64 + 1);
        if decoder.read_to_end(&mut unpacked).is_err() {
            return (unpacked, false);
        }
        data = unpacked;
    }
    (data, true)
}

/// The stream a dictionary of files names.
fn target(files: &Value) -> Option<u32> {
    [&b"UF"[..], b"F"].iter().find_map(|key| match files.get(key) {
        Some(Value::Reference(object)) => Some(*object),
        _ => None,
    })
}

/// The number of an object whose `obj` comes after these bytes: `12 0 `.
fn number_before(bytes: &[u8]) -> Option<u32> {
    let digits = |bytes: &[u8]| bytes.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let blank = |bytes: &[u8]| bytes.len() - bytes.trim_ascii_end().len();
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    let generation = &tail[..tail.len() - blank(tail)];
    let before = &generation[..generation.len() - digits(generation)];
    let object = &before[..before.len() - blank(before)];
    let count = digits(object);
    if generation.len() == before.len() || before.len() == object.len() || count == 0 {
        return None;
    }
    std::str::from_utf8(&object[object.len() - count..]).ok()?.parse().ok()
}
