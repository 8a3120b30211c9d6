use super::*;
use crate::books::Receipt;

/// A statement around entries; its namespace as real files have it.
fn statement(version: &str, inner: &str) -> String {
    format!(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}\"><BkToCstmrStmt>\n<Stmt><Id>S1</Id>\
         <Acct><Id><IBAN>DE02</IBAN></Id></Acct>\n{inner}</Stmt></BkToCstmrStmt></Document>"
    )
}

fn entry(amount: &str, side: &str, inner: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>2026-01-31</Dt></BookgDt>{inner}</Ntry>\n"
    )
}

/// Receipts, problems and warnings of a file.
fn read(file: &str) -> (Vec<Receipt>, Vec<Problem>, Vec<Problem>) {
    let mut camt = CamtReader::open("bank.xml", file.as_bytes()).unwrap();
    let (mut receipts, mut problems) = (Vec::new(), Vec::new());
    loop {
        match camt.next_entry() {
            Ok(Some(Entry::Receipt(receipt))) => receipts.push(receipt),
            Ok(Some(other)) => panic!("{other:?}"),
            Ok(None) => break,
            Err(problem) => problems.push(problem),
        }
    }
    (receipts, problems, camt.take_warnings())
}

fn codes(problems: &[Problem]) -> Vec<(&str, Option<u64>)> {
    problems.iter().map(|problem| (problem.code, problem.place.line)).collect()
}

/// Amount, counterparty, end-to-end reference, references and text.
fn told(receipt: &Receipt) -> String {
    let references = receipt.references.join(",");
    let Receipt { amount, counterparty, end_to_end, text, .. } = receipt;
    format!("{amount} {counterparty}|{end_to_end}|{references}|{text}")
}

#[test]
fn one_payment_has_the_amount_of_its_entry() {
    let detail = "<NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy=\"USD\">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <RltdPties><Dbtr><Pty><Nm>Buyer\n Ltd</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>GB01</IBAN></Id></DbtrAcct><Cdtr><Pty><Nm>Us</Nm></Pty></Cdtr></RltdPties>\
        <RmtInf><Ustrd>invoice</Ustrd><Ustrd>R 17</Ustrd><Strd><RfrdDocInf><Nb>R17</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>\
        </TxDtls></NtryDtls>";
    for (version, status) in [("02", "<Sts>BOOK</Sts>"), ("08", "<Sts><Cd>BOOK</Cd></Sts>")] {
        let file = statement(version, &entry("10.00", "CRDT", detail).replace("<Sts>BOOK</Sts>", status));
        let (receipts, problems, warnings) = read(&file);
        assert_eq!((problems, warnings), (vec![], vec![]));
        let [receipt] = &receipts[..] else { panic!("{receipts:?}") };
        assert_eq!(told(receipt), "10.00 Buyer Ltd|E1|RF18,R17|invoice R 17");
        assert_eq!(receipt.instructed.map(|money| money.to_string()), Some("12.00".to_owned()));
        assert_eq!((receipt.statement.as_str(), receipt.bank_account.as_str()), ("S1", "DE02"));
        assert_eq!((receipt.counterparty_account.as_str(), receipt.entry), ("GB01", 1));
        assert_eq!(receipt.booking_date.map(|day| day.to_string()).as_deref(), Some("2026-01-31"));
        assert_eq!((receipt.position.line, receipt.is_booked, receipt.is_reversal), (3, true, false));
    }
}

#[test]
fn the_payments_of_a_batch_add_up_to_the_entry() {
    let payment = |amount: &str, reference: &str| {
        format!(
            "<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs><AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls></TxDtls>"
        )
    };
    let euros = |amount: &str| format!("<Amt Ccy=\"EUR\">{amount}</Amt>");
    let charges = "<Chrgs><Rcrd><Amt Ccy=\"EUR\">0.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>";
    for (name, inner, expected, warned) in [
        (
            "exact",
            [payment(&euros("4"), "A"), payment(&euros("6"), "B")].concat(),
            "4.00 |A|| / 6.00 |B||",
            false,
        ),
        (
            "more than the entry",
            [payment(&euros("4"), "A"), payment(&euros("7"), "NOTPROVIDED")].concat(),
            "4.00 |A|| / 7.00 ||| / -1.00 |||",
            true,
        ),
        (
            "another currency",
            [payment("<Amt Ccy=\"CHF\">4</Amt>", "A"), payment("<Amt Ccy=\"CHF\">5</Amt>", "B")].concat(),
            "10.00 ||A,B|",
            false,
        ),
        (
            "some without amount",
            [payment(&euros("4"), "A"), payment("", "B"), payment("", "C")].concat(),
            "4.00 |A|| / 6.00 ||B,C|",
            false,
        ),
        (
            "charges taken off",
            [payment(&euros("4"), "A"), payment(&euros("6.50"), "B")].concat(),
            "4.00 |A|| / 6.50 |B|| / -0.50 |||",
            false,
        ),
        ("none", String::new(), "10.00 |||", false),
    ] {
        let charges = if name == "charges taken off" { charges } else { "" };
        let file =
            statement("04", &entry("10.00", "CRDT", &format!("{charges}<NtryDtls>{inner}</NtryDtls>")));
        let (receipts, problems, warnings) = read(&file);
        let found: Vec<String> = receipts.iter().map(told).collect();
        assert_eq!(found.join(" / "), expected, "{name}");
        assert_eq!(problems, [], "{name}");
        let expected: Vec<(&str, Option<u64>)> =
            if warned { vec![("camt-details-differ", Some(3))] } else { vec![] };
        assert_eq!(codes(&warnings), expected, "{name}");
        assert!(receipts.iter().all(|receipt| receipt.entry == 1), "{name}");
    }
}

#[test]
fn sign_status_and_reversal_are_those_of_the_entry() {
    let parties = "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>D</Nm></Dbtr><Cdtr><Nm>C</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>";
    for (side, more, expected) in [
        ("CRDT", "", (1000, "D", true, false)),
        ("DBIT", "", (-1000, "C", true, false)),
        ("CRDT", "<RvslInd>true</RvslInd>", (1000, "C", true, true)),
        ("DBIT", "<RvslInd>1</RvslInd>", (-1000, "D", true, true)),
        ("CRDT", "PDNG", (1000, "D", false, false)),
        ("CRDT", "INFO", (1000, "D", false, false)),
    ] {
        let file = match more {
            "PDNG" | "INFO" => entry("10", side, parties).replace("BOOK", more),
            _ => entry("10", side, &format!("{more}{parties}")),
        };
        let (receipts, ..) = read(&statement("02", &file));
        let [receipt] = &receipts[..] else { panic!("{receipts:?}") };
        let Receipt { amount, counterparty, is_booked, is_reversal, .. } = receipt;
        assert_eq!(
            (amount.minor, counterparty.as_str(), *is_booked, *is_reversal),
            expected,
            "{side} {more}"
        );
    }
}

#[test]
fn a_wrong_entry_is_told_with_its_line_and_the_next_is_read() {
    let good = entry("1", "CRDT", "");
    for (wrong, expected) in [
        (entry("1.234", "CRDT", ""), "element-too-many-decimals"),
        (entry("ten", "CRDT", ""), "element-not-an-amount"),
        (entry("1", "IN", ""), "element-not-one-of"),
        (entry("1", "CRDT", "").replace("EUR", "EUX"), "element-not-a-currency"),
        (entry("1", "CRDT", "").replace("2026-01-31", "2026-02-30"), "element-not-a-date"),
        (entry("1", "CRDT", "").replace("Amt", "Sum"), "element-missing"),
        (entry("99999999999999999", "CRDT", ""), "element-amount-too-large"),
    ] {
        let (receipts, problems, _) = read(&statement("02", &[&wrong, &good[..]].concat()));
        assert_eq!(codes(&problems), [(expected, Some(3))], "{wrong}");
        assert_eq!(receipts.iter().map(|receipt| receipt.entry).collect::<Vec<_>>(), [2], "{wrong}");
    }
    let bad = "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">x</Amt></TxDtls></NtryDtls>";
    let (receipts, problems, _) = read(&statement("02", &entry("1", "CRDT", bad)));
    assert_eq!(codes(&problems), [("element-not-an-amount", Some(3))]);
    assert_eq!(receipts.iter().map(told).collect::<Vec<_>>(), ["1.00 |||"], "the money itself is not lost");
}

#[test]
fn balances_and_sums_that_do_not_hold_are_warned_of() {
    let balance = |code: &str, amount: &str| {
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
        )
    };
    let summary = "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries><TtlCdtNtries><Sum>10.0</Sum></TtlCdtNtries>\
        <TtlDbtNtries><Sum>3</Sum></TtlDbtNtries></TxsSummry>";
    let entries = [entry("10", "CRDT", ""), entry("3", "DBIT", "")].concat();
    let pages = "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>";
    for (name, inner, expected) in [
        (
            "right",
            [balance("OPBD", "5"), balance("CLBD", "12"), summary.to_owned(), entries.clone()].concat(),
            vec![],
        ),
        (
            "balance",
            [balance("OPBD", "5"), balance("CLBD", "13"), entries.clone()].concat(),
            vec!["camt-balance-differs"],
        ),
        (
            "sums",
            [summary.to_owned(), entries.clone(), entry("1", "DBIT", "")].concat(),
            vec!["file-total-differs"; 2],
        ),
        (
            "one page of several",
            [pages.to_owned(), balance("OPBD", "5"), balance("CLBD", "13"), entries].concat(),
            vec![],
        ),
    ] {
        let (_, problems, warnings) = read(&statement("02", &inner));
        assert_eq!(problems, [], "{name}");
        assert_eq!(warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn another_message_is_refused_and_an_envelope_is_not() {
    let other =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"><CstmrCdtTrfInitn/></Document>";
    assert_eq!(codes(&read(other).1), [("xml-wrong-root", Some(1))]);
    let enveloped =
        format!("<Envelope xmlns=\"urn:e\"><Head/>{}</Envelope>", statement("08", &entry("1", "CRDT", "")));
    let (receipts, problems, _) = read(&enveloped);
    assert_eq!((receipts.len(), problems), (1, vec![]));
    let empty = statement("02", "");
    assert_eq!(read(&empty), (vec![], vec![], vec![]));
}
