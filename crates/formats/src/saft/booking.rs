//! A transaction of the general ledger, line by line.

use super::master::Master;
use super::totals::{Totals, decimal};
use crate::books::Booking;
use crate::xml::Element;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// Elements of a transaction that are looked at, beside its lines.
const WANTED: &[&str] = &["TransactionID", "TransactionDate", "GLPostingDate", "Description", "CustomerID"];

/// A transaction, while it is read.
pub(super) struct Transaction {
    head: Element,
}

/// An amount in the currency of the books, and in that of the document if it is another.
pub(super) fn amounts(side: &Element, currency: Currency) -> Result<(Money, Option<Money>), Problem> {
    let own = side.child("Amount").unwrap_or(side).money(currency)?;
    let code = side.words(&["CurrencyCode", "Currency/CurrencyCode"]);
    let foreign = match side.first(&["CurrencyAmount", "Currency/CurrencyAmount"]) {
        Some(amount) if code != currency.code() => match Currency::parse(&code) {
            Some(currency) => Some(amount.money(currency)?),
            None => None,
        },
        _ => None,
    };
    Ok((own, foreign))
}

impl Transaction {
    pub(super) fn new(head: Element) -> Transaction {
        Transaction { head }
    }

    /// Takes an element beside the lines.
    pub(super) fn keep(&mut self, part: &Element) {
        self.head.keep(part.clone(), WANTED);
    }

    /// A line as a booking.
    pub(super) fn booking(
        &self,
        line: &Element,
        journal: &str,
        currency: Currency,
        master: &Master,
        totals: &mut Totals,
    ) -> Result<Booking, Problem> {
        let side = line.child("DebitAmount").or_else(|| line.child("CreditAmount"));
        let side = side.or_else(|| line.child("Amount")).ok_or_else(|| line.missing("DebitAmount"))?;
        let indicator = line.words(&["DebitCreditIndicator"]);
        let is_credit = side.name == "CreditAmount" || indicator == "C";
        let (money, foreign) = amounts(side, currency)?;
        let number = decimal(money);
        let (debit, credit) = if is_credit { (Decimal::ZERO, number) } else { (number, Decimal::ZERO) };
        totals.add(debit, credit, false);
        let signed =
            |money: Money| Money { minor: if is_credit { -money.minor } else { money.minor }, ..money };
        let account = line.words(&["AccountID"]);
        let own = line.words(&["CustomerID"]);
        let of_all = self.head.words(&["CustomerID"]);
        // A file that must name a customer writes 0 where there is none.
        let party = if !own.is_empty() && own != "0" {
            own
        } else if !of_all.is_empty() && master.is_receivable(&of_all, &account) {
            of_all
        } else {
            String::new()
        };
        let document_date = self.head.required("TransactionDate")?.day()?;
        let posted = self.head.first(&["GLPostingDate"]).map(Element::day).transpose()?;
        let document_no = line.words(&["ReferenceNumber", "SourceDocumentID"]);
        let crossed = line.words(&["CrossReference"]);
        let text = line.words(&["Description"]);
        Ok(Booking {
            position: line.position(),
            journal: journal.to_owned(),
            voucher: self.head.words(&["TransactionID"]),
            account_name: master.account_name(&account),
            account,
            party_name: master.customer_name(&party),
            party,
            contra: String::new(),
            posting_date: posted.unwrap_or(document_date),
            document_date: Some(document_date),
            due_date: line.first(&["DueDate"]).map(Element::day).transpose()?,
            settles: if crossed.is_empty() || crossed == document_no { Vec::new() } else { vec![crossed] },
            document_no,
            kind: None,
            amount: signed(money),
            foreign: foreign.map(signed),
            lettering: String::new(),
            text: if text.is_empty() { self.head.words(&["Description"]) } else { text },
        })
    }
}
