//! An open item with its insurance data: what runs read and what they change.

use crate::calendar::Day;
use crate::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use crate::deadline::Deadlines;
use crate::reason::{InsuredReason, StatusReason};

/// The insurance data of an item. Kept once and changed only as the rules say (R4.1, R5.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Insurance {
    /// Insured amount, minor units of the policy's currency, as the last change left it.
    pub insured: i64,
    /// The policy under which the item was first examined; 0 = none yet.
    pub policy: u16,
    /// Insurance status (R4).
    pub status: InsuranceStatus,
    /// Why it has this status.
    pub status_reason: StatusReason,
    /// Why it has this insured amount.
    pub insured_reason: InsuredReason,
    /// Dates (R3), empty until first examined.
    pub deadlines: Deadlines,
    /// Reporting status (R7.4).
    pub reporting_status: ReportingStatus,
    /// When it was last reported.
    pub reported_on: Option<Day>,
    /// The insurer wants another report (R7.6).
    pub follow_up: bool,
    /// When.
    pub follow_up_on: Option<Day>,
    /// New receivables uncovered (R6.1).
    pub blocks_new: bool,
}

impl Default for Insurance {
    fn default() -> Self {
        Insurance {
            insured: 0,
            policy: 0,
            status: InsuranceStatus::Unexamined,
            status_reason: StatusReason::NotExamined,
            insured_reason: InsuredReason::NotDeclared,
            deadlines: Deadlines::default(),
            reporting_status: ReportingStatus::None,
            reported_on: None,
            follow_up: false,
            follow_up_on: None,
            blocks_new: false,
        }
    }
}

/// One open item as of a key date. Amounts are minor units of the policy's currency, negative for credits.
#[derive(Clone, Debug)]
pub struct Item {
    /// The store's number of the item.
    pub id: i64,
    /// Position of its account in [`crate::ledger::Ledger::accounts`].
    pub account: u32,
    /// Position of its company in the ledger's names.
    pub company: u16,
    /// What it is.
    pub kind: ItemKind,
    /// Payment terms without credit risk.
    pub secured: bool,
    /// Disputed at the key date.
    pub disputed: bool,
    /// The residual of a part payment: not turnover again (R8.3).
    pub residual: bool,
    /// Document date; a residual item carries its origin's (R4.5).
    pub document_date: Day,
    /// Posting date.
    pub posting_date: Day,
    /// Net due date as originally agreed (R3).
    pub net_due_date: Day,
    /// Value date, if later than the document date the item is value-dated.
    pub value_date: Option<Day>,
    /// Start of the credit term, if not the document date (R3).
    pub receivable_start: Option<Day>,
    /// Insurable part of the whole amount (gross, or net of VAT), for turnover (R8.3).
    pub amount: i64,
    /// Open amount, gross.
    pub open: i64,
    /// Insurable open amount (R5.1).
    pub insurable_open: i64,
    /// Known events that fix dates (R3.6, R3.7).
    pub events: ItemEvents,
    /// Insurance data before the run.
    pub insurance: Insurance,
}

/// Dates of events that count for an item at the key date (R3.9).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ItemEvents {
    /// Latest notice to the insurer.
    pub notice: Option<Day>,
    /// Latest start of collection.
    pub collection: Option<Day>,
    /// Earliest insolvency.
    pub insolvency: Option<Day>,
}

impl Item {
    /// Whether the item is owed to the company.
    #[must_use]
    pub fn is_debit(&self) -> bool {
        self.kind.is_debit()
    }

    /// Whether the term for value-dated receivables applies (R3).
    #[must_use]
    pub fn is_value_dated(&self) -> bool {
        self.value_date.is_some_and(|value| value > self.document_date)
    }

    /// `D0`: receivable start if given, else document date (R3).
    #[must_use]
    pub fn term_start(&self) -> Day {
        self.receivable_start.unwrap_or(self.document_date)
    }

    /// The date by which insured amounts are handed out (R5.2): bills by receivable start if given.
    #[must_use]
    pub fn allocation_date(&self) -> Day {
        if self.kind == ItemKind::Bill { self.term_start() } else { self.document_date }
    }
}

/// What the residual of a part payment takes from its origin, and what the origin keeps (R4.5): together never more than
/// the origin held. `residual_open` is the residual's insurable open amount.
#[must_use]
pub fn item_inherit(origin: &Insurance, residual_open: i64) -> (Insurance, Insurance) {
    let taken = origin.insured.min(residual_open.max(0));
    let reason = if origin.insured > 0 { InsuredReason::Inherited } else { origin.insured_reason };
    let residual = Insurance { insured: taken, insured_reason: reason, ..*origin };
    let kept = Insurance { insured: origin.insured - taken, ..*origin };
    (residual, kept)
}
