//! UN/CEFACT cross industry invoice: `CrossIndustryInvoice` (D16B: `XRechnung`, Factur-X, `ZUGFeRD` 2) and `CrossIndustryDocument`
//! (`ZUGFeRD` 1), which names the same things a little otherwise.

use super::amounts::{Amounts, due};
use super::kind;
use crate::books::{Document, Instalment, Party};
use crate::xml::Element;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// Lines and attachments are not looked at.
pub(super) const LEFT_OUT: &[&str] =
    &["IncludedSupplyChainTradeLineItem", "AdditionalReferencedDocument", "IncludedNote"];

/// The document.
pub(super) fn document(invoice: &Element) -> Result<Document, Problem> {
    let part = |parent: &'_ Element, names: [&'static str; 2]| {
        let found = parent.child(names[0]).or_else(|| parent.child(names[1]));
        found.cloned().ok_or_else(|| parent.missing(names[0]))
    };
    let head = part(invoice, ["ExchangedDocument", "HeaderExchangedDocument"])?;
    let trade = part(invoice, ["SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction"])?;
    let agreement = part(&trade, ["ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement"])?;
    let settlement =
        part(&trade, ["ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement"])?;
    let sums = part(
        &settlement,
        ["SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"],
    )?;
    let type_code = head.required("TypeCode")?.value().to_owned();
    let kind = kind::of_untdid(&type_code);
    let amounts = Amounts::new(settlement.required("InvoiceCurrencyCode")?.currency()?, kind);
    let issued = head.child("IssueDateTime").ok_or_else(|| head.missing("IssueDateTime"))?;
    let delivered = trade.first(&[
        "ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString",
        "ApplicableSupplyChainTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString",
    ]);
    let terms = settlement.all("SpecifiedTradePaymentTerms");
    let terms: Result<Vec<Instalment>, Problem> = terms.map(|terms| instalment(terms, amounts)).collect();
    let terms = terms?.into_iter().filter(|term| term.due_date.is_some() || term.amount.is_some());
    let (due_date, instalments) = due(None, terms.collect());
    let preceding = settlement.all("InvoiceReferencedDocument");
    let preceding = preceding.map(|document| document.words(&["IssuerAssignedID", "ID"]));
    Ok(Document {
        position: head.position(),
        kind,
        type_code,
        document_no: head.required("ID")?.value().to_owned(),
        document_date: day(issued.first(&["DateTimeString", "DateTime"]).unwrap_or(issued))?,
        delivery_date: delivered.map(day).transpose()?,
        due_date,
        instalments,
        payment_terms: settlement.words(&["SpecifiedTradePaymentTerms/Description"]),
        seller: party(&agreement, "SellerTradeParty"),
        buyer: party(&agreement, "BuyerTradeParty"),
        gross: amounts.of(&sums, "GrandTotalAmount")?,
        net: amounts.of(&sums, "TaxBasisTotalAmount")?,
        prepaid: amounts.of(&sums, "TotalPrepaidAmount")?,
        // ZUGFeRD 1 may leave it out: then nothing was paid before.
        payable: match amounts.of(&sums, "DuePayableAmount")? {
            None => amounts.of(&sums, "GrandTotalAmount")?,
            payable => payable,
        },
        foreign: None,
        settles: preceding.filter(|number| !number.is_empty()).collect(),
        is_cancelled: false,
    })
}

fn instalment(terms: &Element, amounts: Amounts) -> Result<Instalment, Problem> {
    let due = terms.first(&["DueDateDateTime/DateTimeString", "DueDateDateTime/DateTime", "DueDateDateTime"]);
    Ok(Instalment { due_date: due.map(day).transpose()?, amount: amounts.of(terms, "PartialPaymentAmount")? })
}

/// A date in one of the formats of UNTDID 2379: 102 is `20260131`, those with a time begin so.
fn day(element: &Element) -> Result<Day, Problem> {
    let text = element.value();
    let is_compact = text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_compact {
        return element.day();
    }
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i16>().ok());
    let found = number(0..4).zip(number(4..6)).zip(number(6..8));
    let found = found.and_then(|((year, month), day)| Day::from_ymd(year, month as i8, day as i8));
    found.ok_or_else(|| element.problem("element-not-a-date"))
}

fn party(agreement: &Element, role: &str) -> Party {
    let Some(party) = agreement.child(role) else { return Party::default() };
    let tax = |scheme: &str| {
        let ids = party.all("SpecifiedTaxRegistration").filter_map(|registration| registration.child("ID"));
        let found =
            ids.filter(|id| id.attribute("schemeID") == scheme).map(|id| id.value().to_owned()).next();
        found.unwrap_or_default()
    };
    Party {
        position: party.position(),
        account: party.words(&["ID", "GlobalID"]),
        name: party.words(&["Name", "SpecifiedLegalOrganization/TradingBusinessName"]),
        country: party.words(&["PostalTradeAddress/CountryID"]),
        vat_id: tax("VA"),
        register_no: party.words(&["SpecifiedLegalOrganization/ID"]),
        payment_terms: String::new(),
    }
}
