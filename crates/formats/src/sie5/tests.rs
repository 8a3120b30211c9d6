use super::*;

const HEAD: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<Sie xmlns="http://www.sie.se/sie5"><FileInfo><SoftwareProduct name="x" version="1"/>
<Company organizationId="555555-5555" clientId="7" name="Ovning AB"/><AccountingCurrency currency="SEK"/></FileInfo>
<Accounts><Account id="1510" name="Kundfordringar" type="asset"><OpeningBalance month="2026-01" amount="40.00"/></Account></Accounts>
<CustomerInvoices id="1" name="Kundreskontra" primaryAccountId="1510">
<CustomerInvoice id="o1" name="a" customerId="K1" invoiceNumber="880" dueDate="2026-01-20">
<Balances accountId="1510"><OpeningBalance month="2026-01" amount="40"/></Balances><OriginalAmount date="2025-12-20" amount="100"/></CustomerInvoice>
<CustomerInvoice id="o2" name="b" customerId="K1" invoiceNumber="881" dueDate="2026-02-20"/></CustomerInvoices>
<Customers><Customer id="K1" name="Berg AB" organizationId="556036-0793" vatNr="SE556036079301"/></Customers>
"#;

fn told(text: &str) -> Vec<String> {
    let mut reader = Sie5Reader::open("a.xml", text.as_bytes()).unwrap();
    let mut lines = Vec::new();
    while !reader.is_ended() {
        lines.push(match reader.next_entry() {
            Ok(None) => break,
            Ok(Some(Entry::Company(c))) => {
                format!("company {} {} {} {}", c.number, c.name, c.tax_id, c.currency)
            }
            Ok(Some(Entry::Party(p))) => {
                format!("party {} {} {} {}", p.account, p.name, p.register_no, p.vat_id)
            }
            Ok(Some(Entry::Balance(b))) => {
                format!("balance {} {} {} {}", b.account, b.day.unwrap(), b.is_opening, b.amount)
            }
            Ok(Some(Entry::Booking(b))) => format!(
                "{} {}/{} {} {} {}/{} {} {:?} {} {:?}",
                b.position.line,
                b.journal,
                b.voucher,
                b.posting_date,
                b.account,
                b.party,
                b.party_name,
                b.document_no,
                b.due_date.map(|day| day.to_string()),
                b.amount,
                b.foreign.map(|money| format!("{} {money}", money.currency)),
            ),
            Ok(Some(_)) => unreachable!("SIE has none"),
            Err(problem) => {
                assert_eq!(problem.place.file.as_deref(), Some("a.xml"));
                format!("{} @{:?}", problem.code, problem.place.line)
            }
        });
    }
    lines
}

#[test]
fn r14_1_lines_name_their_invoice_and_customer() {
    let journal = r#"<Journal id="B" name="Fakturor"><JournalEntry id="1" journalDate="2026-01-20" text="881"><EntryInfo date="2026-01-20" by="x"/>
<LedgerEntry accountId="1510" amount="125.00"><SubdividedAccountObjectReference objectId="o2"/></LedgerEntry>
<LedgerEntry accountId="3001" amount="-125"/><LedgerEntry accountId="3001" amount="-1"><Overstrike date="2026-01-20" by="x"/></LedgerEntry></JournalEntry>
<JournalEntry journalDate="2026-01-21"><LedgerEntry accountId="1930" amount="40" ledgerDate="2026-01-22"><ForeignCurrencyAmount amount="4" currency="EUR"/></LedgerEntry>
<LedgerEntry accountId="1510" amount="-40"><SubdividedAccountObjectReference objectId="o1"/></LedgerEntry></JournalEntry></Journal></Sie>"#;
    assert_eq!(
        told(&format!("{HEAD}{journal}")),
        [
            "company 7 Ovning AB 555555-5555 SEK",
            "balance 1510 2026-01-01 true 40.00",
            "6 IB/o1 2025-12-20 1510 K1/ 880 Some(\"2026-01-20\") 40.00 None",
            "party K1 Berg AB 556036-0793 SE556036079301",
            "11 B/1 2026-01-20 1510 K1/Berg AB 881 Some(\"2026-02-20\") 125.00 None",
            "12 B/1 2026-01-20 3001 /  None -125.00 None",
            "13 B/@1 2026-01-22 1930 /  None 40.00 Some(\"EUR 4.00\")",
            "14 B/@1 2026-01-21 1510 K1/Berg AB 880 None -40.00 None",
        ]
    );
}

#[test]
fn r14_1_entries_to_be_booked_name_dimensions() {
    let entry = r#"<SieEntry xmlns="http://www.sie.se/sie5"><FileInfo><Company name="A"/></FileInfo>
<Dimensions><Dimension id="8"><Object id="K9" name="Dal"/></Dimension><Dimension id="6"><Object id="P" name="x"/></Dimension></Dimensions>
<Journal id="A"><JournalEntry journalDate="2026-01-20"><OriginalEntryInfo date="2026-01-20" by="x"/>
<LedgerEntry accountId="1510" amount="1"><ObjectReference dimId="8" objectId="K9"/><ObjectReference dimId="10" objectId="7"/></LedgerEntry>
<LedgerEntry accountId="3000" amount="-1"/></JournalEntry></Journal></SieEntry>"#;
    assert_eq!(
        told(entry),
        [
            "company  A  SEK",
            "party K9 Dal  ",
            "4 A/@1 2026-01-20 1510 K9/Dal 7 None 1.00 None",
            "5 A/@1 2026-01-20 3000 /  None -1.00 None"
        ]
    );
}

#[test]
fn r14_1_what_the_schema_forbids_is_refused_with_its_line() {
    let entry = |inner: &str| {
        format!(
            r#"<Sie xmlns="http://www.sie.se/sie5">
<Journal id="A"><JournalEntry id="1" journalDate="2026-01-20">{inner}</JournalEntry></Journal></Sie>"#
        )
    };
    for (text, expected) in [
        (entry(r#"<LedgerEntry accountId="1510" amount="1"/>"#), "sie-voucher-unbalanced @Some(2)"),
        (entry(r#"<LedgerEntry amount="1"/>"#), "element-missing @Some(2)"),
        (entry(r#"<LedgerEntry accountId="1" amount="x"/>"#), "element-not-an-amount @Some(2)"),
        (entry(r#"<LedgerEntry accountId="1" amount="0" ledgerDate="x"/>"#), "element-not-a-date @Some(2)"),
        ("<Sie><Journal><JournalEntry/></Journal></Sie>".into(), "element-missing @Some(1)"),
        (
            "<Sie><FileInfo><AccountingCurrency currency='KR'/></FileInfo></Sie>".into(),
            "element-not-a-currency @Some(1)",
        ),
        ("<Faktura/>".into(), "xml-wrong-root @Some(1)"),
        ("<Sie><Journal>".into(), "xml-truncated @Some(1)"),
        ("<!DOCTYPE a><Sie/>".into(), "xml-doctype @Some(1)"),
    ] {
        let told = told(&text);
        assert!(told.iter().any(|line| line == expected), "{text}: {told:?}");
    }
}
