//! The house: its people, what they wrote, what they proposed, how it is set up, whom it tells.

use crate::api::operation::{Kind, Schema, field, maybe};
use crate::api::people::ROLES;
use crate::api::webhooks::EVENTS;
use Kind::{Flag, Instant, Number, Object, OneOf, SomeOf, Text, Texts};

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
