//! Policy terms, as in the policy file, with the defaults of the contract.

use crate::day::Day;

/// A term or period in months or days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Calendar months, clamped.
    Months(i32),
    /// Calendar days.
    Days(i32),
}

impl Term {
    /// R0.2: the day this long after `start`.
    #[must_use]
    pub fn after(self, start: Day) -> Day {
        match self {
            Term::Months(months) => start.plus_months(months),
            Term::Days(days) => start.plus_days(days),
        }
    }
}

/// R3.6: what a waiting period counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingBase {
    /// Net due date.
    NetDue,
    /// Overdue date.
    Overdue,
    /// Event `notice`.
    Notice,
    /// Event `collection`.
    Collection,
}

/// R2.4: a payment experience category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Experience {
    /// Ceiling.
    pub up_to: i128,
    /// Duly paid deliveries needed.
    pub deliveries: Option<u32>,
    /// Their minimum turnover.
    pub turnover: Option<i128>,
}

/// Terms of one policy. Amounts in minor units of its currency; `None` = the setting is empty.
#[derive(Debug, Clone)]
pub struct Policy {
    /// `INSURER/INTERNAL-ID`.
    pub policy: String,
    /// Currency.
    pub currency: String,
    /// First day.
    pub valid_from: Day,
    /// `[declaration] procedure = "turnover"`; else balance.
    pub turnover_procedure: bool,
    /// `[declaration] exceeding_amounts`.
    pub exceeding_amounts: bool,
    /// `[declaration] vat_insured`.
    pub vat_insured: bool,
    /// `[declaration] credits_free_room`, default true.
    pub credits_free_room: bool,
    /// `[declaration] base_period_days`.
    pub base_period_days: Option<i32>,
    /// `[terms] max_term_…` for receivables; required.
    pub max_term: Term,
    /// `[terms] bills_max_term_…`.
    pub bills_max_term: Option<Term>,
    /// `[terms] value_dated_max_term_…`.
    pub value_dated_max_term: Option<Term>,
    /// `[terms] overdue_basis = "max_term"`; else net due.
    pub overdue_from_max_term: bool,
    /// `[terms] max_extension_days`.
    pub max_extension_days: Option<i32>,
    /// `[terms] exclusion_days`.
    pub exclusion_days: Option<i32>,
    /// `[terms] deadline_reached = "after"`; else on.
    pub reached_after: bool,
    /// `[default] non_payment_report_days`.
    pub non_payment_report_days: Option<i32>,
    /// `[default] collection_days`.
    pub collection_days: Option<i32>,
    /// `[default] waiting`.
    pub waiting: Vec<(WaitingBase, Term)>,
    /// `[default] filing_days`.
    pub filing_days: Option<i32>,
    /// `[notification] limit`.
    pub notification_limit: Option<i128>,
    /// `[notification] limit_per = "buyer"`; else item.
    pub limit_per_buyer: bool,
    /// `[notification] automatic_block`, default true.
    pub automatic_block: bool,
    /// `[notification] block_by = "any"`; else insured.
    pub block_any: bool,
    /// `[notification] repeat_every_final_run`.
    pub repeat_every_final_run: bool,
    /// `[unnamed] offering_threshold`.
    pub offering_threshold: Option<i128>,
    /// `[unnamed] agency_report_months`.
    pub agency_report_months: Option<i32>,
    /// `[unnamed] bank_reference_up_to`.
    pub bank_reference_up_to: Option<i128>,
    /// `[unnamed] bank_reference_months`.
    pub bank_reference_months: Option<i32>,
    /// `[unnamed] experience`, best first.
    pub experience: Vec<Experience>,
    /// `[unnamed] experience_lookback_months`.
    pub experience_lookback_months: Option<i32>,
    /// `[unnamed] experience_validity_months`.
    pub experience_validity_months: Option<i32>,
    /// `[existing] max_age_months_at_start`.
    pub max_age_months_at_start: Option<i32>,
    /// `[existing] max_age_months_new_buyer`.
    pub max_age_months_new_buyer: Option<i32>,
    /// `[cover] countries`; empty covers all.
    pub countries: Vec<String>,
    /// `[cover] exclude`: categories and `disputed`.
    pub exclude: Vec<String>,
    /// `[status] cancelled_by = "posting"`; else document.
    pub cancelled_by_posting: bool,
    /// `[stop] uncovered_from = "max_term"`; else exclusion.
    pub uncovered_from_max_term: bool,
    /// `[stop] events`.
    pub stop_events: Vec<String>,
    /// `[stop] reinstatement = "on_confirmation"`; else on settlement.
    pub on_confirmation: bool,
}

impl Policy {
    /// A policy with everything at its default: balance procedure, net share, basis net due, nothing optional.
    #[must_use]
    pub fn new(policy: &str, currency: &str, valid_from: Day, max_term: Term) -> Policy {
        Policy {
            policy: policy.to_owned(),
            currency: currency.to_owned(),
            valid_from,
            turnover_procedure: false,
            exceeding_amounts: false,
            vat_insured: false,
            credits_free_room: true,
            base_period_days: None,
            max_term,
            bills_max_term: None,
            value_dated_max_term: None,
            overdue_from_max_term: false,
            max_extension_days: None,
            exclusion_days: None,
            reached_after: false,
            non_payment_report_days: None,
            collection_days: None,
            waiting: Vec::new(),
            filing_days: None,
            notification_limit: None,
            limit_per_buyer: false,
            automatic_block: true,
            block_any: false,
            repeat_every_final_run: false,
            offering_threshold: None,
            agency_report_months: None,
            bank_reference_up_to: None,
            bank_reference_months: None,
            experience: Vec::new(),
            experience_lookback_months: None,
            experience_validity_months: None,
            max_age_months_at_start: None,
            max_age_months_new_buyer: None,
            countries: Vec::new(),
            exclude: Vec::new(),
            cancelled_by_posting: false,
            uncovered_from_max_term: false,
            stop_events: Vec::new(),
            on_confirmation: false,
        }
    }

    /// R0.3: whether deadline `deadline` is reached at key date `key_date`.
    #[must_use]
    pub fn reached(&self, deadline: Day, key_date: Day) -> bool {
        if self.reached_after { key_date > deadline } else { key_date >= deadline }
    }
}
