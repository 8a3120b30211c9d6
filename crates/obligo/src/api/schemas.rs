//! The records of the API: those of the interchange contract, value by value.

use super::operation::{Field, Kind, Schema, field, maybe};
use super::people::ROLES;
use super::webhooks::EVENTS;
use Kind::{Amount, Date, Flag, Instant, List, Number, Object, OneOf, SomeOf, Text, Texts};

const KINDS: Kind = OneOf(&["invoice", "debit_note", "credit_note", "payment_on_account", "bill", "cheque"]);
const COVER_KINDS: Kind = OneOf(&["named", "unnamed", "co_insured", "none"]);

/// Why something is as it is.
pub const REASON: Schema = Schema {
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
    field("account", Text, "Address number."),
    field("branch", Text, "Branch."),
    field("account_type", Text, "Account type."),
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

/// A line of the list of buyers.
pub const BUYER: Schema = Schema {
    name: "Buyer",
    fields: &[
        field("account", Text, "Address number."),
        field("branch", Text, "Branch."),
        field("account_type", Text, "Account type."),
        field("name", Text, "Name."),
        field("country", Text, "Country."),
        field("category", Text, "Category."),
        field("legal_entity", Text, "Legal entity."),
        maybe("policy", Text, "Policy."),
        field("kind", COVER_KINDS, "Kind of cover."),
        field("risk_number", Text, "Risk number."),
        field("insurance_no", Text, "Number of this insurance."),
        field("user_status", Text, "User-defined status."),
        maybe("co_insured_under", Text, "Main buyer it is insured under."),
        maybe("insured_sum", Amount, "Insured sum."),
        field("insured", Amount, "Insured of what is open."),
        maybe("open", Amount, "Open balance."),
        field("insurable_open", Amount, "Insurable of it."),
        field("credits", Amount, "Credits."),
        maybe("room", Amount, "Room left in the sum."),
        maybe("uncovered_from", Date, "From when new receivables are uncovered."),
        maybe("declined_on", Date, "When cover was declined."),
        maybe("must_be_offered", Flag, "Whether it must be offered to the insurer."),
        maybe("bill_liability", Amount, "Bill liability."),
        maybe("bill_liability_differs", Flag, "Whether the day close lags behind."),
        maybe("credit_limit", Amount, "Own credit limit."),
        maybe("credit_limit_exceeded", Flag, "Whether it is exceeded."),
        maybe("bill_limit", Amount, "Own bill limit."),
        maybe("bill_limit_exceeded", Flag, "Whether it is exceeded."),
        maybe(
            "credit_exposure",
            Amount,
            "Balance and bill liability of the account itself, which its own credit limit bounds.",
        ),
        field("currency", Text, "Currency of the figures."),
        field("credit_limit_currency", Text, "Currency of the own limits."),
        field("co_insured_accounts", Number, "How many accounts are insured under it."),
        maybe("limit_amount", Amount, "Amount of the decision in force."),
        maybe("limit_valid_from", Date, "Its first day."),
        maybe("limit_valid_until", Date, "Its last day."),
        maybe("requested_amount", Amount, "What is asked for."),
        maybe("requested_on", Date, "Since when."),
        maybe("limit_currency", Text, "Currency of decision and request."),
        field("not_insured_reason", Text, "Why it is not insured."),
        field("credit_manager", Text, "Credit manager."),
        maybe("information_date", Date, "Last information."),
        field("prospect", Flag, "Whether it has no account yet."),
    ],
};

/// A decision or request.
pub const LIMIT: Schema = Schema {
    name: "Limit",
    fields: &[
        field("policy", Text, "Policy."),
        field("account", Text, "Address number."),
        field("branch", Text, "Branch."),
        field("account_type", Text, "Account type."),
        field("name", Text, "Name."),
        field("valid_from", Date, "First day."),
        maybe("valid_until", Date, "Last day."),
        maybe("amount", Amount, "Decided amount."),
        field("currency", Text, "Currency."),
        field("state", Text, "State."),
        field("in_force", Flag, "Whether it decides the sum now."),
        maybe("requested_amount", Amount, "Requested amount."),
        maybe("requested_on", Date, "Requested on."),
        maybe("response", Text, "EDIFACT 4507."),
        field("request", Text, "EDIFACT 4505."),
        field("reason", Text, "EDIFACT 4509."),
        field("conditions", Text, "Conditions."),
        field("conditions_met", Flag, "Whether they are met."),
        maybe("insured_percent", Text, "Insured percentage."),
        maybe("max_term_months", Number, "Maximum payment term in months."),
        maybe("max_term_months_value_dated", Number, "The same for value-dated items."),
        maybe("max_term_months_bills", Number, "The same for bills."),
        maybe("decided_on", Date, "Decided on."),
        field("top_up", Flag, "Whether it is top-up cover."),
        field("reference", Text, "The insurer's reference."),
        maybe("legal_entity", Text, "Legal entity."),
        field("prospect", Flag, "Whether it is for a prospect."),
        maybe("entry", Number, "Audit entry."),
        maybe("recorded_at", Instant, "Recorded at."),
        maybe("recorded_by", Text, "Recorded by."),
    ],
};

/// A cover.
pub const COVER: Schema = Schema {
    name: "Cover",
    fields: &[
        field("account", Text, "Address number."),
        field("branch", Text, "Branch."),
        field("account_type", Text, "Account type."),
        field("name", Text, "Name."),
        field("legal_entity", Text, "Legal entity."),
        maybe("policy", Text, "Policy; null for co-insured buyers and those that are not insured."),
        field("kind", COVER_KINDS, "Kind of cover."),
        field("valid_from", Date, "First day."),
        maybe("valid_until", Date, "Last day; until the next cover begins otherwise."),
        field("risk_number", Text, "Risk number."),
        maybe("co_insured_under", Text, "Main buyer it is insured under."),
        maybe("declined_on", Date, "When cover was declined."),
        maybe("recommended_limit", Amount, "Recommended limit."),
        maybe("recommended_from", Date, "From when it caps."),
        maybe("currency", Text, "Currency of the policy."),
        field("reason", Text, "Why it is not insured."),
        field("insurance_no", Text, "Number of this insurance."),
        field("user_status", Text, "User-defined status."),
    ],
};

/// A piece of evidence.
pub const EVIDENCE: Schema = Schema {
    name: "Evidence",
    fields: &[
        field("account", Text, "Address number."),
        field("branch", Text, "Branch."),
        field("account_type", Text, "Account type."),
        field("name", Text, "Name."),
        field("legal_entity", Text, "Legal entity."),
        field("kind", OneOf(&["agency_report", "bank_reference", "payment_experience"]), "What it is."),
        field("date", Date, "Its date."),
        field("positive", Flag, "Whether it speaks for the buyer."),
        maybe("amount", Amount, "Amount it names."),
        field("currency", Text, "Currency of the buyer."),
        maybe("category", Number, "Category of a payment experience, 1 to 3."),
        maybe("valid_until", Date, "Last day of that category."),
        field("source", Text, "Who gave it."),
        maybe("run", Number, "The final run that renewed it."),
    ],
};

/// What came of the example cases of a policy.
pub const CHECK: Schema = Schema {
    name: "PolicyCheck",
    fields: &[
        field("policy", Text, "Code."),
        field("ok", Flag, "Whether every case is as expected."),
        field("cases", List(&CASE), "Case by case."),
    ],
};

const CASE: Schema = Schema {
    name: "PolicyCase",
    fields: &[
        field("name", Text, "Name."),
        field("line", Number, "Its line in the policy file."),
        field("ok", Flag, "Whether everything is as expected."),
        field("differences", List(&DIFFERENCE), "What is not."),
    ],
};

const DIFFERENCE: Schema = Schema {
    name: "PolicyDifference",
    fields: &[
        field("key", Text, "Key under `expect`."),
        field("expected", Text, "As the file expects it."),
        field("found", Text, "As the rules have it."),
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
        field("account", Text, "Address number."),
        field("branch", Text, "Branch."),
        field("account_type", Text, "Account type."),
        field("name", Text, "Name of the buyer."),
        field("currency", Text, "Currency."),
        field("open", Amount, "Open."),
        field("insured", Amount, "Insured."),
        field("projected", Flag, "Whether no final run has fixed the date yet."),
        maybe("reference", Text, "Reference."),
    ],
};

/// A final run.
pub const RUN: Schema = Schema {
    name: "Run",
    fields: &[
        field("run", Number, "Number."),
        field("kind", OneOf(&["declare", "notify"]), "Kind."),
        field("policy", Text, "Policy."),
        maybe("buyers", Text, "Named or unnamed."),
        field("key_date", Date, "Key date."),
        field("final", Flag, "True."),
        maybe("recorded_at", Instant, "Recorded at."),
        maybe("actor", Text, "By whom."),
        field("sha256", Text, "Hash of parameters, lines, totals and changes."),
        field("changes", Number, "Items changed."),
        maybe("totals", Kind::Any, "Totals."),
        field("reversed", Flag, "Whether it is reversed."),
        maybe("reversed_reason", Text, "Why."),
        maybe("reversed_at", Instant, "When."),
        maybe("reversed_by", Text, "By whom."),
        field("entry", Number, "Audit entry."),
    ],
};

/// A run done or previewed.
pub const RUN_DONE: Schema = Schema {
    name: "RunDone",
    fields: &[
        field("final", Flag, "Whether it is final."),
        maybe("run", Number, "Number of a final run."),
        maybe("sha256", Text, "Hash."),
        maybe("totals", Kind::Any, "Totals."),
        maybe("lines", Kind::Any, "One record per buyer or item; of a preview."),
        field("warnings", Texts, "Warnings."),
        maybe("proposal", Number, "Number of the proposal, where a second person must approve."),
    ],
};

/// A policy.
pub const POLICY: Schema = Schema {
    name: "Policy",
    fields: &[
        field("policy", Text, "Code, INSURER/INTERNAL-ID."),
        field("name", Text, "Name."),
        field("insurer", Text, "Insurer."),
        field("external_number", Text, "Number the insurer knows it by."),
        field("procedure", OneOf(&["balance", "turnover"]), "Procedure."),
        field("currency", Text, "Currency."),
        field("valid_from", Date, "First day."),
        maybe("valid_until", Date, "Last day."),
        maybe("versions", Number, "Versions on record."),
    ],
};

/// A company.
pub const COMPANY: Schema = Schema {
    name: "Company",
    fields: &[
        field("company", Text, "Code."),
        field("name", Text, "Name."),
        field("currency", Text, "Currency."),
        field("insured_group", Text, "Insured group."),
        field("master", Flag, "Whether it is the master company."),
        field("postal_address", Text, "Lines of its address below the name."),
    ],
};

/// An insurer.
pub const INSURER: Schema = Schema {
    name: "Insurer",
    fields: &[
        field("insurer", Text, "Code."),
        field("name", Text, "Name."),
        field("country", Text, "Country."),
        field("account", Text, "Account."),
        field("postal_address", Text, "Lines of its address below the name."),
    ],
};

/// What an import did.
pub const IMPORTED: Schema = Schema {
    name: "Imported",
    fields: &[
        field("files", List(&FILE), "File by file."),
        field("warnings", Texts, "Warnings."),
        field("dry_run", Flag, "Whether nothing was written, as asked."),
        maybe(
            "unmatched",
            List(&UNMATCHED),
            "The first lines of a ledger or bank statement that could not be placed.",
        ),
        maybe("unmatched_total", Number, "How many there are."),
    ],
};

/// A line that could not be placed.
pub const UNMATCHED: Schema = Schema {
    name: "UnmatchedLine",
    fields: &[
        field("file", Text, "File."),
        field("line", Text, "Line."),
        field("element", Text, "What the format calls it."),
        field("reason", Text, "Why."),
        field("date", Text, "Date, if it has one."),
        field("account", Text, "Account or debtor."),
        field("reference", Text, "Number of the document or reference."),
        field("currency", Text, "Currency."),
        field("amount", Text, "Amount, debit positive."),
        field("text", Text, "Text."),
    ],
};

/// What an import did with one file.
pub const FILE: Schema = Schema {
    name: "ImportedFile",
    fields: &[
        field("file", Text, "Name."),
        field("kind", Text, "Kind."),
        field("records", Number, "Records read."),
        field("new", Number, "New facts."),
        field("changed", Number, "Changed facts."),
        field("same", Number, "Known facts."),
        field("on_account", Number, "Payments of a ledger kept on account."),
        field("sha256", Text, "Hash of the file."),
    ],
};

/// An audit entry.
pub const ENTRY: Schema = Schema {
    name: "AuditEntry",
    fields: &[
        field("entry", Number, "Number."),
        field("recorded_at", Instant, "When."),
        field("actor", Text, "Who."),
        field("action", Text, "What."),
        field("reason", Text, "Why."),
        field("payload", Kind::Any, "What it did."),
        field("hash", Text, "Hash."),
        field("previous_hash", Text, "Hash of the entry before."),
    ],
};

/// A proposal of one person that waits for another one.
pub const PROPOSAL: Schema = Schema {
    name: "Proposal",
    fields: &[
        field("proposal", Number, "Number."),
        field("action", Text, "What it would do."),
        field("payload", Kind::Any, "With what."),
        field("reason", Text, "Why."),
        field("proposed_by", Text, "By whom."),
        field("proposed_at", Instant, "When."),
        field("state", Text, "State."),
        maybe("decided_by", Text, "Decided by."),
        maybe("decided_at", Instant, "Decided at."),
        field("decision_reason", Text, "Why it was decided so."),
        maybe("result", Kind::Any, "What came of it."),
    ],
};

/// A note.
pub const NOTE: Schema = Schema {
    name: "Note",
    fields: &[
        field("note", Number, "Number."),
        field("text", Text, "What it says."),
        field("written_by", Text, "By whom."),
        field("written_at", Instant, "When."),
    ],
};

/// A user.
pub const USER: Schema = Schema {
    name: "User",
    fields: &[
        field("user", Text, "Sign-in name."),
        field("display_name", Text, "Name as people know them."),
        field("roles", SomeOf(ROLES), "Roles."),
        maybe("companies", Texts, "Codes of companies; null for all."),
        maybe("language", Text, "Language; null for what the browser asks for."),
        field("disabled", Flag, "May not sign in."),
        field("has_password", Flag, "Whether there is a local password."),
        field("is_external", Flag, "Whether they come from the identity provider."),
        field("version", Number, "Audit entry of the last change."),
    ],
};

/// A token, without its secret.
pub const TOKEN: Schema = Schema {
    name: "Token",
    fields: &[
        field("token", Number, "Number."),
        field("name", Text, "What it is for."),
        field("user", Text, "Whose."),
        field("scopes", SomeOf(&["read", "write", "run", "admin", "calendar"]), "What it may be used for."),
        maybe("companies", Texts, "Codes of companies; null for the user's."),
        field("created_at", Instant, "Made."),
        field("expires_at", Instant, "Works until."),
        maybe("last_used_at", Instant, "Last used, to the minute."),
        field("revoked", Flag, "Whether it is revoked."),
    ],
};

/// The settings of the house.
pub const SETTINGS: Schema = Schema {
    name: "Settings",
    fields: &[
        field("four_eyes.final_run", Flag, "Final runs need a second person."),
        field("four_eyes.reversal", Flag, "Reversals need a second person."),
        field("four_eyes.edit", Flag, "Changes of items by hand need a second person."),
        field("four_eyes.accepted_excess", Flag, "Acceptances of an uninsured excess need a second person."),
        maybe(
            "oidc",
            Object,
            "Identity provider: issuer, client_id, client_secret, groups_claim, roles by group.",
        ),
        field(
            "sending",
            Object,
            "Mail server, sender, where its password is found, and folder for those without mail.",
        ),
        maybe("public_address", Text, "Address people reach the server under."),
        maybe("language", Text, "Language where nobody asks for one."),
    ],
};

/// A webhook, without its secret.
pub const WEBHOOK: Schema = Schema {
    name: "Webhook",
    fields: &[
        field("webhook", Number, "Number."),
        field("url", Text, "Where deliveries go."),
        field("events", SomeOf(EVENTS), "What it is told."),
        maybe("companies", Texts, "Codes of companies it is told of; null for all."),
        field("disabled", Flag, "Told nothing for now."),
        field("created_at", Instant, "When it was made."),
    ],
};

/// A delivery of a webhook.
pub const DELIVERY: Schema = Schema {
    name: "Delivery",
    fields: &[
        field("delivery", Text, "Id, the same for all attempts."),
        field("event", Text, "What it tells; `test` where a person tried it."),
        field("state", OneOf(&["waiting", "delivered", "failed"]), "Where it stands."),
        field("attempts", Number, "How often it was tried."),
        field("made_at", Instant, "Made."),
        field("next_at", Instant, "Tried again from then on, or finished."),
        field("answer", Text, "What came back last."),
        field("body", Kind::Any, "What is sent."),
    ],
};

/// What a write answers that has no record of its own.
pub const DONE: Schema = Schema { name: "Done", fields: &[field("result", Kind::Any, "What was done.")] };
