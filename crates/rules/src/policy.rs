//! Policy terms (R1.3): everything insurers differ in is a setting here, with a default, never a constant in code.

use crate::calendar::{Day, Term};
use crate::codes::Category;
use crate::indemnity::LossTerms;
use crate::money::Currency;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One policy number at an insurer with its terms, as the policy file states them.
#[derive(Clone, PartialEq, Debug)]
pub struct Policy {
    /// `INSURER/INTERNAL-ID`, for example `ACR/A`.
    pub policy: String,
    /// Number for correspondence, at most 20 characters.
    pub external_number: String,
    /// What the policy covers, in words.
    pub name: String,
    /// Sums, insured amounts and declarations are in this currency (R0.7).
    pub currency: Currency,
    /// Items dated before are existing receivables (R4.4).
    pub valid_from: Day,
    /// Last day of the policy; `None` = open.
    pub valid_until: Option<Day>,
    /// Framework contract the policy belongs to.
    pub framework: String,
    /// List number at the insurer.
    pub list_no: String,
    /// `[declaration]`
    pub declaration: Declaration,
    /// `[terms]`
    pub terms: Terms,
    /// `[default]`
    pub protracted_default: ProtractedDefault,
    /// `[notification]`
    pub notification: Notification,
    /// `[unnamed]`
    pub unnamed: Unnamed,
    /// `[existing]`
    pub existing: Existing,
    /// `[cover]`
    pub cover: CoverTerms,
    /// `[status]`
    pub status: StatusTerms,
    /// `[stop]`
    pub stop: Stop,
    /// `[loss]`
    pub loss: LossTerms,
    /// `[[cap]]`
    pub caps: Vec<Cap>,
    /// `premium.limit_fee`: what the insurer charges for each limit and year (R11.3), minor units; `None` = nothing known.
    pub limit_fee: Option<i64>,
    /// Clause of the policy by key, for example `terms.max_extension_days` → `§ 9.2`.
    pub clauses: BTreeMap<String, String>,
}

/// What is declared (R8).
#[derive(Clone, PartialEq, Debug)]
pub struct Declaration {
    /// Balance or turnover.
    pub procedure: Procedure,
    /// Amounts above the insured sum are declared too (R8.2, R8.3).
    pub exceeding_amounts: bool,
    /// VAT is insured: gross amounts count (R5.1).
    pub vat_insured: bool,
    /// One totals sheet instead of the list of named buyers.
    pub totals_only: bool,
    /// Totals by country.
    pub by_country: bool,
    /// Open `K` credits free room in the insured sum (R5.2).
    pub credits_free_room: bool,
    /// Days from the document date to the end of the base period (R3.8); `None` = not tracked.
    pub base_period_days: Option<u16>,
    /// How the time premium base is reported (R8.3).
    pub time_premium: TimePremium,
}

/// R8.2 or R8.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Procedure {
    /// Month-end balances (R8.2).
    Balance,
    /// Turnover of the period and items beyond the base period (R8.3).
    Turnover,
}

/// How the time premium base is reported (R8.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimePremium {
    /// One total.
    Total,
    /// Per buyer, with its name.
    PerBuyer,
}

/// Payment terms and the overdue calendar (R3).
#[derive(Clone, PartialEq, Debug)]
pub struct Terms {
    /// Maximum payment term for receivables (R3.1).
    pub max: Term,
    /// The same for bills; `None` = as receivables.
    pub max_bills: Option<Term>,
    /// The same for value-dated receivables; `None` = as receivables.
    pub max_value_dated: Option<Term>,
    /// What the overdue date counts from (R3.2).
    pub overdue_basis: OverdueBasis,
    /// Maximum extension in days (R3.2); `None` = none.
    pub max_extension_days: Option<u16>,
    /// Exclusion period in days (R3.3); `None` = none, and reporting status `A` is not used.
    pub exclusion_days: Option<u16>,
    /// When a deadline is reached (R0.3).
    pub deadline_reached: DeadlineReached,
}

/// R3.2.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverdueBasis {
    /// The net due date.
    NetDue,
    /// The maximum payment term date.
    MaxTerm,
}

/// R0.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeadlineReached {
    /// On the day itself.
    On,
    /// Only after it.
    After,
}

impl DeadlineReached {
    /// Whether `deadline` is reached at the key date (R0.3).
    #[must_use]
    pub fn is_reached(self, deadline: Day, key_date: Day) -> bool {
        match self {
            DeadlineReached::On => key_date >= deadline,
            DeadlineReached::After => key_date > deadline,
        }
    }
}

/// Protracted default (R3.4 to R3.7).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ProtractedDefault {
    /// Days from the net due date to the non-payment report (R3.4).
    pub non_payment_report_days: Option<u16>,
    /// Days from the overdue date to the collection hand-over (R3.5).
    pub collection_days: Option<u16>,
    /// Bases of the waiting period; the latest decides (R3.6). Empty = not tracked.
    pub waiting: Vec<Waiting>,
    /// Days from the end of the waiting period, or the insolvency, to the claim filing (R3.7).
    pub filing_days: Option<u16>,
}

/// One base of the waiting period (R3.6).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Waiting {
    /// What it counts from.
    pub from: WaitingFrom,
    /// How long.
    pub term: Term,
}

/// R3.6.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitingFrom {
    /// Net due date.
    NetDue,
    /// Overdue date.
    Overdue,
    /// Notice to the insurer.
    Notice,
    /// Start of collection.
    Collection,
}

/// The overdue notification (R7) and the automatic block (R6.1).
#[derive(Clone, PartialEq, Debug)]
pub struct Notification {
    /// Reporting limit in minor units of the policy's currency; `None` = everything is reported (R7.3).
    pub limit: Option<i64>,
    /// Tested per item or per buyer (R7.3).
    pub limit_per: LimitPer,
    /// A final overdue run stops cover for new receivables (R6.1).
    pub automatic_block: bool,
    /// Which items block (R6.1).
    pub block_by: BlockBy,
    /// The repeat counter rises on every final run (R7.4).
    pub repeat_every_final_run: bool,
}

/// R7.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LimitPer {
    /// Each item.
    Item,
    /// The buyer's sum.
    Buyer,
}

/// R6.1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockBy {
    /// Items with an insured amount above 0.
    Insured,
    /// Any listed item.
    Any,
}

/// Unnamed cover (R2.3 to R2.5); amounts in minor units of the policy's currency.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Unnamed {
    /// From here on a buyer must be offered (R2.5), and what a positive agency report opens (R2.3).
    pub offering_threshold: Option<i64>,
    /// Months an agency report lives; `None` = reports are not used.
    pub agency_report_months: Option<u16>,
    /// What a positive bank reference opens; `None` = references are not used.
    pub bank_reference_up_to: Option<i64>,
    /// Months a bank reference lives.
    pub bank_reference_months: Option<u16>,
    /// Up to three categories of payment experience, ceilings strictly falling (R2.4).
    pub experience: Vec<Experience>,
    /// Look-back period in months (R2.4).
    pub experience_lookback_months: Option<u16>,
    /// Months a renewed category lives (R2.4).
    pub experience_validity_months: Option<u16>,
    /// What counts as duly paid (R2.4).
    pub duly_paid_by: DulyPaidBy,
    /// Which evidence is required, by country: empty = any kind serves (R2.7).
    pub required_evidence: BTreeMap<String, Vec<crate::codes::EvidenceKind>>,
}

/// One category of payment experience (R2.4).
#[derive(Clone, PartialEq, Debug)]
pub struct Experience {
    /// Ceiling in minor units.
    pub up_to: i64,
    /// Duly paid deliveries needed.
    pub deliveries: u32,
    /// Their least turnover in minor units, if one is asked.
    pub turnover: Option<i64>,
}

/// R2.4.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DulyPaidBy {
    /// By the net due date.
    #[default]
    NetDue,
    /// By the maximum payment term date.
    MaxTerm,
}

/// Existing receivables (R4.4).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Existing {
    /// Months an item may predate the policy; `None` = not admitted.
    pub max_age_months_at_start: Option<u16>,
    /// Months an item may predate the buyer's own start; `None` = not admitted.
    pub max_age_months_new_buyer: Option<u16>,
}

/// What the policy covers (R4.2 `E`).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CoverTerms {
    /// Insured percentage for named buyers.
    pub insured_percent: Option<Decimal>,
    /// The same for unnamed buyers.
    pub insured_percent_unnamed: Option<Decimal>,
    /// Countries covered, ISO 3166 two letters; empty = all.
    pub countries: Vec<String>,
    /// Buyer categories excluded.
    pub exclude: Vec<Category>,
    /// Disputed items are excluded.
    pub exclude_disputed: bool,
}

/// R4.3.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct StatusTerms {
    /// Which date of the item is compared with the cancellation.
    pub cancelled_by: CancelledBy,
}

/// R4.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CancelledBy {
    /// The document date.
    #[default]
    Document,
    /// The posting date.
    Posting,
}

/// A group cap or a country cap: it bounds the insured amounts of several buyers together (R2.6).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cap {
    /// Name, for reasons and lists.
    pub name: String,
    /// Minor units of the policy's currency.
    pub amount: i64,
    /// Country whose buyers it bounds.
    pub country: Option<String>,
    /// Main buyers it bounds, as `account/branch/account_type`.
    pub buyers: Vec<String>,
}

/// Stop of cover (R6).
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// Which date of the flagged item the buyer's date is taken from (R6.2).
    pub uncovered_from: UncoveredFrom,
    /// What stops cover (R6.1, R6.4).
    pub events: Vec<StopEvent>,
    /// How cover comes back (R6.4).
    pub reinstatement: Reinstatement,
}

/// R6.2.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UncoveredFrom {
    /// The exclusion date.
    Exclusion,
    /// The maximum payment term date.
    MaxTerm,
}

/// R6.4.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StopEvent {
    /// The automatic block of the overdue run.
    Overdue,
    /// Insolvency known.
    Insolvency,
    /// Collection started.
    Collection,
    /// Claim filed.
    Claim,
    /// Limit withdrawn.
    Withdrawal,
}

/// R6.4.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reinstatement {
    /// When the item is settled.
    OnSettlement,
    /// Only when the insurer confirms.
    OnConfirmation,
}

impl Policy {
    /// The policy with every switch at its default and the given maximum payment term.
    #[must_use]
    pub fn with_defaults(policy: &str, currency: Currency, valid_from: Day, max: Term) -> Policy {
        Policy {
            policy: policy.to_owned(),
            external_number: String::new(),
            name: String::new(),
            currency,
            valid_from,
            valid_until: None,
            framework: String::new(),
            list_no: String::new(),
            declaration: Declaration {
                procedure: Procedure::Balance,
                exceeding_amounts: false,
                vat_insured: false,
                totals_only: false,
                by_country: false,
                credits_free_room: true,
                base_period_days: None,
                time_premium: TimePremium::Total,
            },
            terms: Terms {
                max,
                max_bills: None,
                max_value_dated: None,
                overdue_basis: OverdueBasis::NetDue,
                max_extension_days: None,
                exclusion_days: None,
                deadline_reached: DeadlineReached::On,
            },
            protracted_default: ProtractedDefault::default(),
            notification: Notification {
                limit: None,
                limit_per: LimitPer::Item,
                automatic_block: true,
                block_by: BlockBy::Insured,
                repeat_every_final_run: false,
            },
            unnamed: Unnamed::default(),
            existing: Existing::default(),
            cover: CoverTerms::default(),
            status: StatusTerms::default(),
            stop: Stop {
                uncovered_from: UncoveredFrom::Exclusion,
                events: vec![StopEvent::Overdue],
                reinstatement: Reinstatement::OnSettlement,
            },
            loss: LossTerms::default(),
            caps: Vec::new(),
            limit_fee: None,
            clauses: BTreeMap::new(),
        }
    }

    /// The insurer's 3-character code, the part before the slash (R1.2).
    #[must_use]
    pub fn insurer(&self) -> &str {
        self.policy.split('/').next().unwrap_or_default()
    }
}
