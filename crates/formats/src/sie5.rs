//! SIE 5, the XML successor of SIE 4 (SIE-Gruppen, `http://www.sie.se/sie5`): whole ledgers and entries to be booked. Customers' invoices
//! are objects that subdivide an account: lines of the journals refer to them, so that every line names its invoice and customer.

#[cfg(test)]
mod tests;

use crate::books::{Balance, BookReader, Booking, Company, DocumentKind, Entry, Party};
use crate::sie::NAMES_BYTES_MAX;
use crate::xml::{Element, Step, XmlReader};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Money, format_minor};
use obligo_rules::problem::Problem;
use std::collections::{HashMap, VecDeque};
use std::io::Read;

/// Dimension reserved for customers.
const CUSTOMER: &str = "8";
/// Dimension reserved for invoices.
const INVOICE: &str = "10";
/// Journal under which invoices open at the start are given.
pub const OPENING_JOURNAL: &str = "IB";
/// What keeping a name or an invoice takes beside its texts.
const NAME_BYTES: usize = 96;

/// Reads SIE 5 entry by entry.
pub struct Sie5Reader<R: Read> {
    name: String,
    xml: XmlReader<R>,
    file: File,
    is_root_seen: bool,
    is_ended: bool,
}

/// What is known of the file so far.
struct File {
    currency: Currency,
    accounts: HashMap<String, String>,
    customers: HashMap<String, String>,
    invoices: HashMap<String, Invoice>,
    names_bytes: usize,
    dimension: String,
    journal: String,
    voucher: Option<Voucher>,
    unnumbered: u64,
    waiting: VecDeque<Entry>,
}

/// A customer's invoice as an object.
struct Invoice {
    customer: String,
    number: String,
    due: Option<Day>,
}

/// The entry of a journal being read.
struct Voucher {
    line: u64,
    number: String,
    date: Day,
    text: String,
    sum: i128,
}

impl<R: Read> Sie5Reader<R> {
    /// Opens a file; `name` is the file as the user named it. Errors: those of XML.
    pub fn open(name: &str, file: R) -> Result<Sie5Reader<R>, Problem> {
        let xml = XmlReader::open(file, |uri| uri.is_empty() || uri.contains("sie5"));
        Ok(Sie5Reader {
            name: name.to_owned(),
            xml: xml.map_err(|problem| problem.in_file(name))?,
            file: File {
                currency: Currency::parse("SEK").unwrap_or(Currency::EUR),
                accounts: HashMap::new(),
                customers: HashMap::new(),
                invoices: HashMap::new(),
                names_bytes: 0,
                dimension: String::new(),
                journal: String::new(),
                voucher: None,
                unnumbered: 0,
                waiting: VecDeque::new(),
            },
            is_root_seen: false,
            is_ended: false,
        })
    }

    fn step(&mut self) -> Result<(), Problem> {
        match self.xml.step()? {
            Step::End => {
                self.is_ended = true;
                Ok(())
            }
            Step::Close if self.xml.path().ends_with("/JournalEntry") => self.file.close_voucher(),
            Step::Close => Ok(()),
            Step::Open(element) => self.opened(element),
        }
    }

    fn opened(&mut self, element: Element) -> Result<(), Problem> {
        if !std::mem::replace(&mut self.is_root_seen, true) {
            if matches!(element.name.as_str(), "Sie" | "SieEntry") {
                return Ok(());
            }
            self.is_ended = true;
            return Err(self.xml.wrong_root());
        }
        let path = self.xml.path().split_once('/').map_or("", |(_, rest)| rest).to_owned();
        match path.as_str() {
            "Accounts" | "Customers" | "CustomerInvoices" | "Dimensions" => Ok(()),
            "Dimensions/Dimension" => {
                element.attribute("id").clone_into(&mut self.file.dimension);
                Ok(())
            }
            "Journal" => {
                element.attribute("id").clone_into(&mut self.file.journal);
                Ok(())
            }
            "Journal/JournalEntry" => self.file.open_voucher(&element),
            "FileInfo"
            | "Accounts/Account"
            | "Dimensions/Dimension/Object"
            | "CustomerInvoices/CustomerInvoice"
            | "Customers/Customer"
            | "Journal/JournalEntry/LedgerEntry" => {
                let whole = self.xml.whole(element)?;
                self.file.take(&path, &whole)
            }
            _ => self.xml.skip(),
        }
    }
}

impl<R: Read> BookReader for Sie5Reader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        loop {
            if let Some(entry) = self.file.waiting.pop_front() {
                return Ok(Some(entry));
            }
            if self.is_ended {
                return Ok(None);
            }
            let step = self.step();
            self.is_ended |= self.xml.is_ended();
            step.map_err(|problem| problem.in_file(&self.name))?;
        }
    }

    fn is_ended(&self) -> bool {
        self.is_ended && self.file.waiting.is_empty()
    }
}

impl File {
    fn take(&mut self, path: &str, whole: &Element) -> Result<(), Problem> {
        match path {
            "FileInfo" => self.info(whole),
            "Accounts/Account" => self.account(whole),
            "Dimensions/Dimension/Object" if self.dimension == CUSTOMER => self.customer(whole),
            "Customers/Customer" => self.customer(whole),
            "CustomerInvoices/CustomerInvoice" => self.invoice(whole),
            "Journal/JournalEntry/LedgerEntry" => self.booking(whole),
            _ => Ok(()),
        }
    }

    fn info(&mut self, info: &Element) -> Result<(), Problem> {
        if let Some(currency) = info.child("AccountingCurrency") {
            self.currency = currency.currency_of("currency")?;
        }
        let company = info.child("Company");
        let text = |name: &str| company.map_or("", |company| company.attribute(name)).to_owned();
        self.waiting.push_back(Entry::Company(Company {
            position: info.position(),
            number: text("clientId"),
            name: text("name"),
            tax_id: text("organizationId"),
            currency: self.currency.code().to_owned(),
        }));
        Ok(())
    }

    /// Counts what is to be kept. Errors: `sie-too-many`.
    fn count(&mut self, element: &Element, bytes: usize) -> Result<(), Problem> {
        self.names_bytes += NAME_BYTES + bytes;
        if self.names_bytes <= NAMES_BYTES_MAX {
            return Ok(());
        }
        Err(Problem::refused("sie-too-many").at_line(element.line).with("limit", NAMES_BYTES_MAX))
    }

    fn account(&mut self, account: &Element) -> Result<(), Problem> {
        let (id, name) = (needed(account, "id")?.to_owned(), account.attribute("name").to_owned());
        self.count(account, id.len() + name.len())?;
        for balance in &account.children {
            let is_opening = match balance.name.as_str() {
                "OpeningBalance" => true,
                "ClosingBalance" => false,
                _ => continue,
            };
            let entry = Balance {
                position: balance.position(),
                account: id.clone(),
                party: String::new(),
                day: month(balance, is_opening)?,
                is_opening,
                amount: money(balance, "amount", self.currency)?,
            };
            self.waiting.push_back(Entry::Balance(entry));
        }
        self.accounts.insert(id, name);
        Ok(())
    }

    fn customer(&mut self, customer: &Element) -> Result<(), Problem> {
        let (id, name) = (needed(customer, "id")?.to_owned(), customer.attribute("name").to_owned());
        self.count(customer, id.len() + name.len())?;
        let text = |name: &str| customer.attribute(name).to_owned();
        self.waiting.push_back(Entry::Party(Party {
            position: customer.position(),
            account: id.clone(),
            name: name.clone(),
            country: text("country"),
            vat_id: text("vatNr"),
            register_no: text("organizationId"),
            payment_terms: String::new(),
        }));
        self.customers.insert(id, name);
        Ok(())
    }

    /// An invoice, and what of it was open at the start.
    fn invoice(&mut self, invoice: &Element) -> Result<(), Problem> {
        let id = needed(invoice, "id")?.to_owned();
        let customer = invoice.attribute("customerId").to_owned();
        let number = Some(invoice.attribute("invoiceNumber")).filter(|text| !text.is_empty());
        let number = number.unwrap_or(&id).to_owned();
        let due = date(invoice, "dueDate")?;
        let original = invoice.child("OriginalAmount");
        let issued = original.map(|original| date(original, "date")).transpose()?.flatten();
        for balances in invoice.all("Balances") {
            for opening in balances.all("OpeningBalance") {
                let amount = money(opening, "amount", self.currency)?;
                let Some(day) = month(opening, true)?.filter(|_| amount.minor != 0) else { continue };
                let account = balances.attribute("accountId").to_owned();
                self.waiting.push_back(Entry::Booking(Booking {
                    position: invoice.position(),
                    journal: OPENING_JOURNAL.to_owned(),
                    voucher: id.clone(),
                    account_name: self.accounts.get(&account).cloned().unwrap_or_default(),
                    account,
                    party: customer.clone(),
                    party_name: String::new(),
                    contra: String::new(),
                    posting_date: issued.unwrap_or(day),
                    document_date: issued,
                    due_date: due,
                    document_no: number.clone(),
                    kind: Some(if amount.minor > 0 {
                        DocumentKind::Invoice
                    } else {
                        DocumentKind::CreditNote
                    }),
                    amount,
                    foreign: foreign(opening, self.currency)?,
                    lettering: String::new(),
                    settles: Vec::new(),
                    text: invoice.attribute("name").to_owned(),
                }));
            }
        }
        self.count(invoice, id.len() + customer.len() + number.len())?;
        self.invoices.insert(id, Invoice { customer, number, due });
        Ok(())
    }

    fn open_voucher(&mut self, entry: &Element) -> Result<(), Problem> {
        let date = date(entry, "journalDate")?.ok_or_else(|| entry.missing("journalDate"))?;
        let said =
            [entry.attribute("id"), entry.attribute("referenceId")].into_iter().find(|text| !text.is_empty());
        let number = if let Some(number) = said {
            number.to_owned()
        } else {
            self.unnumbered += 1;
            format!("@{}", self.unnumbered)
        };
        let text = entry.attribute("text").to_owned();
        self.voucher = Some(Voucher { line: entry.line, number, date, text, sum: 0 });
        Ok(())
    }

    fn close_voucher(&mut self) -> Result<(), Problem> {
        let Some(voucher) = self.voucher.take().filter(|voucher| voucher.sum != 0) else { return Ok(()) };
        let difference = i64::try_from(voucher.sum).unwrap_or(i64::MAX);
        let problem =
            Problem::refused("sie-voucher-unbalanced").at_line(voucher.line).at_column("JournalEntry");
        let problem = problem.with("voucher", format!("{} {}", self.journal, voucher.number));
        Err(problem.with("difference", format_minor(difference, self.currency.exponent())))
    }

    fn booking(&mut self, line: &Element) -> Result<(), Problem> {
        // Struck out: it was taken back after it was booked.
        if line.child("Overstrike").is_some() {
            return Ok(());
        }
        let account = needed(line, "accountId")?.to_owned();
        let amount = money(line, "amount", self.currency)?;
        let said = date(line, "ledgerDate")?;
        let foreign = foreign(line, self.currency)?;
        let Some(voucher) = &mut self.voucher else { return Ok(()) };
        voucher.sum += i128::from(amount.minor);
        let object = |dimension: &str| {
            let found = line.all("ObjectReference").find(|object| object.attribute("dimId") == dimension);
            found.map_or("", |object| object.attribute("objectId"))
        };
        let divided =
            line.child("SubdividedAccountObjectReference").map_or("", |of| of.attribute("objectId"));
        let invoice = self.invoices.get(divided);
        let party = invoice.map_or_else(|| object(CUSTOMER), |invoice| &invoice.customer);
        let text = line.attribute("text");
        self.waiting.push_back(Entry::Booking(Booking {
            position: line.position(),
            journal: self.journal.clone(),
            voucher: voucher.number.clone(),
            account_name: self.accounts.get(&account).cloned().unwrap_or_default(),
            account,
            party_name: self.customers.get(party).cloned().unwrap_or_default(),
            party: party.to_owned(),
            contra: String::new(),
            posting_date: said.unwrap_or(voucher.date),
            document_date: None,
            due_date: invoice.and_then(|invoice| invoice.due).filter(|_| amount.minor > 0),
            document_no: invoice.map_or_else(|| object(INVOICE), |invoice| &invoice.number).to_owned(),
            kind: None,
            amount,
            foreign,
            lettering: String::new(),
            settles: Vec::new(),
            text: if text.is_empty() { voucher.text.clone() } else { text.to_owned() },
        }));
        Ok(())
    }
}

/// An attribute as an element, so that its value is read and refused like one.
fn value_of(element: &Element, name: &str) -> Option<Element> {
    let text = element.attribute(name);
    let value = || Element {
        name: format!("{}@{name}", element.name),
        line: element.line,
        text: text.to_owned(),
        ..Element::default()
    };
    (!text.is_empty()).then(value)
}

fn needed<'e>(element: &'e Element, name: &str) -> Result<&'e str, Problem> {
    Some(element.attribute(name)).filter(|text| !text.is_empty()).ok_or_else(|| element.missing(name))
}

fn money(element: &Element, name: &str, currency: Currency) -> Result<Money, Problem> {
    value_of(element, name).ok_or_else(|| element.missing(name))?.money(currency)
}

fn date(element: &Element, name: &str) -> Result<Option<Day>, Problem> {
    value_of(element, name).map(|value| value.day()).transpose()
}

/// The first or last day of the month `YYYY-MM` in the attribute `month`.
fn month(element: &Element, is_opening: bool) -> Result<Option<Day>, Problem> {
    let Some(mut value) = value_of(element, "month") else { return Ok(None) };
    if value.text.len() == "2024-01".len() {
        value.text.push_str("-01");
    }
    let first = value.day()?;
    Ok(Some(if is_opening { first.month_start() } else { first.month_end() }))
}

fn foreign(element: &Element, books: Currency) -> Result<Option<Money>, Problem> {
    let Some(foreign) = element.child("ForeignCurrencyAmount") else { return Ok(None) };
    let currency = foreign.currency_of("currency")?;
    Ok(Some(money(foreign, "amount", currency)?).filter(|money| money.currency != books && money.minor != 0))
}
