//! Policies, those they bind, and the runs made for them.

use super::NAME;
use crate::api::operation::{Kind, Schema, field, maybe};
use Kind::{Date, Flag, Instant, List, Number, OneOf, Text, Texts};

/// A policy.
pub const POLICY: Schema = Schema {
    name: "Policy",
    fields: &[
        field("policy", Text, "Code, INSURER/INTERNAL-ID."),
        NAME,
        field("insurer", Text, "Insurer."),
        field("external_number", Text, "Number the insurer knows it by."),
        field("procedure", OneOf(&["balance", "turnover"]), "Procedure."),
        field("currency", Text, "Currency."),
        field("valid_from", Date, "First day."),
        maybe("valid_until", Date, "Last day."),
        maybe("versions", Number, "Versions on record."),
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
        NAME,
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

/// A company.
pub const COMPANY: Schema = Schema {
    name: "Company",
    fields: &[
        field("company", Text, "Code."),
        NAME,
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
        NAME,
        field("country", Text, "Country."),
        field("account", Text, "Account."),
        field("postal_address", Text, "Lines of its address below the name."),
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
