//! UBL 2: `Invoice`, `CreditNote`, `DebitNote`.

use super::amounts::{Amounts, due};
use super::kind;
use crate::books::{Document, DocumentKind, Instalment, Party};
use crate::xml::Element;
use obligo_rules::problem::Problem;

/// Lines, attachments and signatures are not looked at.
pub(super) const LEFT_OUT: &[&str] = &[
    "InvoiceLine",
    "CreditNoteLine",
    "DebitNoteLine",
    "AdditionalDocumentReference",
    "UBLExtensions",
    "Signature",
];

/// The document.
pub(super) fn document(invoice: &Element) -> Result<Document, Problem> {
    let type_code = invoice.words(&["InvoiceTypeCode", "CreditNoteTypeCode"]);
    let kind = match invoice.name.as_str() {
        "CreditNote" => DocumentKind::CreditNote,
        "DebitNote" => DocumentKind::DebitNote,
        _ => kind::of_untdid(&type_code),
    };
    let amounts = Amounts::new(invoice.required("DocumentCurrencyCode")?.currency()?, kind);
    let total = invoice.child("LegalMonetaryTotal").or_else(|| invoice.child("RequestedMonetaryTotal"));
    let total = total.ok_or_else(|| invoice.missing("LegalMonetaryTotal"))?;
    total.required("PayableAmount")?;
    let day = |paths: &[&str]| invoice.first(paths).map(Element::day).transpose();
    let stated = day(&["DueDate", "PaymentMeans/PaymentDueDate"])?;
    let terms = invoice.all("PaymentTerms").filter(|terms| terms.child("PaymentDueDate").is_some());
    let terms: Result<Vec<Instalment>, Problem> = terms.map(|terms| instalment(terms, amounts)).collect();
    let (due_date, instalments) = due(stated, terms?);
    Ok(Document {
        position: invoice.position(),
        kind,
        type_code,
        document_no: invoice.required("ID")?.value().to_owned(),
        document_date: invoice.required("IssueDate")?.day()?,
        delivery_date: day(&["Delivery/ActualDeliveryDate"])?,
        due_date,
        instalments,
        payment_terms: invoice.words(&["PaymentTerms/Note"]),
        seller: party(invoice, "AccountingSupplierParty"),
        buyer: party(invoice, "AccountingCustomerParty"),
        gross: amounts.of(total, "TaxInclusiveAmount")?,
        net: amounts.of(total, "TaxExclusiveAmount")?,
        prepaid: amounts.of(total, "PrepaidAmount")?,
        payable: amounts.of(total, "PayableAmount")?,
        foreign: None,
        settles: preceding(invoice),
        is_cancelled: false,
    })
}

fn instalment(terms: &Element, amounts: Amounts) -> Result<Instalment, Problem> {
    Ok(Instalment {
        due_date: terms.child("PaymentDueDate").map(Element::day).transpose()?,
        amount: amounts.of(terms, "Amount")?,
    })
}

/// Numbers of the documents named as preceding ones.
fn preceding(invoice: &Element) -> Vec<String> {
    let references = invoice.all("BillingReference").flat_map(|reference| &reference.children);
    let wanted = ["InvoiceDocumentReference", "CreditNoteDocumentReference", "DebitNoteDocumentReference"];
    let references = references.filter(|reference| wanted.contains(&reference.name.as_str()));
    references.map(|reference| reference.words(&["ID"])).filter(|number| !number.is_empty()).collect()
}

fn party(invoice: &Element, role: &str) -> Party {
    let Some(frame) = invoice.child(role) else { return Party::default() };
    let party = frame.child("Party").unwrap_or(frame);
    let account = party.all("PartyIdentification").filter_map(|identification| identification.child("ID"));
    let mut account = account.filter(|id| id.attribute("schemeID") != "SEPA");
    let vat = party.all("PartyTaxScheme").find(|scheme| scheme.words(&["TaxScheme/ID"]) == "VAT");
    Party {
        position: party.position(),
        account: account.next().map(|id| id.value().to_owned()).unwrap_or_default(),
        // The name it is registered by owes; the other is a trading name.
        name: party.words(&["PartyLegalEntity/RegistrationName", "PartyName/Name"]),
        country: party.words(&["PostalAddress/Country/IdentificationCode"]),
        vat_id: vat.map(|scheme| scheme.words(&["CompanyID"])).unwrap_or_default(),
        register_no: party.words(&["PartyLegalEntity/CompanyID"]),
        payment_terms: String::new(),
    }
}
