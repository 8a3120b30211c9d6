//! Text tables of every shape, and what is refused of them (R14.1, R14.2).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

use obligo_formats::csv::{COLUMNS_MAX, Dialect, FIELD_BYTES_MAX, RECORD_BYTES_MAX, Rows};
use obligo_formats::decode::{Encoding, open_file};
use obligo_rules::problem::Problem;
use std::cell::Cell;
use std::fmt::Write as _;
use std::io::Read;
use std::rc::Rc;

/// Rows as `line: field|field`, then the problem as `code @line`.
fn read(bytes: &[u8], dialect: &Dialect) -> Vec<String> {
    let whole = read_from(bytes, dialect);
    assert_eq!(whole, read_from(Trickle(bytes), dialect), "read byte by byte");
    whole
}

fn read_from(reader: impl Read, dialect: &Dialect) -> Vec<String> {
    let mut out = Vec::new();
    let mut rows = match Rows::open("t.csv", reader, dialect) {
        Ok(rows) => rows,
        Err(problem) => return vec![told(&problem)],
    };
    loop {
        match rows.next_row() {
            Ok(Some(row)) => {
                let fields: Vec<&str> = (0..row.len()).map(|index| row.field(index)).collect();
                out.push(format!("{}: {}", row.line, fields.join("|")));
            }
            Ok(None) => return out,
            Err(problem) => out.push(told(&problem)),
        }
    }
}

fn told(problem: &Problem) -> String {
    let line = problem.place.line.map(|line| format!(" @{line}")).unwrap_or_default();
    assert_eq!(problem.place.file.as_deref(), Some("t.csv"));
    format!("{}{line}", problem.code)
}

/// Gives one byte at a time.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = self.0.len().min(out.len()).min(1);
        out[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

fn encoded(label: &str) -> Dialect {
    Dialect { encoding: Encoding::parse(label).unwrap(), ..Dialect::default() }
}

#[test]
fn r14_1_tables_of_every_shape_are_read_with_their_lines() {
    let table: &[(&str, &[&str])] = &[
        ("a,b\n1,2\n", &["1: a|b", "2: 1|2"]),
        ("a,b\n1,2", &["1: a|b", "2: 1|2"]),
        ("a,b\r\n1,2\r\n", &["1: a|b", "2: 1|2"]),
        ("a,b\r1,2\r3,4", &["1: a|b", "2: 1|2", "3: 3|4"]),
        ("a;b\n1,5;2\n", &["1: a|b", "2: 1,5|2"]),
        ("a\tb\n1;2\t3\n", &["1: a|b", "2: 1;2|3"]),
        ("a|b\n1|2\n", &["1: a|b", "2: 1|2"]),
        ("a\n1\n", &["1: a", "2: 1"]),
        ("\"a;b;c\",d\n1,2\n", &["1: a;b;c|d", "2: 1|2"]),
        ("a,b\n\"x, y\",2\n", &["1: a|b", "2: x, y|2"]),
        ("a,b\n\"say \"\"hi\"\"\",2\n", &["1: a|b", "2: say \"hi\"|2"]),
        ("a,b\n\"two\nlines\",2\n3,4\n", &["1: a|b", "2: two\nlines|2", "4: 3|4"]),
        ("a,b\r\n\"two\r\nlines\",2\r\n3,4\r\n", &["1: a|b", "2: two\r\nlines|2", "4: 3|4"]),
        ("a,b\n\"\",\"\"\n", &["1: a|b", "2: |"]),
        ("a,b\n5\" pipe,2\n", &["1: a|b", "2: 5\" pipe|2"]),
        ("a,b\n\n\n1,2\n\n", &["1: a|b", "4: 1|2"]),
        ("a,b\r\n\r\n1,2", &["1: a|b", "3: 1|2"]),
        ("\n\na,b\n1,2\n", &["3: a|b", "4: 1|2"]),
        ("a,b\n1\n1,2,3\n", &["1: a|b", "2: 1", "3: 1|2|3"]),
        ("sep=;\r\na;b\r\n1,5;2\r\n", &["2: a|b", "3: 1,5|2"]),
        ("\u{feff}a,b\n1,2\n", &["1: a|b", "2: 1|2"]),
        ("a,b\nMüller & Söhne,日本\n", &["1: a|b", "2: Müller & Söhne|日本"]),
        ("a,b", &["1: a|b"]),
        ("", &["csv-empty"]),
        ("\n\r\n\n", &["csv-empty"]),
        ("\u{feff}", &["csv-empty"]),
        ("sep=;\n", &["csv-empty"]),
        ("a,b\n1,\"x\ny", &["1: a|b", "csv-unterminated-quote @2"]),
        ("a,b\n\"p\nq\",\"x\ny\n", &["1: a|b", "csv-unterminated-quote @3"]),
        ("a,\"b\n1,2\n", &["csv-unterminated-quote @1"]),
        ("a,b\n1,2\0\n", &["1: a|b", "csv-nul @2"]),
        ("a,b\r\n1,2\r\n3,\0", &["1: a|b", "2: 1|2", "csv-nul @3"]),
        ("PK\u{3}\u{4}rest", &["csv-other-format"]),
        ("%PDF-1.7\n", &["csv-other-format"]),
    ];
    for (text, expected) in table {
        assert_eq!(read(text.as_bytes(), &Dialect::default()), *expected, "{text:?}");
    }
}

#[test]
fn r14_1_every_encoding_gives_the_same_rows() {
    const ROWS: &str = "Kunde;Ort\r\nMüller & Söhne;Malmö é\r\n";
    let expected = ["1: Kunde|Ort", "2: Müller & Söhne|Malmö é"];
    let latin: Vec<u8> = ROWS.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(ROWS.encode_utf16()).flat_map(bytes).collect()
    };
    let dos: Vec<u8> = ROWS
        .chars()
        .map(|c| match c {
            'ü' => 0x81,
            'ö' => 0x94,
            'é' => 0x82,
            other => other as u8,
        })
        .collect();
    let utf8 = ROWS.as_bytes().to_vec();
    for (bytes, label) in [
        (utf8.clone(), "utf-8"),
        (utf8.clone(), "auto"),
        (latin.clone(), "windows-1252"),
        (latin.clone(), "ISO-8859-1"),
        (latin.clone(), "iso-8859-15"),
        (latin.clone(), "auto"),
        (dos.clone(), "cp437"),
        (dos.clone(), "cp850"),
        (dos, "auto"),
        (wide(false, u16::to_le_bytes), "auto"),
        (wide(false, u16::to_be_bytes), "auto"),
        (wide(true, u16::to_le_bytes), "utf-8"),
        (wide(true, u16::to_be_bytes), "utf-8"),
        (wide(true, u16::to_le_bytes), "windows-1252"),
        (wide(false, u16::to_le_bytes), "utf-16le"),
        (wide(false, u16::to_be_bytes), "utf-16be"),
    ] {
        assert_eq!(read(&bytes, &encoded(label)), expected, "{label}");
    }
    let strict = encoded("utf-8");
    assert_eq!(read(&latin, &strict), ["1: Kunde|Ort", "csv-not-utf8 @2"]);
    assert_eq!(read(&wide(false, u16::to_le_bytes), &strict), ["csv-nul @1"]);
    assert_eq!(read(b"a\n\xC3", &strict), ["1: a", "csv-not-utf8 @2"]);
    assert_eq!(read(b"a\n\xC3", &encoded("auto")), ["1: a", "2: Ã"]);
    assert_eq!(
        read(
            "ä\n".as_bytes().iter().chain(b"\xE4").copied().collect::<Vec<_>>().as_slice(),
            &encoded("auto")
        ),
        ["1: ä", "csv-not-utf8 @2"]
    );
    assert_eq!(read(b"\xFF\xFEa\0\n\0\0\xD8b\0", &Dialect::default()), ["1: a", "csv-bad-encoding @2"]);
    assert_eq!(Encoding::parse("windows1252x"), None);
}

#[test]
fn r14_1_a_byte_that_is_not_utf8_is_named_with_its_position() {
    let mut rows = Rows::open("t.csv", &b"a,b\nM\xFCller,2\n"[..], &encoded("utf-8")).unwrap();
    rows.next_row().unwrap();
    let problem = rows.next_row().map(|_| ()).unwrap_err();
    assert_eq!(problem.facts, [("byte", "0xFC".to_owned()), ("position", "6".to_owned())]);
    assert!(rows.next_row().unwrap().is_none(), "a broken table has ended");
}

#[test]
fn r14_1_the_header_may_stand_further_down() {
    let dialect = |header_line| Dialect { header_line, ..Dialect::default() };
    for (text, line, expected) in [
        ("Report \"x\n\na;b\n1;2\n", 3, vec!["3: a|b", "4: 1|2"]),
        ("Report\r\na;b\r\n1;2\r\n", 2, vec!["2: a|b", "3: 1|2"]),
        ("Report\ra;b\r1;2", 2, vec!["2: a|b", "3: 1|2"]),
        ("a,b\n", 3, vec!["csv-header-line-beyond-end"]),
        ("", 3, vec!["csv-empty"]),
    ] {
        assert_eq!(read(text.as_bytes(), &dialect(line)), expected, "{text:?}");
    }
    let set = Dialect { delimiter: Some(b'#'), ..Dialect::default() };
    assert_eq!(read(b"a,b#c\n1,2#3\n", &set), ["1: a,b|c", "2: 1,2|3"]);
}

#[test]
fn r14_2_the_limits_are_exact() {
    let columns = |n: usize| vec!["c"; n].join(",") + "\n";
    assert_eq!(read(columns(COLUMNS_MAX).as_bytes(), &Dialect::default()).len(), 1);
    assert_eq!(read(columns(COLUMNS_MAX + 1).as_bytes(), &Dialect::default()), ["csv-too-many-columns @1"]);
    let endless = columns(COLUMNS_MAX + 1);
    assert_eq!(read(endless.trim_end().as_bytes(), &Dialect::default()), ["csv-too-many-columns @1"]);

    let field = |n: usize| format!("a,b\n1,{}\n", "x".repeat(n));
    assert_eq!(read_from(field(FIELD_BYTES_MAX).as_bytes(), &Dialect::default()).len(), 2);
    let problem = read_from(field(FIELD_BYTES_MAX + 1).as_bytes(), &Dialect::default());
    assert_eq!(problem, ["1: a|b", "csv-field-too-long @2"]);
    let quoted = format!("a,b\n\"p\nq\",\"{}", "x\n".repeat(FIELD_BYTES_MAX));
    let problem = read_from(quoted.as_bytes(), &Dialect::default());
    assert_eq!(problem, ["1: a|b", "csv-field-too-long @3"], "the line where the quote opened");

    let mut long = String::from("a\n");
    for _ in 0..=RECORD_BYTES_MAX / 50_000 {
        write!(long, "{},", "y".repeat(50_000)).unwrap();
    }
    assert_eq!(read_from(long.as_bytes(), &Dialect::default()), ["1: a", "csv-record-too-long @2"]);
}

/// Gives `head` and then the same byte for ever, counting what is taken.
struct Endless {
    head: &'static [u8],
    byte: u8,
    taken: Rc<Cell<usize>>,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = self.head.len().min(out.len());
        out[..n].copy_from_slice(&self.head[..n]);
        self.head = &self.head[n..];
        out[n..].fill(self.byte);
        self.taken.set(self.taken.get() + out.len());
        Ok(out.len())
    }
}

#[test]
fn r14_2_an_endless_line_is_refused_after_two_megabytes() {
    for (head, byte, header_line, expected) in [
        (&b"a,b\n1,"[..], b'x', 1, "csv-field-too-long @2"),
        (b"a,b\n1,\"", b'\n', 1, "csv-field-too-long @2"),
        (b"a,b\n1,", b',', 1, "csv-too-many-columns @2"),
        (b"", b'x', 1, "csv-field-too-long @1"),
        (b"\"", b',', 1, "csv-field-too-long @1"),
        (b"", b',', 1, "csv-too-many-columns @1"),
        (b"", b'x', 9, "csv-record-too-long @1"),
        (b"a\n", 0, 1, "csv-nul @2"),
        (b"a\n\"\"", b'"', 1, "csv-field-too-long @2"),
    ] {
        let taken = Rc::new(Cell::new(0));
        let reader = Endless { head, byte, taken: Rc::clone(&taken) };
        let told = read_from(reader, &Dialect { header_line, ..Dialect::default() });
        assert_eq!(told.last().unwrap(), expected);
        assert!(taken.get() < 2 * RECORD_BYTES_MAX, "{expected}: {} bytes taken", taken.get());
    }
}

/// Fails after its text, as a file on a lost network drive does.
struct Lost(&'static [u8]);

impl Read for Lost {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() {
            return Err(std::io::Error::other("gone"));
        }
        self.0.read(out)
    }
}

#[test]
fn r14_1_a_file_that_cannot_be_read_says_why() {
    assert_eq!(
        read_from(Lost(b"a,b\n1,2\n"), &Dialect::default()),
        ["1: a|b", "2: 1|2", "file-unreadable @3"]
    );
    assert_eq!(read_from(Lost(b""), &Dialect::default()), ["file-unreadable"]);
    let folder = std::env::temp_dir();
    assert_eq!(open_file(&folder).unwrap_err().code, "file-is-a-directory");
    assert_eq!(open_file(&folder.join("no-such-file.csv")).unwrap_err().code, "file-not-found");
}

#[test]
fn r14_1_the_delimiter_is_told_by_the_header_and_the_rows() {
    for (text, delimiter) in [
        ("a,b,c\n1,2,3\n", ','),
        ("a;b\n1,5;2\n", ';'),
        ("\"Name, Ort\";Betrag\n\"Muster; AG\";1\n", ';'),
        ("\"a;b;c\",d\n\"1;2;3\",4\n", ','),
        ("Konto; Name, Ort; Betrag\n1; Meyer, Ulm; 2,50\n2; Kurz, Bonn; 3,00\n", ';'),
        ("a;b;c;d,e\n1;2;3;4,5\n1;2;3\n", ';'),
        ("a\tb\n1,0\t2,0\n", '\t'),
        ("a|b\n1,0|2,0\n", '|'),
        ("Gr\u{f6}\u{df}e 5\" Rohr;Betrag;x\n1;2;3\n", ';'),
        ("a,b;c\n1,2;3\n1;2\n", ';'),
        ("one\n1,5\n", ','),
        ("a;b", ';'),
        ("sep=;\na,b\n", ';'),
    ] {
        let rows = Rows::open("t.csv", text.as_bytes(), &Dialect::default()).unwrap();
        assert_eq!(char::from(rows.delimiter()), delimiter, "{text}");
    }
}

#[test]
fn r14_1_fields_hold_delimiters_quotes_line_breaks_and_nothing() {
    for (text, expected) in [
        ("first,address\nEva,\"Ulm, Mitte\"\n", &["1: first|address", "2: Eva|Ulm, Mitte"][..]),
        ("a,b,c\n1,\"\",\"\"\n2,3,4\n", &["1: a|b|c", "2: 1||", "3: 2|3|4"]),
        ("a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", &["1: a|b|c", "2: 1||", "3: 2|3|4"]),
        (
            "key,val\n1,\"{\"\"type\"\": \"\"x\"\", \"\"at\"\": [1.0, 2]}\"\n",
            &["1: key|val", "2: 1|{\"type\": \"x\", \"at\": [1.0, 2]}"],
        ),
        ("a,b\n\"one\ntwo\",5\n7,8\n", &["1: a|b", "2: one\ntwo|5", "4: 7|8"]),
        ("a,b\n1,\"he said \"\"so\"\"\"\n", &["1: a|b", "2: 1|he said \"so\""]),
        ("a;b\n1;Rohr 5\"\n", &["1: a|b", "2: 1|Rohr 5\""]),
    ] {
        assert_eq!(read(text.as_bytes(), &Dialect::default()), expected, "{text}");
    }
}
