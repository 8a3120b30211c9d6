//! A payment received: what it settles.

use super::invoice::{REFERENCES_MAX, sides};
use super::master::Master;
use super::totals::{decimal, money, sum};
use crate::books::{Booking, DocumentKind};
use crate::xml::Element;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// Elements of a payment that are looked at, beside its lines.
const WANTED: &[&str] = &[
    "PaymentRefNo",
    "TransactionDate",
    "Description",
    "DocumentStatus",
    "CustomerID",
    "DocumentTotals",
    "AccountID",
];

/// A payment, while it is read.
pub(super) struct Payment {
    pub(super) head: Element,
    pub(super) debit: Decimal,
    pub(super) credit: Decimal,
    /// What each document it names is settled by, debit positive.
    settled: Vec<(String, Decimal)>,
    /// Cash discount given with it.
    discount: Decimal,
    customer: String,
    account: String,
}

impl Payment {
    pub(super) fn new(head: Element) -> Payment {
        Payment {
            head,
            debit: Decimal::ZERO,
            credit: Decimal::ZERO,
            settled: Vec::new(),
            discount: Decimal::ZERO,
            customer: String::new(),
            account: String::new(),
        }
    }

    /// Takes an element beside the lines.
    pub(super) fn keep(&mut self, part: &Element) {
        self.head.keep(part.clone(), WANTED);
    }

    /// Takes a line.
    pub(super) fn line(&mut self, line: &Element) -> Result<(), Problem> {
        let (debit, credit) = sides(line)?;
        self.debit = sum(self.debit, debit);
        self.credit = sum(self.credit, credit);
        if let Some(discount) = line.child("SettlementAmount") {
            self.discount = sum(self.discount, discount.decimal()?);
        }
        for (kept, name) in [(&mut self.customer, "CustomerID"), (&mut self.account, "AccountID")] {
            if kept.is_empty() {
                *kept = line.words(&[name]);
            }
        }
        let sources = line.all("SourceDocumentID");
        for number in
            sources.map(|source| source.words(&["OriginatingON"])).chain([line.words(&["SourceDocumentID"])])
        {
            if number.is_empty() {
                continue;
            }
            let amount = sum(debit, -credit);
            let known = self.settled.iter().position(|(known, _)| *known == number);
            if let Some((_, total)) = known.and_then(|index| self.settled.get_mut(index)) {
                *total = sum(*total, amount);
            } else if self.settled.len() < REFERENCES_MAX {
                self.settled.push((number, amount));
            }
        }
        Ok(())
    }

    /// Cancelled: status `A`.
    pub(super) fn is_cancelled(&self) -> bool {
        self.head.words(&["DocumentStatus/PaymentStatus"]) == "A"
    }

    /// The total with tax; where none is stated, what the lines come to.
    pub(super) fn gross(&self, currency: Currency) -> Result<Money, Problem> {
        match self.head.first(&["DocumentTotals/GrossTotal", "DocumentTotals/GrossTotal/Amount"]) {
            Some(total) => total.money(currency),
            None => money(sum(self.credit, -self.debit), currency)
                .ok_or_else(|| self.head.missing("DocumentTotals/GrossTotal")),
        }
    }

    /// One booking for each document settled, if their lines make the total; lines may be without tax, then one for all. Cash
    /// discount is a booking of its own.
    pub(super) fn bookings(&self, currency: Currency, master: &Master) -> Result<Vec<Booking>, Problem> {
        let gross = self.gross(currency)?;
        let lines = self.settled.iter().fold(Decimal::ZERO, |total, (_, amount)| sum(total, *amount));
        let parts = self
            .settled
            .iter()
            .map(|(number, amount)| Some((vec![number.clone()], money(*amount, currency)?)));
        let parts: Option<Vec<(Vec<String>, Money)>> = parts.collect();
        let numbers = || self.settled.iter().map(|(number, _)| number.clone()).collect::<Vec<String>>();
        let parts = match parts {
            Some(parts) if !parts.is_empty() && -lines == decimal(gross) => parts,
            _ => vec![(numbers(), Money { minor: -gross.minor, currency })],
        };
        let mut bookings = Vec::with_capacity(parts.len() + 1);
        for (settles, amount) in parts {
            bookings.push(self.booking(settles, amount, DocumentKind::Payment, master)?);
        }
        if let Some(discount) = money(self.discount, currency).filter(|discount| discount.minor != 0) {
            let amount = Money { minor: -discount.minor, currency };
            bookings.push(self.booking(numbers(), amount, DocumentKind::CreditNote, master)?);
        }
        Ok(bookings)
    }

    fn booking(
        &self,
        settles: Vec<String>,
        amount: Money,
        kind: DocumentKind,
        master: &Master,
    ) -> Result<Booking, Problem> {
        let number = self.head.required("PaymentRefNo")?.value().to_owned();
        let own = self.head.words(&["CustomerID"]);
        let party = if own.is_empty() { self.customer.clone() } else { own };
        let account = self.head.words(&["AccountID"]);
        let account = if account.is_empty() { self.account.clone() } else { account };
        let day = self.head.required("TransactionDate")?.day()?;
        Ok(Booking {
            position: self.head.position(),
            journal: String::new(),
            voucher: number.clone(),
            account_name: master.account_name(&account),
            account,
            party_name: master.customer_name(&party),
            party,
            contra: String::new(),
            posting_date: day,
            document_date: Some(day),
            due_date: None,
            document_no: number,
            kind: Some(kind),
            amount,
            foreign: None,
            lettering: String::new(),
            settles,
            text: self.head.words(&["Description"]),
        })
    }
}
