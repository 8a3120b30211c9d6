//! Messages that name the codes of an item.

use obligo_rules::codes::{ItemKind, ReportingStatus, SettlementMethod};

/// The message that names a kind.
#[must_use]
pub fn kind_message(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Invoice => "items-kind-invoice",
        ItemKind::DebitNote => "items-kind-debit-note",
        ItemKind::CreditNote => "items-kind-credit-note",
        ItemKind::PaymentOnAccount => "items-kind-payment-on-account",
        ItemKind::Bill => "items-kind-bill",
        ItemKind::Cheque => "items-kind-cheque",
    }
}

/// The message that names a reporting status (R7.4).
#[must_use]
pub fn reporting_message(status: ReportingStatus) -> &'static str {
    match status {
        ReportingStatus::None => "items-reporting-none",
        ReportingStatus::First => "items-reporting-first",
        ReportingStatus::Second => "items-reporting-second",
        ReportingStatus::Third => "items-reporting-third",
        ReportingStatus::Exclusion => "items-reporting-exclusion",
        ReportingStatus::NonPayment => "items-reporting-non-payment",
        ReportingStatus::Collection => "items-reporting-collection",
        ReportingStatus::Claim => "items-reporting-claim",
    }
}

/// The message that names how an item was settled.
#[must_use]
pub fn method_message(method: SettlementMethod) -> &'static str {
    match method {
        SettlementMethod::Payment => "items-settled-payment",
        SettlementMethod::CreditNote => "items-settled-credit-note",
        SettlementMethod::Bill => "items-settled-bill",
        SettlementMethod::WriteOff => "items-settled-write-off",
        SettlementMethod::Offset => "items-settled-offset",
        SettlementMethod::Return => "items-settled-return",
    }
}

/// The message that names what changed an item's insurance data.
#[must_use]
pub fn cause_message(cause: &str) -> &'static str {
    match cause {
        "run" => "items-cause-run",
        "carried" => "items-cause-carried",
        "reversal" => "items-cause-reversal",
        "edit" => "items-cause-edit",
        "event" => "items-cause-event",
        "residual" => "items-cause-residual",
        _ => "items-cause-reexamination",
    }
}

/// Data with names of their own on the pages of one item; in lists headings are short.
const FIELDS: &[(&str, &str)] = &[
    ("status", "items-field-status"),
    ("insured", "items-field-insured"),
    ("receivable_start", "items-field-receivable-start"),
    ("net_due_date", "items-field-net-due-date"),
    ("extended_due_date", "items-field-extended-due-date"),
    ("document_date", "items-field-document-date"),
    ("posting_date", "items-field-posting-date"),
    ("max_term_date", "items-field-max-term-date"),
    ("overdue_date", "items-field-overdue-date"),
    ("exclusion_date", "items-field-exclusion-date"),
    ("non_payment_report_date", "items-field-non-payment-report-date"),
    ("collection_date", "items-field-collection-date"),
    ("waiting_end", "items-field-waiting-end"),
    ("filing_date", "items-field-filing-date"),
    ("base_period_end", "items-field-base-period-end"),
    ("reporting_status", "items-field-reporting-status"),
    ("reported_on", "items-field-reported-on"),
    ("follow_up", "items-field-follow-up"),
    ("follow_up_on", "items-field-follow-up-on"),
    ("blocks_new", "items-field-blocks-new"),
];

/// The message that heads the column of a datum in a list.
#[must_use]
pub fn heading_message(name: &str) -> String {
    format!("col-{}", name.replace('_', "-"))
}

/// The message that names a datum on the pages of one item.
#[must_use]
pub fn field_message(name: &str) -> String {
    let own = FIELDS.iter().find(|(field, _)| *field == name);
    own.map_or_else(|| heading_message(name), |(_, message)| (*message).to_owned())
}
