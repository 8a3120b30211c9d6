//! A sales invoice, credit note or debit note.

use super::booking::amounts;
use super::master::Master;
use super::totals::sum;
use crate::books::{Company, Document, DocumentKind, Party};
use crate::xml::Element;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// Elements of an invoice that are looked at, beside its lines.
const WANTED: &[&str] = &[
    "InvoiceNo",
    "InvoiceDate",
    "InvoiceType",
    "DocumentStatus",
    "CustomerID",
    "CustomerInfo",
    "ShipTo",
    "DocumentTotals",
    "InvoiceDocumentTotals",
    "PaymentTerms",
    "DueDate",
];
/// Most documents one refers to.
pub(super) const REFERENCES_MAX: usize = 1000;

/// An invoice, while it is read.
pub(super) struct Invoice {
    pub(super) head: Element,
    pub(super) debit: Decimal,
    pub(super) credit: Decimal,
    withheld: Decimal,
    settles: Vec<String>,
}

/// Debit and credit of a line, in as many decimals as it has.
pub(super) fn sides(line: &Element) -> Result<(Decimal, Decimal), Problem> {
    let number = |name: &str| {
        let side = line.child(name).map(|side| side.child("Amount").unwrap_or(side));
        side.map_or(Ok(Decimal::ZERO), Element::decimal)
    };
    let (debit, credit) = (number("DebitAmount")?, number("CreditAmount")?);
    let one = match line.first(&["InvoiceLineAmount/Amount", "PaymentLineAmount/Amount"]) {
        Some(amount) => amount.decimal()?,
        None => Decimal::ZERO,
    };
    let is_credit = line.words(&["DebitCreditIndicator"]) != "D";
    let (more_debit, more_credit) = if is_credit { (Decimal::ZERO, one) } else { (one, Decimal::ZERO) };
    Ok((sum(debit, more_debit), sum(credit, more_credit)))
}

impl Invoice {
    pub(super) fn new(head: Element) -> Invoice {
        Invoice {
            head,
            debit: Decimal::ZERO,
            credit: Decimal::ZERO,
            withheld: Decimal::ZERO,
            settles: Vec::new(),
        }
    }

    /// Takes an element beside the lines.
    pub(super) fn keep(&mut self, part: &Element) {
        if part.name == "WithholdingTax" {
            let amount = part.child("WithholdingTaxAmount").and_then(|amount| amount.decimal().ok());
            self.withheld = sum(self.withheld, amount.unwrap_or_default());
        }
        self.head.keep(part.clone(), WANTED);
    }

    /// Takes a line.
    pub(super) fn line(&mut self, line: &Element) -> Result<(), Problem> {
        let (debit, credit) = sides(line)?;
        self.debit = sum(self.debit, debit);
        self.credit = sum(self.credit, credit);
        for references in line.all("References") {
            let named = references
                .all("Reference")
                .chain(references.child("CreditNote").and_then(|note| note.child("Reference")));
            for number in named.map(|reference| reference.value().to_owned()) {
                if !number.is_empty()
                    && !self.settles.contains(&number)
                    && self.settles.len() < REFERENCES_MAX
                {
                    self.settles.push(number);
                }
            }
        }
        Ok(())
    }

    /// Cancelled: status `A`.
    pub(super) fn is_cancelled(&self) -> bool {
        self.head.words(&["DocumentStatus/InvoiceStatus"]) == "A"
    }

    /// The document.
    pub(super) fn document(
        &self,
        currency: Currency,
        company: &Company,
        master: &Master,
    ) -> Result<Document, Problem> {
        let head = &self.head;
        let type_code = head.words(&["InvoiceType"]);
        let kind = match type_code.as_str() {
            "NC" | "381" | "TD" | "AA" => DocumentKind::CreditNote,
            "ND" | "383" => DocumentKind::DebitNote,
            _ => DocumentKind::Invoice,
        };
        let totals = head.child("DocumentTotals").or_else(|| head.child("InvoiceDocumentTotals"));
        let totals = totals.ok_or_else(|| head.missing("DocumentTotals"))?;
        let gross = totals.child("GrossTotal").ok_or_else(|| totals.missing("GrossTotal"))?;
        let (gross, _) = amounts(gross, currency)?;
        let is_credit = kind == DocumentKind::CreditNote;
        let signed = |minor: i64| Money { minor: if is_credit { -minor.abs() } else { minor }, currency };
        let net = totals.child("NetTotal").map(|net| amounts(net, currency)).transpose()?;
        let (_, foreign) = match totals.child("Currency") {
            Some(other) => foreign(other, gross)?,
            None => (gross, None),
        };
        let withheld = super::totals::money(self.withheld, currency).map_or(0, |money| money.minor);
        // An invoice that is a receipt as well was paid when it was issued.
        let is_paid = type_code == "FR";
        let terms = head.words(&["PaymentTerms", "DocumentTotals/Settlement/PaymentTerms"]);
        let due = head.first(&["DueDate"]).map(Element::day).transpose()?;
        let customer = head.words(&["CustomerID", "CustomerInfo/CustomerID"]);
        Ok(Document {
            position: head.position(),
            kind,
            type_code,
            document_no: head.required("InvoiceNo")?.value().to_owned(),
            document_date: head.required("InvoiceDate")?.day()?,
            delivery_date: head.first(&["ShipTo/DeliveryDate"]).and_then(|day| day.day().ok()),
            // Portugal keeps the day itself among the terms.
            due_date: due.or_else(|| Day::parse_iso(&terms)),
            instalments: Vec::new(),
            payment_terms: terms,
            seller: Party {
                position: company.position.clone(),
                account: company.number.clone(),
                name: company.name.clone(),
                vat_id: company.tax_id.clone(),
                ..Party::default()
            },
            buyer: Party {
                position: head.position(),
                name: master.customer_name(&customer),
                account: customer,
                ..Party::default()
            },
            gross: Some(signed(gross.minor)),
            net: net.map(|(net, _)| signed(net.minor)),
            prepaid: is_paid.then(|| signed(gross.minor)),
            payable: Some(signed(if is_paid { 0 } else { gross.minor - withheld })),
            foreign: foreign.map(|money| Money { minor: signed(money.minor).minor, ..money }),
            settles: self.settles.clone(),
            is_cancelled: self.is_cancelled(),
        })
    }
}

/// The total in the currency the document was issued in.
fn foreign(currency: &Element, gross: Money) -> Result<(Money, Option<Money>), Problem> {
    let Some(amount) = currency.child("CurrencyAmount") else { return Ok((gross, None)) };
    let found = Currency::parse(&currency.words(&["CurrencyCode"]));
    Ok((gross, found.map(|found| amount.money(found)).transpose()?))
}
