//! Accounts: buyers, decisions and requests about their limits, covers, evidence.

use super::{ACCOUNT, ACCOUNT_TYPE, BRANCH, LEGAL_ENTITY, NAME};
use crate::api::operation::{Kind, Schema, field, maybe};
use Kind::{Amount, Date, Flag, Instant, Number, OneOf, Text};

const COVER_KINDS: Kind = OneOf(&["named", "unnamed", "co_insured", "none"]);

/// A line of the list of buyers.
pub const BUYER: Schema = Schema {
    name: "Buyer",
    fields: &[
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        field("country", Text, "Country."),
        field("category", Text, "Category."),
        LEGAL_ENTITY,
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
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
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
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        LEGAL_ENTITY,
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
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        LEGAL_ENTITY,
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
