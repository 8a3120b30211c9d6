//! Credit managers: the list, one with its version, changing and ending one.

use super::body::{sent, text, version_seen, versioned};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, answered, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::writing::refused;
use crate::access::roles::Permission;
use crate::credit::policy::managers::{
    ManagerLine, end as end_manager, manager, manager_unchanged, managers, version,
};
use crate::one_row::{OneRow, record};
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use serde_json::json;

const READ: Access = Access::Allowed(Permission::Read);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

const OF_DAY: &[Field] =
    &[maybe("as_of", Kind::Date, "As it was on this day; today by default."), PAGE_LIMIT, PAGE_AFTER];

const MANAGER: Schema = Schema {
    name: "CreditManager",
    fields: &[
        field("credit_manager", Kind::Text, "Code, as buyers name it."),
        field("name", Kind::Text, "Name."),
        maybe("senior", Kind::Text, "Code of the senior, who sees its buyers too."),
        maybe("user", Kind::Text, "Name it signs in with."),
        field("registered", Kind::Flag, "False where only buyers name it."),
        field("buyers", Kind::Number, "Buyers that name it."),
        field("buyers_seen", Kind::Number, "With those of all juniors."),
    ],
};

const ONE: Schema = Schema {
    name: "RegisteredCreditManager",
    fields: &[
        field("credit_manager", Kind::Text, "Code, as buyers name it."),
        field("name", Kind::Text, "Name."),
        field("senior", Kind::Text, "Code of the senior, who sees its buyers too; empty for none."),
        field("user", Kind::Text, "Name it signs in with; empty for none."),
    ],
};

const CHANGE: Schema = Schema {
    name: "CreditManagerChange",
    fields: &[
        maybe("name", Kind::Text, "Name."),
        maybe("senior", Kind::Text, "Code of the senior; none if left out."),
        maybe("user", Kind::Text, "Name it signs in with; none if left out."),
        maybe("reason", Kind::Text, "Why, for the audit trail."),
    ],
};

const END: Schema = Schema {
    name: "CreditManagerEnd",
    fields: &[
        maybe("last_day", Kind::Date, "Last day; today by default."),
        field("reason", Kind::Text, "Why."),
    ],
};

const ENDED: Schema = Schema {
    name: "CreditManagerEnded",
    fields: &[
        field("credit_manager", Kind::Text, "Code."),
        field("name", Kind::Text, "Name."),
        field("last_day", Kind::Date, "Last day."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-managers", READ, credit_managers),
        "credit_managers_list",
        "Credit managers with their seniors.",
        Answer::Page(&MANAGER),
    )
    .query(OF_DAY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-managers/{credit_manager}", READ, one),
        "credit_managers_get",
        "One registered credit manager as of today.",
        Answer::Record(&ONE),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Put, "/api/v1/credit-managers/{credit_manager}", MANAGE, put),
        "credit_managers_put",
        "Records a credit manager from today on; If-Match * records one whatever is there.",
        Answer::Record(&ONE),
    )
    .request(Request::Record(&CHANGE))
    .versioned(),
    Operation::new(
        Route::api(Method::Post, "/api/v1/credit-managers/{credit_manager}/end", MANAGE, end),
        "credit_managers_end",
        "Ends a credit manager; earlier days still show it.",
        Answer::Record(&ENDED),
    )
    .request(Request::Record(&END))
    .versioned(),
];

fn credit_managers(call: Call) -> Result<Reply, Problem> {
    only(&call, OF_DAY)?;
    let as_of = AsOf::at(call.query_day("as_of")?.unwrap_or(call.today()));
    let all = managers(&mut call.session(), as_of)?;
    answered(&call, all.iter().map(ManagerLine::json).collect(), &MANAGER, "credit_manager")
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    shown(&call)
}

fn shown(call: &Call) -> Result<Reply, Problem> {
    let found = manager(&mut call.session(), call.today(), call.path("credit_manager"))?;
    let body = json!({
        "credit_manager": found.code, "name": found.name, "senior": found.senior, "user": found.user,
    });
    Ok(versioned(body, version(Some(&found))))
}

fn put(call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let sent = sent(&call, &CHANGE)?;
    let code = call.path("credit_manager");
    let part = |name: &str| text(sent, name).unwrap_or_default();
    let fields = [
        ("credit_manager", code),
        ("name", part("name")),
        ("senior", part("senior")),
        ("user", part("user")),
    ];
    let mut session = call.session();
    if seen != "*" {
        session.precondition = Some(manager_unchanged(call.today(), code, &seen));
    }
    let row = OneRow { kind: "credit_managers", fields: &fields, reason: part("reason"), companies: None };
    match record(&mut session, row) {
        Ok(_) => shown(&call),
        Err(refusal) => refused(&call, refusal),
    }
}

fn end(call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let sent = sent(&call, &END)?;
    let code = call.path("credit_manager");
    let last_day = text(sent, "last_day").and_then(Day::parse_iso);
    let mut session = call.session();
    manager(&mut session, call.today(), code)?;
    session.precondition = Some(manager_unchanged(call.today(), code, &seen));
    end_manager(&mut session, code, last_day, text(sent, "reason").unwrap_or_default()).map(Reply::json)
}
