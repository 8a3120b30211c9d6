//! The rows of the interchange files, as plain records. Amounts are minor units of the currency named beside them.

use crate::day::Day;
use crate::money::Ratio;

/// R1.4: address number, branch and account type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AccountKey {
    /// Address number; `@LEGAL-ENTITY` for a prospect.
    pub account: String,
    /// Branch digits.
    pub branch: String,
    /// Account type.
    pub account_type: String,
}

/// Kind of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ItemKind {
    /// Invoice, debit.
    #[default]
    Invoice,
    /// Debit note, debit.
    DebitNote,
    /// Credit note, credit.
    CreditNote,
    /// Payment on account, credit.
    PaymentOnAccount,
    /// Bill of exchange, debit.
    Bill,
    /// Cheque, debit.
    Cheque,
}

impl ItemKind {
    /// The word of the interchange files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ItemKind::Invoice => "invoice",
            ItemKind::DebitNote => "debit_note",
            ItemKind::CreditNote => "credit_note",
            ItemKind::PaymentOnAccount => "payment_on_account",
            ItemKind::Bill => "bill",
            ItemKind::Cheque => "cheque",
        }
    }

    /// The kind of the word, if it is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<ItemKind> {
        use ItemKind::{Bill, Cheque, CreditNote, DebitNote, Invoice, PaymentOnAccount};
        [Invoice, DebitNote, CreditNote, PaymentOnAccount, Bill, Cheque]
            .into_iter()
            .find(|k| k.as_str() == text)
    }

    /// Whether the kind is a debit.
    #[must_use]
    pub fn is_debit(self) -> bool {
        !matches!(self, ItemKind::CreditNote | ItemKind::PaymentOnAccount)
    }
}

/// R14.1: what identifies an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ItemKey {
    /// Company.
    pub company: String,
    /// Document number.
    pub document_no: String,
    /// Kind.
    pub kind: ItemKind,
    /// Account.
    pub account: AccountKey,
}

/// A row of `companies.csv`.
#[derive(Debug, Clone, Default)]
pub struct Company {
    /// Company code.
    pub company: String,
    /// House currency.
    pub currency: String,
    /// Insured group, empty if none.
    pub insured_group: String,
    /// Whether it keeps the master data.
    pub master: bool,
    /// Codes of payment terms without credit risk.
    pub secured_terms: Vec<String>,
}

/// A row of `buyers.csv`.
#[derive(Debug, Clone, Default)]
pub struct Buyer {
    /// Account.
    pub key: AccountKey,
    /// ISO country code.
    pub country: String,
    /// `company`, `public`, `private` or `affiliate`; empty = company.
    pub category: String,
    /// Legal entity, empty if none.
    pub legal_entity: String,
    /// Payment terms of the buyer.
    pub payment_terms: String,
}

/// R1.5: kind of a cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CoverKind {
    /// Named.
    Named,
    /// Unnamed.
    Unnamed,
    /// Co-insured under another buyer.
    CoInsured,
    /// Not insured.
    #[default]
    None,
}

/// A row of `covers.csv`.
#[derive(Debug, Clone, Default)]
pub struct Cover {
    /// Account covered.
    pub key: AccountKey,
    /// `INSURER/INTERNAL-ID`; empty for a co-insured account.
    pub policy: String,
    /// Kind of cover.
    pub kind: CoverKind,
    /// First day.
    pub valid_from: Day,
    /// Last day, if it ends without a successor.
    pub valid_until: Option<Day>,
    /// Main buyer of a co-insured account.
    pub co_insured_under: Option<AccountKey>,
    /// From this day on the sum is 0.
    pub declined_on: Option<Day>,
    /// Cap of the unnamed sum, in the policy's currency.
    pub recommended_limit: Option<i128>,
    /// First day of the cap; empty = `valid_from`.
    pub recommended_from: Option<Day>,
}

/// A row of `limits.csv`. The order of recording is the order of the rows.
#[derive(Debug, Clone, Default)]
pub struct Limit {
    /// Policy.
    pub policy: String,
    /// Account.
    pub key: AccountKey,
    /// First day.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_until: Option<Day>,
    /// Amount decided.
    pub amount: Option<i128>,
    /// Currency of the amount; empty = the policy's.
    pub currency: String,
    /// EDIFACT 4507 response code.
    pub response: Option<u32>,
    /// Whether the conditions of a conditional approval are met.
    pub conditions_met: bool,
    /// Deviating maximum payment term of receivables.
    pub max_term_months: Option<i32>,
    /// Of value-dated receivables.
    pub max_term_months_value_dated: Option<i32>,
    /// Of bills.
    pub max_term_months_bills: Option<i32>,
}

/// Kind of evidence about an unnamed buyer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EvidenceKind {
    /// Agency report.
    #[default]
    AgencyReport,
    /// Bank reference.
    BankReference,
    /// Payment experience.
    PaymentExperience,
}

/// A row of `evidence.csv`.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Account.
    pub key: AccountKey,
    /// Kind.
    pub kind: EvidenceKind,
    /// Date.
    pub date: Day,
    /// Whether it speaks for the buyer.
    pub positive: bool,
    /// Payment experience category, 1 is the best.
    pub category: Option<usize>,
    /// Last day of the category.
    pub valid_until: Option<Day>,
    /// Number of the final run that renewed the category, if one did (R2.4).
    pub renewed_by: Option<u32>,
}

/// A row of `items.csv`, with the defaults of the contract filled in.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// Identity.
    pub key: ItemKey,
    /// Document date; of a residual item, the origin's.
    pub document_date: Day,
    /// Posting date.
    pub posting_date: Day,
    /// Net due date as originally agreed.
    pub net_due_date: Day,
    /// Value date.
    pub value_date: Option<Day>,
    /// Receivable start.
    pub receivable_start: Option<Day>,
    /// Currency.
    pub currency: String,
    /// Gross amount, negative for credit kinds.
    pub amount: i128,
    /// Net amount, same sign.
    pub net_amount: i128,
    /// Code of the payment terms.
    pub payment_terms: String,
    /// Secured.
    pub secured: bool,
    /// Disputed from the start.
    pub disputed: bool,
    /// Company, document number and kind of the item this is the residual of.
    pub origin: Option<(String, String, ItemKind)>,
    /// Rate stored with the item.
    pub rate: Option<Ratio>,
}

/// A row of `settlements.csv`.
#[derive(Debug, Clone, Default)]
pub struct Settlement {
    /// Company of the item.
    pub company: String,
    /// Document number of the item.
    pub document_no: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Account of the item, where the rest is not unique.
    pub account: Option<AccountKey>,
    /// Date.
    pub date: Day,
    /// Positive: towards zero; negative: a return.
    pub amount: i128,
    /// `payment`, `bill`, …
    pub method: String,
    /// Reference.
    pub reference: String,
}

/// A row of `events.csv`.
#[derive(Debug, Clone, Default)]
pub struct Event {
    /// Buyer.
    pub account: Option<AccountKey>,
    /// Company of the item.
    pub company: String,
    /// Document number, empty if the event names a whole buyer.
    pub document_no: String,
    /// Kind of the item.
    pub kind: Option<ItemKind>,
    /// `insolvency`, `notice`, `collection`, `protest`, `claim`, `dispute`, `dispute_end`, `reinstatement`.
    pub event: String,
    /// Date.
    pub date: Day,
}
