//! Bookings of DATEV and FEC, line by line, and the rates of the central bank.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

use obligo_formats::books::{BookReader, Booking, Entry};
use obligo_formats::datev::DatevReader;
use obligo_formats::ecb::EcbRates;
use obligo_formats::fec::FecReader;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

const HEADER: &str = "\"EXTF\";700;21;\"Buchungsstapel\";9;20240306102500000;;\"XY\";\"\";\"\";1001;456;20240101;4;20240201;20240229;\"März\";\"\";1;;0;\"EUR\"";
const COLUMNS: &str = "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basisumsatz;WKZ Basisumsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext";

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// `line account/contra party amount [foreign] date due document voucher lettering text`.
fn shown(entry: &Entry) -> String {
    match entry {
        Entry::Booking(booking) => {
            let Booking { position, account, contra, party, amount, .. } = booking;
            let foreign = booking.foreign.map(|money| format!(" [{money} {}]", money.currency));
            format!(
                "{} {account}/{contra} {party} {amount} {}{} {} {} {} {} {} {}",
                position.line,
                amount.currency,
                foreign.unwrap_or_default(),
                booking.posting_date,
                day(booking.due_date),
                booking.document_no,
                booking.voucher,
                booking.lettering,
                booking.text
            )
        }
        Entry::Party(party) => format!(
            "{} {} {} {} {} {}",
            party.position.line, party.account, party.name, party.country, party.vat_id, party.payment_terms
        ),
        Entry::Company(company) => format!("company {} {}", company.number, company.currency),
        other => format!("{other:?}"),
    }
}

fn told(problem: &Problem) -> String {
    let fact =
        |name: &str| problem.facts.iter().find(|(fact, _)| *fact == name).map(|(_, text)| text.as_str());
    let line = problem.place.line.map(|line| format!(" @{line}")).unwrap_or_default();
    let column = problem.place.column.as_deref().unwrap_or_default();
    let detail = fact("fault").or(fact("missing")).or(fact("category")).unwrap_or_default();
    format!("{}{line} {column} {detail}", problem.code)
}

/// Every entry, and every problem in its place.
fn all(reader: Result<impl BookReader, Problem>) -> Vec<String> {
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(problem) => return vec![told(&problem).trim_end().to_owned()],
    };
    let mut lines = Vec::new();
    loop {
        match reader.next_entry() {
            Ok(Some(entry)) => lines.push(shown(&entry).split_whitespace().collect::<Vec<_>>().join(" ")),
            Ok(None) => {
                assert!(reader.is_ended());
                return lines;
            }
            Err(problem) => lines.push(told(&problem).trim_end().to_owned()),
        }
        assert!(lines.len() < 1000, "it goes on for ever");
    }
}

fn datev(rows: &[&str]) -> Vec<String> {
    let text = [&[HEADER, COLUMNS], rows].concat().join("\r\n");
    let mut lines = all(DatevReader::open("d.csv", text.as_bytes(), None));
    assert_eq!(lines.remove(0), "company 456 EUR");
    lines
}

#[test]
fn datev_bookings_are_seen_from_the_debtor() {
    for (row, expected) in [
        // An invoice, a payment booked on the bank, the same on the debtor.
        (
            "5950,00;S;;;;;10000;8400;;2202;RE-1;;;Honorar",
            &["3 10000/8400 10000 5950.00 EUR 2024-02-22 RE-1 RE-1 Honorar"][..],
        ),
        ("5950,00;S;;;;;1200;10000;;2202;RE-1;;;", &["3 10000/1200 10000 -5950.00 EUR 2024-02-22 RE-1 RE-1"]),
        ("5950,00;H;;;;;10000;1200;;2202;RE-1;;;", &["3 10000/1200 10000 -5950.00 EUR 2024-02-22 RE-1 RE-1"]),
        // A creditor is nobody's debtor.
        ("10,00;H;;;;;70000;4400;;2202;E-1;;;", &["3 70000/4400 -10.00 EUR 2024-02-22 E-1 E-1"]),
        ("10,00;S;;;;;70000;10001;;2202;X;;;", &["3 10001/70000 10001 -10.00 EUR 2024-02-22 X X"]),
        // A transfer from one debtor to another is both.
        (
            "10,00;S;;;;;10002;10001;;2202;X;;;",
            &[
                "3 10002/10001 10002 10.00 EUR 2024-02-22 X X",
                "3 10001/10002 10001 -10.00 EUR 2024-02-22 X X",
            ],
        ),
        // A leading zero of the date is lost in spreadsheets; the year is the fiscal year's.
        ("1,00;;;;;;1200;8400;;102;;;;", &["3 1200/8400 1.00 EUR 2024-02-01"]),
        // A discount settles as much again.
        (
            "980,00;H;;;;;10000;1200;;2202;RE-2;;20,00;",
            &[
                "3 10000/1200 10000 -980.00 EUR 2024-02-22 RE-2 RE-2",
                "3 10000/ 10000 -20.00 EUR 2024-02-22 RE-2 RE-2",
            ],
        ),
        // Foreign currency: with its base amount, with a rate, with neither.
        (
            "110,00;S;USD;1,1;100,00;EUR;10000;8120;;2202;RE-3;;;",
            &["3 10000/8120 10000 100.00 EUR [110.00 USD] 2024-02-22 RE-3 RE-3"],
        ),
        (
            "100,00;S;USD;1,0956;;;10000;8120;;2202;RE-3;;;",
            &["3 10000/8120 10000 91.27 EUR [100.00 USD] 2024-02-22 RE-3 RE-3"],
        ),
        ("100,00;S;USD;;;;10000;8120;;2202;RE-3;;;", &["3 10000/8120 10000 100.00 USD 2024-02-22 RE-3 RE-3"]),
        // Generalumkehr takes back.
        ("50,00;S;;;;;10000;8400;20;2202;RE-4;;;", &["3 10000/8400 10000 -50.00 EUR 2024-02-22 RE-4 RE-4"]),
        ("50,00;S;;;;;10000;8400;9;2202;RE-4;;;", &["3 10000/8400 10000 50.00 EUR 2024-02-22 RE-4 RE-4"]),
        // Belegfeld 2 as a due date, and as anything else.
        (
            "50,00;S;;;;;10000;8400;;2202;RE-5;230324;;",
            &["3 10000/8400 10000 50.00 EUR 2024-02-22 2024-03-23 RE-5 RE-5"],
        ),
        (
            "50,00;S;;;;;10000;8400;;2202;RE-5;010199;;",
            &["3 10000/8400 10000 50.00 EUR 2024-02-22 RE-5 RE-5"],
        ),
        // What is wrong names the field.
        ("50,0x;S;;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Umsatz amount"]),
        (";S;;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Umsatz amount"]),
        ("50,001;S;;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Umsatz decimals"]),
        ("99999999999999999,00;S;;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Umsatz large"]),
        ("50,00;X;;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Soll/Haben-Kennzeichen side"]),
        ("50,00;S;EURO;;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 WKZ Umsatz currency"]),
        ("50,00;S;USD;0;;;10000;8400;;2202;RE-6;;;", &["booking-field @3 Kurs rate"]),
        ("50,00;S;;;;;;8400;;2202;RE-6;;;", &["booking-field @3 Konto account"]),
        ("50,00;S;;;;;10000;8400;;3002;RE-6;;;", &["booking-field @3 Belegdatum date"]),
        ("50,00;S;;;;;10000;8400;;;RE-6;;;", &["booking-field @3 Belegdatum date"]),
    ] {
        assert_eq!(datev(&[row]), expected, "{row}");
    }
}

#[test]
fn datev_reads_on_behind_a_row_that_is_wrong() {
    let lines = datev(&["x;S;;;;;10000;8400;;2202;A;;;", "1,00;S;;;;;10000;8400;;2202;B;;;"]);
    assert_eq!(lines, ["booking-field @3 Umsatz amount", "4 10000/8400 10000 1.00 EUR 2024-02-22 B B"]);
}

#[test]
fn datev_texts_of_several_lines_are_one() {
    let quoted = datev(&["1,00;S;;;;;10000;8400;;2202;A;;;\"one\ntwo\""]);
    assert_eq!(quoted, ["3 10000/8400 10000 1.00 EUR 2024-02-22 A A one two"]);
    // Some programs lose the quote that opens.
    let open =
        datev(&["1,00;S;;;;;10000;8400;;2202;A;;;one", "two\"", "2,00;S;;;;;10000;8400;;2202;B;;;three\""]);
    assert_eq!(
        open,
        [
            "3 10000/8400 10000 1.00 EUR 2024-02-22 A A one two",
            "5 10000/8400 10000 2.00 EUR 2024-02-22 B B three"
        ]
    );
}

#[test]
fn datev_fiscal_years_may_begin_in_any_month() {
    let header = HEADER.replace("20240101;4;", "20230701;4;");
    for (date, expected) in
        [("3006", "2024-06-30"), ("107", "2023-07-01"), ("2902", "2024-02-29"), ("31122023", "2023-12-31")]
    {
        let text = format!("{header}\n{COLUMNS}\n1,00;S;;;;;10000;8400;;{date};A;;;\n");
        let lines = all(DatevReader::open("d.csv", text.as_bytes(), None));
        assert_eq!(lines[1], format!("3 10000/8400 10000 1.00 EUR {expected} A A"));
    }
}

#[test]
fn datev_debtors_and_names_of_accounts_are_parties() {
    let header = HEADER.replace(";21;\"Buchungsstapel\"", ";16;\"Debitoren/Kreditoren\"");
    let columns = "Konto;Name (Adressatentyp Unternehmen);Name (Adressatentyp natürl. Person);Vorname (Adressatentyp natürl. Person);Kurzbezeichnung;EU-Land;EU-USt-IdNr.;Land;Fälligkeit in Tagen (Debitor)";
    let rows =
        "10000;Muster AG;;;;DE;123456789;DE;30\n10001;;Muster;Eva;;;;AT;\n10002;;;;Kurz;;;;\n;;;;;;;;\n";
    let text = format!("{header}\n{columns}\n{rows}");
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [text.as_bytes(), &windows] {
        assert_eq!(
            all(DatevReader::open("d.csv", bytes, None))[1..],
            ["3 10000 Muster AG DE DE123456789 30", "4 10001 Eva Muster AT", "5 10002 Kurz"]
        );
    }
    let header = HEADER.replace(";21;\"Buchungsstapel\"", ";20;\"Kontenbeschriftungen\"");
    let text =
        format!("{header}\nKonto;Kontenbeschriftung;Sprach-ID\n1200;Bank;de-DE\n10000;Muster AG;de-DE\n");
    assert_eq!(all(DatevReader::open("d.csv", text.as_bytes(), None))[1..], ["4 10000 Muster AG"]);
}

#[test]
fn what_is_no_datev_file_is_refused() {
    for (text, expected) in [
        ("", "csv-empty"),
        ("Umsatz;Konto\n1,00;10000\n", "datev-header @1"),
        ("\"EXTF\";700\n", "datev-header @1"),
        ("\"EXTF\";x;21;;;;;;;;1;2;20240101;4\nUmsatz\n", "datev-header @1"),
        ("\"EXTF\";700;65;\"Wiederkehrende Buchungen\";4;;;;;;1;2;20240101;4\nB1\n", "datev-category @1  65"),
        ("\"EXTF\";700;21;\"Buchungsstapel\";9;;;;;;1;2;20240101;4\n", "datev-columns  Konto"),
        (
            "\"EXTF\";700;21;\"Buchungsstapel\";9;;;;;;1;2;20240101;4\nBetrag;Konto\n",
            "datev-columns @2  Umsatz",
        ),
        ("\"EXTF\";700;16;\"Debitoren\";5;;;;;;1;2;20240101;4\nName\n", "datev-columns @2  Konto"),
        ("PK\u{3}\u{4}", "csv-other-format"),
    ] {
        assert_eq!(all(DatevReader::open("d.csv", text.as_bytes(), None)), [expected], "{text}");
    }
}

const FEC: &str = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

fn fec(rows: &[&str]) -> Vec<String> {
    let text = [&[FEC], rows].concat().join("\n");
    let lines = all(FecReader::open("f.txt", text.as_bytes(), None, None));
    for delimiter in ["\t", ";"] {
        let text = text.replace('|', delimiter);
        assert_eq!(all(FecReader::open("f.txt", text.as_bytes(), None, None)), lines, "{delimiter:?}");
    }
    lines
}

#[test]
fn fec_lines_are_bookings() {
    for (row, expected) in [
        (
            "VE|Ventes|12|20260301|4110000|Clients|C1|Alpha|FA-1|20260228|Facture|500000,00|0,00|AA|20260315|20260301||",
            "2 4110000/ C1 500000.00 EUR 2026-03-01 FA-1 12 AA Facture",
        ),
        (
            "VE|Ventes|12|20260301|411|Clients|C1|Alpha|FA-1||L| 000000000007760,45|0,00|||20260301| 000000000007760,45|EUR",
            "2 411/ C1 7760.45 EUR 2026-03-01 FA-1 12 L",
        ),
        // The sign of a foreign amount is written in both ways.
        (
            "VE||1|20260301|411||C1||F||L|0,00|100.00|||20260301|-110,00|USD",
            "2 411/ C1 -100.00 EUR [-110.00 USD] 2026-03-01 F 1 L",
        ),
        (
            "VE||1|20260301|411||C1||F||L|0,00|100,00|||20260301|110,00|USD",
            "2 411/ C1 -100.00 EUR [-110.00 USD] 2026-03-01 F 1 L",
        ),
        // A debit below zero is a credit; thousands may be set off.
        ("VE||1|20260301|411||C1||F||L|-1 234,56||||20260301||", "2 411/ C1 -1234.56 EUR 2026-03-01 F 1 L"),
        ("VE||1|2026-03-01|411||C1||F||L|1||||20260301||", "2 411/ C1 1.00 EUR 2026-03-01 F 1 L"),
        ("VE||1|20260230|411||C1||F||L|1,00|||||||", "booking-field @2 EcritureDate date"),
        ("VE||1||411||C1||F||L|1,00|||||||", "booking-field @2 EcritureDate date"),
        ("VE||1|20260201|411||C1||F|x|L|1,00|||||||", "booking-field @2 PieceDate date"),
        ("VE||1|20260201|||C1||F||L|1,00|||||||", "booking-field @2 CompteNum account"),
        ("VE||1|20260201|411||C1||F||L|1,0a|||||||", "booking-field @2 Debit amount"),
        ("VE||1|20260201|411||C1||F||L|1,005|||||||", "booking-field @2 Debit decimals"),
        ("VE||1|20260201|411||C1||F||L|1,00|||||2,00|ZZZ", "booking-field @2 Idevise currency"),
        ("VE||1|20260201|411", "csv-too-few-fields @2"),
    ] {
        assert_eq!(fec(&[row]), [expected], "{row}");
    }
}

#[test]
fn fec_texts_may_begin_with_a_quote() {
    let row = "VE||1|20260301|411||C1||F||\"L|1,00|||||||";
    let text = format!("{FEC}\n{row}\n{row}\n");
    let lines = all(FecReader::open("f.txt", text.as_bytes(), None, None));
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[test]
fn fec_may_have_amount_and_side() {
    let header = FEC.replace("Debit|Credit", "Montant|Sens");
    for (side, expected) in [
        ("D", "2 411/ C1 5.00 EUR 2026-03-01 F 1 L"),
        ("-1", "2 411/ C1 -5.00 EUR 2026-03-01 F 1 L"),
        ("X", "booking-field @2 Sens side"),
    ] {
        let text = format!("{header}\nVE||1|20260301|411||C1||F||L|5,00|{side}|||||\n");
        assert_eq!(all(FecReader::open("f.txt", text.as_bytes(), None, None)), [expected]);
    }
}

#[test]
fn what_is_no_fec_is_refused() {
    for (text, expected) in [
        ("", "csv-empty"),
        ("a|b\n", "fec-columns @1  Debit"),
        (&FEC.replace("|Credit", ""), "fec-columns @1  Credit"),
        (&FEC.replace("|CompteNum", ""), "fec-columns @1  CompteNum"),
    ] {
        assert_eq!(all(FecReader::open("f.txt", text.as_bytes(), None, None)), [expected], "{text}");
    }
    let books = Currency::parse("XPF");
    let text = format!("{FEC}\nVE||1|20260301|411||C1||F||L|500|||||||\n");
    let lines = all(FecReader::open("f.txt", text.as_bytes(), None, books));
    assert_eq!(lines, ["2 411/ C1 500 XPF 2026-03-01 F 1 L"]);
}

fn rates(text: &str) -> Vec<String> {
    let mut reader = match EcbRates::open("r.csv", text.as_bytes()) {
        Ok(reader) => reader,
        Err(problem) => return vec![told(&problem).trim_end().to_owned()],
    };
    let mut lines = vec![reader.unknown().collect::<Vec<_>>().join(" ")];
    loop {
        match reader.next_rate() {
            Ok(None) => return lines,
            Ok(Some(rate)) => {
                lines.push(format!("{} {} {} {}", rate.line, rate.date, rate.currency, rate.rate));
            }
            Err(problem) => lines.push(told(&problem).trim_end().to_owned()),
        }
    }
}

#[test]
fn rates_of_the_central_bank_are_read_as_published() {
    assert_eq!(
        rates("Date,USD,JPY,CYP,\n2024-12-31,1.0389,163.06,N/A,\n2007-12-31,1.4721,164.93,0.585274,\n"),
        [
            "CYP",
            "2 2024-12-31 USD 1.0389",
            "2 2024-12-31 JPY 163.06",
            "3 2007-12-31 USD 1.4721",
            "3 2007-12-31 JPY 164.93"
        ]
    );
    assert_eq!(rates("Date, USD, JPY, SEK, \n02 January 2024, 1.0956, 155.96, 11.1800, \n").len(), 4);
    assert_eq!(
        rates("Date,USD,JPY,SEK\n31.12.2024,1,1,1\n2024-12-31,1,-1,1\n2024-12-30,1,N/A,1\n"),
        [
            "",
            "field-not-a-date @2 Date",
            "field-not-a-number @3 JPY",
            "4 2024-12-30 USD 1",
            "4 2024-12-30 SEK 1"
        ]
    );
    assert_eq!(rates("date,base,currency,rate\n"), ["csv-missing-column @1 Date Date"]);
}
