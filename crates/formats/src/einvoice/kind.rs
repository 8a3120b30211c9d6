//! What the type codes of invoices mean.

use crate::books::DocumentKind;

/// UNTDID 1001, as EN 16931 allows it: credit notes of every sort.
const CREDIT_NOTES: [&str; 13] =
    ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"];
/// Debit notes.
const DEBIT_NOTES: [&str; 4] = ["80", "84", "383", "527"];

/// The kind of a UNTDID 1001 type: whatever is neither credit nor debit note is an invoice.
pub(super) fn of_untdid(code: &str) -> DocumentKind {
    if CREDIT_NOTES.contains(&code) {
        DocumentKind::CreditNote
    } else if DEBIT_NOTES.contains(&code) {
        DocumentKind::DebitNote
    } else {
        DocumentKind::Invoice
    }
}

/// The kind of a `TipoDocumento` of `FatturaPA`.
pub(super) fn of_fatturapa(code: &str) -> DocumentKind {
    match code {
        "TD04" | "TD08" => DocumentKind::CreditNote,
        "TD05" | "TD09" => DocumentKind::DebitNote,
        _ => DocumentKind::Invoice,
    }
}
