//! Items, why they are as they are, and what is to be done about them.

use super::{ACCOUNT, ACCOUNT_TYPE, BRANCH};
use crate::api::operation::{Field, Kind, Schema, field, maybe};
use Kind::{Amount, Date, Flag, List, Number, Object, OneOf, Text};

const KINDS: Kind = OneOf(&["invoice", "debit_note", "credit_note", "payment_on_account", "bill", "cheque"]);

/// Why something is as it is.
const REASON: Schema = Schema {
    name: "Reason",
    fields: &[
        field("rule", Text, "Number of the rule."),
        field("code", Text, "Code of the reason."),
        field("facts", Object, "The facts it used, by name."),
        maybe("clause", Text, "Clause of the policy."),
    ],
};

/// An item.
pub const ITEM: Schema = Schema { name: "Item", fields: ITEM_FIELDS };

/// The values of an item.
pub const ITEM_FIELDS: &[Field] = &[
    field("company", Text, "Company code."),
    field("document_no", Text, "Document number."),
    field("kind", KINDS, "Kind."),
    ACCOUNT,
    BRANCH,
    ACCOUNT_TYPE,
    field("name", Text, "Name of the buyer."),
    maybe("policy", Text, "Policy the item belongs to, or would."),
    field("document_date", Date, "Document date."),
    field("posting_date", Date, "Posting date."),
    field("net_due_date", Date, "Net due date as first agreed."),
    maybe("extended_due_date", Date, "A later due date granted since."),
    maybe("receivable_start", Date, "Start of the credit term."),
    field("currency", Text, "Currency of amount and open."),
    field("amount", Amount, "Gross amount."),
    field("open", Amount, "Open amount."),
    field("policy_currency", Text, "Currency of insurable_open and insured."),
    maybe("insurable_open", Amount, "Insurable open amount; null while no rate is known."),
    field("status", Text, "Insurance status."),
    field("insured", Amount, "Insured amount."),
    maybe("max_term_date", Date, "Maximum payment term date."),
    maybe("overdue_date", Date, "Overdue date."),
    maybe("exclusion_date", Date, "Exclusion date."),
    maybe("non_payment_report_date", Date, "When non-payment is to be reported."),
    maybe("collection_date", Date, "When collection is to be started."),
    maybe("waiting_end", Date, "End of the waiting period."),
    maybe("filing_date", Date, "When the claim is to be filed."),
    maybe("base_period_end", Date, "End of the base period."),
    field("reporting_status", Text, "Reporting status; empty before the first report."),
    maybe("reported_on", Date, "When it was last reported."),
    field("follow_up", Flag, "To be followed up."),
    maybe("follow_up_on", Date, "When to follow up."),
    field("blocks_new", Flag, "New receivables of the buyer are uncovered."),
    field("projected", Flag, "Whether this is what the next declaration would make of it."),
    field("reasons", List(&REASON), "Why it is so."),
];

/// What is known of an item, with what would change it.
pub const EXPLANATION: Schema = Schema {
    name: "Explanation",
    fields: &[
        field("item", Kind::Record(&ITEM), "The item."),
        maybe("buyer", Object, "Its buyer under its policy."),
        field("history", Kind::Any, "What happened to it."),
        field("would_change", List(&REASON), "What would change it."),
    ],
};

/// A duty.
pub const DUTY: Schema = Schema {
    name: "Duty",
    fields: &[
        field("date", Date, "By when."),
        field("days_left", Number, "Days left."),
        field("what", Text, "What is to be done."),
        maybe("rule", Text, "Number of the rule."),
        field("policy", Text, "Policy."),
        maybe("company", Text, "Company of the item."),
        maybe("document_no", Text, "Document number of the item."),
        maybe("kind", Text, "Kind of the item."),
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        field("name", Text, "Name of the buyer."),
        field("currency", Text, "Currency."),
        field("open", Amount, "Open."),
        field("insured", Amount, "Insured."),
        field("projected", Flag, "Whether no final run has fixed the date yet."),
        maybe("reference", Text, "Reference."),
    ],
};
