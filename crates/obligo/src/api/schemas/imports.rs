//! What an import did.

use crate::api::operation::{Kind, Schema, field, maybe};
use Kind::{Flag, List, Number, Text, Texts};

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
