//! A statement with its balances and sums, and an entry that becomes receipts.

use super::payment::{Payment, account, charges, counterparty, signed};
use crate::books::{Position, Receipt};
use crate::xml::{Element, words};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::collections::VecDeque;

/// Elements of an entry that are looked at, beside its payments.
pub(super) const WANTED: &[&str] = &[
    "Amt",
    "CdtDbtInd",
    "RvslInd",
    "Sts",
    "BookgDt",
    "ValDt",
    "AcctSvcrRef",
    "NtryRef",
    "Chrgs",
    "RltdPties",
    "AddtlNtryInf",
];

/// Most references gathered for the payments of a batch that are told together.
const REFERENCES_MAX: usize = 10_000;
/// Longest text gathered for them, in bytes.
const TEXT_BYTES_MAX: usize = 64 * 1024;

/// A statement, report or notification.
#[derive(Default)]
pub(super) struct Statement {
    pub(super) line: u64,
    pub(super) number: String,
    pub(super) account: String,
    /// A statement, not a report or notification: it holds nothing but booked entries and whole balances.
    is_final: bool,
    opening: Option<Money>,
    closing: Option<Money>,
    summary: Option<Element>,
    /// One page of several: its sums are those of all.
    is_page: bool,
    entries: u64,
    credits: i128,
    debits: i128,
    booked: i128,
    currency: Option<Currency>,
    is_mixed: bool,
}

impl Statement {
    pub(super) fn new(element: &Element) -> Statement {
        Statement { line: element.line, is_final: element.name == "Stmt", ..Statement::default() }
    }

    /// Takes a part of its head.
    pub(super) fn take(&mut self, part: &Element) -> Result<(), Problem> {
        match part.name.as_str() {
            "Id" => part.value().clone_into(&mut self.number),
            "Acct" => self.account = account(part),
            "StmtPgntn" | "RptPgntn" | "NtfctnPgntn" => {
                let is_first = part.at("PgNb").is_none_or(|page| page.value().trim_start_matches('0') == "1");
                let is_last = part.at("LastPgInd").is_none_or(|last| matches!(last.value(), "true" | "1"));
                self.is_page = !(is_first && is_last);
            }
            "TxsSummry" => self.summary = Some(part.clone()),
            "Bal" => {
                let code = part.words(&["Tp/CdOrPrtry/Cd", "Tp/Cd"]);
                let place = match code.as_str() {
                    "OPBD" | "PRCD" if self.opening.is_none() => &mut self.opening,
                    "CLBD" => &mut self.closing,
                    _ => return Ok(()),
                };
                let amount = part.required("Amt")?;
                let read = amount.money(amount.currency_of("Ccy")?)?;
                *place = Some(signed(part, read)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, amount: Money, is_booked: bool) {
        self.entries += 1;
        let minor = i128::from(amount.minor);
        *(if minor < 0 { &mut self.debits } else { &mut self.credits }) += minor.abs();
        if is_booked {
            self.booked += minor;
        }
        let first = *self.currency.get_or_insert(amount.currency);
        self.is_mixed |= first != amount.currency;
    }

    /// What the statement says of its own sums and does not hold.
    pub(super) fn check(&self) -> Vec<Problem> {
        let mut warnings = Vec::new();
        if self.is_page || self.is_mixed {
            return warnings;
        }
        let warning =
            |code: &'static str, line: u64| Problem::refused(code).at_line(line).of_value(&self.number);
        if let (true, Some(opening), Some(closing)) = (self.is_final, self.opening, self.closing) {
            let one_currency = opening.currency == closing.currency
                && self.currency.is_none_or(|currency| currency == opening.currency);
            let found = i128::from(opening.minor) + self.booked;
            if one_currency && found != i128::from(closing.minor) {
                let found = written(found, opening.currency);
                warnings.push(
                    warning("camt-balance-differs", self.line)
                        .with("stated", closing)
                        .with("found", found)
                        .with("currency", opening.currency),
                );
            }
        }
        let Some(summary) = &self.summary else { return warnings };
        let exponent = self.currency.map_or(2, Currency::exponent);
        let sums = [
            ("TtlNtries/NbOfNtries", Decimal::from(self.entries)),
            ("TtlCdtNtries/Sum", decimal(self.credits, exponent)),
            ("TtlDbtNtries/Sum", decimal(self.debits, exponent)),
        ];
        for (path, found) in sums {
            if let Some(element) = summary.first(&[path])
                && let Ok(stated) = element.decimal()
                && stated != found
            {
                let warning = warning("file-total-differs", element.line).at_column(&element.name);
                warnings.push(warning.with("stated", stated).with("found", found));
            }
        }
        warnings
    }
}

fn decimal(minor: i128, exponent: u32) -> Decimal {
    Decimal::try_from_i128_with_scale(minor, exponent).unwrap_or_default()
}

fn written(minor: i128, currency: Currency) -> String {
    decimal(minor, currency.exponent()).to_string()
}

/// An entry of a statement, while it is read.
pub(super) struct BankEntry {
    /// Its own elements, without those of its payments.
    pub(super) head: Element,
    number: u64,
    payments: u64,
    /// The last payment: the only one of an entry has the entry's amount.
    held: Option<Payment>,
    /// What the receipts told so far add up to.
    told: i128,
    /// Payments without an amount in the account's currency.
    loose: Option<Receipt>,
    has_bad_payment: bool,
}

impl BankEntry {
    pub(super) fn new(head: Element, number: u64) -> BankEntry {
        BankEntry { head, number, payments: 0, held: None, told: 0, loose: None, has_bad_payment: false }
    }

    fn amount(&self) -> Result<Money, Problem> {
        let amount = self.head.required("Amt")?;
        signed(&self.head, amount.money(amount.currency_of("Ccy")?)?)
    }

    fn is_true(&self, path: &str) -> bool {
        self.head.at(path).is_some_and(|flag| matches!(flag.value(), "true" | "1"))
    }

    fn day(&self, paths: &[&str]) -> Result<Option<Day>, Problem> {
        self.head.first(paths).map(Element::day).transpose()
    }

    /// The receipt of the whole entry.
    fn receipt(&self, statement: &Statement) -> Result<Receipt, Problem> {
        let amount = self.amount()?;
        let status = self.head.words(&["Sts/Cd", "Sts/Prtry", "Sts"]);
        let is_reversal = self.is_true("RvslInd");
        let (counterparty, counterparty_account) = counterparty(&self.head, amount.minor < 0, is_reversal);
        Ok(Receipt {
            position: self.head.position(),
            statement: statement.number.clone(),
            entry: self.number,
            bank_account: statement.account.clone(),
            reference: self.head.words(&["AcctSvcrRef", "NtryRef"]),
            booking_date: self.day(&["BookgDt/Dt", "BookgDt/DtTm"])?,
            value_date: self.day(&["ValDt/Dt", "ValDt/DtTm"])?,
            amount,
            instructed: None,
            charges: charges(&self.head, amount.currency)?,
            is_reversal,
            is_booked: status == "BOOK" || (status.is_empty() && statement.is_final),
            counterparty,
            counterparty_account,
            end_to_end: String::new(),
            references: Vec::new(),
            text: self.head.words(&["AddtlNtryInf"]),
        })
    }

    /// Takes a payment of it; the one before goes to `ready`.
    pub(super) fn take(
        &mut self,
        detail: &Element,
        statement: &Statement,
        ready: &mut VecDeque<Receipt>,
    ) -> Result<(), Problem> {
        self.payments += 1;
        // Without a sound head the entry itself is told as wrong at its end.
        let Ok(whole) = self.receipt(statement) else { return Ok(()) };
        if let Some(before) = self.held.take() {
            self.tell(before, &whole, ready);
        }
        match Payment::read(detail, &whole) {
            Ok(payment) => self.held = Some(payment),
            Err(problem) => {
                self.has_bad_payment = true;
                return Err(problem);
            }
        }
        Ok(())
    }

    /// One payment of several.
    fn tell(&mut self, payment: Payment, whole: &Receipt, ready: &mut VecDeque<Receipt>) {
        if let Some(amount) = payment.amount {
            self.told += i128::from(amount.minor);
            ready.push_back(payment.receipt(whole, amount));
            return;
        }
        let loose = self.loose.get_or_insert_with(|| Receipt { text: String::new(), ..whole.clone() });
        let references = std::iter::once(payment.end_to_end).chain(payment.references);
        let room = REFERENCES_MAX.saturating_sub(loose.references.len());
        loose.references.extend(references.filter(|text| !text.is_empty()).take(room));
        if loose.text.len() + payment.text.len() < TEXT_BYTES_MAX {
            loose.text = words(&format!("{} {}", loose.text, payment.text));
        }
    }

    /// Ends it: what is left goes to `ready`; the warning says that the payments do not make the entry.
    pub(super) fn end(
        mut self,
        statement: &mut Statement,
        ready: &mut VecDeque<Receipt>,
    ) -> Result<Option<Problem>, Problem> {
        let whole = self.receipt(statement)?;
        statement.count(whole.amount, whole.is_booked);
        if self.payments == 1
            && let Some(only) = self.held.take()
        {
            ready.push_back(only.receipt(&whole, whole.amount));
            return Ok(None);
        }
        if let Some(last) = self.held.take() {
            self.tell(last, &whole, ready);
        }
        let rest = i128::from(whole.amount.minor) - self.told;
        if rest == 0 && self.payments > 0 {
            return Ok(None);
        }
        let minor = i64::try_from(rest).map_err(|_| self.head.problem("element-amount-too-large"))?;
        let is_explained = self.payments == 0
            || self.loose.is_some()
            || self.has_bad_payment
            || whole.charges.is_some_and(|charges| charges.minor == -minor);
        let warning = (!is_explained).then(|| {
            Problem::refused("camt-details-differ")
                .at_line(self.head.line)
                .at_column(&self.head.name)
                .with("stated", whole.amount)
                .with("found", written(self.told, whole.amount.currency))
                .with("currency", whole.amount.currency)
        });
        let amount = Money { minor, currency: whole.amount.currency };
        let rest =
            Receipt { amount, position: Position::clone(&whole.position), ..self.loose.unwrap_or(whole) };
        ready.push_back(rest);
        Ok(warning)
    }
}
