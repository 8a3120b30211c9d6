//! Company, accounts, customers and their balances.

use crate::books::{Balance, Company, Entry, Party};
use crate::xml::Element;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use std::collections::{HashMap, VecDeque};

/// Most bytes of names kept to tell bookings by; beyond that names stay empty.
const NAMES_BYTES_MAX: usize = 64 * 1024 * 1024;
/// What keeping a name takes beside its text.
const NAME_BYTES: usize = 96;

/// What is known of accounts and customers.
#[derive(Default)]
pub(super) struct Master {
    accounts: HashMap<String, String>,
    customers: HashMap<String, Customer>,
    bytes: usize,
    first_day: Option<Day>,
    last_day: Option<Day>,
}

struct Customer {
    name: String,
    account: String,
}

/// The header's company.
pub(super) fn company(header: &Element) -> Company {
    Company {
        position: header.position(),
        number: header.words(&["CompanyID", "Company/CompanyID"]),
        name: header.words(&["CompanyName", "Company/Name", "Company/CompanyName"]),
        tax_id: header.words(&["Company/RegistrationNumber", "TaxRegistrationNumber"]),
        currency: header.words(&["DefaultCurrencyCode", "CurrencyCode"]),
    }
}

/// The header's currency.
pub(super) fn currency(header: &Element) -> Result<Currency, Problem> {
    let found = header.first(&["DefaultCurrencyCode", "CurrencyCode"]);
    found.ok_or_else(|| header.missing("DefaultCurrencyCode"))?.currency()
}

impl Master {
    /// Takes the days the file is of; numbers of periods are none.
    pub(super) fn set_days(&mut self, header: &Element) {
        let day = |paths: &[&str]| header.first(paths).and_then(|element| element.day().ok());
        self.first_day = day(&["SelectionCriteria/SelectionStartDate", "StartDate"]);
        self.last_day = day(&["SelectionCriteria/SelectionEndDate", "EndDate"]);
    }

    fn has_room(&mut self, texts: [&str; 3]) -> bool {
        self.bytes += NAME_BYTES + texts.iter().map(|text| text.len()).sum::<usize>();
        self.bytes <= NAMES_BYTES_MAX
    }

    /// Takes an account of the general ledger.
    pub(super) fn account(&mut self, element: &Element) {
        let number = element.words(&["AccountID"]);
        let name = element.words(&["AccountDescription"]);
        if self.has_room([&number, &name, ""]) {
            self.accounts.insert(number, name);
        }
    }

    /// A customer.
    pub(super) fn customer(&mut self, element: &Element) -> Result<Party, Problem> {
        let number = element.required("CustomerID")?.value().to_owned();
        let name = element.words(&["Name", "CompanyName", "CompanyStructure/Name"]);
        let account = element.words(&["AccountID", "BalanceAccount/AccountID"]);
        if self.has_room([&number, &name, &account]) {
            self.customers.insert(number.clone(), Customer { name: name.clone(), account });
        }
        let country =
            element.words(&["Address/Country", "BillingAddress/Country", "CompanyStructure/Address/Country"]);
        Ok(Party {
            position: element.position(),
            account: number,
            name,
            // Portugal writes "Desconhecido" where it is unknown.
            country: if country.len() == 2 { country } else { String::new() },
            vat_id: element.words(&["TaxRegistration/TaxRegistrationNumber", "CustomerTaxID"]),
            register_no: element.words(&["RegistrationNumber", "CompanyStructure/RegistrationNumber"]),
            payment_terms: terms(element),
        })
    }

    /// Name of an account; empty if unknown.
    pub(super) fn account_name(&self, account: &str) -> String {
        self.accounts.get(account).cloned().unwrap_or_default()
    }

    /// Name of a customer; empty if unknown.
    pub(super) fn customer_name(&self, number: &str) -> String {
        self.customers.get(number).map(|customer| customer.name.clone()).unwrap_or_default()
    }

    /// Whether an account is the one receivables of the customer stand on. Where the file does not say it, it is one of class 21,
    /// customers in the chart of accounts of Portugal, whose transactions name the customer once for all lines.
    pub(super) fn is_receivable(&self, customer: &str, account: &str) -> bool {
        match self.customers.get(customer) {
            Some(known) if self.accounts.contains_key(&known.account) => known.account == account,
            _ => account.starts_with("21"),
        }
    }

    /// What the account or customer stood at, at both ends of the file.
    pub(super) fn balances(
        &self,
        element: &Element,
        party: &str,
        currency: Currency,
        ready: &mut VecDeque<Entry>,
    ) -> Result<(), Problem> {
        let frames = std::iter::once(element).chain(element.all("BalanceAccount"));
        for frame in frames {
            for (debit, credit, day, is_opening) in [
                ("OpeningDebitBalance", "OpeningCreditBalance", self.first_day, true),
                ("ClosingDebitBalance", "ClosingCreditBalance", self.last_day, false),
            ] {
                let Some(side) = frame.first(&[debit, credit]) else { continue };
                let money = side.child("Amount").unwrap_or(side).money(currency)?;
                let minor = if side.name == credit { -money.minor } else { money.minor };
                let account = frame.words(&["AccountID"]);
                ready.push_back(Entry::Balance(Balance {
                    position: side.position(),
                    account: if account.is_empty() { element.words(&["AccountID"]) } else { account },
                    party: party.to_owned(),
                    day,
                    is_opening,
                    amount: Money { minor, currency },
                }));
            }
        }
        Ok(())
    }
}

/// Payment terms as `30`, `2 months` or `30 eom`.
fn terms(customer: &Element) -> String {
    let Some(terms) = customer.at("PartyInfo/PaymentTerms") else { return String::new() };
    let number = |name: &str| terms.words(&[name]).parse::<u16>().ok().filter(|number| *number > 0);
    let is_end_of_month = terms.words(&["FreeBillingMonth"]) == "true";
    match (number("Days"), number("Months")) {
        (Some(days), None) if is_end_of_month => format!("{days} eom"),
        (Some(days), None) => days.to_string(),
        (None, Some(months)) => format!("{months} months"),
        _ => String::new(),
    }
}
