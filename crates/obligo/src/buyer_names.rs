//! The codes and columns of a buyer's data as people read them.

use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, EventKind, EvidenceKind};

/// Columns of the interchange contract with the messages that name them.
const FIELDS: &[(&str, &str)] = &[
    ("account", "col-account"),
    ("branch", "col-branch"),
    ("account_type", "col-account-type"),
    ("name", "col-name"),
    ("country", "col-country"),
    ("currency", "col-currency"),
    ("legal_entity", "buyer-legal-entity"),
    ("dependent_branch", "buyer-dependent-branch"),
    ("category", "buyer-category"),
    ("vat_id", "buyer-vat-id"),
    ("register_no", "buyer-register-no"),
    ("lei", "buyer-lei"),
    ("payment_terms", "buyer-payment-terms"),
    ("credit_limit", "buyer-credit-limit"),
    ("bill_limit", "buyer-bill-limit"),
    ("limit_check", "buyer-limit-check"),
    ("credit_manager", "buyers-credit-manager"),
    ("payer", "buyer-payer"),
    ("information_date", "buyer-information-date"),
    ("information_source", "buyer-information-source"),
    ("risk_factors", "buyer-risk-factors"),
    ("postal_address", "master-postal-address"),
    ("kind", "col-kind"),
    ("policy", "col-policy"),
    ("co_insured_under", "col-co-insured-under"),
    ("valid_from", "col-valid-from"),
    ("valid_until", "col-valid-until"),
    ("risk_number", "buyer-risk-number"),
    ("declined_on", "col-declined-on"),
    ("recommended_limit", "buyer-recommended-limit"),
    ("recommended_from", "buyer-recommended-from"),
    ("reason", "buyer-not-insured-reason"),
    ("insurance_no", "buyer-insurance-no"),
    ("user_status", "buyer-user-status"),
    ("past_due", "limit-kind-past-due"),
    ("outstanding", "limit-kind-outstanding"),
    ("outstanding_and_orders", "limit-kind-outstanding-and-orders"),
    ("days_overdue", "limit-kind-days-overdue"),
    ("approved_by", "col-approved-by"),
    ("company", "col-company"),
    ("amount", "col-amount"),
    ("requested_amount", "col-requested-amount"),
    ("response", "col-response"),
    ("conditions", "col-conditions"),
    ("reference", "col-reference"),
    ("positive", "evidence-positive"),
    ("source", "evidence-source"),
    ("event", "event-what"),
    ("date", "col-date"),
];

/// The message that names a column of the interchange contract.
#[must_use]
pub fn field_message(column: &str) -> &'static str {
    known_field(column).unwrap_or("col-what")
}

/// The same, where there is one.
#[must_use]
pub fn known_field(column: &str) -> Option<&'static str> {
    FIELDS.iter().find(|(name, _)| *name == column).map(|(_, message)| *message)
}

/// The message that names a kind of evidence.
#[must_use]
pub fn evidence_message(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::AgencyReport => "evidence-agency-report",
        EvidenceKind::BankReference => "evidence-bank-reference",
        EvidenceKind::PaymentExperience => "evidence-payment-experience",
    }
}

/// The message that names an event.
#[must_use]
pub fn event_message(event: EventKind) -> &'static str {
    match event {
        EventKind::Insolvency => "event-insolvency",
        EventKind::Notice => "event-notice",
        EventKind::Collection => "event-collection",
        EventKind::Protest => "event-protest",
        EventKind::Claim => "event-claim",
        EventKind::Dispute => "event-dispute",
        EventKind::DisputeEnd => "event-dispute-end",
        EventKind::Reinstatement => "event-reinstatement",
    }
}

/// The message that names the state of a limit decision (R2.1).
#[must_use]
pub fn state_message(state: &str) -> String {
    format!("limit-state-{}", state.replace(' ', "-"))
}

/// The message of a code as files have it: categories, what an order is checked against, kinds of records.
#[must_use]
pub fn code_message(code: &str) -> Option<&'static str> {
    Some(match code {
        "company" => "category-company",
        "public" => "category-public",
        "private" => "category-private",
        "affiliate" => "category-affiliate",
        "credit_limit" => "check-credit-limit",
        "insured_sum" => "check-insured-sum",
        "lower" => "check-lower",
        "buyers" => "trail-buyers",
        "covers" => "trail-covers",
        "limits" => "trail-limits",
        "evidence" => "trail-evidence",
        "events" => "trail-events",
        _ => return None,
    })
}

/// The message that names a kind of cover.
#[must_use]
pub fn cover_message(kind: &str) -> &'static str {
    match CoverKind::parse(kind) {
        Some(CoverKind::Named) => "cover-named",
        Some(CoverKind::Unnamed) => "cover-unnamed",
        Some(CoverKind::CoInsured) => "cover-co-insured",
        Some(CoverKind::None) | None => "cover-none",
    }
}

/// A value of a file as people read it; `kind` is that of the record it stands in, as the interchange contract calls it, or empty.
#[must_use]
pub fn field_value(words: &Words, kind: &str, column: &str, value: &str) -> String {
    let message = match (kind, column) {
        ("evidence", "kind") => EvidenceKind::parse(value).map(evidence_message),
        ("events", "event") => EventKind::parse(value).map(event_message),
        (_, "category" | "limit_check") => code_message(value),
        (_, "kind") => CoverKind::parse(value).map(|_| cover_message(value)),
        _ => None,
    };
    let is_amount =
        matches!(column, "credit_limit" | "bill_limit" | "amount" | "requested_amount" | "recommended_limit");
    match (message, Day::parse_iso(value)) {
        (Some(message), _) => words.text(message),
        (None, Some(day)) => words.date(day),
        _ if is_amount => words.number(value),
        _ if value == "true" => words.text("yes"),
        _ => value.to_owned(),
    }
}
