//! An operation of the API: its route, and what the description says of it. One table is both, so neither can be without the other.

use crate::serve::Route;

/// What a value is, for the description and for checking what is sent.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// A date, `2024-01-31`.
    Date,
    /// An instant in UTC, `2024-01-31T10:20:30Z`.
    Instant,
    /// A whole number.
    Number,
    /// An amount with the currency's decimals, as a text: `-1234.50`.
    Amount,
    /// True or false.
    Flag,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A list of some of these texts.
    SomeOf(&'static [&'static str]),
    /// An object that is described elsewhere, such as totals by currency.
    Object,
    /// A list of texts.
    Texts,
    /// A list of records.
    List(&'static Schema),
    /// A record.
    Record(&'static Schema),
    /// Anything.
    Any,
}

/// A value of a record, a parameter of a query.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Whether it may be null (in answers) or missing (in requests).
    pub may_miss: bool,
    /// What it says, in one sentence.
    pub about: &'static str,
}

/// A value that is always there.
#[must_use]
pub const fn field(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, may_miss: false, about }
}

/// A value that may be null or missing.
#[must_use]
pub const fn maybe(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, may_miss: true, about }
}

/// A record.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Name in the description.
    pub name: &'static str,
    /// Its values.
    pub fields: &'static [Field],
}

/// What a request carries.
#[derive(Clone, Copy, Debug)]
pub enum Request {
    /// Nothing.
    Nothing,
    /// A record as JSON; unknown keys are refused.
    Record(&'static Schema),
    /// A file: `text/csv`, or `multipart/form-data` with the field `file`.
    File,
    /// A policy file (`application/toml` or `text/plain`).
    Policy,
}

/// What an answer carries.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// A record as JSON.
    Record(&'static Schema),
    /// A page of a list: `{items, next}`; whole as JSON lines or CSV, as `Accept` asks.
    Page(&'static Schema),
    /// A text of this type.
    Text(&'static str),
    /// A file of one of these types, as the query asks.
    Files(&'static [&'static str]),
}

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Route.
    pub route: Route,
    /// Name in the description, such as `items_list`.
    pub id: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Query parameters.
    pub query: &'static [Field],
    /// What the request carries.
    pub request: Request,
    /// What the answer carries.
    pub answer: Answer,
    /// Whether the record has a version: the answer carries `ETag`, a change asks for `If-Match`.
    pub has_version: bool,
}

impl Operation {
    /// An operation without query, body or version.
    #[must_use]
    pub const fn new(route: Route, id: &'static str, about: &'static str, answer: Answer) -> Operation {
        Operation { route, id, about, query: &[], request: Request::Nothing, answer, has_version: false }
    }

    /// The same with query parameters.
    #[must_use]
    pub const fn query(self, query: &'static [Field]) -> Operation {
        Operation { query, ..self }
    }

    /// The same with a body.
    #[must_use]
    pub const fn request(self, request: Request) -> Operation {
        Operation { request, ..self }
    }

    /// The same with a version.
    #[must_use]
    pub const fn versioned(self) -> Operation {
        Operation { has_version: true, ..self }
    }
}
