use super::*;
use crate::books::DocumentKind;
use crate::detect::{Detected, Format, detect};
use DocumentKind::{CreditNote, DebitNote, Invoice};

const UBL: &str = "urn:oasis:names:specification:ubl:schema:xsd";

/// A UBL document of this root; `inner` stands before the parties, `total` holds the amounts.
fn ubl(root: &str, type_code: &str, inner: &str, total: &str) -> String {
    format!(
        "<x:{root} xmlns:x=\"{UBL}:{root}-2\" xmlns:a=\"{UBL}:CommonAggregateComponents-2\" xmlns:b=\"{UBL}:CommonBasicComponents-2\">
<b:ID>R 17</b:ID><b:IssueDate>2026-01-31</b:IssueDate>
<b:{root}TypeCode>{type_code}</b:{root}TypeCode>{inner}<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode><b:TaxCurrencyCode>SEK</b:TaxCurrencyCode>
<a:AccountingSupplierParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Us</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
<a:AccountingCustomerParty><a:Party><a:PartyIdentification><b:ID>4711</b:ID></a:PartyIdentification><a:PartyName><b:Name>Trading name</b:Name></a:PartyName>
<a:PostalAddress><a:Country><b:IdentificationCode>SE</b:IdentificationCode></a:Country></a:PostalAddress>
<a:PartyTaxScheme><b:CompanyID>SE01</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>
<a:PartyLegalEntity><b:RegistrationName>Buyer\n  AB</b:RegistrationName><b:CompanyID>55</b:CompanyID></a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
<a:LegalMonetaryTotal>{total}</a:LegalMonetaryTotal><a:{root}Line><b:ID>1</b:ID></a:{root}Line></x:{root}>"
    )
}

fn payable(amount: &str) -> String {
    format!("<b:PayableAmount currencyID=\"EUR\">{amount}</b:PayableAmount>")
}

fn cii(type_code: &str, inner: &str, terms: &str, sums: &str) -> String {
    format!(
        "<r:CrossIndustryInvoice xmlns:r=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" xmlns:m=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\">
<r:ExchangedDocument><m:ID>R 17</m:ID><m:TypeCode>{type_code}</m:TypeCode><m:IssueDateTime><m:DateTimeString format=\"102\">20260131</m:DateTimeString></m:IssueDateTime></r:ExchangedDocument>
<r:SupplyChainTradeTransaction><m:ApplicableHeaderTradeAgreement><m:BuyerTradeParty><m:ID>4711</m:ID><m:Name>Buyer AB</m:Name></m:BuyerTradeParty></m:ApplicableHeaderTradeAgreement>
<m:ApplicableHeaderTradeSettlement><m:InvoiceCurrencyCode>EUR</m:InvoiceCurrencyCode>{terms}
<m:SpecifiedTradeSettlementHeaderMonetarySummation>{sums}</m:SpecifiedTradeSettlementHeaderMonetarySummation>{inner}</m:ApplicableHeaderTradeSettlement></r:SupplyChainTradeTransaction></r:CrossIndustryInvoice>"
    )
}

fn fatturapa(bodies: &str) -> String {
    format!(
        "<p:FatturaElettronica versione=\"FPR12\" xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\"><FatturaElettronicaHeader>
<CessionarioCommittente><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01</IdCodice></IdFiscaleIVA><Anagrafica><Nome>Ada</Nome><Cognome>Rossi</Cognome></Anagrafica></DatiAnagrafici>
<Sede><Nazione>IT</Nazione></Sede></CessionarioCommittente></FatturaElettronicaHeader>{bodies}</p:FatturaElettronica>"
    )
}

fn body(type_code: &str, number: &str, total: &str, payments: &str) -> String {
    format!(
        "<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>{type_code}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-31</Data><Numero>{number}</Numero>{total}</DatiGeneraliDocumento></DatiGenerali>
<DatiBeniServizi><DatiRiepilogo><ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta></DatiRiepilogo></DatiBeniServizi>{payments}</FatturaElettronicaBody>"
    )
}

fn read(file: &str) -> Result<Vec<Document>, Problem> {
    let mut reader = EInvoiceReader::open("invoice.xml", file.as_bytes())?;
    let mut documents = Vec::new();
    while let Some(entry) = reader.next_entry()? {
        let Entry::Document(document) = entry else { panic!("{entry:?}") };
        documents.push(document);
    }
    Ok(documents)
}

fn one(file: &str) -> Document {
    let documents = read(file).unwrap();
    assert_eq!(documents.len(), 1, "{file}");
    documents.into_iter().next().unwrap()
}

/// Due date and instalments: `2026-02-28 [2026-02-28=50.00 …]`.
fn due(document: &Document) -> String {
    let day = |day: Option<obligo_rules::calendar::Day>| day.map_or("-".to_owned(), |day| day.to_string());
    let parts =
        document.instalments.iter().map(|part| format!("{}={}", day(part.due_date), part.amount.unwrap()));
    format!("{} [{}]", day(document.due_date), parts.collect::<Vec<_>>().join(" "))
}

#[test]
fn who_owes_what_to_whom_is_read() {
    let total = "<b:TaxExclusiveAmount currencyID=\"EUR\">100</b:TaxExclusiveAmount><b:TaxInclusiveAmount currencyID=\"EUR\">125</b:TaxInclusiveAmount>\
        <b:PrepaidAmount currencyID=\"EUR\">25</b:PrepaidAmount><b:PayableAmount currencyID=\"EUR\">100</b:PayableAmount>";
    let reference = "<a:BillingReference><a:InvoiceDocumentReference><b:ID>R 1</b:ID></a:InvoiceDocumentReference></a:BillingReference>\
        <a:PaymentTerms><b:Note>#SKONTO#TAGE=14#PROZENT=2.00#\n</b:Note></a:PaymentTerms>";
    let document = one(&ubl("Invoice", "380", reference, total));
    let money = [document.net, document.gross, document.prepaid, document.payable];
    assert_eq!(money.map(|money| money.unwrap().minor), [10_000, 12_500, 2_500, 10_000]);
    assert_eq!(
        (document.document_no.as_str(), document.document_date.to_string().as_str()),
        ("R 17", "2026-01-31")
    );
    assert_eq!((document.seller.name.as_str(), document.buyer.name.as_str()), ("Us", "Buyer AB"));
    let buyer = &document.buyer;
    assert_eq!(
        [&buyer.account, &buyer.country, &buyer.vat_id, &buyer.register_no],
        ["4711", "SE", "SE01", "55"]
    );
    assert_eq!(
        (document.settles, document.payment_terms.as_str()),
        (vec!["R 1".to_owned()], "#SKONTO#TAGE=14#PROZENT=2.00#")
    );
    assert_eq!(
        (document.due_date, document.position.line),
        (None, 1),
        "the days of a cash discount are no due date"
    );
}

#[test]
fn credit_notes_are_credits_however_they_are_typed() {
    let ubl = |root, code| one(&ubl(root, code, "", &payable("100")));
    let cii = |code| {
        one(&cii(
            code,
            "",
            "",
            "<m:GrandTotalAmount>100</m:GrandTotalAmount><m:DuePayableAmount>100</m:DuePayableAmount>",
        ))
    };
    let fattura = |code, amount: &str| {
        one(&fatturapa(&body(
            code,
            "1",
            &format!("<ImportoTotaleDocumento>{amount}</ImportoTotaleDocumento>"),
            "",
        )))
    };
    for (name, document, expected) in [
        ("380 invoice", ubl("Invoice", "380"), (Invoice, 10_000)),
        ("326 partial invoice", ubl("Invoice", "326"), (Invoice, 10_000)),
        ("384 corrected invoice", ubl("Invoice", "384"), (Invoice, 10_000)),
        ("389 self-billed invoice", ubl("Invoice", "389"), (Invoice, 10_000)),
        ("875 partial construction invoice", ubl("Invoice", "875"), (Invoice, 10_000)),
        ("383 debit note", ubl("Invoice", "383"), (DebitNote, 10_000)),
        ("381 as an invoice", ubl("Invoice", "381"), (CreditNote, -10_000)),
        ("381 credit note", ubl("CreditNote", "381"), (CreditNote, -10_000)),
        ("261 self-billed credit note", ubl("CreditNote", "261"), (CreditNote, -10_000)),
        ("CII 380", cii("380"), (Invoice, 10_000)),
        ("CII 381", cii("381"), (CreditNote, -10_000)),
        ("TD01", fattura("TD01", "100.00"), (Invoice, 10_000)),
        ("TD24", fattura("TD24", "100.00"), (Invoice, 10_000)),
        ("TD05", fattura("TD05", "100.00"), (DebitNote, 10_000)),
        ("TD04", fattura("TD04", "100.00"), (CreditNote, -10_000)),
        ("TD04 with a sign", fattura("TD04", "-100.00"), (CreditNote, -10_000)),
    ] {
        assert_eq!((document.kind, document.payable.unwrap().minor), expected, "{name}");
    }
}

#[test]
fn due_dates_and_instalments_are_those_stated() {
    let due_date = |day: &str| format!("<b:DueDate>{day}</b:DueDate>");
    let means = "<a:PaymentMeans><b:PaymentDueDate>2026-03-01</b:PaymentDueDate></a:PaymentMeans>";
    let part = |day: &str, amount: &str| {
        format!(
            "<a:PaymentTerms><b:PaymentDueDate>{day}</b:PaymentDueDate><b:Amount currencyID=\"EUR\">{amount}</b:Amount></a:PaymentTerms>"
        )
    };
    let term = |day: &str, amount: &str| {
        format!(
            "<m:SpecifiedTradePaymentTerms><m:DueDateDateTime><m:DateTimeString format=\"102\">{day}</m:DateTimeString></m:DueDateDateTime>{amount}</m:SpecifiedTradePaymentTerms>"
        )
    };
    let partial = |amount: &str| format!("<m:PartialPaymentAmount>{amount}</m:PartialPaymentAmount>");
    let ubl = |inner: &str| one(&ubl("Invoice", "380", inner, &payable("100")));
    let cii = |terms: &str| one(&cii("380", "", terms, "<m:DuePayableAmount>100</m:DuePayableAmount>"));
    let rate = |day: &str, amount: &str| {
        format!(
            "<DettaglioPagamento><DataScadenzaPagamento>{day}</DataScadenzaPagamento><ImportoPagamento>{amount}</ImportoPagamento></DettaglioPagamento>"
        )
    };
    let fattura = |condition: &str, rates: &str| {
        one(&fatturapa(&body(
            "TD01",
            "1",
            "",
            &format!(
                "<DatiPagamento><CondizioniPagamento>{condition}</CondizioniPagamento>{rates}</DatiPagamento>"
            ),
        )))
    };
    let days = "<DettaglioPagamento><DataRiferimentoTerminiPagamento>2026-01-31</DataRiferimentoTerminiPagamento><GiorniTerminiPagamento>30</GiorniTerminiPagamento><ImportoPagamento>122.00</ImportoPagamento></DettaglioPagamento>";
    for (name, document, expected) in [
        ("UBL", ubl(&due_date("2026-02-28")), "2026-02-28 []"),
        ("UBL credit note", ubl(means), "2026-03-01 []"),
        ("UBL none", ubl(""), "- []"),
        (
            "UBL instalments",
            ubl(&[part("2026-02-28", "60"), part("2026-03-31", "40")].concat()),
            "2026-02-28 [2026-02-28=60.00 2026-03-31=40.00]",
        ),
        ("CII", cii(&term("20260228", "")), "2026-02-28 []"),
        (
            "CII, one term with discount",
            cii(&[term("20260210", ""), term("20260228", "")].concat()),
            "2026-02-28 []",
        ),
        (
            "CII instalments",
            cii(&[term("20260228", &partial("60")), term("20260331", &partial("40"))].concat()),
            "2026-02-28 [2026-02-28=60.00 2026-03-31=40.00]",
        ),
        (
            "FatturaPA rates",
            fattura("TP01", &[rate("2026-02-28", "61.00"), rate("2026-03-31", "61.00")].concat()),
            "2026-02-28 [2026-02-28=61.00 2026-03-31=61.00]",
        ),
        (
            "FatturaPA, two ways to pay",
            fattura("TP02", &[rate("2026-02-28", "122.00"), rate("2026-02-28", "122.00")].concat()),
            "2026-02-28 []",
        ),
        ("FatturaPA days", fattura("TP02", days), "2026-03-02 []"),
    ] {
        assert_eq!(due(&document), expected, "{name}");
        assert!(matches!(document.payable.unwrap().minor, 10_000 | 12_200), "{name}");
    }
}

#[test]
fn a_fatturapa_file_may_hold_several_documents_and_leave_totals_out() {
    let split =
        body("TD01", "2", "", "").replace("</Imposta>", "</Imposta><EsigibilitaIVA>S</EsigibilitaIVA>");
    let bodies = [body("TD01", "1", "", ""), split, body("TD04", "3", "", "")].concat();
    let documents = read(&fatturapa(&bodies)).unwrap();
    let told = documents.iter().map(|document| {
        format!("{} {} {}", document.document_no, document.net.unwrap(), document.payable.unwrap())
    });
    assert_eq!(told.collect::<Vec<_>>(), ["1 100.00 122.00", "2 100.00 100.00", "3 -100.00 -122.00"]);
    assert_eq!((documents[0].buyer.name.as_str(), documents[0].buyer.vat_id.as_str()), ("Ada Rossi", "IT01"));
    let simplified = "<f:FatturaElettronicaSemplificata xmlns:f=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0\"><FatturaElettronicaHeader>\
        <CessionarioCommittente><IdentificativiFiscali><CodiceFiscale>X1</CodiceFiscale></IdentificativiFiscali><AltriDatiIdentificativi><Denominazione>Buyer</Denominazione></AltriDatiIdentificativi></CessionarioCommittente>\
        </FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD08</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-31</Data><Numero>9</Numero></DatiGeneraliDocumento></DatiGenerali>\
        <DatiBeniServizi><Importo>12.20</Importo></DatiBeniServizi></FatturaElettronicaBody></f:FatturaElettronicaSemplificata>";
    let document = one(simplified);
    assert_eq!((document.buyer.name.as_str(), document.buyer.register_no.as_str()), ("Buyer", "X1"));
    assert_eq!((document.kind, document.gross.unwrap().minor), (CreditNote, -1220));
}

#[test]
fn zugferd_1_and_envelopes_are_read() {
    let zugferd = "<r:CrossIndustryDocument xmlns:r=\"urn:ferd:CrossIndustryDocument:invoice:1p0\" xmlns:m=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12\">\
        <r:HeaderExchangedDocument><m:ID>R 17</m:ID><m:TypeCode>380</m:TypeCode><m:IssueDateTime><m:DateTimeString format=\"102\">20260131</m:DateTimeString></m:IssueDateTime></r:HeaderExchangedDocument>\
        <r:SpecifiedSupplyChainTradeTransaction><m:ApplicableSupplyChainTradeAgreement/><m:ApplicableSupplyChainTradeSettlement><m:InvoiceCurrencyCode>EUR</m:InvoiceCurrencyCode>\
        <m:SpecifiedTradeSettlementMonetarySummation><m:GrandTotalAmount currencyID=\"EUR\">529.87</m:GrandTotalAmount></m:SpecifiedTradeSettlementMonetarySummation>\
        </m:ApplicableSupplyChainTradeSettlement></r:SpecifiedSupplyChainTradeTransaction></r:CrossIndustryDocument>";
    assert_eq!(one(zugferd).payable.unwrap().minor, 52_987);
    let envelope = format!(
        "<StandardBusinessDocument xmlns=\"urn:sbdh\"><Head/>{}</StandardBusinessDocument>",
        ubl("Invoice", "380", "", &payable("1"))
    );
    assert_eq!(one(&envelope).document_no, "R 17");
}

#[test]
fn what_is_wrong_ends_in_a_problem_with_line_and_element() {
    let good = ubl("Invoice", "380", "", &payable("100"));
    for (name, file, expected) in [
        ("no number", good.replace("<b:ID>R 17</b:ID>", ""), "element-missing 1 -"),
        ("no amount", ubl("Invoice", "380", "", ""), "element-missing 10 -"),
        (
            "no date of the calendar",
            good.replace("2026-01-31", "2026-01-32"),
            "element-not-a-date 2 IssueDate",
        ),
        (
            "too many decimals",
            good.replace(">100<", ">100.001<"),
            "element-too-many-decimals 10 PayableAmount",
        ),
        ("absurd", good.replace(">100<", ">999999999999999<"), "element-amount-too-large 10 PayableAmount"),
        ("another currency", good.replace("\"EUR\"", "\"SEK\""), "element-other-currency 10 PayableAmount"),
        ("no currency", good.replace(">EUR<", ">EURO<"), "element-not-a-currency 3 DocumentCurrencyCode"),
        (
            "another format",
            "\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>".to_owned(),
            "xml-wrong-root 2 -",
        ),
        (
            "an invoice of nobody knows which kind",
            "<Invoice><ID>1</ID></Invoice>".to_owned(),
            "xml-wrong-root 1 -",
        ),
        ("cut off", good[..good.len() - 5].to_owned(), "xml-truncated 10 -"),
    ] {
        let problem = read(&file).unwrap_err();
        let line = problem.place.line.map_or("-".to_owned(), |line| line.to_string());
        let element = problem.place.column.as_deref().unwrap_or("-");
        assert_eq!(format!("{} {line} {element}", problem.code), expected, "{name}");
        assert_eq!(problem.place.file.as_deref(), Some("invoice.xml"), "{name}");
    }
    for signed in [
        &b"0\x80\x06\x09"[..],
        b"0\x82\x10\x00\x06\x09",
        b"MIAGCSqGSIb3DQEHAqCAMIACAQExDzANBglg",
        b"MIIP8gYJKoZIhvcNAQcCoIIP4zCCD98CAQEx",
    ] {
        let problem = EInvoiceReader::open("invoice.xml.p7m", signed).err().unwrap();
        assert_eq!(problem.code, "xml-signed");
        assert_eq!(detect(signed), Detected::Format(Format::FatturaPa));
    }
}
