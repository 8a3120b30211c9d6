//! The section `[books]` of a map file: what must be known to see the debtors in a ledger of another program.
//!
//! Everything is optional; each format has its defaults.
//!
//! ```toml
//! [books]
//! company = "01"                       # our company; default: the only one there is
//! own = ["DE123456789", "HRB 1234"]    # our tax and register numbers: which side of an invoice is ours
//! account_type = "D"                   # of the buyers; default: that of the companies
//! branch = ""                          # of the buyers
//! currency = "EUR"                     # of the books, where the file does not say
//! payment_terms = "30"                 # of invoices without a due date whose buyer has no terms
//! debtor = "party"                     # what names the debtor: "party" (customer number), "account" (the account itself)
//! receivables = ["411", "1510-1519"]   # accounts of debtors: beginnings and ranges
//! revenue = ["70"]                     # a voucher on them is an invoice or credit note
//! bank = ["51", "53"]                  # a voucher on them is a payment or refund
//! losses = ["654"]                     # a voucher on them writes off
//! opening = ["AN", "9000"]             # journals and contra accounts of opening entries
//! customer_dimension = "8"             # SIE: the dimension of customers
//! invoice_dimension = "10"             # SIE: the dimension of invoices
//!
//! [books.accounts]                     # their debtor = our account, with branch and account type if need be
//! "CLI001" = "10001/0/D"
//! ```

use crate::map_read::{Key, Reader, Value};
use crate::nearest::nearest;
use obligo_rules::problem::Problem;
use std::collections::HashMap;
use toml::de::DeTable;

const KEYS: [&str; 15] = [
    "company",
    "own",
    "account_type",
    "branch",
    "currency",
    "payment_terms",
    "debtor",
    "receivables",
    "revenue",
    "bank",
    "losses",
    "opening",
    "customer_dimension",
    "invoice_dimension",
    "accounts",
];

/// What `[books]` says; `None` leaves it to the format.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Books {
    /// Our company.
    pub company: Option<String>,
    /// Our tax and register numbers.
    pub own: Vec<String>,
    /// Account type of the buyers.
    pub account_type: Option<String>,
    /// Branch of the buyers.
    pub branch: Option<String>,
    /// Currency of the books.
    pub currency: Option<String>,
    /// Payment terms of last resort.
    pub payment_terms: Option<String>,
    /// The debtor is the account itself, not the party.
    pub debtor_is_account: Option<bool>,
    /// Accounts of debtors.
    pub receivables: Option<Vec<String>>,
    /// Accounts of revenue.
    pub revenue: Option<Vec<String>>,
    /// Accounts of money.
    pub bank: Option<Vec<String>>,
    /// Accounts of bad debts.
    pub losses: Option<Vec<String>>,
    /// Journals and contra accounts of opening entries.
    pub opening: Option<Vec<String>>,
    /// Dimension of customers.
    pub customer_dimension: Option<String>,
    /// Dimension of invoices.
    pub invoice_dimension: Option<String>,
    /// Our account by their debtor.
    pub accounts: HashMap<String, String>,
}

/// Reads `[books]`. Errors: `map-unknown-key`, `map-bad-value`.
pub(crate) fn books(reader: &Reader<'_>, table: &DeTable<'_>) -> Result<Books, Problem> {
    let mut books = Books::default();
    for (key, value) in table {
        let text = |key: &Key<'_>, value: &Value<'_>| reader.string(key, value).map(Some);
        let texts = |key: &Key<'_>, value: &Value<'_>| reader.strings(key, value).map(Some);
        match key.get_ref().as_ref() {
            "company" => books.company = text(key, value)?,
            "own" => books.own = reader.strings(key, value)?,
            "account_type" => books.account_type = text(key, value)?,
            "branch" => books.branch = text(key, value)?,
            "currency" => books.currency = text(key, value)?,
            "payment_terms" => books.payment_terms = text(key, value)?,
            "debtor" => {
                books.debtor_is_account = Some(match value.get_ref().as_str() {
                    Some("party") => false,
                    Some("account") => true,
                    _ => return Err(reader.bad(key, value, "debtor")),
                });
            }
            "receivables" => books.receivables = texts(key, value)?,
            "revenue" => books.revenue = texts(key, value)?,
            "bank" => books.bank = texts(key, value)?,
            "losses" => books.losses = texts(key, value)?,
            "opening" => books.opening = texts(key, value)?,
            "customer_dimension" => books.customer_dimension = text(key, value)?,
            "invoice_dimension" => books.invoice_dimension = text(key, value)?,
            "accounts" => books.accounts = reader.texts(key, value)?,
            unknown => return Err(reader.unknown("map-unknown-key", key, nearest(unknown, KEYS))),
        }
    }
    Ok(books)
}

#[cfg(test)]
mod tests {
    use crate::map::MapFile;

    #[test]
    fn r14_1_the_section_of_books_is_read_and_its_slips_are_named() {
        let map = "[books]\ncompany = 1\nreceivables = [\"411\"]\ndebtor = \"account\"\n[books.accounts]\nA = \"1/0/D\"\n";
        let books = MapFile::parse("m.toml", map).unwrap().books;
        assert_eq!((books.company.as_deref(), books.debtor_is_account), (Some("1"), Some(true)));
        assert_eq!(
            (books.receivables, books.accounts["A"].as_str()),
            (Some(vec!["411".to_owned()]), "1/0/D")
        );
        for (map, code, line) in [
            ("[books]\nbnak = []\n", "map-unknown-key", 2),
            ("[books]\ndebtor = \"x\"\n", "map-bad-value", 2),
            ("[books]\nbank = \"51\"\n", "map-bad-value", 2),
            ("books = 1\n", "map-bad-value", 1),
        ] {
            let problem = MapFile::parse("m.toml", map).unwrap_err();
            assert_eq!((problem.code, problem.place.line), (code, Some(line)), "{map}");
        }
    }
}
