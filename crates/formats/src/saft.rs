//! Standard audit files for tax, SAF-T: the core of the OECD (1.0, 2.0) and what Norway, Portugal and others make of it. Customers with
//! their balances, bookings, sales invoices, payments; the file's own totals are checked.

mod booking;
mod invoice;
mod master;
mod payment;
#[cfg(test)]
mod tests;
mod totals;

use crate::books::{BookReader, Booking, Company, Entry};
use crate::xml::{Element, Step, XmlReader};
use booking::Transaction;
use invoice::Invoice;
use master::Master;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use payment::Payment;
use rust_decimal::Decimal;
use std::collections::VecDeque;
use std::io::Read;
use totals::Totals;

/// Most warnings kept until they are taken.
const WARNINGS_MAX: usize = 1000;

/// What a file holds by count and sum, whatever becomes of it: cancelled documents too, amounts without sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SaftFigures {
    /// Customers.
    pub customers: u64,
    /// Sales invoices, credit notes and the like.
    pub sales_invoices: u64,
    /// What their totals with tax add up to, in the currency of the books.
    pub sales_gross: Decimal,
    /// Payments.
    pub payments: u64,
    /// What their totals add up to.
    pub payments_gross: Decimal,
    /// Transactions of the general ledger.
    pub transactions: u64,
}

/// What an element of the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Header,
    Account,
    Customer,
    /// A section with totals of its own: the general ledger, sales invoices, payments.
    Section,
    /// A total a section states.
    Stated,
    Journal,
    JournalId,
    Transaction,
    TransactionPart,
    TransactionLine,
    Invoice,
    InvoicePart,
    InvoiceLine,
    Payment,
    PaymentPart,
    PaymentLine,
    /// A frame around one of these.
    Frame,
    Other,
}

impl Place {
    fn of(path: &str) -> Place {
        let mut names = path.split('/').skip(1);
        let names: [&str; 6] = std::array::from_fn(|_| names.next().unwrap_or_default());
        match names {
            ["Header", "", ..] => Place::Header,
            ["MasterFiles", "Customer", "", ..] | ["MasterFiles", "Customers", "Customer", "", ..] => {
                Place::Customer
            }
            ["MasterFiles", "GeneralLedgerAccounts", "Account", "", ..] => Place::Account,
            ["GeneralLedgerEntries", "", ..] | ["SourceDocuments", "SalesInvoices" | "Payments", "", ..] => {
                Place::Section
            }
            ["GeneralLedgerEntries", "NumberOfEntries" | "TotalDebit" | "TotalCredit", "", ..]
            | [
                "SourceDocuments",
                "SalesInvoices" | "Payments",
                "NumberOfEntries" | "TotalDebit" | "TotalCredit",
                "",
                ..,
            ] => Place::Stated,
            ["GeneralLedgerEntries", "Journal", "", ..] => Place::Journal,
            ["GeneralLedgerEntries", "Journal", "JournalID", "", ..] => Place::JournalId,
            ["GeneralLedgerEntries", "Journal", "Transaction", "", ..] => Place::Transaction,
            ["GeneralLedgerEntries", "Journal", "Transaction", "Line" | "TransactionLine", "", ..]
            | ["GeneralLedgerEntries", "Journal", "Transaction", "Lines", "DebitLine" | "CreditLine", ""] => {
                Place::TransactionLine
            }
            ["GeneralLedgerEntries", "Journal", "Transaction", "Lines", "", ..]
            | ["" | "MasterFiles" | "SourceDocuments", "", ..]
            | ["MasterFiles", "Customers" | "GeneralLedgerAccounts", "", ..] => Place::Frame,
            ["GeneralLedgerEntries", "Journal", "Transaction", _, "", ..] => Place::TransactionPart,
            ["SourceDocuments", "SalesInvoices", "Invoice", "", ..] => Place::Invoice,
            ["SourceDocuments", "SalesInvoices", "Invoice", "Line" | "InvoiceLine", "", ..] => {
                Place::InvoiceLine
            }
            ["SourceDocuments", "SalesInvoices", "Invoice", _, "", ..] => Place::InvoicePart,
            ["SourceDocuments", "Payments", "Payment", "", ..] => Place::Payment,
            ["SourceDocuments", "Payments", "Payment", "Line" | "PaymentLine", "", ..] => Place::PaymentLine,
            ["SourceDocuments", "Payments", "Payment", _, "", ..] => Place::PaymentPart,
            _ => Place::Other,
        }
    }
}

/// Reads a file entry by entry.
pub struct SaftReader<R: Read> {
    name: String,
    xml: XmlReader<R>,
    company: Company,
    currency: Option<Currency>,
    is_currency_told: bool,
    master: Master,
    totals: Totals,
    journal: String,
    transaction: Option<Transaction>,
    invoice: Option<Invoice>,
    payment: Option<Payment>,
    figures: SaftFigures,
    ready: VecDeque<Entry>,
    warnings: Vec<Problem>,
}

impl<R: Read> SaftReader<R> {
    /// Opens a file; `name` is that of the file, for problems.
    pub fn open(name: &str, file: R) -> Result<SaftReader<R>, Problem> {
        // Each country, and each version, has a namespace of its own; the names are the same.
        let xml = XmlReader::open(file, |_| true).map_err(|problem| problem.in_file(name))?;
        Ok(SaftReader {
            name: name.to_owned(),
            xml,
            company: Company::default(),
            currency: None,
            is_currency_told: false,
            master: Master::default(),
            totals: Totals::default(),
            journal: String::new(),
            transaction: None,
            invoice: None,
            payment: None,
            figures: SaftFigures::default(),
            ready: VecDeque::new(),
            warnings: Vec::new(),
        })
    }

    /// What was read so far, by count and sum.
    pub fn figures(&self) -> SaftFigures {
        self.figures
    }

    fn step(&mut self) -> Result<bool, Problem> {
        match self.xml.step()? {
            Step::Open(element) => {
                if !self.xml.path().contains('/') && element.name != "AuditFile" {
                    let problem = self.xml.wrong_root();
                    self.xml.end();
                    return Err(problem);
                }
                self.opened(element)?;
            }
            Step::Close => self.closed()?,
            Step::End => return Ok(false),
        }
        Ok(true)
    }

    /// The currency of the books, which the header names. Where it does not, that is told once, and amounts are passed over.
    fn currency(&mut self, element: &Element) -> Result<Option<Currency>, Problem> {
        if self.currency.is_none() && !std::mem::replace(&mut self.is_currency_told, true) {
            return Err(element.missing("DefaultCurrencyCode"));
        }
        Ok(self.currency)
    }

    fn opened(&mut self, element: Element) -> Result<(), Problem> {
        let place = Place::of(self.xml.path());
        match place {
            Place::Frame => return Ok(()),
            Place::Other => return self.xml.skip(),
            Place::Section => {
                self.totals = Totals::default();
                return Ok(());
            }
            Place::Journal => {
                self.journal.clear();
                return Ok(());
            }
            Place::Transaction => {
                self.figures.transactions += 1;
                self.totals.entries += 1;
                self.transaction = Some(Transaction::new(element));
                return Ok(());
            }
            Place::Invoice => {
                self.figures.sales_invoices += 1;
                self.totals.entries += 1;
                self.invoice = Some(Invoice::new(element));
                return Ok(());
            }
            Place::Payment => {
                self.figures.payments += 1;
                self.totals.entries += 1;
                self.payment = Some(Payment::new(element));
                return Ok(());
            }
            _ => {}
        }
        let whole = self.xml.whole(element)?;
        self.take(place, &whole).inspect_err(|_| self.totals.is_sound = false)
    }

    fn take(&mut self, place: Place, whole: &Element) -> Result<(), Problem> {
        match place {
            Place::Header => {
                self.company = master::company(whole);
                self.master.set_days(whole);
                self.ready.push_back(Entry::Company(self.company.clone()));
                self.is_currency_told = true;
                self.currency = Some(master::currency(whole)?);
            }
            Place::Account => {
                self.master.account(whole);
                let Some(currency) = self.currency(whole)? else { return Ok(()) };
                self.master.balances(whole, "", currency, &mut self.ready)?;
            }
            Place::Customer => {
                self.figures.customers += 1;
                let party = self.master.customer(whole)?;
                let number = party.account.clone();
                self.ready.push_back(Entry::Party(party));
                let Some(currency) = self.currency(whole)? else { return Ok(()) };
                self.master.balances(whole, &number, currency, &mut self.ready)?;
            }
            Place::Stated => self.totals.state(whole),
            Place::JournalId => whole.value().clone_into(&mut self.journal),
            Place::TransactionPart => {
                if let Some(transaction) = &mut self.transaction {
                    transaction.keep(whole);
                }
            }
            Place::TransactionLine => {
                let Some(currency) = self.currency(whole)? else { return Ok(()) };
                if let Some(transaction) = &self.transaction {
                    let booking = transaction.booking(
                        whole,
                        &self.journal,
                        currency,
                        &self.master,
                        &mut self.totals,
                    )?;
                    self.ready.push_back(Entry::Booking(booking));
                }
            }
            Place::InvoicePart => {
                if let Some(invoice) = &mut self.invoice {
                    invoice.keep(whole);
                }
            }
            Place::InvoiceLine => {
                if let Some(invoice) = &mut self.invoice {
                    invoice.line(whole)?;
                }
            }
            Place::PaymentPart => {
                if let Some(payment) = &mut self.payment {
                    payment.keep(whole);
                }
            }
            Place::PaymentLine => {
                if let Some(payment) = &mut self.payment {
                    payment.line(whole)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self) -> Result<(), Problem> {
        match Place::of(self.xml.path()) {
            Place::Transaction => self.transaction = None,
            Place::Invoice => {
                if let Some(invoice) = self.invoice.take() {
                    self.end_invoice(&invoice).inspect_err(|_| self.totals.is_sound = false)?;
                }
            }
            Place::Payment => {
                if let Some(payment) = self.payment.take() {
                    self.end_payment(&payment).inspect_err(|_| self.totals.is_sound = false)?;
                }
            }
            Place::Section => {
                let room = WARNINGS_MAX.saturating_sub(self.warnings.len());
                let found = self.totals.check().into_iter().map(|warning| warning.in_file(&self.name));
                self.warnings.extend(found.take(room));
            }
            _ => {}
        }
        Ok(())
    }

    fn end_invoice(&mut self, invoice: &Invoice) -> Result<(), Problem> {
        let Some(currency) = self.currency(&invoice.head)? else { return Ok(()) };
        self.totals.add(invoice.debit, invoice.credit, invoice.is_cancelled());
        let document = invoice.document(currency, &self.company, &self.master)?;
        let gross = document.gross.map_or(Decimal::ZERO, totals::decimal);
        self.figures.sales_gross = totals::sum(self.figures.sales_gross, gross.abs());
        self.ready.push_back(Entry::Document(document));
        Ok(())
    }

    fn end_payment(&mut self, payment: &Payment) -> Result<(), Problem> {
        let Some(currency) = self.currency(&payment.head)? else { return Ok(()) };
        self.totals.add(payment.debit, payment.credit, payment.is_cancelled());
        let gross = payment.gross(currency)?;
        self.figures.payments_gross = totals::sum(self.figures.payments_gross, totals::decimal(gross).abs());
        if !payment.is_cancelled() {
            let bookings: Vec<Booking> = payment.bookings(currency, &self.master)?;
            self.ready.extend(bookings.into_iter().map(Entry::Booking));
        }
        Ok(())
    }
}

impl<R: Read> BookReader for SaftReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                return Ok(Some(entry));
            }
            if !self.step().map_err(|problem| problem.in_file(&self.name))? {
                return Ok(None);
            }
        }
    }

    fn is_ended(&self) -> bool {
        self.ready.is_empty() && self.xml.is_ended()
    }

    fn take_warnings(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.warnings)
    }
}
