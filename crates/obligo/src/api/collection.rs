//! Collection: what is ready, assignments, taking back.

use super::body::{flag, sent, text, texts};
use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, form, only, page};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::reminders::RATE_MISSING;
use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::collection::{self, AssignRequest, Ending, WithdrawRequest};
use crate::credit::timeline::{What, timeline_of};
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

const READ: Access = Access::Allowed(Permission::Read);
const RECORD: Access = Access::Allowed(Permission::Record);

const READY: Schema = Schema {
    name: "ReadyForCollection",
    fields: &[
        field("account", Kind::Text, "The payer."),
        field("name", Kind::Text, "Its name."),
        field("company", Kind::Text, "The company that is owed."),
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("document_no", Kind::Text, "Document number."),
        field("due_date", Kind::Date, "Net due date, or the later one that was granted."),
        field("days_late", Kind::Number, "Days past due."),
        field("open", Kind::Amount, "What is open."),
        field("currency", Kind::Text, "Currency."),
        maybe("collection_date", Kind::Date, "The policy's own day for handing over."),
    ],
};

const ITEM: Schema = Schema {
    name: "CollectionItem",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("assigned", Kind::Amount, "What was handed over."),
        field("document_no", Kind::Text, "Document number."),
        field("document_date", Kind::Date, "Document date."),
        field("due_date", Kind::Date, "Net due date."),
        field("open", Kind::Amount, "What is open now."),
        field("state", Kind::OneOf(&["assigned", "withdrawn", "returned", "settled"]), "How it stands."),
        field("since", Kind::Date, "Since when."),
    ],
};

const STATE: Schema = Schema {
    name: "CollectionState",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("date", Kind::Date, "The day."),
        field("state", Kind::OneOf(&["assigned", "withdrawn", "returned"]), "What happened."),
        field("open", Kind::Amount, "What was open."),
        field("reason", Kind::Text, "Why."),
        field("recorded_by", Kind::Text, "Who recorded it."),
    ],
};

/// What every answer about an assignment holds.
macro_rules! assignment_fields {
    ($($more:expr),* $(,)?) => {
        &[
            field("assignment", Kind::Number, "Number."),
            field("company", Kind::Text, "The company that is owed."),
            field("account", Kind::Text, "The payer."),
            field("name", Kind::Text, "Its name."),
            field("assigned_on", Kind::Date, "The day."),
            field("agency", Kind::Text, "Who collects."),
            field("reference", Kind::Text, "Its reference."),
            field("currency", Kind::Text, "Currency."),
            field("open", Kind::Amount, "What was open."),
            field("interest", Kind::Amount, "Late interest."),
            field("charges", Kind::Amount, "Charges."),
            field("total", Kind::Amount, "What is collected."),
            field("language", Kind::Text, "Language of the letter."),
            field("reason", Kind::Text, "Why, where it was warned of."),
            field("assigned_by", Kind::Text, "Who handed it over."),
            $($more),*
        ]
    };
}

const ASSIGNMENT: Schema = Schema {
    name: "CollectionAssignment",
    fields: assignment_fields!(
        field("is_open", Kind::Flag, "Whether an item is still assigned."),
        field("items", Kind::List(&ITEM), "Its items."),
        field("history", Kind::List(&STATE), "What happened, the oldest first."),
    ),
};

const NEW: Schema = Schema {
    name: "NewCollectionAssignment",
    fields: assignment_fields!(field("items", Kind::Texts, "Its items, COMPANY/DOCUMENT/KIND.")),
};

const ASSIGNED: Schema = Schema {
    name: "CollectionAssigned",
    fields: &[
        field("account", Kind::Text, "The payer."),
        field("assignments", Kind::List(&NEW), "One per company and currency."),
        field("warnings", Kind::Texts, "What was warned of and confirmed."),
        field("rates_missing", Kind::List(&RATE_MISSING), "Where no rate of late interest is known."),
    ],
};

const ASSIGN: Schema = Schema {
    name: "CollectionToAssign",
    fields: &[
        field("account", Kind::Text, "An account the payer pays for."),
        field("agency", Kind::Text, "Who collects."),
        maybe("reference", Kind::Text, "Its reference."),
        maybe("items", Kind::Texts, "The items, COMPANY/DOCUMENT; all that are ready if left out."),
        maybe("on", Kind::Date, "The day; today if left out."),
        maybe("confirm", Kind::Flag, "Do it although it is warned of."),
        maybe("reason", Kind::Text, "Why; needed where something is warned of."),
    ],
};

const WITHDRAW: Schema = Schema {
    name: "CollectionToWithdraw",
    fields: &[
        maybe("items", Kind::Texts, "The items, COMPANY/DOCUMENT; all still assigned if left out."),
        maybe("returned", Kind::Flag, "The agency gave them back."),
        field("reason", Kind::Text, "Why."),
    ],
};

const WITHDRAWN: Schema = Schema {
    name: "CollectionWithdrawn",
    fields: &[
        field("assignment", Kind::Number, "Number."),
        field("state", Kind::OneOf(&["withdrawn", "returned"]), "How it ended."),
        field("items", Kind::Texts, "Items that came back."),
    ],
};

const QUERY: &[Field] =
    &[maybe("account", Kind::Text, "Of the payer of this account."), PAGE_LIMIT, PAGE_AFTER];

const STEP: Schema = Schema {
    name: "TimelineStep",
    fields: &[
        field("date", Kind::Date, "The day."),
        field("what", Kind::OneOf(What::CODES), "What was done or happened."),
        maybe("level", Kind::Number, "Level of a reminder."),
        maybe("number", Kind::Number, "Number of the reminder or assignment."),
        field("items", Kind::Texts, "Items, COMPANY/DOCUMENT/KIND; empty for the buyer as a whole."),
        maybe("open", Kind::Amount, "What was open of them then."),
        maybe("currency", Kind::Text, "Currency."),
        field("reference", Kind::Text, "Recipient, agency, reason or reference."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/collection", READ, list),
        "collection_list",
        "Collection assignments with their history, the latest first.",
        Answer::Page(&ASSIGNMENT),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/collection", RECORD, assign),
        "collection_assign",
        "Hands items of a payer over for collection.",
        Answer::Record(&ASSIGNED),
    )
    .request(Request::Record(&ASSIGN)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/collection/ready", READ, ready),
        "collection_ready",
        "Items that are ready for collection.",
        Answer::Page(&READY),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/collection/{assignment}/withdrawal", RECORD, withdraw),
        "collection_withdraw",
        "Takes items back from collection; that it began stays on record.",
        Answer::Record(&WITHDRAWN),
    )
    .request(Request::Record(&WITHDRAW)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/buyers/{account}/timeline", READ, steps),
        "buyer_timeline",
        "Reminders, collection and events of an account in one order of days, the latest first.",
        Answer::Page(&STEP),
    )
    .query(PAGE_QUERY),
];

fn steps(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let mut session = call.session();
    let account = account_id(&mut session, call.path("account"))?;
    let steps = timeline_of(&mut session, account, call.caller.companies())?;
    let lines: Vec<serde_json::Value> = steps.into_iter().map(|(_, json)| json).collect();
    if let Form::Page = form(&call) {
        let key = |line: &serde_json::Value| {
            format!("{}{}{}{}", line["date"], line["what"], line["number"], line["items"])
        };
        return page(&call, &lines.iter().collect::<Vec<_>>(), key);
    }
    answered(&call, lines, &STEP, "date")
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    let mut session = call.session();
    let account = call.query("account").map(|name| account_id(&mut session, name)).transpose()?;
    let lines = collection::assignments(&mut session, account, call.caller.companies())?;
    answered(&call, lines, &ASSIGNMENT, "assignment")
}

fn ready(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let lines = collection::ready(&mut call.session(), call.caller.companies())?;
    answered(&call, lines, &READY, "item")
}

fn assign(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &ASSIGN)?;
    let mut session = call.session();
    let owned = |name: &str| text(asked, name).unwrap_or_default().to_owned();
    let request = AssignRequest {
        account: account_id(&mut session, &owned("account"))?,
        items: texts(asked, "items").unwrap_or_default(),
        on: text(asked, "on").and_then(Day::parse_iso).unwrap_or_else(|| call.today()),
        agency: owned("agency"),
        reference: owned("reference"),
        confirmed: flag(asked, "confirm").unwrap_or(false),
        reason: owned("reason"),
        companies: call.caller.companies().cloned(),
    };
    Ok(Reply::json(collection::assign(&mut session, &request)?))
}

fn withdraw(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &WITHDRAW)?;
    let typed = call.path("assignment");
    let unknown = || Problem::refused("collection-not-found").with("assignment", typed);
    let returned = flag(asked, "returned").unwrap_or(false);
    let request = WithdrawRequest {
        assignment: typed.parse().map_err(|_| unknown())?,
        items: texts(asked, "items").unwrap_or_default(),
        ending: if returned { Ending::Returned } else { Ending::Withdrawn },
        reason: text(asked, "reason").unwrap_or_default().to_owned(),
    };
    Ok(Reply::json(collection::withdraw(&mut call.session(), call.caller.companies(), &request)?))
}
