use super::*;
use crate::books::{Balance, Document};

const OECD: &str = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

/// A file of this header, master files and rest; the header stands on line 2.
fn file(header: &str, master: &str, rest: &str) -> String {
    format!(
        "<a:AuditFile xmlns:a=\"{OECD}\" xmlns=\"{OECD}\">\n<Header>{header}</Header>\n<MasterFiles>{master}</MasterFiles>\n{rest}</a:AuditFile>"
    )
}

const PORTUGAL: &str = "<CompanyID>C1</CompanyID><TaxRegistrationNumber>599</TaxRegistrationNumber><CompanyName>Us Lda</CompanyName>\
    <StartDate>2026-01-01</StartDate><EndDate>2026-12-31</EndDate><CurrencyCode>EUR</CurrencyCode>";
const NORWAY: &str = "<Company><RegistrationNumber>999</RegistrationNumber><Name>Us AS</Name></Company><DefaultCurrencyCode>NOK</DefaultCurrencyCode>";
const CUSTOMER: &str = "<Customer><CustomerID>K1</CustomerID><AccountID>2111</AccountID><CustomerTaxID>501</CustomerTaxID><CompanyName>Buyer Lda</CompanyName>\
    <BillingAddress><Country>PT</Country></BillingAddress></Customer>";

fn invoice(number: &str, kind: &str, status: &str, inner: &str, totals: &str) -> String {
    format!(
        "<Invoice><InvoiceNo>{number}</InvoiceNo><DocumentStatus><InvoiceStatus>{status}</InvoiceStatus></DocumentStatus><InvoiceDate>2026-01-31</InvoiceDate>\
         <InvoiceType>{kind}</InvoiceType><CustomerID>K1</CustomerID>{inner}<DocumentTotals><NetTotal>100</NetTotal><GrossTotal>123.00</GrossTotal>{totals}</DocumentTotals></Invoice>\n"
    )
}

fn sales(inner: &str) -> String {
    format!("<SourceDocuments><SalesInvoices>{inner}</SalesInvoices></SourceDocuments>")
}

fn payments(inner: &str) -> String {
    format!("<SourceDocuments><Payments>{inner}</Payments></SourceDocuments>")
}

fn payment(status: &str, lines: &str, gross: &str) -> String {
    format!(
        "<Payment><PaymentRefNo>P1</PaymentRefNo><TransactionDate>2026-02-28</TransactionDate><DocumentStatus><PaymentStatus>{status}</PaymentStatus></DocumentStatus>\
         <CustomerID>K1</CustomerID>{lines}<DocumentTotals><GrossTotal>{gross}</GrossTotal></DocumentTotals></Payment>"
    )
}

fn settled(number: &str, side: &str, amount: &str) -> String {
    format!(
        "<Line><SourceDocumentID><OriginatingON>{number}</OriginatingON></SourceDocumentID><{side}>{amount}</{side}></Line>"
    )
}

struct Read {
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
    figures: SaftFigures,
}

impl Read {
    fn documents(&self) -> Vec<&Document> {
        let documents = self.entries.iter().filter_map(|entry| match entry {
            Entry::Document(document) => Some(document),
            _ => None,
        });
        documents.collect()
    }

    /// Bookings as `account party amount document>settled`.
    fn bookings(&self) -> Vec<String> {
        let bookings = self.entries.iter().filter_map(|entry| match entry {
            Entry::Booking(booking) => Some(format!(
                "{} {} {} {}>{}",
                booking.account,
                booking.party,
                booking.amount,
                booking.document_no,
                booking.settles.join(",")
            )),
            _ => None,
        });
        bookings.collect()
    }

    fn told(problems: &[Problem]) -> Vec<String> {
        let told = problems.iter().map(|problem| {
            let place = &problem.place;
            format!(
                "{} {} {}",
                problem.code,
                place.line.unwrap_or_default(),
                place.column.as_deref().unwrap_or("-")
            )
        });
        told.collect()
    }
}

fn read(text: &str) -> Read {
    let mut reader = SaftReader::open("audit.xml", text.as_bytes()).unwrap();
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    loop {
        match reader.next_entry() {
            Ok(Some(entry)) => entries.push(entry),
            Ok(None) => break,
            Err(problem) => problems.push(problem),
        }
    }
    Read { entries, problems, warnings: reader.take_warnings(), figures: reader.figures() }
}

#[test]
fn company_and_customers_are_read_with_their_balances() {
    let norwegian = "<Customers><Customer><RegistrationNumber>888</RegistrationNumber><Name>Kunde AS</Name><Address><Country>NO</Country></Address>\
        <CustomerID>12000</CustomerID><BalanceAccount><AccountID>1500</AccountID><OpeningDebitBalance>10.50</OpeningDebitBalance><ClosingCreditBalance>3</ClosingCreditBalance></BalanceAccount>\
        <PartyInfo><PaymentTerms><Days>30</Days><FreeBillingMonth>true</FreeBillingMonth></PaymentTerms></PartyInfo></Customer></Customers>";
    let found = read(&file(NORWAY, norwegian, ""));
    let [Entry::Company(company), Entry::Party(party), Entry::Balance(opening), Entry::Balance(closing)] =
        &found.entries[..]
    else {
        panic!("{:?}", found.entries)
    };
    assert_eq!([&company.name, &company.tax_id, &company.currency], ["Us AS", "999", "NOK"]);
    assert_eq!(
        [&party.account, &party.name, &party.country, &party.register_no, &party.payment_terms],
        ["12000", "Kunde AS", "NO", "888", "30 eom"]
    );
    let told = |balance: &Balance| {
        (balance.account.clone(), balance.party.clone(), balance.amount.to_string(), balance.is_opening)
    };
    assert_eq!(told(opening), ("1500".into(), "12000".into(), "10.50".into(), true));
    assert_eq!(told(closing), ("1500".into(), "12000".into(), "-3.00".into(), false));
    let older = norwegian.replace("<BalanceAccount>", "").replace("</BalanceAccount>", "");
    assert_eq!(
        read(&file(NORWAY, &older, "")).entries.len(),
        4,
        "versions before 1.30 have the balances beside the name"
    );
    let found = read(&file(PORTUGAL, CUSTOMER, ""));
    let [Entry::Company(company), Entry::Party(party)] = &found.entries[..] else {
        panic!("{:?}", found.entries)
    };
    assert_eq!([&company.number, &company.name, &company.tax_id], ["C1", "Us Lda", "599"]);
    assert_eq!([&party.name, &party.vat_id, &party.country], ["Buyer Lda", "501", "PT"]);
}

#[test]
fn bookings_carry_the_customer_where_the_file_names_one() {
    let ledger = |inner: &str| {
        format!(
            "<GeneralLedgerEntries><NumberOfEntries>1</NumberOfEntries><TotalDebit>125</TotalDebit><TotalCredit>125.0</TotalCredit>\
        <Journal><JournalID>S</JournalID><Transaction><TransactionID>7</TransactionID><TransactionDate>2026-01-30</TransactionDate><Description>sale</Description><GLPostingDate>2026-01-31</GLPostingDate>{inner}</Transaction></Journal></GeneralLedgerEntries>"
        )
    };
    let side = |name: &str, amount: &str| {
        format!(
            "<{name}><Amount>{amount}</Amount><CurrencyCode>EUR</CurrencyCode><CurrencyAmount>10.00</CurrencyAmount></{name}>"
        )
    };
    let norway = [
        format!("<Line><AccountID>1500</AccountID><CustomerID>12000</CustomerID>{}<ReferenceNumber>R7</ReferenceNumber><CrossReference>R6</CrossReference><DueDate>2026-02-28</DueDate></Line>", side("DebitAmount", "125")),
        format!("<Line><AccountID>3000</AccountID><SourceDocumentID>D1</SourceDocumentID>{}</Line>", side("CreditAmount", "125")),
    ]
    .concat();
    let found = read(&file(NORWAY, "", &ledger(&norway)));
    assert_eq!(
        (found.bookings().join("; ").as_str(), Read::told(&found.problems)),
        ("1500 12000 125.00 R7>R6; 3000  -125.00 D1>", vec![])
    );
    let Some(Entry::Booking(first)) = found.entries.get(1) else { panic!("{:?}", found.entries) };
    assert_eq!((first.journal.as_str(), first.voucher.as_str(), first.text.as_str()), ("S", "7", "sale"));
    assert_eq!(
        [
            first.posting_date.to_string(),
            first.document_date.unwrap().to_string(),
            first.due_date.unwrap().to_string()
        ],
        ["2026-01-31", "2026-01-30", "2026-02-28"]
    );
    assert_eq!(
        first.foreign.map(|money| format!("{money} {}", money.currency)),
        Some("10.00 EUR".to_owned())
    );
    assert_eq!(found.warnings, []);
    let portugal = "<CustomerID>K1</CustomerID><Lines><DebitLine><AccountID>2111</AccountID><DebitAmount>125</DebitAmount></DebitLine>\
        <CreditLine><AccountID>711</AccountID><CreditAmount>125</CreditAmount></CreditLine></Lines>";
    let found = read(&file(PORTUGAL, CUSTOMER, &ledger(portugal)));
    assert_eq!(
        found.bookings(),
        ["2111 K1 125.00 >", "711  -125.00 >"],
        "a customer named for the whole transaction owes on his account only"
    );
    let romania = "<TransactionLine><AccountID>4111</AccountID><CustomerID>K9</CustomerID><SupplierID>0</SupplierID><DebitAmount><Amount>125</Amount></DebitAmount></TransactionLine>\
        <TransactionLine><AccountID>707</AccountID><CustomerID>0</CustomerID><CreditAmount><Amount>125</Amount></CreditAmount></TransactionLine>";
    assert_eq!(
        read(&file(PORTUGAL, "", &ledger(romania))).bookings(),
        ["4111 K9 125.00 >", "707  -125.00 >"]
    );
}

#[test]
fn sales_invoices_are_documents_with_the_sign_of_their_kind() {
    let withheld = "<WithholdingTax><WithholdingTaxAmount>15.00</WithholdingTaxAmount></WithholdingTax>";
    let reference = "<Line><References><Reference>FT 1/1</Reference></References><DebitAmount>100.0000</DebitAmount></Line>";
    let due = "<Settlement><PaymentTerms>2026-03-31</PaymentTerms></Settlement>";
    let dollars =
        "<Currency><CurrencyCode>USD</CurrencyCode><CurrencyAmount>140.00</CurrencyAmount></Currency>";
    for (name, text, expected) in [
        ("invoice", invoice("FT 1/1", "FT", "N", "", ""), "Invoice 123.00 123.00 - - - false "),
        (
            "credit note",
            invoice("NC 1/1", "NC", "N", reference, ""),
            "CreditNote -123.00 -123.00 - - - false FT 1/1",
        ),
        ("debit note", invoice("ND 1/1", "ND", "N", "", ""), "DebitNote 123.00 123.00 - - - false "),
        (
            "invoice and receipt in one",
            invoice("FR 1/1", "FR", "N", "", ""),
            "Invoice 123.00 0.00 123.00 - - false ",
        ),
        (
            "tax withheld by the buyer",
            invoice("FT 1/2", "FT", "N", withheld, ""),
            "Invoice 123.00 108.00 - - - false ",
        ),
        (
            "due date among the terms",
            invoice("FT 1/3", "FT", "N", "", due),
            "Invoice 123.00 123.00 - 2026-03-31 - false ",
        ),
        (
            "issued in dollars",
            invoice("FT 1/4", "FT", "N", "", dollars),
            "Invoice 123.00 123.00 - - 140.00 false ",
        ),
        ("cancelled", invoice("FT 1/5", "FT", "A", "", ""), "Invoice 123.00 123.00 - - - true "),
    ] {
        let found = read(&file(PORTUGAL, CUSTOMER, &sales(&text)));
        let [document] = found.documents()[..] else { panic!("{name}: {:?}", found.problems) };
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let money = |money: Option<obligo_rules::money::Money>| or(money.map(|money| money.to_string()));
        let told = [
            money(document.gross),
            money(document.payable),
            money(document.prepaid),
            or(document.due_date.map(|day| day.to_string())),
            money(document.foreign),
        ];
        assert_eq!(
            format!(
                "{:?} {} {} {}",
                document.kind,
                told.join(" "),
                document.is_cancelled,
                document.settles.join(",")
            ),
            expected,
            "{name}"
        );
        assert_eq!(
            (document.buyer.account.as_str(), document.buyer.name.as_str(), document.seller.name.as_str()),
            ("K1", "Buyer Lda", "Us Lda")
        );
    }
}

#[test]
fn payments_settle_the_documents_they_name() {
    let both = [
        settled("FT 1/1", "CreditAmount", "100"),
        settled("FT 1/2", "CreditAmount", "50"),
        settled("FT 1/1", "CreditAmount", "23"),
    ]
    .concat();
    let offset = [settled("FT 1/1", "CreditAmount", "100"), settled("NC 1/1", "DebitAmount", "40")].concat();
    let discount = settled("FT 1/1", "CreditAmount", "90")
        .replace("<CreditAmount>", "<SettlementAmount>10</SettlementAmount><CreditAmount>");
    for (name, text, expected) in [
        (
            "each its part",
            payment("N", &both, "173.00"),
            vec![" K1 -123.00 P1>FT 1/1", " K1 -50.00 P1>FT 1/2"],
        ),
        ("lines without tax", payment("N", &both, "210.00"), vec![" K1 -210.00 P1>FT 1/1,FT 1/2"]),
        (
            "a credit note set off",
            payment("N", &offset, "60.00"),
            vec![" K1 -100.00 P1>FT 1/1", " K1 40.00 P1>NC 1/1"],
        ),
        (
            "cash discount",
            payment("N", &discount, "90.00"),
            vec![" K1 -90.00 P1>FT 1/1", " K1 -10.00 P1>FT 1/1"],
        ),
        ("cancelled", payment("A", &both, "173.00"), vec![]),
    ] {
        let found = read(&file(PORTUGAL, CUSTOMER, &payments(&text)));
        assert_eq!(
            (found.bookings(), Read::told(&found.problems)),
            (expected.iter().map(|text| (*text).to_owned()).collect(), vec![]),
            "{name}"
        );
        assert_eq!(found.figures.payments, 1, "{name}");
    }
}

#[test]
fn totals_that_do_not_hold_are_warned_of() {
    let line = "<Line><CreditAmount>100.1234</CreditAmount></Line>";
    let two = [invoice("1", "FT", "N", line, ""), invoice("2", "FT", "A", line, "")].concat();
    for (stated, expected) in [
        (("2", "0", "100.1234"), vec![]),
        (("3", "0.00", "100.1234"), vec!["file-total-differs 4 NumberOfEntries"]),
        (("2", "1", "200.2468"), vec!["file-total-differs 4 TotalDebit", "file-total-differs 4 TotalCredit"]),
    ] {
        let (entries, debit, credit) = stated;
        let head = format!(
            "<NumberOfEntries>{entries}</NumberOfEntries><TotalDebit>{debit}</TotalDebit><TotalCredit>{credit}</TotalCredit>"
        );
        let found = read(&file(PORTUGAL, CUSTOMER, &sales(&[head, two.clone()].concat())));
        assert_eq!(
            (Read::told(&found.warnings), Read::told(&found.problems)),
            (expected.iter().map(|text| (*text).to_owned()).collect(), vec![]),
            "{stated:?}"
        );
        assert_eq!(
            (found.figures.sales_invoices, found.figures.sales_gross.to_string()),
            (2, "246.00".to_owned())
        );
    }
}

#[test]
fn a_wrong_record_is_told_with_its_line_and_the_next_is_read() {
    let good = invoice("FT 1/9", "FT", "N", "", "");
    for (wrong, expected) in [
        (good.replace("123.00", "123.001"), "element-too-many-decimals 4 GrossTotal"),
        (good.replace("123.00", "much"), "element-not-an-amount 4 GrossTotal"),
        (good.replace("2026-01-31", "31.01.2026"), "element-not-a-date 4 InvoiceDate"),
        (good.replace("<InvoiceNo>FT 1/9</InvoiceNo>", ""), "element-missing 4 -"),
        (good.replace("DocumentTotals", "Totals"), "element-missing 4 -"),
    ] {
        let found = read(&file(PORTUGAL, CUSTOMER, &sales(&[wrong, good.clone()].concat())));
        assert_eq!((Read::told(&found.problems), found.documents().len()), (vec![expected.to_owned()], 1));
    }
    let other = read(&format!("<Audit xmlns=\"{OECD}\"><Header/></Audit>"));
    assert_eq!(
        (Read::told(&other.problems), other.entries.len()),
        (vec!["xml-wrong-root 1 -".to_owned()], 0)
    );
    let placeholder = read(&file("<DefaultCurrencyCode>aaa</DefaultCurrencyCode>", CUSTOMER, &sales(&good)));
    assert_eq!(Read::told(&placeholder.problems), ["element-not-a-currency 2 DefaultCurrencyCode"]);
    assert_eq!(
        (placeholder.entries.len(), placeholder.figures.sales_invoices),
        (2, 1),
        "what needs no amount is read"
    );
    let headless = file("", CUSTOMER, &sales(&good)).replace("<Header></Header>", "");
    assert_eq!(Read::told(&read(&headless).problems), ["element-missing 3 -"]);
}
