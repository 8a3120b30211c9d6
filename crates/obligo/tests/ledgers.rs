//! Ledgers of other programs, from bookings to items and settlements: what each format's lines become, what is listed, and that the next
//! export of the same ledger brings only the differences (R14.1).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ledgers {
    pub mod desk;
}

use ledgers::desk::{Desk, counts, unmatched};

const SIE_HEAD: &str = "#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#FNAMN \"Ovning AB\"\n#RAR 0 20260101 20261231\n#KONTO 1510 Kundfordringar\n\
    #OBJEKT 8 1001 \"Berg AB\"\n#OBJEKT 8 1002 \"Dal AB\"\n#IB 0 1510 500.00\n";

const SIE_JANUARY: &str = "#VER B 1 20260110\n{\n#TRANS 1510 {8 1001 10 881} 125.00\n#TRANS 2611 {} -25.00\n#TRANS 3051 {} -100.00\n}\n\
    #VER B 2 20260112\n{\n#TRANS 1510 {8 1002 10 882} 200.00\n#TRANS 3051 {} -200.00\n}\n\
    #VER B 3 20260115\n{\n#TRANS 1510 {8 1001 10 881} -25.00\n#TRANS 3051 {} 25.00\n}\n\
    #VER C 1 20260120\n{\n#TRANS 1930 {} 110.00\n#TRANS 1510 {8 1001 10 881} -60.00\n#TRANS 1510 {8 1002} -50.00\n}\n\
    #VER C 2 20260121\n{\n#TRANS 1930 {} 9.00\n#TRANS 1510 {} -9.00\n}\n";

const SIE_FEBRUARY: &str = "#VER C 3 20260205\n{\n#TRANS 1930 {} 40.00\n#TRANS 1510 {8 1001 10 881} -40.00\n}\n\
    #VER D 1 20260210\n{\n#TRANS 6351 {} 200.00\n#TRANS 1510 {8 1002 10 882} -200.00\n}\n";

#[test]
fn r14_1_sie_customers_and_invoices_become_items_and_settlements() {
    let mut desk = Desk::new("SEK");
    let file = format!("{SIE_HEAD}{SIE_JANUARY}");
    let report = desk.ledger("bok.se", &file);
    let january = "\
1001 credit_note 881 2026-01-15 2026-01-15 SEK -25.00 open 0.00
  2026-01-15 offset 25.00 invoice/881
1001 invoice 881 2026-01-10 2026-02-09 SEK net 100.00 125.00 open 40.00
  2026-01-15 credit_note 25.00 credit_note/881
  2026-01-20 payment 60.00 2026/C/1
1002 invoice 882 2026-01-12 2026-02-11 SEK 200.00 open 200.00
1002 payment_on_account 2026/C/1/2 2026-01-20 2026-01-20 SEK -50.00 open -50.00";
    assert_eq!(desk.state(), january);
    assert_eq!(unmatched(&report), ["9 opening_balance 1510  500.00", "35 no_debtor   -9.00"]);
    assert_eq!((counts(&report), report.files[0].on_account), ((7, 0, 0), 1));
    // The same file again (PA-11).
    let again = desk.ledger("bok.se", &file);
    assert_eq!((counts(&again), desk.state().as_str()), ((0, 0, 7), january));
    // The next export of the same ledger, whole or only its new part.
    let whole = format!("{file}{SIE_FEBRUARY}");
    let mut other = Desk::new("SEK");
    other.ledger("bok.se", &file);
    let report = desk.ledger("bok.se", &whole);
    assert_eq!(counts(&report), (2, 0, 7));
    other.ledger("feb.se", format!("{SIE_HEAD}{SIE_FEBRUARY}"));
    assert_eq!(desk.state(), other.state());
    let mut at_once = Desk::new("SEK");
    at_once.ledger("bok.se", &whole);
    assert_eq!(desk.state(), at_once.state());
    assert!(desk.state().contains("2026-02-10 write_off 200.00 2026/D/1"), "{}", desk.state());
}

const FEC_HEAD: &str = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\t\
    EcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

/// A FEC of lines `JOURNAL VOUCHER DATE ACCOUNT CUSTOMER PIECE AMOUNT LETTERING`, `-` for nothing; a foreign amount may follow.
fn fec(lines: &str) -> String {
    let mut file = FEC_HEAD.to_owned();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut f: Vec<&str> =
            line.split_whitespace().map(|field| if field == "-" { "" } else { field }).collect();
        f.resize(10, "");
        let amount = f[6].replace('.', ",");
        let (debit, credit) = match amount.strip_prefix('-') {
            Some(credit) => ("0,00", credit),
            None => (amount.as_str(), "0,00"),
        };
        let date = f[2].replace('-', "");
        file.push_str(
            &[
                f[0], "", f[1], &date, f[3], "", f[4], f[4], f[5], &date, "", debit, credit, f[7], "", &date,
                f[8], f[9],
            ]
            .join("\t"),
        );
        file.push('\n');
    }
    file
}

#[test]
fn r14_1_fec_lettering_closes_what_bears_its_code() {
    for (case, lines, expected) in [
        (
            "PA-13: lettering on the payment alone leaves the invoice open, and the payment on account",
            "VE 001 2026-03-01 411000 C1 FA1 500.00 -
             VE 001 2026-03-01 707000 - FA1 -500.00 -
             BQ 002 2026-03-15 512000 - RG1 500.00 -
             BQ 002 2026-03-15 411000 C1 RG1 -500.00 AA",
            "C1 invoice FA1 2026-03-01 2026-03-31 EUR 500.00 open 500.00\n\
             C1 payment_on_account 2026/BQ/002 2026-03-15 2026-03-15 EUR -500.00 open -500.00",
        ),
        (
            "a code that balances closes its lines; net is the revenue of the voucher",
            "VE 001 2026-03-01 411000 C1 FA1 120.00 AA
             VE 001 2026-03-01 707000 - FA1 -100.00 -
             VE 001 2026-03-01 445710 - FA1 -20.00 -
             BQ 002 2026-03-15 512000 - RG1 120.00 -
             BQ 002 2026-03-15 411000 C1 RG1 -120.00 AA",
            "C1 invoice FA1 2026-03-01 2026-03-31 EUR net 100.00 120.00 open 0.00\n\
             \u{20} 2026-03-15 payment 120.00 2026/BQ/002",
        ),
        (
            "a partial lettering settles as far as it goes; another customer's code is another code",
            "VE 001 2026-03-01 411000 C1 FA1 100.00 a
             VE 001 2026-03-01 707000 - FA1 -100.00 -
             VE 002 2026-03-01 411000 C2 FA2 100.00 a
             VE 002 2026-03-01 707000 - FA2 -100.00 -
             BQ 003 2026-03-15 512000 - RG1 40.00 -
             BQ 003 2026-03-15 411000 C1 RG1 -40.00 a",
            "C1 invoice FA1 2026-03-01 2026-03-31 EUR 100.00 open 60.00\n\
             \u{20} 2026-03-15 payment 40.00 2026/BQ/003\n\
             C2 invoice FA2 2026-03-01 2026-03-31 EUR 100.00 open 100.00",
        ),
        (
            "a prepayment is on account until its invoice is there (PA-7)",
            "BQ 001 2026-03-01 512000 - RG1 100.00 -
             BQ 001 2026-03-01 411000 C1 RG1 -100.00 A
             VE 002 2026-03-10 411000 C1 FA1 100.00 A
             VE 002 2026-03-10 707000 - FA1 -100.00 -",
            "C1 invoice FA1 2026-03-10 2026-04-09 EUR 100.00 open 0.00\n\
             \u{20} 2026-03-10 payment 100.00 2026/BQ/001\n\
             C1 payment_on_account 2026/BQ/001 2026-03-01 2026-03-01 EUR -100.00 open 0.00\n\
             \u{20} 2026-03-10 offset 100.00 invoice/FA1",
        ),
        (
            "a write-off, and a refund of a credit note",
            "VE 001 2026-03-01 411000 C1 FA1 100.00 A
             VE 001 2026-03-01 707000 - FA1 -100.00 -
             OD 002 2026-03-05 654000 - X 100.00 -
             OD 002 2026-03-05 411000 C1 X -100.00 A
             VE 003 2026-03-06 411000 C1 AV1 -30.00 B
             VE 003 2026-03-06 707000 - AV1 30.00 -
             BQ 004 2026-03-07 512000 - R -30.00 -
             BQ 004 2026-03-07 411000 C1 R 30.00 B",
            "C1 credit_note AV1 2026-03-06 2026-03-06 EUR -30.00 open 0.00\n\
             \u{20} 2026-03-07 payment 30.00 2026/BQ/004\n\
             C1 invoice FA1 2026-03-01 2026-03-31 EUR 100.00 open 0.00\n\
             \u{20} 2026-03-05 write_off 100.00 2026/OD/002",
        ),
        (
            "a foreign invoice is kept in its currency and closed in it, with the difference of rates (PA-5)",
            "VE 001 2026-03-01 411000 C1 FA1 80.00 A 100,00 USD
             VE 001 2026-03-01 707000 - FA1 -80.00 -
             BQ 002 2026-03-15 512000 - RG 82.00 -
             BQ 002 2026-03-15 411000 C1 RG -82.00 A 100,00 USD
             OD 003 2026-03-15 411000 C1 ECART 2.00 A
             OD 003 2026-03-15 766000 - ECART -2.00 -",
            "C1 invoice ECART 2026-03-15 2026-04-14 EUR 2.00 open 0.00\n\
             \u{20} 2026-03-15 payment 2.00 2026/BQ/002\n\
             C1 invoice FA1 2026-03-01 2026-03-31 USD 100.00 open 0.00\n\
             \u{20} 2026-03-15 payment 100.00 2026/BQ/002",
        ),
        (
            "parts due on other days are items of their own",
            "VE 001 2026-03-01 411DUPONT - FA1 30.00 -
             VE 001 2026-03-01 411DUPONT - FA1 70.00 -
             VE 001 2026-03-01 707000 - FA1 -100.00 -
             VE 002 2026-03-02 411DUPONT - FA1 10.00 -
             VE 002 2026-03-02 707000 - FA1 -10.00 -",
            "411DUPONT invoice FA1 2026-03-01 2026-03-31 EUR 100.00 open 100.00\n\
             411DUPONT invoice FA1/2026/VE/002 2026-03-02 2026-04-01 EUR 10.00 open 10.00",
        ),
    ] {
        let mut desk = Desk::new("EUR");
        let file = fec(lines);
        let report = desk.ledger("fec.txt", &file);
        assert_eq!(desk.state(), expected, "{case}");
        assert_eq!(unmatched(&report), [] as [&str; 0], "{case}");
        let again = desk.ledger("fec.txt", &file);
        assert_eq!((again.files[0].new, again.files[0].changed), (0, 0), "{case}");
        assert_eq!(desk.state(), expected, "{case}");
    }
}

#[test]
fn r14_1_the_next_export_brings_only_the_differences() {
    let sales = "VE 001 2026-01-10 411000 C1 FA1 100.00 ?1
        VE 001 2026-01-10 707000 - FA1 -100.00 -
        VE 002 2026-01-20 411000 C1 FA2 100.00 ?2
        VE 002 2026-01-20 707000 - FA2 -100.00 -
        BQ 003 2026-02-05 512000 - RG1 100.00 -
        BQ 003 2026-02-05 411000 C1 RG1 -100.00 ?3";
    let with = |one: &str, two: &str, three: &str| {
        fec(&sales.replace("?1", one).replace("?2", two).replace("?3", three))
    };
    for (case, first, second) in [
        ("lettered later", with("-", "-", "-"), with("A", "-", "A")),
        ("lettered otherwise", with("A", "-", "A"), with("-", "A", "A")),
        ("lettering taken back", with("A", "-", "A"), with("-", "-", "-")),
        ("partly, then with the other as well", with("A", "-", "A"), with("A", "A", "A")),
    ] {
        let (mut twice, mut once) = (Desk::new("EUR"), Desk::new("EUR"));
        twice.ledger("fec.txt", &first);
        twice.ledger("fec.txt", &second);
        once.ledger("fec.txt", &second);
        for day in ["2026-01-15", "2026-02-04", "2026-02-05", "2026-12-31"] {
            assert_eq!(twice.open_at(day), once.open_at(day), "{case} on {day}");
        }
        let again = twice.ledger("fec.txt", &second);
        assert_eq!((again.files[0].new, again.files[0].changed), (0, 0), "{case}");
    }
}

#[test]
fn r14_1_the_year_after_carries_open_documents_forward() {
    let mut desk = Desk::new("EUR");
    desk.ledger(
        "2025.txt",
        fec("VE 001 2025-12-01 411000 C1 FA1 100.00 -
             VE 001 2025-12-01 707000 - FA1 -100.00 -"),
    );
    let report = desk.ledger(
        "2026.txt",
        fec("AN 001 2026-01-01 411000 C1 FA1 100.00 A
             AN 001 2026-01-01 411000 C2 - 70.00 -
             AN 001 2026-01-01 890000 - - -170.00 -
             BQ 002 2026-01-08 512000 - RG1 100.00 -
             BQ 002 2026-01-08 411000 C1 RG1 -100.00 A"),
    );
    assert_eq!(
        desk.state(),
        "C1 invoice FA1 2025-12-01 2025-12-31 EUR 100.00 open 0.00\n  2026-01-08 payment 100.00 2026/BQ/002"
    );
    assert_eq!(unmatched(&report), ["3 opening_balance C2  70.00"]);
}

const DATEV_HEAD: &str = "\"EXTF\";700;21;\"Buchungsstapel\";13;20260201120000000;;;;;\"1\";\"2\";20260101;4;20260101;20260131;\"Januar\";;1;;0;\"EUR\"\n\
    Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);\
    BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext\n";

#[test]
fn r14_1_datev_documents_are_matched_by_their_number() {
    let mut desk = Desk::new("EUR");
    let january = format!(
        "{DATEV_HEAD}119,00;S;;;;;10001;8400;;1001;RE1;150226;;Ware\n200,00;S;;;;;10002;8400;;1101;RE2;;;Ware\n\
         19,00;H;;;;;10001;8400;;1501;RE1;;;Gutschrift\n50,00;S;;;;;1200;10002;;2001;ZE7;;;Zahlung\n\
         75,00;S;;;;;10003;9000;;0101;;;;Saldenvortrag\n"
    );
    let report = desk.ledger("januar.csv", &january);
    assert_eq!(
        desk.state(),
        "10001 credit_note RE1 2026-01-15 2026-01-15 EUR -19.00 open 0.00\n\
         \u{20} 2026-01-15 offset 19.00 invoice/RE1\n\
         10001 invoice RE1 2026-01-10 2026-02-15 EUR 119.00 open 100.00\n\
         \u{20} 2026-01-15 credit_note 19.00 credit_note/RE1\n\
         10002 invoice RE2 2026-01-11 2026-02-10 EUR 200.00 open 200.00\n\
         10002 payment_on_account 2026/ZE7 2026-01-20 2026-01-20 EUR -50.00 open -50.00"
    );
    assert_eq!(unmatched(&report), ["7 opening_balance 10003  75.00"]);
    // The next month comes alone; its payments name documents of the month before.
    let february = format!("{DATEV_HEAD}97,00;S;;;;;1200;10001;;0502;RE1;;3,00;Zahlung mit Skonto\n");
    desk.ledger("februar.csv", &february);
    let state = desk.state();
    assert!(state.contains("10001 invoice RE1 2026-01-10 2026-02-15 EUR 119.00 open 0.00"), "{state}");
    let again = desk.ledger("februar.csv", &february);
    assert_eq!((again.files[0].new, again.files[0].changed), (0, 0));
    desk.ledger("januar.csv", &january);
    assert_eq!(desk.state(), state);
}

#[test]
fn r14_1_problems_name_the_place_in_the_ledger() {
    let mut desk = Desk::new("SEK");
    let file = format!("{SIE_HEAD}{SIE_JANUARY}");
    let refusal = desk.import("items", "bok.se", &file).unwrap_err();
    let told: Vec<_> = refusal
        .problems
        .iter()
        .map(|p| {
            (
                p.code,
                p.place.file.as_deref().unwrap(),
                p.place.line.unwrap(),
                p.place.value.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [("account-not-found", "bok.se", 12, "1001"), ("account-not-found", "bok.se", 18, "1002")]
    );
    desk.ledger("bok.se", &file);
    // A known invoice with another amount is a conflict, not an overwrite.
    let changed = file
        .replace("125.00", "130.00")
        .replace("-25.00\n#TRANS 3051 {} -100", "-30.00\n#TRANS 3051 {} -100");
    let refusal = desk.import("items", "bok.se", changed).unwrap_err();
    let problem = &refusal.problems[0];
    assert_eq!(
        (problem.code, problem.place.line, problem.place.column.as_deref()),
        ("item-conflict", Some(12), Some("#TRANS"))
    );
    let wrong = desk.import("settlements", "bok.se", &file).unwrap_err();
    assert_eq!(wrong.problems[0].code, "books-wrong-kind");
}
