//! Messages that name the codes of an item.

use obligo_rules::codes::{ItemKind, ReportingStatus, SettlementMethod};

/// The message that names a kind.
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

/// The message that names a datum of an item, as lists and history have it.
pub fn field_message(name: &str) -> String {
    format!("col-{}", name.replace('_', "-"))
}
