//! SIE 1 to 4: what is read, what is refused (R14.1, R14.2), and the real files of the folder `OBLIGO_REAL_DATA` names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

use obligo_formats::books::{BookReader, Entry};
use obligo_formats::code_page::cp437_char;
use obligo_formats::decode::Encoding;
use obligo_formats::sie::{LINE_BYTES_MAX, SieReader, SieSettings};
use obligo_rules::money::parse_minor;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::PathBuf;

const HEAD: &str =
    "#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#FNAMN \"Ovning AB\"\n#ORGNR 555555-5555\n#RAR 0 20240101 20241231\n";

/// Gives a byte at a time.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.0.len().min(buffer.len()).min(1);
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

fn told(entry: &Entry) -> String {
    match entry {
        Entry::Company(c) => {
            format!("{} company {}|{}|{}|{}", c.position.line, c.number, c.name, c.tax_id, c.currency)
        }
        Entry::Party(p) => format!("{} party {} {}", p.position.line, p.account, p.name),
        Entry::Balance(b) => {
            let day = b.day.map_or("?".to_owned(), |day| day.to_string());
            let at = if b.is_opening { "start" } else { "end" };
            format!("{} balance {}/{} {day} {at} {}", b.position.line, b.account, b.party, b.amount)
        }
        Entry::Booking(b) => format!(
            "{} {} {}/{} {} {}/{} {} {} {} | {}",
            b.position.line,
            b.position.element,
            b.journal,
            b.voucher,
            b.posting_date,
            b.account,
            b.party,
            b.party_name,
            b.document_no,
            b.amount,
            b.text
        ),
        Entry::Document(_) | Entry::Receipt(_) => unreachable!("SIE has none"),
    }
}

fn read_with(bytes: impl Read, settings: &SieSettings) -> Vec<String> {
    let mut reader = SieReader::open("a.se", bytes, settings);
    let mut lines = Vec::new();
    while !reader.is_ended() {
        match reader.next_entry() {
            Ok(Some(entry)) => lines.push(told(&entry)),
            Ok(None) => break,
            Err(problem) => lines.push(told_problem(&problem)),
        }
        lines.extend(reader.take_warnings().iter().map(told_problem));
    }
    lines.extend(reader.take_warnings().iter().map(told_problem));
    lines
}

fn told_problem(problem: &Problem) -> String {
    assert_eq!(problem.place.file.as_deref(), Some("a.se"));
    let mut line = problem.code.to_owned();
    for (_, fact) in &problem.facts {
        let _ = write!(line, " {fact}");
    }
    if let Some(at) = problem.place.line {
        let _ = write!(line, " @{at}");
    }
    if let Some(value) = &problem.place.value {
        let _ = write!(line, " [{value}]");
    }
    line
}

fn read(bytes: &[u8]) -> Vec<String> {
    let settings = SieSettings::default();
    let whole = read_with(bytes, &settings);
    assert_eq!(whole, read_with(Trickle(bytes), &settings), "read byte by byte");
    whole
}

/// Entries of a file that begins with [`HEAD`], its company left out.
fn after_head(text: &str) -> Vec<String> {
    read(format!("{HEAD}{text}").as_bytes()).into_iter().filter(|line| !line.contains(" company ")).collect()
}

#[test]
fn r14_1_company_accounts_balances_and_vouchers_are_read() {
    let text = "#FNR 7\n#VALUTA EUR\n#KONTO 1510 Kundfordringar\n#DIM 8 Kund\n#DIM 10 Faktura\n#OBJEKT 8 \"1001\" \"Berg AB\"\n\
        #OBJEKT 8 1002 Dal\n#OBJEKT 6 P1 Projekt\n#IB 0 1510 250.5\n#OIB 0 1510 {8 \"1001\"} 250.5 \"\"\n#UB -1 1510 250.50\n\
        #PSALDO 0 202401 1510 {} 100\n#VER \"B\" 12 20240131 \"Faktura 881\" 20240201\n{\n\
        \t#TRANS 1510 {8 1001 10 \"881\"} 125.00 \"\" \"\"\n #TRANS 2611 {} -25\n #TRANS 3051 { 1 \"K\" 6 P1 } -100,0 20240201 \"vara\" 4\n}\n\
        #VER A \"\" 20240301\n{\n#BTRANS 1510 {} 9\n#RTRANS 1510 {8 1001} -125\n#TRANS 1510 {8 1001} -125.00\n#TRANS 1930 {} 125\n}\n";
    assert_eq!(
        read(format!("{HEAD}{text}").as_bytes()),
        [
            "12 party 1001 Berg AB",
            "13 party 1002 Dal",
            "4 company 7|Ovning AB|555555-5555|EUR",
            "15 balance 1510/ 2024-01-01 start 250.50",
            "16 balance 1510/1001 2024-01-01 start 250.50",
            "17 balance 1510/ ? end 250.50",
            "21 #TRANS B/12 2024-01-31 1510/1001 Berg AB 881 125.00 | Faktura 881",
            "22 #TRANS B/12 2024-01-31 2611/   -25.00 | Faktura 881",
            "23 #TRANS B/12 2024-02-01 3051/   -100.00 | vara",
            "29 #TRANS A/@1 2024-03-01 1510/1001 Berg AB  -125.00 | ",
            "30 #TRANS A/@1 2024-03-01 1930/   125.00 | ",
        ]
    );
}

#[test]
fn r14_1_quotes_escapes_and_line_ends() {
    for (text, expected) in [
        (r#""a \"b\" c""#, r#"a "b" c"#),
        (r#""C:\Program\Bok""#, r"C:\Program\Bok"),
        (r#""C:\\Program""#, r"C:\Program"),
        (r#""C:\Program\""#, r"C:\Program\"),
        (r#""""#, ""),
        ("plain", "plain"),
        (r#""a { b }""#, "a { b }"),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let file = format!("#FLAGGA 0{end}#FNAMN {text}{end}{end}#KONTO 1 a{end}");
            assert_eq!(read(file.as_bytes()), [format!("2 company |{expected}||SEK")], "{text}");
        }
    }
}

#[test]
fn r14_1_the_encoding_is_told_by_the_letters_or_by_the_user() {
    let name = |bytes: &[u8], encoding: Option<&str>| {
        let file = [b"#FLAGGA 0\n#FNAMN \"", bytes, b"\"\n"].concat();
        let encoding = encoding.map(|label| Encoding::parse(label).unwrap());
        read_with(file.as_slice(), &SieSettings { encoding, ..SieSettings::default() }).join(" ")
    };
    assert_eq!(name(b"\x8Fl \x99", None), "2 company |Ål Ö||SEK");
    assert_eq!(name("Ål Ö".as_bytes(), None), "2 company |Ål Ö||SEK");
    assert_eq!(name(b"\xC5l \xD6", None), "2 company |Ål Ö||SEK");
    assert_eq!(name(b"\xE4", Some("cp437")), "2 company |Σ||SEK");
    assert_eq!(name(b"\x84", Some("utf-8")), "csv-not-utf8 0x84 1 @2 0 company |||SEK");
    let marked = ["\u{feff}#FLAGGA 0\n#FNAMN Öl\n".as_bytes()].concat();
    assert_eq!(read(&marked), ["2 company |Öl||SEK"]);
    assert_eq!(cp437_char(0x94), 'ö');
}

#[test]
fn r14_1_dimensions_of_customers_and_invoices_can_be_named() {
    let settings = SieSettings {
        customer_dimension: Some("21".into()),
        invoice_dimension: Some("22".into()),
        ..SieSettings::default()
    };
    let text =
        "#OBJEKT 21 K7 Berg\n#VER A 1 20240101\n{\n#TRANS 1510 {21 K7 22 F9} 1\n#TRANS 3000 {8 x} -1\n}\n";
    assert_eq!(
        read_with(format!("{HEAD}{text}").as_bytes(), &settings)[1..],
        [
            "4 company |Ovning AB|555555-5555|SEK",
            "10 #TRANS A/1 2024-01-01 1510/K7 Berg F9 1.00 | ",
            "11 #TRANS A/1 2024-01-01 3000/   -1.00 | "
        ]
    );
}

#[test]
fn r14_1_what_the_standard_forbids_is_refused_with_its_line() {
    for (text, expected) in [
        ("#VER A 1 20240101\n{\n#TRANS 1510 {} 1\n}\n", "sie-voucher-unbalanced A 1 1.00 @7"),
        ("#VER A 1 20240101\n{\n#TRANS 1510 {} x\n}\n", "sie-field amount @9 [x]"),
        ("#VER A 1 20240101\n{\n#TRANS 1510 {} 0.001\n}\n", "sie-field decimals @9 [0.001]"),
        ("#VER A 1 20240101\n{\n#TRANS 1510 {} 9999999999999\n}\n", "sie-field large @9 [9999999999999]"),
        ("#VER A 1 20240101\n{\n#TRANS \"\" {} 0\n}\n", "sie-field account @9 []"),
        ("#VER A 1 20240101\n{\n#TRANS 1510 {} 0 240101\n}\n", "sie-field date @9 [240101]"),
        ("#VER A 1\n{\n}\n", "sie-field date @7 []"),
        ("#VER A 1 20240230\n{\n}\n", "sie-field date @7 [20240230]"),
        ("#TRANS 1510 {} 1\n", "sie-outside-voucher @7"),
        ("#VER A 1 20240101\n#TRANS 1510 {} 0\n", "sie-outside-voucher @8"),
        ("#VER A 1 20240101\n{\n", "sie-voucher-open @7"),
        ("#VER A 1 20240101\n{\n#VER A 2 20240101\n{\n}\n", "sie-voucher-open @7"),
        ("}\n", "sie-brace @7 [}]"),
        ("{\n", "sie-brace @7 [{]"),
        ("#IB 0 1510 \n", "sie-field amount @7 []"),
        ("#IB x 1510 1\n", "sie-field year @7 [x]"),
        ("#VALUTA KRO\n", "sie-field currency @7 [KRO]"),
        ("#OBJEKT 8 \"\" x\n", "sie-field object @7 []"),
        ("#FNAMN \"a\n", "sie-quote @7 [a]"),
        ("hello\n", "sie-not-a-record @7 [hello]"),
        ("#KONTO 1 a\0b\n", "csv-nul @7"),
        ("#KSUMMA\n#KONTO 1510 a\n", "sie-cut"),
        ("#KSUMMA\n#KONTO 1510 a\n#KSUMMA 12\n", "warning-sie-checksum 2649078854 @9 [12]"),
    ] {
        let problems: Vec<String> = after_head(text)
            .into_iter()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .collect();
        assert_eq!(problems.first().map(String::as_str), Some(expected), "{text}");
    }
    for (file, expected) in [
        ("", "csv-empty"),
        ("\n\n", "csv-empty"),
        ("<html>\n", "sie-not-sie @1 [<html>]"),
        ("date,amount\n", "sie-not-sie @1 [date,amount]"),
        ("{\n", "sie-not-sie @1 []"),
    ] {
        assert_eq!(read(file.as_bytes()), [expected], "{file}");
    }
    let long = format!("{HEAD}#FNAMN \"{}\"\n#FNR 1\n", "a".repeat(LINE_BYTES_MAX));
    assert_eq!(
        read_with(long.as_bytes(), &SieSettings::default())[0],
        format!("sie-line-too-long {LINE_BYTES_MAX} @7")
    );
}

#[test]
fn r14_1_reading_goes_on_after_a_wrong_record() {
    let text =
        "#VER A 1 20240101\n{\n#TRANS 1510 {} x\n#TRANS 1510 {} 1\n#TRANS 3000 {} -1\n}\n#IB 0 1510 2\n";
    assert_eq!(
        after_head(text),
        [
            "sie-field amount @9 [x]",
            "10 #TRANS A/1 2024-01-01 1510/   1.00 | ",
            "11 #TRANS A/1 2024-01-01 3000/   -1.00 | ",
            "13 balance 1510/ 2024-01-01 start 2.00"
        ]
    );
}

fn real() -> Option<PathBuf> {
    let folder =
        std::env::var_os("OBLIGO_REAL_DATA").map(PathBuf::from).filter(|f| !f.as_os_str().is_empty());
    let line = if folder.is_some() { "skipped: 0" } else { "skipped: 1 (OBLIGO_REAL_DATA not set)" };
    let _ = writeln!(std::io::stdout(), "{line}");
    folder
}

/// Real files that are no SIE files: name, why the standard forbids them.
const REFUSED: &[(&str, &str)] = &[
    (
        "BokSald.SE",
        "a web page saved under the name: every line of a SIE file is a record that begins with #",
    ),
    (
        "HAS1_1412.se",
        "a web page saved under the name: every line of a SIE file is a record that begins with #",
    ),
];

#[test]
fn r14_1_every_real_file_comes_to_the_totals_worked_out_for_it() {
    let Some(folder) = real() else { return };
    let cents = |text: &str| parse_minor(text, 2).unwrap();
    let mut expected: BTreeMap<String, Vec<String>> =
        std::fs::read_to_string(folder.join("expected/sie_totals.csv"))
            .unwrap()
            .lines()
            .skip(1)
            .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
            .map(|fields| (fields[0].clone(), fields))
            .collect();
    let mut read = 0;
    for file in std::fs::read_dir(folder.join("sie")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let fields = expected.remove(&name).unwrap_or_else(|| panic!("no totals for {name}"));
        let mut reader = SieReader::open(&name, std::fs::File::open(&path).unwrap(), &SieSettings::default());
        let (mut lines, mut sum, mut receivables, mut opening) = (0, 0, 0, 0);
        let mut problems = Vec::new();
        while !reader.is_ended() {
            match reader.next_entry() {
                Ok(Some(Entry::Booking(booking))) => {
                    lines += 1;
                    sum += booking.amount.minor;
                    receivables += if booking.account.starts_with("15") { booking.amount.minor } else { 0 };
                }
                Ok(Some(Entry::Balance(balance))) => {
                    let counts = balance.position.element == "#IB"
                        && balance.account.starts_with("15")
                        && balance.day.is_some_and(|day| is_year_0(&path, day));
                    opening += if counts { balance.amount.minor } else { 0 };
                }
                Ok(_) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if REFUSED.iter().any(|(refused, _)| *refused == name) {
            assert_eq!(problems.len(), 1, "{name}");
            assert_eq!((problems[0].code, problems[0].place.line), ("sie-not-sie", Some(1)), "{name}");
            continue;
        }
        assert_eq!(problems, [], "{name}");
        assert_eq!(reader.take_warnings(), [], "{name}");
        read += 1;
        assert_eq!(
            (reader.vouchers().to_string(), lines.to_string(), sum, receivables, opening),
            (fields[3].clone(), fields[4].clone(), cents(&fields[6]), cents(&fields[7]), cents(&fields[8])),
            "{name}"
        );
    }
    assert_eq!(expected.into_keys().collect::<Vec<_>>(), Vec::<String>::new());
    let _ = writeln!(std::io::stdout(), "SIE: {read} files to the cent, {} refused", REFUSED.len());
}

/// Whether a day begins the year that a file calls 0.
fn is_year_0(path: &std::path::Path, day: obligo_rules::calendar::Day) -> bool {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let start = text.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_ascii_whitespace().collect();
        (fields.first() == Some(&"#RAR") && fields.get(1) == Some(&"0")).then(|| fields[2].to_owned())
    });
    start.is_none_or(|start| day.to_string().replace('-', "") == start)
}
